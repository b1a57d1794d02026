//! What leads to an answer and is not there yet: the keys that are to be added.

use super::Path;
use crate::plan::path::Step;

/// The root key of the record of decisions, the one mapping whose keys are paths: its items are entries.
const DECISIONS: &str = "decisions";

/// The key of a decision below which rejected options stand: their names are keys, whatever signs they have.
const REJECTED: &str = "rejected";

/// The keys of the steps of `path` behind the first `there` of them. Nothing where one leads to an item of a list: items
/// are appended, they don't come about by being mentioned.
pub(super) fn keys(path: &Path, there: usize) -> Option<Vec<String>> {
    let steps = path.steps();
    let is_decision = matches!(steps.first(), Some(Step::Key(key)) if key == DECISIONS);
    let has_options = is_decision && matches!(steps.get(2), Some(Step::Key(key)) if key == REJECTED);
    let key = |(at, step): (usize, &Step)| match step {
        Step::Item(_) if !(is_decision && at == 1 || has_options && at == 3) => None,
        Step::Key(key) | Step::Item(key) => Some(key.clone()),
    };
    steps.iter().enumerate().skip(there).map(key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Templates;
    use crate::plan::Plan;
    use crate::plan::document::{Document, EditRefusal};
    use serde_json::json;

    const POOL: &str = "sites[Denver].edge_pools[edge.contoso.com]";

    /// The text in which a decision about `about` has the note `why`; a plan can be read from it.
    fn noted(text: &str, about: &str) -> String {
        let path = Path::default().key(DECISIONS).item(about).key("note");
        let document = Document::parse(text).unwrap().set(&path, &json!("why")).unwrap();
        let plan = Plan::read(&document, &Templates::default()).unwrap();
        assert!(plan.decisions.iter().any(|(of, _)| of.as_str() == about));
        assert_eq!(document.said(&path).and_then(|node| node.scalar()), Some("why"));
        document.text().to_owned()
    }

    #[test]
    fn the_first_decision_brings_its_section() {
        assert_eq!(noted("title: A\n", "title"), "title: A\ndecisions:\n  title:\n    note: why\n");
        assert_eq!(
            noted("title: A # b\n", POOL),
            format!("title: A # b\ndecisions:\n  '{POOL}':\n    note: why\n")
        );
        assert_eq!(
            noted("decisions:\ntitle: A\n", "title"),
            "decisions: { title: { note: why } }\ntitle: A\n"
        );
        assert_eq!(noted("decisions: {}\n", POOL), format!("decisions: {{ '{POOL}': {{ note: why }} }}\n"));
    }

    #[test]
    fn a_decision_joins_the_others() {
        let text = "decisions:\n  title: # mine\n    state: open # yet\n\n# tail\nlanguage: en\n";
        assert_eq!(
            noted(text, POOL),
            text.replace("# yet\n", &format!("# yet\n  '{POOL}':\n    note: why\n"))
        );
        let flow = "decisions: { title: { state: open } }\n";
        assert_eq!(
            noted(flow, "mobility.push"),
            flow.replace("open } }", "open }, mobility.push: { note: why } }")
        );
    }

    #[test]
    fn a_decision_that_stands_is_added_to() {
        let text = format!("decisions:\n  \"{POOL}\":\n    state: decided\n  title:\n    note: old # x\n");
        assert_eq!(noted(&text, POOL), text.replace("decided\n", "decided\n    note: why\n"));
        assert_eq!(noted(&text, "title"), text.replace("old", "why"));
        assert_eq!(noted("decisions:\n  title:\n", "title"), "decisions:\n  title: { note: why }\n");
    }

    #[test]
    fn whole_decisions_are_set_too() {
        let path = Path::default().key(DECISIONS).item("title");
        let document =
            Document::parse("title: A\n").unwrap().set(&path, &json!({ "state": "parked" })).unwrap();
        assert_eq!(document.text(), "title: A\ndecisions:\n  title:\n    state: parked\n");
        assert!(Plan::read(&document, &Templates::default()).is_ok());
    }

    #[test]
    fn decisions_are_taken_back() {
        let path = Path::default().key(DECISIONS).item(POOL);
        let one = noted("title: A\n", POOL);
        let document = Document::parse(&one).unwrap();
        assert_eq!(document.remove(&path.key("note")).unwrap().text(), "title: A\n");
        let document = Document::parse(&noted(&one, "title")).unwrap();
        let rest = "title: A\ndecisions:\n  title:\n    note: why\n";
        assert_eq!(document.remove(&path.key("note")).unwrap().text(), rest);
        assert_eq!(document.remove(&path).unwrap().text(), rest);
        assert!(document.remove(&path.key("by")).is_err());
    }

    #[test]
    fn other_items_that_are_missing_are_refused() {
        for path in
            ["sites[A].name", "title[decisions].x", "decisions[title].note[a]", "mobility.decisions[a].b"]
        {
            let path: Path = path.parse().unwrap();
            let refused = Document::parse("title: A\n").unwrap().set(&path, &json!("x"));
            assert_eq!(refused.unwrap_err(), EditRefusal::NoSuchPlace(path));
        }
    }
}
