//! The path of an answer: its YAML key, and its one name everywhere else.
//!
//! Code never spells a path: an answer carries its own, made from the names of the struct fields that lead to it, so
//! the compiler checks every mention (`plan.mobility.initial_request`). Only people write paths as text.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// The path of an answer, a list, an item of a list or a section. Cloning shares the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(Arc<str>);

/// A step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into the value under a key.
    Key(String),
    /// To the item of a list that has this name (on input also: this index).
    Item(String),
}

/// A text that is no path: the place of the first character that can't be read, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPath(pub usize);

impl Path {
    /// The path of the value under `key`.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        if self.0.is_empty() { Self(key.into()) } else { Self(format!("{}.{key}", self.0).into()) }
    }

    /// The path of the item that is called `name`.
    #[must_use]
    pub fn item(&self, name: &str) -> Self {
        let mut text = String::with_capacity(self.0.len() + name.len() + 2);
        text.push_str(&self.0);
        text.push('[');
        for character in name.chars() {
            if matches!(character, '[' | ']' | '\\') {
                text.push('\\');
            }
            text.push(character);
        }
        text.push(']');
        Self(text.into())
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this path is `other` or leads to something in it.
    #[must_use]
    pub fn is_within(&self, other: &Path) -> bool {
        self.0
            .strip_prefix(&*other.0)
            .is_some_and(|rest| rest.is_empty() || other.0.is_empty() || rest.starts_with(['.', '[']))
    }

    /// The steps of the path.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        read_steps(&self.0).unwrap_or_default()
    }
}

impl FromStr for Path {
    type Err = NotAPath;

    /// Reads a path as people write it.
    ///
    /// # Errors
    /// [`NotAPath`] with the place of the fault.
    fn from_str(text: &str) -> Result<Self, NotAPath> {
        let steps = read_steps(text)?;
        Ok(steps.iter().fold(Self::default(), |path, step| match step {
            Step::Key(key) => path.key(key),
            Step::Item(name) => path.item(name),
        }))
    }
}

fn read_steps(text: &str) -> Result<Vec<Step>, NotAPath> {
    let mut steps = Vec::new();
    let mut characters = text.chars().enumerate().peekable();
    while let Some((at, character)) = characters.next() {
        match character {
            '[' => steps.push(Step::Item(read_name(&mut characters).ok_or(NotAPath(at + 1))?)),
            '.' if steps.is_empty() => return Err(NotAPath(at + 1)),
            '.' => steps.push(Step::Key(read_key(None, &mut characters).ok_or(NotAPath(at + 2))?)),
            first if steps.is_empty() => {
                steps.push(Step::Key(read_key(Some(first), &mut characters).ok_or(NotAPath(at + 1))?));
            }
            _ => return Err(NotAPath(at + 1)),
        }
    }
    Ok(steps)
}

type Characters<'a> = std::iter::Peekable<std::iter::Enumerate<std::str::Chars<'a>>>;

fn read_key(first: Option<char>, characters: &mut Characters<'_>) -> Option<String> {
    let is_key = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut key = String::new();
    if let Some(first) = first {
        key.push(Some(first).filter(|c| is_key(*c))?);
    }
    while let Some((_, character)) = characters.next_if(|(_, c)| is_key(*c)) {
        key.push(character);
    }
    Some(key).filter(|key| !key.is_empty())
}

fn read_name(characters: &mut Characters<'_>) -> Option<String> {
    let mut name = String::new();
    while let Some((_, character)) = characters.next() {
        match character {
            ']' => return Some(name),
            '[' => return None,
            '\\' => name.push(characters.next()?.1),
            other => name.push(other),
        }
    }
    None
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_read_back_whatever_the_items_are_called() {
        let path =
            Path::default().key("sites").item("HQ [old] \\ 1").key("front_end_pools").item("a.b.example");
        assert_eq!(path.as_str(), r"sites[HQ \[old\] \\ 1].front_end_pools[a.b.example]");
        assert_eq!(path.as_str().parse(), Ok(path.clone()));
        assert_eq!(path.steps()[1], Step::Item(r"HQ [old] \ 1".into()));
    }

    #[test]
    fn faults_have_a_place() {
        assert_eq!(".a".parse::<Path>(), Err(NotAPath(1)));
        assert_eq!("a..b".parse::<Path>(), Err(NotAPath(3)));
        assert_eq!("a[b".parse::<Path>(), Err(NotAPath(2)));
        assert_eq!("a b".parse::<Path>(), Err(NotAPath(2)));
    }

    #[test]
    fn within_respects_steps() {
        let path = |text: &str| text.parse::<Path>().unwrap();
        assert!(path("mobility.push.enabled").is_within(&path("mobility.push")));
        assert!(path("sites[a].name").is_within(&path("sites")));
        assert!(!path("sitesx").is_within(&path("sites")));
    }
}
