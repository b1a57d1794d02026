//! Every script is written as Windows PowerShell wants it, and is PowerShell by the grammar of tree-sitter.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use crate::commands::{VARIANTS, parse};
use crate::common::{Desk, bytes, sample_names};

/// What is wrong with a script's bytes.
pub fn faults(script: &[u8]) -> Vec<String> {
    let mut faults = Vec::new();
    if !script.starts_with("\u{feff}".as_bytes()) {
        faults.push("no byte order mark".to_owned());
    }
    let text = String::from_utf8(script.to_vec()).unwrap();
    let text = text.trim_start_matches('\u{feff}');
    let bare = text.replace("\r\n", "");
    if bare.contains(['\r', '\n']) {
        faults.push("a line end that is not CRLF".to_owned());
    }
    let tree = parse(text);
    if tree.root_node().has_error() {
        faults.push(format!("no PowerShell: {}", tree.root_node().to_sexp()));
    }
    faults
}

#[test]
fn every_script_has_its_mark_its_line_ends_and_its_grammar() {
    let plain = sample_names().into_iter().map(|sample| (sample, &[][..]));
    for (sample, answers) in plain.chain(VARIANTS.iter().copied()) {
        let desk = Desk::generated_only("server", sample, answers);
        let scripts = bytes(&desk.path("out/server"));
        assert!(!scripts.is_empty(), "{sample} {answers:?}");
        for (path, script) in scripts {
            assert_eq!(faults(&script), [""; 0], "{sample} {answers:?}: {path}");
        }
    }
}

#[test]
fn free_text_never_leaves_its_place_in_a_script() {
    let answers = [
        "title='#> \"; Remove-Item C:\\'",
        "mobility.policies[Travelling staff].name='Bob’s “staff” ; $(Stop-Computer) `x {'",
        "mobility.click_to_join.policy='it''s; }'",
    ];
    let desk = Desk::generated_only("server", "two-domains", &answers);
    for (path, script) in bytes(&desk.path("out/server")) {
        assert_eq!(faults(&script), [""; 0], "{path}");
        let text = String::from_utf8(script).unwrap();
        let called: Vec<String> = crate::commands::calls(&text).into_iter().map(|call| call.cmdlet).collect();
        for foreign in ["Remove-Item", "Stop-Computer"] {
            assert!(!called.iter().any(|cmdlet| cmdlet == foreign), "{path}: {called:?}");
        }
    }
}

#[test]
fn a_broken_script_is_flagged() {
    let sound = "\u{feff}if ($True) {\r\n    Set-CsUser -Identity 'kim'\r\n}\r\n";
    assert_eq!(faults(sound.as_bytes()), [""; 0]);
    for broken in [
        sound.replace('\u{feff}', ""),
        sound.replace("\r\n}", "\n}"),
        sound.replace("\r\n", "\r"),
        sound.replace("}\r\n", ""),
        sound.replace("'kim'", "'kim"),
        sound.replace("'kim'", "'it's'"),
    ] {
        assert!(!faults(broken.as_bytes()).is_empty(), "{broken:?}");
    }
}
