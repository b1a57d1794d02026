//! Screens: a file each, with its state, what its keys do, and how it looks.

mod compare;
mod decisions;
mod files;
mod findings;
mod interview;
mod journeys;
mod record;
mod requirements;
mod start;
mod topology;

pub use compare::Compare;
pub use decisions::Decisions;
pub use files::Files;
pub use findings::Findings;
pub use interview::{Interview, answer_in_words};
pub use journeys::Journeys;
pub use requirements::Requirements;
pub use start::Start;
pub use topology::Topology;
