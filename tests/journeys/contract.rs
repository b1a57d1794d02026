//! `ucplan walk` and `ucplan show PLAN journeys`: the document, the tables, what can be asked for, and how they end.

use serde_json::Value as Json;

use crate::common::{Desk, sample_names};

fn document(text: &str) -> Vec<Json> {
    let document: Json = serde_json::from_str(text).unwrap();
    document["journeys"].as_array().unwrap().clone()
}

#[test]
fn the_document_has_every_journey_with_its_hops() {
    for name in sample_names() {
        let desk = Desk::with_sample(name);
        let walked = desk.run(&["walk", "plan.yaml", "--json"]).with(0);
        let shown = desk.run(&["show", "plan.yaml", "journeys", "--json"]).with(0);
        assert_eq!(walked.out, shown.out);
        for journey in document(&walked.out) {
            for key in ["client", "network", "sip_domain", "pool", "result"] {
                assert!(journey[key].as_str().is_some_and(|text| !text.is_empty()), "{name}: {journey}");
            }
            assert!(["pass", "pass-with-remark"].contains(&journey["result"].as_str().unwrap()));
            let hops = journey["hops"].as_array().unwrap();
            assert!(hops.len() > 3, "{name}: {journey}");
            for hop in hops {
                assert!(hop["step"].as_str().unwrap().ends_with(['.', '`', ')']), "{hop}");
                assert!(!hop["step"].as_str().unwrap().contains('«'), "{hop}");
                assert!(hop["by"].is_string() && hop["result"].is_string(), "{hop}");
            }
        }
    }
}

#[test]
fn a_plan_that_fails_ends_with_one_and_names_the_hop() {
    let desk = Desk::with_sample("two-domains");
    desk.set(&["clients.lync_2010_mobile=[symbian]", "servers.version=sfb-server-2019"]);
    let told = desk.run(&["walk", "plan.yaml"]).with(1);
    assert!(
        told.out.contains("✗ The Mobility Service does not exist in sfb-server-2019 (M-006)."),
        "{}",
        told.out
    );
    assert!(told.out.contains("It rests on servers.version."), "{}", told.out);
    let failed: Vec<Json> = document(&desk.run(&["walk", "plan.yaml", "--json"]).with(1).out)
        .into_iter()
        .filter(|journey| journey["result"] == "fail")
        .collect();
    assert!(!failed.is_empty());
    for journey in failed {
        assert_eq!(journey["client"], "lync-2010-mobile-symbian");
        assert_eq!(journey["because"], serde_json::json!(["servers.version"]));
        let hops = journey["hops"].as_array().unwrap();
        assert_eq!(hops.last().unwrap()["result"], "fail");
    }
    let shown = desk.run(&["show", "plan.yaml", "journeys", "--why"]).with(1);
    assert!(shown.out.contains("servers.version"), "{}", shown.out);
}

#[test]
fn journeys_are_chosen_by_client_network_and_domain() {
    let desk = Desk::with_sample("two-domains");
    let all = document(&desk.run(&["walk", "plan.yaml", "--json"]).with(0).out);
    for (option, key) in [("--client", "client"), ("--network", "network"), ("--domain", "sip_domain")] {
        let value = all.last().unwrap()[key].as_str().unwrap();
        let some = document(&desk.run(&["walk", "plan.yaml", "--json", option, value]).with(0).out);
        let expected: Vec<&Json> = all.iter().filter(|journey| journey[key] == value).collect();
        assert_eq!(some.iter().collect::<Vec<_>>(), expected);
        assert!(some.len() < all.len(), "{option} {value}");
    }
}

#[test]
fn what_is_not_in_the_plan_is_refused_with_what_is() {
    let desk = Desk::with_sample("two-domains");
    let unknown = desk.run(&["walk", "plan.yaml", "--domain", "nowhere.example"]).with(2);
    assert!(unknown.err.contains("`nowhere.example`") && unknown.out.is_empty(), "{}", unknown.err);
    let client = desk.run(&["walk", "plan.yaml", "--client", "telex"]).with(2);
    assert!(client.err.contains("sfb-mobile-apple"), "{}", client.err);
    let network = desk.run(&["walk", "plan.yaml", "--network", "carrier-pigeon"]).with(2);
    assert!(network.err.contains("internet"), "{}", network.err);
}

#[test]
fn excluded_combinations_are_not_listed() {
    let desk = Desk::with_sample("two-domains");
    desk.set(&["mobility.access=internal-only", "clients.internal_wifi=true"]);
    let networks = |desk: &Desk| {
        let mut networks: Vec<String> = document(&desk.run(&["walk", "plan.yaml", "--json"]).out)
            .iter()
            .map(|journey| journey["network"].as_str().unwrap().to_owned())
            .collect();
        networks.sort();
        networks.dedup();
        networks
    };
    assert_eq!(networks(&desk), ["corporate", "wifi"]);
    desk.set(&["mobility.access=internal-and-external", "clients.internal_wifi=false"]);
    assert_eq!(networks(&desk), ["corporate", "internet"]);
}
