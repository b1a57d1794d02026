//! Many boxes of one kind as one, so that a drawing on paper stays readable.

use std::collections::BTreeMap;

use super::Drawing;
use super::arrow::{Arrow, Nature};
use super::kind::{Face, Kind};
use super::node::Node;

/// More boxes of one kind are drawn as one that lists them.
const MOST: usize = 3;

impl Drawing {
    /// The same with many boxes of one kind as one. Arrows among these begin and end at that one box.
    #[must_use]
    pub fn stacked(&self) -> Self {
        let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
        for node in &self.nodes {
            *counts.entry(node.kind).or_default() += 1;
        }
        let mut nodes: Vec<Node> = Vec::new();
        let mut stacks: BTreeMap<Kind, usize> = BTreeMap::new();
        let mut places = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            if counts[&node.kind] <= MOST {
                places.push(nodes.len());
                nodes.push(node.clone());
                continue;
            }
            let place = *stacks.entry(node.kind).or_insert_with(|| {
                nodes.push(Node { zone: node.zone, ..Node::new(node.kind, "") });
                nodes.len() - 1
            });
            add(&mut nodes[place], node);
            places.push(place);
        }
        let mut arrows: BTreeMap<(usize, usize, Nature, Option<Face>), Vec<usize>> = BTreeMap::new();
        for arrow in &self.arrows {
            let key = (places[arrow.from], places[arrow.to], arrow.nature, arrow.face);
            arrows.entry(key).or_default().extend(&arrow.rows);
        }
        let arrow = |((from, to, nature, face), rows)| Arrow { from, to, face, nature, rows };
        Self { nodes, arrows: arrows.into_iter().map(arrow).collect() }
    }
}

/// Lists a box in the one that stands for it.
fn add(stack: &mut Node, node: &Node) {
    stack.stacked.push(node.name.clone());
    for (all, own) in [
        (&mut stack.records, &node.records),
        (&mut stack.certificates, &node.certificates),
        (&mut stack.publishing, &node.publishing),
    ] {
        all.extend(own);
        all.sort_unstable();
        all.dedup();
    }
}
