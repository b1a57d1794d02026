//! The blocks of a text file (RFC 7468), each with its line. Whatever stands around them is left alone.

use crate::text::Message;

use super::reader::CertificateFault;

/// A block between its two lines.
pub(super) struct Block<'t> {
    /// The line of its beginning, from 1.
    pub(super) line: usize,
    /// What it says that it is, such as `CERTIFICATE`.
    pub(super) label: &'t str,
    /// The block with both of its lines.
    pub(super) text: &'t str,
}

impl Block<'_> {
    /// It is a private key, by what it says of itself.
    pub(super) fn is_private_key(&self) -> bool {
        self.label.ends_with("PRIVATE KEY")
    }

    /// Its bytes.
    pub(super) fn bytes(&self) -> Option<Vec<u8>> {
        // Some programs write blanks into the lines, and the reader of the library takes none.
        let lines = self.text.lines().map(str::trim).filter(|line| !line.is_empty());
        let text = lines.collect::<Vec<_>>().join("\n");
        x509_parser::pem::parse_x509_pem(text.as_bytes()).ok().map(|(_, block)| block.contents)
    }
}

/// The blocks of a text.
///
/// # Errors
/// A block that does not end.
pub(super) fn blocks(text: &str) -> Result<Vec<Block<'_>>, CertificateFault> {
    let mut blocks = Vec::new();
    let mut open: Option<(usize, &str, usize)> = None;
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let begin = at;
        at += line.len();
        let line = line.trim();
        if let Some(label) = between(line, "-----BEGIN ") {
            if let Some((line, ..)) = open {
                return Err(unended(line));
            }
            open = Some((number + 1, label, begin));
        } else if between(line, "-----END ").is_some()
            && let Some((line, label, begin)) = open.take()
        {
            blocks.push(Block { line, label, text: &text[begin..at] });
        }
    }
    match open {
        Some((line, ..)) => Err(unended(line)),
        None => Ok(blocks),
    }
}

fn unended(line: usize) -> CertificateFault {
    CertificateFault { line: Some(line), message: Message::new("existing-fault-no-end") }
}

fn between<'l>(line: &'l str, begin: &str) -> Option<&'l str> {
    line.strip_prefix(begin)?.strip_suffix("-----").map(str::trim)
}
