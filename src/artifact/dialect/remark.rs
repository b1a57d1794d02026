//! Text behind the sign of a comment: it ends with its line, and nothing in it does anything.

use super::one_line;
use crate::catalog::Dialect;

/// A batch file has a limit for its lines.
const CMD_LONGEST: usize = 1000;

/// nginx reads a comment into its buffer of 4096 bytes; three such texts fit into one.
const NGINX_LONGEST: usize = 1200;

/// A setup information file has a limit of 4096 characters for its lines; three such texts fit into one.
const INF_LONGEST: usize = 1200;

/// The text as a comment of one line holds it.
#[must_use]
pub fn remark(dialect: Dialect, text: &str) -> String {
    let text = one_line(text);
    match dialect {
        // A backslash at the end of a line takes the next line into the comment.
        Dialect::Apache | Dialect::Openssl if text.ends_with('\\') => text + " ",
        // Variables of the environment are put in before anything is read, comments too.
        Dialect::Caddy => text.replace("{$", "{ $"),
        Dialect::Cmd => cmd(&text),
        // A backslash at the end would take the next line into this one, and blanks behind it don't help.
        Dialect::Inf => {
            let text = cut(text, INF_LONGEST);
            if text.trim_end().ends_with('\\') { text + "." } else { text }
        }
        // Where the comment is one of several lines, its end must not come early.
        Dialect::Javascript => text.replace("*/", "* /"),
        Dialect::Nginx => cut(text, NGINX_LONGEST),
        Dialect::Powershell => text.replace("#>", "# >"),
        Dialect::Markdown => super::quoting::markdown(&text),
        Dialect::Xml => xml(&text),
        _ => text,
    }
}

/// At most so many bytes of the text; what is left out is shown by an ellipsis.
fn cut(mut text: String, most: usize) -> String {
    if text.len() > most {
        text.truncate(text.floor_char_boundary(most));
        text.push('…');
    }
    text
}

/// Percent signs, carets and signs of redirection do their work in `rem` too.
fn cmd(text: &str) -> String {
    let is_harmless = |c: char| c.is_ascii_alphanumeric() || " .,:;_-/()[]'+@#=*~".contains(c);
    text.chars().map(|c| if is_harmless(c) { c } else { '?' }).take(CMD_LONGEST).collect()
}

/// Two hyphens would end the comment.
fn xml(text: &str) -> String {
    let mut harmless = String::with_capacity(text.len());
    for character in text.chars() {
        if character == '-' && harmless.ends_with('-') {
            harmless.push(' ');
        }
        harmless.push(if matches!(character, '\u{FFFE}' | '\u{FFFF}') { ' ' } else { character });
    }
    harmless
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_does_nothing() {
        assert_eq!(remark(Dialect::Apache, "C:\\"), "C:\\ ");
        assert_eq!(remark(Dialect::Openssl, "C:\\"), "C:\\ ");
        assert_eq!(remark(Dialect::Inf, "C:\\ "), "C:\\ .");
        assert_eq!(remark(Dialect::Nginx, &"é".repeat(1000)).len(), 1203);
        assert_eq!(remark(Dialect::Powershell, "a #> b"), "a # > b");
        assert_eq!(remark(Dialect::Caddy, "{$HOME}"), "{ $HOME}");
        assert_eq!(remark(Dialect::Cmd, "100% > x & <- y^"), "100? ? x ? ?- y?");
        assert_eq!(remark(Dialect::Xml, "--> <x>"), "- -> <x>");
        assert_eq!(remark(Dialect::Nginx, "a\r\nb\u{2028}"), "a  b ");
    }
}
