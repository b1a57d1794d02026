//! What exists already: certificate requests, read back to see whether they still fit, and zone files, held against what
//! a plan wants and does not want in them.
//!
//! Knows the formats of existing documents. Must never know how they come about, nor change anything.

mod request;
mod zone;
mod zone_line;
mod zone_rules;

pub use request::ExistingRequest;
pub use zone::{Zone, ZoneData, ZoneFault, ZoneRecord, origin_of};
pub use zone_rules::{Expected, ZoneFinding, judge, zone_rules};
