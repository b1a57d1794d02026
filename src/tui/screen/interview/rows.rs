//! The lines below a question: what can be chosen, typed, opened or added there, and the edit that each stands for.

use serde_json::{Value as Json, json};

use crate::catalog::Templates;
use crate::interview::{Edit, Question, item_named};
use crate::plan::{Path, Shape, Standing};
use crate::text::{Message, Speaker};
use crate::tui::work::Work;

/// A line below a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// A value to choose.
    Choice(Json),
    /// A value that is among several or is not.
    Check(Json),
    /// A line to type the value into.
    Field,
    /// One of several typed values.
    Value(usize),
    /// An item of a list.
    Item(Path),
    /// A line to type one more value or item into.
    Add,
    /// The default, in place of what was said.
    Default,
    /// "Not decided yet".
    Open,
}

impl Row {
    /// Whether something can be typed in it.
    #[must_use]
    pub const fn is_typed(&self) -> bool {
        matches!(self, Self::Field | Self::Value(_) | Self::Add)
    }
}

/// The lines below a question.
#[must_use]
pub fn rows(question: &Question, templates: &Templates) -> Vec<Row> {
    let mut rows: Vec<Row> = match &question.shape {
        Shape::Items(_) => question.items.iter().cloned().map(Row::Item).chain([Row::Add]).collect(),
        Shape::Many(_) => match question.offered(templates) {
            Some(words) => words.into_iter().map(Row::Check).collect(),
            None => (0..values(question).len()).map(Row::Value).chain([Row::Add]).collect(),
        },
        _ => match question.offered(templates) {
            Some(words) => words.into_iter().map(Row::Choice).collect(),
            None => vec![Row::Field],
        },
    };
    let is_items = matches!(question.shape, Shape::Items(_));
    // A list with items is decided: "not decided yet" would take them away.
    if is_items && question.items.is_empty() && !question.is_required {
        rows.push(Row::Open);
    }
    if !is_items && !question.is_required {
        let is_list = matches!(question.shape, Shape::Many(_));
        if matches!(rows[..], [Row::Field]) || (is_list && question.standing == Standing::Said) {
            rows.push(Row::Default);
        }
        rows.push(Row::Open);
    }
    rows
}

/// The values of an answer that has several; none where nobody said any.
#[must_use]
pub fn values(question: &Question) -> &[Json] {
    match (&question.value, question.standing) {
        (Json::Array(values), Standing::Said) => values,
        _ => &[],
    }
}

/// The text that a line begins with when it is typed in.
#[must_use]
pub fn text_of(question: &Question, row: &Row) -> String {
    match row {
        Row::Field if question.standing == Standing::Said => plain(&question.value),
        Row::Value(at) => values(question).get(*at).map(plain).unwrap_or_default(),
        _ => String::new(),
    }
}

/// What Enter would do on a line in which `typed` stands; nothing where it only moves on.
#[must_use]
pub fn edit(question: &Question, row: &Row, typed: &str) -> Option<Edit> {
    let path = question.path.clone();
    let typed = typed.trim();
    match row {
        Row::Choice(value) => Some(Edit::Answer(path, value.clone())),
        Row::Check(value) => Some(Edit::Answer(path, toggled(question, value))),
        Row::Open => Some(Edit::Open(path)),
        Row::Default => Some(Edit::Withdraw(path)),
        Row::Field if typed == text_of(question, row) && question.standing == Standing::Said => None,
        Row::Field if typed.is_empty() && question.standing == Standing::Said => Some(Edit::Withdraw(path)),
        Row::Field | Row::Add if typed.is_empty() => None,
        Row::Field => Some(Edit::Answer(path, spelled(&question.shape, typed))),
        Row::Value(at) if typed.is_empty() => Some(without(question, *at)),
        Row::Value(at) => {
            let mut all = values(question).to_vec();
            let value = json!(typed);
            if all.get(*at) == Some(&value) {
                return None;
            }
            all[*at] = value;
            Some(Edit::Answer(path, all.into()))
        }
        Row::Add => Some(addition(question, typed)),
        Row::Item(_) => None,
    }
}

/// The edit that adds an item, or the values between the commas.
fn addition(question: &Question, typed: &str) -> Edit {
    let path = question.path.clone();
    if let Shape::Items(keys) = &question.shape {
        let has_blanks = matches!(keys, ["name", ..]);
        let ends = |character: char| character == ';' || (!has_blanks && character == ',');
        let names = typed.split(ends).map(str::trim).filter(|name| !name.is_empty());
        let mut adds: Vec<Edit> = names.map(|name| Edit::Add(path.clone(), item_named(keys, name))).collect();
        return if adds.len() == 1 { adds.swap_remove(0) } else { Edit::Together(path, adds) };
    }
    let more = several(&question.shape, typed).filter(|text| !text.is_empty()).map(Json::from);
    Edit::Answer(path, values(question).iter().cloned().chain(more).collect())
}

/// The values that were typed or pasted at once: names and addresses have no blanks, other values end at a semicolon.
fn several<'t>(shape: &Shape, typed: &'t str) -> impl Iterator<Item = &'t str> {
    let has_blanks = matches!(shape.one(), Shape::Text("expected-grantee" | "expected-text"));
    let ends = move |character: char| {
        character == ';' || (!has_blanks && (character == ',' || character.is_whitespace()))
    };
    typed.split(ends).map(str::trim)
}

/// The edit that removes what a line stands for.
#[must_use]
pub fn removal(question: &Question, row: &Row) -> Option<Edit> {
    match row {
        Row::Item(item) => Some(Edit::Remove(item.clone())),
        Row::Value(at) => Some(without(question, *at)),
        _ => None,
    }
}

/// The edit that moves a value among the others.
#[must_use]
pub fn moved(question: &Question, row: &Row, step: isize) -> Option<Edit> {
    let Row::Value(at) = row else { return None };
    let mut all = values(question).to_vec();
    let to = at.checked_add_signed(step).filter(|to| *to < all.len())?;
    all.swap(*at, to);
    Some(Edit::Answer(question.path.clone(), all.into()))
}

fn without(question: &Question, at: usize) -> Edit {
    let rest = values(question).iter().enumerate().filter(|(other, _)| *other != at);
    Edit::Answer(question.path.clone(), rest.map(|(_, value)| value.clone()).collect())
}

/// The values with one more, or with one less. Where nobody said any, the default is what changes.
fn toggled(question: &Question, value: &Json) -> Json {
    let all = question.value.as_array().cloned().unwrap_or_default();
    if all.contains(value) {
        all.into_iter().filter(|other| other != value).collect()
    } else {
        all.into_iter().chain([value.clone()]).collect()
    }
}

/// What was typed, as a value of the answer's kind.
fn spelled(shape: &Shape, typed: &str) -> Json {
    match shape {
        Shape::Number(..) => typed.parse::<u64>().map_or_else(|_| json!(typed), Json::from),
        _ => json!(typed),
    }
}

fn plain(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The line at which the cursor begins: that of the answer as it stands.
#[must_use]
pub fn first_row(question: &Question, rows: &[Row]) -> usize {
    let at = match question.standing {
        Standing::Open => rows.iter().position(|row| *row == Row::Open),
        _ => match &question.shape {
            Shape::Items(_) => rows.iter().position(|row| *row == Row::Add),
            Shape::Many(_) if rows.contains(&Row::Add) => rows.iter().position(|row| *row == Row::Add),
            _ => rows.iter().position(|row| matches!(row, Row::Choice(value) if *value == question.value)),
        },
    };
    at.unwrap_or(0)
}

/// A value in words: the title of a choice, a vendor's name, or what was typed.
#[must_use]
pub fn in_words(question: &Question, value: &Json, words: &Speaker, templates: &Templates) -> String {
    let title = |word: &str| words.say(&question.option(word));
    match (&question.shape, value) {
        (_, Json::Null) => words.say(&Message::new("value-unset")),
        (Shape::Truth, value) => title(&value.to_string()),
        (Shape::Choice(_), Json::String(word)) => title(word),
        (Shape::Vendor(kind), Json::String(id)) => vendor(kind, id, templates),
        (Shape::Many(inner), Json::Array(values)) => {
            let one = Question { shape: (**inner).clone(), ..question.clone() };
            let said: Vec<_> = values.iter().map(|value| in_words(&one, value, words, templates)).collect();
            if said.is_empty() { words.say(&Message::new("value-none")) } else { said.join(", ") }
        }
        (_, Json::String(text)) if text.is_empty() => words.say(&Message::new("value-none")),
        (_, value) => plain(value),
    }
}

fn vendor(kind: &str, id: &str, templates: &Templates) -> String {
    let vendors = templates.vendors(kind);
    vendors
        .iter()
        .find(|vendor| vendor.id == id)
        .map_or_else(|| id.to_owned(), |found| found.manifest.name.clone())
}

/// How a question is answered, in words.
#[must_use]
pub fn answer_in_words(question: &Question, words: &Speaker, templates: &Templates) -> String {
    if matches!(question.shape, Shape::Items(_)) && question.standing != Standing::Open {
        let count = Message::new("value-items").counting("count", question.items.len());
        return words.say(&count);
    }
    match question.standing {
        Standing::Missing => words.say(&Message::new("value-missing")),
        Standing::Open => words.say(&Message::new("value-open")),
        Standing::Said | Standing::Defaulted => in_words(question, &question.value, words, templates),
    }
}

/// The cells of an item in the table of its list: its name, then its own questions one by one.
#[must_use]
pub fn item_cells(item: &Path, work: &Work, words: &Speaker, templates: &Templates) -> Vec<String> {
    let own = work.agenda.page(item);
    own.map(|question| match question.standing {
        Standing::Defaulted if question.value.as_array().is_some_and(Vec::is_empty) => String::new(),
        _ => match &question.shape {
            Shape::Items(_) => question.items.len().to_string(),
            _ => answer_in_words(question, words, templates),
        },
    })
    .collect()
}
