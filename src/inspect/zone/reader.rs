//! Reads the entries of a zone file as records.

use super::line::{Entry, entries};
use super::{ZoneData, ZoneFault, ZoneRecord};
use crate::text::Message;
use crate::value::{Address, Port};

/// The longest label and the longest name, in characters (RFC 1035).
const LABEL_LIMIT: usize = 63;
const NAME_LIMIT: usize = 253;

/// Every type of record that name servers know by a name (IANA, and Windows DNS).
const TYPES: &[&str] = &[
    "A",
    "A6",
    "AAAA",
    "AFSDB",
    "APL",
    "ATMA",
    "AVC",
    "CAA",
    "CDNSKEY",
    "CDS",
    "CERT",
    "CNAME",
    "CSYNC",
    "DHCID",
    "DLV",
    "DNAME",
    "DNSKEY",
    "DS",
    "EUI48",
    "EUI64",
    "GPOS",
    "HINFO",
    "HIP",
    "HTTPS",
    "IPSECKEY",
    "ISDN",
    "KEY",
    "KX",
    "LOC",
    "MB",
    "MD",
    "MF",
    "MG",
    "MINFO",
    "MR",
    "MX",
    "NAPTR",
    "NS",
    "NSAP",
    "NSEC",
    "NSEC3",
    "NSEC3PARAM",
    "NULL",
    "NXT",
    "OPENPGPKEY",
    "PTR",
    "PX",
    "RP",
    "RRSIG",
    "RT",
    "SIG",
    "SMIMEA",
    "SOA",
    "SPF",
    "SRV",
    "SSHFP",
    "SVCB",
    "TLSA",
    "TXT",
    "URI",
    "WINS",
    "WINSR",
    "WKS",
    "X25",
    "ZONEMD",
];

/// Reads a text: the name of the zone, and its records.
pub(super) fn read(text: &str, origin: Option<&str>) -> Result<(String, Vec<ZoneRecord>), ZoneFault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader { origin: None, owner: None, records: Vec::new() };
    let told = origin.map(|origin| absolute(origin.trim_end_matches('.'))).transpose();
    reader.origin = told.map_err(|message| ZoneFault { line: 1, message })?;
    let mut first = reader.origin.clone();
    for entry in entries(text)? {
        let is_fresh = reader.records.is_empty();
        reader.take(&entry).map_err(|message| ZoneFault { line: entry.line, message })?;
        if is_fresh && reader.origin.is_some() {
            first.clone_from(&reader.origin);
        }
    }
    let authority = reader.records.iter().find(|record| record.data == ZoneData::Other("SOA".to_owned()));
    let apex = authority.map(|record| record.name.clone()).or(first).unwrap_or_default();
    Ok((apex, reader.records))
}

/// What was read so far.
struct Reader {
    origin: Option<String>,
    owner: Option<String>,
    records: Vec<ZoneRecord>,
}

impl Reader {
    fn take(&mut self, entry: &Entry) -> Result<(), Message> {
        let words: Vec<&str> = entry.words.iter().map(String::as_str).collect();
        match words[..] {
            [] => Ok(()),
            [directive, ref rest @ ..] if directive.starts_with('$') && !entry.is_indented => {
                self.obey(directive, rest)
            }
            ref words if entry.is_indented => self.record(entry.line, words),
            [owner, ref rest @ ..] => {
                self.owner = Some(self.name(owner)?);
                self.record(entry.line, rest)
            }
        }
    }

    fn obey(&mut self, directive: &str, words: &[&str]) -> Result<(), Message> {
        match (directive.to_ascii_uppercase().as_str(), words) {
            ("$ORIGIN", [origin]) => {
                self.origin = Some(self.name(origin)?);
                Ok(())
            }
            ("$TTL", [ttl]) if is_ttl(ttl) => Ok(()),
            ("$INCLUDE" | "$GENERATE", _) => {
                Err(Message::new("zone-fault-not-expanded").with("directive", directive))
            }
            _ => Err(Message::new("zone-fault-unknown-directive").with("directive", directive)),
        }
    }

    /// A record behind its owner: time to live and class in either order, type, data.
    fn record(&mut self, line: usize, words: &[&str]) -> Result<(), Message> {
        let name = self.owner.clone().ok_or_else(|| Message::new("zone-fault-no-owner"))?;
        let is_prefix = |word: &&&str| is_ttl(word) || is_class(word) || is_age(word);
        let prefix = words.iter().take_while(is_prefix).count();
        let [kind, data @ ..] = &words[prefix..] else {
            return Err(Message::new("zone-fault-no-type").with("name", name));
        };
        let kind = kind.to_ascii_uppercase();
        let is_number = kind.strip_prefix("TYPE").is_some_and(|number| number.parse::<u16>().is_ok());
        if !TYPES.contains(&kind.as_str()) && !is_number {
            return Err(Message::new("zone-fault-unknown-type").with("type", kind));
        }
        let data = self.data(&kind, data)?;
        self.records.push(ZoneRecord { line, name, data });
        Ok(())
    }

    fn data(&self, kind: &str, words: &[&str]) -> Result<ZoneData, Message> {
        let wrong =
            || Message::new("zone-fault-wrong-data").with("type", kind).with("value", words.join(" "));
        match (kind, words) {
            // Data of any type as bytes (RFC 3597).
            (_, [r"\#", ..]) => Ok(ZoneData::Other(kind.to_owned())),
            ("A" | "AAAA", [address]) => {
                let address: Address = address.parse().map_err(|_| wrong())?;
                if address.is_v6() == (kind == "AAAA") {
                    Ok(ZoneData::Address(address))
                } else {
                    Err(wrong())
                }
            }
            ("CNAME", [target]) => Ok(ZoneData::Cname(self.name(target)?)),
            ("SRV", [priority, weight, port, target]) => {
                for number in [priority, weight] {
                    number.parse::<u16>().map_err(|_| wrong())?;
                }
                // Port 0 and the target `.` say that there is no such service (RFC 2782).
                if *target == "." {
                    return Ok(ZoneData::Other(kind.to_owned()));
                }
                let port: u64 = port.parse().map_err(|_| wrong())?;
                let port = Port::try_from(port).map_err(|_| wrong())?;
                Ok(ZoneData::Srv(port, self.name(target)?))
            }
            ("A" | "AAAA" | "CNAME" | "SRV", _) | (_, []) => Err(wrong()),
            _ => Ok(ZoneData::Other(kind.to_owned())),
        }
    }

    /// A name in full: lower case, without its final dot.
    fn name(&self, word: &str) -> Result<String, Message> {
        if word == "." {
            return Ok(String::new());
        }
        if let Some(whole) = word.strip_suffix('.').filter(|whole| !whole.ends_with('\\')) {
            return absolute(whole);
        }
        let unknown = || Message::new("zone-fault-no-origin").with("name", word);
        let origin = self.origin.as_deref().ok_or_else(unknown)?;
        match (word, origin) {
            ("@", origin) => Ok(origin.to_owned()),
            (word, "") => absolute(word),
            (word, origin) => absolute(&format!("{word}.{origin}")),
        }
    }
}

fn absolute(name: &str) -> Result<String, Message> {
    let is_fit = |label: &str| !label.is_empty() && label.len() <= LABEL_LIMIT;
    if name.len() > NAME_LIMIT || !name.split('.').all(is_fit) {
        return Err(Message::new("zone-fault-wrong-name").with("name", name));
    }
    Ok(name.to_ascii_lowercase())
}

/// A time to live: seconds, or numbers with units, such as `1h30m`.
fn is_ttl(word: &str) -> bool {
    let is_unit = |c: char| matches!(c.to_ascii_lowercase(), 's' | 'm' | 'h' | 'd' | 'w');
    word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(|c| c.is_ascii_digit() || is_unit(c))
}

fn is_class(word: &str) -> bool {
    ["IN", "CH", "HS", "CS"].iter().any(|class| class.eq_ignore_ascii_case(word))
}

/// How old a record is, in the export of Windows DNS.
fn is_age(word: &str) -> bool {
    word.len() > 5 && word.get(..5).is_some_and(|begin| begin.eq_ignore_ascii_case("[AGE:"))
}
