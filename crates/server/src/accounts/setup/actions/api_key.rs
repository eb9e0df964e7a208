//! The key of the legacy `x-api-key`, and what else the rest of the server asks of the set-up.

use data_encoding::HEXLOWER;
use seatwarden_base::{Result, db::Tx, secret::Secret};

use super::super::model::Installation;
use crate::{common::settings, cx::Cx};

const DAY_MS: i64 = 24 * 3_600_000;

/// What the rest of the server asks of the set-up.
pub struct Installed {
    /// The key of the legacy `x-api-key`.
    pub x_api_key: Secret,
    /// The key before it, as long as that works too.
    pub previous_x_api_key: Option<Secret>,
    /// Until when the key before it works, in milliseconds since the Unix epoch; long ago if there is none.
    pub previous_until_ms: i64,
    /// When the key was made, in milliseconds since the Unix epoch; none if with the installation.
    pub made_at_ms: Option<i64>,
    /// Whether the key can still be shown: it is shown once.
    pub can_be_shown: bool,
    /// The address at which the server was last reached; empty if it never ran.
    pub url: String,
    /// Counts the changes of all of it.
    pub version: i64,
}

impl Installed {
    /// Reads it.
    pub async fn read(cx: &Cx) -> Result<Self> {
        let mut tx = cx.db.read().await?;
        let settings::Versioned { value: installation, version } =
            settings::get_versioned::<Installation>(&mut tx).await?;
        let previous = (installation.previous_until_ms > cx.now_ms
            && !installation.previous_x_api_key.is_empty())
        .then(|| Secret::new(installation.previous_x_api_key));
        Ok(Self {
            x_api_key: Secret::new(installation.x_api_key),
            previous_x_api_key: previous,
            previous_until_ms: installation.previous_until_ms,
            made_at_ms: (installation.x_api_key_made_at_ms > 0).then_some(installation.x_api_key_made_at_ms),
            can_be_shown: !installation.x_api_key_shown,
            url: installation.url,
            version,
        })
    }
}

/// How many digits a key of the server's own has.
const KEY_DIGITS: usize = 64;

impl Installed {
    /// Whether the key is shorter than those that the server makes: somebody brought it along (JW-03).
    pub fn is_weak(&self) -> bool {
        self.x_api_key.reveal().len() < KEY_DIGITS
    }
}

/// Makes a new key, inside another action; the one before works for so many days more (JW-03). The answer is
/// the only time that the key is told. Refuses with `settings.changed_meanwhile`.
pub async fn rotate_x_api_key(tx: &mut Tx, cx: &Cx, overlap_days: u32) -> Result<Secret> {
    let key = HEXLOWER.encode(&cx.random().bytes::<32>()?);
    replace_x_api_key(tx, cx, key.clone(), overlap_days).await?;
    Ok(Secret::new(key))
}

/// Puts a key of somebody's own in the place of the one before, which ends (JW-03), inside another action.
pub async fn set_x_api_key(tx: &mut Tx, cx: &Cx, key: &Secret) -> Result<()> {
    replace_x_api_key(tx, cx, key.reveal().to_owned(), 0).await
}

async fn replace_x_api_key(tx: &mut Tx, cx: &Cx, key: String, overlap_days: u32) -> Result<()> {
    let stored = settings::get_versioned::<Installation>(tx).await?;
    let mut installation = stored.value;
    installation.previous_x_api_key = std::mem::replace(&mut installation.x_api_key, key);
    installation.previous_until_ms = cx.now_ms + i64::from(overlap_days) * DAY_MS;
    if overlap_days == 0 {
        installation.previous_x_api_key.clear();
    }
    installation.x_api_key_made_at_ms = cx.now_ms;
    installation.x_api_key_shown = true;
    settings::set_if(tx, &installation, stored.version, cx.now_ms).await
}

/// Tells the key that the installation began with, inside another action; none if it was told before.
pub async fn show_x_api_key(tx: &mut Tx, cx: &Cx) -> Result<Option<Secret>> {
    let stored = settings::get_versioned::<Installation>(tx).await?;
    let mut installation = stored.value;
    if installation.x_api_key_shown {
        return Ok(None);
    }
    installation.x_api_key_shown = true;
    settings::set_if(tx, &installation, stored.version, cx.now_ms).await?;
    Ok(Some(Secret::new(installation.x_api_key)))
}
