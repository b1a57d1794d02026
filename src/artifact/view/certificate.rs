//! What a template sees of a certificate.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::overview::Listed;
use super::why;
use crate::catalog::Vendor;
use crate::plan::{Because, KeyKind, KeysMade, Plan};
use crate::requirement::{Certificate, CertificateRole, Reason, Row};
use crate::topology::Topology;

/// The reasons of many rows, each told once.
#[derive(Default)]
struct Reasons {
    told: Vec<Json>,
    known: HashMap<*const Reason, usize>,
}

impl Reasons {
    fn index(&mut self, reason: &Arc<Reason>) -> usize {
        *self.known.entry(Arc::as_ptr(reason)).or_insert_with(|| {
            self.told.push(why(reason));
            self.told.len() - 1
        })
    }
}

/// The reverse proxies that run on Windows, by name.
pub(in crate::artifact) struct Holders<'t>(BTreeSet<&'t str>);

impl<'t> Holders<'t> {
    /// Those whose products are among these.
    pub(in crate::artifact) fn of(topology: &'t Topology, windows: &[Vendor]) -> Self {
        let runs_there = |product: &str| windows.iter().any(|vendor| vendor.id == product);
        let proxies = topology.proxies.iter();
        let there = proxies.filter(|proxy| runs_there(proxy.product.given().value().as_str()));
        Self(there.map(|proxy| proxy.name.given().value().as_str()).collect())
    }

    fn has(&self, certificate: &Certificate) -> bool {
        certificate.hosts.iter().any(|host| self.0.contains(host.as_str()))
    }
}

/// A certificate request.
pub(in crate::artifact) fn certificate(row: &Row<Certificate>, plan: &Plan, windows: &Holders<'_>) -> Json {
    let certificate = &row.body;
    let parts = certificate.profile.subject.of(plan, &mut Because::default());
    let name = certificate.profile.has_common_name.then(|| ("CN", certificate.subject.as_str()));
    let texts = parts.iter().map(|(key, _, value)| (*key, value.as_str())).chain(name);
    let x500 = x500(&texts.collect::<Vec<_>>());
    let part = |(key, parameter, value)| json!({ "key": key, "parameter": parameter, "value": value });
    let parts: Vec<Json> = parts.into_iter().map(part).collect();
    let is_server = has_management_shell(certificate.role);
    let (algorithm, size, curve) = kind(certificate.key);
    let mut reasons = Reasons::default();
    let names: Vec<Json> = certificate
        .names()
        .iter()
        .map(|name| json!({ "name": name.name.to_string(), "why": reasons.index(&name.reason) }))
        .collect();
    json!({
        "id": certificate.id,
        "role": certificate.role,
        "hosts": certificate.hosts,
        "assign_to": certificate.assign_to,
        "issuer": certificate.issuer,
        "subject": certificate.subject,
        "has_common_name": certificate.profile.has_common_name,
        "subject_parts": parts,
        "x500": x500,
        "is_server": is_server,
        "is_windows": is_server
            || certificate.role == CertificateRole::CloudConnectorEdge
            || windows.has(certificate),
        "is_made_here": certificate.keys_made == KeysMade::Here,
        "is_exportable": certificate.exportable,
        "requested_on": requested_on(certificate),
        "internal_ca": plan.certificates.internal_ca.given().value().as_ref().map(ToString::to_string),
        "names": names,
        "reasons": reasons.told,
        "algorithm": algorithm,
        "size": size,
        "curve": curve,
        "why": why(&row.reason),
    })
}

/// The algorithm of a key, its bits and its curve.
const fn kind(key: KeyKind) -> (&'static str, u32, &'static str) {
    match key {
        KeyKind::Rsa2048 => ("rsa", 2048, ""),
        KeyKind::Rsa3072 => ("rsa", 3072, ""),
        KeyKind::Rsa4096 => ("rsa", 4096, ""),
        KeyKind::EcdsaP256 => ("ec", 0, "P-256"),
        KeyKind::EcdsaP384 => ("ec", 0, "P-384"),
    }
}

/// Whether its machines have `Request-CsCertificate`. Appliances and gateways have not; a proxy is somebody else's.
const fn has_management_shell(role: CertificateRole) -> bool {
    !matches!(
        role,
        CertificateRole::ReverseProxy | CertificateRole::CloudConnectorEdge | CertificateRole::PstnGateway
    )
}

/// On which machines it is requested: where all servers of a pool share a key, on the first by name (E-170).
fn requested_on(certificate: &Certificate) -> Vec<&str> {
    let hosts = certificate.hosts.iter().map(String::as_str);
    match certificate.role {
        CertificateRole::EdgeExternal
        | CertificateRole::EdgeInternal
        | CertificateRole::CloudConnectorEdge => hosts.min().into_iter().collect(),
        _ => hosts.collect(),
    }
}

/// A subject as Windows reads it: the narrowest part first, and in quotes whatever is more than letters and digits.
fn x500(parts: &[(&str, &str)]) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '-');
    let spelled = parts.iter().rev().map(|(key, text)| {
        // A state has a letter of its own there.
        let key = if *key == "ST" { "S" } else { key };
        if text.chars().all(is_plain) && text.trim() == *text && !text.is_empty() {
            format!("{key}={text}")
        } else {
            format!("{key}=\"{}\"", text.replace('"', "\"\""))
        }
    });
    spelled.collect::<Vec<_>>().join(", ")
}

/// What each way of requesting a certificate makes needless, by the purposes of files: the first that a folder has counts.
const WAYS: [(&str, &[&str]); 4] = [
    ("request-script", &["names", "request-inf", "openssl"]),
    ("request-windows", &["names", "openssl"]),
    ("request", &["names", "openssl"]),
    ("openssl", &["names", "request-inf"]),
];

/// The files of certificates that their owners don't need for the work, by path.
pub(super) fn needless(files: &[Listed]) -> BTreeSet<&str> {
    let mut folders: BTreeMap<&str, Vec<&Listed>> = BTreeMap::new();
    for file in files.iter().filter(|file| file.path.starts_with("certificates/")) {
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        folders.entry(folder).or_default().push(file);
    }
    folders.into_values().flat_map(left_out).map(|file| file.path.as_str()).collect()
}

fn left_out(files: Vec<&Listed>) -> impl Iterator<Item = &Listed> {
    let way = WAYS.iter().find(|(way, _)| files.iter().any(|file| file.purpose == *way));
    let needless = way.map_or(&[][..], |(_, needless)| needless);
    files.into_iter().filter(move |file| needless.contains(&file.purpose.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_quoted_where_windows_would_read_more_than_text() {
        let parts = [("C", "US"), ("ST", "회사"), ("O", " A, \"B\" + c; "), ("CN", "a.example")];
        assert_eq!(x500(&parts), "CN=a.example, O=\" A, \"\"B\"\" + c; \", S=회사, C=US");
        assert_eq!(x500(&[("O", "#AB"), ("OU", "")]), "OU=\"\", O=\"#AB\"");
        assert_eq!(x500(&[]), "");
    }

    #[test]
    fn each_owner_gets_the_files_of_one_way() {
        let file = |path: &str, purpose: &str| Listed {
            audience: "certificates".into(),
            path: format!("certificates/{path}"),
            purpose: purpose.into(),
        };
        let files = [
            file("a/names.txt", "names"),
            file("a/openssl.cnf", "openssl"),
            file("a/request.inf", "request-inf"),
            file("a/request.ps1", "request-script"),
            file("b/request.inf", "request-inf"),
            file("b/request.ps1", "request-windows"),
            file("c/request.inf", "request-inf"),
            file("c/openssl.cnf", "openssl"),
            file("d/openssl.cnf", "openssl"),
            file("d/request.csr", "request"),
            file("d/key.pem", "key"),
        ];
        let left_out = needless(&files);
        let needed: Vec<_> =
            files.iter().map(|file| file.path.as_str()).filter(|path| !left_out.contains(path)).collect();
        let wanted = [
            "a/request.ps1",
            "b/request.inf",
            "b/request.ps1",
            "c/openssl.cnf",
            "d/request.csr",
            "d/key.pem",
        ];
        assert_eq!(needed, wanted.map(|path| format!("certificates/{path}")));
    }
}
