//! The extension of a telephone, such as `0101`: digits whose zeros in front count.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use super::Refusal;

/// The most digits that a dial plan can have.
const MOST: usize = 20;

/// The digits of an extension.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Extension(Arc<str>);

impl Extension {
    /// How many digits it has.
    #[must_use]
    pub fn digits(&self) -> usize {
        self.0.len()
    }
}

impl FromStr for Extension {
    type Err = Refusal;

    /// Reads one to twenty digits.
    ///
    /// # Errors
    /// [`Refusal::NotAnExtension`].
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let is_one = (1..=MOST).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_one { Ok(Self(text.into())) } else { Err(Refusal::NotAnExtension) }
    }
}

impl fmt::Display for Extension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_in_front_count_and_nothing_but_digits_does() {
        assert_eq!("0101".parse::<Extension>().unwrap().digits(), 4);
        assert_eq!("0101".parse::<Extension>().unwrap().to_string(), "0101");
        for text in ["", "10a", "+1", "1 2", "123456789012345678901"] {
            assert_eq!(text.parse::<Extension>().unwrap_err(), Refusal::NotAnExtension, "{text}");
        }
    }
}
