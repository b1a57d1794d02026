//! Which certificates of a file belong together: each with those above it, and those that belong to none.

use std::collections::{HashMap, HashSet};

use x509_parser::certificate::X509Certificate;
use x509_parser::error::X509Error;
use x509_parser::prelude::FromDer;

use super::algorithm;
use super::body::{ExistingCertificate, Form, Kind};
use crate::catalog::numbers;

/// A certificate or request of its own, with the way up from it.
pub(super) struct Leaf {
    /// Places in the file: its own, then that of each issuer.
    pub(super) steps: Vec<usize>,
}

/// A file, put in order.
pub(super) struct Chains {
    /// Everything that is not there for the sake of something else.
    pub(super) leaves: Vec<Leaf>,
    /// Authorities that are above nothing in the file.
    pub(super) strangers: Vec<usize>,
}

impl Chains {
    /// Puts the contents of a file in order.
    pub(super) fn of(all: &[ExistingCertificate]) -> Self {
        let issuers = Issuers::of(all);
        let above: Vec<Option<usize>> = (0..all.len()).map(|at| issuers.above(at)).collect();
        let busy: HashSet<usize> = above.iter().flatten().copied().collect();
        let mut own: Vec<usize> =
            (0..all.len()).filter(|at| !all[*at].is_authority && !busy.contains(at)).collect();
        if own.is_empty() {
            // Nothing but authorities: those that sign no other here stand for themselves.
            own = (0..all.len()).filter(|at| !busy.contains(at)).collect();
        }
        let leaves: Vec<Leaf> = own.into_iter().map(|at| Leaf { steps: way_up(at, &above) }).collect();
        let used: HashSet<usize> = leaves.iter().flat_map(|leaf| leaf.steps.iter().copied()).collect();
        Self { leaves, strangers: (0..all.len()).filter(|at| !used.contains(at)).collect() }
    }
}

fn way_up(leaf: usize, above: &[Option<usize>]) -> Vec<usize> {
    let mut steps = vec![leaf];
    let mut seen = HashSet::from([leaf]);
    while let Some(next) = steps.last().and_then(|at| above[*at]) {
        // Authorities that sign one another would lead around for ever.
        if !seen.insert(next) {
            break;
        }
        steps.push(next);
    }
    steps
}

/// The certificates of a file by their subjects.
struct Issuers<'a> {
    all: &'a [ExistingCertificate],
    by_subject: HashMap<&'a [u8], Vec<usize>>,
}

impl<'a> Issuers<'a> {
    fn of(all: &'a [ExistingCertificate]) -> Self {
        let mut by_subject: HashMap<&[u8], Vec<usize>> = HashMap::new();
        for (at, one) in all.iter().enumerate().filter(|(_, one)| one.kind == Kind::Certificate) {
            by_subject.entry(&one.raw_names.0).or_default().push(at);
        }
        Self { all, by_subject }
    }

    /// Who signed a certificate of the file, where that one is there too.
    fn above(&self, at: usize) -> Option<usize> {
        let own = &self.all[at];
        if own.kind == Kind::Request || own.is_self_issued {
            return None;
        }
        let by_name = self.by_subject.get(own.raw_names.1.as_slice())?;
        by_name
            .iter()
            .copied()
            .filter(|other| *other != at)
            .take(MOST_TRIED)
            .find(|other| signed(own, &self.all[*other]))
    }
}

/// An authority has a few certificates of one name; a file with thousands is made to keep us busy.
const MOST_TRIED: usize = 8;

/// Whether a key signed a certificate, as far as that can be checked: kinds that can't are judged by the names alone.
fn signed(own: &ExistingCertificate, issuer: &ExistingCertificate) -> bool {
    let (Ok((_, below)), Ok((_, above))) =
        (X509Certificate::from_der(&own.der), X509Certificate::from_der(&issuer.der))
    else {
        return false;
    };
    let (_, bits) = algorithm::key(above.public_key());
    let is_short = bits.is_some_and(|bits| bits < numbers().rsa_bits.value);
    match below.verify_signature(Some(above.public_key())) {
        Err(X509Error::SignatureVerificationError) => is_short,
        _ => true,
    }
}

impl Leaf {
    /// Its place in the file.
    pub(super) fn at(&self) -> usize {
        self.steps[0]
    }

    /// The blocks of a text stand in another order than a server is to send them.
    pub(super) fn is_out_of_order(&self, all: &[ExistingCertificate]) -> bool {
        all[self.at()].form == Form::Pem && !self.steps.is_sorted()
    }

    /// The last above it.
    pub(super) fn top<'a>(&self, all: &'a [ExistingCertificate]) -> &'a ExistingCertificate {
        &all[self.steps.last().copied().unwrap_or_default()]
    }
}
