//! What exists already: certificates and requests, read back to see whether they fit, and zone files, held against what a
//! plan wants and does not want in them.
//!
//! Knows the formats of existing documents. Must never know how they come about, nor change anything.

pub mod certificate;
mod request;
mod zone;

pub use request::ExistingRequest;
pub use zone::{Expected, Zone, ZoneData, ZoneFault, ZoneFinding, ZoneRecord, judge, origin_of, zone_rules};
