//! Generating: from a bundle to files in the output folder, the same for every face. What changes is known before
//! anything is written.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::environment::today;
use super::files::WorldError;
use super::keys::complete;
use super::output::{apply, disk};
use crate::artifact::{Bundle, Changes, Disk, Manifest, Refused, Secret, changes, plan_digest};
use crate::plan::Plan;
use crate::value::Date;

/// What is to be generated, where and how.
#[derive(Debug)]
pub struct Order<'a> {
    /// All that the plan makes.
    pub bundle: Bundle,
    /// The plan.
    pub plan: &'a Plan,
    /// The output folder.
    pub out: &'a Path,
    /// The day that the files are of; today where none is given.
    pub as_of: Option<Date>,
    /// Whether it is a draft.
    pub draft: bool,
    /// The artifacts that are wanted; all of them where none is named.
    pub only: &'a [String],
    /// Whether files that somebody edited are replaced, and kept as `.orig`.
    pub force: bool,
    /// What private keys are locked with; new ones are not where none is given.
    pub passphrase: Option<Secret>,
}

/// How far it has come: so many are done, of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Keys with their requests, which are read or made.
    Key {
        /// The number of those that are done.
        done: usize,
        /// The number of all.
        of: usize,
    },
    /// Files that are written, replaced or removed.
    File {
        /// The number of those that are done.
        done: usize,
        /// The number of all.
        of: usize,
    },
}

/// Why nothing is generated.
#[derive(Debug)]
pub enum NotGenerated {
    /// The outside world refused.
    World(WorldError),
    /// Files that would be written were edited since, or were never ours.
    Edited(Vec<Refused>),
    /// A draft would take the place of files that are none, in this folder.
    Released(PathBuf),
    /// It was broken off.
    Cancelled,
}

impl From<WorldError> for NotGenerated {
    fn from(error: WorldError) -> Self {
        Self::World(error)
    }
}

/// Everything that would change, computed and not yet written.
#[derive(Debug)]
pub struct Prepared {
    /// What happens to each file.
    pub changes: Changes,
    /// What stands there now.
    pub before: Disk,
    out: PathBuf,
}

/// Makes the keys that are missing, looks at the output folder and computes what would change. Writes nothing.
/// `progress` is told of each key, and may break off.
///
/// # Errors
/// The outside world refuses, files were edited or are no draft, or it was broken off.
pub fn prepare(
    order: Order<'_>,
    progress: &mut dyn FnMut(Step) -> ControlFlow<()>,
) -> Result<Prepared, NotGenerated> {
    let Order { bundle, plan, out, as_of, draft, only, force, passphrase } = order;
    let bundle = complete(bundle.only(only), plan, out, passphrase.as_ref(), progress)?;
    let before = disk(out, &bundle)?;
    // Whoever applies what is there must not find a draft in its place.
    if draft && !force && before.manifest.as_ref().is_some_and(|manifest| !manifest.draft) {
        return Err(NotGenerated::Released(out.to_owned()));
    }
    // What is not written again is still that of the plan before.
    let kept = before.manifest.as_ref().filter(|_| !only.is_empty());
    let header = Manifest {
        format: "ucplan-manifest/v1".into(),
        program: concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")).into(),
        plan_digest: kept.map_or_else(|| plan_digest(plan), |kept| kept.plan_digest.clone()),
        as_of: as_of.unwrap_or_else(today),
        draft: draft || kept.is_some_and(|kept| kept.draft),
        complete: true,
        files: Vec::new(),
    };
    let changes = changes(&bundle, &before, header, !only.is_empty(), force).map_err(NotGenerated::Edited)?;
    Ok(Prepared { changes, before, out: out.to_owned() })
}

impl Prepared {
    /// Writes everything: once begun, it is carried through. `progress` is told before each file and after the last.
    ///
    /// # Errors
    /// The disk refuses; the folder then says that it is incomplete, and every file in it is whole.
    pub fn apply(&self, progress: &mut dyn FnMut(Step)) -> Result<(), WorldError> {
        apply(&self.out, &self.changes, &self.before, progress)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::artifact::is_key;
    use crate::blueprint::Blueprint;
    use crate::catalog::{Templates, samples, speaker};
    use crate::plan::Document;

    /// Prepares a sample with keys of a kind that is quickly made.
    fn prepared(
        out: &Path,
        progress: &mut dyn FnMut(Step) -> ControlFlow<()>,
    ) -> Result<Prepared, NotGenerated> {
        let sample = samples().into_iter().find(|sample| sample.name == "standard-edition").unwrap();
        let set = |document: Document, path: &str, word: &str| {
            document.set(&path.parse().unwrap(), &word.into()).unwrap()
        };
        let document = set(Document::parse(sample.text).unwrap(), "certificates.keys_made", "here");
        let document = set(document, "certificates.key", "ecdsa-p256");
        let blueprint = Blueprint::of(Plan::read(&document, &Templates::default()).unwrap());
        let words = speaker("en").unwrap();
        let bundle = blueprint.compose(document.text(), &Templates::default(), &words, false).bundle;
        let order = Order {
            bundle,
            plan: &blueprint.plan,
            out,
            as_of: None,
            draft: false,
            only: &[],
            force: false,
            passphrase: None,
        };
        prepare(order, progress)
    }

    #[test]
    fn progress_is_told_from_none_to_all() {
        let desk = tempfile::tempdir().unwrap();
        let out = desk.path().join("out");
        let mut keys = Vec::new();
        let prepared = prepared(&out, &mut |step| {
            keys.push(step);
            ControlFlow::Continue(())
        });
        let prepared = prepared.unwrap();
        let of = keys.len() - 1;
        assert!(of > 0 && !out.exists());
        assert_eq!(keys, (0..=of).map(|done| Step::Key { done, of }).collect::<Vec<_>>());
        let mut files = Vec::new();
        prepared.apply(&mut |step| files.push(step)).unwrap();
        let of = prepared.changes.files.len();
        assert_eq!(files, (0..=of).map(|done| Step::File { done, of }).collect::<Vec<_>>());
    }

    #[test]
    fn what_is_broken_off_leaves_nothing() {
        let desk = tempfile::tempdir().unwrap();
        let mut told = 0;
        let refused = prepared(desk.path(), &mut |_| {
            told += 1;
            if told > 1 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(matches!(refused, Err(NotGenerated::Cancelled)) && told == 2);
        assert_eq!(std::fs::read_dir(desk.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_somebody_wrote_is_refused() {
        let desk = tempfile::tempdir().unwrap();
        let first = prepared(desk.path(), &mut |_| ControlFlow::Continue(())).unwrap();
        let (path, _) = first.changes.files.iter().find(|(path, _)| !is_key(path)).unwrap();
        let place = desk.path().join(path);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(place, "mine").unwrap();
        match prepared(desk.path(), &mut |_| ControlFlow::Continue(())) {
            Err(NotGenerated::Edited(refused)) => assert_eq!(refused, [Refused(path.clone())]),
            other => panic!("{other:?}"),
        }
    }
}
