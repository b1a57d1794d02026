//! The whole program as one function: everything that follows from one plan.
//!
//! Knows the order of the stages. Must never keep anything from one plan to the next: a change of an answer makes a new
//! blueprint from the start.

use crate::artifact::{Composition, Ingredients, compose};
use crate::catalog::Templates;
use crate::plan::Plan;
use crate::requirement::Requirements;
use crate::text::Speaker;
use crate::topology::Topology;

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
        compose(&Ingredients { plan, plan_text, topology, requirements, templates, speaker, draft })
    }
}
