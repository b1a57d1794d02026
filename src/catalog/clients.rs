//! What clients and servers ask for by themselves (`assets/facts/clients.yaml`): the ports and paths of a journey.

use std::sync::LazyLock;

use serde::Deserialize;

use super::assets::asset;
use super::numbers::Number;
use crate::value::Port;

macro_rules! habits {
    ($($(#[$doc:meta])* $name:ident: $type:ty,)+) => {
        /// The ports and paths, by name.
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Habits {
            $($(#[$doc])* pub $name: Number<$type>,)+
        }
    };
}

habits! {
    /// Port by which a Director and a branch reach a Front End pool.
    focus: Port,
    /// Ports of a Survivable Branch Appliance for mobile devices.
    branch_ports: Vec<Port>,
    /// Port of the push service of Apple.
    push_apple: Port,
    /// Port of the push service for Windows Phone.
    push_windows_phone: Port,
    /// Port of the Edge by which a Front End asks for media credentials.
    media_authentication: Port,
    /// Port of the Edge for media by UDP.
    media_udp: Port,
    /// Port of the Edge for media by TCP.
    media_tcp: Port,
    /// First port of relayed media.
    media_relay: Port,
    /// Port of the Web Conferencing Edge.
    conferencing: Port,
    /// The same where all services share one address.
    conferencing_single: Port,
    /// Port of the Edge by which conference content comes in.
    content: Port,
    /// Port of lists of revoked certificates.
    revocation: Port,
    /// Port of name servers.
    name_service: Port,
    /// Port of Exchange.
    exchange: Port,
    /// Path of Exchange Autodiscover for servers.
    exchange_path: String,
    /// Port of the Edge of Cloud Connector for calls.
    access: Port,
    /// Usual port of a gateway.
    gateway: Port,
    /// Port of the Mediation Server for gateways.
    mediation: Port,
    /// The same with TLS.
    mediation_tls: Port,
    /// First port of media of clients of the online service.
    online_media: Port,
    /// Path of UCWA.
    ucwa_path: String,
    /// Path of the service that gives tickets.
    ticket_path: String,
    /// Path of the web app for meetings.
    web_app_path: String,
    /// Path of Meet.
    meet_path: String,
    /// Path of Dial-in.
    dialin_path: String,
}

/// The ports and paths.
#[must_use]
#[expect(clippy::expect_used, reason = "the file is part of the program; a test reads it")]
pub fn habits() -> &'static Habits {
    static HABITS: LazyLock<Habits> = LazyLock::new(|| {
        serde_yaml::from_str(asset("facts/clients.yaml")).expect("assets/facts/clients.yaml is well-formed")
    });
    &HABITS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ports_and_paths_are_read() {
        assert!(habits().ucwa_path.value.starts_with('/'));
        assert_eq!(habits().branch_ports.value.len(), 2);
    }
}
