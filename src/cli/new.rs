//! `ucplan new`: a commented plan, empty or a sample.

use super::report::Failure;
use super::{Exit, Shell, arguments};
use crate::catalog::{empty_plan, samples};
use crate::text::Message;
use crate::world::write_new;

pub(super) fn run(shell: &Shell, wanted: &arguments::New) -> Result<Exit, Failure> {
    if wanted.list_samples {
        let samples = samples();
        let width = samples.iter().map(|sample| sample.name.len()).max().unwrap_or(0);
        for sample in samples {
            shell.print(&format!("{:width$}  {}", sample.name, sample.summary()));
        }
        return Ok(Exit::Done);
    }
    let Some(plan) = &wanted.plan else {
        return Ok(Exit::Unusable);
    };
    let text = match &wanted.sample {
        None => empty_plan(),
        Some(name) => match samples().into_iter().find(|sample| sample.name == *name) {
            Some(sample) => sample.text,
            None => return Err(Failure::Request(unknown_sample(name))),
        },
    };
    write_new(plan, text).map_err(Failure::World)?;
    shell.say(&Message::new("new-written").with("path", plan.display()));
    Ok(Exit::Done)
}

fn unknown_sample(name: &str) -> Message {
    let known = samples().iter().map(|sample| format!("`{}`", sample.name)).collect::<Vec<_>>().join(", ");
    Message::new("new-unknown-sample").with("name", name).with("known", known)
}
