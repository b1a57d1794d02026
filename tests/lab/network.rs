//! A network of its own for each test: the test starts itself again in new namespaces, where every planned address can be
//! had and no port collides with the host's, and where every process ends with it. Proxies and balancers are machines
//! apart, each in a namespace of its own, joined to the rest by a wire.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::ffi::OsStr;
use std::fs;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::common::{aloud, call, said, skip, succeed, tool};

/// Says that the process already is inside.
const INSIDE: &str = "UCPLAN_LAB_INSIDE";

/// Folders of the system that the programs write to, which become empty ones that vanish with the test.
const SCRATCH: &[&str] = &["/run", "/var/log", "/var/lib/nginx"];

/// Whether this process is the one inside.
pub fn is_inside() -> bool {
    std::env::var_os(INSIDE).is_some()
}

/// Runs a test in a network of its own. The calling function is the test: its name is taken from the closure's type.
#[track_caller]
pub fn inside<Case: FnOnce()>(case: Case) {
    if is_inside() {
        furnish();
        return case();
    }
    let Some(unshare) = tool("unshare") else { return };
    if ["ip", "nsenter", "mount"].into_iter().any(|name| tool(name).is_none()) {
        return;
    }
    // Programs change from root to users of their own, so whoever isn't root needs a range of users besides.
    let is_root = fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0);
    let spaces: &[&str] = if is_root { &[] } else { &["--map-root-user", "--map-auto"] };
    let spaces = [spaces, &["--net", "--mount", "--pid", "--fork", "--kill-child"]].concat();
    let tried = call(&unshare, Path::new("/"), &[&spaces[..], &["true"]].concat());
    if !tried.status.success() {
        return skip(&format!("no namespaces can be made here: {}", said(&tried)));
    }
    let name = std::any::type_name::<Case>().split_once("::").unwrap().1;
    let name = name.trim_end_matches("::{{closure}}");
    let itself = std::env::current_exe().unwrap();
    let arguments = ["--exact", name, "--nocapture", "--test-threads=1"];
    let again = Command::new(unshare)
        .args(spaces)
        .arg(itself)
        .args(arguments)
        .envs([(INSIDE, "1"), ("RUST_BACKTRACE", "0")])
        .output();
    let again = again.unwrap();
    let told = said(&again);
    for line in told.lines().filter(|line| line.starts_with("SKIPPED")) {
        aloud(line);
    }
    assert!(again.status.success() && told.contains("test result: ok. 1 passed"), "{name}: {told}");
}

/// Makes the new namespaces a place to work in.
fn furnish() {
    for folder in SCRATCH.iter().filter(|folder| Path::new(folder).is_dir()) {
        run("mount", &["-t", "tmpfs", "scratch", folder]);
    }
    for folder in ["/var/log/nginx", "/var/log/apache2", "/run/apache2"] {
        fs::create_dir_all(folder).unwrap();
    }
    ip("link set lo up");
}

/// Runs a program of the system that must succeed.
#[track_caller]
fn run(name: &str, arguments: &[&str]) {
    succeed(&tool(name).unwrap(), Path::new("/"), arguments);
}

/// Runs `ip` with these words.
#[track_caller]
fn ip(words: &str) {
    run("ip", &words.split(' ').collect::<Vec<_>>());
}

/// Gives this side of the network an address; one that it has stays.
#[track_caller]
pub fn take(address: IpAddr) {
    ip(&format!("addr replace {address}/32 dev lo"));
}

/// Lays a file over a file of the system, for this test alone. A missing one is nothing to hide.
#[track_caller]
pub fn lay_over(file: &Path, system: &str) {
    if Path::new(system).exists() {
        run("mount", &["--bind", file.to_str().unwrap(), system]);
    }
}

/// A machine apart, with addresses of its own.
pub struct Machine {
    name: &'static str,
}

impl Machine {
    /// A machine with these addresses, reached from here under all of them. It comes from the last one.
    #[track_caller]
    pub fn with(name: &'static str, addresses: &[IpAddr]) -> Self {
        let machine = Self { name };
        ip(&format!("netns add {name}"));
        ip(&format!("link add {name} type veth peer name wire netns {name}"));
        ip(&format!("link set {name} up"));
        machine.ip("link set lo up");
        machine.ip("link set wire up");
        for address in addresses {
            machine.ip(&format!("addr replace {address}/32 dev wire"));
            ip(&format!("route replace {address}/32 dev {name}"));
        }
        let own = addresses.last().unwrap();
        machine.ip(&format!("route replace default dev wire src {own}"));
        machine
    }

    /// Whoever calls this machine from now on comes from this address.
    #[track_caller]
    pub fn is_called_from(&self, source: IpAddr, addresses: &[IpAddr]) {
        take(source);
        for address in addresses {
            ip(&format!("route replace {address}/32 dev {} src {source}", self.name));
        }
    }

    /// A program about to be started on the machine.
    pub fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(tool("nsenter").unwrap());
        command.arg(format!("--net={}", self.space().display())).arg(program);
        command
    }

    /// Where the system keeps the machine's namespace.
    fn space(&self) -> PathBuf {
        Path::new("/run/netns").join(self.name)
    }

    /// Runs `ip` on the machine.
    #[track_caller]
    fn ip(&self, words: &str) {
        let mut command = self.command(&tool("ip").unwrap());
        let output = command.args(words.split(' ').map(OsStr::new)).output().unwrap();
        assert!(output.status.success(), "{}: ip {words}: {}", self.name, said(&output));
    }
}
