//! The notation of keys.

/// The bytes that a terminal sends for keys.
pub fn spelled(keys: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        if let Some((name, behind)) = rest.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
            let known: &[u8] = match name {
                "Enter" => b"\r",
                "Esc" => b"\x1b",
                "Tab" => b"\t",
                "Backspace" => b"\x7f",
                "Up" => b"\x1b[A",
                "Down" => b"\x1b[B",
                "Right" => b"\x1b[C",
                "Left" => b"\x1b[D",
                "Home" => b"\x1b[H",
                "End" => b"\x1b[F",
                "PageUp" => b"\x1b[5~",
                "PageDown" => b"\x1b[6~",
                "F1" => b"\x1bOP",
                "F2" => b"\x1bOQ",
                "F8" => b"\x1b[19~",
                "F9" => b"\x1b[20~",
                _ => match name.strip_prefix("C-").map(str::as_bytes) {
                    Some([letter]) => &[letter & 0x1f],
                    _ => panic!("no key is called <{name}>"),
                },
            };
            bytes.extend(known);
            rest = behind;
        } else {
            bytes.extend(first.encode_utf8(&mut [0; 4]).as_bytes());
            rest = &rest[first.len_utf8()..];
        }
    }
    bytes
}
