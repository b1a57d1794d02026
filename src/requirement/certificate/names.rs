//! The names of a certificate, each with its reason.

use std::collections::HashMap;
use std::sync::Arc;

use crate::plan::Because;
use crate::requirement::dns::Zones;
use crate::requirement::rule::{Joined, Reason};
use crate::value::Fqdn;

pub use crate::value::SubjectName;

/// A name and why the certificate has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateName {
    /// The name.
    pub name: SubjectName,
    /// Why it is there.
    pub reason: Arc<Reason>,
}

/// Gathers names, each once, with all their reasons.
#[derive(Default)]
pub(super) struct Names {
    all: Vec<CertificateName>,
    places: HashMap<SubjectName, usize>,
    joined: Joined,
}

impl Names {
    pub(super) fn add(&mut self, name: SubjectName, reason: &Arc<Reason>) {
        if let Some(&place) = self.places.get(&name) {
            let kept = &mut self.all[place].reason;
            *kept = self.joined.of(kept, reason);
        } else {
            self.places.insert(name.clone(), self.all.len());
            self.all.push(CertificateName { name, reason: Arc::clone(reason) });
        }
    }

    /// Adds all of these, for one reason.
    pub(super) fn add_all(&mut self, names: impl IntoIterator<Item = SubjectName>, reason: &Arc<Reason>) {
        for name in names {
            self.add(name, reason);
        }
    }

    /// A host, or the wildcard of the SIP domain that it lies directly below (a wildcard covers one label, M-310).
    pub(super) fn add_host(&mut self, host: &Fqdn, wildcards: Option<&Zones<'_>>, reason: &Arc<Reason>) {
        let domain = wildcards.and_then(|zones| zones.sip_above(host));
        let name = domain
            .map_or_else(|| SubjectName::Host(host.clone()), |domain| SubjectName::Wildcard(domain.clone()));
        self.add(name, reason);
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The first host by name. Where wildcards stand for all hosts, one of them is added by its own name: a subject is
    /// never a wildcard (M-090).
    pub(super) fn some_host(&mut self, mut published: impl Iterator<Item = Fqdn>) -> Option<Fqdn> {
        if let Some(host) = self.all.iter().filter_map(|name| name.name.host()).min() {
            return Some(host.clone());
        }
        let CertificateName { name: SubjectName::Wildcard(domain), reason } =
            self.all.iter().min_by_key(|one| &one.name)?
        else {
            return None;
        };
        let is_below = |host: &Fqdn| {
            host.as_str().split_once('.').is_some_and(|(_, parent)| parent == domain.as_fqdn().as_str())
        };
        let reason = Arc::clone(reason);
        let host = published.find(is_below)?;
        self.add(SubjectName::Host(host.clone()), &reason);
        Some(host)
    }

    /// Adds all of others.
    pub(super) fn absorb(&mut self, others: Self) {
        for other in others.all {
            self.add(other.name, &other.reason);
        }
    }

    /// Takes down on what every name rests.
    pub(super) fn read(&self, because: &mut Because) {
        for name in &self.all {
            because.join(name.reason.because());
        }
    }

    /// The names, sorted.
    pub(super) fn into_sorted(mut self) -> Vec<CertificateName> {
        self.all.sort_unstable_by(|a, b| a.name.cmp(&b.name));
        self.all
    }

    /// The names that are not among `common`, sorted, and every reason they share with it.
    pub(super) fn into_own(mut self, common: &mut Arc<Vec<CertificateName>>) -> Vec<CertificateName> {
        let mut own = Vec::new();
        let mut joined = std::mem::take(&mut self.joined);
        for name in self.into_sorted() {
            match common.binary_search_by(|other| other.name.cmp(&name.name)) {
                Err(_) => own.push(name),
                Ok(place) => {
                    let kept = &mut Arc::make_mut(common)[place].reason;
                    *kept = joined.of(kept, &name.reason);
                }
            }
        }
        own
    }
}
