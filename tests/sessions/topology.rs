//! The topology on the screen: choosing boxes, seeing their arrows, reading what is told of them, and why.

use std::fmt::Write as _;

use crate::common::sample;
use crate::stage::{Look, NARROW, SMALL, Scene, Stage, WIDE};
use ucplan::text::cells;

/// The lines on the screen that have this text.
fn lines(stage: &mut Stage, has: &str) -> Vec<String> {
    stage.text().lines().filter(|line| line.contains(has)).map(str::to_owned).collect()
}

/// What the rule above the details says of the chosen box.
#[track_caller]
fn chosen(stage: &mut Stage) -> String {
    let text = stage.text();
    let rule = text.lines().find(|line| line.starts_with("│─") && !line.contains('╭'));
    let rule = rule.unwrap_or_else(|| panic!("no rule\n{text}"));
    rule.trim_matches(['│', '─', ' ']).to_owned()
}

#[test]
fn boxes_are_chosen_in_their_column_and_across() {
    let scene = Scene::with_plan("topology-choose", sample("two-domains"));
    for (size, look) in [(SMALL, Look::Colour), (WIDE, Look::Plain), (NARROW, Look::Plain)] {
        let mut stage = scene.open(Some("plan.yaml"), size, look);
        stage.keys("5");
        assert_eq!(chosen(&mut stage), "Clients outside", "{}", stage.text());
        stage.keys("<Right>");
        assert_eq!(chosen(&mut stage), "Reverse proxy · rp01 · Denver");
        stage.keys("<Down>");
        assert_eq!(chosen(&mut stage), "Edge pool · denedge.corp.proseware.example · Denver");
        stage.keys("<Right><Down><Left>");
        assert_eq!(
            chosen(&mut stage),
            "Edge pool · denedge.corp.proseware.example · Denver",
            "it stays chosen"
        );
        stage.keys("<Left><Left>");
        assert_eq!(chosen(&mut stage), "Director pool · dendir.corp.proseware.example · Denver", "around");
        // The chosen box has a heavy border and a pointer, whatever the colours.
        let text = stage.text();
        assert_eq!(text.matches('┏').count(), 1, "{text}");
        assert!(text.contains("┃▸ dendir"), "{text}");
        // Tab goes through all boxes and comes back to the first one.
        let mut seen = Vec::new();
        while !seen.contains(&chosen(&mut stage)) {
            seen.push(chosen(&mut stage));
            stage.keys("<Tab>");
        }
        assert!(seen.len() >= 8 && chosen(&mut stage) == seen[0], "{seen:?}");
        stage.keys("<Tab><S-Tab>");
        assert_eq!(chosen(&mut stage), seen[0]);
        assert!(stage.text().lines().all(|line| cells(line) <= usize::from(size.0)));
    }
}

#[test]
fn arrows_of_the_chosen_box_have_their_ports() {
    let scene = Scene::with_plan("topology-arrows", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), WIDE, Look::Plain);
    stage.keys("5<Right>");
    let text = stage.text();
    assert_eq!(chosen(&mut stage), "Reverse proxy · rp01 · Denver");
    // From outside to the proxy, from there to the Director and the pool.
    assert!(text.contains("← tcp 443"), "{text}");
    assert!(text.contains("→ tcp 4443, 8080") || text.contains("→ tcp 4443"), "{text}");
    assert!(text.contains('▶'), "{text}");
    stage.keys("<Down>");
    assert!(stage.text().contains("udp 3478"), "{}", stage.text());
}

#[test]
fn a_box_tells_everything_and_why() {
    let scene = Scene::with_plan("topology-details", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Colour);
    stage.keys("5<Right>");
    assert!(stage.text().contains("Names and addresses"), "{}", stage.text());
    stage.keys("<Enter>");
    let mut seen = String::new();
    for _ in 0..80 {
        seen += &stage.text();
        stage.keys("<Down>");
    }
    for told in [
        "outside: 198.51.100.20",
        "tcp 443 from Clients outside: ",
        "to Director pool",
        "Certificates (1)",
        "rp01: ",
        "Published names",
        "DNS records",
        "external: lyncdiscover.proseware.example",
    ] {
        assert!(seen.contains(told), "{told}\n{}", stage.text());
    }
    // Why the line at the cursor is there; Esc comes back to it, and once more to the boxes.
    stage.keys("<Enter>");
    assert!(stage.text().contains("Why?"), "{}", stage.text());
    stage.keys("<Esc>");
    assert_eq!(lines(&mut stage, "▸").len(), 2, "{}", stage.text());
    stage.keys("<Esc>");
    assert_eq!(lines(&mut stage, "▸").len(), 1, "{}", stage.text());
    stage.keys("w");
    let text = stage.text();
    assert!(
        text.contains("Reverse proxy · rp01") && text.contains("sites[Denver].reverse_proxies[rp01]"),
        "{text}"
    );
    // An answer leads to its question.
    stage.keys("<Down><Down><Enter>");
    assert!(stage.text().contains("rp01") && !stage.text().contains("Why?"), "{}", stage.text());
}

#[test]
fn many_boxes_scroll() {
    let mut plan =
        String::from("format: ucplan/v1\ngo_live: 2027-02-01\ndomains: { sip: [adatum.example] }\nsites:\n");
    for site in 1..=20 {
        let _ = write!(
            plan,
            "  - name: 사무소 {site:02}\n    front_end_pools: [{{ fqdn: pool{site:02}.adatum.example, servers: [{{ fqdn: fe{site:02}.adatum.example }}] }}]\n    edge_pools: [{{ fqdn: edge{site:02}.adatum.example }}]\n"
        );
    }
    let scene = Scene::with_plan("topology-scroll", &plan);
    for size in [NARROW, SMALL, WIDE] {
        let mut stage = scene.open(Some("plan.yaml"), size, Look::Plain);
        stage.keys("<Esc>5<Right><End>");
        assert!(chosen(&mut stage).contains("edge20.adatum.example"), "{}", stage.text());
        // What it speaks to comes in sight beside it.
        assert!(stage.text().contains("pool01"), "{}", stage.text());
        stage.keys("<Right><Home>");
        for site in 1..=20 {
            while !chosen(&mut stage).contains(&format!("pool{site:02}.")) {
                stage.keys("<Down>");
            }
            let text = stage.text();
            assert!(text.contains(&format!("▸ pool{site:02}")), "{text}");
            assert!(text.contains("/22"), "{text}");
            assert!(chosen(&mut stage).contains(&format!("사무소 {site:02}")), "{text}");
            assert!(text.lines().all(|line| cells(line) <= usize::from(size.0)), "{text}");
        }
        stage.keys("<PgUp>");
        assert!(chosen(&mut stage).contains("pool17."), "{}", stage.text());
    }
}

#[test]
fn an_empty_plan_has_a_drawing_and_an_answer_makes_another() {
    let plan = "format: ucplan/v1\ngo_live: 2027-02-01\ndomains: { sip: [adatum.example] }\n";
    let scene = Scene::with_plan("topology-empty", plan);
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Plain);
    stage.keys("<Esc>5");
    assert_eq!(chosen(&mut stage), "Clients outside", "{}", stage.text());
    stage.keys("<Right><Left><Down><Tab><Enter><Down><Esc>");
    assert_eq!(chosen(&mut stage), "Clients outside", "{}", stage.text());
    let scene = Scene::with_plan("topology-answer", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), WIDE, Look::Plain);
    stage.keys("5");
    assert!(stage.text().contains("Clients outside"), "{}", stage.text());
    stage.keys("/mobility.access<Enter><Down>");
    for _ in 0..4 {
        if lines(&mut stage, "▸").iter().any(|line| line.to_lowercase().contains("inside")) {
            break;
        }
        stage.keys("<Down>");
    }
    stage.keys("<Enter>5");
    assert!(!stage.text().contains("Clients outside"), "{}", stage.text());
    stage.keys("u");
    assert!(stage.text().contains("Clients outside"), "{}", stage.text());
}
