//! Ports, limits, times and fixed names that rules and defaults use (`assets/facts/numbers.yaml`): each is a row with its fact.

use std::sync::LazyLock;

use serde::Deserialize;

use super::assets::asset;
use crate::value::{Fqdn, Label, Port};

/// A number or fixed name and the fact that states it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Number<T> {
    /// The number, in the unit its row's comment gives.
    pub value: T,
    /// The fact that states it (for the reader of the file; a test holds that it exists).
    #[serde(rename = "fact", deserialize_with = "known_fact")]
    _fact: (),
}

/// Reads over the fact; a test holds that each exists.
pub(super) fn known_fact<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
    String::deserialize(deserializer).map(drop)
}

macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident: $type:ty,)+) => {
        /// The numbers of the field, by name.
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Numbers {
            $($(#[$doc])* pub $name: Number<$type>,)+
        }
    };
}

numbers! {
    /// Port on which the reverse proxy takes HTTPS.
    published_https: Port,
    /// Port on which the reverse proxy takes HTTP.
    published_http: Port,
    /// Port of the external web site for HTTPS.
    listening_https: Port,
    /// Port of the external web site for HTTP.
    listening_http: Port,
    /// Port of the internal web site for HTTPS.
    internal_https: Port,
    /// Port of the internal web site for HTTP.
    internal_http: Port,
    /// Port of an Office Web Apps Server, inside and outside.
    office_web_apps: Port,
    /// Port of SIP between servers, and of legacy sign-in.
    sip: Port,
    /// Time-out of a reverse proxy with mobile clients, in seconds.
    proxy_timeout: u32,
    /// Host part of the Autodiscover name outside.
    lyncdiscover: Label,
    /// Host part of the Autodiscover name inside.
    lyncdiscoverinternal: Label,
    /// Host part of the sign-in name of older clients.
    sip_host: Label,
    /// Host that older clients inside try last.
    sip_host_internal: Label,
    /// Host that older clients outside try last.
    sip_host_external: Label,
    /// Service by which older clients inside sign in.
    sip_service_internal: String,
    /// The same service as clients of Lync Server 2013 may ask for it, without TLS.
    sip_service_lync_2013: String,
    /// Service by which clients outside sign in.
    sip_service: String,
    /// Port of that service.
    access_client: Port,
    /// Port of that service where the Edge has one address for everything.
    access_client_single: Port,
    /// Service by which partners and the push service find the Access Edge.
    federation_service: String,
    /// The same service as a table of the documentation misspells it.
    federation_misspelt: String,
    /// Port of that service.
    federation: Port,
    /// Service by which XMPP partners find the Edge.
    xmpp_service: String,
    /// Port of that service.
    xmpp: Port,
    /// Host part of the XMPP proxy.
    xmpp_host: Label,
    /// Label below which GeoDNS names stand.
    geo_zone: Label,
    /// What ends the first label of a GeoDNS name inside.
    geo_inside: Label,
    /// What ends the first label of a GeoDNS name outside.
    geo_outside: Label,
    /// Proxy of the hosting provider of the push service.
    push_proxy: Fqdn,
    /// Domain of the push service.
    push_domain: Fqdn,
    /// Most Edge Servers of a pool that were tested.
    edge_servers: usize,
    /// As many SIP domains as are called many where advice depends on it.
    many_domains: usize,
    /// Longest common name of a certificate, in characters.
    common_name: usize,
    /// From how many bits on an RSA key is long enough for everybody.
    rsa_bits: usize,
    /// The shortest RSA key that the product takes, in bits.
    rsa_bits_least: usize,
    /// So many days after go-live a certificate should still be valid.
    expires_soon: u16,
    /// The reverse proxy that is no longer sold: its folder among the templates.
    retired_proxy: String,
}

/// The numbers of the field.
#[must_use]
#[expect(clippy::expect_used, reason = "the file is part of the program; a test reads it")]
pub fn numbers() -> &'static Numbers {
    static NUMBERS: LazyLock<Numbers> = LazyLock::new(|| {
        serde_yaml::from_str(asset("facts/numbers.yaml")).expect("assets/facts/numbers.yaml is well-formed")
    });
    &NUMBERS
}
