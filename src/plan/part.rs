//! The parts that a plan is made of, and the macro that makes a section from its list of answers.
//!
//! A section is written once, as a struct. Its fields are the YAML keys, the steps of the paths, the schema and the order
//! of questions: there is no second list.

use serde_json::Value as Json;

use super::Path;
use super::answer::Standing;
use super::because::Because;
use super::document::Node;
use super::reader::Reader;
use super::shape::Shape;

/// A part of a plan: an answer, a list, or a section of them.
pub trait Part: Sized {
    /// What stands in where nobody says anything.
    type Otherwise;

    /// Reads the part from what was written, if anything was.
    fn read(node: Option<&Node>, path: Path, otherwise: Self::Otherwise, reader: &mut Reader<'_>) -> Self;

    /// Shows every answer in it, in the order of the plan.
    fn visit(&self, visit: &mut dyn FnMut(Leaf<'_>));

    /// The JSON schema of the part.
    fn schema(otherwise: Self::Otherwise) -> Json;
}

/// An answer or a list as a walk through the plan meets it.
pub struct Leaf<'a> {
    /// Its path.
    pub path: &'a Path,
    /// How it stands.
    pub standing: Standing,
    /// Its value as a plan spells it.
    pub value: &'a dyn Fn() -> Json,
    /// What kind of value it takes.
    pub shape: &'a dyn Fn() -> Shape,
    /// Whether a plan, or an item, can't do without an answer.
    pub is_required: bool,
    /// Where the question makes no sense: the answers that say so.
    pub needless: Option<&'a Because>,
}

impl<'a> Leaf<'a> {
    pub(super) fn new(
        path: &'a Path,
        standing: Standing,
        value: &'a dyn Fn() -> Json,
        shape: &'a dyn Fn() -> Shape,
    ) -> Self {
        Self { path, standing, value, shape, is_required: false, needless: None }
    }

    /// The same leaf, needless because of this too.
    pub(super) const fn needless(self, because: &'a Because) -> Self {
        Self { needless: Some(because), ..self }
    }
}

/// A section that is an item of a list, named by one of its keys.
pub trait Item: Part<Otherwise = ()> {
    /// The keys that name it, in the order of asking.
    const NAMED_BY: &'static [&'static str];
}

/// The value of `key` in a section: a section that is "not decided yet" leaves everything in it open.
pub(super) fn child<'n>(node: Option<&'n Node>, key: &str) -> Option<&'n Node> {
    match node {
        Some(node) if node.is_null() => Some(node),
        Some(node) => node.get(key),
        None => None,
    }
}

/// The schema of a section from those of its fields: (key, description, schema).
pub(super) fn section_schema(fields: Vec<(&str, &str, Json)>, required: &[&str]) -> Json {
    let properties: serde_json::Map<String, Json> = fields
        .into_iter()
        .map(|(key, description, mut schema)| {
            if let Some(object) = schema.as_object_mut() {
                object.insert("description".into(), description.trim().into());
            }
            (key.to_owned(), schema)
        })
        .collect();
    let mut schema = serde_json::json!({
        "type": ["object", "null"],
        "additionalProperties": false,
        "properties": properties,
    });
    if let (false, Some(object)) = (required.is_empty(), schema.as_object_mut()) {
        object.insert("required".into(), required.into());
    }
    schema
}

/// Visits a part of a section whose questions are asked only under a condition.
pub(super) fn visit_if<S, P: Part>(
    section: &S,
    part: &P,
    visit: &mut dyn FnMut(Leaf<'_>),
    asked: impl Fn(&S, &Path, &mut Because) -> bool,
) {
    part.visit(&mut |leaf| {
        let mut because = Because::default();
        if asked(section, leaf.path, &mut because) {
            visit(leaf);
        } else {
            visit(leaf.needless(&because));
        }
    });
}

/// Makes a section of the plan from its fields.
///
/// A field is `key: Answer<Type> = default(value)`, `key: Answer<Type> = required(placeholder)`, or without anything
/// behind it another section or a list. `named by key` behind the struct's name makes it an item of lists.
/// `asked if condition` behind a field says when its questions make sense: a function of the section, of the path of the
/// question, and of a [`Because`], whose reading is the reason that is told where a question is not asked.
macro_rules! section {
    (
        $(#[doc = $about:literal])*
        pub struct $name:ident $(named by $($key:ident)or+)? {
            $( $(#[doc = $doc:literal])* $field:ident: $type:ty $(= $kind:ident($otherwise:expr))?
                $(; asked if $asked:expr)?, )+
        }
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            /// The path of the section itself.
            pub at: $crate::plan::Path,
            $( $(#[doc = $doc])* pub $field: $type, )+
        }

        impl $crate::plan::part::Part for $name {
            type Otherwise = ();

            fn read(
                node: Option<&$crate::plan::document::Node>,
                path: $crate::plan::Path,
                (): (),
                reader: &mut $crate::plan::reader::Reader<'_>,
            ) -> Self {
                let node = reader.section(node, &[$(stringify!($field)),+]);
                Self {
                    $( $field: <$type as $crate::plan::part::Part>::read(
                        $crate::plan::part::child(node, stringify!($field)),
                        path.key(stringify!($field)),
                        section!(@otherwise $($kind($otherwise))?),
                        reader,
                    ), )+
                    at: path,
                }
            }

            fn visit(&self, visit: &mut dyn FnMut($crate::plan::part::Leaf<'_>)) {
                $( section!(@visit self, $field, visit $(, $asked)?); )+
            }

            fn schema((): ()) -> serde_json::Value {
                $crate::plan::part::section_schema(
                    vec![$((
                        stringify!($field),
                        concat!($($doc, " "),*),
                        <$type as $crate::plan::part::Part>::schema(section!(@otherwise $($kind($otherwise))?)),
                    )),+],
                    &[$($(stringify!($key)),+)?],
                )
            }
        }

        $(impl $crate::plan::part::Item for $name {
            const NAMED_BY: &'static [&'static str] = &[$(stringify!($key)),+];
        })?
    };
    (@visit $self:ident, $field:ident, $visit:ident) => {
        $crate::plan::part::Part::visit(&$self.$field, $visit);
    };
    (@visit $self:ident, $field:ident, $visit:ident, $asked:expr) => {
        $crate::plan::part::visit_if($self, &$self.$field, $visit, $asked);
    };
    (@otherwise) => { () };
    (@otherwise default($value:expr)) => { $crate::plan::answer::Otherwise::Default($value) };
    (@otherwise required($value:expr)) => { $crate::plan::answer::Otherwise::Required($value) };
}

pub(super) use section;
