//! Which names of a reverse proxy stand on one certificate (M-100, M-131): the listener shows the one that has the name a
//! client asks for.

use std::collections::HashMap;

use super::names::Names;
use crate::plan::{Because, Path, ProxyCertificates};
use crate::requirement::public_name::{PublicNames, Purpose};
use crate::requirement::rule::Premises;
use crate::value::Fqdn;

/// What keeps names together.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Bond {
    /// The proxy.
    Proxy,
    /// The site or the pool that they lead to.
    Place(Path),
    /// The SIP domain that they stand in, by its place in the plan.
    Domain(usize),
}

/// Names that stand on one certificate, and what they are published for.
pub(super) struct Listener<'p> {
    /// Who they lead to, and for what.
    pub(super) groups: Vec<&'p PublicNames<'p>>,
    /// The names.
    pub(super) names: Names,
}

impl<'p> Listener<'p> {
    fn join(&mut self, other: Self) {
        self.names.absorb(other.names);
        for group in other.groups {
            self.meet(group);
        }
    }

    fn meet(&mut self, group: &'p PublicNames<'p>) {
        if !self.groups.iter().any(|known| std::ptr::eq(*known, group)) {
            self.groups.push(group);
        }
    }

    /// Whether it has the external Web Services name of a pool.
    pub(super) fn serves(&self, pool: &Path) -> bool {
        self.groups.iter().any(|group| group.purpose == Purpose::WebServices && group.pool.at == *pool)
    }
}

/// Sorts the names of a proxy into listeners.
pub(super) struct Sorter<'p> {
    way: ProxyCertificates,
    places: HashMap<&'p str, usize>,
    bonds: HashMap<Bond, usize>,
    listeners: Vec<Listener<'p>>,
}

impl<'p> Sorter<'p> {
    pub(super) fn new(premises: &Premises<'p>, because: &mut Because) -> Self {
        let way = *because.read(&premises.plan.certificates.reverse_proxy);
        let mut places = HashMap::new();
        if way == ProxyCertificates::ByLimit {
            let domains = because.read(&premises.plan.domains.sip);
            places = domains.iter().enumerate().map(|(at, domain)| (domain.as_fqdn().as_str(), at)).collect();
        }
        Self { way, places, bonds: HashMap::new(), listeners: Vec::new() }
    }

    /// A group belongs to the place that it leads to, also where it brings no names today.
    pub(super) fn meet(&mut self, group: &'p PublicNames<'p>) {
        let bond = match self.way {
            ProxyCertificates::Shared | ProxyCertificates::ByLimit => return,
            ProxyCertificates::PerSite => Bond::Place(group.pool.site.clone()),
            ProxyCertificates::PerPool => Bond::Place(group.pool.at.clone()),
        };
        self.bound(bond).meet(group);
    }

    /// The names among which one of a group belongs.
    pub(super) fn of(
        &mut self,
        premises: &Premises<'p>,
        group: &'p PublicNames<'p>,
        name: &Fqdn,
    ) -> &mut Names {
        let bond = match self.way {
            ProxyCertificates::Shared => Bond::Proxy,
            ProxyCertificates::PerSite => Bond::Place(group.pool.site.clone()),
            ProxyCertificates::PerPool => Bond::Place(group.pool.at.clone()),
            ProxyCertificates::ByLimit => {
                let domain = premises.zones.sip_above(name).filter(|_| group.purpose != Purpose::WebServices);
                let place = domain.and_then(|domain| self.places.get(domain.as_fqdn().as_str()));
                place.map_or_else(|| Bond::Place(group.pool.at.clone()), |place| Bond::Domain(*place))
            }
        };
        let listener = self.bound(bond);
        listener.meet(group);
        &mut listener.names
    }

    /// The names among which those of another server of a site belong.
    pub(super) fn of_site(&mut self, site: &Path) -> &mut Names {
        let bond = match self.way {
            ProxyCertificates::PerSite => Bond::Place(site.clone()),
            _ => Bond::Proxy,
        };
        &mut self.bound(bond).names
    }

    fn bound(&mut self, bond: Bond) -> &mut Listener<'p> {
        let next = self.listeners.len();
        let at = *self.bonds.entry(bond).or_insert(next);
        if at == next {
            self.listeners.push(Listener { groups: Vec::new(), names: Names::default() });
        }
        &mut self.listeners[at]
    }

    /// The listeners: that of the pool which answers first before all others. Where the authority's limit decides, as few
    /// as hold all names, each filled in the order of the plan.
    pub(super) fn listeners(mut self, first: Option<&Path>, most: usize) -> Vec<Listener<'p>> {
        self.listeners.retain(|one| one.names.len() > 0);
        if let Some(at) = first.and_then(|pool| self.listeners.iter().position(|one| one.serves(pool))) {
            self.listeners[..=at].rotate_right(1);
        }
        if self.way == ProxyCertificates::ByLimit {
            return packed(self.listeners, most);
        }
        // What leads to no pool alone is no listener: it goes with the first.
        let (mut own, rest): (Vec<_>, Vec<_>) =
            self.listeners.into_iter().partition(|one| !one.groups.is_empty());
        for one in rest {
            match own.first_mut() {
                Some(first) => first.join(one),
                None => own.push(one),
            }
        }
        own
    }
}

/// First fit: a listener takes what still has room in it.
fn packed(all: Vec<Listener<'_>>, most: usize) -> Vec<Listener<'_>> {
    let mut filled: Vec<Listener<'_>> = Vec::new();
    // All before this one are full: the smallest piece found no room in them.
    let mut open = 0;
    for one in all {
        let has_room = |other: &Listener<'_>| other.names.len() + one.names.len() <= most;
        match filled[open..].iter().position(has_room) {
            Some(at) => filled[open + at].join(one),
            None => filled.push(one),
        }
        while filled.get(open).is_some_and(|other| other.names.len() >= most) {
            open += 1;
        }
    }
    filled
}
