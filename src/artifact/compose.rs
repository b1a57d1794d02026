//! Composes the bundle of a plan: zones by code, everything else by the templates of every vendor that is asked for.

use serde_json::{Value as Json, json};

use super::bundle::{Artifact, Bundle, Content, KeyRequest};
use super::dialect::{comment, quote};
use super::manifest::Manifest;
use super::{script, template, view, zone};
use crate::catalog::{Dialect, Newline, Output, OverrideFault, Templates, Vendor};
use crate::finding::{Finding, Severity};
use crate::plan::{KeysMade, Plan, ProxyProduct};
use crate::requirement::Requirements;
use crate::text::{Message, Speaker};
use crate::topology::Topology;

/// A bundle, and what went wrong in making it.
#[derive(Clone, Debug, Default)]
pub struct Composition {
    /// The files.
    pub bundle: Bundle,
    /// Templates that could not be rendered.
    pub findings: Vec<Finding>,
}

/// What goes into a bundle.
pub struct Ingredients<'a> {
    /// The answers.
    pub plan: &'a Plan,
    /// The plan's own text, kept beside what it made.
    pub plan_text: &'a str,
    /// What stands where.
    pub topology: &'a Topology,
    /// What is required.
    pub requirements: &'a Requirements,
    /// The templates.
    pub templates: &'a Templates,
    /// One who speaks the plan's language.
    pub speaker: &'a Speaker,
    /// Every file is marked as a draft.
    pub draft: bool,
}

/// Composes the bundle. What is wrong with the user's own templates is among the findings.
#[must_use]
pub fn compose(ingredients: &Ingredients<'_>) -> Composition {
    let digest = super::plan_digest(ingredients.plan);
    let common = view::common(ingredients.plan, &digest, ingredients.draft);
    let findings = ingredients.templates.faults().iter().map(override_finding).collect();
    let composition = Composition { bundle: Bundle::default(), findings };
    let mut composer = Composer { ingredients, common, composition };
    composer.zones();
    composer.certificates();
    composer.proxies();
    composer.firewall();
    composer.scripts();
    composer.plan();
    composer.documents();
    composer.composition
}

fn override_finding(fault: &OverrideFault) -> Finding {
    match fault {
        OverrideFault::Unreadable { file, reason } => {
            Finding::new("override-unreadable", Severity::Error, "").with("file", file).with("reason", reason)
        }
        OverrideFault::Unused { file } => {
            Finding::new("override-unused", Severity::Warning, "").with("file", file)
        }
    }
}

struct Composer<'a> {
    ingredients: &'a Ingredients<'a>,
    common: Json,
    composition: Composition,
}

impl Composer<'_> {
    fn zones(&mut self) {
        let Ingredients { plan, requirements, speaker, .. } = self.ingredients;
        for mut artifact in zone::zones(plan, requirements, speaker) {
            if self.ingredients.draft {
                let line = format!("; {}\n", self.draft_words());
                match &mut artifact.content {
                    Content::Fixed(text) | Content::Serial { head: text, .. } => text.insert_str(0, &line),
                }
            }
            self.composition.bundle.add(artifact);
        }
    }

    fn certificates(&mut self) {
        let Ingredients { plan, requirements, draft, .. } = self.ingredients;
        for row in &requirements.certificates {
            let seen = view::with(&self.common, "certificate", view::certificate(row, plan));
            self.every_vendor("certificate", &seen);
            if row.body.keys_made == KeysMade::Here && !draft {
                let folder = format!("certificates/{}", row.body.id);
                self.composition
                    .bundle
                    .key_requests
                    .push(KeyRequest { folder, certificate: row.body.clone() });
            }
        }
    }

    fn proxies(&mut self) {
        let Ingredients { topology, requirements, templates, .. } = self.ingredients;
        let vendors = templates.vendors(ProxyProduct::KIND);
        for proxy in &topology.proxies {
            let product = proxy.product.given().value().as_str();
            let Some(vendor) = vendors.iter().find(|vendor| vendor.id == product) else {
                continue;
            };
            let manifest = &vendor.manifest;
            let seen = view::proxy(proxy, requirements, &manifest.name, &manifest.check, &manifest.remarks);
            if seen["routes"].as_array().is_some_and(|routes| !routes.is_empty()) {
                let seen = view::with(&self.common, "proxy", seen);
                self.files(ProxyProduct::KIND, vendor, &seen);
            }
        }
    }

    fn firewall(&mut self) {
        let Ingredients { requirements, speaker, .. } = self.ingredients;
        if !requirements.firewall.is_empty() {
            let seen = view::with(&self.common, "flows", view::flows(requirements, speaker));
            self.every_vendor("firewall", &seen);
        }
    }

    fn scripts(&mut self) {
        let Ingredients { requirements, speaker, .. } = self.ingredients;
        for script in script::scripts(requirements, speaker) {
            let seen = view::with(&self.common, "script", script);
            self.every_vendor("server", &seen);
        }
    }

    fn plan(&mut self) {
        let mark = if self.ingredients.draft { format!("# {}\n", self.draft_words()) } else { String::new() };
        self.composition.bundle.add(Artifact {
            path: "plan.yaml".into(),
            artifact: "plan".into(),
            audience: "everybody".into(),
            content: Content::Fixed(mark + self.ingredients.plan_text),
            secret: false,
        });
    }

    /// Documents speak of all other files, so they come last.
    fn documents(&mut self) {
        let Ingredients { topology, requirements, speaker, .. } = self.ingredients;
        let bundle = &self.composition.bundle;
        let requests = bundle.key_requests.iter().flat_map(|request| {
            ["key.pem", "request.csr"]
                .map(|name| (format!("{}/{name}", request.folder), "certificates".to_owned()))
        });
        let files =
            bundle.artifacts.iter().map(|artifact| (artifact.path.clone(), artifact.audience.clone()));
        let vendors = self.ingredients.templates.vendors("document");
        let documents = vendors.iter().flat_map(|vendor| &vendor.manifest.files);
        let documents = documents.map(|output| (output.path.clone(), output.audience.clone()));
        let mut files: Vec<(String, String)> = files.chain(requests).chain(documents).collect();
        files.sort();
        let audience = |audience: &str| speaker.say(&Message::new(format!("audience-{audience}")));
        let files: Vec<Json> =
            files.iter().map(|(path, team)| json!({ "path": path, "audience": audience(team) })).collect();
        let mut overview = view::overview(topology, requirements, speaker);
        overview["files"] = files.into();
        let seen = view::with(&self.common, "design", overview);
        self.every_vendor("document", &seen);
    }

    fn every_vendor(&mut self, kind: &str, seen: &Json) {
        for vendor in self.ingredients.templates.vendors(kind) {
            self.files(kind, &vendor, seen);
        }
    }

    fn files(&mut self, kind: &str, vendor: &Vendor, seen: &Json) {
        for output in &vendor.manifest.files {
            let file = self.file(kind, vendor, output, seen).and_then(|artifact| self.placed(artifact));
            match file {
                Ok(artifact) => self.composition.bundle.add(artifact),
                Err(reason) => self.composition.findings.push(
                    Finding::new("template-fails", Severity::Error, "")
                        .with("file", &output.template)
                        .with("vendor", &vendor.manifest.name)
                        .with("reason", reason),
                ),
            }
        }
    }

    /// The file, if its place is in the folder and nobody else's.
    fn placed(&self, artifact: Artifact) -> Result<Artifact, String> {
        let path = &artifact.path;
        let is_name = |part: &str| quote(Dialect::Path, part).is_ok_and(|quoted| quoted == part);
        if !path.split('/').all(is_name) || path == Manifest::NAME {
            Err(format!("`{path}` is no place for an output file"))
        } else if self.composition.bundle.artifacts.iter().any(|other| other.path == *path) {
            Err(format!("two files would go to `{path}`"))
        } else {
            Ok(artifact)
        }
    }

    fn file(&self, kind: &str, vendor: &Vendor, output: &Output, seen: &Json) -> Result<Artifact, String> {
        let Ingredients { templates, speaker, .. } = self.ingredients;
        let template = match output.template.strip_prefix("../") {
            Some(shared) => format!("{kind}/{shared}"),
            None => format!("{kind}/{}/{}", vendor.id, output.template),
        };
        let path = template::render_text(&output.path, &template, Dialect::Path, seen, speaker)?;
        let text = template::render(templates, &template, output.dialect, seen, speaker)?;
        let mark = if self.ingredients.draft {
            format!("{}{}\n", comment(output.dialect), self.draft_words())
        } else {
            String::new()
        };
        let text = match output.newline {
            Newline::Lf => mark + &text,
            Newline::CrlfWithMark => format!("\u{feff}{}", (mark + &text).replace('\n', "\r\n")),
        };
        Ok(Artifact {
            path,
            artifact: output.artifact.clone(),
            audience: output.audience.clone(),
            content: Content::Fixed(text),
            secret: false,
        })
    }

    fn draft_words(&self) -> String {
        self.ingredients.speaker.say(&Message::new("draft"))
    }
}
