//! What Exchange, its services and its scripts are called in commands (`assets/facts/exchange-commands.yaml`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::assets::asset;
use super::numbers::Number;

/// The names, each with its fact.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExchangeCommands {
    /// The path of Autodiscover that Exchange gives its own clients.
    pub internal_autodiscover: Number<String>,
    /// The path of Autodiscover that the servers are told.
    pub server_autodiscover: Number<String>,
    /// The path of what Exchange tells its partners.
    pub exchange_metadata: Number<String>,
    /// The path of what a pool tells its partners.
    pub server_metadata: Number<String>,
    /// The path of what SharePoint tells its partners.
    pub share_point_metadata: Number<String>,
    /// The path of the web services of Exchange.
    pub web_services: Number<String>,
    /// The script of Exchange that makes a partner application.
    pub partner_script: Number<String>,
    /// The script of Exchange that lets a pool use Unified Messaging.
    pub um_script: Number<String>,
    /// The same script, where its folder is another.
    pub um_script_by_name: Number<String>,
    /// What Exchange is called as a partner application.
    pub partner: Number<String>,
    /// The hosting provider of Exchange Online.
    pub hosting_provider: Number<String>,
    /// The token server of a tenant.
    pub token_server: Number<String>,
    /// The address of what that one tells, with a place for the tenant.
    pub token_metadata: Number<String>,
    /// What Exchange Online is called as a partner application.
    pub online_partner: Number<String>,
    /// The well-known id of Exchange.
    pub exchange_principal: Number<String>,
    /// The well-known id of Skype for Business.
    pub server_principal: Number<String>,
    /// The account behind Skype for Business Online.
    pub linked_account: Number<String>,
    /// Its roles.
    pub linked_roles: Number<Vec<String>>,
    /// What Skype for Business Online is called as a partner application.
    pub linked_partner: Number<String>,
    /// Where the certificate of Exchange is put to be uploaded.
    pub certificate_folder: Number<String>,
    /// The file of it.
    pub certificate_file: Number<String>,
    /// The component of an override of settings.
    pub override_component: Number<String>,
    /// Its section.
    pub override_section: Number<String>,
    /// The process that reads overrides anew.
    pub refreshed_process: Number<String>,
    /// The component of it that does.
    pub refreshed_component: Number<String>,
    /// The process that shows what an override made.
    pub shown_process: Number<String>,
    /// What it is asked.
    pub shown_argument: Number<String>,
    /// The application pool of Outlook on the web.
    pub web_pool: Number<String>,
    /// The groups of numbers that a dial plan has.
    pub groups_configured: Number<String>,
    /// The groups of numbers that its users may call.
    pub groups_allowed: Number<String>,
    /// The service of Unified Messaging.
    pub um_service: Number<String>,
    /// The service of its call router.
    pub um_router: Number<String>,
    /// Who may search archived content.
    pub discovery_role: Number<String>,
    /// The path of a photo, with a place for the mail address.
    pub photo: Number<String>,
}

impl ExchangeCommands {
    /// Where the token server of this tenant tells what it is trusted by.
    #[must_use]
    pub fn token_metadata_of(&self, tenant: impl std::fmt::Display) -> String {
        self.token_metadata.value.replace("<TenantId>", &tenant.to_string())
    }

    /// The path of the photo of this mailbox.
    #[must_use]
    pub fn photo_of(&self, mail: impl std::fmt::Display) -> String {
        self.photo.value.replace("<Mail>", &mail.to_string())
    }
}

/// The names.
#[must_use]
#[expect(clippy::expect_used, reason = "the file is part of the program; a test reads it")]
pub fn exchange_commands() -> &'static ExchangeCommands {
    static NAMES: LazyLock<ExchangeCommands> = LazyLock::new(|| {
        serde_yaml::from_str(asset("facts/exchange-commands.yaml"))
            .expect("assets/facts/exchange-commands.yaml is well-formed")
    });
    &NAMES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_addresses_of_autodiscover_are_never_swapped() {
        let names = exchange_commands();
        assert_eq!(names.internal_autodiscover.value.rsplit('.').next(), Some("xml"));
        assert_eq!(names.server_autodiscover.value.rsplit('.').next(), Some("svc"));
        assert!(names.token_metadata_of("a-tenant").contains("/a-tenant/"));
        assert!(names.photo_of("kim@contoso.com").contains("email=kim@contoso.com&"));
    }
}
