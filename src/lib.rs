//! ucplan: answers in, requirements and artifacts out.
pub mod catalog;
pub mod finding;
pub mod plan;
pub mod requirement;
pub mod text;
pub mod topology;
pub mod value;
