//! Partials: what the templates of a folder take in, embedded or the user's own, with mistakes told where they stand.

use ucplan::catalog::{Templates, template_file};

use crate::common::{Desk, bytes};

const STAGE: &str = "server/powershell/stage.ps1.j2";
const SHARED: &str = "server/powershell/shared.ps1.j2";
const STEPS: &str = "server/powershell/steps.ps1.j2";

/// A folder of one's own that takes in `lines.j2` by the table's template.
const MANIFEST: &str = "name: Mine\npartials: [lines.j2, words.j2]\nfiles:\n  - template: table.txt.j2\n    path: firewall/mine.txt\n    \
                        dialect: csv\n    artifact: firewall\n    audience: firewall\n";

/// A desk with a vendor of its own whose partial has this text.
fn desk(lines: &str) -> Desk {
    let desk = Desk::with_sample("two-domains");
    desk.write("own/templates/firewall/mine/manifest.yaml", MANIFEST);
    desk.write("own/templates/firewall/mine/table.txt.j2", "head\n{% include \"lines.j2\" %}\n");
    desk.write("own/templates/firewall/mine/lines.j2", lines);
    desk
}

#[test]
fn the_scripts_take_in_what_they_share() {
    let templates = Templates::default();
    assert_eq!(templates.partials(STAGE).into_keys().collect::<Vec<_>>(), [SHARED, STEPS]);
    let function = "function Test-Value($Found, $Wanted)";
    for path in [STAGE, STEPS, "server/powershell/verify.ps1.j2"] {
        assert!(!template_file(path).unwrap().contains(function), "{path}");
    }
    let desk = Desk::generated_only("server", "two-domains", &[]);
    for script in ["15-simple-urls", "verify"] {
        let text = desk.read(&format!("out/server/{script}.ps1"));
        assert_eq!(text.matches(function).count(), 1, "{script}");
        assert!(!text.contains("{%") && !text.contains("{{"), "{script}");
    }
}

#[test]
fn a_partial_of_ones_own_changes_the_scripts_that_take_it_in() {
    let desk = Desk::with_sample("two-domains");
    let own = template_file(STEPS).unwrap().replace("function Get-Line(", "function Get-Mine(");
    desk.write(&format!("own/templates/{STEPS}"), &own);
    desk.generate(&["--config", "own", "--only", "server"]).with(0);
    let plain = bytes(&Desk::generated_only("server", "two-domains", &[]).out());
    for (path, script) in bytes(&desk.out()).into_iter().filter(|(path, _)| path.ends_with(".ps1")) {
        let is_mine = String::from_utf8(script.clone()).unwrap().contains("function Get-Mine(");
        assert_eq!(is_mine, path != "server/verify.ps1", "{path}");
        assert_eq!(script == plain[&path], !is_mine, "{path}");
    }
    let told = desk.run(&["catalog", "diff", "--config", "own"]).with(1).out;
    assert!(told.contains("+function Get-Mine("), "{told}");
}

#[test]
fn a_folder_of_ones_own_has_partials_and_values_in_them_are_quoted() {
    let desk = desk("{% from \"words.j2\" import word %}\n{{ plan.organization }},{{ word(plan.title) }}\n");
    desk.write("own/templates/firewall/mine/words.j2", "{% macro word(text) %}{{ text }}{% endmacro %}\n");
    desk.set(&["title='=1,2'"]);
    desk.generate(&["--config", "own", "--only", "firewall"]).with(0);
    assert_eq!(desk.read("out/firewall/mine.txt"), "head\nProseware,\"'=1,2\"\n");
    let checked = desk.run(&["check", "plan.yaml", "--config", "own"]).with(0).out;
    assert!(!checked.contains("override-unused"), "{checked}");
}

#[test]
fn a_mistake_in_a_partial_is_told_with_its_own_name_and_line() {
    let endless = "{% for a in range(9999) %}{% for b in range(9999) %}{{ a }}{% endfor %}{% endfor %}";
    for (lines, place) in [
        ("fine\n{{ nothing }}\n", "firewall/mine/lines.j2:2: "),
        ("fine\n\n{% if %}\n", "firewall/mine/lines.j2:3: "),
        ("{% for flow in flows %}\n", "firewall/mine/lines.j2:"),
        (endless, "firewall/mine/lines.j2:1: "),
        ("{% include \"words.j2\" %}", "firewall/mine/words.j2:2: "),
        ("{% include \"lines.j2\" %}", "firewall/mine/lines.j2:1: "),
        // A file that the manifest does not name, and one of another folder.
        ("{% include \"other.j2\" %}", "firewall/mine/lines.j2:1: template not found"),
        ("\n{% include \"../csv/rules.csv.j2\" %}", "firewall/mine/lines.j2:2: template not found"),
    ] {
        let desk = desk(lines);
        desk.write("own/templates/firewall/mine/words.j2", "fine\n{{ nothing }}\n");
        desk.write("own/templates/firewall/mine/other.j2", "other\n");
        let told = desk.run(&["check", "plan.yaml", "--config", "own"]).with(1).out;
        let reason = told.lines().find(|line| line.contains("template-fails")).unwrap_or_default();
        assert!(reason.contains(place), "{lines}: {told}");
        desk.generate(&["--config", "own"]).with(1);
        assert!(!desk.out().exists());
    }
}

#[test]
fn a_template_is_copied_with_what_it_takes_in() {
    let desk = Desk::with_sample("two-domains");
    let own = |path: &str| desk.path(&format!("own/templates/{path}"));
    desk.run(&["catalog", "export", SHARED, "--config", "own"]).with(0);
    assert!(own(SHARED).exists() && !own(STEPS).exists());
    desk.write(&format!("own/templates/{SHARED}"), "mine\n");
    let told = desk.run(&["catalog", "export", STAGE, "--config", "own"]).with(0).out;
    assert!(
        told.contains("stage.ps1.j2") && told.contains("steps.ps1.j2") && !told.contains("shared"),
        "{told}"
    );
    assert_eq!(desk.read(&format!("own/templates/{SHARED}")), "mine\n", "an earlier copy stays");
    assert_eq!(desk.read(&format!("own/templates/{STEPS}")), template_file(STEPS).unwrap());
    desk.run(&["catalog", "export", "server/powershell/manifest.yaml", "--config", "none"]).with(0);
    assert!(!desk.path(&format!("none/templates/{STEPS}")).exists(), "a manifest takes nothing in");
}
