//! Loads a plan: reads the file, its structure, its answers, and derives everything from it.

use std::path::{Path, PathBuf};

use super::Shell;
use super::report::Failure;
use crate::blueprint::Blueprint;
use crate::plan::{Document, Plan};
use crate::world::read_plan;

/// A plan that was read, and what follows from it.
pub(super) struct Loaded {
    /// What the file is called in messages.
    pub(super) file: PathBuf,
    /// Its text and structure.
    pub(super) document: Document,
    /// What follows from it.
    pub(super) blueprint: Blueprint,
}

/// Loads the plan in a file.
pub(super) fn load(shell: &Shell, file: &Path) -> Result<Loaded, Failure> {
    let text = read_plan(file).map_err(Failure::World)?;
    from_text(shell, file, &text)
}

/// Loads a plan that is given as text.
pub(super) fn from_text(shell: &Shell, file: &Path, text: &str) -> Result<Loaded, Failure> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let refused = |problems| Failure::Plan(file.to_owned(), text.to_owned(), problems);
    let document = Document::parse(text).map_err(|problem| refused(vec![problem]))?;
    let plan = Plan::read(&document, &shell.templates).map_err(refused)?;
    Ok(Loaded { file: file.to_owned(), document, blueprint: Blueprint::of(plan) })
}
