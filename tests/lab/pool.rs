//! Stand-in pools: they answer Autodiscover as the product does (M-262 to M-268), keep long polls waiting, and write down
//! what reaches them.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::io::{self, BufReader, Read, Write};
use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread::{sleep, spawn};
use std::time::Duration;

use rustls::{ServerConfig, ServerConnection, StreamOwned};
use serde_json::json;

use crate::http::Message;

/// What every answer of a stand-in says of itself.
pub const MARK: &str = "x-stand-in";

/// The credentials that a stand-in accepts; a proxy in between must not ask for its own.
pub const TOKEN: &str = "Bearer of-the-lab";

/// A request as a server got it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The server's name.
    pub server: String,
    /// The port that it came to.
    pub port: u16,
    /// Who sent it.
    pub from: IpAddr,
    /// The path with the query.
    pub path: String,
    /// The host that the request names.
    pub host: String,
    /// The length of the body.
    pub length: usize,
}

/// A server of a pool.
#[derive(Clone)]
pub struct Server {
    /// What it calls itself.
    pub name: String,
    /// The host that its links lead to.
    pub host: String,
    /// The host that the link for UCWA leads to: the external web name of the user's pool (M-267).
    pub ucwa: String,
    /// `External`, `Internal`.
    pub location: &'static str,
}

/// All stand-ins of a test.
#[derive(Clone, Default)]
pub struct Pools {
    seen: Arc<Mutex<Vec<Seen>>>,
}

/// A way to stop listening.
pub struct Listening {
    address: SocketAddr,
    stopped: Arc<Mutex<bool>>,
}

impl Pools {
    /// What has reached the servers since this was asked last.
    pub fn seen(&self) -> Vec<Seen> {
        std::mem::take(&mut *self.seen.lock().unwrap())
    }

    /// Lets a server answer there, by TLS where it has something to show.
    #[track_caller]
    pub fn serve(&self, server: &Server, address: SocketAddr, tls: Option<Arc<ServerConfig>>) -> Listening {
        let listener = TcpListener::bind(address).unwrap_or_else(|error| panic!("{address}: {error}"));
        let stopped = Arc::new(Mutex::new(false));
        let (pools, server, is_stopped) = (self.clone(), server.clone(), Arc::clone(&stopped));
        spawn(move || {
            for stream in listener.incoming() {
                if *is_stopped.lock().unwrap() {
                    return;
                }
                let (pools, server, tls) = (pools.clone(), server.clone(), tls.clone());
                // Whoever breaks off, as a check of health does, is no concern of the server's.
                spawn(move || pools.attend(&server, stream?, address.port(), tls));
            }
        });
        Listening { address, stopped }
    }

    /// Answers a connection's requests.
    fn attend(
        &self,
        server: &Server,
        stream: TcpStream,
        port: u16,
        tls: Option<Arc<ServerConfig>>,
    ) -> io::Result<()> {
        let from = stream.peer_addr()?.ip();
        match tls {
            None => self.converse(server, stream, port, from),
            Some(tls) => {
                let connection = ServerConnection::new(tls).unwrap();
                self.converse(server, StreamOwned::new(connection, stream), port, from)
            }
        }
    }

    /// The same, whatever the stream is.
    fn converse(
        &self,
        server: &Server,
        stream: impl Read + Write,
        port: u16,
        from: IpAddr,
    ) -> io::Result<()> {
        let mut reader = BufReader::new(stream);
        while let Some(request) = Message::read(&mut reader)? {
            self.note_and_answer(server, &request, port, from).write(reader.get_mut())?;
        }
        Ok(())
    }

    /// Writes a request down, and answers it.
    fn note_and_answer(&self, server: &Server, request: &Message, port: u16, from: IpAddr) -> Message {
        let path = request.word(1).to_owned();
        let host = request.header("host").unwrap_or_default().to_owned();
        let length = request.body.len();
        let seen = Seen { server: server.name.clone(), port, from, path, host, length };
        self.seen.lock().unwrap().push(seen);
        let (status, kind, body) = server.answer(request, [80, 8080].contains(&port));
        let mut headers =
            vec![(MARK.to_owned(), server.name.clone()), ("content-type".to_owned(), kind.to_owned())];
        if status.starts_with("401") {
            headers.push(("www-authenticate".to_owned(), "MsRtcOAuth".to_owned()));
        }
        Message { first: format!("HTTP/1.1 {status}"), headers, body: body.into_bytes() }
    }
}

impl Server {
    /// Status, type and body of the answer to a request.
    fn answer(&self, request: &Message, is_plain: bool) -> (&'static str, &'static str, String) {
        let (path, query) = request.word(1).split_once('?').unwrap_or((request.word(1), ""));
        let path = path.to_ascii_lowercase();
        let service = path.strip_prefix("/autodiscover/autodiscoverservice.svc/root");
        let json = "application/json";
        match service.or(if path == "/" { Some("") } else { None }) {
            Some("" | "/") if is_plain => ("200 OK", json, self.links(&[("Redirect", "")])),
            Some("" | "/") if request.header("accept").is_some_and(|kind| kind.contains(json)) => {
                let link = |rest| json!({ "href": format!("{}{rest}", self.service()) });
                let links =
                    json!({ "self": link(""), "user": link("/oauth/user"), "xframe": link("/xframe") });
                ("200 OK", json, json!({ "_links": links }).to_string())
            }
            Some("" | "/") => {
                let links = [("Domain", "/domain"), ("User", "/user"), ("OAuth", "/oauth/user")];
                ("200 OK", json, self.links(&links))
            }
            Some("/user") => ("200 OK", "application/vnd.microsoft.rtc.autodiscover+xml", self.user()),
            Some("/oauth/user") if request.header("authorization") != Some(TOKEN) => {
                ("401 Unauthorized", "text/plain", String::new())
            }
            Some("/oauth/user") => {
                let ucwa = format!("https://{}/ucwa/v1/applications", self.ucwa);
                let links = json!([{ "token": "Ucwa", "href": ucwa }]);
                let user = json!({ "AccessLocation": self.location, "User": { "Links": links } });
                ("200 OK", json, user.to_string())
            }
            _ => {
                // An event that is long in coming (M-137).
                if let Some(seconds) = query.strip_prefix("wait=") {
                    sleep(Duration::from_secs(seconds.parse().unwrap()));
                }
                ("200 OK", json, json!({ "got": request.body.len() }).to_string())
            }
        }
    }

    /// Where the service is.
    fn service(&self) -> String {
        format!("https://{}/Autodiscover/AutodiscoverService.svc/root", self.host)
    }

    /// The root document (M-263, M-264).
    fn links(&self, links: &[(&str, &str)]) -> String {
        let link = |(token, rest): &(&str, &str)| json!({ "token": token, "href": format!("{}{rest}", self.service()) });
        let links: Vec<_> = links.iter().map(link).collect();
        json!({ "AccessLocation": self.location, "Root": { "Links": links } }).to_string()
    }

    /// The user document (M-266).
    fn user(&self) -> String {
        let Self { ucwa, location, .. } = self;
        format!(
            r#"<AutodiscoverResponse AccessLocation="{location}"><User><Link token="Ucwa" href="https://{ucwa}/ucwa/v1/applications"/></User></AutodiscoverResponse>"#
        )
    }
}

impl Listening {
    /// Lets nobody in any more.
    pub fn stop(self) {
        *self.stopped.lock().unwrap() = true;
        // The listener wakes up, sees that it is stopped, and goes.
        drop(TcpStream::connect(self.address));
        while TcpStream::connect(self.address).is_ok() {
            sleep(Duration::from_millis(20));
        }
    }
}
