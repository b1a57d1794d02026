//! Certificates and requests that exist: read from whatever files people have, and held against those that a plan needs.
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
