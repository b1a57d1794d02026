//! Batch files hold no line but the few that they are made of: each record is added with care, and noted for the undo.

use ucplan::plan::InternalZones;
use ucplan::requirement::View;

use crate::made::each;

/// What may stand before `dnscmd` in a batch file, and what may follow: it is done or noted, and by what condition.
const FRAMES: [(&str, &str, &[&str]); 4] = [
    ("", "", &["/enumrecords", "/recordadd"]),
    ("", " >nul", &["/zoneinfo"]),
    ("if %NEW%==1 ", "", &["/zoneadd"]),
    ("if %NEW%==1 if not errorlevel 1 echo ", " /dsdel /f>>\"%UNDO%\"", &["/zonedelete"]),
];

/// As above, for what takes a record back.
const TAKES_BACK: (&str, &str) = ("if not errorlevel 1 if %NEW%==0 echo ", " /f>>\"%UNDO%\"");

/// The lines that are the same for every zone and record.
const FIXED: [&str; 10] = [
    "",
    "@echo off",
    "setlocal",
    "set FAILED=0",
    "set NEW=0",
    "set \"UNDO=%~dp0pin-point-zones.undo.cmd\"",
    "if errorlevel 1 set NEW=1",
    "if errorlevel 1 set FAILED=1",
    "if %ERRORLEVEL% neq 0 if %ERRORLEVEL% neq 9711 set FAILED=1",
    "exit /b %FAILED%",
];

/// What is wrong with a batch file, line by line: nothing but these forms may stand in one.
fn batch_faults(text: &str) -> Vec<&str> {
    let is_word = |word: &str| {
        !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || "._-/:@".contains(c))
    };
    let is_dnscmd = |line: &str, known: &[&str]| {
        let words: Vec<&str> = line.split(' ').collect();
        words.iter().all(|word| is_word(word))
            && words.len() > 3
            && words[..2] == ["dnscmd", "."]
            && known.contains(&words[2])
            && words[3].ends_with('.')
    };
    let within = |line: &str, before: &str, behind: &str, known: &[&str]| {
        line.strip_prefix(before)
            .and_then(|rest| rest.strip_suffix(behind))
            .is_some_and(|call| is_dnscmd(call, known))
    };
    let is_plain = |words: &str| !words.contains(['%', '&', '|', '<', '>', '^', '!']);
    let is_told = |line: &str| {
        ["rem ", "if %FAILED%==1 echo "].iter().any(|begin| line.strip_prefix(begin).is_some_and(is_plain))
    };
    let is_sound = |line: &str| {
        FIXED.contains(&line)
            || is_told(line)
            || FRAMES.iter().any(|(before, behind, known)| within(line, before, behind, known))
            || within(line, TAKES_BACK.0, TAKES_BACK.1, &["/recorddelete"])
    };
    let lines = text.strip_suffix("\r\n").unwrap_or("no end").split("\r\n");
    lines.filter(|line| !is_sound(line) || !line.is_ascii() || line.len() > 1100).collect()
}

/// Whether each record is added after what its name answers was shown, noted for the undo, and its refusal told.
fn is_careful(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().collect();
    let is_sound = |at: usize| {
        let words: Vec<&str> = lines[at].split(' ').collect();
        let shown = format!("dnscmd . /enumrecords {} @", words[3]);
        let noted = format!("dnscmd . /recorddelete {} @ {} /f>>", words[3], words[6..].join(" "));
        lines[..at].contains(&&*shown)
            && lines[at + 1].contains(&noted)
            && lines[at + 2].ends_with("9711 set FAILED=1")
    };
    let mut added = (0..lines.len()).filter(|at| lines[*at].starts_with("dnscmd . /recordadd "));
    added.all(is_sound) && lines.last() == Some(&"exit /b %FAILED%")
}

#[test]
fn batch_files_hold_pin_point_zones_and_nothing_else() {
    each(&["other"], |made| {
        let rows = made.blueprint.requirements.dns.iter().map(|row| &row.body);
        let inside = rows
            .filter(|record| record.view == View::Internal && record.name.as_str() == record.zone.as_str());
        let is_wanted =
            *made.blueprint.plan.domains.internal_sip_zones.given().value() == InternalZones::PinPoint;
        let records = if is_wanted { inside.count() } else { 0 };
        let written = made.files.get("dns/pin-point-zones.cmd").map_or("\r\n", String::as_str);
        assert_eq!(batch_faults(written), [""; 0], "{}", made.name);
        let added = written.lines().filter(|line| line.starts_with("dnscmd . /recordadd ")).count();
        assert_eq!(added, records, "{}", made.name);
        assert_eq!(made.files.contains_key("dns/pin-point-zones.cmd"), records > 0, "{}", made.name);
        assert!(records == 0 || is_careful(written), "{}: {written}", made.name);
    });
    for broken in [
        "dnscmd . /zoneadd a.example. & del x\r\n",
        "rem 100%\r\n",
        "dnscmd . /clearcache\r\n",
        "dnscmd . /zonedelete a.example. /dsdel /f\r\n",
        "if %FAILED%==1 echo a>b\r\n",
        "a\n",
    ] {
        assert!(!batch_faults(broken).is_empty(), "{broken:?}");
    }
}
