//! A small authority signs the requests, nginx serves the certificates, and a client that trusts this authority alone takes
//! every planned name, and no other.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore};

use crate::common::{succeed, tool};
use crate::made::{Asked, KEYS, asked, here, plans};
use crate::read::names;

/// The plans whose certificates are served: those with many sorts of names.
const SERVED: [&str; 7] = [
    "long",
    "korean",
    "oauth",
    "no-common-name",
    "separate-ecdsa",
    "two-discovered-edges",
    "wildcards-and-eight-domains",
];

/// nginx, as long as this lives.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Server {
    /// Starts it with a listener for each certificate.
    fn start(nginx: &Path, folder: &Path, all: &[Asked]) -> Self {
        let mut text = "daemon off;\nmaster_process off;\npid nginx.pid;\nerror_log error.log;\n\
                        events { worker_connections 4096; }\nhttp {\naccess_log off;\n"
            .to_owned();
        for (number, one) in all.iter().enumerate() {
            let place = folder.display();
            let kind = one.certificate.key.word();
            writeln!(
                text,
                "server {{ listen unix:{place}/{number}.sock ssl; ssl_certificate {place}/{number}.crt; \
                 ssl_certificate_key {place}/{kind}.pem; }}"
            )
            .unwrap();
        }
        text.push_str("}\n");
        fs::write(folder.join("nginx.conf"), text).unwrap();
        let place = format!("{}/", folder.display());
        let mut command = Command::new(nginx);
        command.args(["-p", &place, "-c", "nginx.conf", "-e", "error.log"]);
        let server = Self(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap());
        let last = folder.join(format!("{}.sock", all.len() - 1));
        for _ in 0..200 {
            if UnixStream::connect(&last).is_ok() {
                return server;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("{}", fs::read_to_string(folder.join("error.log")).unwrap_or_default());
    }
}

/// Has all requests signed, each with the names that it asks for.
fn sign(openssl: &Path, folder: &Path, all: &[Asked]) {
    let new =
        ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-noenc", "-days", "30"];
    let root = ["-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Test authority"];
    succeed(openssl, folder, &[&new[..], &root].concat());
    for (number, one) in all.iter().enumerate() {
        let (request, certificate) = (format!("{number}.csr"), format!("{number}.crt"));
        fs::write(folder.join(&request), &one.pem).unwrap();
        let sign =
            ["x509", "-req", "-CA", "ca.pem", "-CAkey", "ca.key", "-days", "20", "-copy_extensions", "copy"];
        succeed(openssl, folder, &[&sign[..], &["-in", &request, "-out", &certificate]].concat());
    }
}

/// Asks a listener for a name.
fn ask(config: &Arc<ClientConfig>, socket: &Path, name: &str) -> io::Result<()> {
    let name = ServerName::try_from(name.to_owned()).unwrap();
    let mut connection = ClientConnection::new(Arc::clone(config), name).unwrap();
    let mut stream = UnixStream::connect(socket)?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    while connection.is_handshaking() {
        connection.complete_io(&mut stream)?;
    }
    Ok(())
}

#[test]
fn a_client_takes_every_planned_name_and_no_other() {
    let (Some(openssl), Some(nginx)) = (tool("openssl"), tool("nginx")) else { return };
    let desk = tempfile::tempdir().unwrap();
    let folder = desk.path();
    let plans = plans(here).into_iter().filter(|(name, _)| SERVED.contains(&name.as_str()));
    let all: Vec<Asked> = plans.flat_map(|(name, document)| asked(&name, &document)).collect();
    for plan in SERVED {
        assert!(all.iter().any(|one| one.name.starts_with(&format!("{plan} "))), "nothing of {plan}");
    }
    for (kind, key) in KEYS.iter() {
        fs::write(folder.join(format!("{kind}.pem")), key.serialize_pem()).unwrap();
    }
    sign(&openssl, folder, &all);
    let _server = Server::start(&nginx, folder, &all);
    let mut trusted = RootCertStore::empty();
    trusted.add(CertificateDer::from_pem_file(folder.join("ca.pem")).unwrap()).unwrap();
    let config = Arc::new(ClientConfig::builder().with_root_certificates(trusted).with_no_client_auth());
    for (number, one) in all.iter().enumerate() {
        let socket = folder.join(format!("{number}.sock"));
        for name in names(one) {
            // A wildcard stands for any host right below its domain.
            let host = name.replace('*', "some-host");
            ask(&config, &socket, &host).unwrap_or_else(|error| panic!("{}: {host}: {error}", one.name));
        }
        for other in ["not-planned.example", "some.other-host.contoso.com"] {
            let refused = ask(&config, &socket, other).unwrap_err();
            assert!(refused.to_string().contains("not valid for name"), "{}: {refused}", one.name);
        }
    }
}
