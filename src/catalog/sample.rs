//! The sample plans (`assets/samples/*.yaml`): invented deployments, with comments. The folder is the list.

use super::assets::assets_in;

/// A sample plan.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// Its name: that of its file.
    pub name: &'static str,
    /// The plan, with comments.
    pub text: &'static str,
}

impl Sample {
    /// What it is, in a line: the comment that the file opens with.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        self.text.lines().next().unwrap_or_default().trim_start_matches(['#', ' '])
    }
}

/// All samples, sorted by name.
#[must_use]
pub fn samples() -> Vec<Sample> {
    assets_in("samples")
        .into_iter()
        .filter_map(|(file, text)| Some(Sample { name: file.strip_suffix(".yaml")?, text }))
        .collect()
}

/// The plan that says nothing yet, with comments: every key that an architect starts with.
#[must_use]
pub fn empty_plan() -> &'static str {
    super::assets::asset("empty-plan.yaml")
}
