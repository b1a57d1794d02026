//! Reverse proxies whose product or settings deserve a word (M-125, M-137, M-140, M-141, M-149).

use crate::catalog::{numbers, without_ntlm};
use crate::finding::{Finding, Severity};
use crate::plan::{Because, Publish};
use crate::requirement::public_name::{Purpose, comes_from_wifi};
use crate::requirement::rule::Rule;
use crate::topology::Proxy;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] =
    &[NO_LONGER_SOLD, LISTENS_OUTSIDE_ONLY, WITHOUT_NTLM, SHORT_TIMEOUT, LISTED_PATHS];

/// A product that is no longer sold.
const NO_LONGER_SOLD: Rule<Finding> = Rule {
    id: "proxy-no-longer-sold",
    facts: &["M-140"],
    make: |premises, maker| {
        for proxy in &premises.topology.proxies {
            let mut because = Because::default();
            if is_retired(proxy, &mut because) {
                let finding = maker
                    .finding(Severity::Warning, proxy.product.path())
                    .with("proxy", because.read(&proxy.name));
                maker.tell(&because, finding);
            }
        }
    },
};

/// Its documented rules take requests from the Internet only, and devices on Wi-Fi come from inside.
const LISTENS_OUTSIDE_ONLY: Rule<Finding> = Rule {
    id: "proxy-listens-outside-only",
    facts: &["M-065", "M-149"],
    make: |premises, maker| {
        for proxy in &premises.topology.proxies {
            let mut because = Because::default();
            if is_retired(proxy, &mut because) && comes_from_wifi(premises.plan, &mut because) {
                let finding = maker
                    .finding(Severity::Advice, proxy.product.path())
                    .with("proxy", because.read(&proxy.name));
                maker.tell(&because, finding);
            }
        }
    },
};

/// A product that keeps no connection to the pool for one client, before Web Services that may ask for NTLM.
const WITHOUT_NTLM: Rule<Finding> = Rule {
    id: "proxy-without-ntlm",
    facts: &["M-125", "M-135", "M-270"],
    make: |premises, maker| {
        for proxy in &premises.topology.proxies {
            let mut because = Because::default();
            let Some(known) = without_ntlm(because.read(&proxy.product).as_str()) else { continue };
            let groups = premises.published.groups.iter();
            let mut served = groups
                .filter(|group| group.proxy.at == proxy.at && group.purpose == Purpose::WebServices)
                .peekable();
            if served.peek().is_none() {
                continue;
            }
            served.for_each(|group| because.join(&group.because));
            let finding = maker
                .finding(Severity::Warning, proxy.product.path())
                .with("proxy", because.read(&proxy.name))
                .with("remedy", &known.remedy)
                .with("name", &known.name);
            maker.tell(&because, finding);
        }
    },
};

/// A time-out shorter than a long pending request.
const SHORT_TIMEOUT: Rule<Finding> = Rule {
    id: "proxy-timeout-short",
    facts: &["M-137", "M-333"],
    make: |premises, maker| {
        for proxy in &premises.topology.proxies {
            let mut because = Because::default();
            let (has, wants) = (because.read(&proxy.timeout).0, numbers().proxy_timeout.value);
            if has < wants {
                let finding = maker
                    .finding(Severity::Advice, proxy.timeout.path())
                    .with("proxy", because.read(&proxy.name))
                    .with("seconds", has)
                    .with("documented", wants);
                maker.tell(&because, finding);
            }
        }
    },
};

/// A list of paths, where everything is the documented choice.
const LISTED_PATHS: Rule<Finding> = Rule {
    id: "listed-paths",
    facts: &["M-141", "M-142", "M-143"],
    make: |premises, maker| {
        for proxy in &premises.topology.proxies {
            let mut because = Because::default();
            if *because.read(&proxy.publish) == Publish::ListedPaths {
                let finding = maker
                    .finding(Severity::Advice, proxy.publish.path())
                    .with("proxy", because.read(&proxy.name));
                maker.tell(&because, finding);
            }
        }
    },
};

fn is_retired(proxy: &Proxy, because: &mut Because) -> bool {
    because.read(&proxy.product).as_str() == numbers().retired_proxy.value
}
