//! What holds for any text: a saved answer reads back, a path reads back, a plan is never half-changed.

use proptest::prelude::*;
use ucplan::catalog::{Templates, samples};
use ucplan::plan::{Document, Path, Plan};
use ucplan::value::FreeText;

/// A text of any characters, spiced with those that languages trip over.
fn any_text() -> impl Strategy<Value = String> {
    let spice = prop::sample::select(vec![
        "'", "\"", "#", ": ", "- ", "{", "}", "[", "]", "$(x)", "`", "%", "&a", "*a", "!t", "한", "\\", ",",
    ]);
    prop::collection::vec(prop_oneof![spice.prop_map(str::to_owned), "\\PC{0,6}"], 0..8)
        .prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn any_title_that_is_saved_reads_back(text in any_text()) {
        prop_assume!(text.parse::<FreeText>().is_ok());
        for sample in samples() {
            let document = Document::parse(sample.text).unwrap();
            let saved = document.set(&"title".parse().unwrap(), &text.clone().into()).unwrap();
            let plan = Plan::read(&saved, &Templates::default()).unwrap();
            prop_assert_eq!(plan.title.given().value().as_str(), &text);
            let others = |text: &str| -> Vec<String> {
                text.lines().filter(|line| !line.starts_with("title:")).map(str::to_owned).collect()
            };
            prop_assert_eq!(others(saved.text()), others(sample.text));
        }
    }

    #[test]
    fn any_item_can_be_named_in_a_path(name in any_text()) {
        let path = Path::default().key("sites").item(&name).key("name");
        prop_assert_eq!(path.as_str().parse::<Path>(), Ok(path.clone()));
        prop_assert_eq!(path.steps().len(), 3);
    }

    #[test]
    fn any_bytes_are_a_plan_or_a_problem_with_its_place(text in any_text(), at in 0_usize..2000) {
        let sample = samples()[0].text;
        let at = (0..=at.min(sample.len())).rev().find(|at| sample.is_char_boundary(*at)).unwrap();
        let broken = format!("{}{text}{}", &sample[..at], &sample[at..]);
        match Document::parse(&broken).map(|document| Plan::read(&document, &Templates::default())) {
            Ok(Ok(_)) => {}
            Ok(Err(problems)) => prop_assert!(problems.iter().all(|p| p.span.line > 0 && p.span.end <= broken.len())),
            Err(problem) => prop_assert!(problem.span.line > 0 && problem.span.column > 0),
        }
    }
}
