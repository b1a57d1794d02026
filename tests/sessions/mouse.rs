//! The mouse: everything that can be chosen can be clicked, a second click does what Enter does, the wheel scrolls what is
//! below the pointer.

use crate::common::sample;
use crate::stage::{Look, NARROW, SMALL, Scene, Size, Stage, WIDE, certificate};

fn open(name: &str, size: Size) -> (Scene, Stage) {
    let scene = Scene::with_plan(name, sample("two-domains"));
    let stage = scene.open(Some("plan.yaml"), size, Look::Plain);
    (scene, stage)
}

#[track_caller]
fn shows(stage: &mut Stage, wanted: &str) {
    let text = stage.text();
    assert!(text.contains(wanted), "{wanted:?} is not there:\n{text}");
}

#[test]
fn a_question_is_answered_with_clicks() {
    for (name, size) in [("mouse-80", SMALL), ("mouse-120", WIDE), ("mouse-60", NARROW)] {
        let (scene, mut stage) = open(name, size);
        stage.keys("/initial_request<Enter>");
        stage.click("HTTP on 80");
        shows(&mut stage, "▸ ○ HTTP on 80");
        assert_eq!(scene.read("plan.yaml"), sample("two-domains"), "the first click only chooses");
        stage.click("HTTP on 80");
        // The next question is there; the footer leads back.
        stage.keys("/initial_request<Enter>");
        shows(&mut stage, "▸ ● HTTP on 80");
        stage.keys("<C-s>");
        assert!(scene.read("plan.yaml").contains("initial_request: http "), "{}", scene.read("plan.yaml"));
    }
}

#[test]
fn what_is_typed_is_taken_in_before_the_cursor_goes_elsewhere() {
    let (scene, mut stage) = open("mouse-typed", WIDE);
    stage.keys("/organization<Enter>!");
    // A click in the line moves its cursor, and finishes nothing.
    stage.click("roseware!");
    stage.keys("x");
    shows(&mut stage, "Pxroseware!");
    // The wheel does not finish it either.
    stage.wheel("Pxroseware!", true);
    shows(&mut stage, "Pxroseware!");
    stage.click("Sections");
    stage.keys("<C-s>");
    assert!(scene.read("plan.yaml").contains("Pxroseware!"), "{}", scene.read("plan.yaml"));
    // What can't be is not left.
    stage.keys("/domains.active_directory<Enter><C-u>two words");
    stage.click("Sections");
    shows(&mut stage, "two words");
    shows(&mut stage, "✗");
}

#[test]
fn sections_and_questions_are_chosen() {
    let (_scene, mut stage) = open("mouse-sections", WIDE);
    stage.keys("/initial_request<Enter>");
    stage.click("Certificates");
    shows(&mut stage, "Which protocol carries");
    stage.click("Certificates");
    shows(&mut stage, "Certificates ·");
    stage.keys("<Esc>");
    // A question below its section, at once.
    stage.keys("/initial_request<Enter>");
    stage.click("Push");
    let text = stage.text();
    assert!(text.contains("Mobility · question") && !text.contains("Which protocol carries"), "{text}");
    // The line above what an answer changes says why, the numbers lead to what they count.
    stage.keys("<Esc>/initial_request<Enter>");
    stage.click("w why");
    shows(&mut stage, "Why?");
    stage.click_at(0, 0);
    stage.click("▲ 2");
    shows(&mut stage, "╭ Findings");
    stage.keys("1");
    // The overview: choose, then open.
    stage.keys("<Esc><Home>");
    stage.click_in(34, "First request");
    stage.click_in(34, "First request");
    shows(&mut stage, "Which protocol carries");
}

#[test]
fn tabs_columns_and_rows_are_chosen() {
    let (_scene, mut stage) = open("mouse-rows", WIDE);
    stage.keys("2");
    stage.click("Publishing rules");
    let row = stage.text().lines().nth(5).unwrap_or_default().trim_matches('│').trim().to_owned();
    let word = row.split_whitespace().next().unwrap_or_default().to_owned();
    stage.click("Firewall");
    shows(&mut stage, "udp 3478");
    stage.click("Publishing rules");
    shows(&mut stage, &word);
    stage.wheel(&word, true);
    stage.click(&word);
    stage.click(&word);
    shows(&mut stage, "Why?");
    // Beside it, it goes as with Esc.
    stage.click_at(0, 0);
    assert!(!stage.text().contains("Why?"), "{}", stage.text());
    // A click on the title of a column sorts by it, one more no longer does.
    let title = stage.text().lines().nth(4).unwrap_or_default().trim_matches('│').trim().to_owned();
    let title = title.split_whitespace().next().unwrap_or_default().to_owned();
    stage.click(&title);
    shows(&mut stage, &format!("{title}▾"));
    stage.click(&format!("{title}▾"));
    assert!(!stage.text().contains('▾'), "{}", stage.text());
}

#[test]
fn findings_files_and_boxes_are_chosen() {
    let (_scene, mut stage) = open("mouse-views", WIDE);
    stage.keys("3");
    let before = stage.text();
    let second = before.lines().filter(|line| line.contains("▲") || line.contains("●")).nth(2);
    let second: String = second.unwrap_or_default().chars().skip(8).take(30).collect();
    stage.click(&second);
    assert_ne!(stage.text(), before, "the cursor went there");
    stage.click(&second);
    shows(&mut stage, "Sections");

    stage.keys("4");
    stage.click("calendar.ics");
    shows(&mut stage, "calendar.ics ─");
    let top = stage.text();
    stage.wheel_at(100, 20, true);
    assert_ne!(stage.text(), top, "the text went on");
    stage.wheel_at(100, 20, false);
    stage.wheel_at(5, 20, true);
    stage.click("calendar.ics");
    stage.click("calendar.ics");
    stage.keys("<PgDn>");
    assert_ne!(stage.text(), top, "the text has the keys");

    for size in [WIDE, SMALL, NARROW] {
        let (_scene, mut stage) = open(&format!("mouse-topology-{}", size.0), size);
        stage.keys("5");
        stage.click("rp01");
        shows(&mut stage, "▸ rp01");
        stage.click("rp01");
        stage.keys("<Down><Down>");
        shows(&mut stage, "│▸ ");
        stage.click("denedge");
        shows(&mut stage, "▸ denedge");
    }
}

#[test]
fn decisions_compared_kinds_and_journeys_are_chosen() {
    for (name, size) in [("mouse-more-60", NARROW), ("mouse-more-80", SMALL), ("mouse-more-120", WIDE)] {
        let (_scene, mut stage) = open(name, size);
        stage.keys("6");
        stage.click("Federation");
        shows(&mut stage, "▸ ‖ Federation");
        stage.click("o owner");
        shows(&mut stage, "Owner: Federation");
        stage.click_at(0, 0);
        stage.click("First request");
        stage.wheel("First request", false);
        shows(&mut stage, "▸ ‖ Federation");
        stage.click("First request");
        stage.click("First request");
        shows(&mut stage, "Which protocol carries");

        stage.click("HTTP on 80");
        stage.click("HTTP on 80");
        stage.keys("7");
        stage.click("Publishing rules");
        shows(&mut stage, "▸ ▹ Publishing rules");
        stage.click("Publishing rules");
        shows(&mut stage, "▸ ▾ Publishing rules");
        stage.click("Answers");
        stage.click("Answers");
        stage.click("mobility.initial_request");
        stage.click("mobility.initial_request");
        shows(&mut stage, "Which protocol carries");

        stage.keys("8");
        stage.click("desktop");
        shows(&mut stage, "▸ desktop");
        // A cell of another line: there at once, a second click reads its way.
        let text = stage.text();
        let line = text.lines().position(|line| line.contains("sfb-mobile-apple")).unwrap_or_default();
        let cells: Vec<_> = text.lines().nth(line).unwrap_or_default().char_indices().collect();
        let column = cells.iter().rposition(|(_, sign)| *sign == '✓').unwrap_or_default();
        let (x, y) = (u16::try_from(column).unwrap(), u16::try_from(line).unwrap());
        stage.click_at(x, y);
        shows(&mut stage, "▸ sfb-mobile-apple");
        shows(&mut stage, "[✓]");
        stage.click_at(x, y);
        shows(&mut stage, "sfb-mobile-apple, Wi-Fi");
        stage.wheel("sfb-mobile-apple, Wi-Fi", true);
        stage.click("Esc back");
        shows(&mut stage, "[✓]");
        // Where there is no journey there is nothing to read.
        stage.click("browser");
        stage.keys("<Right><Right><Enter>");
        shows(&mut stage, "▸ browser");
    }
}

#[test]
fn the_footer_does_what_it_says() {
    let (scene, mut stage) = open("mouse-footer", SMALL);
    stage.keys("/initial_request<Enter>");
    stage.click("↓ choose");
    shows(&mut stage, "▸ ○ HTTP on 80");
    stage.click("↑↓");
    shows(&mut stage, "▸ ● HTTPS on 443");
    stage.click("↓ choose");
    stage.click("⏎ answer");
    stage.click("^S");
    assert!(scene.read("plan.yaml").contains("initial_request: http "));
    stage.keys("<Esc>");
    stage.click("? help");
    shows(&mut stage, "Keys: type to find");
    stage.click("Esc back");
    assert!(!stage.text().contains("Keys: type to find"), "{}", stage.text());
}

#[test]
fn overlays_are_clicked_and_closed() {
    let (scene, mut stage) = open("mouse-overlays", SMALL);
    // Find: the wheel goes through the list, clicks choose and go.
    stage.keys("/");
    stage.wheel("go_live", true);
    stage.keys("initial_request");
    stage.click("mobility.initial_request");
    shows(&mut stage, "Which protocol carries");
    // Why: an answer leads there.
    stage.keys("2/lyncdiscoverinternal<Enter>w");
    stage.wheel("Why?", true);
    stage.click_at(0, 23);
    assert!(!stage.text().contains("Why?"), "{}", stage.text());
    // The budget.
    stage.keys("<Esc><Right>b");
    shows(&mut stage, "Wildcard");
    stage.click("Wildcard");
    stage.click_at(0, 0);
    // A line that is asked for.
    stage.keys("4o<End>xy");
    stage.click("xy");
    stage.keys("z");
    shows(&mut stage, "zxy");
    stage.click_at(0, 0);
    assert!(!stage.text().contains("zxy"), "{}", stage.text());
    // Certificates that exist.
    scene.write("proxy.pem", certificate("proxy.pem"));
    stage.keys("2lmouse-overlays/proxy.pem<Enter>");
    shows(&mut stage, "to be requested");
    stage.click("denfe02");
    assert_eq!(stage.text().matches("denfe02.corp.proseware.example").count(), 2, "{}", stage.text());
    stage.click_at(0, 0);
    assert!(!stage.text().contains("to be requested"), "{}", stage.text());
    // A choice.
    stage.keys("/initial_request<Esc>");
    scene.write("plan.yaml", &sample("two-domains").replace("Mobility for Proseware", "Theirs"));
    stage.keys("<Esc>1<C-s>");
    shows(&mut stage, "The file was changed");
    stage.click("Read the file");
    stage.click("Read the file");
    shows(&mut stage, "Theirs");
}

#[test]
fn the_start_page_is_clicked() {
    let scene = Scene::new("mouse-start");
    let mut stage = scene.open(None, SMALL, Look::Plain);
    stage.click("two-domains");
    stage.click("two-domains");
    stage.keys("<C-u>mouse-start/new.yaml<Enter>");
    assert_eq!(scene.read("new.yaml"), sample("two-domains"));
}

#[test]
fn the_mouse_can_be_given_to_the_terminal_and_that_is_remembered() {
    let (scene, mut stage) = open("mouse-off", SMALL);
    assert!(stage.program.has_mouse());
    stage.keys("<F9>");
    assert!(!stage.program.has_mouse());
    shows(&mut stage, "select text");
    drop(stage);
    let mut stage = scene.open(Some("plan.yaml"), SMALL, Look::Plain);
    assert!(!stage.program.has_mouse());
    stage.keys("<F9>");
    assert!(stage.program.has_mouse());
}

#[test]
fn on_a_screen_that_shows_nothing_clicks_do_nothing() {
    let scene = Scene::with_plan("mouse-small", sample("two-domains"));
    let mut stage = scene.open(Some("plan.yaml"), (30, 10), Look::Plain);
    let before = stage.text();
    for y in 0..12 {
        stage.click_at(4, y);
        stage.wheel_at(4, y, true);
    }
    assert_eq!(stage.text(), before);
}
