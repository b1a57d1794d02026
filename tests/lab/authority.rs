//! Test authorities: each signs certificates for exactly the names that it is given.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use rustls::{RootCertStore, ServerConfig};

/// An authority that some trust.
pub struct Authority {
    root: CertifiedIssuer<'static, KeyPair>,
}

/// A certificate with its key.
pub struct Identity {
    chain: Vec<CertificateDer<'static>>,
    key: KeyPair,
    /// The certificate, followed by the authority's.
    pub pem: String,
}

impl Authority {
    /// A new authority of this name.
    pub fn new(name: &str) -> Self {
        let mut parameters = CertificateParams::default();
        parameters.distinguished_name.push(DnType::CommonName, name);
        parameters.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Self { root: CertifiedIssuer::self_signed(parameters, KeyPair::generate().unwrap()).unwrap() }
    }

    /// Its own certificate.
    pub fn pem(&self) -> String {
        self.root.pem()
    }

    /// Signs a certificate for the names in a text, one a line.
    #[track_caller]
    pub fn certify(&self, names: &str) -> Identity {
        let names: Vec<String> = names.lines().map(str::to_owned).collect();
        assert!(!names.is_empty(), "a certificate for nobody");
        let mut parameters = CertificateParams::new(names.clone()).unwrap();
        parameters.distinguished_name.push(DnType::CommonName, names[0].as_str());
        let key = KeyPair::generate().unwrap();
        let certificate = parameters.signed_by(&key, &self.root).unwrap();
        let pem = certificate.pem() + &self.pem();
        Identity { chain: vec![certificate.der().clone()], key, pem }
    }
}

impl Identity {
    /// Its private key.
    pub fn key_pem(&self) -> String {
        self.key.serialize_pem()
    }

    /// A server that shows it.
    pub fn server(&self) -> Arc<ServerConfig> {
        let key = PrivatePkcs8KeyDer::from(self.key.serialize_der());
        let builder = ServerConfig::builder().with_no_client_auth();
        Arc::new(builder.with_single_cert(self.chain.clone(), key.into()).unwrap())
    }
}

/// The authorities that somebody trusts, and no others.
pub fn trusted(authorities: &[&Authority]) -> RootCertStore {
    let mut store = RootCertStore::empty();
    for authority in authorities {
        store.add(authority.root.der().clone()).unwrap();
    }
    store
}
