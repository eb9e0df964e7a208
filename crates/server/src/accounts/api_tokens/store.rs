//! SQL of the table `api_tokens`.

use std::sync::Arc;

use seatwarden_base::{
    Result,
    db::{Row, Tx},
};

use super::model::{ApiToken, Kind, TokenCaller};
use crate::{
    cx::{Proof, Scopes, SignedIn, person_columns},
    known::Known,
};

/// What a request learns of its token.
pub(super) struct Found {
    pub(super) known: Known,
    pub(super) created_at_ms: i64,
}

fn found(row: &Row) -> Result<Found> {
    let scope = Scopes::stored(&row.get::<String>(20)?);
    let kind = Kind::of_word(&row.get::<String>(24)?);
    let proof = Proof::Token { id: row.get(19)?, scope, kind };
    let known = Known {
        signed_in: Arc::new(SignedIn::new(person_columns(row, 0)?, proof)),
        seen_at_ms: row.get(22)?,
        expires_at_ms: row.get(23)?,
        idle_ms: None,
        view: None,
    };
    Ok(Found { known, created_at_ms: row.get(21)? })
}

/// The signed token with this id, whether it has reached its end or not. Reads `users` and `roles` in the
/// same look-up, because every request needs both.
pub(super) async fn find(tx: &mut Tx, id: &str) -> Result<Option<Found>> {
    let row = tx
        .sql(
            "select u.id, u.email, u.user_name, u.first_name, u.last_name, u.active, u.origin, u.language, \
             u.created_at_ms, u.updated_at_ms, u.last_login_at_ms, u.last_activity_at_ms, u.version, \
             r.id, r.name, r.display_name, r.base_name, r.granted, r.withdrawn, \
             t.id, t.scope, t.created_at_ms, t.last_used_at_ms, t.expires_at_ms, t.kind \
             from api_tokens t join users u on u.id = t.user_id join roles r on r.id = u.role_id \
             where t.id = $1 and t.kind <> 'named'",
        )
        .bind(id)
        .brief()
        .first()
        .await?;
    row.as_ref().map(found).transpose()
}

/// The named token with this hash, with its user as in [`find`].
pub(super) async fn find_named(tx: &mut Tx, secret_hash: &[u8; 32]) -> Result<Option<Found>> {
    let row = tx
        .sql(
            "select u.id, u.email, u.user_name, u.first_name, u.last_name, u.active, u.origin, u.language, \
             u.created_at_ms, u.updated_at_ms, u.last_login_at_ms, u.last_activity_at_ms, u.version, \
             r.id, r.name, r.display_name, r.base_name, r.granted, r.withdrawn, \
             t.id, t.scope, t.created_at_ms, t.last_used_at_ms, t.expires_at_ms, t.kind \
             from api_tokens t join users u on u.id = t.user_id join roles r on r.id = u.role_id \
             where t.secret_hash = $1",
        )
        .bind(secret_hash)
        .brief()
        .first()
        .await?;
    row.as_ref().map(found).transpose()
}

/// When a token ends, in milliseconds since the Unix epoch; none if it does not, or if there is no such one.
pub(super) async fn find_end(tx: &mut Tx, id: &str) -> Result<Option<i64>> {
    let row = tx.sql("select expires_at_ms from api_tokens where id = $1").bind(id).first().await?;
    row.map_or(Ok(None), |row| row.get(0))
}

/// Whether a token was not ended.
pub(super) async fn find_exists(tx: &mut Tx, id: &str) -> Result<bool> {
    Ok(tx.sql("select 1 from api_tokens where id = $1").bind(id).first().await?.is_some())
}

/// A token to be stored.
pub(super) struct NewRow<'a> {
    pub(super) id: &'a str,
    pub(super) user_id: &'a str,
    pub(super) kind: Kind,
    pub(super) name: &'a str,
    pub(super) scope: Scopes,
    pub(super) secret_hash: Option<&'a [u8]>,
    pub(super) hint: &'a str,
    pub(super) key_id: Option<&'a str>,
    pub(super) now_ms: i64,
    pub(super) expires_at_ms: Option<i64>,
    /// The token that made it, with which it ends; none if a person did.
    pub(super) made_by: Option<&'a str>,
}

/// A successor is made by whoever made the old token, also if that rotated itself; and what the old token made is its
/// successor's from now on.
pub(super) async fn set_made_by(tx: &mut Tx, old_id: &str, new_id: &str) -> Result<()> {
    tx.sql(
        "update api_tokens set made_by = (select old.made_by from api_tokens old where old.id = $1) \
         where id = $2 and made_by = $1",
    )
    .bind(old_id)
    .bind(new_id)
    .run()
    .await?;
    tx.sql("update api_tokens set made_by = $2 where made_by = $1 and id <> $2")
        .bind(old_id)
        .bind(new_id)
        .run()
        .await?;
    Ok(())
}

/// Adds a token. Of two single tokens made for one user at the same moment the later one counts.
pub(super) async fn insert(tx: &mut Tx, token: &NewRow<'_>) -> Result<()> {
    tx.sql(
        "insert into api_tokens (id, user_id, kind, name, scope, secret_hash, hint, key_id, created_at_ms, \
         expires_at_ms, made_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
         on conflict (user_id) where kind = 'profile' do update set id = excluded.id, \
         secret_hash = excluded.secret_hash, hint = excluded.hint, key_id = excluded.key_id, \
         created_at_ms = excluded.created_at_ms, expires_at_ms = excluded.expires_at_ms",
    )
    .bind(token.id)
    .bind(token.user_id)
    .bind(token.kind.word())
    .bind(token.name)
    .bind(token.scope.words().as_str())
    .bind(token.secret_hash)
    .bind(token.hint)
    .bind(token.key_id)
    .bind(token.now_ms)
    .bind(token.expires_at_ms)
    .bind(token.made_by)
    .brief()
    .run()
    .await?;
    Ok(())
}

/// A user's living tokens of one kind, newest first; at most 1,000.
pub(super) async fn list(tx: &mut Tx, user_id: &str, kind: Kind, now_ms: i64) -> Result<Vec<ApiToken>> {
    let rows = tx
        .sql(
            "select id, kind, name, scope, hint, created_at_ms, expires_at_ms, replaced_by, last_used_at_ms, \
             last_used_ip, last_used_agent from api_tokens where user_id = $1 and kind = $2 \
             and (expires_at_ms is null or expires_at_ms > $3) order by created_at_ms desc, id desc limit 1000",
        )
        .bind(user_id)
        .bind(kind.word())
        .bind(now_ms)
        .all()
        .await?;
    rows.iter().map(token).collect()
}

/// Ids of the users who hold a token that begins so; at most `limit`.
pub(super) async fn list_holders(tx: &mut Tx, from: &str, to: &str, limit: i64) -> Result<Vec<String>> {
    let rows = tx
        .sql("select distinct user_id from api_tokens where hint >= $1 and hint < $2 limit $3")
        .bind(from)
        .bind(to)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Id of the key that signed a token.
pub(super) async fn find_key_id(tx: &mut Tx, id: &str) -> Result<Option<String>> {
    let row = tx.sql("select key_id from api_tokens where id = $1").bind(id).first().await?;
    Ok(row.map(|row| row.get(0)).transpose()?.flatten())
}

/// Ends one token of a user; returns of which kind it was, and its name. None if there was none.
pub(super) async fn delete(tx: &mut Tx, user_id: &str, id: &str) -> Result<Option<(Kind, String)>> {
    let row = tx
        .sql("delete from api_tokens where id = $1 and user_id = $2 returning kind, name")
        .bind(id)
        .bind(user_id)
        .first()
        .await?;
    row.map(|row| Ok((Kind::of_word(&row.get::<String>(0)?), row.get(1)?))).transpose()
}

/// Ends every token of a user; returns how many.
pub(super) async fn delete_of_user(tx: &mut Tx, user_id: &str) -> Result<u64> {
    tx.sql("delete from api_tokens where user_id = $1").bind(user_id).run().await
}

/// Ends every token of the users with a role but one; returns how many. Reads `users`.
pub(super) async fn delete_of_role(tx: &mut Tx, role_id: &str, but_id: &str) -> Result<u64> {
    tx.sql("delete from api_tokens where id <> $2 and user_id in (select id from users where role_id = $1)")
        .bind(role_id)
        .bind(but_id)
        .run()
        .await
}

/// Ends a user's tokens of one kind; returns how many.
pub(super) async fn delete_of_kind(tx: &mut Tx, user_id: &str, kind: Kind) -> Result<u64> {
    tx.sql("delete from api_tokens where user_id = $1 and kind = $2")
        .bind(user_id)
        .bind(kind.word())
        .run()
        .await
}

/// Ends a user's tokens of the login call but one, and but those that it stems from.
pub(super) async fn delete_of_sign_in(tx: &mut Tx, user_id: &str, but_id: &str) -> Result<()> {
    tx.sql(
        "delete from api_tokens where user_id = $1 and kind = $2 and id not in (\
         with recursive line (id, made_by) as (\
         select id, made_by from api_tokens where id = $3 \
         union select t.id, t.made_by from api_tokens t join line l on t.id = l.made_by) select id from line)",
    )
    .bind(user_id)
    .bind(Kind::SignIn.word())
    .bind(but_id)
    .run()
    .await?;
    Ok(())
}

/// Ends the oldest tokens of one kind beyond the newest `keep`.
pub(super) async fn delete_beyond(tx: &mut Tx, user_id: &str, kind: Kind, keep: i64) -> Result<u64> {
    tx.sql(
        "delete from api_tokens where id in (select id from api_tokens where user_id = $1 and kind = $2 \
         order by created_at_ms desc, id desc limit 1000 offset $3)",
    )
    .bind(user_id)
    .bind(kind.word())
    .bind(keep)
    .brief()
    .run()
    .await
}

/// Removes tokens that ended.
pub(super) async fn delete_ended(tx: &mut Tx, before_ms: i64) -> Result<u64> {
    tx.sql("delete from api_tokens where expires_at_ms < $1").bind(before_ms).run().await
}

/// Lets a rotated token run out, and says which takes its place. Returns false if it has a successor already, or is gone.
pub(super) async fn set_replaced(tx: &mut Tx, id: &str, by: &str, expires_at_ms: i64) -> Result<bool> {
    let changed = tx
        .sql(
            "update api_tokens set replaced_by = $2, \
             expires_at_ms = case when expires_at_ms < $3 then expires_at_ms else $3 end \
             where id = $1 and replaced_by is null",
        )
        .bind(id)
        .bind(by)
        .bind(expires_at_ms)
        .run()
        .await?;
    Ok(changed == 1)
}

/// Remembers who used a token. A token that is gone meanwhile has no callers any more.
pub(super) async fn set_caller(tx: &mut Tx, id: &str, at_ms: i64, ip: &str, agent: &str) -> Result<()> {
    tx.sql(
        "insert into api_token_callers (token_id, ip, user_agent, last_used_at_ms) \
         select id, cast($2 as text), cast($3 as text), cast($4 as bigint) from api_tokens where id = $1 \
         on conflict (token_id, ip, user_agent) do update set last_used_at_ms = excluded.last_used_at_ms",
    )
    .bind(id)
    .bind(ip)
    .bind(agent)
    .bind(at_ms)
    .run()
    .await?;
    Ok(())
}

/// Forgets the callers of a token beyond the newest `keep`.
pub(super) async fn delete_callers_beyond(tx: &mut Tx, id: &str, keep: i64) -> Result<()> {
    tx.sql(
        "delete from api_token_callers where token_id = $1 and last_used_at_ms < (\
         select min(last_used_at_ms) from (select last_used_at_ms from api_token_callers where token_id = $1 \
         order by last_used_at_ms desc limit $2) as newest)",
    )
    .bind(id)
    .bind(keep)
    .run()
    .await?;
    Ok(())
}

/// Who used a token, the latest first.
pub(super) async fn list_callers(tx: &mut Tx, id: &str, limit: i64) -> Result<Vec<TokenCaller>> {
    let rows = tx
        .sql(
            "select ip, user_agent, last_used_at_ms from api_token_callers where token_id = $1 \
             order by last_used_at_ms desc, ip limit $2",
        )
        .bind(id)
        .bind(limit)
        .all()
        .await?;
    rows.iter()
        .map(|row| Ok(TokenCaller { ip: row.get(0)?, user_agent: row.get(1)?, last_used_at_ms: row.get(2)? }))
        .collect()
}

/// Remembers that a token was used.
pub(super) async fn set_used(tx: &mut Tx, id: &str, at_ms: i64, ip: &str, agent: &str) -> Result<()> {
    tx.sql(
        "update api_tokens set last_used_at_ms = $2, last_used_ip = $3, last_used_agent = $4 where id = $1",
    )
    .bind(id)
    .bind(at_ms)
    .bind(ip)
    .bind(agent)
    .run()
    .await?;
    Ok(())
}

fn token(row: &Row) -> Result<ApiToken> {
    let kind: String = row.get(1)?;
    let scope: String = row.get(3)?;
    Ok(ApiToken {
        id: row.get(0)?,
        kind: Kind::of_word(&kind),
        name: row.get(2)?,
        scope: Scopes::stored(&scope),
        hint: row.get(4)?,
        created_at_ms: row.get(5)?,
        expires_at_ms: row.get(6)?,
        replaced_by: row.get(7)?,
        last_used_at_ms: row.get(8)?,
        last_used_ip: row.get(9)?,
        last_used_agent: row.get(10)?,
    })
}

/// How many living tokens a user has.
pub(super) async fn count_of_user(tx: &mut Tx, user_id: &str, now_ms: i64) -> Result<i64> {
    tx.sql(
        "select count(*) from api_tokens where user_id = $1 and (expires_at_ms is null or expires_at_ms > $2)",
    )
    .bind(user_id)
    .bind(now_ms)
    .one()
    .await?
    .get(0)
}
