//! The numbers of a way as the table has them, on the command line and on the screen.

use super::{Enough, Span, Way};

/// How many columns have numbers.
pub const COLUMNS: usize = 8;

/// What stands where there is no number.
const NONE: &str = "–";

impl Way {
    /// Names, certificates, renewals on both days, rules, records, up to how many SIP domains, from how many on.
    #[must_use]
    pub fn cells(&self, spans: [Span; 2]) -> [String; COLUMNS] {
        let count = &self.count;
        let certificates = match count.takes {
            Some(takes) => format!("{}→{takes}", count.certificates),
            None => count.certificates.to_string(),
        };
        let per_year = |span: Span| tenths(span.renewals(count.signed()));
        [
            count.names.to_string(),
            certificates,
            per_year(spans[0]),
            per_year(spans[1]),
            count.rules.to_string(),
            count.records.to_string(),
            enough(self.growth.enough),
            self.from(),
        ]
    }

    /// What stands before its name: whether the plan is so, or can't be so.
    #[must_use]
    pub const fn mark(&self) -> char {
        match (self.is_current, &self.barred) {
            (true, _) => '✓',
            (false, Some(_)) => '✗',
            (false, None) => ' ',
        }
    }

    /// From how many SIP domains on it has fewer names, and takes fewer certificates, than the plan as it is.
    fn from(&self) -> String {
        let told =
            |number: Option<usize>| number.map_or_else(|| NONE.to_owned(), |number| number.to_string());
        format!("{}/{}", told(self.growth.fewer_names_from), told(self.growth.fewer_certificates_from))
    }
}

/// `21` tenths are `2.1`.
fn tenths(number: usize) -> String {
    format!("{}.{}", number / 10, number % 10)
}

/// Up to how many SIP domains no list gets too long.
fn enough(enough: Enough) -> String {
    match enough {
        Enough::UpTo(most) => most.to_string(),
        Enough::Always => "∞".to_owned(),
        Enough::Unknown => "?".to_owned(),
    }
}
