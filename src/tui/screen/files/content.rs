//! The contents of a file as they would be written, in the colours of its language once these are known.

use ratatui::text::{Line, Span};

use super::Files;
use crate::artifact::{Artifact, Change, text_of};
use crate::text::{cells, printable};
use crate::tui::syntax::Pieces;
use crate::tui::theme::{Role, Theme};

/// How far the rest of a broken line stands to the right.
const INDENT: usize = 2;

impl Files {
    /// The text of a file as it would be written, or as it is there; before the folder was looked at, with a first serial.
    pub(super) fn content(&self, artifact: &Artifact) -> String {
        let there = || self.looked.as_ref().and_then(|looked| looked.disk.files.get(&artifact.path));
        let bytes = match self.change(&artifact.path) {
            Some(Change::Create(new) | Change::Replace(new) | Change::Force(new)) => Some(new),
            Some(Change::Keep) => there(),
            Some(Change::Remove | Change::Guard(_)) | None => None,
        };
        match bytes {
            Some(bytes) => text_of(bytes),
            None => artifact.content.with_serial(1).trim_start_matches('\u{feff}').to_owned(),
        }
    }

    /// The rows of a file that are in sight, and how far it can be scrolled: lines are broken where they are too wide; those
    /// without colours yet, or for good, are plain.
    pub(super) fn in_sight(
        &self,
        artifact: &Artifact,
        (width, height): (usize, usize),
        theme: &Theme,
    ) -> (Vec<Line<'static>>, usize) {
        let text = self.content(artifact);
        let coloured = self.coloured.as_ref().filter(|coloured| coloured.is_of(&artifact.path, &text));
        let known: &[Pieces] = coloured.map_or(&[], |coloured| &coloured.lines);
        let counts: Vec<usize> = text.lines().map(|line| count(line, width)).collect();
        let reach = counts.iter().sum::<usize>().saturating_sub(height);
        let mut before = self.scroll.0.min(reach);
        let mut rows: Vec<Pieces> = Vec::new();
        for (at, line) in text.lines().enumerate() {
            if before >= counts[at] {
                before -= counts[at];
                continue;
            }
            let plain = || vec![(Role::Text, line.to_owned())];
            let pieces = known.get(at).cloned().unwrap_or_else(plain);
            rows.extend(broken(&pieces, width).into_iter().skip(before));
            before = 0;
            if rows.len() >= height {
                break;
            }
        }
        let painted = |row: Pieces| {
            row.into_iter().map(|(role, text)| Span::styled(text, theme.style(role))).collect::<Line<'_>>()
        };
        (rows.into_iter().map(painted).collect(), reach)
    }
}

/// In how many rows a line is broken; most are short.
fn count(line: &str, width: usize) -> usize {
    let is_short = line.len() <= width && !line.contains('\t') && !line.contains(char::is_control);
    if is_short { 1 } else { broken(&vec![(Role::Text, line.to_owned())], width).len() }
}

/// A text with blanks in place of tabs, and with harmless signs in place of what could steer the terminal.
pub(super) fn expand(line: &str) -> String {
    printable(&line.trim_end_matches('\r').replace('\t', "    ")).into_owned()
}

/// A line in rows that fit, its pieces as they were; rows behind the first stand a little to the right.
fn broken(line: &Pieces, width: usize) -> Vec<Pieces> {
    let mut rows = vec![Pieces::new()];
    let mut used = 0;
    for (role, text) in line {
        let mut piece = String::new();
        for character in expand(text).chars() {
            let own = cells(character.encode_utf8(&mut [0; 4]));
            if used + own > width && used > INDENT {
                end(&mut rows, *role, &mut piece);
                rows.push(vec![(Role::Text, " ".repeat(INDENT))]);
                used = INDENT;
            }
            used += own;
            piece.push(character);
        }
        end(&mut rows, *role, &mut piece);
    }
    rows
}

/// Ends a piece in the last row.
fn end(rows: &mut [Pieces], role: Role, piece: &mut String) {
    if let Some(row) = rows.last_mut()
        && !piece.is_empty()
    {
        row.push((role, std::mem::take(piece)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_line_keeps_its_colours() {
        let line = vec![(Role::Name, "\tset".to_owned()), (Role::Literal, "한국어 text".to_owned())];
        let rows = broken(&line, 10);
        let expected = [
            vec![(Role::Name, "    set"), (Role::Literal, "한")],
            vec![(Role::Text, "  "), (Role::Literal, "국어 tex")],
            vec![(Role::Text, "  "), (Role::Literal, "t")],
        ];
        let found: Vec<Vec<(Role, &str)>> =
            rows.iter().map(|row| row.iter().map(|(role, text)| (*role, text.as_str())).collect()).collect();
        assert_eq!(found[..2], expected[..2]);
        assert!(rows.iter().all(|row| row.iter().map(|(_, text)| cells(text)).sum::<usize>() <= 10));
        let joined: String =
            found.iter().flatten().filter(|piece| piece.0 == Role::Literal).map(|piece| piece.1).collect();
        assert_eq!(joined, "한국어 text");
    }

    #[test]
    fn an_empty_line_is_a_row() {
        assert_eq!(broken(&Pieces::new(), 10), [Pieces::new()]);
    }
}
