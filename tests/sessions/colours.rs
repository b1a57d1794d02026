//! Files are shown in the colours of their languages: no character is lost by it, nothing waits for it, and where no colours
//! are wanted there are none.
#![expect(clippy::expect_used, reason = "tests fail loudly")]

use std::collections::BTreeSet;

use ratatui::style::{Color, Modifier};
use ucplan::artifact::text_of;
use ucplan::tui::event::Event;
use ucplan::tui::syntax::{Coloured, colour};
use ucplan::tui::theme::Role::{self, Comment, Keyword, Literal, Name, Number, Title};

use crate::common::{Desk, bytes, plans, sample};
use crate::stage::{Look, SMALL, Scene, Stage, WIDE, rows};

/// Where the contents of a file begin on a wide screen.
const CONTENT: u16 = 41;

/// Pieces of files that are generated: the end of the path, what a piece begins with, and what it means.
const PIECES: &[(&str, &[(Role, &str)])] = &[
    (
        "/nginx.conf",
        &[
            (Comment, "# "),
            (Keyword, "http"),
            (Name, "worker_processes"),
            (Name, "$host"),
            (Literal, "\"\""),
            (Number, "8192"),
        ],
    ),
    (
        "load-balancer/lb01/haproxy.cfg",
        &[(Comment, "# "), (Keyword, "defaults"), (Name, "balance"), (Number, "10s")],
    ),
    (
        "/apache.conf",
        &[(Comment, "# "), (Keyword, "VirtualHost"), (Name, "SSLEngine"), (Number, "on"), (Literal, "\"")],
    ),
    (
        "/Caddyfile",
        &[
            (Comment, "# "),
            (Keyword, "(listener)"),
            (Name, "auto_https"),
            (Name, "-X-Forwarded-For"),
            (Number, "off"),
        ],
    ),
    ("/web.config", &[(Comment, "<!--"), (Keyword, "configuration"), (Name, "enabled"), (Literal, "\"")]),
    ("/as3.json", &[(Name, "\"class\""), (Literal, "\"ADC\""), (Number, "")]),
    ("/ns-batch.conf", &[(Comment, "# "), (Name, "add"), (Name, "-destPort"), (Number, "")]),
    (
        "/windows-dns.ps1",
        &[
            (Comment, "# "),
            (Keyword, "foreach"),
            (Keyword, "Join-Path"),
            (Keyword, "-ne"),
            (Name, "-ChildPath"),
            (Name, "$Records"),
            (Literal, "'Stop'"),
            (Number, "3600"),
        ],
    ),
    (
        "external/proseware.example.zone",
        &[
            (Comment, "; "),
            (Keyword, "$ORIGIN"),
            (Keyword, "SRV"),
            (Keyword, "IN"),
            (Name, "lyncdiscover"),
            (Number, "443"),
        ],
    ),
    (
        "/request.inf",
        &[(Comment, "; "), (Keyword, "NewRequest"), (Name, "Subject"), (Literal, "\"CN="), (Number, "2048")],
    ),
    (
        "/openssl.cnf",
        &[(Comment, "# "), (Keyword, "req"), (Name, "prompt"), (Name, "@names"), (Number, "no")],
    ),
    ("/nftables.nft", &[(Comment, "# "), (Keyword, "table"), (Name, "flags"), (Number, "10.0.0.0/8")]),
    ("dns/records.csv", &[(Name, "zone"), (Literal, "\""), (Number, "3600")]),
    (
        "/dnsconfig.js",
        &[(Comment, "// "), (Keyword, "var"), (Name, "REG_NONE"), (Literal, "\"none\""), (Number, "3600")],
    ),
    (
        "octodns/external/proseware.example.yaml",
        &[(Comment, "# "), (Name, "type"), (Literal, "\"SRV\""), (Number, "3600")],
    ),
    ("MANIFEST.json", &[(Name, "\"files\""), (Literal, "\"")]),
    ("/pin-point-zones.cmd", &[(Comment, " "), (Keyword, "set"), (Name, "FAILED"), (Number, "")]),
    ("calendar.ics", &[(Keyword, "BEGIN:VCALENDAR"), (Name, "SUMMARY"), (Number, "2.0")]),
    ("topology.svg", &[(Keyword, "svg"), (Name, "width"), (Literal, "\"")]),
    ("runbook.md", &[(Title, "# "), (Keyword, "-"), (Literal, "`")]),
    ("/CloudConnector.ini", &[(Keyword, "Common"), (Name, "")]),
];

/// Desks with a file of every kind.
fn desks() -> Vec<Desk> {
    let cloud = plans().into_iter().find(|(name, _)| name == "cloud-one-site").expect("the scenario").1;
    let cloud = Desk::with_plan(&cloud);
    cloud.generate(&["--only", "cloud-connector"]).with(0);
    let with = |part: &str, answer: &str| Desk::generated_only(part, "two-domains", &[answer]);
    let proxy =
        |id: &str| with("reverse-proxy", &format!("sites[Denver].reverse_proxies[rp01].product={id}"));
    let balancer =
        |id: &str| with("load-balancer", &format!("sites[Denver].load_balancers[lb01].product={id}"));
    let products =
        [proxy("apache"), proxy("caddy"), proxy("iis-arr"), balancer("citrix-adc"), balancer("f5-big-ip")];
    let whole =
        [Desk::generated("two-domains", &[]), Desk::generated_only("dns", "standard-edition", &[]), cloud];
    products.into_iter().chain(whole).collect()
}

#[test]
fn every_kind_of_file_has_its_colours_and_keeps_its_text() {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for (path, bytes) in desks().iter().flat_map(|desk| bytes(&desk.out())) {
        let text = text_of(&bytes);
        let coloured = colour(path.clone(), text.clone());
        let lines = coloured.lines.iter().map(|line| line.iter().map(|piece| piece.1.as_str()).collect());
        let known: Vec<String> = lines.collect();
        let is_plain = [".txt", ".pem", ".csr", ".crt-list"].iter().any(|end| path.ends_with(end));
        if known.is_empty() != is_plain || !is_plain && !known.iter().eq(text.lines()) {
            faults.push(format!("{path}: its text is another one"));
        }
        for (end, pieces) in PIECES.iter().filter(|(end, _)| path.ends_with(end)) {
            seen.insert(*end);
            let has = |role: Role, begin: &str| {
                let mut pieces = coloured.lines.iter().flatten();
                pieces.any(|(other, text)| *other == role && text.starts_with(begin))
            };
            let missing = pieces.iter().filter(|(role, begin)| !has(*role, begin));
            faults.extend(missing.map(|(role, begin)| format!("{path}: no {role:?} {begin:?}")));
        }
    }
    faults.extend(PIECES.iter().filter(|(end, _)| !seen.contains(end)).map(|(end, _)| format!("no {end}")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Goes to the file whose path ends so.
#[track_caller]
fn open(stage: &mut Stage, end: &str) {
    stage.keys("4<Home>");
    for _ in 0..200 {
        let text = stage.text();
        if text.lines().nth(1).is_some_and(|line| line.contains(end)) {
            return;
        }
        stage.keys("<Down>");
    }
    panic!("no {end}\n{}", stage.text());
}

/// How a text in the contents of the file is painted, where it stands first.
#[track_caller]
fn look_of(stage: &mut Stage, text: &str) -> (Color, Modifier) {
    let buffer = stage.buffer();
    for row in rows(&buffer) {
        let row: Vec<_> = row.into_iter().filter(|(x, _)| *x >= CONTENT).collect();
        let symbols: Vec<&str> = row.iter().map(|(_, cell)| cell.symbol()).collect();
        let line = symbols.concat();
        if let Some(at) = line.find(text) {
            let cells = &row[line[..at].chars().count()..][..text.chars().count()];
            let looks: BTreeSet<_> =
                cells.iter().map(|(_, cell)| format!("{:?}", (cell.fg, cell.modifier))).collect();
            assert_eq!(looks.len(), 1, "{text}: {looks:?}");
            return (cells[0].1.fg, cells[0].1.modifier);
        }
    }
    panic!("no {text:?}\n{}", stage.text());
}

/// Three files, and pieces of each with what they mean.
const SHOWN: [(&str, &[(Role, &str)]); 3] = [
    (
        "nginx.conf",
        &[(Comment, "# A complete"), (Name, "worker_processes"), (Keyword, "events"), (Number, "8192")],
    ),
    (
        "windows-dns.ps1",
        &[(Comment, "# Undo"), (Keyword, "CmdletBinding"), (Name, "$ComputerName"), (Literal, "'localhost'")],
    ),
    (
        "proseware.example.zone",
        &[(Comment, "; Zone"), (Keyword, "$ORIGIN"), (Name, "_sip._tls"), (Number, "443")],
    ),
];

#[test]
fn files_are_shown_in_the_colours_of_their_languages() {
    let scene = Scene::with_plan("colours", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), WIDE, Look::Colour);
    for (file, pieces) in SHOWN {
        open(&mut stage, file);
        for (role, text) in pieces {
            let expected = match role {
                Comment => Color::DarkGray,
                Keyword => Color::Magenta,
                Literal => Color::Green,
                Number => Color::Yellow,
                _ => Color::Cyan,
            };
            assert_eq!(look_of(&mut stage, text), (expected, Modifier::empty()), "{file}: {text}");
        }
    }
}

#[test]
fn without_colours_comments_stay_behind_and_keywords_stand_out() {
    let scene = Scene::with_plan("colours-plain", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), WIDE, Look::Plain);
    for (file, pieces) in SHOWN {
        open(&mut stage, file);
        for (role, text) in pieces {
            let expected = match role {
                Comment => Modifier::DIM,
                Keyword => Modifier::BOLD,
                _ => Modifier::empty(),
            };
            assert_eq!(look_of(&mut stage, text), (Color::Reset, expected), "{file}: {text}");
        }
    }
}

#[test]
fn colours_of_another_text_are_not_shown() {
    let scene = Scene::with_plan("colours-late", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), WIDE, Look::Colour);
    open(&mut stage, "nginx.conf");
    let before = (stage.text(), stage.styles());
    let title = before.0.lines().nth(1).expect("a title").to_owned();
    let path =
        title.split_whitespace().find(|word| word.ends_with("nginx.conf")).expect("the path").to_owned();
    let lines = vec![vec![(Role::Error, "something else".to_owned())]];
    stage.program.feed(Event::Coloured(Coloured { path, text: "another text".to_owned(), lines }));
    assert_eq!(stage.text(), before.0, "nothing else is shown meanwhile");
    stage.program.settle();
    assert_eq!((stage.text(), stage.styles()), before);
}

#[test]
fn folders_whose_names_are_alike_can_be_told_apart() {
    let scene = Scene::with_plan("colours-tree", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Plain);
    let mut seen = BTreeSet::new();
    stage.keys("4");
    for _ in 0..100 {
        let text = stage.text();
        let tree = text.lines().skip(2).map(|line| line.chars().skip(1).take(24).collect::<String>());
        seen.extend(tree.filter(|line| line.trim_end().ends_with('/') && line.starts_with("    den")));
        stage.keys("<Down>");
    }
    let desk = Desk::generated("two-domains", &[]);
    let files = bytes(&desk.out());
    let certificates = files.keys().filter_map(|path| path.strip_prefix("certificates/")?.split_once('/'));
    let names: BTreeSet<&str> =
        certificates.map(|(name, _)| name).filter(|name| name.starts_with("den")).collect();
    assert!(names.len() > 6 && seen.len() == names.len(), "{names:#?} are shown as {seen:#?}");
}

/// A folder that leads nowhere can't be made.
#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_made_is_changed_by_a_key() {
    let scene = Scene::with_plan("colours-folder", sample("two-domains"));
    std::os::unix::fs::symlink("nowhere", scene.path("out")).expect("a link");
    let mut stage = scene.open(Some("plan.yaml"), WIDE, Look::Plain);
    stage.keys("4o<C-u>colours-folder/out<Enter>g");
    let text = stage.text();
    assert!(text.contains("Choose another folder with o") && !text.contains("--out"), "{text}");
}
