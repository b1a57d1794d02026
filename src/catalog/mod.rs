//! What is known before any plan: facts with their sources, numbers, cmdlets, words, templates, samples.
//!
//! Knows the embedded `assets/` and `templates/` and what a user lays over the latter.
//! Must never know a plan: nothing here depends on an answer.

mod assets;
mod authority;
mod balancing;
mod clients;
mod cloud_commands;
mod cloud_connector;
mod cloud_flows;
mod cmdlet;
mod dialect;
mod exchange;
mod exchange_commands;
mod face;
mod fact;
mod flows;
mod network;
mod numbers;
mod partial;
mod paths;
mod proxies;
mod sample;
mod services;
mod support;
mod tls;
mod vendor;

pub use assets::{speaker, template_file, template_paths};
pub use authority::{
    CommonName, OwnValidity, PublicAuthority, SignedSubject, Sourced, Validity, calendar_end, crowds,
    fits_common_name, is_public_name, last_renewal, renewed_after, validity,
};
pub use balancing::{BalancedPort, Balancing, balancing};
pub use clients::{Habits, habits};
pub use cloud_commands::{CloudCommands, cloud_commands};
pub use cloud_connector::{CloudConnectorNumbers, OnlineNames, PortRange, cloud_connector};
pub use cloud_flows::{CloudEnd, CloudFlow, CloudGateways, CloudPorts, CloudTable, NamedPorts, cloud_flows};
pub use cmdlet::{Cmdlet, Parameter, cmdlet, cmdlets};
pub use dialect::{Dialect, Encoding, Newline};
pub use exchange::{COMBINATIONS, ExchangeData, FeatureData, FeatureSupport, exchange};
pub use exchange_commands::{ExchangeCommands, exchange_commands};
pub use face::{KeyRow, key_table, key_text, syntax_definitions, themes};
pub use fact::{Fact, Source, cited_by, fact, facts, source, source_names};
pub use flows::{
    About, Behind, Dispute, EdgeEnd, EdgeFlow, EdgeUse, Need, OtherFlow, Transport, disputes_of, edge_flows,
    flows_of,
};
pub use network::{PrivateNetwork, private_network, private_networks};
pub use numbers::{Numbers, numbers};
pub use paths::published_paths;
pub use proxies::{WithoutNtlm, without_ntlm};
pub use sample::{Sample, empty_plan, samples};
pub use services::{Services, services};
pub use support::{Support, support};
pub use tls::{TlsProfile, tls_profile};
pub use vendor::{Commands, Each, Limit, Manifest, Output, OverrideFault, Standing, Templates, Vendor};
