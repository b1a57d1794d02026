//! The clock and the environment.

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::time::SystemTime;

use directories::ProjectDirs;

use crate::artifact::Secret;
use crate::value::Date;

/// Today, in UTC.
#[must_use]
pub fn today() -> Date {
    Date::of_instant(SystemTime::now())
}

/// The passphrase of private keys, from the variable `UCPLAN_KEY_PASSPHRASE`; none where it is not set, or empty.
#[must_use]
pub fn passphrase() -> Option<Secret> {
    let said = std::env::var_os("UCPLAN_KEY_PASSPHRASE").filter(|said| !said.is_empty())?;
    Some(Secret::new(said.into_encoded_bytes()))
}

/// What the program was started in.
#[derive(Clone, Debug)]
pub struct Environment {
    /// Where users lay files over the embedded ones.
    pub config: Option<PathBuf>,
    /// Where the program keeps what it remembers between runs; the variable `UCPLAN_STATE` names another folder.
    pub state: Option<PathBuf>,
    /// Whether errors may be coloured.
    pub color: bool,
    /// Whether the variable `NO_COLOR` asks for no colours at all.
    pub no_color: bool,
    /// Whether standard input and output are both a terminal, so that a screen can be shown.
    pub screen: bool,
    /// What is known about the terminal.
    pub terminal: TerminalKind,
}

/// What the variables of the environment say of the terminal.
#[derive(Clone, Debug, Default)]
pub struct TerminalKind {
    /// Its kind (`TERM`).
    pub term: Option<String>,
    /// Whether it says that it has more than sixteen colours (`COLORTERM`).
    pub colors: Option<String>,
    /// Its own colours (`COLORFGBG`).
    pub own_colors: Option<String>,
    /// Whether tmux stands in between (`TMUX`).
    pub tmux: bool,
    /// Whether GNU screen stands in between (`STY`).
    pub screen: bool,
}

impl TerminalKind {
    fn look() -> Self {
        let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        Self {
            term: std::env::var("TERM").ok(),
            colors: std::env::var("COLORTERM").ok(),
            own_colors: std::env::var("COLORFGBG").ok(),
            tmux: is_set("TMUX"),
            screen: is_set("STY"),
        }
    }
}

impl Environment {
    /// Looks around.
    #[must_use]
    pub fn look() -> Self {
        let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let folders = ProjectDirs::from("", "", "ucplan");
        Self {
            config: folders.as_ref().map(|folders| folders.config_dir().to_owned()),
            state: state(std::env::var_os("UCPLAN_STATE"), folders.as_ref()),
            color: !no_color && std::io::stderr().is_terminal(),
            no_color,
            screen: std::io::stdin().is_terminal() && std::io::stdout().is_terminal(),
            terminal: TerminalKind::look(),
        }
    }
}

/// The folder that was asked for, else the usual one.
fn state(asked: Option<OsString>, folders: Option<&ProjectDirs>) -> Option<PathBuf> {
    let usual = |folders: &ProjectDirs| folders.state_dir().unwrap_or(folders.data_local_dir()).to_owned();
    asked.filter(|folder| !folder.is_empty()).map(PathBuf::from).or_else(|| folders.map(usual))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_memories_can_be_another() {
        let folders = ProjectDirs::from("", "", "ucplan");
        let usual = state(None, folders.as_ref());
        assert_eq!(state(Some("".into()), folders.as_ref()), usual);
        assert_eq!(state(Some("here".into()), folders.as_ref()), Some("here".into()));
        assert!(state(None, None).is_none() && usual.is_none_or(|usual| usual.is_absolute()));
    }
}
