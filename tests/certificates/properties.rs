//! The table: dates, keys, signatures, usages, requests, and what wants to be more than a name.

use crate::table::{Case, FE_ID, asked, case, edited, front_end, proxy, renamed};

pub const PROPERTIES: &[Case] = &[
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
