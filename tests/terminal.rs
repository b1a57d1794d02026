//! The program in a terminal, as a person has it: whatever ends it, the terminal is as it was before and no answer is lost;
//! whatever happens to the window, the screen is whole.
//!
//! Pseudo-terminals and signals are those of Unix. Elsewhere the tests of the screen without a terminal have to do.

#[cfg(unix)]
mod common;
#[cfg(unix)]
mod pty;

#[cfg(unix)]
#[path = "terminal/given_back.rs"]
mod given_back;
#[cfg(unix)]
#[path = "terminal/kept.rs"]
mod kept;
#[cfg(unix)]
#[path = "terminal/painted.rs"]
mod painted;
#[cfg(unix)]
#[path = "terminal/pointed.rs"]
mod pointed;
#[cfg(unix)]
#[path = "terminal/resized.rs"]
mod resized;

#[cfg(not(unix))]
#[test]
fn terminals_of_unix() {
    println!("skipped: pseudo-terminals and signals are tested on Unix only");
}
