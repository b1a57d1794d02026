//! Commands for Citrix ADC: each has the arguments that the command reference gives it, each object is made before it is
//! used, and a reader finds every rule in them.

use std::collections::BTreeMap;

use super::sheet::number;
use super::tls::commands_off_profile as off_profile;
use super::{Service, assert_varied, each, sorted};
use crate::common::Desk;

/// What an option takes.
#[derive(Clone, Copy)]
enum Takes {
    /// Nothing.
    Nothing,
    /// Any word.
    Any,
    /// A number up to this one.
    Number(u32),
    /// One of these words.
    Word(&'static [&'static str]),
}

use Takes::{Any, Nothing, Number, Word};

const SWITCH: Takes = Word(&["ENABLED", "DISABLED"]);
const SECONDS: Takes = Number(31_536_000);
const KINDS: &[&str] = &["TCP", "UDP", "HTTP", "SSL"];

/// The suites that it has of those that profiles have, by its own names.
const SUITES: &[&str] = &[
    "TLS1.3-AES128-GCM-SHA256",
    "TLS1.3-AES256-GCM-SHA384",
    "TLS1.3-CHACHA20-POLY1305-SHA256",
    "TLS1.2-ECDHE-ECDSA-AES128-GCM-SHA256",
    "TLS1.2-ECDHE-RSA-AES128-GCM-SHA256",
    "TLS1.2-ECDHE-ECDSA-AES256-GCM-SHA384",
    "TLS1.2-ECDHE-RSA-AES256-GCM-SHA384",
    "TLS1.2-ECDHE-ECDSA-CHACHA20-POLY1305",
    "TLS1.2-ECDHE-RSA-CHACHA20-POLY1305",
    "TLS1.2-DHE-RSA-AES128-GCM-SHA256",
    "TLS1.2-DHE-RSA-AES256-GCM-SHA384",
    "TLS1.2-DHE-RSA-CHACHA20-POLY1305",
];

/// A command, how many words stand before its options, and its options; all from the command reference.
type Synopsis = (&'static str, &'static [usize], &'static [(&'static str, Takes)]);

const SYNOPSES: &[Synopsis] = &[
    ("enable ns feature", &[1, 2], &[]),
    (
        "add lb monitor",
        &[2],
        &[("-destPort", Number(65_535)), ("-interval", Number(20_940)), ("-retries", Number(127))],
    ),
    ("add lb profile", &[1], &[("-httpOnlyCookieFlag", SWITCH)]),
    ("add server", &[2], &[("-comment", Any)]),
    ("add ssl certKey", &[1], &[("-cert", Any), ("-key", Any)]),
    (
        "add serviceGroup",
        &[2],
        &[("-usip", Word(&["NO"])), ("-cltTimeout", SECONDS), ("-svrTimeout", SECONDS)],
    ),
    ("bind serviceGroup", &[1, 3], &[("-monitorName", Any)]),
    (
        "add lb vserver",
        &[4],
        &[
            ("-persistenceType", Word(&["SOURCEIP", "COOKIEINSERT", "NONE"])),
            ("-timeout", Number(1440)),
            ("-cookieName", Any),
            ("-lbprofilename", Any),
            ("-lbMethod", Word(&["LEASTCONNECTION"])),
            ("-m", Word(&["IP"])),
            ("-cltTimeout", SECONDS),
        ],
    ),
    ("bind lb vserver", &[2], &[]),
    ("add ssl cipher", &[1], &[]),
    ("bind ssl cipher", &[1], &[("-cipherName", Word(SUITES)), ("-cipherPriority", Number(1_000))]),
    ("bind ssl vserver", &[1], &[("-certkeyName", Any), ("-cipherName", Any)]),
    ("unbind ssl vserver", &[1], &[("-cipherName", Word(&["DEFAULT"]))]),
    (
        "set ssl vserver",
        &[1],
        &[("-ssl3", SWITCH), ("-tls1", SWITCH), ("-tls11", SWITCH), ("-tls12", SWITCH), ("-tls13", SWITCH)],
    ),
    ("bind ssl serviceGroup", &[1], &[("-certkeyName", Any), ("-CA", Nothing)]),
    (
        "set ssl serviceGroup",
        &[1],
        &[
            ("-serverAuth", SWITCH),
            ("-commonName", Any),
            ("-ssl3", SWITCH),
            ("-tls1", SWITCH),
            ("-tls11", SWITCH),
            ("-tls12", SWITCH),
        ],
    ),
];

/// A line as the reference reads it.
#[derive(Debug)]
pub struct Command {
    /// The words that make it this command.
    pub name: &'static str,
    /// The words before its options.
    pub words: Vec<String>,
    /// Its options.
    pub options: BTreeMap<&'static str, String>,
}

/// Reads a line, or says what is wrong with it.
fn command(line: &str) -> Result<Command, String> {
    let wrong = || format!("not of the reference: {line}");
    let fits = |synopsis: &&Synopsis| line.strip_prefix(synopsis.0).is_some_and(|rest| rest.starts_with(' '));
    let (name, counts, options) = SYNOPSES.iter().find(fits).ok_or_else(wrong)?;
    let mut rest = line[name.len()..].split_whitespace().map(str::to_owned).peekable();
    let mut words = Vec::new();
    while let Some(word) = rest.next_if(|word| !word.starts_with('-')) {
        words.push(word);
    }
    let mut given = BTreeMap::new();
    while let Some(option) = rest.next() {
        let (option, takes) = options.iter().find(|(known, _)| *known == option).ok_or_else(wrong)?;
        let value = match takes {
            Nothing => String::new(),
            _ => rest.next().ok_or_else(wrong)?,
        };
        let is_right = match takes {
            Nothing => true,
            Any => !value.starts_with('-'),
            Number(most) => value.parse::<u32>().is_ok_and(|number| number <= *most),
            Word(words) => words.contains(&value.as_str()),
        };
        if !is_right || given.insert(*option, value).is_some() {
            return Err(wrong());
        }
    }
    if !counts.contains(&words.len()) {
        return Err(wrong());
    }
    Ok(Command { name, words, options: given })
}

/// The commands of a file, or what is wrong with them.
fn commands(text: &str) -> Result<Vec<Command>, String> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(command).collect()
}

/// The rules of commands that are well-formed, or which object is used that was not made.
fn services(commands: &[Command]) -> Result<Vec<Service>, String> {
    let made = |name: &str, first: &str| {
        let found = commands.iter().find(|command| command.name == name && command.words[0] == first);
        found.ok_or_else(|| format!("{name}: no {first}"))
    };
    let bound = |name: &'static str, first: &str| {
        let first = first.to_owned();
        commands.iter().filter(move |command| command.name == name && command.words[0] == first)
    };
    let mut services = Vec::new();
    for vserver in commands.iter().filter(|command| command.name == "add lb vserver") {
        let [name, kind, address, port] = &vserver.words[..] else { return Err(format!("{vserver:?}")) };
        let group = &bound("bind lb vserver", name).next().ok_or_else(|| format!("{name} alone"))?.words[1];
        let added = made("add serviceGroup", group)?;
        assert!(KINDS.contains(&kind.as_str()) && added.words[1] == *kind, "{added:?}");
        let (mut members, mut member_port, mut monitor) = (Vec::new(), None, None);
        for bind in bound("bind serviceGroup", group) {
            if let [_, server, port] = &bind.words[..] {
                members.push(made("add server", server)?.words[1].clone());
                member_port = Some(number(port));
            } else {
                monitor = Some(&made("add lb monitor", &bind.options["-monitorName"])?.options["-destPort"]);
            }
        }
        let persistence = match vserver.options["-persistenceType"].as_str() {
            "SOURCEIP" => "source-address",
            "COOKIEINSERT" => {
                let profile = made("add lb profile", &vserver.options["-lbprofilename"])?;
                assert_eq!(profile.options["-httpOnlyCookieFlag"], "DISABLED");
                assert_eq!(
                    (&*vserver.options["-cookieName"], &*vserver.options["-timeout"]),
                    ("MS-WSMAN", "0")
                );
                "cookie"
            }
            _ => "none",
        };
        if kind == "SSL" {
            let listener =
                bound("bind ssl vserver", name).next().ok_or_else(|| format!("{name} without TLS"))?;
            made("add ssl certKey", &listener.options["-certkeyName"])?;
            let authority = bound("bind ssl serviceGroup", group).next().ok_or("no authority")?;
            made("add ssl certKey", &authority.options["-certkeyName"])?;
            assert_eq!(made("set ssl serviceGroup", group)?.options["-serverAuth"], "ENABLED");
            let off = off_profile(commands, name, group);
            if !off.is_empty() {
                return Err(off.join("; "));
            }
        }
        let idle: u32 = number(&added.options["-svrTimeout"]);
        assert!(
            [&added.options["-cltTimeout"], &vserver.options["-cltTimeout"]]
                .iter()
                .all(|t| number::<u32>(t) == idle)
        );
        services.push(Service {
            protocol: if kind == "UDP" { "udp" } else { "tcp" }.to_owned(),
            address: address.clone(),
            port: number(port),
            members,
            member_port,
            persistence: persistence.to_owned(),
            monitor: number(monitor.ok_or("no monitor")?),
            idle,
        });
    }
    Ok(sorted(services))
}

#[test]
fn every_command_keeps_to_the_reference_and_they_hold_every_rule() {
    let mut ended = 0;
    let judged = each("citrix-adc", &mut |desk, folder, rules| {
        let text = desk.read(&format!("out/load-balancer/{folder}/ns-batch.conf"));
        let all = commands(&text).unwrap();
        let mut made: Vec<_> =
            all.iter().filter(|c| c.name.starts_with("add ")).map(|c| (c.name, &c.words[0])).collect();
        made.sort_unstable();
        assert!(made.windows(2).all(|pair| pair[0] != pair[1]), "made twice: {made:?}");
        assert_eq!(services(&all).unwrap(), rules, "{folder}");
        if text.contains("\nset ssl vserver ") {
            ended += 1;
            for (from, to) in [
                ("-tls11 DISABLED", "-tls11 ENABLED"),
                ("-tls13 ENABLED", "-tls13 DISABLED"),
                ("\nunbind ssl vserver ", "\n# unbind ssl vserver "),
                ("-cipherPriority 1\n", "-cipherPriority 100\n"),
            ] {
                assert!(text.contains(from), "{folder}: {from}");
                assert!(services(&commands(&text.replacen(from, to, 1)).unwrap()).is_err(), "{to}");
            }
        }
    });
    assert!(ended > 0);
    assert_varied(&judged);
}

#[test]
fn commands_that_are_wrong_are_noticed() {
    let desk = Desk::generated_only(
        "load-balancer",
        "two-domains",
        &["sites[Denver].load_balancers[lb01].product=citrix-adc", "title='x\" ; rm ns'"],
    );
    let text = desk.read("out/load-balancer/lb01/ns-batch.conf");
    let right = services(&commands(&text).unwrap()).unwrap();
    for (from, to) in [
        ("-persistenceType", "-persistence"),
        ("-cltTimeout 1800", "-cltTimeout long"),
        ("add lb vserver", "add lbvserver"),
        ("-usip NO", "-usip MAYBE"),
        ("add server ", "rm server "),
    ] {
        assert!(text.contains(from), "{from}");
        assert!(commands(&text.replacen(from, to, 1)).is_err(), "{to}");
    }
    assert!(services(&commands(&text.replacen("add server srv_", "add server srw_", 1)).unwrap()).is_err());
    assert_ne!(
        services(&commands(&text.replace("-destPort 5061", "-destPort 5062")).unwrap()).unwrap(),
        right
    );
}
