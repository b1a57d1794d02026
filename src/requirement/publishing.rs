//! Publishing rules of the reverse proxies, for HTTPS and for HTTP (M-126 to M-144).

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use serde::Serialize;

use super::certificate::{Certificate, CertificateRole, SubjectName, sorted_by};
use super::public_name::{PublicNames, PublishedOffice, Purpose};
use super::rule::{Maker, Premises, Reason, Row, Rule, apply, each_once};
use crate::catalog::{numbers, published_paths};
use crate::plan::{Because, InitialRequest, ProxyCertificates, Publish};
use crate::text::Message;
use crate::topology::{PoolRole, Proxy};
use crate::value::{Address, Fqdn, ObjectName, Port};

/// How requests for some names travel from the proxy's listener to a pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the proxy; none depends on another")]
pub struct Route {
    /// The proxy's name.
    pub proxy: ObjectName,
    /// The port of the listener.
    pub listen_port: Port,
    /// The listener speaks TLS.
    pub listen_tls: bool,
    /// The certificate that the listener shows, by its identity; none without TLS.
    pub certificate: Option<String>,
    /// The external Web Services name of the pool behind it.
    pub target: Fqdn,
    /// Where that name leads from the perimeter (M-138).
    pub target_addresses: Vec<Address>,
    /// The port there.
    pub target_port: Port,
    /// The proxy speaks TLS again to the pool (M-136).
    pub target_tls: bool,
    /// What is published.
    pub paths: Vec<&'static str>,
    /// The pool sees the host name that the client asked for (M-133).
    pub forward_host_header: bool,
    /// The pool sees the proxy's address as the source (M-134).
    pub source_is_proxy: bool,
    /// The proxy asks nobody for a password (M-135).
    pub preauthentication: bool,
    /// Whether a client may authenticate to the pool through this rule (M-126, M-127).
    pub client_may_authenticate: bool,
    /// The rule stands before all others (M-128).
    pub first: bool,
    /// How long a request may take, in seconds (M-137).
    pub timeout_seconds: u32,
}

/// A publishing rule: a name, and the route that it shares with others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishingRule {
    /// The name that clients ask for.
    pub public_name: Fqdn,
    /// The way of the requests.
    pub route: Arc<Route>,
}

/// The rules of the family.
pub(super) const RULES: &[&[Rule<PublishingRule>]] = &[OWN];

/// They all stand in this file.
const OWN: &[Rule<PublishingRule>] = &[
    Rule {
        id: "publishing-web-services",
        facts: &[
            "M-024", "M-070", "M-082", "M-102", "M-125", "M-129", "M-133", "M-134", "M-135", "M-136",
            "M-137", "M-138", "M-139", "M-141", "M-166", "M-296", "M-297", "E-152",
        ],
        make: |premises, maker| make(premises, maker, Purpose::WebServices),
    },
    Rule {
        id: "publishing-simple-urls",
        facts: &[
            "M-070", "M-082", "M-102", "M-125", "M-130", "M-133", "M-134", "M-135", "M-136", "M-137",
            "M-138", "M-141", "M-166", "M-296", "M-297", "E-152",
        ],
        make: |premises, maker| make(premises, maker, Purpose::SimpleUrls),
    },
    Rule {
        id: "publishing-autodiscover",
        facts: &[
            "M-070", "M-082", "M-125", "M-133", "M-134", "M-135", "M-137", "M-138", "M-141", "M-297", "E-152",
        ],
        make: |premises, maker| make(premises, maker, Purpose::Autodiscover),
    },
    Rule {
        id: "publishing-autodiscover-inside",
        facts: &[
            "M-049", "M-067", "M-102", "M-125", "M-133", "M-134", "M-135", "M-136", "M-137", "M-138",
            "M-141", "M-286",
        ],
        make: |premises, maker| make(premises, maker, Purpose::InternalAutodiscover),
    },
    Rule {
        id: "publishing-office-web-apps",
        facts: &[
            "M-070", "M-080", "M-102", "M-125", "M-133", "M-134", "M-135", "M-136", "M-137", "M-138", "M-141",
        ],
        make: office_web_apps,
    },
];

/// All publishing rules, sorted by proxy, port and name; a name that serves several purposes stands once.
pub(super) fn derive(premises: &Premises<'_>) -> Vec<Row<PublishingRule>> {
    let identity =
        |rule: &PublishingRule| (rule.route.proxy.clone(), rule.route.listen_port, rule.public_name.clone());
    each_once(apply(RULES, premises), identity, |_, _| ())
}

fn make(premises: &Premises<'_>, maker: &mut Maker<'_, PublishingRule>, purpose: Purpose) {
    for group in premises.published.groups.iter().filter(|group| group.purpose == purpose) {
        let mut because = group.because.and(&group.named);
        let over_http = purpose == Purpose::Autodiscover
            && *because.read(&premises.plan.mobility.initial_request) == InitialRequest::Http;
        let route = route(premises, group, over_http, &mut because);
        let mut facts: Vec<&'static str> = match (purpose, over_http, group.pool.role) {
            (Purpose::Autodiscover, true, _) => vec!["M-127", "M-128", "M-293", "M-294"],
            (Purpose::Autodiscover, false, PoolRole::Director) => {
                vec!["M-043", "M-102", "M-126", "M-131", "M-132", "M-136", "M-296"]
            }
            (Purpose::Autodiscover, false, PoolRole::FrontEnd) => {
                vec!["M-102", "M-126", "M-131", "M-136", "M-296"]
            }
            _ => Vec::new(),
        };
        if route.paths.len() > 1 {
            facts.extend(["M-142", "M-143", "M-144"]);
        }
        let shown = (!over_http).then(|| Shown::by(premises, group.proxy, &mut because));
        let remarks = remarks(group, over_http);
        let mut ways: HashMap<Option<usize>, (Arc<Route>, Arc<Reason>)> = HashMap::new();
        for public_name in &group.names {
            let place = shown.as_ref().and_then(|shown| shown.place(premises, public_name));
            let (route, reason) = ways.entry(place).or_insert_with(|| {
                let mut because = because.clone();
                let certificate = shown.as_ref().zip(place).map(|(shown, at)| shown.id(at, &mut because));
                let route = Route { certificate, ..route.clone() };
                (Arc::new(route), maker.reason_with(&because, &facts, remarks.clone()))
            });
            maker.add(reason, PublishingRule { public_name: public_name.clone(), route: Arc::clone(route) });
        }
    }
}

/// The certificates of a proxy, and which of them its listener shows for a name.
struct Shown<'p> {
    rows: Vec<&'p Row<Certificate>>,
    by_name: HashMap<&'p SubjectName, usize>,
    /// What gives a certificate the names of which one is its subject, and so a part of its identity.
    named: HashMap<usize, Because>,
}

impl<'p> Shown<'p> {
    fn by(premises: &Premises<'p>, proxy: &Proxy, because: &mut Because) -> Self {
        sorted_by(premises, proxy, because);
        let name = because.read(&proxy.name).as_str();
        let is_own = |row: &&Row<Certificate>| {
            row.body.role == CertificateRole::ReverseProxy && row.body.hosts.iter().any(|host| host == name)
        };
        let rows: Vec<&Row<Certificate>> = premises.certificates.iter().filter(is_own).collect();
        let mut by_name = HashMap::new();
        // The proxy's own certificate comes first, so it wins where several have a name.
        for (at, row) in rows.iter().enumerate().rev().filter(|_| rows.len() > 1) {
            by_name.extend(row.body.own_names.iter().map(|own| (&own.name, at)));
        }
        let mut shown = Self { rows, by_name, named: HashMap::new() };
        if *because.read(&premises.plan.certificates.reverse_proxy) == ProxyCertificates::ByLimit {
            shown.named = shown.named_by(premises, proxy);
        }
        shown
    }

    /// Where the limit decides, which names come together does not depend on labels; what the certificate is called does.
    /// The first bears the name of the proxy.
    fn named_by(&self, premises: &Premises<'_>, proxy: &Proxy) -> HashMap<usize, Because> {
        let name = proxy.name.given().value().as_str();
        let mut named: HashMap<usize, Because> = HashMap::new();
        for group in premises.published.groups.iter().filter(|group| group.proxy.at == proxy.at) {
            let places = group.names.iter().filter_map(|public_name| self.place(premises, public_name));
            let places: BTreeSet<usize> = places.filter(|at| self.rows[*at].body.id != name).collect();
            for at in places {
                named.entry(at).or_default().join(&group.named);
            }
        }
        named
    }

    /// What a certificate is called.
    fn id(&self, at: usize, because: &mut Because) -> String {
        if let Some(named) = self.named.get(&at) {
            because.join(named);
        }
        self.rows[at].body.id.clone()
    }

    /// The place of the certificate that the listener shows for a name.
    fn place(&self, premises: &Premises<'_>, name: &Fqdn) -> Option<usize> {
        if self.rows.len() == 1 {
            return Some(0);
        }
        let wildcard = || premises.zones.sip_above(name).cloned().map(SubjectName::Wildcard);
        let host = self.by_name.get(&SubjectName::Host(name.clone())).copied();
        host.or_else(|| self.by_name.get(&wildcard()?).copied())
    }
}

/// What else is to be said about a rule: whom the proxy must trust, where it has its gateway, which other rule changes.
fn remarks(group: &PublicNames<'_>, over_http: bool) -> Vec<Message> {
    let mut remarks = Vec::new();
    if !over_http {
        remarks.push(Message::new("remark-trust-internal-ca"));
    }
    match group.purpose {
        Purpose::WebServices => remarks.push(Message::new("remark-gateway-outside")),
        Purpose::Autodiscover if !over_http && group.pool.role == PoolRole::Director => {
            remarks.push(Message::new("remark-two-rules"));
        }
        _ => {}
    }
    remarks
}

/// Office Web Apps Servers are no part of the Web Services: they have a name, a rule and ports of their own (M-080).
fn office_web_apps(premises: &Premises<'_>, maker: &mut Maker<'_, PublishingRule>) {
    for PublishedOffice { office, proxy, because } in &premises.published.offices {
        let mut because = because.clone();
        let public_name = because.read(&office.server.fqdn).clone();
        let all = Shown::by(premises, proxy, &mut because);
        let certificate = all.place(premises, &public_name).map(|at| all.id(at, &mut because));
        let route = Route {
            proxy: because.read(&proxy.name).clone(),
            listen_port: numbers().office_web_apps.value,
            listen_tls: true,
            certificate,
            target: public_name.clone(),
            target_addresses: because.read(&office.server.addresses).clone(),
            target_port: numbers().office_web_apps.value,
            target_tls: true,
            paths: vec!["/*"],
            forward_host_header: true,
            source_is_proxy: true,
            preauthentication: false,
            client_may_authenticate: true,
            first: false,
            timeout_seconds: because.read(&proxy.timeout).0,
        };
        let remarks = vec![Message::new("remark-trust-internal-ca")];
        let reason = maker.reason_with(&because, &[], remarks);
        maker.add(&reason, PublishingRule { public_name, route: Arc::new(route) });
    }
}

/// Simple URLs have paths of their own making; the first request asks for the root (M-262, M-263); the rest is documented.
fn paths(premises: &Premises<'_>, group: &PublicNames<'_>, because: &mut Because) -> Vec<&'static str> {
    match (because.read(&group.proxy.publish), group.purpose) {
        (Publish::AllPaths, _) | (_, Purpose::SimpleUrls) => vec!["/*"],
        (Publish::ListedPaths, Purpose::Autodiscover | Purpose::InternalAutodiscover) => {
            vec!["/", "/Autodiscover/*"]
        }
        (Publish::ListedPaths, Purpose::WebServices) => {
            published_paths(because.read(&premises.plan.servers.version).has_mcx())
        }
    }
}

fn route(premises: &Premises<'_>, group: &PublicNames<'_>, over_http: bool, because: &mut Because) -> Route {
    let PublicNames { pool, proxy, .. } = group;
    let ports = &pool.ports;
    let listen_port = if over_http { &ports.published_http } else { &ports.published_https };
    let paths = paths(premises, group, because);
    Route {
        proxy: because.read(&proxy.name).clone(),
        listen_port: *because.read(listen_port),
        listen_tls: !over_http,
        certificate: None,
        target: because.read(&pool.external.fqdn).clone(),
        target_addresses: because.read(&pool.external.addresses).clone(),
        target_port: pool.web_port(!over_http, because),
        target_tls: !over_http,
        paths,
        forward_host_header: true,
        source_is_proxy: true,
        preauthentication: false,
        client_may_authenticate: !over_http,
        first: over_http,
        timeout_seconds: because.read(&proxy.timeout).0,
    }
}
