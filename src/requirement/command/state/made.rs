//! Things that a command makes, each with a name of its own: what is there already is changed instead (M-236).

use super::{Call, IDENTITY, Noun, Parted, Shown, State, Value, getter, given};
use crate::catalog::{cmdlet, cmdlets};

/// Things of which there is only one with some property, whatever its identity (M-202, X-184); it never changes (M-203).
const ALONE: [(&str, &str); 1] = [("CsHostingProvider", "ProxyFqdn")];

/// Scripts of a product that make a thing: the noun of the script, that of the thing, and what tells it from others.
const SCRIPTS: [(&str, &str, &str); 1] =
    [("EnterprisePartnerApplication.ps1", "PartnerApplication", "AuthMetaDataUrl")];

/// The parameters that name a thing.
const NAMES: [&str; 2] = [IDENTITY, "Name"];

impl State {
    /// A thing with a name of its own.
    pub(super) fn made(call: &Call, noun: &str) -> Option<Self> {
        let kind = Noun::of(noun);
        let (asked, parameters): Parted = call.last()?.parameters.iter().cloned().partition(|(name, _)| {
            // A name that the thing does not have yet can't be asked for.
            *name != IDENTITY && kind.is_asked(name)
        });
        let alone = ALONE.iter().find(|(of, _)| *of == noun).map(|(_, property)| *property);
        let (which, mut wanted): Parted = match alone {
            Some(property) => parameters.into_iter().partition(|(name, _)| *name == property),
            None => parameters.into_iter().partition(|(name, _)| kind.tells(name)),
        };
        // Whatever the one is called, it is meant.
        wanted.retain(|(name, _)| *name != IDENTITY);
        let identity = which.iter().find(|(name, _)| NAMES.contains(name)).map(|(_, value)| value.clone());
        // What can't be seen can't be recorded, and is not changed without a record.
        let is_seen = wanted.iter().all(|(name, _)| matches!(kind.shown(name), Shown::Same | Shown::As(_)));
        let change = changing(noun, identity.unwrap_or(Value::Found(IDENTITY)), &wanted).filter(|_| is_seen);
        let restore = change.as_ref().and_then(Call::last).map(|change| {
            let kept = change.parameters.iter().map(|(name, value)| match value {
                Value::Add(_) => (*name, Value::RecordedList(name)),
                _ => (*name, Value::Recorded(name)),
            });
            kept.fold(Call::new(change.cmdlet), |call, (name, value)| call.with(name, value))
        });
        let somewhere = wanted.iter().filter(|(name, _)| kind.shown(name) == Shown::Somewhere);
        Some(Self {
            seen: asked.iter().fold(Call::new(getter(noun)?), given),
            within: None,
            makes: true,
            many: false,
            which: which.into_iter().filter_map(|one| seen(kind, one)).collect(),
            shown: somewhere.map(|(_, value)| value.clone()).collect(),
            wanted: wanted.into_iter().filter_map(|one| seen(kind, one)).collect(),
            change,
            restore,
            clear: None,
        })
    }

    /// A thing that a script of the product makes.
    pub(super) fn configured(call: &Call, noun: &str) -> Option<Self> {
        let (_, made, tells) = SCRIPTS.iter().find(|(script, _, _)| *script == noun)?;
        let which = call.last()?.parameters.iter().filter(|(name, _)| name == tells);
        Some(Self {
            seen: Call::new(getter(made)?),
            within: None,
            makes: true,
            many: false,
            which: which.cloned().collect(),
            wanted: Vec::new(),
            shown: Vec::new(),
            change: None,
            restore: None,
            clear: None,
        })
    }
}

/// A parameter as it is seen: a property and its value, where there is one.
fn seen(kind: Noun, (name, value): (&'static str, Value)) -> Option<(&'static str, Value)> {
    match (kind.shown(name), value) {
        (Shown::Same, value) => Some((name, value)),
        (Shown::As(property), value) => Some((property, value)),
        (Shown::Behind(begin), Value::Text(text)) => {
            Some((name, Value::Text(format!("{begin}{text}").into())))
        }
        (Shown::Behind(_) | Shown::Somewhere | Shown::Nowhere, _) => None,
    }
}

/// The line that gives a thing that is there these properties, where a cmdlet can change all of them.
fn changing(noun: &str, identity: Value, wanted: &[(&'static str, Value)]) -> Option<Call> {
    let setter = cmdlets()
        .map(|(name, _)| name)
        .find(|name| name.strip_prefix("Set-").is_some_and(|rest| rest == noun))?;
    let known = &cmdlet(setter)?.parameters;
    let can = |name: &str| known.keys().any(|one| one.eq_ignore_ascii_case(name));
    if wanted.is_empty() || !wanted.iter().all(|(name, _)| can(name)) {
        return None;
    }
    let call = Call::new(setter).with(IDENTITY, identity);
    Some(wanted.iter().fold(call, |call, (name, value)| call.with(name, value.clone())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_already_is_changed_and_brought_back() {
        let route = Call::new("New-CsVoiceRoute")
            .text("Identity", "Mobile")
            .text("NumberPattern", "^1")
            .with("PstnUsages", Value::Add(vec!["Mobile".into()]));
        let state = State::of(&route).unwrap();
        assert_eq!(
            state.change.as_ref().unwrap().to_string(),
            "Set-CsVoiceRoute -Identity Mobile -NumberPattern '^1' -PstnUsages @{add='Mobile'}"
        );
        assert_eq!(
            state.restore.as_ref().unwrap().to_string(),
            "Set-CsVoiceRoute -Identity $Old.Identity -NumberPattern $Old.NumberPattern -PstnUsages \
             @{replace=$Old.PstnUsages}"
        );
        assert_eq!(state.recorded(), ["Identity", "NumberPattern", "PstnUsages"]);
        // A domain has nothing that could be changed.
        let domain = Call::new("New-CsAllowedDomain").text("Identity", "push.example");
        assert_eq!(State::of(&domain).unwrap().change, None);
    }

    #[test]
    fn a_hosting_provider_is_told_by_its_proxy() {
        let provider = Call::new("New-CsHostingProvider")
            .text("Identity", "Online")
            .with("Enabled", Value::Bool(true))
            .text("ProxyFqdn", "sip.example");
        let state = State::of(&provider).unwrap();
        assert_eq!(state.which, [("ProxyFqdn", Value::Text("sip.example".into()))]);
        assert_eq!(state.wanted, [("Enabled", Value::Bool(true))]);
        assert_eq!(
            state.change.unwrap().to_string(),
            "Set-CsHostingProvider -Identity $Thing.Identity -Enabled $True"
        );
    }

    #[test]
    fn an_override_is_found_by_its_name_and_gets_other_parameters() {
        let texts = vec![
            Value::Text("IMServerName=pool01.contoso.com".into()),
            Value::Joined("Thumbprint=", "Given"),
        ];
        let made = Call::new("New-SettingOverride")
            .text("Name", "IM")
            .text("Component", "OwaServer")
            .text("Section", "IMSettings")
            .with("Parameters", Value::Array(texts))
            .text("Reason", "plan");
        let state = State::of(&made).unwrap();
        let names: Vec<_> = state.which.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["Name", "ComponentName", "SectionName"]);
        assert_eq!(
            state.change.unwrap().to_string(),
            "Set-SettingOverride -Identity IM -Parameters @('IMServerName=pool01.contoso.com',('Thumbprint=' + \
             $Given)) -Reason plan"
        );
        assert_eq!(
            state.restore.unwrap().to_string(),
            "Set-SettingOverride -Identity $Old.Identity -Parameters $Old.Parameters -Reason $Old.Reason"
        );
    }

    #[test]
    fn what_a_script_of_the_product_makes_is_seen() {
        let made = Call::new(r"C:\Scripts\Configure-EnterprisePartnerApplication.ps1")
            .text("AuthMetaDataUrl", "https://pool01.contoso.com/metadata/json/1")
            .text("ApplicationType", "Lync");
        let state = State::of(&made).unwrap();
        assert_eq!(state.seen.to_string(), "Get-PartnerApplication");
        assert_eq!(state.which.len(), 1);
        assert!(state.makes && state.change.is_none());
    }

    #[test]
    fn a_role_is_looked_for_among_those_of_its_name() {
        let made =
            Call::new("New-ManagementRoleAssignment").text("Role", "UserApplication").text("User", "account");
        let state = State::of(&made).unwrap();
        assert_eq!(state.seen.to_string(), "Get-ManagementRoleAssignment -Role UserApplication");
        assert_eq!(state.which, [("RoleAssigneeName", Value::Text("account".into()))]);
    }

    #[test]
    fn a_partner_of_another_address_stands_in_the_way() {
        let made = Call::new("New-CsPartnerApplication")
            .text("Identity", "Exchange")
            .text("ApplicationTrustLevel", "Full")
            .text("MetadataUrl", "https://autodiscover.contoso.com/autodiscover/metadata/json/1");
        let state = State::of(&made).unwrap();
        assert_eq!(state.shown.len(), 1);
        assert_eq!(state.wanted, [("ApplicationTrustLevel", Value::Text("Full".into()))]);
        // Its address is not among the properties, so it could not be brought back.
        assert_eq!(state.change, None);
    }

    #[test]
    fn names_of_the_topology_are_looked_for_as_they_are_printed() {
        let made = Call::new("New-CsTrustedApplication")
            .text("ApplicationId", "outlook")
            .text("TrustedApplicationPoolFqdn", "ex01.contoso.com")
            .with("Port", Value::Number(5199));
        let state = State::of(&made).unwrap();
        assert_eq!(state.which[0], ("ApplicationId", Value::Text("urn:application:outlook".into())));
        let pool = Call::new("New-CsTrustedApplicationPool")
            .text("Identity", "ex01.contoso.com")
            .with("ThrottleAsServer", Value::Bool(true))
            .text("Registrar", "pool01.contoso.com")
            .text("Site", "Redmond");
        let state = State::of(&pool).unwrap();
        assert_eq!(state.which, [("PoolFqdn", Value::Text("ex01.contoso.com".into()))]);
        assert_eq!(state.shown, [Value::Text("pool01.contoso.com".into())]);
        assert_eq!(state.wanted, [("ThrottleAsServer", Value::Bool(true))]);
    }
}
