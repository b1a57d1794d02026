//! What the rules on certificates find, a function each.

use super::algorithm::is_known_key;
use super::body::{
    CLIENT_USAGE, ExistingCertificate, Form, Kind, SERVER_USAGE, Signature, SignatureFamily, in_words,
};
use super::look::{Found, Held, Look};
use crate::catalog::{numbers, validity};
use crate::finding::Severity;

/// A name or an authority that no requirement knows.
pub(super) fn not_of_plan(look: &Look<'_>) -> Option<Found> {
    let own = look.own();
    (look.held.is_none() && !own.is_authority).then(|| Found::of(own.title()))
}

pub(super) fn authority(look: &Look<'_>) -> Option<Found> {
    let own = look.own();
    own.is_authority.then(|| Found::of(own.title()))
}

pub(super) fn names_missing(_: &Look<'_>, held: &Held<'_>) -> Option<Found> {
    Some(Found::list(&held.fit.missing)?.by(held.demands.names))
}

pub(super) fn names_surplus(_: &Look<'_>, held: &Held<'_>) -> Option<Found> {
    let found = Found::list(&held.fit.surplus)?;
    Some(if held.demands.names.contains(&"E-173") { found } else { found.by(&["D-004"]) })
}

pub(super) fn expired(look: &Look<'_>, _: &Held<'_>) -> Option<Found> {
    let (_, last) = look.own().valid?;
    (last < look.go_live).then(|| Found::of(last.to_string()))
}

pub(super) fn expires_soon(look: &Look<'_>, _: &Held<'_>) -> Option<Found> {
    let (_, last) = look.own().valid?;
    let safe = look.go_live.days_later(numbers().expires_soon.value);
    (look.go_live <= last && last < safe).then(|| Found::of(last.to_string()))
}

pub(super) fn not_yet_valid(look: &Look<'_>, _: &Held<'_>) -> Option<Found> {
    let (first, _) = look.own().valid?;
    (look.go_live < first).then(|| Found::of(first.to_string()))
}

/// What a public authority may sign is limited by the day of issue; more than that is no public certificate, or one that
/// clients refuse.
pub(super) fn valid_too_long(look: &Look<'_>, held: &Held<'_>) -> Option<Found> {
    let (first, last) = look.own().valid.filter(|_| held.is_public())?;
    let most = validity(first).days;
    let days = first.days_until(last);
    (days > i64::from(most)).then(|| Found { count: usize::from(most), ..Found::of(days.to_string()) })
}

pub(super) fn key_short(look: &Look<'_>, held: &Held<'_>) -> Option<Found> {
    let bits = look.own().rsa_bits.filter(|bits| *bits < numbers().rsa_bits.value)?;
    let found = Found::of(&look.own().key);
    Some(if held.demands.long_key {
        found.by(&["X-020"])
    } else if held.is_public() || bits < numbers().rsa_bits_least.value {
        found.by(&["M-107"])
    } else {
        found.by(&["M-107"]).rated(Severity::Warning)
    })
}

pub(super) fn key_unknown(look: &Look<'_>, _: &Held<'_>) -> Option<Found> {
    let own = look.own();
    (!is_known_key(&own.key, own.rsa_bits)).then(|| Found::of(&own.key))
}

pub(super) fn signature_pss(look: &Look<'_>, _: &Held<'_>) -> Option<Found> {
    let own = look.own();
    (own.signature_family == SignatureFamily::Pss).then(|| Found::of(&own.signature))
}

pub(super) fn signature_unsupported(look: &Look<'_>, _: &Held<'_>) -> Option<Found> {
    let own = look.own();
    (own.signature_family == SignatureFamily::Other).then(|| Found::of(&own.signature))
}

pub(super) fn signature_sha1(look: &Look<'_>, held: &Held<'_>) -> Option<Found> {
    let own = look.own();
    let severity = if held.is_public() { Severity::Error } else { Severity::Warning };
    let is_weak = own.signature_family == SignatureFamily::Sha1;
    is_weak.then(|| Found::of(&own.signature).rated(severity))
}

/// A request may leave the usage to the authority; one that names others will not get it.
pub(super) fn usage_server_missing(look: &Look<'_>, _: &Held<'_>) -> Option<Found> {
    let own = look.own();
    let is_left = own.kind == Kind::Request && own.extended_key_usage.is_none();
    let usages = own.extended_key_usage.as_deref().unwrap_or_default().join(", ");
    (!own.is_for(SERVER_USAGE) && !is_left)
        .then(|| Found::of(if usages.is_empty() { "-".to_owned() } else { usages }))
}

/// Asking for it is worse than having it: the authority refuses the request, or drops it.
pub(super) fn usage_client(look: &Look<'_>, held: &Held<'_>) -> Option<Found> {
    let own = look.own();
    let severity = if own.kind == Kind::Request { Severity::Warning } else { Severity::Advice };
    (held.is_public() && own.is_for(CLIENT_USAGE)).then(|| Found::of(CLIENT_USAGE).rated(severity))
}

pub(super) fn key_usage(look: &Look<'_>, _: &Held<'_>) -> Option<Found> {
    const NEEDED: &str = "digital-signature";
    let usages = look.own().key_usage.as_ref()?;
    (!usages.contains(&NEEDED)).then(|| Found::of(usages.join(", ")))
}

pub(super) fn no_crl(look: &Look<'_>, held: &Held<'_>) -> Option<Found> {
    let own = look.own();
    own.crl_points.is_empty().then(|| Found::of(own.title()).rated(held.demands.no_crl))
}

pub(super) fn self_signed(look: &Look<'_>, _: &Held<'_>) -> Option<Found> {
    let own = look.own();
    own.is_self_signed().then(|| Found::of(own.title()))
}

pub(super) fn chain_order(look: &Look<'_>, _: &Held<'_>) -> Option<Found> {
    let titles: Vec<String> = look.leaf.steps.iter().map(|at| look.file[*at].title()).collect();
    look.leaf.is_out_of_order(look.file).then(|| Found::of(titles.join(", ")))
}

/// A public authority never signs with its root, so something stands between. Inside, the servers know their authority.
pub(super) fn chain_incomplete(look: &Look<'_>, held: &Held<'_>) -> Option<Found> {
    let top = look.leaf.top(look.file);
    let is_alone = held.is_public() && look.leaf.steps.len() == 1;
    let has_loose_root = !loose_roots(look).is_empty();
    let is_open = !top.is_self_issued && (is_alone || has_loose_root);
    is_open.then(|| Found::of(in_words(&top.issuer)))
}

pub(super) fn chain_root(look: &Look<'_>, _: &Held<'_>) -> Option<Found> {
    let top = look.leaf.top(look.file);
    let is_root = look.leaf.steps.len() > 1 && top.is_self_issued && top.form == Form::Pem;
    is_root.then(|| Found::of(top.title()))
}

/// Roots to which a step is missing are no strangers.
pub(super) fn foreign(look: &Look<'_>, _: &Held<'_>) -> Option<Found> {
    let is_open = !look.leaf.top(look.file).is_self_issued;
    let strangers = look.chains.strangers.iter().map(|at| &look.file[*at]);
    let strangers = strangers.filter(|one| !(is_open && one.is_self_issued));
    Found::list(&strangers.map(ExistingCertificate::title).collect::<Vec<_>>())
}

fn loose_roots<'a>(look: &Look<'a>) -> Vec<&'a ExistingCertificate> {
    let strangers = look.chains.strangers.iter().map(|at| &look.file[*at]);
    strangers.filter(|one| one.is_self_issued).collect()
}

pub(super) fn wildcard_subject(look: &Look<'_>, _: &Held<'_>) -> Option<Found> {
    look.own().common_names().find(|name| name.contains('*')).map(Found::of)
}

/// Wildcards of the Edge's certificate, but for those that XMPP needs (E-172).
pub(super) fn wildcard_edge(look: &Look<'_>, held: &Held<'_>) -> Option<Found> {
    let wildcards = look.own().names.iter().filter(|name| name.starts_with("*."));
    let unplanned: Vec<String> = wildcards.filter(|name| !held.fit.kept.contains(name)).cloned().collect();
    Found::list(&unplanned).filter(|_| held.demands.is_edge)
}

pub(super) fn subject(look: &Look<'_>, held: &Held<'_>) -> Option<Found> {
    let planned = held.required.subject.as_str();
    let (severity, facts) = held.demands.subject;
    let is_planned = look.own().common_names().any(|name| name == planned);
    (!is_planned).then(|| Found::of(in_words(&look.own().subject)).rated(severity).by(facts))
}

pub(super) fn request_signature(look: &Look<'_>, _: &Held<'_>) -> Option<Found> {
    let own = look.own();
    (own.own_signature == Signature::Foreign).then(|| Found::of(&own.signature))
}

pub(super) fn several_name_lists(look: &Look<'_>, _: &Held<'_>) -> Option<Found> {
    let lists = look.own().name_extensions;
    (lists > 1).then(|| Found { count: lists, ..Found::of(look.own().title()) })
}
