//! How wide texts are at most, whatever sans-serif font a reader has.

/// The width of a character in hundredths of the size of its font: that of the widest usual font, or more.
const fn hundredths(character: char) -> i32 {
    match character {
        'i' | 'l' | 'j' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' | '·' => 36,
        'f' | 't' | 'r' | 'I' | '(' | ')' | '[' | ']' | '-' | '/' => 44,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '→' | '↔' | '←' => 102,
        'A'..='Z' | '\u{80}'..='\u{2FF}' => 80,
        '\0'..='\u{7F}' => 66,
        _ => 110,
    }
}

/// How many pixels a text takes at most in a font of this size.
#[must_use]
pub fn width_of(text: &str, size: i32) -> i32 {
    let sum: i32 = text.chars().map(hundredths).fold(0, i32::saturating_add);
    sum.saturating_mul(size).saturating_add(99) / 100
}

/// The text in so many pixels; what is cut off leaves `…`.
#[must_use]
pub fn fit(text: &str, size: i32, room: i32) -> String {
    if width_of(text, size) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for character in text.chars() {
        kept.push(character);
        if width_of(&kept, size) + width_of("…", size) > room {
            kept.pop();
            break;
        }
    }
    kept.push('…');
    kept
}

/// The text in lines of so many pixels, broken between words; a word that is too long for a line is cut.
#[must_use]
pub fn wrap(text: &str, size: i32, room: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let word = fit(word, size, room);
        match lines.last_mut() {
            Some(line) if width_of(&format!("{line} {word}"), size) <= room => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_and_broken_to_their_room() {
        for text in
            ["webext.contoso.example 203.0.113.20, 203.0.113.21", "한국어 이름", "WWWWWWWWWWWWWWWWWWWW"]
        {
            for room in [40, 90, 200] {
                assert!(width_of(&fit(text, 11, room), 11) <= room);
                assert!(wrap(text, 11, room).iter().all(|line| width_of(line, 11) <= room), "{text}");
            }
        }
        assert_eq!(fit("short", 11, 200), "short");
        assert_eq!(wrap("tcp 443, 4443", 11, 50), ["tcp 443,", "4443"]);
    }
}
