//! Exchange Online for pools that stand here: the Edge lets it in, and its tokens are taken.

use super::{Call, Command, Place, Stage, Value, add, by_place, remove, trusts_online, wants};
use crate::catalog::{exchange, exchange_commands, numbers};
use crate::plan::{Because, ExchangeFeature, Version};
use crate::requirement::command::federation;
use crate::requirement::edge_use::is_pushed;
use crate::requirement::rule::{Premises, Rule};
use crate::text::Message;
use crate::value::Fqdn;

/// The rules of this file, in their order.
pub(in crate::requirement::command) const RULES: &[Rule<Command>] =
    &[ACCESS_EDGE, PROVIDER, REPLICATION, ON_EDGES, TOKEN_SERVER, PARTNER, OWN_NAME];

/// The Edge lets others in, where no other line does already.
const ACCESS_EDGE: Rule<Command> = Rule {
    id: "command-online-access-edge",
    facts: &["X-180", "X-181"],
    make: |premises, maker| {
        let mut because = Because::default();
        if proxy(premises, &mut because).is_none()
            || *because.read(&premises.plan.mobility.hybrid)
            || federation::is_wanted(premises, &mut because)
        {
            return;
        }
        let set = |is_on| {
            Call::new("Set-CsAccessEdgeConfiguration").with("AllowFederatedUsers", Value::Bool(is_on))
        };
        let command = Command::anywhere(Stage::ExchangeOnline, set(true), Some(set(false)))
            .checked(Call::new("Get-CsAccessEdgeConfiguration"));
        add(maker, &because, vec![Message::new("remark-online-edge")], command);
    },
};

/// The hosting provider of the cloud. Only one provider may have its proxy.
const PROVIDER: Rule<Command> = Rule {
    id: "command-online-provider",
    facts: &["X-180", "X-182", "X-183", "X-184"],
    make: |premises, maker| {
        let mut because = Because::default();
        let Some(proxy) = proxy(premises, &mut because) else {
            return;
        };
        if *proxy == numbers().push_proxy.value && is_made_elsewhere(premises, &mut because) {
            return;
        }
        let of = |cmdlet| Call::new(cmdlet).text("Identity", &exchange_commands().hosting_provider.value);
        let call = of("New-CsHostingProvider")
            .with("Enabled", Value::Bool(true))
            .with("EnabledSharedAddressSpace", Value::Bool(true))
            .with("HostsOCSUsers", Value::Bool(false))
            .text("ProxyFqdn", proxy)
            .with("IsLocal", Value::Bool(false))
            .text("VerificationLevel", "UseSourceVerification");
        let command = Command::anywhere(Stage::ExchangeOnline, call, Some(of("Remove-CsHostingProvider")))
            .checked(Call::new("Get-CsHostingProvider"));
        add(maker, &because, vec![Message::new("remark-online-proxy")], command);
    },
};

/// Every replica has it.
const REPLICATION: Rule<Command> = Rule {
    id: "command-online-replication",
    facts: &["X-185"],
    make: |premises, maker| {
        let mut because = Because::default();
        if proxy(premises, &mut because).is_some() {
            let call = Call::new("Get-CsManagementStoreReplicationStatus");
            let remarks = vec![Message::new("remark-online-replicated")];
            add(maker, &because, remarks, Command::anywhere(Stage::ExchangeOnline, call, None));
        }
    },
};

/// Every Edge Server has it.
const ON_EDGES: Rule<Command> = Rule {
    id: "command-online-on-edges",
    facts: &["X-185"],
    make: |premises, maker| {
        let mut servers: Vec<_> =
            premises.topology.edges.iter().flat_map(|edge| &edge.pool.servers).collect();
        servers.sort_by_key(|server| server.fqdn.given().value());
        for server in servers {
            let mut because = Because::default();
            if proxy(premises, &mut because).is_none() {
                return;
            }
            let call = Call::new("Get-CsHostingProvider").with("LocalStore", Value::Switch);
            let mut command = Command::anywhere(Stage::ExchangeOnline, call, None);
            command.place = Place::Server(because.read(&server.fqdn).clone());
            add(maker, &because, Vec::new(), command);
        }
    },
};

/// The token server of the tenant, which is told by its id.
const TOKEN_SERVER: Rule<Command> = Rule {
    id: "command-online-token-server",
    facts: &["X-186", "X-189"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !trusts_online(premises, &mut because) {
            return;
        }
        let Some(tenant) = because.read(&premises.topology.exchange.answers.tenant_id) else {
            return;
        };
        let names = exchange_commands();
        let call = Call::new("New-CsOAuthServer")
            .text("Identity", &names.token_server.value)
            .text("MetadataUrl", names.token_metadata_of(tenant));
        let undo = remove("Remove-CsOAuthServer", &names.token_server.value);
        let check = Call::new("Get-CsOAuthServer");
        let command = Command::anywhere(Stage::ExchangeOnline, call, Some(undo)).checked(check);
        add(maker, &because, vec![Message::new("remark-online-tenant-id")], command);
    },
};

/// Exchange Online as a partner application, by its well-known id.
const PARTNER: Rule<Command> = Rule {
    id: "command-online-partner",
    facts: &["X-085", "X-186", "X-187"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !trusts_online(premises, &mut because) {
            return;
        }
        let names = exchange_commands();
        let of = |cmdlet| Call::new(cmdlet).text("Identity", &names.online_partner.value);
        let call = of("New-CsPartnerApplication")
            .text("ApplicationIdentifier", &names.exchange_principal.value)
            .text("ApplicationTrustLevel", "Full")
            .with("UseOAuthServer", Value::Switch);
        let undo = of("Remove-CsPartnerApplication");
        let command = Command::anywhere(Stage::ExchangeOnline, call, Some(undo))
            .checked(of("Get-CsPartnerApplication"));
        add(maker, &because, vec![Message::new("remark-partner-trust")], command);
    },
};

/// What the servers call themselves before the tenant.
const OWN_NAME: Rule<Command> = Rule {
    id: "command-online-service-name",
    facts: &["X-186", "X-187"],
    make: |premises, maker| {
        let mut because = Because::default();
        if !trusts_online(premises, &mut because) {
            return;
        }
        let set =
            |name| Call::new("Set-CsOAuthConfiguration").text("Identity", "global").with("ServiceName", name);
        let name = Value::Text(exchange_commands().server_principal.value.as_str().into());
        let command = Command::anywhere(Stage::ExchangeOnline, set(name), Some(set(Value::Null)))
            .checked(Call::new("Get-CsOAuthConfiguration").text("Identity", "global"));
        add(maker, &because, Vec::new(), command);
    },
};

/// The proxy of Exchange Online in the plan's cloud, where mailboxes or voice mail are there.
pub(super) fn proxy<'p>(premises: &Premises<'p>, because: &mut Because) -> Option<&'p Fqdn> {
    let is_online =
        by_place(premises, because, |because| has_voice_mail_of_cloud(premises, because), |_| true);
    let cloud = &premises.topology.exchange.answers.cloud;
    if is_online { exchange().proxy_of(because.read(cloud).word()) } else { None }
}

/// Whether the voice mail is that of the cloud.
pub(super) fn has_voice_mail(premises: &Premises<'_>, because: &mut Because) -> bool {
    by_place(
        premises,
        because,
        |because| has_voice_mail_of_cloud(premises, because),
        |because| wants(premises, ExchangeFeature::UnifiedMessaging, because),
    )
}

/// Whether voice mail is wanted that an Exchange here no longer has and newer pools take from the cloud.
fn has_voice_mail_of_cloud(premises: &Premises<'_>, because: &mut Because) -> bool {
    let is_taken = |because: &mut Because| {
        because.both(
            |because| !premises.topology.exchange.answers.has_um(because),
            |because| *because.read(&premises.plan.servers.version) >= Version::Server2019,
        )
    };
    because.both(|because| wants(premises, ExchangeFeature::UnifiedMessaging, because), is_taken)
}

/// Whether push or a hybrid deployment makes a provider already, or the plan names one.
fn is_made_elsewhere(premises: &Premises<'_>, because: &mut Because) -> bool {
    let mobility = &premises.plan.mobility;
    because.either(
        |because| *because.read(&mobility.hybrid),
        |because| {
            because.either(
                |because| is_pushed(premises.plan, because),
                |because| because.read(&mobility.push.existing_hosting_provider).is_some(),
            )
        },
    )
}
