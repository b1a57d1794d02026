//! The names that the plan has for the certificate of a command: a script compares them with those of the certificate
//! that the operator means.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Value as Json, json};

use crate::artifact::digest::sha256;
use crate::requirement::{Call, Certificate, CertificateName, Command, Requirements, Value};

/// A server, and what its certificate is used for.
type Place<'r> = (&'r str, Vec<&'r str>);

/// The names of all certificates; those that SIP domains bring are told once.
pub(in crate::artifact) struct Names<'r> {
    certificates: HashMap<Place<'r>, (&'r Certificate, Option<usize>)>,
    shared: Vec<&'r Arc<Vec<CertificateName>>>,
}

impl<'r> Names<'r> {
    /// Those of a plan.
    pub(in crate::artifact) fn of(requirements: &'r Requirements) -> Self {
        let mut names = Self { certificates: HashMap::new(), shared: Vec::new() };
        for row in &requirements.certificates {
            let certificate = &row.body;
            let common = names.index(&certificate.common_names);
            for host in &certificate.hosts {
                names.certificates.insert((host, certificate.assign_to.clone()), (certificate, common));
            }
        }
        names
    }

    /// Where a list stands among those that are told once; an empty one does not.
    fn index(&mut self, list: &'r Arc<Vec<CertificateName>>) -> Option<usize> {
        if list.is_empty() {
            return None;
        }
        let is_it = |known: &&Arc<Vec<CertificateName>>| {
            Arc::ptr_eq(known, list)
                || (known.len() == list.len() && known.iter().zip(&***list).all(|(a, b)| a.name == b.name))
        };
        Some(self.shared.iter().position(is_it).unwrap_or_else(|| {
            self.shared.push(list);
            self.shared.len() - 1
        }))
    }

    /// The names that several certificates have, each list with its number.
    pub(in crate::artifact) fn shared(&self) -> Vec<Json> {
        self.shared.iter().map(|list| texts(list).into()).collect()
    }

    /// The names of the certificate that a command requests or assigns.
    pub(in crate::artifact) fn of_command(&self, command: &Command) -> Option<Json> {
        let server = command.place.server()?;
        let (certificate, common) = self.certificates.get(&(server.as_str(), uses(&command.call)?))?;
        Some(json!({ "own": texts(&certificate.own_names), "common": common }))
    }

    /// What changes when the names of that certificate do.
    pub(in crate::artifact) fn digest(&self, command: &Command) -> Option<String> {
        let server = command.place.server()?;
        let (certificate, _) = self.certificates.get(&(server.as_str(), uses(&command.call)?))?;
        let names: Vec<_> = certificate.names().iter().map(|one| one.name.to_string()).collect();
        Some(sha256(names.join("\n").as_bytes()))
    }
}

fn texts(names: &[CertificateName]) -> Vec<String> {
    names.iter().map(|one| one.name.to_string()).collect()
}

/// What a command requests or assigns a certificate for.
pub(super) fn uses(call: &Call) -> Option<Vec<&str>> {
    let parameters =
        &call.invocations().into_iter().find(|one| one.cmdlet.ends_with("-CsCertificate"))?.parameters;
    parameters.iter().find_map(|(name, value)| match value {
        Value::Texts(uses) if *name == "Type" => Some(uses.iter().map(String::as_str).collect()),
        _ => None,
    })
}
