//! What tests of the whole program share: a desk to work at, a way to start the program there, and the real programs.
#![allow(dead_code, reason = "no test binary uses everything that is shared")]
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::SystemTime;

use serde_json::Value as Json;
use tempfile::TempDir;
use ucplan::catalog::samples;

/// The day of every run, unless a test says otherwise.
pub const DAY: &str = "2027-01-05";

/// A folder with a plan in it (`plan.yaml`), a home of its own, and room for output (`out`).
pub struct Desk(TempDir);

/// How a run of the program ended.
#[derive(Debug)]
pub struct Ended {
    /// The exit code.
    pub code: i32,
    /// What it printed.
    pub out: String,
    /// What it complained about.
    pub err: String,
}

impl Ended {
    /// The same, known to have ended with this exit code.
    #[track_caller]
    pub fn with(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}{}", self.out, self.err);
        self
    }

    /// The files that it said it changes, each behind its sign, such as `~ README.md`.
    pub fn changes(&self) -> Vec<String> {
        let signs = ["+ ", "~ ", "! ", "- "];
        let lines = self.out.lines().filter(|line| signs.iter().any(|sign| line.starts_with(sign)));
        lines.map(|line| line.split(" (").next().unwrap_or(line).to_owned()).collect()
    }
}

/// The text of a sample plan.
pub fn sample(name: &str) -> &'static str {
    samples()
        .into_iter()
        .find(|sample| sample.name == name)
        .unwrap_or_else(|| panic!("no sample {name}"))
        .text
}

/// The names of all sample plans.
pub fn sample_names() -> Vec<&'static str> {
    samples().iter().map(|sample| sample.name).collect()
}

/// Every scenario: its name and its plan.
pub fn scenarios() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let plans = texts(&root, "/plan.yaml").into_iter();
    plans.map(|(path, text)| (path.trim_end_matches("/plan.yaml").to_owned(), text)).collect()
}

/// Every plan that is known, samples and scenarios: its name and its text.
pub fn plans() -> Vec<(String, String)> {
    let own = samples().into_iter().map(|sample| (sample.name.to_owned(), sample.text.to_owned()));
    own.chain(scenarios()).collect()
}

impl Desk {
    /// A desk with this sample as its plan.
    pub fn with_sample(name: &str) -> Self {
        Self::with_plan(sample(name))
    }

    /// A desk with this text as its plan.
    pub fn with_plan(text: &str) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.write("plan.yaml", text);
        desk
    }

    /// A desk where this sample, with these answers, was generated into `out`.
    #[track_caller]
    pub fn generated(sample: &str, answers: &[&str]) -> Self {
        let desk = Self::with_sample(sample);
        desk.set(answers);
        desk.generate(&[]).with(0);
        desk
    }

    /// The same, but only artifacts of one kind; without certificates no key has to be made.
    #[track_caller]
    pub fn generated_only(kind: &str, sample: &str, answers: &[&str]) -> Self {
        let desk = Self::with_sample(sample);
        desk.set(answers);
        desk.generate(&["--only", kind]).with(0);
        desk
    }

    /// A path on the desk.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The output folder.
    pub fn out(&self) -> PathBuf {
        self.path("out")
    }

    /// The text of a file on the desk.
    #[track_caller]
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Writes a file on the desk, with the folders that it needs.
    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The program, about to be started here, away from the settings of whoever runs the tests.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ucplan"));
        command.args(arguments).current_dir(self.0.path()).env("NO_COLOR", "1").env_remove("XDG_CONFIG_HOME");
        command.env_remove("UCPLAN_KEY_PASSPHRASE");
        for home in ["HOME", "USERPROFILE", "APPDATA"] {
            command.env(home, self.path("home"));
        }
        command
    }

    /// Runs the program here.
    #[track_caller]
    pub fn run(&self, arguments: &[&str]) -> Ended {
        let output = self.command(arguments).output().unwrap();
        let code = output.status.code().unwrap_or_else(|| panic!("{}: {}", output.status, said(&output)));
        Ended {
            code,
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Changes answers of the plan.
    #[track_caller]
    pub fn set(&self, answers: &[&str]) {
        if !answers.is_empty() {
            self.run(&[&["set", "plan.yaml"], answers].concat()).with(0);
        }
    }

    /// Generates the plan into `out`, as of [`DAY`]; a day among the further arguments wins.
    #[track_caller]
    pub fn generate(&self, more: &[&str]) -> Ended {
        let day: &[&str] = if more.contains(&"--as-of") { &[] } else { &["--as-of", DAY] };
        self.run(&[&["generate", "plan.yaml", "--out", "out"], day, more].concat())
    }

    /// What `show PART --json` has under that part.
    #[track_caller]
    pub fn shown(&self, part: &str) -> Vec<Json> {
        let ended = self.run(&["show", "plan.yaml", part, "--json"]);
        let document: Json =
            serde_json::from_str(&ended.out).unwrap_or_else(|error| panic!("{error}: {ended:?}"));
        document[part].as_array().unwrap_or_else(|| panic!("no {part}: {document}")).clone()
    }

    /// What `MANIFEST.json` in `out` says.
    #[track_caller]
    pub fn manifest(&self) -> Json {
        serde_json::from_str(&self.read("out/MANIFEST.json")).unwrap()
    }
}

/// Every file below a folder, by its path with `/`: its bytes and when it was written.
pub fn files(folder: &Path) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
    let mut files = BTreeMap::new();
    walk(folder, "", &mut |path, place| {
        if place.is_file() {
            let written = fs::metadata(place).unwrap().modified().unwrap();
            files.insert(path, (fs::read(place).unwrap(), written));
        }
    });
    files
}

/// Every file below a folder, by its path with `/`: its bytes.
pub fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files(folder).into_iter().map(|(path, (bytes, _))| (path, bytes)).collect()
}

/// The files below a folder whose paths end so, by path: their texts.
pub fn texts(folder: &Path, end: &str) -> BTreeMap<String, String> {
    let fitting = bytes(folder).into_iter().filter(|(path, _)| path.ends_with(end));
    fitting.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

/// The folders below a folder that hold nothing.
pub fn empty_folders(folder: &Path) -> Vec<String> {
    let mut empty = Vec::new();
    walk(folder, "", &mut |path, place| {
        if place.is_dir() && fs::read_dir(place).unwrap().next().is_none() {
            empty.push(path);
        }
    });
    empty
}

/// Visits everything below a folder.
fn walk(folder: &Path, prefix: &str, visit: &mut dyn FnMut(String, &Path)) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let place = entry.unwrap().path();
        let name = place.file_name().unwrap().to_str().unwrap();
        let path = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}/{name}") };
        visit(path.clone(), &place);
        if place.is_dir() {
            walk(&place, &path, visit);
        }
    }
}

/// A real program, where it is installed. Where it must be (`UCPLAN_REQUIRE_TOOLS=1`), its absence fails the test; else
/// the test that asked is skipped, and says so past the test runner's own capture.
#[track_caller]
pub fn tool(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let system = ["/usr/local/sbin", "/usr/sbin", "/sbin"].map(PathBuf::from);
    let found = std::env::split_paths(&path)
        .chain(system)
        .map(|folder| folder.join(name).with_extension(std::env::consts::EXE_EXTENSION))
        .find(|program| program.is_file());
    if found.is_none() {
        skip(&format!("{name} is not installed"));
    }
    found
}

/// A Python that can import these modules: the one that `tests/run` makes below `target/tools`, else the system's own.
#[track_caller]
pub fn python_with(modules: &[&str]) -> Option<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/bin/python3");
    let python = if own.is_file() { own } else { tool("python3")? };
    let import = format!("import {}", modules.join(", "));
    let can = call(&python, Path::new("."), &["-c", &import]).status.success();
    if !can {
        skip(&format!("{} can't `{import}`", python.display()));
    }
    can.then_some(python)
}

/// Says aloud that a test is skipped, or fails it where nothing may be skipped.
#[track_caller]
pub fn skip(reason: &str) {
    assert!(std::env::var_os("UCPLAN_REQUIRE_TOOLS").is_none_or(|value| value != "1"), "{reason}");
    aloud(&format!("SKIPPED: {reason}"));
}

/// Says something past the test runner's own capture.
pub fn aloud(words: &str) {
    let _ = std::io::stderr().write_all(format!("\n{words}\n").as_bytes());
}

/// Runs a real program in a folder.
#[track_caller]
pub fn call(program: &Path, folder: &Path, arguments: &[&str]) -> Output {
    let output = Command::new(program).args(arguments).current_dir(folder).output();
    output.unwrap_or_else(|error| panic!("{}: {error}", program.display()))
}

/// The same, known to have succeeded: everything that it said.
#[track_caller]
pub fn succeed(program: &Path, folder: &Path, arguments: &[&str]) -> String {
    let output = call(program, folder, arguments);
    assert!(output.status.success(), "{} {arguments:?}: {}", program.display(), said(&output));
    said(&output)
}

/// Everything that a program said, on both of its outputs.
pub fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
