//! Which version of the product is deployed, and what of older versions stays.

use super::answer::Answer;
use super::part::section;
use super::values::choices;

choices! {
    /// The version of the product. Ordered by age: comparisons read as "or later".
    pub enum Version {
        /// Lync Server 2013.
        LyncServer2013 = "lync-server-2013",
        /// Skype for Business Server 2015.
        Server2015 = "sfb-server-2015",
        /// Skype for Business Server 2019.
        Server2019 = "sfb-server-2019",
        /// Skype for Business Server Subscription Edition.
        SubscriptionEdition = "sfb-server-se",
    }
}

impl Version {
    /// Whether the Mobility Service (Mcx) exists in it (M-003, M-006).
    #[must_use]
    pub fn has_mcx(self) -> bool {
        self < Self::Server2019
    }

    /// Whether the XMPP gateway and proxy exist in it (E-025, E-201).
    #[must_use]
    pub fn has_xmpp(self) -> bool {
        self < Self::Server2019
    }
}

section! {
    /// The servers as a whole.
    pub struct Servers {
        /// The version of the product. The default is the only one in support (D-007).
        version: Answer<Version> = default(Version::SubscriptionEdition),
        /// Front End pools of Lync Server 2010 stay beside it (M-162).
        lync_server_2010_pools: Answer<bool> = default(false),
        /// Lync Server 2013 has its cumulative update of February 2013 (M-007).
        february_2013_update: Answer<bool> = default(true);
            asked if |servers, _, because| *because.read(&servers.version) == Version::LyncServer2013,
    }
}
