//! Zone files that exist, held against the plan.

use std::path::{Path, PathBuf};

use super::report::Failure;
use super::{Exit, arguments};
use crate::blueprint::Blueprint;
use crate::finding::Severity;
use crate::inspect::{Expected, Zone, ZoneFault, ZoneFinding, judge as judge_zone, origin_of};
use crate::requirement::View;
use crate::text::Message;
use crate::world::read_zone;

/// Something that was found in a zone file.
pub(super) struct InZone {
    /// The file.
    pub(super) file: PathBuf,
    /// What was found there.
    pub(super) found: ZoneFinding,
}

/// Reads the zone files that were named and holds them against the plan: worst first, then by file and line.
pub(super) fn judge(blueprint: &Blueprint, wanted: &arguments::Check) -> Result<Vec<InZone>, Failure> {
    let Blueprint { plan, topology, requirements } = blueprint;
    let expected = Expected { plan, topology, requirements };
    let internal = wanted.internal_zone.iter().map(|file| (View::Internal, file));
    let external = wanted.external_zone.iter().map(|file| (View::External, file));
    let mut all = Vec::new();
    for (view, file) in internal.chain(external) {
        let zone = read(file)?;
        let found = judge_zone(&zone, view, expected);
        all.extend(found.into_iter().map(|found| InZone { file: file.clone(), found }));
    }
    all.sort_by_cached_key(|own| (own.found.finding.severity, own.file.clone(), own.found.line));
    Ok(all)
}

/// Findings of severity error decide.
pub(super) fn exit(in_zones: &[InZone]) -> Exit {
    let is_wrong = in_zones.iter().any(|own| own.found.finding.severity == Severity::Error);
    if is_wrong { Exit::Findings } else { Exit::Done }
}

fn read(file: &Path) -> Result<Zone, Failure> {
    let text = read_zone(file).map_err(Failure::World)?;
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    Zone::read(&text, origin_of(name)).map_err(|ZoneFault { line, message }| {
        let unreadable = Message::new("zone-unreadable").with("file", file.display()).with("line", line);
        let help = message.attribute("help");
        Failure::Request(unreadable.saying("what", message).saying("help", help))
    })
}
