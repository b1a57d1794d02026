//! A list of sections whose items are named by one of their keys: reordering changes no path.

use std::collections::HashMap;

use serde_json::Value as Json;

use super::Path;
use super::answer::Standing;
use super::because::{Because, Told};
use super::document::{Node, NodeKind};
use super::part::{Item, Leaf, Part};
use super::problem::Fault;
use super::reader::Reader;
use super::shape::Shape;

/// A list of the plan. Walking through it rests on nothing but the items met; whoever needs to know *which* items
/// there are (none, the first, how many) reads the list through [`Because::read`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T> {
    path: Path,
    items: Vec<T>,
    open: bool,
}

impl<T> List<T> {
    /// The list's path.
    #[must_use]
    pub const fn path(&self) -> &Path {
        &self.path
    }

    /// Walks through the items in the plan's order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    pub(super) fn items_mut(&mut self) -> &mut [T] {
        &mut self.items
    }
}

impl<'l, T> IntoIterator for &'l List<T> {
    type Item = &'l T;
    type IntoIter = std::slice::Iter<'l, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> Told for List<T> {
    type Value = [T];

    fn told<'s>(&'s self, because: &mut Because) -> &'s [T] {
        because.note(&self.path);
        if self.open {
            because.note_open();
        }
        &self.items
    }
}

impl<T: Item> Part for List<T> {
    type Otherwise = ();

    fn read(node: Option<&Node>, path: Path, (): (), reader: &mut Reader<'_>) -> Self {
        let open = node.is_some_and(Node::is_null);
        let nodes = match node.filter(|_| !open) {
            None => &[][..],
            Some(Node { kind: NodeKind::Sequence { items, .. }, .. }) => items,
            Some(other) => {
                reader.wrong_kind(other, "expected-list");
                &[]
            }
        };
        let mut lines = HashMap::new();
        let items = nodes
            .iter()
            .filter_map(|item| {
                let name = name_of::<T>(item, reader)?;
                if let Some(first) = lines.insert(name.to_lowercase(), item.span.line) {
                    reader.problem(Fault::Twice { name, first }, item.span);
                    return None;
                }
                Some(T::read(Some(item), path.item(&name), (), reader))
            })
            .collect();
        Self { path, items, open }
    }

    fn visit(&self, visit: &mut dyn FnMut(Leaf<'_>)) {
        let standing = if self.open { Standing::Open } else { Standing::Said };
        let names = || Json::Null;
        visit(Leaf::new(&self.path, standing, &names, &|| Shape::Items(T::NAMED_BY)));
        for item in &self.items {
            item.visit(visit);
        }
    }

    fn schema((): ()) -> Json {
        serde_json::json!({ "type": ["array", "null"], "items": T::schema(()) })
    }
}

fn name_of<T: Item>(item: &Node, reader: &mut Reader<'_>) -> Option<String> {
    if !matches!(item.kind, NodeKind::Mapping { .. }) {
        reader.wrong_kind(item, "expected-section");
        return None;
    }
    let named = T::NAMED_BY.iter().find_map(|key| Some((*key, item.get(key)?.scalar()?)));
    match named {
        Some((_, "")) | None => {
            reader.problem(Fault::Unnamed(T::NAMED_BY[0]), item.span);
            None
        }
        Some((key, name)) => Some(item_name(key, name)),
    }
}

/// What an item is called that is named by this text under this key: a host's name in small letters and without a final
/// dot, others as they are read, folded text as one line.
#[must_use]
pub fn item_name(key: &str, text: &str) -> String {
    match key {
        "fqdn" | "host" => text.trim_end_matches('\n').trim_end_matches('.').to_ascii_lowercase(),
        _ => text.trim_end_matches('\n').replace('\n', " "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_called_alike_however_they_are_written() {
        assert_eq!(item_name("fqdn", "Pool01.Contoso.COM."), "pool01.contoso.com");
        assert_eq!(item_name("host", "CCE01"), "cce01");
        assert_eq!(item_name("name", "Head\nOffice\n"), "Head Office");
    }
}
