//! Tabs in one line, the chosen one always in sight.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::text::cells;
use crate::tui::hits::Part;
use crate::tui::theme::{Role, Theme};

/// Paints tabs. Where there is no room for all, some go by at the left, and signs say on which side there are more.
pub fn tabs(frame: &mut Frame<'_>, area: Rect, labels: &[String], chosen: usize, theme: &Theme) {
    let widths: Vec<usize> = labels.iter().map(|label| cells(label) + 3).collect();
    let room = usize::from(area.width);
    let total = |from: usize, to: usize| widths[from..to].iter().sum::<usize>().saturating_sub(1);
    let (first, end) = if total(0, labels.len()) <= room {
        (0, labels.len())
    } else {
        let room = room.saturating_sub(4);
        let first = (0..=chosen).find(|first| total(*first, chosen + 1) <= room).unwrap_or(chosen);
        let end = (chosen + 1..=labels.len()).rev().find(|end| total(first, *end) <= room);
        (first, end.unwrap_or(chosen + 1))
    };
    let sign = |text| Span::styled(text, theme.style(Role::Faint));
    let mut spans = Vec::new();
    let mut x = area.x;
    if first > 0 {
        spans.push(sign("‹ "));
        theme.hits.line(Rect { x, width: 1, ..area }, Part::Tabs, first - 1);
        x += 2;
    }
    for (index, label) in labels.iter().enumerate().take(end).skip(first) {
        let width = u16::try_from(widths[index] - 1).unwrap_or(0);
        theme.hits.line(Rect { x, width, ..area }, Part::Tabs, index);
        x += width + 1;
        let role = if index == chosen { Role::Cursor } else { Role::Text };
        spans.extend([Span::styled(format!(" {label} "), theme.style(role)), Span::raw(" ")]);
    }
    if end < labels.len() {
        spans.push(sign("›"));
        theme.hits.line(Rect { x, width: 1, ..area }.intersection(area), Part::Tabs, end);
    }
    frame.render_widget(Line::from(spans), area);
}
