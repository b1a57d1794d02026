//! `ucplan`: chooses a face and returns an exit code. Everything else is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    ucplan::cli::run().into()
}
