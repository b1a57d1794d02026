//! Clients and versions that do not go together (M-005 to M-011, M-167, M-274, M-275, M-339, M-340).

use crate::finding::{Finding, Severity};
use crate::plan::{Because, Platform, Version};
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[
    LYNC_2010_MOBILE_NEEDS_MCX,
    UCWA_NEEDS_UPDATE,
    UCWA_ON_2010_POOLS,
    POOLS_2010_NEED_UPDATE,
    SFB_MOBILE_ON_2013,
    NO_CLIENT,
    IOS_NEEDS_TLS_1_2,
];

/// Lync 2010 Mobile on a version without the Mobility Service.
const LYNC_2010_MOBILE_NEEDS_MCX: Rule<Finding> = Rule {
    id: "lync-2010-mobile-needs-mcx",
    facts: &["M-005", "M-006", "M-276", "E-201"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        let version = *because.read(&plan.servers.version);
        if !because.read(&plan.clients.lync_2010_mobile).is_empty() && !version.has_mcx() {
            let path = plan.clients.lync_2010_mobile.path();
            let finding = maker.finding(Severity::Error, path).with("version", version.word());
            maker.tell(&because, finding);
        }
    },
};

/// Clients of UCWA on a Lync Server 2013 that does not have it yet.
const UCWA_NEEDS_UPDATE: Rule<Finding> = Rule {
    id: "ucwa-needs-update",
    facts: &["M-002", "M-005", "M-007", "M-274"],
    make: |premises, maker| {
        let mut because = Because::default();
        let servers = &premises.plan.servers;
        let is_met = *because.read(&servers.version) == Version::LyncServer2013
            && !*because.read(&servers.february_2013_update)
            && premises.plan.clients.use_ucwa(&mut because);
        if is_met {
            let finding = maker.finding(Severity::Error, servers.february_2013_update.path());
            maker.tell(&because, finding);
        }
    },
};

/// Clients of UCWA, and pools of Lync Server 2010, which never have it.
const UCWA_ON_2010_POOLS: Rule<Finding> = Rule {
    id: "ucwa-on-2010-pools",
    facts: &["M-005", "M-008", "M-009"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        let pools = &plan.servers.lync_server_2010_pools;
        if *because.read(pools) && plan.clients.use_ucwa(&mut because) {
            let finding = maker.finding(Severity::Warning, pools.path());
            maker.tell(&because, finding);
        }
    },
};

/// Lync 2010 Mobile on pools of Lync Server 2010.
const POOLS_2010_NEED_UPDATE: Rule<Finding> = Rule {
    id: "pools-2010-need-update",
    facts: &["M-009", "M-232"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        let pools = &plan.servers.lync_server_2010_pools;
        if *because.read(pools) && !because.read(&plan.clients.lync_2010_mobile).is_empty() {
            let finding = maker.finding(Severity::Advice, pools.path());
            maker.tell(&because, finding);
        }
    },
};

/// Skype for Business on devices, against servers of which nobody says that it works there.
const SFB_MOBILE_ON_2013: Rule<Finding> = Rule {
    id: "sfb-mobile-on-lync-2013",
    facts: &["M-274", "M-275"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        let is_2013 = *because.read(&plan.servers.version) == Version::LyncServer2013;
        if is_2013 && !because.read(&plan.clients.sfb_mobile).is_empty() {
            let finding = maker.finding(Severity::Warning, plan.clients.sfb_mobile.path());
            maker.tell(&because, finding);
        }
    },
};

/// A plan of mobility for nobody.
const NO_CLIENT: Rule<Finding> = Rule {
    id: "no-mobile-client",
    facts: &["M-005"],
    make: |premises, maker| {
        let mut because = Because::default();
        let clients = &premises.plan.clients;
        let is_anybody = !because.read(&clients.lync_2010_mobile).is_empty()
            || !because.read(&clients.lync_2013_mobile).is_empty()
            || !because.read(&clients.sfb_mobile).is_empty();
        if !is_anybody {
            let finding = maker.finding(Severity::Advice, &clients.at);
            maker.tell(&because, finding);
        }
    },
};

/// Devices of Apple, and a version that does not bring TLS 1.2 by itself.
const IOS_NEEDS_TLS_1_2: Rule<Finding> = Rule {
    id: "ios-needs-tls-1-2",
    facts: &["M-167", "M-276"],
    make: |premises, maker| {
        let clients = &premises.plan.clients;
        let mut because = Because::default();
        let is_older = *because.read(&premises.plan.servers.version) < Version::Server2019;
        let on_apple = because.either(
            |because| because.read(&clients.lync_2013_mobile).contains(&Platform::Apple),
            |because| because.read(&clients.sfb_mobile).contains(&Platform::Apple),
        );
        if is_older && on_apple {
            let finding = maker.finding(Severity::Advice, premises.plan.servers.version.path());
            maker.tell(&because, finding);
        }
    },
};
