//! What the names and zones of a plan ask of those who keep them (M-044 to M-064, M-068).

use crate::finding::{Finding, Severity};
use crate::plan::{Access, Answer, Autodiscover, AutodiscoverRecord, Because, InternalZones};
use crate::requirement::rule::Rule;
use crate::topology::Service;
use crate::value::{Address, SipDomain};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] =
    &[INTERNAL_ZONES, PIN_POINT_ADDRESSES, SPLIT_BRAIN, DESKTOP_TRUST_PROMPT, IPV6_ONLY];

/// SIP domains of which the internal name servers know nothing by themselves.
const INTERNAL_ZONES: Rule<Finding> = Rule {
    id: "internal-zones-needed",
    facts: &["M-062", "M-063", "E-052"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        if *because.read(&plan.mobility.autodiscover) != Autodiscover::Automatic {
            return;
        }
        let directory = because.read(&plan.domains.active_directory);
        let domains = because.read(&plan.domains.sip);
        let others: Vec<_> = domains.iter().filter(|domain| domain.as_fqdn() != directory).collect();
        if let Some(first) = others.first() {
            let zones = &plan.domains.internal_sip_zones;
            let finding = maker
                .finding(Severity::Advice, zones.path())
                .with("form", because.read(zones).word())
                .with("directory", directory)
                .with("domain", first)
                .counting("count", others.len());
            maker.tell(&because, finding);
        }
    },
};

/// CNAME records are wanted, and zones of one name can't hold them.
const PIN_POINT_ADDRESSES: Rule<Finding> = Rule {
    id: "pin-point-holds-addresses",
    facts: &["M-063", "M-064"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        let record = &plan.mobility.autodiscover_record;
        let is_met = *because.read(&plan.mobility.autodiscover) == Autodiscover::Automatic
            && *because.read(record) == AutodiscoverRecord::Cname
            && *because.read(&plan.domains.internal_sip_zones) == InternalZones::PinPoint;
        if is_met {
            let finding = maker.finding(Severity::Advice, record.path());
            maker.tell(&because, finding);
        }
    },
};

/// One zone in two copies, inside and outside: each holds one of the two Autodiscover names.
const SPLIT_BRAIN: Rule<Finding> = Rule {
    id: "split-brain-zones",
    facts: &["M-044", "M-045", "M-046", "M-061", "M-289", "ED-10"],
    make: |premises, maker| {
        let mut because = Because::default();
        let (domains, mobility) = (&premises.plan.domains, &premises.plan.mobility);
        let is_judged = *because.read(&mobility.autodiscover) == Autodiscover::Automatic
            && *because.read(&mobility.access) == Access::InternalAndExternal;
        if !is_judged || because.read(&domains.sip).is_empty() {
            return;
        }
        let is_full =
            |because: &mut Because| *because.read(&domains.internal_sip_zones) == InternalZones::Full;
        let is_directory = |because: &mut Because| {
            let directory = because.read(&domains.active_directory);
            because.read(&domains.sip).iter().any(|domain| domain.as_fqdn() == directory)
        };
        if because.either(is_full, is_directory) {
            let finding = maker.finding(Severity::Advice, domains.internal_sip_zones.path());
            maker.tell(&because, finding);
        }
    },
};

/// Desktop clients ask their users whether a server outside the SIP domain may be trusted.
const DESKTOP_TRUST_PROMPT: Rule<Finding> = Rule {
    id: "desktop-trust-prompt",
    facts: &["M-068"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        because.note(plan.sites.path());
        let mut names = Vec::new();
        for pool in premises.topology.front_ends() {
            names.push(because.read(&pool.fqdn));
            names.push(because.read(&pool.external.fqdn));
        }
        let domains = because.read(&plan.domains.sip);
        let asked = |domain: &SipDomain| names.iter().find(|name| !name.is_within(domain.as_fqdn()));
        let met: Vec<_> = domains.iter().filter(|domain| asked(domain).is_some()).collect();
        if let Some((first, name)) = met.first().and_then(|first| Some((first, asked(first)?))) {
            let finding = maker
                .finding(Severity::Advice, plan.domains.sip.path())
                .with("domain", first)
                .with("name", name)
                .counting("count", met.len());
            maker.tell(&because, finding);
        }
    },
};

/// A public side that people without IPv6 can't reach.
const IPV6_ONLY: Rule<Finding> = Rule {
    id: "ipv6-only",
    facts: &["M-058"],
    make: |premises, maker| {
        let proxies = premises.topology.proxies.iter().map(|proxy| &proxy.external);
        let edges = premises.topology.edges.iter();
        let services =
            edges.flat_map(|edge| Service::ALL.iter().map(|service| &edge.service(*service).addresses));
        let public: Vec<&Answer<Vec<Address>>> = proxies.chain(services).collect();
        for answer in public {
            let mut because = Because::default();
            if *because.read(&premises.plan.mobility.access) != Access::InternalAndExternal {
                return;
            }
            let addresses = because.read(answer);
            if !addresses.is_empty() && addresses.iter().all(Address::is_v6) {
                let finding = maker.finding(Severity::Warning, answer.path()).with("answer", answer.path());
                maker.tell(&because, finding);
            }
        }
    },
};
