//! The only room with windows: files, folders, keys, the clock, the environment, signals, and what is remembered.
//!
//! Knows how to touch things without breaking them: writes are atomic, keys are for their owner alone and are never
//! overwritten. Must never decide what is to be written: it carries out what was computed below.
#![expect(clippy::disallowed_methods, reason = "touching the world is what this room is for")]

mod certificates;
mod environment;
mod files;
mod generation;
mod journal;
mod key_file;
mod keys;
mod memory;
mod output;
mod signals;

pub use certificates::load_certificates;
pub use environment::{Environment, TerminalKind, passphrase, today};
pub use files::{
    OwnKeys, WorldError, export, export_keys, overrides, own_keys, read_certificates, read_plan, read_zone,
    write_new, write_over,
};
pub use generation::{NotGenerated, Order, Prepared, Step, prepare};
pub use journal::{Journal, Opened};
pub use key_file::read_passphrase;
pub use memory::Memory;
pub use signals::{Signal, can_suspend, suspend, watch};
