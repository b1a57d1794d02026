//! Free text never changes the structure of a file: what the escapers write is read back by real parsers, and five hundred
//! hostile values in every field of free text leave every file of a plan with the structure that harmless words give it.

mod common;

#[path = "hostile/broken_out.rs"]
mod broken_out;
#[path = "hostile/escapers.rs"]
mod escapers;
#[path = "hostile/fields.rs"]
mod fields;
#[path = "requests/inf.rs"]
mod inf;
#[path = "requests/ini.rs"]
mod ini;
#[path = "hostile/plans.rs"]
mod plans;
#[path = "hostile/programs.rs"]
mod programs;
#[path = "hostile/readers.rs"]
mod readers;
#[path = "hostile/running.rs"]
mod running;
#[path = "hostile/structure.rs"]
mod structure;
#[path = "hostile/values.rs"]
mod values;
#[path = "hostile/words.rs"]
mod words;
