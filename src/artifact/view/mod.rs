//! What a template sees: plain data, made from requirements. Secrets never get here.

mod balancer;
mod certificate;
mod cloud_connector;
mod flow;
mod overview;
mod proxy;
mod runbook;
mod verification;
mod zone;

pub(super) use balancer::{balancer, unnamed};
pub(super) use certificate::{Holders, certificate};
pub(super) use cloud_connector::{appliances, cloud};
pub(super) use flow::{firewall, flows};
pub(super) use overview::{Listed, overview};
pub(super) use proxy::proxy;
pub(super) use verification::verification;
pub(super) use zone::{is_pin_point, name_servers, owner, parts, zone};

use serde_json::{Value as Json, json};

use crate::catalog::{Manifest, tls_profile};
use crate::plan::Plan;
use crate::requirement::Reason;

/// What every template sees.
pub(super) fn common(plan: &Plan, digest: &str, draft: bool) -> Json {
    json!({
        "plan": {
            "title": plan.title.given().value(),
            "organization": plan.organization.given().value(),
            "go_live": plan.go_live.given().value(),
            "version": plan.servers.version.given().value().word(),
            "digest": digest,
        },
        "tls": tls_profile(),
        "program": { "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") },
        "draft": draft,
    })
}

/// The common view with one thing more.
pub(super) fn with(common: &Json, key: &str, value: Json) -> Json {
    let mut view = common.clone();
    view[key] = value;
    view
}

/// Why a row is there: `rule: M-001, M-002 <- answers`.
pub(super) fn why(reason: &Reason) -> Json {
    json!({
        "rules": reason.rules().join(", "),
        "facts": reason.facts().join(", "),
        "because": reason.because().paths().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        "provisional": reason.because().is_provisional(),
    })
}

/// How a product introduces itself.
fn product(manifest: &Manifest) -> Json {
    json!({ "name": manifest.name, "check": manifest.check, "remarks": manifest.remarks })
}
