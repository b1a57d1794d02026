//! The whole frame: the line at the top, the view or what lies over it, the line at the bottom.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use super::hits::Touch;
use super::keys::Action;
use super::model::Model;
use super::widget::{footer, header};
use super::wish::View;
use super::work::Work;
use crate::finding::Severity;
use crate::text::{Message, cells, fit, pad, printable, wrap};

/// The smallest screen that everything fits on.
const LEAST: (u16, u16) = (60, 20);

/// The smallest screen with room for larger spacing.
const ROOMY: (u16, u16) = (80, 24);

/// Cells of the line at the top besides the title, what is said of its state, and what is known about the plan.
const BESIDE_TITLE: usize = " ucplan  ".len() + " ".len() + "  ".len() + " ".len();

/// A title in fewer cells than this may say nothing.
const LEAST_TITLE: usize = 24;

/// Paints the screen from the model.
pub fn draw(model: &mut Model, frame: &mut Frame<'_>) {
    let whole = frame.area();
    model.theme.hits.begin();
    model.theme.is_spacious = model.presents && whole.width >= ROOMY.0 && whole.height >= ROOMY.1;
    model.is_too_small = whole.width < LEAST.0 || whole.height < LEAST.1;
    if model.is_too_small {
        let text = Message::new("screen-too-small")
            .counting("width", LEAST.0.into())
            .counting("height", LEAST.1.into());
        let lines = wrap(&model.words.say(&text), whole.width.into());
        for (y, line) in (whole.y..whole.bottom()).zip(lines) {
            frame.render_widget(Line::raw(line), Rect { y, height: 1, ..whole });
        }
        return;
    }
    let [top, centre, bottom] =
        Layout::vertical([Constraint::Length(1), Constraint::Min(0), Constraint::Length(1)]).areas(whole);
    draw_header(model, frame, top);
    draw_view(model, frame, centre);
    if let Some(overlay) = &model.overlay {
        overlay.draw(frame, model.work.as_ref(), &model.words, &model.theme);
    }
    let Some((message, role)) = &model.notice else {
        let is_idle = |action| model.is_idle(action);
        let now: (&[_], &dyn Fn(Action) -> bool) = (&model.places(), &is_idle);
        return footer(frame, bottom, now, &model.keys, &model.words, &model.theme);
    };
    let mut text = model.words.say(message);
    // What helps on the command line may be another thing than what helps here.
    let help = ["help-on-screen", "help"].map(|name| message.attribute(name));
    if let Some(help) = help.iter().find(|help| model.words.knows(help.key())) {
        text = format!("{text} {}", model.words.say(help));
    }
    draw_notice(frame, whole, &text, model.theme.style(*role));
}

/// A notice in the last lines, over what stands there.
fn draw_notice(frame: &mut Frame<'_>, whole: Rect, text: &str, style: Style) {
    let width = usize::from(whole.width);
    let lines = wrap(text, width.saturating_sub(2));
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(whole.height);
    for (y, line) in (whole.bottom() - height..).zip(lines) {
        let area = Rect { y, height: 1, ..whole };
        frame.render_widget(Line::styled(pad(&format!(" {line}"), width), style), area);
    }
}

fn draw_header(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let say = |message: &Message| model.words.say(message);
    let (left, right) = match &model.work {
        None => (" ucplan".to_owned(), String::new()),
        Some(work) => {
            let state = if work.history.is_saved() { "header-saved" } else { "header-changed" };
            let state = say(&Message::new(state));
            let title = work.title();
            let about = about(model, work);
            let room = usize::from(area.width).saturating_sub(cells(&state) + BESIDE_TITLE);
            // The name of the plan counts more than what is known about it.
            match room.checked_sub(cells(&about)) {
                Some(beside) if beside >= cells(&title).min(LEAST_TITLE) => {
                    (format!(" ucplan  {} {state}", fit(&title, beside)), about)
                }
                _ => (format!(" ucplan  {} {state}", fit(&title, room)), String::new()),
            }
        }
    };
    header(frame, area, &left, &right, &model.theme);
    // The name of the program opens the palette, the numbers of findings lead to them, the state saves.
    let width = |text: &str| u16::try_from(cells(text)).unwrap_or(0);
    let numbers = width(&right);
    let place = |x: u16, width: u16| Rect { x: area.x + x, width, ..area }.intersection(area);
    model.theme.hits.note(place(0, width(" ucplan ")), Touch::Act(Action::Palette));
    if model.work.is_some() {
        // The state stands last, with one of these marks.
        let state = left.rfind(['●', '○']).map_or_else(|| width(&left), |at| width(&left[..at]));
        model.theme.hits.note(place(state, width(&left) - state), Touch::Act(Action::Save));
        let view = if model.view == View::Interview { Action::Palette } else { Action::ViewFindings };
        model.theme.hits.note(place(area.width.saturating_sub(numbers + 1), numbers), Touch::Act(view));
    }
}

/// In the interview the version and the number of SIP domains; elsewhere the findings, which the interview shows itself.
fn about(model: &Model, work: &Work) -> String {
    if model.view != View::Interview {
        return counts(work);
    }
    let plan = &work.answered.plan;
    let message = Message::new("header-about")
        .with("version", plan.servers.version.given().value().word())
        .counting("count", plan.domains.sip.given().value().len());
    model.words.say(&message)
}

/// How many findings of each severity stand, worst first; dots until that is known.
fn counts(work: &Work) -> String {
    let count = |(sign, severity)| match work.count(severity) {
        Some(count) => format!("{sign} {count}"),
        None => format!("{sign} …"),
    };
    [('✗', Severity::Error), ('▲', Severity::Warning), ('●', Severity::Advice)].map(count).join("  ")
}

fn draw_view(model: &mut Model, frame: &mut Frame<'_>, area: Rect) {
    let Model { work, words, theme, templates, .. } = model;
    match (model.view, work) {
        (View::Interview, Some(work)) => model.interview.draw(frame, area, work, words, templates, theme),
        (View::Requirements, Some(work)) => {
            model.requirements.gather(work, words);
            model.requirements.draw(frame, area, work, words, theme);
        }
        (View::Findings, Some(work)) => model.findings.draw(frame, area, work, words, templates, theme),
        (View::Files, Some(work)) => model.files.draw(frame, area, work, words, theme),
        (View::Topology, Some(work)) => model.topology.draw(frame, area, work, words, theme),
        (View::Decisions, Some(work)) => model.decisions.draw(frame, area, work, words, templates, theme),
        (View::Compare, Some(work)) => model.compare.draw(frame, area, work, words, theme),
        (View::Journeys, Some(work)) => model.journeys.draw(frame, area, work, words, theme),
        _ => model.start.draw(frame, area, words, theme),
    }
}

/// Replaces whatever a text from outside could steer the terminal with.
pub fn make_fit(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if let std::borrow::Cow::Owned(fit) = printable(cell.symbol()) {
            cell.set_symbol(&fit.replace('\n', " "));
        }
    }
}
