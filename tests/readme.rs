//! The README is true: its commands run as they stand there, one after the other, and its table names what comes out.

use std::path::Path;
use std::process::Command;

fn readme() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

/// Runs a line of the README in a folder, the program being ours.
fn run(line: &str, folder: &Path) {
    let command = line.split('#').next().unwrap().trim();
    let (command, into) =
        command.split_once(" > ").map_or((command, None), |(command, file)| (command, Some(file)));
    let words: Vec<&str> = command.split_whitespace().skip(1).collect();
    let output = Command::new(env!("CARGO_BIN_EXE_ucplan"))
        .args(&words)
        .current_dir(folder)
        .env("HOME", folder.join("home"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    if let Some(file) = into {
        std::fs::write(folder.join(file), output.stdout).unwrap();
    }
}

#[test]
fn the_commands_of_the_readme_run_in_their_order() {
    let folder = tempfile::tempdir().unwrap();
    let readme = readme();
    let blocks = readme.split("```sh\n").skip(1).map(|block| block.split("```").next().unwrap());
    let lines: Vec<&str> = blocks.flat_map(str::lines).filter(|line| line.starts_with("ucplan ")).collect();
    assert!(lines.len() >= 7, "{lines:?}");
    for line in lines {
        run(line, folder.path());
    }
    let plan = std::fs::read_to_string(folder.path().join("plan.yaml")).unwrap();
    assert!(plan.contains("initial_request: http "), "`ucplan set` has set it");
    assert!(!folder.path().join("artifacts").exists(), "a dry run writes nothing");
    let schema = std::fs::read_to_string(folder.path().join("ucplan.schema.json")).unwrap();
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    assert_eq!(
        schema["properties"]["mobility"]["properties"]["initial_request"]["anyOf"][0]["default"],
        "https"
    );
}

#[test]
fn the_table_of_the_readme_names_every_kind_of_file() {
    let folder = tempfile::tempdir().unwrap();
    run("ucplan new plan.yaml --sample standard-edition", folder.path());
    run("ucplan generate plan.yaml --out out", folder.path());
    let manifest = std::fs::read_to_string(folder.path().join("out/MANIFEST.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    let readme = readme();
    for file in manifest["files"].as_array().unwrap() {
        let path = Path::new(file["path"].as_str().unwrap());
        let name = path.file_name().unwrap().to_str().unwrap();
        let ending = path.extension().unwrap().to_str().unwrap();
        assert!(
            readme.contains(&format!("`{name}`"))
                || readme.contains(&format!("/{name}`"))
                || readme.contains(&format!(">.{ending}`")),
            "the README does not speak of {name}"
        );
    }
}
