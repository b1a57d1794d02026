//! What stands in a box on paper: what it is, names and addresses, and the ports of the arrows that end there.

use std::cmp::Ordering;

use super::LINE;
use super::measure::{fit, width_of, wrap};
use super::net::Net;
use super::order::{COLUMNS, Columns};
use crate::artifact::drawing::{Called, Drawing, Nature, Node, Zone};
use crate::text::{Message, Speaker};

/// What a text in a box is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// What the box is.
    Kind,
    /// Its name.
    Name,
    /// What it has.
    Info,
    /// The ports of an arrow that ends there, and the zone where it begins.
    Ports(Nature, Zone),
}

impl Style {
    /// The size of the font, in pixels.
    #[must_use]
    pub const fn size(self) -> i32 {
        match self {
            Self::Name => 13,
            Self::Kind => 10,
            Self::Info | Self::Ports(..) => 11,
        }
    }

    /// How many pixels a text takes at most. Bold letters are wider.
    #[must_use]
    pub fn width_of(self, text: &str) -> i32 {
        let width = width_of(text, self.size());
        if self == Self::Name { width + width / 10 + 1 } else { width }
    }
}

/// A text in a box.
#[derive(Clone, Debug)]
pub struct Text {
    /// Its line in the box.
    pub line: usize,
    /// What is shown.
    pub words: String,
    /// What it is.
    pub style: Style,
    /// Whether it stands at the right side.
    pub is_right: bool,
    /// How far it is moved in: what does not fit into one line goes on a little further in.
    pub indent: i32,
}

/// A box on paper.
#[derive(Clone, Debug)]
pub struct Card {
    /// The box of the drawing.
    pub node: usize,
    /// Its left side.
    pub x: i32,
    /// Its top.
    pub y: i32,
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// What stands in it.
    pub texts: Vec<Text>,
    /// The first line with ports, where there are any below other texts.
    pub ports: Option<usize>,
    /// The line from which arrows begin.
    pub(super) departure: usize,
    /// The line where each net ends.
    pub(super) arrivals: Vec<(usize, usize)>,
}

/// Between the border of a box and its texts.
pub const PADDING: i32 = 12;

/// How far a text that goes on is moved in.
const INDENT: i32 = 10;

impl Card {
    /// The middle of a line.
    #[must_use]
    pub fn middle_of(&self, line: usize) -> i32 {
        self.y + LINE * i32::try_from(line + 1).unwrap_or(0)
    }
}

/// The least and the greatest width of the boxes of each column.
const WIDTHS: [(i32, i32); COLUMNS] = [(150, 230), (190, 310), (190, 310), (150, 270)];

/// So many lines about names and addresses are shown.
const MOST_LINES: usize = 10;

/// So many names of boxes that are drawn as one are shown.
const MOST_NAMES: usize = 40;

/// At which side of its box a net arrives: from the left or, if this is true, from the right.
pub(super) fn is_from_right(net: &Net, columns: &Columns) -> bool {
    let to = columns.column[net.to];
    match net.from.first().map_or(to, |from| columns.column[*from]).cmp(&to) {
        Ordering::Less => false,
        Ordering::Greater => true,
        Ordering::Equal => to < COLUMNS - 1,
    }
}

/// The boxes with their texts, in the order of the drawing, not placed yet.
pub(super) fn cards(drawing: &Drawing, nets: &[Net], columns: &Columns, speaker: &Speaker) -> Vec<Card> {
    let contents: Vec<Content> =
        (0..drawing.nodes.len()).map(|at| Content::of(drawing, at, nets, columns, speaker)).collect();
    let width = |column: usize| {
        let (least, most) = WIDTHS[column];
        let widest = columns.of[column].iter().map(|at| contents[*at].width()).max();
        (widest.unwrap_or(least) + 2 * PADDING).clamp(least, most)
    };
    let widths: Vec<i32> = (0..COLUMNS).map(width).collect();
    contents.iter().enumerate().map(|(at, content)| content.card(at, widths[columns.column[at]])).collect()
}

/// What is to stand in a box, before it is known how wide the box is.
struct Content {
    kind: Option<String>,
    name: String,
    info: Vec<String>,
    ports: Vec<Arrival>,
}

/// The end of a net.
struct Arrival {
    net: usize,
    words: String,
    style: Style,
    is_right: bool,
}

impl Content {
    fn of(drawing: &Drawing, at: usize, nets: &[Net], columns: &Columns, speaker: &Speaker) -> Self {
        let node = &drawing.nodes[at];
        let many = Message::new(node.kind.key()).attribute("many").counting("count", node.stacked.len());
        let words = if node.stacked.is_empty() { Message::new(node.kind.key()) } else { many };
        let kind = speaker.say(&words);
        let site = node.site.iter().filter(|site| **site != node.name).map(|site| format!(" · {site}"));
        let (kind, name) = match node.name.as_str() {
            "" => (None, kind),
            name => (Some(kind + &site.collect::<String>()), name.to_owned()),
        };
        Self { kind, name, info: info(node, speaker), ports: arrivals(drawing, at, nets, columns, speaker) }
    }

    fn width(&self) -> i32 {
        let kind = self.kind.iter().map(|text| Style::Kind.width_of(text));
        let info = self.info.iter().map(|text| Style::Info.width_of(text));
        let ports = self.ports.iter().map(|arrival| arrival.style.width_of(&arrival.words));
        kind.chain([Style::Name.width_of(&self.name)]).chain(info).chain(ports).max().unwrap_or(0)
    }

    fn card(&self, node: usize, width: i32) -> Card {
        let room = width - 2 * PADDING;
        let mut texts: Vec<Text> = Vec::new();
        let mut put = |words: String, style: Style, is_right: bool, indent: i32| {
            texts.push(Text { line: texts.len(), words, style, is_right, indent });
            texts.len() - 1
        };
        if let Some(kind) = &self.kind {
            put(fit(kind, Style::Kind.size(), room), Style::Kind, false, 0);
        }
        // Bold letters are wider than others by a tenth.
        let name = fit(&self.name, Style::Name.size(), room * 10 / 11);
        let departure = put(name, Style::Name, false, 0);
        for text in &self.info {
            for (index, line) in broken(text, room).into_iter().enumerate() {
                put(line, Style::Info, false, if index == 0 { 0 } else { INDENT });
            }
        }
        let mut arrivals = Vec::new();
        for Arrival { net, words, style, is_right } in &self.ports {
            for (index, text) in broken(words, room).into_iter().enumerate() {
                let line = put(text, *style, *is_right, if index == 0 { 0 } else { INDENT });
                arrivals.extend(Some((*net, line)).filter(|_| index == 0));
            }
        }
        let ports = arrivals.iter().map(|(_, line)| *line).min();
        let height = LINE * i32::try_from(texts.len() + 1).unwrap_or(0);
        Card { node, x: 0, y: 0, width, height, texts, ports, departure, arrivals }
    }
}

/// A text in lines, all but the first a little shorter.
fn broken(text: &str, room: i32) -> Vec<String> {
    let size = Style::Info.size();
    if width_of(text, size) <= room { vec![text.to_owned()] } else { wrap(text, size, room - INDENT) }
}

/// The nets that end in a box: those from the left first, each side in the order of where they come from.
fn arrivals(
    drawing: &Drawing,
    at: usize,
    nets: &[Net],
    columns: &Columns,
    speaker: &Speaker,
) -> Vec<Arrival> {
    let place =
        |at: &usize| columns.of[columns.column[*at]].iter().position(|other| other == at).unwrap_or(0);
    let mut ending: Vec<usize> = (0..nets.len()).filter(|net| nets[*net].to == at).collect();
    ending.sort_by_key(|net| {
        let Net { from, nature, label, .. } = &nets[*net];
        let sum: usize = from.iter().map(place).sum();
        (is_from_right(&nets[*net], columns), sum * 100 / from.len().max(1), *nature, label.clone())
    });
    let told = |net: usize| {
        let Net { from, label, nature, .. } = &nets[net];
        let among = Message::new("drawing-among").with("ports", label);
        let words = if nets[net].is_loop() { speaker.say(&among) } else { label.clone() };
        let zone = from.first().map_or(Zone::Internet, |from| drawing.nodes[*from].zone);
        Arrival {
            net,
            words,
            style: Style::Ports(*nature, zone),
            is_right: is_from_right(&nets[net], columns),
        }
    };
    ending.into_iter().map(told).collect()
}

/// What is told of a box: names and addresses, or the boxes for which it stands.
fn info(node: &Node, speaker: &Speaker) -> Vec<String> {
    let (mut lines, most): (Vec<String>, usize) = match &node.stacked[..] {
        [] => (node.called.iter().map(|called| told(node, called, speaker)).collect(), MOST_LINES),
        names => (names.to_vec(), MOST_NAMES),
    };
    lines.retain(|line| !line.is_empty());
    if lines.len() > most {
        let left = lines.len() - most + 1;
        lines.truncate(most - 1);
        lines.push(speaker.say(&Message::new("drawing-more").counting("count", left)));
    }
    lines
}

/// A name with its addresses. Servers beside their pool go by their host's name alone.
fn told(node: &Node, called: &Called, speaker: &Speaker) -> String {
    let mut parts: Vec<String> = Vec::new();
    let is_server = called.label == "drawing-server";
    if !is_server {
        parts.push(format!("{}:", speaker.say(&Message::new(called.label))));
    }
    let beside = node.name.split_once('.').map(|(_, domain)| domain);
    match called.name.split_once('.') {
        Some((host, domain)) if is_server && beside == Some(domain) => parts.push(host.to_owned()),
        _ => parts.extend(Some(called.name.clone()).filter(|name| !name.is_empty())),
    }
    let addresses: Vec<String> = called.addresses.iter().map(ToString::to_string).collect();
    parts.extend(Some(addresses.join(", ")).filter(|text| !text.is_empty()));
    let is_empty = parts.len() == 1 && !is_server;
    if is_empty { parts.concat().trim_end_matches(':').to_owned() } else { parts.join(" ") }
}
