//! The switches of My Profile and what they switch.

use seatwarden_base::{Kind, Refusal};
use serde::{Deserialize, Serialize};

use crate::common::settings::Setting;

mod table;

pub(super) use table::Switches;
pub use table::{FEATURES, Feature, Features, Section, deployment_name, tier_name};

/// An administrator has switched this part off.
pub const OFF: Refusal = Refusal::new(Kind::NotFound, "feature_management.off");

/// There is no such feature; value `feature`.
pub(super) const UNKNOWN: Refusal = Refusal::new(Kind::Invalid, "feature_management.unknown");
/// The feature needs a higher tier; values `feature`, `tier`, `current`, and the `entitlement` that would do as well.
pub(super) const NEEDS_TIER: Refusal = Refusal::new(Kind::Forbidden, "feature_management.needs_tier");
/// The license must name an entitlement for it; values `feature` and `entitlement`.
pub(super) const NEEDS_ENTITLEMENT: Refusal =
    Refusal::new(Kind::Forbidden, "feature_management.needs_entitlement");
/// The feature exists where the vendor runs the platform, and nowhere else; value `feature`.
pub(super) const NEEDS_CLOUD: Refusal = Refusal::new(Kind::Forbidden, "feature_management.needs_cloud");
/// The feature exists on machines of one's own, and nowhere else; value `feature`.
pub(super) const NEEDS_ON_PREM: Refusal = Refusal::new(Kind::Forbidden, "feature_management.needs_on_prem");

/// A tab of My Profile that can be switched off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileTab {
    /// Names and address.
    PersonalInformation,
    /// Language.
    Preferences,
    /// The password.
    Password,
    /// API tokens.
    ApiToken,
    /// Sessions.
    Sessions,
}

impl ProfileTab {
    /// All tabs in their order; the first that is on opens first.
    pub const ALL: [Self; 5] =
        [Self::PersonalInformation, Self::Preferences, Self::Password, Self::ApiToken, Self::Sessions];
}

/// The switches of My Profile: one for all of it, and one for each tab. The names are those of the
/// feature keys of existing installations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the page")]
pub struct UserProfile {
    /// The master switch.
    pub active: bool,
    /// Names and address.
    pub personal_information: bool,
    /// Language.
    pub preferences: bool,
    /// The password.
    pub password: bool,
    /// API tokens.
    pub api_token: bool,
    /// Sessions.
    pub sessions: bool,
}

impl Default for UserProfile {
    fn default() -> Self {
        Self {
            active: true,
            personal_information: true,
            preferences: true,
            password: true,
            api_token: true,
            sessions: true,
        }
    }
}

impl Setting for UserProfile {
    const KEY: &'static str = "feature_management.user_profile";
}

impl UserProfile {
    /// Whether a tab is on: its own switch and the master's.
    pub const fn shows(self, tab: ProfileTab) -> bool {
        self.active
            && match tab {
                ProfileTab::PersonalInformation => self.personal_information,
                ProfileTab::Preferences => self.preferences,
                ProfileTab::Password => self.password,
                ProfileTab::ApiToken => self.api_token,
                ProfileTab::Sessions => self.sessions,
            }
    }

    /// The switch with this key, which begins with `userProfile`; none if there is no such one.
    pub(super) fn switch(&mut self, key: &str) -> Option<&mut bool> {
        Some(match key {
            "userProfile" => &mut self.active,
            "userProfile.personalInformation" => &mut self.personal_information,
            "userProfile.preferences" => &mut self.preferences,
            "userProfile.password" => &mut self.password,
            "userProfile.apiToken" => &mut self.api_token,
            "userProfile.sessions" => &mut self.sessions,
            _ => return None,
        })
    }

    /// The tabs that are on, in their order.
    pub fn tabs(self) -> impl Iterator<Item = ProfileTab> {
        ProfileTab::ALL.into_iter().filter(move |tab| self.shows(*tab))
    }
}
