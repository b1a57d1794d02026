//! The table: what fits in whatever form, chains, and names.

use crate::forge::Wanted;
use crate::table::{
    ALONE, Case, EDGE_ID, FE_ID, capitals, case, edge, front_end, proxy, utf_16, wildcards, windows,
};

pub const NAMES_AND_CHAINS: &[Case] = &[
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
];
