//! A bundle: every file that one plan makes, as a value.

use crate::requirement::Certificate;

/// The text of a file.
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
}

impl Content {
    /// The whole text, with this serial where one belongs.
    #[must_use]
    pub fn with_serial(&self, serial: u32) -> String {
        match self {
            Self::Fixed(text) => text.clone(),
            Self::Serial { head, tail } => format!("{head}{serial}{tail}"),
        }
    }

    /// The serial of an older text that differs from this one in nothing else.
    #[must_use]
    pub fn same_but_serial(&self, old: &str) -> Option<u32> {
        match self {
            Self::Fixed(_) => None,
            Self::Serial { head, tail } => {
                old.strip_prefix(head.as_str())?.strip_suffix(tail.as_str())?.parse().ok()
            }
        }
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
    /// Its text.
    pub content: Content,
    /// A private key: readable by its owner alone, never overwritten.
    pub secret: bool,
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
