//! What is asked over the web once everything stands (M-262 to M-272).

use super::{Answer, Call, Command, Place, Shell, Stage, Value, add};
use crate::catalog::{numbers, services};
use crate::plan::{Access, Autodiscover, Because, InitialRequest, LoadBalancing};
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;
use crate::topology::Pool;
use crate::value::Label;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Command>] =
    &[INSIDE, MANUAL_INSIDE, MCX, OUTSIDE, ROOT, MANUAL_OUTSIDE, ASKING, SHOWING];

/// The Autodiscover name inside, of each SIP domain.
const INSIDE: Rule<Command> = Rule {
    id: "command-verify-inside",
    facts: &["M-027", "M-041", "M-044", "M-262", "M-264", "M-265", "M-292"],
    make: |premises, maker| {
        let mut because = Because::default();
        if discovery(premises, &mut because) != Autodiscover::Automatic {
            return;
        }
        let urls = names(premises, "https", &numbers().lyncdiscoverinternal.value, &mut because);
        let reason = maker.reason_with(&because, &[], vec![Message::new("remark-root-answer")]);
        for url in urls {
            maker.add(&reason, request(Place::ComputerInside, &url).answered(Answer::Root));
        }
    },
};

/// The Autodiscover name outside, of each SIP domain, as the first request is made.
const OUTSIDE: Rule<Command> = Rule {
    id: "command-verify-outside",
    facts: &["M-041", "M-124", "M-262", "M-263", "M-264", "M-265"],
    make: |premises, maker| {
        let mut because = Because::default();
        let is_asked = discovery(premises, &mut because) == Autodiscover::Automatic
            && is_outside(premises, &mut because);
        if !is_asked {
            return;
        }
        let (scheme, remark, answer) = match because.read(&premises.plan.mobility.initial_request) {
            InitialRequest::Https => ("https", "remark-root-answer", Answer::Root),
            InitialRequest::Http => ("http", "remark-redirect-answer", Answer::Redirect),
        };
        let urls = names(premises, scheme, &numbers().lyncdiscover.value, &mut because);
        let reason = maker.reason_with(&because, &[], vec![Message::new(remark)]);
        for url in urls {
            maker.add(&reason, request(Place::ComputerOutside, &url).answered(answer));
        }
    },
};

/// Autodiscover in full, at the external web site of every pool.
const ROOT: Rule<Command> = Rule {
    id: "command-verify-root",
    facts: &["M-033", "M-129", "M-262", "M-264", "M-266", "M-267", "M-268", "M-271"],
    make: |premises, maker| {
        for pool in &premises.topology.pools {
            let mut because = Because::default();
            if discovery(premises, &mut because) != Autodiscover::Automatic
                || !is_outside(premises, &mut because)
            {
                return;
            }
            let url = format!("{}{}", pool.external_site(&mut because), services().root.value);
            let mut remarks = vec!["remark-root-answer", "remark-user-answer"];
            remarks.extend(mcx_remark(premises, &mut because));
            remarks.push("remark-analyzer");
            let request = request(Place::ComputerOutside, &url).answered(Answer::Root);
            add(maker, &because, messages(remarks), request);
        }
    },
};

/// Without automatic discovery: what people type in outside.
const MANUAL_OUTSIDE: Rule<Command> = Rule {
    id: "command-verify-manual-outside",
    facts: &["M-034", "M-035", "M-264", "M-267", "M-271"],
    make: |premises, maker| {
        for pool in premises.topology.front_ends() {
            let mut because = Because::default();
            if discovery(premises, &mut because) != Autodiscover::Manual
                || !is_outside(premises, &mut because)
            {
                return;
            }
            let url = format!("{}{}", pool.external_site(&mut because), services().manual_root.value);
            let mut remarks = vec!["remark-manual-outside", "remark-root-answer", "remark-user-answer"];
            remarks.extend(mcx_remark(premises, &mut because));
            remarks.push("remark-analyzer");
            let request = request(Place::ComputerOutside, &url).answered(Answer::Root);
            add(maker, &because, messages(remarks), request);
        }
    },
};

/// Without automatic discovery: what people type in inside.
const MANUAL_INSIDE: Rule<Command> = Rule {
    id: "command-verify-manual-inside",
    facts: &["M-034", "M-036", "M-264", "M-315"],
    make: |premises, maker| {
        for pool in premises.topology.front_ends() {
            let mut because = Because::default();
            if discovery(premises, &mut because) != Autodiscover::Manual {
                return;
            }
            let url =
                format!("https://{}{}", because.read(&pool.internal.fqdn), services().manual_root.value);
            let remarks = ["remark-manual-inside", "remark-root-answer"];
            let request = request(Place::ComputerInside, &url).answered(Answer::Root);
            add(maker, &because, remarks.map(Message::new).into(), request);
        }
    },
};

/// The Mobility Service itself, for Lync 2010 Mobile.
const MCX: Rule<Command> = Rule {
    id: "command-verify-mcx",
    facts: &["M-003", "M-006", "M-054", "M-174", "M-269"],
    make: |premises, maker| {
        for pool in premises.topology.front_ends() {
            let mut because = Because::default();
            let plan = premises.plan;
            if !plan.clients.use_mcx(&plan.servers, &mut because) {
                return;
            }
            let name = if is_apart(pool, &mut because) {
                because.read(&pool.internal.fqdn)
            } else {
                because.read(&pool.fqdn)
            };
            let url = format!("https://{name}{}", services().mcx_page.value);
            add(maker, &because, Vec::new(), request(Place::ComputerInside, &url));
        }
    },
};

/// Pages outside that ask who is there.
const ASKING: Rule<Command> = Rule {
    id: "command-verify-asking-pages",
    facts: &["M-135", "M-270"],
    make: |premises, maker| {
        pages(premises, &services().asking_pages.value, &mut |because, url| {
            let remarks = vec![Message::new("remark-challenge")];
            let request = request(Place::ComputerOutside, url).answered(Answer::Challenge);
            add(maker, because, remarks, request);
        });
    },
};

/// Pages outside that show themselves.
const SHOWING: Rule<Command> = Rule {
    id: "command-verify-showing-pages",
    facts: &["M-133", "M-270"],
    make: |premises, maker| {
        pages(premises, &services().showing_pages.value, &mut |because, url| {
            let remarks = vec![Message::new("remark-pages")];
            add(maker, because, remarks, request(Place::ComputerOutside, url));
        });
    },
};

/// Whether the pool's own address, which is virtual, is another than that of its internal web site: only the latter
/// answers on the ports of the web.
fn is_apart(pool: &Pool, because: &mut Because) -> bool {
    let own = &pool.own_addresses;
    let has_own = |because: &mut Because| {
        because.both(
            |because| *because.read(&pool.load_balancing) == LoadBalancing::Hardware,
            |because| !because.read(own).is_empty(),
        )
    };
    let differ = |because: &mut Because| because.read(own) != because.read(&pool.internal.addresses);
    because.both(has_own, differ)
}

/// What the answer says to Lync 2010 Mobile, where it signs in.
fn mcx_remark(premises: &Premises<'_>, because: &mut Because) -> Option<&'static str> {
    let plan = premises.plan;
    plan.clients.use_mcx(&plan.servers, because).then_some("remark-mcx-answer")
}

fn messages(remarks: Vec<&'static str>) -> Vec<Message> {
    remarks.into_iter().map(Message::new).collect()
}

fn discovery(premises: &Premises<'_>, because: &mut Because) -> Autodiscover {
    *because.read(&premises.plan.mobility.autodiscover)
}

fn is_outside(premises: &Premises<'_>, because: &mut Because) -> bool {
    *because.read(&premises.plan.mobility.access) == Access::InternalAndExternal
}

/// The address of a host in every SIP domain, sorted.
fn names(premises: &Premises<'_>, scheme: &str, label: &Label, because: &mut Because) -> Vec<String> {
    let domains = because.read(&premises.plan.domains.sip);
    let mut urls: Vec<_> =
        domains.iter().map(|domain| format!("{scheme}://{}/", domain.host(label))).collect();
    urls.sort_unstable();
    urls
}

/// Pages of the external web site of every Front End pool, where it is published.
fn pages(premises: &Premises<'_>, paths: &[String], visit: &mut dyn FnMut(&Because, &str)) {
    for pool in premises.topology.front_ends() {
        let mut because = Because::default();
        if !is_outside(premises, &mut because) {
            return;
        }
        let site = pool.external_site(&mut because);
        for path in paths {
            visit(&because, &format!("{site}{path}"));
        }
    }
}

/// A request of plain PowerShell; Windows PowerShell would otherwise want a browser for the answer.
fn request(place: Place, url: &str) -> Command {
    let call = Call::new("Invoke-WebRequest").text("Uri", url).with("UseBasicParsing", Value::Switch);
    Command {
        stage: Stage::Tests,
        place,
        shell: Shell::PowerShell,
        call,
        check: None,
        undo: None,
        answer: Answer::Any,
        turn: [0; 3],
    }
}
