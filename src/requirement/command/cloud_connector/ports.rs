//! Media ports of the Mediation Servers, where they are limited (C-111, C-112, CD-6, CD-14).

use super::{command, deployed};
use crate::catalog::cloud_connector;
use crate::plan::Because;
use crate::requirement::command::{Call, Command, Place, Shell, Stage, Value, add};
use crate::requirement::rule::Rule;
use crate::text::Message;

/// The rules of this file, in their order.
pub(in crate::requirement::command) const RULES: &[Rule<Command>] = &[PORTS];

/// The ports of the pool, once for each appliance: each has a management store of its own (C-011).
const PORTS: Rule<Command> = Rule {
    id: "command-cloud-media-ports",
    facts: &["C-110", "C-111", "C-112", "C-235", "CD-6", "CD-14"],
    make: |premises, maker| {
        let mut deploys = Because::default();
        let Some(connector) = deployed(premises, &mut deploys) else { return };
        let (first, count) = {
            let ports = &connector.media_ports;
            (deploys.read(&ports.first).number(), deploys.read(&ports.count).0)
        };
        let known = cloud_connector();
        let unlimited = known.media_ports.value;
        if (first, count) == (unlimited.first.number(), unlimited.count()) {
            return;
        }
        let domain = deploys.read(&connector.vm_domain);
        let pool = domain.below(deploys.read(&connector.mediation_pool));
        let sites = connector.pstn_sites.iter();
        for (at, (round, appliance)) in sites
            .enumerate()
            .flat_map(|(at, site)| site.appliances.iter().enumerate().map(move |own| (at, own)))
        {
            let mut because = deploys.clone();
            let Some(store) = because.read(&appliance.central_management.name) else { continue };
            let set = |first: u16, count: u32| {
                Call::new("Set-CsMediationServer")
                    .text("Identity", format!("MediationServer:{pool}"))
                    .with("AudioPortStart", Value::Number(first.into()))
                    .with("AudioPortCount", Value::Number(count))
            };
            let properties = ["Identity", "AudioPortStart", "AudioPortCount"].map(str::to_owned);
            let check = Call::new("Get-CsService")
                .with("MediationServer", Value::Switch)
                .pipe("Select-Object")
                .with("Property", Value::Texts(properties.into()));
            let calls = |each: u32| count / each;
            let remarks = vec![
                Message::new("remark-cloud-media-ports")
                    .with("last", u32::from(first) + count - 1)
                    .with("calls", calls(known.ports_per_call.value))
                    .with("fewer", calls(known.ports_per_call_help.value)),
                Message::new("remark-cloud-maintenance"),
            ];
            let place = Place::Server(domain.below(store));
            let undo = set(unlimited.first.number(), unlimited.count());
            let call = set(first, count);
            let shell = Shell::SkypeManagementShell;
            let command = command(Stage::Appliances, place, shell, call, Some(undo)).checked(check);
            // When the host has done its own part.
            add(maker, &because, remarks, Command { turn: [at, round, usize::MAX], ..command });
        }
    },
};
