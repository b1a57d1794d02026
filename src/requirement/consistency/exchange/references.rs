//! Names in the answers about Exchange that name nothing in the plan (P-004).

use super::is_with_pools;
use super::outlook_web::is_used;
use super::voice_mail::has_um;
use crate::finding::{Finding, Severity};
use crate::plan::{Answer, Because, ContactsFor, ExchangeFeature};
use crate::requirement::rule::{Maker, Premises, Rule};
use crate::topology::Availability;
use crate::value::{Fqdn, Grantee};

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] =
    &[UNKNOWN_SITE, UNKNOWN_POOL, UNKNOWN_SERVER, UNKNOWN_GRANTED_POOL];

/// Outlook on the web belongs to a site that is none of the plan.
const UNKNOWN_SITE: Rule<Finding> = Rule {
    id: "exchange-web-unknown-site",
    facts: &["P-004", "X-160", "X-163"],
    make: |premises, maker| {
        let mut because = Because::default();
        let (sites, answer) = (&premises.plan.sites, &premises.plan.exchange.outlook_web.site);
        if !is_used(premises, &mut because) {
            return;
        }
        let Some(name) = because.read(answer) else { return };
        if sites.iter().all(|site| site.name.given().value() != name) {
            because.note(sites.path());
            maker.tell(&because, maker.finding(Severity::Error, answer.path()).with("name", name));
        }
    },
};

/// Outlook on the web speaks to a pool that is none of the plan.
const UNKNOWN_POOL: Rule<Finding> = Rule {
    id: "exchange-web-unknown-pool",
    facts: &["P-004", "X-160", "X-166"],
    make: |premises, maker| {
        let mut because = Because::default();
        let answer = &premises.plan.exchange.outlook_web.pool;
        if !is_used(premises, &mut because) {
            return;
        }
        let Some(name) = because.read(answer) else { return };
        if !is_front_end(premises, name) {
            because.note(premises.plan.sites.path());
            maker.tell(&because, maker.finding(Severity::Error, answer.path()).with("name", name));
        }
    },
};

/// An Exchange server that the list of servers does not have.
const UNKNOWN_SERVER: Rule<Finding> = Rule {
    id: "exchange-unknown-server",
    facts: &["P-004", "X-160", "X-213"],
    make: |premises, maker| {
        let answers = &premises.plan.exchange;
        let known: Vec<&Fqdn> = answers.servers.iter().map(|server| server.fqdn.given().value()).collect();
        let (mut of_web, mut of_um) = (Because::default(), Because::default());
        let lists: [(bool, Because, &Answer<Vec<Fqdn>>); 2] = [
            (is_used(premises, &mut of_web), of_web, &answers.outlook_web.servers),
            (has_um(premises, &mut of_um), of_um, &answers.unified_messaging.servers),
        ];
        for (_, mut because, list) in lists.into_iter().filter(|(is_used, ..)| *is_used) {
            for name in because.clone().read(list).iter().filter(|name| !known.contains(name)) {
                because.read(list);
                because.note(answers.servers.path());
                maker.tell(&because, maker.finding(Severity::Error, list.path()).with("name", name));
            }
        }
    },
};

/// Something is granted to everybody on a pool that is none of the plan.
const UNKNOWN_GRANTED_POOL: Rule<Finding> = Rule {
    id: "exchange-unknown-granted-pool",
    facts: &["P-004", "X-134", "X-142", "X-219"],
    make: |premises, maker| {
        for (because, answer) in grants(premises) {
            unknown_pools(premises, maker, &because, answer);
        }
    },
};

/// The lists of people that matter in this plan, and why each does.
fn grants<'p>(premises: &Premises<'p>) -> Vec<(Because, &'p Answer<Vec<Grantee>>)> {
    let answers = &premises.plan.exchange;
    let exchange = &premises.topology.exchange;
    let mut grants = Vec::new();
    let mut because = Because::default();
    if is_with_pools(premises, &mut because)
        && answers.wants(ExchangeFeature::UnifiedContactStore, &mut because)
        && *because.read(&answers.contacts.who) == ContactsFor::Pilot
    {
        grants.push((because, &answers.contacts.grant_to));
    }
    let mut because = Because::default();
    if is_with_pools(premises, &mut because)
        && answers.wants(ExchangeFeature::Archiving, &mut because)
        && !*because.read(&answers.same_forest)
    {
        grants.push((because, &answers.archive.users));
    }
    let mut because = Because::default();
    if is_with_pools(premises, &mut because)
        && answers.wants(ExchangeFeature::UnifiedMessaging, &mut because)
        && exchange.availability(ExchangeFeature::UnifiedMessaging, &mut because) == Availability::ByCloud
    {
        grants.push((because, &answers.voice_mail.users));
    }
    grants
}

fn unknown_pools(
    premises: &Premises<'_>,
    maker: &mut Maker<'_, Finding>,
    because: &Because,
    answer: &Answer<Vec<Grantee>>,
) {
    let mut because = because.clone();
    for grantee in because.clone().read(answer) {
        if let Grantee::Pool(name) = grantee
            && !is_front_end(premises, name)
        {
            because.read(answer);
            because.note(premises.plan.sites.path());
            maker.tell(&because, maker.finding(Severity::Error, answer.path()).with("name", name));
        }
    }
}

fn is_front_end(premises: &Premises<'_>, name: &Fqdn) -> bool {
    premises.topology.front_ends().any(|pool| pool.fqdn.given().value() == name)
}
