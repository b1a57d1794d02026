//! Mobility policies that do nothing, or not what they say (M-226 to M-245).

use std::collections::BTreeMap;

use crate::finding::{Finding, Severity};
use crate::plan::{Because, List, MobilityPolicy, Scope};
use crate::requirement::rule::Rule;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Finding>] = &[
    WITHOUT_NAME,
    NAME_RESERVED,
    FOR_NOBODY,
    TWO_FOR_ONE_SCOPE,
    OUTSIDE_VOICE_GOES_TOO,
    CALL_VIA_WORK,
    WIFI_WITHOUT_MEDIA,
];

/// A policy for users that has no name to be granted by.
const WITHOUT_NAME: Rule<Finding> = Rule {
    id: "policy-without-name",
    facts: &["M-237", "M-238", "M-239"],
    make: |premises, maker| {
        for policy in &premises.plan.mobility.policies {
            let mut because = Because::default();
            if is_for_users(policy, &mut because) && because.read(&policy.name).is_none() {
                let finding = maker.finding(Severity::Error, policy.name.path());
                maker.tell(&because, finding);
            }
        }
    },
};

/// A name that means something else to the cmdlets.
const NAME_RESERVED: Rule<Finding> = Rule {
    id: "policy-name-reserved",
    facts: &["M-235", "M-236", "M-239", "M-304"],
    make: |premises, maker| {
        for policy in &premises.plan.mobility.policies {
            let mut because = Because::default();
            if !is_for_users(policy, &mut because) {
                continue;
            }
            let Some(name) = because.read(&policy.name) else { continue };
            let small = name.as_str().to_lowercase();
            if small == "global" || small.starts_with("site:") || small.starts_with("tag:") {
                let finding = maker.finding(Severity::Error, policy.name.path()).with("name", name);
                maker.tell(&because, finding);
            }
        }
    },
};

/// A policy for users that nobody is granted.
const FOR_NOBODY: Rule<Finding> = Rule {
    id: "policy-for-nobody",
    facts: &["M-238"],
    make: |premises, maker| {
        let policies = &premises.plan.mobility.policies;
        for policy in policies {
            let mut because = Because::default();
            if is_for_users(policy, &mut because) && because.read(&policy.grant_to).is_empty() {
                let finding = maker
                    .finding(Severity::Warning, policy.grant_to.path())
                    .with("policy", label(policies, policy, &mut because));
                maker.tell(&because, finding);
            }
        }
    },
};

/// Two policies that apply at the same place.
const TWO_FOR_ONE_SCOPE: Rule<Finding> = Rule {
    id: "policies-of-one-scope",
    facts: &["M-226", "M-235", "M-236"],
    make: |premises, maker| {
        let policies = &premises.plan.mobility.policies;
        let mut taken = BTreeMap::new();
        for policy in policies {
            let mut because = Because::default();
            let scope = match because.read(&policy.scope) {
                Scope::Global => "global".to_owned(),
                Scope::Site(site) => format!("site:{site}"),
                Scope::User => continue,
            };
            let Some((other, others)) = taken.insert(scope.clone(), (&policy.at, because.clone())) else {
                continue;
            };
            because.join(&others);
            because.note(policies.path());
            let finding =
                maker.finding(Severity::Error, policy.scope.path()).with("scope", scope).with("other", other);
            maker.tell(&because, finding);
        }
    },
};

/// Call via Work that is left on where mobility is off.
const OUTSIDE_VOICE_GOES_TOO: Rule<Finding> = Rule {
    id: "outside-voice-goes-too",
    facts: &["M-242", "M-305"],
    make: |premises, maker| {
        let policies = &premises.plan.mobility.policies;
        for policy in policies {
            let mut because = Because::default();
            let is_met =
                !*because.read(&policy.enable_mobility) && *because.read(&policy.enable_outside_voice);
            if is_met {
                let finding = maker
                    .finding(Severity::Advice, policy.enable_outside_voice.path())
                    .with("policy", label(policies, policy, &mut because));
                maker.tell(&because, finding);
            }
        }
    },
};

/// Call via Work, which needs more than this policy.
const CALL_VIA_WORK: Rule<Finding> = Rule {
    id: "call-via-work-needs-voice",
    facts: &["M-228", "M-244", "M-245", "M-306"],
    make: |premises, maker| {
        let policies = &premises.plan.mobility.policies;
        for policy in policies {
            let mut because = Because::default();
            let is_met =
                *because.read(&policy.enable_mobility) && *because.read(&policy.enable_outside_voice);
            if is_met {
                let finding = maker
                    .finding(Severity::Advice, policy.enable_outside_voice.path())
                    .with("policy", label(policies, policy, &mut because));
                maker.tell(&because, finding);
            }
        }
    },
};

/// Wi-Fi is required for what is off.
const WIFI_WITHOUT_MEDIA: Rule<Finding> = Rule {
    id: "wifi-without-media",
    facts: &["M-229", "M-230", "M-231"],
    make: |premises, maker| {
        let policies = &premises.plan.mobility.policies;
        for policy in policies {
            for required in [&policy.require_wifi_for_ip_audio, &policy.require_wifi_for_ip_video] {
                let mut because = Because::default();
                if *because.read(required) && !*because.read(&policy.enable_ip_audio_video) {
                    let finding = maker
                        .finding(Severity::Warning, required.path())
                        .with("policy", label(policies, policy, &mut because));
                    maker.tell(&because, finding);
                }
            }
        }
    },
};

fn is_for_users(policy: &MobilityPolicy, because: &mut Because) -> bool {
    *because.read(&policy.scope) == Scope::User
}

/// What people call a policy: its name, else its scope. What it is called is a matter of the list.
fn label(policies: &List<MobilityPolicy>, policy: &MobilityPolicy, because: &mut Because) -> String {
    because.note(policies.path());
    match because.read(&policy.scope) {
        Scope::Global => "global".to_owned(),
        Scope::Site(site) => format!("site:{site}"),
        Scope::User => {
            because.read(&policy.name).as_ref().map_or_else(|| "user".to_owned(), ToString::to_string)
        }
    }
}
