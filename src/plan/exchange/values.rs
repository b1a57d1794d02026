//! The words that answers about Exchange choose from.

use crate::plan::values::choices;

choices! {
    /// Where a product runs.
    pub enum Place {
        /// In the own data centre.
        OnPremises = "on-premises",
        /// In the cloud.
        Online = "online",
    }

    /// The version of Exchange.
    pub enum ExchangeVersion {
        /// Exchange Server 2010.
        Exchange2010 = "exchange-2010",
        /// Exchange Server 2013.
        Exchange2013 = "exchange-2013",
        /// Exchange Server 2016.
        Exchange2016 = "exchange-2016",
        /// Exchange Server 2019.
        Exchange2019 = "exchange-2019",
        /// Exchange Server Subscription Edition.
        ExchangeSe = "exchange-se",
    }

    /// The certificate of server-to-server authentication.
    pub enum OauthCertificate {
        /// Decided by the facts.
        Automatic = "automatic",
        /// The Default certificate.
        Default = "default",
        /// One of its own.
        Dedicated = "dedicated",
    }

    /// A feature of the matrix X-100, in its order.
    pub enum ExchangeFeature {
        /// Presence in Outlook.
        PresenceInOutlook = "presence-in-outlook",
        /// Answers from a mail in Outlook.
        RespondFromOutlook = "respond-from-outlook",
        /// Meetings through Outlook.
        MeetingsInOutlook = "meetings-in-outlook",
        /// Presence in Outlook on the web.
        PresenceInOwa = "presence-in-owa",
        /// Instant messages and calls from Outlook on the web.
        OwaIm = "owa-im",
        /// Meetings through Outlook on the web.
        MeetingsInOwa = "meetings-in-owa",
        /// Instant messages and presence in mobile clients.
        MobilePresence = "mobile-presence",
        /// Meetings in mobile clients.
        MobileMeetings = "mobile-meetings",
        /// Status from the calendar.
        CalendarStatus = "calendar-status",
        /// Unified contact store.
        UnifiedContactStore = "unified-contact-store",
        /// Photos in high resolution.
        HighResolutionPhotos = "high-resolution-photos",
        /// Meeting delegation.
        MeetingDelegation = "meeting-delegation",
        /// Missed conversations and call logs in the mailbox.
        MissedConversations = "missed-conversations",
        /// Archiving in Exchange.
        Archiving = "archiving",
        /// Search of archived content.
        SearchArchive = "search-archive",
        /// Voice mail.
        UnifiedMessaging = "unified-messaging",
        /// Conversation history of the server.
        ConversationHistory = "conversation-history",
    }

    /// The cloud of a tenant.
    pub enum Cloud {
        /// The public one.
        Worldwide = "worldwide",
        /// 21Vianet, China.
        Vianet21 = "21vianet",
        /// Germany.
        Germany = "germany",
        /// The government of the United States.
        GccHigh = "gcc-high",
    }

    /// Whose contacts move to Exchange.
    pub enum ContactsFor {
        /// Those of everybody with a mailbox, by themselves.
        Everybody = "everybody",
        /// Those of people who are granted a policy.
        Pilot = "pilot",
    }

    /// What is archived.
    pub enum ArchiveContent {
        /// Instant messages.
        ImOnly = "im-only",
        /// Instant messages and conferences.
        ImAndConferences = "im-and-conferences",
    }

    /// Where the archiving of a user is decided whose mailbox is in another forest.
    pub enum UserArchiving {
        /// By the In-Place Hold of the mailbox.
        InPlaceHold = "in-place-hold",
        /// By the archiving policy of the Front End pool.
        ArchivingPolicy = "archiving-policy",
        /// Nothing is archived.
        NoArchiving = "no-archiving",
        /// All is archived in Exchange.
        InExchange = "in-exchange",
    }

    /// What Unified Messaging encrypts.
    pub enum UmSecurity {
        /// The signalling.
        SipSecured = "sip-secured",
        /// The signalling and the media.
        Secured = "secured",
    }
}
