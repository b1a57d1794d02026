//! A strict reader of setup information files, by the rules that Microsoft publishes for them: sections, entries, comments,
//! text in quotes, `%%` for a percent sign, lines that go on behind a backslash.
#![allow(dead_code, reason = "no test binary uses everything that is shared")]

/// The longest line.
const LONGEST: usize = 4096;

/// A section: its name and its entries in their order.
pub type Section = (String, Vec<(String, String)>);

/// The text of a file: ASCII, or UTF-16 with its mark.
///
/// # Errors
/// It is neither.
pub fn decoded(bytes: &[u8]) -> Result<String, String> {
    let Some(wide) = bytes.strip_prefix(&[0xFF, 0xFE]) else {
        let text = String::from_utf8(bytes.to_vec()).map_err(|error| error.to_string())?;
        return if text.is_ascii() { Ok(text) } else { Err("more than ASCII without a mark".to_owned()) };
    };
    if wide.len() % 2 != 0 {
        return Err("half a character".to_owned());
    }
    let units: Vec<u16> = wide.chunks(2).map(|pair| u16::from(pair[0]) | u16::from(pair[1]) << 8).collect();
    String::from_utf16(&units).map_err(|error| error.to_string())
}

/// Reads a file.
///
/// # Errors
/// The line that breaks a rule.
pub fn read(text: &str) -> Result<Vec<Section>, String> {
    let mut sections: Vec<Section> = Vec::new();
    for line in text.split_inclusive('\n') {
        let fault = |what: &str| Err(format!("{what}: {line}"));
        let Some(line) = line.strip_suffix("\r\n") else { return fault("no whole line end") };
        if line.contains(['\r', '\n']) || line.encode_utf16().count() > LONGEST {
            return fault("a line end within a line, or too long");
        }
        let line = line.trim();
        if line.ends_with('\\') {
            return fault("it goes on in the next line");
        }
        if line.is_empty() || line.starts_with(';') {
            continue;
        }
        if let Some(name) = line.strip_prefix('[') {
            let Some(name) = name.strip_suffix(']') else { return fault("no section") };
            sections.push((name.to_owned(), Vec::new()));
            continue;
        }
        let Some((key, value)) = line.split_once('=') else { return fault("no entry") };
        let Some((_, entries)) = sections.last_mut() else { return fault("outside of all sections") };
        entries.push((key.trim().to_owned(), unquoted(value.trim())?));
    }
    Ok(sections)
}

/// A value as it is read: text in quotes, or a bare one.
fn unquoted(value: &str) -> Result<String, String> {
    let Some(inner) = value.strip_prefix('"') else {
        let is_bare = !value.is_empty() && !value.contains(['"', ';', '%', '\\']);
        return if is_bare { Ok(value.to_owned()) } else { Err(format!("not bare: {value}")) };
    };
    let mut read = String::new();
    let mut rest = inner.chars().peekable();
    while let Some(character) = rest.next() {
        match (character, rest.peek()) {
            ('"', Some('"')) | ('%', Some('%')) => {
                read.push(character);
                rest.next();
            }
            ('"', None) => return Ok(read),
            ('"' | '%', _) => return Err(format!("a lone {character}: {value}")),
            _ => read.push(character),
        }
    }
    Err(format!("a quote stays open: {value}"))
}

/// The entries of a section, which must be there once.
#[track_caller]
pub fn section<'s>(sections: &'s [Section], name: &str) -> &'s [(String, String)] {
    let mut all = sections.iter().filter(|(other, _)| other == name);
    match (all.next(), all.next()) {
        (Some((_, entries)), None) => entries,
        _ => panic!("not one section {name}: {sections:?}"),
    }
}

/// A subject as Windows reads it: its parts, the broadest first.
///
/// # Errors
/// Where it stops being one.
pub fn subject(text: &str) -> Result<Vec<(String, String)>, String> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (key, behind) = rest.split_once('=').ok_or("no key")?;
        let (value, behind) = match behind.strip_prefix('"') {
            Some(quoted) => in_quotes(quoted)?,
            None => bare(behind)?,
        };
        parts.push((key.trim().to_owned(), value));
        rest = match behind.trim_start() {
            "" => "",
            more => more.strip_prefix(',').ok_or("no comma behind a part")?.trim_start(),
        };
    }
    parts.reverse();
    Ok(parts)
}

/// A value behind its opening quote, and what stands behind it.
fn in_quotes(quoted: &str) -> Result<(String, &str), String> {
    let mut value = String::new();
    let mut left = quoted;
    loop {
        let at = left.find('"').ok_or("a quote stays open")?;
        value.push_str(&left[..at]);
        left = &left[at + 1..];
        let Some(more) = left.strip_prefix('"') else { return Ok((value, left)) };
        value.push('"');
        left = more;
    }
}

/// A value without quotes, and what stands behind it.
fn bare(text: &str) -> Result<(String, &str), String> {
    let end = text.find([',', ';', '+']).unwrap_or(text.len());
    let value = text[..end].trim();
    if value.contains(['"', '=', '<', '>', '#', '\\', '\n']) {
        return Err(format!("not bare: {value}"));
    }
    Ok((value.to_owned(), &text[end..]))
}

#[test]
fn what_breaks_the_rules_is_refused() {
    let sound = "[A]\r\na = b\r\n; c\r\nd = \"e; \"\"f\"\" 5%%\\\"\r\n";
    let entries = [("a", "b"), ("d", "e; \"f\" 5%\\")].map(|(key, value)| (key.to_owned(), value.to_owned()));
    assert_eq!(read(sound), Ok(vec![("A".to_owned(), entries.to_vec())]));
    for (from, to) in [
        ("\r\n;", "\n;"),
        ("a = b", "a = b;c"),
        ("a = b", "a = b\\"),
        ("; c", "; c\\"),
        ("a = b", "a b"),
        ("[A]", "[A"),
        ("[A]\r\n", ""),
        ("5%%", "5%"),
        ("\"\"f", "\"f"),
        ("\\\"", "\\"),
        ("; c", &"; c".repeat(2000)),
    ] {
        assert!(read(&sound.replacen(from, to, 1)).is_err(), "{from} -> {to}");
    }
    assert!(decoded("é".as_bytes()).is_err() && decoded(&[0xFF, 0xFE, 0x41]).is_err());
    assert!(subject("O=a\"b").is_err() && subject("O=\"a").is_err() && subject("O=\"a\" b").is_err());
}
