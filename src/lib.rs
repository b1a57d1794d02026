//! ucplan plans mobility for Skype for Business Server and Lync Server.
//!
//! Answers laid over defaults make a [`plan`]; a plan implies a [`topology`]; a topology [requires](requirement) things
//! of the world; those requirements are written out as [artifacts](artifact). Every arrow is a pure function. Only one
//! room has windows: [`world`].
//!
//! ```text
//!           read              derive             derive                compose
//!  YAML ─────────► Plan ───────────► Topology ───────────► Requirements ─────────► Bundle ──► world writes
//!   ▲                                                    │                            │ compare with disk
//!   │ edit, undo                                         │ difference                 ▼
//!  Interview ◄───────────── Consequence ◄────────────────┘                         Changes
//!   ▲
//!  faces: tui · cli
//! ```
//!
//! # The rooms, in reading order
//!
//! ```text
//! value/         types that can't hold a wrong value: names, addresses, ports, dates, texts        floor 0
//! text/          words without a language yet, and the one who says them                            floor 0
//! catalog/       what is known before any plan: facts, numbers, cmdlets, words, templates, samples  floor 1
//! finding.rs     something about a plan that a person should hear of                                floor 1
//! plan/          what was decided: a file per section; reading with places, changing without loss   floor 2
//! topology/      what stands where, who publishes what, which address a name leads to               floor 3
//! requirement/   what the world must provide, and why: a family is a file or folder, a rule a row   floor 4
//! journey/       simulated clients that walk the requirements hop by hop, and say where they stop   floor 5
//! inspect/       what exists already, read back: certificates and zone files held against the plan  floor 5
//! artifact/      what will be written: templates, quoting, zones, requests, drawing, changes        floor 6
//! blueprint.rs   the whole program as one function                                                  floor 7
//! interview/     which question is next, what an answer would change, how it is taken back         floor 8
//! world/         the only room with windows: files, keys, journal, signals, clock, environment      floor 9
//! cli/           the command line: a file per command                                               floor 10
//! tui/           the screen: events, actions, wishes, model, effects; a file per screen and overlay floor 10
//! ```
//!
//! Rooms import only from lower floors, never sideways (`tests/architecture.rs`). Floor 6 keeps a place for the checks.
//!
//! # What was decided, for good
//!
//! **The path of an answer** is made by the struct fields that lead to it ([`plan::Path`]): the macro `section!` turns one
//! struct into the YAML keys, the paths, the schema and the order of questions. Code mentions an answer as
//! `plan.mobility.initial_request`, which the compiler checks; only people write paths as text. Items of lists are named
//! by their `name`, `fqdn`, `host` or `identity`, so reordering changes no path.
//!
//! **A row gets its reason** by reading: a rule takes the value of an [`plan::Answer`] from [`plan::Because::read`], which
//! notes the path ([`plan::Answer::given`] is for showing, sorting and looking names up), and everything derived on the
//! way ([`plan::Traced`]) hands on what it rests on. Rows are made only by
//! [rules](requirement::Rule), which stamp them with their facts and those paths. A row keeps its [`requirement::Reason`]
//! behind an `Arc`. `tests/reasons.rs` changes every answer of every sample and holds that exactly the rows that name it
//! change.
//!
//! **Ten thousand SIP domains**: a row is a small body and a shared reason. Rows that domains bring share one reason, one
//! route of the proxy, and one list of certificate names among all servers of a pool; names share their text.
//!
//! **Said, defaulted, open, missing** is a type: [`plan::Given`]. Whatever reads an open or missing answer is provisional
//! by construction.
//!
//! **A question** is a leaf of the plan: [`plan::Plan::visit`] tells its path, its [shape](plan::Shape), how it stands, and
//! the answers that make it needless (`asked if` in `section!`). Its words stand under its path. What an option costs is the
//! [difference](interview::Consequence) between the requirements of two whole plans; nothing predicts it. An option is not
//! offered where it would bring an error to its own answer ([`interview::barred`]).
//!
//! **Undo** is keeping the former text ([`interview::History`]); the journal records its steps, so it outlives the program.
//!
//! # Invariants
//!
//! - Core functions can't fail: they return what they made and the findings. `Result` belongs to parsing and to `world`.
//! - There is never half a plan: defaults are a whole one, and placeholders for required answers come with a finding of
//!   severity error, while which nothing is generated.
//! - Nothing is cached from one plan to the next. Time, version and randomness come in as values.
//! - No number, product name or sentence stands in a rule: numbers and flows are in `assets/facts`, products in
//!   `templates`, sentences in `assets/text`. Every fact of the field is in a rule that fires in a test, in the code, or
//!   told to be information only ([`requirement::traceability`]).

pub mod artifact;
pub mod blueprint;
pub mod catalog;
pub mod cli;
pub mod finding;
pub mod inspect;
pub mod interview;
pub mod journey;
pub mod plan;
pub mod requirement;
pub mod text;
pub mod topology;
pub mod tui;
pub mod value;
pub mod world;
