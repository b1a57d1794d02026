//! Lines of a spreadsheet as items of a list: the first cell of a line names the item, every other one answers the first
//! of its questions that takes it.

use std::net::IpAddr;

use serde_json::{Value as Json, json};

use crate::catalog::Templates;
use crate::interview::agenda::Agenda;
use crate::interview::edit::{Answered, Edit, attempt, item_named};
use crate::interview::question::Question;
use crate::plan::Shape;
use crate::text::Message;

/// The edit that adds an item for each line, as one step, and how many these are.
///
/// # Errors
/// Why the lines can't be taken, in words; its attribute `help` says what would be right.
pub fn paste(
    answered: &Answered,
    list: &Question,
    text: &str,
    templates: &Templates,
) -> Result<(Edit, usize), Message> {
    let Shape::Items(keys) = &list.shape else { return Err(Message::new("paste-no-list")) };
    let has_blanks = matches!(keys, ["name", ..]);
    let rows: Vec<Vec<&str>> =
        text.lines().map(|line| cells(line, has_blanks)).filter(|cells| !cells.is_empty()).collect();
    let Some(_) = rows.first() else { return Err(Message::new("paste-nothing")) };
    let mut edits: Vec<Edit> =
        rows.iter().map(|row| Edit::Add(list.path.clone(), item_named(keys, row[0]))).collect();
    let named = Edit::Together(list.path.clone(), edits.clone());
    let after = attempt(&answered.document, &named, templates).map_err(|refusal| refusal.message())?;
    let agenda = Agenda::of(&after.plan);
    let items = agenda.questions().iter().find(|question| question.path == list.path);
    let items = items.map(|list| list.items.as_slice()).unwrap_or_default();
    for (row, item) in rows.iter().zip(&items[items.len().saturating_sub(rows.len())..]) {
        let mut free: Vec<&Question> =
            agenda.page(item).filter(|question| question.is_asked() && !question.is_answered()).collect();
        let mut given: Vec<(&Question, Vec<Json>)> = Vec::new();
        for cell in &row[1..] {
            if let Some((at, value)) = place(&free, cell, templates) {
                given.push((free.remove(at), vec![value]));
                continue;
            }
            let one_more = given.iter_mut().find_map(|(question, values)| {
                let value = taken(question, cell, templates)?;
                matches!(question.shape, Shape::Many(_)).then_some((values, value))
            });
            let (values, value) = one_more
                .ok_or_else(|| Message::new("paste-no-place").with("cell", *cell).with("item", row[0]))?;
            values.push(value);
        }
        edits.extend(given.into_iter().map(|(question, mut values)| {
            let is_list = matches!(question.shape, Shape::Many(_));
            let value = if is_list { Json::Array(values) } else { values.swap_remove(0) };
            Edit::Answer(question.path.clone(), value)
        }));
    }
    Ok((Edit::Together(list.path.clone(), edits), rows.len()))
}

/// The cells of a line, those at its end that are empty left out: between tabs, else between semicolons or commas, else
/// between blanks where names have none.
fn cells(line: &str, has_blanks: bool) -> Vec<&str> {
    let ends: fn(char) -> bool = match line {
        line if line.contains('\t') => |character| character == '\t',
        line if line.contains(';') => |character| character == ';',
        line if line.contains(',') => |character| character == ',',
        _ if !has_blanks => char::is_whitespace,
        _ => |_| false,
    };
    let cells = line.split(ends).map(|cell| cell.trim().trim_matches('"'));
    cells.filter(|cell| !cell.is_empty()).collect()
}

/// The first question that takes a cell, and the value that it takes: kinds that not everything fits come first.
fn place(free: &[&Question], cell: &str, templates: &Templates) -> Option<(usize, Json)> {
    let find = |taken: &dyn Fn(&Question) -> Option<Json>| {
        free.iter().enumerate().find_map(|(at, question)| Some((at, taken(question)?)))
    };
    find(&|question| strictly(question, cell, templates)).or_else(|| find(&|question| freely(question, cell)))
}

/// The value that a question takes from a cell.
fn taken(question: &Question, cell: &str, templates: &Templates) -> Option<Json> {
    strictly(question, cell, templates).or_else(|| freely(question, cell))
}

fn strictly(question: &Question, cell: &str, templates: &Templates) -> Option<Json> {
    match question.shape.one() {
        Shape::Truth => match cell.to_lowercase().as_str() {
            "true" | "yes" => Some(json!(true)),
            "false" | "no" => Some(json!(false)),
            _ => None,
        },
        Shape::Choice(_) | Shape::Vendor(_) => {
            let wanted = json!(cell.to_lowercase());
            question.choices(templates)?.contains(&wanted).then_some(wanted)
        }
        Shape::Number(..) => Some(json!(cell.parse::<u64>().ok()?)),
        Shape::Text("expected-address") => Some(json!(cell.parse::<IpAddr>().ok()?.to_string())),
        _ => None,
    }
}

fn freely(question: &Question, cell: &str) -> Option<Json> {
    let is_fit = match question.shape.one() {
        Shape::Text("expected-fqdn") => cell.contains('.'),
        Shape::Text("expected-object-name" | "expected-text") => true,
        _ => false,
    };
    (is_fit && cell.parse::<IpAddr>().is_err()).then(|| json!(cell))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "sites: [{ name: HQ, front_end_pools: [{ fqdn: pool01.corp.example }] }]\n";

    fn pasted(list: &str, lines: &str) -> Result<String, String> {
        let answered = Answered::read(TEXT, &Templates::default()).unwrap();
        let agenda = Agenda::of(&answered.plan);
        let list = agenda.question(&list.parse().unwrap()).unwrap();
        let (edit, _) =
            paste(&answered, list, lines, &Templates::default()).map_err(|why| why.key().to_owned())?;
        let after = attempt(&answered.document, &edit, &Templates::default()).unwrap();
        Ok(after.document.text().to_owned())
    }

    #[test]
    fn lines_become_items_and_cells_their_answers() {
        let servers = "sites[HQ].front_end_pools[pool01.corp.example].servers";
        let text =
            pasted(servers, "fe01.corp.example\t10.0.0.11\t2001:db8::b\r\nfe02.corp.example\t10.0.0.12\n\n")
                .unwrap();
        assert!(text.contains("fe01.corp.example, addresses: [10.0.0.11, '2001:db8::b']"), "{text}");
        assert!(text.contains("fe02.corp.example, addresses: [10.0.0.12]"), "{text}");
        let text = pasted("sites", "New York\nSan Jose").unwrap();
        assert!(text.contains("New York") && text.contains("San Jose"), "{text}");
        let pools = pasted("sites[HQ].front_end_pools", "pool02.corp.example enterprise").unwrap();
        assert!(pools.contains("edition: enterprise"), "{pools}");
    }

    #[test]
    fn what_fits_nowhere_is_told() {
        let servers = "sites[HQ].front_end_pools[pool01.corp.example].servers";
        assert_eq!(pasted(servers, "fe01.corp.example 10.0.0.1 x"), Err("paste-no-place".to_owned()));
        assert_eq!(pasted(servers, "not a name!"), Err("problem-refused".to_owned()));
        assert_eq!(pasted(servers, " \n"), Err("paste-nothing".to_owned()));
        assert_eq!(pasted("title", "a\nb"), Err("paste-no-list".to_owned()));
    }
}
