//! Features of Exchange integration that an edit gives or takes away.

use super::consequence::Effects;
use super::difference::Nature;
use crate::artifact::RequirementsPart as Part;
use crate::requirement::Requirements;
use crate::text::Message;

impl Effects {
    /// Where the matrix is there before and after, what is no longer given, or is now.
    pub(super) fn features(&mut self, before: &Requirements, after: &Requirements) {
        for old in &before.exchange {
            let new = after.exchange.iter().find(|row| row.body.feature == old.body.feature);
            let Some(new) = new.filter(|new| new.body.availability != old.body.availability) else {
                continue;
            };
            let line = Message::new("effect-exchange-row")
                .saying("feature", new.body.words())
                .saying("before", old.body.verdict())
                .saying("after", new.body.verdict());
            let summary = Message::new("effect-exchange-changed");
            self.add(Part::Exchange, Nature::Changed, summary, line, &new.reason);
        }
    }
}
