//! In which box a flow ends.

use super::kind::{Face, Kind};
use super::node::Stand;
use crate::plan::{Because, Plan};
use crate::requirement::{End, FirewallRule, Row};
use crate::topology::Service;

/// Who is spoken to on the Internet, by the rule that asks for the flow. Where several rules do, the first one here says.
const BEYOND: &[(&str, Kind)] = &[
    ("firewall-edge-sign-in", Kind::ClientsOutside),
    ("firewall-edge-conferences", Kind::ClientsOutside),
    ("firewall-edge-media-relay", Kind::ClientsOutside),
    ("firewall-edge-stun", Kind::ClientsOutside),
    ("firewall-edge-federation", Kind::Federation),
    ("firewall-edge-xmpp", Kind::XmppPartners),
    ("firewall-push-apple", Kind::ApplePush),
    ("firewall-push-windows-phone", Kind::MicrosoftPush),
];

/// Rules for name servers and revocation lists end like this, whoever asks them.
const SERVICES: [&str; 2] = ["-dns", "-revocation"];

/// The boxes between which a flow goes, and which side of them it touches.
pub(super) fn ends(plan: &Plan, stand: &mut Stand, row: &Row<FirewallRule>) -> (usize, usize, Option<Face>) {
    let FirewallRule { from, to, .. } = &row.body;
    let start = end(plan, stand, row, from, to);
    let finish = end(plan, stand, row, to, from);
    (start, finish, face(to).or_else(|| face(from)))
}

/// The box of an end, beside the other end of its flow.
fn end(plan: &Plan, stand: &mut Stand, row: &Row<FirewallRule>, end: &End, other: &End) -> usize {
    match end {
        End::Internet => stand.place(beyond(plan, row, other), ""),
        End::Any => stand.place(Kind::Anybody, ""),
        End::Wifi => stand.place(Kind::Wifi, ""),
        End::InternalClients => stand.place(Kind::InternalClients, ""),
        End::ProxyExternal(name) | End::ProxyInternal(name) => stand.place(Kind::ReverseProxy, name.as_str()),
        End::FrontEnd(fqdn) => stand.place(Kind::FrontEnd, fqdn.as_str()),
        End::Director(fqdn) => stand.place(Kind::Director, fqdn.as_str()),
        End::OfficeWebApps(fqdn) => stand.place(Kind::OfficeWebApps, fqdn.as_str()),
        End::EdgeInternal(fqdn) | End::EdgeService(_, fqdn) => stand.place(Kind::Edge, fqdn.as_str()),
        End::SurvivableBranch(fqdn) => stand.place(Kind::SurvivableBranch, fqdn.as_str()),
        End::Exchange(_) => stand.place(Kind::Exchange, ""),
        End::PstnGateway(fqdn) => stand.place(Kind::PstnGateway, fqdn.as_str()),
        End::CloudMediation(host) | End::CloudEdge(host) | End::CloudHost(host) => {
            let known = stand.with_machine(Kind::CloudConnector, host.as_str());
            known.unwrap_or_else(|| stand.place(Kind::CloudConnector, host.as_str()))
        }
    }
}

/// Who is spoken to on the Internet.
fn beyond(plan: &Plan, row: &Row<FirewallRule>, other: &End) -> Kind {
    let rules = row.reason.rules();
    let told = BEYOND.iter().find(|(rule, _)| rules.contains(rule)).map(|(_, kind)| *kind);
    let is_service = |rule: &&'static str| SERVICES.iter().any(|end| rule.ends_with(end));
    match (told, other) {
        (None, _) if rules.iter().any(is_service) => Kind::InternetServices,
        // Where nobody signs in from outside, media are those of partners.
        (Some(Kind::ClientsOutside), _) if !plan.mobility.is_outside(&mut Because::default()) => {
            Kind::Federation
        }
        (Some(kind), _) => kind,
        (None, End::ProxyExternal(_)) => Kind::ClientsOutside,
        (
            None,
            End::CloudEdge(_)
            | End::CloudHost(_)
            | End::CloudMediation(_)
            | End::Exchange(_)
            | End::FrontEnd(_)
            | End::Director(_),
        ) => Kind::Office365,
        (None, _) => Kind::InternetServices,
    }
}

/// The service or machine behind an end, where its box has several.
const fn face(end: &End) -> Option<Face> {
    match end {
        End::EdgeService(Service::Access, _) => Some(Face::Access),
        End::EdgeService(Service::WebConferencing, _) => Some(Face::WebConferencing),
        End::EdgeService(Service::Av, _) => Some(Face::Av),
        End::CloudEdge(_) => Some(Face::CloudEdge),
        End::CloudMediation(_) => Some(Face::CloudMediation),
        End::CloudHost(_) => Some(Face::CloudHost),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::requirement::rules;

    #[test]
    fn every_rule_that_tells_who_is_beyond_is_a_rule() {
        for (rule, _) in BEYOND {
            assert!(rules().iter().any(|card| card.id == *rule), "{rule}");
        }
    }
}
