//! SQL of the table `sessions`.

use std::sync::Arc;

use seatwarden_base::{
    Result,
    db::{Row, Tx},
};

use super::{limits::Held, model::Session};
use crate::{
    accounts::groups::group_language,
    cx::{BaseRole, Person, Proof, SignedIn, person_columns},
    known::Known,
    text::Language,
};

pub(super) mod foresee;
pub(super) mod manage;
pub(super) mod shorten;

/// The session of a token, whether it has reached its end or not. Reads `users`, `roles` and the language of the user's
/// groups in the same look-up, because every request needs them.
pub(super) async fn find(tx: &mut Tx, token_hash: &[u8; 32]) -> Result<Option<Known>> {
    let row = tx
        .sql(concat!(
            "select u.id, u.email, u.user_name, u.first_name, u.last_name, u.active, u.origin, u.language, \
             u.created_at_ms, u.updated_at_ms, u.last_login_at_ms, u.last_activity_at_ms, u.version, \
             r.id, r.name, r.display_name, r.base_name, r.granted, r.withdrawn, \
             s.id, s.seen_at_ms, s.confirmed_at_ms, s.idle_ms, s.expires_at_ms, s.must_renew, \
             s.view_as_user_id, s.view_as_until_ms, case when u.language is null then ",
            group_language!(),
            " end from sessions s join users u on u.id = s.user_id join roles r on r.id = u.role_id \
             where s.token_hash = $1"
        ))
        .bind(token_hash)
        .brief()
        .first()
        .await?;
    row.map(|row| {
        let proof = Proof::Session {
            id: row.get(19)?,
            token_hash: *token_hash,
            confirmed_at_ms: row.get(21)?,
            must_renew: row.get(24)?,
        };
        let mut signed_in = SignedIn::new(person_columns(&row, 0)?, proof);
        let of_groups: Option<String> = row.get(27)?;
        signed_in.language = signed_in.language.or_else(|| Language::parse(&of_groups?));
        Ok(Known {
            signed_in: Arc::new(signed_in),
            seen_at_ms: Some(row.get(20)?),
            idle_ms: Some(row.get(22)?),
            expires_at_ms: Some(row.get(23)?),
            view: row.get::<Option<String>>(25)?.zip(row.get(26)?),
        })
    })
    .transpose()
}

/// The role that a user has. Reads `users` and `roles`.
pub(super) async fn find_role(tx: &mut Tx, user_id: &str) -> Result<Held> {
    let row = tx
        .sql("select r.id, r.base_name from users u join roles r on r.id = u.role_id where u.id = $1")
        .bind(user_id)
        .brief()
        .first()
        .await?;
    let found = row.map(|row| held(&row, (0, 1))).transpose()?;
    Ok(found.unwrap_or(Held { id: String::new(), base: BaseRole::Consumer }))
}

/// A role of a row, from its columns of id and base.
fn held(row: &Row, (id, base): (usize, usize)) -> Result<Held> {
    let base: String = row.get(base)?;
    Ok(Held { id: row.get(id)?, base: BaseRole::named(&base).unwrap_or(BaseRole::Consumer) })
}

/// The user whom somebody looks as. Reads `users` and `roles`.
pub(super) async fn find_viewed(tx: &mut Tx, user_id: &str) -> Result<Option<Person>> {
    let row = tx
        .sql(
            "select u.id, u.email, u.user_name, u.first_name, u.last_name, u.active, u.origin, u.language, \
             u.created_at_ms, u.updated_at_ms, u.last_login_at_ms, u.last_activity_at_ms, u.version, \
             r.id, r.name, r.display_name, r.base_name, r.granted, r.withdrawn \
             from users u join roles r on r.id = u.role_id where u.id = $1",
        )
        .bind(user_id)
        .brief()
        .first()
        .await?;
    row.map(|row| person_columns(&row, 0)).transpose()
}

/// Sets whom the holder of a session looks as, and until when.
pub(super) async fn set_view(tx: &mut Tx, id: &str, view: Option<(&str, i64)>) -> Result<()> {
    tx.sql("update sessions set view_as_user_id = $2, view_as_until_ms = $3 where id = $1")
        .bind(id)
        .bind(view.map(|(user_id, _)| user_id))
        .bind(view.map(|(_, until_ms)| until_ms))
        .run()
        .await?;
    Ok(())
}

/// A session that sees the pages as another user does: its id, and those of the two.
pub(super) struct View {
    pub(super) session: String,
    pub(super) holder: String,
    pub(super) person: String,
}

/// The sessions of a user that look as somebody, and those that look as the user.
pub(super) async fn list_views_of(tx: &mut Tx, user_id: &str, now_ms: i64) -> Result<Vec<View>> {
    let rows = tx
        .sql(
            "select id, user_id, view_as_user_id from sessions \
             where user_id = $1 and view_as_user_id is not null and view_as_until_ms > $2 \
             union select id, user_id, view_as_user_id from sessions \
             where view_as_user_id = $1 and view_as_until_ms > $2 limit 1000",
        )
        .bind(user_id)
        .bind(now_ms)
        .all()
        .await?;
    let view = |row: &Row| Ok(View { session: row.get(0)?, holder: row.get(1)?, person: row.get(2)? });
    rows.iter().map(view).collect()
}

/// Ends that a session looks as this user; false if it did not any more.
pub(super) async fn delete_view(tx: &mut Tx, id: &str, user_id: &str) -> Result<bool> {
    let changed = tx
        .sql(
            "update sessions set view_as_user_id = null, view_as_until_ms = null \
             where id = $1 and view_as_user_id = $2",
        )
        .bind(id)
        .bind(user_id)
        .run()
        .await?;
    Ok(changed == 1)
}

/// A session to be stored.
pub(super) struct NewSession<'a> {
    pub(super) id: &'a str,
    pub(super) token_hash: &'a [u8],
    pub(super) user_id: &'a str,
    pub(super) now_ms: i64,
    pub(super) idle_ms: i64,
    pub(super) expires_at_ms: i64,
    pub(super) remembered: bool,
    pub(super) ip: &'a str,
    pub(super) user_agent: &'a str,
}

/// Adds a session.
pub(super) async fn insert(tx: &mut Tx, session: &NewSession<'_>) -> Result<()> {
    tx.sql(
        "insert into sessions (id, token_hash, user_id, created_at_ms, seen_at_ms, idle_ms, expires_at_ms, \
         confirmed_at_ms, remembered, ip, user_agent) values ($1, $2, $3, $4, $4, $5, $6, $4, $7, $8, $9)",
    )
    .bind(session.id)
    .bind(session.token_hash)
    .bind(session.user_id)
    .bind(session.now_ms)
    .bind(session.idle_ms)
    .bind(session.expires_at_ms)
    .bind(session.remembered)
    .bind(session.ip)
    .bind(session.user_agent)
    .brief()
    .run()
    .await?;
    Ok(())
}

/// The living sessions of a user, last used first.
pub(super) async fn list_of_user(
    tx: &mut Tx,
    user_id: &str,
    now_ms: i64,
    limit: i64,
) -> Result<Vec<Session>> {
    let rows = tx
        .sql(
            "select id, created_at_ms, seen_at_ms, expires_at_ms, ip, user_agent, remembered from sessions \
             where user_id = $1 and expires_at_ms > $2 and seen_at_ms + idle_ms > $2 \
             order by seen_at_ms desc, id limit $3",
        )
        .bind(user_id)
        .bind(now_ms)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(session).collect()
}

/// Remembers that a session was used.
pub(super) async fn set_seen(tx: &mut Tx, id: &str, at_ms: i64, ip: &str) -> Result<()> {
    tx.sql("update sessions set seen_at_ms = $2, ip = $3 where id = $1 and seen_at_ms < $2")
        .bind(id)
        .bind(at_ms)
        .bind(ip)
        .run()
        .await?;
    Ok(())
}

/// Gives a session a new token, and remembers that the password was given. Returns whether the session
/// outlives its browser, and when it ends; none if it is gone.
pub(super) async fn set_token(
    tx: &mut Tx,
    id: &str,
    token_hash: &[u8],
    now_ms: i64,
) -> Result<Option<(bool, i64)>> {
    let row = tx
        .sql(
            "update sessions set token_hash = $2, confirmed_at_ms = $3, must_renew = false where id = $1 \
             returning remembered, expires_at_ms",
        )
        .bind(id)
        .bind(token_hash)
        .bind(now_ms)
        .first()
        .await?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// Makes every session of a user get a new token at its next page.
pub(super) async fn set_must_renew(tx: &mut Tx, user_id: &str) -> Result<()> {
    tx.sql("update sessions set must_renew = true where user_id = $1").bind(user_id).run().await?;
    Ok(())
}

/// Gives a session that waits for it a new token, unless that happened meanwhile. Returns as [`set_token`].
pub(super) async fn set_renewed(
    tx: &mut Tx,
    id: &str,
    old_hash: &[u8],
    new_hash: &[u8],
) -> Result<Option<(bool, i64)>> {
    let row = tx
        .sql(
            "update sessions set token_hash = $3, must_renew = false \
             where id = $1 and token_hash = $2 and must_renew returning remembered, expires_at_ms",
        )
        .bind(id)
        .bind(old_hash)
        .bind(new_hash)
        .first()
        .await?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// Whether a session was not ended.
pub(super) async fn find_exists(tx: &mut Tx, id: &str) -> Result<bool> {
    Ok(tx.sql("select 1 from sessions where id = $1").bind(id).first().await?.is_some())
}

/// Ends one session of a user; false if there was none.
pub(super) async fn delete(tx: &mut Tx, user_id: &str, id: &str) -> Result<bool> {
    let deleted =
        tx.sql("delete from sessions where id = $1 and user_id = $2").bind(id).bind(user_id).run().await?;
    Ok(deleted == 1)
}

/// Ends all sessions of a user but one; returns how many.
pub(super) async fn delete_of_user(tx: &mut Tx, user_id: &str, but_id: &str) -> Result<u64> {
    tx.sql("delete from sessions where user_id = $1 and id <> $2").bind(user_id).bind(but_id).run().await
}

/// Whether a user has a session, living or not.
pub(super) async fn find_has_any(tx: &mut Tx, user_id: &str) -> Result<bool> {
    let row =
        tx.sql("select 1 from sessions where user_id = $1 limit 1").bind(user_id).brief().first().await?;
    Ok(row.is_some())
}

/// Ends the oldest sessions of a user beyond the newest `keep`; one of them, if it is there, is the last to end.
pub(super) async fn delete_beyond(tx: &mut Tx, user_id: &str, keep: i64, last_id: &str) -> Result<u64> {
    tx.sql(
        "delete from sessions where user_id = $1 and id in (\
         select id from sessions where user_id = $1 \
         order by case when id = $3 then 0 else 1 end, seen_at_ms desc, id desc limit 1000 offset $2)",
    )
    .bind(user_id)
    .bind(keep)
    .bind(last_id)
    .brief()
    .run()
    .await
}

/// Removes sessions that reached their end.
pub(super) async fn delete_ended(tx: &mut Tx, now_ms: i64) -> Result<u64> {
    tx.sql("delete from sessions where expires_at_ms < $1").bind(now_ms).run().await
}

fn session(row: &Row) -> Result<Session> {
    Ok(Session {
        id: row.get(0)?,
        created_at_ms: row.get(1)?,
        seen_at_ms: row.get(2)?,
        expires_at_ms: row.get(3)?,
        ip: row.get(4)?,
        user_agent: row.get(5)?,
        remembered: row.get(6)?,
    })
}

/// How many living sessions a user has.
pub(super) async fn count_of_user(tx: &mut Tx, user_id: &str, now_ms: i64) -> Result<i64> {
    tx.sql(
        "select count(*) from sessions where user_id = $1 and expires_at_ms > $2 and seen_at_ms + idle_ms > $2",
    )
    .bind(user_id)
    .bind(now_ms)
    .one()
    .await?
    .get(0)
}
