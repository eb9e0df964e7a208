//! Users who are made automatically: what they get from the group they came in by.

use seatwarden_base::{Result, db::Tx};

use super::{
    super::{
        model::{CHANGED_MEANWHILE, LAST_SYSADMIN, UserPatch},
        store,
    },
    find_in, keys, shown,
    update::{apply, settle_seat},
};
use crate::{
    accounts::{api_tokens, groups, sessions},
    common::audit,
    cx::{BaseRole, Cx},
};

/// Gives a user the default role of the group they came in by, inside the action that makes them or signs
/// them in automatically; without such a role nothing changes. From then on the group is the reason for the
/// role, until somebody gives them another. No permission is asked: the group's role was within the reach of
/// whoever set it. Refuses with `groups.unknown`,
/// `groups.being_deleted`, `users.last_sysadmin`, or `seats.none_left` if the role takes a seat that is not there.
pub async fn take_role(tx: &mut Tx, cx: &Cx, user_id: &str, group: &str) -> Result<()> {
    let group = groups::find_in(tx, group).await?;
    group.require_settled()?;
    let Some(role) = &group.role else { return Ok(()) };
    let before = find_in(tx, user_id).await?;
    if before.person.role.base == BaseRole::Super {
        return Err(LAST_SYSADMIN.into());
    }
    let mut after = before.clone();
    apply(tx, &mut after, &UserPatch { role: Some(role.id.clone()), ..UserPatch::default() }).await?;
    settle_seat(tx, cx, &before.person, &after.person).await?;
    if !store::set(tx, &after, &keys(&after.person), cx.now_ms).await? {
        return Err(CHANGED_MEANWHILE.into());
    }
    store::set_role_group(tx, user_id, Some(&group.id)).await?;
    if before.person.role != after.person.role {
        sessions::renew_all_of(tx, cx, user_id).await?;
        api_tokens::end_of_sign_in(tx, user_id).await?;
    }
    let event = audit::Event::user("users.take_role", user_id).before(shown(&before)).after(shown(&after));
    audit::record(tx, cx, event).await
}
