//! The languages of files: each decides how values are quoted in it.

use serde::Deserialize;

/// The language of a file.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum Dialect {
    /// Apache httpd configuration.
    Apache,
    /// Caddyfile.
    Caddy,
    /// Commands of the Citrix ADC command line.
    CitrixAdc,
    /// A batch file of Windows.
    Cmd,
    /// Comma-separated values as RFC 4180 has them.
    Csv,
    /// `HAProxy` configuration.
    Haproxy,
    /// A setup information file of Windows.
    Inf,
    /// Sections, keys and values, as programs for Windows read them.
    Ini,
    /// JavaScript.
    Javascript,
    /// JSON, without comments.
    Json,
    /// One value a line.
    Lines,
    /// Markdown for people.
    Markdown,
    /// nftables rules.
    Nftables,
    /// nginx configuration.
    Nginx,
    /// OpenSSL configuration.
    Openssl,
    /// The path of an output file.
    Path,
    /// PowerShell.
    Powershell,
    /// XML.
    Xml,
    /// YAML.
    Yaml,
}

impl Dialect {
    /// What stands before and behind a comment of one line; none where the language has no comments.
    #[must_use]
    pub const fn comment(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Csv | Self::Json => None,
            Self::Javascript => Some(("// ", "")),
            Self::Cmd => Some(("rem ", "")),
            Self::Inf | Self::Ini => Some(("; ", "")),
            Self::Markdown => Some(("> ", "")),
            Self::Xml => Some(("<!-- ", " -->")),
            _ => Some(("# ", "")),
        }
    }
}

/// How lines end in a file.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Newline {
    /// A line feed.
    #[default]
    Lf,
    /// Carriage return and line feed, as batch files want.
    Crlf,
    /// The same behind a byte order mark, as Windows PowerShell wants for more than ASCII.
    CrlfWithMark,
}

/// How the characters of a file become bytes.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// As UTF-8 has them.
    #[default]
    Utf8,
    /// ASCII where that has all of them, else UTF-16 with its mark: readers that know no UTF-8 take both.
    AsciiOrUtf16,
}
