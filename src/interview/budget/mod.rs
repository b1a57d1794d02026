//! The budget: the ways to have fewer public names or fewer certificates, each derived anew and set beside the plan as it
//! is, with what it costs, what is lost, and from how many SIP domains on it pays.

mod cells;
mod count;
mod growth;

pub use count::Count;
pub use growth::{Enough, Growth};

use std::panic::resume_unwind;
use std::thread;

use serde_json::Value as Json;

use super::edit::Edit;
use crate::blueprint::Blueprint;
use crate::catalog::renewed_after;
use crate::finding::{Finding, Severity};
use crate::plan::{Autodiscover, Because, InitialRequest, Layout, Path, Plan, ProxyCertificates, Said};
use crate::requirement::Row;
use crate::text::Message;
use crate::value::Date;

/// A way to arrange names and certificates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayKind {
    /// As the plan has it.
    AsItIs,
    /// One certificate for each proxy.
    Shared,
    /// One for each site.
    PerSite,
    /// One for each pool (M-100).
    PerPool,
    /// As many as the authority's limit asks for.
    ByLimit,
    /// Wildcards where the product supports them (M-091, M-310).
    Wildcards,
    /// One host for all simple URLs (M-075, E-214).
    SingleHost,
    /// HTTP for the first request (M-123).
    Http,
    /// People type the addresses (M-035).
    Manual,
    /// One host for all simple URLs, and HTTP for the first request.
    SingleHostAndHttp,
}

impl WayKind {
    /// All of them, in the order of the table.
    pub const ALL: [Self; 10] = [
        Self::AsItIs,
        Self::Shared,
        Self::PerSite,
        Self::PerPool,
        Self::ByLimit,
        Self::Wildcards,
        Self::SingleHost,
        Self::Http,
        Self::Manual,
        Self::SingleHostAndHttp,
    ];

    /// Its word in JSON and in the keys of its texts.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::AsItIs => "as-it-is",
            Self::Shared => "shared",
            Self::PerSite => "per-site",
            Self::PerPool => "per-pool",
            Self::ByLimit => "by-limit",
            Self::Wildcards => "wildcards",
            Self::SingleHost => "single-host",
            Self::Http => "http",
            Self::Manual => "manual",
            Self::SingleHostAndHttp => "single-host-and-http",
        }
    }

    /// What it is called.
    #[must_use]
    pub fn label(self) -> Message {
        Message::new(format!("budget-way-{}", self.word()))
    }

    /// What it says in a plan.
    fn says(self) -> Vec<Said> {
        let proxies = |kind| vec![Said::ReverseProxy(kind)];
        match self {
            Self::AsItIs => Vec::new(),
            Self::Shared => proxies(ProxyCertificates::Shared),
            Self::PerSite => proxies(ProxyCertificates::PerSite),
            Self::PerPool => proxies(ProxyCertificates::PerPool),
            Self::ByLimit => proxies(ProxyCertificates::ByLimit),
            Self::Wildcards => vec![Said::Wildcards(true)],
            Self::SingleHost => vec![Said::Layout(Layout::SingleHost)],
            Self::Http => vec![Said::InitialRequest(InitialRequest::Http)],
            Self::Manual => vec![Said::Autodiscover(Autodiscover::Manual)],
            Self::SingleHostAndHttp => {
                vec![Said::Layout(Layout::SingleHost), Said::InitialRequest(InitialRequest::Http)]
            }
        }
    }

    /// The plan with what it says.
    fn of(self, plan: &Plan) -> Plan {
        plan.saying(self.says())
    }

    /// The answers that it takes.
    #[must_use]
    pub fn answers(self, plan: &Plan) -> Vec<(Path, Json)> {
        self.says().into_iter().map(|said| said.answer(plan)).collect()
    }

    /// The answers as one edit; none where the plan stays as it is.
    #[must_use]
    pub fn edit(self, plan: &Plan) -> Option<Edit> {
        let mut answers: Vec<Edit> =
            self.answers(plan).into_iter().map(|(path, value)| Edit::Answer(path, value)).collect();
        if answers.len() < 2 {
            return answers.pop();
        }
        Some(Edit::Together(answers[0].about().clone(), answers))
    }

    /// What is lost on it, in words.
    fn lost(self) -> Vec<Message> {
        let says = |word: &str| Message::new(format!("budget-lost-{word}"));
        match self {
            Self::AsItIs | Self::Shared => Vec::new(),
            Self::PerSite | Self::PerPool | Self::ByLimit => vec![says("several")],
            Self::SingleHostAndHttp => vec![says("single-host"), says("http")],
            _ => vec![says(self.word())],
        }
    }
}

/// How long public certificates last from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The day on which they are issued.
    pub from: Date,
    /// For so many days.
    pub days: u16,
}

impl Span {
    /// How often so many certificates are renewed in a year (D-012), in tenths.
    #[must_use]
    pub fn renewals(self, certificates: usize) -> usize {
        let after = usize::from(renewed_after(self.days));
        (certificates * YEAR * 10 + after / 2) / after
    }
}

/// The days of a year.
const YEAR: usize = 365;

/// A way, and what follows from it.
#[derive(Clone, Debug)]
pub struct Way {
    /// Which one.
    pub kind: WayKind,
    /// Whether the plan has these answers already.
    pub is_current: bool,
    /// What it takes.
    pub count: Count,
    /// Why it can't be gone, where other answers rule it out.
    pub barred: Option<Message>,
    /// What is lost on it.
    pub lost: Vec<Message>,
    /// What more SIP domains do to it.
    pub growth: Growth,
}

/// All ways side by side.
#[derive(Clone, Debug)]
pub struct Budget {
    /// How many names the authority signs in one certificate (D-004).
    pub limit: usize,
    /// How many SIP domains the plan has.
    pub domains: usize,
    /// The validity on the day of going live, and under the last rule that is known.
    pub spans: [Span; 2],
    /// The ways, the plan as it is first.
    pub ways: Vec<Way>,
}

impl Budget {
    /// Derives the plan on every way, several at once where there are processors for it. None where `goes_on`, asked
    /// before each, says no.
    #[must_use]
    pub fn of(plan: &Plan, known: &Blueprint, goes_on: &(dyn Fn() -> bool + Sync)) -> Option<Self> {
        let limit = plan.certificates.name_limit(&mut Because::default());
        let scale = growth::Scale::of(plan);
        let as_it_is = scale.lines(WayKind::AsItIs);
        let way = |kind: WayKind| {
            if !goes_on() {
                return None;
            }
            let is_current = is_as(plan, &kind.answers(plan));
            let (count, barred) = if is_current {
                (Count::of(&known.requirements, plan, limit), None)
            } else {
                counted(plan, known, kind, limit)
            };
            let lines = if is_current { as_it_is.clone() } else { scale.lines(kind) };
            let growth = Growth::of(lines.as_ref(), as_it_is.as_ref(), limit, scale.domains, count.names);
            Some(Way { kind, is_current, count, barred, lost: kind.lost(), growth })
        };
        let ways = at_once(&WayKind::ALL, &way).into_iter().collect::<Option<Vec<Way>>>()?;
        Some(Self { limit, domains: scale.domains, spans: spans(plan), ways })
    }

    /// How many SIP domains there are, how many names the authority signs, and how long its certificates last.
    #[must_use]
    pub fn head(&self) -> Message {
        let [live, last] = self.spans;
        Message::new("budget-head")
            .counting("domains", self.domains)
            .counting("limit", self.limit)
            .with("live", live.from)
            .counting("live-days", live.days.into())
            .with("last", last.from)
            .counting("last-days", last.days.into())
    }

    /// One of the ways.
    #[must_use]
    pub fn way(&self, kind: WayKind) -> Option<&Way> {
        self.ways.iter().find(|way| way.kind == kind)
    }
}

/// What comes of each, in their order; as many at once as there are processors.
fn at_once<K: Copy + Sync, V: Send>(all: &[K], make: &(dyn Fn(K) -> V + Sync)) -> Vec<V> {
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let share = all.len().div_ceil(workers).max(1);
    thread::scope(|scope| {
        let make_share = |share: &[K]| -> Vec<V> { share.iter().map(|one| make(*one)).collect() };
        let shares: Vec<_> = all.chunks(share).map(|share| scope.spawn(move || make_share(share))).collect();
        let ended = shares.into_iter().map(thread::ScopedJoinHandle::join);
        ended.flat_map(|made| made.unwrap_or_else(|panic| resume_unwind(panic))).collect()
    })
}

/// The validity of public certificates when the plan goes live, and under the last rule that is known (D-001).
fn spans(plan: &Plan) -> [Span; 2] {
    let authority = plan.certificates.public_ca.given().value().authority();
    let on = |from| Span { from, days: authority.days(from) };
    let live = *plan.go_live.given().value();
    let last = authority.changes().last().map_or(live, |(day, _)| *day);
    [on(live), on(last.max(live))]
}

/// Whether the plan has these answers already.
fn is_as(plan: &Plan, answers: &[(Path, Json)]) -> bool {
    let mut same = 0;
    plan.visit(&mut |leaf| {
        let wanted = answers.iter().find(|(path, _)| path == leaf.path);
        same += usize::from(wanted.is_some_and(|(_, value)| (leaf.value)() == *value));
    });
    same == answers.len()
}

/// What a way takes, and what rules it out: an error that does not stand already.
fn counted(plan: &Plan, known: &Blueprint, kind: WayKind, limit: usize) -> (Count, Option<Message>) {
    let after = kind.of(plan);
    let requirements = Blueprint::of_names(&after);
    let count = Count::of(&requirements, &after, limit);
    let old = &known.requirements.findings;
    let is_new = |row: &&Row<Finding>| {
        row.body.severity == Severity::Error
            && row.body.code != count::OVER
            && !old.iter().any(|old| old.body.code == row.body.code && old.body.path == row.body.path)
    };
    let barred = requirements.findings.iter().find(is_new).map(|row| row.body.message.clone());
    (count, barred)
}
