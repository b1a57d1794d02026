//! `ucplan catalog`: the embedded templates, and a copy of one to be changed.

use super::arguments::CatalogDeed;
use super::report::Failure;
use super::{Exit, Shell};
use crate::catalog::{template_file, template_paths};
use crate::plan::nearest;
use crate::text::Message;
use crate::world::export;

pub(super) fn run(shell: &Shell, deed: &CatalogDeed) -> Result<Exit, Failure> {
    match deed {
        CatalogDeed::List => {
            for path in template_paths() {
                shell.print(path);
            }
        }
        CatalogDeed::Export { path } => {
            let text = template_file(path).ok_or_else(|| Failure::Request(unknown(path)))?;
            let config =
                shell.config.as_ref().ok_or_else(|| Failure::Request(Message::new("catalog-no-config")))?;
            let place = export(config, path, text).map_err(Failure::World)?;
            shell.say(&Message::new("catalog-exported").with("path", place.display()));
        }
    }
    Ok(Exit::Done)
}

fn unknown(path: &str) -> Message {
    let near = nearest(path, template_paths().iter().map(String::as_str)).unwrap_or_default();
    Message::new("catalog-unknown").with("path", path).with("nearest", near)
}
