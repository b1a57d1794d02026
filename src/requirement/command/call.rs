//! A line for the management shell, made of a cmdlet and typed values: the grammar of PowerShell is kept in one place.

use std::fmt;
use std::sync::Arc;

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
}

/// A cmdlet with its parameters.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Invocation {
    /// The cmdlet.
    pub cmdlet: &'static str,
    /// Its parameters, without the hyphen, in the order of typing.
    pub parameters: Vec<(&'static str, Value)>,
}

/// One line: a cmdlet, or several in a pipeline.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Call(Vec<Invocation>);

impl Call {
    /// A line that calls this cmdlet.
    #[must_use]
    pub fn new(cmdlet: &'static str) -> Self {
        Self(vec![Invocation { cmdlet, parameters: Vec::new() }])
    }

    /// The same line, its result piped into another cmdlet.
    #[must_use]
    pub fn pipe(mut self, cmdlet: &'static str) -> Self {
        self.0.push(Invocation { cmdlet, parameters: Vec::new() });
        self
    }

    /// The same line with a parameter more for its last cmdlet.
    #[must_use]
    pub fn with(mut self, parameter: &'static str, value: Value) -> Self {
        if let Some(last) = self.0.last_mut() {
            last.parameters.push((parameter, value));
        }
        self
    }

    /// The same line with a text for its last cmdlet.
    #[must_use]
    pub fn text(self, parameter: &'static str, text: impl fmt::Display) -> Self {
        self.with(parameter, Value::Text(text.to_string().into()))
    }

    /// Its last cmdlet, with parameters.
    pub(super) fn last(&self) -> Option<&Invocation> {
        self.0.last()
    }

    /// The line without its last cmdlet: what that one is fed with, where it is.
    pub(super) fn feeds(&self) -> Option<Self> {
        let (_, before) = self.0.split_last()?;
        (!before.is_empty()).then(|| Self(before.to_vec()))
    }

    /// The variables that only the operator can fill, those in parentheses among them.
    #[must_use]
    pub fn variables(&self) -> Vec<&'static str> {
        let values = self.invocations().into_iter().flat_map(|invocation| &invocation.parameters);
        let variable = |(_, value): &(&str, Value)| match value {
            Value::Operator(name) => Some(*name),
            _ => None,
        };
        values.filter_map(variable).collect()
    }

    /// Its cmdlets with their parameters, those in parentheses among them.
    #[must_use]
    pub fn invocations(&self) -> Vec<&Invocation> {
        let mut all = Vec::new();
        for invocation in &self.0 {
            all.push(invocation);
            for (_, value) in &invocation.parameters {
                match value {
                    Value::Result(call) => all.extend(call.invocations()),
                    Value::AddResults(calls) | Value::RemoveResults(calls) => {
                        all.extend(calls.iter().flat_map(Self::invocations));
                    }
                    _ => {}
                }
            }
        }
        all
    }

    /// The cmdlet that does the work: the last one of the product, else the last one.
    #[must_use]
    pub fn cmdlet(&self) -> &'static str {
        let mut from_last = self.0.iter().rev().map(|invocation| invocation.cmdlet);
        let last = from_last.clone().next().unwrap_or_default();
        from_last.find(|cmdlet| cmdlet.contains("-Cs")).unwrap_or(last)
    }
}

impl Value {
    /// The value as an expression of its own, where a bare word would be a command.
    #[must_use]
    pub fn expression(&self) -> String {
        match self {
            Self::Text(text) => literal(text),
            Self::Texts(texts) | Self::Add(texts) | Self::Remove(texts) => literals(texts),
            other => other.to_string(),
        }
    }
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, invocation) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str(" | ")?;
            }
            f.write_str(invocation.cmdlet)?;
            for (parameter, value) in &invocation.parameters {
                write!(f, " -{parameter}")?;
                if *value != Value::Switch {
                    write!(f, " {value}")?;
                }
            }
        }
        Ok(())
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Switch => Ok(()),
            Self::Bool(true) => f.write_str("$True"),
            Self::Bool(false) => f.write_str("$False"),
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

#[cfg(test)]
mod tests_of_quoting {
    use super::*;

    #[test]
    fn texts_are_bare_only_where_that_is_safe() {
        let call = Call::new("Grant-CsMobilityPolicy")
            .text("Identity", "kim@contoso.com")
            .text("PolicyName", "Staff’s $policy; rm")
            .with("EnableMobility", Value::Bool(true))
            .with("Usage", Value::Add(vec!["a'b".into()]))
            .with("New", Value::Switch)
            .with("Type", Value::Texts(vec!["Default".into(), "WebServicesInternal".into()]));
        assert_eq!(
            call.to_string(),
            "Grant-CsMobilityPolicy -Identity 'kim@contoso.com' -PolicyName 'Staff’’s $policy; rm' \
             -EnableMobility $True -Usage @{add='a''b'} -New -Type Default,WebServicesInternal"
        );
    }

    #[test]
    fn pipelines_are_one_line() {
        let call = Call::new("Get-CsUser")
            .with("Filter", Value::Equal("RegistrarPool", "pool01.contoso.com".into()))
            .pipe("Grant-CsMobilityPolicy")
            .text("PolicyName", "Field");
        assert_eq!(
            call.to_string(),
            "Get-CsUser -Filter {RegistrarPool -eq 'pool01.contoso.com'} | Grant-CsMobilityPolicy -PolicyName Field"
        );
    }
}
