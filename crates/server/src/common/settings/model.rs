//! What a setting is.

use seatwarden_base::{Kind, Refusal};
use serde::{Serialize, de::DeserializeOwned};

/// Somebody else changed the setting since it was read.
pub const CHANGED_MEANWHILE: Refusal = Refusal::new(Kind::Conflict, "settings.changed_meanwhile");

/// A setting with its key and its type.
pub trait Setting: Serialize + DeserializeOwned + Default {
    /// `room.name`, unique among all settings.
    const KEY: &'static str;
}

/// A setting as it was read.
#[derive(Clone, Debug, Default)]
pub struct Versioned<S> {
    /// The setting.
    pub value: S,
    /// Counts its changes: 0 if it was never set.
    pub version: i64,
}
