//! Widgets: pieces of screens that know how they look and nothing else.

mod budget_bar;
mod columns;
mod consequence;
mod field;
mod frame;
mod list;
mod tabs;

pub use budget_bar::budget_bar;
pub use columns::columns;
pub use consequence::{consequence, mark_of, role_of};
pub use field::Field;
pub use frame::{footer, header, pane, popup};
pub use list::{Cursor, paint_lines, window};
pub use tabs::tabs;
