//! SQL of the table `seat_counters`.

use seatwarden_base::{Result, db::Tx};

/// Takes and frees seats, in the order administrators, designers, viewers, and holds the row until the end of
/// the transaction. A limit of 0 is none. False, and nothing is changed, if a kind of which some are taken
/// would be beyond its limit.
pub(super) async fn set_taken(tx: &mut Tx, change: [i64; 3], limits: [i64; 3]) -> Result<bool> {
    let changed = tx
        .sql(
            "update seat_counters set administrators = administrators + cast($1 as bigint), \
             designers = designers + cast($2 as bigint), viewers = viewers + cast($3 as bigint) where id = 1 \
             and (cast($1 as bigint) <= 0 or cast($4 as bigint) = 0 \
             or administrators + cast($1 as bigint) <= cast($4 as bigint)) \
             and (cast($2 as bigint) <= 0 or cast($5 as bigint) = 0 \
             or designers + cast($2 as bigint) <= cast($5 as bigint)) \
             and (cast($3 as bigint) <= 0 or cast($6 as bigint) = 0 \
             or viewers + cast($3 as bigint) <= cast($6 as bigint))",
        )
        .bind(change[0])
        .bind(change[1])
        .bind(change[2])
        .bind(limits[0])
        .bind(limits[1])
        .bind(limits[2])
        .run()
        .await?;
    Ok(changed == 1)
}

/// How many are taken: administrators, designers, viewers.
pub(super) async fn find_taken(tx: &mut Tx) -> Result<[i64; 3]> {
    let row = tx
        .sql("select administrators, designers, viewers from seat_counters where id = 1")
        .brief()
        .one()
        .await?;
    Ok([row.get(0)?, row.get(1)?, row.get(2)?])
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

/// Active users of a role who were away longest: since when, and first name, last name and user name. Reads
/// `users`.
pub(super) async fn list_away(tx: &mut Tx, role_id: &str, limit: i64) -> Result<Vec<(i64, [String; 3])>> {
    let rows = tx
        .sql(
            "select coalesce(last_activity_at_ms, created_at_ms), first_name, last_name, user_name from users \
             where role_id = $1 and active and origin not in ('service', 'license') \
             order by coalesce(last_activity_at_ms, created_at_ms) limit $2",
        )
        .bind(role_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, [row.get(1)?, row.get(2)?, row.get(3)?]))).collect()
}
