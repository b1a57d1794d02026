//! Sites of Cloud Connector: whether there are any, how many appliances they have, what they carry, who falls back on
//! which (C-030 to C-039, C-110, C-111, C-202).

use super::deployed;
use crate::catalog::cloud_connector;
use crate::finding::{Finding, Severity};
use crate::plan::CloudHardware;
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(in crate::requirement::consistency) const RULES: &[Rule<Finding>] = &[
    NOTHING_THERE,
    TOO_MANY_SITES,
    TOO_MANY_APPLIANCES,
    ONE_APPLIANCE,
    TOO_FEW_CALLS,
    MEDIA_PORTS_FEW,
    MEDIA_PORTS_OUTSIDE,
    FALLBACK_UNKNOWN,
    FALLBACK_UNSAID,
    SITE_DIRECTORY,
];

/// No site, or a site without appliances or gateways.
const NOTHING_THERE: Rule<Finding> = Rule {
    id: "cloud-nothing-there",
    facts: &["C-011", "C-030"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        let mut because = deployed.clone();
        let list = &cloud.answers.pstn_sites;
        if because.read(list).is_empty() {
            let finding = maker.finding(Severity::Error, list.path()).with("answer", list.path());
            maker.tell(&because, finding);
        }
        // Of too many sites some have to go first.
        let judged = cloud.sites.iter().filter(|_| cloud.sites.len() <= cloud_connector().sites.value);
        for site in judged {
            let (appliances, gateways) = (&site.answers.appliances, &site.answers.gateways);
            let empty = [
                (appliances.iter().next().is_none(), appliances.path()),
                (gateways.iter().next().is_none(), gateways.path()),
            ];
            for (_, path) in empty.into_iter().filter(|(is_empty, _)| *is_empty) {
                let mut because = deployed.clone();
                because.note(path);
                let finding = maker.finding(Severity::Error, path).with("answer", path);
                maker.tell(&because, finding);
            }
        }
    },
};

/// More sites than a tenant can have.
const TOO_MANY_SITES: Rule<Finding> = Rule {
    id: "cloud-too-many-sites",
    facts: &["C-031"],
    make: |premises, maker| {
        let Some((cloud, mut because)) = deployed(premises) else { return };
        let list = &cloud.answers.pstn_sites;
        let (count, most) = (because.read(list).len(), cloud_connector().sites.value);
        if count > most {
            let finding =
                maker.finding(Severity::Error, list.path()).counting("count", count).counting("most", most);
            maker.tell(&because, finding);
        }
    },
};

/// More appliances than a site can have.
const TOO_MANY_APPLIANCES: Rule<Finding> = Rule {
    id: "cloud-too-many-appliances",
    facts: &["C-031", "C-033", "C-035"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        let most = cloud_connector().appliances_per_site.value;
        for site in &cloud.sites {
            let mut because = deployed.clone();
            let list = &site.answers.appliances;
            let count = because.read(list).len();
            if count > most {
                let finding = maker
                    .finding(Severity::Error, list.path())
                    .with("site", because.read(&site.name))
                    .counting("count", count)
                    .counting("most", most);
                maker.tell(&because, finding);
            }
        }
    },
};

/// No appliance to spare.
const ONE_APPLIANCE: Rule<Finding> = Rule {
    id: "cloud-one-appliance",
    facts: &["C-034", "C-035", "C-270"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        for site in &cloud.sites {
            let mut because = deployed.clone();
            let list = &site.answers.appliances;
            if because.read(list).len() == 1 {
                let finding =
                    maker.finding(Severity::Warning, list.path()).with("site", because.read(&site.name));
                maker.tell(&because, finding);
            }
        }
    },
};

/// The site carries fewer calls than it must, with one appliance spare.
const TOO_FEW_CALLS: Rule<Finding> = Rule {
    id: "cloud-too-few-calls",
    facts: &["C-032", "C-033", "C-034", "C-035", "C-038", "C-111"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        for site in &cloud.sites {
            let mut because = deployed.clone();
            let answer = &site.answers.calls;
            let Some(wanted) = because.read(answer) else { continue };
            let (each, carried) = (*because.read(&site.calls_each), *because.read(&site.capacity));
            if carried < wanted.0 {
                let needed = wanted.0.div_ceil(each.max(1)) + 1;
                let finding = maker
                    .finding(Severity::Warning, answer.path())
                    .with("site", because.read(&site.name))
                    .with("wanted", wanted.0)
                    .with("carried", carried)
                    .with("each", each)
                    .with("ports", because.read(&cloud.answers.media_ports.count).0)
                    .with("needed", needed);
                maker.tell(&because, finding);
            }
        }
    },
};

/// Fewer media ports than the hardware could use.
const MEDIA_PORTS_FEW: Rule<Finding> = Rule {
    id: "cloud-media-ports-few",
    facts: &["C-032", "C-110", "C-111", "CD-6"],
    make: |premises, maker| {
        let Some((cloud, mut because)) = deployed(premises) else { return };
        let numbers = cloud_connector();
        let answer = &cloud.answers.media_ports.count;
        let count = because.read(answer).0;
        let by_hardware = match because.read(&cloud.answers.hardware) {
            CloudHardware::Normal => numbers.calls_normal.value,
            CloudHardware::Minimum => numbers.calls_minimum.value,
        };
        let calls = count / numbers.ports_per_call.value;
        if calls < by_hardware {
            let finding = maker
                .finding(Severity::Warning, answer.path())
                .with("count", count)
                .with("calls", calls)
                .with("hardware", by_hardware)
                .with("fewer", count / numbers.ports_per_call_help.value)
                .with("wanted", by_hardware * numbers.ports_per_call.value);
            maker.tell(&because, finding);
        }
    },
};

/// Media ports that are none, or beyond those of the documents.
const MEDIA_PORTS_OUTSIDE: Rule<Finding> = Rule {
    id: "cloud-media-ports-outside",
    facts: &["C-110", "C-111", "CD-14"],
    make: |premises, maker| {
        let Some((cloud, mut because)) = deployed(premises) else { return };
        let answers = &cloud.answers.media_ports;
        let usual = cloud_connector().media_ports.value;
        let first = u32::from(because.read(&answers.first).number());
        let last = first + because.read(&answers.count).0 - 1;
        let is_usual = first >= usual.first.number().into() && last <= usual.last.number().into();
        if !is_usual {
            let is_none = last > u16::MAX.into();
            let finding = maker
                .finding(if is_none { Severity::Error } else { Severity::Warning }, &answers.at)
                .with("first", first)
                .with("last", last)
                .with("usual", format!("{}-{}", usual.first, usual.last))
                .with("none", is_none);
            maker.tell(&because, finding);
        }
    },
};

/// The fallback site is none.
const FALLBACK_UNKNOWN: Rule<Finding> = Rule {
    id: "cloud-fallback-unknown",
    facts: &["C-202", "C-211", "C-262"],
    make: |premises, maker| {
        let Some((cloud, mut because)) = deployed(premises) else { return };
        let answer = &cloud.answers.fallback_site;
        let Some(wanted) = because.read(answer) else { return };
        if cloud.sites.iter().all(|site| site.name.given().value() != wanted) {
            because.note(cloud.answers.pstn_sites.path());
            let finding = maker.finding(Severity::Error, answer.path()).with("site", wanted);
            maker.tell(&because, finding);
        }
    },
};

/// Several sites, and nobody says which one serves users without any.
const FALLBACK_UNSAID: Rule<Finding> = Rule {
    id: "cloud-fallback-unsaid",
    facts: &["C-202", "C-211", "C-262"],
    make: |premises, maker| {
        let Some((cloud, mut because)) = deployed(premises) else { return };
        let answer = &cloud.answers.fallback_site;
        if let (None, [first, _, ..]) = (because.read(answer), &cloud.sites[..]) {
            because.note(cloud.answers.pstn_sites.path());
            let finding =
                maker.finding(Severity::Warning, answer.path()).with("first", because.read(&first.name));
            maker.tell(&because, finding);
        }
    },
};

/// A site directory that is no share: other hosts can't reach it.
const SITE_DIRECTORY: Rule<Finding> = Rule {
    id: "cloud-site-directory-no-share",
    facts: &["C-236", "C-251"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        for site in &cloud.sites {
            let mut because = deployed.clone();
            let answer = &site.answers.site_directory;
            let Some(share) = because.read(answer) else { continue };
            let parts = share.as_str().strip_prefix(r"\\").map(|rest| rest.split('\\'));
            let is_share = parts.is_some_and(|parts| {
                let parts: Vec<&str> = parts.collect();
                parts.len() >= 2 && parts.iter().all(|part| !part.trim().is_empty())
            });
            if !is_share {
                let finding = maker.finding(Severity::Error, answer.path()).with("share", share);
                maker.tell(&because, finding);
            }
        }
    },
};
