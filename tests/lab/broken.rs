//! The lab can fail: what is broken on purpose is noticed by the same steps that tests rely on.
#![expect(clippy::disallowed_methods, reason = "tests look at the world")]

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use crate::client::resolve;
use crate::network::{inside, is_inside};
use crate::proxies::NGINX;
use crate::scene::{PUBLISHED, Scene, Shown, Stage};
use crate::sign_in::sign_in;

const FIRST: &str = "https://lyncdiscover.proseware.example/";

/// A plan whose file is changed before everything starts.
#[track_caller]
fn broken(file: &str, from: &str, to: &str) -> Option<(Scene, Stage)> {
    let scene = Scene::planned(NGINX, &[])?;
    let text = scene.desk.read(file);
    assert!(text.contains(from), "{file} has no {from}");
    scene.desk.write(file, &text.replace(from, to));
    let stage = scene.stand_up(Shown::Planned, &[443]);
    Some((scene, stage))
}

/// A client's way through that scene must fail.
#[track_caller]
fn assert_lost(scene: &Scene) {
    let client = scene.client();
    assert!(catch_unwind(AssertUnwindSafe(|| sign_in(&client, FIRST))).is_err(), "the client got through");
}

#[test]
fn a_wrong_port_at_the_pool_is_noticed() {
    inside(|| {
        let Some((scene, stage)) = broken("out/reverse-proxy/rp01/nginx.conf", ":4443;", ":4444;") else {
            return;
        };
        assert_lost(&scene);
        assert_eq!(scene.client().get(FIRST).unwrap().word(1), "502");
        assert_eq!(stage.pools.seen(), []);
    });
}

#[test]
fn a_lost_host_header_is_noticed() {
    inside(|| {
        let file = "out/reverse-proxy/rp01/nginx.conf";
        let (kept, lost) = ("proxy_set_header Host ", "proxy_set_header X-Lost ");
        let Some((scene, stage)) = broken(file, kept, lost) else { return };
        sign_in(&scene.client(), FIRST);
        let seen = stage.pools.seen();
        assert!(seen.iter().all(|seen| !seen.host.starts_with("lyncdiscover.")), "{seen:?}");
    });
}

#[test]
fn a_missing_record_is_noticed() {
    inside(|| {
        let Some((scene, _stage)) =
            broken("out/dns/external/proseware.example.zone", "\nlyncdiscover ", "\nlyncdiscovery ")
        else {
            return;
        };
        assert_lost(&scene);
        resolve("lyncdiscover.proseware.example").unwrap_err();
        assert_eq!(resolve("lyncdiscovery.proseware.example"), Ok(vec![PUBLISHED]));
    });
}

#[test]
fn a_certificate_that_lacks_a_name_is_noticed() {
    inside(|| {
        let file = "out/certificates/rp01/names.txt";
        let Some((scene, _stage)) = broken(file, "lyncdiscover.proseware.example\n", "") else { return };
        assert_lost(&scene);
        let refusal = scene.client().get(FIRST).unwrap_err();
        assert!(refusal.contains("certificate"), "{refusal}");
    });
}

#[test]
fn a_test_that_fails_inside_fails_outside() {
    let mut was_skipped = true;
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        inside(|| panic!("lost in the lab"));
    }));
    if let Err(told) = outcome {
        if is_inside() {
            resume_unwind(told);
        }
        was_skipped = false;
        let told = told.downcast_ref::<String>().unwrap();
        assert!(told.contains("lost in the lab"), "{told}");
    }
    assert!(!was_skipped || std::env::var_os("UCPLAN_REQUIRE_TOOLS").is_none(), "the failure was lost");
}
