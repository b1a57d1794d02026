//! Lines of Exchange integration as they must be, where a page prints them otherwise; and how each is taken back.

use std::collections::BTreeSet;

use super::{C1, C2, C3, C4, C5, desk, rows};
use crate::commands::{calls, faults, hold};
use crate::common::Desk;

fn lines(desk: &Desk) -> Vec<String> {
    rows(desk).iter().map(|row| row["line"].as_str().unwrap().to_owned()).collect()
}

/// The one line that begins so.
#[track_caller]
fn line(lines: &[String], begin: &str) -> String {
    let mut found = lines.iter().filter(|line| line.starts_with(begin));
    let one = found.next().unwrap_or_else(|| panic!("no {begin} in {lines:#?}"));
    assert_eq!(found.next(), None, "{begin}");
    one.clone()
}

#[test]
fn every_change_can_be_taken_back_or_it_is_said_why_not() {
    // What looks, tries or takes in changes nothing; a folder and a file beside it are none of the products'.
    let harmless =
        ["Get", "Test", "Invoke", "Restart", "New-Item", "Enable-CsTopology", "iisreset", "Export"];
    let mut without = BTreeSet::new();
    for column in [C1, C2, C3, C4, C5] {
        for row in rows(&desk(column)) {
            let cmdlet = row["cmdlet"].as_str().unwrap();
            if harmless.iter().any(|begin| cmdlet.starts_with(begin)) {
                continue;
            }
            if row["undo"].is_null() {
                let remarks = row["remarks"].to_string();
                assert!(remarks.contains("akes a service from") || remarks.contains("akes th"), "{row}");
                without.insert(cmdlet.to_owned());
            } else {
                assert_ne!(row["undo"], row["line"], "{row}");
            }
        }
    }
    let known = ["Enable-ExchangeCertificate", "New-MsolServicePrincipalCredential", "exchucutil.ps1"];
    assert_eq!(without.iter().map(String::as_str).collect::<Vec<_>>(), known);
}

#[test]
fn what_a_page_prints_wrongly_is_emitted_right() {
    let c1 = lines(&desk(C1));
    // X-065: the page leaves the blank out.
    let oauth = line(&c1, "Set-CsOAuthConfiguration");
    assert_eq!(
        oauth,
        "Set-CsOAuthConfiguration -Identity global -ExchangeAutodiscoverUrl \
         https://autodiscover.contoso.com/autodiscover/autodiscover.svc"
    );
    // X-087: the page puts the whole line into quotes, which would only be echoed.
    let script = line(&c1, r"& 'C:\Program Files\Microsoft\Exchange Server\V15\Scripts\Configure-");
    let called = calls(&script).remove(0);
    assert_eq!(called.cmdlet, "Configure-EnterprisePartnerApplication.ps1");
    assert!(
        script.starts_with(r"& 'C:\Program Files\Microsoft\Exchange Server\V15\Scripts\Configure-"),
        "{script}"
    );
    assert!(
        script.ends_with("/metadata/json/1' -ApplicationType Lync")
            || script.ends_with("1 -ApplicationType Lync")
    );
    // XD-1: an example of the reference leaves Autodiscover out of the path.
    let partner = line(&c1, "New-CsPartnerApplication");
    assert!(partner.contains("https://autodiscover.contoso.com/autodiscover/metadata/json/1"), "{partner}");
    assert!(partner.contains("-ApplicationTrustLevel Full"), "{partner}");
}

#[test]
fn autodiscover_is_set_by_the_cmdlet_of_the_version() {
    for (version, form) in
        [("2010", "Server"), ("2013", "Server"), ("2016", "Service"), ("2019", "Service"), ("se", "Service")]
    {
        let lines = lines(&desk(&[&format!("exchange.version=exchange-{version}")]));
        // XD-3: the newer cmdlet is not there before 2016, and the older one is not the one to use since.
        let begin =
            format!("Get-ClientAccess{form} | Set-ClientAccess{form} -AutoDiscoverServiceInternalUri ");
        assert!(lines.iter().any(|line| line.starts_with(&begin)), "{version}: {lines:?}");
        let other = if form == "Server" { "Service" } else { "Server " };
        assert!(!lines.iter().any(|line| line.contains(&format!("ClientAccess{other}"))), "{version}");
    }
}

#[test]
fn an_override_is_changed_by_its_identity_alone() {
    // XD-4, X-169: the page's renewal names the override by parameters that the cmdlet does not have.
    let rows = rows(&desk(C1));
    let made = rows.iter().find(|row| row["cmdlet"] == "New-SettingOverride").unwrap();
    let remarks = made["remarks"].as_array().unwrap().iter().map(|remark| remark.as_str().unwrap());
    let renewals: Vec<_> = remarks
        .flat_map(|remark| remark.split('`').map(str::to_owned).collect::<Vec<_>>())
        .filter(|line| line.starts_with("Set-SettingOverride -"))
        .collect();
    assert_eq!(renewals.len(), 1, "{made}");
    let called = calls(&renewals[0]).remove(0);
    let names: Vec<&str> = called.parameters.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Identity", "Parameters", "Reason"]);
    assert_eq!(faults(&called, 2019), [""; 0]);
    // The same in the script that finds the override there already.
    let command = made["line"].as_str().unwrap();
    assert!(command.contains("@('IMServerName="), "{command}");
    assert!(command.contains("('IMCertificateThumbprint=' + $ExchangeThumbprint)"), "{command}");
}

#[test]
fn the_lines_hold_against_the_reference_with_their_remarks() {
    for column in [C1, C2, C3, C4, C5] {
        for row in rows(&desk(column)) {
            hold(&row, "sfb-server-2019", &format!("{column:?}"));
        }
    }
}

#[test]
fn contacts_are_held_back_before_the_products_trust_each_other() {
    let at = |lines: &[String], begin: &str| lines.iter().position(|line| line.starts_with(begin));
    for who in ["pilot", "nobody"] {
        let features = "exchange.features=[archiving]";
        let answers = if who == "pilot" { vec![] } else { vec![features] };
        let lines = lines(&desk(&[C1, &answers].concat()));
        let held = at(&lines, "Set-CsUserServicesPolicy -Identity global -UcsAllowed $False");
        assert!(held < at(&lines, "New-CsPartnerApplication"), "{lines:?}");
        assert!(held.is_some() && held < at(&lines, "& "), "{lines:?}");
        assert_eq!(at(&lines, "Grant-CsUserServicesPolicy").is_some(), who == "pilot");
    }
    let desk = desk(&["exchange.contacts.who=everybody"]);
    let rows = rows(&desk);
    assert!(rows.iter().all(|row| row["cmdlet"] != "Set-CsUserServicesPolicy"));
    let warned = rows.iter().find(|row| row["cmdlet"] == "Get-CsUserServicesPolicy").unwrap();
    assert!(warned["remarks"].to_string().contains("Warning: "), "{warned}");
}

#[test]
fn a_rollback_of_contacts_is_in_two_acts() {
    let rows = rows(&desk(C1));
    let grant = rows.iter().find(|row| row["cmdlet"] == "Grant-CsUserServicesPolicy").unwrap();
    assert_eq!(
        grant["undo"],
        "Grant-CsUserServicesPolicy -Identity 'kim@contoso.com' -PolicyName $Null -PassThru | Invoke-CsUcsRollback"
    );
}

#[test]
fn the_default_certificate_is_reused_by_one_line_for_all_servers() {
    let desk = desk(&["exchange.oauth_certificate=default"]);
    let rows = desk.shown("commands");
    let lines: Vec<&str> = rows
        .iter()
        .filter_map(|row| row["line"].as_str())
        .filter(|line| line.contains("OAuthTokenIssuer") && line.starts_with("Set-"))
        .collect();
    // X-024, X-025: once, with the identity global; replication does the rest.
    assert_eq!(
        lines,
        ["Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint (Get-CsCertificate -Type \
          Default).Thumbprint"]
    );
}
