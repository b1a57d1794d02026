//! `CloudConnector.ini`: one for each appliance, read by a strict reader and by Python's; its values are those of the plan, and
//! no text of the plan makes a section or a key.

use std::collections::BTreeMap;

use serde_json::Value as Json;
use ucplan::catalog::Templates;

use super::{Cloud, items, text};
use crate::common::{Desk, python_with, scenarios, succeed};
use crate::ini::{Section, read, value};

/// The sections that every file has, in their order, without those of the gateways.
const SECTIONS: [&str; 7] =
    ["Common", "Network", "AD", "PrimaryCMS", "MediationServerPool", "EdgeServer", "TrunkConfiguration"];

/// The files of the appliances, by host.
fn files(cloud: &Cloud) -> BTreeMap<&str, &str> {
    cloud
        .files
        .iter()
        .filter_map(|(path, file)| {
            let host = path.strip_prefix("cloud-connector/")?.strip_suffix("/CloudConnector.ini")?;
            Some((host, file.as_str()))
        })
        .collect()
}

/// The file of an appliance, read.
fn of_host(cloud: &Cloud, host: &str) -> Vec<Section> {
    read(files(cloud)[host]).unwrap_or_else(|fault| panic!("{}: {host}: {fault}", cloud.name))
}

#[test]
fn each_appliance_has_a_file_with_its_own_answers() {
    for cloud in Cloud::all() {
        let mut hosts = 0;
        for site in cloud.sites() {
            for appliance in items(&site["appliances"]) {
                hosts += 1;
                let sections = of_host(&cloud, text(&appliance["host"]));
                hold(&cloud, site, appliance, &sections);
            }
        }
        assert_eq!(files(&cloud).len(), hosts, "{}", cloud.name);
    }
}

/// Holds the values of a file against the plan.
fn hold(cloud: &Cloud, site: &Json, appliance: &Json, sections: &[Section]) {
    let gateways = items(&site["gateways"]);
    let names: Vec<&str> = sections.iter().map(|(name, _)| name.as_str()).collect();
    let mut wanted: Vec<String> = SECTIONS.map(str::to_owned).into();
    for at in 0..gateways.len() {
        wanted.insert(SECTIONS.len() - 1 + at, format!("Gateway{}", at + 1));
    }
    assert_eq!(names, wanted, "{}", cloud.name);
    let is = |section: &str, key: &str, expected: &Json| {
        let expected = match expected {
            Json::Null => String::new(),
            Json::String(text) => text.clone(),
            other => other.to_string(),
        };
        assert_eq!(value(sections, section, key), Some(expected.as_str()), "[{section}] {key}");
    };
    let (edge, network) = (&appliance["edge"], &site["network"]);
    is("Common", "SIPDomains", &cloud.sip.join(" ").into());
    is("Common", "SiteName", &site["name"]);
    is(
        "Common",
        "HardwareType",
        &if cloud.plan["hardware"] == "minimum" { "Minimum" } else { "Normal" }.into(),
    );
    is("Common", "CountryCode", &site["country_code"]);
    // The line is there whether it has a value or not (C-306).
    is("Common", "State", &site["state"]);
    is("Common", "City", &site["city"]);
    is("Common", "BaseVMIP", &appliance["base_machine_address"]);
    let federation = match cloud.plan["cloud"].as_str() {
        None | Some("worldwide") => "sipfed.online.lync.com",
        Some("germany") => "sipfed.online.lync.de",
        Some("21vianet") => "sipfed.online.partner.lync.cn",
        Some(_) => "",
    };
    is("Common", "OnlineSipFederationFqdn", &federation.into());
    is("Network", "CorpnetIPPrefixLength", &network["corporate_prefix_length"]);
    is("Network", "InternetIPPrefixLength", &network["internet_prefix_length"]);
    is("Network", "CorpnetSwitchName", &"SfB CCE Corpnet Switch".into());
    is("Network", "InternetSwitchName", &"SfB CCE Internet Switch".into());
    is("Network", "CorpnetDefaultGateway", &network["corporate_gateway"]);
    is("Network", "InternetDefaultGateway", &network["internet_gateway"]);
    is("Network", "CorpnetDNSIPAddress", &network["corporate_dns"]);
    is("Network", "InternetDNSIPAddress", &network["internet_dns"]);
    is("Network", "ManagementIPPrefix", &"192.168.213.0".into());
    for (section, key, answer, default) in [
        ("Network", "EnableReferSupport", "refer_support", true),
        ("TrunkConfiguration", "EnableFastFailoverTimer", "fast_failover", true),
        ("TrunkConfiguration", "ForwardCallHistory", "forward_call_history", false),
        ("TrunkConfiguration", "ForwardPAI", "forward_pai", false),
    ] {
        let truth = cloud.plan["calls"][answer].as_bool().unwrap_or(default);
        is(section, key, &if truth { "True" } else { "False" }.into());
    }
    is("AD", "ServerName", &appliance["directory"]["name"]);
    is("AD", "IP", &appliance["directory"]["address"]);
    is("PrimaryCMS", "ServerName", &appliance["central_management"]["name"]);
    is("PrimaryCMS", "CmsFileStore", &"CmsFileStore".into());
    is("MediationServerPool", "ServerName", &appliance["mediation"]["name"]);
    is("MediationServerPool", "IP", &appliance["mediation"]["address"]);
    is("EdgeServer", "InternalServerName", &edge["name"]);
    is("EdgeServer", "InternalServerIPs", &edge["internal_address"]);
    is("EdgeServer", "ExternalSIPPoolName", &cloud.access(site).split('.').next().unwrap().into());
    is("EdgeServer", "ExternalSIPIPs", &edge["external_address"]);
    is("EdgeServer", "ExternalMRIPs", &edge["external_address"]);
    is("EdgeServer", "ExternalMRPublicIPs", &edge["public_address"]);
    for (at, gateway) in gateways.iter().enumerate() {
        let section = format!("Gateway{}", at + 1);
        is(&section, "FQDN", &gateway["fqdn"]);
        is(&section, "IP", &gateway["address"]);
        is(&section, "Port", &gateway["port"]);
        let route = value(sections, &section, "LocalRoute");
        assert_eq!(route, gateway["local_route"].as_str(), "{section}");
    }
}

#[test]
fn appliances_of_a_site_share_what_they_must_and_nothing_else() {
    let cloud = Cloud::changed("cloud-two-sites-tls", &[]);
    let keys = |host: &str| {
        let sections = of_host(&cloud, host);
        let all = sections.into_iter().flat_map(|(section, entries)| {
            entries.into_iter().map(move |(key, value)| (format!("{section}.{key}"), value))
        });
        all.collect::<BTreeMap<_, _>>()
    };
    let differing = |one: &str, other: &str| -> Vec<String> {
        let (one, other) = (keys(one), keys(other));
        assert!(one.keys().eq(other.keys()));
        one.into_iter().filter(|(key, value)| other[key] != *value).map(|(key, _)| key).collect()
    };
    // Names and addresses of machines differ, all else is the site's (C-251 to C-260).
    assert_eq!(
        differing("cce-north-1", "cce-north-2"),
        [
            "AD.IP",
            "AD.ServerName",
            "Common.BaseVMIP",
            "EdgeServer.ExternalMRIPs",
            "EdgeServer.ExternalMRPublicIPs",
            "EdgeServer.ExternalSIPIPs",
            "EdgeServer.InternalServerIPs",
            "EdgeServer.InternalServerName",
            "MediationServerPool.IP",
            "MediationServerPool.ServerName",
            "PrimaryCMS.IP",
            "PrimaryCMS.ServerName",
        ]
    );
    let (north, south) = (keys("cce-north-1"), keys("cce-south-1"));
    for key in ["Common.VirtualMachineDomain", "Common.SIPDomains", "EdgeServer.InternalPoolName"] {
        assert_eq!(north[key], south[key], "{key}");
    }
    for key in ["Common.SiteName", "EdgeServer.ExternalSIPPoolName", "Gateway1.FQDN", "Gateway1.Protocol"] {
        assert_ne!(north[key], south[key], "{key}");
    }
}

#[test]
fn what_the_plan_leaves_open_is_said_beside_its_line() {
    let cloud = Cloud::changed("cloud-laboratory", &[]);
    let file = files(&cloud)["cce-lab-1"];
    for key in ["BaseVMIP", "CorpnetDefaultGateway", "CountryCode"] {
        let line = format!("{key}=\r\n");
        let before = file.split(&line).next().unwrap().trim_end().lines().last().unwrap();
        assert!(file.contains(&line) && before.starts_with("; ") && before.ends_with(key), "{key}: {before}");
    }
    assert!(file.starts_with("; ") && file.contains("Export-CcConfigurationSampleFile"), "{file}");
    assert!(!file.to_lowercase().contains("password="), "{file}");
}

#[test]
fn python_reads_the_same_and_hostile_texts_stay_in_their_values() {
    let Some(python) = python_with(&["configparser"]) else { return };
    let hostile = [
        "Dallas]",
        "[Common]",
        "a=b",
        "x ; y # z",
        "%(City)s ${HOME} %PATH%",
        "\\\\n[Evil]\\\\nKey=1",
        "Zürich 서울",
        ": colon = equals",
    ];
    let desk = Desk::with_plan("");
    for text in hostile {
        let city = format!("city: '{text}'");
        let cloud = Cloud::changed("cloud-two-sites-tls", &[("city: Dallas", &city)]);
        let file = files(&cloud)["cce-south-1"];
        let sections = read(file).unwrap();
        assert_eq!(value(&sections, "Common", "City"), Some(text.trim()));
        desk.write("CloudConnector.ini", file);
        let program = "import configparser, json, sys\n\
            reader = configparser.ConfigParser(interpolation=None, strict=True, empty_lines_in_values=False)\n\
            reader.optionxform = str\n\
            reader.read_file(open('CloudConnector.ini', encoding='utf-8', newline=''))\n\
            print(json.dumps([[name, list(reader.items(name))] for name in reader.sections()]))";
        let told = succeed(&python, &desk.path(""), &["-X", "utf8", "-c", program]);
        let told: Vec<Section> = serde_json::from_str(&told).unwrap();
        assert_eq!(told, sections, "{text}");
    }
}

#[test]
fn what_no_document_prints_is_overridden_in_one_file() {
    let path = "cloud-connector/ini/names.ini.j2";
    let known = Templates::default();
    let own = known
        .file(path)
        .unwrap()
        .replace("\"PrimaryCMS\"", "\"CentralManagement\"")
        .replace("\"FQDN\"", "\"Name\"");
    let templates = Templates::with_overrides([(path.to_owned(), own)].into());
    let (name, plan) = scenarios().into_iter().find(|(name, _)| name == "cloud-laboratory").unwrap();
    let sections = of_host(&Cloud::with(&name, &plan, &templates), "cce-lab-1");
    assert_eq!(value(&sections, "CentralManagement", "CmsFileStore"), Some("CmsFileStore"));
    assert_eq!(value(&sections, "PrimaryCMS", "CmsFileStore"), None);
    assert_eq!(value(&sections, "Gateway1", "Name"), Some("gw1.cce.local"));
}

#[test]
fn a_broken_file_is_flagged() {
    assert!(read("[A]\r\nB=c\r\n").is_ok());
    for broken in
        ["B=c\r\n", "[A]\nB=c\r\n", "[A\r\n", "[A]\r\nB\r\n", "[A]\r\nB=1\r\nB=2\r\n", "[A]\r\n[A]\r\n"]
    {
        assert!(read(broken).is_err(), "{broken:?}");
    }
}
