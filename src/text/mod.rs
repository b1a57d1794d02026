//! Words without a language yet, and the one who says them in a language.
//!
//! Knows messages (an identity and what they speak of), Fluent bundles, and what is fit for a terminal.
//! Must never know what a message is about: plans, rules and files are strangers here.

mod message;
mod printable;
mod speaker;

pub use message::{Argument, Message};
pub use printable::printable;
pub use speaker::Speaker;
