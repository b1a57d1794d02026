//! `ucplan certificate budget`: the ways to have fewer names or certificates, as a table that fits a narrow window or as
//! one JSON document.

use serde_json::{Value as Json, json};

use super::load::load;
use super::report::Failure;
use super::{Exit, Shell, arguments};
use crate::interview::{Answered, Budget, Enough, Span, Way, WayKind};
use crate::text::{Message, cells, wrap};

/// The widest line of words.
const WIDEST: usize = 80;

pub(super) fn run(shell: &Shell, wanted: &arguments::CertificateBudget) -> Result<Exit, Failure> {
    let loaded = load(shell, &wanted.plan)?;
    let answered = Answered { document: loaded.document.into(), plan: loaded.blueprint.plan.clone().into() };
    let Some(budget) = Budget::of(&answered.plan, &loaded.blueprint, &|| true) else {
        return Ok(Exit::Done);
    };
    if wanted.json {
        let document = document(shell, &budget, &answered);
        shell.print(&serde_json::to_string_pretty(&document).unwrap_or_default());
        return Ok(Exit::Done);
    }
    tell(shell, &budget.head(), "");
    shell.print("");
    for line in table(shell, &budget) {
        shell.print(&line);
    }
    shell.print("");
    tell(shell, &Message::new("budget-legend"), "");
    for way in &budget.ways {
        for told in way.barred.iter().map(|why| Message::new("budget-barred").saying("why", why.clone())) {
            about(shell, way, &told);
        }
    }
    for (lost, ways) in lost(&budget) {
        let ways: Vec<String> = ways.iter().map(|way| shell.speaker.say(&way.kind.label())).collect();
        let words = Message::new("budget-about").with("way", ways.join(", ")).saying("what", lost.clone());
        tell(shell, &words, "- ");
    }
    Ok(Exit::Done)
}

/// What is lost, each once, with the ways on which it is.
fn lost(budget: &Budget) -> Vec<(&Message, Vec<&Way>)> {
    let mut all: Vec<(&Message, Vec<&Way>)> = Vec::new();
    for way in &budget.ways {
        for lost in &way.lost {
            match all.iter_mut().find(|(known, _)| *known == lost) {
                Some((_, ways)) => ways.push(way),
                None => all.push((lost, vec![way])),
            }
        }
    }
    all
}

/// Says something about a way, in lines of its own.
fn about(shell: &Shell, way: &Way, told: &Message) {
    let words = Message::new("budget-about").saying("way", way.kind.label()).saying("what", told.clone());
    tell(shell, &words, "- ");
}

fn tell(shell: &Shell, words: &Message, lead: &str) {
    let lines = wrap(&shell.speaker.say(words), WIDEST - lead.len());
    for (at, line) in lines.iter().enumerate() {
        let lead = if at == 0 { lead.to_owned() } else { " ".repeat(lead.len()) };
        shell.print(&format!("{lead}{line}"));
    }
}

/// The table: words to the left, numbers to the right.
fn table(shell: &Shell, budget: &Budget) -> Vec<String> {
    let head = shell.speaker.say(&Message::new("budget-columns"));
    let mut rows: Vec<Vec<String>> = vec![head.split('|').map(|title| title.trim().to_owned()).collect()];
    for way in &budget.ways {
        let label = format!("{} {}", way.mark(), shell.speaker.say(&way.kind.label()));
        rows.push([label].into_iter().chain(way.cells(budget.spans)).collect());
    }
    let columns = rows[0].len();
    let width =
        |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cells(cell)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let line = |row: &Vec<String>| {
        let cell = |(at, (cell, width)): (usize, (&String, &usize))| {
            let blanks = " ".repeat(width.saturating_sub(cells(cell)));
            if at == 0 { format!("{cell}{blanks}") } else { format!("{blanks}{cell}") }
        };
        let cells: Vec<String> = row.iter().zip(&widths).enumerate().map(cell).collect();
        cells.join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

fn document(shell: &Shell, budget: &Budget, answered: &Answered) -> Json {
    let span = |span: Span| json!({ "from": span.from, "days": span.days });
    json!({
        "domains": budget.domains,
        "limit": budget.limit,
        "validity": { "go_live": span(budget.spans[0]), "last_rule": span(budget.spans[1]) },
        "ways": budget.ways.iter().map(|way| way_json(shell, way, budget, answered)).collect::<Vec<_>>(),
    })
}

fn way_json(shell: &Shell, way: &Way, budget: &Budget, answered: &Answered) -> Json {
    let say = |message: &Message| shell.speaker.say(message);
    let count = &way.count;
    let per_year = |span: Span| {
        let tenths = span.renewals(count.signed());
        f64::from(u32::try_from(tenths).unwrap_or(u32::MAX)) / 10.0
    };
    let answers = way.kind.answers(&answered.plan);
    json!({
        "way": way.kind.word(),
        "answers": answers.into_iter().map(|(path, value)| (path.to_string(), value)).collect::<serde_json::Map<_, _>>(),
        "is_current": way.is_current || way.kind == WayKind::AsItIs,
        "names": count.names,
        "certificates": count.certificates,
        "over": count.over,
        "takes": count.takes,
        "renewals_per_year": per_year(budget.spans[0]),
        "renewals_per_year_last_rule": per_year(budget.spans[1]),
        "publishing_rules": count.rules,
        "dns_records": count.records,
        "barred": way.barred.as_ref().map(say),
        "lost": way.lost.iter().map(say).collect::<Vec<_>>(),
        "enough_up_to": match way.growth.enough { Enough::UpTo(most) => Some(most), _ => None },
        "always_enough": way.growth.enough == Enough::Always,
        "fewer_names_from": way.growth.fewer_names_from,
        "fewer_certificates_from": way.growth.fewer_certificates_from,
    })
}
