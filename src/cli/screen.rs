//! `ucplan [PLAN]`: the screen is asked for. It is another face; here is only found out whether it can be opened.

use std::path::Path;

use super::arguments::Arguments;
use super::load::load;
use super::report::Failure;
use super::{Screen, Shell};
use crate::text::Message;
use crate::world::own_keys;

/// Whether the screen can be opened: on a terminal, and on a plan that can be read.
pub(super) fn check(shell: &Shell, plan: Option<&Path>) -> Result<(), Failure> {
    if let Some(plan) = plan {
        load(shell, plan)?;
    }
    if !shell.environment.screen || shell.environment.terminal.term.as_deref() == Some("dumb") {
        return Err(Failure::Request(Message::new("no-screen")));
    }
    Ok(())
}

/// What the screen is opened with.
pub(super) fn open(shell: Shell, arguments: Arguments) -> Screen {
    let no_color = !arguments.globals.color(!shell.environment.no_color);
    let keys = shell.config.as_deref().and_then(own_keys);
    let Shell { speaker, templates, environment, .. } = shell;
    Screen { words: speaker, templates, environment, no_color, keys, plan: arguments.plan }
}
