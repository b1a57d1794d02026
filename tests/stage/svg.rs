//! A screen as a picture: an SVG that looks the same wherever it is shown, whatever fonts are there. Letters are text of
//! a given length; frames are drawn, so that they have no gaps.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use ucplan::text::cells;

use super::rows;

/// Width and height of a cell.
const CELL: (f64, f64) = (8.43, 18.0);
/// How far below the top of their cell letters stand.
const BASE: f64 = 13.2;
/// The room around the screen, and above it.
const MARGIN: (f64, f64) = (18.0, 38.0);

const FONTS: &str =
    "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace";
const BACKGROUND: &str = "#1a1e26";
const TEXT: &str = "#d6dbe5";

/// How cells look once colours and modifiers are known.
#[derive(Clone, PartialEq)]
struct Look {
    text: String,
    background: Option<String>,
    modifier: Modifier,
}

/// Cells in a row that look the same.
struct Run {
    look: Look,
    x: u16,
    y: usize,
    symbols: Vec<(u16, String)>,
    width: u16,
}

/// The picture of a screen in a window.
pub fn svg(buffer: &Buffer, title: &str) -> String {
    let (width, height) = (
        f64::from(buffer.area.width) * CELL.0 + 2.0 * MARGIN.0,
        f64::from(buffer.area.height) * CELL.1 + MARGIN.1 + MARGIN.0,
    );
    let (right, bottom, middle) = (width - 1.0, height - 1.0, width / 2.0);
    let mut out = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.1} {height:.1}" width="{width:.1}" height="{height:.1}" role="img" aria-label="{title}" font-family="{FONTS}" font-size="14">
<rect x="0.5" y="0.5" width="{right:.1}" height="{bottom:.1}" rx="10" fill="{BACKGROUND}" stroke="#343b49"/>
<circle cx="20" cy="19" r="5.5" fill="#ff6159"/>
<circle cx="40" cy="19" r="5.5" fill="#ffbd2e"/>
<circle cx="60" cy="19" r="5.5" fill="#28c941"/>
<text x="{middle:.1}" y="23.5" text-anchor="middle" font-size="13" fill="#8b94a7">{title}</text>
<g transform="translate({} {})">
"##,
        MARGIN.0, MARGIN.1
    );
    for run in runs(buffer) {
        run.draw(&mut out);
    }
    out + "</g>\n</svg>\n"
}

fn runs(buffer: &Buffer) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (y, row) in rows(buffer).enumerate() {
        for (x, cell) in row {
            let look = look(cell);
            let width = u16::try_from(cells(cell.symbol()).max(1)).unwrap_or(1);
            let symbol = (x, cell.symbol().to_owned());
            match runs.last_mut().filter(|run| run.look == look && run.y == y) {
                Some(run) => {
                    run.symbols.push(symbol);
                    run.width += width;
                }
                None => runs.push(Run { look, x, y, symbols: vec![symbol], width }),
            }
        }
    }
    runs
}

impl Run {
    fn draw(&self, out: &mut String) {
        let Self { look, .. } = self;
        let (x, y, width) = (left(self.x), top(self.y), f64::from(self.width) * CELL.0);
        if let Some(color) = &look.background {
            line(
                out,
                format_args!(
                    r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{:.1}" fill="{color}"/>"#,
                    CELL.1
                ),
            );
        }
        if look.modifier.contains(Modifier::UNDERLINED) {
            let y = y + BASE + 2.6;
            line(
                out,
                format_args!(
                    r#"<path d="M{x:.1} {y:.1}h{width:.1}" stroke="{}" stroke-opacity=".7"/>"#,
                    look.text
                ),
            );
        }
        let frame: String =
            self.symbols.iter().filter_map(|(x, symbol)| stroke(*x, self.y, symbol)).collect();
        if !frame.is_empty() {
            line(out, format_args!(r#"<path d="{frame}" fill="none" stroke="{}"/>"#, look.text));
        }
        for (x, text) in self.words() {
            self.draw_words(out, x, &text);
        }
    }

    /// The texts of the run: signs that fonts have in widths of their own stand alone.
    fn words(&self) -> Vec<(u16, String)> {
        let mut words: Vec<(u16, String)> = Vec::new();
        let mut is_open = false;
        for (x, symbol) in &self.symbols {
            let is_plain =
                symbol.chars().all(|character| character.is_alphanumeric() || character.is_ascii());
            match words.last_mut().filter(|_| is_open && is_plain) {
                Some((_, text)) => text.push_str(symbol),
                None if stroke(*x, self.y, symbol).is_some() || symbol.trim().is_empty() => {}
                None => words.push((*x, symbol.clone())),
            }
            is_open = is_plain && words.last().is_some_and(|(_, text)| text.ends_with(symbol.as_str()));
        }
        words
    }

    fn draw_words(&self, out: &mut String, x: u16, text: &str) {
        let text = text.trim_end();
        let width = f64::from(u16::try_from(cells(text)).unwrap_or(0)) * CELL.0;
        let mut style = format!(r#"fill="{}""#, self.look.text);
        if self.look.modifier.contains(Modifier::BOLD) {
            style += r#" font-weight="bold""#;
        }
        if self.look.modifier.contains(Modifier::ITALIC) {
            style += r#" font-style="italic""#;
        }
        if self.look.modifier.contains(Modifier::DIM) {
            style += r#" opacity=".65""#;
        }
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        line(
            out,
            format_args!(
                r#"<text x="{:.1}" y="{:.1}" textLength="{width:.1}" lengthAdjust="spacingAndGlyphs" xml:space="preserve" {style}>{escaped}</text>"#,
                left(x),
                top(self.y) + BASE
            ),
        );
    }
}

/// A piece of a frame as a stroke through the middle of its cell; nothing for other signs.
fn stroke(x: u16, y: usize, symbol: &str) -> Option<String> {
    let (x, y) = (left(x), top(y));
    let (middle, centre, right, bottom) = (x + CELL.0 / 2.0, y + CELL.1 / 2.0, x + CELL.0, y + CELL.1);
    let round = 4.0;
    Some(match symbol {
        "─" => format!("M{x:.1} {centre:.1}H{right:.1}"),
        "╶" => format!("M{middle:.1} {centre:.1}H{right:.1}"),
        "│" => format!("M{middle:.1} {y:.1}V{bottom:.1}"),
        "╭" => {
            format!("M{middle:.1} {bottom:.1}V{:.1}q0 -{round} {round} -{round}H{right:.1}", centre + round)
        }
        "╰" => format!("M{middle:.1} {y:.1}V{:.1}q0 {round} {round} {round}H{right:.1}", centre - round),
        "╮" => {
            format!("M{middle:.1} {bottom:.1}V{:.1}q0 -{round} -{round} -{round}H{x:.1}", centre + round)
        }
        "╯" => format!("M{middle:.1} {y:.1}V{:.1}q0 {round} -{round} {round}H{x:.1}", centre - round),
        _ => return None,
    })
}

fn left(x: u16) -> f64 {
    f64::from(x) * CELL.0
}

fn top(y: usize) -> f64 {
    f64::from(u16::try_from(y).unwrap_or(0)) * CELL.1
}

fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = writeln!(out, "{text}");
}

fn look(cell: &Cell) -> Look {
    let text = color(cell.fg).unwrap_or(TEXT).to_owned();
    let background = color(cell.bg).map(str::to_owned);
    if cell.modifier.contains(Modifier::REVERSED) {
        let back = background.unwrap_or_else(|| BACKGROUND.to_owned());
        return Look { text: back, background: Some(text), modifier: cell.modifier };
    }
    Look { text, background, modifier: cell.modifier }
}

/// The sixteen colours of a terminal, as one that is pleasant to look at has them.
const fn color(color: Color) -> Option<&'static str> {
    Some(match color {
        Color::Black => "#1a1e26",
        Color::Red => "#f0717b",
        Color::Green => "#8fd18b",
        Color::Yellow => "#ecc67a",
        Color::Blue => "#7fb2f5",
        Color::Magenta => "#c99bf0",
        Color::Cyan => "#66ccd6",
        Color::Gray => "#b4bccb",
        Color::DarkGray => "#7f889b",
        Color::LightRed => "#ff8f98",
        Color::LightGreen => "#a8e5a3",
        Color::LightYellow => "#ffdc94",
        Color::LightBlue => "#9cc7ff",
        Color::LightMagenta => "#dcb5ff",
        Color::LightCyan => "#86e4ed",
        Color::White => "#f4f6fa",
        _ => return None,
    })
}
