//! What an edit leaves alone in a plan's text: comments, neighbours, the style of lists, anchors.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

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
