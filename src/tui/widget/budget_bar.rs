//! How full a public certificate is.

use ratatui::text::{Line, Span};

use crate::catalog::crowds;
use crate::requirement::{Certificate, Issuer};
use crate::text::{Message, Speaker};
use crate::tui::theme::{Role, Theme};

/// So many cells show how full a certificate is.
const BAR: usize = 10;

/// `rp01 9 of 100 names` with a bar; nothing for a certificate that no public authority signs.
#[must_use]
pub fn budget_bar(
    certificate: &Certificate,
    limit: usize,
    words: &Speaker,
    theme: &Theme,
) -> Option<Line<'static>> {
    if certificate.issuer != Issuer::Public {
        return None;
    }
    let count = certificate.name_count();
    let text = Message::new("budget-bar")
        .with("certificate", &certificate.id)
        .counting("count", count)
        .counting("limit", limit);
    let full = (count * BAR).div_ceil(limit.max(1)).min(BAR);
    let role = match count {
        _ if count > limit => Role::Error,
        _ if crowds(count, limit) => Role::Warning,
        _ => Role::Good,
    };
    Some(Line::from(vec![
        Span::styled("█".repeat(full), theme.style(role)),
        Span::styled("░".repeat(BAR - full), theme.style(Role::Faint)),
        Span::styled(format!(" {}", words.say(&text)), theme.style(role)),
    ]))
}
