//! A strict reader of ini files: sections, keys and values, comments on lines of their own; every line ends with CRLF, nothing
//! stands twice, and nothing stands outside of a section.
#![allow(dead_code, reason = "no test binary uses everything that is shared")]

/// A section: its name and its entries in their order.
pub type Section = (String, Vec<(String, String)>);

/// Reads a file.
///
/// # Errors
/// The line that breaks a rule.
pub fn read(text: &str) -> Result<Vec<Section>, String> {
    let mut sections: Vec<Section> = Vec::new();
    for line in text.split_inclusive('\n') {
        let fault = |what: &str| Err(format!("{what}: {line:?}"));
        let Some(line) = line.strip_suffix("\r\n") else { return fault("no whole line end") };
        if line.contains(|c: char| c.is_control() || "\u{2028}\u{2029}".contains(c)) {
            return fault("a line end within a line");
        }
        if line.is_empty() || line.starts_with(';') {
            continue;
        }
        if let Some(name) = line.strip_prefix('[') {
            let Some(name) = name.strip_suffix(']') else { return fault("no section") };
            if sections.iter().any(|(known, _)| known.eq_ignore_ascii_case(name)) {
                return fault("a section stands twice");
            }
            sections.push((name.to_owned(), Vec::new()));
            continue;
        }
        let Some((key, value)) = line.split_once('=') else { return fault("no entry") };
        let is_word = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let Some((_, entries)) = sections.last_mut().filter(|_| is_word) else { return fault("no entry") };
        if entries.iter().any(|(known, _)| known.eq_ignore_ascii_case(key)) {
            return fault("a key stands twice");
        }
        entries.push((key.to_owned(), value.trim().to_owned()));
    }
    Ok(sections)
}

/// The value of a key in a section.
pub fn value<'s>(sections: &'s [Section], section: &str, key: &str) -> Option<&'s str> {
    let (_, entries) = sections.iter().find(|(name, _)| name == section)?;
    entries.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
}
