//! The arguments of the command line. Their help stands among the texts, under `help-<command>-<argument>`.

use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use super::Exit;
use crate::artifact::RequirementsPart;
use crate::catalog::speaker;
use crate::journey::{Client, Network};
use crate::text::{Message, Speaker};
use crate::value::Date;

#[derive(Parser)]
#[command(name = "ucplan", version, subcommand_precedence_over_arg = true, max_term_width = 100)]
struct Grammar {
    #[command(flatten)]
    globals: Globals,
    plan: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Verb>,
}

/// What works everywhere.
#[derive(Args)]
pub(super) struct Globals {
    #[arg(long, global = true, value_enum, default_value = "auto")]
    color: Color,
    #[arg(long, global = true, value_enum, default_value = "en")]
    language: Tongue,
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) config: Option<PathBuf>,
}

impl Globals {
    pub(super) const fn language(&self) -> &'static str {
        match self.language {
            Tongue::En => "en",
            Tongue::Fr => "fr",
            Tongue::Ko => "ko",
        }
    }

    pub(super) const fn color(&self, is_fitting: bool) -> bool {
        match self.color {
            Color::Auto => is_fitting,
            Color::Always => true,
            Color::Never => false,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, ValueEnum)]
enum Tongue {
    En,
    Fr,
    Ko,
}

/// What the process is asked to do.
#[derive(Subcommand)]
pub(super) enum Verb {
    New(New),
    Check(Check),
    Show(Show),
    Walk(Walk),
    Diff(Diff),
    Generate(Generate),
    Set(Set),
    Explain(Explain),
    Certificate(Certificate),
    Catalog(Catalog),
    Schema,
}

/// `ucplan certificate budget`
#[derive(Args)]
pub(super) struct CertificateBudget {
    pub(super) plan: PathBuf,
    #[arg(long)]
    pub(super) json: bool,
}

/// `ucplan catalog`
#[derive(Args)]
pub(super) struct Catalog {
    #[command(subcommand)]
    pub(super) deed: CatalogDeed,
}

/// What `ucplan catalog` does.
#[derive(Subcommand)]
pub(super) enum CatalogDeed {
    List,
    Export { path: String },
    Diff,
}

/// `ucplan certificate`
#[derive(Args)]
pub(super) struct Certificate {
    #[command(subcommand)]
    pub(super) deed: CertificateDeed,
}

/// What `ucplan certificate` does.
#[derive(Subcommand)]
pub(super) enum CertificateDeed {
    Budget(CertificateBudget),
    Inspect(CertificateInspect),
    Check(CertificateCheck),
}

/// `ucplan certificate inspect`
#[derive(Args)]
pub(super) struct CertificateInspect {
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    #[arg(long)]
    pub(super) json: bool,
}

/// `ucplan certificate check`
#[derive(Args)]
pub(super) struct CertificateCheck {
    pub(super) plan: PathBuf,
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    #[arg(long = "for", value_name = "ID")]
    pub(super) only: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

/// `ucplan new`
#[derive(Args)]
pub(super) struct New {
    #[arg(required_unless_present = "list_samples")]
    pub(super) plan: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub(super) sample: Option<String>,
    #[arg(long)]
    pub(super) list_samples: bool,
}

/// `ucplan check`
#[derive(Args)]
pub(super) struct Check {
    pub(super) plan: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(super) internal_zone: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(super) external_zone: Vec<PathBuf>,
    #[arg(long)]
    pub(super) json: bool,
}

/// `ucplan show`
#[derive(Args)]
pub(super) struct Show {
    pub(super) plan: PathBuf,
    #[arg(value_parser = part, value_name = "PART")]
    pub(super) part: Option<ShownPart>,
    #[arg(long)]
    pub(super) why: bool,
    #[arg(long)]
    pub(super) json: bool,
}

/// What `ucplan show` shows.
#[derive(Clone, Copy)]
pub(super) enum ShownPart {
    Requirements(RequirementsPart),
    Journeys,
}

/// `ucplan walk`
#[derive(Args)]
pub(super) struct Walk {
    pub(super) plan: PathBuf,
    #[arg(long, value_parser = client)]
    pub(super) client: Option<Client>,
    #[arg(long, value_parser = network)]
    pub(super) network: Option<Network>,
    #[arg(long)]
    pub(super) domain: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

/// `ucplan diff`
#[derive(Args)]
pub(super) struct Diff {
    #[arg(value_name = "A")]
    pub(super) before: PathBuf,
    #[arg(value_name = "B")]
    pub(super) after: PathBuf,
    #[arg(long)]
    pub(super) json: bool,
}

/// `ucplan generate`
#[derive(Args)]
pub(super) struct Generate {
    pub(super) plan: Option<PathBuf>,
    #[arg(long, value_name = "DIR", default_value = "ucplan-artifacts")]
    pub(super) out: PathBuf,
    #[arg(long, value_name = "ARTIFACT")]
    pub(super) only: Vec<String>,
    #[arg(long)]
    pub(super) dry_run: bool,
    #[arg(long)]
    pub(super) force: bool,
    #[arg(long)]
    pub(super) draft: bool,
    #[arg(long, value_name = "FILE")]
    pub(super) passphrase_file: Option<PathBuf>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) as_of: Option<Date>,
}

/// `ucplan set`
#[derive(Args)]
pub(super) struct Set {
    pub(super) plan: PathBuf,
    #[arg(value_name = "PATH=VALUE")]
    pub(super) answers: Vec<String>,
    #[arg(long, value_name = "PATH")]
    pub(super) unset: Vec<String>,
}

/// `ucplan explain`
#[derive(Args)]
pub(super) struct Explain {
    pub(super) id: String,
}

fn part(word: &str) -> Result<ShownPart, String> {
    const JOURNEYS: &str = "journeys";
    if word == JOURNEYS {
        return Ok(ShownPart::Journeys);
    }
    let found = RequirementsPart::ALL.iter().find(|part| part.word() == word);
    let words = RequirementsPart::ALL.iter().map(|part| part.word());
    let known = || words.chain([JOURNEYS]).collect::<Vec<_>>().join(", ");
    found.copied().map(ShownPart::Requirements).ok_or_else(known)
}

fn client(word: &str) -> Result<Client, String> {
    let known = Client::all();
    let found = known.iter().find(|client| client.to_string() == word).copied();
    found.ok_or_else(|| known.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
}

fn network(word: &str) -> Result<Network, String> {
    let known = || Network::ALL.iter().map(|network| network.word()).collect::<Vec<_>>().join(", ");
    Network::ALL.iter().find(|network| network.word() == word).copied().ok_or_else(known)
}

fn day(word: &str) -> Result<Date, String> {
    word.parse().map_err(|_| "2027-02-01".to_owned())
}

/// The arguments of the process.
pub(super) struct Arguments {
    pub(super) globals: Globals,
    /// The plan to open, where no command is named.
    pub(super) plan: Option<PathBuf>,
    pub(super) verb: Option<Verb>,
}

impl Arguments {
    /// Reads them; what clap has to say goes where it belongs.
    pub(super) fn read() -> Result<Self, Exit> {
        let words = speaker("en").map_err(|_| Exit::Unusable)?;
        let read = command(&words).try_get_matches().and_then(|matches| Grammar::from_arg_matches(&matches));
        let grammar = read.map_err(|error| {
            let _ = error.print();
            if error.use_stderr() { Exit::Unusable } else { Exit::Done }
        })?;
        Ok(Self { globals: grammar.globals, plan: grammar.plan, verb: grammar.command })
    }
}

/// The grammar with its help in words.
fn command(words: &Speaker) -> clap::Command {
    let globals = ["color", "language", "config"];
    let mut command = Grammar::command().about(words.say(&Message::new("help")));
    for global in globals.iter().chain(&["plan"]) {
        command = command
            .mut_arg(*global, |argument| argument.help(words.say(&Message::new(format!("help-{global}")))));
    }
    command.mut_subcommands(|verb| {
        let name = verb.get_name().to_owned();
        in_words(verb, &name, words).mut_subcommands(|deed| {
            let name = format!("{name}-{}", deed.get_name());
            in_words(deed, &name, words)
        })
    })
}

fn in_words(verb: clap::Command, name: &str, words: &Speaker) -> clap::Command {
    verb.about(words.say(&Message::new(format!("help-{name}")))).mut_args(|argument| {
        let key = format!("help-{name}-{}", argument.get_id().as_str().replace('_', "-"));
        if words.knows(&key) { argument.help(words.say(&Message::new(key))) } else { argument }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_argument_has_its_help_among_the_texts() {
        let words = speaker("en").unwrap();
        let command = command(&words);
        command.clone().debug_assert();
        for verb in command.get_subcommands() {
            assert!(words.knows(&format!("help-{}", verb.get_name())), "{}", verb.get_name());
            for argument in verb.get_arguments().filter(|a| !a.is_global_set() && a.get_id() != "help") {
                assert!(argument.get_help().is_some(), "{} {}", verb.get_name(), argument.get_id());
            }
        }
    }
}
