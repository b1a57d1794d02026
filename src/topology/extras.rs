//! Office Web Apps Servers and Survivable Branch Appliances, each with its site.

use super::Proxy;
use crate::plan::{Because, OfficeWebApps, Path, Plan, Site, SurvivableBranch, Traced};

/// An Office Web Apps Server (M-080).
#[derive(Clone, Debug)]
pub struct Office {
    /// Its answers.
    pub server: OfficeWebApps,
    /// The path of its site.
    pub site: Path,
    /// The proxy that publishes it: its index among the proxies.
    pub proxy: Traced<Option<usize>>,
}

impl Office {
    pub(super) fn all_of(plan: &Plan, proxies: &[Proxy]) -> Vec<Self> {
        let of_site = |site: &Site| {
            let office = |server: &OfficeWebApps| Self {
                server: server.clone(),
                site: site.at.clone(),
                proxy: Traced::derive(|because: &mut Because| Proxy::of_site(site, plan, proxies, because)),
            };
            site.office_web_apps.iter().map(office).collect::<Vec<_>>()
        };
        let mut offices: Vec<Self> = plan.sites.iter().flat_map(of_site).collect();
        offices.sort_by(|a, b| a.server.fqdn.given().value().cmp(b.server.fqdn.given().value()));
        offices
    }
}

/// A Survivable Branch Appliance (M-185).
#[derive(Clone, Debug)]
pub struct Branch {
    /// Its answers.
    pub appliance: SurvivableBranch,
    /// The path of its site.
    pub site: Path,
}

impl Branch {
    pub(super) fn all_of(plan: &Plan) -> Vec<Self> {
        let of_site = |site: &Site| {
            let branch =
                |appliance: &SurvivableBranch| Self { appliance: appliance.clone(), site: site.at.clone() };
            site.survivable_branches.iter().map(branch).collect::<Vec<_>>()
        };
        let mut branches: Vec<Self> = plan.sites.iter().flat_map(of_site).collect();
        branches.sort_by(|a, b| a.appliance.fqdn.given().value().cmp(b.appliance.fqdn.given().value()));
        branches
    }
}
