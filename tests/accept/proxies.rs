//! The real reverse proxies accept the configuration of every plan without a warning, with a certificate for exactly the
//! planned names, which covers every published name; and they refuse what is wrong.

#[path = "proxies/plans.rs"]
mod plans;
#[path = "proxies/products.rs"]
mod products;
#[path = "proxies/refused.rs"]
mod refused;
#[path = "proxies/spoofing.rs"]
mod spoofing;

use std::net::SocketAddr;

use plans::{every_plan, laid_out, variations};
use products::{PRODUCTS, Product, product};

use crate::common::{Desk, tool};

/// Every proxy of this product accepts its configuration, of the plan on the desk.
#[track_caller]
fn accept(product: &Product, desk: &Desk, plan: &str) -> usize {
    let Some(program) = tool(product.program) else {
        return 0;
    };
    let laid = laid_out(desk, product.id);
    for (proxy, folder) in &laid {
        let configuration = desk.read(&format!("{folder}/{}", product.file));
        for name in published(desk, proxy) {
            let is_there = configuration.split([' ', '\n', ',', ';', '/', ':']).any(|word| word == name);
            assert!(is_there, "{plan}: {name} is not in the configuration of {}", product.id);
        }
        for address in (product.targets)(&configuration) {
            // A proxy in the perimeter must not need DNS to start.
            assert!(address.parse::<SocketAddr>().is_ok(), "{plan}: {address}");
        }
        let verdict = (product.judge)(&program, &desk.path(folder));
        assert!(verdict.is_accepted, "{plan} with {}: {}", product.id, verdict.said);
        assert_eq!(verdict.warnings, Vec::<String>::new(), "{plan} with {}", product.id);
    }
    laid.len()
}

/// The names that a proxy publishes.
fn published(desk: &Desk, proxy: &str) -> Vec<String> {
    let rows = desk.shown("publishing");
    let own = rows.iter().filter(|row| row["proxy"] == *proxy);
    own.map(|row| row["public_name"].as_str().unwrap_or_default().to_owned()).collect()
}

/// Every plan and every variation, with this product for every proxy.
#[track_caller]
fn accept_everything(id: &str) {
    let product = product(id);
    let mut seen = 0;
    for (name, text) in every_plan() {
        let desk = Desk::with_sample("standard-edition");
        desk.write("plan.yaml", &text);
        seen += accept(product, &desk, &name);
    }
    for (sample, answers) in variations() {
        let desk = Desk::with_sample(sample);
        desk.set(answers);
        seen += accept(product, &desk, &format!("{sample} {answers:?}"));
    }
    assert!(seen > 30 || tool(product.program).is_none(), "{seen} configurations of {id} are too few");
}

#[test]
fn nginx_accepts_the_configuration_of_every_plan() {
    accept_everything("nginx");
}

#[test]
fn haproxy_accepts_the_configuration_of_every_plan() {
    accept_everything("haproxy");
}

#[test]
fn apache_accepts_the_configuration_of_every_plan() {
    accept_everything("apache");
}

#[test]
fn caddy_accepts_the_configuration_of_every_plan() {
    accept_everything("caddy");
}

#[test]
fn every_product_has_the_targets_that_are_planned() {
    for product in PRODUCTS {
        let desk = Desk::with_sample("two-domains");
        let laid = laid_out(&desk, product.id);
        let (proxy, folder) = laid.first().unwrap_or_else(|| panic!("no proxy for {}", product.id));
        let configuration = desk.read(&format!("{folder}/{}", product.file));
        let written = (product.targets)(&configuration);
        let rows = desk.shown("publishing");
        for row in rows.iter().filter(|row| row["proxy"] == **proxy) {
            for address in row["target_addresses"].as_array().into_iter().flatten() {
                let target = format!("{}:{}", address.as_str().unwrap_or_default(), row["target_port"]);
                assert!(written.contains(&target), "{}: {target} is not among {written:?}", product.id);
            }
        }
    }
}
