//! Things that are seen otherwise than they are typed: a property of another name, a name that only another parameter
//! gives, or something that the reference does not let one see.

use super::{IDENTITY, WHICH};

/// How what a parameter gives is seen afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// As a property of the same name.
    Same,
    /// As a property of another name.
    As(&'static str),
    /// With this before it.
    Behind(&'static str),
    /// In some property: the reference does not say in which.
    Somewhere,
    /// Nowhere.
    Nowhere,
}

/// A kind of things, by the noun of its cmdlets.
#[derive(Clone, Copy, Debug)]
pub(super) struct Noun {
    name: &'static str,
    /// Parameters that tell one from others, beside those that always do.
    which: &'static [&'static str],
    /// Parameters that the cmdlet that prints must be given too: it prints all otherwise, or under other names.
    asked: &'static [&'static str],
    shown: &'static [(&'static str, Shown)],
}

/// Whatever is not below.
const PLAIN: Noun = Noun { name: "", which: &[], asked: &[], shown: &[] };

/// The kinds that differ.
const NOUNS: &[Noun] = &[
    // The topology puts a word before names.
    Noun {
        name: "CsTrustedApplicationPool",
        shown: &[
            (IDENTITY, Shown::As("PoolFqdn")),
            ("ComputerFqdn", Shown::Nowhere),
            ("Site", Shown::Nowhere),
            ("Registrar", Shown::Somewhere),
        ],
        ..PLAIN
    },
    Noun {
        name: "CsTrustedApplication",
        which: &["ApplicationId", "TrustedApplicationPoolFqdn"],
        shown: &[("ApplicationId", Shown::Behind("urn:application:"))],
        ..PLAIN
    },
    // Where metadata come from stands in a token.
    Noun {
        name: "CsPartnerApplication",
        shown: &[("MetadataUrl", Shown::Somewhere), ("UseOAuthServer", Shown::Nowhere)],
        ..PLAIN
    },
    Noun { name: "CsOAuthServer", shown: &[("MetadataUrl", Shown::Somewhere)], ..PLAIN },
    Noun { name: "CsUser", asked: &[IDENTITY], ..PLAIN },
    Noun { name: "CsUserPstnSettings", asked: &[IDENTITY], ..PLAIN },
    // The server stands in the SIP address of its user (C-217).
    Noun {
        name: "CsHybridMediationServer",
        asked: &[IDENTITY],
        shown: &[("Fqdn", Shown::Somewhere)],
        ..PLAIN
    },
    // How often a window opens is printed in words of its own (C-220).
    Noun {
        name: "CsTenantUpdateTimeWindow",
        shown: &[
            ("Daily", Shown::Nowhere),
            ("Weekly", Shown::Nowhere),
            ("Monthly", Shown::Nowhere),
            ("DaysOfWeek", Shown::Nowhere),
            ("DayOfMonth", Shown::Nowhere),
        ],
        ..PLAIN
    },
    Noun {
        name: "SettingOverride",
        which: &["Name", "Section"],
        shown: &[("Component", Shown::As("ComponentName")), ("Section", Shown::As("SectionName"))],
        ..PLAIN
    },
    Noun {
        name: "PartnerApplication",
        which: &["Name"],
        shown: &[("LinkedAccount", Shown::Nowhere)],
        ..PLAIN
    },
    Noun {
        name: "MailUser",
        which: &["Name"],
        asked: &[IDENTITY],
        shown: &[("ExternalEmailAddress", Shown::Somewhere)],
    },
    Noun {
        name: "ManagementRoleAssignment",
        which: &["User"],
        asked: &["Role"],
        shown: &[("User", Shown::As("RoleAssigneeName"))],
    },
    Noun { name: "UMDialPlan", which: &["Name"], asked: &[IDENTITY], ..PLAIN },
    Noun { name: "UMService", asked: &[IDENTITY], ..PLAIN },
    Noun { name: "UMIPGateway", asked: &[IDENTITY], ..PLAIN },
    Noun { name: "UMCallRouterSettings", asked: &["Server"], ..PLAIN },
    Noun { name: "MsolServicePrincipal", asked: &["AppPrincipalId"], ..PLAIN },
    // Its use is what tells a certificate (M-112).
    Noun { name: "CsCertificate", shown: &[("Type", Shown::As("Use"))], ..PLAIN },
];

impl Noun {
    pub(super) fn of(noun: &str) -> Self {
        NOUNS.iter().find(|known| known.name.eq_ignore_ascii_case(noun)).copied().unwrap_or(PLAIN)
    }

    /// Whether a parameter tells one from others.
    pub(super) fn tells(self, parameter: &str) -> bool {
        WHICH.contains(&parameter) || self.which.contains(&parameter)
    }

    /// Whether the cmdlet that prints must be given it too.
    pub(super) fn is_asked(self, parameter: &str) -> bool {
        self.asked.contains(&parameter)
    }

    /// How a parameter is seen.
    pub(super) fn shown(self, parameter: &str) -> Shown {
        let own = self.shown.iter().find(|(name, _)| *name == parameter);
        own.map_or(Shown::Same, |(_, shown)| *shown)
    }

    /// The property that shows a parameter.
    pub(super) fn property(self, parameter: &'static str) -> &'static str {
        match self.shown(parameter) {
            Shown::As(property) => property,
            _ => parameter,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::requirement::command::{Call, State, Value};

    #[test]
    fn a_part_that_is_given_whole_is_seen_within_and_brought_back() {
        let made = Call::new("New-CsNetworkMediaBypassConfiguration")
            .with("AlwaysBypass", Value::Bool(true))
            .with("Enabled", Value::Bool(true));
        let set = Call::new("Set-CsNetworkConfiguration")
            .with("MediaBypassSettings", Value::Result(Box::new(made)));
        let state = State::of(&set).unwrap();
        assert_eq!(
            (state.seen.to_string().as_str(), state.within),
            ("Get-CsNetworkConfiguration", Some("MediaBypassSettings"))
        );
        assert_eq!(state.wanted, [("AlwaysBypass", Value::Bool(true)), ("Enabled", Value::Bool(true))]);
        assert_eq!(
            state.restore.unwrap().to_string(),
            "Set-CsNetworkConfiguration -MediaBypassSettings (New-CsNetworkMediaBypassConfiguration -AlwaysBypass \
             $Old.AlwaysBypass -Enabled $Old.Enabled)"
        );
    }

    #[test]
    fn services_and_users_of_the_tenant_are_printed_by_other_cmdlets() {
        let ports = Call::new("Set-CsMediationServer")
            .text("Identity", "MediationServer:pool.cce.example")
            .with("AudioPortStart", Value::Number(50000));
        let state = State::of(&ports).unwrap();
        assert_eq!(state.seen.to_string(), "Get-CsService -MediationServer");
        let user = Call::new("Set-CsUser").text("Identity", "kim").with("HostedVoiceMail", Value::Bool(true));
        let state = State::of(&user).unwrap().in_tenant();
        assert_eq!(state.seen.to_string(), "Get-CsOnlineUser -Identity kim");
        assert_eq!(
            state.restore.unwrap().to_string(),
            "Set-CsUser -Identity kim -HostedVoiceMail $Old.HostedVoiceMail"
        );
    }

    #[test]
    fn a_user_that_stands_for_a_server_is_known_by_its_address() {
        let set = Call::new("Set-CsHybridMediationServer")
            .text("Identity", "med1")
            .text("Fqdn", "med1.cce.example")
            .text("AccessProxyExternalFqdn", "ap.contoso.com");
        let state = State::of(&set).unwrap();
        assert_eq!(state.seen.to_string(), "Get-CsHybridMediationServer -Identity med1");
        assert_eq!(state.shown, [Value::Text("med1.cce.example".into())]);
        assert_eq!(state.wanted, [("AccessProxyExternalFqdn", Value::Text("ap.contoso.com".into()))]);
        assert_eq!(state.restore, None);
    }
}
