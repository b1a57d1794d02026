//! Rules, and the rows that only rules can make.
//!
//! A rule is an identity, the facts it rests on, and a function from premises to rows. The maker stamps each row with the
//! rule, the facts and the answers that were read on the way: a row without its reason can't exist.

use std::collections::HashMap;
use std::sync::Arc;

use super::Certificate;
use super::dns::Zones;
use super::public_name::Published;
use crate::finding::{Finding, Severity};
use crate::plan::{Because, Path, Plan, Standing};
use crate::text::Message;
use crate::topology::Topology;
use crate::value::Date;

/// What a rule may look at.
#[derive(Clone, Copy)]
pub struct Premises<'a> {
    /// The answers.
    pub plan: &'a Plan,
    /// What stands where.
    pub topology: &'a Topology,
    /// What the reverse proxies publish.
    pub(super) published: &'a Published<'a>,
    /// Which zone holds a name.
    pub(super) zones: &'a Zones<'a>,
    /// The certificates, for the rules that come after theirs.
    pub(super) certificates: &'a [Row<Certificate>],
}

impl Premises<'_> {
    /// The day of going live, where somebody said it.
    pub(super) fn go_live(&self, because: &mut Because) -> Option<Date> {
        let answer = &self.plan.go_live;
        let day = *because.read(answer);
        (answer.given().standing() == Standing::Said).then_some(day)
    }
}

/// A rule that makes rows of one kind.
pub struct Rule<B: 'static> {
    /// The identity: texts stand under `rule-<id>`; of a rule that finds something it is the finding's code.
    pub id: &'static str,
    /// Every fact that states it.
    pub facts: &'static [&'static str],
    /// Makes its rows.
    pub make: fn(&Premises<'_>, &mut Maker<'_, B>),
}

/// Why a row is there. Many rows may share one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    rules: Vec<&'static str>,
    facts: Vec<&'static str>,
    because: Because,
    remarks: Vec<Message>,
}

impl Reason {
    /// The rules that ask for it, sorted.
    #[must_use]
    pub fn rules(&self) -> &[&'static str] {
        &self.rules
    }

    /// The facts that state it, sorted.
    #[must_use]
    pub fn facts(&self) -> &[&'static str] {
        &self.facts
    }

    /// The answers that caused it.
    #[must_use]
    pub const fn because(&self) -> &Because {
        &self.because
    }

    /// What else is to be said about it.
    #[must_use]
    pub fn remarks(&self) -> &[Message] {
        &self.remarks
    }

    /// Both reasons for one row.
    #[must_use]
    fn and(self: &Arc<Self>, other: &Arc<Self>) -> Arc<Self> {
        if Arc::ptr_eq(self, other) {
            return Arc::clone(self);
        }
        let mut both = (**self).clone();
        both.rules.extend(&other.rules);
        both.facts.extend(&other.facts);
        both.because.join(&other.because);
        both.remarks.extend(other.remarks.iter().filter(|remark| !self.remarks.contains(remark)).cloned());
        both.tidy();
        Arc::new(both)
    }

    fn tidy(&mut self) {
        for list in [&mut self.rules, &mut self.facts] {
            list.sort_unstable();
            list.dedup();
        }
    }
}

/// A row: what is required, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<B> {
    /// What is required.
    pub body: B,
    /// Why.
    pub reason: Arc<Reason>,
}

/// Makes the rows of one rule.
pub struct Maker<'r, B: 'static> {
    rule: &'r Rule<B>,
    rows: &'r mut Vec<Row<B>>,
}

impl<B> Maker<'_, B> {
    /// The identity of the rule.
    #[must_use]
    pub const fn rule_id(&self) -> &'static str {
        self.rule.id
    }

    /// The facts of the rule without those that are others' own, but with its own of them.
    #[must_use]
    pub fn facts_with(
        &self,
        own: &'static str,
        others: impl Iterator<Item = &'static str>,
    ) -> Vec<&'static str> {
        let others: Vec<_> = others.filter(|other| *other != own).collect();
        self.rule.facts.iter().copied().filter(|fact| !others.contains(fact)).collect()
    }

    /// The reason of rows that rest on these answers.
    #[must_use]
    pub fn reason(&self, because: &Because) -> Arc<Reason> {
        self.reason_with(because, &[], Vec::new())
    }

    /// The reason of rows that rest on these answers, stated also by these facts, with these remarks.
    #[must_use]
    pub fn reason_with(
        &self,
        because: &Because,
        facts: &[&'static str],
        remarks: Vec<Message>,
    ) -> Arc<Reason> {
        self.reason_of(because, self.rule.facts.iter().chain(facts).copied().collect(), remarks)
    }

    /// The reason of rows that rest on these answers and on these facts only, which are some of the rule's, or others: of
    /// a rule that states several things, each by facts of its own.
    #[must_use]
    pub fn reason_of(
        &self,
        because: &Because,
        facts: Vec<&'static str>,
        remarks: Vec<Message>,
    ) -> Arc<Reason> {
        let mut reason = Reason { rules: vec![self.rule.id], facts, because: because.clone(), remarks };
        reason.tidy();
        Arc::new(reason)
    }

    /// Adds a row.
    pub fn add(&mut self, reason: &Arc<Reason>, body: B) {
        self.rows.push(Row { body, reason: Arc::clone(reason) });
    }
}

impl Maker<'_, Finding> {
    /// A finding of this rule's code, to be completed and added.
    #[must_use]
    pub fn finding(&self, severity: Severity, path: &Path) -> Finding {
        Finding::new(self.rule.id, severity, path)
    }

    /// Adds a finding that rests on these answers.
    pub(super) fn tell(&mut self, because: &Because, finding: Finding) {
        let reason = self.reason(because);
        self.add(&reason, finding);
    }
}

/// All rows that a family of rules makes.
pub(super) fn apply<B>(rules: &'static [&'static [Rule<B>]], premises: &Premises<'_>) -> Vec<Row<B>> {
    let mut rows = Vec::new();
    for rule in rules.iter().copied().flatten() {
        (rule.make)(premises, &mut Maker { rule, rows: &mut rows });
    }
    keep_what_can_be(&mut rows, premises.plan);
    rows
}

/// Nothing rests on answers about servers where none can stand; where they can, such rows rest on that as well.
fn keep_what_can_be<B>(rows: &mut Vec<Row<B>>, plan: &Plan) {
    let mut because = Because::default();
    let has_servers = plan.has_servers(&mut because);
    let is_about_servers = |row: &Row<B>| row.reason.because.paths().any(|path| plan.is_about_servers(path));
    if !has_servers {
        rows.retain(|row| !is_about_servers(row));
        return;
    }
    if because == Because::default() {
        return;
    }
    let reason = Arc::new(Reason { rules: vec![], facts: vec![], because, remarks: vec![] });
    let mut joined = Joined::default();
    for row in rows.iter_mut().filter(|row| is_about_servers(row)) {
        row.reason = joined.of(&row.reason, &reason);
    }
}

/// Rows sorted by their identity, each identity once: the first of its rows has the reasons of all. `merge` hands on what
/// else the others know.
pub(super) fn each_once<B, K: Ord>(
    rows: Vec<Row<B>>,
    identity: impl Fn(&B) -> K,
    merge: impl Fn(&mut B, &B),
) -> Vec<Row<B>> {
    let mut rows: Vec<(K, Row<B>)> = rows.into_iter().map(|row| (identity(&row.body), row)).collect();
    rows.sort_by(|(one, _), (other, _)| one.cmp(other));
    let mut joined = Joined::default();
    rows.dedup_by(|(later_key, later), (key, kept)| {
        let is_same = later_key == key;
        if is_same {
            merge(&mut kept.body, &later.body);
            kept.reason = joined.of(&kept.reason, &later.reason);
        }
        is_same
    });
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Joins reasons, the same two only once: ten thousand names that come for the same two reasons share the joined one.
#[derive(Default)]
pub(super) struct Joined(HashMap<[*const Reason; 2], JoinedReason>);

/// A reason, and the two that it joins.
type JoinedReason = (Arc<Reason>, [Arc<Reason>; 2]);

impl Joined {
    /// Both reasons for one thing.
    pub(super) fn of(&mut self, one: &Arc<Reason>, other: &Arc<Reason>) -> Arc<Reason> {
        // The two are kept beside what was made of them, so their addresses stay theirs.
        let known = self
            .0
            .entry([one, other].map(Arc::as_ptr))
            .or_insert_with(|| (one.and(other), [one, other].map(Arc::clone)));
        Arc::clone(&known.0)
    }
}

/// What can be said of a rule without running it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleCard {
    /// Its identity.
    pub id: &'static str,
    /// The family: `dns`, `certificates`, … as `show` calls the parts.
    pub family: &'static str,
    /// The facts it rests on.
    pub facts: &'static [&'static str],
}

pub(super) fn cards<B>(
    family: &'static str,
    rules: &'static [&'static [Rule<B>]],
) -> impl Iterator<Item = RuleCard> {
    rules.iter().copied().flatten().map(move |rule| RuleCard { id: rule.id, family, facts: rule.facts })
}
