//! Exchange integration: read, checked and kept; requirements follow later.

use super::List;
use super::answer::Answer;
use super::domains::{Domains, placeholder};
use super::part::section;
use super::pools::Server;
use super::values::choices;
use crate::value::{Fqdn, Guid};

choices! {
    /// Where a product runs.
    pub enum Place {
        /// In the own data centre.
        OnPremises = "on-premises",
        /// In the cloud.
        Online = "online",
    }

    /// The version of Exchange.
    pub enum ExchangeVersion {
        /// Exchange Server 2010.
        Exchange2010 = "exchange-2010",
        /// Exchange Server 2013.
        Exchange2013 = "exchange-2013",
        /// Exchange Server 2016.
        Exchange2016 = "exchange-2016",
        /// Exchange Server 2019.
        Exchange2019 = "exchange-2019",
        /// Exchange Server Subscription Edition.
        ExchangeSe = "exchange-se",
    }

    /// The certificate of server-to-server authentication.
    pub enum OauthCertificate {
        /// Decided by the facts.
        Automatic = "automatic",
        /// The Default certificate.
        Default = "default",
        /// One of its own.
        Dedicated = "dedicated",
    }

    /// A feature of the matrix X-100.
    pub enum ExchangeFeature {
        /// Unified contact store.
        UnifiedContactStore = "unified-contact-store",
        /// Archiving.
        Archiving = "archiving",
        /// Instant messages in Outlook on the web.
        OwaIm = "owa-im",
        /// Photos in high resolution.
        HighResolutionPhotos = "high-resolution-photos",
    }

    /// The cloud of a tenant.
    pub enum Cloud {
        /// The public one.
        Worldwide = "worldwide",
        /// 21Vianet, China.
        Vianet21 = "21vianet",
        /// Germany.
        Germany = "germany",
        /// The government of the United States.
        GccHigh = "gcc-high",
    }
}

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
        version: Answer<ExchangeVersion> = default(ExchangeVersion::Exchange2016),
        /// The mail domain.
        smtp_domain: Answer<Fqdn> = default(placeholder()),
        /// The host of Exchange Autodiscover.
        autodiscover_host: Answer<Fqdn> = default(placeholder()),
        /// The Exchange servers.
        servers: List<Server>,
        /// The certificate of server-to-server authentication.
        oauth_certificate: Answer<OauthCertificate> = default(OauthCertificate::Automatic),
        /// What the room wants.
        features: Answer<Vec<ExchangeFeature>> = default(Vec::new()),
        /// Both products are in one Active Directory forest.
        same_forest: Answer<bool> = default(true),
        /// The cloud of the tenant.
        cloud: Answer<Cloud> = default(Cloud::Worldwide),
        /// The tenant.
        tenant_id: Answer<Option<Guid>> = default(None),
    }
}

impl Exchange {
    pub(super) fn settle(&mut self, domains: &Domains) {
        self.smtp_domain.settle(|because| {
            domains.default_sip(because).map_or_else(placeholder, |domain| domain.as_fqdn().clone())
        });
        let smtp_domain = &self.smtp_domain;
        self.autodiscover_host
            .settle(|because| because.read(smtp_domain).below(&super::domains::label("autodiscover")));
    }
}
