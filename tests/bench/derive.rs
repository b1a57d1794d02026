//! How long it takes to read a plan, derive everything, and compose the files: `cargo bench`. Run by hand; tests assert
//! no times.

use divan::{Bencher, black_box};
use ucplan::blueprint::Blueprint;
use ucplan::catalog::{Templates, samples, speaker};
use ucplan::interview::{Budget, Consequence};
use ucplan::plan::{Document, Plan};

fn main() {
    divan::main();
}

/// The sample of two domains with this many SIP domains more.
fn document(domains: usize) -> Document {
    let sample = samples().into_iter().find(|sample| sample.name == "two-domains").expect("the sample");
    let more: Vec<_> = (0..domains).map(|at| serde_json::Value::from(format!("brand{at}.example"))).collect();
    let document = Document::parse(sample.text).expect("a plan");
    let path = "domains.sip".parse().expect("a path");
    document.set(&path, &more.into()).expect("a place for domains")
}

fn plan(document: &Document) -> Plan {
    Plan::read(document, &Templates::default()).expect("a plan")
}

#[divan::bench(args = [2, 100, 10_000])]
fn read(bencher: Bencher, domains: usize) {
    let text = document(domains).text().to_owned();
    bencher.bench(|| plan(&Document::parse(black_box(&text)).expect("a plan")));
}

#[divan::bench(args = [2, 100, 10_000])]
fn derive(bencher: Bencher, domains: usize) {
    let plan = plan(&document(domains));
    bencher.with_inputs(|| plan.clone()).bench_values(Blueprint::of);
}

/// Lists of names that are split by the authority's limit.
#[divan::bench(args = [2, 100, 10_000])]
fn derive_by_limit(bencher: Bencher, domains: usize) {
    let path = "certificates.reverse_proxy".parse().expect("a path");
    let plan = plan(&document(domains).set(&path, &"by-limit".into()).expect("an answer"));
    bencher.with_inputs(|| plan.clone()).bench_values(Blueprint::of);
}

/// All ways of the budget, to the last number.
#[divan::bench(args = [2, 120, 900, 10_000], sample_count = 10)]
fn budget(bencher: Bencher, domains: usize) {
    let document = document(domains);
    let answered = plan(&document);
    let known = Blueprint::of(answered.clone());
    bencher.bench(|| Budget::of(black_box(&answered), &known, &|| true));
}

/// What an answer would change, its own derivation included: here the simple URLs of every domain.
#[divan::bench(args = [2, 100, 10_000], sample_count = 10)]
fn preview(bencher: Bencher, domains: usize) {
    let document = document(domains);
    let known = Blueprint::of(plan(&document));
    let path = "simple_urls.layout".parse().expect("a path");
    let other = plan(&document.set(&path, &"shared-host".into()).expect("another answer"));
    bencher.with_inputs(|| other.clone()).bench_values(|other| {
        let derived = Blueprint::of(other);
        Consequence::between(&known.requirements, &derived.requirements)
    });
}

#[divan::bench(args = [2, 100, 10_000], sample_count = 5)]
fn compose(bencher: Bencher, domains: usize) {
    let document = document(domains);
    let blueprint = Blueprint::of(plan(&document));
    let (templates, words) = (Templates::default(), speaker("en").expect("words"));
    bencher.bench(|| blueprint.compose(document.text(), &templates, &words, false));
}
