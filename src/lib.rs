//! ucplan: answers in, requirements and artifacts out.
pub mod catalog;
pub mod finding;
pub mod plan;
pub mod text;
pub mod value;
