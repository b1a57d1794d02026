//! Users of Cloud Connector and windows for updates: sites that are none, lines that can't be (C-206 to C-211, C-220).

use std::collections::HashMap;

use super::deployed;
use crate::catalog::cloud_connector;
use crate::finding::{Finding, Severity};
use crate::plan::{Because, Path, Recurrence};
use crate::requirement::rule::{Maker, Rule};
use crate::topology::CloudConnector;
use crate::value::FreeText;

/// The rules of this file, in their order.
pub(in crate::requirement::consistency) const RULES: &[Rule<Finding>] = &[
    SITE_UNKNOWN,
    WITHOUT_SITE,
    LINE_NOT_E164,
    LINE_TWICE,
    LINE_OF_MANY,
    TOO_MANY_WINDOWS,
    WINDOW_WITHOUT_DAYS,
];

/// A user or a window of a site that is none.
const SITE_UNKNOWN: Rule<Finding> = Rule {
    id: "cloud-site-unknown",
    facts: &["C-076", "C-210", "C-220", "C-264"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        for user in &cloud.answers.users {
            let mut because = deployed.clone();
            if let Some(site) = because.read(&user.site) {
                judge_site(maker, cloud, because, user.site.path(), site);
            }
        }
        for window in &cloud.answers.update_windows {
            for site in window.sites.given().value() {
                let mut because = deployed.clone();
                because.read(&window.sites);
                judge_site(maker, cloud, because, window.sites.path(), site);
            }
        }
    },
};

fn judge_site(
    maker: &mut Maker<'_, Finding>,
    cloud: &CloudConnector,
    mut because: Because,
    path: &Path,
    site: &FreeText,
) {
    if cloud.sites.iter().all(|known| known.name.given().value() != site) {
        because.note(cloud.answers.pstn_sites.path());
        let known: Vec<&str> = cloud.sites.iter().map(|site| site.name.given().value().as_str()).collect();
        let finding = maker.finding(Severity::Error, path).with("site", site).with("known", known.join(", "));
        maker.tell(&because, finding);
    }
}

/// A user of no site, whose calls take the way of the fallback site.
const WITHOUT_SITE: Rule<Finding> = Rule {
    id: "cloud-user-without-site",
    facts: &["C-210", "C-211", "C-264"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        for user in &cloud.answers.users {
            let mut because = deployed.clone();
            if because.read(&user.site).is_none() {
                let finding = maker
                    .finding(Severity::Advice, user.site.path())
                    .with("user", because.read(&user.identity));
                maker.tell(&because, finding);
            }
        }
    },
};

/// A line whose number is none of E.164: one to fifteen digits, the first of them not zero.
const LINE_NOT_E164: Rule<Finding> = Rule {
    id: "cloud-line-not-e164",
    facts: &["C-207"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        for user in &cloud.answers.users {
            let mut because = deployed.clone();
            let Some(line) = because.read(&user.line_uri) else { continue };
            let digits = line.number();
            if digits.len() > cloud_connector().line_digits.value || digits.starts_with('0') {
                let finding = maker
                    .finding(Severity::Error, user.line_uri.path())
                    .with("line", line)
                    .counting("most", cloud_connector().line_digits.value);
                maker.tell(&because, finding);
            }
        }
    },
};

/// One line for two users.
const LINE_TWICE: Rule<Finding> = Rule {
    id: "cloud-line-twice",
    facts: &["C-205", "C-207"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        let mut lines: HashMap<&str, &Path> = HashMap::new();
        for user in &cloud.answers.users {
            let mut because = deployed.clone();
            let Some(line) = because.read(&user.line_uri) else { continue };
            let path = user.line_uri.path();
            let first = *lines.entry(line.as_str()).or_insert(path);
            if first != path {
                because.note(first);
                let finding = maker.finding(Severity::Error, path).with("line", line).with("answer", first);
                maker.tell(&because, finding);
            }
        }
    },
};

/// One line for everybody whom a name with `*` stands for.
const LINE_OF_MANY: Rule<Finding> = Rule {
    id: "cloud-line-of-many",
    facts: &["C-206", "C-207"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        for user in &cloud.answers.users {
            let mut because = deployed.clone();
            let identity = because.read(&user.identity);
            if identity.as_str().contains('*') && because.read(&user.line_uri).is_some() {
                let finding = maker.finding(Severity::Error, user.line_uri.path()).with("user", identity);
                maker.tell(&because, finding);
            }
        }
    },
};

/// More windows than a tenant can have.
const TOO_MANY_WINDOWS: Rule<Finding> = Rule {
    id: "cloud-too-many-update-windows",
    facts: &["C-220"],
    make: |premises, maker| {
        let Some((cloud, mut because)) = deployed(premises) else { return };
        let list = &cloud.answers.update_windows;
        let (count, most) = (because.read(list).len(), cloud_connector().update_windows.value);
        if count > most {
            let finding =
                maker.finding(Severity::Error, list.path()).counting("count", count).counting("most", most);
            maker.tell(&because, finding);
        }
    },
};

/// A weekly window that never opens.
const WINDOW_WITHOUT_DAYS: Rule<Finding> = Rule {
    id: "cloud-update-window-without-days",
    facts: &["C-220"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        for window in &cloud.answers.update_windows {
            let mut because = deployed.clone();
            if *because.read(&window.every) == Recurrence::Weekly && because.read(&window.days).is_empty() {
                let finding = maker
                    .finding(Severity::Error, window.days.path())
                    .with("window", because.read(&window.name));
                maker.tell(&because, finding);
            }
        }
    },
};
