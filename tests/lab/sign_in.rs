//! Clients sign in through each real proxy, and get nowhere else.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use serde_json::Value as Json;

use crate::client::{Ask, Client, resolve};
use crate::http::Message;
use crate::names::Place;
use crate::network::inside;
use crate::pool::{MARK, Seen, TOKEN};
use crate::proxies::{APACHE, CADDY, HAPROXY, NGINX, Product};
use crate::scene::{PROXY, PUBLISHED, Scene, Shown, Stage};

const LISTED: &str = "sites[Denver].reverse_proxies[rp01].publish=listed-paths";
const HTTP: &str = "mobility.initial_request=http";
const UCWA: &str = "https://poolext.proseware.example/ucwa/v1/applications";
const SERVICE: &str = "/Autodiscover/AutodiscoverService.svc/root";

/// The link of a token in a document of Autodiscover.
#[track_caller]
pub fn link(answer: &Message, token: &str) -> String {
    assert_eq!(answer.word(1), "200", "{answer:?}");
    let document: Json = serde_json::from_slice(&answer.body).unwrap();
    let links = document["Root"]["Links"].as_array().or(document["User"]["Links"].as_array());
    let link = links.unwrap().iter().find(|link| link["token"] == token);
    link.unwrap_or_else(|| panic!("no link {token}: {document}"))["href"].as_str().unwrap().to_owned()
}

/// Follows Autodiscover from its first address to the address of UCWA, and calls there.
#[track_caller]
pub fn sign_in(client: &Client, first: &str) {
    let mut root = client.get(first).unwrap();
    if first.starts_with("http:") {
        let next = link(&root, "Redirect");
        assert!(next.starts_with("https://"), "{next}");
        root = client.get(&next).unwrap();
    }
    let user = link(&root, "OAuth");
    // The proxy asks for no credentials of its own, and lets the server's question and the answer to it pass (M-135).
    let asked = client.get(&user).unwrap();
    assert_eq!((asked.word(1), asked.header("www-authenticate")), ("401", Some("MsRtcOAuth")), "{asked:?}");
    let headers = &[("authorization", TOKEN)][..];
    let user = client.ask(&Ask { url: &user, headers, ..Ask::default() }).unwrap();
    let ucwa = link(&user, "Ucwa");
    assert_eq!(ucwa, UCWA);
    assert_eq!(client.get(&ucwa).unwrap().header(MARK), Some("poolext.proseware.example"));
}

/// Where requests came: server, port, host, path.
fn came(seen: &[Seen]) -> Vec<(&str, u16, &str, &str)> {
    seen.iter().map(|seen| (&*seen.server, seen.port, &*seen.host, &*seen.path)).collect()
}

/// Nothing of this request reaches a server, and what comes back is no answer.
#[track_caller]
fn assert_refused(stage: &Stage, client: &Client, ask: &Ask<'_>) {
    stage.pools.seen();
    if let Ok(answer) = client.ask(ask) {
        let status: u16 = answer.word(1).parse().unwrap();
        assert!(status >= 400 && answer.header(MARK).is_none(), "{}: {answer:?}", ask.url);
    }
    assert_eq!(stage.pools.seen(), [], "{}", ask.url);
}

/// The client finds the proxy by the generated zones and the pool by Autodiscover, under either domain; the servers see
/// the host that was asked for and come by way of the planned ports and addresses.
fn a_client_outside_signs_in(product: Product) {
    let Some(scene) = Scene::planned(product, &[]) else { return };
    let stage = scene.stand_up(Shown::Planned, &[443]);
    for domain in ["proseware.example", "lucernepublishing.example"] {
        let first = format!("lyncdiscover.{domain}");
        assert_eq!(resolve(&first), Ok(vec![PUBLISHED]));
        sign_in(&scene.client(), &format!("https://{first}?sipuri=kim@{domain}"));
        let seen = stage.pools.seen();
        let (director, pool) = ("dirext.proseware.example", "poolext.proseware.example");
        let (root, user) = (format!("/?sipuri=kim@{domain}"), format!("{SERVICE}/oauth/user"));
        let expected = [
            (director, 4443, first.as_str(), root.as_str()),
            (director, 4443, director, &user),
            (director, 4443, director, &user),
            (pool, 4443, pool, "/ucwa/v1/applications"),
        ];
        assert_eq!(came(&seen), expected);
        assert!(seen.iter().all(|seen| seen.from == PROXY), "{seen:?}");
    }
    let xml = scene.client().get(&format!("https://dirext.proseware.example{SERVICE}/user")).unwrap();
    assert!(xml.text().contains(UCWA), "{}", xml.text());
    let headers = &[("accept", "application/json")][..];
    let url = "https://lyncdiscover.proseware.example/";
    let root = scene.client().ask(&Ask { url, headers, ..Ask::default() }).unwrap();
    assert!(root.text().contains("_links"), "the header of the client's wish got lost: {}", root.text());
}

/// Inside, the name server leads to the internal web services, and from there to the same pool by way of the proxy.
fn a_client_inside_signs_in(product: Product) {
    let Some(scene) = Scene::planned(product, &[]) else { return };
    let stage = scene.stand_up(Shown::Planned, &[443]);
    stage.client_is(Place::Inside);
    resolve("lyncdiscover.proseware.example").unwrap_err();
    let client = Client::trusting(&[&scene.public, &scene.internal]);
    sign_in(&client, "https://lyncdiscoverinternal.proseware.example/");
    let seen = stage.pools.seen();
    let ways: Vec<_> = came(&seen).into_iter().map(|(server, port, ..)| (server, port)).collect();
    let inside = ("dirint.corp.proseware.example", 443);
    assert_eq!(ways, [inside, inside, inside, ("poolext.proseware.example", 4443)]);
    stage.client_is(Place::Outside);
    resolve("lyncdiscoverinternal.proseware.example").unwrap_err();
}

/// A poll is answered late and in full, and a large request arrives whole.
fn long_polls_and_large_requests_pass(product: Product) {
    let Some(scene) = Scene::planned(product, &[]) else { return };
    let stage = scene.stand_up(Shown::Planned, &[443]);
    let (client, start) = (scene.client(), Instant::now());
    let event = client.get(&format!("{UCWA}/1/events?wait=6")).unwrap();
    assert_eq!(event.word(1), "200", "{event:?}");
    assert!(start.elapsed() >= Duration::from_secs(6));
    stage.pools.seen();
    let body = vec![b'x'; 20_000_000];
    let answer = client.ask(&Ask { url: UCWA, body: &body, ..Ask::default() }).unwrap();
    assert_eq!((answer.word(1), answer.text()), ("200", r#"{"got":20000000}"#.to_owned()));
    assert_eq!(stage.pools.seen()[0].length, body.len());
}

/// The time-out is the planned one: shorter polls pass, a longer one is cut.
fn the_planned_time_out_cuts(product: Product) {
    let Some(scene) = Scene::planned(product, &["sites[Denver].reverse_proxies[rp01].timeout_seconds=3"])
    else {
        return;
    };
    let _stage = scene.stand_up(Shown::Planned, &[443]);
    let client = scene.client();
    assert_eq!(client.get(&format!("{UCWA}/1/events?wait=2")).unwrap().word(1), "200");
    let start = Instant::now();
    let cut = client.get(&format!("{UCWA}/1/events?wait=9"));
    assert!(cut.as_ref().is_ok_and(|answer| ["502", "503", "504"].contains(&answer.word(1))), "{cut:?}");
    let waited = start.elapsed().as_secs_f32();
    // The pool would answer after nine.
    assert!((2.5..8.5).contains(&waited), "cut after {waited} s");
}

/// Names that aren't published, the Admin URL among them, lead nowhere, whichever way they are named.
fn other_names_are_refused(product: Product) {
    let Some(scene) = Scene::planned(product, &[]) else { return };
    let stage = scene.stand_up(Shown::Planned, &[443]);
    let (client, careless, at) = (scene.client(), Client::careless(), Some(PUBLISHED));
    for name in
        ["admin.proseware.example", "lyncdiscoverinternal.proseware.example", "unknown.proseware.example"]
    {
        resolve(name).unwrap_err();
        let url = &format!("https://{name}/");
        assert_refused(&stage, &careless, &Ask { url, at, ..Ask::default() });
        // The handshake speaks of a published name, the request of this one.
        let url = "https://lyncdiscover.proseware.example/";
        assert_refused(&stage, &client, &Ask { url, host: Some(name), ..Ask::default() });
        let url = &format!("http://{name}/");
        assert_refused(&stage, &client, &Ask { url, at, ..Ask::default() });
    }
    // The certificate is for exactly the planned names, and this client does look at it.
    let url = "https://unknown.proseware.example/";
    client.ask(&Ask { url, at, ..Ask::default() }).unwrap_err();
    assert_eq!(client.get("https://meet.proseware.example/").unwrap().word(1), "200");
}

/// Where the plan lists paths, all others are refused, also in disguise; those listed serve in any spelling.
fn other_paths_are_refused(product: Product) {
    let Some(scene) = Scene::planned(product, &[LISTED]) else { return };
    let stage = scene.stand_up(Shown::Planned, &[443]);
    let client = scene.client();
    let paths = [
        "/",
        "/Cscp/",
        "/cscp",
        "/Admin",
        "/UcwaX",
        "/Ucwa/../Cscp",
        "/ucwa/%2e%2e/Cscp",
        "/Ucwa/..%5cCscp",
        "/Ucwa/%2e%2e%5CCscp",
    ];
    for path in paths {
        let url = &format!("https://poolext.proseware.example{path}");
        assert_refused(&stage, &client, &Ask { url, ..Ask::default() });
    }
    sign_in(&client, "https://lyncdiscover.proseware.example/");
    assert_eq!(client.get(UCWA).unwrap().word(1), "200");
    assert_eq!(client.get("https://poolext.proseware.example/Ucwa/v1").unwrap().word(1), "200");
}

/// By HTTP the first request reaches the pool's port for it, and only the first: all others are sent to TLS.
fn the_first_request_may_be_http(product: Product) {
    let Some(scene) = Scene::planned(product, &[HTTP]) else { return };
    let stage = scene.stand_up(Shown::Planned, &[443, 80]);
    let client = scene.client();
    sign_in(&client, "http://lyncdiscover.lucernepublishing.example?sipuri=kim@lucernepublishing.example");
    let seen = stage.pools.seen();
    let ways: Vec<_> = came(&seen).into_iter().map(|(_, port, host, _)| (port, host)).collect();
    let director = (4443, "dirext.proseware.example");
    let first = (8080, "lyncdiscover.lucernepublishing.example");
    assert_eq!(ways, [first, director, director, director, (4443, "poolext.proseware.example")]);
    for name in ["unknown.proseware.example", "poolext.proseware.example", "admin.proseware.example"] {
        let url = &format!("http://{name}/");
        assert_refused(&stage, &client, &Ask { url, at: Some(PUBLISHED), ..Ask::default() });
    }
}

/// With two certificates, the proxy shows for each name the one that has it: the client verifies the name, and no name
/// stands on both.
fn each_name_has_its_certificate(product: Product) {
    let Some(scene) = Scene::planned(product, &["certificates.reverse_proxy=per-pool"]) else { return };
    let listeners = scene.listeners();
    let [(own, first), (other, second)] = &listeners[..] else { panic!("{listeners:?}") };
    assert_eq!((own.as_str(), other.as_str()), ("rp01", "rp01-poolext.proseware.example"));
    let names = |text: &str| text.lines().map(str::to_owned).collect::<BTreeSet<_>>();
    let (first, second) = (names(first), names(second));
    assert!(first.len() > 1 && !second.is_empty() && first.is_disjoint(&second), "{listeners:?}");
    let _stage = scene.stand_up(Shown::Planned, &[443]);
    let client = scene.client();
    for name in first.iter().chain(&second) {
        let answer =
            client.get(&format!("https://{name}/")).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(answer.word(1), "200", "{name}: {answer:?}");
    }
    sign_in(&client, "https://lyncdiscover.lucernepublishing.example/");
}

/// A pool whose certificate is another authority's never sees a request.
fn a_pool_of_another_authority_gets_no_request(product: Product) {
    assert_untrusted(product, Shown::OtherAuthority);
}

/// Nor does one whose certificate is for another name.
fn a_pool_of_another_name_gets_no_request(product: Product) {
    assert_untrusted(product, Shown::OtherName);
}

/// The client hears of a failure, and the pool hears nothing.
fn assert_untrusted(product: Product, shown: Shown) {
    let Some(scene) = Scene::planned(product, &[]) else { return };
    let stage = scene.stand_up(shown, &[443]);
    for url in ["https://lyncdiscover.proseware.example/", UCWA] {
        let answer = scene.client().get(url).unwrap();
        assert!(["500", "502", "503"].contains(&answer.word(1)), "{url}: {answer:?}");
        assert_eq!(stage.pools.seen(), [], "{url}");
    }
}

/// The tests of all products.
macro_rules! with_every_product {
    ($($case:ident),*) => {
        mod nginx { $(#[test] fn $case() { super::inside(|| super::$case(super::NGINX)); })* }
        mod haproxy { $(#[test] fn $case() { super::inside(|| super::$case(super::HAPROXY)); })* }
        mod apache { $(#[test] fn $case() { super::inside(|| super::$case(super::APACHE)); })* }
        mod caddy { $(#[test] fn $case() { super::inside(|| super::$case(super::CADDY)); })* }
    };
}

with_every_product!(
    a_client_outside_signs_in,
    a_client_inside_signs_in,
    long_polls_and_large_requests_pass,
    the_planned_time_out_cuts,
    other_names_are_refused,
    other_paths_are_refused,
    the_first_request_may_be_http,
    each_name_has_its_certificate,
    a_pool_of_another_authority_gets_no_request,
    a_pool_of_another_name_gets_no_request
);
