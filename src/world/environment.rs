//! The clock and the environment.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::time::SystemTime;

use directories::ProjectDirs;

use crate::value::Date;

/// Today, in UTC.
#[must_use]
pub fn today() -> Date {
    Date::of_instant(SystemTime::now())
}

/// What the program was started in.
#[derive(Clone, Debug)]
pub struct Environment {
    /// Where users lay files over the embedded ones.
    pub config: Option<PathBuf>,
    /// Whether errors may be coloured.
    pub color: bool,
}

impl Environment {
    /// Looks around.
    #[must_use]
    pub fn look() -> Self {
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self {
            config: ProjectDirs::from("", "", "ucplan").map(|folders| folders.config_dir().to_owned()),
            color: !no_color && std::io::stderr().is_terminal(),
        }
    }
}
