//! Whether a certificate has the name that was asked for, and is believed.

use super::hop::{Broken, Hop, Leg};
use super::world::World;
use crate::plan::Path;
use crate::requirement::{Certificate, CertificateName, Issuer, Row};
use crate::text::Message;
use crate::topology::Pool;
use crate::value::{Address, Fqdn, SubjectName};

/// Whose certificates somebody believes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Trust<'r> {
    /// Those of the company's own authority as well.
    Everybody,
    /// Those of public authorities alone, because of an answer where one says so.
    PublicOnly(Option<&'r Path>),
    /// The same, but a person is asked who may go on.
    Asking(&'r Path),
}

/// The name by which a certificate has a host: its own, or the wildcard of the domain that it lies directly below.
fn name_for(certificate: &Certificate, host: &Fqdn) -> Option<SubjectName> {
    let own = SubjectName::Host(host.clone());
    if has(certificate, &own) {
        return Some(own);
    }
    let (_, parent) = host.as_str().split_once('.')?;
    let wildcard = SubjectName::Wildcard(parent.parse().ok()?);
    has(certificate, &wildcard).then_some(wildcard)
}

fn has(certificate: &Certificate, name: &SubjectName) -> bool {
    let among = |names: &[CertificateName]| names.binary_search_by(|one| one.name.cmp(name)).is_ok();
    among(&certificate.own_names) || among(&certificate.common_names)
}

/// The identity of a name of a certificate.
pub(super) fn name_id(certificate: &Certificate, name: &SubjectName) -> String {
    format!("certificate {} {name}", certificate.id)
}

impl<'r> World<'r> {
    /// Is shown a certificate, and looks whether it fits.
    pub(super) fn believe(
        leg: &mut Leg,
        row: &'r Row<Certificate>,
        host: &Fqdn,
        trust: Trust<'_>,
    ) -> Result<(), Broken> {
        let certificate = &row.body;
        let Some(name) = name_for(certificate, host) else {
            let step = Message::new("journey-name-missing").with("id", &certificate.id).with("name", host);
            return leg.end(Hop::fail(step).by(row, format!("certificate {} {host}", certificate.id)));
        };
        let id = name_id(certificate, &name);
        match (certificate.issuer, trust) {
            (Issuer::Internal, Trust::PublicOnly(answer)) => {
                let step = Message::new("journey-not-trusted").with("id", &certificate.id);
                let hop = Hop::fail(step).by(row, format!("certificate {}", certificate.id));
                return leg.end(answer.into_iter().fold(hop, Hop::answered));
            }
            (Issuer::Internal, Trust::Asking(answer)) => {
                let step = Message::new("journey-warned").with("id", &certificate.id).with("name", host);
                leg.add(Hop::remark(step).by(row, id).answered(answer));
                return Ok(());
            }
            _ => {}
        }
        let step = Message::new("journey-certificate").with("id", &certificate.id).with("name", &name);
        leg.add(Hop::pass(step).by(row, id));
        Ok(())
    }

    /// Every server of a pool behind an address shows its certificate of a type.
    pub(super) fn believe_servers(
        &self,
        leg: &mut Leg,
        (pool, address): (&'r Pool, Address),
        use_of: &'static str,
        host: &Fqdn,
        trust: Trust<'_>,
    ) -> Result<(), Broken> {
        for server in World::servers_at(pool, address) {
            let fqdn = server.fqdn.given().value();
            let shown = self.held_by(fqdn.as_str());
            let shown = shown.iter().find(|row| row.body.assign_to.contains(&use_of));
            let Some(row) = shown else {
                let step = Message::new("journey-no-certificate").with("host", fqdn).with("type", use_of);
                return leg.end(Hop::fail(step).lacking(format!("certificate {fqdn}")));
            };
            Self::believe(leg, row, host, trust)?;
        }
        Ok(())
    }
}
