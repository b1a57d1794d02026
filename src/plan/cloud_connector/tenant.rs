//! What the tenant of Cloud Connector is told: windows for updates, users.

use super::super::answer::Answer;
use super::super::part::section;
use super::super::values::{Count, choices};
use crate::value::{FreeText, LineUri};

choices! {
    /// How often a window opens (C-220).
    pub enum Recurrence {
        /// Every day.
        Daily = "daily",
        /// On days of the week.
        Weekly = "weekly",
        /// On a day of the month.
        Monthly = "monthly",
    }

    /// A day of the week.
    pub enum Weekday {
        /// Monday.
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
        /// Sunday.
        Sunday = "sunday",
    }

    /// What is updated (C-220).
    pub enum Updates {
        /// Cloud Connector itself.
        Bits = "bits",
        /// Windows.
        Os = "os",
    }
}

section! {
    /// A window for updates (C-220).
    pub struct UpdateWindow named by name {
        /// Its name.
        name: Answer<FreeText> = required(FreeText::default()),
        /// How often it opens.
        every: Answer<Recurrence> = default(Recurrence::Daily),
        /// The days of the week.
        days: Answer<Vec<Weekday>> = default(Vec::new());
            asked if |window, _, because| *because.read(&window.every) == Recurrence::Weekly,
        /// The day of the month.
        day_of_month: Answer<Count<1, 31>> = default(Count(1));
            asked if |window, _, because| *because.read(&window.every) == Recurrence::Monthly,
        /// The hour at which it opens.
        start_hour: Answer<Count<0, 23>> = default(Count(0)),
        /// How many hours it stays open.
        hours: Answer<Count<1, 24>> = default(Count(6)),
        /// What is updated.
        updates: Answer<Vec<Updates>> = default(vec![Updates::Bits, Updates::Os]),
        /// The sites that it is for; none named: all of them.
        sites: Answer<Vec<FreeText>> = default(Vec::new()),
    }
}

section! {
    /// A user of Cloud Connector.
    pub struct CloudUser named by identity {
        /// The user (C-206).
        identity: Answer<FreeText> = required(FreeText::default()),
        /// The telephone line (C-207).
        line_uri: Answer<Option<LineUri>> = default(None),
        /// The site (C-210, C-211).
        site: Answer<Option<FreeText>> = default(None),
        /// International calls are allowed (C-209).
        international: Answer<bool> = default(false),
    }
}
