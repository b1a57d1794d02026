//! The fields of free text in a plan that has all of them, found by what each answer takes.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use serde_json::{Value as Json, json};
use ucplan::catalog::Templates;
use ucplan::plan::{Document, ExchangeFeature, Path, Plan, Shape, Step};

use crate::common::sample;

/// Kinds of values that hold what people type: free text, and names in which any character may stand.
const KINDS: &[&str] = &[
    "expected-text",
    "expected-grantee",
    "expected-authority",
    "expected-sip-address",
    "expected-mail-address",
];

/// What stands where hostile text is to stand.
pub const HARMLESS: &str = "Harmless7f3a words";

/// The same as one word, for what takes no blanks.
pub const HARMLESS_WORD: &str = "Harmless7f3a-words";

/// A field and how a text is put into it.
pub struct Field {
    /// Where it is.
    pub path: Path,
    shape: Shape,
}

impl Field {
    /// The value with a text in it.
    fn value(&self, text: &str) -> Json {
        match &self.shape {
            Shape::Many(_) => json!([one(&self.shape.one(), text)]),
            shape => one(shape, text),
        }
    }
}

fn one(shape: &Shape, text: &str) -> Json {
    match shape {
        Shape::Text("expected-authority") => json!(format!("ca01.corp.proseware.example\\{text}")),
        Shape::Text("expected-sip-address" | "expected-mail-address") => {
            let text = if text == HARMLESS { HARMLESS_WORD } else { text };
            json!(format!("{text}@proseware.example"))
        }
        Shape::Pattern(..) => json!(format!("site:{text}")),
        _ => json!(text),
    }
}

/// A plan with an answer in every field of free text.
pub struct Rich {
    plan: Json,
    /// The fields.
    pub fields: Vec<Field>,
}

impl Rich {
    /// The sample with most in it, and what it leaves out.
    pub fn new() -> Self {
        let mut plan: Json = serde_yaml::from_str(sample("two-domains")).unwrap();
        plan["mobility"]["push"] = json!({ "enabled": true, "existing_hosting_provider": "Office365" });
        let policies = plan["mobility"]["policies"].as_array_mut().unwrap();
        policies.push(json!({ "scope": "site:Denver", "enable_mobility": true }));
        plan["domains"]["hostmaster"] = json!("hostmaster@proseware.example");
        plan["cloud_connector"] = json!({
            "fallback_site": "North",
            "update_server": "http://wsus.example",
            "update_windows": [{ "name": "Nights", "sites": ["North"] }],
            "pstn_sites": [{
                "name": "North",
                "site_directory": "share",
                "appliances": [{ "host": "cce1" }],
                "gateways": [{ "fqdn": "gw1.cce.local", "local_route": "+1" }],
            }],
            "users": [{ "identity": "kim", "line_uri": "tel:+14255550100", "site": "North" }],
        });
        plan["exchange"] = exchange();
        let mut rich = Self { plan, fields: Vec::new() };
        let read = rich.read(&[], "").unwrap();
        read.visit(&mut |leaf| {
            let shape = (leaf.shape)();
            let is_free = match shape.one() {
                Shape::Text(kind) => KINDS.contains(&kind),
                Shape::Pattern(..) => true,
                _ => false,
            };
            if is_free {
                rich.fields.push(Field { path: leaf.path.clone(), shape });
            }
        });
        // A name that nobody gave would be a second one for some item.
        let mut plan = rich.plan.clone();
        let before = rich.plan.clone();
        rich.fields.retain(|field| {
            !matches!(field.path.steps().last(), Some(Step::Key(key)) if key == "name")
                || !place(&mut plan, &before, &field.path).is_null()
        });
        rich.decisions();
        rich
    }

    /// What a decision holds, by the schema: it is no answer, so that a walk does not meet it.
    fn decisions(&mut self) {
        let schema = Plan::schema();
        let about = Path::default().key("decisions").item("mobility.initial_request");
        let keys =
            schema["properties"]["decisions"]["additionalProperties"]["properties"].as_object().unwrap();
        for key in keys.keys() {
            let path = about.key(key);
            let path = if key == "rejected" { path.key("http") } else { path };
            self.fields.push(Field { path, shape: Shape::Text("expected-text") });
        }
    }

    /// The text of the plan with a text in these fields.
    pub fn text(&self, fields: &[&Field], text: &str) -> String {
        let mut plan = self.plan.clone();
        for field in fields {
            *place(&mut plan, &self.plan, &field.path) = field.value(text);
        }
        plan.to_string()
    }

    /// The plan with a text in these fields.
    pub fn read(&self, fields: &[&Field], text: &str) -> Result<Plan, String> {
        let text = self.text(fields, text);
        let document = Document::parse(&text).map_err(|problem| format!("{:?}", problem.message()))?;
        Plan::read(&document, &Templates::default())
            .map_err(|problems| format!("{:?}", problems.first().map(ucplan::plan::Problem::message)))
    }
}

/// Answers about Exchange in which every feature is wanted.
fn exchange() -> Json {
    let features: Vec<&str> = ExchangeFeature::ALL.iter().map(|feature| feature.word()).collect();
    json!({
        "integrate": true,
        "features": features,
        "same_forest": false,
        "servers": [{ "fqdn": "denmail01.corp.proseware.example", "addresses": ["10.40.40.80"] }],
        "contacts": { "who": "pilot" },
        "share_point": { "host": "search.corp.proseware.example" },
        "unified_messaging": {
            "forest": "corp.proseware.example",
            "mailboxes": [{ "identity": "kim", "extension": "0101", "sip_address": "kim@proseware.example" }],
        },
    })
}

/// The place of a path in a document; it is made where it is not there. Items are found by what they are called in the
/// document as it was, as what is put in may be their names.
fn place<'j>(plan: &'j mut Json, before: &Json, path: &Path) -> &'j mut Json {
    let nothing = Json::Null;
    let (place, _) = path.steps().into_iter().fold((plan, before), |(place, before), step| match step {
        Step::Item(name) if before.is_array() => {
            let items = before.as_array().unwrap();
            let is_named = |item: &Json| {
                ["name", "fqdn", "host", "identity", "scope"].iter().any(|key| item[*key] == json!(name))
            };
            let at = items.iter().position(is_named).or_else(|| name.parse().ok());
            let at = at.unwrap_or_else(|| panic!("{path}: no item {name}"));
            (&mut place[at], &before[at])
        }
        Step::Key(key) | Step::Item(key) => (&mut place[&key], before.get(&key).unwrap_or(&nothing)),
    });
    place
}

/// The keys of the schema that take any text, without the items on the way.
fn free_keys(schema: &Json, path: &str, keys: &mut Vec<String>) {
    let schema = schema.pointer("/anyOf/0").unwrap_or(schema);
    if let Some(properties) = schema["properties"].as_object() {
        for (key, part) in properties.iter().filter(|(key, _)| *key != "decisions") {
            free_keys(part, &format!("{path}.{key}"), keys);
        }
    } else if schema["type"] == "array" {
        free_keys(&schema["items"], path, keys);
    } else if schema["type"] == "string" && schema["examples"].is_null() {
        keys.push(path.trim_start_matches('.').to_owned());
    }
}

#[test]
fn no_key_that_takes_hostile_text_is_left_out() {
    let rich = Rich::new();
    let known: Vec<String> = rich.fields.iter().map(|field| keys_of(&field.path)).collect();
    let mut keys = Vec::new();
    free_keys(&Plan::schema(), "", &mut keys);
    assert!(keys.len() > 30, "{keys:?}");
    // Of what is in no walk through this plan, all are names and addresses, which hold no such characters.
    let read = rich.read(&[], "").unwrap();
    let mut strict = Vec::new();
    read.visit(&mut |leaf| {
        if matches!((leaf.shape)().one(), Shape::Text(_)) {
            strict.push(keys_of(leaf.path));
        }
    });
    let missing: Vec<&String> =
        keys.iter().filter(|key| !known.contains(key) && !strict.contains(key)).collect();
    let names = [
        "fqdn",
        "address",
        "addresses",
        "private_addresses",
        "load_balancer",
        "reverse_proxy",
        "paired_with",
    ];
    let missing: Vec<_> = missing
        .into_iter()
        .filter(|key| !names.iter().any(|name| key.rsplit('.').next() == Some(*name)))
        .filter(|key| !key.ends_with("_address") && !key.ends_with("access_name"))
        .filter(|key| !key.ends_with("mediation.name") && !key.ends_with("edge.name"))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

fn keys_of(path: &Path) -> String {
    let keys = path.steps().into_iter().filter_map(|step| match step {
        Step::Key(key) => Some(key),
        Step::Item(_) => None,
    });
    keys.collect::<Vec<_>>().join(".")
}
