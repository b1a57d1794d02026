//! Takes configuration files apart into words, by the grammar of each language and by none of the program's own code.

/// How a language that is made of words spells them.
pub struct Grammar {
    /// What begins a comment, at the start of a word.
    comment: &'static str,
    /// Quotes in which everything stands for itself.
    raw: &'static str,
    /// Quotes in which a backslash escapes.
    quotes: &'static str,
    /// Whether a backslash escapes outside of quotes too.
    escapes: bool,
    /// Whether a backslash at the end of any line, of comments too, takes the next one along.
    continues: bool,
    /// Characters that are words of their own.
    marks: &'static str,
}

pub const APACHE: Grammar =
    Grammar { comment: "#", raw: "", quotes: "\"'", escapes: false, continues: true, marks: "<>" };
pub const CADDY: Grammar =
    Grammar { comment: "#", raw: "`", quotes: "\"", escapes: false, continues: false, marks: "" };
pub const CITRIX: Grammar =
    Grammar { comment: "#", raw: "", quotes: "\"", escapes: true, continues: false, marks: "" };
pub const HAPROXY: Grammar =
    Grammar { comment: "#", raw: "'", quotes: "\"", escapes: true, continues: false, marks: "" };
pub const JAVASCRIPT: Grammar =
    Grammar { comment: "//", raw: "", quotes: "\"'`", escapes: false, continues: false, marks: "(){}[],;:" };
pub const NFTABLES: Grammar =
    Grammar { comment: "#", raw: "\"", quotes: "", escapes: false, continues: false, marks: "{};," };
pub const NGINX: Grammar =
    Grammar { comment: "#", raw: "", quotes: "\"'", escapes: true, continues: false, marks: "{};" };
pub const ZONE: Grammar =
    Grammar { comment: ";", raw: "", quotes: "\"", escapes: true, continues: false, marks: "()" };

/// The words of a text, and `\n` for each line that has any; what stands in quotes is marked by the quote before it.
pub fn words(text: &str, grammar: &Grammar) -> Result<Vec<String>, String> {
    let joined = if grammar.continues { text.replace("\\\n", "") } else { text.to_owned() };
    let mut words: Vec<String> = Vec::new();
    for line in joined.lines() {
        let before = words.len();
        line_words(line, grammar, &mut words).map_err(|reason| format!("{reason}: {line}"))?;
        if words.len() > before {
            words.push("\n".to_owned());
        }
    }
    Ok(words)
}

fn line_words(line: &str, grammar: &Grammar, words: &mut Vec<String>) -> Result<(), String> {
    let mut word: Option<String> = None;
    let mut rest = line.chars();
    while let Some(character) = rest.next() {
        let here = rest.as_str();
        if word.is_none()
            && line[line.len() - here.len() - character.len_utf8()..].starts_with(grammar.comment)
        {
            return Ok(());
        }
        if grammar.raw.contains(character) || grammar.quotes.contains(character) {
            let is_raw = grammar.raw.contains(character);
            word.get_or_insert_default().push_str(&quoted(&mut rest, character, is_raw)?);
        } else if character.is_ascii_whitespace() {
            words.extend(word.take());
        } else if grammar.marks.contains(character) {
            words.extend(word.take());
            words.push(character.to_string());
        } else if grammar.escapes && character == '\\' {
            word.get_or_insert_default().extend(rest.next());
        } else {
            word.get_or_insert_default().push(character);
        }
    }
    words.extend(word);
    Ok(())
}

/// What stands before the next such quote.
fn quoted(rest: &mut std::str::Chars<'_>, quote: char, is_raw: bool) -> Result<String, String> {
    let mut text = String::new();
    loop {
        match rest.next() {
            None => return Err("a quote is not closed".to_owned()),
            Some(character) if character == quote => return Ok(text),
            Some('\\') if !is_raw => match rest.next() {
                Some('u') => {
                    let digits: String = rest.by_ref().take(4).collect();
                    text.extend(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32));
                }
                Some(escaped) => text.push(escaped),
                None => return Err("a line ends within quotes".to_owned()),
            },
            Some(character) => text.push(character),
        }
    }
}

/// The lines of an OpenSSL configuration as it reads them: joined, without comments, unescaped.
pub fn openssl_lines(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for line in text.lines() {
        let escapes = line.len() - line.trim_end_matches('\\').len();
        let joined = lines.last_mut();
        if let Some(joined) = joined {
            joined.push_str(if escapes % 2 == 1 { &line[..line.len() - 1] } else { line });
        }
        if escapes % 2 == 0 {
            lines.push(String::new());
        }
    }
    lines.iter().map(|line| unescaped(line).trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

fn unescaped(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line.chars();
    while let Some(character) = rest.next() {
        match character {
            '#' => break,
            '\\' => text.extend(rest.next()),
            '"' | '\'' | '`' => text.push_str(&quoted(&mut rest, character, false).unwrap_or_default()),
            _ => text.push(character),
        }
    }
    text
}

#[test]
fn words_are_taken_apart_as_the_programs_do() {
    let all = |text: &str, grammar| words(text, grammar).unwrap_or_default().join("|");
    assert_eq!(all("a \"b; {c\" # d\n\n;", &NGINX), "a|b; {c|\n|;|\n");
    assert_eq!(all("a 'it'\\''s' # x", &HAPROXY), "a|it's|\n");
    assert_eq!(all("# a\\\nb\nc \"d\\\"\"", &APACHE), "c|d\"|\n");
    assert!(words("a \"b\nc\"", &NGINX).is_err());
    assert_eq!(openssl_lines("# a\\\nb = c\nd = \\#\\\\ # e\n"), ["d = #\\"]);
}
