//! Whatever size the window gets, and however often, the program goes on.
#![expect(clippy::disallowed_methods, reason = "a seed comes from the world")]

use std::time::{SystemTime, UNIX_EPOCH};

use crate::common::Desk;
use crate::pty::{Session, Size, USUAL, seen, text};

/// How often the window changes.
const OFTEN: usize = 200;

/// Keys that are pressed on the way, each when the screen shows something again.
const SCRIPT: [&str; 10] = [
    "/initial_request",
    "<Enter>",
    "<Down>",
    "<Enter>",
    "/organization",
    "<Enter>",
    "한국어",
    "<Enter>",
    "2",
    "1",
];

/// Numbers that look random and come again from the same seed.
struct Numbers(u64);

impl Numbers {
    /// One from `least` to `most`.
    fn next(&mut self, least: u16, most: u16) -> u16 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let span = u64::from(most - least) + 1;
        least + u16::try_from(self.0 % span).unwrap_or(0)
    }

    fn size(&mut self, least: Size) -> Size {
        (self.next(least.0, 300), self.next(least.1, 100))
    }
}

/// `UCPLAN_SEED` plays a failure again; it is printed with it.
fn seed() -> u64 {
    let said = std::env::var("UCPLAN_SEED").ok().and_then(|seed| seed.parse().ok());
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |now| u64::from(now.subsec_nanos()));
    let seed = said.unwrap_or(now).max(1);
    println!("UCPLAN_SEED={seed} plays this again");
    seed
}

#[test]
fn two_hundred_random_sizes_leave_a_program_that_works() {
    let mut numbers = Numbers(seed());
    let desks = [(); 2].map(|()| Desk::with_sample("two-domains"));
    let [mut calm, mut session] = desks.each_ref().map(Session::open);
    for keys in SCRIPT {
        calm.keys(keys);
    }
    for number in 0..OFTEN {
        session.resize(numbers.size((1, 1)));
        if number % (OFTEN / SCRIPT.len()) == 0 {
            session.resize(numbers.size((60, 20)));
            session.wait_for(|screen| text(screen).starts_with(" ucplan "), "a whole screen");
            session.keys(SCRIPT[number * SCRIPT.len() / OFTEN]);
        }
    }
    session.resize(USUAL);
    let wanted = calm.wait_for_text("▲ 3");
    session.wait_for(
        |screen| seen(screen) == seen(&calm.screen()),
        &format!("the screen of one that nobody touched:\n{}\n", text(&wanted)),
    );
    for session in [&mut calm, &mut session] {
        session.keys("<C-s>");
        session.wait_for_text("Wrote plan.yaml");
        session.keys("<C-c>");
        assert_eq!(session.wait_exit(), Ok(0));
        session.assert_restored();
    }
    let [calm, touched] = desks.each_ref().map(|desk| desk.read("plan.yaml"));
    assert!(calm == touched && touched.contains("한국어"), "{touched}");
}
