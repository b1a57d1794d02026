//! A plan stands up for real: in a network of its own, the real name server serves the generated zones, the real proxies
//! and the real balancer run with the generated configurations in front of stand-in pools, and a client that trusts only
//! the test's authority signs in through them. Where no network of its own can be had (it takes Linux and the right to
//! make namespaces), that is said aloud, and fails the test where `UCPLAN_REQUIRE_TOOLS=1` is set.
#![cfg(target_os = "linux")]

mod common;

#[path = "lab/authority.rs"]
mod authority;
#[path = "lab/balancers.rs"]
mod balancers;
#[path = "lab/broken.rs"]
mod broken;
#[path = "lab/client.rs"]
mod client;
#[path = "lab/exchange.rs"]
mod exchange;
#[path = "lab/http.rs"]
mod http;
#[path = "lab/names.rs"]
mod names;
#[path = "lab/network.rs"]
mod network;
#[path = "lab/pool.rs"]
mod pool;
#[path = "lab/process.rs"]
mod process;
#[path = "lab/proxies.rs"]
mod proxies;
#[path = "lab/scene.rs"]
mod scene;
#[path = "lab/sign_in.rs"]
mod sign_in;
