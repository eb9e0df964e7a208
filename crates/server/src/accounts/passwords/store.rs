//! SQL of the table `passwords`.

use seatwarden_base::{
    Result,
    db::{Engine, Tx},
};
use serde::{Deserialize, Serialize};

/// A user's password as it is stored.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct StoredPassword {
    pub(super) stored: String,
    pub(super) scheme: String,
    pub(super) must_change: bool,
    pub(super) expires_at_ms: Option<i64>,
    pub(super) set_at_ms: i64,
    /// Since when an administrator keeps the account locked. A new password changes nothing about it.
    pub(super) locked_at_ms: Option<i64>,
}

/// The password of a user; none if they never had one.
pub(super) async fn find(tx: &mut Tx, user_id: &str) -> Result<Option<StoredPassword>> {
    let row = tx
        .sql(
            "select stored, scheme, must_change, expires_at_ms, set_at_ms, locked_at_ms from passwords \
             where user_id = $1",
        )
        .bind(user_id)
        .brief()
        .first()
        .await?;
    row.map(|row| {
        Ok(StoredPassword {
            stored: row.get(0)?,
            scheme: row.get(1)?,
            must_change: row.get(2)?,
            expires_at_ms: row.get(3)?,
            set_at_ms: row.get(4)?,
            locked_at_ms: row.get(5)?,
        })
    })
    .transpose()
}

/// Gives a user a password, in place of the old one.
pub(super) async fn set(tx: &mut Tx, user_id: &str, password: &StoredPassword) -> Result<()> {
    tx.sql(
        "insert into passwords (user_id, stored, scheme, must_change, expires_at_ms, set_at_ms) \
         values ($1, $2, $3, $4, $5, $6) on conflict (user_id) do update set stored = excluded.stored, \
         scheme = excluded.scheme, must_change = excluded.must_change, \
         expires_at_ms = excluded.expires_at_ms, set_at_ms = excluded.set_at_ms",
    )
    .bind(user_id)
    .bind(password.stored.as_str())
    .bind(password.scheme.as_str())
    .bind(password.must_change)
    .bind(password.expires_at_ms)
    .bind(password.set_at_ms)
    .run()
    .await?;
    Ok(())
}

/// Another stored form of the same password.
pub(super) struct Anew<'a> {
    /// The form that it takes the place of.
    pub(super) old: &'a str,
    pub(super) stored: &'a str,
    pub(super) scheme: &'a str,
    /// Whether another password is demanded; what was demanded before stays so.
    pub(super) must_change: bool,
    /// The end that the password loses, if it still has that one.
    pub(super) unless_used: Option<i64>,
}

/// Replaces the stored form of the same password, unless it was changed meanwhile.
pub(super) async fn set_stored(tx: &mut Tx, user_id: &str, anew: &Anew<'_>) -> Result<bool> {
    let changed = tx
        .sql(
            "update passwords set stored = $3, scheme = $4, must_change = (must_change or $5), \
             expires_at_ms = nullif(expires_at_ms, cast($6 as bigint)) where user_id = $1 and stored = $2",
        )
        .bind(user_id)
        .bind(anew.old)
        .bind(anew.stored)
        .bind(anew.scheme)
        .bind(anew.must_change)
        .bind(anew.unless_used)
        .run()
        .await?;
    Ok(changed == 1)
}

/// Makes a password run out at this moment.
pub(super) async fn set_expiry(tx: &mut Tx, user_id: &str, expires_at_ms: i64) -> Result<()> {
    tx.sql("update passwords set expires_at_ms = $2 where user_id = $1")
        .bind(user_id)
        .bind(expires_at_ms)
        .run()
        .await?;
    Ok(())
}

/// Demands another password at the next sign-in. Returns whether there is one that could be changed.
pub(super) async fn set_must_change(tx: &mut Tx, user_id: &str) -> Result<bool> {
    let changed =
        tx.sql("update passwords set must_change = true where user_id = $1").bind(user_id).run().await?;
    Ok(changed == 1)
}

/// Locks an account, or unlocks it.
pub(super) async fn set_locked(tx: &mut Tx, user_id: &str, locked_at_ms: Option<i64>) -> Result<()> {
    tx.sql("update passwords set locked_at_ms = $2 where user_id = $1")
        .bind(user_id)
        .bind(locked_at_ms)
        .run()
        .await?;
    Ok(())
}

/// How many failures are counted, the last of them when, and until when the guesser must wait; both times in
/// milliseconds since the Unix epoch. None if there were no failures.
pub(super) async fn find_failures(tx: &mut Tx, key: &str) -> Result<Option<Failures>> {
    let row = tx
        .sql("select failures, last_at_ms, blocked_until_ms from password_failures where key = $1")
        .bind(key)
        .brief()
        .first()
        .await?;
    row.map(|row| Ok(Failures { count: row.get(0)?, last_at_ms: row.get(1)?, blocked_until_ms: row.get(2)? }))
        .transpose()
}

/// Wrong passwords in a row.
pub(super) struct Failures {
    pub(super) count: i64,
    pub(super) last_at_ms: i64,
    pub(super) blocked_until_ms: i64,
}

/// Counts one more failure; those before `forget_before_ms` are forgotten. Returns how many there are.
pub(super) async fn set_failed(tx: &mut Tx, key: &str, now_ms: i64, forget_before_ms: i64) -> Result<i64> {
    let row = tx
        .sql(
            "insert into password_failures (key, failures, last_at_ms, blocked_until_ms) values ($1, 1, $2, 0) \
             on conflict (key) do update set last_at_ms = excluded.last_at_ms, failures = \
             case when password_failures.last_at_ms < $3 then 1 else password_failures.failures + 1 end \
             returning failures",
        )
        .bind(key)
        .bind(now_ms)
        .bind(forget_before_ms)
        .one()
        .await?;
    row.get(0)
}

/// Lets a guesser wait; with an account, everybody who guesses at it.
pub(super) async fn set_blocked_until(
    tx: &mut Tx,
    key: &str,
    until_ms: i64,
    account: Option<&str>,
) -> Result<()> {
    tx.sql("update password_failures set blocked_until_ms = $2, account = $3 where key = $1")
        .bind(key)
        .bind(until_ms)
        .bind(account)
        .run()
        .await?;
    Ok(())
}

/// The accounts that are locked now; at most `limit`.
pub(super) async fn list_locked(tx: &mut Tx, now_ms: i64, limit: i64) -> Result<Vec<String>> {
    let rows = tx
        .sql(
            "select account from (select account from password_failures where account is not null \
             and blocked_until_ms > $1 limit $2) as guessed \
             union select user_id from (select user_id from passwords where locked_at_ms is not null limit $2) as kept",
        )
        .bind(now_ms)
        .bind(limit)
        .brief()
        .all()
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}

const LOCKED_OF_SQLITE: &str = "select account from password_failures \
     where account in (select value from json_each($2)) and blocked_until_ms > $1 \
     union select user_id from passwords where user_id in (select value from json_each($2)) and locked_at_ms is not null";
const LOCKED_OF_POSTGRES: &str = "select account from password_failures \
     where account = any(array(select jsonb_array_elements_text(cast(cast($2 as text) as jsonb)))) \
     and blocked_until_ms > $1 union select user_id from passwords \
     where user_id = any(array(select jsonb_array_elements_text(cast(cast($2 as text) as jsonb)))) \
     and locked_at_ms is not null";

/// Those of these accounts, a JSON list of ids, that are locked now.
pub(super) async fn list_locked_of(tx: &mut Tx, now_ms: i64, ids: &str) -> Result<Vec<String>> {
    let text = if tx.engine() == Engine::Sqlite { LOCKED_OF_SQLITE } else { LOCKED_OF_POSTGRES };
    let rows = tx.sql(text).bind(now_ms).bind(ids).brief().all().await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Forgets failures.
pub(super) async fn delete_failures(tx: &mut Tx, key: &str) -> Result<()> {
    tx.sql("delete from password_failures where key = $1").bind(key).run().await?;
    Ok(())
}

/// Removes counters that nobody added to since.
pub(super) async fn delete_old_failures(tx: &mut Tx, before_ms: i64) -> Result<u64> {
    tx.sql("delete from password_failures where last_at_ms < $1").bind(before_ms).run().await
}

/// How many passwords that have not run out must be changed at the next sign-in, up to a maximum.
pub(super) async fn count_must_change(tx: &mut Tx, now_ms: i64, maximum: i64) -> Result<i64> {
    let row = tx
        .sql(
            "select count(*) from (select 1 from passwords where must_change \
             and (expires_at_ms is null or expires_at_ms > $1) limit $2) as found",
        )
        .bind(now_ms)
        .bind(maximum)
        .one()
        .await?;
    row.get(0)
}

/// How many passwords came as md5, were not used since and have not run out, up to a maximum.
pub(super) async fn count_md5(tx: &mut Tx, now_ms: i64, maximum: i64) -> Result<i64> {
    let row = tx
        .sql(
            "select count(*) from (select 1 from passwords where scheme = 'md5>argon2id' \
             and (expires_at_ms is null or expires_at_ms > $1) limit $2) as found",
        )
        .bind(now_ms)
        .bind(maximum)
        .one()
        .await?;
    row.get(0)
}

/// How many passwords came as md5 and were not used since; an index has them.
pub(super) async fn count_all_md5(tx: &mut Tx) -> Result<i64> {
    tx.sql("select count(*) from passwords where scheme = 'md5>argon2id'").one().await?.get(0)
}

/// How many passwords there are.
pub(super) async fn count_all(tx: &mut Tx) -> Result<i64> {
    tx.sql("select count(*) from passwords").one().await?.get(0)
}

/// How many passwords have not run out, up to a maximum.
pub(super) async fn count_living(tx: &mut Tx, now_ms: i64, maximum: i64) -> Result<i64> {
    let row = tx
        .sql(
            "select count(*) from (select 1 from passwords \
             where expires_at_ms is null or expires_at_ms > $1 limit $2) as found",
        )
        .bind(now_ms)
        .bind(maximum)
        .one()
        .await?;
    row.get(0)
}

/// How many users of our own never had a password, up to a maximum. Reads `users`.
pub(super) async fn count_without(tx: &mut Tx, maximum: i64) -> Result<i64> {
    let row = tx
        .sql(
            "select count(*) from (select 1 from users u where u.origin = 'local' \
             and not exists (select 1 from passwords p where p.user_id = u.id) limit $1) as found",
        )
        .bind(maximum)
        .one()
        .await?;
    row.get(0)
}
