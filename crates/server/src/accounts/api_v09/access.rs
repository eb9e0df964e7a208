//! What an administrator says about the legacy `x-api-key`, and when it was last used.

use seatwarden_base::{Result, db::Tx};
use serde::{Deserialize, Serialize};

use crate::{
    common::settings::{self, Setting},
    config::XApiKeyConfig,
    cx::Cx,
    used::Use,
};

/// What an administrator chose; what is not chosen follows the configuration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ApiAccess {
    /// Whether the header is accepted at all.
    pub enabled: Option<bool>,
    /// How many seconds the time inside may differ from now; 0: it is not checked.
    pub iat_window_seconds: Option<u32>,
}

impl Setting for ApiAccess {
    const KEY: &'static str = "api_v09.access";
}

impl ApiAccess {
    /// Whether the header is accepted: chosen, or configured.
    pub fn is_enabled(&self, config: &XApiKeyConfig) -> bool {
        self.enabled.unwrap_or(config.enabled)
    }

    /// How many seconds the time inside may differ from now: chosen, or configured.
    pub fn window_seconds(&self, config: &XApiKeyConfig) -> u32 {
        self.iat_window_seconds.unwrap_or(config.iat_window_seconds)
    }
}

/// The last use of the key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LastUse {
    /// When, in milliseconds since the Unix epoch; up to a minute late. 0: never.
    pub at_ms: i64,
    /// By whom.
    pub user_id: String,
    /// From where.
    pub ip: String,
    /// By what program.
    pub user_agent: String,
}

impl Setting for LastUse {
    const KEY: &'static str = "api_v09.last_use";
}

/// Remembers that the key was used.
pub async fn set_used(tx: &mut Tx, used: &Use) -> Result<()> {
    let last: LastUse = settings::get(tx).await?;
    if last.at_ms >= used.at_ms {
        return Ok(());
    }
    let (user_id, ip) = (used.user_id.clone(), used.ip.clone());
    let last = LastUse { at_ms: used.at_ms, user_id, ip, user_agent: used.user_agent.clone() };
    settings::set(tx, &last, used.at_ms).await
}

/// When and by whom the key was last used; none if never.
pub async fn last_use(cx: &Cx) -> Result<Option<LastUse>> {
    let mut tx = cx.db.read().await?;
    let last: LastUse = settings::get(&mut tx).await?;
    Ok((last.at_ms > 0).then_some(last))
}
