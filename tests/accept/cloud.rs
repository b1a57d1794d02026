//! Cloud Connector: its commands in their order and number, its ini files, its trunks, the way back and the way out, for every
//! scenario that deploys it; what is expected is counted in the plan's own text.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

#[path = "cloud/commands.rs"]
mod commands;
#[path = "cloud/configuration.rs"]
mod configuration;
#[path = "cloud/scripts.rs"]
mod scripts;
#[path = "cloud/trunks.rs"]
mod trunks;

use std::collections::BTreeMap;

use serde_json::Value as Json;
use ucplan::artifact::requirements_json;
use ucplan::blueprint::Blueprint;
use ucplan::catalog::{Templates, speaker};
use ucplan::plan::{Document, Plan};

use crate::common::scenarios;

/// A plan that deploys Cloud Connector, as its text has it, and what it makes.
struct Cloud {
    /// What it is called.
    name: String,
    /// The part on Cloud Connector, as it is written.
    plan: Json,
    /// The SIP domains: its own, or those of the whole plan.
    sip: Vec<String>,
    /// The commands.
    commands: Vec<Json>,
    /// The files by path.
    files: BTreeMap<String, String>,
}

impl Cloud {
    /// What a plan makes.
    fn of(name: &str, text: &str) -> Self {
        Self::with(name, text, &Templates::default())
    }

    /// What a plan makes with these templates.
    fn with(name: &str, text: &str, templates: &Templates) -> Self {
        let whole: Json = serde_yaml::from_str(text).unwrap();
        let document = Document::parse(text).unwrap();
        let blueprint = Blueprint::of(Plan::read(&document, templates).unwrap());
        let speaker = speaker("en").unwrap();
        let made = blueprint.compose(text, templates, &speaker, false);
        assert_eq!(made.findings, [], "{name}");
        let shown = requirements_json(&blueprint.plan, &blueprint.requirements, None, &speaker);
        let files = made.bundle.artifacts.into_iter();
        Self {
            name: name.to_owned(),
            plan: whole["cloud_connector"].clone(),
            sip: [&whole["cloud_connector"]["sip_domains"], &whole["domains"]["sip"]]
                .into_iter()
                .find(|list| list.is_array())
                .map(|list| items(list).into_iter().map(|own| own.as_str().unwrap().to_owned()).collect())
                .unwrap(),
            commands: shown["commands"].as_array().unwrap().clone(),
            files: files.map(|file| (file.path, file.content.with_serial(1))).collect(),
        }
    }

    /// Every scenario that deploys it.
    fn all() -> Vec<Self> {
        let all = scenarios().into_iter().filter(|(_, text)| {
            let plan: Json = serde_yaml::from_str(text).unwrap();
            plan["cloud_connector"]["deploy"] == true
        });
        let all: Vec<Self> = all.map(|(name, text)| Self::of(&name, &text)).collect();
        assert!(all.len() > 1, "the scenarios were not read");
        all
    }

    /// One of them, with other words in its text.
    fn changed(name: &str, changes: &[(&str, &str)]) -> Self {
        let (name, mut text) = scenarios().into_iter().find(|(known, _)| known == name).unwrap();
        for (from, to) in changes {
            assert!(text.contains(from), "{from}");
            text = text.replacen(from, to, 1);
        }
        Self::of(&name, &text)
    }

    /// The sites, as the plan has them.
    fn sites(&self) -> Vec<&Json> {
        items(&self.plan["pstn_sites"])
    }

    /// The name of a site's Access Edge.
    fn access(&self, site: &Json) -> String {
        let label = [&site["access_name"], &self.plan["access_name"]].into_iter().find_map(Json::as_str);
        format!("{}.{}", label.unwrap_or("ap"), self.sip[0])
    }

    /// The name of a Mediation Server.
    fn mediation(&self, appliance: &Json) -> String {
        let domain = self.plan["vm_domain"].as_str().unwrap_or("cce.local");
        format!("{}.{domain}", appliance["mediation"]["name"].as_str().unwrap())
    }

    /// The lines of a cmdlet in their order, within a stage.
    fn lines(&self, stage: &str, cmdlet: &str) -> Vec<&str> {
        let begin = format!("{cmdlet} ");
        let rows = self.commands.iter().filter(|row| row["stage"] == stage);
        let lines = rows.map(|row| row["line"].as_str().unwrap());
        lines.filter(|line| *line == cmdlet || line.starts_with(&begin)).collect()
    }
}

/// The items of a list that may be left out.
fn items(list: &Json) -> Vec<&Json> {
    list.as_array().into_iter().flatten().collect()
}

/// A text of the plan.
fn text(value: &Json) -> &str {
    value.as_str().unwrap()
}
