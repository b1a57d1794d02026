//! The domains, and how their zones are kept.

use super::answer::Answer;
use super::because::Because;
use super::part::section;
use super::values::{Count, choices};
use crate::value::{Fqdn, Label, MailAddress, SipDomain};

choices! {
    /// How the internal name servers know the SIP domains.
    pub enum InternalZones {
        /// A copy of each SIP zone stands inside.
        Full = "full",
        /// One zone for each name (M-063).
        PinPoint = "pin-point",
    }
}

section! {
    /// The domains of the deployment.
    pub struct Domains {
        /// The SIP domains; the first one is the default SIP domain.
        sip: Answer<Vec<SipDomain>> = required(Vec::new()),
        /// The Active Directory domain of the servers.
        active_directory: Answer<Fqdn> = required(placeholder()),
        /// A copy of each SIP zone inside, or one zone for each name (M-063).
        internal_sip_zones: Answer<InternalZones> = default(InternalZones::Full),
        /// Clients older than Lync 2013 or desk phones sign in by SRV and `sip.<sip>` (M-282, E-036).
        legacy_sign_in: Answer<bool> = default(false),
        /// Time to live of every record, in seconds.
        ttl: Answer<Count<1, 2_147_483_647>> = default(Count(3600)),
        /// The name servers that the zone files name.
        name_servers: NameServers,
        /// The contact in the SOA record: a mail address.
        hostmaster: Answer<MailAddress> = default(hostmaster_at(&placeholder())),
    }
}

section! {
    /// The NS records of the zone files; without them a zone is written as a fragment without SOA and NS.
    pub struct NameServers {
        /// The name servers of the internal zones.
        internal: Answer<Vec<Fqdn>> = default(Vec::new()),
        /// The name servers of the external zones.
        external: Answer<Vec<Fqdn>> = default(Vec::new()),
    }
}

impl Domains {
    /// The default SIP domain: the first one.
    #[must_use]
    pub fn default_sip(&self, because: &mut Because) -> Option<SipDomain> {
        because.read(&self.sip).first().cloned()
    }

    pub(super) fn settle(&mut self) {
        let sip = self.sip.clone();
        self.hostmaster.settle(|because| {
            hostmaster_at(because.read(&sip).first().map_or(&placeholder(), |domain| domain.as_fqdn()))
        });
    }
}

/// The usual contact of a zone (RFC 2142).
#[expect(
    clippy::expect_used,
    reason = "a user and a name make an address; every test that reads a plan would fail otherwise"
)]
fn hostmaster_at(domain: &Fqdn) -> MailAddress {
    format!("hostmaster@{domain}").parse().expect("a mail address")
}

/// Stands in for a name that is required and missing; nothing is generated while it does.
#[expect(
    clippy::expect_used,
    reason = "the text is a name; every test that reads an empty plan would fail otherwise"
)]
pub(super) fn placeholder() -> Fqdn {
    "missing.invalid".parse().expect("a reserved name")
}

/// A label that is known to be one.
#[expect(
    clippy::expect_used,
    reason = "called with literals only; every test that reads a plan would fail otherwise"
)]
pub(super) fn label(text: &'static str) -> Label {
    text.parse().expect("a literal label")
}
