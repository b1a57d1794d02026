//! Styles by what they mean. `assets/theme.yaml` says how each looks on dark and light terminals and without colour.

use ratatui::style::{Color, Modifier, Style};

use super::hits::Hits;
use crate::catalog::themes;

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
}

/// The words of the roles, in their order.
const ROLES: [&str; 22] = [
    "text", "faint", "title", "border", "focus", "cursor", "cell", "idle", "chosen", "label", "field",
    "ghost", "added", "changed", "removed", "error", "warning", "advice", "good", "key", "header", "fact",
];

/// How everything looks; while it is painted, also where everything is.
#[derive(Clone, Debug)]
pub struct Theme {
    name: &'static str,
    styles: [Style; ROLES.len()],
    /// What was painted where, for the mouse.
    pub hits: Hits,
}

impl Theme {
    /// The theme of a name: `dark`, `light` or `plain`; of another name the first.
    #[must_use]
    pub fn named(name: &str) -> Self {
        const NAMES: [&str; 3] = ["dark", "light", "plain"];
        let name = NAMES.into_iter().find(|known| *known == name).unwrap_or(NAMES[0]);
        let theme = &themes()[name];
        let styles = ROLES.map(|role| theme.get(role).map_or_else(Style::new, |words| style(words)));
        Self { name, styles, hits: Hits::default() }
    }

    /// The theme that fits a terminal: plain where no colour is wanted, else by the background that the terminal names
    /// (the last number of `COLORFGBG`; 7 and 9 to 15 are light).
    #[must_use]
    pub fn fitting(no_color: bool, hint: Option<&str>) -> Self {
        let background =
            hint.and_then(|hint| hint.rsplit(';').next()).and_then(|last| last.parse::<u8>().ok());
        match background {
            _ if no_color => Self::named("plain"),
            Some(7 | 9..=15) => Self::named("light"),
            _ => Self::named("dark"),
        }
    }

    /// Its name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The other theme with colours; without colours there is none.
    #[must_use]
    pub fn other(&self) -> Self {
        Self::named(match self.name {
            "dark" => "light",
            "light" => "dark",
            plain => plain,
        })
    }

    /// How something looks.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        self.styles[role as usize]
    }
}

/// A style from its words.
fn style(words: &str) -> Style {
    let mut style = Style::new();
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
                let is_known = ["bold", "dim", "italic", "underlined", "reversed", "on"].contains(&words);
                assert!(is_known || color(words).is_some(), "{name}: {words}");
            }
        }
    }

    #[test]
    fn without_colour_no_style_has_one() {
        let plain = Theme::fitting(true, Some("0;15"));
        assert!(plain.styles.iter().all(|style| style.fg.is_none() && style.bg.is_none()));
        assert_eq!(Theme::fitting(false, Some("0;default;15")).name(), "light");
        assert_eq!(Theme::fitting(false, Some("15;0")).name(), "dark");
        assert_eq!(Theme::fitting(false, None).name(), "dark");
    }
}
