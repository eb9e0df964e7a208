//! SQL of the table `seat_counters`.

use seatwarden_base::{Result, db::Tx};

use super::actions::Dormant;

/// Takes and frees seats, in the order administrators, designers, viewers, and holds the row until the end of
/// the transaction. The limits of the license count; without one those of the configuration, where 0 is none. False,
/// and nothing is changed, if a kind of which some are taken would be beyond its limit, or if the license lets nobody
/// in any more at `now_ms`.
pub(super) async fn set_taken(tx: &mut Tx, change: [i64; 3], limits: [i64; 3], now_ms: i64) -> Result<bool> {
    let changed = tx
        .sql(
            "update seat_counters set administrators = administrators + cast($1 as bigint), \
             designers = designers + cast($2 as bigint), viewers = viewers + cast($3 as bigint) where id = 1 \
             and (cast($1 as bigint) <= 0 or administrators + cast($1 as bigint) <= coalesce(case when is_licensed \
             then administrators_max else nullif(cast($4 as bigint), 0) end, 9223372036854775807)) \
             and (cast($2 as bigint) <= 0 or designers + cast($2 as bigint) <= coalesce(case when is_licensed \
             then designers_max else nullif(cast($5 as bigint), 0) end, 9223372036854775807)) \
             and (cast($3 as bigint) <= 0 or viewers + cast($3 as bigint) <= coalesce(case when is_licensed \
             then viewers_max else nullif(cast($6 as bigint), 0) end, 9223372036854775807)) \
             and ((cast($1 as bigint) <= 0 and cast($2 as bigint) <= 0 and cast($3 as bigint) <= 0) \
             or cast($7 as bigint) < coalesce(closes_at_ms, 9223372036854775807))",
        )
        .bind(change[0])
        .bind(change[1])
        .bind(change[2])
        .bind(limits[0])
        .bind(limits[1])
        .bind(limits[2])
        .bind(now_ms)
        .run()
        .await?;
    Ok(changed == 1)
}

/// What the license says of seats, as it stands in the row of the counters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Licensed {
    /// How many there are: administrators, designers, viewers; none where there is no limit.
    pub(super) limits: [Option<i64>; 3],
    /// From when on nobody else gets in, in milliseconds since the Unix epoch.
    pub(super) closes_at_ms: Option<i64>,
}

/// The row of the counters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ledger {
    /// How many are taken: administrators, designers, viewers.
    pub(super) taken: [i64; 3],
    /// What the license says; none without a license.
    pub(super) licensed: Option<Licensed>,
    /// Since when more are taken than the license gives, in milliseconds since the Unix epoch, as it was when it was
    /// written last.
    pub(super) over_since_ms: Option<i64>,
}

/// Reads the ledger.
pub(super) async fn find(tx: &mut Tx) -> Result<Ledger> {
    let row = tx
        .sql(
            "select administrators, designers, viewers, is_licensed, administrators_max, designers_max, \
             viewers_max, closes_at_ms, over_since_ms from seat_counters where id = 1",
        )
        .brief()
        .one()
        .await?;
    let is_licensed: bool = row.get(3)?;
    let licensed = Licensed { limits: [row.get(4)?, row.get(5)?, row.get(6)?], closes_at_ms: row.get(7)? };
    Ok(Ledger {
        taken: [row.get(0)?, row.get(1)?, row.get(2)?],
        licensed: is_licensed.then_some(licensed),
        over_since_ms: row.get(8)?,
    })
}

/// Writes what the license says; none without a license; and since when it is exceeded. Holds the row until the end of the
/// transaction.
pub(super) async fn set_licensed(
    tx: &mut Tx,
    licensed: Option<Licensed>,
    over_since_ms: Option<i64>,
) -> Result<()> {
    let Licensed { limits, closes_at_ms } = licensed.unwrap_or_default();
    tx.sql(
        "update seat_counters set is_licensed = $1, administrators_max = $2, designers_max = $3, \
         viewers_max = $4, closes_at_ms = $5, over_since_ms = $6 where id = 1",
    )
    .bind(licensed.is_some())
    .bind(limits[0])
    .bind(limits[1])
    .bind(limits[2])
    .bind(closes_at_ms)
    .bind(over_since_ms)
    .run()
    .await?;
    Ok(())
}

/// Puts the counters right.
pub(super) async fn set_counted(tx: &mut Tx, counted: [i64; 3]) -> Result<()> {
    tx.sql("update seat_counters set administrators = $1, designers = $2, viewers = $3 where id = 1")
        .bind(counted[0])
        .bind(counted[1])
        .bind(counted[2])
        .run()
        .await?;
    Ok(())
}

/// How many active users, without service and license accounts, each base role has. Reads `users` and `roles`, all of them:
/// only at the start.
pub(super) async fn count_active(tx: &mut Tx) -> Result<Vec<(String, i64)>> {
    let rows = tx
        .sql(
            "select r.base_name, cast(sum(h.holders) as bigint) from (select role_id, count(*) as holders \
             from users where active and origin not in ('service', 'license') group by role_id) as h \
             join roles r on r.id = h.role_id group by r.base_name",
        )
        .all()
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// Active users of a role, but for one, who were away longest: since when, and first name, last name and user name. Reads
/// `users`.
pub(super) async fn list_away(
    tx: &mut Tx,
    role_id: &str,
    but_id: &str,
    limit: i64,
) -> Result<Vec<(i64, [String; 3])>> {
    let rows = tx
        .sql(
            "select coalesce(last_activity_at_ms, created_at_ms), first_name, last_name, user_name from users \
             where role_id = $1 and active and origin not in ('service', 'license') and id <> $3 \
             order by coalesce(last_activity_at_ms, created_at_ms) limit $2",
        )
        .bind(role_id)
        .bind(limit)
        .bind(but_id)
        .all()
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, [row.get(1)?, row.get(2)?, row.get(3)?]))).collect()
}

/// Active users of a role who were not here since then, the longest away first. Reads `users`.
pub(super) async fn list_dormant(
    tx: &mut Tx,
    role_id: &str,
    since_ms: i64,
    limit: i64,
) -> Result<Vec<Dormant>> {
    let rows = tx
        .sql(
            "select id, first_name, last_name, user_name, email, coalesce(last_activity_at_ms, created_at_ms) \
             from users where role_id = $1 and active and origin not in ('service', 'license') \
             and coalesce(last_activity_at_ms, created_at_ms) <= $2 \
             order by coalesce(last_activity_at_ms, created_at_ms) limit $3",
        )
        .bind(role_id)
        .bind(since_ms)
        .bind(limit)
        .all()
        .await?;
    rows.iter()
        .map(|row| {
            let (first, last): (String, String) = (row.get(1)?, row.get(2)?);
            let full = format!("{first} {last}").trim().to_owned();
            let name = if full.is_empty() { row.get(3)? } else { full };
            Ok(Dormant { id: row.get(0)?, name, email: row.get(4)?, seen_at_ms: row.get(5)? })
        })
        .collect()
}
