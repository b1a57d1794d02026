//! Free text: titles, notes, organisations, policy names.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::Refusal;

/// Text in any script, on one line, without control characters and without marks that turn the writing direction.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FreeText(Arc<str>);

impl FreeText {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromStr for FreeText {
    type Err = Refusal;

    /// Reads a text; line ends become spaces, so that folded YAML text is welcome.
    ///
    /// # Errors
    /// [`Refusal::Character`] for control characters and direction marks.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let line = text.trim_end_matches('\n').replace('\n', " ");
        match line.chars().enumerate().find(|(_, character)| is_unprintable(*character)) {
            Some((at, character)) => Err(Refusal::Character(character, at + 1)),
            None => Ok(Self(line.into())),
        }
    }
}

/// Free text of at most `MOST` characters, such as a part of a certificate's subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoundedText<const MOST: usize>(FreeText);

impl<const MOST: usize> BoundedText<MOST> {
    /// The text.
    #[must_use]
    pub const fn as_text(&self) -> &FreeText {
        &self.0
    }
}

impl<const MOST: usize> FromStr for BoundedText<MOST> {
    type Err = Refusal;

    /// Reads a text by the rules of [`FreeText`].
    ///
    /// # Errors
    /// As for [`FreeText`], and [`Refusal::TooLong`].
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let text: FreeText = text.parse()?;
        match text.as_str().chars().count() {
            has if has > MOST => Err(Refusal::TooLong(has, MOST)),
            _ => Ok(Self(text)),
        }
    }
}

/// A country as certificates name it: two letters (ISO 3166), in capitals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Country(FreeText);

impl Country {
    /// The letters; none where no country is named.
    #[must_use]
    pub const fn as_text(&self) -> &FreeText {
        &self.0
    }
}

impl FromStr for Country {
    type Err = Refusal;

    /// Reads two letters.
    ///
    /// # Errors
    /// [`Refusal::NotACountry`].
    fn from_str(text: &str) -> Result<Self, Refusal> {
        if text.len() == 2 && text.chars().all(|c| c.is_ascii_alphabetic()) {
            text.to_ascii_uppercase().parse().map(Self)
        } else {
            Err(Refusal::NotACountry)
        }
    }
}

/// Control characters, what Unicode says is no character (YAML and XML refuse it), and the marks by which text could change how the text around it is read.
fn is_unprintable(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}'
            | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

impl fmt::Display for FreeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<const MOST: usize> fmt::Display for BoundedText<MOST> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for FreeText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_script_is_text_but_no_control_characters() {
        assert!("테일스핀 'Toys' $x".parse::<FreeText>().is_ok());
        assert_eq!("a\u{1b}[2J".parse::<FreeText>(), Err(Refusal::Character('\u{1b}', 2)));
        assert_eq!("\u{202e}abc".parse::<FreeText>(), Err(Refusal::Character('\u{202e}', 1)));
        assert_eq!("two\nlines\n".parse::<FreeText>().unwrap().as_str(), "two lines");
    }
}
