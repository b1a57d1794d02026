//! Exchange Autodiscover: the generated record leads to a stand-in, which answers on both of its paths, each in its own
//! way; and whatever is broken on purpose is noticed.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::io::BufReader;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::spawn;

use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::authority::Authority;
use crate::client::{Ask, Client, resolve};
use crate::common::{Desk, tool};
use crate::http::Message;
use crate::names::{Names, Place};
use crate::network::{inside, take};

/// The host that Front End Servers are given.
const HOST: &str = "autodiscover.proseware.example";
/// The Exchange server.
const SERVER: &str = "denmail01.corp.proseware.example";
const ADDRESS: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 40, 40, 80));
/// What each path speaks: the one for Outlook plain XML, the one for servers SOAP.
const POX: &str = "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a";
const SOAP: &str = "http://schemas.microsoft.com/exchange/2010/Autodiscover";

/// The zones of a plan with Exchange, the authority of its servers, and the name server once it runs.
struct Scene {
    desk: Desk,
    internal: Authority,
    names: Option<Names>,
}

impl Scene {
    /// The sample with an Exchange server; nothing where a program is missing.
    fn planned() -> Option<Self> {
        tool("named")?;
        let server = format!("exchange.servers=[{{ fqdn: {SERVER}, addresses: [{ADDRESS}] }}]");
        let answers = ["exchange.integrate=true", "exchange.version=exchange-2016", server.as_str()];
        let desk = Desk::generated_only("dns", "two-domains", &answers);
        Some(Self { desk, internal: Authority::new("Internal Lab CA"), names: None })
    }

    /// Changes the zone before anybody serves it.
    #[track_caller]
    fn with_zone(self, from: &str, to: &str) -> Self {
        let file = "out/dns/internal/proseware.example.zone";
        let text = self.desk.read(file);
        assert!(text.contains(from), "no {from:?} in {text}");
        self.desk.write(file, &text.replace(from, to));
        self
    }

    /// Serves the zones, and lets Exchange answer in this way.
    fn standing_up(mut self, answers: fn(&str) -> Option<&'static str>) -> Self {
        self.names = Some(Names::serve(&self.desk.path("out/dns"), &self.desk.path("names")));
        take(ADDRESS);
        let identity = self.internal.certify(&format!("{HOST}\n{SERVER}\n"));
        serve(answers, SocketAddr::new(ADDRESS, 443), &identity.server());
        self.client_is(Place::Inside);
        self
    }

    fn client_is(&self, place: Place) {
        self.names.as_ref().unwrap().are_asked(place);
    }

    /// Finds a mailbox as Outlook does, by the path with `.xml`, and as a Front End Server does, by that with `.svc`.
    #[track_caller]
    fn discover(&self) {
        assert_eq!(resolve(HOST), Ok(vec![ADDRESS]));
        let client = Client::trusting(&[&self.internal]);
        for (path, speaks) in [("autodiscover.xml", POX), ("autodiscover.svc", SOAP)] {
            let url = &format!("https://{HOST}/autodiscover/{path}");
            let answer = client.ask(&Ask { url, body: b"<Autodiscover/>", ..Ask::default() }).unwrap();
            assert_eq!(answer.word(1), "200", "{url}: {answer:?}");
            assert!(answer.text().contains(speaks), "{url}: {}", answer.text());
        }
    }

    /// That way must fail.
    #[track_caller]
    fn assert_lost(&self) {
        assert!(catch_unwind(AssertUnwindSafe(|| self.discover())).is_err(), "the mailbox was found");
    }
}

/// What Exchange speaks on a path.
fn as_documented(path: &str) -> Option<&'static str> {
    match path.to_ascii_lowercase().as_str() {
        "/autodiscover/autodiscover.xml" => Some(POX),
        "/autodiscover/autodiscover.svc" => Some(SOAP),
        _ => None,
    }
}

/// The same with the two paths swapped.
fn swapped(path: &str) -> Option<&'static str> {
    as_documented(path).map(|speaks| if speaks == POX { SOAP } else { POX })
}

/// Lets a stand-in for Exchange answer there: one request a connection, as the client asks.
fn serve(answers: fn(&str) -> Option<&'static str>, address: SocketAddr, tls: &Arc<ServerConfig>) {
    let listener = TcpListener::bind(address).unwrap();
    let tls = Arc::clone(tls);
    spawn(move || {
        for stream in listener.incoming() {
            let tls = Arc::clone(&tls);
            // Whoever breaks off, as one that does not trust the certificate, is no concern of the server's.
            spawn(move || -> std::io::Result<()> {
                let mut reader =
                    BufReader::new(StreamOwned::new(ServerConnection::new(tls).unwrap(), stream?));
                let Some(request) = Message::read(&mut reader)? else { return Ok(()) };
                let (status, body) = answers(request.word(1)).map_or_else(
                    || ("404 Not Found", String::new()),
                    |speaks| ("200 OK", format!("<Autodiscover xmlns=\"{speaks}\"/>")),
                );
                let headers = vec![("content-type".to_owned(), "text/xml".to_owned())];
                let first = format!("HTTP/1.1 {status}");
                Message { first, headers, body: body.into_bytes() }.write(reader.get_mut())
            });
        }
    });
}

#[test]
fn exchange_autodiscover_is_found_on_both_paths() {
    inside(|| {
        let Some(scene) = Scene::planned() else { return };
        let scene = scene.standing_up(as_documented);
        scene.discover();
        // A path that Exchange does not have is no answer of the stand-in's.
        let url = format!("https://{HOST}/autodiscover/autodiscover.json");
        assert_eq!(Client::trusting(&[&scene.internal]).get(&url).unwrap().word(1), "404");
        // The record is for those inside: outside, nobody knows where Exchange is published.
        scene.client_is(Place::Outside);
        resolve(HOST).unwrap_err();
    });
}

#[test]
fn a_missing_exchange_record_is_noticed() {
    inside(|| {
        let Some(scene) = Scene::planned() else { return };
        let scene = scene.with_zone("\nautodiscover ", "\nautodiscovery ").standing_up(as_documented);
        scene.assert_lost();
        resolve(HOST).unwrap_err();
        assert_eq!(resolve("autodiscovery.proseware.example"), Ok(vec![ADDRESS]));
    });
}

#[test]
fn an_exchange_record_that_leads_elsewhere_is_noticed() {
    inside(|| {
        let Some(scene) = Scene::planned() else { return };
        let scene = scene.with_zone("10.40.40.80", "10.40.40.81").standing_up(as_documented);
        scene.assert_lost();
    });
}

#[test]
fn swapped_paths_of_exchange_autodiscover_are_noticed() {
    inside(|| {
        let Some(scene) = Scene::planned() else { return };
        let scene = scene.standing_up(swapped);
        scene.assert_lost();
        assert_eq!(resolve(HOST), Ok(vec![ADDRESS]));
    });
}

#[test]
fn an_exchange_certificate_of_another_authority_is_noticed() {
    inside(|| {
        let Some(mut scene) = Scene::planned() else { return };
        scene = scene.standing_up(as_documented);
        scene.discover();
        scene.internal = Authority::new("Other Lab CA");
        scene.assert_lost();
    });
}
