//! What an edit leaves alone in a plan's text: comments, neighbours, the style of lists, anchors.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use proptest::prelude::*;
use serde_json::{Value, json};
use ucplan::plan::Document;

fn set(text: &str, path: &str, value: &Value) -> String {
    Document::parse(text).unwrap().set(&path.parse().unwrap(), value).unwrap().text().to_owned()
}

fn append(text: &str, path: &str, value: &Value) -> String {
    Document::parse(text).unwrap().append(&path.parse().unwrap(), value).unwrap().text().to_owned()
}

fn remove(text: &str, path: &str) -> String {
    Document::parse(text).unwrap().remove(&path.parse().unwrap()).unwrap().text().to_owned()
}

#[test]
fn comments_behind_brackets_stay_comments() {
    let push = "push: { enabled: true } # push\nend: 1\n";
    assert_eq!(set(push, "push.access", &json!("x")), push.replace("true }", "true, access: x }"));
    let list = "l: [{ name: a } ]   # l\n";
    assert_eq!(append(list, "l", &json!({ "name": "b" })), "l: [{ name: a }, { name: b } ]   # l\n");
    assert_eq!(set("sip: [c.example] # keep this\n", "sip", &json!(null)), "sip: null # keep this\n");
    assert_eq!(remove("l: [a, b] # x\n", "l[b]"), "l: [a] # x\n");
    assert_eq!(remove("l: [a] # x\n", "l[a]"), "l: [] # x\n");
    let lines = "l: [\n  { name: a }, # first\n  { name: b } # second\n] # all\n";
    assert_eq!(remove(lines, "l[b]"), lines.replace("  { name: b } # second\n", ""));
    assert_eq!(remove(lines, "l[a]"), lines.replace("  { name: a }, # first\n", ""));
    assert_eq!(append(lines, "l", &json!({ "name": "c" })), lines.replace("b } #", "b }, { name: c } #"));
    assert_eq!(append("s: [] # none\n", "s", &json!({ "name": "a" })), "s: # none\n  - name: a\n");
}

#[test]
fn block_scalars_end_with_their_own_lines() {
    for style in ["|", ">", "|-", ">-", "|+", "|2", "> # why"] {
        let text = format!("d:\n  n: {style}\n    text\n    more\n  state: open\ne: 1\n");
        let rest = "d:\n  state: open\ne: 1\n";
        assert_eq!(remove(&text, "d.n"), rest, "{style}");
        assert_eq!(set(&text, "d.n", &json!("x")), "d:\n  n: x\n  state: open\ne: 1\n", "{style}");
        let last = format!("d:\n  n: {style}\n    text\ne: 1\n");
        let added = last.replace("e: 1", "  owner: me\ne: 1");
        assert_eq!(set(&last, "d.owner", &json!("me")), added, "{style}");
        let end = format!("d:\n  n: {style}\n    text\n");
        assert_eq!(set(&end, "d.owner", &json!("me")), format!("{end}  owner: me\n"), "{style}");
        let open = end.trim_end();
        assert_eq!(set(open, "d.owner", &json!("me")), format!("{end}  owner: me"), "{style}");
    }
    let blank = "d:\n  n: |\n    text\n\n# about e\ne: 1\n";
    assert_eq!(set(blank, "d.o", &json!("x")), blank.replace("text\n", "text\n  o: x\n"));
    let list = "l:\n  - |-\n    a\n  - b # b\n";
    assert_eq!(append(list, "l", &json!("c")), format!("{list}  - c\n"));
    assert_eq!(remove(list, "l[a]"), "l:\n  - b # b\n");
}

#[test]
fn dashes_may_stand_under_their_key() {
    let text = "a: 1\nl: # l\n- x # x\n- y\nz: 1\n";
    assert_eq!(append(text, "l", &json!("w")), text.replace("- y\n", "- y\n- w\n"));
    assert_eq!(set(text, "l", &json!(["y", "x"])), "a: 1\nl: # l\n- y\n- x # x\nz: 1\n");
    assert_eq!(set(text, "l", &json!(["y"])), "a: 1\nl: # l\n- y\nz: 1\n");
    assert_eq!(set(text, "l", &json!(null)), "a: 1\nl: null # l\nz: 1\n");
    let maps = "s:\n- name: a # a\n  # about k\n  k: 1\n- name: b\n";
    assert_eq!(append(maps, "s", &json!({ "name": "c", "k": 2 })), format!("{maps}- name: c\n  k: 2\n"));
    assert_eq!(remove(maps, "s[a]"), "s:\n- name: b\n");
    assert_eq!(remove(&remove(maps, "s[a]"), "s[b]"), "s: []\n");
    assert_eq!(remove(maps, "s[a].name"), "s:\n- # about k\n  k: 1\n- name: b\n");
    let flow = "s:\n- [a]\n- [b]\n";
    assert_eq!(append(flow, "s", &json!("c")), "s:\n- [a]\n- [b]\n- c\n");
    let far = "s:\n-\n  name: a\n- # b\n  name: b\n";
    assert_eq!(remove(far, "s[b]"), "s:\n-\n  name: a\n");
    assert_eq!(append(far, "s", &json!({ "name": "c" })), format!("{far}- name: c\n"));
}

#[test]
fn an_edit_below_an_alias_changes_no_other_place() {
    let text = "a:\n  access: &acc { k: true, l: ['no'] } # a\nb:\n  access: *acc # b\n";
    assert_eq!(set(text, "b.access.k", &json!("x")), text.replace("*acc", "{ k: x, l: ['no'] }"));
    assert_eq!(set(text, "b.access", &json!("x")), text.replace("*acc", "x"));
    assert_eq!(remove(text, "b.access"), text.replace("b:\n  access: *acc # b\n", ""));
    assert_eq!(
        set(text, "a.access.k", &json!("x")),
        text.replace("true", "x").replace("*acc", "{ k: true, l: ['no'] }")
    );
    let lists = "l: &l\n  - x\n  - q\nm: *l\nn: [*l]\n";
    assert_eq!(set(lists, "m", &json!(["q", "x"])), lists.replace("m: *l", "m: [q, x]"));
    assert_eq!(set(lists, "m", &json!(["q"])), lists.replace("m: *l", "m: [q]"));
    assert_eq!(append(lists, "m", &json!("z")), lists.replace("m: *l", "m: [x, q, z]"));
    assert_eq!(append(lists, "l", &json!("z")), "l: &l\n  - x\n  - q\n  - z\nm: [x, q]\nn: [[x, q]]\n");
    assert_eq!(set("x: &x val # c\ny: *x\n", "x", &json!("z")), "x: z # c\ny: val\n");
    assert_eq!(set("l: [&x a, b, *x]\n", "l", &json!(["b", "a", "c"])), "l: [b, &x a, c]\n");
}

#[test]
fn lists_of_values_keep_their_comments_and_their_style() {
    let text = "l: # l\n  - a # a\n  # about b\n  - b # b\n  # about c\n  - c\n  - |-\n    d\ne: 1\n";
    assert_eq!(
        set(text, "l", &json!(["a", "c", "d", "new", "no"])),
        text.replace("  - b # b\n", "").replace("    d\n", "    d\n  - new\n  - 'no'\n")
    );
    assert_eq!(
        set(text, "l", &json!(["d", "c", "a"])),
        "l: # l\n  - |-\n    d\n  # about b\n  # about c\n  - c\n  - a # a\ne: 1\n"
    );
    assert_eq!(set(text, "l", &json!(["a"])), "l: # l\n  - a # a\n  # about b\n  # about c\ne: 1\n");
    assert_eq!(set(text, "l", &json!([])), "l: [] # l\n  # about b\n  # about c\ne: 1\n");
    assert_eq!(set("l: [a, b, c] # l\n", "l", &json!(["b", "d"])), "l: [b, d] # l\n");
    assert_eq!(set("l: [a] # l\n", "l", &json!(["a", "b", "d"])), "l: [a, b, d] # l\n");
    let lines = "l: [\n  a, # a\n  b, # b\n  c\n]\n";
    assert_eq!(set(lines, "l", &json!(["a"])), "l: [\n  a, # a\n# b\n\n]\n");
}

#[test]
fn thousands_of_values_are_one_change() {
    let values: Vec<String> = (0..5000).map(|n| format!("d{n}.example")).collect();
    let text =
        format!("l:\n{}", values[..2500].iter().map(|v| format!("- {v}\n")).collect::<Vec<_>>().concat());
    let all = set(&text, "l", &json!(values));
    assert_eq!(all.lines().count(), 5001);
    assert_eq!(set(&all, "l", &json!(values[2500..])).lines().count(), 2501);
}

/// A list of the values `a` to `c` in one of the ways of writing one.
fn written() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "# top\nl: # list\n  - a # first\n  # above b\n  - b\n  - c # third\n\n# tail\nz: 1 # z\n",
        "# top\nl: # list\n- a # first\n# above b\n- b\n- c # third\nz: 1 # z\n",
        "l: [a, b, c] # list\nz: 1 # z\n",
        "l: [\n  a, # first\n  b,\n  c # third\n] # list\nz: 1 # z\n",
        "l:\n  - |-\n    a\n  # above b\n  - b # second\n  - >-\n    c\nz: 1 # z\n",
        "l:\n  - 'a'   # first\n  - \"b\"\n  - c\n# tail\nz: 1",
        "y: { k: [1, 2] } # y\nl: &l\n  - a\n  - b # second\n  - c\nz: *l # z\n",
    ])
    .prop_flat_map(|text| prop::sample::select(vec![text.to_owned(), text.replace('\n', "\r\n")]))
}

proptest! {
    #[test]
    fn any_values_of_a_list_read_back_and_comments_stay(
        text in written(),
        wanted in prop::sample::subsequence(vec!["a", "b", "c", "d", "no", "x: #y"], 0..=6).prop_shuffle(),
    ) {
        let document = Document::parse(&text).unwrap();
        let after = document.set(&"l".parse().unwrap(), &json!(wanted)).unwrap();
        let list = after.said(&"l".parse().unwrap()).unwrap();
        let values: Vec<_> = list.items().iter().filter_map(|item| item.scalar()).collect();
        prop_assert_eq!(values, wanted.clone(), "{}", after.text());
        for comment in ["# top", "# list", "# tail", "# above b", "# z", "# y"] {
            prop_assert!(!text.contains(comment) || after.text().contains(comment), "{comment}: {}", after.text());
        }
        let z = |document: &Document| format!("{:?}", document.root().get("z").unwrap().items().iter().map(|i| i.scalar().map(str::to_owned)).collect::<Vec<_>>());
        prop_assert_eq!(z(&document), z(&after));
        let more = after.append(&"l".parse().unwrap(), &json!("more")).unwrap();
        let less = more.remove(&"l[more]".parse().unwrap()).unwrap();
        for (document, count) in [(&more, wanted.len() + 1), (&less, wanted.len())] {
            prop_assert_eq!(document.root().get("l").unwrap().items().len(), count, "{}", document.text());
            prop_assert_eq!(z(document), z(&after));
        }
    }
}
