//! DNS names (M-025, E-058) and the names that people give to machines.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};

use super::Refusal;

/// The longest label of a DNS name, in characters (RFC 1035).
pub(super) const LABEL_LIMIT: usize = 63;
/// The longest DNS name, in characters (RFC 1035).
pub(super) const NAME_LIMIT: usize = 253;
/// Names that Windows keeps for devices; a folder can't have them.
const DEVICE_NAMES: [&str; 22] = [
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// Whether Windows keeps a name for a device.
#[must_use]
pub fn is_device_name(name: &str) -> bool {
    DEVICE_NAMES.iter().any(|device| name.eq_ignore_ascii_case(device))
}

/// A full host name: lower case, at least two labels, no final dot. Cloning shares the text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Fqdn(Arc<str>);

impl Fqdn {
    /// The name as text, without a final dot.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text itself, to be shared.
    #[must_use]
    pub fn shared(&self) -> Arc<str> {
        Arc::clone(&self.0)
    }

    /// The name one label below this one: `meet` and `contoso.com` give `meet.contoso.com`.
    #[must_use]
    pub fn below(&self, label: &Label) -> Self {
        let mut text = String::with_capacity(label.0.len() + 1 + self.0.len());
        text.push_str(&label.0);
        text.push('.');
        text.push_str(&self.0);
        Self(text.into())
    }

    /// Whether this name is `domain` or lies below it.
    #[must_use]
    pub fn is_within(&self, domain: &Fqdn) -> bool {
        self.0.strip_suffix(&*domain.0).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    }

    /// The name without its first label, or itself where only one label would remain.
    #[must_use]
    pub fn parent(&self) -> Self {
        match self.0.split_once('.') {
            Some((_, rest)) if rest.contains('.') => Self(rest.into()),
            _ => self.clone(),
        }
    }
}

impl FromStr for Fqdn {
    type Err = Refusal;

    /// Reads a full host name; capital letters become small, one final dot is dropped.
    ///
    /// # Errors
    /// A [`Refusal`] saying which character, label or length is wrong (M-025).
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let text = text.strip_suffix('.').unwrap_or(text);
        check_name(text)?;
        if !text.contains('.') {
            return Err(Refusal::SingleLabel);
        }
        if text.rsplit('.').next().is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit())) {
            return Err(Refusal::AddressForName);
        }
        Ok(Self(text.to_ascii_lowercase().into()))
    }
}

impl TryFrom<String> for Fqdn {
    type Error = Refusal;

    fn try_from(text: String) -> Result<Self, Refusal> {
        text.parse()
    }
}

/// The domain part of SIP addresses; a DNS name of at least two labels.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SipDomain(Fqdn);

impl SipDomain {
    /// The domain as a DNS name.
    #[must_use]
    pub const fn as_fqdn(&self) -> &Fqdn {
        &self.0
    }

    /// Its first label: `contoso` of `contoso.com`.
    #[must_use]
    pub fn first_label(&self) -> &str {
        let name = self.0.as_str();
        name.split_once('.').map_or(name, |(label, _)| label)
    }

    /// The name of a host in this domain.
    #[must_use]
    pub fn host(&self, label: &Label) -> Fqdn {
        self.0.below(label)
    }
}

impl FromStr for SipDomain {
    type Err = Refusal;

    /// Reads a SIP domain by the rules of [`Fqdn`].
    ///
    /// # Errors
    /// As for [`Fqdn`].
    fn from_str(text: &str) -> Result<Self, Refusal> {
        text.parse().map(Self)
    }
}

/// A name that a certificate carries.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SubjectName {
    /// A host.
    Host(Fqdn),
    /// `*.<sip domain>` (M-088, M-091).
    Wildcard(SipDomain),
}

impl SubjectName {
    /// The host, where it is one.
    #[must_use]
    pub const fn host(&self) -> Option<&Fqdn> {
        match self {
            Self::Host(host) => Some(host),
            Self::Wildcard(_) => None,
        }
    }

    /// Whether it is exactly this host.
    #[must_use]
    pub fn is(&self, host: &Fqdn) -> bool {
        matches!(self, Self::Host(own) if own == host)
    }
}

impl fmt::Display for SubjectName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Host(host) => host.fmt(f),
            Self::Wildcard(domain) => write!(f, "*.{domain}"),
        }
    }
}

impl FromStr for SubjectName {
    type Err = Refusal;

    /// Reads a host, or `*.` before a domain.
    ///
    /// # Errors
    /// As for [`Fqdn`].
    fn from_str(text: &str) -> Result<Self, Refusal> {
        match text.strip_prefix("*.") {
            Some(domain) => domain.parse().map(Self::Wildcard),
            None => text.parse().map(Self::Host),
        }
    }
}

/// One label of a DNS name, such as `meet`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Label(Arc<str>);

impl Label {
    /// The label as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Label {
    type Err = Refusal;

    /// Reads a single label; capital letters become small.
    ///
    /// # Errors
    /// A [`Refusal`] for a dot, a forbidden character or more than 63 characters.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        if let Some(place) = text.find('.') {
            return Err(Refusal::Character('.', place + 1));
        }
        check_name(text)?;
        Ok(Self(text.to_ascii_lowercase().into()))
    }
}

impl TryFrom<String> for Label {
    type Error = Refusal;

    fn try_from(text: String) -> Result<Self, Refusal> {
        text.parse()
    }
}

/// What people call a proxy, a balancer or an appliance: one label, fit to name a folder anywhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ObjectName(Arc<str>);

impl ObjectName {
    /// The name as text, in the writer's own capitals.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ObjectName {
    type Err = Refusal;

    /// Reads a name of letters, digits and hyphens.
    ///
    /// # Errors
    /// As for [`Label`], and for names that Windows keeps for devices.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let label: Label = text.parse()?;
        if is_device_name(label.as_str()) {
            return Err(Refusal::DeviceName);
        }
        Ok(Self(text.into()))
    }
}

fn check_name(text: &str) -> Result<(), Refusal> {
    if text.is_empty() {
        return Err(Refusal::Empty);
    }
    for (at, character) in text.chars().enumerate() {
        match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '.' => {}
            '_' => return Err(Refusal::Underscore(at + 1)),
            other if other.is_alphanumeric() && !other.is_ascii() => return Err(Refusal::Unicode(other)),
            other => return Err(Refusal::Character(other, at + 1)),
        }
    }
    if text.len() > NAME_LIMIT {
        return Err(Refusal::TooLong(text.len(), NAME_LIMIT));
    }
    text.split('.').try_for_each(check_label)
}

fn check_label(label: &str) -> Result<(), Refusal> {
    if label.is_empty() {
        Err(Refusal::EmptyLabel)
    } else if label.len() > LABEL_LIMIT {
        Err(Refusal::TooLong(label.len(), LABEL_LIMIT))
    } else if label.starts_with('-') || label.ends_with('-') {
        Err(Refusal::Hyphen(label.to_owned()))
    } else {
        Ok(())
    }
}

macro_rules! shown_as_text {
    ($($name:ident),+) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    )+};
}

shown_as_text!(Fqdn, Label, ObjectName, SipDomain);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_lower_cased_and_lose_a_final_dot() {
        assert_eq!("Pool01.Contoso.COM.".parse::<Fqdn>().unwrap().as_str(), "pool01.contoso.com");
    }

    #[test]
    fn each_fault_has_its_own_refusal() {
        let refusal = |text: &str| text.parse::<Fqdn>().unwrap_err();
        assert_eq!(refusal("pool_01.contoso.com"), Refusal::Underscore(5));
        assert_eq!(refusal("büro.contoso.com"), Refusal::Unicode('ü'));
        assert_eq!(refusal("한국.example"), Refusal::Unicode('한'));
        assert_eq!(refusal("a b.example"), Refusal::Character(' ', 2));
        assert_eq!(refusal("a..example"), Refusal::EmptyLabel);
        assert_eq!(refusal("-a.example"), Refusal::Hyphen("-a".into()));
        assert_eq!(refusal("pool01"), Refusal::SingleLabel);
        assert_eq!(refusal(""), Refusal::Empty);
        assert_eq!(refusal(&format!("{}.example", "a".repeat(64))), Refusal::TooLong(64, 63));
    }

    #[test]
    fn being_within_a_domain_respects_labels() {
        let name = |text: &str| text.parse::<Fqdn>().unwrap();
        assert!(name("a.contoso.com").is_within(&name("contoso.com")));
        assert!(name("contoso.com").is_within(&name("contoso.com")));
        assert!(!name("acontoso.com").is_within(&name("contoso.com")));
    }

    #[test]
    fn object_names_refuse_devices() {
        assert_eq!("NUL".parse::<ObjectName>().unwrap_err(), Refusal::DeviceName);
        assert_eq!("RP-01".parse::<ObjectName>().unwrap().as_str(), "RP-01");
    }
}
