//! The products whose configurations are tried: the file that is generated, the program that reads it, and how it is
//! started. The files that every configuration expects below `tls/` are the same.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;

use crate::authority::{Authority, Identity};
use crate::common::tool;
use crate::network::Machine;
use crate::process::Running;

/// A product.
#[derive(Clone, Copy)]
pub struct Product {
    /// Its name in a plan.
    pub name: &'static str,
    /// The file that is generated.
    pub file: &'static str,
    /// The program.
    pub program: &'static str,
    /// Tells the program to run in the foreground, with the configuration in this folder.
    arguments: fn(&mut Command, &str),
}

/// nginx; the user is that of the test, who owns the files.
pub const NGINX: Product = Product {
    name: "nginx",
    file: "nginx.conf",
    program: "nginx",
    arguments: |command, folder| {
        let globals = format!("daemon off; user root; pid {folder}/nginx.pid; error_log stderr;");
        command.args(["-e", "stderr", "-p", folder, "-c", &format!("{folder}/nginx.conf"), "-g", &globals]);
    },
};

/// `HAProxy`.
pub const HAPROXY: Product = Product {
    name: "haproxy",
    file: "haproxy.cfg",
    program: "haproxy",
    arguments: |command, _| {
        command.args(["-db", "-f", "haproxy.cfg"]);
    },
};

/// Apache httpd.
pub const APACHE: Product = Product {
    name: "apache",
    file: "apache.conf",
    program: "apache2",
    arguments: |command, folder| {
        let file = format!("{folder}/apache.conf");
        command.args(["-D", "FOREGROUND", "-d", folder, "-f", &file, "-E", "/dev/stderr"]);
    },
};

/// Caddy, which keeps what it learns at home.
pub const CADDY: Product = Product {
    name: "caddy",
    file: "Caddyfile",
    program: "caddy",
    arguments: |command, folder| {
        command.args(["run", "--config", "Caddyfile", "--adapter", "caddyfile"]);
        command.env("HOME", folder).env_remove("XDG_CONFIG_HOME").env_remove("XDG_DATA_HOME");
    },
};

impl Product {
    /// Runs the product with the configuration in a folder.
    #[track_caller]
    pub fn run(&self, folder: &Path, machine: &Machine, listens: &[SocketAddr]) -> Running {
        let mut command = machine.command(&tool(self.program).unwrap());
        (self.arguments)(&mut command, folder.to_str().unwrap());
        command.current_dir(folder);
        Running::start(command, folder.join("log"), listens)
    }
}

/// Lays the files of a listener's certificates below `tls/`, as the headers of the configurations say: each under its
/// name there.
pub fn lay_certificates(folder: &Path, listener: &[(String, Identity)], internal: &Authority) {
    let tls = folder.join("tls");
    fs::create_dir_all(&tls).unwrap();
    fs::write(tls.join("internal-ca.pem"), internal.pem()).unwrap();
    for (name, identity) in listener {
        fs::write(tls.join(format!("{name}.pem")), &identity.pem).unwrap();
        fs::write(tls.join(format!("{name}.key")), identity.key_pem()).unwrap();
        // One product looks for the key under the certificate's name.
        fs::write(tls.join(format!("{name}.pem.key")), identity.key_pem()).unwrap();
    }
}
