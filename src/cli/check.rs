//! `ucplan check`: findings, worst first, each with its place in the file.

use serde_json::{Value as Json, json};

use super::load::{Loaded, load};
use super::report::Failure;
use super::{Exit, Shell, arguments};
use crate::artifact::{RequirementsPart, requirements_json};
use crate::catalog::fact;
use crate::finding::{Finding, Severity};
use crate::plan::Path;
use crate::requirement::Reason;
use crate::text::Message;

/// A finding and, where a rule of requirements made it, its reason.
pub(super) type Found<'a> = (&'a Finding, Option<&'a Reason>);

pub(super) fn run(shell: &Shell, wanted: &arguments::Check) -> Result<Exit, Failure> {
    let loaded = load(shell, &wanted.plan)?;
    let composition =
        loaded.blueprint.compose(loaded.document.text(), &shell.templates, &shell.speaker, true);
    let others = composition.findings;
    let rows = loaded.blueprint.requirements.findings.iter().map(|row| (&row.body, Some(&*row.reason)));
    let mut found: Vec<Found<'_>> = rows.chain(others.iter().map(|finding| (finding, None))).collect();
    found.sort_by_key(|(finding, _)| (finding.severity, place(&loaded, finding)));
    if wanted.json {
        shell.print(&serde_json::to_string_pretty(&document(shell, &loaded, &others)).unwrap_or_default());
    } else {
        tell(shell, &loaded, &found);
    }
    Ok(exit(&found))
}

/// Findings of severity error decide.
pub(super) fn exit(found: &[Found<'_>]) -> Exit {
    if found.iter().any(|(finding, _)| finding.severity == Severity::Error) {
        Exit::Findings
    } else {
        Exit::Done
    }
}

/// Tells findings to people.
pub(super) fn tell(shell: &Shell, loaded: &Loaded, found: &[Found<'_>]) {
    for (finding, reason) in found {
        let severity = shell.speaker.say(&Message::new(finding.severity.key()));
        let place = place(loaded, finding).map_or_else(
            || loaded.file.display().to_string(),
            |(line, column)| format!("{}:{line}:{column}", loaded.file.display()),
        );
        shell.print(&format!(
            "{place}: {severity}: {} [{}]",
            shell.speaker.say(&finding.message),
            finding.code
        ));
        shell.print(&format!(
            "  {} {}",
            shell.speaker.say(&Message::new("check-fix")),
            shell.speaker.say(&finding.fix())
        ));
        if let Some(reason) = reason {
            let because = reason.because().paths().map(Path::as_str).collect::<Vec<_>>().join(", ");
            let because = Message::new("check-because").with("because", because);
            shell.print(&format!("  {}", shell.speaker.say(&because)));
            for id in reason.facts() {
                let source = fact(id).map(|fact| fact.source.as_str()).unwrap_or_default();
                shell.print(&format!("  {id}: {source}"));
            }
        }
    }
    let count = |severity| found.iter().filter(|(finding, _)| finding.severity == severity).count();
    shell.say(
        &Message::new("check-summary")
            .counting("errors", count(Severity::Error))
            .counting("warnings", count(Severity::Warning))
            .counting("advice", count(Severity::Advice)),
    );
}

fn place(loaded: &Loaded, finding: &Finding) -> Option<(usize, usize)> {
    let path: Path = finding.path.parse().ok()?;
    let span = loaded.document.place_of(&path);
    Some((span.line, span.column))
}

fn document(shell: &Shell, loaded: &Loaded, others: &[Finding]) -> Json {
    let Loaded { blueprint, .. } = loaded;
    let part = Some(RequirementsPart::Findings);
    let mut document = requirements_json(&blueprint.plan, &blueprint.requirements, part, &shell.speaker);
    let mut findings: Vec<Json> = document["findings"].as_array().cloned().unwrap_or_default();
    for (row, json) in blueprint.requirements.findings.iter().zip(&mut findings) {
        if let Some((line, column)) = place(loaded, &row.body) {
            json["line"] = line.into();
            json["column"] = column.into();
        }
    }
    findings.extend(others.iter().map(|finding| {
        json!({
            "code": finding.code,
            "severity": finding.severity,
            "path": finding.path,
            "message": shell.speaker.say(&finding.message),
            "fix": shell.speaker.say(&finding.fix()),
        })
    }));
    document["findings"] = findings.into();
    document
}
