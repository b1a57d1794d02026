//! The real programs read whole files, and tell what they found in them: each in its own words, as a list of parts in which
//! no comment is left.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests look at the world, and fail loudly"
)]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value as Json, json};
use tempfile::TempDir;
use x509_parser::prelude::{FromDer as _, X509CertificationRequest};

use crate::common::{call, python_with, said, skip, succeed, tool};
#[cfg(unix)]
use crate::running::haproxy_objects;
use crate::structure::flat;

/// A file of a plan.
#[derive(Clone)]
pub struct Whole {
    /// Its path in the output.
    pub path: String,
    /// What is in it.
    pub text: String,
    /// The list of names that a proxy's configuration reads from beside it.
    pub names: Option<String>,
}

/// What a program found in a file, or why it does not take it.
pub type Told = Result<Vec<String>, String>;

/// A program that reads a kind of file.
pub struct Reader {
    /// The program.
    program: &'static str,
    /// What is in the file's path, and how that ends.
    takes: (&'static str, &'static str),
    /// Whether it tells all that a file says, so that nobody else has to read it.
    pub tells_all: bool,
    how: How,
}

enum How {
    /// It is started for each file.
    Run(fn(&Bench, &Path, &Whole) -> Told),
    /// It is a reader of the script beside this file.
    Script(&'static str),
}

const fn run(program: &'static str, end: &'static str, read: fn(&Bench, &Path, &Whole) -> Told) -> Reader {
    Reader { program, takes: ("", end), tells_all: true, how: How::Run(read) }
}

const fn script(within: &'static str, end: &'static str, kind: &'static str) -> Reader {
    Reader { program: "python3", takes: (within, end), tells_all: true, how: How::Script(kind) }
}

const READERS: &[Reader] = &[
    run("apache2", "apache.conf", apache),
    run("caddy", "Caddyfile", caddy),
    run("named-checkzone", ".zone", zone),
    run("nft", ".nft", nftables),
    run("openssl", "openssl.cnf", openssl),
    script("", "nginx.conf", "nginx"),
    script("", ".js", "dnscontrol"),
    script("octodns/", ".yaml", "octodns"),
    // It accepts the file; what it made of it, only the reader above tells.
    Reader { tells_all: false, ..run("nginx", "nginx.conf", nginx) },
    // It tells what it made of the file, but for the rules within its sections.
    Reader { tells_all: false, ..run("haproxy", "haproxy.cfg", haproxy) },
];

/// The readers of a file.
pub fn readers(path: &str) -> impl Iterator<Item = &'static Reader> {
    READERS.iter().filter(move |reader| path.contains(reader.takes.0) && path.ends_with(reader.takes.1))
}

/// A place to read at, and the programs that are here.
pub struct Bench {
    folder: TempDir,
    programs: Vec<(&'static str, PathBuf)>,
    unshare: PathBuf,
}

impl Bench {
    /// The programs that are not here are told aloud.
    pub fn new() -> Self {
        let mut programs: Vec<(&'static str, PathBuf)> = Vec::new();
        let unshare = tool("unshare").filter(|unshare| {
            let is_able = call(unshare, Path::new("."), &["-rn", "true"]).status.success();
            if !is_able {
                skip("no network namespace may be made");
            }
            is_able
        });
        let mut names: Vec<&'static str> = READERS.iter().map(|reader| reader.program).collect();
        names.dedup();
        for name in names {
            let found = match name {
                "python3" => python_with(&["crossplane", "dukpy", "octodns"]),
                "nft" | "haproxy" if unshare.is_none() => None,
                name => tool(name),
            };
            programs.extend(found.map(|path| (name, path)));
        }
        let bench =
            Self { folder: tempfile::tempdir().unwrap(), programs, unshare: unshare.unwrap_or_default() };
        bench.certify();
        bench
    }

    fn program(&self, name: &str) -> Option<&Path> {
        self.programs.iter().find(|(own, _)| *own == name).map(|(_, path)| path.as_path())
    }

    /// A certificate, its key under each name that a product wants, and the authority.
    fn certify(&self) {
        let (Some(openssl), folder) = (self.program("openssl"), self.folder.path()) else { return };
        fs::create_dir_all(folder.join("tls")).unwrap();
        let made = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -days 2 -subj /CN=x -addext \
                    subjectAltName=DNS:x.example -keyout tls/listener.key -out tls/listener.pem";
        succeed(openssl, folder, &made.split_whitespace().collect::<Vec<_>>());
        fs::copy(folder.join("tls/listener.pem"), folder.join("tls/internal-ca.pem")).unwrap();
        fs::copy(folder.join("tls/listener.key"), folder.join("tls/listener.pem.key")).unwrap();
    }

    /// Whether a program that reads the file is here.
    pub fn can_read(&self, path: &str) -> bool {
        readers(path).any(|reader| self.program(reader.program).is_some())
    }

    /// What the programs found in the files of several plans: by the plan, and the program and the file's label. Without
    /// those that are not here.
    pub fn read<'w>(
        &self,
        files: impl Iterator<Item = ((usize, &'w String), &'w Whole)>,
    ) -> Vec<((usize, String), Told)> {
        let (mut told, mut labels, mut asked) = (Vec::new(), Vec::new(), Vec::new());
        for ((plan, label), whole) in files {
            for reader in readers(&whole.path).filter(|reader| self.program(reader.program).is_some()) {
                let label = (plan, format!("{}: {label}", reader.program));
                match reader.how {
                    How::Run(read) => told.push((label, read(self, self.folder.path(), whole))),
                    How::Script(kind) => {
                        labels.push(label);
                        asked.push(json!([kind, whole.text]));
                    }
                }
            }
        }
        if !asked.is_empty() {
            told.extend(labels.into_iter().zip(self.ask(&asked)));
        }
        told
    }

    /// What the readers in Python found.
    fn ask(&self, files: &[Json]) -> Vec<Told> {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/hostile/readers.py");
        let mut command = Command::new(self.program("python3").unwrap());
        command.args(["-X", "utf8", script]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut running = command.spawn().unwrap();
        let mut input = running.stdin.take().unwrap();
        // It answers when it has read everything.
        input.write_all(json!(files).to_string().as_bytes()).unwrap();
        drop(input);
        let output = running.wait_with_output().unwrap();
        let told: Vec<Json> = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(told.len(), files.len());
        let told = told.into_iter();
        told.map(|one| {
            one["error"].as_str().map_or_else(|| Ok(flat(&one["found"])), |error| Err(error.to_owned()))
        })
        .collect()
    }

    /// What a program prints about a file; what it warns of counts as refused.
    fn output(&self, program: &str, arguments: &[&str]) -> Result<Vec<u8>, String> {
        let output = call(self.program(program).unwrap(), self.folder.path(), arguments);
        if output.status.success() { Ok(output.stdout) } else { Err(said(&output)) }
    }
}

fn lines(told: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(told).lines().map(|line| line.trim().to_owned()).collect()
}

fn parsed(told: &[u8]) -> Told {
    serde_json::from_slice(told).map(|value: Json| flat(&value)).map_err(|error| error.to_string())
}

fn nginx(bench: &Bench, folder: &Path, whole: &Whole) -> Told {
    fs::write(folder.join("nginx.conf"), &whole.text).unwrap();
    let path = folder.to_str().unwrap();
    let (prefix, file) = (format!("{path}/"), format!("{path}/nginx.conf"));
    let globals = format!("pid {path}/nginx.pid; error_log stderr;");
    let said = bench.output("nginx", &["-t", "-e", "stderr", "-p", &prefix, "-c", &file, "-g", &globals]);
    // Whoever may not listen on the ports of the plan hears of the grammar only.
    match said {
        Err(told) if !(told.contains("syntax is ok") && told.contains("Permission denied")) => Err(told),
        _ => Ok(Vec::new()),
    }
}

/// The tree of directives, each with its line.
fn apache(bench: &Bench, folder: &Path, whole: &Whole) -> Told {
    fs::write(folder.join("apache.conf"), &whole.text).unwrap();
    let path = folder.to_str().unwrap();
    let here = format!(
        "Define RUN {path}\nDefine LOGS {path}\nLoadModule info_module /usr/lib/apache2/modules/mod_info.so\n\
         Include {path}/apache.conf\n"
    );
    fs::write(folder.join("here.conf"), here).unwrap();
    let file = format!("{path}/here.conf");
    bench.output("apache2", &["-t", "-D", "DUMP_CONFIG", "-d", path, "-f", &file]).map(|told| lines(&told))
}

fn caddy(bench: &Bench, folder: &Path, whole: &Whole) -> Told {
    fs::write(folder.join("Caddyfile"), &whole.text).unwrap();
    parsed(&bench.output("caddy", &["adapt", "--adapter", "caddyfile", "--config", "Caddyfile"])?)
}

/// What the running program says that it has: addresses and sections, servers, conditions with their lines, names.
fn haproxy(bench: &Bench, folder: &Path, whole: &Whole) -> Told {
    fs::write(folder.join("haproxy.cfg"), &whole.text).unwrap();
    if let Some(names) = &whole.names {
        fs::write(folder.join("names.crt-list"), names).unwrap();
    }
    haproxy_objects(&bench.unshare, bench.program("haproxy").unwrap(), folder)
}

#[cfg(not(unix))]
fn haproxy_objects(_: &Path, _: &Path, _: &Path) -> Told {
    Err("it can't be asked here".to_owned())
}

/// The rules and sets as the kernel tells them back.
fn nftables(bench: &Bench, folder: &Path, whole: &Whole) -> Told {
    fs::write(folder.join("rules.nft"), &whole.text).unwrap();
    let script = format!("{0} -f rules.nft && {0} -j list ruleset", bench.program("nft").unwrap().display());
    let output = call(&bench.unshare, folder, &["-rn", "sh", "-c", &script]);
    if output.status.success() { parsed(&output.stdout) } else { Err(said(&output)) }
}

/// A name server that stands for those of a living zone, which a fragment is merged into.
const HEAD: &str =
    "$TTL 3600\n@ IN SOA ns.invalid. hostmaster.invalid. ( 1 7200 900 1209600 3600 )\n@ IN NS ns.invalid.\n";

/// The records that BIND loaded.
fn zone(bench: &Bench, folder: &Path, whole: &Whole) -> Told {
    let head = if whole.text.contains(" IN SOA ") { "" } else { HEAD };
    fs::write(folder.join("a.zone"), format!("{head}{}", whole.text)).unwrap();
    let name = Path::new(&whole.path).file_stem().unwrap().to_str().unwrap();
    let told = bench.output("named-checkzone", &["-D", "-o", "-", name, "a.zone"])?;
    let words = |line: String| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    // A point within the first part of a mail address is escaped; it is the same text.
    Ok(lines(&told).into_iter().flat_map(words).map(|word| word.replace('\\', "")).collect())
}

/// What a request for a certificate says that was made of the file: subject and extensions.
fn openssl(bench: &Bench, folder: &Path, whole: &Whole) -> Told {
    fs::write(folder.join("openssl.cnf"), &whole.text).unwrap();
    let made = ["req", "-new", "-config", "openssl.cnf", "-key", "tls/listener.key", "-outform", "DER"];
    let told = bench.output("openssl", &made)?;
    let (_, request) = X509CertificationRequest::from_der(&told).map_err(|error| error.to_string())?;
    let info = &request.certification_request_info;
    let attributes = info.subject.iter_attributes();
    let mut parts: Vec<String> = attributes
        .flat_map(|one| [one.attr_type().to_id_string(), one.as_str().unwrap_or_default().to_owned()])
        .collect();
    let extensions = request.requested_extensions().into_iter().flatten();
    parts.extend(extensions.map(|extension| format!("{extension:?}")));
    Ok(parts)
}
