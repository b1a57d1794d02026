//! The answers about single features of Exchange integration, each asked where its feature is wanted.

use super::values::{ArchiveContent, ContactsFor, UmSecurity, UserArchiving};
use crate::catalog::exchange;
use crate::plan::List;
use crate::plan::answer::Answer;
use crate::plan::mobility::text;
use crate::plan::part::section;
use crate::plan::values::Count;
use crate::value::{Extension, Fqdn, FreeText, Grantee, ObjectName, Port, SipAddress};

section! {
    /// The unified contact store.
    pub struct Contacts {
        /// Whose contacts move to Exchange.
        who: Answer<ContactsFor> = default(ContactsFor::Everybody),
        /// The policy of those whose contacts move.
        policy: Answer<FreeText> = default(text("UnifiedContactStore"));
            asked if |contacts, _, because| *because.read(&contacts.who) == ContactsFor::Pilot,
        /// To whom it is granted.
        grant_to: Answer<Vec<Grantee>> = default(Vec::new());
            asked if |contacts, _, because| *because.read(&contacts.who) == ContactsFor::Pilot,
    }
}

section! {
    /// Archiving in Exchange.
    pub struct Archive {
        /// What is archived.
        content: Answer<ArchiveContent> = default(ArchiveContent::ImAndConferences),
        /// Conversations among people of the organization are archived.
        internal: Answer<bool> = default(true),
        /// Conversations with others are archived.
        external: Answer<bool> = default(true),
        /// Nobody can write while nothing can be archived.
        block_on_failure: Answer<bool> = default(false),
        /// Where the archiving of a user is decided whose mailbox is in another forest.
        user_policy: Answer<UserArchiving> = default(UserArchiving::InExchange),
        /// The users of whom that is set.
        users: Answer<Vec<Grantee>> = default(Vec::new()),
    }
}

section! {
    /// The web application that searches archived content.
    pub struct SharePoint {
        /// The host of its web application.
        host: Answer<Option<Fqdn>> = default(None),
        /// Who may search.
        discovery_managers: Answer<Vec<Grantee>> = default(Vec::new());
            asked if |share_point, _, because| because.read(&share_point.host).is_some(),
    }
}

section! {
    /// Instant messages and presence in Outlook on the web.
    pub struct OutlookWeb {
        /// The Front End pool that it speaks to; by default the first.
        pool: Answer<Option<Fqdn>> = default(None),
        /// The site of the trusted application pool; by default that of the first pool.
        site: Answer<Option<FreeText>> = default(None),
        /// The Exchange servers that offer it; none means all.
        servers: Answer<Vec<Fqdn>> = default(Vec::new()),
        /// Unified Messaging runs on the same servers; by default where it is wanted and the version has it.
        um_collocated: Answer<bool> = default(false),
        /// What the trusted application is called.
        application_id: Answer<ObjectName> = default(application_id());
            asked if |outlook, _, because| !*because.read(&outlook.um_collocated),
        /// The port of the trusted application.
        port: Answer<Port> = default(exchange().application_port.value);
            asked if |outlook, _, because| !*because.read(&outlook.um_collocated),
    }
}

section! {
    /// Unified Messaging.
    pub struct UnifiedMessaging {
        /// The dial plan.
        dial_plan: Answer<FreeText> = default(text("SkypeForBusiness")),
        /// The digits of an extension.
        digits: Answer<Count<1, 20>> = default(Count(exchange().extension_digits.value)),
        /// The country's telephone code.
        country: Answer<Count<1, 999>> = default(Count(1)),
        /// What is encrypted.
        security: Answer<UmSecurity> = default(UmSecurity::Secured),
        /// The servers of Unified Messaging; none means all.
        servers: Answer<Vec<Fqdn>> = default(Vec::new()),
        /// The mailbox policy.
        mailbox_policy: Answer<FreeText> = default(text("SkypeForBusinessUsers")),
        /// The mailboxes that get voice mail.
        mailboxes: List<UmMailbox>,
        /// The forest of the Front End pools, where it is another one.
        forest: Answer<Option<Fqdn>> = default(None),
    }
}

section! {
    /// A mailbox that gets voice mail.
    pub struct UmMailbox named by identity {
        /// The user, as `domain\user`.
        identity: Answer<FreeText> = required(FreeText::default()),
        /// The extension.
        extension: Answer<Option<Extension>> = default(None),
        /// The user's SIP address.
        sip_address: Answer<Option<SipAddress>> = default(None),
    }
}

section! {
    /// Voice mail in the cloud.
    pub struct VoiceMail {
        /// The tenant's own domain, such as `contoso.onmicrosoft.com`.
        organization: Answer<Option<Fqdn>> = default(None),
        /// The hosted voice mail policy; none means the global one.
        policy: Answer<Option<FreeText>> = default(None),
        /// Who gets voice mail.
        users: Answer<Vec<Grantee>> = default(Vec::new()),
    }
}

/// What Outlook on the web is called as a trusted application.
#[expect(
    clippy::expect_used,
    reason = "the text is a name; every test that reads a plan would fail otherwise"
)]
fn application_id() -> ObjectName {
    "OutlookWebApp".parse().expect("a literal name")
}

impl OutlookWeb {
    /// Lets the pool, its site, and what runs beside it follow from other answers.
    pub(super) fn settle(
        &mut self,
        sites: &List<crate::plan::Site>,
        has_um: impl FnOnce(&mut crate::plan::Because) -> bool,
    ) {
        self.pool.settle(|because| {
            because.read(sites).iter().find_map(|site| {
                let first = because.read(&site.front_end_pools).first()?;
                Some(because.read(&first.fqdn).clone())
            })
        });
        self.site.settle(|because| {
            let mut sites = because.read(sites).iter();
            let site = sites.find(|site| !because.read(&site.front_end_pools).is_empty())?;
            Some(because.read(&site.name).clone())
        });
        self.um_collocated.settle(has_um);
    }
}
