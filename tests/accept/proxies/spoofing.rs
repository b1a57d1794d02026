//! gixy, which looks for weaknesses of nginx configurations, finds none of medium or higher severity.
#![expect(clippy::disallowed_methods, reason = "tests look at the world, and fail loudly")]

use std::fs;

use super::plans::{every_plan, laid_out, variations};
use crate::common::{Desk, call, said, tool};

/// Of medium severity and above.
const LEVEL: &str = "-ll";

#[test]
fn gixy_finds_no_weakness_in_the_configuration_of_any_plan() {
    let Some(gixy) = tool("gixy") else {
        return;
    };
    let all = tempfile::tempdir().unwrap();
    let plans = every_plan().into_iter().map(|(_, text)| {
        let desk = Desk::with_sample("standard-edition");
        desk.write("plan.yaml", &text);
        desk
    });
    let varied = variations().into_iter().map(|(sample, answers)| {
        let desk = Desk::with_sample(sample);
        desk.set(answers);
        desk
    });
    let mut files = Vec::new();
    for desk in plans.chain(varied) {
        for (_, folder) in laid_out(&desk, "nginx") {
            let file = format!("{}.conf", files.len());
            fs::copy(desk.path(&folder).join("nginx.conf"), all.path().join(&file)).unwrap();
            files.push(file);
        }
    }
    assert!(files.len() > 30, "{files:?}");
    let arguments: Vec<&str> = std::iter::once(LEVEL).chain(files.iter().map(String::as_str)).collect();
    let output = call(&gixy, all.path(), &arguments);
    assert!(output.status.success() && said(&output).contains("No issues found"), "{}", said(&output));
}

#[test]
fn gixy_finds_a_weakness_where_one_is() {
    let Some(gixy) = tool("gixy") else {
        return;
    };
    let desk = Desk::with_sample("standard-edition");
    let laid = laid_out(&desk, "nginx");
    let folder = desk.path(&laid.first().unwrap().1);
    let sound = fs::read_to_string(folder.join("nginx.conf")).unwrap();
    let weak = sound.replacen("Host $host;", "Host $http_host;", 1);
    assert_ne!(sound, weak);
    fs::write(folder.join("weak.conf"), weak).unwrap();
    let output = call(&gixy, &folder, &[LEVEL, "weak.conf"]);
    assert!(!output.status.success() && said(&output).contains("host_spoofing"), "{}", said(&output));
}
