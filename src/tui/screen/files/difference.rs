//! The difference between a file on disk and what would be written.

use ratatui::text::Line;
use similar::{ChangeTag, TextDiff};

use super::Files;
use super::content::expand;
use crate::artifact::{Artifact, Change, text_of};
use crate::text::{Message, Speaker};
use crate::tui::theme::{Role, Theme};

/// Lines around a change that are shown with it.
const CONTEXT: usize = 2;

impl Files {
    /// The difference between a file on disk and what would be written.
    pub(super) fn difference(
        &self,
        artifact: &Artifact,
        words: &Speaker,
        theme: &Theme,
    ) -> Vec<Line<'static>> {
        let one =
            |key: &'static str, role| vec![Line::styled(words.say(&Message::new(key)), theme.style(role))];
        let Some(looked) = &self.looked else { return one("files-looking", Role::Faint) };
        let Some(old) = looked.disk.files.get(&artifact.path) else { return one("files-new", Role::Added) };
        let new = match self.change(&artifact.path) {
            Some(Change::Create(new) | Change::Replace(new) | Change::Force(new)) => new.clone(),
            _ => return one("files-same", Role::Faint),
        };
        let (old, new) = (text_of(old), text_of(&new));
        let difference = TextDiff::from_lines(&old, &new);
        let mut lines = Vec::new();
        for group in difference.grouped_ops(CONTEXT) {
            if !lines.is_empty() {
                lines.push(Line::styled("⋯", theme.style(Role::Faint)));
            }
            for change in group.iter().flat_map(|op| difference.iter_changes(op)) {
                let (sign, role) = match change.tag() {
                    ChangeTag::Delete => ("− ", Role::Removed),
                    ChangeTag::Insert => ("+ ", Role::Added),
                    ChangeTag::Equal => ("  ", Role::Faint),
                };
                let text = expand(change.value().trim_end_matches(['\n', '\r']));
                lines.push(Line::styled(format!("{sign}{text}"), theme.style(role)));
            }
        }
        lines
    }
}
