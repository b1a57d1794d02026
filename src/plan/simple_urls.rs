//! The simple URLs: Meet, Dial-in, Admin (M-072 to M-077).

use super::List;
use super::answer::Answer;
use super::domains::label;
use super::part::section;
use super::sites::Site;
use super::values::choices;
use crate::value::{Fqdn, Label};

choices! {
    /// How the simple URLs are laid out over host names.
    pub enum Layout {
        /// A host for each: `meet.<sip>`, `dialin.<default>`, `admin.<default>` (M-073).
        DedicatedHosts = "dedicated-hosts",
        /// A host for each SIP domain, a path for each URL (M-074).
        SharedHost = "shared-host",
        /// One host in all, a path for each SIP domain (M-075).
        SingleHost = "single-host",
    }
}

section! {
    /// The simple URLs.
    pub struct SimpleUrls {
        /// How they are laid out over host names (M-073 to M-075).
        layout: Answer<Layout> = default(Layout::DedicatedHosts),
        /// The host label of the layouts shared-host and single-host.
        base: Answer<Label> = default(label("lync"));
            asked if |urls, _, because| *because.read(&urls.layout) != Layout::DedicatedHosts,
        /// The host labels of the layout dedicated-hosts.
        hosts: SimpleUrlHosts; asked if |urls, path, because| {
            *because.read(&urls.layout) == Layout::DedicatedHosts
                && (path != urls.hosts.admin.path() || *because.read(&urls.admin))
        },
        /// The internal Admin URL is used (M-071, M-072).
        admin: Answer<bool> = default(true),
        /// The Front End pool that answers them where there is no Director (M-130); by default the first.
        pool: Answer<Option<Fqdn>> = default(None),
    }
}

section! {
    /// The host labels of the layout dedicated-hosts.
    pub struct SimpleUrlHosts {
        /// The label of Meet.
        meet: Answer<Label> = default(label("meet")),
        /// The label of Dial-in.
        dialin: Answer<Label> = default(label("dialin")),
        /// The label of Admin.
        admin: Answer<Label> = default(label("admin")),
    }
}

impl SimpleUrls {
    pub(super) fn settle(&mut self, sites: &List<Site>) {
        self.pool.settle(|because| {
            because.read(sites).iter().find_map(|site| {
                let first = because.read(&site.front_end_pools).first()?;
                Some(because.read(&first.fqdn).clone())
            })
        });
    }
}
