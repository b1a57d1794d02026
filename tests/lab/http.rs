//! As much HTTP/1.1 as a stand-in server and a client need.

use std::io::{self, BufRead, Read as _, Write};

/// A request or an answer.
#[derive(Debug, Clone, Default)]
pub struct Message {
    /// The first line.
    pub first: String,
    /// The headers, names in small letters.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Message {
    /// Reads the next message of a connection; none where the other side closed it.
    pub fn read(from: &mut impl BufRead) -> io::Result<Option<Self>> {
        let Some(first) = line(from)? else { return Ok(None) };
        let mut message = Self { first, ..Self::default() };
        loop {
            let line = line(from)?.ok_or(io::ErrorKind::UnexpectedEof)?;
            if line.is_empty() {
                break;
            }
            let (name, value) = line.split_once(':').ok_or(io::ErrorKind::InvalidData)?;
            message.headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        let is_answer = message.first.starts_with("HTTP/");
        if message.header("transfer-encoding").is_some_and(|value| value.contains("chunked")) {
            message.body = chunks(from)?;
        } else if let Some(length) = message.header("content-length") {
            let length = length.parse().map_err(|_| io::ErrorKind::InvalidData)?;
            message.body.resize(length, 0);
            from.read_exact(&mut message.body)?;
        } else if is_answer {
            // An end without a farewell is an end.
            let _ = from.read_to_end(&mut message.body);
        }
        Ok(Some(message))
    }

    /// Writes the message, with the length of its body.
    pub fn write(&self, to: &mut impl Write) -> io::Result<()> {
        let headers = self.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n"));
        let headers = headers.collect::<Vec<_>>().concat();
        let head = format!("{}\r\n{headers}content-length: {}\r\n\r\n", self.first, self.body.len());
        to.write_all(head.as_bytes())?;
        to.write_all(&self.body)?;
        to.flush()
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// A word of the first line: the method or the version, then the path or the status.
    pub fn word(&self, at: usize) -> &str {
        self.first.split(' ').nth(at).unwrap_or_default()
    }

    /// The body as a text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A line without its end; none at the end of the connection.
fn line(from: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = String::new();
    match from.read_line(&mut line) {
        Ok(0) => Ok(None),
        Ok(_) => Ok(Some(line.trim_end_matches(['\r', '\n']).to_owned())),
        Err(error) => Err(error),
    }
}

/// A body that comes in chunks.
fn chunks(from: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let size = line(from)?.ok_or(io::ErrorKind::UnexpectedEof)?;
        let size = size.split(';').next().unwrap_or_default().trim();
        let size = u64::from_str_radix(size, 16).map_err(|_| io::ErrorKind::InvalidData)?;
        if from.by_ref().take(size).read_to_end(&mut body)? as u64 != size {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        line(from)?;
        if size == 0 {
            return Ok(body);
        }
    }
}
