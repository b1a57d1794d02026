//! Screens: a file each, with its state, what its keys do, and how it looks.

mod files;
mod findings;
mod interview;
mod requirements;
mod start;
mod topology;

pub use files::Files;
pub use findings::Findings;
pub use interview::Interview;
pub use requirements::Requirements;
pub use start::Start;
pub use topology::Topology;
