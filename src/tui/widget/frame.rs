//! What every screen has: a line at the top, a line of keys at the bottom, panes with borders, popups.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear};

use crate::text::{Speaker, cells, fit, fit_middle, pad};
use crate::tui::hits::{Part, Touch};
use crate::tui::key_name::sign;
use crate::tui::keymap::KeyMap;
use crate::tui::keys::{Action, Place};
use crate::tui::theme::{Role, Theme};

/// The line at the top: something at the left, something at the right.
pub fn header(frame: &mut Frame<'_>, area: Rect, left: &str, right: &str, theme: &Theme) {
    let width = usize::from(area.width);
    let right = fit(right, width);
    let left = pad(left, width.saturating_sub(cells(&right) + 1));
    frame.render_widget(Line::styled(format!("{left}{right} "), theme.style(Role::Header)), area);
}

/// The line at the bottom: the keys that work now and have something to do, as many as there is room for.
pub fn footer(
    frame: &mut Frame<'_>,
    area: Rect,
    (places, is_idle): (&[Place], &dyn Fn(Action) -> bool),
    keys: &KeyMap,
    words: &Speaker,
    theme: &Theme,
) {
    let mut spans = vec![Span::raw(" ")];
    let mut used = 1;
    for (key, label, action) in hints(places, keys, theme.is_spacious, words) {
        if is_idle(action) {
            continue;
        }
        let width = cells(&key) + cells(&label) + 3;
        if used + width > usize::from(area.width) + 2 {
            break;
        }
        note_hint(area, used, &key, width - 2, action, theme);
        used += width;
        spans.push(Span::styled(key, theme.style(Role::Key)));
        spans.push(Span::raw(format!(" {label}  ")));
    }
    frame.render_widget(Line::from(spans), area);
}

/// Where a hint is clicked, it does what it says; of two arrows each its own.
fn note_hint(area: Rect, x: usize, key: &str, width: usize, action: Action, theme: &Theme) {
    let place = |x: usize, width: usize| Rect {
        x: area.x + u16::try_from(x).unwrap_or(u16::MAX - area.x),
        width: u16::try_from(width).unwrap_or(0),
        ..area
    };
    theme.hits.note(place(x, width), Touch::Act(action));
    let half = cells(key) / 2;
    let both = match action {
        Action::Up => Some([Action::Up, Action::Down]),
        Action::Next => Some([Action::Previous, Action::Next]),
        Action::MoveUp => Some([Action::MoveUp, Action::MoveDown]),
        _ => None,
    };
    if let Some([first, second]) = both.filter(|_| half > 0) {
        theme.hits.note(place(x, cells(key) - half), Touch::Act(first));
        theme.hits.note(place(x + cells(key) - half, half), Touch::Act(second));
    }
}

/// In front of a room the footer shows only what stands there up to this place: the other keys are in the help.
const FIRST_KEYS: u8 = 45;

/// The keys that the footer shows for these places, with what they do.
fn hints(
    places: &[Place],
    keys: &KeyMap,
    is_spacious: bool,
    words: &Speaker,
) -> Vec<(String, String, Action)> {
    let mut taken: Vec<&str> = Vec::new();
    let mut hints = Vec::new();
    for row in places.iter().flat_map(|place| keys.rows(*place)) {
        let free = row.keys.iter().find(|key| !taken.contains(&key.as_str()));
        let footer = row.footer.filter(|order| !is_spacious || *order <= FIRST_KEYS);
        if let (Some(order), Some(key), Some(action)) = (footer, free, Action::of(&row.action)) {
            // The sign is that of the first key.
            let of_first = row.sign.clone().filter(|_| row.keys.first() == Some(key));
            let shown = of_first.unwrap_or_else(|| sign(key));
            let label = words.say(&action.label().attribute(row.says.as_deref().unwrap_or("short")));
            if hints.iter().all(|(_, _, other, _)| *other != label) {
                hints.push((order, shown, label, action));
            }
        }
        taken.extend(row.keys.iter().map(String::as_str));
    }
    hints.sort_by_key(|(order, ..)| *order);
    hints.into_iter().map(|(_, key, label, action)| (key, label, action)).collect()
}

/// A pane with a border and a title; the room inside it.
pub fn pane(frame: &mut Frame<'_>, area: Rect, title: &str, has_keys: bool, theme: &Theme) -> Rect {
    let role = if has_keys { Role::Focus } else { Role::Border };
    let title = fit_middle(title, usize::from(area.width).saturating_sub(4)).into_owned();
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(theme.style(role))
        .title(Line::styled(format!(" {title} "), theme.style(Role::Title)));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    inner
}

/// A pane in the middle, over everything else; the room inside it.
pub fn popup(frame: &mut Frame<'_>, width: u16, height: u16, title: &str, theme: &Theme) -> Rect {
    let whole = frame.area();
    let (width, height) = (width.min(whole.width), height.min(whole.height));
    let area = Rect {
        x: whole.x + (whole.width - width) / 2,
        y: whole.y + (whole.height - height) / 2,
        width,
        height,
    };
    theme.hits.note(whole, Touch::Outside);
    theme.hits.note(area, Touch::Part(Part::List));
    frame.render_widget(Clear, area);
    let inner = pane(frame, area, title, true, theme);
    Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner }
}
