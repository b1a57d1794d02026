//! Words without a language yet, and the one who says them in a language.
//!
//! Knows messages (an identity and what they speak of), Fluent bundles, what is fit for a terminal, and widths in its cells.
//! Must never know what a message is about: plans, rules and files are strangers here.

mod message;
mod printable;
mod speaker;
mod width;

pub use message::{Argument, Message};
pub use printable::{one_line, printable};
pub use speaker::Speaker;
pub use width::{cells, fit, fit_around, fit_middle, pad, wrap};
