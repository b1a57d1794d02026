//! The hosts of the simple URLs in the three layouts (M-073, M-074, M-075).

use crate::plan::{Because, Layout, Plan, Traced};
use crate::value::Fqdn;

/// The hosts of the simple URLs.
#[derive(Clone, Debug)]
pub struct SimpleUrlHosts {
    /// The hosts of Meet: one for each SIP domain, or one in all.
    pub meet: Traced<Vec<Fqdn>>,
    /// The host of Dial-in; none while there is no SIP domain.
    pub dialin: Traced<Option<Fqdn>>,
    /// The host of Admin, where it is used.
    pub admin: Traced<Option<Fqdn>>,
}

impl SimpleUrlHosts {
    pub(super) fn of(plan: &Plan) -> Self {
        let urls = &plan.simple_urls;
        let meet = |because: &mut Because| match because.read(&urls.layout) {
            Layout::DedicatedHosts => {
                let label = because.read(&urls.hosts.meet);
                because.read(&plan.domains.sip).iter().map(|domain| domain.host(label)).collect()
            }
            Layout::SharedHost => {
                let base = because.read(&urls.base);
                because.read(&plan.domains.sip).iter().map(|domain| domain.host(base)).collect()
            }
            Layout::SingleHost => {
                let base = because.read(&urls.base);
                plan.domains.default_sip(because).iter().map(|domain| domain.host(base)).collect()
            }
        };
        let single = |dedicated: &crate::plan::Answer<crate::value::Label>, because: &mut Because| {
            let label = match because.read(&urls.layout) {
                Layout::DedicatedHosts => because.read(dedicated),
                Layout::SharedHost | Layout::SingleHost => because.read(&urls.base),
            };
            plan.domains.default_sip(because).map(|domain| domain.host(label))
        };
        Self {
            meet: Traced::derive(meet),
            dialin: Traced::derive(|because| single(&urls.hosts.dialin, because)),
            admin: Traced::derive(|because| {
                if *because.read(&urls.admin) { single(&urls.hosts.admin, because) } else { None }
            }),
        }
    }
}
