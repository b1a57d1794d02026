//! What a template sees of a certificate.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::why;
use crate::plan::{Because, KeyKind, Plan};
use crate::requirement::{Certificate, Reason, Row};

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

/// A certificate request.
pub(in crate::artifact) fn certificate(row: &Row<Certificate>, plan: &Plan) -> Json {
    let certificate = &row.body;
    let parts = certificate.profile.subject.of(plan, &mut Because::default());
    let parts: Vec<Json> =
        parts.into_iter().map(|(key, _, value)| json!({ "key": key, "value": value })).collect();
    let (algorithm, size, curve) = match certificate.key {
        KeyKind::Rsa2048 => ("rsa", 2048, ""),
        KeyKind::Rsa3072 => ("rsa", 3072, ""),
        KeyKind::Rsa4096 => ("rsa", 4096, ""),
        KeyKind::EcdsaP256 => ("ec", 0, "P-256"),
        KeyKind::EcdsaP384 => ("ec", 0, "P-384"),
    };
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
        "names": names,
        "reasons": reasons.told,
        "algorithm": algorithm,
        "size": size,
        "curve": curve,
        "why": why(&row.reason),
    })
}
