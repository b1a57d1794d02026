//! The deployment of the sample `two-domains`, set up piece by piece: what is generated, who signs, who answers.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::fs;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use crate::authority::{Authority, Identity};
use crate::client::Client;
use crate::common::{Desk, bytes, tool};
use crate::names::{Names, Place};
use crate::network::{Machine, take};
use crate::pool::{Pools, Server};
use crate::process::Running;
use crate::proxies::{Product, lay_certificates};

/// Where the plan publishes.
pub const PUBLISHED: IpAddr = IpAddr::V4(Ipv4Addr::new(198, 51, 100, 20));
/// The address under which the servers know the proxy.
pub const PROXY: IpAddr = IpAddr::V4(Ipv4Addr::new(172, 20, 30, 20));
/// Where the client on the Internet is.
const CLIENT: IpAddr = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 77));
/// The external web services of the Directors, the first stop of every client, and of the pool.
const WEB: [(&str, Ipv4Addr); 2] = [
    ("dirext.proseware.example", Ipv4Addr::new(10, 40, 20, 22)),
    ("poolext.proseware.example", Ipv4Addr::new(10, 40, 10, 22)),
];
/// The internal web services of the Directors.
const INSIDE: (&str, Ipv4Addr) = ("dirint.corp.proseware.example", Ipv4Addr::new(10, 40, 20, 21));

/// What the pools show for themselves.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// A certificate of the internal authority for the planned names.
    Planned,
    /// The same by an authority that nobody trusts.
    OtherAuthority,
    /// One of the internal authority, for other names.
    OtherName,
}

/// A plan that was generated, and the authorities of those who will use it.
pub struct Scene {
    /// The desk with everything in `out`.
    pub desk: Desk,
    /// The product that publishes.
    pub product: Product,
    /// Signs for the proxy, and every client trusts it.
    pub public: Authority,
    /// Signs for the servers; the proxy trusts it, and devices of the company.
    pub internal: Authority,
}

/// Everything running.
pub struct Stage {
    /// The stand-ins.
    pub pools: Pools,
    /// The name server.
    pub names: Names,
    _proxy: Running,
}

impl Scene {
    /// The plan with these answers, generated; nothing where a program is missing.
    #[track_caller]
    pub fn planned(product: Product, answers: &[&str]) -> Option<Self> {
        for program in ["named", product.program] {
            tool(program)?;
        }
        let product_is = format!("sites[Denver].reverse_proxies[rp01].product={}", product.name);
        let desk = Desk::generated("two-domains", &[&[product_is.as_str()], answers].concat());
        desk.read(&format!("out/reverse-proxy/rp01/{}", product.file));
        let (public, internal) = (Authority::new("Public Lab CA"), Authority::new("Internal Lab CA"));
        Some(Self { desk, product, public, internal })
    }

    /// A client that trusts the public authority alone.
    pub fn client(&self) -> Client {
        Client::trusting(&[&self.public])
    }

    /// Starts everything; the proxy listens on these ports.
    #[track_caller]
    pub fn stand_up(&self, shown: Shown, ports: &[u16]) -> Stage {
        let machine = Machine::with("proxy", &[PUBLISHED, PROXY]);
        machine.is_called_from(CLIENT, &[PUBLISHED]);
        let names = Names::serve(&self.desk.path("out/dns"), &self.desk.path("names"));
        let pools = Pools::default();
        for (name, address) in WEB {
            let identity = self.identity(name, shown);
            serve(&pools, name, "External", SocketAddr::new(address.into(), 4443), Some(&identity));
            serve(&pools, name, "External", SocketAddr::new(address.into(), 8080), None);
        }
        let (name, address) = INSIDE;
        let identity = self.identity(name, Shown::Planned);
        serve(&pools, name, "Internal", SocketAddr::new(address.into(), 443), Some(&identity));

        let folder = self.desk.path("proxy");
        let own = self.listeners().into_iter().map(|(id, names)| {
            let name = if id == "rp01" { "listener".to_owned() } else { id };
            (name, self.public.certify(&names))
        });
        lay_certificates(&folder, &own.collect::<Vec<_>>(), &self.internal);
        for (name, bytes) in bytes(&self.desk.path("out/reverse-proxy/rp01")) {
            fs::write(folder.join(name), bytes).unwrap();
        }
        let listens: Vec<SocketAddr> = ports.iter().map(|port| SocketAddr::new(PUBLISHED, *port)).collect();
        let proxy = self.product.run(&folder, &machine, &listens);
        Stage { pools, names, _proxy: proxy }
    }

    /// The certificates of the proxy, each with its names, one a line.
    pub fn listeners(&self) -> Vec<(String, String)> {
        let rows = self.desk.shown("certificates");
        let ids =
            rows.iter().filter(|row| row["role"] == "reverse-proxy").map(|row| row["id"].as_str().unwrap());
        ids.map(|id| (id.to_owned(), self.desk.read(&format!("out/certificates/{id}/names.txt")))).collect()
    }

    /// What a server shows under a name: a certificate for exactly the names planned for it.
    #[track_caller]
    pub fn identity(&self, name: &str, shown: Shown) -> Identity {
        let names = planned_names(&self.desk, name);
        match shown {
            Shown::Planned => self.internal.certify(&names),
            Shown::OtherAuthority => Authority::new("Internal Lab CA").certify(&names),
            Shown::OtherName => self.internal.certify("sip.proseware.example\nunknown.proseware.example"),
        }
    }
}

impl Stage {
    /// From now on the client is somewhere else.
    pub fn client_is(&self, place: Place) {
        self.names.are_asked(place);
    }
}

/// Lets a stand-in answer under a name.
fn serve(
    pools: &Pools,
    name: &str,
    location: &'static str,
    address: SocketAddr,
    identity: Option<&Identity>,
) {
    take(address.ip());
    let server = Server { name: name.to_owned(), host: name.to_owned(), ucwa: WEB[1].0.to_owned(), location };
    pools.serve(&server, address, identity.map(Identity::server));
}

/// The `names.txt` of the server's certificate that bears this name.
#[track_caller]
pub fn planned_names(desk: &Desk, name: &str) -> String {
    let rows = desk.shown("certificates");
    let bears = |row: &&serde_json::Value| {
        row["issuer"] == "internal" && row["names"].as_array().unwrap().iter().any(|own| own == name)
    };
    let row = rows.iter().find(bears).unwrap_or_else(|| panic!("no certificate for {name}"));
    desk.read(&format!("out/certificates/{}/names.txt", row["id"].as_str().unwrap()))
}
