//! What was decided, what is open and what was set aside, as the minutes of a workshop say it.

use super::agenda::Agenda;
use super::question::Question;
use crate::plan::{Decision, DecisionState, Path, Plan, Standing};
use crate::text::Message;
use crate::value::{Date, FreeText};

/// A point of the minutes: an entry of the workshop's record, or an answer that is left open without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The path that it speaks of.
    pub about: Path,
    /// How far it has come.
    pub state: DecisionState,
    /// Who decided.
    pub by: Option<String>,
    /// When.
    pub date: Option<Date>,
    /// Why.
    pub reason: Option<String>,
    /// The options that were turned down, and why.
    pub rejected: Vec<(String, String)>,
    /// Who brings it back.
    pub owner: Option<String>,
    /// Until when.
    pub due: Option<Date>,
    /// Anything else.
    pub note: Option<String>,
    /// Whether the answer itself is not decided yet.
    pub is_unanswered: bool,
    /// Whether it comes back only after the day of going live.
    pub is_late: bool,
}

/// All points: open ones by the day on which they are due, then those set aside, then what was decided.
#[must_use]
pub fn points(plan: &Plan, agenda: &Agenda) -> Vec<Point> {
    let go_live = *plan.go_live.given().value();
    let has_a_day = plan.go_live.given().standing() != Standing::Missing;
    let open: Vec<&Question> =
        agenda.questions().iter().filter(|question| question.standing == Standing::Open).collect();
    let mut points: Vec<Point> = plan
        .decisions
        .all()
        .map(|(about, decision)| {
            let mut point = Point::of(about, decision);
            point.is_unanswered = open.iter().any(|question| question.path == *about);
            let is_settled = point.state == DecisionState::Decided;
            point.is_late = !is_settled && has_a_day && point.due.is_some_and(|due| due > go_live);
            point
        })
        .collect();
    for question in open {
        if points.iter().all(|point| point.about != question.path) {
            points.push(Point::left_open(&question.path));
        }
    }
    points.sort_by_cached_key(|point| {
        let due = point.due.filter(|_| point.state != DecisionState::Decided);
        (place(point.state), due.is_none(), due, point.about.clone())
    });
    points
}

/// What asks for something comes first.
const fn place(state: DecisionState) -> u8 {
    match state {
        DecisionState::Open => 0,
        DecisionState::Parked => 1,
        DecisionState::Decided => 2,
    }
}

impl Point {
    /// An entry of the record.
    #[must_use]
    pub fn of(about: &Path, decision: &Decision) -> Self {
        let text = |text: &Option<FreeText>| text.as_ref().map(ToString::to_string);
        let rejected = decision.rejected.given().value().iter();
        Self {
            about: about.clone(),
            state: *decision.state.given().value(),
            by: text(decision.by.given().value()),
            date: *decision.date.given().value(),
            reason: text(decision.reason.given().value()),
            rejected: rejected.map(|(option, why)| (option.clone(), why.to_string())).collect(),
            owner: text(decision.owner.given().value()),
            due: *decision.due.given().value(),
            note: text(decision.note.given().value()),
            is_unanswered: false,
            is_late: false,
        }
    }

    fn left_open(about: &Path) -> Self {
        Self {
            about: about.clone(),
            state: DecisionState::Open,
            by: None,
            date: None,
            reason: None,
            rejected: Vec::new(),
            owner: None,
            due: None,
            note: None,
            is_unanswered: true,
            is_late: false,
        }
    }

    /// What the minutes say of it, a paragraph each. `answer` is the answer in words; one that is not decided yet
    /// has none, nor has an item of a list.
    #[must_use]
    pub fn minutes(&self, question: Option<&Question>, answer: Option<&str>) -> Vec<Message> {
        let mut said = vec![self.headline(answer)];
        let mut tell = |key: &'static str, text: &Option<String>| {
            said.extend(text.as_ref().map(|text| Message::new(key).with("text", text)));
        };
        tell("minutes-reason", &self.reason);
        for (option, why) in &self.rejected {
            let told = Message::new("minutes-rejected").with("why", why);
            said.push(told.saying("option", option_named(question, option)));
        }
        said.extend(self.note.as_ref().map(|text| Message::new("minutes-note").with("text", text)));
        if self.state == DecisionState::Decided && self.is_unanswered {
            said.push(Message::new("minutes-unanswered"));
        }
        said
    }

    /// What was decided, or who brings it back until when.
    #[must_use]
    pub fn headline(&self, answer: Option<&str>) -> Message {
        let has = |one: bool, other: bool| match (one, other) {
            (true, true) => "both",
            (true, false) => "one",
            (false, true) => "other",
            (false, false) => "none",
        };
        let message = match self.state {
            DecisionState::Decided => Message::new("minutes-decided")
                .with("has", has(self.date.is_some(), self.by.is_some()))
                .with("date", shown(self.date.as_ref()))
                .with("by", shown(self.by.as_ref())),
            DecisionState::Open => Message::new("minutes-open")
                .with("has", has(self.owner.is_some(), self.due.is_some()))
                .with("owner", shown(self.owner.as_ref()))
                .with("due", shown(self.due.as_ref())),
            DecisionState::Parked => Message::new("minutes-parked")
                .with("has", has(self.owner.is_some(), self.due.is_some()))
                .with("owner", shown(self.owner.as_ref()))
                .with("due", shown(self.due.as_ref())),
        };
        message
            .with("answered", if answer.is_some() { "yes" } else { "no" })
            .with("answer", answer.unwrap_or_default())
    }
}

/// An option in words, where it has any.
#[must_use]
pub fn option_named(question: Option<&Question>, option: &str) -> Message {
    let question = question.filter(|question| question.names(option));
    let plain = || Message::new("record-option").with("option", option);
    question.map_or_else(plain, |question| question.option(option))
}

fn shown(thing: Option<&impl ToString>) -> String {
    thing.map(ToString::to_string).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Templates;
    use crate::interview::Answered;

    fn all(text: &str) -> Vec<Point> {
        let plan = Answered::read(text, &Templates::default()).unwrap().plan;
        points(&plan, &Agenda::of(&plan))
    }

    #[test]
    fn open_points_come_first_by_their_day_and_answers_left_open_are_points() {
        let found = all("go_live: 2027-02-01\nmobility: { hybrid: null }\ndecisions:\n\
            \x20 title: { state: decided, due: 2026-01-01 }\n\
            \x20 language: { state: open }\n\
            \x20 organization: { state: parked }\n\
            \x20 mobility.access: { state: open, due: 2027-03-01 }\n\
            \x20 mobility.push.enabled: { state: open, due: 2026-12-10 }\n");
        let order: Vec<(&str, bool, bool)> =
            found.iter().map(|point| (point.about.as_str(), point.is_late, point.is_unanswered)).collect();
        assert_eq!(
            order,
            [
                ("mobility.push.enabled", false, false),
                ("mobility.access", true, false),
                ("language", false, false),
                ("mobility.hybrid", false, true),
                ("organization", false, false),
                ("title", false, false),
            ]
        );
    }

    #[test]
    fn without_a_day_of_going_live_nothing_is_late() {
        let found = all("title: A\ndecisions: { title: { state: open, due: 2999-01-01 } }\n");
        assert!(found.iter().all(|point| !point.is_late));
    }

    #[test]
    fn minutes_say_everything_that_was_said() {
        let found =
            all("title: A\ndecisions:\n  title:\n    state: decided\n    by: Kim\n    reason: Short.\n\
            \x20   rejected: { B: Longer. }\n    note: Ask again.\n");
        let keys: Vec<String> =
            found[0].minutes(None, Some("A")).iter().map(|message| message.key().to_owned()).collect();
        assert_eq!(keys, ["minutes-decided", "minutes-reason", "minutes-rejected", "minutes-note"]);
    }
}
