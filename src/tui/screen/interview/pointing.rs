//! What somebody points at: to be copied.

use serde_json::Value as Json;

use crate::interview::Question;
use crate::plan::Shape;
use crate::tui::wish::Wish;

/// A question as `ucplan set` takes it: its path and its value.
pub(super) fn copied(question: &Question) -> Wish {
    let value = match (&question.shape, &question.value) {
        (Shape::Items(_), _) => {
            let names = question.items.iter().map(|item| item.as_str().to_owned());
            return Wish::Copy(names.collect::<Vec<_>>().join("\n"));
        }
        (_, Json::String(text)) => text.clone(),
        (_, Json::Null) => String::new(),
        (_, value) => value.to_string(),
    };
    Wish::Copy(format!("{}={value}", question.path))
}
