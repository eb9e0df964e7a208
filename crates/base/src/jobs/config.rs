//! The `[jobs]` section of the configuration.

use serde::{Deserialize, Serialize};

/// How background work is done.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct JobsConfig {
    /// How many jobs run at the same time on this node (1 to 64).
    pub parallel: usize,
    /// The longest pause between two looks into the table, in seconds (1 to 300). Work of this node starts
    /// at once in any case; a smaller number only helps work that other programs write into the database.
    pub poll_seconds: u64,
    /// How many days done and dead jobs are kept (1 to 3650).
    pub keep_days: u32,
}

impl Default for JobsConfig {
    fn default() -> Self {
        Self { parallel: 4, poll_seconds: 30, keep_days: 7 }
    }
}

impl JobsConfig {
    /// What is wrong with it, as `key: reason`; for the configuration check.
    pub fn check(&self) -> Result<(), String> {
        if !(1..=64).contains(&self.parallel) {
            return Err("parallel: must be from 1 to 64".into());
        }
        if !(1..=300).contains(&self.poll_seconds) {
            return Err("poll_seconds: must be from 1 to 300".into());
        }
        if !(1..=3650).contains(&self.keep_days) {
            return Err("keep_days: must be from 1 to 3650".into());
        }
        Ok(())
    }
}
