//! Push notifications that nobody needs, that somebody needs, or that bring something else along (M-187, M-199 to M-211).

use crate::finding::{Finding, Severity};
use crate::plan::{Because, Federation, Platform, Platform2010, Version};
use crate::requirement::edge_use::is_pushed;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] =
    &[NOT_ESTABLISHED, OFF, FOR_NOBODY, OVER_WIFI, MAKES_DISCOVERABLE, APPLE_NEEDS_UPDATE];

/// Push, of which nobody says that it still works.
const NOT_ESTABLISHED: Rule<Finding> = Rule {
    id: "push-not-established",
    facts: &["M-278", "M-279", "M-336"],
    make: |premises, maker| {
        let mut because = Because::default();
        let push = &premises.plan.mobility.push;
        if is_pushed(premises.plan, &mut because) {
            let finding = maker.finding(Severity::Warning, push.enabled.path());
            maker.tell(&because, finding);
        }
    },
};

/// No push, and clients that show nothing by themselves while they rest.
const OFF: Rule<Finding> = Rule {
    id: "push-off",
    facts: &["M-199", "M-200", "M-298", "E-200"],
    make: |premises, maker| {
        let mut because = Because::default();
        let push = &premises.plan.mobility.push;
        if *because.read(&push.enabled) {
            return;
        }
        if premises.plan.clients.need_push(&premises.plan.servers, &mut because) {
            let finding = maker.finding(Severity::Advice, push.enabled.path());
            maker.tell(&because, finding);
        }
    },
};

/// Push, and no client that is sent any: nothing is planned for it.
const FOR_NOBODY: Rule<Finding> = Rule {
    id: "push-for-nobody",
    facts: &["M-056", "M-200", "M-298", "E-200"],
    make: |premises, maker| {
        let mut because = Because::default();
        let (plan, push) = (premises.plan, &premises.plan.mobility.push);
        if *because.read(&push.enabled) && !plan.clients.need_push(&plan.servers, &mut because) {
            let finding = maker.finding(Severity::Warning, push.enabled.path());
            maker.tell(&because, finding);
        }
    },
};

/// Push over Wi-Fi, and no client that has a way of its own there, or none on Wi-Fi.
const OVER_WIFI: Rule<Finding> = Rule {
    id: "push-over-wifi-for-nobody",
    facts: &["M-187", "M-188", "M-316", "E-156"],
    make: |premises, maker| {
        let mut because = Because::default();
        let (plan, push) = (premises.plan, &premises.plan.mobility.push);
        if !is_pushed(plan, &mut because) || !*because.read(&push.over_wifi) {
            return;
        }
        let has_way = |because: &mut Because| {
            because.either(
                |because| plan.clients.has_2010_on(Platform2010::Apple, &plan.servers, because),
                |because| plan.clients.need_microsoft_push(&plan.servers, because),
            )
        };
        let is_on_wifi = |because: &mut Because| *because.read(&plan.clients.internal_wifi);
        if !because.both(is_on_wifi, has_way) {
            let finding = maker
                .finding(Severity::Warning, push.over_wifi.path())
                .with("wifi", *because.read(&plan.clients.internal_wifi));
            maker.tell(&because, finding);
        }
    },
};

/// The SRV record of push tells everybody of an Edge that shall not be found.
const MAKES_DISCOVERABLE: Rule<Finding> = Rule {
    id: "push-makes-discoverable",
    facts: &["M-056", "M-206", "M-211", "E-191"],
    make: |premises, maker| {
        for edge in &premises.topology.edges {
            let mut because = Because::default();
            let federation = because.read(&edge.pool.federation);
            // A hybrid deployment switches discovery on in any case (E-190).
            let is_met = is_pushed(premises.plan, &mut because)
                && *federation != Federation::Discovered
                && !*because.read(&premises.plan.mobility.hybrid);
            if is_met {
                let finding = maker
                    .finding(Severity::Advice, edge.pool.federation.path())
                    .with("federation", federation.word())
                    .with("edge", because.read(&edge.pool.fqdn));
                maker.tell(&because, finding);
            }
        }
    },
};

/// Skype for Business on Apple devices, and a version that learnt to notify it with an update.
const APPLE_NEEDS_UPDATE: Rule<Finding> = Rule {
    id: "push-apple-needs-update",
    facts: &["M-298"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        let is_met = *because.read(&plan.mobility.push.enabled)
            && *because.read(&plan.servers.version) == Version::Server2015
            && because.read(&plan.clients.sfb_mobile).contains(&Platform::Apple);
        if is_met {
            let version = because.read(&plan.servers.version).word();
            let finding =
                maker.finding(Severity::Advice, plan.clients.sfb_mobile.path()).with("version", version);
            maker.tell(&because, finding);
        }
    },
};
