//! Cloud Connector: what all its sites share, and the tenant that it serves.

mod site;
mod tenant;

pub use site::{
    Appliance, ApplianceEdge, ApplianceMachine, CloudGateway, GatewayProtocol, PstnSite, SiteNetwork,
};
pub use tenant::{CloudUser, Recurrence, UpdateWindow, Updates, Weekday};

use super::List;
use super::answer::Answer;
use super::because::Because;
use super::domains::{Domains, label};
use super::exchange::{Cloud, Exchange};
use super::part::section;
use super::values::{Count, choices};
use crate::catalog::{PortRange, cloud_connector};
use crate::value::{Country, Fqdn, FreeText, Label, Port, SipDomain};

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

    /// Which table of the external firewall is wanted (C-130, C-140).
    pub enum CloudFirewall {
        /// All media from the Internet through the Edge of the online service.
        Minimum = "minimum",
        /// Media on the direct way.
        Recommended = "recommended",
    }

    /// How strong the appliances are (C-032).
    pub enum CloudHardware {
        /// 500 calls at a time (C-052).
        Normal = "normal",
        /// 50 calls at a time (C-053).
        Minimum = "minimum",
    }
}

section! {
    /// Cloud Connector.
    pub struct CloudConnector {
        /// Cloud Connector is deployed.
        deploy: Answer<bool> = default(false),
        /// The tenant's first domain.
        online_tenant: Answer<Option<Fqdn>> = default(None),
        /// The country of the tenant (C-014).
        tenant_country: Answer<Option<Country>> = default(None),
        /// The cloud of the tenant (C-094, C-095).
        cloud: Answer<Cloud> = default(Cloud::Worldwide),
        /// The SIP domains; the first one is the default (C-077).
        sip_domains: Answer<Vec<SipDomain>> = default(Vec::new()),
        /// The domain of the appliances' machines (C-073).
        vm_domain: Answer<Fqdn> = default(vm_domain()),
        /// The host label of the Access Edge service (C-070, C-071).
        access_name: Answer<Label> = default(label("ap")),
        /// The host label of the Media Relay (C-336).
        media_relay_name: Answer<Label> = default(label("mr")),
        /// The name of every site's pool of Mediation Servers (C-256, C-328).
        mediation_pool: Answer<Label> = default(label("mspool")),
        /// The internal name of every site's pool of Edge Servers (C-256, C-332).
        edge_pool: Answer<Label> = default(label("edgepool")),
        /// How strong the appliances are (C-032).
        hardware: Answer<CloudHardware> = default(CloudHardware::Normal),
        /// How the Edge certificates are cut (C-161, C-162, C-165).
        certificate: Answer<CloudCertificate> = default(CloudCertificate::PerSite),
        /// Gateways speak TLS, where nothing else is said of them (C-339).
        gateway_tls: Answer<bool> = default(false),
        /// The host label of media bypass (C-099).
        media_bypass: Answer<Option<Label>> = default(None),
        /// The media ports of the Mediation Servers (C-110, C-111).
        media_ports: MediaPorts,
        /// Which table of the external firewall is wanted (C-130, C-140).
        firewall: Answer<CloudFirewall> = default(CloudFirewall::Recommended),
        /// What the trunks of all gateways do.
        calls: CallOptions,
        /// The server that hands out updates of Windows (C-309).
        update_server: Answer<Option<FreeText>> = default(None),
        /// The server that hears of their success (C-310).
        update_status_server: Answer<Option<FreeText>> = default(None);
            asked if |connector, _, because| because.read(&connector.update_server).is_some(),
        /// When the appliances may update themselves (C-220).
        update_windows: List<UpdateWindow>,
        /// The site of users who have none (C-202).
        fallback_site: Answer<Option<FreeText>> = default(None),
        /// The sites.
        pstn_sites: List<PstnSite>,
        /// The users.
        users: List<CloudUser>,
    }
}

section! {
    /// The media ports of a Mediation Server.
    pub struct MediaPorts {
        /// The first port (C-110).
        first: Answer<Port> = default(unlimited().first),
        /// How many there are from there on (C-111).
        count: Answer<Count<1, 65_535>> = default(Count(unlimited().count())),
    }
}

section! {
    /// What the trunks of all gateways do.
    pub struct CallOptions {
        /// SIP REFER on the trunk (C-322).
        refer_support: Answer<bool> = default(true),
        /// Another way after ten seconds without an answer (C-341).
        fast_failover: Answer<bool> = default(true),
        /// History-Info and Referred-By are passed on (C-342).
        forward_call_history: Answer<bool> = default(false),
        /// P-Asserted-Identity is passed on (C-343).
        forward_pai: Answer<bool> = default(false),
    }
}

impl CloudConnector {
    /// The default SIP domain: the first one (C-077).
    #[must_use]
    pub fn default_sip(&self, because: &mut Because) -> Option<SipDomain> {
        because.read(&self.sip_domains).first().cloned()
    }

    pub(super) fn settle(&mut self, domains: &Domains, exchange: &Exchange) {
        self.sip_domains.settle(|because| because.read(&domains.sip).clone());
        // Nobody is asked for the cloud of mailboxes that are not integrated.
        self.cloud.settle(|because| {
            if *because.read(&exchange.integrate) { *because.read(&exchange.cloud) } else { Cloud::Worldwide }
        });
        let (tls, gateways) = (&self.gateway_tls, &mut self.pstn_sites);
        for gateway in gateways.items_mut().iter_mut().flat_map(|site| site.gateways.items_mut()) {
            gateway.protocol.settle(|because| {
                if *because.read(tls) { GatewayProtocol::Tls } else { GatewayProtocol::Tcp }
            });
        }
    }
}

/// The media ports where nobody limits them.
fn unlimited() -> PortRange {
    cloud_connector().media_ports.value
}

#[expect(
    clippy::expect_used,
    reason = "the text is a name; every test that reads a plan would fail otherwise"
)]
fn vm_domain() -> Fqdn {
    "cce.local".parse().expect("a literal name")
}
