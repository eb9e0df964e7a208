//! The rules an administrator chose, over those of the configuration.

use serde::{Deserialize, Serialize};

use super::rules::Policy;
use crate::{common::settings::Setting, config::PasswordsConfig};

/// What an administrator chose; what is not chosen follows the configuration.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ChosenPolicy {
    /// Least number of characters.
    pub minimum_length: Option<u32>,
    /// The NIST preset: 15 characters for a password that stands alone.
    pub nist_preset: Option<bool>,
    /// The organisation's own rule, as existing installations have it: a regular expression …
    pub organisation_regex: String,
    /// … and the sentence that tells people what it wants.
    pub organisation_message: String,
}

impl Setting for ChosenPolicy {
    const KEY: &'static str = "passwords.policy";
}
