//! Changes in place: a list of plain values item by item, and the key of an entry; the comments beside them are kept.

use serde_json::Value as Json;

use super::edit::EditRefusal;
use super::node::{Node, NodeKind};
use super::replace::Change;
use super::spell::inline;
use super::{Document, Path};

impl Document {
    /// The document in which a list of scalars has these values, in this order.
    pub(super) fn set_scalars(&self, path: &Path, wanted: &[Json]) -> Result<Self, EditRefusal> {
        let texts: Vec<String> = wanted.iter().map(text_of).collect();
        if self.scalars(path).len() == texts.len() {
            return self.rearrange(path, wanted, &texts);
        }
        let mut document = self.clone();
        for gone in self.scalars(path).iter().filter(|text| !texts.contains(text)) {
            document = document.remove(&path.item(gone))?;
        }
        let kept = document.scalars(path);
        if kept != texts[..kept.len().min(texts.len())] {
            let (node, _) = document.deepest(path);
            return document.change(document.replacement(node, inline(&Json::from(wanted))));
        }
        for value in &wanted[kept.len()..] {
            document = document.append(path, value)?;
        }
        Ok(document)
    }

    /// The document in which an entry of a mapping has another key; what it holds, and what stands beside it, stays.
    ///
    /// # Errors
    /// [`EditRefusal::NoSuchPlace`] where the mapping has no such key.
    pub fn rename_key(&self, mapping: &Path, key: &str, name: &str) -> Result<Self, EditRefusal> {
        let entries = self.said(mapping).map(Node::entries).unwrap_or_default();
        let entry = entries.iter().find(|entry| entry.key == key);
        let span = entry.ok_or_else(|| EditRefusal::NoSuchPlace(mapping.clone()))?.key_span;
        self.change(Change { start: span.start, end: span.end, text: inline(&Json::from(name)) })
    }

    /// The texts of a list of scalars.
    fn scalars(&self, path: &Path) -> Vec<String> {
        let items = self.said(path).map(Node::items).unwrap_or_default();
        items.iter().filter_map(|item| item.scalar().map(str::to_owned)).collect()
    }

    /// As many values as before: each that was there moves with the comment behind it, and a new one takes the place, and
    /// the comment, of the one it replaces.
    fn rearrange(&self, path: &Path, wanted: &[Json], texts: &[String]) -> Result<Self, EditRefusal> {
        let Some(Node { kind: NodeKind::Sequence { items, flow }, .. }) = self.said(path) else {
            return Ok(self.clone());
        };
        let end = |item: &Node| if *flow { item.span.end } else { self.end_of_entry(item) };
        let (Some(first), Some(last)) = (items.first(), items.last()) else { return Ok(self.clone()) };
        let mut text = String::new();
        for (at, item) in items.iter().enumerate() {
            if let Some(own) = items.iter().find(|other| other.scalar() == Some(&texts[at])) {
                text.push_str(&self.text[own.span.start..end(own)]);
            } else {
                text.push_str(&inline(&wanted[at]));
                text.push_str(&self.text[item.span.end..end(item)]);
            }
            let gap = items.get(at + 1).map_or(end(item), |next| next.span.start);
            text.push_str(&self.text[end(item)..gap]);
        }
        let change = Change { start: first.span.start, end: end(last), text };
        if self.text[change.start..change.end] == change.text {
            Ok(self.clone())
        } else {
            self.change(change)
        }
    }
}

/// A value as its scalar reads.
fn text_of(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const BLOCK: &str = "\
list:      # head
  - a.example   # first
  # between
  - b.example
  - 'c'  # last
end: 1
";

    fn set(text: &str, values: &Json) -> String {
        let document = Document::parse(text).unwrap();
        document.set(&"list".parse().unwrap(), values).unwrap().text().to_owned()
    }

    #[test]
    fn values_move_with_their_comments() {
        assert_eq!(
            set(BLOCK, &json!(["c", "b.example", "a.example"])),
            BLOCK
                .replace("a.example   # first", "X")
                .replace("'c'  # last", "a.example   # first")
                .replace('X', "'c'  # last")
        );
        assert_eq!(set("list: [a, b, c] # all\n", &json!(["b", "a", "c"])), "list: [b, a, c] # all\n");
    }

    #[test]
    fn a_new_value_takes_the_comment_of_the_one_it_replaces() {
        assert_eq!(
            set(BLOCK, &json!(["a.example", "d.example", "c"])),
            BLOCK.replace("b.example", "d.example")
        );
        assert_eq!(set(BLOCK, &json!(["no", "b.example", "c"])), BLOCK.replace("a.example", "'no'"));
        assert_eq!(set("list: [a, b]\n", &json!(["a", "x y: z"])), "list: [a, 'x y: z']\n");
    }

    #[test]
    fn what_is_the_same_stays() {
        assert_eq!(set(BLOCK, &json!(["a.example", "b.example", "c"])), BLOCK);
        assert_eq!(set("list: []\n", &json!([])), "list: []\n");
    }
}
