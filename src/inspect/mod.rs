//! What exists already: certificate requests, read back to see whether they still fit.
//!
//! Knows the formats of existing documents. Must never know how they come about, nor change anything.

mod request;

pub use request::ExistingRequest;
