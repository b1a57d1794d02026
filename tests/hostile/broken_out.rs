//! The comparison can fail: text that does break out of a comment is seen by every program that reads whole files.

use crate::fields::{Field, HARMLESS, Rich};
use crate::plans::{Made, made, read};
use crate::readers::{Bench, Whole};

/// By how a file's name ends: what a text does to it that ends the comment it stands in, and begins one again.
const BROKEN_OUT: &[(&str, &str)] = &[
    ("nginx.conf", "x\nworker_rlimit_core 9;\n# "),
    ("apache.conf", "x\nTimeout 9\n# "),
    ("Caddyfile", "x\n{\n\tgrace_period 9s\n}\n# "),
    ("haproxy.cfg", "x\nbackend evil\n    mode tcp\n    timeout connect 9s\n    timeout server 9s\n# "),
    (".nft", "x\ntable inet evil {\n}\n# "),
    (".zone", "x\n$TTL 9\n@ IN TXT evil\n; "),
    ("openssl.cnf", "x\n[ subject ]\n9.CN = evil.example\n# "),
    (".js", "x\nNewRegistrar(\"evil\");\n// "),
    (".yaml", "x\n\"!evil\": []\n# "),
];

#[test]
fn what_breaks_out_of_a_comment_is_seen_by_every_program() {
    let rich = Rich::new();
    let fields: Vec<&Field> =
        rich.fields.iter().filter(|field| rich.read(&[*field], HARMLESS).is_ok()).collect();
    let bench = Bench::new();
    let tame = made(&rich, &fields, HARMLESS).unwrap();
    let readable: Vec<_> = tame.whole.into_iter().filter(|(_, whole)| bench.can_read(&whole.path)).collect();
    for (label, whole) in readable {
        let (_, broken) = BROKEN_OUT.iter().find(|(end, _)| whole.path.ends_with(end)).unwrap();
        // The comment that has the text; zone files have it in none, as their words are the zone's and the facts'.
        let is_remark = |line: &&str| line.trim_start().starts_with(['#', ';', '/']);
        let mut remarks = whole.text.lines().filter(is_remark);
        let first = remarks.clone().next();
        let remark = remarks.find(|line| line.contains(HARMLESS)).or(first).unwrap();
        let text = whole.text.replacen(remark, &format!("{remark}{broken}"), 1);
        let other = Whole { text, ..whole.clone() };
        let plan = |whole| Made { whole: [(label.clone(), whole)].into(), ..Made::default() };
        let mut found = read(&bench, &mut [plan(whole), plan(other)]);
        let (broken, before) = (found.pop().unwrap(), found.pop().unwrap().unwrap());
        assert!(!before.is_empty() && broken.as_ref() != Ok(&before), "{label}: nobody saw what broke out");
    }
}
