//! A step of the history in words: what it was about, and what it did there.

use serde_json::Value as Json;

use crate::catalog::Templates;
use crate::interview::{Agenda, Answered, Deed, Question, RecordField, deeds, option_named};
use crate::plan::{Path, Shape, Standing, Step as PathStep};
use crate::text::{Message, Speaker};
use crate::tui::screen::answer_in_words;

/// A step in words: `First request`, `HTTPS on 443 → HTTP on 80`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepName {
    /// What it was about.
    pub subject: String,
    /// What it did there.
    pub what: String,
}

impl StepName {
    /// Both in one line.
    #[must_use]
    pub fn line(&self) -> String {
        if self.what.is_empty() { self.subject.clone() } else { format!("{}: {}", self.subject, self.what) }
    }
}

/// What a step did that led from one plan to the other; nothing where no answer and no word of the record differs. Of several
/// things the first is told, and how many more there are.
#[must_use]
pub fn name_of_step(
    (before, after): (&Answered, &Answered),
    about: &Path,
    words: &Speaker,
    templates: &Templates,
) -> Option<StepName> {
    let deeds = deeds(before, after, about);
    let teller = Teller { old: Agenda::of(&before.plan), new: Agenda::of(&after.plan), words, templates };
    let mut told = deeds.iter().filter_map(|deed| teller.told(deed));
    let first = told.next()?;
    Some(match told.count() {
        0 => first,
        count => {
            let more = Message::new("step-more").with("what", &first.what).counting("count", count);
            StepName { what: words.say(&more), ..first }
        }
    })
}

/// What is looked at to tell what a step did.
struct Teller<'a> {
    old: Agenda,
    new: Agenda,
    words: &'a Speaker,
    templates: &'a Templates,
}

impl Teller<'_> {
    fn told(&self, deed: &Deed) -> Option<StepName> {
        let (subject, what) = match deed {
            Deed::Added(list, items) => (self.of_item("step-added", exact(&self.new, list)?), names(items)),
            Deed::Removed(list, items) => {
                (self.of_item("step-removed", exact(&self.old, list)?), names(items))
            }
            Deed::Renamed(old, new) => {
                let list = exact(&self.old, &crate::interview::list_of(old)?)?;
                let turned =
                    self.turned(&names(std::slice::from_ref(old)), &names(std::slice::from_ref(new)));
                (self.of_item("step-renamed", list), turned)
            }
            Deed::Ordered(list) => {
                (self.subject(exact(&self.new, list)?), self.words.say(&Message::new("step-order")))
            }
            Deed::Changed(path) => {
                let (old, new) = (exact(&self.old, path)?, exact(&self.new, path)?);
                (self.subject(new), self.change(old, new))
            }
            Deed::Recorded(about, field, text) => {
                let question = exact(&self.new, about).or_else(|| exact(&self.old, about));
                let subject = question.map_or_else(|| about.to_string(), |question| self.subject(question));
                (subject, self.remark(question, field, text))
            }
        };
        Some(StepName { subject, what })
    }

    /// `Front End pool added`.
    fn of_item(&self, key: &'static str, list: &Question) -> String {
        capital(&self.words.say(&Message::new(key).saying("item", list.item())))
    }

    /// The question in short; on the page of an item with that.
    fn subject(&self, question: &Question) -> String {
        let label = question.label();
        match question.page.steps().pop() {
            Some(PathStep::Item(name)) => {
                let item = short(&name).to_owned();
                self.words.say(&Message::new("step-of").saying("question", label).with("item", item))
            }
            _ => self.words.say(&label),
        }
    }

    /// How an answer changed: of several values those that came or went.
    fn change(&self, old: &Question, new: &Question) -> String {
        let part = |question: &Question, values: &[Json]| {
            let part =
                Question { value: values.to_vec().into(), standing: Standing::Said, ..question.clone() };
            answer_in_words(&part, self.words, self.templates)
        };
        let is_open = [old, new].iter().any(|question| question.standing == Standing::Open);
        if let (Shape::Many(_), Json::Array(before), Json::Array(after), false) =
            (&new.shape, &old.value, &new.value, is_open)
        {
            let gained: Vec<Json> = after.iter().filter(|value| !before.contains(value)).cloned().collect();
            let lost: Vec<Json> = before.iter().filter(|value| !after.contains(value)).cloned().collect();
            match (gained.is_empty(), lost.is_empty()) {
                (false, true) => {
                    return self.words.say(&Message::new("step-gained").with("values", part(new, &gained)));
                }
                (true, false) => {
                    return self.words.say(&Message::new("step-lost").with("values", part(old, &lost)));
                }
                _ => {}
            }
        }
        let say = |question: &Question| answer_in_words(question, self.words, self.templates);
        let (before, after) = (say(old), say(new));
        if before == after {
            return self.turned(&self.by_default(old, &before), &self.by_default(new, &after));
        }
        self.turned(&before, &after)
    }

    /// An answer in words, with the remark that nobody gave it.
    fn by_default(&self, question: &Question, said: &str) -> String {
        match question.standing {
            Standing::Defaulted => self.words.say(&Message::new("value-default").with("value", said)),
            _ => said.to_owned(),
        }
    }

    fn turned(&self, before: &str, after: &str) -> String {
        self.words.say(&Message::new("step-turned").with("before", before).with("after", after))
    }

    /// What the record says beside an answer.
    fn remark(&self, question: Option<&Question>, field: &RecordField, text: &str) -> String {
        let value = match field {
            _ if text.is_empty() => Message::new("value-none"),
            RecordField::State => Message::new(format!("state-{text}")),
            _ => Message::new("record-option").with("option", text),
        };
        let message = Message::new(format!("record-{}", field.word())).saying("value", value);
        self.words.say(&match field {
            RecordField::Rejected(option) => message.saying("option", option_named(question, option)),
            _ => message,
        })
    }
}

fn exact<'a>(agenda: &'a Agenda, path: &Path) -> Option<&'a Question> {
    agenda.questions().iter().find(|question| question.path == *path)
}

/// What these items are called.
fn names(items: &[Path]) -> String {
    let name = |item: &Path| match item.steps().pop() {
        Some(PathStep::Item(name)) => Some(name),
        _ => None,
    };
    items.iter().filter_map(name).collect::<Vec<_>>().join(", ")
}

/// Of a host's name the first label.
fn short(name: &str) -> &str {
    match name.split_once('.') {
        Some((label, _)) if !name.contains([' ', '@']) && !label.chars().all(|one| one.is_ascii_digit()) => {
            label
        }
        _ => name,
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::catalog::speaker;
    use crate::interview::{Edit, attempt};
    use crate::plan::DecisionState;

    const TEXT: &str = "domains: { sip: [contoso.example] }
sites:
  - name: HQ
    edge_pools: [{ fqdn: edge.corp.example, servers: [{ fqdn: e1.corp.example, addresses: [10.0.0.1] }] }]
    reverse_proxies: [{ name: rp01 }, { name: rp02 }]
";

    /// What an edit and what taking it back would be called.
    fn named(edit: &Edit) -> [String; 2] {
        let templates = Templates::default();
        let words = speaker("en").unwrap();
        let before = Answered::read(TEXT, &templates).unwrap();
        let after = attempt(&before.document, edit, &templates).unwrap();
        [(&before, &after), (&after, &before)]
            .map(|pair| name_of_step(pair, edit.about(), &words, &templates).unwrap().line())
    }

    fn answer(path: &str, value: Json) -> Edit {
        Edit::Answer(path.parse().unwrap(), value)
    }

    #[test]
    fn steps_are_named_in_the_words_of_their_questions() {
        let list = |path: &str| path.parse::<Path>().unwrap();
        let proxies = "sites[HQ].reverse_proxies";
        let hybrid = "mobility.hybrid";
        let note = Edit::Record(list(hybrid), RecordField::Note, "Later.".into(), DecisionState::Open);
        let state = Edit::Record(list(hybrid), RecordField::State, "parked".into(), DecisionState::Open);
        let both = vec![answer("title", json!("A")), answer(hybrid, json!(true))];
        for (edit, forth, back) in [
            (
                answer("domains.sip", json!(["contoso.example", "fabrikam.example"])),
                "SIP domains: added fabrikam.example",
                "SIP domains: removed fabrikam.example",
            ),
            (
                answer("domains.sip", json!(["fabrikam.example"])),
                "SIP domains: contoso.example → fabrikam.example",
                "SIP domains: fabrikam.example → contoso.example",
            ),
            (
                Edit::Add(list(proxies), json!({ "name": "rp03" })),
                "Reverse proxy added: rp03",
                "Reverse proxy removed: rp03",
            ),
            (
                Edit::Remove(list("sites[HQ].edge_pools[edge.corp.example]")),
                "Edge pool removed: edge.corp.example",
                "Edge pool added: edge.corp.example",
            ),
            (
                answer("sites[HQ].reverse_proxies[rp01].name", json!("rp09")),
                "Reverse proxy renamed: rp01 → rp09",
                "Reverse proxy renamed: rp09 → rp01",
            ),
            (
                Edit::Order(list(proxies), vec![1, 0]),
                "Reverse proxies (HQ): put into another order",
                "Reverse proxies (HQ): put into another order",
            ),
            (
                answer("exchange.integrate", json!(true)),
                "Exchange integration: No, leave it out → Yes, plan it",
                "Exchange integration: Yes, plan it → No, leave it out",
            ),
            (
                answer("exchange.integrate", json!(false)),
                "Exchange integration: No, leave it out (default) → No, leave it out",
                "Exchange integration: No, leave it out → No, leave it out (default)",
            ),
            (note, "Hybrid: Note: Later.", "Hybrid: Note: none"),
            (state, "Hybrid: State: Parked: set aside for now", "Hybrid: State: none"),
            (
                Edit::Together(list("title"), both),
                "Title: none → A (and one more change)",
                "Title: A → none (and one more change)",
            ),
        ] {
            assert_eq!(named(&edit), [forth, back], "{edit:?}");
        }
    }

    #[test]
    fn an_answer_of_an_item_is_told_with_it() {
        let server = "sites[HQ].edge_pools[edge.corp.example].servers[e1.corp.example].addresses";
        let [forth, _] = named(&answer(server, json!(["10.0.0.1", "10.0.0.2"])));
        assert!(forth.ends_with(" (e1): added 10.0.0.2"), "{forth}");
    }
}
