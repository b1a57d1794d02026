//! What somebody points at: with the mouse, or to be copied.

use serde_json::Value as Json;

use super::{Interview, Pane, rows};
use crate::catalog::Templates;
use crate::interview::{Edit, Question};
use crate::plan::Shape;
use crate::tui::hits::Part;
use crate::tui::wish::Wish;
use crate::tui::work::Work;

/// A question as `ucplan set` takes it: its path and its value.
pub(super) fn copied(question: &Question) -> Wish {
    let value = match (&question.shape, &question.value) {
        (Shape::Items(_), _) => {
            let names = question.items.iter().map(|item| item.as_str().to_owned());
            return Wish::Copy(names.collect::<Vec<_>>().join("\n"));
        }
        (_, Json::String(text)) => text.clone(),
        (_, Json::Null) => String::new(),
        (_, value) => value.to_string(),
    };
    Wish::Copy(format!("{}={value}", question.path))
}

impl Interview {
    /// What was typed and is to be taken in before the cursor goes elsewhere.
    #[must_use]
    pub fn typed_answer(&self, work: &Work, templates: &Templates) -> Option<Edit> {
        let question = self.question(work).filter(|_| self.pane == Pane::Questions)?;
        self.unfinished(question, &rows::rows(question, templates))
    }

    /// Whether the last edit was refused.
    #[must_use]
    pub const fn is_refused(&self) -> bool {
        self.refusal.is_some()
    }

    /// Goes to a section, a question or a row that was clicked; whether it was there already.
    pub fn point_at(&mut self, part: Part, at: usize, work: &Work, templates: &Templates) -> bool {
        match part {
            Part::Sections => {
                self.leave_for_sections_unless_there(work);
                self.section.point(at)
            }
            Part::Page => {
                let asked = work.agenda.page(&self.page).filter(|question| question.is_asked()).nth(at);
                if let Some(question) = asked.cloned() {
                    self.show(&question, templates);
                }
                false
            }
            _ => {
                let had_keys = std::mem::replace(&mut self.pane, Pane::Questions) == Pane::Questions;
                let was_there = self.row.point(at);
                if let Some(question) = self.question(work).cloned().filter(|_| !was_there) {
                    self.load(&question, &rows::rows(&question, templates));
                }
                was_there && had_keys
            }
        }
    }

    /// Gives the keys to the sections or to the questions.
    pub fn focus(&mut self, part: Part, work: &Work) {
        match part {
            Part::Sections | Part::Page => self.leave_for_sections_unless_there(work),
            _ => self.pane = Pane::Questions,
        }
    }

    fn leave_for_sections_unless_there(&mut self, work: &Work) {
        if self.pane != Pane::Sections {
            self.leave_for_sections(work);
        }
    }
}
