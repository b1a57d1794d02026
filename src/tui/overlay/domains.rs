//! A list to pick a domain from.

use super::Overlay;
use super::pick::{Item, Pick};
use crate::text::Message;
use crate::tui::wish::Wish;

/// The domains whose journeys can be walked.
#[must_use]
pub fn domains(domains: Vec<String>) -> Overlay {
    let item =
        |domain: String| Item { label: domain.clone(), wishes: vec![Wish::Walk(domain)], ..Item::default() };
    Overlay::Pick(Pick::new(Message::new("domains-title"), domains.into_iter().map(item).collect()))
}
