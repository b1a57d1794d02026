//! Commands that an edit changes. The same command on the same thing with other values changes; it neither comes nor goes.

use super::consequence::{Effects, plain, said};
use super::difference::{Difference, Nature, differences, paired};
use crate::artifact::RequirementsPart as Part;
use crate::requirement::{Call, Command, Requirements, Row, Value};
use crate::text::Message;

impl Effects {
    pub(super) fn commands(&mut self, before: &Requirements, after: &Requirements) {
        let all = differences(&before.commands, &after.commands, |row| (&row.body.place, &row.body.call));
        for difference in paired(all, |row| (&row.body.place, Told::of(&row.body.call).subject)) {
            match difference {
                Difference::Only(nature, row) => self.command(nature, row, plain(&row.body.call)),
                Difference::Both(old, new) => {
                    let line = plain(changed_values(&old.body, &new.body));
                    self.command(Nature::Changed, new, line);
                }
            }
        }
    }

    fn command(&mut self, nature: Nature, row: &Row<Command>, line: Message) {
        let stage = Message::new(format!("stage-{}", row.body.stage.word()));
        self.add(Part::Commands, nature, said("commands", nature).saying("stage", stage), line, &row.reason);
    }
}

/// What a command is about, and which of its values become others.
fn changed_values(old: &Command, new: &Command) -> String {
    let (before, after) = (Told::of(&old.call), Told::of(&new.call));
    let only = |these: &[String], others: &[String]| {
        these.iter().filter(|value| !others.contains(value)).cloned().collect::<Vec<_>>().join(" ")
    };
    let (gone, come) = (only(&before.values, &after.values), only(&after.values, &before.values));
    format!("{}: {gone} → {come}", after.subject)
}

/// What a line is about, and the values that it sets.
struct Told {
    /// Its cmdlet with the first of its values; where it puts in what another line makes, also the first texts of that
    /// one: of a simple URL its component and its domain.
    subject: String,
    values: Vec<String>,
}

impl Told {
    fn of(call: &Call) -> Self {
        let mut told = Self { subject: call.cmdlet().to_owned(), values: Vec::new() };
        let all = call.invocations();
        let is_list = |value: &Value| matches!(value, Value::AddResults(_) | Value::RemoveResults(_));
        let puts_in =
            all.first().is_some_and(|first| first.parameters.iter().any(|(_, value)| is_list(value)));
        for (at, invocation) in all.iter().enumerate() {
            let texts = invocation.parameters.iter().take_while(|(_, value)| matches!(value, Value::Text(_)));
            let leading = match at {
                0 => 1,
                1 if puts_in => texts.count(),
                _ => 0,
            };
            for (nth, (parameter, value)) in invocation.parameters.iter().enumerate() {
                told.tell(parameter, value, nth < leading);
            }
        }
        told
    }

    fn tell(&mut self, parameter: &str, value: &Value, is_subject: bool) {
        let text = match value {
            // What another line makes is told by the values of that line.
            Value::Result(_) | Value::AddResults(_) | Value::RemoveResults(_) => return,
            Value::Switch => format!("-{parameter}"),
            _ if parameter.is_empty() => value.to_string(),
            _ => format!("-{parameter} {value}"),
        };
        if is_subject {
            self.subject.push(' ');
            self.subject.push_str(&text);
        } else {
            self.values.push(text);
        }
    }
}
