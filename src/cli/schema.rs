//! `ucplan schema`: the JSON schema of the plan file, for editors.

use super::{Exit, Shell};
use crate::plan::Plan;

pub(super) fn run(shell: &Shell) -> Exit {
    shell.print(&serde_json::to_string_pretty(&Plan::schema()).unwrap_or_default());
    Exit::Done
}
