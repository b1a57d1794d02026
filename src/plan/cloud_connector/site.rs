//! A site of Cloud Connector: its network, its appliances, its gateways.

use super::super::List;
use super::super::answer::Answer;
use super::super::domains::placeholder;
use super::super::part::section;
use super::super::sites::unnamed;
use super::super::values::{Count, choices};
use crate::value::{Address, Country, Fqdn, FreeText, Label, ObjectName, Port};

choices! {
    /// How a gateway speaks SIP (C-339).
    pub enum GatewayProtocol {
        /// In the clear.
        Tcp = "tcp",
        /// Under TLS.
        Tls = "tls",
    }
}

section! {
    /// A site of Cloud Connector: appliances that share their gateways (C-030).
    pub struct PstnSite named by name {
        /// Its name (C-076).
        name: Answer<FreeText> = required(FreeText::default()),
        /// Its own host label of the Access Edge service (C-092).
        access_name: Answer<Option<Label>> = default(None),
        /// Its own host label of the Media Relay (C-336).
        media_relay_name: Answer<Option<Label>> = default(None),
        /// How many calls it has to carry at a time (C-034).
        calls: Answer<Option<Count<1, 10_000_000>>> = default(None),
        /// The country whose numbers are dialled here (C-305).
        country_code: Answer<Option<Country>> = default(None),
        /// State or province (C-306).
        state: Answer<FreeText> = default(FreeText::default()),
        /// City (C-307).
        city: Answer<FreeText> = default(FreeText::default()),
        /// The share of all its appliances (C-236, C-251).
        site_directory: Answer<Option<FreeText>> = default(None),
        /// Its networks.
        network: SiteNetwork,
        /// Its appliances.
        appliances: List<Appliance>,
        /// Its gateways.
        gateways: List<CloudGateway>,
    }
}

section! {
    /// The networks that the appliances of a site stand in.
    pub struct SiteNetwork {
        /// The prefix length of the internal one (C-311).
        corporate_prefix_length: Answer<Option<Count<1, 128>>> = default(None),
        /// Its default gateway, which must reach the Internet (C-315).
        corporate_gateway: Answer<Option<Address>> = default(None),
        /// The name server there, which must know the names of the Internet (C-317).
        corporate_dns: Answer<Option<Address>> = default(None),
        /// The prefix length of the external one (C-312).
        internet_prefix_length: Answer<Option<Count<1, 128>>> = default(None),
        /// Its default gateway (C-316).
        internet_gateway: Answer<Option<Address>> = default(None),
        /// The name server there (C-318).
        internet_dns: Answer<Option<Address>> = default(None),
    }
}

section! {
    /// An appliance: a host and the four machines on it (C-011).
    pub struct Appliance named by host {
        /// The host machine (C-075).
        host: Answer<ObjectName> = required(unnamed()),
        /// The address of the host itself (C-054).
        host_address: Answer<Option<Address>> = default(None),
        /// The address of the machine from which the others are made (C-308).
        base_machine_address: Answer<Option<Address>> = default(None),
        /// The domain controller (C-323, C-324).
        directory: ApplianceMachine,
        /// The Central Management Store (C-325, C-326).
        central_management: ApplianceMachine,
        /// The Mediation Server (C-329, C-330).
        mediation: ApplianceMachine,
        /// The Edge Server.
        edge: ApplianceEdge,
    }
}

section! {
    /// A machine of an appliance.
    pub struct ApplianceMachine {
        /// Its name (C-072).
        name: Answer<Option<Label>> = default(None),
        /// Its address.
        address: Answer<Option<Address>> = default(None),
    }
}

section! {
    /// The Edge Server of an appliance.
    pub struct ApplianceEdge {
        /// Its name (C-331).
        name: Answer<Option<Label>> = default(None),
        /// Its address inside (C-333).
        internal_address: Answer<Option<Address>> = default(None),
        /// Its address in the perimeter (C-335, C-337).
        external_address: Answer<Option<Address>> = default(None),
        /// Its public address, where the other one is translated (C-338).
        public_address: Answer<Option<Address>> = default(None),
    }
}

section! {
    /// A gateway of a Cloud Connector site.
    pub struct CloudGateway named by fqdn {
        /// Its name (C-074).
        fqdn: Answer<Fqdn> = required(placeholder()),
        /// Its address.
        address: Answer<Option<Address>> = default(None),
        /// Its port for SIP (C-113).
        port: Answer<Option<Port>> = default(None),
        /// How it speaks SIP (C-339).
        protocol: Answer<GatewayProtocol> = default(GatewayProtocol::Tcp),
        /// The only numbers that go out through it (C-340).
        local_route: Answer<Option<FreeText>> = default(None),
    }
}
