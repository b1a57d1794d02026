//! The table: files that people may have, and what exactly is said of each in the sample `two-domains`.

use crate::forge::{Forge, Wanted};

/// A file, and the verdict on what it holds.
pub struct Case {
    pub file: &'static str,
    pub made: fn(&Forge) -> Vec<u8>,
    /// The requirement that it fits best; empty: none.
    pub fits: &'static str,
    pub verdict: &'static str,
    /// The codes of what is found, in the order of the rules.
    pub found: &'static [&'static str],
}

const fn case(
    file: &'static str,
    made: fn(&Forge) -> Vec<u8>,
    fits: &'static str,
    verdict: &'static str,
    found: &'static [&'static str],
) -> Case {
    Case { file, made, fits, verdict, found }
}

/// Names of the reverse proxy.
pub const PROXY: &[&str] = &[
    "poolext.proseware.example",
    "dialin.proseware.example",
    "dirext.proseware.example",
    "lyncdiscover.lucernepublishing.example",
    "lyncdiscover.proseware.example",
    "meet.lucernepublishing.example",
    "meet.proseware.example",
];

/// Names of a Front End server, less its own.
pub const FRONT_END: &[&str] = &[
    "denpool01.corp.proseware.example",
    "admin.proseware.example",
    "dialin.proseware.example",
    "lyncdiscover.lucernepublishing.example",
    "lyncdiscover.proseware.example",
    "lyncdiscoverinternal.lucernepublishing.example",
    "lyncdiscoverinternal.proseware.example",
    "meet.lucernepublishing.example",
    "meet.proseware.example",
    "poolext.proseware.example",
    "poolint.corp.proseware.example",
    "sip.lucernepublishing.example",
    "sip.proseware.example",
];

const EDGE: &[&str] = &["sip.proseware.example", "conf.proseware.example", "sip.lucernepublishing.example"];

pub fn proxy() -> Wanted {
    Wanted::sound(PROXY)
}

pub fn edge() -> Wanted {
    Wanted::sound(EDGE)
}

/// A server of the pool: its number.
pub fn front_end(number: usize) -> Wanted {
    Wanted::sound(FRONT_END).and(&format!("DNS:denfe0{number}.corp.proseware.example"))
}

fn wildcards(names: &[&'static str]) -> Wanted {
    Wanted::sound(&[&["poolext.proseware.example", "dirext.proseware.example"], names].concat())
}

const EDGE_ID: &str = "denedge.corp.proseware.example-external";
const FE_ID: &str = "denfe01.corp.proseware.example";
const ALONE: &str = "existing-chain-incomplete";

pub const CASES: &[Case] = &[
    // What fits.
    case("chain.pem", |f| f.chain(&proxy()), "rp01", "reuse", &[]),
    case("bundle.p7b", |f| f.bundle(&f.chain(&proxy()), "PEM"), "rp01", "reuse", &[]),
    case("bundle.der.p7b", |f| f.bundle(&f.chain(&proxy()), "DER"), "rp01", "reuse", &[]),
    case(
        "bundle-with-root.p7b",
        |f| f.bundle(&[f.chain(&proxy()), f.file("root.pem")].concat(), "DER"),
        "rp01",
        "reuse",
        &[],
    ),
    case("front-end.pem", |f| f.certificate(&front_end(1)), FE_ID, "reuse", &[]),
    case("front-end.cer", |f| f.der("x509", &f.certificate(&front_end(1))), FE_ID, "reuse", &[]),
    case("text-above.pem", |f| f.with_text(&f.certificate(&front_end(1))), FE_ID, "reuse", &[]),
    case("windows.pem", |f| windows(&f.certificate(&front_end(1))), FE_ID, "reuse", &[]),
    case("utf-16.pem", |f| utf_16(&f.certificate(&front_end(1))), FE_ID, "reuse", &[]),
    case("gnutls.pem", |f| f.by_certtool(&front_end(1)), FE_ID, "reuse", &[]),
    case(
        "gnutls-edge.pem",
        |f| [f.by_certtool(&edge()), f.file("issuing.pem")].concat(),
        EDGE_ID,
        "reuse",
        &[],
    ),
    case("p-256.pem", |f| f.certificate(&front_end(1).key("p256")), FE_ID, "reuse", &[]),
    case("p-521.pem", |f| f.certificate(&front_end(1).key("p521")), FE_ID, "reuse", &[]),
    case(
        "korean.pem",
        |f| f.chain(&proxy().subject("/O=테일스핀/CN=poolext.proseware.example")),
        "rp01",
        "reuse",
        &[],
    ),
    case("capitals.pem", |f| f.chain(&capitals()), "rp01", "reuse", &[]),
    case(
        "5-mb.pem",
        |f| [vec![b'x'; 5 << 20], b"\n".to_vec(), f.chain(&proxy())].concat(),
        "rp01",
        "reuse",
        &[],
    ),
    case(
        "wildcards.pem",
        |f| f.chain(&wildcards(&["*.proseware.example", "*.lucernepublishing.example"])),
        "rp01",
        "reuse",
        &[],
    ),
    // The chain.
    case("alone.pem", |f| f.certificate(&proxy()), "rp01", "reuse-with-remarks", &[ALONE]),
    case(
        "gap.pem",
        |f| [f.certificate(&proxy()), f.file("root.pem")].concat(),
        "rp01",
        "reuse-with-remarks",
        &[ALONE],
    ),
    case(
        "out-of-order.pem",
        |f| [f.file("issuing.pem"), f.certificate(&proxy())].concat(),
        "rp01",
        "reuse-with-remarks",
        &["existing-chain-order"],
    ),
    case(
        "with-root.pem",
        |f| [f.chain(&proxy()), f.file("root.pem")].concat(),
        "rp01",
        "reuse-with-remarks",
        &["existing-chain-root"],
    ),
    case(
        "foreign.pem",
        |f| [f.chain(&proxy()), f.file("root.pem"), f.file("elsewhere.pem")].concat(),
        "rp01",
        "reuse-with-remarks",
        &["existing-chain-root", "existing-foreign"],
    ),
    case("authority.pem", |f| f.file("issuing.pem"), "", "replace", &["existing-authority"]),
    case("self-signed.pem", |f| f.self_signed(&proxy()), "rp01", "replace", &["existing-self-signed"]),
    // Names.
    case(
        "missing.pem",
        |f| f.chain(&proxy().without("meet.proseware.example")),
        "rp01",
        "replace",
        &["existing-names-missing"],
    ),
    case(
        "addresses.pem",
        |f| f.chain(&proxy().and("IP:192.0.2.80").and("DNS:www.proseware.example")),
        "rp01",
        "reuse-with-remarks",
        &["existing-names-surplus"],
    ),
    case(
        "wildcard-only.pem",
        |f| {
            let names = ["poolext.proseware.example", "*.proseware.example", "*.lucernepublishing.example"];
            f.chain(&Wanted::sound(&names))
        },
        "rp01",
        "replace",
        &["existing-names-missing"],
    ),
    case(
        "wildcard-subject.pem",
        |f| f.chain(&proxy().subject("/CN=*.proseware.example")),
        "rp01",
        "replace",
        &["existing-wildcard-subject", "existing-subject"],
    ),
    case(
        "wildcard-edge.pem",
        |f| f.chain(&edge().and("DNS:*.proseware.example").without("conf.proseware.example")),
        EDGE_ID,
        "replace",
        &["existing-names-missing", "existing-names-surplus", "existing-wildcard-edge"],
    ),
    case(
        "other-subject.pem",
        |f| f.chain(&proxy().subject("/CN=meet.proseware.example")),
        "rp01",
        "reuse-with-remarks",
        &["existing-subject"],
    ),
    case(
        "other-subject-inside.pem",
        |f| f.certificate(&front_end(1).subject("/CN=denfe01.corp.proseware.example")),
        FE_ID,
        "replace",
        &["existing-subject"],
    ),
    case(
        "other-server.pem",
        |f| f.certificate(&Wanted::sound(&["www.contoso.com", "contoso.com"])),
        "",
        "not-needed",
        &["existing-not-of-plan"],
    ),
    // Dates.
    case(
        "expired.pem",
        |f| f.certificate(&front_end(1).valid("20240101000000Z", "20270221235959Z")),
        FE_ID,
        "replace",
        &["existing-expired"],
    ),
    case(
        "last-day.pem",
        |f| f.certificate(&front_end(1).valid("20240101000000Z", "20270222000000Z")),
        FE_ID,
        "reuse-with-remarks",
        &["existing-expires-soon"],
    ),
    case(
        "30-days.pem",
        |f| f.certificate(&front_end(1).valid("20240101000000Z", "20270324000000Z")),
        FE_ID,
        "reuse",
        &[],
    ),
    case(
        "future.pem",
        |f| f.certificate(&front_end(1).valid("20270223000000Z", "20280101000000Z")),
        FE_ID,
        "replace",
        &["existing-not-yet-valid"],
    ),
    case(
        "200-days.pem",
        |f| f.chain(&proxy().valid("20261201000000Z", "20270619000000Z")),
        "rp01",
        "reuse",
        &[],
    ),
    case(
        "201-days.pem",
        |f| f.chain(&proxy().valid("20261201000000Z", "20270620000000Z")),
        "rp01",
        "replace",
        &["existing-valid-too-long"],
    ),
    case(
        "398-days.pem",
        |f| f.chain(&proxy().valid("20260314000000Z", "20270416000000Z")),
        "rp01",
        "reuse",
        &[],
    ),
    // Keys and signatures.
    case("1024.pem", |f| f.chain(&proxy().key("rsa1024")), "rp01", "replace", &["existing-key-short"]),
    case(
        "1024-inside.pem",
        |f| f.certificate(&front_end(1).key("rsa1024")),
        FE_ID,
        "reuse-with-remarks",
        &["existing-key-short"],
    ),
    case(
        "512-inside.pem",
        |f| f.certificate(&front_end(1).key("rsa512")),
        FE_ID,
        "replace",
        &["existing-key-short"],
    ),
    case(
        "ed25519.pem",
        |f| f.certificate(&front_end(1).key("ed25519")),
        FE_ID,
        "replace",
        &["existing-key-unsupported"],
    ),
    case(
        "secp256k1.pem",
        |f| f.certificate(&front_end(1).key("k256")),
        FE_ID,
        "replace",
        &["existing-key-unsupported"],
    ),
    case("pss.pem", |f| f.certificate(&front_end(1).pss()), FE_ID, "replace", &["existing-signature-pss"]),
    case(
        "md5.pem",
        |f| f.certificate(&front_end(1).digest("md5")),
        FE_ID,
        "replace",
        &["existing-signature-unsupported"],
    ),
    case("sha-1.pem", |f| f.chain(&proxy().digest("sha1")), "rp01", "replace", &["existing-signature-sha1"]),
    case(
        "sha-1-inside.pem",
        |f| f.certificate(&front_end(1).digest("sha1")),
        FE_ID,
        "reuse-with-remarks",
        &["existing-signature-sha1"],
    ),
    // Usages and revocation.
    case(
        "wrong-usage.pem",
        |f| f.certificate(&front_end(1).with("extendedKeyUsage", "emailProtection,clientAuth")),
        FE_ID,
        "replace",
        &["existing-usage-server-missing"],
    ),
    case(
        "no-usage.pem",
        |f| f.certificate(&front_end(1).with("extendedKeyUsage", "")),
        FE_ID,
        "replace",
        &["existing-usage-server-missing"],
    ),
    case(
        "client-usage.pem",
        |f| f.chain(&proxy().with("extendedKeyUsage", "serverAuth,clientAuth")),
        "rp01",
        "reuse-with-remarks",
        &["existing-usage-client"],
    ),
    case(
        "key-usage.pem",
        |f| f.certificate(&front_end(1).with("keyUsage", "keyEncipherment")),
        FE_ID,
        "reuse-with-remarks",
        &["existing-key-usage"],
    ),
    case(
        "no-crl.pem",
        |f| f.chain(&proxy().with("crlDistributionPoints", "")),
        "rp01",
        "reuse-with-remarks",
        &["existing-no-crl"],
    ),
    case(
        "no-crl-inside.pem",
        |f| f.certificate(&front_end(1).with("crlDistributionPoints", "")),
        FE_ID,
        "replace",
        &["existing-no-crl"],
    ),
    // Requests.
    case("request.csr", |f| f.request(&asked(proxy())), "rp01", "reuse", &[]),
    case("request.der", |f| f.der("req", &f.request(&asked(proxy()))), "rp01", "reuse", &[]),
    case("new-request.csr", |f| renamed(&f.request(&asked(proxy()))), "rp01", "reuse", &[]),
    case(
        "short-request.csr",
        |f| f.request(&asked(proxy()).key("rsa1024")),
        "rp01",
        "replace",
        &["existing-key-short"],
    ),
    case(
        "client-request.csr",
        |f| f.request(&asked(proxy()).with("extendedKeyUsage", "serverAuth,clientAuth")),
        "rp01",
        "reuse-with-remarks",
        &["existing-usage-client"],
    ),
    case(
        "bare-request.csr",
        |f| f.request_asking(&proxy(), ""),
        "rp01",
        "replace",
        &["existing-names-missing"],
    ),
    case(
        "two-lists.csr",
        |f| {
            // `meet.proseware.example` alone, in a second extension.
            let second = "2.5.29.17 = DER:30:18:82:16:6d:65:65:74:2e:70:72:6f:73:65:77:61:72:65:2e:65:78:61:6d:70:6c:65";
            f.request_asking(&proxy(), &format!("subjectAltName = {}\n{second}", proxy().names.join(",")))
        },
        "rp01",
        "replace",
        &["existing-several-name-lists"],
    ),
    case("edited.csr", edited, "rp01", "replace", &["existing-request-signature"]),
    // What wants to be more than a name.
    case(
        "hostile.pem",
        |f| {
            f.chain(
                &proxy()
                    .subject("/O=a\u{1b}[2J\u{1b}]0;x\u{7}\u{9b}31m\u{202e}b\nverdict: reuse/CN=x\u{200b}y"),
            )
        },
        "rp01",
        "reuse-with-remarks",
        &["existing-subject"],
    ),
    case(
        "hostile-name.pem",
        |f| f.chain(&proxy().and("DNS:\u{1b}[31mevil.proseware.example").and("URI:http://x/\u{1b}[0m")),
        "rp01",
        "reuse-with-remarks",
        &["existing-names-surplus"],
    ),
];

/// What a request asks for: where its revocation is looked up is the authority's own business.
fn asked(wanted: Wanted) -> Wanted {
    wanted.with("crlDistributionPoints", "")
}

fn capitals() -> Wanted {
    let names: Vec<String> = PROXY.iter().map(|name| name.to_uppercase()).collect();
    Wanted::sound(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

/// As Windows writes it: a byte order mark, and line ends of two characters.
fn windows(pem: &[u8]) -> Vec<u8> {
    let text = String::from_utf8(pem.to_vec()).unwrap().replace('\n', "\r\n");
    [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat()
}

/// As the redirection of PowerShell writes it.
fn utf_16(pem: &[u8]) -> Vec<u8> {
    let text = String::from_utf8(pem.to_vec()).unwrap();
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// As certreq writes it.
fn renamed(pem: &[u8]) -> Vec<u8> {
    let text = String::from_utf8(pem.to_vec()).unwrap();
    text.replace("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST").into_bytes()
}

/// A request whose signature was made for another text.
fn edited(forge: &Forge) -> Vec<u8> {
    let mut bytes = forge.der("req", &forge.request(&asked(proxy())));
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    bytes
}
