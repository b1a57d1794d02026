//! Requesting and assigning the certificates of Front End servers and Directors (M-112 to M-122).

use super::{Call, Command, Stage, Value, add};
use crate::plan::{Autodiscover, Because, KeyKind, KeysMade, Server, ServerCertificates, Subject};
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::text::Message;
use crate::topology::Pool;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Command>] = &[REQUEST, ASSIGN];

/// One request a server, or three where each type has its own certificate. Where keys are made here, the requests are
/// files and nothing is typed.
const REQUEST: Rule<Command> = Rule {
    id: "command-certificate-request",
    facts: &[
        "M-089", "M-107", "M-108", "M-111", "M-112", "M-113", "M-115", "M-116", "M-117", "M-118", "M-121",
        "M-122", "M-290",
    ],
    make: |premises, maker| {
        let mut because = Because::default();
        if *because.read(&premises.plan.certificates.keys_made) == KeysMade::Here {
            return;
        }
        each_server(premises, &because, &mut |server, types, because| {
            request(premises, maker, server, types, because);
        });
    },
};

/// One assignment for each certificate (M-119, M-120).
const ASSIGN: Rule<Command> = Rule {
    id: "command-certificate-assign",
    facts: &["M-089", "M-112", "M-119", "M-120", "M-121", "M-272"],
    make: |premises, maker| {
        each_server(premises, &Because::default(), &mut |server, types, mut because| {
            let on = because.read(&server.fqdn).clone();
            let (new, old) = thumbprints(types);
            let assign = |thumbprint| {
                Call::new("Set-CsCertificate")
                    .with("Type", Value::Texts(types.iter().map(|one| (*one).to_owned()).collect()))
                    .with("Thumbprint", Value::Operator(thumbprint))
            };
            let (call, undo) = (assign(new), assign(old));
            let remarks = vec![Message::new("remark-thumbprint")];
            add(
                maker,
                &because,
                remarks,
                Command::anywhere(Stage::CertificateAssignments, call, Some(undo)).on(on),
            );
        });
    },
};

const SHARED: &[&[&str]] = &[&["Default", "WebServicesInternal", "WebServicesExternal"]];
const SEPARATE: &[&[&str]] = &[&["Default"], &["WebServicesInternal"], &["WebServicesExternal"]];

/// The operator's variables for the new and the old thumbprint: each type that has a certificate of its own has its own.
fn thumbprints(types: &[&str]) -> (&'static str, &'static str) {
    match types {
        ["Default"] => ("NewDefaultThumbprint", "OldDefaultThumbprint"),
        ["WebServicesInternal"] => ("NewWebInternalThumbprint", "OldWebInternalThumbprint"),
        ["WebServicesExternal"] => ("NewWebExternalThumbprint", "OldWebExternalThumbprint"),
        _ => ("NewThumbprint", "OldThumbprint"),
    }
}

fn each_server(premises: &Premises<'_>, because: &Because, visit: &mut dyn FnMut(&Server, &[&str], Because)) {
    let mut because = because.clone();
    let types = match because.read(&premises.plan.certificates.front_end) {
        ServerCertificates::Shared => SHARED,
        ServerCertificates::Separate => SEPARATE,
    };
    let mut servers: Vec<&Server> =
        premises.topology.pools.iter().flat_map(|pool: &Pool| &pool.servers).collect();
    servers.sort_by_key(|server| server.fqdn.given().value());
    for server in servers {
        for types in types {
            visit(server, types, because.clone());
        }
    }
}

fn request(
    premises: &Premises<'_>,
    maker: &mut Maker<'_, Command>,
    server: &Server,
    types: &[&str],
    mut because: Because,
) {
    let answers = &premises.plan.certificates;
    let on = because.read(&server.fqdn).clone();
    let authority = because
        .read(&answers.internal_ca)
        .as_ref()
        .map_or_else(|| r"<ca-host>\<ca-name>".to_owned(), ToString::to_string);
    let mut call = Call::new("Request-CsCertificate")
        .with("New", Value::Switch)
        .with("Type", Value::Texts(types.iter().map(|one| (*one).to_owned()).collect()))
        .text("CA", authority)
        .text("ComputerFqdn", because.read(&server.fqdn));
    call = names(premises, call, types, &mut because);
    call = key(call, *because.read(&answers.key));
    call = subject(call, &answers.subject, &mut because);
    add(maker, &because, Vec::new(), Command::anywhere(Stage::CertificateRequests, call, None).on(on));
}

/// The cmdlet fills in all names but those of Autodiscover (M-118): the SIP domains bring them, or wildcards stand for
/// them (M-088, M-290).
fn names(premises: &Premises<'_>, call: Call, types: &[&str], because: &mut Because) -> Call {
    let is_web = types.iter().any(|one| one.starts_with("Web"));
    if !is_web || *because.read(&premises.plan.mobility.autodiscover) != Autodiscover::Automatic {
        return call;
    }
    if *because.read(&premises.plan.certificates.wildcards) {
        let domains = because.read(&premises.plan.domains.sip);
        let names = domains.iter().map(|domain| format!("*.{domain}")).collect::<Vec<_>>().join(", ");
        return call.text("DomainName", names);
    }
    call.with("AllSipDomain", Value::Switch)
}

fn key(call: Call, kind: KeyKind) -> Call {
    match kind {
        KeyKind::Rsa2048 => call.with("KeySize", Value::Number(2048)),
        KeyKind::Rsa3072 => call.with("KeySize", Value::Number(3072)),
        KeyKind::Rsa4096 => call.with("KeySize", Value::Number(4096)),
        KeyKind::EcdsaP256 => call.text("KeyAlg", "ECDH_P256"),
        KeyKind::EcdsaP384 => call.text("KeyAlg", "ECDH_P384"),
    }
}

fn subject(call: Call, subject: &Subject, because: &mut Because) -> Call {
    let parts = subject.parts(because);
    parts.into_iter().fold(call, |call, (_, parameter, text)| call.text(parameter, text))
}
