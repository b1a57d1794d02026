//! What will be written: files for every team, made from requirements and templates, quoted for their language.
//!
//! Knows templates, dialects, zone files, requests, the manifest, and how to compare a bundle with what is on disk.
//! Must never touch the disk itself, nor know a product's name outside its template's folder.

mod board;
mod bundle;
mod calendar;
mod change;
mod compose;
mod csr;
mod dialect;
mod digest;
pub mod drawing;
mod json;
mod manifest;
mod place;
mod presses;
mod rows;
mod script;
mod secret;
mod template;
mod view;
mod zone;

pub use board::board;
pub use bundle::{Artifact, Bundle, Content, KeyRequest, text_of};
pub use change::{Change, Changes, Disk, Refused, changes, is_key};
pub use compose::{Composition, Ingredients, compose};
pub use csr::{CsrError, request};
pub use dialect::{quote, remark};
pub use digest::{plan_digest, sha256};
pub use json::{Part as RequirementsPart, requirements as requirements_json};
pub use manifest::{Manifest, ManifestFile};
pub use rows::{TableRow, rows as table_rows};
pub use secret::Secret;
