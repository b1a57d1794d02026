//! Changes one answer in a plan's text and leaves every other byte alone: comments, order, quoting, line ends.
//!
//! No kept library does this for YAML with the places that we have already; a change is a replacement of bytes, and each
//! change is read back before it counts.

use serde_json::{Value as Json, json};

use super::missing::keys;
use super::node::{Node, NodeKind};
use super::replace::Change;
use super::spell::{entry, inline, item as item_block};
use super::{Document, Path};
use crate::plan::path::Step;
use crate::plan::problem::Problem;

/// Why a text could not be changed. The document is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditRefusal {
    /// The path leads to an item that the plan does not have, or into something that is no section.
    NoSuchPlace(Path),
    /// The changed text could not be read back; a fault of this program.
    Unreadable(Problem),
}

impl Document {
    /// The document in which `path` has this value; what leads to it is added where it is missing, a decision too.
    ///
    /// # Errors
    /// [`EditRefusal::NoSuchPlace`] where the path leads through an item that is not there.
    pub fn set(&self, path: &Path, value: &Json) -> Result<Self, EditRefusal> {
        self.apart(path, false)?.set_alone(path, value)
    }

    fn set_alone(&self, path: &Path, value: &Json) -> Result<Self, EditRefusal> {
        let (node, rest) = self.deepest(path);
        if rest.is_empty() {
            if let (NodeKind::Sequence { items, .. }, Json::Array(wanted)) = (&node.kind, value)
                && node.alias == 0
                && items.iter().all(|item| item.scalar().is_some())
            {
                return self.set_scalars(node, wanted);
            }
            return self.change(self.replacement(node, inline(value)));
        }
        let refusal = || EditRefusal::NoSuchPlace(path.clone());
        let keys = keys(path, path.steps().len() - rest.len()).ok_or_else(refusal)?;
        let inner = keys[1..].iter().rev().fold(value.clone(), |inner, key| json!({ key: inner }));
        self.change(self.insertion(node, &keys[0], &inner).ok_or_else(refusal)?)
    }

    /// The document in which nothing is said at `path`: the answer is its default again, the item is gone.
    /// A section that would be left empty goes with it.
    ///
    /// # Errors
    /// [`EditRefusal::NoSuchPlace`] where nothing was said, or where an item would lose the only key it has.
    pub fn remove(&self, path: &Path) -> Result<Self, EditRefusal> {
        self.apart(path, false)?.remove_alone(path)
    }

    fn remove_alone(&self, path: &Path) -> Result<Self, EditRefusal> {
        let steps = path.steps();
        let refusal = || EditRefusal::NoSuchPlace(path.clone());
        let (last, before) = steps.split_last().ok_or_else(refusal)?;
        let node = |steps: &[Step]| steps.iter().try_fold(&self.root, |node, step| node.step(step));
        let parent = node(before).ok_or_else(refusal)?;
        let (Step::Key(name) | Step::Item(name)) = last;
        let at = match &parent.kind {
            NodeKind::Mapping { entries, .. } => entries.iter().position(|entry| entry.key == *name),
            _ => parent.item_index(name).filter(|_| matches!(last, Step::Item(_))),
        };
        let at = at.ok_or_else(refusal)?;
        match before.split_last() {
            Some((inner, outer)) if parent.entries().len() == 1 => {
                let is_in_a_list = node(outer).is_none_or(|node| node.entries().is_empty());
                if is_in_a_list && matches!(inner, Step::Item(_)) {
                    return Err(refusal());
                }
                self.remove_alone(&to_path(before))
            }
            _ => self.change(self.removal(parent, at)),
        }
    }

    /// The document with one more item at the end of a list, which is added where it is missing.
    ///
    /// # Errors
    /// [`EditRefusal::NoSuchPlace`] where the path leads nowhere.
    pub fn append(&self, list: &Path, item: &Json) -> Result<Self, EditRefusal> {
        self.apart(list, true)?.append_alone(list, item)
    }

    fn append_alone(&self, list: &Path, item: &Json) -> Result<Self, EditRefusal> {
        match self.said(list) {
            Some(node @ Node { kind: NodeKind::Sequence { items, flow }, .. }) => match items.last() {
                Some(last) if *flow => self.change(Change {
                    start: last.span.end,
                    end: last.span.end,
                    text: format!(", {}", inline(item)),
                }),
                Some(last) => {
                    let indent = self.dash_column(node);
                    let at = self.end_of_entry(last);
                    let text = format!(
                        "{}{}- {}",
                        self.newline_before(at),
                        " ".repeat(indent),
                        item_block(item, indent + 2, self.newline())
                    );
                    self.change(Change { start: at, end: at, text })
                }
                None => self.change(self.first_item(list, node, item)),
            },
            _ => self.set_alone(list, &json!([item])),
        }
    }

    /// The first item of a list that is empty in brackets: lines of a block, unless braces stand around it.
    fn first_item(&self, list: &Path, node: &Node, item: &Json) -> Change {
        let items = json!([item]);
        let steps = list.steps();
        let parent = steps.split_last().and_then(|(last, before)| match last {
            Step::Key(key) => Some((key, before.iter().try_fold(&self.root, |node, step| node.step(step))?)),
            Step::Item(_) => None,
        });
        let block = parent.filter(|(_, parent)| !parent.is_flow() && item.is_object());
        let key = block.and_then(|(key, parent)| parent.entries().iter().find(|entry| entry.key == *key));
        let Some(key) = key else { return self.replacement(node, inline(&items)) };
        let spelt = entry(&key.key, &items, key.key_span.column - 1, self.newline());
        let lines = spelt.find('\n').map_or("", |newline| &spelt[newline + 1..]);
        // The comment behind the brackets stays beside the key.
        let end = self.end_of_entry(node);
        let rest = &self.text[node.span.end..end];
        Change { start: node.lead, end, text: format!("{rest}{}{lines}", self.newline()) }
    }

    /// How far the dashes of a block stand in, in characters.
    pub(super) fn dash_column(&self, list: &Node) -> usize {
        let dash = list.items().first().map_or(list.span.start, |item| item.lead.saturating_sub(1));
        let line = self.text[..dash].rfind('\n').map_or(0, |newline| newline + 1);
        self.text[line..dash].chars().count()
    }

    pub(super) fn deepest(&self, path: &Path) -> (&Node, Vec<Step>) {
        let mut node = &self.root;
        let mut steps = path.steps();
        while let Some(next) = steps.first().and_then(|step| node.step(step)) {
            node = next;
            steps.remove(0);
        }
        (node, steps)
    }

    pub(super) fn change(&self, change: Change) -> Result<Self, EditRefusal> {
        let mut text = self.text.clone();
        let begins_a_line = self.text[..change.start].ends_with('\n') && change.start == change.end;
        let is_open = !change.text.is_empty() && !change.text.ends_with('\n');
        let suffix = if begins_a_line && is_open { self.newline() } else { "" };
        text.replace_range(change.start..change.end, &(change.text + suffix));
        Self::parse(&text).map_err(EditRefusal::Unreadable)
    }
}

fn to_path(steps: &[Step]) -> Path {
    steps.iter().fold(Path::default(), |path, step| match step {
        Step::Key(key) => path.key(key),
        Step::Item(name) => path.item(name),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
# head
title: Old  # keep me
domains:
  sip:
    - a.example   # first
    - b.example
  ttl: 60
mobility: { push: { enabled: true } }
sites:
  - name: North # the only one
    reverse_proxies: [{ name: rp01 }]
exchange:
";

    fn edited(edit: impl FnOnce(&Document) -> Result<Document, EditRefusal>) -> String {
        edit(&Document::parse(TEXT).unwrap()).unwrap().text().to_owned()
    }

    fn set(path: &str, value: impl Into<Json>) -> String {
        let value = value.into();
        edited(|document| document.set(&path.parse().unwrap(), &value))
    }

    fn remove(path: &str) -> String {
        edited(|document| document.remove(&path.parse().unwrap()))
    }

    #[test]
    fn a_value_is_replaced_and_its_comment_stays() {
        assert_eq!(set("title", json!("New: one")), TEXT.replace("Old ", "'New: one' "));
        assert_eq!(set("mobility.push.enabled", json!(false)), TEXT.replace("true", "false"));
        assert_eq!(
            set("sites[North].reverse_proxies[rp01].name", json!("rp02")),
            TEXT.replace("rp01", "rp02")
        );
        assert_eq!(set("sites[0].name", json!("South")), TEXT.replace("North", "South"));
    }

    #[test]
    fn what_is_missing_is_added_where_it_belongs() {
        assert_eq!(
            set("domains.legacy_sign_in", json!(true)),
            TEXT.replace("ttl: 60\n", "ttl: 60\n  legacy_sign_in: true\n")
        );
        assert_eq!(
            set("mobility.push.over_wifi", json!(true)),
            TEXT.replace("enabled: true }", "enabled: true, over_wifi: true }")
        );
        assert_eq!(
            set("servers.version", json!("sfb-server-se")),
            format!("{TEXT}servers:\n  version: sfb-server-se\n")
        );
        assert_eq!(
            set("exchange.integrate", json!(true)),
            TEXT.replace("exchange:", "exchange: { integrate: true }")
        );
        assert_eq!(
            set("sites[North].reverse_proxies[rp01].product", json!("nginx")),
            TEXT.replace("name: rp01 }", "name: rp01, product: nginx }")
        );
    }

    #[test]
    fn sections_are_added_in_braces_too() {
        let text = "simple_urls: { pool: a.example }\n";
        let document = Document::parse(text).unwrap();
        let added = document.set(&"simple_urls.hosts.admin".parse().unwrap(), &json!("x")).unwrap();
        assert_eq!(added.text(), "simple_urls: { pool: a.example, hosts: { admin: x } }\n");
    }

    #[test]
    fn lists_change_item_by_item() {
        assert_eq!(
            set("domains.sip", json!(["a.example", "c.example"])),
            TEXT.replace("    - b.example\n", "    - c.example\n")
        );
        assert_eq!(
            set("domains.sip", json!(["b.example", "a.example"])),
            TEXT.replace("- a.example   # first\n    - b.example", "- b.example\n    - a.example   # first")
        );
        let item = json!({ "name": "South", "reverse_proxies": [] });
        let appended = edited(|document| document.append(&"sites".parse().unwrap(), &item));
        assert_eq!(
            appended,
            TEXT.replace("rp01 }]\n", "rp01 }]\n  - name: South\n    reverse_proxies: []\n")
        );
    }

    #[test]
    fn sections_are_added_to_lists_as_blocks() {
        let text = "title: A\nsites: []\n";
        let document = Document::parse(text).unwrap();
        let site = document.append(&"sites".parse().unwrap(), &json!({ "name": "HQ" })).unwrap();
        assert_eq!(site.text(), "title: A\nsites:\n  - name: HQ\n");
        let pools: Path = "sites[HQ].front_end_pools".parse().unwrap();
        let pool = site.append(&pools, &json!({ "fqdn": "a.example" })).unwrap();
        let two = pool.append(&pools, &json!({ "fqdn": "b.example", "edition": "standard" })).unwrap();
        assert_eq!(
            two.text(),
            "title: A\nsites:\n  - name: HQ\n    front_end_pools:\n      - fqdn: a.example\n      - fqdn: b.example\n        edition: standard\n"
        );
    }

    #[test]
    fn removing_takes_empty_sections_along() {
        assert_eq!(remove("domains.ttl"), TEXT.replace("  ttl: 60\n", ""));
        assert_eq!(
            remove("mobility.push.enabled"),
            TEXT.replace("mobility: { push: { enabled: true } }\n", "")
        );
        assert_eq!(remove("domains.sip[a.example]"), TEXT.replace("    - a.example   # first\n", ""));
        assert_eq!(
            remove("sites[North]"),
            TEXT.replace(
                "sites:\n  - name: North # the only one\n    reverse_proxies: [{ name: rp01 }]",
                "sites: []"
            )
        );
    }

    #[test]
    fn a_path_through_a_missing_item_is_refused() {
        let document = Document::parse(TEXT).unwrap();
        let path: Path = "sites[South].name".parse().unwrap();
        assert_eq!(document.set(&path, &json!("x")).unwrap_err(), EditRefusal::NoSuchPlace(path));
    }

    #[test]
    fn carriage_returns_and_block_scalars_survive() {
        let text = "title: |\r\n  two\r\n  lines\r\nlanguage: en\r\n";
        let document = Document::parse(text).unwrap();
        let changed = document.set(&"title".parse().unwrap(), &json!("one")).unwrap();
        assert_eq!(changed.text(), "title: one\r\nlanguage: en\r\n");
        let added = changed.set(&"organization".parse().unwrap(), &json!("Contoso")).unwrap();
        assert_eq!(added.text(), "title: one\r\nlanguage: en\r\norganization: Contoso\r\n");
    }
}
