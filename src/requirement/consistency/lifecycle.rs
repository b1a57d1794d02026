//! Support and certificates on the day of going live (D-001 to D-008). Nothing here knows what day it is today.

use crate::catalog::{support, validity};
use crate::finding::{Finding, Severity};
use crate::plan::Because;
use crate::requirement::edge_use::is_pushed;
use crate::requirement::public_name::comes_from_wifi;
use crate::requirement::rule::{Premises, Rule};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[VERSION_OUT_OF_SUPPORT, PUBLIC_CERTIFICATE_VALIDITY];

/// A version whose support has ended by the day of going live.
const VERSION_OUT_OF_SUPPORT: Rule<Finding> = Rule {
    id: "version-out-of-support",
    facts: &["D-007", "D-008"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        let version = because.read(&plan.servers.version).word();
        let (Some(support), Some(day)) = (support(version), premises.go_live(&mut because)) else {
            return;
        };
        if support.valid_until < day {
            let way = support.upgrade.as_deref().unwrap_or("unknown");
            let finding = maker
                .finding(Severity::Warning, plan.servers.version.path())
                .with("version", version)
                .with("until", support.valid_until)
                .with("day", day)
                .with("way", if support.at_least { "newest" } else { way });
            maker.tell(&because, finding);
        }
    },
};

/// How long a public certificate of that day lasts. Whoever comes from outside, or from Wi-Fi through the reverse proxy,
/// meets one, and push needs that of the Edge.
const PUBLIC_CERTIFICATE_VALIDITY: Rule<Finding> = Rule {
    id: "public-certificate-validity",
    facts: &["M-012", "M-065", "M-103", "M-197", "E-170", "D-001", "D-002", "D-009"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        if !meets_public_certificates(premises, &mut because) {
            return;
        }
        let Some(day) = premises.go_live(&mut because) else {
            return;
        };
        let most = because.read(&plan.certificates.public_ca).authority().days(day);
        // One day less than the most (D-001).
        let days = most - 1;
        let finding = maker
            .finding(Severity::Advice, plan.certificates.public_ca.path())
            .with("day", day)
            .with("ends", day.days_later(days))
            .counting("most", most.into())
            .counting("days", days.into())
            .counting("reuse", validity(day).reuse.into());
        maker.tell(&because, finding);
    },
};

/// Whether anybody meets a public certificate.
pub(in crate::requirement) fn meets_public_certificates(
    premises: &Premises<'_>,
    because: &mut Because,
) -> bool {
    let plan = premises.plan;
    let outside = |because: &mut Because| {
        because.either(|because| plan.mobility.is_outside(because), |because| is_pushed(plan, because))
    };
    // Beside Cloud Connector there are no clients of servers, and its Edge Servers have one (C-160).
    let here = |because: &mut Because| because.either(outside, |because| comes_from_wifi(plan, because));
    because.either(|because| *because.read(&plan.cloud_connector.deploy), here)
}
