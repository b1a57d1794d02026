//! Vendors: a folder `templates/<kind>/<vendor>/` that introduces itself in a manifest, and what users lay over it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::assets::{template_file, template_paths};
use super::authority::PublicAuthority;
use super::dialect::{Dialect, Encoding, Newline};

/// What a template is rendered for: once for the plan, or once for each of these.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Each {
    /// What its kind is about: a certificate, a reverse proxy, a load balancer, a script; else the plan.
    #[default]
    Thing,
    /// The plan as a whole.
    Plan,
    /// A DNS zone in one view.
    Zone,
    /// An appliance of Cloud Connector.
    Appliance,
}

/// How much of a zone a product takes at once.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// How many records.
    pub records: usize,
    /// How many characters in all of their values.
    pub characters: usize,
}

/// Command lines for a file, in its folder; empty where there are none.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Commands {
    /// Judges the file, and changes nothing.
    pub check: String,
    /// Puts it to use.
    pub apply: String,
    /// Takes it back.
    pub undo: String,
}

/// A file that a vendor's folder makes.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Output {
    /// The template, by its path below the vendor's folder (or `../<vendor>/<file>` to share another's of the kind, or
    /// `/<kind>/<vendor>/<file>` to share any).
    pub template: String,
    /// Where the file goes: a template itself, below the output folder.
    pub path: String,
    /// What there is one file for.
    #[serde(default)]
    pub each: Each,
    /// How much of a zone one file takes; what is more goes into further files.
    #[serde(default)]
    pub at_most: Option<Limit>,
    /// The language of the file.
    pub dialect: Dialect,
    /// How its lines end.
    #[serde(default)]
    pub newline: Newline,
    /// How its characters become bytes.
    #[serde(default)]
    pub encoding: Encoding,
    /// What `--only` calls it.
    pub artifact: String,
    /// The team it is for: the key of a text below `audience-`.
    pub audience: String,
    /// What that team does with it: the key of a text below `purpose-`, or words of the vendor's own.
    #[serde(default)]
    pub purpose: String,
    /// How that is done, as command lines.
    #[serde(default)]
    pub commands: Commands,
}

impl Output {
    /// The path of its template below `templates/`, where this vendor's manifest asks for it.
    #[must_use]
    pub fn template_path(&self, kind: &str, vendor: &str) -> String {
        let template = self.template.as_str();
        match (template.strip_prefix('/'), template.strip_prefix("../")) {
            (Some(path), _) => path.to_owned(),
            (None, Some(shared)) => format!("{kind}/{shared}"),
            (None, None) => format!("{kind}/{vendor}/{template}"),
        }
    }
}

/// How a vendor's folder introduces itself.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The product's own name.
    pub name: String,
    /// How the product checks a configuration, as a command line; empty where it can't.
    #[serde(default)]
    pub check: String,
    /// What an operator must know about this product before relying on it.
    #[serde(default)]
    pub remarks: Vec<String>,
    /// Whether it runs on Windows, whose firewall then has rules for it.
    #[serde(default)]
    pub windows: bool,
    /// What it signs, where it is a certification authority.
    #[serde(default)]
    pub authority: Option<PublicAuthority>,
    /// Templates that others of the folder take in, by their paths below it.
    #[serde(default)]
    pub partials: Vec<String>,
    /// The files it makes.
    #[serde(default)]
    pub files: Vec<Output>,
}

/// A vendor: its folder's name and what the manifest says.
#[derive(Clone, Debug)]
pub struct Vendor {
    /// The name of the folder; the value that a plan uses.
    pub id: String,
    /// The manifest.
    pub manifest: Manifest,
}

/// What is wrong with a file that a user laid over the embedded ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OverrideFault {
    /// A manifest that can't be read.
    Unreadable {
        /// Its path below `templates/`.
        file: String,
        /// The reader's own words.
        reason: String,
    },
    /// A file that no vendor uses.
    Unused {
        /// Its path below `templates/`.
        file: String,
    },
}

/// What a file among a user's own templates is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing<'t> {
    /// It takes the place of an embedded one, whose text this is.
    Replaces(&'t str),
    /// It belongs to a vendor that is the user's own, or is named by a manifest of the user's.
    Own,
    /// Nothing uses it.
    Unused,
}

/// All templates: the embedded ones, and a user's own over them.
#[derive(Clone, Debug, Default)]
pub struct Templates {
    overrides: BTreeMap<String, String>,
    /// The manifests among them, as they were read.
    manifests: BTreeMap<String, Result<Manifest, Unreadable>>,
}

/// Why a manifest can't be read: the line, and the reader's own words.
#[derive(Clone, Debug)]
struct Unreadable {
    line: usize,
    reason: String,
}

/// The embedded manifests, by their paths below `templates/`; each is read once.
static EMBEDDED: LazyLock<BTreeMap<&'static str, Manifest>> = LazyLock::new(|| {
    let manifests = template_paths().iter().map(String::as_str).filter(|path| is_manifest(path));
    manifests.filter_map(|path| Some((path, read(template_file(path)?).ok()?))).collect()
});

fn read(text: &str) -> Result<Manifest, Unreadable> {
    serde_yaml::from_str(text).map_err(|error| Unreadable {
        line: error.location().map_or(1, |at| at.line()),
        reason: error.to_string(),
    })
}

impl Templates {
    /// The embedded templates under the user's: paths below `templates/`, with `/`.
    #[must_use]
    pub fn with_overrides(overrides: BTreeMap<String, String>) -> Self {
        let unix = |(path, text): (String, String)| (path, text.replace("\r\n", "\n"));
        let overrides: BTreeMap<String, String> = overrides.into_iter().map(unix).collect();
        let manifests = overrides.iter().filter(|(path, _)| is_manifest(path));
        let manifests = manifests.map(|(path, text)| (path.clone(), read(text))).collect();
        Self { overrides, manifests }
    }

    /// The manifest at this path: the user's, else the embedded one; none where it can't be read.
    pub(super) fn manifest(&self, path: &str) -> Option<&Manifest> {
        match self.manifests.get(path) {
            Some(own) => own.as_ref().ok(),
            None => EMBEDDED.get(path),
        }
    }

    /// The template or manifest at this path: the user's, else the embedded one.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&str> {
        self.overrides.get(path).map(String::as_str).or_else(|| template_file(path))
    }

    /// The names of the vendors of a kind, sorted.
    #[must_use]
    pub fn vendor_ids(&self, kind: &str) -> BTreeSet<String> {
        let paths =
            template_paths().iter().map(String::as_str).chain(self.overrides.keys().map(String::as_str));
        paths.filter_map(|path| vendor_of_manifest(path, kind)).map(str::to_owned).collect()
    }

    /// The vendors of a kind whose manifests can be read, sorted by name.
    #[must_use]
    pub fn vendors(&self, kind: &str) -> Vec<Vendor> {
        let read = |id: String| {
            let manifest = self.manifest(&format!("{kind}/{id}/manifest.yaml"))?.clone();
            Some(Vendor { id, manifest })
        };
        self.vendor_ids(kind).into_iter().filter_map(read).collect()
    }

    /// What a certification authority signs; none where its manifest does not say it.
    #[must_use]
    pub fn authority(&self, id: &str) -> Option<PublicAuthority> {
        self.manifest(&format!("authority/{id}/manifest.yaml"))?.authority.clone()
    }

    /// The user's own files, by their paths below `templates/`: the text of each, and what it is.
    pub fn own_files(&self) -> impl Iterator<Item = (&str, &str, Standing<'_>)> {
        let named = self.named();
        self.overrides.iter().map(move |(path, text)| {
            let standing = match template_file(path) {
                Some(embedded) => Standing::Replaces(embedded),
                None if is_manifest(path) || named.contains(path) => Standing::Own,
                None => Standing::Unused,
            };
            (path.as_str(), text.as_str(), standing)
        })
    }

    /// The kinds and vendors that only the user has and whose manifests can be read.
    #[must_use]
    pub fn own_vendors<'t>(&'t self) -> Vec<(&'t str, Vendor)> {
        let read = |(path, manifest): (&'t String, &Result<Manifest, Unreadable>)| {
            let (kind, _) = path.split_once('/')?;
            let id = vendor_of_manifest(path, kind)?.to_owned();
            let manifest = manifest.as_ref().ok()?.clone();
            template_file(path).is_none().then_some((kind, Vendor { id, manifest }))
        };
        self.manifests.iter().filter_map(read).collect()
    }

    /// Where a vendor's manifest speaks of a path or a template: its own path and the line.
    #[must_use]
    pub fn place(&self, kind: &str, vendor: &str, words: &str) -> String {
        let manifest = format!("{kind}/{vendor}/manifest.yaml");
        let text = self.file(&manifest).unwrap_or_default();
        let line = text.lines().position(|line| line.contains(words)).map_or(1, |at| at + 1);
        format!("{manifest}:{line}")
    }

    /// What is wrong with the user's files: manifests that can't be read, and files that no vendor uses.
    #[must_use]
    pub fn faults(&self) -> Vec<OverrideFault> {
        let named = if self.overrides.is_empty() { BTreeSet::new() } else { self.named() };
        self.overrides.keys().filter_map(|path| self.judge(path, &named)).collect()
    }

    fn judge(&self, path: &str, named: &BTreeSet<String>) -> Option<OverrideFault> {
        if let Some(manifest) = self.manifests.get(path) {
            let (line, reason) = match manifest {
                Err(Unreadable { line, reason }) => (*line, reason.clone()),
                // An authority that does not say what it signs is none that a plan could name.
                Ok(manifest) if path.starts_with("authority/") && manifest.authority.is_none() => {
                    (1, "missing field `authority`".to_owned())
                }
                Ok(_) => return None,
            };
            return Some(OverrideFault::Unreadable { file: format!("{path}:{line}"), reason });
        }
        (!named.contains(path)).then(|| OverrideFault::Unused { file: path.to_owned() })
    }

    /// Every file that a manifest names.
    fn named(&self) -> BTreeSet<String> {
        let kinds: BTreeSet<&str> = template_paths()
            .iter()
            .map(String::as_str)
            .chain(self.overrides.keys().map(String::as_str))
            .filter_map(|path| Some(path.split_once('/')?.0))
            .collect();
        let mut named = BTreeSet::new();
        for kind in kinds {
            for Vendor { id, manifest } in self.vendors(kind) {
                named.extend(manifest.files.iter().map(|output| output.template_path(kind, &id)));
                named.extend(manifest.partials.iter().map(|name| format!("{kind}/{id}/{name}")));
            }
        }
        named
    }
}

/// Whether a path is that of a vendor's manifest.
fn is_manifest(path: &str) -> bool {
    let vendor = path.split_once('/').and_then(|(kind, _)| vendor_of_manifest(path, kind));
    vendor.is_some()
}

/// Whether a text can name a vendor: a word as plans spell it, and one folder.
fn is_vendor(id: &str) -> bool {
    !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
}

fn vendor_of_manifest<'a>(path: &'a str, kind: &str) -> Option<&'a str> {
    let id = path.strip_prefix(kind)?.strip_prefix('/')?.strip_suffix("/manifest.yaml")?;
    is_vendor(id).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_embedded_manifest_parses_and_names_files_that_exist() {
        let templates = Templates::default();
        for path in template_paths().iter().filter(|path| path.ends_with("/manifest.yaml")) {
            let text = templates.file(path).unwrap();
            let manifest: Manifest =
                serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{path}: {error}"));
            let folder = path.strip_suffix("manifest.yaml").unwrap();
            for partial in &manifest.partials {
                assert!(templates.file(&format!("{folder}{partial}")).is_some(), "{path}: {partial}");
            }
            for output in manifest.files {
                let parts: Vec<_> = folder.split('/').collect();
                let template = output.template_path(parts[0], parts[1]);
                assert!(templates.file(&template).is_some(), "{template}");
            }
        }
    }

    #[test]
    fn overrides_that_match_nothing_or_do_not_parse_are_findings() {
        let files =
            [("reverse-proxy/nginx/nginx.cnf.j2", ""), ("reverse-proxy/mine/manifest.yaml", "name: [")];
        let overrides = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        let faults = Templates::with_overrides(overrides).faults();
        assert!(matches!(
            &faults[..],
            [OverrideFault::Unreadable { .. }, OverrideFault::Unused { file }] if file.ends_with("nginx.cnf.j2")
        ));
    }
}
