//! The commands: each is in the reference, their numbers follow from the plan, their order is that of work, and what the
//! documents print wrongly is right.

use super::{Cloud, items, text};
use crate::commands::{calls, hold};

#[test]
fn every_line_keeps_to_the_reference() {
    for cloud in Cloud::all() {
        for row in &cloud.commands {
            hold(row, "sfb-server-se", &cloud.name);
        }
    }
}

#[test]
fn each_site_each_mediation_server_and_each_user_has_its_commands() {
    for cloud in Cloud::all() {
        let name = &cloud.name;
        let appliances: usize = cloud.sites().iter().map(|site| items(&site["appliances"]).len()).sum();
        let users = items(&cloud.plan["users"]).len();
        assert_eq!(cloud.lines("tenant", "Set-CsTenantHybridConfiguration").len(), 1, "{name}");
        let sites = cloud.lines("tenant", "Set-CsHybridPSTNSite");
        let with_edge = sites.iter().filter(|line| line.contains(" -EdgeFQDN ")).count();
        assert_eq!(with_edge, cloud.sites().len(), "{name}");
        for cmdlet in ["Get-CsOnlineUser", "Set-MsolUser", "Set-CsHybridMediationServer"] {
            assert_eq!(cloud.lines("mediation-users", cmdlet).len(), appliances, "{name}: {cmdlet}");
        }
        for cmdlet in ["Set-CsUser", "Grant-CsVoiceRoutingPolicy", "Set-CsUserPstnSettings"] {
            assert_eq!(cloud.lines("tenant-users", cmdlet).len(), users, "{name}: {cmdlet}");
        }
        assert_eq!(cloud.lines("leaving", "Set-CsUserPstnSettings").len(), users, "{name}");
        for (stage, cmdlet) in [
            ("appliances", "Register-CcAppliance"),
            ("appliances", "Install-CcAppliance"),
            ("leaving", "Unregister-CcAppliance"),
            ("leaving", "Uninstall-CcAppliance"),
        ] {
            assert_eq!(cloud.lines(stage, cmdlet).len(), appliances, "{name}: {cmdlet}");
        }
        let published: usize =
            cloud.sites().iter().map(|site| (0..items(&site["appliances"]).len()).sum::<usize>()).sum();
        assert_eq!(cloud.lines("appliances", "Publish-CcAppliance").len(), published, "{name}");
    }
}

#[test]
fn a_mediation_server_is_tied_to_the_access_edge_of_its_own_site() {
    for cloud in Cloud::all() {
        let lines = cloud.lines("mediation-users", "Set-CsHybridMediationServer");
        for site in cloud.sites() {
            for appliance in items(&site["appliances"]) {
                let line = format!(
                    "Set-CsHybridMediationServer -Identity {} -Fqdn {} -AccessProxyExternalFqdn {}",
                    text(&appliance["mediation"]["name"]),
                    cloud.mediation(appliance),
                    cloud.access(site),
                );
                // Its identity is the display name of the user (CD-9).
                assert!(lines.iter().any(|found| found.replace('\'', "") == line), "{line}: {lines:?}");
            }
        }
    }
}

#[test]
fn hosts_come_one_after_the_other() {
    let mut seen = 0;
    for cloud in Cloud::all() {
        let rows: Vec<(String, String)> = (cloud.commands.iter())
            .filter(|row| row["stage"] == "appliances")
            .map(|row| (text(&row["where"]).to_owned(), text(&row["cmdlet"]).to_owned()))
            .collect();
        for site in cloud.sites() {
            let hosts: Vec<&str> = items(&site["appliances"]).iter().map(|own| text(&own["host"])).collect();
            let is_of =
                |row: &&(String, String)| hosts.iter().any(|host| row.0.contains(&format!("`{host}`")));
            let order: Vec<(&str, &str)> = (rows.iter())
                .filter(is_of)
                .filter(|row| ["Register", "Publish-", "Install-"].iter().any(|verb| row.1.starts_with(verb)))
                .map(|(place, cmdlet)| {
                    let host = hosts.iter().find(|host| place.contains(&format!("`{host}`"))).unwrap();
                    (*host, cmdlet.split('-').next().unwrap())
                })
                .collect();
            let mut wanted = Vec::new();
            for (at, host) in hosts.iter().enumerate() {
                wanted.push((*host, "Register"));
                wanted.extend(hosts[..at].iter().map(|existing| (*existing, "Publish")));
                wanted.push((*host, "Install"));
            }
            assert_eq!(order, wanted, "{}", cloud.name);
            seen += usize::from(hosts.len() > 2);
        }
    }
    assert!(seen > 0, "no site has three hosts");
}

#[test]
fn the_dial_plan_of_the_premises_is_switched_off_in_so_many_words() {
    let cloud = Cloud::changed("cloud-two-sites-tls", &[]);
    assert_eq!(
        cloud.lines("tenant", "Set-CsTenantHybridConfiguration"),
        [
            "Set-CsTenantHybridConfiguration -PeerDestination apnorth.fabrikam.example -UseOnPremDialPlan $False"
        ]
    );
    let other = Cloud::changed("cloud-two-sites-tls", &[("fallback_site: North", "fallback_site: South")]);
    assert!(other.lines("tenant", "Set-CsTenantHybridConfiguration")[0].contains("apsouth.fabrikam.example"));
    assert_eq!(
        cloud.lines("tenant", "Set-CsTenantFederationConfiguration"),
        ["Set-CsTenantFederationConfiguration -SharedSipAddressSpace $True"]
    );
}

#[test]
fn users_have_voice_a_policy_and_a_site_each() {
    let cloud = Cloud::changed("cloud-two-sites-tls", &[]);
    assert_eq!(
        cloud.lines("tenant-users", "Set-CsUser")[1],
        "Set-CsUser -Identity 'robin@tailspin.example' -EnterpriseVoiceEnabled $True -HostedVoiceMail $True \
         -OnPremLineURI 'tel:+12145550100;ext=7'"
    );
    // The policy has the newer spelling (CD-5), and every user gets one (CD-7).
    let policies: Vec<String> = (cloud.lines("tenant-users", "Grant-CsVoiceRoutingPolicy").iter())
        .map(|line| line.rsplit(' ').next().unwrap().to_owned())
        .collect();
    assert_eq!(
        policies,
        ["InternationalCallsAllowed", "InternationalCallsDisallowed", "InternationalCallsDisallowed"]
    );
    let sites: Vec<&str> = (cloud.lines("tenant-users", "Set-CsUserPstnSettings").iter())
        .map(|line| line.rsplit(' ').next().unwrap())
        .collect();
    assert_eq!(sites, ["North", "South", "North"]);
    // The check has no letter too many (CD-13).
    for row in cloud.commands.iter().filter(|row| row["stage"] == "tenant-users") {
        let check = text(&row["check"]);
        assert!(calls(check)[0].cmdlet.starts_with("Get-Cs"), "{check}");
    }
    // One site is assigned too.
    let single = Cloud::changed("cloud-laboratory", &[]);
    let line = single.lines("tenant-users", "Set-CsUserPstnSettings")[0];
    assert!(line.ends_with(" -HybridPSTNSite Laboratory"), "{line}");
}

#[test]
fn media_ports_are_counted_and_written_without_a_blank() {
    let cloud = Cloud::changed("cloud-two-sites-tls", &[]);
    let lines = cloud.lines("appliances", "Set-CsMediationServer");
    assert_eq!(lines.len(), 5);
    assert!(lines.iter().all(|line| {
        *line
            == "Set-CsMediationServer -Identity MediationServer:mspool.cce.local -AudioPortStart 50000 \
                -AudioPortCount 1000"
    }));
    let row = cloud.commands.iter().find(|row| row["cmdlet"] == "Set-CsMediationServer").unwrap();
    // From 50000 on, 1000 ports end at 50999 (CD-14); four a call make 250 calls (C-111).
    let remark = text(&row["remarks"][0]);
    assert!(remark.contains("50999") && remark.contains("250"), "{remark}");
    assert!(text(&row["check"]).starts_with("Get-CsService -MediationServer | Select-Object "));
    // Nothing is limited where the plan limits nothing.
    let unlimited = Cloud::changed("cloud-laboratory", &[]);
    assert!(unlimited.lines("appliances", "Set-CsMediationServer").is_empty());
}

#[test]
fn windows_for_updates_open_as_planned() {
    let cloud = Cloud::changed("cloud-two-sites-tls", &[]);
    assert_eq!(
        cloud.lines("tenant", "New-CsTenantUpdateTimeWindow"),
        [
            "New-CsTenantUpdateTimeWindow -Identity Night -Daily -StartTime '01:00:00' -Duration '04:00:00'",
            "New-CsTenantUpdateTimeWindow -Identity Weekend -Weekly -DaysOfWeek Saturday,Sunday -StartTime '02:00:00' \
             -Duration '1.00:00:00'",
            "New-CsTenantUpdateTimeWindow -Identity First -Monthly -DayOfMonth 1 -StartTime '03:00:00' -Duration \
             '06:00:00'",
        ]
    );
    let sites = cloud.lines("tenant", "Set-CsHybridPSTNSite");
    let windows: Vec<&&str> = sites.iter().filter(|line| line.contains("TimeWindow")).collect();
    assert_eq!(
        windows,
        [
            &"Set-CsHybridPSTNSite -Identity North -BitsUpdateTimeWindow @{add='Night'} -OsUpdateTimeWindow \
              @{add='First'}",
            &"Set-CsHybridPSTNSite -Identity South -BitsUpdateTimeWindow @{add='Night','Weekend'} \
              -OsUpdateTimeWindow @{add='Weekend'}",
        ]
    );
}

#[test]
fn media_bypass_is_one_line_each_and_only_where_it_is_planned() {
    let cloud = Cloud::changed("cloud-two-sites-tls", &[]);
    let lines: Vec<&str> = (cloud.commands.iter())
        .filter(|row| row["stage"] == "media-bypass")
        .map(|row| text(&row["line"]))
        .collect();
    assert_eq!(
        lines,
        [
            "Set-CsTenantHybridConfiguration -HybridConfigServiceInternalUrl \
             http://hybridvoice.fabrikam.example/hybridconfig/hybridconfigservice.svc",
            "Set-CsNetworkConfiguration -MediaBypassSettings (New-CsNetworkMediaBypassConfiguration -AlwaysBypass \
             $True -Enabled $True)",
        ]
    );
    let without = Cloud::changed("cloud-laboratory", &[]);
    assert!(!without.commands.iter().any(|row| row["stage"] == "media-bypass"));
}

#[test]
fn only_gateways_under_tls_bring_the_steps_of_their_certificates() {
    let cloud = Cloud::changed("cloud-two-sites-tls", &[]);
    let lines = cloud.lines("appliances", "Set-CcExternalCertificateFilePath");
    let to = |target: &str| lines.iter().filter(|line| line.ends_with(&format!(" -Target {target}"))).count();
    assert_eq!((to("EdgeServer"), to("MediationServer")), (5, 3));
    assert_eq!(cloud.lines("appliances", "Export-CcRootCertificate").len(), 1);
    let plain = Cloud::changed("cloud-laboratory", &[]);
    assert_eq!(plain.lines("appliances", "Set-CcExternalCertificateFilePath").len(), 1);
    assert!(plain.lines("appliances", "Export-CcRootCertificate").is_empty());
}
