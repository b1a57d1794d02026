//! Tells why a command could not do its work: what, where, why, what to do; on standard error, as one message.

use std::fmt::Write as _;
use std::io::Write as _;
use std::ops::Range;
use std::path::PathBuf;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::{Exit, Shell};
use crate::plan::Problem;
use crate::plan::document::Span;
use crate::text::{Message, printable};
use crate::world::WorldError;

/// Why a command could not do its work.
pub(super) enum Failure {
    /// A plan file can't be read: its name, its text, everything that is wrong.
    Plan(PathBuf, String, Vec<Problem>),
    /// The outside world refused.
    World(WorldError),
    /// Something that was asked for can't be had; the attribute `help` of the message says what can.
    Request(Message),
    /// A fault of this program, in words for its developers.
    Fault(String),
}

impl Failure {
    /// Tells it, and gives the exit code.
    pub(super) fn report(&self, shell: &Shell) -> Exit {
        let text = match self {
            Self::Plan(file, text, problems) => {
                plan_problems(shell, &file.display().to_string(), text, problems)
            }
            Self::World(error) => plain(shell, &error.message()),
            Self::Request(message) => plain(shell, message),
            Self::Fault(words) => words.clone(),
        };
        let _ =
            write!(std::io::stderr(), "{}", if shell.color { text } else { printable(&text).into_owned() });
        self.exit()
    }

    fn exit(&self) -> Exit {
        match self {
            Self::World(error) if !error.is_unusable_file() => Exit::Refused,
            _ => Exit::Unusable,
        }
    }
}

/// Tells a failure that came before anybody could speak.
pub(super) fn without_shell(failure: &Failure) -> Exit {
    let words = match failure {
        Failure::Fault(words) => words.clone(),
        Failure::World(error) => format!("{error}: {:?}", error.message().arguments()),
        Failure::Plan(..) | Failure::Request(_) => String::new(),
    };
    let _ = writeln!(std::io::stderr(), "{}", printable(&words));
    failure.exit()
}

fn plain(shell: &Shell, message: &Message) -> String {
    let mut text =
        format!("{}: {}\n", shell.speaker.say(&Message::new("severity-error")), shell.speaker.say(message));
    let help = message.attribute("help");
    if shell.speaker.knows(help.key()) {
        let _ = writeln!(
            text,
            "  {}: {}",
            shell.speaker.say(&Message::new("report-help")),
            shell.speaker.say(&help)
        );
    }
    printable(&text).into_owned()
}

/// Each problem with the line it stands in, marked; what would be right stands below.
fn plan_problems(shell: &Shell, file: &str, text: &str, problems: &[Problem]) -> String {
    let renderer = if shell.color { Renderer::styled() } else { Renderer::plain() };
    let (file, shown) = (printable(file), same_length(text));
    let error = shell.speaker.say(&Message::new("severity-error"));
    let help = shell.speaker.say(&Message::new("report-help"));
    let mut told = String::new();
    for problem in problems {
        let message = problem.message();
        let title = shell.speaker.say(&message);
        let advice = shell.speaker.say(&message.attribute("help"));
        let snippet = Snippet::source(&shown)
            .path(&*file)
            .annotation(AnnotationKind::Primary.span(marked(&shown, problem.span)));
        let group = Level::ERROR
            .with_name(error.as_str())
            .primary_title(printable(&title))
            .element(snippet)
            .element(Level::HELP.with_name(help.as_str()).message(printable(&advice)));
        let _ = writeln!(told, "{}\n", renderer.render(&[group]));
    }
    let count = Message::new("report-problems").counting("count", problems.len());
    let _ = writeln!(told, "{}", shell.speaker.say(&count));
    told
}

/// What is marked of a place: one line of it, one character at least.
fn marked(shown: &str, span: Span) -> Range<usize> {
    let start = span.start.min(shown.len());
    let end = span.end.clamp(start, shown.len());
    let line = shown[start..].find('\n').map_or(shown.len(), |at| start + at);
    start..end.min(line).max(start)
}

/// The text with everything that could steer a terminal replaced, byte for byte, so that places stay true.
fn same_length(text: &str) -> String {
    text.chars()
        .flat_map(|character| {
            let is_kept = matches!(character, '\n' | '\r' | '\t');
            let is_unfit = !is_kept && printable(character.encode_utf8(&mut [0; 4])) != character.to_string();
            let (shown, count) = if is_unfit { ('?', character.len_utf8()) } else { (character, 1) };
            std::iter::repeat_n(shown, count)
        })
        .collect()
}
