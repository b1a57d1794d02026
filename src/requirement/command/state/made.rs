//! Things that a command makes, each with a name of its own: what is there already is changed instead (M-236).

use super::{Call, IDENTITY, Parted, State, Value, getter, parted};
use crate::catalog::{cmdlet, cmdlets};

/// Things of which there is only one with some property, whatever its identity (M-202); it never changes (M-203).
const ALONE: [(&str, &str); 1] = [("HostingProvider", "ProxyFqdn")];

impl State {
    /// A thing with a name of its own.
    pub(super) fn made(call: &Call, noun: &str) -> Option<Self> {
        let parameters = call.last()?.parameters.clone();
        let alone = ALONE.iter().find(|(of, _)| *of == noun).map(|(_, property)| *property);
        let (which, mut wanted): Parted = match alone {
            Some(property) => parameters.into_iter().partition(|(name, _)| *name == property),
            None => parted(parameters),
        };
        // Whatever the one is called, it is meant.
        wanted.retain(|(name, _)| *name != IDENTITY);
        let identity = which.iter().find(|(name, _)| *name == IDENTITY).map(|(_, value)| value.clone());
        let change = changing(noun, identity.unwrap_or(Value::Found(IDENTITY)), &wanted);
        let restore = change.as_ref().and_then(Call::last).map(|change| {
            let kept = change.parameters.iter().map(|(name, value)| match value {
                Value::Add(_) => (*name, Value::RecordedList(name)),
                _ => (*name, Value::Recorded(name)),
            });
            kept.fold(Call::new(change.cmdlet), |call, (name, value)| call.with(name, value))
        });
        let seen = Call::new(getter(noun)?);
        Some(Self {
            seen,
            within: None,
            makes: true,
            many: false,
            which,
            wanted,
            change,
            restore,
            clear: None,
        })
    }
}

/// The line that gives a thing that is there these properties, where a cmdlet can change all of them.
fn changing(noun: &str, identity: Value, wanted: &[(&'static str, Value)]) -> Option<Call> {
    let setter = cmdlets()
        .map(|(name, _)| name)
        .find(|name| name.strip_prefix("Set-Cs").is_some_and(|rest| rest == noun))?;
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
}
