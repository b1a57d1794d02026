//! Every plan with a product of the reverse proxies of one's choice, and all files that it makes.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;
use ucplan::blueprint::Blueprint;
use ucplan::catalog::{Templates, speaker};
use ucplan::plan::{Document, Plan};

use crate::common::plans;

/// Answers that bring what few plans have: the first request by HTTP, a list of paths, zones of a single name, and a title
/// that would like to be more than a comment.
const WISHES: [(&str, &str); 3] = [
    ("mobility.initial_request", "http"),
    ("domains.internal_sip_zones", "pin-point"),
    ("title", "--> ]]> #> '@ \"; Remove-Item C:\\ & del %PATH% | `$(Stop-Computer) > ^x !y!"),
];

/// The files of a plan by path, and what it requires.
pub struct Made {
    /// What it is, for messages.
    pub name: String,
    /// What it requires.
    pub blueprint: Blueprint,
    /// The files.
    pub files: BTreeMap<String, String>,
}

fn read(document: &Document) -> Blueprint {
    Blueprint::of(Plan::read(document, &Templates::default()).unwrap())
}

/// A plan whose proxies are all of one product, with or without the wishes.
pub fn made(name: &str, text: &str, product: &str, wishes: bool) -> Made {
    composed(name, text, product, wishes, false)
}

/// The same as a draft, with the wishes.
pub fn drafted(name: &str, text: &str, product: &str) -> Made {
    composed(name, text, product, true, true)
}

fn composed(name: &str, text: &str, product: &str, wishes: bool, draft: bool) -> Made {
    let set = |document: Document, path: &str, value: &str| {
        document
            .set(&path.parse().unwrap(), &json!(value))
            .unwrap_or_else(|error| panic!("{path}: {error:?}"))
    };
    let mut document = Document::parse(text).unwrap();
    for proxy in &read(&document).topology.proxies {
        document = set(document, &format!("{}.product", proxy.at), product);
        if wishes {
            document = set(document, &format!("{}.publish", proxy.at), "listed-paths");
        }
    }
    if wishes {
        document = WISHES.iter().fold(document, |document, (path, value)| set(document, path, value));
    }
    let blueprint = read(&document);
    let made = blueprint.compose(document.text(), &Templates::default(), &speaker("en").unwrap(), draft);
    let name = format!("{name}, {product}, wishes: {wishes}");
    assert_eq!(made.findings, [], "{name}");
    let text = |artifact: ucplan::artifact::Artifact| (artifact.path, artifact.content.with_serial(1));
    Made { name, blueprint, files: made.bundle.artifacts.into_iter().map(text).collect() }
}

/// Looks at every plan with every product.
pub fn each(products: &[&str], look: impl Fn(&Made)) {
    for (name, text) in plans() {
        for product in products {
            for wishes in [false, true] {
                look(&made(&name, &text, product, wishes));
            }
        }
    }
}

impl Made {
    /// The files whose names end so.
    pub fn ending(&self, end: &str) -> impl Iterator<Item = (&String, &String)> {
        self.files.iter().filter(move |(path, _)| path.ends_with(end))
    }

    /// What a proxy publishes, by its folder's name: each name with the port that it is asked for on.
    pub fn published(&self, proxy: &str) -> BTreeSet<(String, u16)> {
        let rows = self.blueprint.requirements.publishing.iter().map(|row| &row.body);
        let own = rows.filter(|rule| rule.route.proxy.to_string() == proxy);
        own.map(|rule| (rule.public_name.to_string(), rule.route.listen_port.number())).collect()
    }

    /// The names of its proxies that publish anything.
    pub fn proxies(&self) -> BTreeSet<String> {
        self.blueprint.requirements.publishing.iter().map(|row| row.body.route.proxy.to_string()).collect()
    }
}
