//! What is fit for a terminal: nothing in a text may move the cursor, change colours or turn the writing direction.

use std::borrow::Cow;

/// The text with every control character and direction mark replaced by a visible sign; line ends stay.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_unfit) {
        Cow::Owned(text.chars().map(|c| if is_unfit(c) { '\u{FFFD}' } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// The text on one line, with everything escaped that a reader would not see: line ends, control characters, direction
/// marks, characters without a width of their own. `a` and a line end become `a\u{a}`. For what comes from files that
/// anybody may have made, such as the names of a certificate.
#[must_use]
pub fn one_line(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unseen) {
        return Cow::Borrowed(text);
    }
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        if is_unseen(character) {
            line.extend(character.escape_unicode());
        } else {
            line.push(character);
        }
    }
    Cow::Owned(line)
}

/// Also what leaves no trace: soft hyphens, joiners, fillers, variation selectors, tags, and blanks that look like others.
fn is_unseen(character: char) -> bool {
    character == '\n'
        || is_unfit(character)
        || (character.is_whitespace() && character != ' ')
        || matches!(character, '\u{00AD}' | '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFF}' | '\u{E0000}'..='\u{E0FFF}')
}

fn is_unfit(character: char) -> bool {
    (character.is_control() && character != '\n')
        || matches!(character, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}'
            | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_become_visible_and_words_stay() {
        assert_eq!(printable("a\u{1b}[31mb\u{202e}c\n"), "a\u{FFFD}[31mb\u{FFFD}c\n");
        assert!(matches!(printable("한국어 plain"), Cow::Borrowed(_)));
    }

    #[test]
    fn one_line_shows_what_nobody_would_see() {
        assert_eq!(
            one_line("a\n\u{1b}[31m\u{9b}1m\u{202e}\u{200b}b"),
            "a\\u{a}\\u{1b}[31m\\u{9b}1m\\u{202e}\\u{200b}b"
        );
        assert!(matches!(one_line("한국어 plain"), Cow::Borrowed(_)));
    }
}
