//! The real balancer spreads clients over the servers of a pool, and keeps each with its own.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value as Json;

use crate::authority::Authority;
use crate::client::{Ask, Client};
use crate::common::{Desk, tool};
use crate::http::Message;
use crate::network::{Machine, inside, take};
use crate::pool::{Listening, MARK, Pools, Server};
use crate::process::Running;
use crate::proxies::HAPROXY;
use crate::scene::planned_names;

/// The pool's external web services: what the proxy asks for.
const WEB: &str = "poolext.proseware.example";
const URL: &str = "https://poolext.proseware.example:4443/ucwa/v1/applications";
/// Where the balancer takes it.
const TAKEN: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 40, 10, 22));
/// The address of the balancer itself.
const OWN: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 40, 10, 5));
/// The servers of the pool.
const MEMBERS: [(&str, Ipv4Addr); 3] = [
    ("denfe01.corp.proseware.example", Ipv4Addr::new(10, 40, 10, 11)),
    ("denfe02.corp.proseware.example", Ipv4Addr::new(10, 40, 10, 12)),
    ("denfe03.corp.proseware.example", Ipv4Addr::new(10, 40, 10, 13)),
];

/// A balancer in front of the servers of the pool.
struct Balanced {
    client: Client,
    machine: Machine,
    /// The port of each server by which the balancer knows that it is alive.
    monitors: BTreeMap<&'static str, Listening>,
    _desk: Desk,
    _balancer: Running,
}

/// The addresses that the balancer must have, as the plan says.
fn virtual_addresses(desk: &Desk) -> Vec<IpAddr> {
    let rows = desk.shown("balancing");
    let addresses: BTreeSet<IpAddr> =
        rows.iter().map(|row: &Json| row["address"].as_str().unwrap().parse().unwrap()).collect();
    assert!(addresses.contains(&TAKEN), "{addresses:?}");
    addresses.into_iter().collect()
}

impl Balanced {
    /// Generates the plan with these answers, and starts servers and balancer.
    #[track_caller]
    fn stand_up(answers: &[&str]) -> Option<Self> {
        tool(HAPROXY.program)?;
        let desk = Desk::generated("two-domains", answers);
        let (internal, pools) = (Authority::new("Internal Lab CA"), Pools::default());
        let mut monitors = BTreeMap::new();
        for (name, address) in MEMBERS {
            take(address.into());
            let server =
                Server { name: name.into(), host: WEB.into(), ucwa: WEB.into(), location: "External" };
            let listen = |port, tls| pools.serve(&server, SocketAddr::new(address.into(), port), tls);
            let identity = internal.certify(&planned_names(&desk, name));
            listen(4443, Some(identity.server()));
            listen(8080, None);
            monitors.insert(name, listen(5061, None));
        }
        let machine = Machine::with("balancer", &[virtual_addresses(&desk), vec![OWN]].concat());
        let folder = desk.path("balancer");
        fs::create_dir_all(folder.join("tls")).unwrap();
        fs::copy(desk.path("out/load-balancer/lb01/haproxy.cfg"), folder.join("haproxy.cfg")).unwrap();
        // Used only where the balancer reads the traffic, to set a cookie in it.
        fs::write(folder.join("tls/internal-ca.pem"), internal.pem()).unwrap();
        for name in [WEB, "dirext.proseware.example"] {
            let identity = internal.certify(&planned_names(&desk, name));
            fs::write(folder.join(format!("tls/{name}.pem")), &identity.pem).unwrap();
            fs::write(folder.join(format!("tls/{name}.pem.key")), identity.key_pem()).unwrap();
        }
        let balancer = HAPROXY.run(&folder, &machine, &[SocketAddr::new(TAKEN, 4443)]);
        let client = Client::trusting(&[&internal]);
        Some(Self { client, machine, monitors, _desk: desk, _balancer: balancer })
    }

    /// The answer to somebody at this address, who sends these headers.
    #[track_caller]
    fn ask(&self, from: IpAddr, headers: &[(&str, &str)]) -> Message {
        self.machine.is_called_from(from, &[TAKEN]);
        let answer = self.tried(headers).unwrap();
        assert_eq!(answer.word(1), "200", "{answer:?}");
        answer
    }

    /// What becomes of a request with these headers.
    fn tried(&self, headers: &[(&str, &str)]) -> Result<Message, String> {
        self.client.ask(&Ask { url: URL, at: Some(TAKEN), host: Some(WEB), headers, ..Ask::default() })
    }

    /// The server that answers somebody at this address, if one does while another goes down.
    fn server_now(&self, from: IpAddr) -> Option<String> {
        self.machine.is_called_from(from, &[TAKEN]);
        self.tried(&[]).ok()?.header(MARK).map(str::to_owned)
    }

    /// The server that answers somebody at this address.
    #[track_caller]
    fn server_of(&self, from: IpAddr) -> String {
        self.ask(from, &[]).header(MARK).unwrap().to_owned()
    }
}

/// Addresses of clients, or of proxies, which are all that a balancer sees.
fn sources() -> impl Iterator<Item = IpAddr> {
    (101..117).map(|last| Ipv4Addr::new(172, 20, 30, last).into())
}

#[test]
fn a_client_stays_with_its_server_until_that_is_down() {
    inside(|| {
        let Some(mut balanced) = Balanced::stand_up(&[]) else { return };
        let servers: BTreeMap<IpAddr, String> =
            sources().map(|source| (source, balanced.server_of(source))).collect();
        for _ in 0..3 {
            for (source, server) in &servers {
                assert_eq!(&balanced.server_of(*source), server, "{source} was moved");
            }
        }
        let used: BTreeSet<&String> = servers.values().collect();
        assert!(used.len() > 1, "all clients are at {used:?}");

        // A server whose monitored port is silent serves nobody any more, though its web services still would.
        let (moved, down) = servers.first_key_value().unwrap();
        balanced.monitors.remove(down.as_str()).unwrap().stop();
        let start = Instant::now();
        while balanced.server_now(*moved).is_none_or(|server| server == *down) {
            assert!(start.elapsed() < Duration::from_secs(30), "nobody noticed that {down} is down");
            sleep(Duration::from_millis(500));
        }
        for (source, server) in &servers {
            let now = balanced.server_of(*source);
            assert_ne!(&now, down, "{source} is sent to a server that is down");
            assert!(now == *server || server == down, "{source} was moved from {server}, which is up");
        }
    });
}

#[test]
fn a_cookie_keeps_a_client_with_its_server_where_old_pools_remain() {
    inside(|| {
        let Some(balanced) = Balanced::stand_up(&["servers.lync_server_2010_pools=true"]) else { return };
        let mut used = BTreeSet::new();
        for source in sources() {
            let first = balanced.ask(source, &[]);
            let server = first.header(MARK).unwrap();
            let set = first.header("set-cookie").unwrap_or_else(|| panic!("no cookie: {first:?}"));
            let (cookie, attributes) = set.split_once(';').unwrap_or((set, ""));
            assert!(cookie.starts_with("MS-WSMAN="), "{set}");
            let attributes = attributes.to_ascii_lowercase();
            for forbidden in ["httponly", "expires", "max-age"] {
                assert!(!attributes.contains(forbidden), "{set}");
            }
            // The cookie counts, not where the client comes from; with it, no other is set.
            for from in [source, Ipv4Addr::new(172, 20, 30, 200).into()] {
                let next = balanced.ask(from, &[("cookie", cookie)]);
                assert_eq!((next.header(MARK), next.header("set-cookie")), (Some(server), None), "{from}");
            }
            used.insert(server.to_owned());
        }
        assert!(used.len() > 1, "all clients are at {used:?}");
    });
}

#[test]
fn every_answer_to_a_request_without_a_cookie_sets_one() {
    inside(|| {
        let Some(balanced) = Balanced::stand_up(&["servers.lync_server_2010_pools=true"]) else { return };
        balanced.machine.is_called_from(sources().next().unwrap(), &[TAKEN]);
        let ask = Ask { url: URL, at: Some(TAKEN), host: Some(WEB), ..Ask::default() };
        let answers = balanced.client.ask_on_one_connection(&ask, 4).unwrap();
        assert_eq!(answers.len(), 4);
        for answer in answers {
            assert!(
                answer.header("set-cookie").is_some_and(|set| set.starts_with("MS-WSMAN=")),
                "{answer:?}"
            );
        }
    });
}
