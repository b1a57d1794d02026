//! `ucplan explain`: a fact, a rule or a finding code: what, why, source, where it shows up.

use super::report::Failure;
use super::{Exit, Shell};
use crate::catalog::{Fact, cited_by, fact, facts, source_names};
use crate::inspect::certificate::certificate_rules;
use crate::inspect::zone_rules;
use crate::plan::nearest;
use crate::requirement::{RuleCard, rules};
use crate::text::Message;

pub(super) fn run(shell: &Shell, id: &str) -> Result<Exit, Failure> {
    let rules: Vec<RuleCard> = rules().into_iter().chain(zone_rules()).chain(certificate_rules()).collect();
    if let Some(fact) = fact(&id.to_uppercase()) {
        explain_fact(shell, fact, &rules);
    } else if let Some(rule) = rules.iter().find(|rule| rule.id == id) {
        explain_rule(shell, rule);
    } else if shell.speaker.knows(&format!("finding-{id}.why")) {
        shell.print(&format!("{id}  {}", shell.speaker.say(&Message::new(format!("finding-{id}.why")))));
    } else {
        return Err(Failure::Request(unknown(id, &rules)));
    }
    Ok(Exit::Done)
}

fn explain_fact(shell: &Shell, fact: &Fact, rules: &[RuleCard]) {
    shell.print(&format!("{}  {}", fact.id, fact.says));
    if !fact.applies.is_empty() {
        shell.say(&Message::new("explain-applies").with("when", &fact.applies));
    }
    shell.say(&Message::new("explain-source").with("source", source_names(&fact.source)));
    let mut is_used = false;
    let cited = cited_by(&fact.id);
    let rests =
        |rule: &&RuleCard| rule.facts.contains(&fact.id.as_str()) || cited.iter().any(|id| id == rule.id);
    for rule in rules.iter().filter(rests) {
        is_used = true;
        shell.say(&Message::new("explain-used-by").with("rule", rule.id).with("family", rule.family));
    }
    if !is_used {
        shell.say(&Message::new("explain-unused"));
    }
}

fn explain_rule(shell: &Shell, rule: &RuleCard) {
    let key =
        if rule.family == "findings" { format!("finding-{}", rule.id) } else { format!("rule-{}", rule.id) };
    shell.print(&format!("{}  {}", rule.id, shell.speaker.say(&Message::new(format!("{key}.why")))));
    shell.say(&Message::new("explain-family").with("family", rule.family));
    if rule.family != "findings" {
        shell.say(&Message::new(key));
    }
    for id in rule.facts {
        if let Some(fact) = fact(id) {
            shell.print(&format!("  {id}  {}", fact.says));
            shell.print(&format!("         {}", source_names(&fact.source)));
        }
    }
}

fn unknown(id: &str, rules: &[RuleCard]) -> Message {
    let known = facts().map(|fact| fact.id.as_str()).chain(rules.iter().map(|rule| rule.id));
    let unknown = Message::new("explain-unknown").with("id", id);
    match nearest(id, known) {
        Some(nearest) => unknown.saying("hint", Message::new("explain-nearest").with("nearest", nearest)),
        None => unknown.saying("hint", Message::new("explain-forms")),
    }
}
