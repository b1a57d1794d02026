//! A bundle: every file that one plan makes, as a value.

use super::secret::Secret;
use crate::requirement::Certificate;

/// What stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// It depends on the plan and the program alone.
    Fixed(String),
    /// It also holds a serial, which depends on the day and on what was there before.
    Serial {
        /// What stands before the serial.
        head: String,
        /// What stands behind it.
        tail: String,
    },
    /// It also holds the day of its making, at each of these seams.
    Stamped(Vec<String>),
    /// A text that is not ASCII, for readers that know it in UTF-16 alone.
    Wide(String),
    /// A private key: readable by its owner alone, never overwritten.
    Secret(Secret),
}

impl Content {
    /// The whole text, with this serial where one belongs. Nobody is told a secret.
    #[must_use]
    pub fn with_serial(&self, serial: u32) -> String {
        match self {
            Self::Fixed(text) | Self::Wide(text) => text.clone(),
            Self::Serial { head, tail } => format!("{head}{serial}{tail}"),
            // The first eight digits of a serial are its day.
            Self::Stamped(pieces) => pieces.join(&(serial / 100).to_string()),
            Self::Secret(_) => String::new(),
        }
    }

    /// The bytes of the file, with this serial where one belongs. Nobody is told a secret.
    #[must_use]
    pub fn bytes(&self, serial: u32) -> Vec<u8> {
        let text = self.with_serial(serial);
        match self {
            Self::Wide(_) => wide(&text),
            _ => text.into_bytes(),
        }
    }

    /// The serial of an older text that differs from this one in nothing else.
    #[must_use]
    pub fn same_but_serial(&self, old: &str) -> Option<u32> {
        match self {
            Self::Fixed(_) | Self::Wide(_) | Self::Secret(_) => None,
            Self::Serial { head, tail } => {
                old.strip_prefix(head.as_str())?.strip_suffix(tail.as_str())?.parse().ok()
            }
            Self::Stamped(pieces) => {
                let day: u32 = old.strip_prefix(pieces.first()?.as_str())?.get(..8)?.parse().ok()?;
                let serial = day.checked_mul(100)?;
                (self.with_serial(serial) == old).then_some(serial)
            }
        }
    }
}

/// What a file of UTF-16 begins with.
const MARK: [u8; 2] = [0xFF, 0xFE];

fn wide(text: &str) -> Vec<u8> {
    MARK.into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

/// The bytes of a file as text, for people to read: UTF-8, or UTF-16 where they begin with its mark.
#[must_use]
pub fn text_of(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&MARK) {
        Some(wide) => {
            let units = wide.chunks(2).map(|pair| u16::from_le_bytes([pair[0], *pair.get(1).unwrap_or(&0)]));
            char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        None => String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').to_owned(),
    }
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Where it goes below the output folder, with `/`.
    pub path: String,
    /// What `--only` calls it.
    pub artifact: String,
    /// The team it is for: a key below `audience-`.
    pub audience: String,
    /// What that team does with it: the key of a text below `purpose-`, or words of a vendor's own.
    pub purpose: String,
    /// What stands in it.
    pub content: Content,
}

/// A request for which a key is needed that only the world can make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRequest {
    /// The folder of the certificate, below the output folder.
    pub folder: String,
    /// The certificate.
    pub certificate: Certificate,
}

/// Every file that one plan makes, sorted by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    /// The files.
    pub artifacts: Vec<Artifact>,
    /// What is still to be made with keys.
    pub key_requests: Vec<KeyRequest>,
}

impl Bundle {
    /// The bundle with only these kinds of artifact; with all of them where none is named.
    #[must_use]
    pub fn only(mut self, artifacts: &[String]) -> Self {
        if !artifacts.is_empty() {
            self.artifacts.retain(|artifact| artifacts.contains(&artifact.artifact));
            if !artifacts.iter().any(|artifact| artifact == "certificates") {
                self.key_requests.clear();
            }
        }
        self
    }

    /// Adds a file in its place.
    pub fn add(&mut self, artifact: Artifact) {
        let place = self.artifacts.partition_point(|other| other.path < artifact.path);
        self.artifacts.insert(place, artifact);
    }

    /// Adds many files in their places.
    pub fn add_all(&mut self, artifacts: impl IntoIterator<Item = Artifact>) {
        self.artifacts.extend(artifacts);
        self.artifacts.sort_by(|one, other| one.path.cmp(&other.path));
    }

    /// Whether a file goes to this path.
    #[must_use]
    pub fn holds(&self, path: &str) -> bool {
        self.artifacts.binary_search_by(|other| other.path.as_str().cmp(path)).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_text_is_read_as_it_was_written() {
        for text in ["a\r\n", "회사 😀\r\n", ""] {
            let bytes = Content::Wide(text.to_owned()).bytes(1);
            assert!(bytes.starts_with(&MARK) && bytes.len() == 2 + 2 * text.encode_utf16().count());
            assert_eq!(text_of(&bytes), text);
        }
        assert_eq!(text_of("\u{feff}회사".as_bytes()), "회사");
        assert_eq!(text_of(&[0xFF, 0xFE, 0x41]), "A");
    }

    #[test]
    fn a_secret_is_no_text() {
        let secret = Content::Secret(Secret::new(b"key".to_vec()));
        assert!(secret.with_serial(1).is_empty() && secret.bytes(1).is_empty());
        assert!(!format!("{secret:?}").contains("107"));
    }
}
