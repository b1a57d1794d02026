//! Composes the bundle of a plan: zones by code, everything else by the templates of every vendor that is asked for.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::bundle::{Artifact, Bundle, Content, KeyRequest};
use super::calendar::calendar;
use super::dialect::remark;
use super::drawing::svg;
use super::place::{Places, portable};
use super::presses::Presses;
use super::{script, view, zone};
use crate::catalog::{Commands, Each, Encoding, Newline, Output, OverrideFault, Templates, Vendor};
use crate::finding::{Finding, Severity};
use crate::plan::{BalancerProduct, Because, KeysMade, Plan, ProxyProduct};
use crate::requirement::{Certificate, Requirements, Row};
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
    /// How many zones the templates are tried on: all of them for files, a few for what is wrong with a template.
    pub zones: usize,
}

/// Composes the bundle. What is wrong with the user's own templates is among the findings.
#[must_use]
pub fn compose(ingredients: &Ingredients<'_>) -> Composition {
    let digest = super::plan_digest(ingredients.plan);
    let common = view::common(ingredients.plan, &digest, ingredients.draft);
    let findings = ingredients.templates.faults().iter().map(override_finding).collect();
    let composition = Composition { bundle: Bundle::default(), findings };
    let mut composer = Composer { ingredients, common, places: Places::default(), composition };
    composer.plan();
    composer.zones();
    composer.certificates();
    composer.proxies();
    composer.balancers();
    composer.firewall();
    composer.scripts();
    composer.calendar();
    composer.drawing();
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

/// The products of reverse proxies that run on Windows.
fn windows(templates: &Templates) -> Vec<Vendor> {
    templates.vendors(ProxyProduct::KIND).into_iter().filter(|vendor| vendor.manifest.windows).collect()
}

struct Composer<'a> {
    ingredients: &'a Ingredients<'a>,
    common: Json,
    places: Places,
    composition: Composition,
}

impl Composer<'_> {
    /// Zone files by code, and what the vendors of the kind `dns` make of the same records.
    fn zones(&mut self) {
        let Ingredients { plan, requirements, speaker, draft, zones: most, .. } = self.ingredients;
        let mut artifacts = zone::zones(plan, requirements, speaker);
        let mark = if *draft { format!("; {}\n", self.draft_words()) } else { String::new() };
        for artifact in &mut artifacts {
            if let Content::Fixed(text) | Content::Serial { head: text, .. } = &mut artifact.content {
                text.insert_str(0, &mark);
            }
        }
        self.add(artifacts);
        let zones: Vec<Json> =
            zone::chunks(requirements).take(*most).map(|rows| view::zone(plan, rows, speaker)).collect();
        let all = view::with(&self.common, "zones", zones.into());
        if let Some(zones) = all["zones"].as_array().filter(|zones| !zones.is_empty()) {
            self.every_vendor("dns", std::slice::from_ref(&all), zones);
        }
    }

    fn certificates(&mut self) {
        let Ingredients { plan, topology, requirements, templates, draft, .. } = self.ingredients;
        let windows = windows(templates);
        let holders = view::Holders::of(topology, &windows);
        let seen = |row: &Row<Certificate>| {
            view::with(&self.common, "certificate", view::certificate(row, plan, &holders))
        };
        // Nobody asks for what exists.
        let is_wanted = |row: &&Row<Certificate>| {
            plan.certificates.reused(&row.body.id, &mut Because::default()).is_none()
        };
        let wanted: Vec<_> = requirements.certificates.iter().filter(is_wanted).collect();
        let things: Vec<Json> = wanted.iter().copied().map(seen).collect();
        self.every_vendor("certificate", &things, &[]);
        for row in wanted.into_iter().filter(|row| row.body.keys_made == KeysMade::Here && !draft) {
            let folder = portable(&format!("certificates/{}", row.body.id));
            self.composition.bundle.key_requests.push(KeyRequest { folder, certificate: row.body.clone() });
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
            let seen = view::proxy(proxy, requirements, &vendor.manifest);
            if seen["routes"].as_array().is_some_and(|routes| !routes.is_empty()) {
                let seen = view::with(&self.common, "proxy", seen);
                self.files(ProxyProduct::KIND, vendor, &[seen], &[]);
            }
        }
    }

    /// The balancers of the plan, and a folder for the rules that none of them has.
    fn balancers(&mut self) {
        let Ingredients { plan, topology, requirements, templates, speaker, .. } = self.ingredients;
        let vendors = templates.vendors(BalancerProduct::KIND);
        let named =
            plan.sites.iter().flat_map(|site| site.load_balancers.iter()).map(|balancer| {
                (Some(balancer.name.given().value()), balancer.product.given().value().clone())
            });
        let unnamed = view::unnamed(requirements).then(|| (None, BalancerProduct::other()));
        for (name, product) in named.chain(unnamed) {
            let Some(vendor) = vendors.iter().find(|vendor| vendor.id == product.as_str()) else {
                continue;
            };
            let seen = view::balancer(name, topology, requirements, speaker, &vendor.manifest);
            if seen["rules"].as_array().is_some_and(|rules| !rules.is_empty()) {
                let seen = view::with(&self.common, "balancer", seen);
                self.files(BalancerProduct::KIND, vendor, &[seen], &[]);
            }
        }
    }

    fn firewall(&mut self) {
        let Ingredients { topology, requirements, templates, speaker, .. } = self.ingredients;
        if !requirements.firewall.is_empty() {
            let windows = windows(templates);
            let seen = view::with(&self.common, "flows", view::flows(topology, requirements, speaker));
            let firewall = view::firewall(topology, requirements, speaker, &windows);
            let seen = view::with(&seen, "firewall", firewall);
            self.every_vendor("firewall", &[seen], &[]);
        }
    }

    fn scripts(&mut self) {
        let Ingredients { topology, requirements, speaker, .. } = self.ingredients;
        let scripts = script::scripts(requirements, speaker).into_iter();
        let mut folders: BTreeMap<String, Vec<Json>> = BTreeMap::new();
        for script in scripts {
            let folder = script["folder"].as_str().unwrap_or_default().to_owned();
            folders.entry(folder).or_default().push(view::with(&self.common, "script", script));
        }
        // What is for the plan as a whole looks at what all scripts leave behind.
        let whole = view::with(&self.common, "verification", view::verification(topology, requirements));
        let whole = view::with(&whole, "cloud", view::cloud(&topology.cloud, requirements, speaker));
        let common = std::mem::replace(&mut self.common, whole);
        for (folder, scripts) in &folders {
            self.every_vendor(folder, scripts, &[]);
        }
        self.common = common;
    }

    fn calendar(&mut self) {
        let Ingredients { plan, requirements, speaker, draft, .. } = self.ingredients;
        let words = draft.then(|| self.draft_words());
        self.add(calendar(plan, requirements, speaker, words.as_deref()).into_iter().collect());
    }

    fn drawing(&mut self) {
        let Ingredients { plan, topology, requirements, speaker, draft, .. } = self.ingredients;
        let words = draft.then(|| self.draft_words());
        let content = Content::Fixed(svg(plan, topology, requirements, speaker, words.as_deref()));
        let [path, artifact, audience, purpose] =
            ["topology.svg", "drawing", "everybody", "topology"].map(str::to_owned);
        self.add(vec![Artifact { path, artifact, audience, purpose, content }]);
    }

    fn plan(&mut self) {
        let mark = if self.ingredients.draft { format!("# {}\n", self.draft_words()) } else { String::new() };
        let content = Content::Fixed(mark + self.ingredients.plan_text);
        let [path, artifact, audience, purpose] =
            ["plan.yaml", "plan", "everybody", "plan"].map(str::to_owned);
        self.add(vec![Artifact { path, artifact, audience, purpose, content }]);
    }

    /// Documents speak of all other files, so they come last.
    fn documents(&mut self) {
        let Ingredients { plan, requirements, templates, speaker, .. } = self.ingredients;
        let listed = |path: &str, audience: &str, purpose: &str| view::Listed {
            audience: audience.to_owned(),
            path: path.to_owned(),
            purpose: purpose.to_owned(),
        };
        let bundle = &self.composition.bundle;
        let written = bundle.artifacts.iter().map(|file| listed(&file.path, &file.audience, &file.purpose));
        let requests = bundle.key_requests.iter().flat_map(|request| {
            [("key.pem", "key"), ("request.csr", "request")]
                .map(|(name, purpose)| listed(&format!("{}/{name}", request.folder), "certificates", purpose))
        });
        let vendors = templates.vendors("document");
        let documents = vendors.iter().flat_map(|vendor| &vendor.manifest.files);
        let documents = documents.map(|out| listed(&out.path, &out.audience, &out.purpose));
        let files: Vec<view::Listed> = written.chain(requests).chain(documents).collect();
        let commands = self.commands();
        let design = view::overview(plan, requirements, files, &commands, speaker);
        let seen = view::with(&self.common, "design", design);
        self.every_vendor("document", &[seen], &[]);
    }

    /// What is typed for files, by their purpose.
    fn commands(&self) -> BTreeMap<String, Commands> {
        let templates = self.ingredients.templates;
        let kinds = [
            "dns",
            ProxyProduct::KIND,
            BalancerProduct::KIND,
            "firewall",
            "server",
            "exchange",
            "cloud-connector",
        ];
        let outputs = kinds.into_iter().flat_map(|kind| templates.vendors(kind));
        let outputs = outputs.flat_map(|vendor| vendor.manifest.files);
        outputs.map(|output| (output.purpose, output.commands)).collect()
    }

    fn every_vendor(&mut self, kind: &str, things: &[Json], zones: &[Json]) {
        for vendor in self.ingredients.templates.vendors(kind) {
            self.files(kind, &vendor, things, zones);
        }
    }

    /// The files of a vendor: for each of its things, for the plan, or for each zone.
    fn files(&mut self, kind: &str, vendor: &Vendor, things: &[Json], zones: &[Json]) {
        for output in &vendor.manifest.files {
            let parts = |zone| view::parts(zone, output.at_most).into_iter();
            let views: Box<dyn Iterator<Item = Cow<'_, Json>>> = match output.each {
                Each::Thing => Box::new(things.iter().map(Cow::Borrowed)),
                Each::Plan => Box::new(std::iter::once(Cow::Borrowed(&self.common))),
                Each::Appliance => Box::new(
                    view::appliances(self.ingredients.plan)
                        .into_iter()
                        .map(|own| Cow::Owned(view::with(&self.common, "appliance", own))),
                ),
                Each::Zone => Box::new(
                    zones
                        .iter()
                        .flat_map(parts)
                        .map(|zone| Cow::Owned(view::with(&self.common, "zone", zone))),
                ),
            };
            let place = self.ingredients.templates.place(kind, &vendor.id, &output.path);
            let presses = Presses::of(self.ingredients, kind, vendor, output, &place);
            let files: Result<Vec<Artifact>, String> = presses.and_then(|presses| {
                views.filter_map(|seen| self.file(&presses, output, &seen).transpose()).collect()
            });
            let claimed = files.and_then(|files| {
                let claimed: Result<Vec<_>, String> =
                    files.into_iter().map(|file| self.claimed(file)).collect();
                claimed.map_err(|reason| format!("{place}: {reason}"))
            });
            match claimed {
                Ok(files) => self.composition.bundle.add_all(files),
                Err(reason) => self.composition.findings.push(
                    Finding::new("template-fails", Severity::Error, "")
                        .with("file", &output.template)
                        .with("vendor", &vendor.manifest.name)
                        .with("reason", reason),
                ),
            }
        }
    }

    /// Adds files whose places are the program's own.
    fn add(&mut self, files: Vec<Artifact>) {
        // Nobody else comes before, and no two of them have one place.
        let files: Vec<_> = files.into_iter().filter_map(|file| self.claimed(file).ok()).collect();
        self.composition.bundle.add_all(files);
    }

    /// The file in the place that it gets.
    fn claimed(&mut self, mut file: Artifact) -> Result<Artifact, String> {
        file.path = self.places.claim(&file.path)?;
        Ok(file)
    }

    /// The file, unless its template comes out empty: a part with nothing in it is not written.
    fn file(&self, presses: &Presses<'_>, output: &Output, seen: &Json) -> Result<Option<Artifact>, String> {
        let text = presses.text.render(seen)?;
        if text.trim().is_empty() {
            return Ok(None);
        }
        let path = presses.path.render(seen)?;
        let mark = match output.dialect.comment() {
            Some((before, behind)) if self.ingredients.draft => {
                format!("{before}{}{behind}\n", remark(output.dialect, &self.draft_words()))
            }
            _ => String::new(),
        };
        // A line that says who runs the file stays the first one.
        let (head, text) = match text.split_once('\n') {
            Some((head, rest)) if head.starts_with("#!") => (format!("{head}\n"), rest.to_owned()),
            _ => (String::new(), text),
        };
        let mark = head + &mark;
        let text = match output.newline {
            Newline::Lf => mark + &text,
            Newline::Crlf => (mark + &text).replace('\n', "\r\n"),
            Newline::CrlfWithMark => format!("\u{feff}{}", (mark + &text).replace('\n', "\r\n")),
        };
        Ok(Some(Artifact {
            path,
            artifact: output.artifact.clone(),
            audience: output.audience.clone(),
            purpose: output.purpose.clone(),
            content: match output.encoding {
                Encoding::AsciiOrUtf16 if !text.is_ascii() => Content::Wide(text),
                _ => Content::Fixed(text),
            },
        }))
    }

    fn draft_words(&self) -> String {
        self.ingredients.speaker.say(&Message::new("draft"))
    }
}
