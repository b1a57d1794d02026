//! The judges can say no: a configuration that is wrong, or whose certificate is missing, is refused.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::fs;

use super::plans::laid_out;
use super::products::product;
use crate::common::{Desk, tool};

/// A product refuses the configuration of a sample after this word became that one, and names what it stumbled over.
#[track_caller]
fn refuse(id: &str, word: &str, wrong: &str) {
    let product = product(id);
    let (Some(program), Some(_)) = (tool(product.program), tool("openssl")) else {
        return;
    };
    let desk = Desk::with_sample("standard-edition");
    let laid = laid_out(&desk, id);
    let folder = desk.path(&laid.first().unwrap().1);
    let file = folder.join(product.file);
    let sound = fs::read_to_string(&file).unwrap();
    assert!(sound.contains(word), "{word} is not in the configuration of {id}");
    fs::write(&file, sound.replacen(word, wrong, 1)).unwrap();
    let verdict = (product.judge)(&program, &folder);
    assert!(!verdict.is_accepted && verdict.said.contains(wrong.trim()), "{id}: {}", verdict.said);

    fs::write(&file, sound).unwrap();
    fs::remove_file(folder.join("tls/internal-ca.pem")).unwrap();
    let verdict = (product.judge)(&program, &folder);
    assert!(!verdict.is_accepted, "{id} without the authority of the pool: {}", verdict.said);
}

#[test]
fn nginx_refuses_a_configuration_that_is_wrong() {
    refuse("nginx", "server_name\n", "server_nome\n");
}

#[test]
fn haproxy_refuses_a_configuration_that_is_wrong() {
    refuse("haproxy", "prefer-last-server", "prefer-lost-server");
}

#[test]
fn apache_refuses_a_configuration_that_is_wrong() {
    refuse("apache", "SSLProxyEngine", "SSLProxyEngineer");
}

#[test]
fn caddy_refuses_a_configuration_that_is_wrong() {
    refuse("caddy", "tls_server_name", "tls_server_nome");
}
