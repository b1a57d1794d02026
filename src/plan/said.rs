//! An answer said without a text: what a plan would be with it, for those who compare many plans at once.

use serde_json::{Value as Json, json};

use super::answer::PlanValue;
use super::{Autodiscover, InitialRequest, Layout, Path, Plan, ProxyCertificates};
use crate::value::SipDomain;

/// An answer.
#[derive(Clone, Debug)]
pub enum Said {
    /// `certificates.reverse_proxy`.
    ReverseProxy(ProxyCertificates),
    /// `certificates.wildcards`.
    Wildcards(bool),
    /// `simple_urls.layout`.
    Layout(Layout),
    /// `mobility.initial_request`.
    InitialRequest(InitialRequest),
    /// `mobility.autodiscover`.
    Autodiscover(Autodiscover),
    /// `domains.sip`.
    SipDomains(Vec<SipDomain>),
}

impl Said {
    /// Its path in this plan, and the value as a plan spells it.
    #[must_use]
    pub fn answer(&self, plan: &Plan) -> (Path, Json) {
        let (path, value) = match self {
            Self::ReverseProxy(kind) => (plan.certificates.reverse_proxy.path(), json!(kind.word())),
            Self::Wildcards(is_used) => (plan.certificates.wildcards.path(), json!(is_used)),
            Self::Layout(layout) => (plan.simple_urls.layout.path(), json!(layout.word())),
            Self::InitialRequest(kind) => (plan.mobility.initial_request.path(), json!(kind.word())),
            Self::Autodiscover(kind) => (plan.mobility.autodiscover.path(), json!(kind.word())),
            Self::SipDomains(domains) => (plan.domains.sip.path(), domains.write()),
        };
        (path.clone(), value)
    }
}

impl Plan {
    /// The plan as it would be with these answers.
    #[must_use]
    pub fn saying(&self, answers: Vec<Said>) -> Self {
        let mut plan = self.clone();
        for said in answers {
            match said {
                Said::ReverseProxy(kind) => plan.certificates.reverse_proxy.say(kind),
                Said::Wildcards(is_used) => plan.certificates.wildcards.say(is_used),
                Said::Layout(layout) => plan.simple_urls.layout.say(layout),
                Said::InitialRequest(kind) => plan.mobility.initial_request.say(kind),
                Said::Autodiscover(kind) => plan.mobility.autodiscover.say(kind),
                Said::SipDomains(domains) => plan.domains.sip.say(domains),
            }
        }
        plan.settle();
        plan
    }
}
