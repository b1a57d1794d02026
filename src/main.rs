//! `ucplan`: chooses a face and returns an exit code. Everything else is in the library.

use std::io::Write;
use std::process::ExitCode;

use ucplan::cli::{self, Exit, Outcome};
use ucplan::text::printable;
use ucplan::tui::{self, Invitation};

fn main() -> ExitCode {
    let screen = match cli::run() {
        Outcome::Ended(exit) => return exit.into(),
        Outcome::Screen(screen) => *screen,
    };
    let cli::Screen { words, templates, environment, no_color, keys, plan } = screen;
    let (state, terminal) = (environment.state, environment.terminal);
    match tui::run(Invitation { words, templates, state, no_color, terminal, keys, plan }) {
        Ok(farewell) => {
            if let Some(words) = farewell {
                // Nobody reads it where the terminal is gone.
                let _ = writeln!(std::io::stdout(), "{}", printable(&words));
            }
            Exit::Done.into()
        }
        Err(words) => {
            let _ = writeln!(std::io::stderr(), "{}", printable(&words));
            Exit::Refused.into()
        }
    }
}
