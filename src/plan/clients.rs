//! What will sign in.

use super::answer::Answer;
use super::because::Because;
use super::part::section;
use super::servers::{Servers, Version};
use super::values::choices;

choices! {
    /// The system of a Lync 2010 Mobile device.
    pub enum Platform2010 {
        /// iPhone, iPad.
        Apple = "apple",
        /// Windows Phone.
        WindowsPhone = "windows-phone",
        /// Android.
        Android = "android",
        /// Nokia Symbian.
        Symbian = "symbian",
    }

    /// The system of a later mobile device.
    pub enum Platform {
        /// iPhone, iPad.
        Apple = "apple",
        /// Windows Phone.
        WindowsPhone = "windows-phone",
        /// Android.
        Android = "android",
    }
}

section! {
    /// What will sign in; it decides Mcx, push, cookies and port 5223.
    pub struct Clients {
        /// Lync 2010 Mobile: needs Mcx (M-005).
        lync_2010_mobile: Answer<Vec<Platform2010>> = default(Vec::new()),
        /// Lync 2013 Mobile.
        lync_2013_mobile: Answer<Vec<Platform>> = default(Vec::new()),
        /// Skype for Business on mobile devices.
        sfb_mobile: Answer<Vec<Platform>> = default(Vec::new()),
        /// Devices also sign in from the company Wi-Fi (M-065).
        internal_wifi: Answer<bool> = default(true),
        /// Those devices have the internal CA's chain installed (M-067).
        trust_internal_ca: Answer<bool> = default(true);
            asked if |clients, _, because| *because.read(&clients.internal_wifi),
    }
}

impl Clients {
    /// Whether a client is told of events by Apple's service (M-200): Skype for Business from Server 2015 on (M-298), and Lync
    /// 2010 Mobile.
    pub fn need_apple_push(&self, servers: &Servers, because: &mut Because) -> bool {
        because.either(
            |because| {
                because.both(
                    |because| *because.read(&servers.version) >= Version::Server2015,
                    |because| because.read(&self.sfb_mobile).contains(&Platform::Apple),
                )
            },
            |because| self.has_2010_on(Platform2010::Apple, servers, because),
        )
    }

    /// Whether a client is told of events by Microsoft's service: whatever runs on Windows Phone (M-200).
    pub fn need_microsoft_push(&self, servers: &Servers, because: &mut Because) -> bool {
        because.either(
            |because| because.read(&self.sfb_mobile).contains(&Platform::WindowsPhone),
            |because| {
                because.either(
                    |because| because.read(&self.lync_2013_mobile).contains(&Platform::WindowsPhone),
                    |because| self.has_2010_on(Platform2010::WindowsPhone, servers, because),
                )
            },
        )
    }

    /// Whether any client is told of events by push (M-200, M-298).
    pub fn need_push(&self, servers: &Servers, because: &mut Because) -> bool {
        because.either(
            |because| self.need_apple_push(servers, because),
            |because| self.need_microsoft_push(servers, because),
        )
    }

    /// Whether any client uses UCWA (M-005).
    pub fn use_ucwa(&self, because: &mut Because) -> bool {
        because.either(
            |because| !because.read(&self.sfb_mobile).is_empty(),
            |because| !because.read(&self.lync_2013_mobile).is_empty(),
        )
    }

    /// Whether any client uses the Mobility Service, and there is one (M-005, M-006).
    pub fn use_mcx(&self, servers: &Servers, because: &mut Because) -> bool {
        because.both(
            |because| !because.read(&self.lync_2010_mobile).is_empty(),
            |because| because.read(&servers.version).has_mcx(),
        )
    }

    /// Whether Lync 2010 Mobile on this system signs in: it can't where the Mobility Service is gone (M-006).
    pub fn has_2010_on(&self, platform: Platform2010, servers: &Servers, because: &mut Because) -> bool {
        because.both(
            |because| because.read(&servers.version).has_mcx(),
            |because| because.read(&self.lync_2010_mobile).contains(&platform),
        )
    }

    pub(super) fn settle(&mut self, servers: &Servers) {
        let usual = || vec![Platform::Apple, Platform::Android];
        self.lync_2013_mobile.settle(|because| match because.read(&servers.version) {
            Version::LyncServer2013 => usual(),
            _ => Vec::new(),
        });
        self.sfb_mobile.settle(|because| match because.read(&servers.version) {
            Version::LyncServer2013 => Vec::new(),
            _ => usual(),
        });
    }
}
