//! The sites of Cloud Connector: appliances, gateways, the trunks between them, and what they are called (C-011, C-030).

use crate::catalog::cloud_connector;
use crate::plan::{
    Answer, Appliance, Because, CloudConnector as Answers, CloudGateway, CloudHardware, Path, Plan, PstnSite,
    Traced,
};
use crate::value::{Address, Fqdn, FreeText, Label, ObjectName};

/// Cloud Connector (C-011, C-030).
#[derive(Clone, Debug)]
pub struct CloudConnector {
    /// Its answers.
    pub answers: Answers,
    /// Its sites, in the order of the plan; none where it is not deployed.
    pub sites: Vec<CloudSite>,
}

/// A site: appliances that share their gateways (C-030).
#[derive(Clone, Debug)]
pub struct CloudSite {
    /// The path of the site.
    pub at: Path,
    /// What it is called.
    pub name: Answer<FreeText>,
    /// The public name of its Edge Servers (C-070, C-092); none without a SIP domain.
    pub access: Traced<Option<Fqdn>>,
    /// The public name of its Media Relays (C-336).
    pub media_relay: Traced<Option<Fqdn>>,
    /// Its appliances, in the order of the plan.
    pub appliances: Vec<CloudAppliance>,
    /// How many calls one of its appliances carries at a time (C-032, C-111).
    pub calls_each: Traced<u32>,
    /// How many calls it carries at a time with one appliance spare (C-034); one appliance alone has none (C-035).
    pub capacity: Traced<u32>,
    /// Its answers.
    pub answers: PstnSite,
}

/// An appliance.
#[derive(Clone, Debug)]
pub struct CloudAppliance {
    /// The path of the appliance.
    pub at: Path,
    /// Its host, under whose name it is registered (C-075).
    pub host: Answer<ObjectName>,
    /// The name of its Mediation Server, to which trunks lead (C-181).
    pub mediation: Traced<Option<Fqdn>>,
    /// Its answers.
    pub answers: Appliance,
}

/// A trunk: from a gateway to the Mediation Server of one appliance of its site, never to the pool (C-180, C-181, C-183).
#[derive(Clone, Copy, Debug)]
pub struct Trunk<'t> {
    /// The gateway.
    pub gateway: &'t CloudGateway,
    /// The appliance.
    pub appliance: &'t CloudAppliance,
}

impl CloudConnector {
    pub(super) fn of(plan: &Plan) -> Self {
        let answers = plan.cloud_connector.clone();
        let is_deployed = *answers.deploy.given().value();
        let sites = answers.pstn_sites.iter().filter(|_| is_deployed);
        let sites = sites.map(|site| CloudSite::of(site, &answers)).collect();
        Self { answers, sites }
    }

    /// Why there is Cloud Connector; none where there is none.
    #[must_use]
    pub fn deployed(&self) -> Option<Because> {
        let mut because = Because::default();
        because.read(&self.answers.deploy).then_some(because)
    }

    /// The site whose Access Edge takes the calls of users without a site: the named one, or the first (C-202).
    pub fn fallback_site(&self, because: &mut Because) -> Option<&CloudSite> {
        let named = because.read(&self.answers.fallback_site);
        because.read(&self.answers.pstn_sites);
        match named {
            Some(name) => self.sites.iter().find(|site| because.read(&site.name) == name),
            None => self.sites.first(),
        }
    }

    /// The address of a gateway.
    #[must_use]
    pub fn gateway_address(&self, fqdn: &Fqdn) -> Option<Vec<Address>> {
        let mut gateways = self.answers.pstn_sites.iter().flat_map(|site| site.gateways.iter());
        let gateway = gateways.find(|gateway| gateway.fqdn.given().value() == fqdn)?;
        Some(gateway.address.given().value().iter().copied().collect())
    }

    /// The address of the Mediation Server on this host.
    #[must_use]
    pub fn mediation_address(&self, host: &ObjectName) -> Option<Vec<Address>> {
        let appliance = self.appliance(host)?;
        Some(appliance.mediation.address.given().value().iter().copied().collect())
    }

    /// The external addresses of the Edge Server on this host: the public one, and its own behind NAT.
    #[must_use]
    pub fn edge_addresses(&self, host: &ObjectName) -> Option<Vec<Address>> {
        let edge = &self.appliance(host)?.edge;
        let both = [&edge.public_address, &edge.external_address];
        Some(both.into_iter().flat_map(|answer| answer.given().value().iter().copied()).collect())
    }

    /// The address of this host itself.
    #[must_use]
    pub fn host_address(&self, host: &ObjectName) -> Option<Vec<Address>> {
        Some(self.appliance(host)?.host_address.given().value().iter().copied().collect())
    }

    fn appliance(&self, host: &ObjectName) -> Option<&Appliance> {
        let mut appliances = self.answers.pstn_sites.iter().flat_map(|site| site.appliances.iter());
        appliances.find(|appliance| appliance.host.given().value() == host)
    }
}

impl CloudSite {
    fn of(site: &PstnSite, connector: &Answers) -> Self {
        let public = |own: &Answer<Option<Label>>, all: &Answer<Label>| {
            Traced::derive(|because| {
                let label = because.read(own).clone().unwrap_or_else(|| because.read(all).clone());
                connector.default_sip(because).map(|domain| domain.host(&label))
            })
        };
        let calls_each = Traced::derive(|because| calls_each(connector, because));
        let capacity = Traced::derive(|because| {
            let appliances = u32::try_from(because.read(&site.appliances).len()).unwrap_or(u32::MAX);
            let busy = if appliances > 1 { appliances - 1 } else { appliances };
            busy.saturating_mul(*because.read(&calls_each))
        });
        Self {
            at: site.at.clone(),
            name: site.name.clone(),
            access: public(&site.access_name, &connector.access_name),
            media_relay: public(&site.media_relay_name, &connector.media_relay_name),
            appliances: site.appliances.iter().map(|one| CloudAppliance::of(one, connector)).collect(),
            calls_each,
            capacity,
            answers: site.clone(),
        }
    }

    /// Its trunks: each gateway with each appliance, all of one priority (C-180, C-182, C-184).
    pub fn trunks(&self) -> impl Iterator<Item = Trunk<'_>> {
        self.answers
            .gateways
            .iter()
            .flat_map(|gateway| self.appliances.iter().map(move |appliance| Trunk { gateway, appliance }))
    }
}

/// What the hardware carries (C-032), unless the media ports are fewer (C-111).
fn calls_each(connector: &Answers, because: &mut Because) -> u32 {
    let numbers = cloud_connector();
    let by_hardware = match because.read(&connector.hardware) {
        CloudHardware::Normal => numbers.calls_normal.value,
        CloudHardware::Minimum => numbers.calls_minimum.value,
    };
    by_hardware.min(because.read(&connector.media_ports.count).0 / numbers.ports_per_call.value)
}

impl CloudAppliance {
    fn of(appliance: &Appliance, connector: &Answers) -> Self {
        let mediation = Traced::derive(|because| {
            let name = because.read(&appliance.mediation.name).as_ref()?;
            Some(because.read(&connector.vm_domain).below(name))
        });
        Self { at: appliance.at.clone(), host: appliance.host.clone(), mediation, answers: appliance.clone() }
    }

    /// The address of its Edge Server on the Internet: the public one, where there is NAT (C-335, C-338).
    pub fn public_address(&self, because: &mut Because) -> Option<Address> {
        let edge = &self.answers.edge;
        because.read(&edge.public_address).or_else(|| *because.read(&edge.external_address))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Templates;
    use crate::plan::Document;
    use crate::topology::Topology;

    fn cloud(answers: &str) -> CloudConnector {
        let text =
            format!("domains: {{ sip: [contoso.com] }}\ncloud_connector: {{ deploy: true, {answers} }}\n");
        let plan = Plan::read(&Document::parse(&text).unwrap(), &Templates::default()).unwrap();
        Topology::of(&plan).cloud
    }

    fn site(appliances: usize) -> String {
        let host = |at| format!("{{ host: cce-{at}, mediation: {{ name: med{at} }} }}");
        let hosts: Vec<String> = (0..appliances).map(host).collect();
        format!(
            "pstn_sites: [{{ name: North, appliances: [{}], gateways: [{{ fqdn: gw1.cce.local }}, {{ fqdn: gw2.cce.local }}] }}]",
            hosts.join(", ")
        )
    }

    fn capacity(answers: &str, appliances: usize) -> u32 {
        let cloud = cloud(&format!("{answers}{}", site(appliances)));
        *Because::default().read(&cloud.sites[0].capacity)
    }

    #[test]
    fn one_appliance_of_a_site_is_spare() {
        assert_eq!(capacity("", 1), 500);
        assert_eq!(capacity("", 2), 500);
        assert_eq!(capacity("", 16), 7500, "C-033");
        assert_eq!(capacity("hardware: minimum, ", 16), 750);
        assert_eq!(capacity("media_ports: { count: 1000 }, ", 3), 500, "C-111: a quarter of the ports");
    }

    #[test]
    fn every_gateway_has_a_trunk_to_every_appliance_of_its_site() {
        let cloud = cloud(&site(3));
        let trunks: Vec<_> = cloud.sites[0].trunks().collect();
        assert_eq!(trunks.len(), 6, "C-184");
        let mediation = Because::default().read(&trunks[0].appliance.mediation).clone();
        assert_eq!(mediation.unwrap().as_str(), "med0.cce.local");
        let access = Because::default().read(&cloud.sites[0].access).clone();
        assert_eq!(access.unwrap().as_str(), "ap.contoso.com");
    }
}
