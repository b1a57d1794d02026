//! The simple URLs, put into the topology (M-078, M-079, E-216, E-217).

use std::collections::HashMap;
use std::sync::Arc;

use super::{Call, Command, Stage, Value, add};
use crate::catalog::services;
use crate::plan::{Answer, Because, Layout, Plan};
use crate::requirement::rule::Rule;
use crate::text::Message;
use crate::value::{Label, SipDomain};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Command>] = &[MEET, DIALIN, ADMIN, ENABLE];

/// Meet: one for each SIP domain.
const MEET: Rule<Command> = Rule {
    id: "command-simple-url-meet",
    facts: &[
        "M-072", "M-073", "M-074", "M-075", "M-076", "M-078", "M-079", "M-330", "E-210", "E-211", "E-212",
        "E-213", "E-214", "E-215", "E-217",
    ],
    make: |premises, maker| {
        let mut because = Because::default();
        let urls = meet(premises.plan, &mut because);
        let reason = maker.reason_with(&because, &[], remarks());
        let check = Arc::new(check());
        for (domain, url) in urls {
            let command = command(MEET_COMPONENT, domain.as_fqdn().as_str(), &url);
            maker.add(&reason, command.checked(Arc::clone(&check)));
        }
    },
};

/// Dial-in: one for the organisation.
const DIALIN: Rule<Command> = Rule {
    id: "command-simple-url-dialin",
    facts: &[
        "M-072", "M-073", "M-074", "M-075", "M-078", "M-079", "M-311", "M-313", "M-330", "E-210", "E-211",
        "E-212", "E-213", "E-214", "E-215", "E-217",
    ],
    make: |premises, maker| {
        let mut because = Because::default();
        let urls = &premises.plan.simple_urls;
        if let Some(url) = single(premises.plan, &urls.hosts.dialin, DIALIN_COMPONENT, &mut because) {
            let command = command(DIALIN_COMPONENT, &services().any_domain.value, &url);
            add(maker, &because, remarks(), command.checked(check()));
        }
    },
};

/// Admin: one for the organisation, where it is used.
const ADMIN: Rule<Command> = Rule {
    id: "command-simple-url-admin",
    facts: &[
        "M-071", "M-072", "M-073", "M-074", "M-075", "M-078", "M-079", "M-311", "M-330", "E-210", "E-211",
        "E-212", "E-213", "E-214", "E-215", "E-217",
    ],
    make: |premises, maker| {
        let mut because = Because::default();
        let urls = &premises.plan.simple_urls;
        if !*because.read(&urls.admin) {
            return;
        }
        if let Some(url) = single(premises.plan, &urls.hosts.admin, ADMIN_COMPONENT, &mut because) {
            let command = command(ADMIN_COMPONENT, &services().any_domain.value, &url);
            add(maker, &because, remarks(), command.checked(check()));
        }
    },
};

/// Every Director and Front End Server takes the change in.
const ENABLE: Rule<Command> = Rule {
    id: "command-enable-computer",
    facts: &["M-078", "E-216"],
    make: |premises, maker| {
        let mut servers: Vec<_> = premises.topology.pools.iter().flat_map(|pool| &pool.servers).collect();
        servers.sort_by_key(|server| server.fqdn.given().value());
        for server in servers {
            let mut because = Because::default();
            let on = because.read(&server.fqdn).clone();
            let call = Call::new("Enable-CsComputer");
            add(maker, &because, Vec::new(), Command::anywhere(Stage::SimpleUrls, call, None).on(on));
        }
    },
};

const MEET_COMPONENT: &str = "Meet";
const DIALIN_COMPONENT: &str = "Dialin";
const ADMIN_COMPONENT: &str = "Admin";

fn remarks() -> Vec<Message> {
    vec![Message::new("remark-simple-url-exists")]
}

/// A line that adds a simple URL, and the one that takes it out: the URL is the active one and its only entry (M-330).
fn command(component: &str, domain: &str, url: &str) -> Command {
    let entry = Call::new("New-CsSimpleUrlEntry").text("Url", url);
    let simple_url = Call::new("New-CsSimpleUrl")
        .text("Component", component)
        .text("Domain", domain)
        .with("SimpleUrlEntry", Value::Result(Box::new(entry)))
        .text("ActiveUrl", url);
    let set =
        |urls| Call::new("Set-CsSimpleUrlConfiguration").text("Identity", "global").with("SimpleUrl", urls);
    let urls: Arc<[Call]> = Arc::new([simple_url]);
    let (call, undo) = (set(Value::AddResults(Arc::clone(&urls))), set(Value::RemoveResults(urls)));
    Command::anywhere(Stage::SimpleUrls, call, Some(undo))
}

/// What shows the simple URLs in use.
fn check() -> Call {
    Call::new("Get-CsSimpleUrlConfiguration")
        .text("Identity", "global")
        .pipe("Select-Object")
        .text("ExpandProperty", "SimpleUrl")
}

/// The Meet URL of each SIP domain, sorted by domain (M-073 to M-075).
fn meet(plan: &Plan, because: &mut Because) -> Vec<(SipDomain, String)> {
    let urls = &plan.simple_urls;
    let layout = *because.read(&urls.layout);
    let host = because.read(if layout == Layout::DedicatedHosts { &urls.hosts.meet } else { &urls.base });
    let domains = because.read(&plan.domains.sip);
    let labels = labels(domains);
    let of = |domain: &SipDomain| match (layout, domains.first()) {
        (Layout::SharedHost, _) => format!("https://{}/{MEET_COMPONENT}", domain.host(host)),
        (Layout::SingleHost, Some(default)) => {
            let label = label_of(domain, &labels);
            format!("https://{}/{label}/{MEET_COMPONENT}", default.host(host))
        }
        (Layout::DedicatedHosts | Layout::SingleHost, _) => format!("https://{}", domain.host(host)),
    };
    let mut made: Vec<_> = domains.iter().map(|domain| (domain.clone(), of(domain))).collect();
    made.sort_unstable();
    made
}

/// How many SIP domains begin with each label.
fn labels(domains: &[SipDomain]) -> HashMap<&str, usize> {
    let mut labels = HashMap::new();
    for domain in domains {
        *labels.entry(domain.first_label()).or_default() += 1;
    }
    labels
}

/// What stands for a SIP domain in a path: its first label, or all of it where that would meet another URL (M-076).
fn label_of<'d>(domain: &'d SipDomain, labels: &HashMap<&str, usize>) -> &'d str {
    let label = domain.first_label();
    let is_taken = [DIALIN_COMPONENT, ADMIN_COMPONENT].iter().any(|taken| taken.eq_ignore_ascii_case(label));
    let is_alone = labels.get(label).is_some_and(|count| *count == 1);
    if is_alone && !is_taken { label } else { domain.as_fqdn().as_str() }
}

/// A URL of which there is one in all: below the default SIP domain, without a label for it (M-311).
fn single(plan: &Plan, own: &Answer<Label>, component: &str, because: &mut Because) -> Option<String> {
    let urls = &plan.simple_urls;
    let is_dedicated = *because.read(&urls.layout) == Layout::DedicatedHosts;
    let host = because.read(if is_dedicated { own } else { &urls.base });
    let domain = plan.domains.default_sip(because)?;
    let path = if is_dedicated { String::new() } else { format!("/{component}") };
    Some(format!("https://{}{path}", domain.host(host)))
}
