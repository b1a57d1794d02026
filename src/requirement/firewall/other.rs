//! Flows between pools, to branches and Office Web Apps Servers, of older clients that sign in inside, and of devices to
//! the push services (M-180 to M-195, M-282).

use super::dispute;
use super::flow::{End, FirewallRule, Protocol};
use crate::catalog::flows_of;
use crate::plan::{Because, Platform2010};
use crate::requirement::Level;
use crate::requirement::edge_use::is_pushed_over_wifi;
use crate::requirement::rule::{Maker, Rule};
use crate::text::Message;
use crate::topology::PoolRole;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<FirewallRule>] = &[
    OFFICE_WEB_APPS,
    OFFICE_WEB_APPS_INSIDE,
    DIRECTOR,
    BRANCH,
    BETWEEN_POOLS,
    LEGACY_SIGN_IN,
    BRANCH_WIFI,
    PUSH_APPLE,
    PUSH_WINDOWS_PHONE,
];

/// From the reverse proxy to the Office Web Apps Servers that it publishes.
const OFFICE_WEB_APPS: Rule<FirewallRule> = Rule {
    id: "firewall-office-web-apps",
    facts: &["M-080", "M-180"],
    make: |premises, maker| {
        for published in &premises.published.offices {
            let mut because = published.because.clone();
            let from = End::ProxyInternal(because.read(&published.proxy.name).clone());
            let to = End::OfficeWebApps(because.read(&published.office.server.fqdn).clone());
            add(maker, &because, (&from, &to), "flow-office-web-apps");
        }
    },
};

/// From clients inside to the Office Web Apps Servers.
const OFFICE_WEB_APPS_INSIDE: Rule<FirewallRule> = Rule {
    id: "firewall-office-web-apps-inside",
    facts: &["M-080", "E-043"],
    make: |premises, maker| {
        for office in &premises.topology.offices {
            let mut because = Because::default();
            let to = End::OfficeWebApps(because.read(&office.server.fqdn).clone());
            add(maker, &because, (&End::InternalClients, &to), "flow-office-web-apps");
        }
    },
};

/// From Directors to the Front End pools.
const DIRECTOR: Rule<FirewallRule> = Rule {
    id: "firewall-director",
    facts: &["M-191", "E-150"],
    make: |premises, maker| {
        let topology = premises.topology;
        for director in topology.pools.iter().filter(|pool| pool.role == PoolRole::Director) {
            for front_end in topology.front_ends() {
                let mut because = Because::default();
                let (from, to) = (End::of(director, &mut because), End::of(front_end, &mut because));
                add(maker, &because, (&from, &to), "flow-director");
            }
        }
    },
};

/// From Survivable Branch Appliances to the Front End pools of their site.
const BRANCH: Rule<FirewallRule> = Rule {
    id: "firewall-branch",
    facts: &["M-191", "E-150"],
    make: |premises, maker| {
        for branch in &premises.topology.branches {
            for pool in premises.topology.front_ends().filter(|pool| pool.site == branch.site) {
                let mut because = Because::default();
                let from = End::SurvivableBranch(because.read(&branch.appliance.fqdn).clone());
                let to = End::of(pool, &mut because);
                add(maker, &because, (&from, &to), "flow-branch");
            }
        }
    },
};

/// From every pool to the external web site of every other, for Autodiscover.
const BETWEEN_POOLS: Rule<FirewallRule> = Rule {
    id: "firewall-between-pools",
    facts: &["M-082", "M-192"],
    make: |premises, maker| {
        let pools = &premises.topology.pools;
        for from in pools {
            for to in pools.iter().filter(|to| to.at != from.at) {
                let mut because = Because::default();
                let body = FirewallRule {
                    from: End::of(from, &mut because),
                    to: End::of(to, &mut because),
                    protocol: Protocol::Tcp,
                    ports: (*because.read(&to.ports.listening_https)).into(),
                    source_ports: None,
                    level: Level::Required,
                    purpose: Message::new("flow-between-pools"),
                    behind: Vec::new(),
                    disputed: Vec::new(),
                };
                let reason = maker.reason(&because);
                maker.add(&reason, body);
            }
        }
    },
};

/// From clients inside that find their way by SRV records to the pool that answers first, and to the one that it sends
/// them to: their home pool.
const LEGACY_SIGN_IN: Rule<FirewallRule> = Rule {
    id: "firewall-legacy-sign-in",
    facts: &["M-282", "E-036", "E-150", "E-153"],
    make: |premises, maker| {
        for pool in &premises.topology.pools {
            let mut because = Because::default();
            if !because.read(&premises.plan.domains.legacy_sign_in) {
                return;
            }
            let is_asked = pool.role == PoolRole::FrontEnd
                || premises.topology.answers_first(premises.plan, pool, &mut because);
            if is_asked {
                let to = End::of(pool, &mut because);
                add(maker, &because, (&End::InternalClients, &to), "flow-legacy-sign-in");
            }
        }
    },
};

/// From the company's Wi-Fi to Survivable Branch Appliances.
const BRANCH_WIFI: Rule<FirewallRule> = Rule {
    id: "firewall-branch-wifi",
    facts: &["M-185", "M-186", "E-155"],
    make: |premises, maker| {
        for branch in &premises.topology.branches {
            let mut because = Because::default();
            if *because.read(&premises.plan.clients.internal_wifi) && *because.read(&branch.appliance.wifi) {
                let to = End::SurvivableBranch(because.read(&branch.appliance.fqdn).clone());
                add(maker, &because, (&End::Wifi, &to), "flow-branch-wifi");
            }
        }
    },
};

/// From the company's Wi-Fi to the push service of Apple, for Lync 2010 Mobile only.
const PUSH_APPLE: Rule<FirewallRule> = Rule {
    id: "firewall-push-apple",
    facts: &["M-187", "M-316", "E-156"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        if is_pushed_over_wifi(plan, &mut because)
            && plan.clients.has_2010_on(Platform2010::Apple, &plan.servers, &mut because)
        {
            add(maker, &because, (&End::Wifi, &End::Internet), "flow-push-apple");
        }
    },
};

/// From the company's Wi-Fi to the push service of Microsoft, for Windows Phone.
const PUSH_WINDOWS_PHONE: Rule<FirewallRule> = Rule {
    id: "firewall-push-windows-phone",
    facts: &["M-188"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        if is_pushed_over_wifi(plan, &mut because)
            && plan.clients.need_microsoft_push(&plan.servers, &mut because)
        {
            add(maker, &because, (&End::Wifi, &End::Internet), "flow-push-windows-phone");
        }
    },
};

/// The flows that the data has for a rule, between two ends.
pub(super) fn add(
    maker: &mut Maker<'_, FirewallRule>,
    because: &Because,
    (from, to): (&End, &End),
    purpose: &'static str,
) {
    let rule = maker.rule_id();
    for flow in flows_of(rule) {
        let siblings = flows_of(rule).map(|other| other.fact.as_str());
        let disputed: Vec<&'static str> = flow.disputed.iter().map(String::as_str).collect();
        let mut facts = maker.facts_with(&flow.fact, siblings);
        facts.extend(&disputed);
        let reason = maker.reason_of(because, facts, dispute::remark(&disputed).into_iter().collect());
        let body = FirewallRule {
            from: from.clone(),
            to: to.clone(),
            protocol: flow.protocol.into(),
            ports: flow.port.into(),
            source_ports: None,
            level: flow.level.into(),
            purpose: Message::new(purpose),
            behind: Vec::new(),
            disputed,
        };
        maker.add(&reason, body);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_but_that_of_answered_ports_has_flows_in_the_data() {
        for rule in RULES.iter().filter(|rule| rule.id != BETWEEN_POOLS.id) {
            assert!(flows_of(rule.id).next().is_some(), "{} has no flows", rule.id);
            for flow in flows_of(rule.id) {
                assert!(rule.facts.contains(&&*flow.fact), "{} of {}", flow.fact, rule.id);
            }
        }
    }
}
