//! The files that generating would write: the tree, their contents, and the difference to what is on disk.

use std::collections::BTreeSet;
use std::path::PathBuf;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use similar::{ChangeTag, TextDiff};

use crate::artifact::{Artifact, Change, text_of};
use crate::text::{Message, Speaker, cells, pad, wrap};
use crate::tui::event::Looked;
use crate::tui::hits::Part;
use crate::tui::keys::Action;
use crate::tui::overlay;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{Cursor, pane, window};
use crate::tui::wish::Wish;
use crate::tui::work::Work;

/// Lines around a change that are shown with it.
const CONTEXT: usize = 2;

/// How far the rest of a broken line stands to the right.
const INDENT: usize = 2;

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
}

/// A line of the tree.
struct Node<'w> {
    depth: usize,
    path: String,
    kind: Kind<'w>,
}

/// What a line of the tree is.
#[derive(Clone, Copy)]
enum Kind<'w> {
    Folder,
    File(&'w Artifact),
    /// A key or a request, which only generating makes.
    Made,
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
            Action::Back => return Some(vec![Wish::Act(Action::Help)]),
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
        let title = Message::new("files-title").with("folder", self.out.display());
        let tree = pane(frame, tree, &words.say(&title), !self.is_reading, theme);
        let nodes = nodes(work);
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
            frame
                .render_widget(Line::styled(text, theme.style(Role::Faint)), Rect { y, height: 1, ..legend });
        }
        let visible = window(cursor, nodes.len(), usize::from(tree.height));
        for (y, index) in (tree.y..).zip(visible) {
            theme.hits.line(Rect { y, height: 1, ..tree }, Part::Tree, index);
            let line = self.node_line(&nodes[index], index == cursor, usize::from(tree.width), theme);
            frame.render_widget(line, Rect { y, height: 1, ..tree });
        }
        let Some(node) = nodes.get(cursor) else { return };
        let what = if self.is_difference { "files-difference" } else { "files-content" };
        let title = words.say(&Message::new(what).with("file", &node.path));
        let inner = pane(frame, text, &title, self.is_reading, theme);
        let width = usize::from(inner.width);
        let lines = match node.kind {
            Kind::Folder => Vec::new(),
            Kind::Made => {
                let text = wrap(&words.say(&Message::new("files-made")), width);
                text.into_iter().map(|text| Line::styled(text, theme.style(Role::Faint))).collect()
            }
            Kind::File(artifact) if self.is_difference => self.difference(artifact, words, theme),
            Kind::File(artifact) => {
                let text = self.content(artifact);
                text.lines().flat_map(|line| broken(&expand(line), width)).map(Line::raw).collect()
            }
        };
        let height = usize::from(inner.height);
        self.reach = lines.len().saturating_sub(height);
        let top = self.scroll.0.min(self.reach);
        for (y, line) in (inner.y..inner.bottom()).zip(lines.into_iter().skip(top)) {
            frame.render_widget(line, Rect { y, height: 1, ..inner });
        }
    }

    /// The text of a file as it would be written, or as it is there; before the folder was looked at, with a first serial.
    fn content(&self, artifact: &Artifact) -> String {
        let there = || self.looked.as_ref().and_then(|looked| looked.disk.files.get(&artifact.path));
        let bytes = match self.change(&artifact.path) {
            Some(Change::Create(new) | Change::Replace(new) | Change::Force(new)) => Some(new),
            Some(Change::Keep) => there(),
            Some(Change::Remove | Change::Guard(_)) | None => None,
        };
        match bytes {
            Some(bytes) => text_of(bytes),
            None => artifact.content.with_serial(1).trim_start_matches('\u{feff}').to_owned(),
        }
    }

    /// A file or a folder, with a sign of what would happen to it on disk.
    fn node_line(&self, node: &Node<'_>, is_here: bool, width: usize, theme: &Theme) -> Line<'static> {
        let change = self.change(&node.path);
        let change = change.filter(|_| matches!(node.kind, Kind::File(_)));
        let (sign, role) = match change {
            Some(Change::Create(_) | Change::Guard(_)) => ('+', Role::Added),
            Some(Change::Replace(_)) => ('~', Role::Changed),
            Some(Change::Force(_)) => ('!', Role::Error),
            Some(Change::Remove) => ('−', Role::Removed),
            Some(Change::Keep) => ('=', Role::Faint),
            None => (' ', Role::Text),
        };
        let mark = if matches!(node.kind, Kind::Folder) { "/" } else { "" };
        let name = node.path.rsplit('/').next().unwrap_or(&node.path);
        let name = format!("{}{name}{mark}", "  ".repeat(node.depth));
        let style = match (is_here, node.kind) {
            (true, _) => theme.style(if self.is_reading { Role::Idle } else { Role::Cursor }),
            (false, Kind::Folder) => theme.style(Role::Label),
            (false, Kind::File(_)) => theme.style(Role::Text),
            (false, Kind::Made) => theme.style(Role::Faint),
        };
        Line::from(vec![
            Span::styled(format!("{sign} "), theme.style(role)),
            Span::styled(pad(&name, width.saturating_sub(2)), style),
        ])
    }

    fn change(&self, path: &str) -> Option<&Change> {
        let changes = &self.looked.as_ref()?.changes.files;
        changes.iter().find(|(other, _)| other == path).map(|(_, change)| change)
    }

    /// The difference between a file on disk and what would be written.
    fn difference(&self, artifact: &Artifact, words: &Speaker, theme: &Theme) -> Vec<Line<'static>> {
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

/// The tree of the files that were composed, and of those that are made with keys: folders before what is in them.
fn nodes(work: &Work) -> Vec<Node<'_>> {
    let Some(composition) = &work.composition else { return Vec::new() };
    let bundle = &composition.bundle;
    let mut files: Vec<(String, Kind<'_>)> =
        bundle.artifacts.iter().map(|artifact| (artifact.path.clone(), Kind::File(artifact))).collect();
    for request in &bundle.key_requests {
        files.extend(
            ["key.pem", "request.csr"].map(|name| (format!("{}/{name}", request.folder), Kind::Made)),
        );
    }
    files.sort_by(|a, b| a.0.cmp(&b.0));
    let mut nodes = Vec::new();
    let mut folders: BTreeSet<String> = BTreeSet::new();
    for (path, kind) in files {
        for (depth, (at, _)) in path.match_indices('/').enumerate() {
            let folder = path[..at].to_owned();
            if folders.insert(folder.clone()) {
                nodes.push(Node { depth, path: folder, kind: Kind::Folder });
            }
        }
        nodes.push(Node { depth: path.matches('/').count(), path, kind });
    }
    nodes
}

/// A line with blanks in place of tabs.
fn expand(line: &str) -> String {
    line.trim_end_matches('\r').replace('\t', "    ")
}

/// A line in pieces that fit; those behind the first stand a little to the right.
fn broken(line: &str, width: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut used = 0;
    for character in line.chars() {
        let own = cells(character.encode_utf8(&mut [0; 4]));
        if used + own > width && used > INDENT {
            pieces.push(" ".repeat(INDENT));
            used = INDENT;
        }
        used += own;
        if let Some(piece) = pieces.last_mut() {
            piece.push(character);
        }
    }
    pieces
}
