//! `ucplan catalog`: the embedded templates, a copy of one to be changed, and what the user's own change.

use std::path::Path;

use similar::TextDiff;

use super::arguments::CatalogDeed;
use super::report::Failure;
use super::{Exit, Shell};
use crate::catalog::{OverrideFault, Standing, Templates, key_text, template_file, template_paths};
use crate::plan::nearest;
use crate::text::Message;
use crate::world::{WorldError, export, export_keys};

/// The key table of the screen: no template, and copied out like one.
const KEYS: &str = "keys.yaml";

/// Lines around a change that are shown with it.
const AROUND: usize = 3;

pub(super) fn run(shell: &Shell, deed: &CatalogDeed) -> Result<Exit, Failure> {
    match deed {
        CatalogDeed::List => list(shell),
        CatalogDeed::Export { path } if path == KEYS => {
            let place = export_keys(config(shell)?, key_text()).map_err(Failure::World)?;
            shell.say(&Message::new("catalog-exported").with("path", place.display()));
        }
        CatalogDeed::Export { path } => {
            let text = template_file(path).ok_or_else(|| Failure::Request(unknown(path)))?;
            let config = config(shell)?;
            let place = export(config, path, text).map_err(Failure::World)?;
            shell.say(&Message::new("catalog-exported").with("path", place.display()));
            export_partials(shell, config, path).map_err(Failure::World)?;
        }
        CatalogDeed::Diff => return Ok(diff(shell)),
    }
    Ok(Exit::Done)
}

fn config(shell: &Shell) -> Result<&Path, Failure> {
    shell.config.as_deref().ok_or_else(|| Failure::Request(Message::new("catalog-no-config")))
}

/// Copies what a template takes in, but for what was copied before.
fn export_partials(shell: &Shell, config: &Path, path: &str) -> Result<(), WorldError> {
    let embedded = Templates::default();
    let partials = embedded.partials(path);
    if path.ends_with("/manifest.yaml") || partials.contains_key(path) {
        return Ok(());
    }
    for (partial, text) in partials {
        match export(config, &partial, text) {
            Ok(place) => shell.say(&Message::new("catalog-exported").with("path", place.display())),
            Err(WorldError::Exists(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

fn unknown(path: &str) -> Message {
    let near = nearest(path, template_paths().iter().map(String::as_str)).unwrap_or_default();
    Message::new("catalog-unknown").with("path", path).with("nearest", near)
}

/// A path a line, embedded and own; behind those of the user what they are.
fn list(shell: &Shell) {
    let own: Vec<_> = shell.templates.own_files().collect();
    let mut paths: Vec<&str> = template_paths().iter().map(String::as_str).collect();
    paths.push(KEYS);
    paths.extend(own.iter().map(|(path, ..)| *path));
    paths.sort_unstable();
    paths.dedup();
    for path in paths {
        let standing = own.iter().find(|(other, ..)| *other == path).map(|(_, _, standing)| standing);
        match standing {
            None => shell.print(path),
            Some(standing) => shell.print(&format!("{path}  {}", shell.speaker.say(&words(*standing)))),
        }
    }
    for (kind, vendor) in shell.templates.own_vendors() {
        shell.say(
            &Message::new("catalog-own-vendor")
                .with("vendor", vendor.id)
                .with("kind", kind)
                .with("name", vendor.manifest.name),
        );
    }
}

/// What a file of the user's is, in words.
fn words(standing: Standing<'_>) -> Message {
    Message::new(match standing {
        Standing::Replaces(_) => "catalog-replaced",
        Standing::Own => "catalog-own",
        Standing::Unused => "catalog-unused",
    })
}

/// How the user's files differ from the embedded ones whose place they take.
fn diff(shell: &Shell) -> Exit {
    let mut exit = Exit::Done;
    let mut count = 0;
    for (path, text, standing) in shell.templates.own_files() {
        count += 1;
        let told = |key: &'static str| shell.say(&Message::new(key).with("path", path));
        match standing {
            Standing::Replaces(embedded) if embedded == text => told("catalog-same"),
            Standing::Replaces(embedded) => {
                exit = Exit::Findings;
                unified(shell, path, embedded, text);
            }
            Standing::Own => told("catalog-is-own"),
            Standing::Unused => told("catalog-is-unused"),
        }
    }
    for fault in shell.templates.faults() {
        if let OverrideFault::Unreadable { file, reason } = fault {
            shell.say(&Message::new("finding-override-unreadable").with("file", file).with("reason", reason));
        }
    }
    if count == 0 {
        shell.say(&Message::new("catalog-nothing-own"));
    }
    exit
}

fn unified(shell: &Shell, path: &str, embedded: &str, own: &str) {
    let lines = TextDiff::from_lines(embedded, own);
    let (before, after) = (format!("embedded/{path}"), format!("yours/{path}"));
    let text = lines.unified_diff().context_radius(AROUND).header(&before, &after).to_string();
    for line in text.lines() {
        shell.print(line);
    }
}
