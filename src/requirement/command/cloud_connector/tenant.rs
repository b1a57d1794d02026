//! The tenant: its peer, the shared SIP address space, its sites, and when appliances may update themselves (C-200 to C-203,
//! C-219, C-220).

use super::{deployed, in_tenant};
use crate::plan::{Because, Recurrence, UpdateWindow, Updates, Weekday};
use crate::requirement::command::{Call, Command, Stage, Value, add};
use crate::requirement::rule::Rule;
use crate::text::Message;

/// The rules of this file, in their order.
pub(in crate::requirement::command) const RULES: &[Rule<Command>] =
    &[PEER, SHARED_SPACE, SITE, WINDOW, WINDOW_OF_SITE];

/// The peer of the tenant: the Access Edge of the site that takes the calls of users without one. The dial plan of the
/// premises is switched off in so many words, as it is on by default.
const PEER: Rule<Command> = Rule {
    id: "command-cloud-peer",
    facts: &["C-018", "C-070", "C-200", "C-202", "C-203", "C-262"],
    make: |premises, maker| {
        let mut because = Because::default();
        if deployed(premises, &mut because).is_none() {
            return;
        }
        let Some(site) = premises.topology.cloud.fallback_site(&mut because) else { return };
        let Some(access) = because.read(&site.access) else { return };
        let call = peer(Value::Text(access.shared()), false);
        let undo = peer(Value::Operator("OldPeerDestination"), true);
        let remarks = ["remark-cloud-administrator", "remark-cloud-peer", "remark-cloud-retired"];
        let command =
            in_tenant(Stage::Tenant, call, Some(undo)).checked(Call::new("Get-CsTenantHybridConfiguration"));
        add(maker, &because, remarks.map(Message::new).into(), command);
    },
};

/// Users here and online share a SIP address space.
const SHARED_SPACE: Rule<Command> = Rule {
    id: "command-cloud-shared-space",
    facts: &["C-201", "C-203"],
    make: |premises, maker| {
        let mut because = Because::default();
        if deployed(premises, &mut because).is_none() {
            return;
        }
        let command = in_tenant(Stage::Tenant, shared_space(true), Some(shared_space(false)))
            .checked(Call::new("Get-CsTenantFederationConfiguration"));
        add(maker, &because, Vec::new(), command);
    },
};

/// What the tenant knows of each site; the first appliance that registers makes it (C-076).
const SITE: Rule<Command> = Rule {
    id: "command-cloud-site",
    facts: &["C-076", "C-219", "C-258"],
    make: |premises, maker| {
        let cloud = &premises.topology.cloud;
        let Some(deployed) = cloud.deployed() else { return };
        for site in &cloud.sites {
            let mut because = deployed.clone();
            let Some(access) = because.read(&site.access) else { continue };
            let name = because.read(&site.name);
            let of = |cmdlet| Call::new(cmdlet).text("Identity", name);
            let call = of("Set-CsHybridPSTNSite")
                .text("EdgeFQDN", access)
                .with("EnableAutoUpdate", Value::Bool(true));
            let undo = of("Set-CsHybridPSTNSite")
                .with("EdgeFQDN", Value::Operator("OldEdgeFQDN"))
                .with("EnableAutoUpdate", Value::Bool(true));
            let command = in_tenant(Stage::Tenant, call, Some(undo)).checked(of("Get-CsHybridPSTNSite"));
            add(maker, &because, vec![Message::new("remark-cloud-site")], command);
        }
    },
};

/// A window for updates.
const WINDOW: Rule<Command> = Rule {
    id: "command-cloud-update-window",
    facts: &["C-220"],
    make: |premises, maker| {
        let mut deploys = Because::default();
        let Some(connector) = deployed(premises, &mut deploys) else { return };
        for window in &connector.update_windows {
            let mut because = deploys.clone();
            let name = because.read(&window.name);
            let of = |cmdlet| Call::new(cmdlet).text("Identity", name);
            let call = opening(of("New-CsTenantUpdateTimeWindow"), window, &mut because);
            let undo = of("Remove-CsTenantUpdateTimeWindow");
            let command =
                in_tenant(Stage::Tenant, call, Some(undo)).checked(of("Get-CsTenantUpdateTimeWindow"));
            add(maker, &because, Vec::new(), command);
        }
    },
};

/// The windows of a site.
const WINDOW_OF_SITE: Rule<Command> = Rule {
    id: "command-cloud-update-site",
    facts: &["C-220"],
    make: |premises, maker| {
        let mut deploys = Because::default();
        let Some(connector) = deployed(premises, &mut deploys) else { return };
        for site in &connector.pstn_sites {
            let mut because = deploys.clone();
            let name = because.read(&site.name);
            let (mut bits, mut os) = (Vec::new(), Vec::new());
            for window in because.read(&connector.update_windows) {
                let sites = because.read(&window.sites);
                if !sites.is_empty() && !sites.contains(name) {
                    continue;
                }
                let updates = because.read(&window.updates).clone();
                let window = because.read(&window.name).to_string();
                for (what, list) in [(Updates::Bits, &mut bits), (Updates::Os, &mut os)] {
                    if updates.contains(&what) {
                        list.push(window.clone());
                    }
                }
            }
            let of = |value: fn(Vec<String>) -> Value| {
                let set = Call::new("Set-CsHybridPSTNSite").text("Identity", name);
                let lists = [("BitsUpdateTimeWindow", &bits), ("OsUpdateTimeWindow", &os)];
                let filled = lists.into_iter().filter(|(_, windows)| !windows.is_empty());
                filled.fold(set, |set, (parameter, windows)| set.with(parameter, value(windows.clone())))
            };
            if !bits.is_empty() || !os.is_empty() {
                let command = in_tenant(Stage::Tenant, of(Value::Add), Some(of(Value::Remove)))
                    .checked(Call::new("Get-CsHybridPSTNSite").text("Identity", name));
                add(maker, &because, Vec::new(), command);
            }
        }
    },
};

/// The line that sets the peer.
pub(super) fn peer(destination: Value, uses_local_dial_plan: bool) -> Call {
    Call::new("Set-CsTenantHybridConfiguration")
        .with("PeerDestination", destination)
        .with("UseOnPremDialPlan", Value::Bool(uses_local_dial_plan))
}

/// The line that says whether the SIP address space is shared.
pub(super) fn shared_space(is_shared: bool) -> Call {
    Call::new("Set-CsTenantFederationConfiguration").with("SharedSipAddressSpace", Value::Bool(is_shared))
}

/// When a window opens, and for how long.
fn opening(call: Call, window: &UpdateWindow, because: &mut Because) -> Call {
    let call = match because.read(&window.every) {
        Recurrence::Daily => call.with("Daily", Value::Switch),
        Recurrence::Weekly => {
            let days = because.read(&window.days).iter().map(|day| english(*day).to_owned()).collect();
            call.with("Weekly", Value::Switch).with("DaysOfWeek", Value::Texts(days))
        }
        Recurrence::Monthly => call
            .with("Monthly", Value::Switch)
            .with("DayOfMonth", Value::Number(because.read(&window.day_of_month).0)),
    };
    let span = |hours: u32| {
        // A day of 24 hours is a day: the hours of a time span end at 23.
        if hours < 24 { format!("{hours:02}:00:00") } else { format!("{}.00:00:00", hours / 24) }
    };
    call.text("StartTime", span(because.read(&window.start_hour).0))
        .text("Duration", span(because.read(&window.hours).0))
}

/// A day as the cmdlet spells it.
const fn english(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
