//! Simulated clients that walk what a plan requires, hop by hop, and say where they stop.
//!
//! Knows what phones, computers, servers and networks do: which name is asked for first, who answers at an address, what a
//! firewall lets pass, which certificate is believed. It reads records, certificates, publishing rules, flows, balancing
//! rules and commands as they stand, and of the plan only what exists.
//! Must never know a rule: it shares no code with them, so that it can catch them out.

mod call;
mod client;
mod discovery;
mod edge;
mod exchange;
mod flow;
mod hop;
mod lookup;
mod media;
mod place;
mod push;
mod service;
mod tls;
mod walk;
mod way;
mod web;
mod world;

pub use client::{Client, Network, Traveller};
pub use hop::{Hop, Journey, Leg, Outcome};
pub use walk::Walk;
