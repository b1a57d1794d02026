//! What the workshop's record says of an answer, asked for: the state, who brings it back until when, who decided, why.

use super::prompt::Prompt;
use super::{Ask, Overlay};
use crate::interview::{Edit, Question, RecordField, option_named};
use crate::plan::{DecisionState, Document, Path, Plan, Standing};
use crate::text::Message;
use crate::tui::theme::Role;
use crate::tui::wish::{Then, Wish};
use crate::tui::work::Work;
use crate::value::{Date, FreeText};

/// What is said beside an answer, while it is typed.
#[derive(Clone)]
pub(super) struct Remark {
    about: Path,
    field: RecordField,
    begins: DecisionState,
    go_live: Option<Date>,
}

impl Remark {
    /// The edit that says it.
    pub(super) fn edit(&self, text: String) -> Edit {
        Edit::Record(self.about.clone(), self.field.clone(), text, self.begins)
    }

    /// Why a text can't be taken. An empty one takes away what was said.
    pub(super) fn refusal(&self, text: &str) -> Option<Message> {
        if text.is_empty() {
            None
        } else if self.field.is_day() {
            text.parse::<Date>().is_err().then(|| Message::new("record-no-day").with("text", text))
        } else {
            text.parse::<FreeText>().is_err().then(|| Message::new("record-no-text"))
        }
    }

    /// What is said of a text while it is typed: what is wrong already, and what a day means.
    pub(super) fn told(&self, text: &str) -> Option<(Message, Role)> {
        if !self.field.is_day() || text.is_empty() {
            return self.refusal(text).map(|refusal| (refusal, Role::Error));
        }
        match (text.parse::<Date>(), self.go_live) {
            (Err(_), _) if may_become_a_day(text) => None,
            (Err(_), _) => self.refusal(text).map(|refusal| (refusal, Role::Error)),
            (Ok(_), None) => None,
            (Ok(day), Some(go_live)) => {
                let days = day.days_until(go_live);
                let count = usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX);
                Some(match days {
                    0 => (Message::new("record-day-of"), Role::Good),
                    ..0 => (Message::new("record-day-after").counting("count", count), Role::Warning),
                    _ => (Message::new("record-day-before").counting("count", count), Role::Good),
                })
            }
        }
    }
}

/// Whether more letters can make a day of a text.
fn may_become_a_day(text: &str) -> bool {
    const FORM: &str = "dddd-dd-dd";
    let fits = text.chars().zip(FORM.chars()).all(|(own, form)| match form {
        'd' => own.is_ascii_digit(),
        form => own == form,
    });
    let month = text.get(5..7).and_then(|month| month.parse::<u8>().ok());
    fits && text.len() < FORM.len() && month.is_none_or(|month| (1..=12).contains(&month))
}

/// What the record says of an answer now.
fn current(about: &Path, field: &RecordField, document: &Document) -> String {
    let node = document.said(&field.place(about));
    node.and_then(|node| node.scalar()).unwrap_or_default().to_owned()
}

/// What it is about, in words.
fn subject(about: &Path, work: &Work) -> Message {
    let question = work.agenda.questions().iter().find(|question| question.path == *about);
    question.map_or_else(|| Message::new("record-about").with("path", about), Question::label)
}

fn is_answered(about: &Path, work: &Work) -> bool {
    let question = work.agenda.questions().iter().find(|question| question.path == *about);
    question.is_none_or(|question| question.standing == Standing::Said)
}

fn titled(field: &RecordField, about: &Path, work: &Work) -> Message {
    let title = Message::new(format!("prompt-{}", field.word())).saying("question", subject(about, work));
    match field {
        RecordField::Rejected(option) => {
            title.saying("option", option_named(work.agenda.question(about), option))
        }
        _ => title,
    }
}

/// Asks for what is said beside an answer.
#[must_use]
pub fn said(field: &RecordField, about: &Path, work: &Work) -> Overlay {
    let plan: &Plan = &work.answered.plan;
    let go_live = plan.go_live.given();
    let remark = Remark {
        about: about.clone(),
        field: field.clone(),
        begins: field.begins(is_answered(about, work)),
        go_live: (go_live.standing() != Standing::Missing).then(|| *go_live.value()),
    };
    let text = current(about, field, &work.answered.document);
    Overlay::Prompt(Prompt::recording(titled(field, about, work), &text, remark))
}

/// Asks how far the decision about an answer has come.
#[must_use]
pub fn state(about: &Path, work: &Work) -> Overlay {
    let now = current(about, &RecordField::State, &work.answered.document);
    let edit =
        |text: &str| Edit::Record(about.clone(), RecordField::State, text.to_owned(), DecisionState::Open);
    let option = |state: &DecisionState| {
        let label = Message::new(format!("state-{}", state.word()));
        (label, vec![Wish::Edit(edit(state.word()), Then::Stay)])
    };
    let mut options: Vec<(Message, Vec<Wish>)> = DecisionState::ALL.iter().map(option).collect();
    if work.answered.plan.decisions.all().any(|(path, _)| path == about) {
        options.push((Message::new("state-none"), vec![Wish::Edit(edit(""), Then::Stay)]));
    }
    let at = DecisionState::ALL.iter().position(|state| state.word() == now).unwrap_or(0);
    let title = titled(&RecordField::State, about, work);
    let help = title.attribute("help");
    Overlay::Ask(Ask::new(title, help, options).at(at))
}

/// Asks what is to be said beside an answer.
#[must_use]
pub fn record(about: &Path, work: &Work) -> Overlay {
    let option = |field: &RecordField| {
        let now = current(about, field, &work.answered.document);
        let label = Message::new(format!("record-{}", field.word())).with("value", one_of(&now));
        let label = match field {
            RecordField::Rejected(option) => {
                label.saying("option", option_named(work.agenda.question(about), option))
            }
            _ => label,
        };
        let next = if *field == RecordField::State { state(about, work) } else { said(field, about, work) };
        (label, vec![Wish::Show(Box::new(next))])
    };
    let rejected = rejectable(about, work).into_iter().map(RecordField::Rejected);
    let fields = RecordField::ALL.iter().cloned().chain(rejected);
    let title = Message::new("record-title").saying("question", subject(about, work));
    let help = title.attribute("help");
    Overlay::Ask(Ask::new(title, help, fields.map(|field| option(&field)).collect()))
}

/// The options that can be rejected, or were: the choices that are not the answer, and what the plan file names besides.
fn rejectable(about: &Path, work: &Work) -> Vec<String> {
    let mut options: Vec<String> = Vec::new();
    if let Some(question) = work.agenda.question(about) {
        let is_chosen = |word: &str| {
            let truth = word.parse::<bool>().map(serde_json::Value::from);
            question.has_chosen(&truth.unwrap_or_else(|_| word.into()))
        };
        let is_answer = |word: &&str| question.standing == Standing::Said && is_chosen(word);
        options.extend(question.options().into_iter().filter(|word| !is_answer(word)).map(str::to_owned));
    }
    let said = work.answered.plan.decisions.all().find(|(path, _)| *path == about);
    for option in said.into_iter().flat_map(|(_, decision)| decision.rejected.given().value().keys()) {
        if !options.contains(option) {
            options.push(option.clone());
        }
    }
    options
}

/// A text, or a sign that there is none.
fn one_of(text: &str) -> &str {
    if text.is_empty() { "–" } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_judged_letter_by_letter() {
        for text in ["2", "2026", "2026-", "2026-1", "2026-12", "2026-12-", "2026-12-0"] {
            assert!(may_become_a_day(text), "{text}");
        }
        for text in ["x", "20261", "2026/", "2026-13", "2026-00", "2026-12-03", "2026-12-033", "3.12."] {
            assert!(!may_become_a_day(text), "{text}");
        }
    }
}
