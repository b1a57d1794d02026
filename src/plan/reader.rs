//! Reads parts of a plan from a tree and collects everything that is wrong, not only the first thing.

use std::str::FromStr;

use super::certificates::PublicCa;
use super::document::{Node, NodeKind, Span};
use super::problem::{Fault, Problem, nearest};
use crate::catalog::Templates;
use crate::value::Refusal;

/// The state of reading a plan.
pub struct Reader<'a> {
    templates: &'a Templates,
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    pub(super) const fn new(templates: &'a Templates) -> Self {
        Self { templates, problems: Vec::new() }
    }

    /// What was wrong, in the order of the text.
    pub(super) fn into_problems(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|problem| problem.span.start);
        self.problems
    }

    /// The vendors of a kind: the choices for a product.
    pub(super) fn vendors(&self, kind: &str) -> Vec<String> {
        self.templates.vendor_ids(kind).into_iter().collect()
    }

    /// The public certification authorities that say what they sign.
    pub(super) fn authorities(&self) -> Vec<PublicCa> {
        let ids = self.templates.vendor_ids(PublicCa::KIND);
        ids.iter().filter_map(|id| PublicCa::of(id, self.templates)).collect()
    }

    pub(super) fn problem(&mut self, fault: Fault, span: Span) {
        self.problems.push(Problem::new(fault, span));
    }

    pub(super) fn wrong_kind(&mut self, node: &Node, expected: &'static str) {
        let kind = match &node.kind {
            _ if node.is_null() => "found-nothing",
            NodeKind::Mapping { .. } => "found-section",
            NodeKind::Sequence { .. } => "found-list",
            NodeKind::Scalar { plain: true, .. } => "found-plain",
            NodeKind::Scalar { .. } => "found-quoted",
        };
        let found = node.scalar().unwrap_or_default().to_owned();
        self.problem(Fault::WrongKind { expected, kind, found }, node.span);
    }

    /// The node of a section, its keys checked against the known ones; nothing where it is no section.
    pub(super) fn section<'n>(&mut self, node: Option<&'n Node>, known: &[&str]) -> Option<&'n Node> {
        let node = node?;
        if node.is_null() {
            return Some(node);
        }
        let NodeKind::Mapping { entries, .. } = &node.kind else {
            self.wrong_kind(node, "expected-section");
            return None;
        };
        for entry in entries.iter().filter(|entry| !known.contains(&entry.key.as_str())) {
            let fault = Fault::UnknownKey {
                key: entry.key.clone(),
                nearest: nearest(&entry.key, known.iter().copied()),
                known: known.iter().map(|key| (*key).to_owned()).collect(),
            };
            self.problem(fault, entry.key_span);
        }
        Some(node)
    }

    /// A scalar read as a value of type `T`.
    pub(super) fn parse<T: FromStr<Err = Refusal>>(
        &mut self,
        node: &Node,
        expected: &'static str,
    ) -> Option<T> {
        let Some(text) = node.scalar().filter(|_| !node.is_null()) else {
            self.wrong_kind(node, expected);
            return None;
        };
        match text.parse() {
            Ok(value) => Some(value),
            Err(refusal) => {
                self.problem(Fault::Refused { expected, found: text.to_owned(), refusal }, node.span);
                None
            }
        }
    }

    /// A scalar that must be one of the known words; its index among them.
    pub(super) fn choice(&mut self, node: &Node, known: &[&str]) -> Option<usize> {
        let Some(text) = node.scalar() else {
            self.wrong_kind(node, "expected-choice");
            return None;
        };
        let index = known.iter().position(|word| *word == text);
        if index.is_none() {
            let fault = Fault::UnknownChoice {
                found: text.to_owned(),
                nearest: nearest(text, known.iter().copied()),
                known: known.iter().map(|word| (*word).to_owned()).collect(),
            };
            self.problem(fault, node.span);
        }
        index
    }
}
