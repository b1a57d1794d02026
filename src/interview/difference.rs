//! The difference between two lists of rows.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

use crate::requirement::Row;

/// Whether something comes, goes or changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nature {
    /// It comes.
    Added,
    /// It stays and changes.
    Changed,
    /// It goes.
    Removed,
}

impl Nature {
    /// Its sign on the screen.
    #[must_use]
    pub const fn sign(self) -> char {
        match self {
            Self::Added => '+',
            Self::Changed => '~',
            Self::Removed => '−',
        }
    }
}

/// A row of one set that the other lacks or has otherwise.
pub(super) enum Difference<'r, V> {
    Only(Nature, &'r V),
    Both(&'r V, &'r V),
}

/// The rows that differ, where rows of one identity with equal bodies are the same.
pub(super) fn differences<'r, B: PartialEq, K: Eq + Hash>(
    before: &'r [Row<B>],
    after: &'r [Row<B>],
    identity: impl Fn(&'r Row<B>) -> K,
) -> Vec<Difference<'r, Row<B>>> {
    let mut differences = differences_by(before, after, identity);
    differences.retain(|difference| match difference {
        Difference::Only(..) => true,
        Difference::Both(old, new) => old.body != new.body,
    });
    differences
}

/// The things that one side lacks, and the pairs of those that both have; in the order of what comes, then what goes.
pub(super) fn differences_by<'r, V, K: Eq + Hash>(
    before: &'r [V],
    after: &'r [V],
    identity: impl Fn(&'r V) -> K,
) -> Vec<Difference<'r, V>> {
    // What is there twice has as many partners.
    let mut old: HashMap<K, VecDeque<&V>> = HashMap::new();
    for value in before {
        old.entry(identity(value)).or_default().push_back(value);
    }
    let mut differences: Vec<_> = after
        .iter()
        .map(|value| match old.get_mut(&identity(value)).and_then(VecDeque::pop_front) {
            Some(old) => Difference::Both(old, value),
            None => Difference::Only(Nature::Added, value),
        })
        .collect();
    let is_gone = |value: &&'r V| {
        old.get(&identity(value)).is_some_and(|left| left.iter().any(|one| std::ptr::eq(*one, *value)))
    };
    differences.extend(before.iter().filter(is_gone).map(|value| Difference::Only(Nature::Removed, value)));
    differences
}

/// The differences, of which one that goes and one that comes about the same subject are one that changes.
pub(super) fn paired<'r, V, K: Eq + Hash>(
    differences: Vec<Difference<'r, V>>,
    subject: impl Fn(&'r V) -> K,
) -> Vec<Difference<'r, V>> {
    let (mut gone, mut others) = (Vec::new(), Vec::new());
    let mut waiting: HashMap<K, VecDeque<usize>> = HashMap::new();
    for difference in differences {
        if let Difference::Only(Nature::Removed, value) = difference {
            waiting.entry(subject(value)).or_default().push_back(gone.len());
            gone.push(Some(value));
        } else {
            others.push(difference);
        }
    }
    for difference in &mut others {
        if let Difference::Only(_, new) = *difference {
            let place = waiting.get_mut(&subject(new)).and_then(VecDeque::pop_front);
            if let Some(old) = place.and_then(|place| gone[place].take()) {
                *difference = Difference::Both(old, new);
            }
        }
    }
    others.extend(gone.into_iter().flatten().map(|value| Difference::Only(Nature::Removed, value)));
    others
}

/// The nature of a difference, the row to tell of, and the one before it.
pub(super) fn parts<'r, V>(difference: &Difference<'r, V>) -> (Nature, &'r V, Option<&'r V>) {
    match difference {
        Difference::Only(nature, row) => (*nature, row, None),
        Difference::Both(old, new) => (Nature::Changed, new, Some(old)),
    }
}
