//! Quotes values for the language of the file they go into. A value that a language can't hold is an error, not a guess.

use crate::catalog::Dialect;
use crate::requirement::literal;

/// The value as the language wants it.
///
/// # Errors
/// What the language can't hold.
pub(super) fn quote(dialect: Dialect, text: &str) -> Result<String, String> {
    if let Some(character) = text.chars().find(|c| c.is_control()) {
        return Err(format!("a value holds the control character U+{:04X}", u32::from(character)));
    }
    match dialect {
        Dialect::Csv => Ok(csv(text)),
        Dialect::Lines => Ok(text.to_owned()),
        Dialect::Markdown => Ok(markdown(text)),
        Dialect::Nginx => nginx(text),
        Dialect::Openssl => Ok(openssl(text)),
        Dialect::Path => path(text),
        Dialect::Powershell => Ok(literal(text)),
    }
}

/// How a line of comment begins in the language.
pub(super) const fn comment(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Csv
        | Dialect::Lines
        | Dialect::Nginx
        | Dialect::Openssl
        | Dialect::Path
        | Dialect::Powershell => "# ",
        Dialect::Markdown => "> ",
    }
}

/// RFC 4180, and no cell that a spreadsheet takes for a formula.
fn csv(text: &str) -> String {
    let text =
        if text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', ';']) || text.starts_with(' ') || text.ends_with(' ') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// Text of a paragraph or of a cell: whatever could begin markup is escaped.
fn markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => {
                escaped.push('\\');
                escaped.push(character);
            }
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// A word of nginx: bare where it is plain, else in quotes. nginx has no escape for `$`.
fn nginx(text: &str) -> Result<String, String> {
    let is_word =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '/' | '[' | ']' | '*');
    if !text.is_empty() && text.chars().all(is_word) {
        Ok(text.to_owned())
    } else if text.contains('$') {
        Err("nginx can't hold a `$` in a value".to_owned())
    } else {
        Ok(format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")))
    }
}

/// A value of an OpenSSL configuration: `$`, `#`, quotes and backslashes are escaped.
fn openssl(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | '$' | '#' | '"' | '\'' | '`') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// A part of an output path: one name of letters, digits, dot, hyphen, underscore.
fn path(text: &str) -> Result<String, String> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    if text.is_empty() || text.starts_with('.') || !text.chars().all(is_plain) {
        Err(format!("`{text}` can't be a part of a path"))
    } else {
        Ok(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_quoting() {
        let quoted = |dialect, text| quote(dialect, text).unwrap();
        assert_eq!(quoted(Dialect::Csv, "=1+1"), "'=1+1");
        assert_eq!(quoted(Dialect::Csv, "a,\"b\""), "\"a,\"\"b\"\"\"");
        assert_eq!(quoted(Dialect::Markdown, "a|b <i> `c`"), "a\\|b &lt;i&gt; \\`c\\`");
        assert_eq!(quoted(Dialect::Nginx, "meet.contoso.com"), "meet.contoso.com");
        assert_eq!(quoted(Dialect::Nginx, "a; b\"}"), "\"a; b\\\"}\"");
        assert_eq!(quoted(Dialect::Openssl, "A$B #1"), "A\\$B \\#1");
        assert_eq!(quoted(Dialect::Powershell, "it's"), "'it''s'");
        assert!(quote(Dialect::Nginx, "$host").is_err());
        assert!(quote(Dialect::Path, "../x").is_err());
        assert!(quote(Dialect::Lines, "a\nb").is_err());
    }
}
