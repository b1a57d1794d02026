//! What the program remembers between runs: the plans that were open last, and small preferences.

use std::collections::BTreeMap;
use std::fs::{self, DirBuilder};
use std::io;
use std::path::{self, Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::files::{WorldError, write_over};

/// The file of memories in the state folder.
const FILE: &str = "memory.json";

/// How many plans are remembered.
const MOST: usize = 20;

/// What the program remembers, in a folder of its own. Two programs that remember something at the same moment are no
/// danger to the file; one of them may be forgotten.
#[derive(Clone, Debug)]
pub struct Memory {
    folder: Option<PathBuf>,
}

/// What stands in the file.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Remembered {
    recent: Vec<String>,
    preferences: BTreeMap<String, String>,
}

impl Memory {
    /// The memory in a folder, which is made when there is something to remember. Without a folder, nothing is remembered.
    #[must_use]
    pub const fn new(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    /// The plans that were remembered and still are there, newest first, at most 20: below the working folder by the path
    /// from there, elsewhere by the whole one. Nothing where the memory can't be read.
    #[must_use]
    pub fn recent(&self) -> Vec<PathBuf> {
        let here = std::env::current_dir().and_then(|folder| folder.canonicalize()).ok();
        let near = |plan: PathBuf| match here.as_ref().and_then(|here| plan.strip_prefix(here).ok()) {
            Some(near) => near.to_owned(),
            None => plan,
        };
        let recent = self.read().recent.into_iter().map(PathBuf::from);
        recent.filter(|plan| plan.is_file()).take(MOST).map(near).collect()
    }

    /// Remembers a plan as the newest. A path that is no Unicode is not remembered.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn remember(&self, plan: &Path) -> Result<(), WorldError> {
        let plan = absolute(plan)?;
        let Some(plan) = plan.to_str() else { return Ok(()) };
        self.change(|remembered| {
            remembered.recent.retain(|other| other != plan);
            remembered.recent.insert(0, plan.to_owned());
            remembered.recent.truncate(MOST);
        })
    }

    /// What was preferred under a name.
    #[must_use]
    pub fn preference(&self, name: &str) -> Option<String> {
        self.read().preferences.remove(name)
    }

    /// Remembers what is preferred under a name.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn prefer(&self, name: &str, value: &str) -> Result<(), WorldError> {
        self.change(|remembered| drop(remembered.preferences.insert(name.to_owned(), value.to_owned())))
    }

    /// A folder below the state folder, made where it is missing. Nothing where nothing is remembered.
    pub(super) fn folder(&self, name: &str) -> Result<Option<PathBuf>, WorldError> {
        let folder = self.folder.as_ref().map(|folder| folder.join(name));
        if let Some(folder) = &folder {
            make_own_folder(folder)?;
        }
        Ok(folder)
    }

    fn read(&self) -> Remembered {
        let text = self.folder.as_ref().and_then(|folder| fs::read_to_string(folder.join(FILE)).ok());
        text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    fn change(&self, change: impl FnOnce(&mut Remembered)) -> Result<(), WorldError> {
        let Some(folder) = &self.folder else { return Ok(()) };
        let mut remembered = self.read();
        change(&mut remembered);
        make_own_folder(folder)?;
        let file = folder.join(FILE);
        let text = serde_json::to_string_pretty(&remembered).map_err(io::Error::from);
        let written = text.map_err(remembering(&file)).and_then(|text| write_over(&file, &text));
        written.map_err(|error| match error {
            WorldError::Io(_, path, error) => WorldError::Io("remember", path, error),
            other => other,
        })
    }
}

/// The error of something that could not be remembered.
pub(super) fn remembering(place: &Path) -> impl Fn(io::Error) -> WorldError {
    move |error| WorldError::Io("remember", place.to_owned(), error)
}

/// The one absolute path of a plan, however it was named: without links and dots where it is there.
pub(super) fn absolute(plan: &Path) -> Result<PathBuf, WorldError> {
    if let (true, Ok(place)) = (cfg!(unix), plan.canonicalize()) {
        return Ok(place);
    }
    let plan = path::absolute(plan).map_err(WorldError::io("read", plan))?;
    // On Windows that path is without dots already, and a canonical one is not for people.
    let folder = plan.parent().filter(|_| cfg!(unix)).and_then(|folder| folder.canonicalize().ok());
    Ok(match (folder, plan.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => plan,
    })
}

/// Makes a folder that only its owner may look into.
fn make_own_folder(folder: &Path) -> Result<(), WorldError> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(remembering(folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plans_are_remembered_newest_first_while_they_are_there() {
        let desk = tempfile::tempdir().unwrap();
        let memory = Memory::new(Some(desk.path().join("a/b")));
        let plans = desk.path().canonicalize().unwrap();
        let names: Vec<_> = (0..25).map(|number| plans.join(format!("{number}.yaml"))).collect();
        for plan in &names {
            fs::write(plan, "title: A\n").unwrap();
            memory.remember(plan).unwrap();
        }
        memory.remember(&desk.path().join("a/../24.yaml")).unwrap();
        memory.remember(&names[20]).unwrap();
        fs::remove_file(&names[23]).unwrap();
        let recent = memory.recent();
        assert_eq!(recent.len(), 19);
        assert_eq!(recent[..3], [names[20].clone(), names[24].clone(), names[22].clone()]);
    }

    #[test]
    fn preferences_stay_beside_plans() {
        let desk = tempfile::tempdir().unwrap();
        let memory = Memory::new(Some(desk.path().to_owned()));
        let plan = desk.path().canonicalize().unwrap().join("memory.json");
        memory.prefer("theme", "light").unwrap();
        memory.remember(&plan).unwrap();
        memory.prefer("theme", "dark").unwrap();
        assert_eq!((memory.preference("theme").as_deref(), memory.preference("x")), (Some("dark"), None));
        assert_eq!(memory.recent().first(), Some(&plan));
        fs::write(&plan, "{ torn").unwrap();
        assert_eq!((memory.preference("theme"), memory.recent()), (None, Vec::new()));
    }

    #[test]
    fn without_a_folder_nothing_is_remembered() {
        let memory = Memory::new(None);
        memory.prefer("theme", "light").unwrap();
        memory.remember(Path::new("plan.yaml")).unwrap();
        assert_eq!((memory.preference("theme"), memory.recent()), (None, Vec::new()));
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_told() {
        let desk = tempfile::NamedTempFile::new().unwrap();
        let refused = Memory::new(Some(desk.path().join("x"))).prefer("theme", "light").unwrap_err();
        assert_eq!(refused.message().key(), "world-remember");
    }

    #[cfg(unix)]
    #[test]
    fn the_folder_is_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt;
        let desk = tempfile::tempdir().unwrap();
        let memory = Memory::new(Some(desk.path().join("state")));
        memory.prefer("theme", "light").unwrap();
        let mode = fs::metadata(desk.path().join("state")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }
}
