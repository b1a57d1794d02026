//! The stages of the work, in their order, each with the name, the number and the folder of its scripts.

use serde::Serialize;

/// A stage of the work on the servers, in its order (M-273). DNS comes before, the reverse proxy between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// The simple URLs, where they change.
    SimpleUrls,
    /// New certificates for Front End servers, Directors and Edge Servers.
    CertificateRequests,
    /// The new certificates put to use.
    CertificateAssignments,
    /// Autodiscover where some users are online.
    Hybrid,
    /// Clients inside only.
    InternalOnly,
    /// Synthetic tests.
    Tests,
    /// Federation, over which the push service and partners are reached.
    Federation,
    /// Push notifications.
    Push,
    /// Mobility policies.
    Policies,
    /// Click to join.
    ClickToJoin,
    /// Exchange: its Autodiscover service.
    ExchangeAutodiscover,
    /// Where the servers find Exchange Autodiscover.
    OauthConfiguration,
    /// Exchange: the servers as a partner application.
    ExchangePartner,
    /// Exchange as a partner application.
    PartnerApplications,
    /// Exchange Online: its hosting provider and its token server.
    ExchangeOnline,
    /// Exchange Online: the tenant.
    ExchangeTenant,
    /// What the servers do with Exchange: contacts, archiving, trusted applications, Unified Messaging.
    ExchangeFeatures,
    /// What Exchange does with the servers: Outlook on the web, Unified Messaging.
    ExchangeMailboxes,
    /// Voice mail in the cloud.
    CloudVoicemail,
    /// Tests of what is shared with Exchange.
    ExchangeTests,
    /// Cloud Connector: the appliances.
    Appliances,
    /// Cloud Connector: the tenant.
    Tenant,
    /// Cloud Connector: its users.
    TenantUsers,
    /// Cloud Connector: a user for each Mediation Server.
    MediationUsers,
    /// Cloud Connector: media bypass.
    MediaBypass,
    /// Cloud Connector: tests.
    TenantTests,
    /// Cloud Connector: the way out.
    Leaving,
}

impl Stage {
    /// The word of the documents, and of the scripts' names.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::SimpleUrls => "simple-urls",
            Self::CertificateRequests => "certificate-requests",
            Self::CertificateAssignments => "certificate-assignments",
            Self::Hybrid => "hybrid",
            Self::InternalOnly => "internal-only",
            Self::Tests => "tests",
            Self::Federation => "federation",
            Self::Push => "push",
            Self::Policies => "policies",
            Self::ClickToJoin => "click-to-join",
            Self::ExchangeAutodiscover => "exchange-autodiscover",
            Self::OauthConfiguration => "oauth-configuration",
            Self::ExchangePartner => "exchange-partner",
            Self::PartnerApplications => "partner-applications",
            Self::ExchangeOnline => "exchange-online",
            Self::ExchangeTenant => "exchange-tenant",
            Self::ExchangeFeatures => "exchange-features",
            Self::ExchangeMailboxes => "exchange-mailboxes",
            Self::CloudVoicemail => "cloud-voicemail",
            Self::ExchangeTests => "exchange-tests",
            Self::Appliances => "appliances",
            Self::Tenant => "tenant",
            Self::TenantUsers => "tenant-users",
            Self::MediationUsers => "mediation-users",
            Self::MediaBypass => "media-bypass",
            Self::TenantTests => "tenant-tests",
            Self::Leaving => "leaving",
        }
    }

    /// The folder of its scripts, and the kind of their vendor.
    #[must_use]
    pub const fn folder(self) -> &'static str {
        match self {
            Self::ExchangeAutodiscover
            | Self::ExchangePartner
            | Self::ExchangeTenant
            | Self::ExchangeMailboxes => "exchange",
            Self::Appliances
            | Self::Tenant
            | Self::TenantUsers
            | Self::MediationUsers
            | Self::MediaBypass
            | Self::TenantTests
            | Self::Leaving => "cloud-connector",
            _ => "server",
        }
    }

    /// Whether it only tries what stands: a line that fails does not stop the others.
    #[must_use]
    pub const fn is_test(self) -> bool {
        matches!(self, Self::Tests | Self::ExchangeTests | Self::TenantTests)
    }

    /// The number of its script: tens in the order of M-273.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::SimpleUrls => 15,
            Self::CertificateRequests => 20,
            Self::CertificateAssignments => 25,
            Self::Hybrid => 35,
            Self::InternalOnly => 40,
            Self::Tests => 50,
            Self::Federation => 55,
            Self::Push => 60,
            Self::Policies => 70,
            Self::ClickToJoin => 80,
            Self::ExchangeAutodiscover => 81,
            Self::OauthConfiguration => 82,
            Self::ExchangePartner => 83,
            Self::PartnerApplications => 84,
            Self::ExchangeOnline => 85,
            Self::ExchangeTenant => 86,
            Self::ExchangeFeatures => 87,
            Self::ExchangeMailboxes => 88,
            Self::CloudVoicemail => 89,
            Self::ExchangeTests => 90,
            Self::Appliances => 91,
            Self::Tenant => 92,
            Self::TenantUsers => 93,
            Self::MediationUsers => 94,
            Self::MediaBypass => 95,
            Self::TenantTests => 96,
            Self::Leaving => 99,
        }
    }
}
