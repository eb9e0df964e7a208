//! SQL of the tables `trial_grants` and `trial_visitors`; reads `users`, `memberships` and `organisations` for names.

use seatwarden_base::{
    Result,
    db::{Row, Tx},
};

use super::model::Visitor;

/// Counts a visit.
pub(super) async fn set_visited(tx: &mut Tx, user_id: &str, now_ms: i64) -> Result<()> {
    tx.sql(
        "insert into trial_visitors (user_id, first_at_ms, last_at_ms, visits) values ($1, $2, $2, 1) \
         on conflict (user_id) do update set last_at_ms = excluded.last_at_ms, visits = trial_visitors.visits + 1",
    )
    .bind(user_id)
    .bind(now_ms)
    .run()
    .await?;
    Ok(())
}

fn visitor(row: &Row) -> Result<Visitor> {
    let (first, last): (String, String) = (row.get(2)?, row.get(3)?);
    let (organisation_id, organisation): (Option<String>, Option<String>) = (row.get(7)?, row.get(8)?);
    Ok(Visitor {
        user_id: row.get(0)?,
        email: row.get(1)?,
        name: format!("{first} {last}").trim().to_owned(),
        first_at_ms: row.get(4)?,
        last_at_ms: row.get(5)?,
        visits: row.get(6)?,
        organisation: organisation_id.zip(organisation),
    })
}

/// Visitors, the last one first, from the one after this moment and id on.
pub(super) async fn list_visitors(tx: &mut Tx, after: (i64, &str), limit: i64) -> Result<Vec<Visitor>> {
    let rows = tx
        .sql(
            "select v.user_id, u.email, u.first_name, u.last_name, v.first_at_ms, v.last_at_ms, v.visits, o.id, o.name \
             from trial_visitors v join users u on u.id = v.user_id left join organisations o on o.id = \
             (select min(m.organisation_id) from memberships m where m.user_id = v.user_id) \
             where v.last_at_ms < $1 or (v.last_at_ms = $1 and v.user_id < $2) \
             order by v.last_at_ms desc, v.user_id desc limit $3",
        )
        .bind(after.0)
        .bind(after.1)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(visitor).collect()
}

/// Notes that a grant was used; false if it was before.
pub(super) async fn insert(tx: &mut Tx, id: &str, expires_at_ms: i64) -> Result<bool> {
    let inserted = tx
        .sql("insert into trial_grants (id, expires_at_ms) values ($1, $2) on conflict (id) do nothing")
        .bind(id)
        .bind(expires_at_ms)
        .run()
        .await?;
    Ok(inserted == 1)
}

/// Forgets grants that have run out.
pub(super) async fn delete_ended(tx: &mut Tx, now_ms: i64) -> Result<u64> {
    tx.sql("delete from trial_grants where expires_at_ms < $1").bind(now_ms).run().await
}
