//! The findings, worst first; each leads to the answer that it speaks of.

use std::sync::Arc;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::catalog::Templates;
use crate::finding::Finding;
use crate::interview::Mending;
use crate::plan::Path;
use crate::requirement::Reason;
use crate::text::{Message, Speaker, wrap};
use crate::tui::hits::Part;
use crate::tui::keys::Action;
use crate::tui::overlay::{self, Overlay, Why};
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{Cursor, mark_of, pane};
use crate::tui::wish::{Then, View, Wish};
use crate::tui::work::Work;

/// The state of the findings.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    cursor: Cursor,
}

/// A finding, and why, where a rule of requirements made it.
type Found<'w> = (&'w Finding, Option<&'w Arc<Reason>>);

/// All findings, those about templates behind the others of their severity.
fn all(work: &Work) -> Option<Vec<Found<'_>>> {
    let blueprint = work.blueprint.as_ref()?;
    let own = blueprint.requirements.findings.iter().map(|row| (&row.body, Some(&row.reason)));
    let others =
        work.composition.iter().flat_map(|composed| &composed.findings).map(|finding| (finding, None));
    let mut found: Vec<Found<'_>> = own.chain(others).collect();
    found.sort_by_key(|(finding, _)| finding.severity);
    Some(found)
}

impl Findings {
    /// Whether an action has no finding that it could do something with.
    #[must_use]
    pub fn is_idle(action: Action, work: &Work) -> bool {
        let is_of_one = matches!(action, Action::Enter | Action::Mend | Action::Why | Action::Copy);
        is_of_one && all(work).is_some_and(|found| found.is_empty())
    }

    /// Does what a key asks for.
    pub fn act(
        &mut self,
        action: Action,
        work: &Work,
        words: &Speaker,
        templates: &Templates,
    ) -> Option<Vec<Wish>> {
        let found = all(work).unwrap_or_default();
        if self.cursor.act(action, found.len(), 5) {
            return Some(Vec::new());
        }
        let here = found.get(self.cursor.within(found.len()));
        match (action, here) {
            (Action::Enter, Some((finding, _))) => {
                let path: Path = finding.path.parse().ok().filter(|_| !finding.path.is_empty())?;
                Some(vec![Wish::Jump(path)])
            }
            (Action::Why, Some((finding, reason))) => {
                let why = Why::of_finding(finding, reason.map(|reason| &**reason));
                Some(vec![Wish::Show(Box::new(Overlay::Why(why)))])
            }
            (Action::Mend, Some((finding, _))) => Some(vec![mend(work.ways_out(finding), words, templates)]),
            (Action::Copy, Some((finding, _))) => Some(vec![Wish::Copy(in_full(finding, words))]),
            (Action::Back, _) => Some(vec![Wish::View(View::Interview)]),
            _ => None,
        }
    }

    /// The finding at the cursor.
    #[must_use]
    pub fn here(&self, work: &Work) -> Option<Finding> {
        let found = all(work)?;
        found.get(self.cursor.within(found.len())).map(|(finding, _)| (*finding).clone())
    }

    /// Goes to a finding that was clicked; whether it was there already.
    pub fn point(&mut self, at: usize) -> bool {
        self.cursor.point(at)
    }

    /// Draws the findings.
    pub fn draw(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        work: &Work,
        words: &Speaker,
        templates: &Templates,
        theme: &Theme,
    ) {
        let inner = pane(frame, area, &words.say(&Message::new("view-findings")), true, theme);
        let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
        let Some(found) = all(work) else {
            return frame.render_widget(Line::styled("…", theme.style(Role::Faint)), inner);
        };
        if found.is_empty() {
            let text = words.say(&Message::new("findings-none"));
            return frame.render_widget(Line::styled(text, theme.style(Role::Good)), inner);
        }
        let cursor = self.cursor.within(found.len());
        let width = usize::from(inner.width).saturating_sub(4);
        let mut lines = Vec::new();
        let mut here = 0..0;
        for (index, (finding, _)) in found.iter().enumerate() {
            let start = lines.len();
            let mut told = told(finding, index == cursor, width, words, theme);
            if index == cursor {
                let ways = work.ways_out(finding).and_then(<[Mending]>::split_first);
                told.extend(ways.into_iter().flat_map(|(first, others)| {
                    let ways = Message::new("mend-ways")
                        .counting("count", others.len() + 1)
                        .with("first", overlay::way_out(first, words, templates));
                    let ways = wrap(&words.say(&ways), width);
                    ways.into_iter().map(|text| Line::styled(format!("    {text}"), theme.style(Role::Good)))
                }));
                told.push(Line::default());
            }
            lines.extend(told.into_iter().map(|line| (index, line)));
            if index == cursor {
                here = start..lines.len();
            }
        }
        let height = usize::from(inner.height);
        let top = here.end.saturating_sub(height).max(here.start.saturating_sub(height / 3));
        let top = top.min(lines.len().saturating_sub(height)).min(here.start);
        theme.hits.part(area, Part::List);
        for (y, (index, line)) in (inner.y..inner.bottom()).zip(lines.into_iter().skip(top)) {
            theme.hits.line(Rect { y, height: 1, ..inner }, Part::List, index);
            frame.render_widget(line, Rect { y, height: 1, ..inner });
        }
    }
}

/// A finding as a text: what is wrong, what to do, and where.
fn in_full(finding: &Finding, words: &Speaker) -> String {
    let severity = words.say(&Message::new(finding.severity.key()));
    let lines = [
        format!("{severity}: {}", words.say(&finding.message)),
        words.say(&finding.fix()),
        finding.path.clone(),
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Takes the only way out of a finding, or asks which one.
fn mend(ways: Option<&[Mending]>, words: &Speaker, templates: &Templates) -> Wish {
    match ways {
        None => Wish::Tell(Message::new("mend-not-yet"), Role::Faint),
        Some([]) => Wish::Tell(Message::new("mend-none"), Role::Faint),
        Some([only]) => Wish::Edit(only.edit.clone(), Then::There),
        Some(several) => Wish::Show(Box::new(overlay::ways_out(several, words, templates))),
    }
}

/// A finding: what is wrong; at the cursor also what to do and where.
fn told(
    finding: &Finding,
    is_here: bool,
    width: usize,
    words: &Speaker,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let (mark, role) = mark_of(finding.severity);
    let pointer = if is_here { '▸' } else { ' ' };
    let text =
        format!("{}: {}", words.say(&Message::new(finding.severity.key())), words.say(&finding.message));
    let style = theme.style(if is_here { Role::Chosen } else { Role::Text });
    let mut lines = Vec::new();
    for (index, text) in wrap(&text, width).into_iter().enumerate() {
        let lead = if index == 0 { format!("{pointer} {mark} ") } else { "    ".to_owned() };
        lines.push(Line::from(vec![Span::styled(lead, theme.style(role)), Span::styled(text, style)]));
    }
    if is_here {
        for text in wrap(&words.say(&finding.fix()), width) {
            lines.push(Line::raw(format!("    {text}")));
        }
        let place = if finding.path.is_empty() { finding.code.to_owned() } else { finding.path.clone() };
        for text in wrap(&place, width) {
            lines.push(Line::styled(format!("    {text}"), theme.style(Role::Faint)));
        }
    }
    lines
}
