//! Takes command lines apart into words: for Citrix ADC, which no other reader knows, and for `HAProxy`, which does not
//! tell the rules within its sections.

/// The words of a text, and `\n` for each line that has any. In double quotes a backslash escapes; in raw quotes everything
/// stands for itself.
pub fn words(text: &str, raw: &str) -> Result<Vec<String>, String> {
    let mut words: Vec<String> = Vec::new();
    for line in text.lines() {
        let before = words.len();
        line_words(line, raw, &mut words).map_err(|reason| format!("{reason}: {line}"))?;
        if words.len() > before {
            words.push("\n".to_owned());
        }
    }
    Ok(words)
}

fn line_words(line: &str, raw: &str, words: &mut Vec<String>) -> Result<(), String> {
    let mut word: Option<String> = None;
    let mut rest = line.chars();
    while let Some(character) = rest.next() {
        match character {
            '#' if word.is_none() => return Ok(()),
            '"' => word.get_or_insert_default().push_str(&quoted(&mut rest, character, true)?),
            _ if raw.contains(character) => {
                word.get_or_insert_default().push_str(&quoted(&mut rest, character, false)?);
            }
            '\\' => word.get_or_insert_default().extend(rest.next()),
            _ if character.is_ascii_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(character),
        }
    }
    words.extend(word);
    Ok(())
}

/// What stands before the next such quote.
fn quoted(rest: &mut std::str::Chars<'_>, quote: char, escapes: bool) -> Result<String, String> {
    let mut text = String::new();
    loop {
        match rest.next() {
            None => return Err("a quote is not closed".to_owned()),
            Some(character) if character == quote => return Ok(text),
            Some('\\') if escapes => text.extend(rest.next()),
            Some(character) => text.push(character),
        }
    }
}

#[test]
fn words_are_taken_apart_as_the_programs_do() {
    let all = |text: &str, raw| words(text, raw).unwrap_or_default().join("|");
    assert_eq!(all("a \"b; {c\" # d\n\nx#y", ""), "a|b; {c|\n|x#y|\n");
    assert_eq!(all("a 'it'\\''s' # x", "'"), "a|it's|\n");
    assert_eq!(all("a 'b c' \"d\\\"\"", ""), "a|'b|c'|d\"|\n");
    assert!(words("a \"b\nc\"", "").is_err());
}
