//! Copying through the terminal (OSC 52): the only clipboard that a jump host and the desk in front of it share. Nobody can
//! tell whether a terminal took it, so the screen never says that it did.

use data_encoding::BASE64;

use crate::text::{Message, printable};
use crate::world::TerminalKind;

/// The longest text that is sent, in bytes: with it the sequence has the 100,000 bytes that terminals take at least.
pub const MOST: usize = 74_994;

/// GNU screen passes on no more than so many bytes at once.
const PIECE: usize = 240;

/// What stands between the screen and the terminal that may copy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Around {
    /// Nothing that we know of.
    #[default]
    Nothing,
    /// tmux.
    Tmux,
    /// GNU screen.
    Screen,
    /// The console of Linux, which has no clipboard and shows what it does not know.
    Console,
}

impl Around {
    /// What the terminal says of itself.
    #[must_use]
    pub fn of(terminal: &TerminalKind) -> Self {
        let term = terminal.term.as_deref().unwrap_or_default();
        match term {
            _ if terminal.tmux || term.starts_with("tmux") => Self::Tmux,
            _ if terminal.screen || term.starts_with("screen") => Self::Screen,
            "linux" => Self::Console,
            _ => Self::Nothing,
        }
    }

    /// What is said when a text was sent: that it was, and what that says of the clipboard.
    #[must_use]
    fn told(self, count: usize) -> Message {
        let key = match self {
            Self::Tmux => "copy-sent-tmux",
            Self::Screen => "copy-sent-screen",
            Self::Nothing | Self::Console => "copy-sent",
        };
        Message::new(key).counting("count", count)
    }

    /// The sequence for a text, in the wrapping that it needs here. What stands in between may also take it itself, and then
    /// wants it bare.
    fn sequence(self, text: &str) -> String {
        let bare = format!("\u{1b}]52;c;{}\u{7}", BASE64.encode(text.as_bytes()));
        match self {
            Self::Nothing | Self::Console => bare,
            Self::Tmux => format!("{bare}\u{1b}Ptmux;{}\u{1b}\\", bare.replace('\u{1b}', "\u{1b}\u{1b}")),
            Self::Screen => {
                let pieces: Vec<_> = bare.as_bytes().chunks(PIECE).map(String::from_utf8_lossy).collect();
                format!("\u{1b}P{}\u{1b}\\", pieces.join("\u{1b}\\\u{1b}P"))
            }
        }
    }
}

/// What is to be sent for a text, and what is to be said then.
///
/// # Errors
/// Why nothing is sent, in words.
pub fn prepared(text: &str, around: Around) -> Result<(String, Message), Message> {
    let text = clean(text);
    if text.is_empty() {
        return Err(Message::new("copy-nothing"));
    }
    if around == Around::Console {
        return Err(Message::new("copy-console"));
    }
    if text.len() > MOST {
        return Err(Message::new("copy-too-long").counting("length", text.len()).counting("most", MOST));
    }
    Ok((around.sequence(&text), around.told(text.chars().count())))
}

/// The text without anything that would steer a terminal into which it is pasted; lines and columns stay.
fn clean(text: &str) -> String {
    let is_fit = |character: &char| {
        matches!(character, '\n' | '\t') || *printable(character.encode_utf8(&mut [0; 4])) != *"\u{fffd}"
    };
    let text: String = text.trim_start_matches('\u{feff}').chars().filter(is_fit).collect();
    text.trim_end_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text that a terminal would copy.
    fn taken(sequence: &str) -> String {
        let text = sequence.strip_prefix("\u{1b}]52;c;").unwrap().strip_suffix('\u{7}').unwrap();
        String::from_utf8(BASE64.decode(text.as_bytes()).unwrap()).unwrap()
    }

    #[test]
    fn what_is_copied_steers_nothing() {
        let (sequence, told) =
            prepared("\u{feff}a\tb\u{1b}[31m\u{9b}\u{202e}\u{7}\r\n한국\n", Around::Nothing).unwrap();
        assert_eq!(taken(&sequence), "a\tb[31m\n한국");
        assert_eq!(told.key(), "copy-sent");
    }

    #[test]
    fn what_is_too_long_is_not_sent() {
        assert!(prepared(&"x".repeat(MOST), Around::Nothing).unwrap().0.len() <= 100_000);
        let refused = prepared(&"x".repeat(MOST + 1), Around::Nothing).unwrap_err();
        assert_eq!(refused.key(), "copy-too-long");
        assert_eq!(prepared("\u{1b}\n", Around::Nothing).unwrap_err().key(), "copy-nothing");
        assert_eq!(prepared("x", Around::Console).unwrap_err().key(), "copy-console");
    }

    #[test]
    fn what_stands_in_between_gets_it_wrapped() {
        let of = |term: &str, tmux| {
            let term = Some(term.to_owned());
            Around::of(&TerminalKind { term, tmux, ..TerminalKind::default() })
        };
        assert_eq!(of("xterm-256color", false), Around::Nothing);
        assert_eq!([of("screen-256color", true), of("tmux", false)], [Around::Tmux; 2]);
        assert_eq!((of("screen", false), of("linux", false)), (Around::Screen, Around::Console));
        let bare = Around::Nothing.sequence("a");
        assert_eq!(Around::Tmux.sequence("a"), format!("{bare}\u{1b}Ptmux;\u{1b}{bare}\u{1b}\\"));
        let wrapped = Around::Screen.sequence(&"x".repeat(1000));
        let pieces: Vec<_> = wrapped.split_terminator("\u{1b}\\").collect();
        assert!(pieces.iter().all(|piece| piece.len() <= PIECE + 2 && piece.starts_with("\u{1b}P")));
        let whole: String = pieces.iter().map(|piece| &piece[2..]).collect();
        assert_eq!(taken(&whole), "x".repeat(1000));
    }
}
