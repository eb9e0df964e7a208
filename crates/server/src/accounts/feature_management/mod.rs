//! Feature Management: which parts of the product are switched on. A part that is off is absent from
//! every menu, and answers that an administrator has switched it off. What the license does not have cannot be switched on.

mod actions;
pub mod api_document;
pub mod api_v1;
mod model;
pub mod pages;
#[cfg(test)]
mod tests;

pub use actions::{current, is_on, list, require_tab, set, set_user_profile, user_profile, user_profile_in};
pub use model::{
    FEATURES, Feature, Features, OFF, ProfileTab, Section, UserProfile, deployment_name, tier_name,
};
