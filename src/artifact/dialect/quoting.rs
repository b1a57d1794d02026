//! How each language spells a value.

use std::fmt::Write as _;

/// Whether every character is one of a host name, an address, a path or a number: a bare word in every language.
fn is_plain(text: &str) -> bool {
    let is_word =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '/' | '[' | ']' | '*');
    !text.is_empty() && text.chars().all(is_word)
}

/// The text with a character before each of those that need one.
fn escaped(text: &str, escape: char, special: &[char]) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if special.contains(&character) {
            escaped.push(escape);
        }
        escaped.push(character);
    }
    escaped
}

/// A word of Apache httpd. Nothing keeps it from replacing `${NAME}`.
pub(super) fn apache(text: &str) -> Result<String, String> {
    if is_plain(text) {
        Ok(text.to_owned())
    } else if text.contains("${") {
        Err("Apache httpd can't hold `${` in a value".to_owned())
    } else {
        Ok(format!("\"{}\"", escaped(text, '\\', &['\\', '"'])))
    }
}

/// A token of a Caddyfile. In double quotes a backslash before the end would take the quote away, so backticks are for
/// those; a brace begins a placeholder wherever it stands.
pub(super) fn caddy(text: &str) -> Result<String, String> {
    if is_plain(text) {
        Ok(text.to_owned())
    } else if text.contains('{') || text == "}" {
        Err("a Caddyfile can't hold `{` in a value, nor `}` alone".to_owned())
    } else if !text.contains('`') {
        Ok(format!("`{text}`"))
    } else if !text.contains(['"', '\\']) {
        Ok(format!("\"{text}\""))
    } else {
        Err("a Caddyfile can't hold a backtick beside a quote or a backslash".to_owned())
    }
}

/// An argument of the Citrix ADC command line.
pub(super) fn citrix_adc(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { format!("\"{}\"", escaped(text, '\\', &['\\', '"'])) }
}

/// A word of a batch file: only what needs no quoting, as `cmd` has none that holds.
pub(super) fn cmd(text: &str) -> Result<String, String> {
    if is_plain(text) { Ok(text.to_owned()) } else { Err(format!("a batch file can't hold `{text}`")) }
}

/// RFC 4180, and no cell that a spreadsheet takes for a formula.
pub(super) fn csv(text: &str) -> String {
    let text =
        if text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', ';']) || text.starts_with(' ') || text.ends_with(' ') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// An argument of `HAProxy`: in single quotes everything stands for itself.
pub(super) fn haproxy(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { format!("'{}'", text.replace('\'', "'\\''")) }
}

/// The longest value of a setup information file in UTF-16, quoted: its lines have 4096, and a key stands before.
const INF_LONGEST: usize = 4000;

/// A value of a setup information file: in quotes nothing but a quote and a percent sign means anything, and both are
/// doubled.
pub(super) fn inf(text: &str) -> Result<String, String> {
    let quoted = format!("\"{}\"", text.replace('"', "\"\"").replace('%', "%%"));
    if quoted.encode_utf16().count() > INF_LONGEST {
        return Err(format!(
            "a setup information file can't hold a value of more than {INF_LONGEST} characters"
        ));
    }
    Ok(quoted)
}

/// A line of its own, or what stands behind a key of an ini file: nothing means anything there but what somebody takes for a
/// line end. Blanks at the ends of a value of an ini file are not read.
pub(super) fn line(text: &str) -> Result<String, String> {
    if text.contains(['\u{2028}', '\u{2029}']) {
        return Err("a value of one line can't hold a separator of lines".to_owned());
    }
    Ok(text.to_owned())
}

/// A string of JSON, which JavaScript and YAML read as the same. What JavaScript once took for a line end, and what is
/// not seen, is escaped.
pub(super) fn json(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(character);
            }
            '\u{061C}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}'
            | '\u{FFFE}'
            | '\u{FFFF}' => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(character));
            }
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

/// Text of a paragraph, of a list's item or of a cell: whatever could begin markup is escaped, and spaces at the ends stay.
pub(super) fn markdown(text: &str) -> String {
    marked(text, true, true)
}

/// A part of such a text: what stands beside a code span begins or ends nothing.
fn marked(text: &str, is_first: bool, is_last: bool) -> String {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    // `1.` and `1)` before a blank begin a list, as do `-` and `+`; `=` makes a heading of the line above.
    let behind = digits.strip_prefix(['.', ')']).filter(|_| digits.len() < text.len());
    let lists = match behind {
        Some(behind) if behind.is_empty() || behind.starts_with(' ') => text.len() - digits.len(),
        _ => 0,
    };
    let begins = is_first && (lists > 0 || text.starts_with(['-', '+', '=']));
    let starts = begins.then_some(lists);
    let first = if is_first { text.len() - text.trim_start_matches(' ').len() } else { 0 };
    let last = if is_last { text.trim_end_matches(' ').len() } else { text.len() };
    let inside = first..last;
    let mut escaped = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        match character {
            ' ' if !inside.contains(&at) => escaped.push_str("&#32;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => {
                escaped.push('\\');
                escaped.push(character);
            }
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            _ => {
                if starts == Some(at) {
                    escaped.push('\\');
                }
                escaped.push(character);
            }
        }
    }
    escaped
}

/// Words with names in backticks: what stands in backticks stays a code span, everything else is text. Spans are found as
/// `CommonMark` finds them, so nothing else than what is taken for code here is code there.
pub(in crate::artifact) fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('`') {
        out.push_str(&marked(&rest[..at], out.is_empty(), false));
        let run = rest[at..].chars().take_while(|c| *c == '`').count();
        let behind = &rest[at + run..];
        match behind.find('`').filter(|end| run == 1 && !behind[end + 1..].starts_with('`')) {
            Some(end) if !behind[..end].trim().is_empty() && !behind[..end].contains('|') => {
                let _ = write!(out, "`{}`", &behind[..end]);
                rest = &behind[end + 1..];
            }
            _ => {
                out.push_str(&"\\`".repeat(run));
                rest = behind;
            }
        }
    }
    out.push_str(&marked(rest, out.is_empty(), true));
    out
}

/// A name as a code span, where one can hold it in a cell of a table too; else as text.
pub(in crate::artifact) fn code_span(text: &str) -> String {
    if text.trim().is_empty() || text.contains(['`', '|']) { markdown(text) } else { format!("`{text}`") }
}

/// A word of nftables: its strings know no escape.
pub(super) fn nftables(text: &str) -> Result<String, String> {
    if is_plain(text) && !text.contains(['[', ']', '*']) {
        Ok(text.to_owned())
    } else if text.contains(['"', '\\']) {
        Err("nftables can't hold a quote or a backslash in a value".to_owned())
    } else {
        Ok(format!("\"{text}\""))
    }
}

/// The longest word that nginx reads, in bytes, less its quotes and escapes: its buffer has 4096.
const NGINX_LONGEST: usize = 4000;

/// A word of nginx: bare where it is plain, else in quotes. nginx has no escape for `$`.
pub(super) fn nginx(text: &str) -> Result<String, String> {
    let quotes = text.matches(['\\', '"']).count();
    if text.len() + quotes > NGINX_LONGEST {
        Err(format!("nginx can't hold a value of more than {NGINX_LONGEST} bytes"))
    } else if is_plain(text) {
        Ok(text.to_owned())
    } else if text.contains('$') {
        Err("nginx can't hold a `$` in a value".to_owned())
    } else {
        Ok(format!("\"{}\"", escaped(text, '\\', &['\\', '"'])))
    }
}

/// A value of an OpenSSL configuration: `$`, `#`, quotes and backslashes are escaped. Spaces at the ends stay only in quotes.
pub(super) fn openssl(text: &str) -> String {
    if text.starts_with(' ') || text.ends_with(' ') {
        return format!("\"{}\"", escaped(text, '\\', &['\\', '"']));
    }
    escaped(text, '\\', &['\\', '$', '#', '"', '\'', '`'])
}

/// A part of an output path: one name of letters, digits, dot, hyphen, underscore.
pub(super) fn path(text: &str) -> Result<String, String> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    if text.is_empty() || text.starts_with('.') || text.ends_with('.') || !text.chars().all(is_plain) {
        Err(format!("`{text}` can't be a part of a path"))
    } else {
        Ok(text.to_owned())
    }
}

/// Text of an element, or of an attribute in quotes of either kind.
pub(super) fn xml(text: &str) -> Result<String, String> {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            '\u{FFFE}' | '\u{FFFF}' => return Err("XML can't hold U+FFFE or U+FFFF".to_owned()),
            _ => escaped.push(character),
        }
    }
    Ok(escaped)
}
