//! Cloud Connector: read, checked and kept; requirements follow later.

use super::List;
use super::answer::Answer;
use super::domains::{Domains, label, placeholder};
use super::part::section;
use super::sites::unnamed;
use super::values::choices;
use crate::value::{Address, Fqdn, FreeText, Label, LineUri, ObjectName, Port, SipDomain};

choices! {
    /// How the Edge certificates of the appliances are cut (C-161, C-162, C-165).
    pub enum CloudCertificate {
        /// One for each site.
        PerSite = "per-site",
        /// One with a wildcard.
        Wildcard = "wildcard",
        /// One for all sites.
        AllSites = "all-sites",
    }

    /// Which rows of the firewall tables are wanted (C-130, C-140).
    pub enum CloudFirewall {
        /// What is indispensable.
        Minimum = "minimum",
        /// What is recommended.
        Recommended = "recommended",
    }
}

section! {
    /// Cloud Connector.
    pub struct CloudConnector {
        /// Cloud Connector is deployed.
        deploy: Answer<bool> = default(false),
        /// The tenant's first domain.
        online_tenant: Answer<Option<Fqdn>> = default(None),
        /// The SIP domains; the first one is the default.
        sip_domains: Answer<Vec<SipDomain>> = default(Vec::new()),
        /// The domain of the appliances' machines (C-073).
        vm_domain: Answer<Fqdn> = default(vm_domain()),
        /// The host label of the Access Edge service (C-070, C-071).
        access_name: Answer<Label> = default(label("ap")),
        /// How the Edge certificates are cut (C-161, C-162, C-165).
        certificate: Answer<CloudCertificate> = default(CloudCertificate::PerSite),
        /// Gateways speak TLS.
        gateway_tls: Answer<bool> = default(false),
        /// The host label of media bypass (C-099).
        media_bypass: Answer<Option<Label>> = default(None),
        /// Which rows of the firewall tables are wanted (C-130, C-140).
        firewall: Answer<CloudFirewall> = default(CloudFirewall::Recommended),
        /// The site that takes over (C-202).
        fallback_site: Answer<Option<FreeText>> = default(None),
        /// The sites.
        pstn_sites: List<PstnSite>,
        /// The users.
        users: List<CloudUser>,
    }
}

section! {
    /// A site of Cloud Connector.
    pub struct PstnSite named by name {
        /// Its name.
        name: Answer<FreeText> = required(FreeText::default()),
        /// Its own host label of the Access Edge service.
        access_name: Answer<Option<Label>> = default(None),
        /// Its appliances.
        appliances: List<Appliance>,
        /// Its gateways.
        gateways: List<CloudGateway>,
    }
}

section! {
    /// An appliance.
    pub struct Appliance named by host {
        /// The host machine.
        host: Answer<ObjectName> = required(unnamed()),
        /// The Mediation Server.
        mediation: ApplianceMediation,
        /// The Edge Server.
        edge: ApplianceEdge,
    }
}

section! {
    /// The Mediation Server of an appliance.
    pub struct ApplianceMediation {
        /// Its name.
        name: Answer<Option<Label>> = default(None),
        /// Its address.
        address: Answer<Option<Address>> = default(None),
    }
}

section! {
    /// The Edge Server of an appliance.
    pub struct ApplianceEdge {
        /// Its name.
        name: Answer<Option<Label>> = default(None),
        /// Its address inside.
        internal_address: Answer<Option<Address>> = default(None),
        /// Its address in the perimeter.
        external_address: Answer<Option<Address>> = default(None),
        /// Its public address.
        public_address: Answer<Option<Address>> = default(None),
    }
}

section! {
    /// A gateway of a Cloud Connector site.
    pub struct CloudGateway named by fqdn {
        /// Its name.
        fqdn: Answer<Fqdn> = required(placeholder()),
        /// Its address.
        address: Answer<Option<Address>> = default(None),
        /// Its port.
        port: Answer<Option<Port>> = default(None),
    }
}

section! {
    /// A user of Cloud Connector.
    pub struct CloudUser named by identity {
        /// The user.
        identity: Answer<FreeText> = required(FreeText::default()),
        /// The telephone line.
        line_uri: Answer<Option<LineUri>> = default(None),
        /// The site.
        site: Answer<Option<FreeText>> = default(None),
        /// International calls are allowed.
        international: Answer<bool> = default(false),
    }
}

impl CloudConnector {
    pub(super) fn settle(&mut self, domains: &Domains) {
        self.sip_domains.settle(|because| because.read(&domains.sip).clone());
    }
}

#[expect(
    clippy::expect_used,
    reason = "the text is a name; every test that reads a plan would fail otherwise"
)]
fn vm_domain() -> Fqdn {
    "cce.local".parse().expect("a literal name")
}
