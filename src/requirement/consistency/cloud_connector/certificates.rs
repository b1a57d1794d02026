//! Certificates of Cloud Connector that an authority does not sign as they must be (C-161 to C-169, D-004, D-006).

use super::deployed;
use crate::catalog::{crowds, fits_common_name, numbers};
use crate::finding::{Finding, Severity};
use crate::requirement::certificate::{Certificate, CertificateRole, name_limit};
use crate::requirement::rule::{Premises, Row, Rule};

/// The rules of this file, in their order.
pub(in crate::requirement::consistency) const RULES: &[Rule<Finding>] = &[SUBJECT_TOO_LONG, MANY_NAMES];

/// The certificates of Edge Servers.
fn of_edges<'p>(premises: &Premises<'p>) -> impl Iterator<Item = &'p Row<Certificate>> + use<'p> {
    premises.certificates.iter().filter(|row| row.body.role == CertificateRole::CloudConnectorEdge)
}

/// The name of an Access Edge or of a gateway, which must be the subject of a certificate, is too long for that.
const SUBJECT_TOO_LONG: Rule<Finding> = Rule {
    id: "cloud-common-name-too-long",
    facts: &["C-161", "C-162", "C-163", "C-169", "D-006"],
    make: |premises, maker| {
        let Some((_, deployed)) = deployed(premises) else { return };
        let roles = [CertificateRole::CloudConnectorEdge, CertificateRole::PstnGateway];
        for row in premises.certificates.iter().filter(|row| roles.contains(&row.body.role)) {
            let body = &row.body;
            if fits_common_name(body.subject.as_str()) {
                continue;
            }
            let mut because = deployed.clone();
            for own in body.names().iter().filter(|own| own.name.is(&body.subject)) {
                because.join(own.reason.because());
            }
            let finding = maker
                .finding(Severity::Error, premises.plan.cloud_connector.certificate.path())
                .with("certificate", &body.id)
                .with("name", &body.subject)
                .counting("count", body.subject.as_str().len())
                .counting("most", numbers().common_name.value);
            maker.tell(&because, finding);
        }
    },
};

/// More names than the authority signs, or nearly so many: SIP domains bring one each.
const MANY_NAMES: Rule<Finding> = Rule {
    id: "cloud-certificate-name-limit",
    facts: &["C-164", "C-165", "D-004"],
    make: |premises, maker| {
        let Some((cloud, deployed)) = deployed(premises) else { return };
        for row in of_edges(premises) {
            let mut because = deployed.clone();
            let most = name_limit(premises, &mut because);
            let count = row.body.name_count();
            if count > most || crowds(count, most) {
                because.join(row.reason.because());
                let is_over = count > most;
                let finding = maker
                    .finding(
                        if is_over { Severity::Error } else { Severity::Warning },
                        cloud.answers.certificate.path(),
                    )
                    .with("certificate", &row.body.id)
                    .with("over", is_over)
                    .counting("count", count)
                    .counting("most", most);
                maker.tell(&because, finding);
            }
        }
    },
};
