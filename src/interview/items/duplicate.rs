//! An item once more, with names and addresses of its own.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use super::series::{Taken, next_title, own_texts};
use super::{is_name, naming, place_of};
use crate::interview::agenda::Agenda;
use crate::interview::edit::Edit;
use crate::interview::question::Question;
use crate::plan::{Path, Shape, Standing, Step, item_name};

/// The edit that adds an item like this one behind it, and the path of the new item. Names and addresses that only this item
/// has go on; what else was said of it, the references to others too, is said once more. Nothing where the item is named by
/// something that no other can have: a policy by its scope.
#[must_use]
pub fn duplicate(agenda: &Agenda, item: &Path) -> Option<(Edit, Path)> {
    let (list, at) = place_of(agenda, item)?;
    let (key, naming) = naming(agenda, list, item)?;
    let fresh = fresh(agenda, item);
    let name = new_name(agenda, list, naming, &fresh)?;
    let copy = list.path.item(&item_name(key, &name));
    let mut tree = Tree::default();
    let own = agenda.questions().iter().filter(|question| question.path.is_within(item));
    for question in own.filter(|question| !matches!(question.shape, Shape::Items(_))) {
        let value = match question.standing {
            Standing::Said if question.path == naming.path => json!(name),
            Standing::Said => renewed(&question.value, &fresh),
            Standing::Open => Json::Null,
            Standing::Defaulted | Standing::Missing => continue,
        };
        tree.put(item, &question.path, value);
    }
    let add = Edit::Add(list.path.clone(), tree.root);
    let count = list.items.len();
    if at + 1 == count {
        return Some((add, copy));
    }
    let order = (0..=at).chain([count]).chain(at + 1..count).collect();
    Some((Edit::Together(item.clone(), vec![add, Edit::Order(list.path.clone(), order)]), copy))
}

/// The name of the next item: the one behind this one's, where that is a text.
fn new_name(
    agenda: &Agenda,
    list: &Question,
    own: &Question,
    fresh: &BTreeMap<String, String>,
) -> Option<String> {
    let name = own.value.as_str().filter(|_| matches!(own.shape, Shape::Text(_)))?;
    if let Some(next) = fresh.get(name) {
        return Some(next.clone());
    }
    let others: Vec<String> = list
        .items
        .iter()
        .filter_map(|item| Some(naming(agenda, list, item)?.1.value.as_str()?.to_lowercase()))
        .collect();
    Some(next_title(name, |next| others.contains(&next.to_lowercase())))
}

/// What only this item has, and what the next one like it has in its place.
fn fresh(agenda: &Agenda, item: &Path) -> BTreeMap<String, String> {
    let mut taken = Taken::of(agenda);
    let own = agenda.questions().iter().filter(|question| question.path.is_within(item));
    let mut fresh = BTreeMap::new();
    for question in own.filter(|question| question.standing == Standing::Said) {
        for text in own_texts(question) {
            // What names an item is its own, whoever else speaks of it.
            let is_own = taken.is_only_of(text, item) || is_name(agenda, question);
            if is_own && !fresh.contains_key(text) {
                fresh.insert(text.to_owned(), taken.next(text));
            }
        }
    }
    fresh
}

fn renewed(value: &Json, fresh: &BTreeMap<String, String>) -> Json {
    match value {
        Json::String(text) => json!(fresh.get(text).unwrap_or(text)),
        Json::Array(values) => values.iter().map(|value| renewed(value, fresh)).collect(),
        other => other.clone(),
    }
}

/// An item that is put together answer by answer.
struct Tree {
    root: Json,
    /// The places of the items of its lists.
    places: BTreeMap<Path, usize>,
}

impl Default for Tree {
    fn default() -> Self {
        Self { root: Json::Object(Map::new()), places: BTreeMap::new() }
    }
}

impl Tree {
    /// Puts the value of an answer where it belongs.
    fn put(&mut self, item: &Path, path: &Path, value: Json) {
        let mut at = item.clone();
        let mut node = &mut self.root;
        for step in path.steps().into_iter().skip(item.steps().len()) {
            match step {
                Step::Key(key) => {
                    at = at.key(&key);
                    if !node.is_object() {
                        *node = json!({});
                    }
                    node = &mut node[key.as_str()];
                }
                Step::Item(name) => {
                    if !node.is_array() {
                        *node = json!([]);
                    }
                    let count = node.as_array().map_or(0, Vec::len);
                    at = at.item(&name);
                    let place = *self.places.entry(at.clone()).or_insert(count);
                    if let Json::Array(items) = node
                        && place == count
                    {
                        items.push(json!({}));
                    }
                    node = &mut node[place];
                }
            }
        }
        *node = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Templates, samples};
    use crate::interview::{Answered, attempt};

    #[test]
    fn what_is_its_own_goes_on_and_what_it_shares_stays() {
        let text = "sites:
  - name: HQ
    front_end_pools:
      - fqdn: pool01.corp.example
        reverse_proxy: rp01
        web_services: { external: { fqdn: web01.contoso.example } }
        servers: [{ fqdn: fe01.corp.example, addresses: [10.0.0.11] }, { fqdn: fe02.corp.example, addresses: [10.0.0.12] }]
      - fqdn: pool09.corp.example
    reverse_proxies: [{ name: rp01 }]
";
        let answered = Answered::read(text, &Templates::default()).unwrap();
        let agenda = Agenda::of(&answered.plan);
        let pool: Path = "sites[HQ].front_end_pools[pool01.corp.example]".parse().unwrap();
        let (edit, copy) = duplicate(&agenda, &pool).unwrap();
        assert_eq!(copy.as_str(), "sites[HQ].front_end_pools[pool02.corp.example]");
        let after = attempt(&answered.document, &edit, &Templates::default()).unwrap();
        let expected = "\
      - fqdn: pool02.corp.example
        web_services:
          external:
            fqdn: web02.contoso.example
        servers:
          - fqdn: fe03.corp.example
            addresses: [10.0.0.13]
          - fqdn: fe04.corp.example
            addresses: [10.0.0.14]
        reverse_proxy: rp01
      - fqdn: pool09.corp.example
";
        let words = |text: &str| {
            let mut lines: Vec<String> = text.lines().map(|line| line.trim().to_owned()).collect();
            lines.sort();
            lines
        };
        let text = after.document.text();
        let begin = text.find("      - fqdn: pool02").unwrap_or_else(|| panic!("{text}"));
        let end = text.find("    reverse_proxies:").unwrap();
        assert_eq!(words(&text[begin..end]), words(expected), "{text}");
        assert!(begin < text.find("pool09").unwrap(), "{text}");
    }

    #[test]
    fn whatever_a_list_is_named_by_a_copy_gets_a_name_that_is_free() {
        let text = "sites: [{ name: Denver }, { name: denver 2 }]
mobility:
  policies:
    - { scope: user, name: Travelling staff, grant_to: [kim@contoso.example] }
    - { scope: global, enable_mobility: true }
cloud_connector:
  users: [{ identity: kim@contoso.example, name: kim@contoso.example }]
";
        let text = &text.replace(", name: kim@contoso.example", "");
        let answered = Answered::read(text, &Templates::default()).unwrap();
        let agenda = Agenda::of(&answered.plan);
        for (item, copy) in [
            ("sites[Denver]", "sites[Denver 3]"),
            ("mobility.policies[Travelling staff]", "mobility.policies[Travelling staff 2]"),
            ("cloud_connector.users[kim@contoso.example]", "cloud_connector.users[kim2@contoso.example]"),
        ] {
            let (edit, path) = duplicate(&agenda, &item.parse().unwrap()).unwrap();
            assert_eq!(path.as_str(), copy);
            let after = attempt(&answered.document, &edit, &Templates::default()).unwrap();
            assert!(after.document.said(&path).is_some(), "{}", after.document.text());
        }
        assert_eq!(duplicate(&agenda, &"mobility.policies[global]".parse().unwrap()), None);
    }

    /// Every item of every sample can be doubled, but those that are named by their scope.
    #[test]
    fn no_copy_is_refused() {
        let mut copied = 0;
        for sample in samples() {
            let answered = Answered::read(sample.text, &Templates::default()).unwrap();
            let agenda = Agenda::of(&answered.plan);
            for item in agenda.questions().iter().flat_map(|list| &list.items) {
                let Some((edit, copy)) = duplicate(&agenda, item) else {
                    assert!(item.as_str().starts_with("mobility.policies["), "{item}");
                    continue;
                };
                let after = attempt(&answered.document, &edit, &Templates::default())
                    .unwrap_or_else(|refusal| panic!("{}: {item}: {refusal:?}", sample.name));
                assert!(after.document.said(&copy).is_some(), "{}: {copy}", sample.name);
                copied += 1;
            }
        }
        assert!(copied > 20, "{copied}");
    }
}
