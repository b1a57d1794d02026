//! Journeys of a client from a network, hop by hop: what happens, what lets it pass, the facts, and what it rests on.

use std::collections::BTreeSet;

use ratatui::layout::Rect;
use ratatui::text::{Line as Painted, Span};

use super::matrix::{named, sign};
use crate::journey::{Client, Hop, Journey, Network, Outcome};
use crate::plan::Path;
use crate::text::{Message, Speaker, wrap};
use crate::tui::overlay::Why;
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::Cursor;
use crate::tui::work::Work;

/// A line that the cursor can be on.
pub(super) enum Line<'j> {
    /// A journey begins: that to this pool.
    Start(&'j Journey),
    /// A hop of it.
    Hop(&'j Journey, &'j Hop),
}

/// The journeys of a client from a network, pool by pool.
pub(super) fn lines(journeys: &[Journey], client: Client, network: Network) -> Vec<Line<'_>> {
    let own = journeys.iter().filter(|journey| (journey.client, journey.network) == (client, network));
    own.flat_map(|journey| {
        std::iter::once(Line::Start(journey)).chain(journey.hops().map(move |hop| Line::Hop(journey, hop)))
    })
    .collect()
}

/// The hop that decides: the first that fails, else the first with a remark, else the last.
pub(super) fn decisive<'j>(lines: &[Line<'j>]) -> Option<(&'j Journey, &'j Hop)> {
    let hops = || {
        lines.iter().filter_map(|line| match line {
            Line::Hop(journey, hop) => Some((*journey, *hop)),
            Line::Start(_) => None,
        })
    };
    let with = |result| hops().find(|(_, hop)| hop.result == result);
    with(Outcome::Fail).or_else(|| with(Outcome::PassWithRemark)).or_else(|| hops().next_back())
}

/// The answer that caused a hop: its own, else the only one behind it. Where there are several, somebody has to choose.
pub(super) fn cause<'j>(journey: &'j Journey, hop: &'j Hop) -> Option<&'j Path> {
    let behind = match hop.result {
        Outcome::Fail if hop.answers().is_empty() => journey.answers_behind_fault(),
        _ => hop.answers(),
    };
    let only = match behind[..] {
        [path] => Some(path),
        _ => None,
    };
    hop.cause().or(only)
}

/// Why a hop is as it is: the answers and facts behind the rows that it rests on.
pub(super) fn why(journey: &Journey, hop: &Hop, words: &Speaker) -> Why {
    let mut answers = hop.answers();
    if answers.is_empty() && hop.result == Outcome::Fail {
        answers = journey.answers_behind_fault();
    }
    let answers: BTreeSet<&Path> = answers.into_iter().collect();
    let subject = [sign(Some(hop.result)).0, " ", &words.say(&hop.step)].concat();
    Why::of_hop(subject, &hop.by, &answers.into_iter().collect::<Vec<_>>(), &facts(hop))
}

fn facts(hop: &Hop) -> Vec<&'static str> {
    let facts: BTreeSet<&'static str> =
        hop.reasons().flat_map(|reason| reason.facts().iter().copied()).collect();
    facts.into_iter().collect()
}

/// What is said of a cell of the matrix: how it ended, where, and to how many pools.
pub(super) fn summary(
    journeys: &[Journey],
    client: Client,
    network: Network,
    words: &Speaker,
) -> Vec<(String, Role)> {
    let lines = lines(journeys, client, network);
    let pools = lines.iter().filter(|line| matches!(line, Line::Start(_))).count();
    let hops = lines.len() - pools;
    let message = Message::new("journeys-cell").with("client", client).saying("network", named(network));
    let mut said = vec![(words.say(&message.counting("pools", pools).counting("hops", hops)), Role::Chosen)];
    let mut seen = BTreeSet::new();
    for line in &lines {
        let Line::Hop(_, hop) = line else { continue };
        let (mark, role) = sign(Some(hop.result));
        let text = format!("{mark} {}", words.say(&hop.step));
        if hop.result != Outcome::Pass && seen.insert(text.clone()) {
            said.push((text, role));
        }
    }
    if said.len() == 1 {
        said.push((words.say(&Message::new("journeys-all-well")), Role::Good));
    }
    said
}

/// The way in so many lines, the hop at the cursor with all that is known about it.
pub(super) fn paint(
    journeys: &[Journey],
    (client, network): (Client, Network),
    cursor: Cursor,
    area: Rect,
    (work, words, theme): (&Work, &Speaker, &Theme),
) -> Vec<(Option<usize>, Painted<'static>)> {
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let lines = lines(journeys, client, network);
    let at = cursor.within(lines.len());
    let mut painted = Vec::new();
    let mut here = 0..0;
    for (nth, line) in lines.iter().enumerate() {
        let start = painted.len();
        let told = match line {
            Line::Start(journey) => begun(journey, nth == at, width, words, theme),
            Line::Hop(journey, hop) => hopped(journey, hop, nth == at, width, (work, words, theme)),
        };
        painted.extend(told.into_iter().map(|line| (Some(nth), line)));
        if nth == at {
            here = start..painted.len();
        }
    }
    let top = here.end.saturating_sub(height).max(here.start.saturating_sub(height / 3));
    let top = top.min(painted.len().saturating_sub(height)).min(here.start);
    painted.into_iter().skip(top).take(height).collect()
}

/// The line at which a journey begins.
fn begun(
    journey: &Journey,
    is_here: bool,
    width: usize,
    words: &Speaker,
    theme: &Theme,
) -> Vec<Painted<'static>> {
    let (mark, _) = sign(Some(journey.result()));
    let message = Message::new("journeys-way").with("client", journey.client);
    let message = message.saying("network", named(journey.network)).with("domain", &journey.domain);
    let text = format!("{mark} {}", words.say(&message.with("pool", &journey.pool)));
    block(&text, if is_here { "▸ " } else { "  " }, width, theme.style(Role::Title), theme)
}

fn block(
    text: &str,
    lead: &'static str,
    width: usize,
    style: ratatui::style::Style,
    theme: &Theme,
) -> Vec<Painted<'static>> {
    let rest = " ".repeat(crate::text::cells(lead));
    let lines = wrap(text, width.saturating_sub(rest.len())).into_iter().enumerate();
    lines
        .map(|(nth, text)| {
            let lead = if nth == 0 { lead.to_owned() } else { rest.clone() };
            Painted::from(vec![Span::styled(lead, theme.style(Role::Text)), Span::styled(text, style)])
        })
        .collect()
}

/// A hop; at the cursor also what it rests on.
fn hopped(
    journey: &Journey,
    hop: &Hop,
    is_here: bool,
    width: usize,
    (work, words, theme): (&Work, &Speaker, &Theme),
) -> Vec<Painted<'static>> {
    let (mark, role) = match hop.result {
        Outcome::PassWithRemark => ("●", Role::Advice),
        result => sign(Some(result)),
    };
    let style = match (is_here, hop.result) {
        (true, _) => theme.style(Role::Chosen),
        (false, Outcome::Pass) => theme.style(Role::Text),
        (false, _) => theme.style(role),
    };
    let lead = if is_here { "▸   " } else { "    " };
    let text = format!("{mark} {}", words.say(&hop.step));
    let mut painted = block(&text, lead, width, style, theme);
    if !is_here {
        return painted;
    }
    let mut tell = |text: &str| painted.extend(block(text, "      ", width, theme.style(Role::Faint), theme));
    if !hop.by.is_empty() {
        tell(&words.say(&Message::new("journeys-by").with("rows", hop.by.join(", "))));
    }
    let facts = facts(hop);
    if !facts.is_empty() {
        tell(&words.say(&Message::new("journeys-facts").with("facts", facts.join(" "))));
    }
    if let Some(path) = cause(journey, hop) {
        let question = work.agenda.question(path).map(|question| words.say(&question.label()));
        let cause = Message::new("journeys-cause").with("path", path);
        tell(&words.say(&cause.with("question", question.unwrap_or_default())));
    }
    painted
}
