//! OpenSSL, `GnuTLS` and Python's `cryptography` read every request of every plan: the names in their order, the key, the
//! usages and the subject are as planned, and there is one list of names.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use serde_json::{Value as Json, json};
use tempfile::TempDir;
use ucplan::inspect::ExistingRequest;

use crate::common::{python_with, succeed, tool};
use crate::made::{Asked, asked, here, plans};

/// Every request, and the folder where each is a file with its number.
static ALL: LazyLock<(TempDir, Vec<Asked>)> = LazyLock::new(|| {
    let desk = tempfile::tempdir().unwrap();
    let all: Vec<Asked> = plans(here).iter().flat_map(|(name, document)| asked(name, document)).collect();
    for (number, one) in all.iter().enumerate() {
        fs::write(desk.path().join(format!("{number}.csr")), &one.pem).unwrap();
    }
    (desk, all)
});

fn folder() -> &'static Path {
    ALL.0.path()
}

/// The names of a certificate in their order.
pub fn names(asked: &Asked) -> Vec<String> {
    asked.certificate.names().iter().map(|name| name.name.to_string()).collect()
}

/// What a reader must find.
fn planned(asked: &Asked) -> Json {
    let is_rsa = asked.certificate.key.word().starts_with("rsa");
    let name = asked.certificate.profile.has_common_name;
    let name = name.then(|| ("CN".to_owned(), asked.certificate.subject.to_string()));
    // Names that stand for an empty subject are critical (RFC 5280).
    let is_bare = name.is_none() && asked.parts.is_empty();
    let usages: &[&str] =
        if is_rsa { &["digital_signature", "key_encipherment"] } else { &["digital_signature"] };
    json!({
        "names": names(asked),
        "key": asked.certificate.key.word(),
        "subject": asked.parts.iter().cloned().chain(name).collect::<Vec<_>>(),
        "usages": usages,
        "purposes": ["1.3.6.1.5.5.7.3.1"],
        "critical": if is_bare { vec!["2.5.29.15", "2.5.29.17"] } else { vec!["2.5.29.15"] },
        "extensions": ["2.5.29.15", "2.5.29.17", "2.5.29.37"],
        "signed": true,
        "country": "PRINTABLE",
    })
}

const READER: &str = r#"
import json, pathlib
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.name import _ASN1Type
SHORT = {"2.5.4.6": "C", "2.5.4.8": "ST", "2.5.4.7": "L", "2.5.4.10": "O", "2.5.4.11": "OU", "2.5.4.3": "CN"}
USAGES = ["digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
          "key_cert_sign", "crl_sign"]
def read(path):
    r = x509.load_pem_x509_csr(path.read_bytes())
    key = r.public_key()
    word = f"rsa-{key.key_size}" if isinstance(key, rsa.RSAPublicKey) else f"ecdsa-p{key.curve.key_size}"
    of = lambda kind: r.extensions.get_extension_for_class(kind).value
    usage = of(x509.KeyUsage)
    countries = [a for a in r.subject if a.oid.dotted_string == "2.5.4.6"]
    return {
        "names": of(x509.SubjectAlternativeName).get_values_for_type(x509.DNSName),
        "key": word,
        "subject": [[SHORT[a.oid.dotted_string], a.value] for a in r.subject],
        "usages": [name for name in USAGES if getattr(usage, name)],
        "purposes": [oid.dotted_string for oid in of(x509.ExtendedKeyUsage)],
        "critical": sorted(e.oid.dotted_string for e in r.extensions if e.critical),
        "extensions": sorted(e.oid.dotted_string for e in r.extensions),
        "signed": r.is_signature_valid,
        "country": "PRINTABLE" if all(a._type == _ASN1Type.PrintableString for a in countries) else "OTHER",
    }
files = sorted(pathlib.Path(".").glob("*.csr"), key=lambda path: int(path.stem))
print(json.dumps([read(path) for path in files]))
"#;

#[test]
fn python_reads_what_is_planned() {
    let Some(python) = python_with(&["cryptography"]) else { return };
    let read: Vec<Json> =
        serde_json::from_str(&succeed(&python, folder(), &["-X", "utf8", "-c", READER])).unwrap();
    assert_eq!(read.len(), ALL.1.len());
    for (asked, read) in ALL.1.iter().zip(&read) {
        assert_eq!(planned(asked), *read, "{}", asked.name);
    }
}

#[test]
fn openssl_reads_what_is_planned() {
    let Some(openssl) = tool("openssl") else { return };
    for (number, asked) in ALL.1.iter().enumerate() {
        let file = format!("{number}.csr");
        let text = succeed(&openssl, folder(), &["req", "-verify", "-noout", "-text", "-in", &file]);
        assert!(text.contains("verify OK"), "{}: {text}", asked.name);
        assert_eq!(text.matches("X509v3 Subject Alternative Name").count(), 1, "{}", asked.name);
        let found = text.split("DNS:").skip(1).map(|rest| rest.split([',', '\n']).next().unwrap().trim());
        assert!(found.eq(names(asked).iter().map(String::as_str)), "{}: {text}", asked.name);
        let is_rsa = asked.certificate.key.word().starts_with("rsa");
        let usages = if is_rsa { "Digital Signature, Key Encipherment" } else { "Digital Signature" };
        let line = |begin: &str| text.split(begin).nth(1).unwrap().lines().nth(1).unwrap().trim().to_owned();
        assert_eq!(line("X509v3 Key Usage: critical"), usages, "{}", asked.name);
        assert_eq!(line("X509v3 Extended Key Usage:"), "TLS Web Server Authentication", "{}", asked.name);
        assert_eq!(text.contains("CN = "), asked.certificate.profile.has_common_name, "{}", asked.name);
    }
}

#[test]
fn certtool_reads_what_is_planned() {
    let Some(certtool) = tool("certtool") else { return };
    for (number, asked) in ALL.1.iter().enumerate() {
        let text = succeed(&certtool, folder(), &["--crq-info", "--infile", &format!("{number}.csr")]);
        assert!(text.contains("Self signature: verified"), "{}: {text}", asked.name);
        assert_eq!(text.matches("Subject Alternative Name").count(), 1, "{}", asked.name);
        let found = text.lines().filter_map(|line| line.trim().strip_prefix("DNSname: "));
        assert!(found.eq(names(asked).iter().map(String::as_str)), "{}: {text}", asked.name);
        assert!(
            text.contains("Key Usage (critical):\n\t\t\t\tDigital signature.\n"),
            "{}: {text}",
            asked.name
        );
        let is_rsa = asked.certificate.key.word().starts_with("rsa");
        assert_eq!(text.contains("Key encipherment."), is_rsa, "{}: {text}", asked.name);
        assert!(text.contains("(not critical):\n\t\t\t\tTLS WWW Server.\n"), "{}: {text}", asked.name);
        assert!(!text.contains("TLS WWW Client"), "{}: {text}", asked.name);
    }
}

#[test]
fn the_program_reads_its_own_requests() {
    for asked in &ALL.1 {
        let read = ExistingRequest::read(&asked.pem).unwrap();
        assert!(read.names.iter().eq(names(asked).iter().collect::<std::collections::BTreeSet<_>>()));
        assert_eq!(read.extensions.len(), 3, "{}", asked.name);
        assert_eq!(read.kind, asked.certificate.key.word());
        let named = asked.certificate.profile.has_common_name;
        assert_eq!(read.parts.len(), asked.parts.len() + usize::from(named), "{}", asked.name);
    }
}

#[test]
fn the_plans_have_all_that_is_to_be_read() {
    let has = |what: &dyn Fn(&Asked) -> bool| ALL.1.iter().any(what);
    for role in ["FrontEnd", "Director", "ReverseProxy", "EdgeExternal", "EdgeInternal", "Oauth"] {
        assert!(has(&|asked| format!("{:?}", asked.certificate.role) == role), "no {role}");
    }
    for kind in crate::made::KEYS.keys() {
        assert!(has(&|asked| asked.certificate.key.word() == *kind), "no {kind}");
    }
    assert!(has(&|asked| asked.certificate.name_count() >= 250));
    assert!(has(&|asked| asked.parts.iter().any(|(_, text)| text.contains("주식회사"))));
    assert!(has(&|asked| !asked.certificate.profile.has_common_name && asked.parts.is_empty()));
}
