//! Certificates that are used again, and subjects that an authority changes (D-004, D-010, D-011).

use std::collections::BTreeSet;

use super::lifecycle::meets_public_certificates;
use crate::catalog::CommonName;
use crate::finding::{Finding, Severity};
use crate::plan::Because;
use crate::requirement::certificate::{CertificateRole, Issuer, SubjectName};
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[
    REUSED_CERTIFICATE_UNKNOWN,
    REUSED_CERTIFICATE_NAMES,
    REUSED_CERTIFICATE_EXPIRES,
    COMMON_NAME_LEFT_OUT,
    ORGANIZATIONAL_UNIT_LEFT_OUT,
];

/// A certificate that exists stands for none of the plan.
const REUSED_CERTIFICATE_UNKNOWN: Rule<Finding> = Rule {
    id: "reused-certificate-unknown",
    facts: &["P-004"],
    make: |premises, maker| {
        for existing in &premises.plan.certificates.existing {
            let mut because = Because::default();
            let name = because.read(&existing.name).as_str();
            if premises.certificates.iter().any(|row| row.body.id == name) {
                continue;
            }
            // Which certificates there are rests on all that makes them.
            for row in premises.certificates {
                because.join(row.reason.because());
            }
            let ids: Vec<&str> = premises.certificates.iter().map(|row| row.body.id.as_str()).collect();
            let finding = maker
                .finding(Severity::Error, existing.name.path())
                .with("name", name)
                .with("known", ids.join(", "));
            maker.tell(&because, finding);
        }
    },
};

/// A certificate that exists lacks names. One whose names nobody wrote down is not judged.
const REUSED_CERTIFICATE_NAMES: Rule<Finding> = Rule {
    id: "reused-certificate-names",
    facts: &["M-083", "M-088", "M-092", "M-093", "M-094", "M-099", "M-310", "E-171"],
    make: |premises, maker| {
        for existing in &premises.plan.certificates.existing {
            let mut because = Because::default();
            let name = because.read(&existing.name).as_str();
            let Some(row) = premises.certificates.iter().find(|row| row.body.id == name) else {
                continue;
            };
            let names: BTreeSet<&SubjectName> = because.read(&existing.names).iter().collect();
            if names.is_empty() {
                continue;
            }
            for own in row.body.names() {
                because.join(own.reason.because());
            }
            let missing: Vec<String> = row
                .body
                .names()
                .iter()
                .filter(|own| !names.contains(&own.name))
                .map(|own| own.name.to_string())
                .collect();
            if let [first, ..] = &missing[..] {
                let finding = maker
                    .finding(Severity::Error, existing.names.path())
                    .with("certificate", name)
                    .with("first", first)
                    .counting("count", missing.len());
                maker.tell(&because, finding);
            }
        }
    },
};

/// A certificate that exists is no longer valid on the day of going live.
const REUSED_CERTIFICATE_EXPIRES: Rule<Finding> = Rule {
    id: "reused-certificate-expires",
    facts: &["M-105", "D-012"],
    make: |premises, maker| {
        for existing in &premises.plan.certificates.existing {
            let mut because = Because::default();
            let Some(expires) = *because.read(&existing.expires) else { continue };
            let Some(day) = premises.go_live(&mut because) else { return };
            if expires < day {
                let finding = maker
                    .finding(Severity::Error, existing.expires.path())
                    .with("certificate", because.read(&existing.name))
                    .with("expires", expires)
                    .with("day", day);
                maker.tell(&because, finding);
            }
        }
    },
};

/// An authority that signs no common names, where the product looks for one. Names that are too long are another finding.
const COMMON_NAME_LEFT_OUT: Rule<Finding> = Rule {
    id: "common-name-left-out",
    facts: &["M-099", "E-171", "D-004"],
    make: |premises, maker| {
        let answer = &premises.plan.certificates.public_ca;
        for row in premises.certificates.iter().filter(|row| row.body.issuer == Issuer::Public) {
            let mut because = Because::default();
            if because.read(answer).authority().common_name.value == CommonName::Optional {
                return;
            }
            let body = &row.body;
            for own in body.names().iter().filter(|own| own.name.is(&body.subject)) {
                because.join(own.reason.because());
            }
            let is_proxy = body.role == CertificateRole::ReverseProxy;
            let finding = maker
                .finding(if is_proxy { Severity::Warning } else { Severity::Error }, answer.path())
                .with("certificate", &body.id)
                .with("subject", &body.subject)
                .with("proxy", is_proxy);
            maker.tell(&because, finding);
        }
    },
};

/// An organizational unit that no public authority signs.
const ORGANIZATIONAL_UNIT_LEFT_OUT: Rule<Finding> = Rule {
    id: "organizational-unit-left-out",
    facts: &["D-010", "D-011"],
    make: |premises, maker| {
        let mut because = Because::default();
        let unit = &premises.plan.certificates.subject.organizational_unit;
        if because.read(unit).as_text().is_empty() {
            return;
        }
        if meets_public_certificates(premises, &mut because) {
            let finding = maker.finding(Severity::Advice, unit.path());
            maker.tell(&because, finding);
        }
    },
};
