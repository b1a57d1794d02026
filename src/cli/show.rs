//! `ucplan show`: what the plan requires, as Markdown tables or as one JSON document.

use comfy_table::{Table, presets::ASCII_MARKDOWN};

use super::load::load;
use super::report::Failure;
use super::{Exit, Shell, arguments, check};
use crate::artifact::{RequirementsPart, TableRow, requirements_json, table_rows};
use crate::plan::Path;
use crate::requirement::Reason;
use crate::text::Message;

pub(super) fn run(shell: &Shell, wanted: &arguments::Show) -> Result<Exit, Failure> {
    let loaded = load(shell, &wanted.plan)?;
    let blueprint = &loaded.blueprint;
    if wanted.json {
        let document =
            requirements_json(&blueprint.plan, &blueprint.requirements, wanted.part, &shell.speaker);
        shell.print(&serde_json::to_string_pretty(&document).unwrap_or_default());
    } else {
        for part in RequirementsPart::ALL.iter().filter(|part| wanted.part.is_none_or(|only| only == **part))
        {
            shell.print(&format!(
                "## {}\n",
                shell.speaker.say(&Message::new(format!("part-{}", part.word())))
            ));
            let rows = table_rows(*part, &blueprint.requirements, &shell.speaker);
            if rows.is_empty() {
                shell.say(&Message::new(format!("part-{}.none", part.word())));
            } else {
                shell.print(&table(shell, *part, rows, wanted.why));
            }
            shell.print("");
        }
    }
    let found: Vec<_> =
        blueprint.requirements.findings.iter().map(|row| (&row.body, Some(&*row.reason))).collect();
    Ok(check::exit(&found))
}

/// A table of a part, and what is to be said about its rows. It can be pasted into a design document as it is.
fn table(shell: &Shell, part: RequirementsPart, rows: Vec<TableRow>, with_answers: bool) -> String {
    let say = |key: &'static str| shell.speaker.say(&Message::new(key));
    let mut table = Table::new();
    table.load_preset(ASCII_MARKDOWN);
    let columns = shell.speaker.say(&Message::new(format!("part-{}.columns", part.word())));
    let mut head: Vec<String> = columns.split('|').map(|title| title.trim().to_owned()).collect();
    head.pop();
    head.push(say("show-facts"));
    head.extend(with_answers.then(|| say("show-answers")));
    table.set_header(head);
    let mut notes = Vec::new();
    for TableRow { cells, reason } in rows {
        let cells = cells
            .into_iter()
            .map(|cell| if part == RequirementsPart::Findings { piped(&cell) } else { code(&cell) });
        let answers = with_answers.then(|| code(&answers(&reason)));
        table.add_row(cells.chain([facts(&reason, &say("show-provisional"))]).chain(answers));
        for remark in reason.remarks() {
            let remark = shell.speaker.say(remark);
            if !notes.contains(&remark) {
                notes.push(remark);
            }
        }
    }
    let mut text = table.to_string();
    if !notes.is_empty() {
        text.push_str("\n\n");
        text.push_str(&notes.iter().map(|note| format!("- {note}")).collect::<Vec<_>>().join("\n"));
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
fn piped(cell: &str) -> String {
    cell.replace('|', "\\|")
}
