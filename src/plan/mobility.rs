//! The questions of the workshop: discovery, first request, access, push, policies, click to join.

use super::List;
use super::answer::{Answer, PlanValue};
use super::because::Because;
use super::document::Node;
use super::part::section;
use super::reader::Reader;
use super::shape::Shape;
use super::values::choices;
use crate::value::{Fqdn, FreeText, Grantee, Refusal, SipAddress};
use serde_json::Value as Json;

choices! {
    /// How clients find the servers (M-034).
    pub enum Autodiscover {
        /// By the Autodiscover names.
        Automatic = "automatic",
        /// By addresses that users type in (M-035, M-036).
        Manual = "manual",
    }

    /// The form of the Autodiscover records (M-042).
    pub enum AutodiscoverRecord {
        /// A or AAAA.
        Address = "address",
        /// CNAME.
        Cname = "cname",
    }

    /// Where the internal Autodiscover name leads (M-286).
    pub enum InternalTarget {
        /// To the internal Web Services, Director first.
        InternalWebServices = "internal-web-services",
        /// To the reverse proxy.
        ReverseProxy = "reverse-proxy",
    }

    /// The protocol of the first Autodiscover request from outside (M-124).
    pub enum InitialRequest {
        /// HTTPS on 443.
        Https = "https",
        /// HTTP on 80.
        Http = "http",
    }

    /// Where mobile clients may be (M-223, M-224).
    pub enum Access {
        /// Inside and outside.
        InternalAndExternal = "internal-and-external",
        /// Inside only.
        InternalOnly = "internal-only",
    }
}

section! {
    /// Mobility.
    pub struct Mobility {
        /// Automatic discovery or manual URLs (M-034).
        autodiscover: Answer<Autodiscover> = default(Autodiscover::Automatic),
        /// The form of the Autodiscover records (M-042, M-047).
        autodiscover_record: Answer<AutodiscoverRecord> = default(AutodiscoverRecord::Address);
            asked if |mobility, _, because| *because.read(&mobility.autodiscover) == Autodiscover::Automatic,
        /// Where the internal Autodiscover name leads (M-286).
        internal_autodiscover_target: Answer<InternalTarget> = default(InternalTarget::InternalWebServices);
            asked if |mobility, _, because| *because.read(&mobility.autodiscover) == Autodiscover::Automatic,
        /// HTTPS or HTTP for the first request from outside (M-124).
        initial_request: Answer<InitialRequest> = default(InitialRequest::Https); asked if |mobility, _, because| {
            *because.read(&mobility.autodiscover) == Autodiscover::Automatic
                && *because.read(&mobility.access) == Access::InternalAndExternal
        },
        /// Clients inside and outside, or inside only (M-223).
        access: Answer<Access> = default(Access::InternalAndExternal),
        /// Push notifications.
        push: Push; asked if |mobility, path, because| {
            let provider = &mobility.push.existing_hosting_provider;
            path != provider.path() || because.either(
                |because| *because.read(&mobility.push.enabled),
                |because| *because.read(&mobility.hybrid),
            )
        },
        /// Mobility policies; without any the global one with its defaults (M-235).
        policies: List<MobilityPolicy>,
        /// Click to join for people without Enterprise Voice (M-246).
        click_to_join: ClickToJoin,
        /// Users online and here share a SIP domain (M-069).
        hybrid: Answer<bool> = default(false),
        /// SIP addresses for the synthetic tests (M-256 to M-259).
        test_users: Answer<Vec<SipAddress>> = default(Vec::new()),
    }
}

impl Mobility {
    /// Whether clients may be outside.
    pub fn is_outside(&self, because: &mut Because) -> bool {
        *because.read(&self.access) == Access::InternalAndExternal
    }

    /// Whether the first request of a client outside uses HTTP.
    pub fn begins_with_http(&self, because: &mut Because) -> bool {
        because.both(
            |because| self.is_outside(because),
            |because| {
                because.both(
                    |because| *because.read(&self.autodiscover) == Autodiscover::Automatic,
                    |because| *because.read(&self.initial_request) == InitialRequest::Http,
                )
            },
        )
    }
}

section! {
    /// Push notifications.
    pub struct Push {
        /// Push notifications are wanted (M-198).
        enabled: Answer<bool> = default(false),
        /// Also for Apple devices and Windows Phones on Wi-Fi (M-187, M-188).
        over_wifi: Answer<bool> = default(false);
            asked if |push, _, because| *because.read(&push.enabled),
        /// The identity of a provider that already has the proxy of the push service, which hybrid deployments share (M-202,
        /// E-193).
        existing_hosting_provider: Answer<Option<FreeText>> = default(None),
    }
}

section! {
    /// A mobility policy.
    pub struct MobilityPolicy named by name or scope {
        /// Where it applies.
        scope: Answer<Scope> = default(Scope::User),
        /// Its name, for scope user.
        name: Answer<Option<FreeText>> = default(None);
            asked if |policy, _, because| *because.read(&policy.scope) == Scope::User,
        /// The user can sign in with the mobile client (M-227).
        enable_mobility: Answer<bool> = default(true),
        /// Call via Work (M-228).
        enable_outside_voice: Answer<bool> = default(true),
        /// VoIP and video (M-229).
        enable_ip_audio_video: Answer<bool> = default(true),
        /// VoIP on Wi-Fi only (M-230).
        require_wifi_for_ip_audio: Answer<bool> = default(false),
        /// Video on Wi-Fi only (M-231).
        require_wifi_for_ip_video: Answer<bool> = default(false),
        /// To whom it is granted, for scope user (M-240).
        grant_to: Answer<Vec<Grantee>> = default(Vec::new());
            asked if |policy, _, because| *because.read(&policy.scope) == Scope::User,
    }
}

section! {
    /// Click to join for people without Enterprise Voice.
    pub struct ClickToJoin {
        /// It is wanted (M-246).
        enabled: Answer<bool> = default(false),
        /// Where the voice policy applies.
        scope: Answer<Scope> = default(Scope::User);
            asked if |join, _, because| *because.read(&join.enabled),
        /// The name of the voice policy, for scope user.
        policy: Answer<FreeText> = default(text("ClickToJoin"));
            asked if |join, _, because| *because.read(&join.enabled) && *because.read(&join.scope) == Scope::User,
        /// The PSTN usage record (M-248).
        usage: Answer<FreeText> = default(text("ClickToJoinDialOut"));
            asked if |join, _, because| *because.read(&join.enabled),
        /// The voice route (M-249).
        route: Answer<FreeText> = default(text("ClickToJoinRoute"));
            asked if |join, _, because| *because.read(&join.enabled),
        /// The numbers of the route, as a regular expression.
        number_pattern: Answer<FreeText> = default(text(r"^\+1[2-9]\d{9}$"));
            asked if |join, _, because| *because.read(&join.enabled),
        /// The gateways of the route.
        gateways: Answer<Vec<Fqdn>> = default(Vec::new());
            asked if |join, _, because| *because.read(&join.enabled),
        /// To whom the policy is granted, for scope user.
        grant_to: Answer<Vec<Grantee>> = default(Vec::new());
            asked if |join, _, because| *because.read(&join.enabled) && *because.read(&join.scope) == Scope::User,
    }
}

/// Where a policy applies (M-226).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everywhere.
    Global,
    /// At a site.
    Site(FreeText),
    /// For the users that it is granted to.
    User,
}

impl PlanValue for Scope {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match node.scalar() {
            Some(text) if text.starts_with("site:") => {
                reader.parse::<SiteScope>(node, "expected-scope").map(|site| Self::Site(site.0))
            }
            _ => reader
                .choice(node, &["global", "site:<name>", "user"])
                .map(|index| if index == 0 { Self::Global } else { Self::User }),
        }
    }

    fn write(&self) -> Json {
        match self {
            Self::Global => "global".into(),
            Self::Site(site) => format!("site:{site}").into(),
            Self::User => "user".into(),
        }
    }

    fn shape() -> Shape {
        Shape::Pattern("^(global|user|site:.+)$", "expected-scope")
    }
}

/// The name behind `site:`.
struct SiteScope(FreeText);

impl std::str::FromStr for SiteScope {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let name: FreeText = text.strip_prefix("site:").unwrap_or(text).parse()?;
        if name.is_empty() { Err(Refusal::Empty) } else { Ok(Self(name)) }
    }
}

/// A text that is known to be one.
#[expect(
    clippy::expect_used,
    reason = "called with literals only; every test that reads a plan would fail otherwise"
)]
pub(super) fn text(literal: &'static str) -> FreeText {
    literal.parse().expect("a literal text")
}
