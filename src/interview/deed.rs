//! What a step did, told from the two plans that it lies between: items that came, went, were renamed or moved, answers that
//! changed, and what the record says beside them.

use std::collections::BTreeSet;

use super::agenda::{Agenda, list_of};
use super::answer_change::answer_changes;
use super::difference::Nature;
use super::edit::Answered;
use super::record::RecordField;
use crate::plan::document::{Entry, Node};
use crate::plan::{Document, Path};

/// One thing that a step did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// These items came to this list.
    Added(Path, Vec<Path>),
    /// These items of this list went.
    Removed(Path, Vec<Path>),
    /// An item got another name: its path before, and its path behind it.
    Renamed(Path, Path),
    /// The items of this list stand in another order.
    Ordered(Path),
    /// This answer is another one.
    Changed(Path),
    /// What the record says beside this answer; an empty text where it says nothing any more.
    Recorded(Path, RecordField, String),
}

impl Deed {
    /// The path that it is about.
    const fn about(&self) -> &Path {
        match self {
            Self::Added(path, _)
            | Self::Removed(path, _)
            | Self::Renamed(path, _)
            | Self::Ordered(path)
            | Self::Changed(path)
            | Self::Recorded(path, ..) => path,
        }
    }
}

/// What a step did that led from one plan to the other; what it was about comes first, renamed items before what mentions
/// them. Comments are no deeds.
#[must_use]
pub fn deeds(before: &Answered, after: &Answered, about: &Path) -> Vec<Deed> {
    let mut deeds = changed(before, after);
    let (old, new) = (Agenda::of(&before.plan), Agenda::of(&after.plan));
    for list in &old.questions().iter().filter(|list| list.items.len() > 1).collect::<Vec<_>>() {
        let now = new.questions().iter().find(|other| other.path == list.path);
        let same = |items: &[Path]| items.iter().cloned().collect::<BTreeSet<_>>();
        if now.is_some_and(|now| now.items != list.items && same(&now.items) == same(&list.items)) {
            deeds.push(Deed::Ordered(list.path.clone()));
        }
    }
    deeds.extend(recorded(&before.document, &after.document));
    deeds.sort_by_key(|deed| {
        let is_it = deed.about() == about || list_of(about).as_ref() == Some(deed.about());
        (!is_it, !matches!(deed, Deed::Renamed(..)))
    });
    deeds
}

/// The items and answers that differ.
fn changed(before: &Answered, after: &Answered) -> Vec<Deed> {
    let mut deeds: Vec<Deed> = Vec::new();
    for change in answer_changes(&before.plan, &after.plan, |_| true) {
        let list = list_of(&change.path);
        let known = |deed: &&mut Deed| Some(deed.about()) == list.as_ref();
        match (change.nature, list.clone()) {
            (Nature::Added, Some(list)) => match deeds.iter_mut().filter(known).find_map(Deed::added) {
                Some(items) => items.push(change.path),
                None => deeds.push(Deed::Added(list, vec![change.path])),
            },
            (Nature::Removed, Some(list)) => match deeds.iter_mut().filter(known).find_map(Deed::removed) {
                Some(items) => items.push(change.path),
                None => deeds.push(Deed::Removed(list, vec![change.path])),
            },
            _ => deeds.push(Deed::Changed(change.path)),
        }
    }
    renamed(deeds)
}

impl Deed {
    const fn added(&mut self) -> Option<&mut Vec<Path>> {
        if let Self::Added(_, items) = self { Some(items) } else { None }
    }

    const fn removed(&mut self) -> Option<&mut Vec<Path>> {
        if let Self::Removed(_, items) = self { Some(items) } else { None }
    }
}

/// The deeds, of which one item that goes and one that comes to the same list are one that was renamed.
fn renamed(mut deeds: Vec<Deed>) -> Vec<Deed> {
    for at in 0..deeds.len() {
        let Deed::Added(list, new) = &deeds[at] else { continue };
        let is_gone =
            |deed: &Deed| matches!(deed, Deed::Removed(from, old) if from == list && old.len() == 1);
        let gone = deeds.iter().position(is_gone).filter(|_| new.len() == 1);
        if let Some(gone) = gone
            && let Deed::Removed(_, old) = &deeds[gone]
        {
            deeds[at] = Deed::Renamed(old[0].clone(), new[0].clone());
            // Taken out below: indices stay as they are meanwhile.
            deeds[gone] = Deed::Removed(Path::default(), Vec::new());
        }
    }
    deeds.retain(|deed| !matches!(deed, Deed::Removed(_, items) if items.is_empty()));
    deeds
}

/// What the record says otherwise than before. Of an entry that came or went, the state is told only where it is all.
fn recorded(before: &Document, after: &Document) -> Vec<Deed> {
    let decisions = Path::default().key("decisions");
    let entries = |document| Document::said(document, &decisions).map(Node::entries).unwrap_or_default();
    let keys: BTreeSet<&str> =
        entries(before).iter().chain(entries(after)).map(|entry: &Entry| entry.key.as_str()).collect();
    let mut deeds = Vec::new();
    for about in keys.into_iter().filter_map(|key| key.parse::<Path>().ok()) {
        let text = |document: &Document, field: &RecordField| {
            let said = document.said(&field.place(&about)).and_then(Node::scalar);
            said.unwrap_or_default().to_owned()
        };
        let rejected = decisions.item(about.as_str()).key("rejected");
        let options = [before, after].into_iter().filter_map(|document| document.said(&rejected));
        let options: BTreeSet<&String> =
            options.flat_map(Node::entries).map(|entry: &Entry| &entry.key).collect();
        let options = options.into_iter().map(|option| RecordField::Rejected(option.clone()));
        let fields = RecordField::ALL.iter().cloned().chain(options);
        let mut own: Vec<Deed> = fields
            .filter_map(|field| {
                let (old, new) = (text(before, &field), text(after, &field));
                (old != new).then(|| Deed::Recorded(about.clone(), field, new))
            })
            .collect();
        if own.len() > 1 {
            own.retain(|deed| !matches!(deed, Deed::Recorded(_, RecordField::State, _)));
        }
        deeds.extend(own);
    }
    deeds
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::catalog::Templates;
    use crate::interview::{Edit, attempt, duplicate};
    use crate::plan::DecisionState;

    const TEXT: &str = "title: A
sites:
  - name: HQ
    front_end_pools:
      - fqdn: pool01.corp.example
        reverse_proxy: rp01
        servers: [{ fqdn: fe01.corp.example }, { fqdn: fe02.corp.example }]
    reverse_proxies: [{ name: rp01 }]
";

    fn path(text: &str) -> Path {
        text.parse().unwrap()
    }

    /// What an edit does, and what taking it back does.
    fn done(edit: &Edit) -> (Vec<Deed>, Vec<Deed>) {
        let before = Answered::read(TEXT, &Templates::default()).unwrap();
        let after = attempt(&before.document, edit, &Templates::default()).unwrap();
        (deeds(&before, &after, edit.about()), deeds(&after, &before, edit.about()))
    }

    #[test]
    fn items_come_and_go_as_one_deed() {
        let (pools, pool) =
            (path("sites[HQ].front_end_pools"), "sites[HQ].front_end_pools[pool01.corp.example]");
        let agenda = Agenda::of(&Answered::read(TEXT, &Templates::default()).unwrap().plan);
        let (edit, copy) = duplicate(&agenda, &path(pool)).unwrap();
        let (forth, back) = done(&edit);
        assert_eq!(forth, [Deed::Added(pools.clone(), vec![copy.clone()])]);
        assert_eq!(back, [Deed::Removed(pools, vec![copy])]);
        let servers = path(&format!("{pool}.servers"));
        let adds = ["fe03", "fe04"]
            .map(|name| Edit::Add(servers.clone(), json!({ "fqdn": format!("{name}.x.example") })));
        let (forth, _) = done(&Edit::Together(servers.clone(), adds.to_vec()));
        assert!(
            matches!(&forth[..], [Deed::Added(list, items)] if *list == servers && items.len() == 2),
            "{forth:?}"
        );
        let (forth, back) = done(&Edit::Order(servers.clone(), vec![1, 0]));
        assert_eq!((forth, back), (vec![Deed::Ordered(servers.clone())], vec![Deed::Ordered(servers)]));
    }

    #[test]
    fn a_new_name_is_told_before_what_mentions_it() {
        let old = path("sites[HQ].reverse_proxies[rp01]");
        let (forth, back) = done(&Edit::Answer(old.key("name"), json!("edge01")));
        let new = path("sites[HQ].reverse_proxies[edge01]");
        let mention = Deed::Changed(path("sites[HQ].front_end_pools[pool01.corp.example].reverse_proxy"));
        assert_eq!(forth, [Deed::Renamed(old.clone(), new.clone()), mention.clone()]);
        assert_eq!(back, [Deed::Renamed(new, old), mention]);
    }

    #[test]
    fn answers_and_what_is_said_beside_them_are_told() {
        let hybrid = path("mobility.hybrid");
        let both = vec![Edit::Answer(path("title"), json!("B")), Edit::Open(hybrid.clone())];
        let (forth, _) = done(&Edit::Together(path("title"), both));
        assert_eq!(forth, [Deed::Changed(path("title")), Deed::Changed(hybrid.clone())]);
        let note = Edit::Record(hybrid.clone(), RecordField::Note, "Later.".into(), DecisionState::Open);
        let (forth, back) = done(&note);
        assert_eq!(forth, [Deed::Recorded(hybrid.clone(), RecordField::Note, "Later.".into())]);
        assert_eq!(back, [Deed::Recorded(hybrid.clone(), RecordField::Note, String::new())]);
        let why = RecordField::Rejected("true".into());
        let (forth, _) = done(&Edit::Record(hybrid.clone(), why.clone(), "No.".into(), DecisionState::Open));
        assert_eq!(forth, [Deed::Recorded(hybrid, why, "No.".into())]);
    }
}
