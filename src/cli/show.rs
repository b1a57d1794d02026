//! `ucplan show`: what the plan requires, as Markdown tables or as one JSON document.

use std::collections::HashMap;
use std::sync::Arc;

use super::load::{Loaded, load};
use super::report::Failure;
use super::{Exit, Shell, arguments, check, journeys};
use crate::artifact::{RequirementsPart, TableRow, requirements_json, table_rows};
use crate::plan::Path;
use crate::requirement::Reason;
use crate::text::{Message, cells};

pub(super) fn run(shell: &Shell, wanted: &arguments::Show) -> Result<Exit, Failure> {
    let loaded = load(shell, &wanted.plan)?;
    let blueprint = &loaded.blueprint;
    let only = match wanted.part {
        Some(arguments::ShownPart::Journeys) => {
            let is_asked = |_, _: &str| true;
            return Ok(if wanted.json {
                journeys::document(shell, &loaded, is_asked)
            } else {
                journeys::tell(shell, &loaded, wanted.why)
            });
        }
        Some(arguments::ShownPart::Requirements(part)) => Some(part),
        None => None,
    };
    if wanted.json {
        let document = requirements_json(&blueprint.plan, &blueprint.requirements, only, &shell.speaker);
        shell.print(&serde_json::to_string_pretty(&document).unwrap_or_default());
    } else {
        for part in RequirementsPart::ALL.iter().filter(|part| only.is_none_or(|only| only == **part)) {
            shell.print(&format!(
                "## {}\n",
                shell.speaker.say(&Message::new(format!("part-{}", part.word())))
            ));
            let rows = table_rows(*part, &blueprint.requirements, &shell.speaker);
            if rows.is_empty() {
                shell.say(&Message::new(format!("part-{}.none", part.word())));
            } else {
                shell.print(&table(shell, *part, rows, wanted.why));
                let legend = Message::new(format!("part-{}.legend", part.word()));
                if shell.speaker.knows(legend.key()) {
                    shell.print("");
                    shell.say(&legend);
                }
            }
            shell.print("");
        }
    }
    Ok(exit(&loaded))
}

/// Findings of severity error decide.
pub(super) fn exit(loaded: &Loaded) -> Exit {
    let findings = loaded.blueprint.requirements.findings.iter();
    check::exit(&findings.map(|row| (&row.body, Some(&*row.reason))).collect::<Vec<_>>())
}

/// A table of a part, and what is to be said about its rows. It can be pasted into a design document as it is.
fn table(shell: &Shell, part: RequirementsPart, rows: Vec<TableRow>, with_answers: bool) -> String {
    let say = |key: &'static str| shell.speaker.say(&Message::new(key));
    let columns = shell.speaker.say(&Message::new(format!("part-{}.columns", part.word())));
    let mut head: Vec<String> = columns.split('|').map(|title| title.trim().to_owned()).collect();
    head.pop();
    head.push(say("show-facts"));
    head.extend(with_answers.then(|| say("show-answers")));
    let provisional = say("show-provisional");
    // Rows of many SIP domains share their reasons: each is told once.
    let mut told: HashMap<*const Reason, Vec<String>> = HashMap::new();
    let mut notes = Vec::new();
    let mut table = vec![head];
    for TableRow { cells, reason, .. } in rows {
        let why = told.entry(Arc::as_ptr(&reason)).or_insert_with(|| {
            for remark in reason.remarks() {
                let remark = shell.speaker.say(remark);
                if !notes.contains(&remark) {
                    notes.push(remark);
                }
            }
            let answers = with_answers.then(|| code(&answers(&reason)));
            [facts(&reason, &provisional)].into_iter().chain(answers).collect()
        });
        let cell = |cell: &String| if part == RequirementsPart::Findings { piped(cell) } else { code(cell) };
        table.push(cells.iter().map(cell).chain(why.iter().cloned()).collect());
    }
    let mut text = markdown(&table);
    if !notes.is_empty() {
        text.push('\n');
        for note in &notes {
            text.extend(["- ", note, "\n"]);
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// A column gets no wider, in cells: a single long cell would fill the others with blanks.
const WIDEST: usize = 100;

/// A Markdown table whose columns are in line; the first row is its head.
pub(super) fn markdown(rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let widest = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cells(cell)).max();
    let widths: Vec<usize> =
        (0..columns).map(|column| widest(column).unwrap_or(0).clamp(3, WIDEST)).collect();
    let mut text = String::new();
    for (at, row) in rows.iter().enumerate() {
        for (cell, width) in row.iter().zip(&widths) {
            text.extend(["| ", cell, &" ".repeat(width.saturating_sub(cells(cell))), " "]);
        }
        text.push_str("|\n");
        if at == 0 {
            for width in &widths {
                text.extend(["|-", &"-".repeat(*width), "-"]);
            }
            text.push_str("|\n");
        }
    }
    text
}

/// The facts behind a row; one that rests on an open answer says so.
fn facts(reason: &Reason, provisional: &str) -> String {
    let facts = reason.facts().join(" ");
    if reason.because().is_provisional() { format!("{facts} ({provisional})") } else { facts }
}

/// The answers behind a row.
fn answers(reason: &Reason) -> String {
    reason.because().paths().map(Path::as_str).collect::<Vec<_>>().join(", ")
}

/// A cell as code where Markdown would take a character of it for a mark.
fn code(cell: &str) -> String {
    let is_marked = cell.contains(['*', '_', '\\', '<', '[', ']', '`', '$', '|', '~', '@', '{']);
    if !is_marked {
        return cell.to_owned();
    }
    let fence = if cell.contains('`') { "``" } else { "`" };
    format!("{fence}{}{fence}", piped(cell))
}

/// A bar would end the cell.
pub(super) fn piped(cell: &str) -> String {
    cell.replace('|', "\\|")
}
