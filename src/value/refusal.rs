//! Why a text is not the value that was wanted. Holds the things; the sentence is made elsewhere.

use std::fmt;

/// The reason a text was refused as a value.
///
/// Each variant names a message (`key`) and carries what that message speaks of (`arguments`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing where something was wanted.
    Empty,
    /// A character that the value may not hold, and the place of it (1 is the first character).
    Character(char, usize),
    /// An underscore in a DNS name, at the given place (M-025).
    Underscore(usize),
    /// A character outside ASCII in a host name: internationalised names are unsupported (M-025).
    Unicode(char),
    /// A label of a DNS name is empty (two dots, or a dot in front).
    EmptyLabel,
    /// A label begins or ends with a hyphen.
    Hyphen(String),
    /// A label or a name is too long: what it has, what it may have.
    TooLong(usize, usize),
    /// A name of a single label where a full name is wanted (M-025).
    SingleLabel,
    /// An address where a name is wanted.
    AddressForName,
    /// Not an IPv4 or IPv6 address.
    NotAnAddress,
    /// Not a network in CIDR notation.
    NotANetwork,
    /// A number outside the given range (both ends included).
    OutOfRange(u64, u64),
    /// Not a calendar date of the form 2027-02-01.
    NotADate,
    /// Not a SIP address such as kim@contoso.com.
    NotASipAddress,
    /// Not a mail address such as hostmaster@contoso.com.
    NotAMailAddress,
    /// Not a telephone line such as tel:+14255550100.
    NotALineUri,
    /// Not an extension such as 0101.
    NotAnExtension,
    /// Not a country of two letters.
    NotACountry,
    /// Not a GUID.
    NotAGuid,
    /// Not a certification authority of the form `<ca-host>\<ca-name>`.
    NotAnAuthority,
    /// Not a thumbprint of forty hexadecimal digits.
    NotAThumbprint,
    /// A name that some file systems keep for devices.
    DeviceName,
}

impl Refusal {
    /// The identity of the message that tells this refusal.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Empty => "refusal-empty",
            Self::Character(..) => "refusal-character",
            Self::Underscore(_) => "refusal-underscore",
            Self::Unicode(_) => "refusal-unicode",
            Self::EmptyLabel => "refusal-empty-label",
            Self::Hyphen(_) => "refusal-hyphen",
            Self::TooLong(..) => "refusal-too-long",
            Self::SingleLabel => "refusal-single-label",
            Self::AddressForName => "refusal-address-for-name",
            Self::NotAnAddress => "refusal-address",
            Self::NotANetwork => "refusal-network",
            Self::OutOfRange(..) => "refusal-range",
            Self::NotADate => "refusal-date",
            Self::NotASipAddress => "refusal-sip-address",
            Self::NotAMailAddress => "refusal-mail-address",
            Self::NotALineUri => "refusal-line-uri",
            Self::NotAnExtension => "refusal-extension",
            Self::NotACountry => "refusal-country",
            Self::NotAGuid => "refusal-guid",
            Self::NotAnAuthority => "refusal-authority",
            Self::NotAThumbprint => "refusal-thumbprint",
            Self::DeviceName => "refusal-device-name",
        }
    }

    /// What the message speaks of, by the names it uses.
    #[must_use]
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Character(character, place) => {
                vec![("character", shown(*character)), ("place", place.to_string())]
            }
            Self::Underscore(place) => vec![("place", place.to_string())],
            Self::Unicode(character) => vec![("character", shown(*character))],
            Self::Hyphen(label) => vec![("label", label.clone())],
            Self::TooLong(has, most) => vec![("has", has.to_string()), ("most", most.to_string())],
            Self::OutOfRange(least, most) => vec![("least", least.to_string()), ("most", most.to_string())],
            _ => Vec::new(),
        }
    }
}

/// A character as it can be shown anywhere: invisible ones by their number.
fn shown(character: char) -> String {
    let is_visible = character.is_ascii_graphic() || character.is_alphanumeric();
    if is_visible { character.to_string() } else { format!("U+{:04X}", u32::from(character)) }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl std::error::Error for Refusal {}
