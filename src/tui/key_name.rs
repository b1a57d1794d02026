//! What the key table calls a key, and what the screen shows for it.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::text::cells;

/// Keys with a name, and what the screen shows for them.
const NAMED: [(&str, &str); 15] = [
    ("enter", "⏎"),
    ("tab", "⇥"),
    ("backtab", "⇤"),
    ("up", "↑"),
    ("down", "↓"),
    ("left", "←"),
    ("right", "→"),
    ("esc", "Esc"),
    ("delete", "Del"),
    ("insert", "Ins"),
    ("pageup", "PgUp"),
    ("pagedown", "PgDn"),
    ("home", "Home"),
    ("end", "End"),
    ("space", "Space"),
];

/// With Ctrl, terminals send Tab, Enter and Esc for these.
const OTHERWISE: [&str; 3] = ["i", "m", "["];

/// What the table calls a key.
#[must_use]
pub fn name_of(key: KeyEvent) -> Option<String> {
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    // Alt makes another key of it, which the table does not know; with Ctrl it is AltGr, which types.
    if alt {
        return None;
    }
    let name = match key.code {
        KeyCode::Char(' ') => "space".to_owned(),
        KeyCode::Char(character) => character.to_string(),
        KeyCode::F(number) => format!("f{number}"),
        KeyCode::Enter => "enter".to_owned(),
        KeyCode::Esc => "esc".to_owned(),
        KeyCode::Tab => "tab".to_owned(),
        KeyCode::BackTab => "backtab".to_owned(),
        KeyCode::Up => "up".to_owned(),
        KeyCode::Down => "down".to_owned(),
        KeyCode::Left => "left".to_owned(),
        KeyCode::Right => "right".to_owned(),
        KeyCode::Home => "home".to_owned(),
        KeyCode::End => "end".to_owned(),
        KeyCode::PageUp => "pageup".to_owned(),
        KeyCode::PageDown => "pagedown".to_owned(),
        KeyCode::Delete => "delete".to_owned(),
        KeyCode::Insert => "insert".to_owned(),
        _ => return None,
    };
    let is_control = key.modifiers.contains(KeyModifiers::CONTROL);
    Some(if is_control { format!("ctrl-{}", name.to_lowercase()) } else { name })
}

/// A key as people spell it, as the table does; nothing where there is no such key.
#[must_use]
pub fn spelled(key: &str) -> Option<String> {
    if is_character(key) {
        return Some(key.to_owned());
    }
    let key = key.to_lowercase();
    let is_function = |key: &str| {
        key.strip_prefix('f')
            .and_then(|number| number.parse().ok())
            .is_some_and(|number: u8| (1..=12).contains(&number))
    };
    let is_named = |key: &str| NAMED.iter().any(|(name, _)| *name == key) || is_function(key);
    let is_known = match key.strip_prefix("ctrl-") {
        Some(rest) => is_named(rest) || (is_character(rest) && !OTHERWISE.contains(&rest)),
        None => is_named(&key),
    };
    is_known.then_some(key)
}

/// Whether a key is a character, which types itself where something is typed.
#[must_use]
pub fn types(key: &str) -> bool {
    is_character(key) || key == "space"
}

fn is_character(key: &str) -> bool {
    let mut characters = key.chars();
    characters.next().is_some_and(|one| !one.is_whitespace() && !one.is_control())
        && characters.next().is_none()
        && cells(key) > 0
}

/// What the screen shows for a key.
#[must_use]
pub fn sign(key: &str) -> String {
    if let Some((_, sign)) = NAMED.iter().find(|(name, _)| *name == key) {
        return (*sign).to_owned();
    }
    match key.strip_prefix("ctrl-") {
        Some(rest) if is_character(rest) => format!("^{}", rest.to_uppercase()),
        Some(rest) => format!("^{}", sign(rest)),
        None if key.len() > 1 && key.is_ascii() => key.to_uppercase(),
        None => key.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_spelled_as_they_are_pressed() {
        for key in ["a", "A", "?", "한", "f1", "f12", "enter", "ctrl-s", "ctrl-up", "ctrl-space"] {
            assert_eq!(spelled(key).as_deref(), Some(key));
        }
        assert_eq!([spelled("Ctrl-S"), spelled("F2")], [Some("ctrl-s".to_owned()), Some("f2".to_owned())]);
        for nonsense in [
            "", " ", "f0", "f13", "alt-x", "ctrl-", "ctrl-i", "ctrl-m", "ctrl-[", "ctrl-ab", "\u{1b}",
            "return",
        ] {
            assert_eq!(spelled(nonsense), None, "{nonsense:?}");
        }
        assert!(types("a") && types("space") && !types("f1") && !types("ctrl-s"));
    }

    #[test]
    fn every_key_has_a_sign() {
        let signs = ["ctrl-s", "ctrl-up", "f2", "G", "한", "pagedown"].map(sign);
        assert_eq!(signs, ["^S", "^↑", "F2", "G", "한", "PgDn"]);
    }
}
