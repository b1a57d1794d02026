//! The whole program as one function: everything that follows from one plan.
//!
//! Knows the order of the stages. Must never keep anything from one plan to the next: a change of an answer makes a new
//! blueprint from the start.

use crate::artifact::{Composition, Ingredients, compose};
use crate::catalog::Templates;
use crate::finding::Finding;
use crate::journey::Walk;
use crate::plan::Plan;
use crate::requirement::Requirements;
use crate::text::Speaker;
use crate::topology::Topology;

/// So many zones show what is wrong with a template.
const FEW_ZONES: usize = 20;

/// A plan and everything that follows from it, but for files.
#[derive(Clone, Debug)]
pub struct Blueprint {
    /// The answers.
    pub plan: Plan,
    /// What stands where.
    pub topology: Topology,
    /// What the world must provide.
    pub requirements: Requirements,
}

impl Blueprint {
    /// Everything that follows from a plan.
    #[must_use]
    pub fn of(plan: Plan) -> Self {
        let topology = Topology::of(&plan);
        let requirements = Requirements::derive(&plan, &topology);
        Self { plan, topology, requirements }
    }

    /// Only what public names bring: see [`Requirements::of_names`].
    #[must_use]
    pub fn of_names(plan: &Plan) -> Requirements {
        Requirements::of_names(plan, &Topology::of(plan))
    }

    /// The journeys of simulated clients. They are walked when somebody takes them, not with every change of the plan.
    #[must_use]
    pub fn walk(&self) -> Walk<'_> {
        Walk::of(&self.plan, &self.topology, &self.requirements)
    }

    /// The files for every team. `plan_text` is the plan as it was written.
    #[must_use]
    pub fn compose(
        &self,
        plan_text: &str,
        templates: &Templates,
        speaker: &Speaker,
        draft: bool,
    ) -> Composition {
        let Self { plan, topology, requirements } = self;
        let zones = usize::MAX;
        compose(&Ingredients { plan, plan_text, topology, requirements, templates, speaker, draft, zones })
    }

    /// What is wrong with the templates for this plan. Of ten thousand zones a few show it: they differ in names only.
    #[must_use]
    pub fn template_faults(&self, templates: &Templates, speaker: &Speaker) -> Vec<Finding> {
        let Self { plan, topology, requirements } = self;
        let (plan_text, draft, zones) = ("", true, FEW_ZONES);
        compose(&Ingredients { plan, plan_text, topology, requirements, templates, speaker, draft, zones })
            .findings
    }
}
