//! What came of a journey: legs of hops, each with the rows that it rests on.

use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::client::{Client, Network};
use crate::plan::Path;
use crate::requirement::{Level, Reason, Row};
use crate::text::Message;

/// How something ended, worst last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// As it should.
    Pass,
    /// It works, and something is to be said about it.
    PassWithRemark,
    /// Here the journey ends.
    Fail,
}

impl Outcome {
    /// The word of the document.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::PassWithRemark => "pass-with-remark",
            Self::Fail => "fail",
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

/// What a hop rests on.
#[derive(Clone, Debug)]
enum Rest {
    Row(Arc<Reason>),
    Answer(Path),
}

/// A step of a client, of a server, or of something between them.
#[derive(Clone, Debug)]
pub struct Hop {
    /// What happens, or what goes wrong.
    pub step: Message,
    /// How it ends.
    pub result: Outcome,
    /// The rows that let it pass, by their identity; of a failure what is missing or wrong.
    pub by: Vec<String>,
    rests: Vec<Rest>,
}

impl Hop {
    /// A hop that is as it should be.
    pub(super) const fn pass(step: Message) -> Self {
        Self { step, result: Outcome::Pass, by: Vec::new(), rests: Vec::new() }
    }

    /// One that passes with something to be said.
    pub(super) const fn remark(step: Message) -> Self {
        Self { step, result: Outcome::PassWithRemark, by: Vec::new(), rests: Vec::new() }
    }

    /// One at which the journey ends.
    pub(super) const fn fail(step: Message) -> Self {
        Self { step, result: Outcome::Fail, by: Vec::new(), rests: Vec::new() }
    }

    /// The same, let pass by a row.
    pub(super) fn by<B>(mut self, row: &Row<B>, id: String) -> Self {
        if !self.by.contains(&id) {
            self.by.push(id);
        }
        self.rests.push(Rest::Row(Arc::clone(&row.reason)));
        self
    }

    /// The same, let pass by a row that may be there or not: it works only where somebody made it.
    pub(super) fn by_level<B>(mut self, row: &Row<B>, level: Level, id: String) -> Self {
        if level == Level::Optional {
            self.result = self.result.max(Outcome::PassWithRemark);
        }
        self.by(row, id)
    }

    /// The same, with what is missing or wrong.
    pub(super) fn lacking(mut self, id: String) -> Self {
        self.by.push(id);
        self
    }

    /// The same, resting on an answer.
    pub(super) fn answered(mut self, path: &Path) -> Self {
        self.rests.push(Rest::Answer(path.clone()));
        self
    }

    /// Whether it says the same as another.
    fn is_like(&self, other: &Self) -> bool {
        self.result == other.result && self.by == other.by && self.step == other.step
    }

    /// The answer that is its own cause, where a row is not between them.
    #[must_use]
    pub fn cause(&self) -> Option<&Path> {
        self.rests.iter().find_map(|rest| match rest {
            Rest::Answer(path) => Some(path),
            Rest::Row(_) => None,
        })
    }

    /// The reasons of the rows that it rests on.
    pub fn reasons(&self) -> impl Iterator<Item = &Reason> {
        self.rests.iter().filter_map(|rest| match rest {
            Rest::Row(reason) => Some(&**reason),
            Rest::Answer(_) => None,
        })
    }

    /// The answers that it rests on.
    #[must_use]
    pub fn answers(&self) -> Vec<&Path> {
        let mut answers: Vec<&Path> = Vec::new();
        for rest in &self.rests {
            match rest {
                Rest::Row(reason) => answers.extend(reason.because().paths()),
                Rest::Answer(path) => answers.push(path),
            }
        }
        answers
    }
}

/// A leg that can't be walked to its end: its last hop says why.
#[derive(Clone, Copy, Debug)]
pub(super) struct Broken;

/// Hops that belong together. Journeys share the legs that they have in common.
#[derive(Clone, Debug, Default)]
pub struct Leg {
    /// The hops, in their order.
    pub hops: Vec<Hop>,
}

impl Leg {
    /// Adds a hop, unless the same was said already.
    pub(super) fn add(&mut self, hop: Hop) {
        if !self.hops.iter().any(|known| known.is_like(&hop)) {
            self.hops.push(hop);
        }
    }

    /// Ends here.
    pub(super) fn end<T>(&mut self, hop: Hop) -> Result<T, Broken> {
        self.hops.push(hop);
        Err(Broken)
    }

    /// Adds what another has.
    pub(super) fn append(&mut self, other: &Self) {
        for hop in &other.hops {
            self.add(hop.clone());
        }
    }

    /// How it ended.
    #[must_use]
    pub fn result(&self) -> Outcome {
        self.hops.iter().map(|hop| hop.result).max().unwrap_or(Outcome::Pass)
    }

    /// The words of the hop at which it ended, where it did.
    pub(super) fn fault(&self) -> Option<&Hop> {
        self.hops.iter().find(|hop| hop.result == Outcome::Fail)
    }
}

/// A client on its way, from the first look-up to what it came for.
#[derive(Clone, Debug)]
pub struct Journey {
    /// Who travels.
    pub client: Client,
    /// From where.
    pub network: Network,
    /// Whose user it is: a SIP domain, or the mail domain of Exchange.
    pub domain: String,
    /// The pool, the site or the appliance at which the user is at home.
    pub pool: String,
    /// The way.
    pub legs: Vec<Arc<Leg>>,
}

impl Journey {
    /// How it ended.
    #[must_use]
    pub fn result(&self) -> Outcome {
        self.legs.iter().map(|leg| leg.result()).max().unwrap_or(Outcome::Pass)
    }

    /// The hops, in their order.
    pub fn hops(&self) -> impl Iterator<Item = &Hop> {
        self.legs.iter().flat_map(|leg| &leg.hops)
    }

    /// The first hop that fails.
    #[must_use]
    pub fn fault(&self) -> Option<&Hop> {
        self.hops().find(|hop| hop.result == Outcome::Fail)
    }

    /// The answers on which the first failure rests: its own, else those behind the last rows before it.
    #[must_use]
    pub fn answers_behind_fault(&self) -> Vec<&Path> {
        let mut last: Vec<&Path> = Vec::new();
        for hop in self.hops() {
            let own = hop.answers();
            if !own.is_empty() {
                last = own;
            }
            if hop.result == Outcome::Fail {
                break;
            }
        }
        last.sort_unstable();
        last.dedup();
        last
    }
}
