//! From YAML text to a tree with places, and what a plan file may not contain.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span as Marks, StrInput};

use super::node::{Entry, Node, NodeKind, Span};
use super::places::{Places, span_at};
use crate::plan::problem::{Fault, Problem};

/// Larger files are refused before they are read, in bytes. Ten thousand SIP domains take a quarter of a megabyte.
const SIZE_LIMIT: usize = 16 * 1024 * 1024;
/// Deeper nesting is refused. The plan's own depth is eight.
const DEPTH_LIMIT: usize = 64;
/// Nodes that aliases may add before the text counts as expanding without bound.
const ALIAS_LIMIT: usize = 10_000;

/// Reads the tree of a YAML text of one document.
///
/// # Errors
/// The first place that a plan file can't have: broken YAML, control characters, duplicate keys, merge keys, tags,
/// several documents, too much.
pub(super) fn parse(text: &str) -> Result<Node, Problem> {
    if text.len() > SIZE_LIMIT {
        return Err(Problem::new(
            Fault::TooLarge(SIZE_LIMIT / 1024 / 1024),
            Span { line: 1, column: 1, ..Span::default() },
        ));
    }
    let places = Places::new(text);
    refuse_control_characters(text)?;
    let mut builder =
        Builder { parser: Parser::new_from_str(text), text, places, anchors: HashMap::new(), expanded: 0 };
    builder.document()
}

struct Builder<'t> {
    parser: Parser<'t, StrInput<'t>>,
    text: &'t str,
    places: Places<'t>,
    anchors: HashMap<usize, Node>,
    expanded: usize,
}

impl<'t> Builder<'t> {
    fn document(&mut self) -> Result<Node, Problem> {
        let mut root = None;
        loop {
            let (event, marks) = self.next()?;
            match event {
                Event::DocumentStart(_) if root.is_some() => {
                    return Err(Problem::new(Fault::SeveralDocuments, self.places.span(marks)));
                }
                Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd | Event::Nothing => {}
                Event::StreamEnd => return Ok(root.unwrap_or_else(empty_mapping)),
                other => root = Some(self.node(other, marks, None, 0)?),
            }
        }
    }

    fn next(&mut self) -> Result<(Event<'t>, Marks), Problem> {
        match self.parser.next_event() {
            Some(Ok(next)) => Ok(next),
            Some(Err(error)) => Err(self.syntax(&error)),
            None => Ok((Event::StreamEnd, Marks::default())),
        }
    }

    fn syntax(&self, error: &ScanError) -> Problem {
        let span = self.places.span(Marks::empty(*error.marker()));
        if error.info().contains("recursion limit") {
            return Problem::new(Fault::TooDeep(DEPTH_LIMIT), span);
        }
        if error.info().contains("unknown anchor") {
            return Problem::new(Fault::UnknownAlias, span);
        }
        if let Some(tab) = self.tab_before(span.start) {
            return Problem::new(Fault::Tab, span_at(self.text, tab, 1));
        }
        Problem::new(Fault::Syntax(error.info().to_owned()), span)
    }

    /// A tab in the indentation of the line of a place, which YAML does not take for one.
    fn tab_before(&self, place: usize) -> Option<usize> {
        let line = self.text[..place].rfind('\n').map_or(0, |at| at + 1);
        let rest = &self.text[line..];
        let indent = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        rest[..indent].find('\t').map(|at| line + at)
    }

    /// The node of an event. `lead` is the place right behind the colon or the dash that leads to it, where one does.
    fn node(
        &mut self,
        event: Event<'t>,
        marks: Marks,
        lead: Option<Span>,
        depth: usize,
    ) -> Result<Node, Problem> {
        let span = self.places.span(marks);
        let lead = lead.unwrap_or(Span { end: span.start, ..span });
        if depth > DEPTH_LIMIT {
            return Err(Problem::new(Fault::TooDeep(DEPTH_LIMIT), span));
        }
        let (anchor, tagged) = match &event {
            Event::Scalar(_, _, anchor, tag)
            | Event::SequenceStart(anchor, tag)
            | Event::MappingStart(anchor, tag) => (*anchor, tag.is_some()),
            _ => (0, false),
        };
        if tagged {
            let word = self.text[span.start..].split([' ', '\n', '\r']).next().map_or(0, str::len);
            return Err(Problem::new(Fault::Tag, Span { end: span.start + word, ..span }));
        }
        let mut node = match event {
            Event::Alias(id) => return self.alias(id, span, lead),
            // What was left out stands right behind what leads to it.
            Event::Scalar(text, ScalarStyle::Plain, 0, _) if text.is_empty() => Self::scalar("", true, lead),
            Event::Scalar(text, style, ..) => {
                Self::scalar(&text, style == ScalarStyle::Plain, self.extent(style, span))
            }
            Event::SequenceStart(..) => self.sequence(span, lead, depth)?,
            Event::MappingStart(..) => self.mapping(span, depth)?,
            _ => empty_mapping(),
        };
        node.lead = lead.start;
        if anchor > 0 {
            node.anchor = anchor;
            self.anchors.insert(anchor, node.clone());
        }
        Ok(node)
    }

    fn scalar(text: &str, plain: bool, span: Span) -> Node {
        Node::new(span, NodeKind::Scalar { text: text.to_owned(), plain })
    }

    /// From where to where a scalar stands; its anchor is a part of it.
    fn extent(&self, style: ScalarStyle, mut span: Span) -> Span {
        match style {
            ScalarStyle::Plain => span.end = span.start + self.text[span.start..span.end].trim_end().len(),
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let indicator = if style == ScalarStyle::Literal { '|' } else { '>' };
                let is_anchored = self.text[span.start..].starts_with('&');
                let header = if is_anchored {
                    self.places.behind_anchor(span.start)
                } else {
                    self.places.block_indicator(indicator, span.start)
                };
                span.end = self.places.block_end(header, span.end);
                span.start = span.start.min(header);
            }
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                span.end = self.places.closing_quote(self.places.behind_anchor(span.start));
            }
        }
        span
    }

    /// A sequence. In a block it begins with its first dash: the parser's mark may lie behind that.
    fn sequence(&mut self, mut span: Span, lead: Span, depth: usize) -> Result<Node, Problem> {
        let is_anchored = self.text[span.start..].starts_with('&');
        let own =
            if is_anchored { self.places.behind_anchor(span.start) } else { self.places.content(lead.start) };
        let flow = self.text[own..].starts_with('[');
        let mut place = self.places.place_behind(lead, own);
        if !is_anchored {
            span = Span { end: span.end, ..place };
        }
        let mut items: Vec<Node> = Vec::new();
        loop {
            let (event, marks) = self.next()?;
            if matches!(event, Event::SequenceEnd | Event::StreamEnd) {
                span.end = if flow {
                    self.behind_bracket(marks)
                } else {
                    items.last().map_or(span.end, |item| item.span.end)
                };
                return Ok(Node::new(span, NodeKind::Sequence { items, flow }));
            }
            let lead = (!flow).then(|| {
                let dash = items.last().map_or(own, |item| self.places.content(item.span.end));
                place = self.places.place_behind(place, (dash + 1).min(self.text.len()));
                place
            });
            items.push(self.node(event, marks, lead, depth + 1)?);
        }
    }

    fn mapping(&mut self, mut span: Span, depth: usize) -> Result<Node, Problem> {
        let flow = self.text[self.places.behind_anchor(span.start)..].starts_with('{');
        let mut entries: Vec<Entry> = Vec::new();
        let mut lines: HashMap<String, usize> = HashMap::new();
        loop {
            let (event, marks) = self.next()?;
            if matches!(event, Event::MappingEnd | Event::StreamEnd) {
                span.end = if flow {
                    self.behind_bracket(marks)
                } else {
                    entries.last().map_or(span.end, |e| e.value.span.end)
                };
                return Ok(Node::new(span, NodeKind::Mapping { entries, flow }));
            }
            let (key, key_span) = self.key(&event, marks)?;
            if let Some(first) = lines.insert(key.clone(), key_span.line) {
                return Err(Problem::new(Fault::DuplicateKey { key, first }, key_span));
            }
            let (event, marks) = self.next()?;
            let lead = self.behind_the_colon(key_span);
            let value = self.node(event, marks, Some(lead), depth + 1)?;
            entries.push(Entry { key, key_span, value });
        }
    }

    /// Where a collection in brackets ends: the parser's mark lies behind the comment that may follow the bracket.
    fn behind_bracket(&self, marks: Marks) -> usize {
        (self.places.span(marks).start + 1).min(self.text.len())
    }

    /// The place right behind a key's colon; behind the key where braces leave the colon out.
    fn behind_the_colon(&self, key: Span) -> Span {
        let at = self.places.content(key.end);
        let end = if self.text[at..].starts_with(':') { at + 1 } else { key.end };
        self.places.place_behind(key, end)
    }

    fn key(&self, event: &Event<'t>, marks: Marks) -> Result<(String, Span), Problem> {
        let span = self.places.span(marks);
        match event {
            Event::Scalar(text, ScalarStyle::Plain, ..) if text == "<<" => {
                Err(Problem::new(Fault::MergeKey, span))
            }
            Event::Scalar(text, style, ..) => Ok((text.to_string(), self.extent(*style, span))),
            _ => Err(Problem::new(Fault::KeyNotText, span)),
        }
    }

    fn alias(&mut self, id: usize, span: Span, lead: Span) -> Result<Node, Problem> {
        let Some(node) = self.anchors.get(&id) else {
            return Err(Problem::new(Fault::UnknownAlias, span));
        };
        self.expanded += count(node);
        if self.expanded > ALIAS_LIMIT {
            return Err(Problem::new(Fault::AliasesExpand(ALIAS_LIMIT), span));
        }
        Ok(Node { span, lead: lead.start, anchor: 0, alias: id, kind: node.kind.clone() })
    }
}

fn count(node: &Node) -> usize {
    let inner: usize = node.items().iter().map(count).sum();
    let values: usize = node.entries().iter().map(|entry| count(&entry.value)).sum();
    1 + inner + values
}

fn empty_mapping() -> Node {
    let span = Span { line: 1, column: 1, ..Span::default() };
    Node::new(span, NodeKind::Mapping { entries: Vec::new(), flow: false })
}

fn refuse_control_characters(text: &str) -> Result<(), Problem> {
    let found = text.char_indices().enumerate().find(|(_, (_, character))| {
        character.is_control() && !matches!(character, '\n' | '\r' | '\t' | '\u{85}')
    });
    match found {
        None => Ok(()),
        Some((_, (byte, character))) => {
            Err(Problem::new(Fault::ControlCharacter(character), span_at(text, byte, character.len_utf8())))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (Fault, usize, usize) {
        let problem = parse(text).unwrap_err();
        (problem.fault, problem.span.line, problem.span.column)
    }

    #[test]
    fn every_node_knows_its_place_in_bytes() {
        let text = "title: 한국  # note\nlist:\n  - a: 1\n  - {b: [x, 'y z']}\nq: 'it''s'  # c\nr: \"a\\\"b\"  # d\n";
        let root = parse(text).unwrap();
        let slice = |node: &Node| &text[node.span.start..node.span.end];
        assert_eq!(slice(root.get("title").unwrap()), "한국");
        let list = root.get("list").unwrap();
        assert_eq!(slice(&list.items()[0]), "a: 1");
        assert_eq!(slice(list.items()[1].get("b").unwrap()), "[x, 'y z']");
        assert_eq!(slice(&list.items()[1]), "{b: [x, 'y z']}");
        assert_eq!(slice(root.get("q").unwrap()), "'it''s'");
        assert_eq!(slice(root.get("r").unwrap()), "\"a\\\"b\"");
        assert_eq!((list.items()[1].span.line, list.items()[1].span.column), (4, 5));
    }

    #[test]
    fn what_a_plan_may_not_contain_is_refused_at_its_place() {
        assert_eq!(fault("a: 1\nb: 2\na: 3\n"), (Fault::DuplicateKey { key: "a".into(), first: 1 }, 3, 1));
        assert_eq!(fault("x: &x {a: 1}\ny:\n  <<: *x\n"), (Fault::MergeKey, 3, 3));
        assert_eq!(fault("a: 1\n---\nb: 2\n").0, Fault::SeveralDocuments);
        assert_eq!(fault("a: !secret 1\n").0, Fault::Tag);
        assert_eq!(fault("a: \u{1b}[2J\n"), (Fault::ControlCharacter('\u{1b}'), 1, 4));
        assert_eq!(fault("? [a]\n: 1\n").0, Fault::KeyNotText);
        assert!(matches!(fault("a: [1, 2\n").0, Fault::Syntax(_)));
        assert_eq!(fault(&"[".repeat(200_000)).0, Fault::TooDeep(64));
    }

    #[test]
    fn aliases_are_welcome_until_they_expand() {
        let root = parse("a: &a [1, 2]\nb: *a\n").unwrap();
        assert_eq!(root.get("b").unwrap().items().len(), 2);
        let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for level in 1..9 {
            let alias = format!("*a{}", level - 1);
            bomb += format!("a{level}: &a{level} [{}]\n", vec![alias; 10].join(", ")).as_str();
        }
        assert_eq!(fault(&bomb).0, Fault::AliasesExpand(10_000));
    }

    #[test]
    fn an_empty_text_is_an_empty_plan() {
        assert!(parse("# nothing yet\n").unwrap().entries().is_empty());
    }
}
