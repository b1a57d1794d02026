//! What presses the files of one output: their template, and the one of their paths.

use super::compose::Ingredients;
use super::template::Press;
use crate::catalog::{Dialect, Output, Vendor};

/// A file's template and the one of its path, ready for many views.
pub(super) struct Presses<'t> {
    /// The path's.
    pub(super) path: Press<'t>,
    /// The file's.
    pub(super) text: Press<'t>,
}

impl<'t> Presses<'t> {
    /// Reads both. `place` says where the manifest asks for them.
    ///
    /// # Errors
    /// What is wrong with one of them.
    pub(super) fn of(
        ingredients: &Ingredients<'t>,
        kind: &str,
        vendor: &Vendor,
        output: &'t Output,
        place: &str,
    ) -> Result<Self, String> {
        let Ingredients { templates, speaker, .. } = *ingredients;
        if !speaker.knows(&format!("audience-{}", output.audience)) {
            return Err(format!("{place}: there is no audience `{}`", output.audience));
        }
        let template = output.template_path(kind, &vendor.id);
        if templates.file(&template).is_none() {
            return Err(format!("{place}: the template `{template}` is missing"));
        }
        let path = Press::of_text(&output.path, place, Dialect::Path, speaker)?;
        let text = Press::of_file(templates, &template, output.dialect, speaker)?;
        Ok(Self { path, text })
    }
}
