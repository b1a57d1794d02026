//! The topology as a drawing, before anybody paints it: boxes in three zones, arrows between them, and which rows of the
//! requirements belong to each.
//!
//! ```text
//! topology, requirements ─► nodes, arrows ─┬─► the view of the screen
//!                                          └─► stacked ─► laid out ─► topology.svg
//! ```
//!
//! Equal things are one: a box is never for one SIP domain, and an arrow has all ports of a pair of boxes.

mod arrow;
mod end;
mod kind;
mod layout;
mod machines;
mod node;
mod rows;
mod stack;
mod svg;

use crate::plan::Plan;
use crate::requirement::Requirements;
use crate::topology::Topology;

pub use arrow::{Arrow, Nature, ports};
pub use kind::{Face, Kind, Zone};
pub use layout::{Card, Layout, PADDING, Style, Text, Wire};
pub use node::{Called, Node};
pub use svg::svg;

/// The topology of a plan as a drawing.
#[derive(Clone, Debug, Default)]
pub struct Drawing {
    /// The boxes, by zone, kind, site and name.
    pub nodes: Vec<Node>,
    /// The arrows, by the boxes where they begin and end.
    pub arrows: Vec<Arrow>,
}

impl Drawing {
    /// The drawing of a plan.
    #[must_use]
    pub fn of(plan: &Plan, topology: &Topology, requirements: &Requirements) -> Self {
        let mut stand = node::Stand::of(plan, topology);
        let mut arrows = arrow::flows(plan, &mut stand, requirements);
        arrows.extend(arrow::balancing(&mut stand, requirements));
        machines::federation(plan, &mut stand);
        rows::assign(&mut stand, requirements);
        let mut drawing = Self { nodes: stand.nodes, arrows };
        drawing.settle();
        drawing
    }

    /// Balancers stand where what they balance stands; boxes and arrows get their order.
    fn settle(&mut self) {
        for at in 0..self.nodes.len() {
            let ends = self.arrows.iter().filter(|arrow| arrow.from == at);
            let zones: Vec<Zone> = ends.map(|arrow| self.nodes[arrow.to].zone).collect();
            let is_balancer = self.nodes[at].kind == Kind::LoadBalancer;
            if is_balancer && !zones.is_empty() && zones.iter().all(|zone| *zone == Zone::Perimeter) {
                self.nodes[at].zone = Zone::Perimeter;
            }
        }
        let mut order: Vec<usize> = (0..self.nodes.len()).collect();
        order.sort_by_key(|at| {
            let node = &self.nodes[*at];
            (node.zone, node.kind, node.site.clone(), node.name.clone())
        });
        self.reorder(&order);
    }

    /// The same with the boxes in this order.
    fn reorder(&mut self, order: &[usize]) {
        let mut places = vec![0; order.len()];
        for (place, at) in order.iter().enumerate() {
            places[*at] = place;
        }
        self.nodes = order.iter().map(|at| self.nodes[*at].clone()).collect();
        for arrow in &mut self.arrows {
            (arrow.from, arrow.to) = (places[arrow.from], places[arrow.to]);
        }
        self.arrows.sort_by_key(|arrow| (arrow.from, arrow.to, arrow.nature, arrow.face));
    }

    /// The boxes of a zone, in their order.
    pub fn of_zone(&self, zone: Zone) -> impl Iterator<Item = usize> + '_ {
        (0..self.nodes.len()).filter(move |at| self.nodes[*at].zone == zone)
    }
}
