//! `ucplan certificate inspect`: what stands in certificates and requests, a block each.

use serde_json::{Value as Json, json};

use super::super::report::Failure;
use super::super::{Exit, Shell, arguments};
use super::{files, place};
use crate::inspect::certificate::{Attribute, CertificateFile, ExistingCertificate, Kind};
use crate::text::{Message, cells, fit, pad};

pub(super) fn run(shell: &Shell, wanted: &arguments::CertificateInspect) -> Result<Exit, Failure> {
    let files = files(&wanted.files)?;
    if wanted.json {
        let all = files.iter().flat_map(|file| file.all.iter().map(|own| document(&file.name, own)));
        let document = json!({ "format": "ucplan-certificates/v1", "certificates": all.collect::<Vec<_>>() });
        shell.print(&serde_json::to_string_pretty(&document).unwrap_or_default());
    } else {
        for file in &files {
            for own in &file.all {
                show(shell, file, own);
            }
        }
    }
    Ok(Exit::Done)
}

/// Shows one, as a block of rows with their titles in one column.
fn show(shell: &Shell, file: &CertificateFile, own: &ExistingCertificate) {
    let say = |key: &'static str| shell.speaker.say(&Message::new(key));
    let kind = match own.kind {
        Kind::Certificate => say("inspect-certificate"),
        Kind::Request => say("inspect-request"),
    };
    shell.print(&format!("{}: {kind}", place(&file.name, own.line)));
    let rows: Vec<(String, Vec<String>)> = rows(shell, own)
        .into_iter()
        .map(|(key, values)| (say(key), values))
        .filter(|(_, values)| values.iter().any(|value| !value.is_empty()))
        .collect();
    let width = rows.iter().map(|(title, _)| cells(title)).max().unwrap_or_default();
    for (title, values) in rows {
        for (at, value) in values.iter().enumerate() {
            let title = if at == 0 { title.as_str() } else { "" };
            shell.print(&format!("  {}  {}", pad(title, width), fit(value, WIDEST)));
        }
    }
    shell.print("");
}

/// A value gets no wider, in cells: anything may stand in a certificate. `--json` has the whole.
const WIDEST: usize = 300;

/// Each title, by its key, and its values, a line each.
fn rows(shell: &Shell, own: &ExistingCertificate) -> Vec<(&'static str, Vec<String>)> {
    let say = |key: &'static str| shell.speaker.say(&Message::new(key));
    let flags = [(own.is_authority, "inspect-authority"), (own.is_self_signed(), "inspect-self-signed")];
    let notes = flags.iter().filter(|(is_so, _)| *is_so).map(|(_, key)| say(key)).collect();
    let valid = own.valid.map(|(first, last)| {
        shell.speaker.say(&Message::new("inspect-valid-span").with("first", first).with("last", last))
    });
    vec![
        ("inspect-subject", vec![in_words(&own.subject)]),
        ("inspect-issuer", vec![in_words(&own.issuer)]),
        ("inspect-names", own.names.clone()),
        ("inspect-other-names", own.other_names.clone()),
        ("inspect-valid", valid.into_iter().collect()),
        ("inspect-key", vec![own.key.clone()]),
        ("inspect-signature", vec![own.signature.clone()]),
        ("inspect-key-usage", vec![own.key_usage.clone().unwrap_or_default().join(", ")]),
        ("inspect-extended-key-usage", vec![own.extended_key_usage.clone().unwrap_or_default().join(", ")]),
        ("inspect-crl", own.crl_points.clone()),
        ("inspect-notes", notes),
        ("inspect-serial", vec![own.serial.clone()]),
        ("inspect-thumbprint", vec![own.thumbprint.clone()]),
        ("inspect-fingerprint", vec![own.fingerprint.clone()]),
    ]
}

fn in_words(parts: &[Attribute]) -> String {
    parts.iter().map(|part| format!("{}={}", part.name, part.value)).collect::<Vec<_>>().join(", ")
}

fn document(file: &str, own: &ExistingCertificate) -> Json {
    json!({
        "file": file,
        "line": own.line,
        "kind": own.kind,
        "form": own.form,
        "subject": own.subject,
        "issuer": own.issuer,
        "names": own.names,
        "other_names": own.other_names,
        "not_before": own.valid.map(|(first, _)| first),
        "not_after": own.valid.map(|(_, last)| last),
        "key": own.key,
        "signature": own.signature,
        "key_usage": own.key_usage,
        "extended_key_usage": own.extended_key_usage,
        "crl_points": own.crl_points,
        "is_authority": own.is_authority,
        "is_self_issued": own.is_self_issued,
        "is_self_signed": own.is_self_signed(),
        "serial": own.serial,
        "thumbprint": own.thumbprint,
        "fingerprint": own.fingerprint,
    })
}
