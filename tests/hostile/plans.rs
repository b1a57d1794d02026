//! Every hostile value in every field of free text: it is refused on reading, or no file of the plan changes its structure.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use std::collections::BTreeMap;
use std::mem::take;
use std::sync::LazyLock;

use ucplan::artifact::{Artifact, plan_digest, quote};
use ucplan::blueprint::Blueprint;
use ucplan::catalog::{Dialect, Templates, speaker, template_paths};
use ucplan::plan::{Document, Path, Plan};
use ucplan::text::{Speaker, printable};

use crate::common::Desk;
use crate::fields::{Field, HARMLESS, HARMLESS_WORD, Rich};
use crate::readers::{Bench, Whole, readers};
use crate::structure::parts;
use crate::values::values;

/// The comment of a change batch takes so many characters; what is longer is cut.
const MOST: usize = 256;

/// The parts of every file.
pub type Files = BTreeMap<String, Vec<String>>;

/// What is made of a plan: the parts that parsers in Rust find in files, and the files that real programs read.
#[derive(Default)]
pub struct Made {
    /// By label.
    pub parts: Files,
    /// By label.
    pub whole: BTreeMap<String, Whole>,
}

impl Made {
    /// Takes a file in, unless it is there.
    fn add(&mut self, label: String, whole: Whole) -> Result<(), String> {
        if self.parts.contains_key(&label) || self.whole.contains_key(&label) {
            return Ok(());
        }
        if !readers(&whole.path).any(|reader| reader.tells_all) {
            let found = parts(&whole.path, &whole.text).map_err(|reason| format!("{label}: {reason}"))?;
            self.parts.insert(label.clone(), plain(found));
        }
        self.whole.insert(label, whole);
        Ok(())
    }
}

fn plain(found: Vec<String>) -> Vec<String> {
    found.into_iter().map(|part| part.replace(HARMLESS_WORD, HARMLESS)).collect()
}

/// Every file of the plan with a text in these fields. The products are those of the templates, all of them.
pub fn made(rich: &Rich, fields: &[&Field], text: &str) -> Result<Made, String> {
    static OF_PRODUCTS: LazyLock<Templates> = LazyLock::new(of_products);
    static WORDS: LazyLock<Speaker> = LazyLock::new(|| speaker("en").unwrap());
    let mut all = Made::default();
    let (proxies, balancers) = (products("reverse-proxy"), products("load-balancer"));
    for at in 0..proxies.len().max(balancers.len()) {
        let (proxy, balancer) = (proxies[at % proxies.len()], balancers[at % balancers.len()]);
        let product = format!("\"product\":\"{balancer}\",\"translates");
        let plan_text = rich
            .text(fields, text)
            .replacen("\"product\":\"nginx\"", &format!("\"product\":\"{proxy}\""), 1)
            .replacen("\"product\":\"haproxy\",\"translates", &product, 1);
        let document = Document::parse(&plan_text).map_err(|problem| format!("{problem:?}"))?;
        let plan =
            Plan::read(&document, &Templates::default()).map_err(|problems| format!("{problems:?}"))?;
        let digest = plan_digest(&plan);
        let templates = if at == 0 { &Templates::default() } else { &*OF_PRODUCTS };
        let made = Blueprint::of(plan).compose(document.text(), templates, &WORDS, false);
        if let Some(finding) = made.findings.first() {
            return Err(WORDS.say(&finding.message));
        }
        // Other answers have another digest.
        let text =
            |artifact: &Artifact| artifact.content.with_serial(2_027_010_500).replace(&digest, "digest");
        for artifact in &made.bundle.artifacts {
            let path = artifact.path.clone();
            let product = [("reverse-proxy/", proxy), ("load-balancer/", balancer)];
            let product = product.iter().find(|(kind, _)| path.starts_with(kind));
            // Everything else is the same whatever the products are.
            let label = match product {
                Some((_, product)) => format!("{product}: {path}"),
                None if at == 0 => path.clone(),
                None => continue,
            };
            let beside = path.replace("haproxy.cfg", "names.crt-list");
            let names = made.bundle.artifacts.iter().find(|other| other.path == beside && beside != path);
            all.add(label, Whole { path, text: text(artifact), names: names.map(text) })?;
        }
    }
    Ok(all)
}

/// The parts of the files of several plans, those too that real programs found.
pub fn read(bench: &Bench, made: &mut [Made]) -> Vec<Result<Files, String>> {
    let mut all: Vec<Result<Files, String>> = made.iter_mut().map(|one| Ok(take(&mut one.parts))).collect();
    let whole = made.iter().enumerate().flat_map(|(at, one)| one.whole.iter().map(move |file| (at, file)));
    for ((at, label), told) in bench.read(whole.map(|(at, (label, whole))| ((at, label), whole))) {
        match (&mut all[at], told) {
            (Ok(files), Ok(found)) => {
                files.insert(label, plain(found));
            }
            (place @ Ok(_), Err(reason)) => *place = Err(format!("{label}: {reason}")),
            (Err(_), _) => {}
        }
    }
    all
}

/// The templates of proxies and balancers; those of everything else make empty files, which takes no time.
fn of_products() -> Templates {
    let others = template_paths().iter().filter(|path| {
        !path.ends_with("manifest.yaml")
            && !path.starts_with("reverse-proxy/")
            && !path.starts_with("load-balancer/")
    });
    Templates::with_overrides(others.map(|path| (path.clone(), String::new())).collect())
}

/// Every product of a kind that has a folder.
fn products(kind: &str) -> Vec<&'static str> {
    let product =
        |path: &'static String| path.strip_prefix(kind)?.strip_prefix('/')?.strip_suffix("/manifest.yaml");
    template_paths().iter().filter_map(product).collect()
}

/// How a text may be spelled in what a parser reads: as it is, as a path spells it, and both as PowerShell types them.
fn forms(hostile: &str) -> Vec<String> {
    // Line ends become spaces on reading, and some languages leave those at the end away.
    let line = hostile.trim_end_matches('\n').replace('\n', " ");
    let typed = |text: &str| quote(Dialect::Powershell, text).ok().map(|q| q[1..q.len() - 1].to_owned());
    let mut forms = Vec::new();
    for text in [hostile, &line, line.trim_end(), line.trim()] {
        let path = Path::default().item(text).to_string();
        let spelled = path[1..path.len() - 1].to_owned();
        forms.extend([text, &spelled].into_iter().filter_map(typed));
        forms.extend([text.to_owned(), spelled]);
    }
    forms.sort();
    forms.dedup();
    forms
}

/// Whether a text is these pieces with one of the forms between each two.
fn fits(pieces: &[&str], other: &str, forms: &[String]) -> bool {
    let Some((first, rest)) = pieces.split_first() else { return other.is_empty() };
    let Some(other) = other.strip_prefix(first) else { return false };
    match rest {
        [] => other.is_empty(),
        _ => forms
            .iter()
            .any(|form| other.strip_prefix(form.as_str()).is_some_and(|other| fits(rest, other, forms))),
    }
}

/// Whether a part is that of the harmless file with the hostile text in its place. A table has a mark before what a
/// spreadsheet would take for a formula.
fn is_expected(part: &str, other: &str, forms: &[String]) -> bool {
    if !part.contains(HARMLESS) {
        return part == other;
    }
    let pieces: Vec<&str> = part.split(HARMLESS).collect();
    let unmarked = other.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@']));
    // What is longer than a field of the product is cut.
    let is_cut = |rest: &str| !rest.is_empty() && forms.iter().any(|form| form.starts_with(rest));
    let is_full = other.chars().count() == MOST;
    fits(&pieces, other, forms)
        || unmarked.is_some_and(|other| fits(&pieces, other, forms))
        || (is_full && other.strip_prefix(pieces[0]).is_some_and(is_cut))
}

/// Whether each part is there in any order: rows are sorted by names, so that other names bring another order.
fn is_reordered(parts: &[String], found: &[String], forms: &[String]) -> bool {
    let mut left: Vec<&String> = found.iter().collect();
    parts.len() == found.len()
        && parts.iter().all(|part| {
            let at = left.iter().position(|other| is_expected(part, other, forms));
            at.map(|at| left.swap_remove(at)).is_some()
        })
}

/// What differs between the harmless files and the hostile ones, but for the text itself.
fn difference(harmless: &Files, hostile: &Files, text: &str) -> Option<String> {
    let (names, others): (Vec<_>, Vec<_>) = (harmless.keys().collect(), hostile.keys().collect());
    if names != others {
        return Some(format!("other files: {others:?}"));
    }
    let forms = forms(text);
    let bare = |texts: &[String]| texts.iter().map(|text| text.replace(['`', '\''], "")).collect::<Vec<_>>();
    let bare_forms = bare(&forms);
    for (path, parts) in harmless {
        // What Markdown shows as code, and whether a line told in a text quotes a word, may differ; the markup and the
        // grammar around it may not.
        let tells_lines = [".md", ".ps1"].iter().any(|end| path.ends_with(end));
        let (parts, found, forms) = if tells_lines {
            (&bare(parts), &bare(&hostile[path]), &bare_forms)
        } else {
            (parts, &hostile[path], &forms)
        };
        let differs = |at: &usize| found.get(*at).is_none_or(|other| !is_expected(&parts[*at], other, forms));
        let first = (0..parts.len()).find(differs);
        if (first.is_some() || found.len() != parts.len()) && !is_reordered(parts, found, forms) {
            let at = first.unwrap_or(parts.len());
            let (before, after) = (parts.get(at), found.get(at));
            return Some(format!(
                "{path}: {} parts became {}: {before:?} {after:?}",
                parts.len(),
                found.len()
            ));
        }
    }
    None
}

/// The fields that take a value.
fn taking<'r>(rich: &Rich, fields: &[&'r Field], value: &str) -> Vec<&'r Field> {
    // A blank text is none, and the words for that stand in its place.
    let takes = |field: &&&Field| !value.trim().is_empty() && rich.read(&[**field], value).is_ok();
    fields.iter().filter(takes).copied().collect()
}

#[test]
fn five_hundred_hostile_values_change_no_structure() {
    let rich = Rich::new();
    let values = values();
    let halves: Vec<&[String]> = values.chunks(values.len().div_ceil(2)).collect();
    let (faults, taken): (Vec<Vec<String>>, Vec<usize>) = std::thread::scope(|scope| {
        let rich = &rich;
        let threads: Vec<_> = halves.iter().map(|half| scope.spawn(move || judge(rich, half))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).unzip()
    });
    let faults = faults.concat();
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults[..faults.len().min(20)].join("\n"));
    assert!(taken.iter().sum::<usize>() > 200, "{taken:?} values were taken by any field");
}

/// So many plans are read at once.
const AT_ONCE: usize = 25;

/// The faults of these values, in all fields that take them, and how many any field took.
fn judge(rich: &Rich, values: &[String]) -> (Vec<String>, usize) {
    let bench = Bench::new();
    // Words are taken by what takes text; a date is none of it.
    let worded = taking(rich, &rich.fields.iter().collect::<Vec<_>>(), HARMLESS);
    let mut known: BTreeMap<Vec<&str>, Files> = BTreeMap::new();
    let (mut told, mut taken) = (Vec::new(), 0);
    for values in values.chunks(AT_ONCE) {
        let (mut plans, mut about) = (Vec::new(), Vec::new());
        for value in values {
            let fields = taking(rich, &worded, value);
            if fields.is_empty() {
                continue;
            }
            taken += 1;
            let names: Vec<&str> = fields.iter().map(|field| field.path.as_str()).collect();
            known.entry(names.clone()).or_insert_with(|| {
                read(&bench, &mut [made(rich, &fields, HARMLESS).unwrap()]).remove(0).unwrap()
            });
            match made(rich, &fields, value) {
                Ok(plan) => {
                    plans.push(plan);
                    about.push((value, names));
                }
                Err(reason) => told.push(fault(value, &reason)),
            }
        }
        for ((value, names), files) in about.into_iter().zip(read(&bench, &mut plans)) {
            let reason = match files {
                Ok(files) => difference(&known[&names], &files, value),
                Err(reason) => Some(reason),
            };
            told.extend(reason.map(|reason| fault(value, &reason)));
        }
    }
    (told, taken)
}

fn fault(value: &str, reason: &str) -> String {
    let value: String = value.chars().take(80).collect();
    format!("{value:?}: {}", reason.chars().take(700).collect::<String>())
}

#[test]
fn what_is_refused_is_told_harmlessly() {
    let rich = Rich::new();
    let title = rich.fields.iter().find(|field| field.path.as_str() == "title").unwrap();
    let desk = Desk::with_sample("two-domains");
    let mut refused = 0;
    for value in values() {
        if rich.read(&[title], &value).is_err() {
            refused += 1;
            if refused % 12 == 1 {
                desk.write("plan.yaml", &rich.text(&[title], &value));
                let ended = desk.run(&["check", "plan.yaml"]).with(2);
                assert_eq!(printable(&ended.err), ended.err, "{value:?}");
                assert!(ended.err.contains("U+"), "{value:?}: {}", ended.err);
                assert!(ended.out.is_empty(), "{value:?}: {}", ended.out);
            }
        }
    }
    assert!(refused > 50, "{refused}");
}
