//! Why something is so: the answers that it rests on.
//!
//! The value of an answer can only be had by reading it *because of* something: [`Because::read`] hands the value out and
//! notes the path. What was noted becomes the `because` of a requirement, so no rule can use an answer and forget to
//! say so.

use std::collections::BTreeSet;

use super::Path;

/// The answers that something rests on, and whether one of them is still open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Because {
    paths: BTreeSet<Path>,
    provisional: bool,
}

/// Something that was told by answers: reading it takes their names down.
pub trait Told {
    /// What was told.
    type Value: ?Sized;

    /// Takes down in `because` on what the value rests, and hands it out.
    fn told<'s>(&'s self, because: &mut Because) -> &'s Self::Value;
}

impl Because {
    /// The value of `told`, its answers taken down.
    pub fn read<'t, T: Told + ?Sized>(&mut self, told: &'t T) -> &'t T::Value {
        told.told(self)
    }

    /// Takes down an answer without its value: a list, of which it matters what it holds.
    pub fn note(&mut self, path: &Path) {
        self.paths.insert(path.clone());
    }

    /// Takes down everything that something else rests on.
    pub fn join(&mut self, other: &Because) {
        self.paths.extend(other.paths.iter().cloned());
        self.provisional |= other.provisional;
    }

    /// The same, and what `other` rests on.
    #[must_use]
    pub fn and(&self, other: &Because) -> Self {
        let mut both = self.clone();
        both.join(other);
        both
    }

    /// Whether one of two conditions holds. Where one alone does, that is why; where both do, no answer of only one of
    /// them could change anything, so none is taken down.
    pub fn either(
        &mut self,
        one: impl FnOnce(&mut Because) -> bool,
        other: impl FnOnce(&mut Because) -> bool,
    ) -> bool {
        let (mut of_one, mut of_other) = (Because::default(), Because::default());
        let (holds, other_holds) = (one(&mut of_one), other(&mut of_other));
        match (holds, other_holds) {
            (true, true) => {
                of_one.paths.retain(|path| of_other.paths.contains(path));
                of_one.provisional &= of_other.provisional;
                self.join(&of_one);
            }
            (true, false) => self.join(&of_one),
            (false, true) => self.join(&of_other),
            (false, false) => self.join(&of_one.and(&of_other)),
        }
        holds || other_holds
    }

    /// Whether two conditions hold: the counterpart of [`Self::either`].
    pub fn both(
        &mut self,
        one: impl FnOnce(&mut Because) -> bool,
        other: impl FnOnce(&mut Because) -> bool,
    ) -> bool {
        !self.either(|because| !one(because), |because| !other(because))
    }

    pub(super) fn note_open(&mut self) {
        self.provisional = true;
    }

    /// The paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.paths.iter()
    }

    /// Whether an open answer is among them.
    #[must_use]
    pub const fn is_provisional(&self) -> bool {
        self.provisional
    }
}

/// A value that was derived from answers, and which ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traced<T> {
    value: T,
    because: Because,
}

impl<T> Traced<T> {
    /// Derives a value: whatever `derive` reads is why.
    pub fn derive(derive: impl FnOnce(&mut Because) -> T) -> Self {
        let mut because = Because::default();
        let value = derive(&mut because);
        Self { value, because }
    }
}

impl<T> Told for Traced<T> {
    type Value = T;

    fn told<'s>(&'s self, because: &mut Because) -> &'s T {
        because.join(&self.because);
        &self.value
    }
}
