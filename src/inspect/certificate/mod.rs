//! Certificates and requests that exist: read from whatever files people have, and held against those that a plan needs.
//!
//! A certificate is held against the requirement whose names it fits best: exactly, else with the most in common less those
//! that are missing, else by its subject; or against the one that a person names. Where it has every name of another one
//! and is fit for it, it is told for that too (M-104). A wildcard keeps the hosts of simple URLs and of Autodiscover that lie
//! one label below it, never on the Edge, and never the web sites of a pool (M-088, M-090, M-091, M-310). Everything is judged
//! on the day of go-live.
//!
//! [`read`] takes PEM and DER: certificates with their chains, PKCS#7 bundles and requests. [`judge`] finds the requirement
//! that each fits best, and what is wrong with it there. Both are pure; nothing of a private key is ever kept or told.

mod algorithm;
mod body;
mod bundle;
mod chain;
mod fields;
mod finders;
mod fit;
mod look;
mod pem;
mod reader;
mod report;
mod role;
mod rules;
mod shape;

pub use body::{Attribute, ExistingCertificate, Form, Kind, Signature, SignatureFamily};
pub use fit::NameFit;
pub use reader::{CertificateFault, read};
pub use report::{CertificateFile, Judged, Report, Required, Verdict, judge};
pub use rules::{CertificateFinding, certificate_rules};
