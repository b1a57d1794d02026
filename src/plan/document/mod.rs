//! A plan file as text with a structure: what stands where, and changes that leave everything else alone.

mod edit;
mod missing;
mod node;
mod parse;
mod places;
mod replace;
mod scalars;
mod shared;
mod spell;

use super::{Path, Problem};
pub use edit::EditRefusal;
pub use node::{Entry, Node, NodeKind, Span};

/// A plan file: its text, and the tree that was read from it.
#[derive(Clone, Debug)]
pub struct Document {
    text: String,
    root: Node,
}

impl Document {
    /// Reads the structure of a YAML text.
    ///
    /// # Errors
    /// The first place where the text is no YAML that a plan may use.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
        let root = parse::parse(&text)?;
        Ok(Self { text, root })
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The tree.
    #[must_use]
    pub const fn root(&self) -> &Node {
        &self.root
    }

    /// The place of an answer: of its value where it was said, else of the nearest thing around it that was.
    #[must_use]
    pub fn place_of(&self, path: &Path) -> Span {
        let mut node = &self.root;
        let mut span = node.span;
        for step in path.steps() {
            match node.step(&step) {
                Some(next) => {
                    node = next;
                    span = next.span;
                }
                None => break,
            }
        }
        span
    }

    /// What was said at a path.
    #[must_use]
    pub fn said(&self, path: &Path) -> Option<&Node> {
        path.steps().iter().try_fold(&self.root, |node, step| node.step(step))
    }
}
