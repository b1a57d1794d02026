//! A client that resolves names the way the operating system does, and trusts the authorities that it was given.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use std::io::{BufReader, Read, Write};
use std::net::{IpAddr, SocketAddr, TcpStream, ToSocketAddrs as _};
use std::sync::Arc;
use std::time::Duration;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, ClientConnection, DigitallySignedStruct, Error, SignatureScheme, StreamOwned};

use crate::authority::{Authority, trusted};
use crate::http::Message;

/// A client.
pub struct Client {
    tls: Arc<ClientConfig>,
}

/// What is asked, and how, where it isn't what the address says.
#[derive(Default)]
pub struct Ask<'a> {
    /// What is to be fetched.
    pub url: &'a str,
    /// The headers besides the host.
    pub headers: &'a [(&'a str, &'a str)],
    /// The body, which makes it a POST.
    pub body: &'a [u8],
    /// Where to go, in place of asking a name server.
    pub at: Option<IpAddr>,
    /// The host that the request names, in place of that of the URL.
    pub host: Option<&'a str>,
}

/// An answer; or why there was none.
pub type Answered = Result<Message, String>;

/// The addresses that the operating system finds for a name.
pub fn resolve(name: &str) -> Result<Vec<IpAddr>, String> {
    let found = (name, 0).to_socket_addrs().map_err(|error| format!("{name}: {error}"))?;
    let mut found: Vec<IpAddr> = found.map(|address| address.ip()).collect();
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

impl Client {
    /// A client that trusts these authorities alone.
    pub fn trusting(authorities: &[&Authority]) -> Self {
        let builder = ClientConfig::builder().with_root_certificates(trusted(authorities));
        Self { tls: Arc::new(builder.with_no_client_auth()) }
    }

    /// A client that takes any certificate for good: what it is refused, the server itself refuses.
    pub fn careless() -> Self {
        let builder =
            ClientConfig::builder().dangerous().with_custom_certificate_verifier(Arc::new(Careless));
        Self { tls: Arc::new(builder.with_no_client_auth()) }
    }

    /// Fetches.
    pub fn get(&self, url: &str) -> Answered {
        self.ask(&Ask { url, ..Ask::default() })
    }

    /// Asks once, on a connection of its own.
    pub fn ask(&self, ask: &Ask<'_>) -> Answered {
        self.ask_on_one_connection(ask, 1).map(|mut answers| answers.remove(0))
    }

    /// Asks the same so many times, one after the other on one connection.
    pub fn ask_on_one_connection(&self, ask: &Ask<'_>, times: usize) -> Result<Vec<Message>, String> {
        let (scheme, rest) = ask.url.split_once("://").unwrap();
        let (host, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
        let (name, port) = match host.split_once(':') {
            Some((name, port)) => (name, port.parse().unwrap()),
            None => (host, if scheme == "https" { 443 } else { 80 }),
        };
        let address = match ask.at {
            Some(address) => address,
            None => *resolve(name)?.first().unwrap(),
        };
        let stream = connect(SocketAddr::new(address, port))?;
        let slash = if path.starts_with('/') { "" } else { "/" };
        let method = if ask.body.is_empty() { "GET" } else { "POST" };
        let connection = if times == 1 { "close" } else { "keep-alive" };
        let named = [("host", ask.host.unwrap_or(host)), ("connection", connection)];
        let headers = named.iter().chain(ask.headers).map(|(key, value)| ((*key).into(), (*value).into()));
        let first = format!("{method} {slash}{path} HTTP/1.1");
        let request = Message { first, headers: headers.collect(), body: ask.body.to_vec() };
        if scheme == "http" {
            return exchange(stream, &request, times);
        }
        let name = ServerName::try_from(name.to_owned()).unwrap();
        let connection = ClientConnection::new(Arc::clone(&self.tls), name).unwrap();
        exchange(StreamOwned::new(connection, stream), &request, times)
    }
}

/// Connects, and doesn't wait for ever.
fn connect(address: SocketAddr) -> Result<TcpStream, String> {
    let stream = TcpStream::connect_timeout(&address, Duration::from_secs(5))
        .map_err(|error| format!("{address}: {error}"))?;
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    Ok(stream)
}

/// Sends a request so many times, and reads each answer before the next.
fn exchange(stream: impl Read + Write, request: &Message, times: usize) -> Result<Vec<Message>, String> {
    let mut reader = BufReader::new(stream);
    let mut answers = Vec::new();
    for _ in 0..times {
        request.write(reader.get_mut()).map_err(|error| error.to_string())?;
        let answer = Message::read(&mut reader).map_err(|error| error.to_string())?;
        answers.push(answer.ok_or_else(|| "closed without an answer".to_owned())?);
    }
    Ok(answers)
}

/// Believes every certificate.
#[derive(Debug)]
struct Careless;

impl ServerCertVerifier for Careless {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        aws_lc_rs::default_provider().signature_verification_algorithms.supported_schemes()
    }
}
