//! Edits of a plan: what an answer does to its text, tried before it counts.

use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::agenda::{list_of, path_of};
use super::record::{RecordField, recorded};
use super::refusal::{Refusal, refusal};
use super::rename::mentions;
use crate::catalog::Templates;
use crate::plan::document::{EditRefusal, Node};
use crate::plan::{DecisionState, Document, Path, Plan, Problem, Step, item_name};

/// A change of a plan that a person asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// An answer.
    Answer(Path, Json),
    /// "Not decided yet".
    Open(Path),
    /// An answer taken back: its default holds again.
    Withdraw(Path),
    /// One more item of a list.
    Add(Path, Json),
    /// An item of a list, or a value of one, goes.
    Remove(Path),
    /// The items of a list in this order, each by its present place.
    Order(Path, Vec<usize>),
    /// What the workshop's record says beside an answer; an empty text takes it away. The state is that of an entry which
    /// was not there yet.
    Record(Path, RecordField, String, DecisionState),
    /// Several edits as one step, and the path that it is about.
    Together(Path, Vec<Edit>),
}

impl Edit {
    /// Where an answer that names an item leaves it: the item's new path, and that of its name.
    #[must_use]
    pub fn renamed(&self) -> Option<(Path, Path)> {
        let Self::Answer(path, Json::String(name)) = self else { return None };
        let steps = path.steps();
        let [before @ .., Step::Item(old), Step::Key(key)] = &steps[..] else { return None };
        match key.as_str() {
            "name" | "identity" | "fqdn" | "host" => {}
            // A policy that has a name is not called by its scope.
            "scope" if is_scope(old) => {}
            _ => return None,
        }
        let item = path_of(before).item(&item_name(key, name));
        Some((item.clone(), item.key(key)))
    }

    /// The path that it is about.
    #[must_use]
    pub const fn about(&self) -> &Path {
        match self {
            Self::Answer(path, _)
            | Self::Open(path)
            | Self::Withdraw(path)
            | Self::Add(path, _)
            | Self::Remove(path)
            | Self::Order(path, _)
            | Self::Record(path, ..)
            | Self::Together(path, _) => path,
        }
    }
}

/// A plan after an edit: its text, and what was read from it.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The text.
    pub document: Arc<Document>,
    /// The answers.
    pub plan: Arc<Plan>,
}

impl Answered {
    /// Reads a plan.
    ///
    /// # Errors
    /// All problems of the text, in its order.
    pub fn read(text: &str, templates: &Templates) -> Result<Self, Vec<Problem>> {
        let document = Document::parse(text).map_err(|problem| vec![problem])?;
        let plan = Plan::read(&document, templates)?;
        Ok(Self { document: Arc::new(document), plan: Arc::new(plan) })
    }
}

/// Tries an edit: the plan as it would be.
///
/// # Errors
/// What is wrong with the edit; nothing was changed.
pub fn attempt(document: &Document, edit: &Edit, templates: &Templates) -> Result<Answered, Refusal> {
    let after = with_mentions(document, changed(document, edit)?, edit, templates)?;
    match Plan::read(&after, templates) {
        Ok(plan) => Ok(Answered { document: Arc::new(after), plan: Arc::new(plan) }),
        Err(mut problems) => Err(refusal(document, edit, problems.swap_remove(0), templates)),
    }
}

/// The document after an edit, in which whatever mentions a renamed item mentions it by its new name.
fn with_mentions(
    before: &Document,
    after: Document,
    edit: &Edit,
    templates: &Templates,
) -> Result<Document, EditRefusal> {
    if edit.renamed().is_none() {
        return Ok(after);
    }
    let Ok(plan) = Plan::read(before, templates) else { return Ok(after) };
    mentions(&plan, edit).iter().try_fold(after, |document, (path, value)| document.set(path, value))
}

fn changed(document: &Document, edit: &Edit) -> Result<Document, EditRefusal> {
    match edit {
        Edit::Answer(path, value) => renamed(document, path, value)?.set(path, value),
        Edit::Open(path) => document.set(path, &Json::Null),
        Edit::Withdraw(path) if document.said(path).is_none() => Ok(document.clone()),
        Edit::Withdraw(path) | Edit::Remove(path) => document.remove(path),
        Edit::Add(list, item) => document.append(list, item),
        Edit::Order(list, order) => document.reorder(list, order),
        Edit::Together(_, edits) => {
            edits.iter().try_fold(document.clone(), |document, edit| changed(&document, edit))
        }
        Edit::Record(about, field, text, begins) => recorded(document, about, field, text, *begins),
    }
}

/// The document in which the decisions about an item follow its new name, where the answer names an item.
fn renamed(document: &Document, path: &Path, name: &Json) -> Result<Document, EditRefusal> {
    let (Some(item), Some(name), Some(Step::Key(key))) =
        (item_named_by(document, path), name.as_str(), path.steps().pop())
    else {
        return Ok(document.clone());
    };
    let name = item_name(&key, name);
    let Some(list) = list_of(&item) else { return Ok(document.clone()) };
    let decisions = Path::default().key("decisions");
    let about: Vec<Path> = document
        .said(&decisions)
        .map(Node::entries)
        .unwrap_or_default()
        .iter()
        .filter_map(|entry| entry.key.parse::<Path>().ok())
        .filter(|about| about.is_within(&item))
        .collect();
    about.iter().try_fold(document.clone(), |document, about| {
        let follows = format!("{}{}", list.item(&name), &about.as_str()[item.as_str().len()..]);
        document.rename_key(&decisions, about.as_str(), &follows)
    })
}

/// The item that an answer names.
fn item_named_by(document: &Document, path: &Path) -> Option<Path> {
    let (last, steps) = path.steps().split_last().map(|(last, before)| (last.clone(), before.to_vec()))?;
    let item = path_of(&steps);
    let is_item = matches!(steps.last(), Some(Step::Item(_)));
    let names = |key: &str| document.said(&item).and_then(Node::naming_key) == Some(key);
    matches!(&last, Step::Key(key) if is_item && names(key)).then_some(item)
}

/// Whether a policy of this name is called by its scope.
fn is_scope(name: &str) -> bool {
    name == "global" || name.starts_with("site:")
}

/// A new item of a list of sections that are named by one of these keys.
#[must_use]
pub fn item_named(keys: &[&str], name: &str) -> Json {
    match keys {
        // A policy is named by its scope where that needs no name.
        ["name", "scope"] if is_scope(name) => json!({ "scope": name }),
        [key, ..] => json!({ *key: name }),
        [] => json!({}),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited(text: &str, edit: &Edit) -> Result<String, Refusal> {
        let document = Document::parse(text).unwrap();
        attempt(&document, edit, &Templates::default()).map(|after| after.document.text().to_owned())
    }

    fn path(text: &str) -> Path {
        text.parse().unwrap()
    }

    #[test]
    fn an_edit_that_a_plan_refuses_changes_nothing_and_says_why() {
        let edit = Edit::Answer(path("go_live"), json!("2027-13-01"));
        let refusal = edited("format: ucplan/v1\n", &edit).unwrap_err();
        assert_eq!(refusal.message().key(), "problem-refused");
        let edit = Edit::Answer(path("sites[HQ].name"), json!("HQ"));
        assert_eq!(edited("format: ucplan/v1\n", &edit), Err(Refusal::NoSuchPlace(path("sites[HQ].name"))));
    }

    #[test]
    fn answers_are_given_left_open_and_taken_back() {
        let text = "mobility: { hybrid: true } # so far\n";
        let hybrid = path("mobility.hybrid");
        assert_eq!(edited(text, &Edit::Open(hybrid.clone())).unwrap(), text.replace("true", "null"));
        let access = Edit::Answer(path("mobility.access"), json!("internal-only"));
        assert_eq!(edited(text, &access).unwrap(), text.replace("true", "true, access: internal-only"));
        assert_eq!(
            edited("mobility: { hybrid: true, access: internal-only }\n", &Edit::Withdraw(hybrid)).unwrap(),
            "mobility: { access: internal-only }\n"
        );
        assert_eq!(edited(text, &Edit::Withdraw(path("mobility.access"))).unwrap(), text);
    }

    #[test]
    fn several_edits_are_one_step_or_none() {
        let answer = |at: &str, value: Json| Edit::Answer(path(at), value);
        let http = answer("mobility.initial_request", json!("http"));
        let both = vec![answer("simple_urls.layout", json!("single-host")), http.clone()];
        let edit = Edit::Together(path("simple_urls.layout"), both);
        let text = edited("title: A\n", &edit).unwrap();
        assert!(text.contains("layout: single-host") && text.contains("initial_request: http"), "{text}");
        assert_eq!((edit.about().as_str(), edit.renamed()), ("simple_urls.layout", None));
        let wrong = vec![http, answer("simple_urls.layout", json!("nowhere"))];
        edited("title: A\n", &Edit::Together(path("mobility"), wrong)).unwrap_err();
    }

    #[test]
    fn decisions_follow_a_renamed_item() {
        let text = "sites: [{ name: HQ, reverse_proxies: [{ name: rp01 }] }]\n\
            decisions:\n  'sites[HQ].reverse_proxies[rp01].product': { state: open } # asked\n  title: { state: open }\n";
        let edit = Edit::Answer(path("sites[HQ].reverse_proxies[rp01].name"), json!("edge proxy"));
        let refused = edited(text, &edit);
        assert!(refused.is_err(), "a name with a blank is none: {refused:?}");
        let edit = Edit::Answer(path("sites[HQ].reverse_proxies[rp01].name"), json!("rp02"));
        assert_eq!(edited(text, &edit).unwrap(), text.replace("rp01", "rp02"));
        let edit = Edit::Answer(path("sites[HQ].name"), json!("Main"));
        assert_eq!(edited(text, &edit).unwrap(), text.replace("HQ", "Main"));
    }

    #[test]
    fn a_renamed_item_is_called_as_its_path_spells_it() {
        let edit = Edit::Answer(path("sites[HQ].edge_pools[a.x.example].fqdn"), json!("B.X.Example."));
        let (item, name) = edit.renamed().unwrap();
        assert_eq!(item, path("sites[HQ].edge_pools[b.x.example]"));
        assert_eq!(name, item.key("fqdn"));
        let edit = Edit::Answer(path("mobility.policies[global].scope"), json!("site:HQ"));
        assert_eq!(edit.renamed().unwrap().0, path("mobility.policies[site:HQ]"));
        let edit = Edit::Answer(path("mobility.policies[Field].scope"), json!("site:HQ"));
        assert_eq!(edit.renamed(), None);
        let document =
            Document::parse("sites: [{ name: HQ, edge_pools: [{ fqdn: Pool01.x.example. }] }]\n").unwrap();
        for name in ["pool01.x.example", "POOL01.x.example."] {
            let place = Path::default().key("sites").item("hq").key("edge_pools").item(name);
            assert!(document.said(&place).is_some(), "{name}");
        }
    }

    #[test]
    fn what_mentions_a_renamed_item_follows() {
        let text = "sites:\n  - name: HQ\n    front_end_pools:\n      - fqdn: a.example\n        reverse_proxy: rp01  # in front\n\
            \x20       servers: [{ fqdn: a.example }]\n    reverse_proxies: [{ name: rp01 }, { name: rp02 }]\nsimple_urls: { pool: a.example }\n";
        let proxy = Edit::Answer(path("sites[HQ].reverse_proxies[rp01].name"), json!("edge01"));
        assert_eq!(edited(text, &proxy).unwrap(), text.replace("rp01", "edge01"));
        let pool = Edit::Answer(path("sites[HQ].front_end_pools[a.example].fqdn"), json!("b.example"));
        let expected = text
            .replace("- fqdn: a.example", "- fqdn: b.example")
            .replace("pool: a.example", "pool: b.example");
        assert_eq!(edited(text, &pool).unwrap(), expected, "the server keeps its own name");
        let site = Edit::Answer(path("sites[HQ].name"), json!("Main"));
        assert_eq!(edited(text, &site).unwrap(), text.replace("HQ", "Main"));
    }

    #[test]
    fn a_policy_is_named_by_its_scope_where_that_needs_no_name() {
        assert_eq!(item_named(&["name", "scope"], "global"), json!({ "scope": "global" }));
        assert_eq!(item_named(&["name", "scope"], "site:HQ"), json!({ "scope": "site:HQ" }));
        assert_eq!(item_named(&["name", "scope"], "Field staff"), json!({ "name": "Field staff" }));
        assert_eq!(item_named(&["fqdn"], "a.example"), json!({ "fqdn": "a.example" }));
    }
}
