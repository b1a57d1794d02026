//! The real programs agree with what `generate` writes: a name server, a proxy, OpenSSL, a grammar of PowerShell, a reader
//! of tables. A program that is missing is skipped aloud, and fails the test where `UCPLAN_REQUIRE_TOOLS=1` is set.

mod common;

#[path = "accept/balancers.rs"]
mod balancers;
#[path = "accept/calendar.rs"]
mod calendar;
#[path = "accept/calls.rs"]
mod calls;
#[path = "accept/certificates.rs"]
mod certificates;
#[path = "accept/cloud.rs"]
mod cloud;
#[path = "accept/commands.rs"]
mod commands;
#[path = "accept/exchange.rs"]
mod exchange;
#[path = "accept/firewall.rs"]
mod firewall;
#[path = "accept/dns/formats.rs"]
mod formats;
#[path = "requests/ini.rs"]
mod ini;
#[path = "accept/made.rs"]
mod made;
#[path = "accept/matrix.rs"]
mod matrix;
#[path = "accept/proxies.rs"]
mod proxies;
#[path = "accept/scripts.rs"]
mod scripts;
#[path = "accept/tables.rs"]
mod tables;
#[path = "accept/verify.rs"]
mod verify;
#[path = "accept/windows.rs"]
mod windows;
#[path = "accept/zones.rs"]
mod zones;
