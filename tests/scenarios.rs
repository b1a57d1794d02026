//! A scenario is a folder: a plan and what it must lead to. `UCPLAN_BLESS=1` writes what it leads to today.
//!
//! `requirements.json` is `show --json`, `findings.txt` one finding a line, `files.txt` the generated files by name; where a
//! folder `files/` stands, it holds them. Samples are
//! scenarios too: their folder has no plan of its own.

mod golden;

use std::fs;
use std::path::Path;

use golden::golden;
use ucplan::artifact::{RequirementsPart, requirements_json, table_rows};
use ucplan::blueprint::Blueprint;
use ucplan::catalog::{Templates, samples, speaker};
use ucplan::finding::{Finding, Severity};
use ucplan::plan::{Document, Plan};
use ucplan::requirement::Row;
use ucplan::text::Message;

#[test]
fn every_scenario_leads_to_what_its_folder_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let words = speaker("en").unwrap();
    let mut failures = Vec::new();
    let mut seen = 0;
    for folder in fs::read_dir(root).unwrap() {
        let folder = folder.unwrap().path();
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let sample =
            samples().into_iter().find(|sample| sample.name == name).map(|sample| sample.text.to_owned());
        let text = fs::read_to_string(folder.join("plan.yaml")).ok().or(sample).expect("a plan or a sample");
        let document = Document::parse(&text).unwrap();
        let blueprint = Blueprint::of(Plan::read(&document, &Templates::default()).unwrap());
        let all = requirements_json(&blueprint.plan, &blueprint.requirements, None, &words);
        let json = serde_json::to_string_pretty(&all).unwrap() + "\n";
        golden(&folder.join("requirements.json"), &json, &mut failures);
        let line = |row: &Row<Finding>| {
            let severity = words.say(&Message::new(row.body.severity.key()));
            format!("{severity} {} {}\n", row.body.code, row.body.path)
        };
        let findings = blueprint.requirements.findings.iter().map(line).collect::<Vec<_>>().concat();
        golden(&folder.join("findings.txt"), &findings, &mut failures);
        assert!(!findings.contains("error "), "{name} is no sound deployment:\n{findings}");
        let composition = blueprint.compose(document.text(), &Templates::default(), &words, false);
        assert_eq!(composition.findings, [], "{name}");
        let paths: Vec<_> =
            composition.bundle.artifacts.iter().map(|artifact| artifact.path.as_str()).collect();
        golden(&folder.join("files.txt"), &(paths.join("\n") + "\n"), &mut failures);
        if folder.join("files").is_dir() {
            for artifact in
                composition.bundle.artifacts.iter().filter(|artifact| artifact.path != "plan.yaml")
            {
                golden(
                    &folder.join("files").join(&artifact.path),
                    &artifact.content.with_serial(2_027_010_100),
                    &mut failures,
                );
            }
        }
        seen += 1;
    }
    assert!(seen > samples().len(), "each sample is a scenario, and there are others");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Every question answered as recommended: nothing forbids it, nothing warns, and what is optional says so.
#[test]
fn a_plan_as_recommended_is_sound_and_says_what_is_optional() {
    let text = fs::read_to_string("tests/scenarios/recommended/plan.yaml").unwrap();
    let document = Document::parse(&text).unwrap();
    let blueprint = Blueprint::of(Plan::read(&document, &Templates::default()).unwrap());
    let all = &blueprint.requirements;
    let worst = all.findings.iter().map(|row| row.body.severity).min();
    assert_eq!(worst, Some(Severity::Advice));
    let words = speaker("en").unwrap();
    for part in [RequirementsPart::Dns, RequirementsPart::Firewall] {
        let json = requirements_json(&blueprint.plan, all, Some(part), &words);
        let shown = table_rows(part, all, &words);
        for (row, shown) in json[part.word()].as_array().unwrap().iter().zip(shown) {
            let level = row["level"].as_str().unwrap();
            assert!(shown.cells.iter().any(|cell| cell == level), "{row}");
            // Only these are optional by the facts: the Admin URL, port 80 outside, and what has no clients.
            let facts = row["facts"].to_string();
            let is_optional =
                ["E-040", "M-177", "M-179", "M-297", "M-318"].iter().any(|id| facts.contains(id));
            assert!(level != "optional" || is_optional, "{row}");
        }
    }
}
