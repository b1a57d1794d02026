//! What `generate` promises about its output folder: the same plan gives the same bytes, only what changed is written, what
//! people wrote is left alone, keys are never replaced, and a run that was cut off is made good by the next.
#![expect(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "the program's own file names are lower case"
)]

mod common;

#[path = "generate/cut_off.rs"]
mod cut_off;
#[path = "generate/drafts.rs"]
mod drafts;
#[path = "generate/keys.rs"]
mod keys;
#[path = "generate/overrides.rs"]
mod overrides;
#[path = "generate/partial.rs"]
mod partial;
#[path = "generate/partials.rs"]
mod partials;
#[path = "generate/portable.rs"]
mod portable;
#[path = "generate/repeatable.rs"]
mod repeatable;
#[path = "generate/safe.rs"]
mod safe;
#[path = "generate/secrets.rs"]
mod secrets;
