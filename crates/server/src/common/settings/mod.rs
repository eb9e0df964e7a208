//! Settings: what an administrator changes while the server runs, kept as JSON under a key.
//! Each belongs to the room that names it; here is only their shelf.

mod cached;
mod model;
mod store;
#[cfg(test)]
mod tests;

use seatwarden_base::{Error, Result, db::Tx};

pub use cached::{CACHED_MS, Cached};
pub use model::{CHANGED_MEANWHILE, Setting, Versioned};

/// Reads a setting; its default if it was never set.
pub async fn get<S: Setting>(tx: &mut Tx) -> Result<S> {
    Ok(get_versioned(tx).await?.value)
}

/// Reads a setting with the number of its version: 0 if it was never set.
pub async fn get_versioned<S: Setting>(tx: &mut Tx) -> Result<Versioned<S>> {
    let Some((json, version)) = store::find(tx, S::KEY).await? else {
        return Ok(Versioned { value: S::default(), version: 0 });
    };
    let value = serde_json::from_str(&json).map_err(|cause| Error::fault("reading a setting", cause))?;
    Ok(Versioned { value, version })
}

/// Reads a setting like [`get_versioned`], and holds it until the transaction ends: whoever else is about to change it waits,
/// and then begins with what this one wrote. So a change that names no version is never refused for one.
pub async fn get_to_change<S: Setting>(tx: &mut Tx, now_ms: i64) -> Result<Versioned<S>> {
    store::hold(tx, S::KEY, &json(&S::default())?, now_ms).await?;
    get_versioned(tx).await
}

/// Writes a setting. The caller records the audit event.
pub async fn set<S: Setting>(tx: &mut Tx, setting: &S, now_ms: i64) -> Result<()> {
    store::set(tx, S::KEY, &json(setting)?, now_ms).await
}

/// Writes a setting if its version is still this one, and refuses with [`CHANGED_MEANWHILE`] if somebody was
/// faster. The caller records the audit event.
pub async fn set_if<S: Setting>(tx: &mut Tx, setting: &S, version: i64, now_ms: i64) -> Result<()> {
    let written = store::set_if(tx, S::KEY, &json(setting)?, version, now_ms).await?;
    if written { Ok(()) } else { Err(CHANGED_MEANWHILE.into()) }
}

fn json<S: Setting>(setting: &S) -> Result<String> {
    serde_json::to_string(setting).map_err(|cause| Error::fault("writing a setting", cause))
}
