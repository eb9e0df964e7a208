//! THE TABLE of features: their sections, what they are at first, and what must be bought for them.

use std::collections::BTreeMap;

use seatwarden_base::Refusal;
use serde::{Deserialize, Serialize};

use super::{NEEDS_CLOUD, NEEDS_ENTITLEMENT, NEEDS_ON_PREM, NEEDS_TIER, UserProfile};
use crate::{
    common::settings::Setting,
    config::{Deployment, Tier},
    license::{Bought, rank},
};

/// A part of the page and of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// My Profile.
    UserProfile,
    /// Questions and answers.
    Analytics,
    /// Where the data comes from.
    Data,
    /// How results leave the platform.
    Sharing,
    /// How the platform is run.
    Administration,
}

impl Section {
    /// All sections, in the order of the page.
    pub const ALL: [Self; 5] =
        [Self::UserProfile, Self::Analytics, Self::Data, Self::Sharing, Self::Administration];

    /// The word in the API.
    pub const fn word(self) -> &'static str {
        match self {
            Self::UserProfile => "userProfile",
            Self::Analytics => "analytics",
            Self::Data => "data",
            Self::Sharing => "sharing",
            Self::Administration => "administration",
        }
    }
}

/// Something that can be switched on and off.
#[derive(Debug, PartialEq, Eq)]
pub struct Feature {
    /// The key in the API and in the feature lists of existing installations.
    pub key: &'static str,
    /// Where it stands.
    pub section: Section,
    /// Whether it is on until somebody says otherwise.
    pub default: bool,
    /// The tier that has it, and every tier above.
    pub tier: Tier,
    /// The only place where it exists, if there is one only.
    pub deployment: Option<Deployment>,
    /// The entitlement that a license must name for it, if its tier is not enough.
    pub entitlement: Option<&'static str>,
}

const fn feature(section: Section, key: &'static str) -> Feature {
    Feature { key, section, default: true, tier: Tier::Launch, deployment: None, entitlement: None }
}

impl Feature {
    const fn off(self) -> Self {
        Self { default: false, ..self }
    }

    const fn from(self, tier: Tier) -> Self {
        Self { tier, ..self }
    }

    const fn only(self, deployment: Deployment) -> Self {
        Self { deployment: Some(deployment), ..self }
    }

    const fn with(self, entitlement: &'static str) -> Self {
        Self { entitlement: Some(entitlement), ..self }
    }

    /// The word by which a license switches the feature on below its tier: `multi_tenancy` for `multiTenancy`.
    pub fn word(&self) -> String {
        self.entitlement.map_or_else(
            || {
                let letters = self.key.chars().map(|letter| match letter {
                    'A'..='Z' => format!("_{}", letter.to_ascii_lowercase()),
                    other => other.to_string(),
                });
                letters.collect()
            },
            str::to_owned,
        )
    }

    /// The feature with this key.
    pub fn named(key: &str) -> Option<&'static Self> {
        FEATURES.iter().find(|feature| feature.key == key)
    }

    /// Why it cannot be switched on here, the first reason; none if it can.
    pub fn lock(&self, license: &Bought) -> Option<Refusal> {
        self.locks(license).into_iter().next()
    }

    /// Everything that must be otherwise before it can be switched on here.
    pub fn locks(&self, license: &Bought) -> Vec<Refusal> {
        [self.lock_of_license(license), self.lock_of_place(license)].into_iter().flatten().collect()
    }

    fn lock_of_license(&self, license: &Bought) -> Option<Refusal> {
        // Whoever has the entitlement needs no higher tier beside it.
        if let Some(entitlement) = self.entitlement.filter(|entitlement| !license.has(entitlement)) {
            return Some(NEEDS_ENTITLEMENT.with("feature", self.key).with("entitlement", entitlement));
        }
        let is_below = rank(license.tier) < rank(self.tier) && !license.names(&self.word());
        is_below.then(|| {
            let refusal = NEEDS_TIER.with("feature", self.key).with("tier", tier_name(self.tier));
            refusal.with("current", tier_name(license.tier)).with("entitlement", self.word())
        })
    }

    fn lock_of_place(&self, license: &Bought) -> Option<Refusal> {
        let needed = self.deployment.filter(|needed| *needed != license.deployment)?;
        let refusal = match needed {
            Deployment::Cloud => NEEDS_CLOUD,
            Deployment::OnPrem => NEEDS_ON_PREM,
        };
        Some(refusal.with("feature", self.key))
    }
}

/// The name of a tier; the same in every language.
pub const fn tier_name(tier: Tier) -> &'static str {
    match tier {
        Tier::Launch => "Launch",
        Tier::Grow => "Grow",
        Tier::Enterprise => "Enterprise",
    }
}

/// The name of a deployment; the same in every language.
pub const fn deployment_name(deployment: Deployment) -> &'static str {
    match deployment {
        Deployment::Cloud => "Cloud",
        Deployment::OnPrem => "On-Prem",
    }
}

/// All features, in the order of the page. The keys are those of existing installations; which tier and
/// deployment has which is decided here.
pub const FEATURES: &[Feature] = &[
    feature(Section::UserProfile, "userProfile"),
    feature(Section::UserProfile, "userProfile.personalInformation"),
    feature(Section::UserProfile, "userProfile.preferences"),
    feature(Section::UserProfile, "userProfile.password"),
    feature(Section::UserProfile, "userProfile.apiToken"),
    feature(Section::UserProfile, "userProfile.sessions"),
    feature(Section::Analytics, "alerting"),
    feature(Section::Analytics, "pivot"),
    feature(Section::Analytics, "sharedFormulas"),
    feature(Section::Analytics, "filterRelations"),
    feature(Section::Analytics, "nlq").from(Tier::Grow),
    feature(Section::Analytics, "aiAssistant").off().from(Tier::Grow).only(Deployment::Cloud),
    feature(Section::Data, "liveQuery"),
    feature(Section::Data, "connectionManagement"),
    feature(Section::Data, "notebooks").from(Tier::Grow),
    feature(Section::Data, "customCode").off().from(Tier::Enterprise),
    feature(Section::Data, "buildDestination").off().from(Tier::Enterprise).only(Deployment::OnPrem),
    feature(Section::Sharing, "embedCode"),
    feature(Section::Sharing, "exportingXlsxV2"),
    feature(Section::Sharing, "exportingCsv"),
    feature(Section::Sharing, "customFonts").off().from(Tier::Grow).with("white_labeling"),
    feature(Section::Administration, "newAdminUI"),
    feature(Section::Administration, "versionHistory").from(Tier::Grow),
    feature(Section::Administration, "gitIntegration").off().from(Tier::Grow),
    feature(Section::Administration, "multiTenancy").off().from(Tier::Enterprise),
];

/// What was switched away from its default, by key. My Profile has a setting of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Switches(BTreeMap<String, bool>);

impl Setting for Switches {
    const KEY: &'static str = "feature_management.switches";
}

/// All switches as they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Features {
    /// Those of My Profile.
    pub user_profile: UserProfile,
    /// All others.
    pub switches: Switches,
    /// Counts the changes, for the second of two who change them.
    pub version: i64,
}

impl Features {
    /// Whether the switch stands on, whatever the license says.
    pub fn is_set(&self, feature: &Feature) -> bool {
        let mut profile = self.user_profile;
        match profile.switch(feature.key) {
            Some(switch) => *switch,
            None => self.switches.0.get(feature.key).copied().unwrap_or(feature.default),
        }
    }

    /// Whether the feature works: it is switched on, and the license has it.
    pub fn is_on(&self, feature: &Feature, license: &Bought) -> bool {
        self.is_set(feature) && feature.lock(license).is_none()
    }

    /// Sets a switch.
    pub(in super::super) fn set(&mut self, feature: &Feature, on: bool) {
        if let Some(switch) = self.user_profile.switch(feature.key) {
            *switch = on;
        } else if on == feature.default {
            self.switches.0.remove(feature.key);
        } else {
            self.switches.0.insert(feature.key.to_owned(), on);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn locks(key: &str, tier: Tier, words: &[&str]) -> Vec<&'static str> {
        let entitlements = words.iter().map(ToString::to_string).collect::<BTreeSet<_>>();
        let license = Bought { tier, deployment: Deployment::OnPrem, entitlements: Some(entitlements) };
        Feature::named(key).unwrap().locks(&license).iter().map(|lock| lock.code).collect()
    }

    #[test]
    fn everything_that_would_unlock_a_feature_is_told_and_nothing_that_would_not_help() {
        let both = [NEEDS_TIER.code, NEEDS_CLOUD.code];
        assert_eq!(locks("aiAssistant", Tier::Launch, &[]), both);
        assert_eq!(locks("aiAssistant", Tier::Grow, &[]), both[1..]);
        assert_eq!(locks("aiAssistant", Tier::Launch, &["ai_assistant"]), both[1..]);
        assert_eq!(locks("customFonts", Tier::Launch, &[]), [NEEDS_ENTITLEMENT.code]);
        assert_eq!(locks("customFonts", Tier::Launch, &["white_labeling"]), [""; 0]);
        assert_eq!(locks("pivot", Tier::Launch, &[]), [""; 0]);
    }
}
