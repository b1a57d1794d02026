//! The journal of a plan: every step of its history, written at once, so that nothing is lost with the program or the
//! terminal. A lock beside it tells whether another ucplan has the plan open.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::files::WorldError;
use super::memory::{Memory, absolute, remembering};
use super::output::for_owner_alone;
use crate::artifact::sha256;
use crate::interview::{Entry, History};

/// The folder of journals in the state folder.
const FOLDER: &str = "journals";

/// How many states a journal begins with at most.
const MOST: usize = 1000;

/// The journal of a plan that is open here, and nowhere else as long as this value lives.
#[derive(Debug)]
pub struct Journal {
    /// Nothing where nothing is remembered.
    pages: Option<Pages>,
}

/// What came of opening a journal.
#[derive(Debug)]
pub enum Opened {
    /// It is open; with what was recorded, if anything was.
    Journal(Journal, Option<History>),
    /// Another ucplan has this plan open.
    Elsewhere,
}

/// The first line of a journal.
#[derive(PartialEq, Eq, Serialize, Deserialize)]
struct Header {
    plan: String,
}

#[derive(Debug)]
struct Pages {
    place: PathBuf,
    plan: String,
    file: File,
    length: u64,
    /// Held, not read: the system takes it back when the program ends, however it ends.
    _lock: File,
}

impl Journal {
    /// Opens the journal of a plan, which need not exist. A last line that was cut off is dropped. A journal that can't be
    /// replayed is kept beside the new one as `.unreadable`.
    ///
    /// A journal without history is to [begin anew](Self::begin_anew) before anything is recorded.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn open(memory: &Memory, plan: &Path) -> Result<Opened, WorldError> {
        let Some(folder) = memory.folder(FOLDER)? else {
            return Ok(Opened::Journal(Self { pages: None }, None));
        };
        let plan = absolute(plan)?;
        let digest = sha256(plan.as_os_str().as_encoded_bytes());
        let place = folder.join(format!("{}.jsonl", &digest[..16]));
        let lock_place = place.with_extension("lock");
        let lock = own_file(&lock_place)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(Opened::Elsewhere),
            Err(TryLockError::Error(error)) => return Err(remembering(&lock_place)(error)),
        }
        let plan = plan.to_string_lossy().into_owned();
        let (history, length) = match recorded(&place, &plan)? {
            Recorded::Nothing => (None, 0),
            Recorded::History(history, length) => (Some(history), length),
            Recorded::Unreadable => {
                set_aside(&place)?;
                (None, 0)
            }
        };
        let mut file = own_file(&place)?;
        cut(&mut file, length).map_err(remembering(&place))?;
        let mut pages = Pages { place, plan, file, length, _lock: lock };
        if length == 0 {
            pages.write(&line(&Header { plan: pages.plan.clone() }))?;
        }
        Ok(Opened::Journal(Self { pages: Some(pages) }, history))
    }

    /// Whether anything is kept at all.
    #[must_use]
    pub const fn keeps(&self) -> bool {
        self.pages.is_some()
    }

    /// Keeps what was recorded beside the journal as `.unreadable`. The journal is to [begin anew](Self::begin_anew) then.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn set_aside(&mut self) -> Result<(), WorldError> {
        self.pages.as_ref().map_or(Ok(()), |pages| set_aside(&pages.place))
    }

    /// Adds entries to what is recorded. They are safe from the end of the program as soon as this returns.
    ///
    /// # Errors
    /// The disk refuses; none of the entries is recorded then.
    pub fn record(&mut self, entries: &[Entry]) -> Result<(), WorldError> {
        let text: String = entries.iter().map(line).collect();
        self.pages.as_mut().map_or(Ok(()), |pages| pages.write(&text))
    }

    /// Records a history in the place of everything that was recorded, at most its last 1000 states.
    ///
    /// # Errors
    /// The disk refuses; what was recorded before still is.
    pub fn begin_anew(&mut self, history: &History) -> Result<(), WorldError> {
        let Some(pages) = &mut self.pages else { return Ok(()) };
        let entries = history.shortened(MOST).entries();
        let header = line(&Header { plan: pages.plan.clone() });
        let text: String = std::iter::once(header).chain(entries.iter().map(line)).collect();
        let staged = pages.place.with_extension("new");
        let mut file = own_file(&staged)?;
        let written = cut(&mut file, 0).and_then(|()| file.write_all(text.as_bytes()));
        written.map_err(remembering(&staged))?;
        fs::rename(&staged, &pages.place).map_err(remembering(&pages.place))?;
        (pages.file, pages.length) = (file, text.len() as u64);
        Ok(())
    }
}

impl Pages {
    fn write(&mut self, text: &str) -> Result<(), WorldError> {
        if let Err(error) = self.file.write_all(text.as_bytes()) {
            // A line that was half written would spoil those behind it.
            let _ = cut(&mut self.file, self.length);
            return Err(remembering(&self.place)(error));
        }
        self.length += text.len() as u64;
        Ok(())
    }
}

/// What a journal holds: no entries, a history in so many bytes, or something that can't be replayed.
enum Recorded {
    Nothing,
    History(History, u64),
    Unreadable,
}

fn recorded(place: &Path, plan: &str) -> Result<Recorded, WorldError> {
    let bytes = match fs::read(place) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Recorded::Nothing),
        Err(error) => return Err(remembering(place)(error)),
    };
    let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    let is_whole = |line: &&[u8]| line.ends_with(b"\n") && serde_json::from_slice::<Entry>(line).is_ok();
    if lines.len() > 1 {
        lines.pop_if(|line| !is_whole(&&**line));
    }
    let Some((header, entries)) = lines.split_first().filter(|(header, _)| header.ends_with(b"\n")) else {
        return Ok(Recorded::Nothing);
    };
    let is_ours = serde_json::from_slice(header).is_ok_and(|header: Header| header.plan == plan);
    let entries: Option<Vec<Entry>> = entries.iter().map(|line| serde_json::from_slice(line).ok()).collect();
    let length = lines.iter().map(|line| line.len() as u64).sum();
    Ok(match entries.filter(|_| is_ours) {
        Some(entries) if entries.is_empty() => Recorded::Nothing,
        Some(entries) => History::replay(entries)
            .map_or(Recorded::Unreadable, |history| Recorded::History(history, length)),
        None => Recorded::Unreadable,
    })
}

/// A value as a line of a journal. Texts and numbers can always be written.
fn line(value: &impl Serialize) -> String {
    serde_json::to_string(value).map(|text| text + "\n").unwrap_or_default()
}

/// A file for its owner alone, made where it is missing.
fn own_file(place: &Path) -> Result<File, WorldError> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    for_owner_alone(&mut options);
    options.open(place).map_err(remembering(place))
}

/// Cuts a file off behind so many bytes, to be written from there. (Windows cuts no file that is open for appending.)
fn cut(file: &mut File, length: u64) -> io::Result<()> {
    file.set_len(length).and_then(|()| file.seek(SeekFrom::Start(length)).map(drop))
}

/// Moves a journal out of the way: to `.unreadable`, or `.unreadable2` and so on where an earlier one stands.
fn set_aside(place: &Path) -> Result<(), WorldError> {
    let suffixes = std::iter::once(String::new()).chain((2_u32..).map(|number| number.to_string()));
    let mut names = suffixes.map(|suffix| place.with_extension(format!("unreadable{suffix}")));
    let free = names.find(|name| !name.exists());
    free.map_or(Ok(()), |free| fs::rename(place, free)).map_err(remembering(place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan;
    use tempfile::TempDir;

    fn desk() -> (TempDir, Memory, PathBuf) {
        let desk = tempfile::tempdir().unwrap();
        let (memory, plan) = (Memory::new(Some(desk.path().join("state"))), desk.path().join("plan.yaml"));
        (desk, memory, plan)
    }

    fn open(memory: &Memory, plan: &Path) -> (Journal, Option<History>) {
        match Journal::open(memory, plan).unwrap() {
            Opened::Journal(journal, history) => (journal, history),
            Opened::Elsewhere => panic!("it is open elsewhere"),
        }
    }

    /// A journal of three states, and its history.
    fn written(memory: &Memory, plan: &Path) -> History {
        let (mut journal, _) = open(memory, plan);
        let mut history = History::begin("a: é\n");
        journal.begin_anew(&history).unwrap();
        for text in ["a: è\n", "b: 1\n"] {
            let entry = history.push(text, &plan::Path::default().key("a"));
            journal.record(&entry.into_iter().collect::<Vec<_>>()).unwrap();
        }
        journal.record(&[history.saved()]).unwrap();
        history
    }

    /// The only file in the folder of journals that ends like this.
    fn file(desk: &TempDir, ending: &str) -> PathBuf {
        let files = fs::read_dir(desk.path().join("state").join(FOLDER)).unwrap();
        files.map(|file| file.unwrap().path()).find(|path| path.extension().unwrap() == ending).unwrap()
    }

    #[test]
    fn what_was_recorded_is_there_again() {
        let (desk, memory, plan) = desk();
        let history = written(&memory, &plan);
        let (mut journal, again) = open(&memory, &desk.path().join("state/../plan.yaml"));
        assert_eq!(again.as_ref(), Some(&history));
        journal.begin_anew(&history).unwrap();
        journal.record(&[Entry::Undo]).unwrap();
        drop(journal);
        assert_eq!(open(&memory, &plan).1.unwrap().text(), "a: è\n");
        assert!(open(&memory, &plan.with_file_name("other.yaml")).1.is_none());
    }

    #[test]
    fn a_plan_is_open_once() {
        let (_desk, memory, plan) = desk();
        let (mut journal, _) = open(&memory, &plan);
        assert!(matches!(Journal::open(&memory, &plan).unwrap(), Opened::Elsewhere));
        journal.begin_anew(&History::begin("a")).unwrap();
        assert!(matches!(Journal::open(&memory, &plan).unwrap(), Opened::Elsewhere));
        drop(journal);
        assert!(open(&memory, &plan).1.is_some());
    }

    #[test]
    fn a_last_line_that_was_cut_off_costs_no_more_than_itself() {
        for torn in ["{\"edit\":{\"abou", "\0\0\0\n", "\"undo\""] {
            let (desk, memory, plan) = desk();
            let history = written(&memory, &plan);
            let place = file(&desk, "jsonl");
            fs::write(&place, [fs::read(&place).unwrap(), torn.into()].concat()).unwrap();
            let (mut journal, again) = open(&memory, &plan);
            assert!(again == Some(history) && journal.record(&[Entry::Undo]).is_ok());
            drop(journal);
            assert_eq!(open(&memory, &plan).1.unwrap().text(), "a: è\n");
        }
    }

    #[test]
    fn what_cannot_be_replayed_is_kept() {
        for spoil in
            [|text: &str| text.replacen("start", "strat", 1), |text: &str| text.replace("plan.yaml", "x")]
        {
            let (desk, memory, plan) = desk();
            written(&memory, &plan);
            let spoilt = spoil(&fs::read_to_string(file(&desk, "jsonl")).unwrap());
            for aside in ["unreadable", "unreadable2"] {
                fs::write(file(&desk, "jsonl"), &spoilt).unwrap();
                assert_eq!(open(&memory, &plan).1, None);
                assert_eq!(fs::read_to_string(file(&desk, aside)).unwrap(), spoilt);
            }
            assert_eq!(written(&memory, &plan), open(&memory, &plan).1.unwrap());
        }
    }

    #[test]
    fn without_a_folder_nothing_is_recorded() {
        let memory = Memory::new(None);
        written(&memory, Path::new("plan.yaml"));
        assert!(open(&memory, Path::new("plan.yaml")).1.is_none());
    }

    #[cfg(unix)]
    #[test]
    fn journals_are_for_their_owner_alone() {
        use std::os::unix::fs::PermissionsExt;
        let (desk, memory, plan) = desk();
        written(&memory, &plan);
        assert_eq!(fs::metadata(file(&desk, "jsonl")).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
