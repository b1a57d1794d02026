//! Requesting and assigning the certificates of Edge Servers (M-117 to M-122, E-170 to E-175).

use super::certificates::{
    assignment, authority, brought_here, finished, is_reused, known_thumbprint, new, requests,
};
use super::{Call, Command, Stage, Value, add};
use crate::plan::{Because, KeysMade};
use crate::requirement::certificate::{
    EDGE_EXTERNAL, EDGE_INTERNAL, SubjectParts, asked_names, external_id, internal_id, public_subject,
};
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;
use crate::topology::{Edge, Service};
use crate::value::Fqdn;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Command>] = &[REQUEST_EXTERNAL, REQUEST_INTERNAL, ASSIGN];

/// The operator's variables for the new and the old thumbprint of each side.
const EXTERNAL: (&str, &str) = ("NewEdgeExternalThumbprint", "OldEdgeExternalThumbprint");
const INTERNAL: (&str, &str) = ("NewEdgeInternalThumbprint", "OldEdgeInternalThumbprint");

/// The request for a public authority, on the first server of each Edge pool: a file, as that authority is no Windows
/// one. The others get the certificate with its key (E-170).
const REQUEST_EXTERNAL: Rule<Command> = Rule {
    id: "command-certificate-request-edge-external",
    facts: &[
        "M-107", "M-108", "M-110", "M-111", "M-114", "M-117", "M-122", "M-290", "E-170", "E-171", "E-174",
        "E-175",
    ],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            let mut because = Because::default();
            if edge.name(Service::Access, &mut because).is_none() {
                continue;
            }
            let Some(on) = keeper(premises, edge, &mut because) else {
                continue;
            };
            let id = external_id(because.read(&edge.pool.fqdn));
            if is_reused(premises, &id, &mut because) {
                continue;
            }
            let file = format!(r"C:\{id}.req");
            let mut call = new(EDGE_EXTERNAL).text("Output", &file).text("ComputerFqdn", &on);
            let names = asked_names(premises, edge, &mut because);
            if !names.is_empty() {
                call = call.text("DomainName", names.join(", "));
            }
            let mut remarks = vec![Message::new("remark-public-authority-answers").with("file", &file)];
            let signed = public_subject(premises, &mut because);
            call = edge_key(premises, edge, (call, signed), &mut remarks, &mut because);
            let command = Command::anywhere(Stage::CertificateRequests, call, None).on(on);
            add(maker, &because, remarks, command.checked(requests()));
        }
    },
};

/// The request for the internal side, on the first server of each Edge pool (E-173).
const REQUEST_INTERNAL: Rule<Command> = Rule {
    id: "command-certificate-request-edge-internal",
    facts: &[
        "M-105", "M-106", "M-107", "M-108", "M-110", "M-111", "M-117", "M-122", "E-173", "E-174", "E-175",
    ],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            let mut because = Because::default();
            let Some(on) = keeper(premises, edge, &mut because) else {
                continue;
            };
            if is_reused(premises, &internal_id(because.read(&edge.pool.fqdn)), &mut because) {
                continue;
            }
            let mut call =
                new(EDGE_INTERNAL).text("CA", authority(premises, &mut because)).text("ComputerFqdn", &on);
            let mut remarks = vec![
                Message::new("remark-edge-reaches-authority"),
                Message::new("remark-internal-authority"),
            ];
            call = edge_key(premises, edge, (call, SubjectParts::All), &mut remarks, &mut because);
            let command = Command::anywhere(Stage::CertificateRequests, call, None).on(on);
            add(maker, &because, remarks, command.checked(requests()));
        }
    },
};

/// One assignment a side, on every Edge Server: the certificates of a pool are the same on all (E-170).
const ASSIGN: Rule<Command> = Rule {
    id: "command-certificate-assign-edge",
    facts: &["M-111", "M-112", "M-119", "M-120", "E-170", "E-174"],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            for server in &edge.pool.servers {
                let pool = edge.pool.fqdn.given().value();
                let sides = [
                    (EDGE_EXTERNAL, EXTERNAL, external_id(pool)),
                    (EDGE_INTERNAL, INTERNAL, internal_id(pool)),
                ];
                for (types, thumbprints, id) in sides {
                    let mut because = Because::default();
                    if types == EDGE_EXTERNAL && edge.name(Service::Access, &mut because).is_none() {
                        continue;
                    }
                    let on = because.read(&server.fqdn).clone();
                    let mut remarks = vec![Message::new("remark-edge-thumbprint")];
                    remarks.extend(brought_here(premises, &mut because).or_else(|| {
                        let first = first_server(edge, &mut because)?;
                        (first != on).then(|| Message::new("remark-key-from-first").with("first", first))
                    }));
                    let known = known_thumbprint(premises, &id, &mut because);
                    add(maker, &because, remarks, assignment(types, thumbprints, known, on));
                }
            }
        }
    },
};

/// The server that makes the keys of an Edge pool, unless they are made here.
fn keeper(premises: &Premises<'_>, edge: &Edge, because: &mut Because) -> Option<Fqdn> {
    match because.read(&premises.plan.certificates.keys_made) {
        KeysMade::OnTarget => first_server(edge, because),
        KeysMade::Here => None,
    }
}

/// The first Edge Server by name.
fn first_server(edge: &Edge, because: &mut Because) -> Option<Fqdn> {
    because.read(&edge.pool.servers).iter().map(|server| because.read(&server.fqdn)).min().cloned()
}

/// What both requests of an Edge pool end with: a key that may leave the server where others need it too.
fn edge_key(
    premises: &Premises<'_>,
    edge: &Edge,
    (mut call, signed): (Call, SubjectParts),
    remarks: &mut Vec<Message>,
    because: &mut Because,
) -> Call {
    if because.read(&edge.pool.servers).len() > 1 {
        call = call.with("PrivateKeyExportable", Value::Bool(true));
        remarks.push(Message::new("remark-key-for-all").with("pool", because.read(&edge.pool.fqdn)));
    }
    finished(premises, call, signed, because)
}
