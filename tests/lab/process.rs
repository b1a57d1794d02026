//! A real program at work in the background: it ends with the test, also where the test fails.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::fs::{self, File};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A program that runs.
pub struct Running {
    child: Child,
    log: PathBuf,
}

impl Running {
    /// Starts a program and waits until it listens on all of these; what it says goes to the log.
    #[track_caller]
    pub fn start(mut command: Command, log: PathBuf, listens: &[SocketAddr]) -> Self {
        let (out, complaints) =
            (File::create(&log).unwrap(), File::options().append(true).open(&log).unwrap());
        command.stdin(Stdio::null()).stdout(out).stderr(complaints);
        let child = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let mut running = Self { child, log };
        for listens in listens {
            running.wait_for(*listens);
        }
        running
    }

    /// Waits until somebody answers there.
    #[track_caller]
    fn wait_for(&mut self, listens: SocketAddr) {
        let start = Instant::now();
        while TcpStream::connect_timeout(&listens, Duration::from_secs(1)).is_err() {
            let ended = self.child.try_wait().unwrap();
            assert!(ended.is_none(), "it ended by itself: {}", self.said());
            assert!(start.elapsed() < Duration::from_mins(1), "nobody at {listens}: {}", self.said());
            sleep(Duration::from_millis(50));
        }
    }

    /// What it has said so far.
    pub fn said(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.log).unwrap_or_default()).into_owned()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
