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
}
