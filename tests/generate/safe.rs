//! What people wrote is left alone: edited files are refused, strangers are never touched, links lead nowhere.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::fs;

use crate::common::{Desk, bytes, empty_folders, files, sample};

/// What makes a plan do without its reverse proxy, its public zones and one of its scripts.
const INSIDE: &[&str] =
    &["mobility.access=internal-only", "clients.internal_wifi=false", "mobility.click_to_join.enabled=false"];

/// The paths that the manifest lists.
fn listed(desk: &Desk) -> Vec<String> {
    let manifest = desk.manifest();
    manifest["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["path"].as_str().unwrap().to_owned())
        .collect()
}

/// Adds a line to a file of the output, as somebody with an editor would.
fn edit(desk: &Desk, path: &str) -> String {
    let edited = desk.read(&format!("out/{path}")) + "edited by hand\n";
    desk.write(&format!("out/{path}"), &edited);
    edited
}

#[test]
fn a_file_edited_by_hand_is_refused_by_name_and_nothing_is_written() {
    let desk = Desk::generated("two-domains", &[]);
    edit(&desk, "firewall/rules.csv");
    edit(&desk, "dns/external/proseware.example.zone");
    desk.set(&["domains.ttl=600", "sites[Denver].reverse_proxies[rp01].external.addresses=[198.51.100.99]"]);
    let before = files(&desk.out());
    let refused = desk.generate(&[]).with(2);
    for path in ["firewall/rules.csv", "dns/external/proseware.example.zone"] {
        assert!(refused.err.contains(&format!("`{path}`")), "{}", refused.err);
    }
    assert!(!refused.err.contains("README.md") && refused.err.contains("--force"), "{}", refused.err);
    assert_eq!(refused.out, "", "data goes to standard output, and there is none");
    assert!(files(&desk.out()) == before);
    let refused = desk.generate(&["--only", "dns"]).with(2);
    assert!(!refused.err.contains("rules.csv"), "what is not asked for is not looked at: {}", refused.err);
}

#[test]
fn force_overwrites_an_edited_file_and_keeps_it_as_orig() {
    let desk = Desk::generated("two-domains", &[]);
    let edited = edit(&desk, "firewall/rules.csv");
    assert_eq!(desk.generate(&["--force"]).with(0).changes(), ["! firewall/rules.csv"]);
    assert_eq!(desk.read("out/firewall/rules.csv.orig"), edited);
    assert!(!listed(&desk).contains(&"firewall/rules.csv.orig".to_owned()));
    let mut after = bytes(&desk.out());
    after.remove("firewall/rules.csv.orig");
    assert!(after == bytes(&Desk::generated("two-domains", &[]).out()), "all else is as in a new folder");
    assert_eq!(desk.generate(&[]).with(0).changes(), [""; 0]);
    assert_eq!(desk.read("out/firewall/rules.csv.orig"), edited, "it stays");
}

#[test]
fn a_second_force_loses_no_earlier_original() {
    let desk = Desk::generated("two-domains", &[]);
    let first = edit(&desk, "README.md");
    desk.generate(&["--force"]).with(0);
    let second = edit(&desk, "README.md") + "once more\n";
    desk.write("out/README.md", &second);
    desk.generate(&["--force"]).with(0);
    let kept: Vec<Vec<u8>> =
        bytes(&desk.out()).into_iter().filter(|(path, _)| path.contains(".orig")).map(|(_, b)| b).collect();
    for text in [first, second] {
        assert!(kept.contains(&text.into_bytes()), "an edited file is gone; kept are {} files", kept.len());
    }
}

#[test]
fn a_file_that_was_there_before_the_first_run_is_refused() {
    let desk = Desk::with_sample("two-domains");
    desk.write("out/README.md", "mine\n");
    let refused = desk.generate(&[]).with(2);
    assert!(refused.err.contains("`README.md`"), "{}", refused.err);
    assert_eq!(bytes(&desk.out()).into_keys().collect::<Vec<_>>(), ["README.md"]);
    desk.generate(&["--force"]).with(0);
    assert_eq!(desk.read("out/README.md.orig"), "mine\n");
}

#[test]
fn what_is_no_longer_needed_goes_and_takes_its_empty_folders_along() {
    let desk = Desk::generated("two-domains", &[]);
    desk.write("out/dns/notes.txt", "a stranger");
    desk.write("out/certificates/rp01/listener.pem", "a stranger");
    desk.set(INSIDE);
    let told = desk.generate(&[]).with(0).changes();
    for gone in
        ["certificates/rp01/names.txt", "reverse-proxy/rp01/nginx.conf", "server/80-click-to-join.ps1"]
    {
        assert!(told.contains(&format!("- {gone}")), "{told:?}");
        assert!(!desk.path(&format!("out/{gone}")).exists(), "{gone}");
        assert!(!listed(&desk).contains(&gone.to_owned()), "{gone}");
    }
    assert!(!desk.path("out/reverse-proxy").exists());
    assert_eq!(empty_folders(&desk.out()), [""; 0]);
    assert_eq!(desk.read("out/dns/notes.txt"), "a stranger");
    assert_eq!(desk.read("out/certificates/rp01/listener.pem"), "a stranger");
    let mut after = bytes(&desk.out());
    after.retain(|path, _| !path.ends_with("notes.txt") && !path.ends_with("listener.pem"));
    let fresh = bytes(&Desk::generated("two-domains", INSIDE).out());
    assert_eq!(after.keys().collect::<Vec<_>>(), fresh.keys().collect::<Vec<_>>());
}

#[test]
fn an_edited_file_that_is_no_longer_needed_is_never_removed() {
    let desk = Desk::generated("two-domains", &[]);
    let edited = edit(&desk, "server/80-click-to-join.ps1");
    desk.set(&["mobility.click_to_join.enabled=false"]);
    let before = files(&desk.out());
    let refused = desk.generate(&[]).with(2);
    assert!(refused.err.contains("`server/80-click-to-join.ps1`"), "{}", refused.err);
    assert!(files(&desk.out()) == before);
    desk.generate(&["--force"]).with(0);
    assert_eq!(desk.read("out/server/80-click-to-join.ps1"), edited);
    assert!(!listed(&desk).contains(&"server/80-click-to-join.ps1".to_owned()), "it is a stranger now");
    assert_eq!(desk.generate(&[]).with(0).changes(), [""; 0]);
}

#[test]
fn files_that_the_manifest_does_not_list_are_never_touched() {
    let desk = Desk::generated("two-domains", &[]);
    let strangers =
        ["notes.txt", "server/99-mine.ps1", "dns/external/other.example.zone", "README.md~", ".git/config"];
    for path in strangers {
        desk.write(&format!("out/{path}"), "a stranger");
    }
    desk.set(INSIDE);
    desk.set(&["domains.sip=[proseware.example]"]);
    desk.generate(&["--force"]).with(0);
    for path in strangers {
        assert_eq!(desk.read(&format!("out/{path}")), "a stranger", "{path}");
    }
}

#[test]
fn a_manifest_that_leads_out_of_the_folder_removes_nothing_there() {
    let desk = Desk::generated("two-domains", &[]);
    desk.write("precious.txt", "precious");
    let digest = ucplan::artifact::sha256(b"precious");
    let mut manifest = desk.manifest();
    for path in ["../precious.txt", desk.path("precious.txt").to_str().unwrap(), "dns/../../precious.txt"] {
        let entry =
            serde_json::json!({ "path": path, "sha256": digest, "artifact": "dns", "audience": "dns" });
        manifest["files"].as_array_mut().unwrap().push(entry);
    }
    desk.write("out/MANIFEST.json", &manifest.to_string());
    desk.generate(&["--force"]).with(0);
    assert_eq!(desk.read("precious.txt"), "precious");
    assert!(!desk.read("out/MANIFEST.json").contains("precious"));
}

#[test]
fn a_manifest_that_is_none_is_refused() {
    let desk = Desk::generated("two-domains", &[]);
    desk.write("out/MANIFEST.json", "{}");
    let before = files(&desk.out());
    let refused = desk.generate(&["--force"]).with(3);
    assert!(refused.err.contains("MANIFEST.json"), "{}", refused.err);
    assert!(files(&desk.out()) == before);
}

#[cfg(unix)]
#[test]
fn a_folder_or_file_that_leads_elsewhere_is_refused() {
    use std::os::unix::fs::symlink;
    for (linked, folder) in [("dns", true), ("certificates/rp01", true), ("README.md", false)] {
        let desk = Desk::with_sample("two-domains");
        fs::create_dir_all(desk.path("out/certificates")).unwrap();
        if folder {
            fs::create_dir(desk.path("elsewhere")).unwrap();
        } else {
            desk.write("elsewhere", "theirs");
        }
        symlink(desk.path("elsewhere"), desk.path(&format!("out/{linked}"))).unwrap();
        let refused = desk.generate(&["--force"]).with(3);
        assert!(refused.err.contains(linked) && refused.err.contains("leads elsewhere"), "{}", refused.err);
        assert!(bytes(&desk.path("elsewhere")).is_empty(), "{linked}");
        assert!(folder || desk.read("elsewhere") == "theirs");
        assert!(!desk.path("out/MANIFEST.json").exists(), "nothing is written at all");
    }
}

#[cfg(unix)]
#[test]
fn keeping_an_original_does_not_write_through_a_link() {
    let desk = Desk::generated("two-domains", &[]);
    desk.write("precious.txt", "precious");
    std::os::unix::fs::symlink(desk.path("precious.txt"), desk.path("out/README.md.orig")).unwrap();
    edit(&desk, "README.md");
    desk.generate(&["--force"]);
    assert_eq!(desk.read("precious.txt"), "precious");
}

/// The small sample with a second site like the first; the proxies of both have one name.
fn two_sites() -> String {
    let text = sample("standard-edition");
    let site = &text[text.find("  - name: Portland").unwrap()..text.find("\nmobility:").unwrap()];
    let names =
        ["Portland", "sfb01.ad", "edge01.ad", "sfbweb.", "sip.litware", "webconf.", "av.litware", "192.0.2."];
    let others = [
        "Salem",
        "sfb02.ad",
        "edge02.ad",
        "sfbweb2.",
        "sip2.litware",
        "webconf2.",
        "av2.litware",
        "192.0.3.",
    ];
    let second =
        names.iter().zip(others).fold(site.to_owned(), |site, (name, other)| site.replace(name, other));
    text.replacen("\nmobility:", &format!("{second}\nmobility:"), 1)
}

#[test]
fn two_proxies_whose_files_would_have_one_name_are_found_before_anything_is_written() {
    for name in ["rp01", "RP01"] {
        let desk = Desk::with_sample("standard-edition");
        let renamed = [("name: rp01", "name: "), ("reverse_proxy: rp01", "reverse_proxy: ")];
        let plan = renamed
            .iter()
            .fold(two_sites(), |plan, (old, new)| plan.replacen(old, &format!("{new}{name}"), 1));
        desk.write("plan.yaml", &plan);
        let refused = desk.generate(&[]).with(1);
        assert!(refused.out.contains("rp01"), "{}", refused.out);
        assert!(!desk.out().exists());
    }
}

#[test]
fn an_output_folder_that_is_a_file_is_refused() {
    let desk = Desk::with_sample("two-domains");
    desk.write("out", "a file");
    let refused = desk.generate(&["--force"]).with(3);
    assert!(refused.err.contains("out"), "{}", refused.err);
    assert_eq!(desk.read("out"), "a file");
}

#[test]
fn an_edited_file_of_another_encoding_is_known_too() {
    let desk = Desk::with_sample("standard-edition");
    desk.set(&["certificates.keys_made=on-target", "certificates.subject.organization=주식회사"]);
    desk.generate(&["--only", "certificates"]).with(0);
    let place = desk.path("out/certificates/sfb01.ad.litware.example/request.inf");
    let mut wide = fs::read(&place).unwrap();
    assert!(wide.starts_with(&[0xFF, 0xFE]));
    assert_eq!(desk.generate(&["--only", "certificates"]).with(0).changes(), [""; 0]);
    desk.set(&["certificates.subject.organization=다른 회사"]);
    desk.generate(&["--only", "certificates"]).with(0);
    assert_ne!(fs::read(&place).unwrap(), wide, "what nobody edited is replaced");
    wide.extend([b';', 0]);
    fs::write(&place, &wide).unwrap();
    let refused = desk.generate(&["--only", "certificates"]).with(2);
    assert!(refused.err.contains("request.inf"), "{}", refused.err);
    desk.generate(&["--only", "certificates", "--force"]).with(0);
    assert_eq!(fs::read(place.with_file_name("request.inf.orig")).unwrap(), wide);
}
