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
                shell.print(&table(shell, *part, rows).to_string());
            }
            shell.print("");
        }
    }
    let found: Vec<_> =
        blueprint.requirements.findings.iter().map(|row| (&row.body, Some(&*row.reason))).collect();
    Ok(check::exit(&found))
}

fn table(shell: &Shell, part: RequirementsPart, rows: Vec<TableRow>) -> Table {
    let mut table = Table::new();
    table.load_preset(ASCII_MARKDOWN);
    let head = shell.speaker.say(&Message::new(format!("part-{}.columns", part.word())));
    table.set_header(head.split('|').map(str::trim).collect::<Vec<_>>());
    for TableRow { cells, reason } in rows {
        let cells = cells.into_iter().chain([why(&reason)]);
        table.add_row(cells.map(|cell| cell.replace('|', "\\|")).collect::<Vec<_>>());
    }
    table
}

/// The facts and answers behind a row; an open answer among them is marked with a question mark.
fn why(reason: &Reason) -> String {
    let because = reason.because();
    let paths = because.paths().map(Path::as_str).collect::<Vec<_>>().join(", ");
    let mark = if because.is_provisional() { "? " } else { "" };
    format!("{mark}{} ← {paths}", reason.facts().join(" "))
}
