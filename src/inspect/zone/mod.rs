//! A zone file as RFC 1035 has it (section 5), read with the line of each record.
//!
//! A reader of our own: the library of the field keeps no lines, and findings point at lines. It also takes what the
//! export of Windows DNS adds: `[AGE:…]` behind a name, and the record types `WINS` and `WINSR`.

mod finders;
mod line;
mod look;
mod reader;
mod rules;

use std::collections::{HashMap, HashSet};

use crate::text::Message;
use crate::value::{Address, Port};

pub use rules::{Expected, ZoneFinding, judge, zone_rules};

/// What a record of a zone file says, as far as anybody here asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZoneData {
    /// A or AAAA.
    Address(Address),
    /// CNAME, with the name that it leads to.
    Cname(String),
    /// SRV: the port and the target.
    Srv(Port, String),
    /// Any other type.
    Other(String),
}

impl ZoneData {
    /// Whether a client that asks for the name comes somewhere by it.
    #[must_use]
    pub fn leads_somewhere(&self) -> bool {
        matches!(self, Self::Address(_) | Self::Cname(_))
            || matches!(self, Self::Other(kind) if kind == "DNAME")
    }
}

/// A record of a zone file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneRecord {
    /// The line that it begins in, from 1.
    pub line: usize,
    /// Its owner: lower case, without a final dot.
    pub name: String,
    /// What it says.
    pub data: ZoneData,
}

/// A zone file that was read.
#[derive(Clone, Debug)]
pub struct Zone {
    /// The name of the zone: the owner of its SOA record, else where the file begins.
    pub apex: String,
    records: Vec<ZoneRecord>,
    by_name: HashMap<String, Vec<usize>>,
    /// Every name with records, and every name above one.
    there: HashSet<String>,
}

/// A text that is no zone file: the line, and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneFault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, in words; its attribute `help` says what would be right.
    pub message: Message,
}

impl Zone {
    /// Reads a zone file. Names without a final dot stand below `origin` until the file says another one.
    ///
    /// # Errors
    /// The first line that is no part of a zone file.
    pub fn read(text: &str, origin: Option<&str>) -> Result<Self, ZoneFault> {
        let (apex, records) = reader::read(text, origin)?;
        Ok(Self::of(apex, records))
    }

    fn of(apex: String, records: Vec<ZoneRecord>) -> Self {
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        let mut there = HashSet::new();
        for (at, record) in records.iter().enumerate() {
            by_name.entry(record.name.clone()).or_default().push(at);
            for name in above(&record.name) {
                if !there.insert(name.to_owned()) {
                    break;
                }
            }
        }
        Self { apex, records, by_name, there }
    }

    /// All records, in the order of the file.
    #[must_use]
    pub fn records(&self) -> &[ZoneRecord] {
        &self.records
    }

    /// The records of a name itself.
    fn own(&self, name: &str) -> impl Iterator<Item = &ZoneRecord> {
        self.by_name.get(name).into_iter().flatten().map(|at| &self.records[*at])
    }

    /// What a name server answers for a name: its own records, else those of the wildcard that covers it (RFC 4592).
    pub fn answers<'z>(&'z self, name: &str) -> impl Iterator<Item = &'z ZoneRecord> + use<'z> {
        let own = if self.there.contains(name) {
            self.by_name.get(name)
        } else {
            let encloser = above(name).skip(1).find(|above| self.there.contains(*above));
            encloser.and_then(|encloser| self.by_name.get(&format!("*.{encloser}")))
        };
        own.into_iter().flatten().map(|at| &self.records[*at])
    }

    /// The first record by which a client that asks for the name comes somewhere.
    #[must_use]
    pub fn leads(&self, name: &str) -> Option<&ZoneRecord> {
        self.answers(name).find(|record| record.data.leads_somewhere())
    }
}

/// A name and every name above it.
fn above(name: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(name), |name| name.split_once('.').map(|(_, rest)| rest))
}

/// The zone that a file is named after, where nothing in it says one: `contoso.com.zone`, `.db` or `.dns`.
#[must_use]
pub fn origin_of(file: &str) -> Option<&str> {
    let name = [".zone", ".db", ".dns"].iter().find_map(|ending| file.strip_suffix(ending)).unwrap_or(file);
    Some(name).filter(|name| name.contains('.'))
}
