//! Types that can't hold a wrong value: names, addresses, ports, dates, texts.
//!
//! Knows what a valid name looks like and says precisely why another is not one.
//! Must never know what a value is used for, where it was written, or in which language the refusal is told.

mod address;
mod date;
mod extension;
mod identity;
mod name;
mod port;
mod refusal;
mod text;

pub use address::{Address, Network};
pub use date::Date;
pub use extension::Extension;
pub use identity::{Authority, Grantee, Guid, LineUri, MailAddress, SipAddress, Thumbprint};
pub use name::{Fqdn, Label, ObjectName, SipDomain, SubjectName, is_device_name};
pub use port::Port;
pub use refusal::Refusal;
pub use text::{BoundedText, Country, FreeText};
