//! Why something is so: the answers that caused it, the rule, what breaks without it, the facts and their sources.

use std::collections::BTreeSet;
use std::path::Path as FilePath;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::catalog::{fact, source_names};
use crate::finding::Finding;
use crate::interview::Question;
use crate::plan::{Path, Problem};
use crate::requirement::{Reason, rules};
use crate::text::{Message, Speaker, wrap};
use crate::tui::hits::Part;
use crate::tui::keys::Action;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{Cursor, popup, role_of};
use crate::tui::wish::Wish;
use crate::tui::work::{Preview, Work};

/// So many rows of one kind of change are told.
const MOST: usize = 200;

/// A width in which nothing is broken.
const UNBROKEN: usize = 1 << 16;

/// Why something is so.
#[derive(Clone)]
pub struct Why {
    title: Message,
    paragraphs: Vec<Paragraph>,
    cursor: Cursor,
}

/// A paragraph of the explanation.
#[derive(Clone)]
enum Paragraph {
    /// What is explained.
    Subject(String),
    /// A heading.
    Heading(&'static str),
    /// Words.
    Words(Message, Role),
    /// An answer: Enter goes there.
    Answer(Path),
    /// A fact.
    Fact(&'static str),
}

impl Why {
    fn new(paragraphs: Vec<Paragraph>) -> Self {
        Self { title: Message::new("why-title"), paragraphs, cursor: Cursor(0) }
    }

    /// Why a plan file can't be opened: what is wrong, each with its place and what would be right.
    #[must_use]
    pub fn of_problems(file: &FilePath, problems: &[Problem]) -> Self {
        let title = Message::new("problems-title").with("file", file.display());
        let paragraphs = problems.iter().flat_map(|problem| {
            let message = problem.message();
            let told = Message::new("problems-at")
                .with("line", problem.span.line)
                .with("column", problem.span.column)
                .saying("what", message.clone());
            [Paragraph::Words(told, Role::Chosen), Paragraph::Words(message.attribute("help"), Role::Text)]
        });
        Self { title, ..Self::new(paragraphs.collect()) }
    }

    /// Why a row of the requirements is there.
    #[must_use]
    pub fn of_row(cells: &[String], reason: &Reason) -> Self {
        let subject = Paragraph::Subject(cells.join("  "));
        Self::new([subject].into_iter().chain(explained(reason)).collect())
    }

    /// Why many rows are there that belong together, and the answer that says that what they belong to is.
    #[must_use]
    pub fn of_rows(subject: String, at: Option<&Path>, reasons: &[&Reason]) -> Self {
        let mut paths: BTreeSet<&Path> = reasons.iter().flat_map(|reason| reason.because().paths()).collect();
        let facts: BTreeSet<&'static str> =
            reasons.iter().flat_map(|reason| reason.facts().iter().copied()).collect();
        let mut paragraphs = vec![Paragraph::Subject(subject), Paragraph::Heading("why-answers")];
        paths.retain(|path| Some(*path) != at);
        paragraphs.extend(at.into_iter().chain(paths).cloned().map(Paragraph::Answer));
        if !facts.is_empty() {
            paragraphs.push(Paragraph::Heading("why-facts"));
            paragraphs.extend(facts.into_iter().map(Paragraph::Fact));
        }
        Self::new(paragraphs)
    }

    /// Why a hop of a journey is as it is: the rows that let it pass, and the answers and facts behind them.
    #[must_use]
    pub fn of_hop(subject: String, rows: &[String], answers: &[&Path], facts: &[&'static str]) -> Self {
        let mut paragraphs = vec![Paragraph::Subject(subject)];
        paragraphs.extend(rows.iter().map(|row| {
            let told = Message::new("why-row").with("row", row);
            Paragraph::Words(told, Role::Text)
        }));
        if !answers.is_empty() {
            paragraphs.push(Paragraph::Heading("why-answers"));
            paragraphs.extend(answers.iter().map(|path| Paragraph::Answer((*path).clone())));
        }
        if !facts.is_empty() {
            paragraphs.push(Paragraph::Heading("why-facts"));
            paragraphs.extend(facts.iter().copied().map(Paragraph::Fact));
        }
        Self::new(paragraphs)
    }

    /// Why a finding stands.
    #[must_use]
    pub fn of_finding(finding: &Finding, reason: Option<&Reason>) -> Self {
        let mut paragraphs = vec![
            Paragraph::Words(finding.message.clone(), Role::Chosen),
            Paragraph::Words(finding.fix(), Role::Text),
            Paragraph::Words(finding.message.attribute("why"), Role::Text),
        ];
        paragraphs.extend(reason.into_iter().flat_map(explained));
        Self::new(paragraphs)
    }

    /// What a question is about, and all that the answer at the cursor would change.
    #[must_use]
    pub fn of_question(question: &Question, preview: Option<&Preview>) -> Self {
        let mut paragraphs = vec![
            Paragraph::Words(question.words(), Role::Chosen),
            Paragraph::Subject(question.path.to_string()),
            Paragraph::Words(question.help(), Role::Text),
        ];
        if let Some(Ok(known)) = preview {
            paragraphs.push(Paragraph::Heading("interview-effects"));
            for effect in &known.effects {
                let summary = Message::new("why-effect")
                    .with("sign", effect.nature.sign())
                    .saying("what", effect.summary.clone());
                paragraphs.push(Paragraph::Words(summary, role_of(effect.nature)));
                paragraphs.extend(effect.lines.iter().take(MOST).map(|line| {
                    Paragraph::Words(Message::new("why-row").saying("row", line.words.clone()), Role::Text)
                }));
                if let Some(left) = effect.lines.len().checked_sub(MOST).filter(|left| *left > 0) {
                    let more = Message::new("consequence-more").counting("count", left);
                    paragraphs.push(Paragraph::Words(more, Role::Faint));
                }
            }
            if known.effects.is_empty() {
                paragraphs.push(Paragraph::Words(Message::new("consequence-none"), Role::Text));
                return Self::new(paragraphs);
            }
            paragraphs.push(Paragraph::Heading("why-facts"));
            paragraphs.extend(known.facts().into_iter().map(Paragraph::Fact));
        }
        Self::new(paragraphs)
    }

    /// A click on an answer that was chosen goes there; on anything else it only chooses.
    pub(super) fn point(&mut self, at: usize) -> bool {
        let leads = matches!(self.paragraphs.get(at), Some(Paragraph::Answer(_)));
        self.cursor.point(at) && leads
    }

    pub(super) fn act(&mut self, action: Action) -> Option<Vec<Wish>> {
        if self.cursor.act(action, self.paragraphs.len(), 5) {
            return Some(Vec::new());
        }
        match (action, self.paragraphs.get(self.cursor.0)) {
            (Action::Enter, Some(Paragraph::Answer(path))) => Some(vec![Wish::Jump(path.clone())]),
            (Action::Enter | Action::Back, _) => Some(vec![Wish::Close]),
            _ => None,
        }
    }

    /// All of it, a paragraph a line.
    pub(super) fn text(&self, work: Option<&Work>, words: &Speaker, theme: &Theme) -> String {
        let lines = self.paragraphs.iter().flat_map(|one| one.lines(false, UNBROKEN, work, words, theme));
        let texts = lines.map(|line| line.to_string().trim_start().to_owned() + "\n");
        texts.collect()
    }

    pub(super) fn draw(&self, frame: &mut Frame<'_>, work: Option<&Work>, words: &Speaker, theme: &Theme) {
        let whole = frame.area();
        let (width, height) = (whole.width.min(104).saturating_sub(4), whole.height.saturating_sub(2));
        let inner = popup(frame, width, height, &words.say(&self.title), theme);
        let mut lines = Vec::new();
        let mut here = 0;
        for (index, paragraph) in self.paragraphs.iter().enumerate() {
            let is_here = index == self.cursor.0;
            if is_here {
                here = lines.len();
            }
            let own = paragraph.lines(is_here, usize::from(inner.width), work, words, theme);
            lines.extend(own.into_iter().map(|line| (index, line)));
        }
        let height = usize::from(inner.height);
        let top = here.saturating_sub(height / 3).min(lines.len().saturating_sub(height));
        for (y, (index, line)) in (inner.y..inner.bottom()).zip(lines.into_iter().skip(top)) {
            theme.hits.line(Rect { y, height: 1, ..inner }, Part::List, index);
            frame.render_widget(line, Rect { y, height: 1, ..inner });
        }
    }
}

/// The answers, rules, remarks and facts behind a reason.
fn explained(reason: &Reason) -> Vec<Paragraph> {
    let mut paragraphs = vec![Paragraph::Heading("why-answers")];
    paragraphs.extend(reason.because().paths().cloned().map(Paragraph::Answer));
    let cards = rules();
    let makes_rows =
        |id: &&&'static str| cards.iter().any(|card| card.id == **id && card.family != "findings");
    let rules: Vec<_> = reason.rules().iter().filter(makes_rows).map(|id| format!("rule-{id}")).collect();
    if !rules.is_empty() {
        paragraphs.push(Paragraph::Heading("why-rules"));
    }
    for rule in rules {
        let rule = Message::new(rule);
        paragraphs.push(Paragraph::Words(rule.clone(), Role::Text));
        paragraphs.push(Paragraph::Words(rule.attribute("why"), Role::Faint));
    }
    let remarks = reason.remarks().iter().cloned();
    paragraphs.extend(remarks.map(|remark| Paragraph::Words(remark, Role::Warning)));
    paragraphs.push(Paragraph::Heading("why-facts"));
    paragraphs.extend(reason.facts().iter().copied().map(Paragraph::Fact));
    paragraphs
}

impl Paragraph {
    fn lines(
        &self,
        is_here: bool,
        width: usize,
        work: Option<&Work>,
        words: &Speaker,
        theme: &Theme,
    ) -> Vec<Line<'static>> {
        let room = width.saturating_sub(2);
        let block = |text: &str, role: Role| -> Vec<Line<'static>> {
            let lines = wrap(text, room).into_iter().enumerate();
            lines
                .map(|(index, text)| {
                    let lead = if index == 0 && is_here { "▸ " } else { "  " };
                    Line::from(vec![Span::raw(lead), Span::styled(text, theme.style(role))])
                })
                .collect()
        };
        match self {
            Self::Subject(text) => block(text, Role::Title),
            Self::Heading(key) => {
                let mut lines = vec![Line::default()];
                lines.extend(block(&words.say(&Message::new(*key)), Role::Label));
                lines
            }
            Self::Words(message, role) => block(&words.say(message), *role),
            Self::Answer(path) => {
                let found = work.and_then(|work| work.agenda.question(path));
                match found.map(|found| words.say(&found.label())) {
                    Some(label) => block(&format!("{label}  {path}"), Role::Key),
                    None => block(path.as_str(), Role::Key),
                }
            }
            Self::Fact(id) => {
                let Some(fact) = fact(id) else { return block(id, Role::Fact) };
                let mut lines = block(&format!("{id}  {}", fact.says), Role::Text);
                for text in wrap(&source_names(&fact.source), room.saturating_sub(7)) {
                    lines.push(Line::styled(format!("         {text}"), theme.style(Role::Faint)));
                }
                lines
            }
        }
    }
}
