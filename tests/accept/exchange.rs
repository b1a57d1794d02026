//! Exchange integration: the commands of each combination of the two products, each line as it must be rather than as a page
//! prints it, and every line one of the version of Exchange.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

#[path = "exchange/lines.rs"]
mod lines;
#[path = "exchange/made.rs"]
mod made;

use std::collections::BTreeSet;

use serde_json::Value as Json;
use ucplan::blueprint::Blueprint;
use ucplan::catalog::{Templates, cmdlet};
use ucplan::plan::{Document, Plan};
use ucplan::requirement::{Command, Row, Shell, Stage};

use crate::commands::{Called, calls, faults, year};
use crate::common::{Desk, plans};

/// Everything that both products can share.
const FEATURES: &str = "exchange.features=[presence-in-outlook, owa-im, unified-contact-store, high-resolution-photos, \
     archiving, search-archive, unified-messaging]";

/// What all plans of these tests say.
const COMMON: [&str; 7] = [
    "exchange.integrate=true",
    FEATURES,
    "exchange.autodiscover_host=autodiscover.contoso.com",
    "exchange.servers=[{ fqdn: ex01.contoso.com, addresses: [192.168.10.60] }]",
    "exchange.contacts.who=pilot",
    "exchange.contacts.grant_to=['kim@contoso.com']",
    "mobility.test_users=['one@contoso.com','two@contoso.com']",
];

/// A plan with Exchange, and what these answers say.
fn desk(answers: &[&str]) -> Desk {
    let desk = Desk::with_sample("two-domains");
    desk.set(&COMMON);
    desk.set(answers);
    desk
}

/// The commands of Exchange integration.
fn rows(desk: &Desk) -> Vec<Json> {
    let stages = [
        Stage::ExchangeAutodiscover,
        Stage::OauthConfiguration,
        Stage::ExchangePartner,
        Stage::PartnerApplications,
        Stage::ExchangeOnline,
        Stage::ExchangeTenant,
        Stage::ExchangeFeatures,
        Stage::ExchangeMailboxes,
        Stage::CloudVoicemail,
        Stage::ExchangeTests,
    ];
    let is_own = |row: &Json| stages.iter().any(|stage| row["stage"] == stage.word());
    desk.shown("commands").into_iter().filter(is_own).collect()
}

const C1: &[&str] = &["exchange.version=exchange-2016"];
const C2: &[&str] = &[
    "exchange.exchange=online",
    "exchange.tenant_id=11111111-2222-4333-8444-555555555555",
    "exchange.voice_mail.users=['kim@contoso.com']",
    "exchange.voice_mail.organization=contoso.onmicrosoft.com",
];
const C3: &[&str] =
    &["exchange.skype=online", "exchange.version=exchange-2010", "exchange.features=[presence-in-outlook]"];
const C4: &[&str] =
    &["exchange.skype=online", "exchange.version=exchange-2016", "exchange.features=[presence-in-outlook]"];
const C5: &[&str] =
    &["exchange.skype=online", "exchange.exchange=online", "exchange.features=[presence-in-outlook]"];

/// The blueprints of all plans, and of the five combinations with each version.
fn blueprints() -> Vec<(String, Blueprint)> {
    let texts = [C1, C2, C3, C4, C5].into_iter().flat_map(|column| {
        let versions =
            ["2010", "2013", "2016", "2019", "se"].map(|year| format!("exchange.version=exchange-{year}"));
        versions.into_iter().map(move |version| {
            let desk = desk(column);
            // A column of its own version keeps it.
            if !column.iter().any(|answer| answer.contains("version")) || column == C1 {
                desk.set(&[&version]);
            }
            (format!("{column:?} {version}"), desk.read("plan.yaml"))
        })
    });
    let all = plans().into_iter().chain(texts);
    all.map(|(name, text)| {
        let document = Document::parse(&text).unwrap();
        let plan = Plan::read(&document, &Templates::default()).unwrap();
        (name, Blueprint::of(plan))
    })
    .collect()
}

/// What each column of the matrix gets, in the order of work; a cmdlet that is typed several times, one after
/// another, counts once.
const TABLE: [(&str, &[&str], &[&str]); 5] = [
    (
        "c1",
        C1,
        &[
            "Set-ClientAccessService",
            "Set-CsUserServicesPolicy",
            "Set-CsOAuthConfiguration",
            "Get-AuthConfig",
            "Configure-EnterprisePartnerApplication.ps1",
            "iisreset",
            "New-CsPartnerApplication",
            "New-CsUserServicesPolicy",
            "Grant-CsUserServicesPolicy",
            "Set-CsArchivingConfiguration",
            "Set-CsArchivingPolicy",
            "New-CsTrustedApplicationPool",
            "Enable-CsTopology",
            "Get-CsMediaConfiguration",
            "New-SettingOverride",
            "Get-ExchangeDiagnosticInfo",
            "Restart-WebAppPool",
            "Get-ExchangeDiagnosticInfo",
            "New-UMDialPlan",
            "Set-UMDialPlan",
            "Set-UMService",
            "Enable-ExchangeCertificate",
            "Restart-Service",
            "Set-UMCallRouterSettings",
            "Enable-ExchangeCertificate",
            "Restart-Service",
            "New-UMMailboxPolicy",
            "exchucutil.ps1",
            "Test-CsExStorageConnectivity",
            "Test-CsUnifiedContactStore",
            "Test-CsExUMConnectivity",
            "Test-CsExUMVoiceMail",
            "Invoke-WebRequest",
        ],
    ),
    (
        "c2",
        C2,
        &[
            "Set-CsUserServicesPolicy",
            "Set-CsOAuthConfiguration",
            "New-CsHostingProvider",
            "Get-CsManagementStoreReplicationStatus",
            "Get-CsHostingProvider",
            "New-CsOAuthServer",
            "New-CsPartnerApplication",
            "Set-CsOAuthConfiguration",
            "New-MsolServicePrincipalCredential",
            "Set-MsolServicePrincipal",
            "New-CsUserServicesPolicy",
            "Grant-CsUserServicesPolicy",
            "Set-CsArchivingConfiguration",
            "Set-CsArchivingPolicy",
            "Set-CsHostedVoicemailPolicy",
            "Set-CsUser",
            "Test-CsExStorageConnectivity",
            "Test-CsUnifiedContactStore",
        ],
    ),
    ("c3", C3, &["Set-ClientAccessServer"]),
    (
        "c4",
        C4,
        &[
            "Set-ClientAccessService",
            "New-MailUser",
            "Set-MailUser",
            "New-ManagementRoleAssignment",
            "New-PartnerApplication",
            "New-Item",
            "Export-Certificate",
            "New-MsolServicePrincipalCredential",
        ],
    ),
    ("c5", C5, &[]),
];

#[test]
fn each_combination_has_its_commands_in_the_order_of_work() {
    for (column, answers, wanted) in TABLE {
        let rows = rows(&desk(answers));
        let mut found: Vec<&str> = rows.iter().map(|row| row["cmdlet"].as_str().unwrap()).collect();
        found.dedup();
        assert_eq!(found, wanted, "{column}");
    }
}

#[test]
fn every_line_is_one_of_the_version_of_exchange() {
    let mut seen = BTreeSet::new();
    for (name, blueprint) in blueprints() {
        let plan = &blueprint.plan;
        let version = plan.exchange.version.given().value().word();
        let year = year(plan.servers.version.given().value().word());
        let rows = blueprint.requirements.commands.iter();
        for row in rows.filter(|row| row.body.stage.folder() != "cloud-connector") {
            for called in called(row) {
                let fault = of_exchange(&called, version, row.body.shell);
                assert_eq!(fault, None, "{name}: {}", row.body.call);
                assert_eq!(faults(&called, year), [""; 0], "{name}: {}", row.body.call);
                if cmdlet(&called.cmdlet).is_some_and(|known| !known.exchange.is_empty()) {
                    seen.insert(called.cmdlet.clone());
                }
            }
        }
    }
    assert!(seen.len() > 25, "{seen:?}");
}

/// The calls of a row: what is typed, what shows that it worked, what takes it back.
fn called(row: &Row<Command>) -> Vec<Called> {
    let body = &row.body;
    let all = [Some(&body.call), body.check.as_deref(), body.undo.as_ref()];
    all.into_iter().flatten().flat_map(|call| calls(&call.to_string())).collect()
}

/// What is wrong with a call, by the versions of Exchange and by the shell.
fn of_exchange(called: &Called, version: &str, shell: Shell) -> Option<String> {
    let known = cmdlet(&called.cmdlet)?;
    let is_exchange = shell == Shell::ExchangeManagementShell;
    if !known.exchange.is_empty() && !known.exchange.iter().any(|one| one == version) {
        return Some(format!("{} is not for {version}", called.cmdlet));
    }
    if !known.exchange.is_empty() && !is_exchange {
        return Some(format!("{} is not typed into {shell:?}", called.cmdlet));
    }
    (!known.applicable.is_empty() && is_exchange)
        .then(|| format!("{} is not typed into {shell:?}", called.cmdlet))
}

#[test]
fn a_call_of_another_version_or_shell_is_flagged() {
    let fault = |line: &str, version: &str, shell| {
        calls(line).iter().find_map(|called| of_exchange(called, version, shell)).unwrap_or_default()
    };
    let exchange = Shell::ExchangeManagementShell;
    assert_eq!(fault("Get-ClientAccessService", "exchange-2016", exchange), "");
    assert!(fault("Get-ClientAccessService", "exchange-2013", exchange).contains("not for exchange-2013"));
    assert!(
        fault("Get-ClientAccessService", "exchange-2016", Shell::SkypeManagementShell).contains("not typed")
    );
    assert!(fault("Get-CsOAuthConfiguration", "exchange-2016", exchange).contains("not typed"));
    assert!(fault("New-UMDialPlan -Name a", "exchange-2019", exchange).contains("not for exchange-2019"));
}

#[test]
fn the_two_addresses_of_autodiscover_are_never_swapped() {
    let mut seen = [0, 0];
    for (name, blueprint) in blueprints() {
        for row in &blueprint.requirements.commands {
            for called in called(row) {
                let ends = |parameter: &str, end: &str| {
                    let own = called.parameters.iter().filter(|(known, _)| known == parameter);
                    let values: Vec<_> = own.filter_map(|(_, value)| value.clone()).collect();
                    for value in values.iter().filter(|value| *value != "$Null") {
                        let value = value.trim_matches('\'');
                        assert!(value.starts_with("https://") && value.ends_with(end), "{name}: {value}");
                    }
                    values.len()
                };
                seen[0] += ends("AutoDiscoverServiceInternalUri", "/autodiscover/autodiscover.xml");
                seen[1] += ends("ExchangeAutodiscoverUrl", "/autodiscover/autodiscover.svc");
            }
        }
    }
    assert!(seen.iter().all(|count| *count > 10), "{seen:?}");
}
