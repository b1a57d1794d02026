//! `ucplan generate`: all artifacts, whole or not at all; what changes is told first.

use std::ops::ControlFlow;
use std::path::Path;

use super::check::{self, Found};
use super::load::{Loaded, from_text, load};
use super::report::Failure;
use super::{Exit, Shell, arguments};
use crate::artifact::{Change, Changes, Refused};
use crate::catalog::{samples, speaker};
use crate::finding::{Finding, Severity};
use crate::text::Message;
use crate::world::{NotGenerated, Order, passphrase, prepare, read_passphrase};

/// The sample that is generated where no plan is named.
const SAMPLE: &str = "two-domains";

pub(super) fn run(shell: &Shell, wanted: &arguments::Generate) -> Result<Exit, Failure> {
    let loaded = if let Some(plan) = &wanted.plan {
        load(shell, plan)?
    } else {
        shell.say(&Message::new("generate-sample").with("name", SAMPLE));
        let sample = samples().into_iter().find(|sample| sample.name == SAMPLE);
        let text = sample.map_or("", |sample| sample.text);
        from_text(shell, Path::new(&format!("{SAMPLE}.yaml")), text)?
    };
    let plan = &loaded.blueprint.plan;
    let words = speaker(plan.language.given().value().word()).map_err(Failure::Fault)?;
    let composition =
        loaded.blueprint.compose(loaded.document.text(), &shell.templates, &words, wanted.draft);
    if let Some(exit) = refuse(shell, &loaded, &composition.findings, wanted.draft) {
        return Ok(exit);
    }
    check_names(&composition.bundle, &wanted.only)?;
    let passphrase = match &wanted.passphrase_file {
        Some(file) => Some(read_passphrase(file).map_err(Failure::World)?),
        None => passphrase(),
    };
    let order = Order {
        bundle: composition.bundle,
        plan,
        out: &wanted.out,
        as_of: wanted.as_of,
        draft: wanted.draft,
        only: &wanted.only,
        force: wanted.force,
        passphrase,
    };
    let prepared = match prepare(order, &mut |_| ControlFlow::Continue(())) {
        Ok(prepared) => prepared,
        Err(NotGenerated::World(error)) => return Err(Failure::World(error)),
        Err(NotGenerated::Edited(refused)) => return Err(Failure::Request(edited(&refused))),
        Err(NotGenerated::Released(out)) => {
            return Err(Failure::Request(Message::new("generate-released").with("out", out.display())));
        }
        Err(NotGenerated::Cancelled) => {
            shell.say(&Message::new("generate-nothing"));
            return Ok(Exit::Refused);
        }
    };
    tell(shell, &prepared.changes);
    if !wanted.dry_run {
        prepared.apply(&mut |_| ()).map_err(Failure::World)?;
    }
    let all = prepared.changes.manifest.files.len();
    let changed = prepared.changes.files.iter().filter(|(_, change)| *change != Change::Keep).count();
    let (end, count) = match (wanted.dry_run, changed, wanted.only.is_empty()) {
        (true, ..) => ("generate-dry-run", all),
        (false, 0, _) => ("generate-unchanged", 0),
        (false, _, true) => ("generate-done", all),
        (false, _, false) => ("generate-done-in-part", changed),
    };
    shell.say(&Message::new(end).with("out", wanted.out.display()).counting("count", count));
    Ok(Exit::Done)
}

/// Nothing is generated while a finding of severity error stands, but for a draft; a template that fails stops both.
fn refuse(shell: &Shell, loaded: &Loaded, others: &[Finding], draft: bool) -> Option<Exit> {
    let rows = &loaded.blueprint.requirements.findings;
    let errors: Vec<Found<'_>> = rows
        .iter()
        .map(|row| (&row.body, Some(&*row.reason)))
        .filter(|(finding, _)| !draft && finding.severity == Severity::Error)
        .chain(others.iter().map(|finding| (finding, None)))
        .collect();
    if check::exit(&errors) == Exit::Done {
        return None;
    }
    check::tell(shell, loaded, &errors);
    shell.say(&Message::new("generate-nothing"));
    Some(Exit::Findings)
}

/// `--only` names artifacts that exist.
fn check_names(bundle: &crate::artifact::Bundle, only: &[String]) -> Result<(), Failure> {
    let mut known: Vec<&str> = bundle.artifacts.iter().map(|artifact| artifact.artifact.as_str()).collect();
    known.sort_unstable();
    known.dedup();
    match only.iter().find(|name| !known.contains(&name.as_str())) {
        None => Ok(()),
        Some(name) => {
            let known = known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            Err(Failure::Request(
                Message::new("generate-unknown-artifact").with("name", name).with("known", known),
            ))
        }
    }
}

fn edited(refused: &[Refused]) -> Message {
    let files = refused.iter().map(|Refused(path)| format!("`{path}`")).collect::<Vec<_>>().join(", ");
    Message::new("generate-edited").with("files", files).counting("count", refused.len())
}

fn tell(shell: &Shell, changes: &Changes) {
    for (path, change) in &changes.files {
        let key = match change {
            Change::Create(_) | Change::Guard(_) => "change-create",
            Change::Replace(_) => "change-replace",
            Change::Force(_) => "change-force",
            Change::Remove => "change-remove",
            Change::Keep => continue,
        };
        shell.say(&Message::new(key).with("path", path));
    }
}
