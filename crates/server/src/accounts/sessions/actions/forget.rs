//! The limits of a role that is gone.

use seatwarden_base::Result;
use serde_json::json;

use super::{super::limits::ChosenLimits, manage::apply_limits_later};
use crate::{
    accounts::roles::Forgotten,
    common::{audit, settings},
    cx::Cx,
};

/// Drops the limits of a role that was deleted, and has the sessions of those who had it follow those of its base. Called by
/// a job; running twice changes nothing more.
pub async fn forget_limits(cx: &Cx, role: &Forgotten) -> Result<()> {
    let mut tx = cx.db.write().await?;
    let mut chosen = settings::get_to_change::<ChosenLimits>(&mut tx, cx.now_ms).await?;
    let Some(limits) = chosen.value.roles.remove(&role.id) else { return Ok(()) };
    settings::set_if(&mut tx, &chosen.value, chosen.version, cx.now_ms).await?;
    apply_limits_later(&mut tx, cx).await?;
    let before = json!({ "roles": { role.name.as_str(): limits } });
    let event = audit::Event::new("security.change", "setting", "sessions");
    audit::record(&mut tx, cx, event.before(before).after(json!({ "roles": {} }))).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}
