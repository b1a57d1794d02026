//! The overview of a page: its questions with their answers, a line each; also those that are not asked, with the reason.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::rows::answer_in_words;
use super::sections::standing;
use super::{Interview, Pane};
use crate::catalog::Templates;
use crate::finding::Severity;
use crate::interview::Question;
use crate::plan::{Path, Shape, Standing};
use crate::text::{Message, Speaker, cells, fit, pad, wrap};
use crate::tui::hits::Part;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::window;
use crate::tui::work::Work;

/// Cells of a line besides the label and the answer.
const BESIDE: usize = 5;

/// The least lines that the explanation below the list gets.
const LEAST_BELOW: usize = 6;

impl Interview {
    pub(super) fn draw_overview(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        work: &Work,
        words: &Speaker,
        templates: &Templates,
        theme: &Theme,
    ) {
        let questions: Vec<&Question> = work.agenda.page(&self.page).collect();
        let (width, height) = (usize::from(area.width), usize::from(area.height));
        let cursor = self.row.within(questions.len());
        let Some(question) = questions.get(cursor) else { return };
        let labels = questions.iter().map(|question| cells(&words.say(&question.label())));
        let label_width = labels.max().unwrap_or(0).min(width / 2);
        let told = answer(question, words, templates);
        let is_cut = question.is_asked() && cells(&told) > width.saturating_sub(label_width + BESIDE);
        let mut below = self.explanation(question, is_cut.then_some(told), width, words, theme);
        // The list leaves the explanation what it does not need, and some lines in any case.
        let most = height.saturating_sub(questions.len()).max(LEAST_BELOW.min(height / 2));
        if below.len() > most {
            below.truncate(most);
            if let Some(last) = below.last_mut() {
                *last = Line::styled(fit(&format!("{last} …"), width).into_owned(), theme.style(Role::Faint));
            }
        }
        let room = height.saturating_sub(below.len());
        let visible = window(cursor, questions.len(), room);
        let top = visible.start;
        for ((y, question), index) in (area.y..).zip(&questions[visible]).zip(top..) {
            theme.hits.line(Rect { y, height: 1, ..area }, Part::List, index);
            // A finding may point at the question, or at something in its items.
            let is_wrong = work.worst_at(&question.path) == Some(Severity::Error);
            let widths = (label_width, width);
            let line = self.overview_line(
                question,
                (index == cursor, is_wrong),
                widths,
                work,
                words,
                templates,
                theme,
            );
            frame.render_widget(line, Rect { y, height: 1, ..area });
        }
        let shown = u16::try_from(below.len()).unwrap_or(0);
        for (y, line) in (area.bottom().saturating_sub(shown)..).zip(&below) {
            frame.render_widget(line, Rect { y, height: 1, ..area });
        }
    }

    /// What the question at the cursor is about, its answer where the list cuts that, or why it is not asked; or why what was
    /// tried with it can't be.
    fn explanation(
        &self,
        question: &Question,
        answer: Option<String>,
        width: usize,
        words: &Speaker,
        theme: &Theme,
    ) -> Vec<Line<'static>> {
        let mut lines = vec![Line::default()];
        let mut add = |text: &str, role| {
            lines.extend(wrap(text, width).into_iter().map(|text| Line::styled(text, theme.style(role))));
        };
        if let Some(refusal) = &self.refusal {
            add(&words.say(refusal), Role::Error);
            return lines;
        }
        add(&words.say(&question.words()), Role::Chosen);
        if let Some(answer) = answer {
            add(&answer, Role::Text);
        }
        let text = match question.needless.first() {
            Some(reason) => words.say(&Message::new("interview-needless-because").with("path", reason)),
            None => words.say(&question.help()),
        };
        add(&text, Role::Faint);
        lines
    }

    #[expect(clippy::too_many_arguments, reason = "a line shows a question in words, in a theme, in a width")]
    fn overview_line(
        &self,
        question: &Question,
        (is_here, is_wrong): (bool, bool),
        (label_width, width): (usize, usize),
        work: &Work,
        words: &Speaker,
        templates: &Templates,
        theme: &Theme,
    ) -> Line<'static> {
        let label = words.say(&question.label());
        let (mark, answer, role) = match question.needless.first() {
            Some(path) => ((' ', Role::Faint), needless(path, work, words), Role::Faint),
            None if is_wrong => (('✗', Role::Error), answer(question, words, templates), role(question)),
            None => (standing(question), answer(question, words, templates), role(question)),
        };
        let rest = width.saturating_sub(label_width + BESIDE);
        let pointer = if is_here { '▸' } else { ' ' };
        let mut line = Line::from(vec![
            Span::raw(format!("{pointer} ")),
            Span::styled(format!("{} ", mark.0), theme.style(mark.1)),
            Span::styled(
                pad(&label, label_width),
                theme.style(if question.is_asked() { Role::Text } else { Role::Faint }),
            ),
            Span::raw(" "),
            Span::styled(pad(&answer, rest), theme.style(role)),
        ]);
        if is_here {
            let role = if self.pane == Pane::Questions { Role::Cursor } else { Role::Idle };
            line = line.patch_style(theme.style(role));
            for span in &mut line.spans {
                span.style = span.style.patch(theme.style(role));
            }
        }
        line
    }
}

/// That a question is not asked, because of this answer.
fn needless(path: &Path, work: &Work, words: &Speaker) -> String {
    let reason = work.agenda.question(path).map(|reason| words.say(&reason.label()));
    words.say(&Message::new("interview-needless").with("reason", reason.unwrap_or_default()))
}

/// How a question is answered; of a default, that it is one.
fn answer(question: &Question, words: &Speaker, templates: &Templates) -> String {
    let answer = answer_in_words(question, words, templates);
    let is_list = matches!(question.shape, Shape::Items(_));
    if question.standing == Standing::Defaulted && !is_list {
        words.say(&Message::new("value-default").with("value", answer))
    } else {
        answer
    }
}

fn role(question: &Question) -> Role {
    match question.standing {
        Standing::Missing => Role::Error,
        Standing::Open => Role::Warning,
        Standing::Defaulted => Role::Faint,
        Standing::Said => Role::Text,
    }
}
