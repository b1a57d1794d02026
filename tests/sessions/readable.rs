//! Nothing that a person needs is cut: every question, every option and what is said beside it can be read, on the smallest
//! screen too.

use std::collections::BTreeSet;

use serde_json::Value as Json;
use ucplan::catalog::{Templates, speaker};
use ucplan::interview::{Agenda, Answered, Question};
use ucplan::text::{Message, Speaker};
use ucplan::tui::event::Event;

use crate::common::plans;
use crate::stage::whole::squeezed;
use crate::stage::{Look, NARROW, SMALL, Scene, Size, Stage, rows};

/// The half of the screen with the question in it, without blanks and borders.
fn page(stage: &mut Stage, size: Size) -> String {
    let left = if size.0 < 74 { 0 } else { 22 };
    let buffer = stage.buffer();
    let cells = rows(&buffer).flatten().filter(|(x, _)| *x >= left);
    squeezed(&cells.map(|(_, cell)| cell.symbol()).collect::<String>())
}

/// What has to be read at a question, beside its own words.
fn options(question: &Question, templates: &Templates, words: &Speaker) -> Vec<[String; 2]> {
    let offered = question.offered(templates).unwrap_or_default();
    let told = |value: &Json| {
        let word = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let remark = question.remark(&word);
        let label = if question.names(&word) { words.say(&question.option(&word)) } else { String::new() };
        [label, if words.knows(remark.key()) { words.say(&remark) } else { String::new() }]
    };
    offered.iter().map(told).collect()
}

/// What can't be read at a question.
fn cut(question: &Question, stage: &mut Stage, size: Size, words: &Speaker) -> Vec<String> {
    // Nobody waits for what an answer would change: it is not what is read here.
    stage.hurry("<F7>");
    stage.program.feed(Event::Paste(question.path.as_str().to_owned()));
    stage.hurry("<Enter>");
    let mut cut = Vec::new();
    let options = options(question, &Templates::default(), words);
    let mut wanted = vec![words.say(&question.words())];
    if !question.is_required && question.items.is_empty() {
        wanted.push(words.say(&Message::new("interview-open")));
    }
    // The first rows may be out of sight: the cursor begins at the answer.
    let up = "<Up>".repeat(options.len());
    stage.hurry(&up);
    let mut seen = page(stage, size);
    for _ in 0..options.len() + 2 {
        let here = page(stage, size);
        let at = here.find('▸').map_or("", |at| &here[at..]);
        for [label, remark] in options.iter().filter(|[label, _]| !label.is_empty()) {
            let begins = squeezed(label);
            let is_here = at.chars().skip(2).collect::<String>().starts_with(&begins);
            if is_here && !here.contains(&squeezed(remark)) {
                cut.push(format!("{}: {remark:?} beside {label:?}", question.path));
            }
        }
        seen += &here;
        stage.hurry("<Down>");
    }
    wanted.extend(options.into_iter().map(|[label, _]| label));
    let missing = wanted.into_iter().filter(|text| !seen.contains(&squeezed(text)));
    cut.extend(missing.map(|text| format!("{}: {text:?}", question.path)));
    cut.dedup();
    cut
}

#[test]
fn every_question_and_option_can_be_read() {
    let (words, templates) = (speaker("en").unwrap(), Templates::default());
    let mut known = BTreeSet::new();
    let mut faults = Vec::new();
    for (number, (name, text)) in plans().iter().enumerate() {
        let now = Answered::read(text, &templates).unwrap();
        let agenda = Agenda::of(&now.plan);
        let asked = agenda.questions().iter().filter(|question| question.is_asked());
        let fresh: Vec<&Question> =
            asked.filter(|question| known.insert(question.words().key().to_owned())).collect();
        if fresh.is_empty() {
            continue;
        }
        for size in [NARROW, SMALL] {
            let scene = Scene::with_plan(&format!("readable-{number}-{}", size.0), text);
            let mut stage = scene.open(Some("plan.yaml"), size, Look::Plain);
            for question in &fresh {
                let cut = cut(question, &mut stage, size, &words);
                faults.extend(cut.into_iter().map(|cut| format!("{name} at {size:?}: {cut}")));
            }
        }
    }
    assert!(known.len() > 100, "{} questions", known.len());
    assert!(faults.is_empty(), "{} are cut:\n{}", faults.len(), faults.join("\n"));
}
