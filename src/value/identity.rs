//! Who and what is named by something else than a host name: people, tenants, telephone lines, authorities.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::name::{LABEL_LIMIT, NAME_LIMIT};
use super::{Fqdn, FreeText, Refusal};

/// A SIP address without its scheme, such as `kim@contoso.com`; the domain is lower case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SipAddress(Arc<str>);

impl FromStr for SipAddress {
    type Err = Refusal;

    /// Reads a SIP address; a leading `sip:` is dropped.
    ///
    /// # Errors
    /// [`Refusal::NotASipAddress`], or what is wrong with its domain.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let bare = text.strip_prefix("sip:").unwrap_or(text);
        let (user, domain) = bare.rsplit_once('@').ok_or(Refusal::NotASipAddress)?;
        let user_is_plain = !user.is_empty()
            && user.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c));
        if !user_is_plain {
            return Err(Refusal::NotASipAddress);
        }
        let domain: Fqdn = domain.parse()?;
        Ok(Self(format!("{user}@{domain}").into()))
    }
}

/// A mail address such as `hostmaster@contoso.com`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MailAddress {
    user: Arc<str>,
    domain: Fqdn,
}

impl MailAddress {
    /// The address as a DNS name, as the contact of an SOA record is written: dots of the user are escaped (RFC 1035).
    #[must_use]
    pub fn as_contact(&self) -> String {
        format!("{}.{}.", self.user.replace('.', "\\."), self.domain)
    }
}

impl FromStr for MailAddress {
    type Err = Refusal;

    /// Reads `user@domain`; the user is made of letters, digits, dots, hyphens and underscores.
    ///
    /// # Errors
    /// [`Refusal::NotAMailAddress`], [`Refusal::TooLong`], or what is wrong with its domain.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let (user, domain) = text.rsplit_once('@').ok_or(Refusal::NotAMailAddress)?;
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        if user.is_empty() || !user.chars().all(is_plain) {
            return Err(Refusal::NotAMailAddress);
        }
        let domain: Fqdn = domain.parse()?;
        // As the contact of a zone it is a DNS name, in which the user is the first label.
        for (length, limit) in [(user.len(), LABEL_LIMIT), (text.len(), NAME_LIMIT)] {
            if length > limit {
                return Err(Refusal::TooLong(length, limit));
            }
        }
        Ok(Self { user: user.into(), domain })
    }
}

impl fmt::Display for MailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.user, self.domain)
    }
}

/// Whom a policy is granted to: a SIP address, UPN, `domain\user`, display name, or everybody on a pool (M-240, M-241).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grantee {
    /// One user, in any of the forms that the cmdlets take.
    User(FreeText),
    /// Everybody homed on a Front End pool.
    Pool(Fqdn),
}

impl FromStr for Grantee {
    type Err = Refusal;

    /// Reads `pool:<fqdn>` as a pool and everything else as a user.
    ///
    /// # Errors
    /// An empty text, a control character, or what is wrong with the pool's name.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        match text.strip_prefix("pool:") {
            Some(pool) => pool.parse().map(Self::Pool),
            None if text.trim().is_empty() => Err(Refusal::Empty),
            None => text.parse().map(Self::User),
        }
    }
}

impl fmt::Display for Grantee {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::User(user) => user.fmt(f),
            Self::Pool(pool) => write!(f, "pool:{pool}"),
        }
    }
}

/// A telephone line such as `tel:+14255550100`, with an optional extension.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineUri(Arc<str>);

impl LineUri {
    /// The line as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The digits of its number, without an extension.
    #[must_use]
    pub fn number(&self) -> &str {
        let number = self.0.strip_prefix("tel:+").unwrap_or(&self.0);
        number.split_once(';').map_or(number, |(digits, _)| digits)
    }
}

impl FromStr for LineUri {
    type Err = Refusal;

    /// Reads `tel:+<digits>` with an optional `;ext=<digits>`.
    ///
    /// # Errors
    /// [`Refusal::NotALineUri`].
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let is_digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
        let number = text.strip_prefix("tel:+").ok_or(Refusal::NotALineUri)?;
        let (digits, extension) = number.split_once(";ext=").unwrap_or((number, "0"));
        if is_digits(digits) && is_digits(extension) {
            Ok(Self(text.into()))
        } else {
            Err(Refusal::NotALineUri)
        }
    }
}

/// A GUID in lower case, such as a tenant's id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Guid(Arc<str>);

impl FromStr for Guid {
    type Err = Refusal;

    /// Reads the form of 8-4-4-4-12 hexadecimal digits.
    ///
    /// # Errors
    /// [`Refusal::NotAGuid`].
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let lengths: Vec<usize> = text.split('-').map(str::len).collect();
        let is_hexadecimal = text.chars().all(|c| c == '-' || c.is_ascii_hexdigit());
        if lengths == [8, 4, 4, 4, 12] && is_hexadecimal {
            Ok(Self(text.to_ascii_lowercase().into()))
        } else {
            Err(Refusal::NotAGuid)
        }
    }
}

/// An internal certification authority as the cmdlets name it: `<ca-host>\<ca-name>` (M-113).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Authority(Arc<str>);

impl FromStr for Authority {
    type Err = Refusal;

    /// Reads `<ca-host>\<ca-name>`; the name may hold spaces and any script.
    ///
    /// # Errors
    /// [`Refusal::NotAnAuthority`], or what is wrong with the host's name.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let (host, name) = text.split_once('\\').ok_or(Refusal::NotAnAuthority)?;
        let host: Fqdn = host.parse()?;
        let name: FreeText = name.parse()?;
        if name.is_empty() || name.as_str().contains('\\') {
            return Err(Refusal::NotAnAuthority);
        }
        Ok(Self(format!("{host}\\{name}").into()))
    }
}

/// The SHA-1 thumbprint of a certificate as Windows shows it: forty hexadecimal digits in upper case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Thumbprint(Arc<str>);

impl FromStr for Thumbprint {
    type Err = Refusal;

    /// Reads forty hexadecimal digits; spaces and colons between them, as windows and tools show them, are left out.
    ///
    /// # Errors
    /// [`Refusal::NotAThumbprint`].
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let digits: String = text.chars().filter(|c| !matches!(c, ' ' | ':')).collect();
        let is_one = digits.len() == 40 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_one { Ok(Self(digits.to_ascii_uppercase().into())) } else { Err(Refusal::NotAThumbprint) }
    }
}

macro_rules! shown_as_text {
    ($($name:ident),+) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

macro_rules! written_as_text {
    ($($name:ident),+) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    )+};
}

shown_as_text!(Authority, Guid, LineUri, SipAddress, Thumbprint);
written_as_text!(Authority, Grantee, Guid, LineUri, MailAddress, SipAddress, Thumbprint);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sip_addresses_lose_their_scheme() {
        assert_eq!("sip:Kim@Contoso.com".parse::<SipAddress>().unwrap().to_string(), "Kim@contoso.com");
        assert!("kim".parse::<SipAddress>().is_err());
        assert!("a b@contoso.com".parse::<SipAddress>().is_err());
    }

    #[test]
    fn thumbprints_are_read_as_tools_show_them() {
        let plain = "0123456789ABCDEF0123456789abcdef01234567";
        let spaced: String = plain.chars().flat_map(|digit| [digit, ' ']).collect();
        for text in [plain, &spaced] {
            assert_eq!(text.parse::<Thumbprint>().unwrap().to_string(), plain.to_uppercase());
        }
        assert_eq!("0123".parse::<Thumbprint>(), Err(Refusal::NotAThumbprint));
    }

    #[test]
    fn a_mail_address_is_one_that_a_zone_can_name() {
        let refusal = |text: String| text.parse::<MailAddress>().unwrap_err();
        assert_eq!("a.b@Contoso.com".parse::<MailAddress>().unwrap().as_contact(), "a\\.b.contoso.com.");
        assert_eq!(refusal(format!("{}@contoso.com", "a".repeat(64))), Refusal::TooLong(64, 63));
        let domain = ["a".repeat(63).as_str(); 3].join(".") + "." + &"b".repeat(50);
        assert_eq!(refusal(format!("{}@{domain}", "a".repeat(11))), Refusal::TooLong(254, 253));
        assert!(format!("{}@{domain}", "a".repeat(10)).parse::<MailAddress>().is_ok());
    }

    #[test]
    fn a_pool_is_a_grantee() {
        let pool: Grantee = "pool:pool01.contoso.com".parse().unwrap();
        assert_eq!(pool, Grantee::Pool("pool01.contoso.com".parse().unwrap()));
        assert!(matches!("Kim *".parse(), Ok(Grantee::User(_))));
    }

    #[test]
    fn authorities_have_a_host_and_a_name() {
        assert!(r"ca01.contoso.com\Contoso Issuing CA".parse::<Authority>().is_ok());
        assert_eq!("ca01.contoso.com".parse::<Authority>(), Err(Refusal::NotAnAuthority));
    }
}
