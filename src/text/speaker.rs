//! Says messages in one language, falling back to English word by word.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::{Argument, Message};

type Bundle = FluentBundle<FluentResource>;

/// One who says messages in a language. Makes no sound where a message is unknown: it shows the key instead,
/// and a test of the project holds that no key is unknown.
pub struct Speaker {
    bundles: Vec<Bundle>,
}

impl Speaker {
    /// A speaker of the first of `languages` that has the words, each given with its Fluent sources.
    ///
    /// # Errors
    /// The first faulty language tag or Fluent source, in words for the developer.
    pub fn new(languages: &[(&str, Vec<&str>)]) -> Result<Self, String> {
        let bundles =
            languages.iter().map(|(tag, sources)| bundle(tag, sources)).collect::<Result<_, _>>()?;
        Ok(Self { bundles })
    }

    /// The same, who can name keys: `KEY("undo")` in a message becomes what `shown` says of that action.
    #[must_use]
    pub fn naming_keys(mut self, shown: impl Fn(&str) -> String + Clone + Send + Sync + 'static) -> Self {
        for bundle in &mut self.bundles {
            let shown = shown.clone();
            let named = bundle.add_function("KEY", move |arguments, _| match arguments {
                [FluentValue::String(action)] => shown(action).into(),
                _ => FluentValue::Error,
            });
            debug_assert!(named.is_ok(), "keys are named once");
        }
        self
    }

    /// The message in words.
    #[must_use]
    pub fn say(&self, message: &Message) -> String {
        self.bundles
            .iter()
            .find_map(|bundle| self.say_in(bundle, message))
            .unwrap_or_else(|| format!("«{}»", message.key()))
    }

    /// Whether some language has words for this key.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        let (id, attribute) = split(key);
        self.bundles.iter().any(|bundle| {
            bundle.get_message(id).is_some_and(|found| match attribute {
                Some(attribute) => found.get_attribute(attribute).is_some(),
                None => found.value().is_some(),
            })
        })
    }

    fn say_in(&self, bundle: &Bundle, message: &Message) -> Option<String> {
        let (id, attribute) = split(message.key());
        let found = bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => found.get_attribute(attribute)?.value(),
            None => found.value()?,
        };
        let mut arguments = FluentArgs::new();
        for (name, argument) in message.arguments() {
            arguments.set(*name, self.value(argument));
        }
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned())
    }

    fn value(&self, argument: &Argument) -> FluentValue<'static> {
        match argument {
            Argument::Text(text) => FluentValue::from(text.clone()),
            Argument::Number(number) => FluentValue::from(*number),
            Argument::Message(message) => FluentValue::from(self.say(message)),
        }
    }
}

fn bundle(tag: &str, sources: &[&str]) -> Result<Bundle, String> {
    let language: LanguageIdentifier = tag.parse().map_err(|error| format!("{tag}: {error}"))?;
    let mut bundle = Bundle::new_concurrent(vec![language]);
    // Isolating marks would reach the screen and the files.
    bundle.set_use_isolating(false);
    for source in sources {
        let resource = FluentResource::try_new((*source).to_owned())
            .map_err(|(_, errors)| format!("{tag}: {errors:?}"))?;
        bundle.add_resource(resource).map_err(|errors| format!("{tag}: {errors:?}"))?;
    }
    Ok(bundle)
}

fn split(key: &str) -> (&str, Option<&str>) {
    key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speaker() -> Speaker {
        let french = "hello = Bonjour { $name }.\n";
        let english = "hello = Hello { $name }.\n    .fix = Wave.\nfiles = { $n ->\n    [one] one file\n   *[other] { $n } files\n}\n";
        Speaker::new(&[("fr", vec![french]), ("en", vec![english])]).unwrap()
    }

    #[test]
    fn keys_are_named_as_they_are_now() {
        let english = "back = { KEY(\"undo\") } takes it back.\n";
        let speaker = Speaker::new(&[("en", vec![english])]).unwrap();
        let speaker =
            speaker.naming_keys(|action| if action == "undo" { "F5".into() } else { String::new() });
        assert_eq!(speaker.say(&Message::new("back")), "F5 takes it back.");
    }

    #[test]
    fn the_first_language_wins_and_english_fills_the_gaps() {
        let hello = Message::new("hello").with("name", "Kim");
        assert_eq!(speaker().say(&hello), "Bonjour Kim.");
        assert_eq!(speaker().say(&hello.attribute("fix")), "Wave.");
        assert_eq!(speaker().say(&Message::new("files").counting("n", 1)), "one file");
        assert_eq!(speaker().say(&Message::new("nothing")), "«nothing»");
    }
}
