//! Clients inside only, outside, on Wi-Fi, and by hand: what such choices leave out or ask for (M-034 to M-036, M-065 to
//! M-067, M-218 to M-225).

use std::collections::BTreeSet;

use crate::catalog::numbers;
use crate::finding::{Finding, Severity};
use crate::plan::{Autodiscover, Because, InitialRequest, InternalTarget};
use crate::requirement::public_name::comes_from_wifi;
use crate::requirement::rule::{Premises, Rule};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[
    MANUAL_DISCOVERY,
    MANUAL_ADDRESSES,
    UCWA_INSIDE_ONLY,
    MEETINGS_INSIDE_ONLY,
    NO_WAY_IN,
    WIFI_NEEDS_PROXY,
    HAIRPIN,
    UNTRUSTED_AUTHORITY,
    UNTRUSTED_SIMPLE_URLS,
    FIRST_REQUEST_PORT,
];

/// Addresses that users type in, in place of automatic discovery.
const MANUAL_DISCOVERY: Rule<Finding> = Rule {
    id: "manual-discovery",
    facts: &["M-034", "M-046"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answer = &premises.plan.mobility.autodiscover;
        if *because.read(answer) == Autodiscover::Manual {
            let finding = maker.finding(Severity::Warning, answer.path());
            maker.tell(&because, finding);
        }
    },
};

/// What the users of each pool type in.
const MANUAL_ADDRESSES: Rule<Finding> = Rule {
    id: "manual-addresses",
    facts: &["M-035", "M-036", "M-315", "E-057", "ED-11"],
    make: |premises, maker| {
        let mobility = &premises.plan.mobility;
        for pool in premises.topology.front_ends() {
            let mut because = Because::default();
            if *because.read(&mobility.autodiscover) != Autodiscover::Manual {
                return;
            }
            let outside = premises.plan.mobility.is_outside(&mut because);
            let mut finding = maker
                .finding(Severity::Advice, &pool.at.key("web_services"))
                .with("outside", outside)
                .with("pool", because.read(&pool.fqdn))
                .with("internal", because.read(&pool.internal.fqdn));
            if outside {
                finding = finding.with("external", pool.external_site(&mut because));
            }
            maker.tell(&because, finding);
        }
    },
};

/// Clients of UCWA, which has no setting for inside only.
const UCWA_INSIDE_ONLY: Rule<Finding> = Rule {
    id: "ucwa-inside-only",
    facts: &["M-005", "M-033", "M-222", "M-224", "M-338"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        if !plan.mobility.is_outside(&mut because) && plan.clients.use_ucwa(&mut because) {
            let finding = maker.finding(Severity::Warning, plan.mobility.access.path());
            maker.tell(&because, finding);
        }
    },
};

/// Meetings that nobody outside can join, as their addresses are not published.
const MEETINGS_INSIDE_ONLY: Rule<Finding> = Rule {
    id: "meetings-inside-only",
    facts: &["M-052", "M-070", "M-224"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        if !plan.mobility.is_outside(&mut because) {
            let finding = maker.finding(Severity::Advice, plan.mobility.access.path());
            maker.tell(&because, finding);
        }
    },
};

/// Neither outside nor on Wi-Fi.
const NO_WAY_IN: Rule<Finding> = Rule {
    id: "no-way-in",
    facts: &["M-222", "M-223", "M-224"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        if !plan.mobility.is_outside(&mut because) && !*because.read(&plan.clients.internal_wifi) {
            let finding = maker.finding(Severity::Warning, plan.clients.internal_wifi.path());
            maker.tell(&because, finding);
        }
    },
};

/// Clients of UCWA on Wi-Fi, and nothing through which they reach the external Web Services.
const WIFI_NEEDS_PROXY: Rule<Finding> = Rule {
    id: "wifi-needs-proxy",
    facts: &["M-033", "M-065", "M-222", "M-224"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        let is_judged = !plan.mobility.is_outside(&mut because)
            && *because.read(&plan.clients.internal_wifi)
            && plan.clients.use_ucwa(&mut because);
        if !is_judged {
            return;
        }
        because.note(plan.sites.path());
        let mut pools = premises.topology.front_ends().peekable();
        let has_pool = pools.peek().is_some();
        if has_pool && pools.all(|pool| premises.topology.proxy_of(pool, &mut because).is_none()) {
            let finding = maker.finding(Severity::Warning, plan.sites.path());
            maker.tell(&because, finding);
        }
    },
};

/// Devices on Wi-Fi leave through the reverse proxy and come back in.
const HAIRPIN: Rule<Finding> = Rule {
    id: "hairpin",
    facts: &["M-033", "M-065", "M-066", "M-183", "M-222", "M-224", "E-056"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        if !comes_from_wifi(plan, &mut because) {
            return;
        }
        because.note(plan.sites.path());
        let names = proxies_of_front_ends(premises, &mut because);
        if !names.is_empty() {
            let names: Vec<_> = names.into_iter().map(|name| format!("`{name}`")).collect();
            let finding = maker
                .finding(Severity::Advice, plan.clients.internal_wifi.path())
                .counting("count", names.len())
                .with("proxies", names.join(", "));
            maker.tell(&because, finding);
        }
    },
};

/// Devices on Wi-Fi that meet a certificate of an authority that they do not know.
const UNTRUSTED_AUTHORITY: Rule<Finding> = Rule {
    id: "untrusted-authority",
    facts: &["M-036", "M-067", "M-286"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(way) = distrustful(premises, &mut because) else { return };
        if way != Way::ReverseProxy {
            let finding = maker
                .finding(Severity::Warning, premises.plan.clients.trust_internal_ca.path())
                .with("by-hand", way == Way::ByHand);
            maker.tell(&because, finding);
        }
    },
};

/// The same devices where the proxy answers their first request with a public certificate: inside, the simple URLs lead to
/// the internal Web Services all the same (M-077).
const UNTRUSTED_SIMPLE_URLS: Rule<Finding> = Rule {
    id: "untrusted-simple-urls",
    facts: &["M-067", "M-077", "M-286"],
    make: |premises, maker| {
        let mut because = Because::default();
        if distrustful(premises, &mut because) == Some(Way::ReverseProxy) {
            let finding = maker.finding(Severity::Advice, premises.plan.clients.trust_internal_ca.path());
            maker.tell(&because, finding);
        }
    },
};

/// Where devices on Wi-Fi make their first request.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// At the internal Web Services, whose address people type in.
    ByHand,
    /// At the internal Web Services, to which a record leads.
    InternalWebServices,
    /// At the reverse proxy, to which a record leads.
    ReverseProxy,
}

/// Where devices on Wi-Fi that do not know the internal authority make their first request; none where all know it.
fn distrustful(premises: &Premises<'_>, because: &mut Because) -> Option<Way> {
    let (clients, mobility) = (&premises.plan.clients, &premises.plan.mobility);
    if !*because.read(&clients.internal_wifi) || *because.read(&clients.trust_internal_ca) {
        return None;
    }
    if *because.read(&mobility.autodiscover) == Autodiscover::Manual {
        return Some(Way::ByHand);
    }
    Some(match because.read(&mobility.internal_autodiscover_target) {
        InternalTarget::InternalWebServices => Way::InternalWebServices,
        InternalTarget::ReverseProxy => Way::ReverseProxy,
    })
}

/// A published port that no first request of a client ever asks.
const FIRST_REQUEST_PORT: Rule<Finding> = Rule {
    id: "first-request-port",
    facts: &["M-082", "M-126", "M-127", "M-176", "M-177"],
    make: |premises, maker| {
        let mut because = Because::default();
        let mobility = &premises.plan.mobility;
        let is_judged = *because.read(&mobility.autodiscover) == Autodiscover::Automatic
            && premises.plan.mobility.is_outside(&mut because);
        let Some(entry) = premises.topology.entry(&mut because).filter(|_| is_judged) else {
            return;
        };
        let (port, usual) = match because.read(&mobility.initial_request) {
            InitialRequest::Https => (&entry.ports.published_https, &numbers().published_https.value),
            InitialRequest::Http => (&entry.ports.published_http, &numbers().published_http.value),
        };
        if because.read(port) != usual {
            let finding = maker
                .finding(Severity::Warning, port.path())
                .with("port", because.read(port))
                .with("usual", usual);
            maker.tell(&because, finding);
        }
    },
};

fn proxies_of_front_ends(premises: &Premises<'_>, because: &mut Because) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for pool in premises.topology.front_ends() {
        if let Some(proxy) = premises.topology.proxy_of(pool, because) {
            names.insert(because.read(&proxy.name).to_string());
        }
    }
    names
}
