//! The interview: what a person at the screen did to a plan, without the screen.
//!
//! Knows texts of plans and what led from one to the next. Must never touch the disk, nor know what a screen looks like.

mod history;

pub use history::{Entry, History};
