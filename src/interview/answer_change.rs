//! Which answers differ between two plans.
//!
//! Comments, decisions and the order of lists are no answers. Only where the order of values means something, as that of
//! the SIP domains does, or where something follows from it, another order is another answer.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json};

use super::agenda::path_of;
use super::difference::Nature;
use crate::plan::{Path, Plan, Shape, Standing, Step};

/// An answer that differs, or an item of a list that only one of the plans has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerChange {
    /// Its path.
    pub path: Path,
    /// Whether it comes, goes or changes.
    pub nature: Nature,
    /// How it stands in the first plan.
    pub before: Side,
    /// How it stands in the second plan.
    pub after: Side,
}

/// How an answer stands in one of the plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Side {
    /// The plan has no such item.
    Nothing,
    /// An item, with what was said of it.
    Item(Map<String, Json>),
    /// Somebody said so.
    Said(Json),
    /// Nobody said anything: this holds.
    Default(Json),
    /// Not decided yet.
    Open,
    /// It is required, and nobody gave it.
    Missing,
}

/// The answers of a plan by their paths, and its items with what was said of them.
struct Answers {
    sides: BTreeMap<Path, Side>,
    items: BTreeSet<Path>,
}

impl Answers {
    fn of(plan: &Plan) -> Self {
        let (mut sides, mut items) = (BTreeMap::new(), BTreeSet::new());
        plan.visit(&mut |leaf| {
            let is_list = matches!((leaf.shape)(), Shape::Items(_));
            let side = match leaf.standing {
                Standing::Open => Side::Open,
                Standing::Missing => Side::Missing,
                // What stands in a list of sections is told item by item.
                _ if is_list => Side::Default(Json::Null),
                Standing::Said => Side::Said((leaf.value)()),
                Standing::Defaulted => Side::Default((leaf.value)()),
            };
            items.extend(items_around(leaf.path));
            sides.insert(leaf.path.clone(), side);
        });
        Self { sides, items }
    }

    /// What was said of an item.
    fn said_of(&self, item: &Path) -> Side {
        let own = self.sides.iter().filter(|(path, _)| path.is_within(item));
        let said = own.filter_map(|(path, side)| {
            let value = match side {
                Side::Said(value) => value.clone(),
                Side::Open => Json::Null,
                _ => return None,
            };
            let name = path.as_str()[item.as_str().len()..].trim_start_matches('.');
            Some((name.to_owned(), value))
        });
        Side::Item(said.collect())
    }
}

/// The items that a path leads through, the outermost first.
fn items_around(path: &Path) -> Vec<Path> {
    if !path.as_str().contains('[') {
        return Vec::new();
    }
    let steps = path.steps();
    let is_item = |at: &usize| matches!(steps[*at], Step::Item(_));
    (0..steps.len()).filter(is_item).map(|at| path_of(&steps[..=at])).collect()
}

/// The answers that differ; `is_felt` says whether anything that changes rests on an answer.
pub(super) fn answer_changes(
    before: &Plan,
    after: &Plan,
    is_felt: impl Fn(&Path) -> bool,
) -> Vec<AnswerChange> {
    let (old, new) = (Answers::of(before), Answers::of(after));
    let mut changes: BTreeMap<Path, AnswerChange> = BTreeMap::new();
    let paths: BTreeSet<&Path> = old.sides.keys().chain(new.sides.keys()).collect();
    for path in paths {
        // An item that only one has is one change, whatever was said of it.
        let around = items_around(path);
        let lone = around.iter().find(|item| old.items.contains(*item) != new.items.contains(*item));
        let change = match lone {
            Some(item) if changes.contains_key(item) => continue,
            Some(item) if new.items.contains(item) => AnswerChange {
                path: item.clone(),
                nature: Nature::Added,
                before: Side::Nothing,
                after: new.said_of(item),
            },
            Some(item) => AnswerChange {
                path: item.clone(),
                nature: Nature::Removed,
                before: old.said_of(item),
                after: Side::Nothing,
            },
            None => {
                let (Some(one), Some(other)) = (old.sides.get(path), new.sides.get(path)) else { continue };
                let is_told = match Difference::between(one, other) {
                    Difference::None => false,
                    Difference::Order => has_an_order(before, path) || is_felt(path),
                    Difference::Value => true,
                };
                if !is_told {
                    continue;
                }
                let (path, before, after) = (path.clone(), one.clone(), other.clone());
                AnswerChange { path, nature: Nature::Changed, before, after }
            }
        };
        changes.insert(change.path.clone(), change);
    }
    changes.into_values().collect()
}

/// How two answers differ.
#[derive(Clone, Copy)]
enum Difference {
    None,
    /// In the order of their values only.
    Order,
    Value,
}

impl Difference {
    /// A default that follows from other answers is none of its own.
    fn between(before: &Side, after: &Side) -> Self {
        match (before, after) {
            (Side::Default(_), Side::Default(_)) => Self::None,
            (one, other) if one == other => Self::None,
            (Side::Said(one), Side::Said(other)) if sorted(one) == sorted(other) => Self::Order,
            _ => Self::Value,
        }
    }
}

/// A value of which the order of its own values is nothing.
fn sorted(value: &Json) -> Json {
    match value {
        Json::Array(values) => {
            let mut values = values.clone();
            values.sort_by_cached_key(ToString::to_string);
            values.into()
        }
        other => other.clone(),
    }
}

/// Whether the order of an answer's values means something by itself: the first SIP domain is the default, the first name
/// server is the primary one.
fn has_an_order(plan: &Plan, path: &Path) -> bool {
    let servers = &plan.domains.name_servers;
    [plan.domains.sip.path(), servers.internal.path(), servers.external.path()].contains(&path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::artifact::plan_digest;
    use crate::blueprint::Blueprint;
    use crate::catalog::{Templates, samples};
    use crate::interview::{Answered, Comparison, Edit, attempt};
    use serde_json::json;

    fn blueprint(text: &str) -> Blueprint {
        Blueprint::of((*Answered::read(text, &Templates::default()).unwrap().plan).clone())
    }

    fn between(before: &str, after: &str) -> Comparison {
        Comparison::between(&blueprint(before), &blueprint(after))
    }

    #[test]
    fn a_plan_differs_from_none_that_has_its_answers() {
        for sample in samples() {
            let noted = format!("# a comment\n{}", sample.text);
            assert!(between(sample.text, &noted).is_empty(), "{}", sample.name);
        }
    }

    #[test]
    fn said_open_and_defaulted_are_three_answers() {
        let text = "title: A\nmobility: { hybrid: false }\n";
        let change = |other: &str| {
            let found = between(text, other).answers;
            assert_eq!(found.len(), 1, "{found:?}");
            (found[0].path.to_string(), found[0].after.clone())
        };
        let hybrid = "mobility.hybrid".to_owned();
        assert_eq!(change("title: A\nmobility: { hybrid: null }\n"), (hybrid.clone(), Side::Open));
        assert_eq!(change("title: A\n"), (hybrid.clone(), Side::Default(json!(false))));
        assert_eq!(change(&text.replace("false", "true")), (hybrid, Side::Said(json!(true))));
    }

    #[test]
    fn an_item_is_one_change() {
        let site = "sites:\n  - name: HQ\n    reverse_proxies: [{ name: rp01, product: nginx }]\n";
        let found = between("title: A\n", &format!("title: A\n{site}")).answers;
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].path.as_str(), found[0].nature), ("sites[HQ]", Nature::Added));
        let Side::Item(said) = &found[0].after else { panic!("{found:?}") };
        assert_eq!(said["reverse_proxies[rp01].product"], json!("nginx"));
        let found = between(&format!("title: A\n{site}"), "title: A\n").answers;
        assert_eq!((found[0].nature, &found[0].after), (Nature::Removed, &Side::Nothing));
    }

    /// Every answer with several values, its values the other way round: a difference exactly where that has one.
    #[test]
    fn the_order_of_values_differs_where_it_means_something() {
        let mut turned_around = 0;
        for sample in samples() {
            let now = Answered::read(sample.text, &Templates::default()).unwrap();
            let before = Blueprint::of((*now.plan).clone());
            let mut several: Vec<(Path, Vec<Json>)> = Vec::new();
            now.plan.visit(&mut |leaf| {
                if let (Standing::Said, Json::Array(values)) = (leaf.standing, (leaf.value)())
                    && values.len() > 1
                {
                    several.push((leaf.path.clone(), values));
                }
            });
            for (path, mut values) in several {
                values.reverse();
                let after =
                    attempt(&now.document, &Edit::Answer(path.clone(), values.into()), &Templates::default());
                let after = Blueprint::of((*after.unwrap().plan).clone());
                let found = Comparison::between(&before, &after);
                assert_ne!(plan_digest(&before.plan), plan_digest(&after.plan));
                let is_told = found.answers.iter().any(|answer| answer.path == path);
                let is_felt = !found.consequence.effects.is_empty();
                assert_eq!(
                    is_told,
                    is_felt || has_an_order(&before.plan, &path),
                    "{}: {path}: {found:?}",
                    sample.name
                );
                turned_around += 1;
            }
        }
        assert!(turned_around > 10, "{turned_around}");
    }
}
