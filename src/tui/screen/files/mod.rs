//! The files that generating would write: the tree, their contents, and the difference to what is on disk.

mod content;
mod difference;
mod tree;

use std::collections::BTreeMap;
use std::path::PathBuf;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;

use crate::artifact::Change;
use crate::text::{Message, Speaker, cells, wrap};
use crate::tui::event::Looked;
use crate::tui::hits::Part;
use crate::tui::keys::Action;
use crate::tui::overlay;
use crate::tui::syntax::Coloured;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{Cursor, pane, window};
use crate::tui::wish::{View, Wish};
use crate::tui::work::Work;
use tree::{Kind, Node, behind_cut, nodes};

/// The state of the files.
pub struct Files {
    /// The output folder.
    pub out: PathBuf,
    cursor: Cursor,
    scroll: Cursor,
    /// How far the text can be scrolled, as it was last painted.
    reach: usize,
    is_reading: bool,
    is_difference: bool,
    looked: Option<Looked>,
    wants_a_look: bool,
    coloured: Option<Coloured>,
}

impl Files {
    /// The files, to be written into a folder.
    #[must_use]
    pub fn new(out: PathBuf) -> Self {
        Self {
            out,
            cursor: Cursor::default(),
            scroll: Cursor::default(),
            reach: 0,
            is_reading: false,
            is_difference: false,
            looked: None,
            wants_a_look: false,
            coloured: None,
        }
    }

    /// Other files were composed.
    pub fn composed(&mut self) {
        self.looked = None;
        self.wants_a_look = true;
    }

    /// Whether the output folder is to be looked at.
    #[must_use]
    pub const fn wants_a_look(&self) -> bool {
        self.wants_a_look
    }

    /// The output folder is being looked at.
    pub fn is_looking(&mut self) {
        self.wants_a_look = false;
    }

    /// The output folder was looked at.
    pub fn looked(&mut self, looked: Looked) {
        self.looked = Some(looked);
    }

    /// The file whose contents are shown, and these, where nobody knows their colours yet.
    #[must_use]
    pub fn uncoloured(&self, work: &Work) -> Option<(String, String)> {
        let nodes = nodes(work);
        let Kind::File(artifact) = nodes.get(self.cursor.within(nodes.len()))?.kind else { return None };
        let text = (!self.is_difference).then(|| self.content(artifact))?;
        let is_known = self.coloured.as_ref().is_some_and(|coloured| coloured.is_of(&artifact.path, &text));
        (!is_known).then(|| (artifact.path.clone(), text))
    }

    /// The colours of some file's contents are known. They are shown as long as these contents are.
    pub fn coloured(&mut self, coloured: Coloured) {
        self.coloured = Some(coloured);
    }

    /// Does what a key asks for.
    pub fn act(&mut self, action: Action, work: &Work) -> Option<Vec<Wish>> {
        let nodes = nodes(work);
        let is_move = if self.is_reading {
            self.scroll.act(action, self.reach + 1, 15)
        } else {
            let before = self.cursor;
            let is_move = self.cursor.act(action, nodes.len(), 10);
            if self.cursor != before {
                self.scroll = Cursor(0);
            }
            is_move
        };
        if is_move {
            return Some(Vec::new());
        }
        match action {
            Action::NextPane => self.is_reading = !self.is_reading,
            Action::Difference => {
                self.is_difference = !self.is_difference;
                self.scroll = Cursor(0);
            }
            Action::Generate => return Some(vec![Wish::Generate(false, false)]),
            Action::Draft => return Some(vec![Wish::Generate(true, false)]),
            Action::Folder => return Some(vec![Wish::Show(Box::new(overlay::folder(&self.out)))]),
            Action::Copy => {
                let node = nodes.get(self.cursor.within(nodes.len()))?;
                return Some(vec![Wish::Copy(match node.kind {
                    Kind::File(artifact) if self.is_reading => self.content(artifact),
                    _ => self.out.join(&node.path).display().to_string(),
                })]);
            }
            Action::Back if self.is_reading => self.is_reading = false,
            Action::Back => return Some(vec![Wish::View(View::Interview)]),
            _ => return None,
        }
        Some(Vec::new())
    }

    /// Goes to a file that was clicked; whether it was there already.
    pub fn point(&mut self, at: usize) -> bool {
        self.is_reading = false;
        let was_there = self.cursor.point(at);
        if !was_there {
            self.scroll = Cursor(0);
        }
        was_there
    }

    /// Gives the keys to the tree or to the text.
    pub fn focus(&mut self, part: Part) {
        self.is_reading = part == Part::Text;
    }

    /// Draws the files.
    pub fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, work: &Work, words: &Speaker, theme: &Theme) {
        let left = (area.width / 3).clamp(24, 44);
        let [tree, text] = Layout::horizontal([Constraint::Length(left), Constraint::Min(0)]).areas(area);
        theme.hits.part(tree, Part::Tree);
        theme.hits.part(text, Part::Text);
        let nodes = nodes(work);
        let cursor = self.cursor.within(nodes.len());
        self.draw_tree(frame, tree, &nodes, words, theme);
        let Some(node) = nodes.get(cursor) else { return };
        let what = if self.is_difference { "files-difference" } else { "files-content" };
        let title = words.say(&Message::new(what).with("file", &node.path));
        // A path that the title has no room for stands below it.
        let is_long = cells(&title) + 4 > usize::from(text.width);
        let short = words.say(&Message::new("files-difference").attribute("short"));
        let title = if is_long && self.is_difference { &short } else { &title };
        let inner = pane(frame, text, title, self.is_reading, theme);
        let inner = if is_long { Self::draw_path(frame, inner, &node.path, theme) } else { inner };
        let (width, height) = (usize::from(inner.width), usize::from(inner.height));
        let lines = match node.kind {
            Kind::Folder => Vec::new(),
            Kind::Made => {
                let text = wrap(&words.say(&Message::new("files-made")), width);
                text.into_iter().map(|text| Line::styled(text, theme.style(Role::Faint))).collect()
            }
            Kind::File(artifact) if self.is_difference => self.difference(artifact, words, theme),
            Kind::File(artifact) => {
                let (rows, reach) = self.in_sight(artifact, (width, height), theme);
                self.reach = reach;
                return paint(frame, inner, rows);
            }
        };
        self.reach = lines.len().saturating_sub(height);
        let top = self.scroll.0.min(self.reach);
        paint(frame, inner, lines.into_iter().skip(top));
    }

    /// The path of the file in full; the room below it.
    fn draw_path(frame: &mut Frame<'_>, area: Rect, path: &str, theme: &Theme) -> Rect {
        let told = wrap(path, area.width.into());
        let lines = u16::try_from(told.len()).unwrap_or(0).min(area.height);
        paint(frame, area, told.into_iter().map(|text| Line::styled(text, theme.style(Role::Faint))));
        Rect { y: area.y + lines, height: area.height - lines, ..area }
    }

    /// Draws the tree, and below it what its signs mean.
    fn draw_tree(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        nodes: &[Node<'_>],
        words: &Speaker,
        theme: &Theme,
    ) {
        let title = Message::new("files-title").with("folder", self.out.display());
        let tree = pane(frame, area, &words.say(&title), !self.is_reading, theme);
        let cursor = self.cursor.within(nodes.len());
        if nodes.is_empty() {
            frame.render_widget(Line::styled("…", theme.style(Role::Faint)), tree);
        }
        let signs = words.say(&Message::new("files-signs"));
        let signs = wrap(&signs, tree.width.into());
        let lines = u16::try_from(signs.len()).unwrap_or(0);
        let legend = Rect { y: tree.bottom().saturating_sub(lines), height: lines.min(tree.height), ..tree };
        let tree = Rect { height: tree.height.saturating_sub(lines), ..tree };
        for (y, text) in (legend.y..legend.bottom()).zip(signs) {
            let line = Line::styled(text, theme.style(Role::Faint));
            frame.render_widget(line, Rect { y, height: 1, ..legend });
        }
        let visible = window(cursor, nodes.len(), usize::from(tree.height));
        let width = usize::from(tree.width);
        let mut cuts = BTreeMap::new();
        for (y, index) in (tree.y..).zip(visible) {
            theme.hits.line(Rect { y, height: 1, ..tree }, Part::Tree, index);
            let folder = nodes[index].folder();
            let behind = *cuts.entry(folder).or_insert_with(|| behind_cut(folder, nodes, width));
            let line = self.node_line(&nodes[index], index == cursor, width, behind, theme);
            frame.render_widget(line, Rect { y, height: 1, ..tree });
        }
    }

    fn change(&self, path: &str) -> Option<&Change> {
        let changes = &self.looked.as_ref()?.changes.files;
        changes.iter().find(|(other, _)| other == path).map(|(_, change)| change)
    }
}

/// Paints lines, one below the other.
fn paint(frame: &mut Frame<'_>, area: Rect, lines: impl IntoIterator<Item = Line<'static>>) {
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        frame.render_widget(line, Rect { y, height: 1, ..area });
    }
}
