//! Whose sessions must end earlier since a group changed. The room of the sessions is below this one, so a job does it.

use seatwarden_base::{Result, db::Tx, jobs};
use serde::{Deserialize, Serialize};

use super::super::store;
use crate::cx::Cx;

/// The kind of the job that shortens sessions to the limits of groups.
pub const SHORTEN: &str = "groups.shorten_sessions";

/// Up to how many users are named in a job; more are found again by their group.
const NAMED_MAX: usize = 500;

/// Whose sessions are to be shortened.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Shorten {
    /// Everybody in this group, and in groups inside of it.
    pub group: Option<String>,
    /// These users.
    pub users: Vec<String>,
}

/// Has the sessions of these users shortened, who just came into a group, or of everybody in it if none is named; inside
/// the action that changed the group. Nothing is to be done if neither the group nor one around it has a limit. Nudge the
/// worker after the commit.
pub(super) async fn shorten_later(tx: &mut Tx, cx: &Cx, group_id: &str, users: &[String]) -> Result<()> {
    if store::find_minutes_around(tx, group_id).await?.is_none() {
        return Ok(());
    }
    let shorten = if users.is_empty() || users.len() > NAMED_MAX {
        Shorten { group: Some(group_id.to_owned()), users: Vec::new() }
    } else {
        Shorten { group: None, users: users.to_vec() }
    };
    jobs::enqueue(tx, SHORTEN, &shorten, cx.now_ms, cx.new_id()?).await
}
