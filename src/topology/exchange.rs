//! Exchange, as it stands beside the pools: where both products run, and what that gives.

use crate::catalog::{COMBINATIONS, FeatureSupport, exchange};
use crate::plan::{Answer, Because, Exchange as Answers, ExchangeFeature, ExchangeVersion, Plan, Version};
use crate::value::{Address, Fqdn};

/// Where both products run: a column of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Combination {
    /// Both here.
    C1,
    /// Exchange Online, Skype for Business here.
    C2,
    /// Exchange 2010 here, Skype for Business Online.
    C3,
    /// A newer Exchange here, Skype for Business Online.
    C4,
    /// Both online.
    C5,
}

impl Combination {
    /// All columns, in their order.
    pub const ALL: [Self; COMBINATIONS] = [Self::C1, Self::C2, Self::C3, Self::C4, Self::C5];

    /// What the column is called.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::C1 => "c1",
            Self::C2 => "c2",
            Self::C3 => "c3",
            Self::C4 => "c4",
            Self::C5 => "c5",
        }
    }
}

/// Whether a plan gives a feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Availability {
    /// It does.
    Given,
    /// The cloud gives it: voice mail without Unified Messaging.
    ByCloud,
    /// The combination does not.
    NotInCombination,
    /// It needs Exchange 2013 or newer.
    NeedsExchange2013,
    /// Lync Server 2013 does not with this version of Exchange.
    NotWithLyncServer2013,
    /// Neither Unified Messaging nor voice mail of the cloud is there.
    NoVoiceMail,
}

impl Availability {
    /// The word of documents.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::ByCloud => "by-cloud",
            Self::NotInCombination => "not-in-combination",
            Self::NeedsExchange2013 => "needs-exchange-2013",
            Self::NotWithLyncServer2013 => "not-with-lync-server-2013",
            Self::NoVoiceMail => "no-voice-mail",
        }
    }

    /// Whether people have it.
    #[must_use]
    pub const fn is_given(self) -> bool {
        matches!(self, Self::Given | Self::ByCloud)
    }
}

/// Exchange.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// Its answers.
    pub answers: Answers,
    /// The version of the Front End pools.
    servers: Answer<Version>,
}

impl Exchange {
    pub(super) fn of(plan: &Plan) -> Self {
        Self { answers: plan.exchange.clone(), servers: plan.servers.version.clone() }
    }

    /// The addresses of a server, where it is one of these.
    #[must_use]
    pub fn address_of(&self, fqdn: &Fqdn) -> Option<Vec<Address>> {
        let mut servers = self.answers.servers.iter();
        let server = servers.find(|server| server.fqdn.given().value() == fqdn)?;
        Some(server.addresses.given().value().clone())
    }

    /// The column of the matrix. Which version Exchange has matters only where it stands here alone.
    pub fn combination(&self, because: &mut Because) -> Combination {
        let answers = &self.answers;
        match (answers.is_skype_here(because), answers.is_exchange_here(because)) {
            (true, true) => Combination::C1,
            (true, false) => Combination::C2,
            (false, false) => Combination::C5,
            (false, true) => match *because.read(&answers.version) {
                ExchangeVersion::Exchange2010 => Combination::C3,
                _ => Combination::C4,
            },
        }
    }

    /// What the matrix says of a feature in this plan's column.
    pub fn support(&self, feature: ExchangeFeature, because: &mut Because) -> FeatureSupport {
        let combination = self.combination(because);
        let row = exchange().feature(feature.word());
        let column = Combination::ALL.iter().position(|column| *column == combination);
        row.zip(column).map_or(FeatureSupport::No, |(row, column)| row.support[column])
    }

    /// Whether this plan gives a feature: the matrix, and what the versions take away from it.
    pub fn availability(&self, feature: ExchangeFeature, because: &mut Because) -> Availability {
        let answers = &self.answers;
        match self.support(feature, because) {
            FeatureSupport::No => return Availability::NotInCombination,
            FeatureSupport::From2013 if *because.read(&answers.version) == ExchangeVersion::Exchange2010 => {
                return Availability::NeedsExchange2013;
            }
            FeatureSupport::From2013 | FeatureSupport::Yes => {}
        }
        match feature {
            ExchangeFeature::PresenceInOwa | ExchangeFeature::OwaIm if self.is_too_old_for_web(because) => {
                Availability::NotWithLyncServer2013
            }
            ExchangeFeature::UnifiedMessaging => self.voice_mail(because),
            _ => Availability::Given,
        }
    }

    /// Whether Lync Server 2013 meets an Exchange that has no instant messages for it.
    fn is_too_old_for_web(&self, because: &mut Because) -> bool {
        self.combination(because) == Combination::C1
            && because.both(
                |because| *because.read(&self.answers.version) >= ExchangeVersion::Exchange2016,
                |because| *because.read(&self.servers) == Version::LyncServer2013,
            )
    }

    /// Which voice mail there is for pools that stand here.
    fn voice_mail(&self, because: &mut Because) -> Availability {
        if self.combination(because) == Combination::C2 {
            Availability::ByCloud
        } else if self.answers.has_um(because) {
            Availability::Given
        } else if *because.read(&self.servers) >= Version::Server2019 {
            Availability::ByCloud
        } else {
            Availability::NoVoiceMail
        }
    }

    /// Whether people are to have a feature: it is integrated, wanted and given.
    pub fn has(&self, feature: ExchangeFeature, because: &mut Because) -> bool {
        *because.read(&self.answers.integrate)
            && self.answers.wants(feature, because)
            && self.availability(feature, because).is_given()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::fact;
    use crate::plan::Cloud;

    #[test]
    fn every_feature_of_a_plan_has_its_row_in_the_order_of_the_facts() {
        let rows: Vec<&str> = exchange().features.iter().map(|row| row.feature.as_str()).collect();
        let words: Vec<&str> = ExchangeFeature::ALL.iter().map(|feature| feature.word()).collect();
        assert_eq!(rows, words);
        let facts: Vec<&str> = exchange().features.iter().map(|row| row.fact.as_str()).collect();
        assert!(facts.is_sorted() && facts.iter().all(|id| fact(id).is_some()), "{facts:?}");
    }

    #[test]
    fn of_one_cloud_no_page_tells_the_proxy_and_of_one_none_tells_autodiscover() {
        let unknown = |known: &dyn Fn(&str) -> bool| -> Vec<Cloud> {
            Cloud::ALL.iter().copied().filter(|cloud| !known(cloud.word())).collect()
        };
        assert_eq!(unknown(&|cloud| exchange().proxy_of(cloud).is_some()), [Cloud::Germany]);
        assert_eq!(unknown(&|cloud| exchange().autodiscover_of(cloud).is_some()), [Cloud::GccHigh]);
    }
}
