//! The rules an administrator chose, over those of the configuration.

use std::sync::{Mutex, PoisonError};

use seatwarden_base::Result;
use serde::{Deserialize, Serialize};

use super::{
    organisation_rule::OrganisationRule,
    rules::{Policy, Preset},
};
use crate::{common::settings::Setting, config::PasswordsConfig};

/// What an administrator chose; what is not chosen follows the configuration.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ChosenPolicy {
    /// Least number of characters.
    pub minimum_length: Option<u32>,
    /// The NIST preset: 15 characters for a password that stands alone.
    pub nist_preset: Option<bool>,
    /// Whether a password that somebody else gave is replaced at the next sign-in in a browser.
    pub replace_given: Option<bool>,
    /// The organisation's own rule, as existing installations have it: a regular expression …
    pub organisation_regex: String,
    /// … and the sentence that tells people what it wants.
    pub organisation_message: String,
}

impl Setting for ChosenPolicy {
    const KEY: &'static str = "passwords.policy";
}

impl ChosenPolicy {
    /// The rules that hold: what was chosen, over the configuration.
    pub fn over(&self, config: &PasswordsConfig, last: &Mutex<Option<OrganisationRule>>) -> Result<Policy> {
        let minimum_length = self.minimum_length.unwrap_or(config.minimum_length.into());
        let nist = self.nist_preset.unwrap_or(config.nist_preset);
        let organisation = match (self.organisation_regex.as_str(), config.organisation_regex.as_str()) {
            ("", "") => None,
            ("", regex) => Some(read(regex, &config.organisation_message, last)?),
            (regex, _) => Some(read(regex, &self.organisation_message, last)?),
        };
        Ok(Policy {
            preset: if nist { Preset::Nist } else { Preset::Standard },
            minimum_length: usize::try_from(minimum_length).unwrap_or(usize::MAX),
            blocklist: true,
            organisation,
        })
    }

    /// Whether a password that somebody else gave is replaced at the next sign-in in a browser (PW-10).
    pub fn replaces_given(&self, config: &PasswordsConfig) -> bool {
        self.replace_given.unwrap_or(config.replace_given)
    }
}

/// Reads the organisation's rule, unless it is the one that was read last.
fn read(regex: &str, message: &str, last: &Mutex<Option<OrganisationRule>>) -> Result<OrganisationRule> {
    let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
    let same = |rule: &&OrganisationRule| rule.pattern() == regex && rule.message() == message;
    if let Some(rule) = last.as_ref().filter(same) {
        return Ok(rule.clone());
    }
    let rule = OrganisationRule::new(regex, message)?;
    *last = Some(rule.clone());
    Ok(rule)
}
