//! `ucplan certificate`: certificates and requests that exist, shown and held against a plan.

mod check;
mod inspect;

use std::path::{Path, PathBuf};

use super::arguments::CertificateDeed;
use super::report::Failure;
use super::{Exit, Shell, budget};
use crate::inspect::certificate::{CertificateFault, CertificateFile, read};
use crate::text::{Message, one_line};
use crate::world::read_certificates;

pub(super) fn run(shell: &Shell, deed: &CertificateDeed) -> Result<Exit, Failure> {
    match deed {
        CertificateDeed::Budget(wanted) => budget::run(shell, wanted),
        CertificateDeed::Inspect(wanted) => inspect::run(shell, wanted),
        CertificateDeed::Check(wanted) => check::run(shell, wanted),
    }
}

/// Reads the files that were named.
fn files(paths: &[PathBuf]) -> Result<Vec<CertificateFile>, Failure> {
    paths.iter().map(|path| file(path)).collect()
}

fn file(path: &Path) -> Result<CertificateFile, Failure> {
    let bytes = read_certificates(path).map_err(Failure::World)?;
    let name = one_line(&path.display().to_string()).into_owned();
    match read(&bytes) {
        Ok(all) => Ok(CertificateFile { name, all }),
        Err(CertificateFault { line, message }) => Err(Failure::Request(unreadable(&name, line, message))),
    }
}

fn unreadable(name: &str, line: Option<usize>, message: Message) -> Message {
    let unreadable = Message::new("certificate-unreadable").with("place", place(name, line));
    let help = message.attribute("help");
    unreadable.saying("what", message).saying("help", help)
}

/// A file, and the line in it where there are lines: the way compilers write it.
fn place(name: &str, line: Option<usize>) -> String {
    line.map_or_else(|| name.to_owned(), |line| format!("{name}:{line}"))
}
