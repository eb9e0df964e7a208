//! SQL that shortens sessions to other limits. Reads `users` and `roles`.

use seatwarden_base::{Result, db::Tx};

/// Whose sessions are shortened: those who go by this id of a role or name of a built-in one, where the roles of `own_ids`
/// go by their ids.
#[derive(Clone, Copy)]
pub(in super::super) struct Kind<'a> {
    pub(in super::super) key: &'a str,
    pub(in super::super) own_ids: &'a str,
}

/// Shortens the sessions between two ids of people with a kind of role to these limits. What is shorter stays.
pub(in super::super) async fn set_shorter(
    tx: &mut Tx,
    between: (&str, &str),
    kind: Kind<'_>,
    remembered: bool,
    (idle_ms, life_ms): (i64, i64),
) -> Result<u64> {
    tx.sql(
        "update sessions set idle_ms = case when idle_ms > $5 then $5 else idle_ms end, \
         expires_at_ms = case when expires_at_ms > created_at_ms + $6 then created_at_ms + $6 else expires_at_ms end \
         where id > $1 and id <= $2 and remembered = $4 \
         and (idle_ms > $5 or expires_at_ms > created_at_ms + $6) \
         and $3 = (select case when replace(cast($7 as text), r.id, '') <> cast($7 as text) then r.id \
         else r.base_name end from users u join roles r on r.id = u.role_id where u.id = sessions.user_id)",
    )
    .bind(between.0)
    .bind(between.1)
    .bind(kind.key)
    .bind(remembered)
    .bind(idle_ms)
    .bind(life_ms)
    .bind(kind.own_ids)
    .run()
    .await
}

/// Shortens the sessions of a user to these limits. What is shorter stays.
pub(in super::super) async fn set_shorter_of_user(
    tx: &mut Tx,
    user_id: &str,
    remembered: bool,
    (idle_ms, life_ms): (i64, i64),
) -> Result<u64> {
    tx.sql(
        "update sessions set idle_ms = case when idle_ms > $3 then $3 else idle_ms end, \
         expires_at_ms = case when expires_at_ms > created_at_ms + $4 then created_at_ms + $4 else expires_at_ms end \
         where user_id = $1 and remembered = $2 and (idle_ms > $3 or expires_at_ms > created_at_ms + $4)",
    )
    .bind(user_id)
    .bind(remembered)
    .bind(idle_ms)
    .bind(life_ms)
    .run()
    .await
}
