//! Exchange integration: where both products run, what the room wants of it, and how.

mod features;
mod values;

pub use features::{Archive, Contacts, OutlookWeb, SharePoint, UmMailbox, UnifiedMessaging, VoiceMail};
pub use values::{
    ArchiveContent, Cloud, ContactsFor, ExchangeFeature, ExchangeVersion, OauthCertificate, Place,
    UmSecurity, UserArchiving,
};

use super::answer::Answer;
use super::because::Because;
use super::domains::{Domains, placeholder};
use super::part::section;
use super::pools::Server;
use super::sites::Site;
use super::values::Count;
use super::{List, Path};
use crate::value::{Fqdn, Guid};

section! {
    /// Exchange integration.
    pub struct Exchange {
        /// Exchange is integrated.
        integrate: Answer<bool> = default(false),
        /// Where Skype for Business runs.
        skype: Answer<Place> = default(Place::OnPremises),
        /// Where Exchange runs.
        exchange: Answer<Place> = default(Place::OnPremises),
        /// The version of Exchange.
        version: Answer<ExchangeVersion> = default(ExchangeVersion::Exchange2016);
            asked if |own, _, because| own.is_exchange_here(because),
        /// What the room wants.
        features: Answer<Vec<ExchangeFeature>> = default(Vec::new()),
        /// The mail domain.
        smtp_domain: Answer<Fqdn> = default(placeholder()),
        /// The host of Exchange Autodiscover.
        autodiscover_host: Answer<Fqdn> = default(placeholder()),
        /// Other mail domains to which Autodiscover may redirect.
        redirect_domains: Answer<Vec<Fqdn>> = default(Vec::new());
            asked if |own, _, because| own.is_skype_here(because),
        /// The Exchange servers; beside Exchange Online those that stay here.
        servers: List<Server>,
        /// Both products are in one Active Directory forest.
        same_forest: Answer<bool> = default(true);
            asked if |own, _, because| own.is_skype_here(because) && own.is_exchange_here(because),
        /// The certificate of server-to-server authentication.
        oauth_certificate: Answer<OauthCertificate> = default(OauthCertificate::Automatic);
            asked if |own, _, because| own.is_skype_here(because),
        /// How long the key of the Default certificate is, where that one serves and exists already.
        oauth_key_bits: Answer<Option<Count<512, 16_384>>> = default(None);
            asked if |own, _, because| {
                own.is_skype_here(because) && *because.read(&own.oauth_certificate) == OauthCertificate::Default
            },
        /// The realm of server-to-server authentication; by default the default SIP domain.
        oauth_realm: Answer<Fqdn> = default(placeholder());
            asked if |own, _, because| own.is_skype_here(because),
        /// The cloud of the tenant.
        cloud: Answer<Cloud> = default(Cloud::Worldwide);
            asked if |own, _, because| own.has_tenant(because) || own.may_use_cloud_voice_mail(because),
        /// The tenant.
        tenant_id: Answer<Option<Guid>> = default(None); asked if |own, _, because| own.has_tenant(because),
        /// The unified contact store.
        contacts: Contacts; asked if |own, _, because| {
            own.is_skype_here(because) && own.wants(ExchangeFeature::UnifiedContactStore, because)
        },
        /// Archiving in Exchange.
        archive: Archive; asked if |own, path, because| {
            own.is_skype_here(because)
                && own.wants(ExchangeFeature::Archiving, because)
                && (!own.is_across_forests(path) || !*because.read(&own.same_forest))
        },
        /// The web application that searches archived content.
        share_point: SharePoint; asked if |own, _, because| {
            own.is_skype_here(because) && own.wants(ExchangeFeature::SearchArchive, because)
        },
        /// Instant messages and presence in Outlook on the web.
        outlook_web: OutlookWeb; asked if |own, path, because| {
            own.is_skype_here(because)
                && own.is_exchange_here(because)
                && own.wants_outlook_web(because)
                && (path != own.outlook_web.um_collocated.path() || own.has_um(because))
        },
        /// Unified Messaging.
        unified_messaging: UnifiedMessaging; asked if |own, path, because| {
            own.is_skype_here(because)
                && own.is_exchange_here(because)
                && own.wants(ExchangeFeature::UnifiedMessaging, because)
                && own.has_um(because)
                && (path != own.unified_messaging.forest.path() || !*because.read(&own.same_forest))
        },
        /// Voice mail in the cloud.
        voice_mail: VoiceMail; asked if |own, _, because| own.may_use_cloud_voice_mail(because),
    }
}

impl Exchange {
    /// Whether the room wants a feature.
    pub fn wants(&self, feature: ExchangeFeature, because: &mut Because) -> bool {
        because.read(&self.features).contains(&feature)
    }

    /// Whether the room wants anything of Outlook on the web.
    pub fn wants_outlook_web(&self, because: &mut Because) -> bool {
        let of_web = [ExchangeFeature::PresenceInOwa, ExchangeFeature::OwaIm, ExchangeFeature::MeetingsInOwa];
        because.read(&self.features).iter().any(|feature| of_web.contains(feature))
    }

    /// Whether the Front End pools are here.
    pub fn is_skype_here(&self, because: &mut Because) -> bool {
        *because.read(&self.skype) == Place::OnPremises
    }

    /// Whether Exchange is here.
    pub fn is_exchange_here(&self, because: &mut Because) -> bool {
        *because.read(&self.exchange) == Place::OnPremises
    }

    /// Whether the version of Exchange has Unified Messaging.
    pub fn has_um(&self, because: &mut Because) -> bool {
        *because.read(&self.version) < ExchangeVersion::Exchange2019
    }

    /// Whether Outlook on the web runs on the servers of Unified Messaging, which not every version has.
    pub fn is_um_collocated(&self, because: &mut Because) -> bool {
        because.both(|because| self.has_um(because), |because| *because.read(&self.outlook_web.um_collocated))
    }

    /// Whether mailboxes are in another forest than the servers: those of the own data centre only.
    pub fn is_in_other_forest(&self, because: &mut Because) -> bool {
        because.both(|because| self.is_exchange_here(because), |because| !*because.read(&self.same_forest))
    }

    /// Whether one of the products is in the cloud, so that there is a tenant.
    fn has_tenant(&self, because: &mut Because) -> bool {
        because.either(|because| !self.is_skype_here(because), |because| !self.is_exchange_here(because))
    }

    /// Whether voice mail is wanted and may be that of the cloud: Exchange is there or has none.
    fn may_use_cloud_voice_mail(&self, because: &mut Because) -> bool {
        self.is_skype_here(because)
            && self.wants(ExchangeFeature::UnifiedMessaging, because)
            && because.either(|because| !self.is_exchange_here(because), |because| !self.has_um(because))
    }

    /// Whether an answer makes sense for mailboxes in another forest only.
    fn is_across_forests(&self, path: &Path) -> bool {
        path == self.archive.user_policy.path() || path == self.archive.users.path()
    }

    pub(super) fn settle(&mut self, domains: &Domains, sites: &List<Site>) {
        let default_domain = |because: &mut Because| {
            domains.default_sip(because).map_or_else(placeholder, |domain| domain.as_fqdn().clone())
        };
        self.smtp_domain.settle(default_domain);
        self.oauth_realm.settle(default_domain);
        let smtp_domain = &self.smtp_domain;
        self.autodiscover_host
            .settle(|because| because.read(smtp_domain).below(&super::domains::label("autodiscover")));
        let (features, version) = (&self.features, &self.version);
        self.outlook_web.settle(sites, |because| {
            because.both(
                |because| because.read(features).contains(&ExchangeFeature::UnifiedMessaging),
                |because| *because.read(version) < ExchangeVersion::Exchange2019,
            )
        });
    }
}
