//! Lync 2010 Mobile inside only: the Mobility Service hands out the internal URL (M-218 to M-222).

use super::{Call, Command, Stage, Value, add};
use crate::plan::{Access, Because};
use crate::requirement::rule::Rule;
use crate::text::Message;

/// The rules of this file, in their order.
pub(super) const RULES: &[Rule<Command>] = &[EXPOSED_URL];

/// The exposed URL in every collection of settings that exists, as one of a site or server would win over the global
/// one (M-219, M-220). UCWA has no such setting (M-222).
const EXPOSED_URL: Rule<Command> = Rule {
    id: "command-exposed-web-url",
    facts: &["M-006", "M-218", "M-219", "M-220", "M-221", "M-222", "M-223"],
    make: |premises, maker| {
        let mut because = Because::default();
        let plan = premises.plan;
        let is_wanted = *because.read(&plan.mobility.access) == Access::InternalOnly
            && !because.read(&plan.clients.lync_2010_mobile).is_empty()
            && because.read(&plan.servers.version).has_mcx();
        if !is_wanted {
            return;
        }
        let set = |url: &str| {
            Call::new("Get-CsMcxConfiguration").pipe("Set-CsMcxConfiguration").text("ExposedWebURL", url)
        };
        let properties = ["Identity", "ExposedWebURL"].map(str::to_owned).into();
        let check = Call::new("Get-CsMcxConfiguration")
            .pipe("Select-Object")
            .with("Property", Value::Texts(properties));
        let command =
            Command::anywhere(Stage::InternalOnly, set("Internal"), Some(set("External"))).checked(check);
        let remarks = ["remark-ucwa-stays-external", "remark-exposed-before"];
        add(maker, &because, remarks.map(Message::new).into(), command);
    },
};
