//! `ucplan check`: findings, worst first, each with its place in the plan file, or in a zone file that is held against it.

use serde_json::{Value as Json, json};

use super::load::{Loaded, load};
use super::report::Failure;
use super::zones::{self, InZone};
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
    let in_zones = zones::judge(&loaded.blueprint, wanted)?;
    let others = loaded.blueprint.template_faults(&shell.templates, &shell.speaker);
    let rows = loaded.blueprint.requirements.findings.iter().map(|row| (&row.body, Some(&*row.reason)));
    let mut found: Vec<Found<'_>> = rows.chain(others.iter().map(|finding| (finding, None))).collect();
    found.sort_by_key(|(finding, _)| (finding.severity, place(&loaded, finding)));
    if wanted.json {
        let document = document(shell, &loaded, &others, &in_zones);
        shell.print(&serde_json::to_string_pretty(&document).unwrap_or_default());
    } else {
        tell_all(shell, &loaded, &found, &in_zones);
    }
    Ok(exit(&found).max(zones::exit(&in_zones)))
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
    tell_all(shell, loaded, found, &[]);
}

/// Tells findings to people, of each severity those of the plan before those of zone files.
fn tell_all(shell: &Shell, loaded: &Loaded, found: &[Found<'_>], in_zones: &[InZone]) {
    let mut counts = [0; 3];
    for (count, severity) in counts.iter_mut().zip([Severity::Error, Severity::Warning, Severity::Advice]) {
        for (finding, reason) in found.iter().filter(|(finding, _)| finding.severity == severity) {
            *count += 1;
            let file = loaded.file.display();
            let at = place(loaded, finding)
                .map_or_else(|| file.to_string(), |(line, column)| format!("{file}:{line}:{column}"));
            tell_one(shell, &at, finding);
            if let Some(reason) = reason {
                let because = reason.because().paths().map(Path::as_str).collect::<Vec<_>>().join(", ");
                let because = Message::new("check-because").with("because", because);
                shell.print(&format!("  {}", shell.speaker.say(&because)));
                tell_facts(shell, reason.facts());
            }
        }
        for own in in_zones.iter().filter(|own| own.found.finding.severity == severity) {
            *count += 1;
            tell_one(shell, &format!("{}:{}", own.file.display(), own.found.line), &own.found.finding);
            tell_facts(shell, own.found.facts);
        }
    }
    shell.say(
        &Message::new("check-summary")
            .counting("errors", counts[0])
            .counting("warnings", counts[1])
            .counting("advice", counts[2]),
    );
}

pub(super) fn tell_one(shell: &Shell, at: &str, finding: &Finding) {
    let severity = shell.speaker.say(&Message::new(finding.severity.key()));
    shell.print(&format!("{at}: {severity}: {} [{}]", shell.speaker.say(&finding.message), finding.code));
    let fix = shell.speaker.say(&Message::new("check-fix"));
    shell.print(&format!("  {fix} {}", shell.speaker.say(&finding.fix())));
}

pub(super) fn tell_facts(shell: &Shell, ids: &[&str]) {
    for id in ids {
        let source = fact(id).map(|fact| fact.source.as_str()).unwrap_or_default();
        shell.print(&format!("  {id}: {source}"));
    }
}

fn place(loaded: &Loaded, finding: &Finding) -> Option<(usize, usize)> {
    let path: Path = finding.path.parse().ok()?;
    let span = loaded.document.place_of(&path);
    Some((span.line, span.column))
}

fn document(shell: &Shell, loaded: &Loaded, others: &[Finding], in_zones: &[InZone]) -> Json {
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
    findings.extend(others.iter().map(|finding| told(shell, finding)));
    findings.extend(in_zones.iter().map(|own| {
        let mut json = told(shell, &own.found.finding);
        json["facts"] = json!(own.found.facts);
        json["file"] = own.file.display().to_string().into();
        json["line"] = own.found.line.into();
        json
    }));
    document["findings"] = findings.into();
    document
}

pub(super) fn told(shell: &Shell, finding: &Finding) -> Json {
    json!({
        "code": finding.code,
        "severity": finding.severity,
        "path": finding.path,
        "message": shell.speaker.say(&finding.message),
        "fix": shell.speaker.say(&finding.fix()),
    })
}
