//! Every hostile value in every field of free text: it is refused on reading, or no file of the plan changes its structure.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use std::collections::BTreeMap;

use ucplan::artifact::{plan_digest, quote};
use ucplan::blueprint::Blueprint;
use ucplan::catalog::{Dialect, Templates, speaker, template_paths};
use ucplan::plan::{Document, Path, Plan};
use ucplan::text::printable;

use crate::common::Desk;
use crate::fields::{Field, HARMLESS, HARMLESS_WORD, Rich};
use crate::structure::parts;
use crate::values::values;

/// The comment of a change batch takes so many characters; what is longer is cut.
const MOST: usize = 256;

/// The parts of every file.
type Files = BTreeMap<String, Vec<String>>;

/// Every file of the plan with a text in these fields, taken apart. The products are those of the templates, all of them.
fn files(rich: &Rich, fields: &[&Field], text: &str) -> Result<Files, String> {
    let words = speaker("en").unwrap();
    let mut all = Files::new();
    let (proxies, balancers) = (products("reverse-proxy"), products("load-balancer"));
    for at in 0..proxies.len().max(balancers.len()) {
        let (proxy, balancer) = (proxies[at % proxies.len()], balancers[at % balancers.len()]);
        let plan_text = rich
            .text(fields, text)
            .replacen("\"product\":\"nginx\"", &format!("\"product\":\"{proxy}\""), 1)
            .replacen(
                "\"product\":\"haproxy\",\"translates",
                &format!("\"product\":\"{balancer}\",\"translates"),
                1,
            );
        let document = Document::parse(&plan_text).map_err(|problem| format!("{problem:?}"))?;
        let plan =
            Plan::read(&document, &Templates::default()).map_err(|problems| format!("{problems:?}"))?;
        let digest = plan_digest(&plan);
        let made = Blueprint::of(plan).compose(document.text(), &Templates::default(), &words, false);
        if let Some(finding) = made.findings.first() {
            return Err(words.say(&finding.message));
        }
        for artifact in made.bundle.artifacts {
            // Everything else is the same whatever the products are.
            let is_of_product =
                ["reverse-proxy/", "load-balancer/"].iter().any(|kind| artifact.path.starts_with(kind));
            if at == 0 || is_of_product {
                let text = artifact.content.with_serial(2_027_010_500);
                // Other answers have another digest.
                let text = text.replace(&digest, "digest");
                let found =
                    parts(&artifact.path, &text).map_err(|reason| format!("{}: {reason}", artifact.path))?;
                let found = found.iter().map(|part| part.replace(HARMLESS_WORD, HARMLESS)).collect();
                all.insert(format!("{proxy} {balancer}: {}", artifact.path), found);
            }
        }
    }
    Ok(all)
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

/// The faults that a value brings, where it is not refused on reading.
fn faults(rich: &Rich, fields: &[&Field], harmless: &Files, value: &str) -> Option<String> {
    let told = match files(rich, fields, value) {
        Ok(files) => difference(harmless, &files, value),
        Err(reason) => Some(reason),
    };
    told.map(|told| format!("{value:.80?}: {}", told.chars().take(700).collect::<String>()))
}

/// The fields that take a value, and words too: a date is none of them.
fn taking<'r>(rich: &'r Rich, value: &str) -> Vec<&'r Field> {
    // A blank text is none, and the words for that stand in its place.
    if value.trim().is_empty() {
        return Vec::new();
    }
    let takes = |field: &&Field, value: &str| rich.read(&[*field], value).is_ok();
    rich.fields.iter().filter(|field| takes(field, value) && takes(field, HARMLESS)).collect()
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

/// The faults of these values, in all fields that take them, and how many any field took.
fn judge(rich: &Rich, values: &[String]) -> (Vec<String>, usize) {
    let mut known: Vec<(Vec<&Path>, Files)> = Vec::new();
    let (mut told, mut taken) = (Vec::new(), 0);
    for value in values {
        let fields = taking(rich, value);
        if fields.is_empty() {
            continue;
        }
        taken += 1;
        let names: Vec<&Path> = fields.iter().map(|field| &field.path).collect();
        if !known.iter().any(|(other, _)| *other == names) {
            known.push((names.clone(), files(rich, &fields, HARMLESS).unwrap()));
        }
        let harmless = &known.iter().find(|(other, _)| *other == names).unwrap().1;
        told.extend(faults(rich, &fields, harmless, value));
    }
    (told, taken)
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
