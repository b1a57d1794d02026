//! Which piece of a file's text is a comment, a keyword, a value: by syntaxes as data, ours (`assets/syntax/`) before the
//! usual ones. What each piece looks like is the theme's.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;

use syntect::parsing::{
    ParseState, Scope, ScopeStack, SyntaxDefinition, SyntaxReference, SyntaxSet, SyntaxSetBuilder,
};

use super::theme::Role;
use crate::catalog::syntax_definitions;

/// Lines behind so many stay plain.
const MOST_LINES: usize = 5000;

/// A line of more characters stays plain.
const LONGEST_LINE: usize = 2000;

/// A line in pieces, each with what it means.
pub type Pieces = Vec<(Role, String)>;

/// The text of a file with what its pieces mean.
pub struct Coloured {
    /// The file.
    pub path: String,
    /// The text as it was coloured.
    pub text: String,
    /// Its first lines in pieces; those behind them are plain.
    pub lines: Vec<Pieces>,
}

impl Coloured {
    /// Whether these are the colours of this text in this file.
    #[must_use]
    pub fn is_of(&self, path: &str, text: &str) -> bool {
        self.path == path && self.text == text
    }
}

/// Endings of names that the usual syntaxes know under another one.
const ALSO: [(&str, &str); 1] = [("config", "xml")];

/// What the words of the syntaxes mean. The innermost one that stands here counts, of several that fit it the first.
const MEANINGS: [(&str, Role); 24] = [
    ("comment", Role::Comment),
    ("meta.interpolation", Role::Text),
    ("string", Role::Literal),
    ("constant.numeric", Role::Number),
    ("constant.language", Role::Number),
    ("keyword.operator.word", Role::Keyword),
    ("keyword.operator", Role::Text),
    ("keyword", Role::Keyword),
    ("storage", Role::Keyword),
    ("entity.name.tag.yaml", Role::Name),
    ("entity.name.tag", Role::Keyword),
    ("entity.name.section", Role::Title),
    ("entity.name", Role::Name),
    ("entity.other.attribute-name", Role::Name),
    ("variable", Role::Name),
    ("support.function", Role::Keyword),
    ("support", Role::Name),
    ("markup.heading", Role::Title),
    ("markup.bold", Role::Chosen),
    ("markup.raw", Role::Literal),
    ("markup.underline.link", Role::Literal),
    ("meta.structure.dictionary.key", Role::Name),
    ("meta.mapping.key", Role::Name),
    ("meta.object-literal.key", Role::Name),
];

/// Colours the text of a file, by the file's name. Takes its time. What no syntax knows, and what one fails at, stays plain.
#[must_use]
pub fn colour(path: String, text: String) -> Coloured {
    let lines = catch_unwind(AssertUnwindSafe(|| {
        let (set, syntax) = syntax_of(&path)?;
        in_pieces(&text, set, syntax)
    }));
    Coloured { path, lines: lines.ok().flatten().unwrap_or_default(), text }
}

/// The syntax of a file, and the set that it belongs to.
fn syntax_of(path: &str) -> Option<(&'static SyntaxSet, &'static SyntaxReference)> {
    static USUAL: OnceLock<SyntaxSet> = OnceLock::new();
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map_or(name, |(_, ending)| ending);
    let own = own();
    if let Some(syntax) = own.find_syntax_by_extension(ending) {
        return Some((own, syntax));
    }
    let ending = ALSO.iter().find(|(known, _)| *known == ending).map_or(ending, |(_, usual)| usual);
    let usual = USUAL.get_or_init(SyntaxSet::load_defaults_newlines);
    let syntax = usual.find_syntax_by_extension(ending).filter(|syntax| syntax.name != "Plain Text")?;
    Some((usual, syntax))
}

/// Our own syntaxes.
fn own() -> &'static SyntaxSet {
    static OWN: OnceLock<SyntaxSet> = OnceLock::new();
    OWN.get_or_init(|| {
        let mut set = SyntaxSetBuilder::new();
        for (_, text) in syntax_definitions() {
            // One that can't be read is missing, and its files stay plain; the tests hold that there is none.
            if let Ok(definition) = SyntaxDefinition::load_from_str(text, true, None) {
                set.add(definition);
            }
        }
        set.build()
    })
}

fn in_pieces(text: &str, set: &SyntaxSet, syntax: &SyntaxReference) -> Option<Vec<Pieces>> {
    let mut state = ParseState::new(syntax);
    let mut stack = ScopeStack::new();
    let mut lines = Vec::new();
    for line in text.lines().take(MOST_LINES) {
        if line.chars().nth(LONGEST_LINE).is_some() {
            lines.push(vec![(Role::Text, line.to_owned())]);
            continue;
        }
        let ended = format!("{line}\n");
        let mut pieces = Pieces::new();
        let mut done = 0;
        for (at, change) in state.parse_line(&ended, set).ok()? {
            add(&mut pieces, &stack, line.get(done..at.min(line.len()))?);
            done = at.min(line.len());
            stack.apply(&change).ok()?;
        }
        add(&mut pieces, &stack, line.get(done..)?);
        lines.push(pieces);
    }
    Some(lines)
}

/// Adds a piece to a line, to the last one where both mean the same.
fn add(pieces: &mut Pieces, stack: &ScopeStack, text: &str) {
    if text.is_empty() {
        return;
    }
    let role = meaning(stack);
    match pieces.last_mut() {
        Some((last, before)) if *last == role => before.push_str(text),
        _ => pieces.push((role, text.to_owned())),
    }
}

fn meaning(stack: &ScopeStack) -> Role {
    static KNOWN: OnceLock<Vec<(Scope, Role)>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| {
        MEANINGS.iter().filter_map(|(words, role)| Some((Scope::new(words).ok()?, *role))).collect()
    });
    let of = |scope: &Scope| known.iter().find(|(words, _)| words.is_prefix_of(*scope)).map(|known| known.1);
    stack.scopes.iter().rev().find_map(of).unwrap_or(Role::Text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_syntax_of_ours_can_be_read_and_says_what_it_means() {
        for (name, text) in syntax_definitions() {
            let definition = SyntaxDefinition::load_from_str(text, true, None);
            let definition = definition.unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(!definition.file_extensions.is_empty(), "{name} belongs to no file");
            assert!(own().find_syntax_by_name(&definition.name).is_some(), "{name}");
            let lines = text.lines().map(|line| line.trim_start_matches([' ', '-']));
            for words in lines.filter_map(|line| line.split_once("scope: ")).map(|line| line.1) {
                let scope = Scope::new(words).unwrap_or_else(|error| panic!("{name}: {error:?}"));
                let is_whole = words.starts_with("source.") || words.starts_with("text.");
                let role = meaning(&ScopeStack::from_vec(vec![scope]));
                let is_plain = words.starts_with("meta.") || words.starts_with("constant.character");
                assert!(is_whole || is_plain || role != Role::Text, "{name}: {words}");
            }
        }
        assert_eq!(own().syntaxes().len(), syntax_definitions().len());
    }

    #[test]
    fn what_no_syntax_knows_is_plain() {
        for path in ["names.txt", "folder.zone/names", "", "x.no-such-ending"] {
            assert!(colour(path.to_owned(), "# text".to_owned()).lines.is_empty(), "{path}");
        }
    }

    #[test]
    fn very_much_is_plain() {
        let text = "# comment\n".repeat(MOST_LINES + 1);
        assert_eq!(colour("nginx.conf".to_owned(), text).lines.len(), MOST_LINES);
        let long = format!("# {}", "x".repeat(LONGEST_LINE));
        let coloured = colour("nginx.conf".to_owned(), format!("{long}\n# short\n"));
        let expected = [(Role::Text, long), (Role::Comment, "# short".to_owned())];
        assert_eq!(coloured.lines, expected.map(|piece| vec![piece]));
    }

    #[test]
    fn whatever_is_in_a_text_stays_in_it() {
        let hostile =
            "\"\u{1b}[2J'\r\t`$(\u{feff}#>한 \u{202e}\n\n@\"\n<#\"{ [(\n;\0\u{fffd}\r\n\"unclosed \\\n\t}";
        let own = own().syntaxes().iter().flat_map(|syntax| &syntax.file_extensions).map(String::as_str);
        for ending in own.chain(["cmd", "config", "js", "svg", "yaml"]) {
            let coloured = colour(format!("file.{ending}"), hostile.to_owned());
            let joined =
                coloured.lines.iter().map(|line| line.iter().map(|piece| piece.1.as_str()).collect());
            assert_eq!(joined.collect::<Vec<String>>(), hostile.lines().collect::<Vec<_>>(), "{ending}");
        }
    }
}
