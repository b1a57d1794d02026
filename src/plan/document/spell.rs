//! Spells values as YAML that every reader understands alike: whatever another tool could misread is quoted.

use serde_json::Value as Json;

/// The value on one line, for use behind a key, an item's dash, or inside braces.
pub(super) fn inline(value: &Json) -> String {
    match value {
        Json::Null => "null".to_owned(),
        Json::Bool(truth) => truth.to_string(),
        Json::Number(number) => number.to_string(),
        Json::String(text) => scalar(text),
        Json::Array(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Json::Object(entries) if entries.is_empty() => "{}".to_owned(),
        Json::Object(entries) => {
            let spelt: Vec<_> =
                entries.iter().map(|(key, value)| format!("{}: {}", scalar(key), inline(value))).collect();
            format!("{{ {} }}", spelt.join(", "))
        }
    }
}

/// An entry as lines of a block, each but the first behind `indent` spaces; nested mappings, and lists of them, become
/// blocks too.
pub(super) fn entry(key: &str, value: &Json, indent: usize, newline: &str) -> String {
    let inner = indent + 2;
    let lines: Vec<String> = match value {
        Json::Object(entries) if !entries.is_empty() => {
            entries.iter().map(|(key, value)| entry(key, value, inner, newline)).collect()
        }
        Json::Array(items) if items.iter().any(Json::is_object) => {
            items.iter().map(|value| format!("- {}", item(value, inner + 2, newline))).collect()
        }
        other => return format!("{}: {}", scalar(key), inline(other)),
    };
    let lines: Vec<String> = lines.into_iter().map(|line| " ".repeat(inner) + &line).collect();
    format!("{}:{newline}{}", scalar(key), lines.join(newline))
}

/// An item of a list as lines of a block, each but the first behind `indent` spaces.
pub(super) fn item(value: &Json, indent: usize, newline: &str) -> String {
    match value {
        Json::Object(entries) if !entries.is_empty() => {
            let lines: Vec<_> =
                entries.iter().map(|(key, value)| entry(key, value, indent, newline)).collect();
            lines.join(&format!("{newline}{}", " ".repeat(indent)))
        }
        other => inline(other),
    }
}

pub(super) fn scalar(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// Whether no YAML reader, old or new, takes the bare text for anything but itself.
fn is_plain(text: &str) -> bool {
    let first_is_letter = text.chars().next().is_some_and(|c| c.is_alphabetic() || c == '_');
    let looks_like_a_date = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, b)| if matches!(at, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
    let reads_as_a_word = first_is_letter || looks_like_a_date || text.parse::<std::net::Ipv4Addr>().is_ok();
    let is_ambiguous = matches!(
        text.to_ascii_lowercase().as_str(),
        "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n" | "null"
    );
    reads_as_a_word
        && !is_ambiguous
        && !text.ends_with(' ')
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '/' | '-' | '@' | ' ' | '*'))
}

pub(super) fn quoted(text: &str) -> String {
    if text.chars().any(char::is_control) {
        // JSON's spelling of a text is a double-quoted scalar of YAML.
        Json::from(text).to_string()
    } else {
        format!("'{}'", text.replace('\'', "''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn lists_of_sections_are_blocks() {
        let value =
            json!([{ "name": "HQ", "pools": [{ "fqdn": "a.example", "addresses": ["10.0.0.1"] }] }, "x"]);
        assert_eq!(
            entry("sites", &value, 0, "\n"),
            "sites:\n  - name: HQ\n    pools:\n      - fqdn: a.example\n        addresses: [10.0.0.1]\n  - x"
        );
    }

    #[test]
    fn what_could_be_misread_is_quoted() {
        for (value, spelling) in [
            (json!("no"), "'no'"),
            (json!("NO"), "'NO'"),
            (json!("15"), "'15'"),
            (json!("1e3"), "'1e3'"),
            (json!("0x1"), "'0x1'"),
            (json!(""), "''"),
            (json!("a: b"), "'a: b'"),
            (json!("it's #1"), "'it''s #1'"),
            (json!("2027-02-01"), "2027-02-01"),
            (json!("- - abcdef"), "'- - abcdef'"),
            (json!("2027-2-011"), "'2027-2-011'"),
            (json!("pool01.contoso.com"), "pool01.contoso.com"),
            (json!("10.0.0.1"), "10.0.0.1"),
            (json!("한국 지사"), "한국 지사"),
            (json!(["a", 1, true]), "[a, 1, true]"),
            (json!({"a": {"b": null}}), "{ a: { b: null } }"),
        ] {
            assert_eq!(inline(&value), spelling);
        }
    }
}
