//! The hands of the screen: they do what the model asks for outside of it, and tell what came of it.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path as FilePath, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use super::event::{Event, Generated, Looked, Opening, Ungenerated, Unopened, Unsaved};
use super::syntax::colour;
use super::wish::{Deliverables, Effect};
use super::work::Work;
use super::worker::Worker;
use crate::artifact::{Bundle, Change, Composition};
use crate::catalog::{Templates, speaker};
use crate::finding::Severity;
use crate::interview::{Answered, Entry, History, LoadedFiles, take_in};
use crate::text::Message;
use crate::world::{
    Journal, Memory, NotGenerated, Opened, Order, Step, WorldError, load_certificates, passphrase, prepare,
    read_plan, write_new, write_over,
};

/// The hands of the screen.
pub struct Hands {
    templates: Arc<Templates>,
    memory: Memory,
    tell: Sender<Event>,
    worker: Worker,
    journal: Option<Journal>,
    /// Whether the journal lacks changes that could not be recorded.
    is_behind: bool,
    cancel: Arc<AtomicBool>,
}

impl Hands {
    /// Hands that tell what they did.
    #[must_use]
    pub fn new(templates: Arc<Templates>, memory: Memory, tell: Sender<Event>) -> Self {
        let worker = Worker::start(Arc::clone(&templates), tell.clone());
        Self { templates, memory, tell, worker, journal: None, is_behind: false, cancel: Arc::default() }
    }

    /// Does what is asked for. What comes of it at once is the answer, and is to be taken in before anything else; what takes
    /// longer is told later. Going to the background and copying are for those
    /// who hold the terminal.
    #[must_use]
    pub fn act(&mut self, effect: Effect) -> Option<Event> {
        match effect {
            Effect::Derive(job) => self.worker.hand(job),
            Effect::Open(file) => return Some(Event::Opened(self.open(file))),
            Effect::Create(file, text) => {
                let written = write_new(&file, &text).map_err(Unopened::World);
                return Some(Event::Opened(written.and_then(|()| self.open(file))));
            }
            Effect::Reread(file) => return Some(Event::Reread(read_plan(&file))),
            Effect::Record(entries) => return self.record(&entries),
            Effect::RecordAnew(history) => return self.record_anew(&history),
            Effect::Save { file, text, known } => {
                return Some(Event::Saved(save(&file, &text, known.as_deref())));
            }
            Effect::Load(number, named) => self.beside(move |tell| {
                let _ = tell.send(Event::Loaded(number, loaded(&named)));
            }),
            Effect::ReadOther(number, file) => self.beside(move |tell| {
                let text = read_plan(&file);
                let _ = tell.send(Event::ReadOther(number, file, text));
            }),
            Effect::Look(deliverables) => self.beside(move |tell| {
                let looked = look(&deliverables);
                let _ = tell.send(Event::Looked(deliverables.revision, looked));
            }),
            Effect::Colour(path, text) => self.beside(move |tell| {
                let _ = tell.send(Event::Coloured(colour(path, text)));
            }),
            Effect::Generate { deliverables, draft, force } => {
                self.cancel = Arc::default();
                let (templates, cancel) = (Arc::clone(&self.templates), Arc::clone(&self.cancel));
                self.beside(move |tell| {
                    let outcome = generate(&deliverables, draft, force, &templates, &cancel, tell);
                    let _ = tell.send(Event::Generated(outcome));
                });
            }
            Effect::Cancel => self.cancel.store(true, Ordering::Relaxed),
            Effect::Prefer(name, value) => {
                return self.memory.prefer(name, &value).err().map(|error| Event::Notice(error.message()));
            }
            Effect::Suspend | Effect::Copy(_) => {}
        }
        None
    }

    /// Does something beside the screen.
    fn beside(&self, work: impl FnOnce(&Sender<Event>) + Send + 'static) {
        let tell = self.tell.clone();
        thread::spawn(move || {
            if catch_unwind(AssertUnwindSafe(|| work(&tell))).is_err() {
                let _ = tell.send(Event::Died);
            }
        });
    }

    /// Opens a plan where the journal left off. What the file holds is never lost, nor what the journal does.
    fn open(&mut self, file: PathBuf) -> Result<Opening, Unopened> {
        let text = read_plan(&file).map_err(Unopened::World)?;
        let unread = |problems| Unopened::Problems(file.clone(), problems);
        let on_disk = Answered::read(&text, &self.templates).map_err(unread)?;
        let text = on_disk.document.text().to_owned();
        // The journal of the plan that was open until now is closed first: it may be the same.
        self.journal = None;
        self.is_behind = false;
        let fresh = || History::begin(&text);
        let (mut journal, mut history, mut notice) = match Journal::open(&self.memory, &file) {
            Ok(Opened::Journal(journal, None)) => (Some(journal), fresh(), None),
            Ok(Opened::Journal(journal, Some(history))) => {
                let (history, notice) = resumed(history, &text);
                (Some(journal), history, notice)
            }
            Ok(Opened::Elsewhere) => (None, fresh(), Some(Message::new("notice-elsewhere"))),
            Err(error) => (None, fresh(), Some(error.message())),
        };
        let mut answered = on_disk;
        if history.text() != text {
            if let Ok(recorded) = Answered::read(history.text(), &self.templates) {
                answered = recorded;
            } else {
                // What was recorded names templates that have gone: it is kept, and the file counts.
                history = fresh();
                notice = Some(Message::new("notice-set-aside"));
                if let Some(Err(error)) = journal.as_mut().map(Journal::set_aside) {
                    (journal, notice) = (None, Some(error.message()));
                }
            }
        }
        if let Some(Err(error)) = journal.as_mut().map(|journal| journal.begin_anew(&history)) {
            (journal, notice) = (None, Some(error.message()));
        }
        if let Err(error) = self.memory.remember(&file) {
            notice = notice.or_else(|| Some(error.message()));
        }
        let keeps = journal.as_ref().is_some_and(Journal::keeps);
        self.journal = journal;
        let work = Box::new(Work::new(file, history, answered, keeps));
        Ok(Opening { work, notice, recent: self.memory.recent() })
    }

    /// Records changes. Where some could not be recorded, nothing that follows fits any more: the whole history is asked for.
    fn record(&mut self, entries: &[Entry]) -> Option<Event> {
        let journal = self.journal.as_mut()?;
        if self.is_behind {
            return Some(Event::JournalBehind);
        }
        let error = journal.record(entries).err()?;
        self.is_behind = true;
        Some(Event::Notice(error.message()))
    }

    fn record_anew(&mut self, history: &History) -> Option<Event> {
        let error = self.journal.as_mut()?.begin_anew(history).err();
        self.is_behind = error.is_some();
        error.map(|error| Event::Notice(error.message()))
    }
}

/// A history as it goes on with what the file holds, and what is to be said about it.
fn resumed(mut history: History, on_disk: &str) -> (History, Option<Message>) {
    if history.saved_text() == on_disk {
        let notice = (!history.is_saved()).then(|| Message::new("notice-resumed"));
        return (history, notice);
    }
    let was_saved = history.is_saved();
    history.adopt(on_disk);
    let notice = (!was_saved).then(|| Message::new("notice-adopted"));
    (history, notice)
}

/// Writes a plan, unless somebody else wrote it since.
fn save(file: &FilePath, text: &str, known: Option<&str>) -> Result<(), Unsaved> {
    if let Some(known) = known {
        match read_plan(file) {
            Ok(found) if found.trim_start_matches('\u{feff}') != known => {
                return Err(Unsaved::ChangedElsewhere);
            }
            Err(error) if !error.is_missing_file() => return Err(Unsaved::World(error)),
            _ => {}
        }
    }
    write_over(file, text).map_err(Unsaved::World)
}

/// Reads certificates.
fn loaded(named: &[String]) -> LoadedFiles {
    let mut loaded = LoadedFiles::default();
    for (path, bytes) in load_certificates(named) {
        let bytes = bytes.as_deref().map_err(WorldError::message);
        take_in(&mut loaded, &path.display().to_string(), bytes);
    }
    loaded
}

/// What stands in the output folder, and what would happen to each file but requests and keys.
fn look(deliverables: &Deliverables) -> Result<Looked, WorldError> {
    let bundle =
        deliverables.composition.as_ref().map(|composed| composed.bundle.clone()).unwrap_or_default();
    let bundle = Bundle { key_requests: Vec::new(), ..bundle };
    match prepare(order(deliverables, bundle, false, true), &mut |_| ControlFlow::Continue(())) {
        Ok(mut prepared) => {
            // Nobody looks at private keys.
            prepared.before.keys.clear();
            let out = deliverables.out.clone();
            Ok(Looked { out, disk: prepared.before, changes: prepared.changes })
        }
        Err(NotGenerated::World(error)) => Err(error),
        // With force nothing is refused, and nobody cancels.
        Err(NotGenerated::Edited(_) | NotGenerated::Released(_) | NotGenerated::Cancelled) => {
            Err(WorldError::LeadsElsewhere(deliverables.out.clone()))
        }
    }
}

/// Writes everything.
fn generate(
    deliverables: &Deliverables,
    draft: bool,
    force: bool,
    templates: &Templates,
    cancel: &AtomicBool,
    tell: &Sender<Event>,
) -> Result<Generated, Ungenerated> {
    let Composition { bundle, findings } = match &deliverables.composition {
        Some(composition) if !draft => (**composition).clone(),
        _ => {
            let language = deliverables.blueprint.plan.language.given().value().word();
            // The embedded words are sound, as the tests hold; without them nothing would be on the screen either.
            let Ok(words) = speaker(language) else { return Err(Ungenerated::Cancelled) };
            deliverables.blueprint.compose(deliverables.document.text(), templates, &words, draft)
        }
    };
    let errors: Vec<_> = findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
    if !errors.is_empty() {
        return Err(Ungenerated::Findings(errors));
    }
    let mut progress = |step: Step| {
        let _ = tell.send(Event::Step(step));
        if cancel.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let prepared =
        prepare(order(deliverables, bundle, draft, force), &mut progress).map_err(|error| match error {
            NotGenerated::World(error) => Ungenerated::World(error),
            NotGenerated::Edited(refused) => Ungenerated::Edited(refused, draft),
            NotGenerated::Released(out) => Ungenerated::Released(out),
            NotGenerated::Cancelled => Ungenerated::Cancelled,
        })?;
    if cancel.load(Ordering::Relaxed) {
        return Err(Ungenerated::Cancelled);
    }
    prepared
        .apply(&mut |step| {
            let _ = tell.send(Event::Step(step));
        })
        .map_err(Ungenerated::World)?;
    let changed = prepared.changes.files.iter().filter(|(_, change)| *change != Change::Keep).count();
    Ok(Generated { out: deliverables.out.clone(), files: prepared.changes.manifest.files.len(), changed })
}

fn order(deliverables: &Deliverables, bundle: Bundle, draft: bool, force: bool) -> Order<'_> {
    let plan = &deliverables.blueprint.plan;
    Order {
        bundle,
        plan,
        out: &deliverables.out,
        as_of: None,
        draft,
        only: &[],
        force,
        passphrase: passphrase(),
    }
}
