//! How a client finds the pool that answers first: by the Autodiscover names, or by an address that somebody typed in.

use super::hop::{Broken, Hop, Leg, Outcome};
use super::web::{Ask, Asker, Site};
use super::world::World;
use crate::catalog::{numbers, services};
use crate::plan::{Autodiscover, Because, InitialRequest};
use crate::text::Message;
use crate::topology::Pool;
use crate::value::{Fqdn, SipDomain};

/// A try to find the servers, and what came of it.
struct Try<'r> {
    name: Fqdn,
    inside: bool,
    tls: bool,
    leg: Leg,
    answer: Option<Site<'r>>,
}

impl<'r> World<'r> {
    /// Finds the web site that answers first for a SIP domain. Mobile clients refuse what leads into another domain
    /// (M-047).
    pub(super) fn discover(
        &self,
        leg: &mut Leg,
        asker: Asker<'_>,
        domain: &SipDomain,
        is_mobile: bool,
    ) -> Result<Site<'r>, Broken> {
        let names = numbers();
        let mut tries: Vec<Try<'r>> = Vec::new();
        for (label, inside) in [(&names.lyncdiscoverinternal, true), (&names.lyncdiscover, false)] {
            let name = domain.host(&label.value);
            for tls in [true, false] {
                let mut own = Leg::default();
                let strict = (is_mobile && !inside).then_some(domain);
                let answer = self.first_request(&mut own, asker, &name, (tls, strict)).ok();
                let is_unknown = own.hops.first().is_some_and(|hop| hop.result == Outcome::Fail);
                tries.push(Try { name: name.clone(), inside, tls, leg: own, answer });
                if answer.is_some() {
                    return self.found(leg, asker, tries);
                }
                // Without an address there is nobody to be asked in another way.
                if is_unknown {
                    break;
                }
            }
        }
        self.lost(leg, asker, &tries)
    }

    /// One of the tries was answered: those before it are told in a hop each.
    fn found(&self, leg: &mut Leg, asker: Asker<'_>, tries: Vec<Try<'r>>) -> Result<Site<'r>, Broken> {
        let last = tries.len().saturating_sub(1);
        for (at, one) in tries.into_iter().enumerate() {
            if at < last {
                leg.add(self.told(&one, asker));
                continue;
            }
            leg.append(&one.leg);
            if !one.tls {
                let step = Message::new("journey-unencrypted").with("name", &one.name);
                leg.add(Hop::remark(step).answered(self.plan.mobility.initial_request.path()));
            }
            return one.answer.ok_or(Broken);
        }
        Err(Broken)
    }

    /// Nobody answered: the try that should have been answered is told in full, the others in a hop each.
    fn lost(&self, leg: &mut Leg, asker: Asker<'_>, tries: &[Try<'r>]) -> Result<Site<'r>, Broken> {
        let is_inside = asker.network.is_inside();
        let is_https = *self.plan.mobility.initial_request.given().value() == InitialRequest::Https;
        let is_meant = |one: &Try<'_>| one.inside == is_inside && (one.tls == is_https || is_inside);
        let of_name = |one: &Try<'_>| one.inside == is_inside;
        let meant = tries.iter().position(is_meant).or_else(|| tries.iter().position(of_name));
        for (at, one) in tries.iter().enumerate() {
            if Some(at) == meant {
                leg.append(&one.leg);
            } else {
                let mut hop = self.told(one, asker);
                if meant.is_some_and(|meant| at > meant) {
                    hop.result = Outcome::Fail;
                }
                leg.add(hop);
            }
        }
        Err(Broken)
    }

    /// A try that was not answered, in one hop. Outside, nobody knows the internal name (M-044).
    fn told(&self, one: &Try<'_>, asker: Asker<'_>) -> Hop {
        let scheme = if one.tls { "https" } else { "http" };
        let is_unknown = one.leg.hops.len() == 1;
        if one.inside && !asker.network.is_inside() && is_unknown {
            return Hop::pass(Message::new("journey-unknown-outside").with("name", &one.name));
        }
        let mut step = Message::new("journey-next-try").with("name", &one.name).with("scheme", scheme);
        if let Some(fault) = one.leg.fault() {
            step = step.saying("fault", fault.step.clone());
        }
        let is_spare = *self.plan.mobility.initial_request.given().value() == InitialRequest::Http && one.tls;
        if is_spare { Hop::pass(step) } else { Hop::remark(step) }
    }

    /// Asks an Autodiscover name for the first time; over HTTP the answer is a link to the same by HTTPS (M-263).
    fn first_request(
        &self,
        leg: &mut Leg,
        asker: Asker<'_>,
        name: &Fqdn,
        (tls, strict): (bool, Option<&SipDomain>),
    ) -> Result<Site<'r>, Broken> {
        let found = self.look_up(leg, asker.view(), name)?;
        let leaves = |domain: &&SipDomain| {
            found.canonical.as_ref().is_some_and(|target| !target.is_within(domain.as_fqdn()))
        };
        if let (true, Some(domain), Some(target)) = (tls, strict.filter(leaves), found.canonical.as_ref()) {
            let step = Message::new("journey-leaves-domain").with("name", name).with("target", target);
            let record = format!("dns external {name} CNAME");
            let answer = self.plan.mobility.autodiscover_record.path();
            return leg.end(Hop::fail(step.with("domain", domain)).lacking(record).answered(answer));
        }
        let ask = if tls { Ask::https(name, "/") } else { Ask::http(name, "/") };
        let site = self.ask_at(leg, asker, &ask, &found)?;
        if tls {
            return Ok(site);
        }
        leg.add(Hop::pass(Message::new("journey-redirected").with("name", name)));
        let Some(web) = site.pool().map(|pool| web_name(pool, site)) else {
            return Err(Broken);
        };
        self.ask_root(leg, asker, site, &web)
    }

    /// Asks the Autodiscover service of a web site by the site's own name.
    pub(super) fn ask_root(
        &self,
        leg: &mut Leg,
        asker: Asker<'_>,
        site: Site<'r>,
        web: &Fqdn,
    ) -> Result<Site<'r>, Broken> {
        let ask = Ask { signs_in: true, ..Ask::https(web, &services().root.value) };
        let ask = on_published_port(site, ask);
        self.ask(leg, asker, &ask)
    }

    /// Begins at an address that the user typed in: that of the home pool (M-035, M-036).
    pub(super) fn typed_in(
        &self,
        leg: &mut Leg,
        asker: Asker<'_>,
        home: &'r Pool,
    ) -> Result<Site<'r>, Broken> {
        let site = if asker.network.is_inside() { Site::Internal(home) } else { Site::External(home) };
        let web = web_name(home, site);
        let step =
            Message::new("journey-typed-in").with("name", &web).with("path", &services().manual_root.value);
        leg.add(Hop::pass(step).answered(self.plan.mobility.autodiscover.path()));
        let ask = on_published_port(site, Ask::https(&web, &services().manual_root.value));
        self.ask(leg, asker, &Ask { signs_in: true, ..ask })
    }

    /// Whether clients find the servers by themselves.
    pub(super) fn is_automatic(&self) -> bool {
        *self.plan.mobility.autodiscover.given().value() == Autodiscover::Automatic
    }
}

/// Links to an external web site name the port on which it is published.
pub(super) fn on_published_port<'a>(site: Site<'_>, ask: Ask<'a>) -> Ask<'a> {
    match site {
        Site::External(pool) => Ask { port: *pool.ports.published_https.given().value(), ..ask },
        Site::Internal(_) | Site::Office => ask,
    }
}

/// The name of the web site of a pool.
pub(super) fn web_name(pool: &Pool, site: Site<'_>) -> Fqdn {
    let side = if matches!(site, Site::Internal(_)) { &pool.internal } else { &pool.external };
    Because::default().read(&side.fqdn).clone()
}
