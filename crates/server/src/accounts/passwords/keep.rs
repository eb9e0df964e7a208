//! The stored password of a user who is deleted, kept apart as long as the user can be brought back.

use seatwarden_base::{Result, db::Tx};
use serde::{Deserialize, Serialize};

use super::store::{self, StoredPassword};

/// A stored password out of its table: the hash, never the password.
#[derive(Deserialize, Serialize)]
pub struct Kept(StoredPassword);

/// The stored password of a user, to be kept; none if they never had one.
pub async fn keep(tx: &mut Tx, user_id: &str) -> Result<Option<Kept>> {
    Ok(store::find(tx, user_id).await?.map(Kept))
}

/// Gives a user who is brought back the password that was kept.
pub async fn put_back(tx: &mut Tx, user_id: &str, kept: &Kept) -> Result<()> {
    store::set(tx, user_id, &kept.0).await?;
    store::set_locked(tx, user_id, kept.0.locked_at_ms).await
}
