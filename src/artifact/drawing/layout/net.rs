//! Nets: arrows that end at one box with one label and come from boxes of one kind are one line with several beginnings.

use std::collections::BTreeMap;

use crate::artifact::drawing::{Drawing, Nature, ports};
use crate::requirement::Requirements;
use crate::text::{Message, Speaker};

/// A net.
#[derive(Clone, Debug)]
pub(super) struct Net {
    /// Where it ends.
    pub(super) to: usize,
    /// Where it begins: sorted, each once.
    pub(super) from: Vec<usize>,
    /// What stands at its head.
    pub(super) label: String,
    /// What its arrows are.
    pub(super) nature: Nature,
    /// Its arrows, by their place in the drawing.
    pub(super) arrows: Vec<usize>,
}

impl Net {
    /// Whether it begins and ends at one box.
    pub(super) fn is_loop(&self) -> bool {
        self.from.contains(&self.to)
    }
}

/// The nets of a drawing.
pub(super) fn nets(drawing: &Drawing, requirements: &Requirements, speaker: &Speaker) -> Vec<Net> {
    let is_far = super::order::far(drawing);
    let mut nets: BTreeMap<_, Net> = BTreeMap::new();
    for (at, arrow) in drawing.arrows.iter().enumerate() {
        let ports = ports(arrow.nature, &arrow.rows, requirements);
        let label = match arrow.face {
            Some(face) => format!("{}: {ports}", speaker.say(&Message::new(face.key()))),
            None => ports,
        };
        let kind = drawing.nodes[arrow.from].kind;
        let is_own = arrow.from == arrow.to;
        let key = (arrow.to, is_own, kind, is_far[arrow.from], arrow.nature, arrow.face, label.clone());
        let net = nets.entry(key).or_insert_with(|| Net {
            to: arrow.to,
            from: Vec::new(),
            label,
            nature: arrow.nature,
            arrows: Vec::new(),
        });
        net.from.push(arrow.from);
        net.from.sort_unstable();
        net.from.dedup();
        net.arrows.push(at);
    }
    nets.into_values().collect()
}
