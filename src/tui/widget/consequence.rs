//! What an edit would change, in as many lines as there is room for: summaries first, then the rows themselves.

use ratatui::text::{Line, Span};

use crate::finding::Severity;
use crate::interview::{Consequence, Effect, Nature};
use crate::text::{Message, Speaker, cells, fit, wrap};
use crate::tui::theme::{Role, Theme};

/// The lines of a consequence.
#[must_use]
pub fn consequence(
    consequence: &Consequence,
    width: usize,
    height: usize,
    words: &Speaker,
    theme: &Theme,
) -> Vec<Line<'static>> {
    if consequence.effects.is_empty() {
        let text = words.say(&Message::new("consequence-none"));
        return vec![Line::styled(fit(&text, width).into_owned(), theme.style(Role::Faint))];
    }
    let rows: usize = consequence.effects.iter().map(|effect| effect.lines.len() + 1).sum();
    if rows <= height {
        let whole = whole(consequence, width, words, theme);
        if whole.len() <= height {
            return whole;
        }
    }
    let shares = shares(&consequence.effects, height);
    let shown: usize = shares.iter().map(|share| share + 1).sum();
    let mut spare = height.saturating_sub(shown);
    let mut lines = Vec::new();
    for (effect, share) in consequence.effects.iter().zip(shares) {
        let role = role_of(effect.nature);
        lines.push(signed(effect.nature.sign(), &words.say(&effect.summary), width, role, theme));
        let (shown, left) = match share {
            share if share >= effect.lines.len() => (effect.lines.len(), 0),
            0 => (0, 0),
            share => (share - 1, effect.lines.len() + 1 - share),
        };
        for line in &effect.lines[..shown] {
            // A row that is too long goes on below, as long as there is room.
            let text = words.say(&line.words);
            let wrapped = wrap(&text, width.saturating_sub(4));
            if wrapped.len() - 1 <= spare {
                spare -= wrapped.len() - 1;
                lines.extend(wrapped.into_iter().map(|text| Line::raw(format!("    {text}"))));
            } else {
                lines.push(Line::raw(fit(&format!("    {text}"), width).into_owned()));
            }
        }
        if left > 0 {
            let text = words.say(&Message::new("consequence-more").counting("count", left));
            lines.push(Line::styled(format!("    {text}"), theme.style(Role::Faint)));
        }
    }
    if lines.len() > height {
        let left = consequence.effects.len() + 1 - height.min(consequence.effects.len());
        lines.truncate(height.saturating_sub(1));
        let text = words.say(&Message::new("consequence-more").counting("count", left));
        lines.push(Line::styled(text, theme.style(Role::Faint)));
    }
    lines
}

/// Every row in full, however many lines that takes.
fn whole(consequence: &Consequence, width: usize, words: &Speaker, theme: &Theme) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for effect in &consequence.effects {
        let role = role_of(effect.nature);
        lines.push(signed(effect.nature.sign(), &words.say(&effect.summary), width, role, theme));
        for line in &effect.lines {
            let wrapped = wrap(&words.say(&line.words), width.saturating_sub(4));
            lines.extend(wrapped.into_iter().map(|text| Line::raw(format!("    {text}"))));
        }
    }
    lines
}

/// How a change looks.
#[must_use]
pub fn role_of(nature: Nature) -> Role {
    match nature {
        Nature::Added => Role::Added,
        Nature::Changed => Role::Changed,
        Nature::Removed => Role::Removed,
    }
}

fn signed(sign: char, text: &str, width: usize, role: Role, theme: &Theme) -> Line<'static> {
    let sign = format!("{sign} ");
    let room = width.saturating_sub(cells(&sign));
    Line::from(vec![
        Span::styled(sign, theme.style(role)),
        Span::styled(fit(text, room).into_owned(), theme.style(role)),
    ])
}

/// How many rows each effect may show, so that all summaries are in sight; small effects are served first. One row of
/// several is none: it could only say that there are more.
fn shares(effects: &[Effect], height: usize) -> Vec<usize> {
    let mut room = height.saturating_sub(effects.len());
    let mut order: Vec<usize> = (0..effects.len()).collect();
    order.sort_by_key(|at| effects[*at].lines.len());
    let mut shares = vec![0; effects.len()];
    for at in order {
        let wanted = effects[at].lines.len();
        shares[at] = if wanted <= room || room > 1 { wanted.min(room) } else { 0 };
        room -= shares[at];
    }
    shares
}

/// The sign of a severity.
#[must_use]
pub fn mark_of(severity: Severity) -> (char, Role) {
    match severity {
        Severity::Error => ('✗', Role::Error),
        Severity::Warning => ('▲', Role::Warning),
        Severity::Advice => ('●', Role::Advice),
    }
}
