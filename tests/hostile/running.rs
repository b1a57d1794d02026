//! Programs that run until they were asked through a socket.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]
#![cfg(unix)]

use std::fs;
use std::io::{Read as _, Write as _};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::readers::Told;

/// A program that runs until the test ends.
pub struct Running(Child);

impl Running {
    /// Starts it and waits until it listens on a socket; else what it said.
    pub fn start(program: &Path, folder: &Path, arguments: &[&str], socket: &Path) -> Result<Self, String> {
        let said = folder.join("said");
        let mut command = Command::new(program);
        command
            .args(arguments)
            .current_dir(folder)
            .stdout(Stdio::null())
            .stderr(fs::File::create(&said).unwrap());
        let mut running = Self(command.spawn().unwrap());
        for _ in 0..2_000 {
            if UnixStream::connect(socket).is_ok() {
                return Ok(running);
            }
            if running.0.try_wait().unwrap().is_some() {
                return Err(format!(
                    "{} ended early: {}",
                    program.display(),
                    fs::read_to_string(said).unwrap()
                ));
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("{} does not listen", program.display())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The answer to a request.
pub fn ask(socket: &Path, request: &str) -> String {
    let mut stream = UnixStream::connect(socket).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8(answer).unwrap()
}

/// Where it may be asked.
const SOCKET: &str = "global\n    stats socket unix@s level admin\n";

/// Any address may be had in a network of one's own; the shell makes room for the program, which ends with it.
const START: &str = "echo 1 >/proc/sys/net/ipv4/ip_nonlocal_bind && echo 1 >/proc/sys/net/ipv6/ip_nonlocal_bind && exec \"$0\" \"$@\"";

/// What `HAProxy` says that it has, of the configuration in a folder: sections, listeners and servers, the conditions with
/// their lines and patterns, the names that it has certificates for.
pub fn haproxy_objects(unshare: &Path, haproxy: &Path, folder: &Path) -> Told {
    fs::write(folder.join("socket.cfg"), SOCKET).unwrap();
    let socket = folder.join("s");
    let _ = fs::remove_file(&socket);
    let program = haproxy.to_str().unwrap();
    let arguments =
        ["-rn", "sh", "-c", START, program, "-db", "-f", "haproxy.cfg", "-f", "socket.cfg", "-dW"];
    let _running = Running::start(unshare, folder, &arguments, &socket)?;
    let table = ask(&socket, "show stat\n");
    let mut rows =
        csv::ReaderBuilder::new().flexible(true).from_reader(table.trim_start_matches("# ").as_bytes());
    let head = rows.headers().unwrap().clone();
    let kept = ["pxname", "svname", "type", "mode", "addr", "algo", "cookie"];
    let kept: Vec<usize> =
        kept.iter().map(|name| head.iter().position(|own| own == *name).unwrap()).collect();
    let mut parts = Vec::new();
    for row in rows.records().map(Result::unwrap) {
        parts.extend(kept.iter().map(|at| row.get(*at).unwrap_or_default().to_owned()));
    }
    let conditions = ask(&socket, "show acl\n");
    // Those of the program's own client have no line.
    for condition in conditions.lines().filter(|line| line.contains("'haproxy.cfg'")) {
        let (number, said) = condition.split_once(' ').unwrap();
        parts.push(said.to_owned());
        let patterns = ask(&socket, &format!("show acl #{number}\n"));
        // Each stands behind its place in memory.
        parts.extend(
            patterns.lines().filter_map(|line| line.split_once(' ')).map(|(_, said)| said.to_owned()),
        );
    }
    let names = ask(&socket, "show ssl crt-list -n names.crt-list\n");
    parts.extend(names.lines().map(str::to_owned));
    Ok(parts)
}
