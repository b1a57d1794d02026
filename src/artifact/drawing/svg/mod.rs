//! The drawing as SVG: one file that needs nothing else, for design documents. Texts stay texts, nothing runs in it.

mod legend;

use std::fmt::Write as _;

use super::layout::{Card, LINE, Layout, PADDING, Style, Text, Wire, fit};
use super::{Drawing, Nature, Node, Zone};
use crate::artifact::dialect::{one_line, quote, remark};
use crate::catalog::Dialect;
use crate::plan::Plan;
use crate::requirement::{Level, Requirements};
use crate::text::{Message, Speaker};
use crate::topology::Topology;

/// Fonts that readers have; widths are reckoned for the widest of them.
const FONTS: &str = "Segoe UI, Helvetica, Arial, DejaVu Sans, Noto Sans CJK KR, Malgun Gothic, sans-serif";

/// Colours on white, dark enough to be read.
const INK: &str = "#1d2939";
const FAINT: &str = "#475467";
const RED: &str = "#b42318";
const ORANGE: &str = "#a15c07";
const BLUE: &str = "#175cd3";

/// What is told of one arrow or box on hover: so many lines.
const MOST: usize = 24;

/// The drawing of a plan as SVG, marked with the words of a draft where it is one.
#[must_use]
pub fn svg(
    plan: &Plan,
    topology: &Topology,
    requirements: &Requirements,
    speaker: &Speaker,
    draft: Option<&str>,
) -> String {
    let drawing = Drawing::of(plan, topology, requirements).stacked();
    let layout = Layout::of(&drawing, requirements, speaker);
    let mut paper = Paper { drawing: &drawing, requirements, speaker, layout: &layout, text: String::new() };
    if let (Some(words), Some((before, behind))) = (draft, Dialect::Xml.comment()) {
        paper.put(&format!("{before}{}{behind}", remark(Dialect::Xml, words)));
    }
    paper.open(plan, draft);
    paper.bands();
    layout.wires.iter().for_each(|wire| paper.wire(wire));
    layout.cards.iter().for_each(|card| paper.card(card));
    paper.legend();
    paper.text + "</svg>\n"
}

/// A text as XML holds it.
fn escaped(text: &str) -> String {
    quote(Dialect::Xml, &one_line(text)).unwrap_or_default()
}

/// The paper on which is drawn.
struct Paper<'a> {
    drawing: &'a Drawing,
    requirements: &'a Requirements,
    speaker: &'a Speaker,
    layout: &'a Layout,
    text: String,
}

impl Paper<'_> {
    fn put(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn say(&self, key: &'static str) -> String {
        self.speaker.say(&Message::new(key))
    }

    fn words(&mut self, (x, y): (i32, i32), size: i32, more: &str, text: &str) {
        let text = escaped(text);
        self.put(&format!(r#"<text x="{x}" y="{y}" font-size="{size}" {more}>{text}</text>"#));
    }

    fn open(&mut self, plan: &Plan, draft: Option<&str>) {
        let height = self.layout.bottom + 24 + self.legend_height();
        let width = self.layout.width;
        let title = match plan.title.given().value().as_str() {
            "" => self.say("drawing-title"),
            title => title.to_owned(),
        };
        let about = Message::new("drawing-about")
            .with("version", plan.servers.version.given().value().word())
            .counting("domains", plan.domains.sip.given().value().len())
            .with("day", plan.go_live.given().value());
        let about = self.speaker.say(&about);
        let description = Message::new("drawing-description")
            .counting("boxes", self.layout.cards.len())
            .counting("arrows", self.layout.wires.len());
        let description = escaped(&self.speaker.say(&description));
        self.put(&format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="graphics-document" aria-labelledby="ucplan-title ucplan-description" font-family="{FONTS}">"#
        ));
        self.put(&format!(r#"<title id="ucplan-title">{}</title>"#, escaped(&title)));
        self.put(&format!(r#"<desc id="ucplan-description">{description}</desc>"#));
        self.put(&format!(r##"<rect width="{width}" height="{height}" fill="#ffffff"/>"##));
        let room = width - 48;
        // Bold letters are wider than others by a tenth.
        let bold = format!(r#"font-weight="bold" fill="{INK}""#);
        self.words((24, 32), 18, &bold, &fit(&title, 18, room * 10 / 11));
        let about =
            [draft.map(str::to_owned), Some(about)].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let color = if draft.is_some() { RED } else { FAINT };
        self.words((24, 52), 11, &format!(r#"fill="{color}""#), &fit(&about, 11, room));
    }

    fn bands(&mut self) {
        let (top, height) = (self.layout.top, self.layout.bottom - self.layout.top);
        for band in &self.layout.bands {
            let (fill, border, ink) = match band.zone {
                Zone::Internet => ("#fef3f2", "#fecdca", RED),
                Zone::Perimeter => ("#fffaeb", "#fedf89", ORANGE),
                Zone::Inside => ("#eff8ff", "#b2ddff", BLUE),
            };
            let (x, width) = (band.x, band.width);
            self.put(&format!(
                r#"<rect x="{x}" y="{top}" width="{width}" height="{height}" rx="10" fill="{fill}" stroke="{border}"/>"#
            ));
            let name = fit(&self.say(band.zone.key()), 14, (width - 32) * 10 / 11);
            let more = format!(r#"font-weight="bold" fill="{ink}""#);
            self.words((x + 16, top + 24), 14, &more, &name);
        }
    }

    fn wire(&mut self, wire: &Wire) {
        let (color, dashes) = (color_of(wire.nature, wire.zone), dashes_of(wire.nature));
        let told = wire.arrows.iter().flat_map(|at| self.flows(*at)).collect();
        let title = self.title(told);
        let mut path = String::new();
        for [(x, y), (end_x, end_y)] in &wire.lines {
            let _ = write!(path, "M{x} {y}L{end_x} {end_y}");
        }
        let (x, y) = wire.head;
        let back = if wire.is_right { x - 9 } else { x + 9 };
        self.put(&format!(r#"<g class="arrow" fill="{color}">{title}"#));
        self.put(&format!(
            r#"<path d="{path}" fill="none" stroke="{color}" stroke-width="1.5" stroke-linecap="round"{dashes}/>"#
        ));
        self.put(&format!(r#"<polygon points="{x},{y} {back},{} {back},{}"/>"#, y - 4, y + 4));
        for (x, y) in &wire.joints {
            self.put(&format!(r#"<circle cx="{x}" cy="{y}" r="2.5"/>"#));
        }
        self.put("</g>");
    }

    fn card(&mut self, card: &Card) {
        let node = &self.drawing.nodes[card.node];
        let title = self.title(self.facts(node));
        let Card { x, y, width, height, .. } = card;
        self.put(&format!(r#"<g class="box">{title}"#));
        self.put(&format!(
            r##"<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="6" fill="#ffffff" stroke="#98a2b3"/>"##
        ));
        if let Some(line) = card.ports {
            let (begin, end, y) = (x + PADDING, x + width - PADDING, card.middle_of(line) - LINE / 2);
            self.put(&format!(r##"<path d="M{begin} {y}L{end} {y}" stroke="#e4e7ec"/>"##));
        }
        for Text { line, words, style, is_right, indent } in &card.texts {
            let size = style.size();
            let color = match style {
                Style::Name => INK,
                Style::Kind | Style::Info => FAINT,
                Style::Ports(nature, zone) => color_of(*nature, *zone),
            };
            let weight = if *style == Style::Name { r#" font-weight="bold""# } else { "" };
            let (at, anchor) = if *is_right {
                (x + width - PADDING, r#" text-anchor="end""#)
            } else {
                (x + PADDING + indent, "")
            };
            let place = (at, card.middle_of(*line) + size * 36 / 100);
            self.words(place, size, &format!(r#"fill="{color}"{weight}{anchor}"#), words);
        }
        self.put("</g>");
    }

    /// What is shown on hover, a line each.
    fn title(&self, mut lines: Vec<String>) -> String {
        if lines.len() > MOST {
            let left = lines.len() - MOST + 1;
            lines.truncate(MOST - 1);
            lines.push(self.speaker.say(&Message::new("drawing-more").counting("count", left)));
        }
        let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
        format!("<title>{}</title>", lines.join("\n"))
    }

    /// The flows of an arrow, each with its facts.
    fn flows(&self, arrow: usize) -> Vec<String> {
        let arrow = &self.drawing.arrows[arrow];
        let told = |at: &usize| match arrow.nature {
            Nature::Flow(_) => {
                let row = &self.requirements.firewall[*at];
                let flow = &row.body;
                let (from, to, facts) = (&flow.from, &flow.to, row.reason.facts().join(", "));
                let purpose = self.speaker.say(&flow.purpose);
                format!("{from} → {to}: {} {}, {purpose} ({facts})", flow.protocol.word(), flow.ports)
            }
            Nature::Balancing => {
                let row = &self.requirements.balancing[*at];
                let rule = &row.body;
                let facts = row.reason.facts().join(", ");
                format!(
                    "{}:{} → {}:{} ({facts})",
                    rule.address, rule.listen_port, rule.pool, rule.member_port
                )
            }
        };
        arrow.rows.iter().map(told).collect()
    }

    /// What is known of a box: names and addresses in full, certificates, how many records.
    fn facts(&self, node: &Node) -> Vec<String> {
        let say = |message: Message| self.speaker.say(&message);
        let kind = say(Message::new(node.kind.key()));
        let mut lines = vec![match &node.site {
            Some(site) => format!("{kind} · {site}"),
            None => kind,
        }];
        lines.extend(Some(node.name.clone()).filter(|name| !name.is_empty()));
        lines.extend(node.stacked.iter().cloned());
        for called in &node.called {
            let addresses: Vec<String> = called.addresses.iter().map(ToString::to_string).collect();
            let parts = [called.name.clone(), addresses.join(", ")];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            lines.push(format!("{}: {}", say(Message::new(called.label)), parts.join(" ")));
        }
        for at in &node.certificates {
            let id = &self.requirements.certificates[*at].body.id;
            lines.push(say(Message::new("drawing-certificate").with("id", id)));
        }
        if !node.records.is_empty() {
            lines.push(say(Message::new("drawing-records").counting("count", node.records.len())));
        }
        lines
    }
}

const fn color_of(nature: Nature, zone: Zone) -> &'static str {
    match (nature, zone) {
        (Nature::Balancing, _) => "#667085",
        (_, Zone::Internet) => RED,
        (_, Zone::Perimeter) => ORANGE,
        (_, Zone::Inside) => BLUE,
    }
}

const fn dashes_of(nature: Nature) -> &'static str {
    match nature {
        Nature::Flow(Level::Required) => "",
        Nature::Flow(Level::Recommended) => r#" stroke-dasharray="7 4""#,
        Nature::Flow(Level::Optional | Level::VerifyOnly) => r#" stroke-dasharray="2 4""#,
        Nature::Balancing => r#" stroke-dasharray="1 3 6 3""#,
    }
}
