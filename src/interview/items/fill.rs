//! An answer given to every item below.

use serde_json::{Value as Json, json};

use super::place_of;
use super::series::{Taken, own_texts};
use crate::interview::agenda::Agenda;
use crate::interview::edit::Edit;
use crate::interview::question::Question;
use crate::plan::{Path, Shape, Standing};

/// The edit that answers a question of an item for all items below as it is answered there, and how many these are. An
/// address or a name that only this item has goes on from item to item. Names of items and lists in items can't be filled.
#[must_use]
pub fn fill_down(agenda: &Agenda, question: &Question) -> Option<(Edit, usize)> {
    let item = &question.page;
    let (list, at) = place_of(agenda, item)?;
    let Shape::Items(keys) = &list.shape else { return None };
    let names = keys.iter().any(|key| item.key(key) == question.path);
    if names || matches!(question.shape, Shape::Items(_)) {
        return None;
    }
    let within = &question.path.as_str()[item.as_str().len()..];
    let mut taken = Taken::of(agenda);
    let is_own = |text: &str, taken: &Taken| taken.is_only_of(text, item);
    let series = own_texts(question).next().filter(|text| is_own(text, &taken)).map(str::to_owned);
    let mut edits = Vec::new();
    for other in &list.items[at + 1..] {
        let path: Path = format!("{other}{within}").parse().ok()?;
        let below = agenda.questions().iter().find(|question| question.path == path);
        if !below.is_some_and(Question::is_asked) {
            continue;
        }
        edits.push(match question.standing {
            Standing::Open => Edit::Open(path),
            Standing::Defaulted | Standing::Missing => Edit::Withdraw(path),
            Standing::Said => Edit::Answer(path, next(&question.value, series.as_deref(), &mut taken)),
        });
    }
    let count = edits.len();
    (count > 0).then(|| (Edit::Together(question.path.clone(), edits), count))
}

/// The value that the next item gets.
fn next(value: &Json, series: Option<&str>, taken: &mut Taken) -> Json {
    match (value, series) {
        (_, None) => value.clone(),
        (Json::Array(values), Some(_)) => values
            .iter()
            .map(|value| value.as_str().map_or_else(|| value.clone(), |text| json!(taken.next(text))))
            .collect(),
        (_, Some(text)) => json!(taken.next(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Templates;
    use crate::interview::{Answered, attempt};

    const TEXT: &str = "sites:
  - name: HQ
    front_end_pools:
      - fqdn: pool01.corp.example
        reverse_proxy: rp01
        servers: [{ fqdn: fe01.corp.example, addresses: [10.0.0.11] }, { fqdn: fe02.corp.example }, { fqdn: fe03.corp.example, addresses: [10.9.9.9] }]
      - fqdn: pool02.corp.example
    reverse_proxies: [{ name: rp01 }]
";

    fn filled(path: &str) -> Option<String> {
        let answered = Answered::read(TEXT, &Templates::default()).unwrap();
        let agenda = Agenda::of(&answered.plan);
        let (edit, _) = fill_down(&agenda, agenda.question(&path.parse().unwrap()).unwrap())?;
        Some(attempt(&answered.document, &edit, &Templates::default()).unwrap().document.text().to_owned())
    }

    #[test]
    fn addresses_go_on_and_references_stay() {
        let pool = "sites[HQ].front_end_pools[pool01.corp.example]";
        let text = filled(&format!("{pool}.servers[fe01.corp.example].address")).unwrap();
        assert!(text.contains("fe02.corp.example, addresses: [10.0.0.12]"), "{text}");
        assert!(text.contains("fe03.corp.example, addresses: [10.0.0.13]"), "{text}");
        let text = filled(&format!("{pool}.reverse_proxy")).unwrap();
        assert_eq!(text.matches("reverse_proxy: rp01").count(), 2, "{text}");
        assert_eq!(filled(&format!("{pool}.fqdn")), None);
        assert_eq!(filled(&format!("{pool}.servers")), None);
        assert_eq!(filled("sites[HQ].front_end_pools[pool02.corp.example].reverse_proxy"), None);
    }
}
