//! Where keys have a meaning in the interview.

use super::rows::Row;
use super::{Interview, Pane};
use crate::catalog::Templates;
use crate::interview::list_of;
use crate::tui::keys::Place;
use crate::tui::work::Work;

impl Interview {
    /// Where keys have a meaning now.
    #[must_use]
    pub fn places(&self, work: &Work, templates: &Templates) -> Vec<Place> {
        let mut places = self.own_places(work, templates);
        if self.is_about_certificates() {
            let is_typed = places.contains(&Place::Field);
            places.insert(0, if is_typed { Place::TypedCertificates } else { Place::Certificates });
        }
        places
    }

    /// Whether the budget has to do with what is shown.
    fn is_about_certificates(&self) -> bool {
        self.pane == Pane::Questions && self.page.as_str().split(['.', '[']).next() == Some("certificates")
    }

    fn own_places(&self, work: &Work, templates: &Templates) -> Vec<Place> {
        match (self.pane, self.question(work)) {
            (Pane::Sections, _) => vec![Place::Sections, Place::Letters],
            (_, None) => self.and_of_item(vec![Place::Overview, Place::Record, Place::Letters]),
            (_, Some(question)) => match self.row_at(question, templates) {
                Some(Row::Value(_)) => vec![Place::Value, Place::Field, Place::TypedRecord],
                Some(row) if row.is_typed() => vec![Place::Field, Place::TypedRecord],
                Some(Row::Item(_)) => vec![Place::Item, Place::Question, Place::Record, Place::Letters],
                _ => self.and_of_item(vec![Place::Question, Place::Record, Place::Letters]),
            },
        }
    }

    /// On the page of an item there is more to do.
    fn and_of_item(&self, mut places: Vec<Place>) -> Vec<Place> {
        if list_of(&self.page).is_some() {
            places.insert(0, Place::OfItem);
        }
        places
    }
}
