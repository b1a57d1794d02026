//! What is asked of the worker: whatever is shown and not known yet.

use std::sync::Arc;

use super::Model;
use crate::finding::Finding;
use crate::interview::{Edit, LoadedFiles, Question};
use crate::plan::Path;
use crate::tui::keys::Place;
use crate::tui::overlay::Overlay;
use crate::tui::wish::{Effect, View};
use crate::tui::work::Work;
use crate::tui::worker::{Job, When};

/// Of so many SIP domains at most the budget is made ahead.
const FEW_FOR_BUDGET: usize = 2000;

/// What a job derives; what was asked for already is not asked for again.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Wanted {
    /// From which revision.
    revision: u64,
    /// What an edit would change.
    edit: Option<Edit>,
    /// Which choices of a question are ruled out.
    question: Option<Path>,
    /// The files.
    compose: bool,
    /// The drawing.
    draw: bool,
    /// The budget.
    budget: Option<When>,
    /// Certificates of which reading.
    reading: Option<u64>,
    /// What differs from the plan of this text.
    against: Option<Arc<str>>,
    /// The journeys of a domain.
    domain: Option<String>,
    /// The ways out of a finding.
    finding: Option<Finding>,
}

impl Wanted {
    /// Whether nothing is wanted but what follows from the plan.
    fn is_nothing(&self) -> bool {
        let is_shown = self.edit.is_none() && self.question.is_none() && self.reading.is_none();
        let is_view = !self.compose && !self.draw && self.against.is_none() && self.domain.is_none();
        let is_view = is_view && self.finding.is_none();
        is_shown && is_view && self.budget.is_none()
    }
}

impl Model {
    /// Asks the worker for what is shown and not known yet.
    pub(super) fn derive(&mut self, effects: &mut Vec<Effect>) {
        if self.files.wants_a_look() {
            self.look(effects);
        }
        self.colour(effects);
        let Some(work) = &self.work else { return };
        let question = self.question_wanted(work);
        let loaded = self.certificates_wanted(work);
        let wanted = Wanted {
            revision: work.revision,
            edit: self.edit_wanted(work),
            question: question.map(|question| question.path.clone()),
            compose: matches!(self.view, View::Files | View::Findings) && work.composition.is_none(),
            draw: self.view == View::Topology && work.drawing.is_none(),
            budget: self.budget_wanted(work),
            reading: loaded.as_ref().map(|_| self.loaded),
            against: (self.view == View::Compare && work.comparison().is_none()).then(|| work.against()),
            domain: self.domain_wanted(work),
            finding: self.finding_wanted(work),
        };
        let is_known = work.blueprint.is_some() && wanted.is_nothing();
        if is_known || self.last_job.as_ref() == Some(&wanted) {
            return;
        }
        let question = question.cloned();
        self.jobs += 1;
        effects.push(Effect::Derive(Box::new(Job {
            number: self.jobs,
            revision: work.revision,
            answered: work.answered.clone(),
            blueprint: work.blueprint.clone(),
            edit: wanted.edit.clone(),
            question,
            compose: wanted.compose,
            budget: wanted.budget,
            draw: wanted.draw,
            loaded,
            against: wanted.against.clone(),
            domain: wanted.domain.clone(),
            finding: wanted.finding.clone(),
        })));
        self.last_job = Some(wanted);
    }

    /// Whether a question is in sight, with nothing over it.
    fn is_asking(&self) -> bool {
        self.view == View::Interview && self.overlay.is_none()
    }

    fn edit_wanted(&self, work: &Work) -> Option<Edit> {
        let edit = self.is_asking().then(|| self.interview.pending(work, &self.templates)).flatten();
        edit.filter(|edit| work.preview(edit).is_none())
    }

    fn question_wanted<'w>(&self, work: &'w Work) -> Option<&'w Question> {
        let question = self.is_asking().then(|| self.interview.question(work)).flatten();
        question.filter(|question| work.is_to_be_judged(question, &self.templates))
    }

    fn certificates_wanted(&self, work: &Work) -> Option<Arc<LoadedFiles>> {
        let is_compared = !matches!(self.overlay, Some(Overlay::Existing(_))) || work.existing.is_some();
        work.loaded.clone().filter(|_| !is_compared)
    }

    fn domain_wanted(&self, work: &Work) -> Option<String> {
        let domain = (self.view == View::Journeys).then(|| self.journeys.domain(work)).flatten()?;
        work.journeys(&domain).is_none().then_some(domain)
    }

    fn finding_wanted(&self, work: &Work) -> Option<Finding> {
        let is_in_sight = self.view == View::Findings && self.overlay.is_none();
        let finding = is_in_sight.then(|| self.findings.here(work)).flatten()?;
        work.ways_out(&finding).is_none().then_some(finding)
    }

    /// The budget is made ahead where its key has a meaning, so that it is there when somebody presses it; of very many
    /// SIP domains only once it is open, as it takes its time.
    fn budget_wanted(&self, work: &Work) -> Option<When> {
        if work.budget.is_some() {
            return None;
        }
        if matches!(self.overlay, Some(Overlay::Budget(_))) {
            return Some(When::Now);
        }
        let may_open =
            self.places().iter().any(|place| matches!(place, Place::Certificates | Place::TypedCertificates));
        let is_few = work.answered.plan.domains.sip.given().value().len() <= FEW_FOR_BUDGET;
        (may_open && is_few).then_some(When::AtLeisure)
    }
}
