//! Renders templates: strict, bounded, every value quoted for the language of the file.

use std::collections::BTreeMap;
use std::error::Error as _;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, UndefinedBehavior};
use serde::Serialize;

use super::dialect::{code_span, one_line, prose, quote, remark};
use crate::catalog::{Dialect, Templates};
use crate::text::{Message, Speaker};

/// Steps that one template may take: enough for a hundred thousand names, not for an endless loop.
const FUEL: u64 = 50_000_000;

/// A template that is ready to be rendered for many views.
pub(super) struct Press<'s> {
    environment: Environment<'s>,
    name: String,
}

impl<'s> Press<'s> {
    /// Reads a template, by its path below `templates/`.
    ///
    /// # Errors
    /// What is wrong with the template, with its line.
    pub(super) fn of_file(
        templates: &'s Templates,
        path: &str,
        dialect: Dialect,
        speaker: &Speaker,
    ) -> Result<Self, String> {
        let source = templates.file(path).ok_or_else(|| format!("the template `{path}` is missing"))?;
        Self::of(source, path, templates.partials(path), dialect, speaker)
    }

    /// Reads a template that is given as text, and takes in nothing.
    ///
    /// # Errors
    /// As for a file.
    pub(super) fn of_text(
        source: &'s str,
        name: &str,
        dialect: Dialect,
        speaker: &Speaker,
    ) -> Result<Self, String> {
        Self::of(source, name, BTreeMap::new(), dialect, speaker)
    }

    fn of(
        source: &'s str,
        name: &str,
        partials: BTreeMap<String, &str>,
        dialect: Dialect,
        speaker: &Speaker,
    ) -> Result<Self, String> {
        let mut environment = environment(dialect)?;
        let sources = std::iter::once(source).chain(partials.values().copied());
        let known: Vec<_> = sources.flat_map(|source| speaker_table(speaker, source)).collect();
        environment.add_function("say", move |key: String| {
            known
                .iter()
                .find(|(known, _)| *known == key)
                .map(|(_, words)| Value::from_safe_string(words.clone()))
                .ok_or_else(|| Error::new(ErrorKind::InvalidOperation, format!("no words for `{key}`")))
        });
        // What a template takes in stands in its own folder.
        environment.set_path_join_callback(|name, parent| {
            parent.rsplit_once('/').map_or(name.into(), |(folder, _)| format!("{folder}/{name}").into())
        });
        let partials: BTreeMap<String, String> =
            partials.into_iter().map(|(path, text)| (path, text.to_owned())).collect();
        environment.set_loader(move |path| Ok(partials.get(path).cloned()));
        environment
            .add_template_owned(name.to_owned(), source.to_owned())
            .map_err(|error| explain(&error))?;
        Ok(Self { environment, name: name.to_owned() })
    }

    /// The text for a view.
    ///
    /// # Errors
    /// What is wrong with the template, with its line.
    pub(super) fn render<V: Serialize>(&self, view: &V) -> Result<String, String> {
        let template = self.environment.get_template(&self.name);
        template.and_then(|template| template.render(Serde(view))).map_err(|error| explain(&error))
    }
}

/// What all templates of a language have in common.
fn environment<'s>(dialect: Dialect) -> Result<Environment<'s>, String> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(syntax()?);
    environment.set_fuel(Some(FUEL));
    // What a macro made is not quoted again; everything else is, by the formatter.
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("dialect".into()));
    environment.set_formatter(move |output, _, value| format(dialect, output, value));
    // A comment ends with its line: nothing in it may end that line.
    environment.add_filter("comment", move |text: String| Value::from_safe_string(remark(dialect, &text)));
    // Lines of commands are code already, quoted where they were made.
    environment.add_filter("code", |text: String| Value::from_safe_string(one_line(&text)));
    // Words in Markdown, whatever stands in them: names in backticks are code, everything else is text.
    environment.add_filter("prose", |text: String| Value::from_safe_string(prose(&one_line(&text))));
    // A name as code in Markdown.
    environment.add_filter("code_span", |text: String| Value::from_safe_string(code_span(&one_line(&text))));
    // A name within a regular expression; what comes out is still quoted for the file.
    environment.add_filter("pattern", |text: String| pattern(&text));
    Ok(environment)
}

/// The words for every key that a template says. Words are looked up beforehand, as a template's functions can't borrow
/// the speaker.
fn speaker_table(speaker: &Speaker, source: &str) -> Vec<(String, String)> {
    let calls = source.split("say(").skip(1);
    let keys = calls.filter_map(|rest| rest.split(['"', '\'']).nth(1));
    keys.filter(|key| speaker.knows(key))
        .map(|key| (key.to_owned(), speaker.say(&Message::new(key.to_owned()))))
        .collect()
}

/// Block tags leave no empty lines behind, and files keep their last line end.
fn syntax() -> Result<SyntaxConfig, String> {
    SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build()
        .map_err(|error| error.to_string())
}

fn format(dialect: Dialect, output: &mut Output<'_>, value: &Value) -> Result<(), Error> {
    let text = match (value.kind(), value.as_str()) {
        (ValueKind::Number, _) => value.to_string(),
        (ValueKind::String, Some(text)) if value.is_safe() => text.to_owned(),
        (ValueKind::String, Some(text)) => {
            quote(dialect, text).map_err(|reason| Error::new(ErrorKind::InvalidOperation, reason))?
        }
        (ValueKind::Undefined, _) => return Err(Error::from(ErrorKind::UndefinedError)),
        (kind, _) => {
            return Err(Error::new(
                ErrorKind::InvalidOperation,
                format!("a {kind} can't be written as it is"),
            ));
        }
    };
    output.write_str(&text).map_err(Error::from)
}

/// The text as a regular expression that fits nothing else.
fn pattern(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if "\\.+*?()|[]{}^$".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// What is wrong, where: in a template that was taken in, its own name and line.
fn explain(error: &Error) -> String {
    if let Some(inner) = error.source().and_then(|inner| inner.downcast_ref::<Error>())
        && error.kind() == ErrorKind::BadInclude
    {
        return explain(inner);
    }
    let place = match (error.name(), error.line()) {
        (Some(name), Some(line)) => format!("{name}:{line}: "),
        _ => String::new(),
    };
    let detail = error.detail().map(|detail| format!(": {detail}")).unwrap_or_default();
    format!("{place}{}{detail}", error.kind())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn rendered(source: &str, dialect: Dialect) -> Result<String, String> {
        let speaker = Speaker::new(&[("en", vec!["hello = Hello"])]).unwrap();
        Press::of_text(source, "t", dialect, &speaker)?.render(&json!({ "a": "x; y", "n": 3, "list": ["a"] }))
    }

    #[test]
    fn every_value_is_quoted_and_nothing_is_guessed() {
        assert_eq!(rendered("v {{ a }} {{ n }};\n", Dialect::Nginx).unwrap(), "v \"x; y\" 3;\n");
        assert_eq!(rendered("# {{ a | comment }}", Dialect::Nginx).unwrap(), "# x; y");
        assert_eq!(rendered("{{ 'a_b' | code_span }}", Dialect::Markdown).unwrap(), "`a_b`");
        assert_eq!(rendered("{{ 'a|b``' | code_span }}", Dialect::Markdown).unwrap(), "a\\|b\\`\\`");
        assert_eq!(
            rendered("{{ 'set `a_b` to *x* `' | prose }}", Dialect::Markdown).unwrap(),
            "set `a_b` to \\*x\\* \\`"
        );
        assert_eq!(rendered("{{ say('hello') }}", Dialect::Markdown).unwrap(), "Hello");
        assert!(rendered("{{ b }}", Dialect::Nginx).unwrap_err().contains("undefined"));
        assert!(rendered("\n{{ list }}", Dialect::Nginx).unwrap_err().starts_with("t:2"));
        assert!(rendered("{{ say('nothing') }}", Dialect::Nginx).unwrap_err().contains("no words"));
    }
}
