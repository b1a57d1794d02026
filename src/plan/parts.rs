//! Which parts a plan has: what a path may lead to.

use std::collections::BTreeSet;

use super::{Path, Plan, Shape, Step};

impl Plan {
    /// The parts that this plan has.
    #[must_use]
    pub fn parts(&self) -> Parts {
        let (mut paths, mut lists) = (Vec::new(), BTreeSet::new());
        self.visit(&mut |leaf| {
            paths.push(leaf.path.clone());
            if matches!((leaf.shape)(), Shape::Items(_)) {
                lists.insert(leaf.path.clone());
            }
        });
        Parts { paths, lists }
    }
}

/// The parts that a plan has, in its order.
pub struct Parts {
    paths: Vec<Path>,
    /// Those that are lists of sections, with items or without.
    lists: BTreeSet<Path>,
}

impl Parts {
    /// Whether a path leads to a part that is there. Items may be named by their index.
    #[must_use]
    pub fn leads_somewhere(&self, path: &Path) -> bool {
        let mut so_far = Path::default();
        for step in path.steps() {
            so_far = match step {
                Step::Key(key) => so_far.key(&key),
                Step::Item(name) => match self.item(&so_far, &name) {
                    Some(item) => item,
                    // An item of a list of plain values has no parts to be found.
                    None => return !self.lists.contains(&so_far),
                },
            };
        }
        true
    }

    fn item(&self, list: &Path, name: &str) -> Option<Path> {
        let named = list.item(name);
        if self.paths.iter().any(|path| path.is_within(&named)) {
            return Some(named);
        }
        let mut items: Vec<Path> = Vec::new();
        for path in self.paths.iter().filter(|path| path.is_within(list) && *path != list) {
            let item =
                path.steps().into_iter().take(list.steps().len() + 1).fold(Path::default(), |path, step| {
                    match step {
                        Step::Key(key) => path.key(&key),
                        Step::Item(name) => path.item(&name),
                    }
                });
            if items.last() != Some(&item) {
                items.push(item);
            }
        }
        name.parse::<usize>().ok().and_then(|index| items.get(index).cloned())
    }
}
