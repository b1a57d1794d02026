//! A client on its way: which legs it goes, in which order. Legs that do not depend on the SIP domain are shared by all.

use std::collections::HashMap;
use std::sync::Arc;

use super::client::{Client, Network, Traveller};
use super::hop::{Broken, Leg, Outcome};
use super::walk::{Walk, set_out};
use super::web::Site;
use crate::value::SipDomain;

/// Clients who behave alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Manner {
    Mobile,
    Computer,
    Browser,
}

/// A leg that several journeys share, by what it depends on. A pool is known by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Home(Network, Manner, (usize, bool), usize),
    Service(Network, Client, usize),
    WebApp(Network, usize),
    Pages(Network),
    Branch(Network, usize),
    Edge(usize),
    Media(Network, usize),
    Content(usize),
    Notify(usize),
    Switches(Client),
    Wifi(Client, Network),
}

/// The legs that belong to a SIP domain, by what else they depend on. They are forgotten after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum OfDomain {
    Discovery(Network, Manner),
    Typed(Network, Manner, usize),
    Meeting(Network, Manner),
    Service(Network, usize),
    Push,
}

/// A leg, and the web site at its end where it ends at one.
pub(super) type Walked<'r> = (Arc<Leg>, Option<Site<'r>>);

/// A client on its way.
pub(super) struct Way<'w, 'r> {
    pub(super) walk: &'w Walk<'r>,
    pub(super) own: &'w mut HashMap<OfDomain, Walked<'r>>,
    pub(super) traveller: Traveller,
    pub(super) domain: &'r SipDomain,
    pub(super) legs: Vec<Arc<Leg>>,
}

impl<'r> Way<'_, 'r> {
    /// All legs, as far as the first that breaks.
    pub(super) fn go(&mut self, home: usize) -> Result<(), Broken> {
        match self.traveller.client {
            client if client.is_mobile() => self.as_mobile(client, home),
            Client::Desktop => self.as_desktop(home),
            Client::LegacyDesktop => self.as_legacy(home),
            _ => self.as_browser(home),
        }
    }

    fn as_mobile(&mut self, client: Client, home: usize) -> Result<(), Broken> {
        let Traveller { network, .. } = self.traveller;
        let (walk, domain) = (self.walk, self.domain);
        let (world, pool) = (&walk.world, walk.homes[home]);
        let asker = walk.asker(network, Manner::Mobile);
        self.home(Manner::Mobile, home)?;
        let service = Part::Service(network, client, home);
        self.take(service, |leg| world.use_service(leg, asker, client, pool))?;
        self.meet(Manner::Mobile)?;
        if world.has_voice() && world.uses_edge(network) && !matches!(client, Client::Lync2010Mobile(_)) {
            self.take(Part::Media(network, home), |leg| world.speak(leg, asker, pool))?;
        }
        let Some(teller) = world.teller(client) else {
            return Ok(());
        };
        self.take(Part::Switches(client), |leg| world.switched_on(leg, teller))?;
        self.take(Part::Notify(home), |leg| world.notify(leg, pool))?;
        self.take_own(OfDomain::Push, |leg| world.answered(leg, domain).map(|()| None))?;
        self.take(Part::Wifi(client, network), |leg| world.told_on_wifi(leg, asker, client))
    }

    fn as_desktop(&mut self, home: usize) -> Result<(), Broken> {
        let network = self.traveller.network;
        let (world, pool) = (&self.walk.world, self.walk.homes[home]);
        let asker = self.walk.asker(network, Manner::Computer);
        self.home(Manner::Computer, home)?;
        self.take(Part::Edge(home), |leg| world.sign_in_at_edge(leg, pool))?;
        self.take(Part::Content(home), |leg| world.confer(leg, pool))?;
        self.take(Part::Media(network, home), |leg| world.speak(leg, asker, pool))
    }

    fn as_legacy(&mut self, home: usize) -> Result<(), Broken> {
        let network = self.traveller.network;
        let (world, pool, domain) = (&self.walk.world, self.walk.homes[home], self.domain);
        let asker = self.walk.asker(network, Manner::Computer);
        self.take_own(OfDomain::Service(network, home), |leg| {
            world.sign_in_by_service(leg, asker, (domain, pool)).map(|()| None)
        })?;
        if network.is_inside() {
            return Ok(());
        }
        self.take(Part::Content(home), |leg| world.confer(leg, pool))?;
        self.take(Part::Media(network, home), |leg| world.speak(leg, asker, pool))
    }

    fn as_browser(&mut self, home: usize) -> Result<(), Broken> {
        let network = self.traveller.network;
        let (world, pool) = (&self.walk.world, self.walk.homes[home]);
        let asker = self.walk.asker(network, Manner::Browser);
        self.meet(Manner::Browser)?;
        self.take(Part::WebApp(network, home), |leg| world.use_web_app(leg, asker, pool))?;
        self.take(Part::Pages(network), |leg| {
            world.dial_in(leg, asker)?;
            world.see_presentations(leg, asker)
        })
    }

    /// Finds the servers, and is led to the home pool.
    fn home(&mut self, manner: Manner, home: usize) -> Result<(), Broken> {
        let network = self.traveller.network;
        let (walk, domain) = (self.walk, self.domain);
        let (world, pool) = (&walk.world, walk.homes[home]);
        let asker = walk.asker(network, manner);
        let is_mobile = manner == Manner::Mobile;
        let first = if world.is_automatic() {
            let part = OfDomain::Discovery(network, manner);
            self.take_own(part, |leg| world.discover(leg, asker, domain, is_mobile).map(Some))?
        } else {
            let part = OfDomain::Typed(network, manner, home);
            self.take_own(part, |leg| world.typed_in(leg, asker, pool).map(Some))?
        };
        let Some(first) = first else {
            return Err(Broken);
        };
        let is_inside = matches!(first, Site::Internal(_));
        let place =
            first.pool().and_then(|pool| world.topology.pools.iter().position(|other| other.at == pool.at));
        let part = Part::Home(network, manner, (place.unwrap_or(usize::MAX), is_inside), home);
        self.take(part, |leg| world.led_home(leg, asker, first, pool))
    }

    fn meet(&mut self, manner: Manner) -> Result<(), Broken> {
        let network = self.traveller.network;
        let (world, domain) = (&self.walk.world, self.domain);
        let asker = self.walk.asker(network, manner);
        let part = OfDomain::Meeting(network, manner);
        self.take_own(part, |leg| world.join(leg, asker, domain).map(Some)).map(drop)
    }

    /// Goes a leg that other domains share.
    fn take(&mut self, part: Part, go: impl FnOnce(&mut Leg) -> Result<(), Broken>) -> Result<(), Broken> {
        let walked = self.walk.shared(part, |leg| go(leg).map(|()| None));
        self.went(walked).map(drop)
    }

    /// Goes a leg of this domain.
    fn take_own(
        &mut self,
        part: OfDomain,
        go: impl FnOnce(&mut Leg) -> Result<Option<Site<'r>>, Broken>,
    ) -> Result<Option<Site<'r>>, Broken> {
        let walked = match self.own.get(&part) {
            Some(known) => known.clone(),
            None => self.own.entry(part).or_insert(set_out(go)).clone(),
        };
        self.went(walked)
    }

    fn went(&mut self, (leg, site): Walked<'r>) -> Result<Option<Site<'r>>, Broken> {
        let is_broken = leg.result() == Outcome::Fail;
        self.legs.push(leg);
        if is_broken { Err(Broken) } else { Ok(site) }
    }
}
