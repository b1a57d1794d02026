//! The left half of the interview: the sections with how far each has come, and the counts that are always in sight.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Interview, Pane};
use crate::finding::Severity;
use crate::interview::{Progress, Question};
use crate::plan::Standing;
use crate::text::{Message, Speaker, cells, fit, pad};
use crate::tui::hits::{Part, Touch};
use crate::tui::keys::Action;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{pane, window};
use crate::tui::work::Work;

/// From this width on, the questions of the page stand below their section.
const WIDE: u16 = 28;

impl Interview {
    pub(super) fn draw_sections(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        work: &Work,
        words: &Speaker,
        theme: &Theme,
    ) {
        let has_keys = self.pane == Pane::Sections;
        let title = words.say(&Message::new("interview-sections"));
        let inner = pane(frame, area, &title, has_keys, theme);
        let width = usize::from(inner.width);
        theme.hits.part(area, Part::Sections);
        let mut lines = Vec::new();
        let mut touched = Vec::new();
        let mut at = 0;
        let current = work.agenda.section_of(&self.page);
        let wrong = wrong(work);
        for (index, section) in work.agenda.sections().iter().enumerate() {
            let progress = work.agenda.progress(&section.page);
            let is_here = if has_keys { self.section.0 == index } else { index == current };
            if is_here {
                at = lines.len();
            }
            let Progress { asked, answered, .. } = progress;
            let is_begun = answered < asked && (index == current || answered > 0);
            let count = if is_begun { format!("{answered}/{asked}") } else { String::new() };
            let (mark, role) = mark(&progress, wrong.contains(&index));
            let title = words.say(&section.title());
            // Which section it is counts more than how far it has come.
            let beside = width.saturating_sub(2 + cells(&count));
            let text = match beside.checked_sub(cells(&title) + 1) {
                Some(_) if !count.is_empty() => format!("{}{count}", pad(&title, beside)),
                _ => pad(&title, width.saturating_sub(2)),
            };
            let style = match (is_here, has_keys) {
                (true, true) => theme.style(Role::Cursor),
                (true, false) => theme.style(Role::Chosen),
                _ => theme.style(Role::Text),
            };
            lines.push(Line::from(vec![
                Span::styled(format!("{mark} "), theme.style(role)),
                Span::styled(text, style),
            ]));
            touched.push((Part::Sections, index));
            if index == current && inner.width >= WIDE {
                lines.extend(self.page_lines(work, width, words, theme));
                touched.extend((0..lines.len() - touched.len()).map(|question| (Part::Page, question)));
            }
        }
        let counts = counts(work, width, words, theme);
        let room = usize::from(inner.height).saturating_sub(counts.len() + 1);
        if !has_keys {
            let here = work.agenda.page(&self.page).filter(|question| question.is_asked());
            let offset = here.take_while(|question| Some(&question.path) != self.at.as_ref()).count();
            at = (at + offset).min(lines.len().saturating_sub(1));
        }
        for (y, line) in (inner.y..).zip(window(at, lines.len(), room)) {
            let (part, index) = touched[line];
            theme.hits.line(Rect { y, height: 1, ..inner }, part, index);
            let line = &lines[line];
            frame.render_widget(line, Rect { y, height: 1, ..inner });
        }
        let bottom = inner.bottom().saturating_sub(u16::try_from(counts.len()).unwrap_or(0));
        for (y, line) in (bottom.max(inner.y)..inner.bottom()).zip(&counts) {
            let view = if y == bottom { Action::ViewFindings } else { Action::ViewRequirements };
            theme.hits.note(Rect { y, height: 1, ..inner }, Touch::Act(view));
            frame.render_widget(line, Rect { y, height: 1, ..inner });
        }
    }

    /// The questions of the page, a line each.
    fn page_lines(&self, work: &Work, width: usize, words: &Speaker, theme: &Theme) -> Vec<Line<'static>> {
        let asked = work.agenda.page(&self.page).filter(|question| question.is_asked());
        let line = |question: &Question| {
            let is_here = self.at.as_ref() == Some(&question.path);
            let style = theme.style(if is_here { Role::Chosen } else { Role::Faint });
            let pointer = if is_here { '▸' } else { ' ' };
            let label = words.say(&question.label());
            let (mark, role) = standing(question);
            Line::from(vec![
                Span::styled(format!("  {pointer}"), style),
                Span::styled(format!("{mark} "), theme.style(role)),
                Span::styled(fit(&label, width.saturating_sub(6)).into_owned(), style),
            ])
        };
        asked.map(line).collect()
    }
}

/// The mark of a question, by how it is answered.
pub(super) fn standing(question: &Question) -> (char, Role) {
    match question.standing {
        Standing::Missing => ('✗', Role::Error),
        Standing::Open => ('?', Role::Warning),
        _ if question.is_answered() => ('✓', Role::Good),
        _ => ('·', Role::Faint),
    }
}

/// The mark of a section.
fn mark(progress: &Progress, is_wrong: bool) -> (char, Role) {
    match progress {
        _ if is_wrong => ('✗', Role::Error),
        Progress { missing: 1.., .. } => ('✗', Role::Error),
        Progress { open: 1.., .. } => ('?', Role::Warning),
        Progress { asked, answered, .. } if asked == answered => ('✓', Role::Good),
        _ => ('·', Role::Faint),
    }
}

/// The sections that a finding of severity error points at.
fn wrong(work: &Work) -> Vec<usize> {
    let findings = work.blueprint.iter().flat_map(|blueprint| &blueprint.requirements.findings);
    let errors = findings.filter(|row| row.body.severity == Severity::Error && !row.body.path.is_empty());
    errors.filter_map(|row| row.body.path.parse().ok()).map(|path| work.agenda.section_of(&path)).collect()
}

/// Findings and requirements in numbers; dots until they are known.
fn counts(work: &Work, width: usize, words: &Speaker, theme: &Theme) -> Vec<Line<'static>> {
    let count = |severity| work.count(severity).map_or_else(|| "…".to_owned(), |count| count.to_string());
    let asked = work.agenda.questions().iter().filter(|question| question.is_asked());
    let open = asked.filter(|question| question.standing == Standing::Open).count();
    let told = [
        (format!("✗ {}", count(Severity::Error)), Role::Error),
        (format!("▲ {}", count(Severity::Warning)), Role::Warning),
        (format!("● {}", count(Severity::Advice)), Role::Advice),
        (format!("? {open}"), Role::Text),
    ];
    // Where numbers are long, blanks make room.
    let long: usize = told.iter().map(|(text, _)| cells(text)).sum();
    let (gap, is_tight) = if long + 6 <= width { ("  ", false) } else { (" ", long + 3 > width) };
    let shown = told.into_iter().map(|(text, role)| {
        let text = if is_tight { text.replace(' ', "") } else { text };
        Span::styled(format!("{text}{gap}"), theme.style(role))
    });
    let findings = Line::from(shown.collect::<Vec<_>>());
    let required = work.blueprint.as_ref().map(|blueprint| &blueprint.requirements);
    let numbers =
        required.map(|all| [all.dns.len(), all.certificates.len(), all.publishing.len(), all.firewall.len()]);
    let parts = ["dns", "certificates", "publishing", "firewall"];
    let all: Vec<(String, String)> = parts
        .iter()
        .enumerate()
        .map(|(at, part)| {
            let label = words.say(&Message::new(format!("part-{part}.short")));
            (label, numbers.map_or_else(|| "…".to_owned(), |numbers| numbers[at].to_string()))
        })
        .collect();
    // Two columns, each as wide as it has to be.
    let column = |one: usize, other: usize| {
        let widest = |of: fn(&(String, String)) -> &String| cells(of(&all[one])).max(cells(of(&all[other])));
        (widest(|cell| &cell.0), widest(|cell| &cell.1))
    };
    let [left, right] = [column(0, 2), column(1, 3)];
    let spare = width.saturating_sub(left.0 + left.1 + right.0 + right.1 + 5) / 2;
    let cell = |at: usize, (label, number): (usize, usize)| {
        format!("{} {}{:>number$}", pad(&all[at].0, label), " ".repeat(spare), all[at].1)
    };
    let line = |one: usize| Line::raw(format!("{}  {}", cell(one, left), cell(one + 1, right)));
    vec![findings, Line::default(), line(0), line(2)]
}
