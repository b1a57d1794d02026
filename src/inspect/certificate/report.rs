//! Holds the certificates of several files against everything that a plan requires.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::body::ExistingCertificate;
use super::chain::{Chains, Leaf};
use super::fit::{NameFit, Wildcards, fit};
use super::look::{Found, Held, Look};
use super::role::demands;
use super::rules::{CertificateFinding, DIFFERS, POOL_DIFFERS, among, findings};
use crate::finding::Severity;
use crate::inspect::zone::Expected;
use crate::plan::Because;
use crate::requirement::Certificate;

/// A file that was read.
#[derive(Clone, Debug)]
pub struct CertificateFile {
    /// What it is called.
    pub name: String,
    /// What it holds.
    pub all: Vec<ExistingCertificate>,
}

/// What is to be done with a certificate or request, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It fits.
    Reuse,
    /// It can be used, and something is to be said.
    ReuseWithRemarks,
    /// It can't be used for what it fits best.
    Replace,
    /// Nothing in the plan asks for it.
    NotNeeded,
}

/// A certificate or request, held against the requirement that it fits best.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The place of its file.
    pub file: usize,
    /// Its place in the file.
    pub at: usize,
    /// The identity of the requirement; none where it fits none.
    pub requirement: Option<String>,
    /// How its names fit there.
    pub names: NameFit,
    /// What is to be said about it, in the order of the rules.
    pub findings: Vec<CertificateFinding>,
    /// What is to be done.
    pub verdict: Verdict,
}

/// A required certificate.
#[derive(Clone, Debug)]
pub struct Required {
    /// Its identity.
    pub id: String,
    /// The place of the best that there is for it in [`Report::judged`]; none where there is nothing.
    pub best: Option<usize>,
}

/// What there is, and what there has to be.
#[derive(Clone, Debug)]
pub struct Report {
    /// Everything that the files hold for its own sake, in their order. What has every name of several requirements stands
    /// there for each.
    pub judged: Vec<Judged>,
    /// Everything that the plan requires, sorted by identity.
    pub required: Vec<Required>,
}

impl Report {
    /// Whether something is unfit, or missing.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        self.judged.iter().any(|own| own.verdict == Verdict::Replace)
            || self.required.iter().any(|required| required.best.is_none())
    }
}

/// Holds files against a plan, or against one of its requirements.
#[must_use]
pub fn judge(files: &[CertificateFile], expected: Expected<'_>, only: Option<&str>) -> Report {
    let rows = expected.requirements.certificates.iter().map(|row| &row.body);
    let required: Vec<&Certificate> = rows.filter(|body| only.is_none_or(|only| only == body.id)).collect();
    let chains: Vec<Chains> = files.iter().map(|file| Chains::of(&file.all)).collect();
    let desk = Desk { files, chains: &chains, required: &required, expected, is_told: only.is_some() };
    let mut report = Report { judged: desk.judge_all(), required: Vec::new() };
    desk.hold_together(&mut report.judged);
    report.required = required
        .iter()
        .map(|body| Required { id: body.id.clone(), best: desk.best(&report.judged, &body.id) })
        .collect();
    report
}

struct Desk<'a> {
    files: &'a [CertificateFile],
    chains: &'a [Chains],
    required: &'a [&'a Certificate],
    expected: Expected<'a>,
    /// The requirement was named, so everything is held against it.
    is_told: bool,
}

impl<'a> Desk<'a> {
    fn judge_all(&self) -> Vec<Judged> {
        let wildcards = Wildcards::of(self.expected);
        let leaves = self
            .chains
            .iter()
            .enumerate()
            .flat_map(|(at, chains)| chains.leaves.iter().map(move |leaf| (at, leaf)));
        leaves.flat_map(|(file, leaf)| self.judge_one(file, leaf, &wildcards)).collect()
    }

    /// What comes of a certificate: with the requirement that it fits best, and with each other of which it has all names
    /// and for which it is fit (M-104).
    fn judge_one(&self, file: usize, leaf: &'a Leaf, wildcards: &Wildcards<'_>) -> Vec<Judged> {
        let own = &self.files[file].all[leaf.at()];
        let mut fits: Vec<(&Certificate, NameFit)> =
            self.required.iter().map(|body| (*body, fit(own, body, wildcards))).collect();
        fits.retain(|(body, names)| self.is_told || !names.kept.is_empty() || is_subject(own, body));
        // A stable sort: of two that fit alike, the first by identity.
        fits.sort_by_cached_key(|(body, names)| Reverse(rank(own, body, names)));
        if fits.is_empty() {
            return vec![self.judged(file, leaf, None)];
        }
        let mut all = Vec::new();
        for (place, (body, names)) in fits.into_iter().enumerate() {
            if place == 0 {
                all.push(self.judged(file, leaf, Some((body, names))));
            } else if names.missing.is_empty() {
                let other = self.judged(file, leaf, Some((body, names)));
                all.extend(Some(other).filter(|other| other.verdict < Verdict::Replace));
            }
        }
        all
    }

    fn judged(&self, file: usize, leaf: &Leaf, held: Option<(&Certificate, NameFit)>) -> Judged {
        let (body, names) = held.map_or((None, NameFit::default()), |(body, names)| (Some(body), names));
        let findings = findings(&self.look(file, leaf, body.map(|body| (body, &names))));
        let requirement = body.map(|body| body.id.clone());
        let verdict = verdict(&findings, requirement.is_some());
        Judged { file, at: leaf.at(), requirement, names, findings, verdict }
    }

    fn look<'l>(
        &'l self,
        file: usize,
        leaf: &'l Leaf,
        held: Option<(&'l Certificate, &'l NameFit)>,
    ) -> Look<'l> {
        Look {
            file: &self.files[file].all,
            chains: &self.chains[file],
            leaf,
            go_live: *self.expected.plan.go_live.given().value(),
            held: held.map(|(required, fit)| Held { required, demands: demands(required), fit }),
        }
    }

    /// What can be seen only where several are held side by side.
    fn hold_together(&self, judged: &mut [Judged]) {
        let mut found = Vec::new();
        for body in self.required.iter().filter(|body| !demands(body).one_for_all.is_empty()) {
            found.extend(self.not_the_same(judged, body));
        }
        found.extend(self.pools_that_differ(judged));
        for (at, code, what) in found {
            let own = &mut judged[at];
            let Some(body) = self.required.iter().find(|body| Some(&body.id) == own.requirement.as_ref())
            else {
                continue;
            };
            let Some(leaf) = self.chains[own.file].leaves.iter().find(|leaf| leaf.at() == own.at) else {
                continue;
            };
            let told = among(code, &self.look(own.file, leaf, Some((body, &own.names))), what);
            own.findings.extend(told);
            own.verdict = verdict(&own.findings, true);
        }
    }

    /// Fit certificates for one requirement, of which all machines must have the same: all but the best.
    fn not_the_same(&self, judged: &[Judged], body: &Certificate) -> Vec<(usize, &'static str, Found)> {
        let Some(best) = self.best(judged, &body.id) else { return Vec::new() };
        let print = |at: usize| &self.own(&judged[at]).fingerprint;
        let facts = demands(body).one_for_all;
        let fit = (0..judged.len()).filter(|at| {
            let own = &judged[*at];
            own.requirement.as_ref() == Some(&body.id) && own.verdict < Verdict::Replace
        });
        fit.filter(|at| print(*at) != print(best))
            .map(|at| (at, DIFFERS, Found::of(&self.files[judged[best].file].name).by(facts)))
            .collect()
    }

    /// Certificates of one pool, each with the best that there is, that differ in more than the names of the servers.
    fn pools_that_differ(&self, judged: &[Judged]) -> Vec<(usize, &'static str, Found)> {
        let mut found = Vec::new();
        for pool in &self.expected.topology.pools {
            let because = &mut Because::default();
            let servers: BTreeSet<String> = because
                .read(&pool.servers)
                .iter()
                .map(|server| because.clone().read(&server.fqdn).to_string())
                .collect();
            let mut by_use: BTreeMap<&[&str], (usize, BTreeSet<&String>)> = BTreeMap::new();
            for body in
                self.required.iter().filter(|body| body.hosts.iter().all(|host| servers.contains(host)))
            {
                let Some(best) = self.best(judged, &body.id) else { continue };
                let names = self.own(&judged[best]).names.iter().filter(|name| !servers.contains(*name));
                let names: BTreeSet<&String> = names.collect();
                let Some((_, first)) = by_use.get(body.assign_to.as_slice()) else {
                    by_use.insert(&body.assign_to, (best, names));
                    continue;
                };
                let differing: Vec<String> =
                    first.symmetric_difference(&names).map(|name| (*name).clone()).collect();
                found.extend(Found::list(&differing).map(|what| (best, POOL_DIFFERS, what)));
            }
        }
        found
    }

    /// The place of the best for a requirement: the better verdict, the fewer findings, the later end, the earlier place.
    fn best(&self, judged: &[Judged], id: &str) -> Option<usize> {
        let of_it = (0..judged.len()).filter(|at| judged[*at].requirement.as_deref() == Some(id));
        of_it.min_by_key(|at| {
            let one = &judged[*at];
            let end = self.own(one).valid.map(|(_, last)| last);
            (one.verdict, one.findings.len(), Reverse(end), *at)
        })
    }

    fn own(&self, judged: &Judged) -> &ExistingCertificate {
        &self.files[judged.file].all[judged.at]
    }
}

/// How well names fit: exactly, then by how many they have in common less those that are missing, then by the subject, then
/// by how few are beyond. What a wildcard covers is not counted as common: it would lead to whoever has the most hosts.
fn rank(own: &ExistingCertificate, body: &Certificate, names: &NameFit) -> impl Ord + use<> {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let common = names.kept.iter().filter(|name| own.names.binary_search(name).is_ok()).count();
    let is_exact = names.missing.is_empty() && names.surplus.is_empty();
    let balance = count(common) - count(names.missing.len());
    (is_exact, balance, is_subject(own, body), Reverse(names.surplus.len()))
}

fn is_subject(own: &ExistingCertificate, body: &Certificate) -> bool {
    own.common_names().any(|name| name == body.subject.as_str())
}

fn verdict(findings: &[CertificateFinding], is_needed: bool) -> Verdict {
    if findings.iter().any(|own| own.finding.severity == Severity::Error) {
        Verdict::Replace
    } else if !is_needed {
        Verdict::NotNeeded
    } else if findings.is_empty() {
        Verdict::Reuse
    } else {
        Verdict::ReuseWithRemarks
    }
}
