//! What the world is like once a command has been carried out, derived from the command itself: a script looks before it
//! types, skips what is so already, keeps what it changes, and looks again.

mod made;

use super::{Call, Value};
use crate::catalog::cmdlets;

/// The parameter that names a thing.
const IDENTITY: &str = "Identity";

/// Parameters that say which thing is meant; all others say what it shall be like.
const WHICH: [&str; 4] = [IDENTITY, "Type", "Component", "Domain"];

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
        let last = call.last()?;
        let (verb, noun) = last.cmdlet.split_once("-Cs")?;
        match verb {
            "New" => Self::made(call, noun),
            "Set" => Self::kept_within(call, noun).or_else(|| Self::changed(call, noun)),
            "Grant" => Self::granted(call, noun),
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
            change: None,
            restore: Some(outer(Value::AddResults([recorded(thing)].into()))),
            clear: Some(outer(Value::RemoveOthers)),
        })
    }

    /// A thing that is there in any case, or all that another line prints.
    fn changed(call: &Call, noun: &str) -> Option<Self> {
        let last = call.last()?;
        let (which, wanted) = parted(last.parameters.clone());
        let identity = if call.feeds().is_some() { vec![("Identity", Value::Null)] } else { which.clone() };
        // What was added to a list is taken out again, by the line that says so.
        let has_list = wanted.iter().any(|(_, value)| matches!(value, Value::Add(_)));
        let restored = identity.iter().chain(&wanted).fold(Call::new(last.cmdlet), |call, (name, value)| {
            call.with(
                name,
                if *value == Value::Switch { Value::Switch } else { Value::Recorded(property(name)) },
            )
        });
        let (seen, which) = match (call.feeds(), by_type(&which)) {
            (Some(feeds), _) => (feeds, Vec::new()),
            (None, Some(kinds)) => (Call::new(getter(noun)?).with("Type", kinds), Vec::new()),
            (None, None) => (Call::new(getter(noun)?), which),
        };
        let restore = (!has_list).then_some(restored);
        let many = call.feeds().is_some();
        Some(Self {
            seen,
            within: None,
            makes: false,
            many,
            which,
            wanted,
            change: None,
            restore,
            clear: None,
        })
    }

    /// A policy of users, who each had another.
    fn granted(call: &Call, noun: &str) -> Option<Self> {
        let last = call.last()?;
        let of =
            |wanted: &str| last.parameters.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value);
        let users = match (call.feeds(), of("Identity")) {
            (Some(feeds), _) => feeds,
            (None, identity) => Call::new(getter("User")?).with("Identity", identity?.clone()),
        };
        let policy = getter(noun)?.split_once("-Cs")?.1;
        let restore = Call::new(last.cmdlet)
            .with("Identity", Value::Recorded("SipAddress"))
            .with("PolicyName", Value::Recorded(policy));
        let wanted = vec![(policy, of("PolicyName")?.clone())];
        Some(Self {
            seen: users,
            within: None,
            makes: false,
            many: call.feeds().is_some(),
            which: Vec::new(),
            wanted,
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

/// The property that shows a parameter: they have one name, but for the kind of a certificate (M-112).
fn property(parameter: &'static str) -> &'static str {
    if parameter == "Type" { "Use" } else { parameter }
}

/// The cmdlet that prints what another makes, changes or grants.
fn getter(noun: &str) -> Option<&'static str> {
    let is_getter = |name: &&str| name.strip_prefix("Get-Cs").is_some_and(|rest| rest == noun);
    cmdlets().map(|(name, _)| name).find(is_getter)
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
}
