//! `ucplan show`: what the plan requires, as Markdown tables or as one JSON document.

use comfy_table::{Table, presets::ASCII_MARKDOWN};

use super::load::load;
use super::report::Failure;
use super::{Exit, Shell, arguments, check};
use crate::artifact::{RequirementsPart, requirements_json};
use crate::plan::Path;
use crate::requirement::{Reason, Requirements, Row};
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
            let rows = rows(shell, *part, &blueprint.requirements);
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

fn table(shell: &Shell, part: RequirementsPart, rows: Vec<Vec<String>>) -> Table {
    let mut table = Table::new();
    table.load_preset(ASCII_MARKDOWN);
    let head = shell.speaker.say(&Message::new(format!("part-{}.columns", part.word())));
    table.set_header(head.split('|').map(str::trim).collect::<Vec<_>>());
    for row in rows {
        table.add_row(row.into_iter().map(|cell| cell.replace('|', "\\|")).collect::<Vec<_>>());
    }
    table
}

fn rows(shell: &Shell, part: RequirementsPart, requirements: &Requirements) -> Vec<Vec<String>> {
    let say = |message: &Message| shell.speaker.say(message);
    match part {
        RequirementsPart::Dns => with_reasons(&requirements.dns, |record| {
            let level = serde_word(&record.level);
            vec![
                record.view.word().into(),
                record.zone.to_string(),
                record.name.to_string(),
                record.data.kind().into(),
                record.data.to_string(),
                level,
            ]
        }),
        RequirementsPart::Certificates => certificate_names(requirements),
        RequirementsPart::Publishing => with_reasons(&requirements.publishing, |rule| {
            let route = &rule.route;
            vec![
                route.proxy.to_string(),
                rule.public_name.to_string(),
                route.listen_port.to_string(),
                route.target.to_string(),
                route.target_port.to_string(),
                route.paths.join(" "),
            ]
        }),
        RequirementsPart::Firewall => with_reasons(&requirements.firewall, |rule| {
            let level = serde_word(&rule.level);
            vec![
                rule.from.to_string(),
                rule.to.to_string(),
                format!("tcp {}", rule.port),
                level,
                say(&rule.purpose),
            ]
        }),
        RequirementsPart::Balancing => Vec::new(),
        RequirementsPart::Commands => with_reasons(&requirements.commands, |command| {
            vec![command.stage.word().into(), say(&command.place()), command.call.to_string()]
        }),
        RequirementsPart::Findings => with_reasons(&requirements.findings, |finding| {
            let severity = say(&Message::new(finding.severity.key()));
            vec![severity, finding.path.clone(), say(&finding.message), say(&finding.fix())]
        }),
    }
}

fn with_reasons<B>(rows: &[Row<B>], cells: impl Fn(&B) -> Vec<String>) -> Vec<Vec<String>> {
    rows.iter()
        .map(|row| {
            let mut cells = cells(&row.body);
            cells.push(why(&row.reason));
            cells
        })
        .collect()
}

fn certificate_names(requirements: &Requirements) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for row in &requirements.certificates {
        let certificate = &row.body;
        for name in certificate.names() {
            let mark = if name.name.is(&certificate.subject) { "CN, SAN" } else { "SAN" };
            rows.push(vec![
                certificate.id.clone(),
                certificate.assign_to.join(", "),
                mark.to_owned(),
                name.name.to_string(),
                why(&name.reason),
            ]);
        }
    }
    rows
}

/// The facts and answers behind a row; an open answer among them is marked with a question mark.
fn why(reason: &Reason) -> String {
    let because = reason.because();
    let paths = because.paths().map(Path::as_str).collect::<Vec<_>>().join(", ");
    let mark = if because.is_provisional() { "? " } else { "" };
    format!("{mark}{} ← {paths}", reason.facts().join(" "))
}

fn serde_word<S: serde::Serialize>(value: &S) -> String {
    serde_json::to_value(value).ok().and_then(|json| json.as_str().map(str::to_owned)).unwrap_or_default()
}
