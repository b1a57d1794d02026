//! The command line: a file per command, and an exit code.
//!
//! Knows arguments, tables and how messages are told. Must never decide anything about a plan: it shows what was derived.

mod arguments;
mod budget;
mod catalog;
mod certificate;
mod check;
mod diff;
mod explain;
mod generate;
mod journeys;
mod load;
mod new;
mod report;
mod schema;
mod screen;
mod set;
mod show;
mod walk;
mod zones;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use arguments::{Arguments, Globals, Verb};
use report::Failure;

use crate::catalog::{Templates, speaker};
use crate::text::{Message, Speaker, printable};
use crate::world::{Environment, OwnKeys, overrides};

/// How a command ended, worst last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Done, nothing wrong.
    Done,
    /// Done, and there are findings of severity error, or differences.
    Findings,
    /// The command line or an input file can't be used.
    Unusable,
    /// The outside world refused.
    Refused,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Findings => 1,
            Exit::Unusable => 2,
            Exit::Refused => 3,
        })
    }
}

/// What every command has at hand.
struct Shell {
    speaker: Speaker,
    templates: Templates,
    config: Option<PathBuf>,
    color: bool,
    environment: Environment,
}

impl Shell {
    fn new(globals: &Globals) -> Result<Self, Failure> {
        let environment = Environment::look();
        let speaker = speaker(globals.language()).map_err(Failure::Fault)?;
        let color = globals.color(environment.color);
        let config = globals.config.clone().or_else(|| environment.config.clone());
        let templates = match &config {
            Some(config) => Templates::with_overrides(overrides(config).map_err(Failure::World)?),
            None => Templates::default(),
        };
        Ok(Self { speaker, templates, config, color, environment })
    }

    /// Says a message on standard output.
    fn say(&self, message: &Message) {
        self.print(&self.speaker.say(message));
    }

    /// Prints a line of data. A reader that went away (`| head`) ends the output without a word.
    #[expect(clippy::unused_self, reason = "output belongs to the shell, whatever it needs for it")]
    fn print(&self, line: &str) {
        let _ = writeln!(std::io::stdout(), "{}", printable(line));
    }
}

/// What came of the arguments of the process.
pub enum Outcome {
    /// A command was run.
    Ended(Exit),
    /// The screen is asked for.
    Screen(Box<Screen>),
}

/// What the screen is opened with.
pub struct Screen {
    /// One who speaks the language that was asked for.
    pub words: Speaker,
    /// The templates, with those of the user.
    pub templates: Templates,
    /// What the program was started in.
    pub environment: Environment,
    /// No colours are wanted.
    pub no_color: bool,
    /// The user's own keys, if there are any.
    pub keys: Option<OwnKeys>,
    /// The plan, where one is named; it can be read.
    pub plan: Option<PathBuf>,
}

/// Runs the program on the arguments of the process.
#[must_use]
pub fn run() -> Outcome {
    let arguments = match Arguments::read() {
        Ok(arguments) => arguments,
        Err(exit) => return Outcome::Ended(exit),
    };
    let shell = match Shell::new(&arguments.globals) {
        Ok(shell) => shell,
        Err(failure) => return Outcome::Ended(report::without_shell(&failure)),
    };
    let result = match &arguments.verb {
        None => match screen::check(&shell, arguments.plan.as_deref()) {
            Ok(()) => return Outcome::Screen(Box::new(screen::open(shell, arguments))),
            Err(failure) => Err(failure),
        },
        Some(Verb::New(wanted)) => new::run(&shell, wanted),
        Some(Verb::Check(wanted)) => check::run(&shell, wanted),
        Some(Verb::Show(wanted)) => show::run(&shell, wanted),
        Some(Verb::Walk(wanted)) => walk::run(&shell, wanted),
        Some(Verb::Diff(wanted)) => diff::run(&shell, wanted),
        Some(Verb::Generate(wanted)) => generate::run(&shell, wanted),
        Some(Verb::Set(wanted)) => set::run(&shell, wanted),
        Some(Verb::Explain(wanted)) => explain::run(&shell, &wanted.id),
        Some(Verb::Certificate(wanted)) => certificate::run(&shell, &wanted.deed),
        Some(Verb::Catalog(wanted)) => catalog::run(&shell, &wanted.deed),
        Some(Verb::Schema) => Ok(schema::run(&shell)),
    };
    Outcome::Ended(result.unwrap_or_else(|failure| failure.report(&shell)))
}
