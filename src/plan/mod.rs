//! The plan: what was decided. Answers laid over defaults, read from YAML and written back without a loss.
//!
//! Knows every answer, its default and why, its place in the file. A file per section; within it the struct is the list of
//! keys, in the order of the interview.
//! Must never know what follows from an answer: records, names and rules are derived on higher floors.

mod answer;
mod because;
mod certificates;
mod clients;
mod cloud_connector;
mod decisions;
pub mod document;
mod domains;
mod edge;
mod exchange;
mod list;
mod mobility;
mod part;
mod parts;
mod path;
mod pools;
mod problem;
mod reader;
mod said;
mod servers;
mod shape;
mod simple_urls;
mod sites;
mod values;

pub use answer::{Answer, Given, Otherwise, PlanValue, Standing};
pub use because::{Because, Told, Traced};
pub use certificates::{
    Certificates, ExistingCertificate, KeyKind, KeysMade, ProxyCertificates, PublicCa, ServerCertificates,
    Subject,
};
pub use clients::{Clients, Platform, Platform2010};
pub use cloud_connector::{
    Appliance, ApplianceEdge, ApplianceMachine, CallOptions, CloudCertificate, CloudConnector, CloudFirewall,
    CloudGateway, CloudHardware, CloudUser, GatewayProtocol, MediaPorts, PstnSite, Recurrence, SiteNetwork,
    UpdateWindow, Updates, Weekday,
};
pub use decisions::{Decision, DecisionState, Decisions};
pub use document::Document;
pub use domains::{Domains, InternalZones, NameServers};
pub use edge::{EdgePool, EdgeService, Federation};
pub use exchange::{
    Archive, ArchiveContent, Cloud, Contacts, ContactsFor, Exchange, ExchangeFeature, ExchangeVersion,
    OauthCertificate, OutlookWeb, Place, SharePoint, UmMailbox, UmSecurity, UnifiedMessaging, UserArchiving,
    VoiceMail,
};
pub use list::{List, item_name};
pub use mobility::{
    Access, Autodiscover, AutodiscoverRecord, ClickToJoin, InitialRequest, InternalTarget, Mobility,
    MobilityPolicy, Push, Scope,
};
pub use part::{Leaf, Part};
pub use parts::Parts;
pub use path::{NotAPath, Path, Step};
pub use pools::{DirectorPool, Edition, FrontEndPool, LoadBalancing, Server, WebPorts, WebServices, WebSite};
pub use problem::{Fault, Problem, nearest, refusal_message};
pub use reader::Reader;
pub use said::Said;
pub use servers::{Servers, Version};
pub use shape::Shape;
pub use simple_urls::{Layout, SimpleUrlHosts, SimpleUrls};
pub use sites::{LoadBalancer, OfficeWebApps, PstnGateway, Publish, ReverseProxy, Site, SurvivableBranch};
pub use values::{BalancerProduct, Count, ProxyProduct};

use crate::catalog::Templates;
use crate::value::{Date, FreeText};
use part::section;
use values::choices;

choices! {
    /// The format of the file.
    pub enum Format {
        /// The first one.
        V1 = "ucplan/v1",
    }

    /// The language of reports.
    pub enum Language {
        /// English.
        En = "en",
        /// French.
        Fr = "fr",
        /// Korean.
        Ko = "ko",
    }
}

section! {
    /// A plan.
    pub struct Plan {
        /// The format of the file.
        format: Answer<Format> = required(Format::V1),
        /// What the plan is called.
        title: Answer<FreeText> = default(FreeText::default()),
        /// Whose it is.
        organization: Answer<FreeText> = default(FreeText::default()),
        /// The day on which dated rules are judged.
        go_live: Answer<Date> = required(facts_date()),
        /// The language of reports. Names, commands and files are never translated.
        language: Answer<Language> = default(Language::En),
        /// The version of the product.
        servers: Servers; asked if |plan, _, because| plan.has_servers(because),
        /// The domains and their zones.
        domains: Domains; asked if |plan, path, because| {
            !plan.is_about_servers(path) || plan.has_servers(because)
        },
        /// The simple URLs.
        simple_urls: SimpleUrls; asked if |plan, path, because| {
            plan.has_servers(because)
                && (path != plan.simple_urls.pool.path() || !plan.has_one_director(because))
        },
        /// Certificates and keys.
        certificates: Certificates; asked if |plan, path, because| {
            !plan.is_about_servers(path) || plan.has_servers(because)
        },
        /// What will sign in.
        clients: Clients; asked if |plan, path, because| {
            plan.has_servers(because)
                && (path != plan.clients.lync_2010_mobile.path()
                    || because.read(&plan.servers.version).has_mcx())
        },
        /// What stands where.
        sites: List<Site>; asked if |plan, path, because| {
            plan.has_servers(because)
                && (!plan.is_of_older_versions(path)
                    || *because.read(&plan.servers.version) < Version::Server2019)
        },
        /// The questions of the workshop.
        mobility: Mobility; asked if |plan, _, because| plan.has_servers(because),
        /// Exchange integration.
        exchange: Exchange; asked if |plan, path, because| {
            let integrate = &plan.exchange.integrate;
            path == integrate.path() || *because.read(integrate)
        },
        /// Cloud Connector.
        cloud_connector: CloudConnector; asked if |plan, path, because| {
            let deploy = &plan.cloud_connector.deploy;
            path == deploy.path() || *because.read(deploy)
        },
        /// What was decided about an answer, by whom, and why.
        decisions: Decisions,
    }
}

impl Plan {
    /// Reads a plan. Everything well-formed is read: what a fact forbids is a finding, made elsewhere.
    ///
    /// # Errors
    /// All problems of the text, in its order.
    pub fn read(document: &Document, templates: &Templates) -> Result<Self, Vec<Problem>> {
        let mut reader = Reader::new(templates);
        let mut plan = <Self as Part>::read(Some(document.root()), Path::default(), (), &mut reader);
        plan.settle();
        let problems = reader.into_problems();
        if problems.is_empty() { Ok(plan) } else { Err(problems) }
    }

    /// The JSON schema of a plan file (draft 2020-12).
    #[must_use]
    pub fn schema() -> serde_json::Value {
        let mut schema = <Self as Part>::schema(());
        if let Some(object) = schema.as_object_mut() {
            object.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
            object.insert("title".into(), "ucplan/v1".into());
            object.insert("type".into(), "object".into());
            object.insert("required".into(), serde_json::json!(["format", "go_live", "domains"]));
        }
        schema
    }

    /// Shows every answer and list, in the order of the plan.
    pub fn visit(&self, visit: &mut dyn FnMut(Leaf<'_>)) {
        Part::visit(self, visit);
    }

    /// The answers that were said or left open, a line each, sorted: what the digest of a plan covers.
    #[must_use]
    pub fn answers(&self) -> Vec<String> {
        let mut lines = Vec::new();
        self.visit(&mut |leaf| match leaf.standing {
            Standing::Said => lines.push(format!("{} = {}", leaf.path, (leaf.value)())),
            Standing::Open => lines.push(format!("{} = ?", leaf.path)),
            Standing::Defaulted | Standing::Missing => {}
        });
        lines.sort_unstable();
        lines
    }

    /// Whether servers stand here, or may: not beside Cloud Connector (C-013).
    pub fn has_servers(&self, because: &mut Because) -> bool {
        because.either(
            |because| !*because.read(&self.cloud_connector.deploy),
            |because| !because.read(&self.sites).is_empty(),
        )
    }

    /// Whether an answer is one about servers: where none can stand, nothing rests on it.
    #[must_use]
    pub fn is_about_servers(&self, path: &Path) -> bool {
        let sections = [&self.servers.at, &self.simple_urls.at, &self.clients.at, &self.mobility.at];
        sections.into_iter().any(|section| path.is_within(section))
            || path == self.domains.legacy_sign_in.path()
            || self.certificates.is_about_servers(path)
    }

    /// Whether there is one Director pool, which then answers first whatever pool is designated (M-043, M-130).
    fn has_one_director(&self, because: &mut Because) -> bool {
        let sites = because.read(&self.sites).iter();
        sites.map(|site| because.read(&site.director_pools).len()).sum::<usize>() == 1
    }

    /// Whether a question about a site makes sense on older versions only: XMPP (E-201), a second network interface
    /// (M-307).
    fn is_of_older_versions(&self, path: &Path) -> bool {
        self.sites.iter().filter(|site| path.is_within(&site.at)).any(|site| {
            site.edge_pools.iter().any(|pool| path == pool.xmpp.path())
                || site.front_end_pools.iter().any(|pool| path == pool.network_interfaces.path())
        })
    }

    /// Lets the defaults that follow from other answers follow.
    fn settle(&mut self) {
        self.domains.settle();
        self.clients.settle(&self.servers);
        for site in self.sites.items_mut() {
            site.director_pools.items_mut().iter_mut().for_each(DirectorPool::settle);
            site.front_end_pools.items_mut().iter_mut().for_each(FrontEndPool::settle);
            site.edge_pools.items_mut().iter_mut().for_each(EdgePool::settle);
        }
        self.simple_urls.settle(&self.sites);
        self.exchange.settle(&self.domains, &self.sites);
        self.cloud_connector.settle(&self.domains, &self.exchange);
    }
}

/// The day on which the dated facts were written down: stands in for a missing go-live date.
#[expect(
    clippy::expect_used,
    reason = "the text is a date; every test that reads an empty plan would fail otherwise"
)]
fn facts_date() -> Date {
    "2026-11-20".parse().expect("a literal date")
}
