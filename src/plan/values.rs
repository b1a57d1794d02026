//! How each kind of value stands in a plan: its reading, its spelling, its shape.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value as Json, json};

use super::answer::PlanValue;
use super::document::{Node, NodeKind};
use super::problem::Fault;
use super::reader::Reader;
use super::shape::Shape;
use crate::value::{
    Address, Authority, BoundedText, Country, Date, Extension, Fqdn, FreeText, Grantee, Guid, Label, LineUri,
    MailAddress, Network, ObjectName, Port, Refusal, SipAddress, SipDomain, SubjectName, Thumbprint,
};

macro_rules! texts {
    ($($type:ty => $expected:literal,)+) => {$(
        impl PlanValue for $type {
            fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
                reader.parse(node, $expected)
            }

            fn write(&self) -> Json {
                Json::String(self.to_string())
            }

            fn shape() -> Shape {
                Shape::Text($expected)
            }
        }
    )+};
}

texts! {
    Address => "expected-address",
    Authority => "expected-authority",
    BoundedText<64> => "expected-text",
    BoundedText<128> => "expected-text",
    Country => "expected-country",
    Date => "expected-date",
    Extension => "expected-extension",
    Fqdn => "expected-fqdn",
    FreeText => "expected-text",
    Grantee => "expected-grantee",
    Guid => "expected-guid",
    Label => "expected-label",
    LineUri => "expected-line-uri",
    MailAddress => "expected-mail-address",
    Network => "expected-network",
    ObjectName => "expected-object-name",
    SipAddress => "expected-sip-address",
    SipDomain => "expected-sip-domain",
    SubjectName => "expected-subject-name",
    Thumbprint => "expected-thumbprint",
}

impl PlanValue for bool {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match &node.kind {
            NodeKind::Scalar { text, plain: true } if text == "true" => Some(true),
            NodeKind::Scalar { text, plain: true } if text == "false" => Some(false),
            _ => {
                reader.wrong_kind(node, "expected-boolean");
                None
            }
        }
    }

    fn write(&self) -> Json {
        Json::Bool(*self)
    }

    fn shape() -> Shape {
        Shape::Truth
    }
}

/// A whole number from `LEAST` to `MOST`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count<const LEAST: u32, const MOST: u32>(pub u32);

impl<const LEAST: u32, const MOST: u32> PlanValue for Count<LEAST, MOST> {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let number = read_number(node, reader)?;
        match u32::try_from(number) {
            Ok(count) if (LEAST..=MOST).contains(&count) => Some(Self(count)),
            _ => {
                refuse_number(number, Refusal::OutOfRange(LEAST.into(), MOST.into()), node, reader);
                None
            }
        }
    }

    fn write(&self) -> Json {
        json!(self.0)
    }

    fn shape() -> Shape {
        Shape::Number(LEAST.into(), MOST.into())
    }
}

impl PlanValue for Port {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let number = read_number(node, reader)?;
        match Port::try_from(number) {
            Ok(port) => Some(port),
            Err(refusal) => {
                refuse_number(number, refusal, node, reader);
                None
            }
        }
    }

    fn write(&self) -> Json {
        json!(self.number())
    }

    fn shape() -> Shape {
        Shape::Number(1, u16::MAX.into())
    }
}

fn read_number(node: &Node, reader: &mut Reader<'_>) -> Option<u64> {
    let number = match &node.kind {
        NodeKind::Scalar { text, plain: true } if text.bytes().all(|b| b.is_ascii_digit()) => {
            text.parse().ok()
        }
        _ => None,
    };
    if number.is_none() {
        reader.wrong_kind(node, "expected-number");
    }
    number
}

fn refuse_number(number: u64, refusal: Refusal, node: &Node, reader: &mut Reader<'_>) {
    reader.problem(
        Fault::Refused { expected: "expected-number-in-range", found: number.to_string(), refusal },
        node.span,
    );
}

impl<T: PlanValue> PlanValue for Option<T> {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        T::read(node, reader).map(Some)
    }

    fn write(&self) -> Json {
        self.as_ref().map_or(Json::Null, PlanValue::write)
    }

    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: PlanValue> PlanValue for Vec<T> {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let NodeKind::Sequence { items, .. } = &node.kind else {
            reader.wrong_kind(node, "expected-list");
            return None;
        };
        let mut lines = HashMap::with_capacity(items.len());
        let mut values = Vec::with_capacity(items.len());
        for item in items {
            let Some(value) = T::read(item, reader) else {
                continue;
            };
            let name = value.write().to_string();
            if let Some(first) = lines.insert(name.clone(), item.span.line) {
                reader.problem(Fault::Twice { name: name.trim_matches('"').to_owned(), first }, item.span);
            }
            values.push(value);
        }
        Some(values)
    }

    fn write(&self) -> Json {
        self.iter().map(PlanValue::write).collect()
    }

    fn shape() -> Shape {
        Shape::Many(Box::new(T::shape()))
    }
}

impl PlanValue for BTreeMap<String, FreeText> {
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let NodeKind::Mapping { entries, .. } = &node.kind else {
            reader.wrong_kind(node, "expected-section");
            return None;
        };
        let read = |entry: &super::document::Entry| {
            FreeText::read(&entry.value, reader).map(|text| (entry.key.clone(), text))
        };
        Some(entries.iter().filter_map(read).collect())
    }

    fn write(&self) -> Json {
        self.iter().map(|(key, text)| (key.clone(), text.write())).collect::<serde_json::Map<_, _>>().into()
    }

    fn shape() -> Shape {
        Shape::Map
    }
}

/// Makes a type of named choices; the words are those of the plan file.
macro_rules! choices {
    ($($(#[doc = $about:literal])* pub enum $name:ident { $($(#[doc = $doc:literal])* $variant:ident = $word:literal,)+ })+) => {$(
        $(#[doc = $about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[doc = $doc])* $variant,)+ }

        impl $name {
            /// All of them, in their order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word of the plan file.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl $crate::plan::PlanValue for $name {
            fn read(
                node: &$crate::plan::document::Node,
                reader: &mut $crate::plan::reader::Reader<'_>,
            ) -> Option<Self> {
                reader.choice(node, &[$($word),+]).map(|index| Self::ALL[index])
            }

            fn write(&self) -> serde_json::Value {
                self.word().into()
            }

            fn shape() -> $crate::plan::Shape {
                $crate::plan::Shape::Choice(&[$($word),+])
            }
        }
    )+};
}

pub(super) use choices;

/// A product of some kind of vendor: the name of a folder among the templates of that kind.
macro_rules! products {
    ($($(#[doc = $about:literal])* pub struct $name:ident of $kind:literal;)+) => {$(
        $(#[doc = $about])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(std::sync::Arc<str>);

        impl $name {
            /// The kind of vendor: the folder below `templates/`.
            pub const KIND: &'static str = $kind;

            /// A product that has no templates of its own.
            #[must_use]
            pub fn other() -> Self {
                Self("other".into())
            }

            /// The vendor's folder.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl PlanValue for $name {
            fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
                let vendors = reader.vendors($kind);
                let known: Vec<&str> = vendors.iter().map(String::as_str).collect();
                reader.choice(node, &known).map(|index| Self(known[index].into()))
            }

            fn write(&self) -> Json {
                Json::String(self.0.to_string())
            }

            fn shape() -> Shape {
                Shape::Vendor($kind)
            }
        }
    )+};
}

products! {
    /// The product of a reverse proxy.
    pub struct ProxyProduct of "reverse-proxy";
    /// The product of a hardware load balancer.
    pub struct BalancerProduct of "load-balancer";
}
