//! Signals of the system: being asked to leave, being stopped and going on. Where there are none, nothing happens.

use std::io;
#[cfg(unix)]
use std::sync::{Condvar, Mutex, PoisonError};
#[cfg(unix)]
use std::time::Duration;

/// What the system tells a program from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// It is to end: TERM, HUP, INT or QUIT.
    Leave,
    /// It goes on after it was stopped: CONT.
    Continued,
}

/// Whether this system can stop a program for a while.
#[must_use]
pub const fn can_suspend() -> bool {
    cfg!(unix)
}

/// Watches for signals as long as the program runs, in a thread that tells each of them. From now on none of them ends
/// the program by itself.
///
/// # Errors
/// The system does not let the signals be watched, or has no thread for it.
#[cfg(unix)]
pub fn watch(tell: impl Fn(Signal) + Send + 'static) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT])?;
    let watcher = std::thread::Builder::new().name("signals".to_owned());
    watcher.spawn(move || {
        for signal in signals.forever() {
            if signal == SIGCONT {
                *CONTINUED.0.lock().unwrap_or_else(PoisonError::into_inner) += 1;
                CONTINUED.1.notify_all();
            }
            tell(if signal == SIGCONT { Signal::Continued } else { Signal::Leave });
        }
    })?;
    Ok(())
}

/// Watches for signals, of which this system has none.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn watch(_: impl Fn(Signal) + Send + 'static) -> io::Result<()> {
    Ok(())
}

/// How often the program was told to go on, since it watches.
#[cfg(unix)]
static CONTINUED: (Mutex<u64>, Condvar) = (Mutex::new(0), Condvar::new());

/// How long to wait for being stopped, where the system does not stop a program that nobody could wake.
#[cfg(unix)]
const STOPPED_WITHIN: Duration = Duration::from_millis(500);

/// Stops this program as Ctrl-Z does, with those that it was started by and that share its terminal, such as `cargo run`;
/// returns when it is told to go on. Signals must be [watched](watch).
///
/// # Errors
/// The system does not stop it.
#[cfg(unix)]
pub fn suspend() -> io::Result<()> {
    let (count, bell) = &CONTINUED;
    let so_far = count.lock().unwrap_or_else(PoisonError::into_inner);
    let before = *so_far;
    rustix::process::kill_current_process_group(rustix::process::Signal::TSTP)?;
    // The signal may reach another thread of the program a little later.
    let waited = bell.wait_timeout_while(so_far, STOPPED_WITHIN, |count| *count == before);
    drop(waited);
    Ok(())
}

/// Does nothing: this system can't stop a program for a while.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn suspend() -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    use signal_hook::low_level::raise;

    use super::*;

    #[test]
    fn signals_are_told() {
        let (sender, told) = mpsc::channel();
        watch(move |signal| sender.send(signal).unwrap()).unwrap();
        let leaving = [SIGTERM, SIGHUP, SIGINT, SIGQUIT].map(|signal| (signal, Signal::Leave));
        for (signal, meant) in leaving.into_iter().chain([(SIGCONT, Signal::Continued)]) {
            raise(signal).unwrap();
            assert_eq!(told.recv_timeout(Duration::from_secs(10)), Ok(meant));
        }
    }
}
