//! Widths in the cells of a terminal: a Korean syllable takes two.

use std::borrow::Cow;

use textwrap::{Options, WordSplitter, WrapAlgorithm};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many cells a text takes.
#[must_use]
pub fn cells(text: &str) -> usize {
    text.width()
}

/// The text in at most so many cells; what is cut off leaves `…`.
#[must_use]
pub fn fit(text: &str, width: usize) -> Cow<'_, str> {
    if cells(text) <= width {
        return Cow::Borrowed(text);
    }
    let mut kept = String::new();
    let mut used = 0;
    for character in text.chars() {
        let own = character.width().unwrap_or(0);
        if used + own + 1 > width {
            break;
        }
        used += own;
        kept.push(character);
    }
    if width > 0 {
        kept.push('…');
    }
    Cow::Owned(kept)
}

/// The text in at most so many cells; what is left out in its middle leaves `…`. For paths, which differ at their ends.
#[must_use]
pub fn fit_middle(text: &str, width: usize) -> Cow<'_, str> {
    fit_around(text, width, width.saturating_sub(1) * 2 / 3)
}

/// The same, with at most so many cells behind the cut.
#[must_use]
pub fn fit_around(text: &str, width: usize, behind: usize) -> Cow<'_, str> {
    if cells(text) <= width {
        return Cow::Borrowed(text);
    }
    let behind = behind.min(width.saturating_sub(1));
    let mut start = text.len();
    let mut used = 0;
    for (at, character) in text.char_indices().rev() {
        used += character.width().unwrap_or(0);
        if used > behind {
            break;
        }
        start = at;
    }
    let (before, after) = text.split_at(start);
    Cow::Owned(format!("{}{after}", fit(before, width.saturating_sub(cells(after)))))
}

/// The text in exactly so many cells: cut, or with blanks behind it.
#[must_use]
pub fn pad(text: &str, width: usize) -> String {
    let fitted = fit(text, width);
    let blanks = width.saturating_sub(cells(&fitted));
    format!("{fitted}{}", " ".repeat(blanks))
}

/// The text in lines of at most so many cells, broken between words where that is possible.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let options = Options::new(width.max(1))
        .word_splitter(WordSplitter::Custom(hyphens))
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options).into_iter().map(Cow::into_owned).collect()
}

/// A short word, such as the id of a fact, is never broken at its hyphen.
const SHORT: usize = 14;

/// Where a word may be broken: behind the hyphens of a long one. A name with a point or a colon in it stays in one piece.
fn hyphens(word: &str) -> Vec<usize> {
    let is_name = word.trim_end_matches(['.', ':', ',']).contains(['.', ':']);
    if word.len() < SHORT || is_name {
        return Vec::new();
    }
    word.match_indices('-').map(|(at, _)| at + 1).filter(|at| *at < word.len()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn korean_takes_two_cells_and_is_cut_between_syllables() {
        assert_eq!(cells("한국어"), 6);
        assert_eq!(fit("한국어", 6), "한국어");
        assert_eq!(fit("한국어", 5), "한국…");
        assert_eq!(fit("한국어", 4), "한…");
        assert_eq!(pad("한국", 6), "한국  ");
        assert_eq!(pad("abc", 2), "a…");
        assert_eq!(fit("abc", 0), "");
    }

    #[test]
    fn a_path_keeps_both_its_ends() {
        assert_eq!(fit_middle("sites[Main].pools[a].fqdn", 25), "sites[Main].pools[a].fqdn");
        assert_eq!(fit_middle("sites[Main].pools[a].fqdn", 16), "sites…ls[a].fqdn");
        assert_eq!(fit_around("sites[Main].pools[a].fqdn", 16, 4), "sites[Main]…fqdn");
        assert_eq!(fit_around("sites[Main]", 4, 9), "…in]");
        assert_eq!(fit_middle("한국어.한국어", 8), "한…국어");
        assert!((0..9).all(|width| cells(&fit_middle("한국어.한국어", width)) <= width));
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
        assert_eq!(wrap("internal-web-services", 10), ["internal-", "web-", "services"]);
        assert_eq!(wrap("", 5), [""]);
        assert!(wrap("아주 긴 한국어 문장", 8).iter().all(|line| cells(line) <= 8));
    }
}
