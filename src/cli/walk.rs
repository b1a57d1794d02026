//! `ucplan walk`: a matrix of clients and networks for each SIP domain, then what fails, hop by hop.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::journeys::{self, Count};
use super::load::{Loaded, load};
use super::report::Failure;
use super::show::markdown;
use super::{Exit, Shell, arguments};
use crate::journey::{Client, Journey, Network, Outcome, Traveller};
use crate::text::Message;

/// So many failures are told in full.
const MOST_FAULTS: usize = 10;
/// So many SIP domains stand above a matrix.
const MOST_DOMAINS: usize = 5;

pub(super) fn run(shell: &Shell, wanted: &arguments::Walk) -> Result<Exit, Failure> {
    let loaded = load(shell, &wanted.plan)?;
    let domain = wanted.domain.as_deref().map(str::to_ascii_lowercase);
    if let Some(domain) = &domain {
        is_known(&loaded, domain)?;
    }
    let is_asked = |traveller: Traveller, of: &str| {
        wanted.client.is_none_or(|client| client == traveller.client)
            && wanted.network.is_none_or(|network| network == traveller.network)
            && domain.as_ref().is_none_or(|domain| domain == of)
    };
    if wanted.json {
        return Ok(journeys::document(shell, &loaded, is_asked));
    }
    let mut told = Told::default();
    let walk = loaded.blueprint.walk();
    for journey in walk.journeys(is_asked) {
        told.take(journey);
    }
    Ok(told.tell(shell, &loaded))
}

/// A domain must be one of the plan's.
fn is_known(loaded: &Loaded, domain: &str) -> Result<(), Failure> {
    let plan = &loaded.blueprint.plan;
    let sip = plan.domains.sip.given().value().iter().map(|domain| domain.as_fqdn().as_str());
    let of_calls = plan.cloud_connector.sip_domains.given().value();
    let of_calls = of_calls.iter().map(|domain| domain.as_fqdn().as_str());
    let mail = plan.exchange.smtp_domain.given().value().as_str();
    let mut known = sip.clone().chain(of_calls).chain([mail]);
    if known.any(|one| one == domain) {
        return Ok(());
    }
    let first = sip.clone().next().unwrap_or(mail);
    Err(Failure::Request(Message::new("walk-no-domain").with("domain", domain).with("known", first)))
}

/// How each client fares in each network.
type Matrix = Vec<(Client, Network, Outcome)>;

/// What people are told.
#[derive(Default)]
struct Told {
    count: Count,
    /// Matrices that are equal, each with its SIP domains.
    matrices: Vec<(Matrix, Vec<String>)>,
    places: HashMap<Matrix, usize>,
    /// The domain that is being walked, and its matrix so far.
    current: Option<(String, Matrix)>,
    /// The first failures, each with how many others there are like it.
    faults: Vec<(Journey, usize)>,
    known_faults: HashMap<(Message, String), usize>,
    /// The first remark of each kind, and how many others there are.
    remarks: Vec<(Message, usize)>,
    known_remarks: HashSet<Message>,
}

impl Told {
    fn take(&mut self, journey: Journey) {
        let result = journey.result();
        self.count.take(result);
        if self.current.as_ref().is_none_or(|(domain, _)| *domain != journey.domain) {
            self.end_domain();
            self.current = Some((journey.domain.clone(), Vec::new()));
        }
        if let Some((_, matrix)) = &mut self.current {
            let is_same = |cell: &&mut (Client, Network, Outcome)| {
                (cell.0, cell.1) == (journey.client, journey.network)
            };
            match matrix.iter_mut().find(is_same) {
                // Of several pools the worst is told.
                Some(cell) => cell.2 = cell.2.max(result),
                None => matrix.push((journey.client, journey.network, result)),
            }
        }
        for hop in journey.hops().filter(|hop| hop.result == Outcome::PassWithRemark) {
            self.take_remark(&hop.step);
        }
        let Some(fault) = journey.fault() else {
            return;
        };
        let next = self.known_faults.len();
        let at = *self.known_faults.entry((fault.step.clone(), fault.by.join(", "))).or_insert(next);
        match self.faults.get_mut(at) {
            Some((_, others)) => *others += 1,
            None if at < MOST_FAULTS => self.faults.push((journey, 0)),
            None => {}
        }
    }

    fn take_remark(&mut self, remark: &Message) {
        if !self.known_remarks.insert(remark.clone()) {
            return;
        }
        match self.remarks.iter_mut().find(|(first, _)| first.key() == remark.key()) {
            Some((_, others)) => *others += 1,
            None => self.remarks.push((remark.clone(), 0)),
        }
    }

    fn end_domain(&mut self) {
        let Some((domain, matrix)) = self.current.take() else {
            return;
        };
        let next = self.matrices.len();
        let at = *self.places.entry(matrix.clone()).or_insert(next);
        if at == next {
            self.matrices.push((matrix, Vec::new()));
        }
        self.matrices[at].1.push(domain);
    }

    fn tell(mut self, shell: &Shell, loaded: &Loaded) -> Exit {
        self.end_domain();
        if self.matrices.is_empty() {
            shell.say(&Message::new("walk-none"));
        }
        for (matrix, own) in &self.matrices {
            let own = journeys::domains(shell, own, MOST_DOMAINS);
            shell.say(&Message::new("walk-domains").with("domains", own));
            shell.print("");
            shell.print(&markdown(&table(shell, matrix)));
        }
        for (remark, others) in &self.remarks {
            let mut line = format!("- {}", shell.speaker.say(remark));
            if *others > 0 {
                let more = Message::new("walk-more-remarks").counting("count", *others);
                line.extend([" ", &shell.speaker.say(&more)]);
            }
            shell.print(&line);
        }
        if !self.remarks.is_empty() {
            shell.print("");
        }
        for (journey, others) in &self.faults {
            hop_by_hop(shell, journey, *others);
        }
        if let Some(others) = self.known_faults.len().checked_sub(MOST_FAULTS).filter(|others| *others > 0) {
            shell.say(&Message::new("walk-more-faults").counting("count", others));
        }
        self.count.tell(shell, loaded)
    }
}

/// A matrix: a row for each client, a column for each network that anybody is in.
fn table(shell: &Shell, matrix: &Matrix) -> Vec<Vec<String>> {
    let say = |key: &'static str| shell.speaker.say(&Message::new(key));
    let networks: BTreeSet<Network> = matrix.iter().map(|(_, network, _)| *network).collect();
    let mut head = vec![say("walk-client")];
    head.extend(networks.iter().map(|network| match network {
        Network::Corporate => say("walk-corporate"),
        Network::Internet => say("walk-internet"),
        Network::Wifi => say("walk-wifi"),
    }));
    let mut rows = vec![head];
    let mut clients: Vec<Client> = matrix.iter().map(|(client, ..)| *client).collect();
    clients.dedup();
    for client in clients {
        let mut row = vec![client.to_string()];
        row.extend(networks.iter().map(|network| {
            let cell = matrix.iter().find(|cell| (cell.0, cell.1) == (client, *network));
            cell.map(|(.., result)| journeys::outcome(shell, *result)).unwrap_or_default()
        }));
        rows.push(row);
    }
    rows
}

/// A journey that fails, from its first hop to the last; on what it rests, and how many others fail there.
fn hop_by_hop(shell: &Shell, journey: &Journey, others: usize) {
    let failing = Message::new("walk-failing").with("client", journey.client);
    let failing = failing.with("network", journey.network).with("domain", &journey.domain);
    shell.say(&failing.with("pool", &journey.pool));
    for hop in journey.hops() {
        let sign = if hop.result == Outcome::Fail { "✗" } else { "✓" };
        let by = if hop.by.is_empty() { String::new() } else { format!(" [{}]", hop.by.join(", ")) };
        shell.print(&format!("  {sign} {}{by}", shell.speaker.say(&hop.step)));
    }
    let answers = journeys::answers(journey);
    if !answers.is_empty() {
        let rests_on = Message::new("walk-rests-on").with("answers", answers);
        shell.print(&format!("  {}", shell.speaker.say(&rests_on)));
    }
    if others > 0 {
        let like = Message::new("walk-like").counting("count", others);
        shell.print(&format!("  {}", shell.speaker.say(&like)));
    }
    shell.print("");
}
