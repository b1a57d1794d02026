//! An answer given to every item below.

use serde_json::{Value as Json, json};

use super::series::{Taken, own_texts};
use super::{is_name, place_of};
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
    if is_name(agenda, question) || matches!(question.shape, Shape::Items(_)) {
        return None;
    }
    let within = &question.path.as_str()[item.as_str().len()..];
    let mut taken = Taken::of(agenda);
    let is_own = |text: &str, taken: &Taken| taken.is_only_of(text, item);
    let series = own_texts(question).next().filter(|text| is_own(text, &taken)).map(str::to_owned);
    let paths = list.items[at + 1..].iter().map(|other| format!("{other}{within}").parse::<Path>());
    let paths: Vec<Path> = paths.collect::<Result<_, _>>().ok()?;
    let below = agenda.questions().iter().filter(|below| below.is_asked() && paths.contains(&below.path));
    let below: Vec<&Question> = below.collect();
    for question in &below {
        taken.free(question);
    }
    let mut edits = Vec::new();
    for path in below.into_iter().map(|below| below.path.clone()) {
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
        let text = filled(&format!("{pool}.servers[fe01.corp.example].addresses")).unwrap();
        assert!(text.contains("fe02.corp.example, addresses: [10.0.0.12]"), "{text}");
        assert!(text.contains("fe03.corp.example, addresses: [10.0.0.13]"), "{text}");
        let text = filled(&format!("{pool}.reverse_proxy")).unwrap();
        assert_eq!(text.matches("reverse_proxy: rp01").count(), 2, "{text}");
        assert_eq!(filled(&format!("{pool}.fqdn")), None);
        assert_eq!(filled(&format!("{pool}.servers")), None);
        assert_eq!(filled("sites[HQ].front_end_pools[pool02.corp.example].reverse_proxy"), None);
    }
}
