//! What the world is like once a command has been carried out, derived from the command itself: a script looks before it
//! types, skips what is so already, keeps what it changes, and looks again.

mod made;
mod noun;

use super::{Call, Value};
use crate::catalog::cmdlets;
use noun::{Noun, Shown};

/// The parameter that names a thing.
const IDENTITY: &str = "Identity";

/// Parameters that say which thing is meant; all others say what it shall be like.
const WHICH: [&str; 4] = [IDENTITY, "Type", "Component", "Domain"];

/// Policies of users that go back only with a line more: contacts are moved back by it.
const GOES_BACK: [(&str, &str); 1] = [("UserServicesPolicy", "Invoke-CsUcsRollback")];

/// What a command is about, and what that is like afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// What prints the thing, among others of its kind.
    pub seen: Call,
    /// The property of what is printed in which the things are kept, where they are.
    pub within: Option<&'static str>,
    /// Whether the command makes the thing; else it changes one that is there.
    pub makes: bool,
    /// Whether it is about all that another line prints, be it nothing.
    pub many: bool,
    /// Properties that tell the thing from others.
    pub which: Vec<(&'static str, Value)>,
    /// Properties as they are afterwards: equal to a value, holding one, or naming a choice.
    pub wanted: Vec<(&'static str, Value)>,
    /// Texts that stand in some property afterwards: which one, the reference does not say.
    pub shown: Vec<Value>,
    /// What changes a thing that is there already into the one that is made (M-236).
    pub change: Option<Call>,
    /// What brings one thing back to what was recorded of it.
    pub restore: Option<Call>,
    /// What takes out another thing that stands in the place of the one that is made.
    pub clear: Option<Call>,
}

impl State {
    /// The state that a command brings about. Tests, requests and the like have none that could be looked at.
    #[must_use]
    pub fn of(call: &Call) -> Option<Self> {
        let (verb, noun) = call.last()?.name().split_once('-')?;
        match verb {
            "New" => Self::made(call, noun),
            "Set" => Self::kept_within(call, noun)
                .or_else(|| Self::given_whole(call, noun))
                .or_else(|| Self::changed(call, noun)),
            "Grant" => Self::granted(call, noun),
            "Configure" => Self::configured(call, noun),
            _ => None,
        }
    }

    /// A thing among several in a property of another.
    fn kept_within(call: &Call, noun: &str) -> Option<Self> {
        let last = call.last()?;
        let mut among = last.parameters.iter().filter_map(|(name, value)| match value {
            Value::AddResults(calls) => Some((*name, calls.first()?)),
            _ => None,
        });
        let (within, thing) = among.next()?;
        let outer = |value: Value| {
            let kept = last
                .parameters
                .iter()
                .map(|(name, old)| (*name, if *name == within { value.clone() } else { old.clone() }));
            kept.fold(Call::new(last.cmdlet), |call, (name, value)| call.with(name, value))
        };
        let (which, wanted) = parted(thing.last()?.parameters.clone());
        let seen = last.parameters.iter().filter(|(name, _)| WHICH.contains(name));
        let seen = seen.fold(Call::new(getter(noun)?), |call, (name, value)| call.with(name, value.clone()));
        Some(Self {
            seen,
            within: Some(within),
            makes: true,
            many: false,
            which,
            wanted: wanted.into_iter().filter(|(_, value)| !matches!(value, Value::Result(_))).collect(),
            shown: Vec::new(),
            change: None,
            restore: Some(outer(Value::AddResults([recorded(thing)].into()))),
            clear: Some(outer(Value::RemoveOthers)),
        })
    }

    /// A part of a thing that is there in any case, given as a whole.
    fn given_whole(call: &Call, noun: &str) -> Option<Self> {
        let last = call.last()?;
        let [(within, Value::Result(made))] = &last.parameters[..] else { return None };
        let restore = Call::new(last.cmdlet).with(within, Value::Result(Box::new(recorded(made))));
        Some(Self {
            seen: Call::new(getter(noun)?),
            within: Some(within),
            makes: false,
            many: false,
            which: Vec::new(),
            wanted: made.last()?.parameters.clone(),
            shown: Vec::new(),
            change: None,
            restore: Some(restore),
            clear: None,
        })
    }

    /// The same, as the tenant prints its users.
    #[must_use]
    pub fn in_tenant(mut self) -> Self {
        if let (Some(here), Some(online)) = (getter("CsUser"), getter("CsOnlineUser")) {
            self.seen = self.seen.with_cmdlet(here, online);
        }
        self
    }

    /// A thing that is there in any case, or all that another line prints.
    fn changed(call: &Call, noun: &str) -> Option<Self> {
        let last = call.last()?;
        let kind = Noun::of(noun);
        let (asked, told): Parted =
            last.parameters.iter().cloned().partition(|(name, _)| kind.is_asked(name));
        let (which, wanted) = parted(told);
        let (somewhere, wanted): Parted =
            wanted.into_iter().partition(|(name, _)| kind.shown(name) == Shown::Somewhere);
        let identity = if call.feeds().is_some() { vec![(IDENTITY, Value::Null)] } else { which.clone() };
        // What was added to a list is taken out again, by the line that says so.
        let has_list = wanted.iter().any(|(_, value)| matches!(value, Value::Add(_)));
        let named = asked.iter().fold(Call::new(last.cmdlet), given);
        let restored = identity.iter().chain(&wanted).fold(named, |call, (name, value)| {
            let is_switch = *value == Value::Switch;
            call.with(name, if is_switch { Value::Switch } else { Value::Recorded(kind.property(name)) })
        });
        let (seen, which) = match (call.feeds(), by_type(&which)) {
            (Some(feeds), _) => (feeds, Vec::new()),
            (None, Some(kinds)) => (Call::new(getter(noun)?).with("Type", kinds), Vec::new()),
            (None, None) => (asked.iter().fold(printer(noun)?, given), which),
        };
        Some(Self {
            seen,
            within: None,
            makes: false,
            many: call.feeds().is_some(),
            which,
            wanted,
            // What can't be told from other texts can't be brought back.
            restore: (!has_list && somewhere.is_empty()).then_some(restored),
            shown: somewhere.into_iter().map(|(_, value)| value).collect(),
            change: None,
            clear: None,
        })
    }

    /// A policy of users, who each had another.
    fn granted(call: &Call, noun: &str) -> Option<Self> {
        let last = call.last()?;
        let of =
            |wanted: &str| last.parameters.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value);
        let users = match (call.feeds(), of(IDENTITY)) {
            (Some(feeds), _) => feeds,
            (None, identity) => Call::new(getter("CsUser")?).with(IDENTITY, identity?.clone()),
        };
        let policy = getter(noun)?.split_once("-Cs")?.1;
        let mut restore = Call::new(last.cmdlet)
            .with(IDENTITY, Value::Recorded("SipAddress"))
            .with("PolicyName", Value::Recorded(policy));
        if let Some((_, back)) = GOES_BACK.iter().find(|(of, _)| *of == policy) {
            restore = restore.with("PassThru", Value::Switch).pipe(back);
        }
        let wanted = vec![(policy, of("PolicyName")?.clone())];
        Some(Self {
            seen: users,
            within: None,
            makes: false,
            many: call.feeds().is_some(),
            which: Vec::new(),
            wanted,
            shown: Vec::new(),
            change: None,
            restore: Some(restore),
            clear: None,
        })
    }

    /// The properties that are recorded of a thing before it is changed.
    #[must_use]
    pub fn recorded(&self) -> Vec<&'static str> {
        let restored = self.restore.iter().flat_map(Call::invocations).flat_map(|one| &one.parameters);
        let mut names: Vec<_> = restored
            .filter_map(|(_, value)| match value {
                Value::Recorded(name) | Value::RecordedList(name) => Some(*name),
                _ => None,
            })
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

/// Parameters that say which thing is meant, and those that say what it is like.
type Parted = (Vec<(&'static str, Value)>, Vec<(&'static str, Value)>);

fn parted(parameters: Vec<(&'static str, Value)>) -> Parted {
    parameters.into_iter().partition(|(name, _)| WHICH.contains(name))
}

/// The kinds that are asked for: the cmdlet that prints takes them as the one that changes does.
fn by_type(which: &[(&'static str, Value)]) -> Option<Value> {
    which.iter().find(|(name, _)| *name == "Type").map(|(_, value)| value.clone())
}

/// A line with one of these parameters more.
fn given(call: Call, (name, value): &(&'static str, Value)) -> Call {
    call.with(name, value.clone())
}

/// The cmdlet that prints what another makes, changes or grants.
fn getter(noun: &str) -> Option<&'static str> {
    let is_getter =
        |name: &&str| name.strip_prefix("Get-").is_some_and(|rest| rest.eq_ignore_ascii_case(noun));
    cmdlets().map(|(name, _)| name).find(is_getter)
}

/// The line that prints what another changes: of a service, the one for all services.
fn printer(noun: &str) -> Option<Call> {
    let of_services = || {
        let (service, known) = cmdlets().find(|(name, _)| *name == "Get-CsService")?;
        let kind = known.parameters.keys().find(|kind| noun.strip_prefix("Cs") == Some(kind.as_str()))?;
        Some(Call::new(service).with(kind, Value::Switch))
    };
    getter(noun).map(Call::new).or_else(of_services)
}

/// The line that makes a thing as it was recorded; its only entry is the active one (M-330).
fn recorded(call: &Call) -> Call {
    let Some(last) = call.last() else { return call.clone() };
    last.parameters.iter().fold(Call::new(last.cmdlet), |made, (name, value)| {
        let value = match (value, *name) {
            (Value::Result(inner), _) => Value::Result(Box::new(recorded(inner))),
            (_, "Url") => Value::Recorded("ActiveUrl"),
            (_, name) => Value::Recorded(name),
        };
        made.with(name, value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_is_looked_at_and_brought_back() {
        let set = Call::new("Set-CsMobilityPolicy")
            .text("Identity", "global")
            .with("EnableMobility", Value::Bool(false));
        let state = State::of(&set).unwrap();
        assert_eq!(state.seen.to_string(), "Get-CsMobilityPolicy");
        assert_eq!(state.which, [("Identity", Value::Text("global".into()))]);
        let restore = state.restore.as_ref().unwrap().to_string();
        assert_eq!(
            restore,
            "Set-CsMobilityPolicy -Identity $Old.Identity -EnableMobility $Old.EnableMobility"
        );
        assert_eq!(state.recorded(), ["EnableMobility", "Identity"]);
    }

    #[test]
    fn what_is_granted_is_seen_at_the_users() {
        let grant = Call::new("Grant-CsVoicePolicy").text("Identity", "kim").text("PolicyName", "Field");
        let state = State::of(&grant).unwrap();
        assert_eq!(state.seen.to_string(), "Get-CsUser -Identity kim");
        assert_eq!(state.wanted, [("VoicePolicy", Value::Text("Field".into()))]);
        let restore = state.restore.unwrap().to_string();
        assert_eq!(restore, "Grant-CsVoicePolicy -Identity $Old.SipAddress -PolicyName $Old.VoicePolicy");
    }

    #[test]
    fn a_simple_url_is_one_among_several() {
        let entry = Call::new("New-CsSimpleUrlEntry").text("Url", "https://a.example");
        let url = Call::new("New-CsSimpleUrl")
            .text("Component", "Meet")
            .text("Domain", "a.example")
            .with("SimpleUrlEntry", Value::Result(Box::new(entry)))
            .text("ActiveUrl", "https://a.example");
        let set = Call::new("Set-CsSimpleUrlConfiguration")
            .text("Identity", "global")
            .with("SimpleUrl", Value::AddResults([url].into()));
        let state = State::of(&set).unwrap();
        assert_eq!(state.seen.to_string(), "Get-CsSimpleUrlConfiguration -Identity global");
        assert_eq!(state.wanted, [("ActiveUrl", Value::Text("https://a.example".into()))]);
        assert_eq!(
            state.clear.unwrap().to_string(),
            "Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Remove=$Others}"
        );
        assert_eq!(
            state.restore.unwrap().to_string(),
            "Set-CsSimpleUrlConfiguration -Identity global -SimpleUrl @{Add=(New-CsSimpleUrl -Component \
             $Old.Component -Domain $Old.Domain -SimpleUrlEntry (New-CsSimpleUrlEntry -Url $Old.ActiveUrl) \
             -ActiveUrl $Old.ActiveUrl)}"
        );
    }

    #[test]
    fn a_test_leaves_no_state() {
        assert_eq!(State::of(&Call::new("Test-CsUcwaConference")), None);
        assert_eq!(State::of(&Call::new("Enable-CsComputer")), None);
    }

    #[test]
    fn what_another_cmdlet_prints_is_looked_at_and_brought_back() {
        let set = Call::new("Get-ClientAccessService").pipe("Set-ClientAccessService").text(
            "AutoDiscoverServiceInternalUri",
            "https://autodiscover.contoso.com/autodiscover/autodiscover.xml",
        );
        let state = State::of(&set).unwrap();
        assert_eq!(state.seen.to_string(), "Get-ClientAccessService");
        assert!(state.many);
        assert_eq!(
            state.restore.unwrap().to_string(),
            "Set-ClientAccessService -Identity $Old.Identity -AutoDiscoverServiceInternalUri \
             $Old.AutoDiscoverServiceInternalUri"
        );
    }

    #[test]
    fn a_user_is_asked_for_by_name() {
        let set = Call::new("Set-CsUser").text("Identity", "kim").with("HostedVoiceMail", Value::Bool(true));
        let state = State::of(&set).unwrap();
        assert_eq!(state.seen.to_string(), "Get-CsUser -Identity kim");
        assert_eq!(state.which, []);
        assert_eq!(
            state.restore.unwrap().to_string(),
            "Set-CsUser -Identity kim -HostedVoiceMail $Old.HostedVoiceMail"
        );
    }

    #[test]
    fn contacts_go_back_with_the_policy() {
        let grant =
            Call::new("Grant-CsUserServicesPolicy").text("Identity", "kim").text("PolicyName", "Pilot");
        assert_eq!(
            State::of(&grant).unwrap().restore.unwrap().to_string(),
            "Grant-CsUserServicesPolicy -Identity $Old.SipAddress -PolicyName $Old.UserServicesPolicy -PassThru | \
             Invoke-CsUcsRollback"
        );
    }
}
