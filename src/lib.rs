//! ucplan: answers in, requirements and artifacts out.
pub mod artifact;
pub mod blueprint;
pub mod catalog;
pub mod cli;
pub mod finding;
pub mod inspect;
pub mod plan;
pub mod requirement;
pub mod text;
pub mod topology;
pub mod value;
pub mod world;
