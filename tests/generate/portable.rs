//! Files have names that every system can hold, and whoever speaks of a file calls it so.

use crate::common::{Desk, bytes, sample};

/// What Windows would take for a device, whatever its ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com1", "lpt9"];

#[test]
fn a_zone_or_a_server_called_as_a_device_gets_a_file_that_windows_can_hold() {
    let desk = Desk::with_plan(&sample("standard-edition").replace("edge01.ad.", "nul.ad."));
    desk.set(&["domains.sip=[con.example, litware.example]", "certificates.key=ecdsa-p256"]);
    desk.generate(&[]).with(0);
    let written = bytes(&desk.out());
    for path in written.keys() {
        let stems = path.split('/').map(|part| part.split('.').next().unwrap().to_ascii_lowercase());
        assert_eq!(stems.filter(|stem| DEVICES.contains(&stem.as_str())).count(), 0, "{path}");
    }
    let zone = desk.read("out/dns/external/_con.example.zone");
    assert!(zone.contains("$ORIGIN con.example."), "the zone itself keeps its name: {zone}");
    let manifest = desk.manifest();
    let listed: Vec<&str> =
        manifest["files"].as_array().unwrap().iter().map(|file| file["path"].as_str().unwrap()).collect();
    let [readme, runbook] = ["out/README.md", "out/runbook.md"].map(|document| desk.read(document));
    let strange: Vec<&String> = written.keys().filter(|path| path.contains("/_")).collect();
    assert!(strange.len() > 4, "{strange:?}");
    for path in strange {
        assert!(listed.contains(&path.as_str()), "{path}: {listed:?}");
        assert!(readme.contains(&format!("`{path}`")), "{path}: {readme}");
    }
    // A step names what its people need: not every list of names.
    for path in ["dns/external/_con.example.zone", "certificates/_nul.ad.litware.example-external/"] {
        assert!(runbook.contains(path), "{path}: {runbook}");
    }
    for text in [readme, runbook] {
        assert!(!text.contains("/con.example.") && !text.contains("/nul."), "{text}");
    }
    assert_eq!(desk.generate(&[]).with(0).changes(), [""; 0], "the second run finds its own files");
}
