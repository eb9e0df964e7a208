//! Making the built-in roles and looking roles up.

use seatwarden_base::{Result, db::Tx};

use super::{model::UNKNOWN, store};
use crate::cx::{BUILT_IN, BaseRole, Cx, Role};

/// All roles, strongest first.
pub async fn list(tx: &mut Tx) -> Result<Vec<Role>> {
    store::list(tx).await
}

/// The role with this id, API name or other spelling; refuses with `roles.unknown`.
pub async fn named(tx: &mut Tx, text: &str) -> Result<Role> {
    if let Some(role) = store::find(tx, text).await? {
        return Ok(role);
    }
    let spelled = BaseRole::spelled(text).ok_or(UNKNOWN)?;
    store::find(tx, spelled.name()).await?.ok_or_else(|| UNKNOWN.into())
}

/// Makes the six built-in roles, each with an id of this installation's own.
pub async fn make_built_in(tx: &mut Tx, cx: &Cx) -> Result<()> {
    for (rank, base) in (0..).zip(BUILT_IN) {
        store::insert_built_in(tx, &cx.new_id()?, base, rank).await?;
    }
    Ok(())
}
