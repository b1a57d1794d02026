//! Requesting and assigning the certificates of Front End servers and Directors (M-112 to M-122).

use std::collections::HashMap;
use std::sync::Arc;

use super::{Call, Command, Stage, Value, add};
use crate::catalog::numbers;
use crate::plan::{Autodiscover, Because, KeyKind, KeysMade, Server, ServerCertificates};
use crate::requirement::certificate::{SubjectParts, has_sign_in_names, server_id};
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::text::Message;
use crate::topology::Pool;
use crate::value::{Fqdn, Thumbprint};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Command>] = &[REQUEST, ASSIGN];

/// One request a server, or three where each type has its own certificate. Where keys are made here, the requests are
/// files and nothing is typed.
const REQUEST: Rule<Command> = Rule {
    id: "command-certificate-request",
    facts: &[
        "M-089", "M-092", "M-105", "M-106", "M-107", "M-108", "M-109", "M-111", "M-112", "M-113", "M-114",
        "M-115", "M-116", "M-117", "M-118", "M-121", "M-122", "M-290", "M-291",
    ],
    make: |premises, maker| {
        let mut because = Because::default();
        if *because.read(&premises.plan.certificates.keys_made) == KeysMade::Here {
            return;
        }
        let mut listed = HashMap::new();
        each_server(premises, &because, &mut |member, types, because| {
            request(premises, maker, member, types, &mut listed, because);
        });
    },
};

/// One assignment for each certificate (M-119, M-120).
const ASSIGN: Rule<Command> = Rule {
    id: "command-certificate-assign",
    facts: &["M-089", "M-112", "M-119", "M-120", "M-121", "M-272"],
    make: |premises, maker| {
        each_server(premises, &Because::default(), &mut |(_, server), types, mut because| {
            let on = because.read(&server.fqdn).clone();
            let id = server_id(&on, types);
            let mut remarks = vec![Message::new("remark-thumbprint")];
            remarks.extend(brought_here(premises, &mut because));
            let thumbprint = known_thumbprint(premises, &id, &mut because);
            add(maker, &because, remarks, assignment(types, thumbprints(types), thumbprint, on));
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

/// The assignment of one certificate on a server, checked by what is in use afterwards (M-112).
pub(super) fn assignment(
    types: &[&str],
    (new, old): (&'static str, &'static str),
    known: Option<Thumbprint>,
    on: Fqdn,
) -> Command {
    let typed = |cmdlet| Call::new(cmdlet).with("Type", texts(types));
    let assign = |thumbprint| typed("Set-CsCertificate").with("Thumbprint", thumbprint);
    let new = known.map_or(Value::Operator(new), |known| Value::Text(known.to_string().into()));
    Command::anywhere(Stage::CertificateAssignments, assign(new), Some(assign(Value::Operator(old))))
        .on(on)
        .checked(typed("Get-CsCertificate"))
}

/// The thumbprint of a certificate that exists and is used again, where the plan says it.
pub(super) fn known_thumbprint(
    premises: &Premises<'_>,
    id: &str,
    because: &mut Because,
) -> Option<Thumbprint> {
    let existing = premises.plan.certificates.reused(id, because)?;
    because.read(&existing.thumbprint).clone()
}

/// Whether a certificate exists and is used again, so that nobody asks for another one.
pub(super) fn is_reused(premises: &Premises<'_>, id: &str, because: &mut Because) -> bool {
    premises.plan.certificates.reused(id, because).is_some()
}

pub(super) fn texts(types: &[&str]) -> Value {
    Value::Texts(types.iter().map(|one| (*one).to_owned()).collect())
}

/// A request for a new certificate of these types.
pub(super) fn new(types: &[&str]) -> Call {
    Call::new("Request-CsCertificate").with("New", Value::Switch).with("Type", texts(types))
}

/// The requests that this server knows of.
pub(super) fn requests() -> Call {
    Call::new("Request-CsCertificate").with("List", Value::Switch)
}

/// How a key that was made here comes to the server, where it was.
pub(super) fn brought_here(premises: &Premises<'_>, because: &mut Because) -> Option<Message> {
    let is_here = *because.read(&premises.plan.certificates.keys_made) == KeysMade::Here;
    is_here.then(|| Message::new("remark-key-made-here"))
}

/// The key and the subject of a request.
pub(super) fn finished(
    premises: &Premises<'_>,
    call: Call,
    signed: SubjectParts,
    because: &mut Because,
) -> Call {
    let kind = *because.read(&premises.plan.certificates.key);
    with_key(premises, call, kind, signed, because)
}

/// A key of this kind and the subject of a request.
pub(super) fn with_key(
    premises: &Premises<'_>,
    call: Call,
    kind: KeyKind,
    signed: SubjectParts,
    because: &mut Because,
) -> Call {
    let call = key(call, kind);
    let parts = signed.of(premises.plan, because);
    parts.into_iter().fold(call, |call, (_, parameter, text)| call.text(parameter, text))
}

/// The names that a request lists, with those of sign-in or without.
type Listed = HashMap<bool, Arc<str>>;

/// A server with its pool.
type Member<'t> = (&'t Pool, &'t Server);

fn each_server(
    premises: &Premises<'_>,
    because: &Because,
    visit: &mut dyn FnMut(Member<'_>, &[&str], Because),
) {
    let mut because = because.clone();
    let types = match because.read(&premises.plan.certificates.front_end) {
        ServerCertificates::Shared => SHARED,
        ServerCertificates::Separate => SEPARATE,
    };
    let pools = premises.topology.pools.iter();
    let mut servers: Vec<Member<'_>> =
        pools.flat_map(|pool| pool.servers.iter().map(move |server| (pool, server))).collect();
    servers.sort_by_key(|(_, server)| server.fqdn.given().value());
    for member in servers {
        for types in types {
            visit(member, types, because.clone());
        }
    }
}

fn request(
    premises: &Premises<'_>,
    maker: &mut Maker<'_, Command>,
    (pool, server): Member<'_>,
    types: &[&str],
    listed: &mut Listed,
    mut because: Because,
) {
    let on = because.read(&server.fqdn).clone();
    if is_reused(premises, &server_id(&on, types), &mut because) {
        return;
    }
    let mut call = new(types)
        .text("CA", authority(premises, &mut because))
        .text("ComputerFqdn", because.read(&server.fqdn));
    call = names(premises, call, pool, types, listed, &mut because);
    call = finished(premises, call, SubjectParts::All, &mut because);
    let remarks = vec![Message::new("remark-internal-authority"), Message::new("remark-friendly-name")];
    let command = Command::anywhere(Stage::CertificateRequests, call, None).on(on);
    add(maker, &because, remarks, command.checked(requests()));
}

/// The internal authority, or where to put it.
pub(super) fn authority(premises: &Premises<'_>, because: &mut Because) -> String {
    let named = because.read(&premises.plan.certificates.internal_ca).as_ref();
    named.map_or_else(|| r"<ca-host>\<ca-name>".to_owned(), ToString::to_string)
}

/// The cmdlet fills in all names but those of Autodiscover and sign-in (M-118): the SIP domains bring them, or wildcards
/// stand for those of Autodiscover (M-088, M-290).
fn names(
    premises: &Premises<'_>,
    call: Call,
    pool: &Pool,
    types: &[&str],
    listed: &mut Listed,
    because: &mut Because,
) -> Call {
    let is_web = types.iter().any(|one| one.starts_with("Web"));
    let is_default = types.contains(&"Default");
    let is_asked = is_web && *because.read(&premises.plan.mobility.autodiscover) == Autodiscover::Automatic;
    if is_asked && *because.read(&premises.plan.certificates.wildcards) {
        let signs_in = is_default && has_sign_in_names(premises, pool, because);
        let domains = because.read(&premises.plan.domains.sip);
        let text = listed.entry(signs_in).or_insert_with(|| {
            let sip =
                domains.iter().filter(|_| signs_in).map(|domain| domain.host(&numbers().sip_host.value));
            let names =
                sip.map(|host| host.to_string()).chain(domains.iter().map(|domain| format!("*.{domain}")));
            names.collect::<Vec<_>>().join(", ").into()
        });
        return call.with("DomainName", Value::Text(Arc::clone(text)));
    }
    if is_asked || (is_default && has_sign_in_names(premises, pool, because)) {
        return call.with("AllSipDomain", Value::Switch);
    }
    call
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
