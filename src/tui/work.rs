//! The open plan: its text with its history, its answers, and what was derived from them so far.

use std::path::PathBuf;
use std::sync::Arc;

use crate::artifact::Composition;
use crate::artifact::drawing::Drawing;
use crate::blueprint::Blueprint;
use crate::catalog::Templates;
use crate::finding::{Finding, Severity};
use crate::interview::{
    Agenda, Answered, Budget, Comparison, Consequence, Edit, Entry, Existing, History, LoadedFiles, Mending,
    Question, Refusal, attempt,
};
use crate::journey::Journey;
use crate::plan::{Path, Problem};

/// What an edit would change, or why it can't be.
pub type Preview = Result<Consequence, Refusal>;

/// What differs from another plan, or why that one can't be read.
pub type Against = Result<Arc<Comparison>, Vec<Problem>>;

/// A plan to compare with.
#[derive(Clone, Debug)]
pub struct Other {
    /// Its file.
    pub file: PathBuf,
    /// Its text.
    pub text: Arc<str>,
}

/// The open plan.
pub struct Work {
    /// Its file.
    pub file: PathBuf,
    /// Its text, before and after every change.
    pub history: History,
    /// Its text and answers now.
    pub answered: Answered,
    /// Its questions.
    pub agenda: Agenda,
    /// Counts the changes of this run, over all plans: whatever was derived carries the number of what it was derived from.
    pub revision: u64,
    /// Whether answers that are not saved are kept when the program ends, or are given up on purpose.
    pub keeps: bool,
    /// What follows from the answers, once it was derived.
    pub blueprint: Option<Arc<Blueprint>>,
    /// The files, once they were composed.
    pub composition: Option<Arc<Composition>>,
    /// The topology as a drawing, once it was made.
    pub drawing: Option<Arc<Drawing>>,
    /// The ways to have fewer names or certificates, once they were derived.
    pub budget: Option<Arc<Budget>>,
    /// The certificates that were loaded, if any were.
    pub loaded: Option<Arc<LoadedFiles>>,
    /// The same beside what the plan requires, once it was derived.
    pub existing: Option<Arc<Existing>>,
    /// The plan to compare with; without one, the own plan as its file holds it.
    pub other: Option<Other>,
    /// What differs, once it was derived: from which text, and what, or why that text can't be read.
    pub compared: Option<(Arc<str>, Against)>,
    /// The ways out of a finding, once they were found.
    pub mended: Option<(Finding, Arc<Vec<Mending>>)>,
    /// The journeys of a domain, once they were walked.
    pub walked: Option<(String, Arc<Vec<Journey>>)>,
    /// What the edit at the cursor would change, once it was derived.
    preview: Option<(Edit, Preview)>,
    /// The question whose choices were last judged for the answers as they stand.
    judged: Option<Path>,
}

impl Work {
    /// A plan just opened; `keeps` tells whether a journal keeps what is not saved.
    #[must_use]
    pub fn new(file: PathBuf, history: History, answered: Answered, keeps: bool) -> Self {
        let agenda = Agenda::of(&answered.plan);
        Self {
            file,
            history,
            answered,
            agenda,
            revision: 0,
            keeps,
            blueprint: None,
            composition: None,
            drawing: None,
            budget: None,
            loaded: None,
            existing: None,
            other: None,
            compared: None,
            mended: None,
            walked: None,
            preview: None,
            judged: None,
        }
    }

    /// Makes an edit. What is to be recorded of it: nothing where it changed nothing.
    ///
    /// # Errors
    /// Why it can't be; everything is as it was.
    pub fn edit(&mut self, edit: &Edit, templates: &Templates) -> Result<Option<Entry>, Refusal> {
        let answered = attempt(&self.answered.document, edit, templates)?;
        let entry = self.history.push(answered.document.text(), edit.about());
        if entry.is_some() {
            self.replace(answered);
        }
        Ok(entry)
    }

    /// Takes the last change back, or makes it again: what is to be recorded, and the path that it was about.
    ///
    /// # Errors
    /// The former text can't be read any more: templates that it names may have gone. Nothing changes then.
    pub fn step(&mut self, back: bool, templates: &Templates) -> Result<Option<(Entry, Path)>, Vec<Problem>> {
        let stepped = if back { self.history.undo() } else { self.history.redo() };
        let Some(stepped) = stepped else { return Ok(None) };
        match Answered::read(self.history.text(), templates) {
            Ok(answered) => {
                self.replace(answered);
                Ok(Some(stepped))
            }
            Err(problems) => {
                let _ = if back { self.history.redo() } else { self.history.undo() };
                Err(problems)
            }
        }
    }

    /// Goes to a state of the history: what is to be recorded.
    ///
    /// # Errors
    /// Its text can't be read any more: templates that it names may have gone. Nothing changes then.
    pub fn go_to(&mut self, state: usize, templates: &Templates) -> Result<Vec<Entry>, Vec<Problem>> {
        let mut history = self.history.clone();
        let mut entries = Vec::new();
        while history.at() != state {
            let stepped = if history.at() > state { history.undo() } else { history.redo() };
            let Some((entry, _)) = stepped else { break };
            entries.push(entry);
        }
        let answered = Answered::read(history.text(), templates)?;
        if !entries.is_empty() {
            self.history = history;
            self.replace(answered);
        }
        Ok(entries)
    }

    /// Takes over a text that somebody else wrote: undo goes back to what was here.
    ///
    /// # Errors
    /// The text can't be read as a plan. Nothing changes then.
    pub fn adopt(&mut self, text: &str, templates: &Templates) -> Result<Vec<Entry>, Vec<Problem>> {
        let answered = Answered::read(text, templates)?;
        let entries = self.history.adopt(answered.document.text());
        self.replace(answered);
        Ok(entries)
    }

    fn replace(&mut self, answered: Answered) {
        self.agenda = Agenda::of(&answered.plan).barred_as(&self.agenda);
        self.answered = answered;
        self.revision += 1;
        self.blueprint = None;
        self.composition = None;
        self.drawing = None;
        self.budget = None;
        self.existing = None;
        self.compared = None;
        self.mended = None;
        self.walked = None;
        self.preview = None;
        self.judged = None;
    }

    /// The text of the plan to compare with.
    #[must_use]
    pub fn against(&self) -> Arc<str> {
        self.other.as_ref().map_or_else(|| self.history.saved_text().into(), |other| Arc::clone(&other.text))
    }

    /// What differs from the plan to compare with, if that is known already.
    #[must_use]
    pub fn comparison(&self) -> Option<&Against> {
        let against = match &self.other {
            Some(other) => &*other.text,
            None => self.history.saved_text(),
        };
        self.compared.as_ref().filter(|(text, _)| **text == *against).map(|(_, compared)| compared)
    }

    /// The ways out of a finding, if they are known already.
    #[must_use]
    pub fn ways_out(&self, finding: &Finding) -> Option<&[Mending]> {
        self.mended.as_ref().filter(|(known, _)| known == finding).map(|(_, found)| found.as_slice())
    }

    /// The journeys of a domain, if they were walked already.
    #[must_use]
    pub fn journeys(&self, domain: &str) -> Option<&Arc<Vec<Journey>>> {
        self.walked.as_ref().filter(|(walked, _)| walked == domain).map(|(_, journeys)| journeys)
    }

    /// Notes that the choices of a question were judged.
    pub fn judged(&mut self, path: Path) {
        self.judged = Some(path);
    }

    /// Whether it is still to be found out which choices of a question are ruled out.
    #[must_use]
    pub fn is_to_be_judged(&self, question: &Question, templates: &Templates) -> bool {
        self.judged.as_ref() != Some(&question.path) && question.choices(templates).is_some()
    }

    /// Keeps what an edit would change.
    pub fn previewed(&mut self, edit: Edit, preview: Preview) {
        self.preview = Some((edit, preview));
    }

    /// What an edit would change, if that is known already.
    #[must_use]
    pub fn preview(&self, edit: &Edit) -> Option<&Preview> {
        self.preview.as_ref().filter(|(known, _)| known == edit).map(|(_, preview)| preview)
    }

    /// How many findings of a severity stand, once that is known.
    #[must_use]
    pub fn count(&self, severity: Severity) -> Option<usize> {
        let findings = &self.blueprint.as_ref()?.requirements.findings;
        Some(findings.iter().filter(|row| row.body.severity == severity).count())
    }

    /// The worst of the findings that point at an answer or at something in it.
    #[must_use]
    pub fn worst_at(&self, path: &Path) -> Option<Severity> {
        let findings = self.blueprint.iter().flat_map(|blueprint| &blueprint.requirements.findings);
        let is_of_it = |other: &str| {
            let rest = other.strip_prefix(path.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        findings.filter(|row| is_of_it(&row.body.path)).map(|row| row.body.severity).min()
    }

    /// What the plan is called: its title, else its file.
    #[must_use]
    pub fn title(&self) -> String {
        match self.answered.plan.title.given().value().as_str() {
            "" => self.file.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            title => title.to_owned(),
        }
    }
}
