//! Journeys on the screen: the matrix of a domain, the way hop by hop, and what each hop rests on.

use crate::common::sample;
use crate::stage::{Look, NARROW, SMALL, Scene, Stage, WIDE};
use ucplan::text::cells;

/// The plan of a small shop whose pool names a reverse proxy that is not there.
fn faulty() -> String {
    sample("standard-edition").replace("reverse_proxy: rp01", "reverse_proxy: rp02")
}

/// The line of a client in the matrix.
#[track_caller]
fn row(stage: &mut Stage, client: &str) -> String {
    let text = stage.text();
    let line = text.lines().find(|line| line.contains(client) && line.contains(['✓', '✗', '·']));
    line.unwrap_or_else(|| panic!("no {client}\n{text}")).to_owned()
}

#[test]
fn a_matrix_for_the_chosen_domain() {
    let scene = Scene::with_plan("journeys", sample("two-domains"));
    for (size, look) in [(SMALL, Look::Colour), (WIDE, Look::Plain), (NARROW, Look::Plain)] {
        let mut stage = scene.open(Some("plan.yaml"), size, look);
        stage.keys("8");
        // The default SIP domain first.
        assert!(stage.text().contains("◂ proseware.example ▸ 2 of 2"), "{}", stage.text());
        for network in ["Corporate", "Internet", "Wi-Fi"] {
            assert!(stage.text().contains(network), "{}", stage.text());
        }
        assert_eq!(row(&mut stage, "sfb-mobile-apple").matches('✓').count(), 2, "{}", stage.text());
        assert_eq!(row(&mut stage, "sfb-mobile-apple").matches('·').count(), 1, "{}", stage.text());
        stage.keys("<Right>");
        assert!(stage.text().contains("lucernepublishing.example ▸ 1 of 2"), "around\n{}", stage.text());
        stage.keys("<Right>");
        assert!(stage.text().contains("2 of 2"), "{}", stage.text());
        stage.keys("<Down>");
        assert!(row(&mut stage, "browser").contains("[✓]"), "{}", stage.text());
        assert!(stage.text().contains("Every hop passes"), "{}", stage.text());
        stage.keys("<Right><Right>");
        assert!(row(&mut stage, "browser").contains("[·]"), "{}", stage.text());
        assert!(stage.text().contains("The plan has no browser"), "{}", stage.text());
        stage.keys("<Tab>");
        assert!(stage.text().contains("1 of 2"), "{}", stage.text());
        assert!(stage.text().lines().all(|line| cells(line) <= usize::from(size.0)), "{}", stage.text());
    }
}

#[test]
fn a_way_is_read_hop_by_hop() {
    let scene = Scene::with_plan("journeys-way", sample("two-domains"));
    for (size, look) in [(SMALL, Look::Plain), (NARROW, Look::Colour)] {
        let mut stage = scene.open(Some("plan.yaml"), size, look);
        stage.keys("8<Down><Right><Enter>");
        assert!(stage.text().contains("▸ ✓ browser, Internet"), "{}", stage.text());
        let mut seen = String::new();
        for _ in 0..30 {
            stage.keys("<Down>");
            seen += &stage.text();
            assert!(stage.text().contains('▸'), "{}", stage.text());
            assert!(stage.text().lines().all(|line| cells(line) <= usize::from(size.0)), "{}", stage.text());
        }
        for told in ["leads to", "The firewalls let", "The certificate", "Facts M-", "By dns external"] {
            assert!(seen.contains(told), "{told}\n{seen}");
        }
        stage.keys("<Home><Down>w");
        let text = stage.text();
        assert!(text.contains("Why?") && text.contains("Because of these answers"), "{text}");
        stage.keys("<Esc><Esc>");
        assert!(stage.text().contains("2 of 2"), "{}", stage.text());
    }
}

#[test]
fn a_failure_says_where_and_leads_to_its_answers() {
    let scene = Scene::with_plan("journeys-failure", &faulty());
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Plain);
    stage.keys("8<Down><Down>");
    assert!(row(&mut stage, "desktop").contains("[·]"), "{}", stage.text());
    stage.keys("<Right>");
    assert!(row(&mut stage, "desktop").contains("[✗]"), "{}", stage.text());
    assert!(stage.text().contains("has an address of"), "{}", stage.text());
    stage.keys("<Down><Right>w");
    let text = stage.text();
    assert!(text.contains("Why?") && text.contains("✗"), "{text}");
    assert!(text.contains("web_services.external.fqdn") || text.contains("mobility.autodiscover"), "{text}");
    // The first answer that is told leads to its question.
    for _ in 0..6 {
        stage.keys("<Down>");
    }
    stage.keys("<Enter>");
    assert!(!stage.text().contains("Why?"), "{}", stage.text());
    // An answer mends it; the journeys are walked anew.
    let answer = "/sites[Portland].front_end_pools[sfb01.ad.litware.example].reverse_proxy<Enter><C-u>rp01<Enter><Esc>8";
    stage.keys(answer);
    assert!(row(&mut stage, "sfb-mobile-android").contains("[✓]"), "{}", stage.text());
    assert!(!row(&mut stage, "sfb-mobile-apple").contains('✗'), "{}", stage.text());
    stage.keys("u");
    assert!(row(&mut stage, "sfb-mobile-android").contains("[✗]"), "{}", stage.text());
}

#[test]
fn many_domains_are_walked_one_at_a_time() {
    let scene = Scene::with_plan("journeys-many", sample("many-domains"));
    let mut stage = scene.open(Some("plan.yaml"), WIDE, Look::Colour);
    stage.keys("8");
    assert!(stage.text().contains("margiestravel.example ▸ 37 of 40"), "{}", stage.text());
    assert!(stage.text().contains("✓ ●"), "{}", stage.text());
    stage.keys("<Left>");
    assert!(stage.text().contains("36 of 40"), "{}", stage.text());
    stage.keys("dmargiescars<Enter>");
    assert!(stage.text().contains("margiescars.example ▸ 5 of 40"), "{}", stage.text());
    stage.keys("<Down><Down><Right>");
    assert!(stage.text().contains("travels unencrypted"), "{}", stage.text());
}

#[test]
fn a_plan_without_users_has_no_journeys() {
    let plan = "format: ucplan/v1\ngo_live: 2027-02-01\ndomains: { sip: [adatum.example] }\n";
    let scene = Scene::with_plan("journeys-none", plan);
    let mut stage = scene.open(Some("plan.yaml"), NARROW, Look::Plain);
    stage.keys("<Esc>8<Down><Right><Enter>w<Tab>d<Esc>");
    assert!(stage.text().contains("The plan has no such journey."), "{}", stage.text());
}
