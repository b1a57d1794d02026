//! The entries of a zone file: its lines without comments, those in parentheses joined, cut into words.

use super::ZoneFault;
use crate::text::Message;

/// An entry: a directive or a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The line that it begins in, from 1.
    pub(super) line: usize,
    /// It begins with a blank: its owner is that of the record before.
    pub(super) is_indented: bool,
    /// Its words; those that stood in quotes are without them.
    pub(super) words: Vec<String>,
}

/// Where the reading stands.
struct Cutter {
    entries: Vec<Entry>,
    current: Entry,
    word: Option<String>,
    line: usize,
    /// The line of the parenthesis that is open.
    opened: Option<usize>,
}

/// Cuts a text into its entries; lines without words are none.
pub(super) fn entries(text: &str) -> Result<Vec<Entry>, ZoneFault> {
    let mut cutter = Cutter { entries: Vec::new(), current: blank(1), word: None, line: 1, opened: None };
    let mut characters = text.chars();
    let mut is_at_start = true;
    while let Some(character) = characters.next() {
        match character {
            '\n' => {
                cutter.end_line();
                is_at_start = cutter.opened.is_none();
                continue;
            }
            ';' => {
                cutter.end_word();
                // The end of the line is still to be seen.
                let rest = characters.as_str();
                characters = rest[rest.find('\n').unwrap_or(rest.len())..].chars();
            }
            '"' => cutter.quoted(&mut characters)?,
            '(' => cutter.open()?,
            ')' => cutter.close()?,
            // An escaped character is part of the word, whatever it is.
            '\\' => {
                let escaped = characters.next().filter(|escaped| *escaped != '\n');
                let escaped = escaped.ok_or_else(|| cutter.fault("zone-fault-open-escape"))?;
                cutter.word.get_or_insert_default().extend(['\\', escaped]);
            }
            blank if blank.is_whitespace() => {
                cutter.end_word();
                cutter.current.is_indented |= is_at_start && blank != '\r';
            }
            other => cutter.word.get_or_insert_default().push(other),
        }
        is_at_start = false;
    }
    if let Some(line) = cutter.opened {
        return Err(ZoneFault { line, message: Message::new("zone-fault-open-parenthesis") });
    }
    cutter.end_line();
    Ok(cutter.entries)
}

const fn blank(line: usize) -> Entry {
    Entry { line, is_indented: false, words: Vec::new() }
}

impl Cutter {
    fn fault(&self, key: &'static str) -> ZoneFault {
        ZoneFault { line: self.line, message: Message::new(key) }
    }

    fn end_word(&mut self) {
        self.current.words.extend(self.word.take());
    }

    fn end_line(&mut self) {
        self.end_word();
        self.line += 1;
        if self.opened.is_none() {
            let ended = std::mem::replace(&mut self.current, blank(self.line));
            if !ended.words.is_empty() {
                self.entries.push(ended);
            }
        }
    }

    /// What stands in quotes is one word, and ends in the same line.
    fn quoted(&mut self, characters: &mut std::str::Chars<'_>) -> Result<(), ZoneFault> {
        self.end_word();
        let mut word = String::new();
        loop {
            match characters.next() {
                Some('"') => break,
                Some('\\') => word.extend(characters.next().filter(|escaped| *escaped != '\n')),
                None | Some('\n') => return Err(self.fault("zone-fault-open-quote")),
                Some(other) => word.push(other),
            }
        }
        self.current.words.push(word);
        Ok(())
    }

    fn open(&mut self) -> Result<(), ZoneFault> {
        self.end_word();
        match self.opened.replace(self.line) {
            None => Ok(()),
            Some(_) => Err(self.fault("zone-fault-nested-parenthesis")),
        }
    }

    fn close(&mut self) -> Result<(), ZoneFault> {
        self.end_word();
        self.opened.take().map(drop).ok_or_else(|| self.fault("zone-fault-stray-parenthesis"))
    }
}
