//! Calendar dates, without a time of day or a zone.

use std::fmt;
use std::str::FromStr;
use std::time::SystemTime;

use jiff::civil;
use serde::{Deserialize, Serialize};

use super::Refusal;

/// A day of the calendar, written `2027-02-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Date(civil::Date);

impl Date {
    /// The day of an instant, in UTC. Instants beyond the calendar's end become its last day.
    #[must_use]
    pub fn of_instant(instant: SystemTime) -> Self {
        let day = jiff::Timestamp::try_from(instant)
            .map_or(civil::Date::MAX, |timestamp| timestamp.to_zoned(jiff::tz::TimeZone::UTC).date());
        Self(day)
    }

    /// The day of a moment in UTC, in seconds since the first of January 1970. Moments outside the calendar become its
    /// first or last day.
    #[must_use]
    pub fn of_seconds(seconds: i64) -> Self {
        let outside = if seconds < 0 { civil::Date::MIN } else { civil::Date::MAX };
        let day = jiff::Timestamp::from_second(seconds)
            .map_or(outside, |moment| moment.to_zoned(jiff::tz::TimeZone::UTC).date());
        Self(day)
    }

    /// How many days another day is later; negative where it is earlier.
    #[must_use]
    pub fn days_until(self, later: Self) -> i64 {
        self.0.until(later.0).map_or(0, |span| i64::from(span.get_days()))
    }

    /// The day so many days later; beyond the calendar's end its last day.
    #[must_use]
    pub fn days_later(self, days: u16) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().days(i64::from(days))))
    }

    /// The day so many days earlier; beyond the calendar's beginning its first day.
    #[must_use]
    pub fn days_earlier(self, days: u16) -> Self {
        Self(self.0.saturating_sub(jiff::Span::new().days(i64::from(days))))
    }

    /// The first serial of this day in the usual form of zone files: 2027020100 for the first of February 2027.
    #[must_use]
    pub fn first_serial(self) -> u32 {
        let part = |number: i16| u32::try_from(number).unwrap_or(0);
        let day = self.0;
        (part(day.year()) * 10_000 + part(day.month().into()) * 100 + part(day.day().into())) * 100
    }
}

impl FromStr for Date {
    type Err = Refusal;

    /// Reads a date of exactly the form `2027-02-01`.
    ///
    /// # Errors
    /// [`Refusal::NotADate`].
    fn from_str(text: &str) -> Result<Self, Refusal> {
        if text.len() != "2027-02-01".len() {
            return Err(Refusal::NotADate);
        }
        text.parse().map(Self).map_err(|_| Refusal::NotADate)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_plain_form_is_a_date() {
        assert!("2027-02-01".parse::<Date>().is_ok());
        for wrong in ["2027-2-1", "2027-02-30", "01.02.2027", "2027-02-01T00:00", ""] {
            assert_eq!(wrong.parse::<Date>(), Err(Refusal::NotADate), "{wrong}");
        }
    }

    #[test]
    fn days_are_counted_over_the_ends_of_months() {
        let day: Date = "2027-02-27".parse().unwrap();
        assert_eq!(day.days_later(2).to_string(), "2027-03-01");
    }

    #[test]
    fn days_between_two_days_and_of_moments() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(day("2027-02-27").days_until(day("2028-02-27")), 365);
        assert_eq!(day("2027-03-01").days_until(day("2027-02-28")), -1);
        assert_eq!(Date::of_seconds(0), day("1970-01-01"));
        assert_eq!(Date::of_seconds(1_803_859_199), day("2027-02-28"));
        assert!(Date::of_seconds(i64::MIN) < Date::of_seconds(i64::MAX));
    }

    #[test]
    fn serials_start_at_zero_each_day() {
        assert_eq!("2027-02-01".parse::<Date>().unwrap().first_serial(), 2_027_020_100);
    }
}
