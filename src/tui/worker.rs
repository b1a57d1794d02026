//! The worker: derives beside the screen. Of the jobs that wait, only the latest counts.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::event::Event;
use super::work::{Against, Preview};
use crate::artifact::Composition;
use crate::artifact::drawing::Drawing;
use crate::blueprint::Blueprint;
use crate::catalog::{Templates, speaker};
use crate::finding::Finding;
use crate::interview::{
    Answered, Barred, Budget, Comparison, Consequence, Edit, Existing, LoadedFiles, Mending, Question,
    attempt, barred, mendings,
};
use crate::journey::Journey;
use crate::plan::{Path, Plan, Problem};

/// What is to be derived.
#[derive(Clone, Debug)]
pub struct Job {
    /// The number of this job.
    pub number: u64,
    /// What it is derived from.
    pub revision: u64,
    /// The plan.
    pub answered: Answered,
    /// What follows from the plan, if that is known already.
    pub blueprint: Option<Arc<Blueprint>>,
    /// The edit at the cursor.
    pub edit: Option<Edit>,
    /// The question of which it is not known which choices are ruled out.
    pub question: Option<Question>,
    /// The files are wanted too.
    pub compose: bool,
    /// The ways to have fewer names or certificates are wanted too: at once, or when all else is done.
    pub budget: Option<When>,
    /// The topology is wanted as a drawing too.
    pub draw: bool,
    /// Certificates that exist, which are wanted beside those that are required.
    pub loaded: Option<Arc<LoadedFiles>>,
    /// The text of the plan to compare with.
    pub against: Option<Arc<str>>,
    /// The domain whose journeys are wanted.
    pub domain: Option<String>,
    /// The finding whose ways out are wanted.
    pub finding: Option<Finding>,
}

/// When something is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Somebody looks at it.
    Now,
    /// Somebody may look at it soon.
    AtLeisure,
}

/// What was derived.
#[derive(Debug)]
pub enum Report {
    /// What follows from a plan.
    Derived(u64, Arc<Blueprint>),
    /// What an edit would change.
    Previewed(u64, Edit, Preview),
    /// Which choices of a question are ruled out.
    Barred(u64, Path, Vec<Barred>),
    /// The ways to have fewer names or certificates.
    Budgeted(u64, Arc<Budget>),
    /// Certificates that exist, beside those that are required.
    Compared(u64, Arc<Existing>),
    /// The ways out of a finding.
    Mended(u64, Finding, Arc<Vec<Mending>>),
    /// The topology as a drawing.
    Drawn(u64, Arc<Drawing>),
    /// What differs from the plan of this text.
    Contrasted(u64, Arc<str>, Against),
    /// The journeys of a domain.
    Walked(u64, String, Arc<Vec<Journey>>),
    /// The files.
    Composed(u64, Arc<Composition>),
    /// A job was done, or given up for a later one.
    Rested(u64),
}

/// The place where the latest job waits.
#[derive(Default)]
struct Desk {
    waiting: Mutex<Waiting>,
    bell: Condvar,
}

/// What waits on the desk.
#[derive(Default)]
enum Waiting {
    #[default]
    Nothing,
    Job(Box<Job>),
    /// Nobody asks for anything any more.
    Closed,
}

/// The worker, from outside.
pub struct Worker {
    desk: Arc<Desk>,
}

impl Worker {
    /// Starts the worker; it tells what it derived.
    #[must_use]
    pub fn start(templates: Arc<Templates>, tell: Sender<Event>) -> Self {
        let desk = Arc::new(Desk::default());
        let own = Arc::clone(&desk);
        thread::spawn(move || {
            let work = AssertUnwindSafe(|| work(&own, &templates, &tell));
            if catch_unwind(work).is_err() {
                let _ = tell.send(Event::Died);
            }
        });
        Self { desk }
    }

    /// Hands over a job, in place of any that still waits.
    pub fn hand(&self, job: Box<Job>) {
        self.desk.put(Waiting::Job(job));
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.desk.put(Waiting::Closed);
    }
}

impl Desk {
    fn put(&self, waiting: Waiting) {
        *self.lock() = waiting;
        self.bell.notify_one();
    }

    /// Waits for a job; none comes once the desk is closed.
    fn take(&self) -> Option<Job> {
        let mut waiting = self.lock();
        loop {
            match std::mem::take(&mut *waiting) {
                Waiting::Job(job) => return Some(*job),
                Waiting::Closed => return None,
                Waiting::Nothing => waiting = self.bell.wait(waiting).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }

    fn has_later(&self) -> bool {
        !matches!(*self.lock(), Waiting::Nothing)
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Works until nobody listens any more.
fn work(desk: &Desk, templates: &Templates, tell: &Sender<Event>) {
    let mut last: Option<(Arc<Plan>, Arc<Blueprint>)> = None;
    let other = Other::default();
    while let Some(job) = desk.take() {
        let known = job.blueprint.clone().or_else(|| {
            let known = last.as_ref().filter(|(plan, _)| Arc::ptr_eq(plan, &job.answered.plan));
            known.map(|(_, known)| Arc::clone(known))
        });
        let blueprint = known.unwrap_or_else(|| Arc::new(Blueprint::of((*job.answered.plan).clone())));
        last = Some((Arc::clone(&job.answered.plan), Arc::clone(&blueprint)));
        let number = job.number;
        for report in reports(desk, job, &blueprint, &other, templates) {
            if tell.send(Event::Report(report)).is_err() {
                return;
            }
        }
        if tell.send(Event::Report(Report::Rested(number))).is_err() {
            return;
        }
    }
}

/// The plan to compare with: what follows from it is kept until there is another one.
#[derive(Default)]
struct Other(RefCell<Option<(Arc<str>, Arc<Blueprint>)>>);

impl Other {
    /// What follows from the plan of a text.
    fn blueprint(&self, text: &Arc<str>, templates: &Templates) -> Result<Arc<Blueprint>, Vec<Problem>> {
        if let Some((_, known)) = self.0.borrow().as_ref().filter(|(own, _)| own == text) {
            return Ok(Arc::clone(known));
        }
        let plan = Answered::read(text.strip_prefix('\u{feff}').unwrap_or(text), templates)?.plan;
        let blueprint = Arc::new(Blueprint::of((*plan).clone()));
        *self.0.borrow_mut() = Some((Arc::clone(text), Arc::clone(&blueprint)));
        Ok(blueprint)
    }
}

/// With so many SIP domains at most, files are composed only to see what an answer changes in them.
const FEW: usize = 200;

/// The files of a plan. (The embedded words are sound, as the tests hold.)
fn compose(blueprint: &Blueprint, text: &str, templates: &Templates) -> Composition {
    let language = blueprint.plan.language.given().value().word();
    speaker(language)
        .map_or_else(|_| Composition::default(), |words| blueprint.compose(text, templates, &words, false))
}

/// What a job asks for, one after the other; what is left is given up when a later job comes.
fn reports(
    desk: &Desk,
    job: Job,
    blueprint: &Arc<Blueprint>,
    other: &Other,
    templates: &Templates,
) -> impl Iterator<Item = Report> {
    let Job { revision, answered, edit, question, compose: is_wanted, budget, draw, loaded, .. } = job;
    let contrasted = job.against.into_iter().filter(|_| !desk.has_later()).map({
        let blueprint = Arc::clone(blueprint);
        move |text| {
            let against = other.blueprint(&text, templates);
            let compared = against.map(|before| Arc::new(Comparison::between(&before, &blueprint)));
            Report::Contrasted(revision, text, compared)
        }
    });
    let walked = job.domain.into_iter().filter(|_| !desk.has_later()).map({
        let blueprint = Arc::clone(blueprint);
        move |domain| {
            let journeys = blueprint.walk().journeys(|_, of| of == domain).collect();
            Report::Walked(revision, domain, Arc::new(journeys))
        }
    });
    let derived = Report::Derived(revision, Arc::clone(blueprint));
    let preview = edit.into_iter().filter(|_| !desk.has_later()).map({
        let (answered, blueprint) = (answered.clone(), Arc::clone(blueprint));
        move |edit| {
            let preview = attempt(&answered.document, &edit, templates).map(|after| {
                let text = after.document.text();
                let derived = Blueprint::of((*after.plan).clone());
                let consequence = Consequence::between(&blueprint.requirements, &derived.requirements);
                if consequence.effects.is_empty() && derived.plan.domains.sip.given().value().len() <= FEW {
                    let before = compose(&blueprint, answered.document.text(), templates);
                    let after = compose(&derived, text, templates);
                    let (before, after) = ((&blueprint.plan, &before.bundle), (&derived.plan, &after.bundle));
                    return Consequence::of_files(before, after);
                }
                consequence
            });
            Report::Previewed(revision, edit, preview)
        }
    });
    let ruled_out = question.into_iter().filter_map({
        let (answered, blueprint) = (answered.clone(), Arc::clone(blueprint));
        move |question| {
            let barred = barred(&answered, &blueprint, &question, templates, &|| !desk.has_later())?;
            Some(Report::Barred(revision, question.path, barred))
        }
    });
    let mended = job.finding.into_iter().filter_map({
        let (answered, blueprint) = (answered.clone(), Arc::clone(blueprint));
        move |finding| {
            let found = mendings(&answered, &blueprint, &finding, templates, &|| !desk.has_later())?;
            Some(Report::Mended(revision, finding, Arc::new(found)))
        }
    });
    let budgeted = |wanted: When| {
        let (answered, blueprint) = (answered.clone(), Arc::clone(blueprint));
        budget.filter(|when| *when == wanted).into_iter().filter_map(move |_| {
            let budget = Budget::of(&answered.plan, &blueprint, &|| !desk.has_later())?;
            Some(Report::Budgeted(revision, Arc::new(budget)))
        })
    };
    let (budgeted, budgeted_at_leisure) = (budgeted(When::Now), budgeted(When::AtLeisure));
    let compared = loaded.into_iter().filter(|_| !desk.has_later()).map({
        let blueprint = Arc::clone(blueprint);
        move |loaded| Report::Compared(revision, Arc::new(Existing::of(loaded, &blueprint)))
    });
    let drawn = draw.then_some(()).into_iter().map({
        let blueprint = Arc::clone(blueprint);
        move |()| {
            let Blueprint { plan, topology, requirements } = &*blueprint;
            Report::Drawn(revision, Arc::new(Drawing::of(plan, topology, requirements)))
        }
    });
    let composed = is_wanted.then_some(()).into_iter().filter(|()| !desk.has_later()).map(move |()| {
        let composition = compose(blueprint, answered.document.text(), templates);
        Report::Composed(revision, Arc::new(composition))
    });
    std::iter::once(derived)
        .chain(drawn)
        .chain(walked)
        .chain(contrasted)
        .chain(budgeted)
        .chain(compared)
        .chain(preview)
        .chain(ruled_out)
        .chain(composed)
        .chain(mended)
        .chain(budgeted_at_leisure)
}
