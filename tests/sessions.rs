//! Sessions: keys go in, a screen, a plan and files come out, as somebody at the keyboard would have it.

mod common;
mod stage;

#[path = "sessions/barred.rs"]
mod barred;
#[path = "sessions/budget.rs"]
mod budget;
#[path = "sessions/colours.rs"]
mod colours;
#[path = "sessions/compare.rs"]
mod compare;
#[path = "sessions/consequence.rs"]
mod consequence;
#[path = "sessions/copy.rs"]
mod copy;
#[path = "sessions/decisions.rs"]
mod decisions;
#[path = "sessions/enterprise.rs"]
mod enterprise;
#[path = "sessions/existing.rs"]
mod existing;
#[path = "sessions/first_plan.rs"]
mod first_plan;
#[path = "sessions/history.rs"]
mod history;
#[path = "sessions/items.rs"]
mod items;
#[path = "sessions/journeys.rs"]
mod journeys;
#[path = "sessions/keymap.rs"]
mod keymap;
#[path = "sessions/mouse.rs"]
mod mouse;
#[path = "sessions/needless.rs"]
mod needless;
#[path = "sessions/palette.rs"]
mod palette;
#[path = "sessions/pointed.rs"]
mod pointed;
#[path = "sessions/presenter.rs"]
mod presenter;
#[path = "sessions/readable.rs"]
mod readable;
#[path = "sessions/safe.rs"]
mod safe;
#[path = "sessions/topology.rs"]
mod topology;
