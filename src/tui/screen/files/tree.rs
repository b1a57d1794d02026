//! The tree of the files: folders before what is in them, each file with a sign of what would happen to it on disk.

use std::collections::BTreeSet;

use ratatui::text::{Line, Span};

use super::Files;
use crate::artifact::{Artifact, Change};
use crate::text::{fit_around, pad};
use crate::tui::theme::{Role, Theme};
use crate::tui::work::Work;

/// Cells of the sign before a name.
const SIGN: usize = 2;

/// How far what is in a folder stands to the right of it.
const STEP: usize = 2;

/// A line of the tree.
pub(super) struct Node<'w> {
    depth: usize,
    pub(super) path: String,
    pub(super) kind: Kind<'w>,
}

/// What a line of the tree is.
#[derive(Clone, Copy)]
pub(super) enum Kind<'w> {
    Folder,
    File(&'w Artifact),
    /// A key or a request, which only generating makes.
    Made,
}

impl Node<'_> {
    /// Its own name, without the folders around it.
    fn name(&self) -> String {
        let mark = if matches!(self.kind, Kind::Folder) { "/" } else { "" };
        format!("{}{mark}", self.path.rsplit('/').next().unwrap_or(&self.path))
    }

    /// The folder that it is in.
    pub(super) fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// How many cells are left for its name.
    fn room(&self, width: usize) -> usize {
        width.saturating_sub(SIGN + self.depth * STEP)
    }
}

/// How many cells of the names in a folder stay behind their cut, where there is not room for all of them: as many as tell
/// these names apart.
pub(super) fn behind_cut(folder: &str, nodes: &[Node<'_>], width: usize) -> usize {
    let inside = || nodes.iter().filter(|node| node.folder() == folder);
    let Some(room) = inside().next().map(|node| node.room(width).saturating_sub(1)) else { return 0 };
    let names: Vec<String> = inside().map(Node::name).collect();
    let shares = [room * 2 / 3, room / 2, room / 3];
    let tells_apart = |behind: &usize| {
        let cut: BTreeSet<_> = names.iter().map(|name| fit_around(name, room + 1, *behind)).collect();
        cut.len() == names.len()
    };
    shares.into_iter().find(tells_apart).unwrap_or(shares[0])
}

impl Files {
    /// A file or a folder, with a sign of what would happen to it on disk.
    pub(super) fn node_line(
        &self,
        node: &Node<'_>,
        is_here: bool,
        width: usize,
        behind: usize,
        theme: &Theme,
    ) -> Line<'static> {
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
        let name = node.name();
        let name =
            format!("{}{}", " ".repeat(node.depth * STEP), fit_around(&name, node.room(width), behind));
        let style = match (is_here, node.kind) {
            (true, _) => theme.style(if self.is_reading { Role::Idle } else { Role::Cursor }),
            (false, Kind::Folder) => theme.style(Role::Label),
            (false, Kind::File(_)) => theme.style(Role::Text),
            (false, Kind::Made) => theme.style(Role::Faint),
        };
        Line::from(vec![
            Span::styled(format!("{sign} "), theme.style(role)),
            Span::styled(pad(&name, width.saturating_sub(SIGN)), style),
        ])
    }
}

/// The tree of the files that were composed, and of those that are made with keys: folders before what is in them.
pub(super) fn nodes(work: &Work) -> Vec<Node<'_>> {
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
