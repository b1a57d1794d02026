//! What the role of a required certificate asks of one that exists. A new role is one arm here.

use crate::finding::Severity;
use crate::requirement::{Certificate, CertificateRole, Issuer};

/// What is asked.
pub(super) struct Demands {
    /// A wildcard may stand for hosts of simple URLs and of Autodiscover (M-091, M-310).
    pub(super) takes_wildcards: bool,
    /// It is one of the Edge.
    pub(super) is_edge: bool,
    /// How bad another subject is than the planned one, and by which facts.
    pub(super) subject: (Severity, &'static [&'static str]),
    /// The facts that say which names it has.
    pub(super) names: &'static [&'static str],
    /// How bad it is where nobody can look up whether it was revoked (M-105).
    pub(super) no_crl: Severity,
    /// A short key is an error whoever signs it.
    pub(super) long_key: bool,
    /// The facts that say that all machines have one and the same; none where each may have its own.
    pub(super) one_for_all: &'static [&'static str],
}

/// What a required certificate asks.
pub(super) const fn demands(required: &Certificate) -> Demands {
    let server = Demands {
        takes_wildcards: true,
        is_edge: false,
        subject: (Severity::Error, &["M-092", "M-093", "M-094", "M-095"]),
        names: &["M-083", "M-092", "M-093", "M-094", "M-095"],
        no_crl: Severity::Error,
        long_key: false,
        one_for_all: &[],
    };
    match required.role {
        CertificateRole::FrontEnd => server,
        CertificateRole::Director => {
            Demands { subject: (Severity::Error, &["M-096"]), names: &["M-083", "M-096"], ..server }
        }
        CertificateRole::ReverseProxy => Demands {
            subject: (Severity::Advice, &["M-099"]),
            names: &["M-083", "M-099"],
            no_crl: Severity::Warning,
            ..server
        },
        CertificateRole::EdgeExternal => Demands {
            takes_wildcards: false,
            is_edge: true,
            subject: (Severity::Error, &["E-171"]),
            names: &["E-171", "E-172"],
            one_for_all: &["E-170"],
            ..server
        },
        CertificateRole::EdgeInternal => Demands {
            takes_wildcards: false,
            is_edge: true,
            subject: (Severity::Error, &["E-173"]),
            names: &["E-173"],
            ..server
        },
        CertificateRole::Oauth => Demands {
            takes_wildcards: false,
            is_edge: false,
            subject: (Severity::Error, &["X-020", "X-032"]),
            names: &["X-009"],
            long_key: true,
            one_for_all: &["X-020", "X-025"],
            ..server
        },
        CertificateRole::CloudConnectorEdge => Demands {
            is_edge: true,
            subject: (Severity::Error, &["C-161", "C-162", "C-163"]),
            names: &["C-161", "C-162", "C-164", "C-165"],
            one_for_all: &["C-160"],
            ..server
        },
        CertificateRole::PstnGateway => Demands {
            takes_wildcards: false,
            is_edge: false,
            subject: (Severity::Error, &["C-169"]),
            names: &["C-169"],
            ..server
        },
    }
}

/// Whether a public authority is to sign it.
pub(super) fn is_public(required: &Certificate) -> bool {
    required.issuer == Issuer::Public
}
