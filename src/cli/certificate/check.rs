//! `ucplan certificate check`: certificates and requests that exist, held against what a plan requires.

use serde_json::{Value as Json, json};

use super::super::check::{tell_facts, tell_one, told};
use super::super::load::{Loaded, load};
use super::super::report::Failure;
use super::super::{Exit, Shell, arguments};
use super::{files, place};
use crate::inspect::Expected;
use crate::inspect::certificate::{
    CertificateFile, ExistingCertificate, Judged, Kind, Report, Verdict, judge,
};
use crate::plan::nearest;
use crate::text::Message;

pub(super) fn run(shell: &Shell, wanted: &arguments::CertificateCheck) -> Result<Exit, Failure> {
    let loaded = load(shell, &wanted.plan)?;
    let blueprint = &loaded.blueprint;
    let only = wanted.only.as_deref();
    if let Some(unknown) = only.and_then(|id| unknown(&loaded, id)) {
        return Err(Failure::Request(unknown));
    }
    let files = files(&wanted.files)?;
    let expected = Expected {
        plan: &blueprint.plan,
        topology: &blueprint.topology,
        requirements: &blueprint.requirements,
    };
    let report = judge(&files, expected, only);
    if wanted.json {
        let document = document(shell, &loaded, &files, &report);
        shell.print(&serde_json::to_string_pretty(&document).unwrap_or_default());
    } else {
        tell(shell, &loaded, &files, &report);
    }
    Ok(if report.is_wrong() { Exit::Findings } else { Exit::Done })
}

/// The plan requires no certificate of this identity.
fn unknown(loaded: &Loaded, id: &str) -> Option<Message> {
    let ids = || loaded.blueprint.requirements.certificates.iter().map(|row| row.body.id.as_str());
    if ids().any(|known| known == id) {
        return None;
    }
    let unknown = Message::new("certificate-unknown-id").with("id", id);
    let known = ids().collect::<Vec<_>>().join(", ");
    Some(match nearest(id, ids()) {
        Some(nearest) => unknown.saying("hint", Message::new("explain-nearest").with("nearest", nearest)),
        None => unknown.saying("hint", Message::new("certificate-known-ids").with("known", known)),
    })
}

fn own<'f>(files: &'f [CertificateFile], judged: &Judged) -> (String, &'f ExistingCertificate) {
    let file = &files[judged.file];
    let own = &file.all[judged.at];
    (place(&file.name, own.line), own)
}

fn tell(shell: &Shell, loaded: &Loaded, files: &[CertificateFile], report: &Report) {
    for judged in &report.judged {
        tell_judged(shell, files, judged);
    }
    shell.say(
        &Message::new("certificate-required").with("go-live", loaded.blueprint.plan.go_live.given().value()),
    );
    for required in &report.required {
        let message = match required.best.map(|best| &report.judged[best]) {
            Some(best) => verdict(best.verdict, own(files, best).1.kind).with("id", &required.id),
            None => Message::new("verdict-missing").with("id", &required.id),
        };
        let by = required.best.map(|best| own(files, &report.judged[best]).0).unwrap_or_default();
        let line = format!("  {}: {}  {by}", required.id, shell.speaker.say(&message));
        shell.print(line.trim_end());
    }
}

/// Tells of one: for what it is, how its names fit, what was found, and the verdict.
fn tell_judged(shell: &Shell, files: &[CertificateFile], judged: &Judged) {
    let (at, own) = own(files, judged);
    let title = Message::new(if judged.requirement.is_some() {
        "certificate-for"
    } else {
        "certificate-for-nothing"
    });
    let id = judged.requirement.clone().unwrap_or_default();
    shell.print(&format!("{at}: {}", shell.speaker.say(&title.with("title", own.title()).with("id", id))));
    if judged.requirement.is_some() {
        let counts = Message::new("certificate-names")
            .counting("kept", judged.names.kept.len())
            .counting("missing", judged.names.missing.len())
            .counting("surplus", judged.names.surplus.len());
        shell.print(&format!("  {}", shell.speaker.say(&counts)));
        let lists = [("-", &judged.names.missing), ("+", &judged.names.surplus)];
        for (sign, names) in lists {
            for name in names {
                shell.print(&format!("    {sign} {name}"));
            }
        }
    }
    for found in &judged.findings {
        tell_one(shell, &at, &found.finding);
        tell_facts(shell, found.facts);
    }
    let verdict = shell.speaker.say(&verdict(judged.verdict, own.kind));
    shell.print(&format!(
        "  {}\n",
        shell.speaker.say(&Message::new("certificate-verdict").with("verdict", verdict))
    ));
}

/// A verdict in words; a request is sent, not used again.
fn verdict(verdict: Verdict, kind: Kind) -> Message {
    Message::new(match (verdict, kind) {
        (Verdict::Reuse, Kind::Certificate) => "verdict-reuse",
        (Verdict::ReuseWithRemarks, Kind::Certificate) => "verdict-reuse-with-remarks",
        (Verdict::Replace, Kind::Certificate) => "verdict-replace",
        (Verdict::Reuse, Kind::Request) => "verdict-send",
        (Verdict::ReuseWithRemarks, Kind::Request) => "verdict-send-with-remarks",
        (Verdict::Replace, Kind::Request) => "verdict-request-again",
        (Verdict::NotNeeded, _) => "verdict-not-needed",
    })
}

fn document(shell: &Shell, loaded: &Loaded, files: &[CertificateFile], report: &Report) -> Json {
    let plan = &loaded.blueprint.plan;
    let mut judged: Vec<Json> =
        report.judged.iter().map(|judged| judged_json(shell, files, judged)).collect();
    judged.sort_by_cached_key(|json| {
        let text = |key: &str| json[key].as_str().unwrap_or_default().to_owned();
        (text("file"), json["line"].as_u64(), text("fingerprint"), text("requirement"))
    });
    let required: Vec<Json> = report
        .required
        .iter()
        .map(|required| {
            let best = required.best.map(|best| &report.judged[best]);
            json!({
                "id": required.id,
                "verdict": best.map_or(json!("request"), |best| json!(best.verdict)),
                "file": best.map(|best| &files[best.file].name),
                "fingerprint": best.map(|best| &own(files, best).1.fingerprint),
            })
        })
        .collect();
    json!({
        "format": "ucplan-certificate-check/v1",
        "go_live": plan.go_live.given().value(),
        "certificates": judged,
        "required": required,
    })
}

fn judged_json(shell: &Shell, files: &[CertificateFile], judged: &Judged) -> Json {
    let (_, own) = own(files, judged);
    let findings = judged.findings.iter().map(|found| {
        let mut json = told(shell, &found.finding);
        json["facts"] = json!(found.facts);
        json.as_object_mut().map(|json| json.shift_remove("path"));
        json
    });
    json!({
        "file": files[judged.file].name,
        "line": own.line,
        "kind": own.kind,
        "fingerprint": own.fingerprint,
        "thumbprint": own.thumbprint,
        "requirement": judged.requirement,
        "verdict": judged.verdict,
        "names": judged.names,
        "findings": findings.collect::<Vec<_>>(),
    })
}
