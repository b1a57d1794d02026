//! Certificates that exist, beside those that a plan requires: what each row can become, and the edit that makes it so.

use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::edit::Edit;
use crate::blueprint::Blueprint;
use crate::finding::Severity;
use crate::inspect::Expected;
use crate::inspect::certificate::{
    CertificateFile, ExistingCertificate, Judged, Kind, Report, Verdict, judge,
};
use crate::plan::{Because, Path, Plan};
use crate::text::{Message, one_line};
use crate::value::SubjectName;

/// Files that were read: what they hold, and what is wrong with the others.
#[derive(Clone, Debug, Default)]
pub struct LoadedFiles {
    /// Those that can be read.
    pub files: Vec<CertificateFile>,
    /// The others: what each is called, and what is wrong.
    pub unread: Vec<(String, Message)>,
}

/// What exists, beside what a plan requires.
#[derive(Clone, Debug)]
pub struct Existing {
    /// What was read.
    pub loaded: Arc<LoadedFiles>,
    /// How it fits.
    pub report: Report,
    /// First the required certificates, then what nothing requires, then files that can't be read.
    pub rows: Vec<ExistingRow>,
}

/// A line of the comparison.
#[derive(Clone, Debug)]
pub enum ExistingRow {
    /// A certificate that the plan requires.
    Required {
        /// Its identity.
        id: String,
        /// The place of what fits best in [`Report::judged`].
        best: Option<usize>,
        /// The plan uses one again already.
        is_reused: bool,
        /// What can be done.
        change: Change,
    },
    /// Something that nothing in the plan asks for: its place in [`Report::judged`].
    NotNeeded(usize),
    /// A file that can't be read: its place in [`LoadedFiles::unread`].
    Unread(usize),
}

/// What a row can become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is used again; an older one gives way.
    Reuse,
    /// It is requested after all.
    Request,
    /// Nothing, and why.
    Nothing(Message),
}

impl Existing {
    /// Holds what was read against a plan.
    #[must_use]
    pub fn of(loaded: Arc<LoadedFiles>, blueprint: &Blueprint) -> Self {
        let expected = Expected {
            plan: &blueprint.plan,
            topology: &blueprint.topology,
            requirements: &blueprint.requirements,
        };
        let report = judge(&loaded.files, expected, None);
        let mut existing = Self { loaded, report, rows: Vec::new() };
        let required = existing.report.required.iter().map(|required| {
            let (is_reused, change) = existing.change(&blueprint.plan, &required.id, required.best);
            ExistingRow::Required { id: required.id.clone(), best: required.best, is_reused, change }
        });
        let mut rows: Vec<ExistingRow> = required.collect();
        let judged = existing.report.judged.iter().enumerate();
        let lone = judged.filter(|(_, judged)| judged.requirement.is_none());
        rows.extend(lone.map(|(at, _)| ExistingRow::NotNeeded(at)));
        rows.extend((0..existing.loaded.unread.len()).map(ExistingRow::Unread));
        existing.rows = rows;
        existing
    }

    /// A certificate or request that was judged, and what its file is called.
    #[must_use]
    pub fn own(&self, judged: &Judged) -> (&str, &ExistingCertificate) {
        let file = &self.loaded.files[judged.file];
        (&file.name, &file.all[judged.at])
    }

    /// Whether the plan uses one again for a requirement, and what can be done with the best that there is.
    fn change(&self, plan: &Plan, id: &str, best: Option<usize>) -> (bool, Change) {
        let because = &mut Because::default();
        let reused = plan.certificates.reused(id, because);
        let best = best.map(|at| &self.report.judged[at]);
        let unfit = best.map_or_else(|| Some(Message::new("existing-no-file")), |best| self.unfit(best));
        let change = match (reused, best, unfit) {
            (None, _, Some(why)) => Change::Nothing(why),
            (None, _, None) => Change::Reuse,
            (Some(reused), Some(best), None) => {
                let known = because.read(&reused.thumbprint).as_ref().map(ToString::to_string);
                let is_same = known.as_deref() == Some(self.own(best).1.thumbprint.as_str());
                if is_same { Change::Request } else { Change::Reuse }
            }
            (Some(_), ..) => Change::Request,
        };
        (reused.is_some(), change)
    }

    /// Why something can't be used; none where it can.
    fn unfit(&self, judged: &Judged) -> Option<Message> {
        if self.own(judged).1.kind == Kind::Request {
            return Some(Message::new("existing-only-request"));
        }
        if judged.verdict < Verdict::Replace {
            return None;
        }
        let worst = judged.findings.iter().find(|found| found.finding.severity == Severity::Error);
        worst.map(|found| Message::new("existing-unfit").saying("why", found.finding.message.clone()))
    }

    /// The edit that changes these rows, as one step, with how many are then used again and how many requested.
    #[must_use]
    pub fn edit(&self, plan: &Plan, ids: &[String]) -> Option<(Edit, usize, usize)> {
        let list = plan.certificates.existing.path().clone();
        let (mut edits, mut reused, mut requested) = (Vec::new(), 0, 0);
        for row in &self.rows {
            let ExistingRow::Required { id, best, is_reused, change } = row else { continue };
            if !ids.contains(id) {
                continue;
            }
            match (change, best.map(|at| &self.report.judged[at])) {
                (Change::Reuse, Some(best)) => {
                    let item = self.item(id, best);
                    if *is_reused {
                        edits.extend(answers(&list.item(id), &item));
                    } else {
                        edits.push(Edit::Add(list.clone(), item));
                    }
                    reused += 1;
                }
                (Change::Request, _) => {
                    // Whoever wrote the plan may have named it twice.
                    let because = &mut Because::default();
                    let all = plan.certificates.existing.iter();
                    let own = all.filter(|own| because.clone().read(&own.name).as_str() == id).count();
                    edits.extend((0..own).map(|_| Edit::Remove(list.item(id))));
                    requested += 1;
                }
                _ => {}
            }
        }
        if reused == 0 && edits.len() == plan.certificates.existing.iter().count() && requested > 0 {
            // Nothing is left of the list: an empty one would only be in the way.
            edits = vec![Edit::Withdraw(list.clone())];
        }
        (!edits.is_empty()).then_some((Edit::Together(list, edits), reused, requested))
    }

    /// The item of the plan for a certificate. A name that a wildcard stands for is one that it has.
    fn item(&self, id: &str, judged: &Judged) -> Json {
        let own = self.own(judged).1;
        let mut names: Vec<&String> = own.names.iter().chain(&judged.names.kept).collect();
        names.sort_unstable();
        names.dedup();
        names.retain(|name| name.parse::<SubjectName>().is_ok());
        json!({
            "name": id,
            "thumbprint": own.thumbprint,
            "expires": own.valid.map(|(_, last)| last.to_string()),
            "names": names,
        })
    }
}

/// The answers that make an item that stands there already into another.
fn answers(item: &Path, values: &Json) -> Vec<Edit> {
    let keys = ["thumbprint", "expires", "names"].into_iter();
    keys.map(|key| Edit::Answer(item.key(key), values[key].clone())).collect()
}

/// The names of files in a line: blanks separate them, and stand in a name between quotes.
///
/// # Errors
/// A quote is never closed.
pub fn names_of_files(line: &str) -> Result<Vec<String>, Message> {
    let (mut names, mut name, mut quote) = (Vec::new(), None::<String>, None);
    for character in line.chars() {
        match (quote, character) {
            (Some(open), close) if open == close => quote = None,
            (None, '"' | '\'') => {
                quote = Some(character);
                name.get_or_insert_default();
            }
            (None, blank) if blank.is_whitespace() || blank == ';' => names.extend(name.take()),
            _ => name.get_or_insert_default().push(character),
        }
    }
    if let Some(quote) = quote {
        return Err(Message::new("existing-open-quote").with("quote", quote));
    }
    names.extend(name);
    names.retain(|name| !name.is_empty());
    Ok(names)
}

/// A file as it was read; `bytes` is what it holds.
pub fn take_in(loaded: &mut LoadedFiles, name: &str, bytes: Result<&[u8], Message>) {
    let name = one_line(name).into_owned();
    match bytes.map(crate::inspect::certificate::read) {
        Ok(Ok(all)) => loaded.files.push(CertificateFile { name, all }),
        Ok(Err(fault)) => {
            let place = fault.line.map_or_else(|| name.clone(), |line| format!("{name}:{line}"));
            loaded.unread.push((place, fault.message));
        }
        Err(message) => loaded.unread.push((name, message)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_separate_files_and_stand_between_quotes() {
        let names = names_of_files(" a.cer  \"my certificates/b c.pem\" ~/'d e'.crt;f.der ").unwrap();
        assert_eq!(names, ["a.cer", "my certificates/b c.pem", "~/d e.crt", "f.der"]);
        assert_eq!(names_of_files("  '' ").unwrap(), Vec::<String>::new());
        assert_eq!(names_of_files("it's").unwrap_err().key(), "existing-open-quote");
    }
}
