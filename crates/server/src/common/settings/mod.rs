//! Settings: what an administrator changes while the server runs, kept as JSON under a key.
//! Each belongs to the room that names it; here is only their shelf.

use seatwarden_base::{Error, Result, db::Tx};
use serde::{Serialize, de::DeserializeOwned};

mod store;
#[cfg(test)]
mod tests;

/// A setting with its key and its type.
pub trait Setting: Serialize + DeserializeOwned + Default {
    /// `room.name`, unique among all settings.
    const KEY: &'static str;
}

/// Reads a setting; its default if it was never set.
pub async fn get<S: Setting>(tx: &mut Tx) -> Result<S> {
    match store::find(tx, S::KEY).await? {
        None => Ok(S::default()),
        Some(json) => serde_json::from_str(&json).map_err(|cause| Error::fault("reading a setting", cause)),
    }
}

/// Writes a setting. The caller records the audit event.
pub async fn set<S: Setting>(tx: &mut Tx, setting: &S, now_ms: i64) -> Result<()> {
    let json = serde_json::to_string(setting).map_err(|cause| Error::fault("writing a setting", cause))?;
    store::set(tx, S::KEY, &json, now_ms).await
}
