//! Places in a text: the parser's marks as bytes, and where a value really begins and ends.

use saphyr_parser::Span as Marks;

use super::node::Span;

/// Turns the parser's marks, counted in characters, into bytes.
pub(super) struct Places<'t> {
    text: &'t str,
    /// The byte of each character, where the text is not plain ASCII.
    bytes: Option<Vec<usize>>,
}

impl<'t> Places<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let bytes = (!text.is_ascii()).then(|| text.char_indices().map(|(byte, _)| byte).collect());
        Self { text, bytes }
    }

    fn byte(&self, index: usize) -> usize {
        match &self.bytes {
            Some(bytes) => bytes.get(index).copied().unwrap_or(self.text.len()),
            None => index.min(self.text.len()),
        }
    }

    pub(super) fn span(&self, marks: Marks) -> Span {
        Span {
            start: self.byte(marks.start.index()),
            end: self.byte(marks.end.index()),
            line: marks.start.line().max(1),
            column: marks.start.col() + 1,
        }
    }

    /// The place, without an extent, of a byte that comes behind a place that is known.
    pub(super) fn place_behind(&self, known: Span, byte: usize) -> Span {
        let line_start = self.text[..byte].rfind('\n').map_or(0, |at| at + 1);
        Span {
            start: byte,
            end: byte,
            line: known.line + self.text[known.start..byte].matches('\n').count(),
            column: self.text[line_start..byte].chars().count() + 1,
        }
    }

    /// Where the next thing stands that is neither blank nor comment.
    pub(super) fn content(&self, from: usize) -> usize {
        let mut at = from;
        loop {
            let rest = &self.text[at..];
            at += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
            if !self.text[at..].starts_with('#') {
                return at;
            }
            at += self.text[at..].find('\n').unwrap_or(self.text.len() - at);
        }
    }

    /// Where a value begins that has its anchor in front of it.
    pub(super) fn behind_anchor(&self, start: usize) -> usize {
        let rest = &self.text[start..];
        if !rest.starts_with('&') {
            return start;
        }
        let is_end = |c: char| c.is_whitespace() || matches!(c, ',' | '[' | ']' | '{' | '}');
        self.content(start + rest.find(is_end).unwrap_or(rest.len()))
    }

    /// Where a quoted scalar ends: the parser's mark lies behind the comment that may follow it.
    pub(super) fn closing_quote(&self, start: usize) -> usize {
        let bytes = &self.text.as_bytes()[start..];
        let Some(quote) = bytes.first() else { return start };
        let mut at = 1;
        while at < bytes.len() {
            match bytes[at] {
                b'\\' if *quote == b'"' => at += 1,
                b'\'' if *quote == b'\'' && bytes.get(at + 1) == Some(&b'\'') => at += 1,
                byte if byte == *quote => return start + at + 1,
                _ => {}
            }
            at += 1;
        }
        self.text.len()
    }

    /// Where a block scalar begins: at its indicator, which stands at the end of an earlier line.
    pub(super) fn block_indicator(&self, indicator: char, content: usize) -> usize {
        let before = self.text[..content].trim_end();
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        let is_header = |at: &usize| {
            let rest = before[*at + 1..]
                .trim_start_matches(['+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
            rest.is_empty() || rest.starts_with([' ', '\t'])
        };
        let mut candidates = before[line..].match_indices(indicator).map(|(at, _)| line + at);
        candidates.find(is_header).unwrap_or(content)
    }

    /// Where a block scalar ends: the parser's mark lies in the indentation of the line behind it. Blank lines are a part of
    /// it only where it keeps them (`|+`).
    pub(super) fn block_end(&self, indicator: usize, end: usize) -> usize {
        let text = &self.text[indicator..end];
        let (header, _) = text.split_once('\n').unwrap_or((text, ""));
        let header = header.split('#').next().unwrap_or_default();
        let line_end = |from: usize| text[from..].find('\n').map_or(text.len(), |at| from + at + 1);
        let own = if header.contains('+') {
            // The last line counts where it ends or says something.
            let last = text.rfind('\n').map_or(0, |at| at + 1);
            if text[last..].trim().is_empty() { last } else { text.len() }
        } else {
            line_end(text.trim_end().len())
        };
        indicator + own
    }
}

/// The place of some bytes of a text.
pub(super) fn span_at(text: &str, byte: usize, length: usize) -> Span {
    let before = &text[..byte];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Span {
        start: byte,
        end: byte + length,
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    }
}
