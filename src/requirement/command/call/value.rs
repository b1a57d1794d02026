//! What a parameter is given, and how each kind of it is written: quoting is done here and nowhere else.

use std::fmt;
use std::sync::Arc;

use super::Call;

/// A value of a parameter.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// The parameter stands alone.
    Switch,
    /// `$True` or `$False`.
    Bool(bool),
    /// A whole number.
    Number(u32),
    /// A text, quoted where it must be.
    Text(Arc<str>),
    /// Several texts, separated by commas.
    Texts(Vec<String>),
    /// `@{add="…"}`.
    Add(Vec<String>),
    /// `@{remove="…"}`.
    Remove(Vec<String>),
    /// `{Property -eq "value"}`.
    Equal(&'static str, String),
    /// A variable that only the operator can fill: credentials, thumbprints.
    Operator(&'static str),
    /// `$Null`.
    Null,
    /// The result of another line, in parentheses.
    Result(Box<Call>),
    /// `@{Add=…}` of such results.
    AddResults(Arc<[Call]>),
    /// `@{Remove=…}` of such results.
    RemoveResults(Arc<[Call]>),
    /// What was recorded of a property before a change.
    Recorded(&'static str),
    /// `@{replace=…}` of all that was recorded of a list.
    RecordedList(&'static str),
    /// A property of the thing that is there already.
    Found(&'static str),
    /// `@{Remove=…}` of things that stand in the way.
    RemoveOthers,
    /// A list of the language: `@(…,…)`.
    Array(Vec<Value>),
    /// A text, and what the operator gives joined to it.
    Joined(&'static str, &'static str),
    /// A switch that is said to be on or off: `-Confirm:$False`.
    Bound(bool),
    /// A property of what another line prints.
    Property(Box<Call>, &'static str),
    /// A list in a property of what another line prints, and texts more.
    More(Box<Call>, &'static str, Vec<String>),
}

impl Value {
    /// The value as an expression of its own, where a bare word would be a command.
    #[must_use]
    pub fn expression(&self) -> String {
        match self {
            Self::Text(text) => literal(text),
            // Of a list that gets more only that is looked for.
            Self::Texts(texts) | Self::Add(texts) | Self::Remove(texts) | Self::More(_, _, texts) => {
                literals(texts)
            }
            other => other.to_string(),
        }
    }

    /// Whether it is held among others, rather than being all there is.
    #[must_use]
    pub const fn is_held(&self) -> bool {
        matches!(self, Self::Add(_) | Self::Array(_) | Self::More(..))
    }

    /// The variables in it that only the operator can fill, but for those of other lines.
    #[must_use]
    pub fn variables(&self) -> Vec<&'static str> {
        match self {
            Self::Operator(name) | Self::Joined(_, name) => vec![*name],
            Self::Array(values) => values.iter().flat_map(Self::variables).collect(),
            _ => Vec::new(),
        }
    }

    /// The other lines in it.
    pub(super) fn calls(&self) -> Vec<&Call> {
        match self {
            Self::Result(call) | Self::Property(call, _) | Self::More(call, _, _) => vec![&**call],
            Self::AddResults(calls) | Self::RemoveResults(calls) => calls.iter().collect(),
            _ => Vec::new(),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Switch => Ok(()),
            Self::Bool(true) | Self::Bound(true) => f.write_str("$True"),
            Self::Bool(false) | Self::Bound(false) => f.write_str("$False"),
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => f.write_str(&argument(text)),
            Self::Texts(texts) => {
                f.write_str(&texts.iter().map(|text| argument(text)).collect::<Vec<_>>().join(","))
            }
            Self::Add(texts) => write!(f, "@{{add={}}}", literals(texts)),
            Self::Remove(texts) => write!(f, "@{{remove={}}}", literals(texts)),
            Self::Equal(property, text) => write!(f, "{{{property} -eq {}}}", literal(text)),
            Self::Operator(variable) => write!(f, "${variable}"),
            Self::Null => f.write_str("$Null"),
            Self::Result(call) => write!(f, "({call})"),
            Self::AddResults(calls) => write!(f, "@{{Add={}}}", results(calls)),
            Self::RemoveResults(calls) => write!(f, "@{{Remove={}}}", results(calls)),
            Self::Recorded(property) => write!(f, "$Old.{property}"),
            Self::RecordedList(property) => write!(f, "@{{replace=$Old.{property}}}"),
            Self::Found(property) => write!(f, "$Thing.{property}"),
            Self::RemoveOthers => f.write_str("@{Remove=$Others}"),
            Self::Array(values) => {
                let values = values.iter().map(Self::expression).collect::<Vec<_>>();
                write!(f, "@({})", values.join(","))
            }
            Self::Joined(text, variable) => write!(f, "({} + ${variable})", literal(text)),
            Self::Property(call, property) => write!(f, "({call}).{property}"),
            Self::More(call, property, texts) => {
                // A list with a text more is a list: one text with another would be one text.
                write!(f, "(@(({call}).{property}) + {})", literals(texts))
            }
        }
    }
}

/// A text as an argument: bare where PowerShell reads it as nothing but a text.
fn argument(text: &str) -> String {
    let is_word = text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '/')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | ':' | '/' | '\\'));
    if is_word { text.to_owned() } else { literal(text) }
}

fn results(calls: &[Call]) -> String {
    calls.iter().map(|call| format!("({call})")).collect::<Vec<_>>().join(",")
}

fn literals(texts: &[String]) -> String {
    texts.iter().map(|text| literal(text)).collect::<Vec<_>>().join(",")
}

/// A text as a literal of single quotes. PowerShell takes typographic quotes for plain ones, so each is doubled.
#[must_use]
pub fn literal(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('\'');
    for character in text.chars() {
        if matches!(character, '\'' | '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}') {
            quoted.push(character);
        }
        quoted.push(character);
    }
    quoted.push('\'');
    quoted
}
