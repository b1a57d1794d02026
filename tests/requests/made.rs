//! Plans, what they require, and requests for all of it: a key of each kind is made once and shared.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rcgen::{
    KeyPair, PKCS_ECDSA_P256_SHA256, PKCS_ECDSA_P384_SHA384, PKCS_RSA_SHA256, RsaKeySize, SignatureAlgorithm,
};
use serde_json::{Value as Json, json};
use ucplan::artifact::{Bundle, request};
use ucplan::blueprint::Blueprint;
use ucplan::catalog::{Templates, speaker};
use ucplan::plan::{Because, Document, Plan};
use ucplan::requirement::Certificate;

use crate::common::{sample, scenarios};

/// A key of each kind, by the plan's word.
pub static KEYS: LazyLock<BTreeMap<&str, KeyPair>> = LazyLock::new(|| {
    let rsa = |size| KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, size).unwrap();
    let ecdsa = |algorithm: &'static SignatureAlgorithm| KeyPair::generate_for(algorithm).unwrap();
    BTreeMap::from([
        ("rsa-2048", rsa(RsaKeySize::_2048)),
        ("rsa-3072", rsa(RsaKeySize::_3072)),
        ("rsa-4096", rsa(RsaKeySize::_4096)),
        ("ecdsa-p256", ecdsa(&PKCS_ECDSA_P256_SHA256)),
        ("ecdsa-p384", ecdsa(&PKCS_ECDSA_P384_SHA384)),
    ])
});

/// A certificate of a plan with its request.
pub struct Asked {
    /// The plan and the certificate, for messages and for a file's name.
    pub name: String,
    /// What is planned.
    pub certificate: Certificate,
    /// The parts of the subject that the profile lets through, less the common name: X.500's short name and the text.
    pub parts: Vec<(String, String)>,
    /// The request.
    pub pem: String,
}

/// Sets answers of a plan.
pub fn with(text: &str, answers: &[(&str, Json)]) -> Document {
    answers.iter().fold(Document::parse(text).unwrap(), |document, (path, value)| {
        let changed = document.set(&path.parse().unwrap(), value);
        changed.unwrap_or_else(|error| panic!("{path}: {error:?}"))
    })
}

/// What follows from a plan.
pub fn blueprint(document: &Document) -> Blueprint {
    Blueprint::of(Plan::read(document, &Templates::default()).unwrap())
}

/// The files of a plan.
pub fn bundle(document: &Document) -> Bundle {
    let words = speaker("en").unwrap();
    let made = blueprint(document).compose(document.text(), &Templates::default(), &words, false);
    assert_eq!(made.findings, []);
    made.bundle
}

/// Requests for every certificate of a plan.
pub fn asked(name: &str, document: &Document) -> Vec<Asked> {
    let plan = blueprint(document).plan;
    let requests = bundle(document).key_requests.into_iter();
    let asked = requests.map(|wanted| {
        let certificate = wanted.certificate;
        let parts = certificate.profile.subject.of(&plan, &mut Because::default());
        let parts =
            parts.iter().map(|(key, _, text)| ((*key).to_owned(), text.as_str().to_owned())).collect();
        let pem = request(&certificate, &plan, &KEYS[certificate.key.word()]).unwrap();
        Asked { name: format!("{name} {}", certificate.id), parts, certificate, pem }
    });
    asked.collect()
}

/// Answers that have every certificate asked for here, of a kind of key.
pub fn here(kind: &str) -> Vec<(&'static str, Json)> {
    vec![("certificates.keys_made", json!("here")), ("certificates.key", json!(kind))]
}

/// A subject with whatever is awkward, some of it Korean.
pub fn awkward() -> Vec<(&'static str, Json)> {
    vec![
        ("certificates.subject.country", json!("KR")),
        ("certificates.subject.state", json!("서울특별시")),
        ("certificates.subject.locality", json!("강남구, \"역삼\" + 1; #2")),
        ("certificates.subject.organization", json!("주식회사 윙팁 <토이즈> = 100% \\")),
        ("certificates.subject.organizational_unit", json!("#AB \"\"")),
    ]
}

/// Plans by name: every scenario, each kind of key, a long list, an awkward subject, authorities that sign less.
pub fn plans(answers: impl Fn(&str) -> Vec<(&'static str, Json)>) -> Vec<(String, Document)> {
    let mut plans: Vec<(String, Document)> =
        scenarios().into_iter().map(|(name, text)| (name, with(&text, &answers("ecdsa-p256")))).collect();
    let mut add = |name: &str, kind: &str, more: Vec<(&'static str, Json)>| {
        plans.push((name.to_owned(), with(sample("two-domains"), &[answers(kind), more].concat())));
    };
    for kind in KEYS.keys() {
        add(kind, kind, Vec::new());
    }
    let domains: Vec<String> = (0..130).map(|number| format!("branch-{number}.example")).collect();
    add("long", "ecdsa-p256", vec![("domains.sip", json!(domains))]);
    add("korean", "rsa-2048", awkward());
    let oauth = [
        ("exchange.integrate", json!(true)),
        ("exchange.servers", json!([{ "fqdn": "denmail01.corp.proseware.example" }])),
        ("exchange.oauth_certificate", json!("dedicated")),
    ];
    add("oauth", "ecdsa-p256", oauth.to_vec());
    let strict = ("certificates.public_ca", json!("lets-encrypt-tlsserver"));
    add("no-common-name", "ecdsa-p256", vec![strict]);
    plans
}
