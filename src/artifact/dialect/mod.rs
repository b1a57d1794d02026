//! Quotes values for the language of the file they go into. A value that a language can't hold is an error, not a guess.

mod quoting;
mod remark;

pub(super) use quoting::{code_span, prose};
pub use remark::remark;

use crate::catalog::Dialect;
use crate::requirement::literal;

/// The value as the language wants it: one word, string, cell or paragraph of it.
///
/// # Errors
/// What the language can't hold.
pub fn quote(dialect: Dialect, text: &str) -> Result<String, String> {
    if let Some(character) = text.chars().find(|c| c.is_control()) {
        return Err(format!("a value holds the control character U+{:04X}", u32::from(character)));
    }
    match dialect {
        Dialect::Apache => quoting::apache(text),
        Dialect::Caddy => quoting::caddy(text),
        Dialect::CitrixAdc => Ok(quoting::citrix_adc(text)),
        Dialect::Cmd => quoting::cmd(text),
        Dialect::Csv => Ok(quoting::csv(text)),
        Dialect::Haproxy => Ok(quoting::haproxy(text)),
        Dialect::Inf => quoting::inf(text),
        Dialect::Javascript | Dialect::Json | Dialect::Yaml => Ok(quoting::json(text)),
        Dialect::Ini | Dialect::Lines => quoting::line(text),
        Dialect::Markdown => Ok(quoting::markdown(text)),
        Dialect::Nftables => quoting::nftables(text),
        Dialect::Nginx => quoting::nginx(text),
        Dialect::Openssl => Ok(quoting::openssl(text)),
        Dialect::Path => quoting::path(text),
        Dialect::Powershell => Ok(literal(text)),
        Dialect::Xml => quoting::xml(text),
    }
}

/// The text with everything made a space that ends a line, turns the writing direction, or is no character.
pub(super) fn one_line(text: &str) -> String {
    let is_harmful = |c: char| {
        c.is_control()
            || matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
                | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
    };
    text.chars().map(|c| if is_harmful(c) { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_quoting() {
        let quoted = |dialect, text| quote(dialect, text).unwrap();
        assert_eq!(quoted(Dialect::Apache, "a b\"\\"), "\"a b\\\"\\\\\"");
        assert_eq!(quoted(Dialect::Caddy, "a \"b\""), "`a \"b\"`");
        assert_eq!(quoted(Dialect::CitrixAdc, "a \"b\""), "\"a \\\"b\\\"\"");
        assert_eq!(quoted(Dialect::Csv, "=1+1"), "'=1+1");
        assert_eq!(quoted(Dialect::Csv, "a,\"b\""), "\"a,\"\"b\"\"\"");
        assert_eq!(quoted(Dialect::Haproxy, "it's $x"), "'it'\\''s $x'");
        assert_eq!(quoted(Dialect::Inf, "O=\"a; b\" 5%\\"), "\"O=\"\"a; b\"\" 5%%\\\"");
        assert_eq!(quoted(Dialect::Ini, "[x] ;#=%"), "[x] ;#=%");
        assert_eq!(quoted(Dialect::Yaml, "a: \"b\"\u{2028}"), "\"a: \\\"b\\\"\\u2028\"");
        assert_eq!(quoted(Dialect::Markdown, "a|b <i> `c`"), "a\\|b &lt;i&gt; \\`c\\`");
        assert_eq!(quoted(Dialect::Nginx, "meet.contoso.com"), "meet.contoso.com");
        assert_eq!(quoted(Dialect::Nginx, "a; b\"}"), "\"a; b\\\"}\"");
        assert_eq!(quoted(Dialect::Openssl, "A$B #1"), "A\\$B \\#1");
        assert_eq!(quoted(Dialect::Powershell, "it's"), "'it''s'");
        assert_eq!(quoted(Dialect::Xml, "<a b=\"'\">&"), "&lt;a b=&quot;&apos;&quot;&gt;&amp;");
    }

    #[test]
    fn what_a_language_cannot_hold_is_refused() {
        for (dialect, text) in [
            (Dialect::Apache, "${HOME}"),
            (Dialect::Caddy, "{env.HOME}"),
            (Dialect::Caddy, "`\""),
            (Dialect::Cmd, "a & b"),
            (Dialect::Nftables, "a \"b\""),
            (Dialect::Nginx, "$host"),
            (Dialect::Path, "../x"),
            (Dialect::Ini, "a\nb=c"),
            (Dialect::Ini, "a\u{2028}[b]"),
            (Dialect::Lines, "a\nb"),
            (Dialect::Xml, "\u{ffff}"),
        ] {
            assert!(quote(dialect, text).is_err(), "{dialect:?} {text}");
        }
    }
}
