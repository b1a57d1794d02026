//! Styles by what they mean. `assets/theme.yaml` says how each looks on dark and light terminals and without colour.

use ratatui::style::{Color, Modifier, Style};

use super::hits::Hits;
use crate::catalog::themes;
use crate::world::TerminalKind;

/// What a piece of the screen means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Role {
    /// Ordinary text.
    Text,
    /// Text that stays behind.
    Faint,
    /// A title.
    Title,
    /// A border.
    Border,
    /// The border of the pane that has the keys.
    Focus,
    /// The line at the cursor.
    Cursor,
    /// The cell at the cursor in the line at the cursor.
    Cell,
    /// The line at the cursor of a pane that does not have the keys.
    Idle,
    /// What was chosen.
    Chosen,
    /// A label.
    Label,
    /// A field.
    Field,
    /// A suggestion behind what was typed.
    Ghost,
    /// Something that comes.
    Added,
    /// Something that changes.
    Changed,
    /// Something that goes.
    Removed,
    /// A finding of severity error, or a refusal.
    Error,
    /// A warning.
    Warning,
    /// A piece of advice.
    Advice,
    /// All is well.
    Good,
    /// A key.
    Key,
    /// The line at the top.
    Header,
    /// The id of a fact.
    Fact,
    /// In a file: a comment.
    Comment,
    /// In a file: a word of its language.
    Keyword,
    /// In a file: a text.
    Literal,
    /// In a file: a number, or another value that stands for itself.
    Number,
    /// In a file: what somebody gave a name, such as a variable, a property, a directive.
    Name,
}

/// The words of the roles, in their order.
const ROLES: [&str; 27] = [
    "text", "faint", "title", "border", "focus", "cursor", "cell", "idle", "chosen", "label", "field",
    "ghost", "added", "changed", "removed", "error", "warning", "advice", "good", "key", "header", "fact",
    "comment", "keyword", "literal", "number", "name",
];

/// How many colours a terminal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// The sixteen that every one has.
    Sixteen,
    /// 256 at least.
    Many,
}

impl Depth {
    /// What the terminal says: more than sixteen only where it says so.
    #[must_use]
    pub fn of(terminal: &TerminalKind) -> Self {
        let says = |variable: &Option<String>, words: [&str; 3]| {
            variable.as_deref().is_some_and(|said| words.iter().any(|word| said.contains(word)))
        };
        let has_many = says(&terminal.colors, ["truecolor", "24bit", "256"])
            || says(&terminal.term, ["256color", "direct", "truecolor"]);
        if has_many { Self::Many } else { Self::Sixteen }
    }
}

/// How everything looks; while it is painted, also where everything is.
#[derive(Clone, Debug)]
pub struct Theme {
    name: &'static str,
    depth: Depth,
    styles: [Style; ROLES.len()],
    /// Whether a room reads along: then there is more space between the lines.
    pub is_spacious: bool,
    /// What was painted where, for the mouse.
    pub hits: Hits,
}

impl Theme {
    /// The themes, in the order of their key.
    pub const NAMES: [&'static str; 4] = ["dark", "light", "sixteen", "plain"];

    /// The theme of a name, of another name the first, with as many colours as the terminal has.
    #[must_use]
    pub fn new(name: &str, depth: Depth) -> Self {
        let name = Self::NAMES.into_iter().find(|known| *known == name).unwrap_or(Self::NAMES[0]);
        let theme = &themes()[name];
        let styles = ROLES.map(|role| theme.get(role).map_or_else(Style::new, |words| style(words, depth)));
        Self { name, depth, styles, is_spacious: false, hits: Hits::default() }
    }

    /// The theme of a name with sixteen colours at most.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::new(name, Depth::Sixteen)
    }

    /// The theme that fits a terminal: plain where no colour is wanted, else by the background that the terminal names
    /// (the last number of `COLORFGBG`; 7 and 9 to 15 are light), else by how many colours it has.
    #[must_use]
    pub fn fitting(no_color: bool, terminal: &TerminalKind) -> Self {
        let depth = Depth::of(terminal);
        let last = terminal.own_colors.as_deref().and_then(|own| own.rsplit(';').next());
        let background = last.and_then(|last| last.parse::<u8>().ok());
        let name = match background {
            _ if no_color => "plain",
            Some(7 | 9..=15) => "light",
            None if depth == Depth::Sixteen && terminal.term.is_some() => "sixteen",
            _ => "dark",
        };
        Self::new(name, depth)
    }

    /// Its name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// How many colours it may use.
    #[must_use]
    pub const fn depth(&self) -> Depth {
        self.depth
    }

    /// The name of the one after it.
    #[must_use]
    pub fn next(&self) -> &'static str {
        let at = Self::NAMES.iter().position(|name| *name == self.name).unwrap_or(0);
        Self::NAMES[(at + 1) % Self::NAMES.len()]
    }

    /// How something looks.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        self.styles[role as usize]
    }
}

/// A style from its words: those before `|` for many colours, those behind it for sixteen.
fn style(words: &str, depth: Depth) -> Style {
    let mut style = Style::new();
    let (many, few) = words.split_once('|').unwrap_or((words, words));
    let words = if depth == Depth::Many { many } else { few };
    let mut words = words.split_whitespace();
    while let Some(word) = words.next() {
        style = match word {
            "bold" => style.add_modifier(Modifier::BOLD),
            "dim" => style.add_modifier(Modifier::DIM),
            "italic" => style.add_modifier(Modifier::ITALIC),
            "underlined" => style.add_modifier(Modifier::UNDERLINED),
            "reversed" => style.add_modifier(Modifier::REVERSED),
            "on" => words.next().and_then(color).map_or(style, |color| style.bg(color)),
            word => color(word).map_or(style, |color| style.fg(color)),
        };
    }
    style
}

fn color(word: &str) -> Option<Color> {
    word.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_says_how_every_role_looks() {
        for (name, theme) in themes() {
            let mut known: Vec<_> = ROLES.to_vec();
            known.sort_unstable();
            assert_eq!(theme.keys().map(String::as_str).collect::<Vec<_>>(), known, "{name}");
            for words in theme.values().flat_map(|style| style.split_whitespace()) {
                let is_known =
                    ["bold", "dim", "italic", "underlined", "reversed", "on", "|"].contains(&words);
                assert!(is_known || color(words).is_some(), "{name}: {words}");
            }
        }
        assert_eq!(themes().len(), Theme::NAMES.len());
    }

    fn terminal(term: &str, colors: &str, own: &str) -> TerminalKind {
        let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let (term, colors, own_colors) = (said(term), said(colors), said(own));
        TerminalKind { term, colors, own_colors, ..TerminalKind::default() }
    }

    #[test]
    fn without_colour_no_style_has_one() {
        let plain = Theme::fitting(true, &terminal("xterm-256color", "truecolor", "0;15"));
        assert!(plain.styles.iter().all(|style| style.fg.is_none() && style.bg.is_none()));
    }

    #[test]
    fn a_terminal_gets_the_colours_that_it_says_it_has() {
        for (term, colors, own, name, depth) in [
            ("xterm-256color", "", "", "dark", Depth::Many),
            ("xterm", "truecolor", "0;default;15", "light", Depth::Many),
            ("xterm", "", "0;15", "light", Depth::Sixteen),
            ("xterm", "", "15;0", "dark", Depth::Sixteen),
            ("linux", "", "", "sixteen", Depth::Sixteen),
            ("", "", "", "dark", Depth::Sixteen),
        ] {
            let theme = Theme::fitting(false, &terminal(term, colors, own));
            assert_eq!((theme.name(), theme.depth()), (name, depth), "{term} {colors} {own}");
        }
        for name in Theme::NAMES {
            let is_named = |color: Option<Color>| !matches!(color, Some(Color::Indexed(_) | Color::Rgb(..)));
            let styles = Theme::new(name, Depth::Sixteen).styles;
            assert!(styles.iter().all(|style| is_named(style.fg) && is_named(style.bg)), "{name}");
        }
        let sixteen = Theme::new("sixteen", Depth::Many).styles;
        assert_eq!(sixteen, Theme::new("sixteen", Depth::Sixteen).styles);
    }

    /// How bright one of 256 colours is.
    fn brightness(index: u8) -> f64 {
        let [red, green, blue] = match index {
            16..=231 => [36, 6, 1].map(|step| match (index - 16) / step % 6 {
                0 => 0,
                level => 55 + level * 40,
            }),
            _ => [8 + index.saturating_sub(232) * 10; 3],
        };
        let linear = |value: u8| {
            let share = f64::from(value) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    #[test]
    fn everything_can_be_read_on_a_projector() {
        let contrast = |a: f64, b: f64| (a.max(b) + 0.05) / (a.min(b) + 0.05);
        // Terminals are seldom quite black or quite white.
        for (name, ground) in [("dark", 235), ("light", 255)] {
            let theme = Theme::new(name, Depth::Many);
            for (role, style) in ROLES.iter().zip(&theme.styles) {
                let Some(Color::Indexed(text)) = style.fg else { continue };
                let below = match style.bg {
                    Some(Color::Indexed(below)) => below,
                    _ => ground,
                };
                let found = contrast(brightness(text), brightness(below));
                let least = if *role == "border" { 3.0 } else { 4.5 };
                assert!(found >= least, "{name}: {role} has {found:.1}");
            }
        }
    }
}
