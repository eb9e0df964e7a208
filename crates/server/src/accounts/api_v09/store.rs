//! SQL of this room. It has no table of its own: it reads what a sign-in looks at, all of it at once, so that a key
//! that was good before costs one look-up.

use seatwarden_base::{
    Result,
    db::{Row, Tx},
};

use crate::{
    accounts::passwords::GuessKeys,
    cx::{Person, person_columns},
};

/// What a sign-in looks at.
pub(super) struct Facts {
    pub(super) person: Person,
    /// The stored form of the password.
    pub(super) stored: String,
    pub(super) expires_at_ms: Option<i64>,
    pub(super) locked_at_ms: Option<i64>,
    pub(super) access_version: i64,
    pub(super) installation_version: i64,
    /// The last wrong password that still counts, and until when the guesser must wait.
    pub(super) failed_at_ms: Option<i64>,
    pub(super) blocked_until_ms: Option<i64>,
    /// When the bucket of the network is full again.
    pub(super) address_full_at_ms: Option<i64>,
}

fn facts(row: &Row) -> Result<Facts> {
    Ok(Facts {
        person: person_columns(row, 0)?,
        stored: row.get(19)?,
        expires_at_ms: row.get(20)?,
        locked_at_ms: row.get(21)?,
        access_version: row.get(22)?,
        installation_version: row.get(23)?,
        failed_at_ms: row.get(24)?,
        blocked_until_ms: row.get(25)?,
        address_full_at_ms: row.get(26)?,
    })
}

/// What a sign-in with this name looks at; none if nobody with a password has it. Reads `users`, `roles`,
/// `passwords`, `settings` and the counters of wrong passwords in one look-up.
pub(super) async fn find(tx: &mut Tx, name_key: &str, keys: &GuessKeys) -> Result<Option<Facts>> {
    let row = tx
        .sql(
            "select u.id, u.email, u.user_name, u.first_name, u.last_name, u.active, u.origin, u.language, \
             u.created_at_ms, u.updated_at_ms, u.last_login_at_ms, u.last_activity_at_ms, u.version, \
             r.id, r.name, r.display_name, r.base_name, r.granted, r.withdrawn, \
             p.stored, p.expires_at_ms, p.locked_at_ms, \
             coalesce((select version from settings where key = 'api_v09.access'), 0), \
             coalesce((select version from settings where key = 'setup.installation'), 0), \
             (select max(last_at_ms) from password_failures where key in ($2, $3)), \
             (select max(blocked_until_ms) from password_failures where key in ($2, $3)), \
             (select full_at_ms from rate_limits where key = $4) \
             from sign_in_names n join users u on u.id = n.user_id join roles r on r.id = u.role_id \
             join passwords p on p.user_id = u.id where n.name_key = $1",
        )
        .bind(name_key)
        .bind(keys.lane.as_str())
        .bind(keys.account.as_str())
        .bind(keys.address.as_str())
        .brief()
        .first()
        .await?;
    row.as_ref().map(facts).transpose()
}
