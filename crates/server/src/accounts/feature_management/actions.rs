//! Asking and setting the switches.

use seatwarden_base::Result;
use serde_json::json;

use super::model::{OFF, ProfileTab, UserProfile};
use crate::{
    common::{audit, settings},
    cx::{Cx, Permission},
};

/// The switches of My Profile as they stand at this moment.
pub async fn user_profile(cx: &Cx) -> Result<UserProfile> {
    let mut tx = cx.db.read().await?;
    settings::get(&mut tx).await
}

/// Refuses with `feature_management.off` unless the tab is on.
pub async fn require_tab(cx: &Cx, tab: ProfileTab) -> Result<UserProfile> {
    let switches = user_profile(cx).await?;
    if switches.shows(tab) { Ok(switches) } else { Err(OFF.into()) }
}

/// Sets the switches of My Profile; they hold for everybody from the next click on.
pub async fn set_user_profile(cx: &Cx, switches: UserProfile) -> Result<()> {
    cx.require(Permission::ManageFeatures)?;
    let mut tx = cx.db.write().await?;
    let before: UserProfile = settings::get(&mut tx).await?;
    settings::set(&mut tx, &switches, cx.now_ms).await?;
    let event = audit::Event::new("feature_management.set", "feature", "userProfile");
    audit::record(&mut tx, cx, event.before(json!(before)).after(json!(switches))).await?;
    tx.commit().await
}
