//! Reads the rules of a sheet back from its tables.

use super::Service;

/// The rules of a sheet: a section each.
pub fn services(text: &str) -> Vec<Service> {
    text.split("\n## ").skip(1).map(service).collect()
}

/// An address and a port as `192.0.2.1:443` or `[2001:db8::1]:443`.
pub fn end(text: &str) -> (String, u16) {
    let (address, port) = text.rsplit_once(':').unwrap_or_else(|| panic!("no port: {text}"));
    (address.trim_matches(['[', ']']).to_owned(), number(port))
}

/// A number, known to be one.
pub fn number<N: std::str::FromStr>(text: &str) -> N {
    text.parse().unwrap_or_else(|_| panic!("no number: {text}"))
}

fn service(section: &str) -> Service {
    let text = section.replace('\\', "");
    let cells: Vec<(&str, &str)> = text
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | "))
        .collect();
    let cell = |title: &str| {
        let found = cells.iter().find(|(name, _)| *name == title);
        found.unwrap_or_else(|| panic!("no {title}: {text}")).1
    };
    let (protocol, listener) = cell("Virtual address and port").split_once(' ').unwrap_or_default();
    let (address, port) = end(listener);
    let members = cells.iter().filter(|(name, _)| name.starts_with("Member "));
    let members: Vec<(String, u16)> =
        members.map(|(_, value)| end(value.split(' ').next().unwrap_or_default())).collect();
    let last = |title: &str| cell(title).split(' ').next_back().unwrap_or_default().to_owned();
    let persistence = cell("Persistence");
    let persistence = match persistence {
        "by source address" => "source-address",
        "none" => "none",
        _ if persistence.starts_with("by a cookie with the name MS-WSMAN, ") => "cookie",
        _ => panic!("what is `{persistence}`?"),
    };
    Service {
        protocol: protocol.to_lowercase(),
        address,
        port,
        member_port: members.first().map(|(_, port)| *port),
        members: members.into_iter().map(|(address, _)| address).collect(),
        persistence: persistence.to_owned(),
        monitor: number(&last("Monitor")),
        idle: number(cell("Idle time-out").trim_end_matches(" s")),
    }
}
