//! Every journey of a plan: who sets out, over which legs. What journeys have in common is walked once.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::client::{Client, Network, Traveller};
use super::hop::{Broken, Hop, Journey, Leg};
use super::tls::Trust;
use super::way::{Manner, OfDomain, Part, Walked, Way};
use super::web::{Asker, Site};
use super::world::World;
use crate::plan::{Plan, PstnSite};
use crate::requirement::Requirements;
use crate::text::Message;
use crate::topology::{Branch, Pool, Topology};
use crate::value::SipDomain;

/// All journeys of a plan.
pub struct Walk<'r> {
    pub(super) world: World<'r>,
    pub(super) homes: Vec<&'r Pool>,
    travellers: Vec<Traveller>,
    shared: RefCell<HashMap<Part, Walked<'r>>>,
}

impl<'r> Walk<'r> {
    /// Prepares the journeys of a plan.
    #[must_use]
    pub fn of(plan: &'r Plan, topology: &'r Topology, requirements: &'r Requirements) -> Self {
        let homes = topology.front_ends().collect();
        let travellers = Traveller::all_of(plan);
        let world = World::of(plan, topology, requirements);
        Self { world, homes, travellers, shared: RefCell::default() }
    }

    /// Every domain that has users who travel: the SIP domains, those of calls, and that of mail; sorted.
    #[must_use]
    pub fn domains_of(plan: &Plan) -> Vec<String> {
        let name = |domain: &SipDomain| domain.as_fqdn().to_string();
        let mut domains: Vec<String> = plan.domains.sip.given().value().iter().map(name).collect();
        if *plan.cloud_connector.deploy.given().value() {
            domains.extend(plan.cloud_connector.sip_domains.given().value().iter().map(name));
        }
        if *plan.exchange.integrate.given().value() {
            domains.push(plan.exchange.smtp_domain.given().value().to_string());
        }
        domains.sort_unstable();
        domains.dedup();
        domains
    }

    /// The SIP domains, sorted.
    #[must_use]
    pub fn domains(&self) -> Vec<&'r SipDomain> {
        let mut domains: Vec<&SipDomain> = self.world.plan.domains.sip.given().value().iter().collect();
        domains.sort_unstable();
        domains.dedup();
        domains
    }

    /// Every journey that is asked for, by SIP domain, client, network and pool; then those of Exchange and of calls.
    /// Walked one after the other, as they are taken.
    pub fn journeys(
        &self,
        is_asked: impl Fn(Traveller, &str) -> bool + Copy,
    ) -> impl Iterator<Item = Journey> {
        let of_domains = self.domains().into_iter().flat_map(move |domain| self.of_domain(domain, is_asked));
        let others = std::iter::once(()).flat_map(move |()| self.of_servers(is_asked));
        of_domains.chain(others)
    }

    /// The journeys of the users of a SIP domain.
    fn of_domain(&self, domain: &'r SipDomain, is_asked: impl Fn(Traveller, &str) -> bool) -> Vec<Journey> {
        let mut own: HashMap<OfDomain, Walked<'r>> = HashMap::new();
        let name = domain.as_fqdn().as_str();
        let mut journeys = Vec::new();
        for traveller in self.travellers.iter().filter(|traveller| is_asked(**traveller, name)) {
            for home in 0..self.homes.len() {
                let mut way =
                    Way { walk: self, own: &mut own, traveller: *traveller, domain, legs: Vec::new() };
                // Where it breaks, the last leg says why.
                let _ = way.go(home);
                let pool = self.homes[home].fqdn.given().value().to_string();
                journeys.push(journey(*traveller, name, pool, way.legs));
            }
            if traveller.network == Network::Wifi && !matches!(traveller.client, Client::Lync2010Mobile(_)) {
                journeys.extend(self.of_branches(*traveller, domain, &mut own));
            }
        }
        journeys
    }

    /// The journeys of users of Survivable Branch Appliances: those of the pool of their site, and the appliance.
    fn of_branches(
        &self,
        traveller: Traveller,
        domain: &'r SipDomain,
        own: &mut HashMap<OfDomain, Walked<'r>>,
    ) -> Vec<Journey> {
        let mut journeys = Vec::new();
        for (at, branch) in self.world.topology.branches.iter().enumerate() {
            let beside = |home: &usize| self.homes[*home].site == branch.site;
            let home = (0..self.homes.len()).find(beside);
            let Some(home) = home.filter(|_| *branch.appliance.wifi.given().value()) else {
                continue;
            };
            let mut way = Way { walk: self, own: &mut *own, traveller, domain, legs: Vec::new() };
            if way.go(home).is_ok() {
                way.legs.push(self.branch(traveller.network, (at, branch), home));
            }
            let pool = branch.appliance.fqdn.given().value().to_string();
            journeys.push(journey(traveller, domain.as_fqdn().as_str(), pool, way.legs));
        }
        journeys
    }

    fn branch(&self, network: Network, (at, branch): (usize, &'r Branch), home: usize) -> Arc<Leg> {
        let asker = self.asker(network, Manner::Mobile);
        let fqdn = branch.appliance.fqdn.given().value();
        self.shared(Part::Branch(network, at), |leg| {
            self.world.by_branch(leg, asker, (fqdn, self.homes[home])).map(|()| None)
        })
        .0
    }

    /// The journeys of servers: to a mailbox, and of calls.
    fn of_servers(&self, is_asked: impl Fn(Traveller, &str) -> bool) -> Vec<Journey> {
        let mut journeys = Vec::new();
        let world = &self.world;
        let traveller = Traveller { client: Client::ExchangeAutodiscover, network: Network::Corporate };
        let mail = world.plan.exchange.smtp_domain.given().value().as_str();
        if world.has_exchange() && is_asked(traveller, mail) {
            for home in &self.homes {
                let leg = walked(|leg| world.find_mailbox(leg, home));
                let pool = home.fqdn.given().value().to_string();
                journeys.push(journey(traveller, mail, pool, vec![leg]));
            }
        }
        journeys.extend(self.of_calls(is_asked));
        journeys
    }

    /// The calls of each SIP domain through each site: what does not depend on the domain is walked once.
    fn of_calls(&self, is_asked: impl Fn(Traveller, &str) -> bool) -> Vec<Journey> {
        let world = &self.world;
        let sites = world.pstn_sites();
        let legs_of = |site: &&'r PstnSite| {
            [walked(|leg| world.call_in(leg, site)), walked(|leg| world.hear(leg, site))]
        };
        let shared: Vec<[Arc<Leg>; 2]> = sites.iter().map(legs_of).collect();
        let mut journeys = Vec::new();
        for domain in world.cloud().sip_domains.given().value() {
            let name = domain.as_fqdn().as_str();
            for client in [Client::PstnCallIn, Client::PstnCallOut] {
                let traveller = Traveller { client, network: Network::Internet };
                if !is_asked(traveller, name) {
                    continue;
                }
                for (site, [call_in, hear]) in sites.iter().zip(&shared) {
                    let signalling = match client {
                        Client::PstnCallOut => walked(|leg| world.call_out(leg, site, domain)),
                        _ => Arc::clone(call_in),
                    };
                    let legs = vec![signalling, Arc::clone(hear)];
                    journeys.push(journey(traveller, name, site.name.given().value().to_string(), legs));
                }
            }
        }
        journeys
    }

    /// How somebody asks. What is not the company's own trusts public authorities alone.
    pub(super) fn asker(&self, network: Network, manner: Manner) -> Asker<'r> {
        let chain = &self.world.plan.clients.trust_internal_ca;
        let trust = match (manner, network) {
            (Manner::Mobile, _) if *chain.given().value() => Trust::Everybody,
            (Manner::Mobile, _) => Trust::PublicOnly(Some(chain.path())),
            (Manner::Browser, Network::Internet) => Trust::PublicOnly(None),
            _ => Trust::Everybody,
        };
        Asker { network, trust }
    }

    /// A leg that other journeys have too.
    pub(super) fn shared(
        &self,
        part: Part,
        go: impl FnOnce(&mut Leg) -> Result<Option<Site<'r>>, Broken>,
    ) -> Walked<'r> {
        if let Some(known) = self.shared.borrow().get(&part) {
            return known.clone();
        }
        let walked = set_out(go);
        self.shared.borrow_mut().insert(part, walked.clone());
        walked
    }
}

fn journey(traveller: Traveller, domain: &str, pool: String, legs: Vec<Arc<Leg>>) -> Journey {
    let Traveller { client, network } = traveller;
    Journey { client, network, domain: domain.to_owned(), pool, legs }
}

/// Walks a leg. One that breaks says why.
pub(super) fn set_out<'r>(go: impl FnOnce(&mut Leg) -> Result<Option<Site<'r>>, Broken>) -> Walked<'r> {
    let mut leg = Leg::default();
    let went = go(&mut leg);
    if went.is_err() && leg.fault().is_none() {
        leg.add(Hop::fail(Message::new("journey-nobody")));
    }
    (Arc::new(leg), went.unwrap_or_default())
}

/// Walks a leg that ends at no web site.
fn walked(go: impl FnOnce(&mut Leg) -> Result<(), Broken>) -> Arc<Leg> {
    set_out(|leg| go(leg).map(|()| None)).0
}
