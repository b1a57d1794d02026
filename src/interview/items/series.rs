//! What comes next: behind `pool01` `pool02`, behind `10.0.0.11` `10.0.0.12`; nothing that the plan has already.

use std::collections::BTreeMap;
use std::net::IpAddr;

use serde_json::Value as Json;

use crate::interview::agenda::Agenda;
use crate::interview::question::Question;
use crate::plan::{Path, Shape, Standing};

/// The kind of values that are addresses.
const ADDRESS: &str = "expected-address";

/// The kinds of values that name one thing.
const NAMES: [&str; 3] = ["expected-fqdn", "expected-object-name", "expected-label"];

/// A number with more digits than this is a name of its own.
const MOST_DIGITS: usize = 9;

/// The names and addresses that a plan says, and the answers that say them.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    by: BTreeMap<String, Vec<Path>>,
}

impl Taken {
    /// The names and addresses of a plan.
    #[must_use]
    pub fn of(agenda: &Agenda) -> Self {
        let mut taken = Self::default();
        for question in agenda.questions().iter().filter(|question| question.standing == Standing::Said) {
            for text in own_texts(question) {
                taken.by.entry(text.to_lowercase()).or_default().push(question.path.clone());
            }
        }
        taken
    }

    /// Whether only answers within `item` say this.
    #[must_use]
    pub fn is_only_of(&self, text: &str, item: &Path) -> bool {
        let by = self.by.get(&text.to_lowercase());
        by.is_some_and(|paths| paths.iter().all(|path| path.is_within(item)))
    }

    /// Gives free what only this answer says: it is about to say something else.
    pub fn free(&mut self, question: &Question) {
        self.by.retain(|_, paths| paths.iter().any(|path| *path != question.path));
    }

    /// The next name or address behind this one that nobody has; from now on somebody has it.
    pub fn next(&mut self, text: &str) -> String {
        let mut next = after(text);
        while self.by.contains_key(&next.to_lowercase()) {
            next = after(&next);
        }
        self.by.entry(next.to_lowercase()).or_default();
        next
    }
}

/// The names and addresses of an answer.
pub(super) fn own_texts(question: &Question) -> impl Iterator<Item = &str> {
    let kind = match question.shape.one() {
        Shape::Text(kind) => kind,
        _ => "",
    };
    let values = match &question.value {
        Json::Array(values) => values.as_slice(),
        value => std::slice::from_ref(value),
    };
    let is_own = kind == ADDRESS || NAMES.contains(&kind);
    values.iter().filter(move |_| is_own).filter_map(Json::as_str).filter(|text| !text.is_empty())
}

/// The name that probably comes next in a list: the one behind the last item's.
#[must_use]
pub fn next_name(agenda: &Agenda, list: &Question) -> Option<String> {
    let last = list.items.last()?;
    let (_, naming) = super::naming(agenda, list, last)?;
    let name = naming.value.as_str()?;
    // Places have names of their own: behind `Denver` no `Denver2`.
    let counts = head(name).chars().any(|character| character.is_ascii_digit());
    counts.then(|| Taken::of(agenda).next(name))
}

/// The part of a name that counts: of an FQDN its first label.
fn head(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}

/// What comes behind a name or an address.
fn after(text: &str) -> String {
    match text.parse::<IpAddr>() {
        Ok(IpAddr::V4(address)) => {
            return std::net::Ipv4Addr::from(u32::from(address).wrapping_add(1)).to_string();
        }
        Ok(IpAddr::V6(address)) => {
            return std::net::Ipv6Addr::from(u128::from(address).wrapping_add(1)).to_string();
        }
        Err(_) => {}
    }
    counted(head(text), text, "")
}

/// The next name that is not taken, of those that are no host's: what stands before an `@`, else the whole text, counts.
pub(super) fn next_title(title: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let after = |title: &str| match title.split_once('@') {
        Some((user, _)) => counted(user, title, ""),
        None => counted(title, title, " "),
    };
    let mut next = after(title);
    while is_taken(&next) {
        next = after(&next);
    }
    next
}

/// A text that begins with `head`, in which the last number counts on; without one, 2 stands behind the head and a gap.
fn counted(head: &str, text: &str, gap: &str) -> String {
    let tail = &text[head.len()..];
    let is_digit = |character: char| character.is_ascii_digit();
    let Some(end) = head.rfind(is_digit).map(|last| last + 1) else {
        return format!("{head}{gap}2{tail}");
    };
    let start = head[..end].rfind(|character: char| !is_digit(character));
    let start = start.map_or(0, |at| at + head[at..].chars().next().map_or(1, char::len_utf8));
    let digits = &head[start..end];
    match digits.parse::<u64>() {
        Ok(number) if digits.len() <= MOST_DIGITS => {
            format!("{}{:0width$}{}{tail}", &head[..start], number + 1, &head[end..], width = digits.len())
        }
        _ => format!("{head}-2{tail}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_go_on() {
        assert_eq!(after("pool01.corp.example"), "pool02.corp.example");
        assert_eq!(after("fe09-hq"), "fe10-hq");
        assert_eq!(after("fe99"), "fe100");
        assert_eq!(after("web.contoso.example"), "web2.contoso.example");
        assert_eq!(after("서울1"), "서울2");
        assert_eq!(after("1서"), "2서");
        assert_eq!(after("x12345678901234567890"), "x12345678901234567890-2");
        assert_eq!(after("10.0.0.255"), "10.0.1.0");
        assert_eq!(after("2001:db8::ff"), "2001:db8::100");
    }

    #[test]
    fn titles_go_on_as_a_whole() {
        let next = |title| next_title(title, |next| next == "Denver 2");
        assert_eq!(next("Denver"), "Denver 3");
        assert_eq!(next("St. Louis"), "St. Louis 2");
        assert_eq!(next("kim.park@contoso.example"), "kim.park2@contoso.example");
        assert_eq!(next("Hall 9, north"), "Hall 10, north");
    }

    #[test]
    fn nothing_is_given_twice() {
        let mut taken = Taken::default();
        taken.by.insert("fe02".to_owned(), Vec::new());
        assert_eq!([taken.next("FE01"), taken.next("FE01")], ["FE03", "FE04"]);
    }
}
