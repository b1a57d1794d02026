//! The form of the table: files that people may have, and what exactly is said of each in the sample `two-domains`.

use crate::forge::{Forge, Wanted};
use crate::names_and_chains::NAMES_AND_CHAINS;
use crate::properties::PROPERTIES;

/// A file, and the verdict on what it holds.
pub struct Case {
    pub file: &'static str,
    pub made: fn(&Forge) -> Vec<u8>,
    /// The requirement that it fits best; empty: none.
    pub fits: &'static str,
    pub verdict: &'static str,
    /// The codes of what is found, in the order of the rules.
    pub found: &'static [&'static str],
}

pub const fn case(
    file: &'static str,
    made: fn(&Forge) -> Vec<u8>,
    fits: &'static str,
    verdict: &'static str,
    found: &'static [&'static str],
) -> Case {
    Case { file, made, fits, verdict, found }
}

/// Names of the reverse proxy.
pub const PROXY: &[&str] = &[
    "poolext.proseware.example",
    "dialin.proseware.example",
    "dirext.proseware.example",
    "lyncdiscover.lucernepublishing.example",
    "lyncdiscover.proseware.example",
    "meet.lucernepublishing.example",
    "meet.proseware.example",
];

/// Names of a Front End server, less its own.
pub const FRONT_END: &[&str] = &[
    "denpool01.corp.proseware.example",
    "admin.proseware.example",
    "dialin.proseware.example",
    "lyncdiscover.lucernepublishing.example",
    "lyncdiscover.proseware.example",
    "lyncdiscoverinternal.lucernepublishing.example",
    "lyncdiscoverinternal.proseware.example",
    "meet.lucernepublishing.example",
    "meet.proseware.example",
    "poolext.proseware.example",
    "poolint.corp.proseware.example",
    "sip.lucernepublishing.example",
    "sip.proseware.example",
];

const EDGE: &[&str] = &["sip.proseware.example", "conf.proseware.example", "sip.lucernepublishing.example"];

pub fn proxy() -> Wanted {
    Wanted::sound(PROXY)
}

pub fn edge() -> Wanted {
    Wanted::sound(EDGE)
}

/// A server of the pool: its number.
pub fn front_end(number: usize) -> Wanted {
    Wanted::sound(FRONT_END).and(&format!("DNS:denfe0{number}.corp.proseware.example"))
}

pub fn wildcards(names: &[&'static str]) -> Wanted {
    Wanted::sound(&[&["poolext.proseware.example", "dirext.proseware.example"], names].concat())
}

pub const EDGE_ID: &str = "denedge.corp.proseware.example-external";
pub const FE_ID: &str = "denfe01.corp.proseware.example";
pub const ALONE: &str = "existing-chain-incomplete";

/// All of them.
pub fn cases() -> impl Iterator<Item = &'static Case> {
    NAMES_AND_CHAINS.iter().chain(PROPERTIES)
}

/// What a request asks for: where its revocation is looked up is the authority's own business.
pub fn asked(wanted: Wanted) -> Wanted {
    wanted.with("crlDistributionPoints", "")
}

pub fn capitals() -> Wanted {
    let names: Vec<String> = PROXY.iter().map(|name| name.to_uppercase()).collect();
    Wanted::sound(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

/// As Windows writes it: a byte order mark, and line ends of two characters.
pub fn windows(pem: &[u8]) -> Vec<u8> {
    let text = String::from_utf8(pem.to_vec()).unwrap().replace('\n', "\r\n");
    [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat()
}

/// As the redirection of PowerShell writes it.
pub fn utf_16(pem: &[u8]) -> Vec<u8> {
    let text = String::from_utf8(pem.to_vec()).unwrap();
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// As certreq writes it.
pub fn renamed(pem: &[u8]) -> Vec<u8> {
    let text = String::from_utf8(pem.to_vec()).unwrap();
    text.replace("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST").into_bytes()
}

/// A request whose signature was made for another text.
pub fn edited(forge: &Forge) -> Vec<u8> {
    let mut bytes = forge.der("req", &forge.request(&asked(proxy())));
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    bytes
}
