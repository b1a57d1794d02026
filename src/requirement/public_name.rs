//! The names that a reverse proxy publishes, and the pool that each leads to (M-070). Certificates, publishing rules and
//! flows all start from these.

use crate::catalog::numbers;
use crate::plan::{Autodiscover, Because, InternalTarget, Plan};
use crate::topology::{Office, Pool, PoolRole, Proxy, Topology};
use crate::value::Fqdn;

/// What a name is published for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The external Web Services of a pool.
    WebServices,
    /// Meet and Dial-in.
    SimpleUrls,
    /// The first request of a client outside.
    Autodiscover,
    /// The first request of a client inside, where it is led to the proxy (M-286).
    InternalAutodiscover,
}

/// Names that a proxy publishes for one purpose and one reason, all leading to one pool.
pub struct PublicNames<'t> {
    /// For what.
    pub purpose: Purpose,
    /// By whom.
    pub proxy: &'t Proxy,
    /// Where they lead.
    pub pool: &'t Pool,
    /// The names.
    pub names: Vec<Fqdn>,
    /// Why anything is published here for this purpose.
    pub because: Because,
    /// Why these are the names.
    pub named: Because,
}

/// An Office Web Apps Server that a proxy publishes under its own name (M-053, M-080).
pub struct PublishedOffice<'t> {
    /// The server.
    pub office: &'t Office,
    /// By whom.
    pub proxy: &'t Proxy,
    /// Why.
    pub because: Because,
}

/// Everything that is published, and on what it rests that nothing more is.
pub struct Published<'t> {
    /// The names, by purpose and pool.
    pub groups: Vec<PublicNames<'t>>,
    /// Office Web Apps Servers, which no pool stands behind (M-080).
    pub offices: Vec<PublishedOffice<'t>>,
    /// The pool and the proxy that clients ask first.
    first: Option<(&'t Pool, &'t Proxy)>,
    /// Why it is those.
    route: Because,
    /// Which answers were asked for names of simple URLs and Autodiscover there, whether they brought any or not.
    asked: Because,
    /// The pool that takes over, where another proxy publishes it: the names lead to both (M-060).
    second: Option<(&'t Pool, &'t Proxy)>,
    /// Why it is that one, or none.
    handover: Because,
    /// Which answers were asked for names there.
    asked_second: Because,
    /// The proxies that would publish one pool more, and why they do not.
    spared: Vec<(&'t Proxy, Because)>,
}

impl Published<'_> {
    /// On what it rests that a proxy publishes no more names than it does.
    pub fn considered(&self, proxy: &Proxy) -> Because {
        let mut because = self.route.clone();
        if self.is_first(proxy) {
            because.join(&self.asked);
        } else if self.may_take_over(|group| group.proxy.at == proxy.at) {
            because.join(&self.handover);
        }
        if self.second.is_some_and(|(_, second)| second.at == proxy.at) {
            because.join(&self.asked_second);
        }
        for (_, spared) in self.spared.iter().filter(|(spared, _)| spared.at == proxy.at) {
            because.join(spared);
        }
        because
    }

    /// Whether clients ask a proxy first.
    pub fn leads_to_proxy(&self, proxy: &Proxy, because: &mut Because) -> bool {
        because.join(&self.route);
        if self.is_first(proxy) {
            return true;
        }
        if self.may_take_over(|group| group.proxy.at == proxy.at) {
            because.join(&self.handover);
        }
        self.second.is_some_and(|(_, second)| second.at == proxy.at)
    }

    /// Whether a pool takes over from the one that clients ask first, behind a proxy of its own.
    pub fn leads_to_partner(&self, pool: &Pool, because: &mut Because) -> bool {
        if self.may_take_over(|group| group.pool.at == pool.at) {
            because.join(&self.handover);
        }
        self.second.is_some_and(|(second, _)| second.at == pool.at)
    }

    fn is_first(&self, proxy: &Proxy) -> bool {
        self.first.is_some_and(|(_, first)| first.at == proxy.at)
    }

    /// Whether a Front End pool that is published in such a way could take over from the first one.
    fn may_take_over(&self, is_such: impl Fn(&PublicNames<'_>) -> bool) -> bool {
        let is_another = |pool: &Pool| self.first.is_some_and(|(first, _)| first.at != pool.at);
        self.groups
            .iter()
            .filter(|group| group.purpose == Purpose::WebServices && group.pool.role == PoolRole::FrontEnd)
            .any(|group| is_another(group.pool) && is_such(group))
    }
}

/// Everything that is published. Clients inside only need no more than the external Web Services of Front End pools,
/// which those of UCWA reach from Wi-Fi (M-222, M-224).
pub(super) fn published<'t>(plan: &Plan, topology: &'t Topology) -> Published<'t> {
    let (mut groups, mut spared) = (Vec::new(), Vec::new());
    for pool in &topology.pools {
        match web_services(plan, topology, pool) {
            Ok(group) => groups.extend(group),
            Err(kept_away) => spared.extend(kept_away),
        }
    }
    let mut route = Because::default();
    let entry = topology.entry(&mut route);
    let first = entry.and_then(|pool| Some((pool, topology.proxy_of(pool, &mut route)?)));
    let (mut asked, mut asked_second) = (Because::default(), Because::default());
    let (mut handover, mut second) = (Because::default(), None);
    if let Some(place) = first {
        groups.extend(first_contact(plan, topology, place, &route, &mut asked));
        groups.extend(first_contact_inside(plan, place, &route, &mut asked));
        let is_led_on = handover.both(
            |because| plan.mobility.is_outside(because),
            |because| {
                second = takes_over(plan, topology, place, because);
                second.is_some()
            },
        );
        if let Some(place) = second.filter(|_| is_led_on) {
            let route = route.and(&handover);
            groups.extend(first_contact(plan, topology, place, &route, &mut asked_second));
        }
    }
    let offices =
        topology.offices.iter().filter_map(|office| published_office(plan, topology, office)).collect();
    Published { groups, offices, first, route, asked, second, handover, asked_second, spared }
}

/// Whether devices on Wi-Fi come in through the proxies: with clients inside only, those of UCWA do (M-222, M-224).
pub(super) fn comes_from_wifi(plan: &Plan, because: &mut Because) -> bool {
    because.both(
        |because| *because.read(&plan.clients.internal_wifi),
        |because| {
            because
                .either(|because| plan.mobility.is_outside(because), |because| plan.clients.use_ucwa(because))
        },
    )
}

/// Whether devices on Wi-Fi meet the external web site of a pool: of Front End pools in any case, of the Director that
/// answers first where their first request is led to the proxy, as it answers with its external name (M-286).
pub(super) fn is_met_from_wifi(plan: &Plan, topology: &Topology, pool: &Pool, because: &mut Because) -> bool {
    pool.role == PoolRole::FrontEnd
        || because.both(
            |because| is_led_to_proxy(plan, because),
            |because| topology.answers_first(plan, pool, because),
        )
}

/// Whether the first request of clients inside is led to the proxy.
fn is_led_to_proxy(plan: &Plan, because: &mut Because) -> bool {
    because.both(
        |because| *because.read(&plan.mobility.autodiscover) == Autodiscover::Automatic,
        |because| *because.read(&plan.mobility.internal_autodiscover_target) == InternalTarget::ReverseProxy,
    )
}

/// The pool that takes over from the first one, and its proxy, where that is another one.
fn takes_over<'t>(
    plan: &Plan,
    topology: &'t Topology,
    (_, first): (&Pool, &Proxy),
    because: &mut Because,
) -> Option<(&'t Pool, &'t Proxy)> {
    let (_, partner) = topology.pair(plan, because)?;
    let proxy = topology.proxy_of(partner, because)?;
    (proxy.at != first.at).then_some((partner, proxy))
}

/// What clients inside ask for first, where it is led to the proxy: for devices that do not trust the internal authority
/// (M-067, M-286).
fn first_contact_inside<'t>(
    plan: &Plan,
    (pool, proxy): (&'t Pool, &'t Proxy),
    route: &Because,
    asked: &mut Because,
) -> Option<PublicNames<'t>> {
    let mut led = Because::default();
    let is_led_here = is_led_to_proxy(plan, &mut led);
    asked.join(&led);
    if !is_led_here {
        return None;
    }
    let because = route.and(&led);
    let mut named = Because::default();
    let label = &numbers().lyncdiscoverinternal.value;
    let names = named.read(&plan.domains.sip).iter().map(|domain| domain.host(label)).collect();
    Some(PublicNames { purpose: Purpose::InternalAutodiscover, proxy, pool, names, because, named })
}

fn published_office<'t>(
    plan: &Plan,
    topology: &'t Topology,
    office: &'t Office,
) -> Option<PublishedOffice<'t>> {
    let mut because = Because::default();
    if !plan.mobility.is_outside(&mut because) {
        return None;
    }
    let proxy = &topology.proxies[(*because.read(&office.proxy))?];
    Some(PublishedOffice { office, proxy, because })
}

/// What clients outside ask for first: simple URLs and Autodiscover, at the pool that answers first.
fn first_contact<'t>(
    plan: &Plan,
    topology: &'t Topology,
    (pool, proxy): (&'t Pool, &'t Proxy),
    route: &Because,
    asked: &mut Because,
) -> Vec<PublicNames<'t>> {
    if !plan.mobility.is_outside(asked) {
        return Vec::new();
    }
    let mut groups = Vec::new();
    let group = |purpose, because, names: fn(&Plan, &Topology, &mut Because) -> Vec<Fqdn>| {
        let mut named = Because::default();
        let names = names(plan, topology, &mut named);
        PublicNames { purpose, proxy, pool, names, because, named }
    };
    groups.push(group(Purpose::SimpleUrls, route.and(asked), |_, topology, named| {
        named.read(&topology.simple_urls.meet).clone()
    }));
    groups.push(group(Purpose::SimpleUrls, route.and(asked), |_, topology, named| {
        named.read(&topology.simple_urls.dialin).iter().cloned().collect()
    }));
    if *asked.read(&plan.mobility.autodiscover) == Autodiscover::Automatic {
        groups.push(group(Purpose::Autodiscover, route.and(asked), |plan, _, named| {
            let label = &numbers().lyncdiscover.value;
            named.read(&plan.domains.sip).iter().map(|domain| domain.host(label)).collect()
        }));
    }
    groups
}

/// The external Web Services of a pool; where they are not published, the proxy that would, and why it does not.
fn web_services<'t>(
    plan: &Plan,
    topology: &'t Topology,
    pool: &'t Pool,
) -> Result<Option<PublicNames<'t>>, Option<(&'t Proxy, Because)>> {
    let mut because = Because::default();
    // Outside, it does not matter who is on Wi-Fi.
    let from_wifi = |because: &mut Because| {
        let comes_in = |because: &mut Because| {
            because.both(
                |because| *because.read(&plan.clients.internal_wifi),
                |because| plan.clients.use_ucwa(because),
            )
        };
        because.both(comes_in, |because| is_met_from_wifi(plan, topology, pool, because))
    };
    let is_published = because.either(|because| plan.mobility.is_outside(because), from_wifi);
    let proxy = topology.proxy_of(pool, &mut because);
    if !is_published {
        return Err(proxy.map(|proxy| (proxy, because)));
    }
    let mut named = Because::default();
    let names = vec![named.read(&pool.external.fqdn).clone()];
    let group = |proxy| PublicNames { purpose: Purpose::WebServices, proxy, pool, names, because, named };
    Ok(proxy.map(group))
}
