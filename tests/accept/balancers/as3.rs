//! Declarations for Application Services 3 keep to the published schema, and a reader finds every rule in them.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use std::net::IpAddr;

use serde_json::{Map, Value as Json};

use super::tls::{BIG_IP as SUITES, declaration_off_profile as off_profile};
use super::{Service, assert_varied, each, sorted};
use crate::common::Desk;

/// What the schema wants of a value.
#[derive(Clone, Copy)]
enum Kind {
    /// One of these words.
    Word(&'static [&'static str]),
    /// A number from the one to the other.
    Number(u64, u64),
    /// True or false.
    Bool,
    /// At most 64 characters, but not all.
    Label,
    /// At most 64 characters, but no quotes.
    Remark,
    /// A host name.
    Host,
    /// An address of either family, or a mask.
    Address,
    /// A cipher suite that a BIG-IP knows.
    Suite,
    /// A name of a cookie.
    Cookie,
    /// The name of an object beside this one, of this class.
    Name(&'static str),
    /// The same as `{ "use": name }`.
    Use(&'static str),
    /// `{ "bigip": path }`.
    Bigip,
    /// A list of these.
    List(&'static Kind),
    /// An object with the properties that stand below this name.
    Object(&'static str),
}

use Kind::{Address, Bigip, Bool, Cookie, Host, Label, List, Name, Number, Object, Remark, Suite, Use, Word};

const PORT: Kind = Number(1, 65_535);

/// Classes of the schema (3.50) with those of their properties that a declaration may use here.
const CLASSES: &[(&str, &[(&str, Kind)])] = &[
    ("Monitor", &[("monitorType", Word(&["tcp"])), ("targetPort", PORT)]),
    ("TCP_Profile", &[("idleTimeout", Number(1, 86_400))]),
    ("UDP_Profile", &[("idleTimeout", Number(1, 86_400))]),
    (
        "Persist",
        &[
            ("persistenceMethod", Word(&["cookie", "source-address"])),
            ("duration", Number(0, 604_800)),
            ("cookieMethod", Word(&["insert"])),
            ("cookieName", Cookie),
            ("ttl", Number(0, 604_800)),
            ("httpOnly", Bool),
            ("secure", Bool),
        ],
    ),
    ("Multiplex_Profile", &[("sourceMask", Address)]),
    ("Certificate", &[("certificate", Bigip), ("privateKey", Bigip)]),
    ("TLS_Server", &[("certificates", List(&Object("certificates"))), ("cipherGroup", Use("Cipher_Group"))]),
    ("Cipher_Rule", &[("remark", Remark), ("cipherSuites", List(&Suite))]),
    ("Cipher_Group", &[("order", Word(&["default"])), ("allowCipherRules", List(&Use("Cipher_Rule")))]),
    ("certificates", &[("certificate", Name("Certificate"))]),
    (
        "TLS_Client",
        &[("sendSNI", Host), ("serverName", Host), ("validateCertificate", Bool), ("trustCA", Bigip)],
    ),
    (
        "Pool",
        &[
            ("loadBalancingMode", Word(&["least-connections-member"])),
            ("monitors", List(&Use("Monitor"))),
            ("members", List(&Object("members"))),
        ],
    ),
    ("members", &[("remark", Remark), ("servicePort", PORT), ("serverAddresses", List(&Address))]),
    ("Service_TCP", &[("profileTCP", Use("TCP_Profile"))]),
    ("Service_UDP", &[("profileUDP", Use("UDP_Profile"))]),
    ("Service_HTTP", &[("profileTCP", Use("TCP_Profile")), ("profileMultiplex", Use("Multiplex_Profile"))]),
    (
        "Service_HTTPS",
        &[
            ("profileTCP", Use("TCP_Profile")),
            ("profileMultiplex", Use("Multiplex_Profile")),
            ("redirect80", Bool),
            ("serverTLS", Name("TLS_Server")),
            ("clientTLS", Name("TLS_Client")),
        ],
    ),
];

/// What every service has.
const SERVICE: &[(&str, Kind)] = &[
    ("label", Label),
    ("remark", Remark),
    ("virtualAddresses", List(&Address)),
    ("virtualPort", PORT),
    ("pool", Name("Pool")),
    ("snat", Word(&["auto"])),
    ("persistenceMethods", List(&Use("Persist"))),
];

/// What TLS at either end has.
const VERSIONS: &[(&str, Kind)] =
    &[("tls1_0Enabled", Bool), ("tls1_1Enabled", Bool), ("tls1_2Enabled", Bool), ("tls1_3Enabled", Bool)];

/// Whether a value is what the schema wants, beside these objects.
fn fits(kind: Kind, value: &Json, beside: &Map<String, Json>) -> bool {
    let text = value.as_str();
    let short = |text: &str, bad: &str| {
        text.chars().count() <= 64 && !text.chars().any(|c| c.is_control() || bad.contains(c))
    };
    let leads = |name: &Json, class| {
        name.as_str().is_some_and(|name| beside.get(name).is_some_and(|o| o["class"] == class))
    };
    match kind {
        Word(words) => text.is_some_and(|text| words.contains(&text)),
        Number(from, to) => value.as_u64().is_some_and(|number| (from..=to).contains(&number)),
        Bool => value.is_boolean(),
        Label => text.is_some_and(|text| short(text, "\"#&*<>?[\\]`")),
        Remark => text.is_some_and(|text| short(text, "\"\\")),
        Host => text.is_some_and(|t| {
            t.contains('.') && t.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c))
        }),
        Address => text.is_some_and(|text| text.parse::<IpAddr>().is_ok()),
        Cookie => text.is_some_and(|t| {
            !t.is_empty() && t.chars().all(|c| c.is_ascii_alphanumeric() || ".~#$%^&*_-".contains(c))
        }),
        Suite => text.is_some_and(|text| SUITES.iter().any(|(_, known)| *known == text)),
        Name(class) => leads(value, class),
        Use(class) => {
            value.as_object().is_some_and(|object| object.len() == 1) && leads(&value["use"], class)
        }
        Bigip => {
            value.as_object().is_some_and(|object| object.len() == 1)
                && value["bigip"].as_str().is_some_and(|path| path.starts_with("/Common/"))
        }
        List(kind) => {
            value.as_array().is_some_and(|items| items.iter().all(|item| fits(*kind, item, beside)))
        }
        Object(class) => value.as_object().is_some_and(|object| faults(class, object, beside).is_empty()),
    }
}

/// What is wrong with the properties of an object.
fn faults(class: &str, object: &Map<String, Json>, beside: &Map<String, Json>) -> Vec<String> {
    let Some((_, own)) = CLASSES.iter().find(|(name, _)| *name == class) else {
        return vec![format!("no class {class}")];
    };
    let common = match class.split('_').next() {
        Some("Service") => SERVICE,
        Some("TLS") => VERSIONS,
        _ => &[],
    };
    let properties = object.iter().filter(|(name, _)| *name != "class");
    properties
        .filter(|(name, value)| {
            let known = own.iter().chain(common).find(|(known, _)| known == name);
            known.is_none_or(|(_, kind)| !fits(*kind, value, beside))
        })
        .map(|(name, value)| format!("{class}.{name}: {value}"))
        .collect()
}

/// The objects of the only application of the only tenant.
fn objects(declaration: &Json) -> &Map<String, Json> {
    assert_eq!(declaration["class"], "ADC");
    assert_eq!(declaration["mobility"]["class"], "Tenant");
    let tenant = declaration["mobility"].as_object().unwrap();
    let mut applications = tenant.values().filter(|value| value["class"] == "Application");
    let application = applications.next().unwrap();
    assert!(applications.next().is_none());
    application.as_object().unwrap()
}

/// What is wrong with a declaration.
fn wrong(declaration: &Json) -> Vec<String> {
    let objects = objects(declaration);
    let mut wrong = Vec::new();
    for (name, object) in objects.iter().filter(|(name, _)| *name != "class" && *name != "template") {
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        if !name.starts_with(|c: char| c.is_ascii_alphabetic())
            || !name.chars().all(is_word)
            || name.len() > 64
        {
            wrong.push(format!("{name} is no name"));
        }
        wrong.extend(faults(
            object["class"].as_str().unwrap_or_default(),
            object.as_object().unwrap(),
            objects,
        ));
    }
    wrong
}

/// The rules of a declaration.
fn services(declaration: &Json) -> Vec<Service> {
    let objects = objects(declaration);
    let named = |name: &Json| &objects[name.as_str().unwrap()];
    let number = |value: &Json| value.as_u64().unwrap();
    let services =
        objects.values().filter(|object| object["class"].as_str().is_some_and(|c| c.starts_with("Service_")));
    let services = services.map(|service| {
        let pool = named(&service["pool"]);
        let members = pool["members"].as_array().unwrap();
        let persistence = service["persistenceMethods"].as_array().unwrap().first().map(|p| named(&p["use"]));
        if let Some(cookie) = persistence.filter(|persistence| persistence["persistenceMethod"] == "cookie") {
            // Not httpOnly, and without an end (M-163, M-164).
            assert_eq!(
                (&cookie["cookieName"], &cookie["ttl"], &cookie["httpOnly"]),
                (&"MS-WSMAN".into(), &0.into(), &false.into())
            );
            assert_ne!(service["class"], "Service_TCP", "{service}");
        }
        if service["class"] == "Service_HTTPS" {
            assert_eq!(named(&service["clientTLS"])["validateCertificate"], true);
        }
        let is_udp = service["class"] == "Service_UDP";
        let profile = &service[if is_udp { "profileUDP" } else { "profileTCP" }]["use"];
        Service {
            protocol: if is_udp { "udp" } else { "tcp" }.to_owned(),
            address: service["virtualAddresses"][0].as_str().unwrap().to_owned(),
            port: number(&service["virtualPort"]).try_into().unwrap(),
            members: members.iter().map(|m| m["serverAddresses"][0].as_str().unwrap().to_owned()).collect(),
            member_port: members.first().map(|member| number(&member["servicePort"]).try_into().unwrap()),
            persistence: persistence.map_or("none", |p| p["persistenceMethod"].as_str().unwrap()).to_owned(),
            monitor: number(&named(&pool["monitors"][0]["use"])["targetPort"]).try_into().unwrap(),
            idle: number(&named(profile)["idleTimeout"]).try_into().unwrap(),
        }
    });
    sorted(services.collect())
}

#[test]
fn every_declaration_keeps_to_the_schema_and_holds_every_rule() {
    let mut ended = 0;
    let judged = each("f5-big-ip", &mut |desk, folder, rules| {
        let text = desk.read(&format!("out/load-balancer/{folder}/as3.json"));
        let declaration: Json = serde_json::from_str(&text).unwrap();
        assert_eq!(wrong(&declaration), [""; 0], "{folder}");
        assert_eq!(off_profile(objects(&declaration)), [""; 0], "{folder}");
        assert_eq!(services(&declaration), rules, "{folder}");
        if text.contains("TLS_Server") {
            ended += 1;
            for (from, to) in [
                ("\"tls1_1Enabled\": false", "\"tls1_1Enabled\": true"),
                ("\"tls1_3Enabled\": true", "\"tls1_3Enabled\": false"),
                ("\"ECDHE-RSA-AES128-GCM-SHA256\"", "\"ECDHE-RSA-AES256-GCM-SHA384\""),
            ] {
                assert!(text.contains(from), "{folder}: {from}");
                let changed: Json = serde_json::from_str(&text.replacen(from, to, 1)).unwrap();
                assert!(!off_profile(objects(&changed)).is_empty(), "{to}");
            }
        }
    });
    assert!(ended > 0);
    assert_varied(&judged);
}

#[test]
fn a_declaration_that_is_wrong_is_noticed() {
    let desk = Desk::generated_only(
        "load-balancer",
        "two-domains",
        &["sites[Denver].load_balancers[lb01].product=f5-big-ip"],
    );
    let text = desk.read("out/load-balancer/lb01/as3.json");
    let right: Json = serde_json::from_str(&text).unwrap();
    assert_eq!(wrong(&right), [""; 0]);
    for (from, to) in [
        ("\"virtualPort\": 443", "\"virtualPort\": 70000"),
        ("\"idleTimeout\": 1800", "\"idleTimeOut\": 1800"),
        ("\"label\": \"", "\"label\": \"[x]"),
        ("\"pool\": \"pool_", "\"pool\": \"poll_"),
        ("\"class\": \"Monitor\"", "\"class\": \"Monitors\""),
    ] {
        assert!(text.contains(from), "{from}");
        assert!(!wrong(&serde_json::from_str(&text.replacen(from, to, 1)).unwrap()).is_empty(), "{to}");
    }
    let changed: Json =
        serde_json::from_str(&text.replace("\"targetPort\": 5061", "\"targetPort\": 5062")).unwrap();
    assert_ne!(services(&changed), services(&right));
}
