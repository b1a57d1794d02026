//! Changes in place: a list of plain values item by item, the order of any list, and the key of an entry; the comments
//! beside them are kept.

use std::collections::{HashMap, VecDeque};

use serde_json::Value as Json;

use super::edit::EditRefusal;
use super::node::Node;
use super::replace::Change;
use super::spell::inline;
use super::{Document, Path};

impl Document {
    /// The document in which a list of scalars has these values, in this order: one change of the text. Each value that was
    /// there moves with the comments above and behind it; among as many values as before a new one takes the place, and the
    /// comments, of the one it replaces.
    pub(super) fn set_scalars(&self, list: &Node, wanted: &[Json]) -> Result<Self, EditRefusal> {
        let items = list.items();
        let texts: Vec<String> = wanted.iter().map(text_of).collect();
        if items.iter().filter_map(Node::scalar).eq(texts.iter().map(String::as_str)) {
            return Ok(self.clone());
        }
        let origins = origins(items, &texts);
        match (items, list.is_flow()) {
            ([], _) => self.change(self.replacement(list, inline(&Json::from(wanted)))),
            (_, true) if wanted.is_empty() => self.change(self.replacement(list, "[]".to_owned())),
            // The parser refuses some comments between brackets that YAML allows; then the brackets are written anew.
            (_, true) => self
                .change(self.flow_of(list, wanted, &origins))
                .or_else(|_| self.change(self.replacement(list, inline(&Json::from(wanted))))),
            (_, false) => self.change(self.block_of(list, wanted, &origins)),
        }
    }

    /// A list in brackets: what stands between the values stays where it is.
    fn flow_of(&self, list: &Node, wanted: &[Json], origins: &[Origin]) -> Change {
        let items = list.items();
        let (first, last) = (&items[0], &items[items.len() - 1]);
        let between = |at: usize| Some(&self.text[items.get(at)?.span.end..items.get(at + 1)?.span.start]);
        // What is too much goes, but not a comment that stands between.
        let mut text = String::new();
        let count = wanted.len().max(items.len());
        for at in 0..count {
            if let (Some(value), Some(origin)) = (wanted.get(at), origins.get(at)) {
                match origin {
                    Origin::Kept(old) => {
                        text.push_str(&self.text[items[*old].span.start..items[*old].span.end]);
                    }
                    _ => text.push_str(&inline(value)),
                }
            }
            let gap = between(at);
            if at + 1 < wanted.len() {
                text.push_str(gap.unwrap_or(", "));
            } else if let Some(gap) = gap.filter(|gap| gap.contains('#')) {
                let comment = gap.trim_matches([',', ' ']);
                text.push_str(if at + 1 > wanted.len() { comment } else { gap.trim_end_matches(' ') });
            }
        }
        Change { start: first.span.start, end: last.span.end, text }
    }

    /// A list in lines: whole lines move.
    fn block_of(&self, list: &Node, wanted: &[Json], origins: &[Origin]) -> Change {
        let items = list.items();
        let newline = self.newline();
        let indent = " ".repeat(self.dash_column(list));
        let start = items[0].lead - 1;
        let end = self.end_of_entry(&items[items.len() - 1]);
        let mut above = vec![String::new(); items.len()];
        for at in 1..items.len() {
            let (from, dash) = (self.end_of_entry(&items[at - 1]), items[at].lead - 1);
            let line = self.text[..dash].rfind('\n').map_or(0, |newline| newline + 1).max(from);
            let lines = self.text[from..line].trim_start_matches(['\r', '\n']);
            above[at].push_str(lines);
        }
        // The comments above what goes stand above what comes next.
        let mut is_used = vec![false; items.len()];
        for origin in origins {
            if let Origin::Kept(old) | Origin::Replaced(old) = origin {
                is_used[*old] = true;
            }
        }
        let mut left = String::new();
        for (used, lines) in is_used.iter().zip(&mut above) {
            left.push_str(lines);
            *lines = if *used { std::mem::take(&mut left) } else { String::new() };
        }
        let own = |item: &Node, from: usize| {
            self.text[from..self.end_of_entry(item)].trim_end_matches(['\r', '\n']).to_owned()
        };
        let mut text = String::new();
        for (value, origin) in wanted.iter().zip(origins) {
            let (lines, spelt) = match origin {
                Origin::Kept(old) => (above[*old].as_str(), own(&items[*old], items[*old].lead - 1)),
                Origin::Replaced(old) => {
                    let item = &items[*old];
                    let behind = if self.text[..item.span.end].ends_with('\n') {
                        String::new()
                    } else {
                        own(item, item.span.end)
                    };
                    (above[*old].as_str(), format!("- {}{behind}", inline(value)))
                }
                Origin::New => ("", format!("- {}", inline(value))),
            };
            text.push_str(lines);
            text.push_str(&indent);
            text.push_str(&spelt);
            text.push_str(newline);
        }
        text.push_str(&left);
        if wanted.is_empty() {
            let above = &self.text[list.lead.min(start)..start];
            // An anchor that nobody uses goes.
            let is_anchored = above.trim_start().starts_with('&');
            let anchor = above.find('&').filter(|_| is_anchored);
            let above = anchor.map_or(above, |at| {
                above[at..].find(char::is_whitespace).map_or("", |end| &above[at + end..])
            });
            let above = above.trim_end_matches(' ');
            let below = if self.text[..end].ends_with('\n') { newline } else { "" };
            let text = format!(" []{above}{left}");
            let text = text.trim_end_matches(['\r', '\n']);
            return Change { start: list.lead.min(start), end, text: format!("{text}{below}") };
        }
        let text = text.trim_start_matches(' ').trim_end_matches(['\r', '\n']);
        let below = if self.text[..end].ends_with('\n') { newline } else { "" };
        Change { start, end, text: format!("{text}{below}") }
    }

    /// The document in which the items of a list stand in this order, each named by its present place; the comments above
    /// and behind an item move with it.
    ///
    /// # Errors
    /// [`EditRefusal::NoSuchPlace`] where there is no such list, or where the order does not name each of its items once.
    pub fn reorder(&self, list: &Path, order: &[usize]) -> Result<Self, EditRefusal> {
        let document = self.apart(list, true)?;
        let node = document.said(list).ok_or_else(|| EditRefusal::NoSuchPlace(list.clone()))?;
        let mut sorted = order.to_vec();
        sorted.sort_unstable();
        if node.items().is_empty() || !sorted.into_iter().eq(0..node.items().len()) {
            return Err(EditRefusal::NoSuchPlace(list.clone()));
        }
        let origins: Vec<Origin> = order.iter().copied().map(Origin::Kept).collect();
        let unread = vec![Json::Null; origins.len()];
        document.change(if node.is_flow() {
            document.flow_of(node, &unread, &origins)
        } else {
            document.block_of(node, &unread, &origins)
        })
    }

    /// The document in which an entry of a mapping has another key; what it holds, and what stands beside it, stays.
    ///
    /// # Errors
    /// [`EditRefusal::NoSuchPlace`] where the mapping has no such key.
    pub fn rename_key(&self, mapping: &Path, key: &str, name: &str) -> Result<Self, EditRefusal> {
        let document = self.apart(mapping, true)?;
        let entries = document.said(mapping).map(Node::entries).unwrap_or_default();
        let entry = entries.iter().find(|entry| entry.key == key);
        let span = entry.ok_or_else(|| EditRefusal::NoSuchPlace(mapping.clone()))?.key_span;
        document.change(Change { start: span.start, end: span.end, text: inline(&Json::from(name)) })
    }
}

/// Where a wanted value comes from.
enum Origin {
    /// It was the item at this index.
    Kept(usize),
    /// It takes the place of the item at this index.
    Replaced(usize),
    /// It is one more.
    New,
}

fn origins(items: &[Node], texts: &[String]) -> Vec<Origin> {
    let mut free: HashMap<&str, VecDeque<usize>> = HashMap::new();
    for (at, item) in items.iter().enumerate() {
        free.entry(item.scalar().unwrap_or_default()).or_default().push_back(at);
    }
    let kept: Vec<Option<usize>> =
        texts.iter().map(|text| free.get_mut(text.as_str()).and_then(VecDeque::pop_front)).collect();
    let mut gone: VecDeque<usize> = free.into_values().flatten().collect();
    gone.make_contiguous().sort_unstable();
    let as_many = items.len() == texts.len();
    let origin = |old: Option<usize>| match old {
        Some(old) => Origin::Kept(old),
        None if as_many => gone.pop_front().map_or(Origin::New, Origin::Replaced),
        None => Origin::New,
    };
    kept.into_iter().map(origin).collect()
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
