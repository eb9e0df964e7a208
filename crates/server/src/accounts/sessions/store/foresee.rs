//! SQL for what other limits would end. Reads `users` and `roles`.

use seatwarden_base::{
    Result,
    db::{Row, Tx},
};

use super::held;
use crate::accounts::sessions::limits::Held;

/// A living session that other limits can concern.
pub(in super::super) struct Concerned {
    pub(in super::super) id: String,
    pub(in super::super) user_id: String,
    pub(in super::super) held: Held,
    pub(in super::super) remembered: bool,
    pub(in super::super) created_at_ms: i64,
    pub(in super::super) seen_at_ms: i64,
}

fn concerned(row: &Row) -> Result<Concerned> {
    Ok(Concerned {
        id: row.get(0)?,
        user_id: row.get(1)?,
        held: held(row, (2, 3))?,
        remembered: row.get(4)?,
        created_at_ms: row.get(5)?,
        seen_at_ms: row.get(6)?,
    })
}

/// Living sessions that were not used since a moment, those used last first.
pub(in super::super) async fn list_unused(
    tx: &mut Tx,
    now_ms: i64,
    until_ms: i64,
    limit: i64,
) -> Result<Vec<Concerned>> {
    let rows = tx
        .sql(
            "select s.id, s.user_id, r.id, r.base_name, s.remembered, s.created_at_ms, s.seen_at_ms from (\
             select id, user_id, remembered, created_at_ms, seen_at_ms from sessions \
             where seen_at_ms <= $2 and expires_at_ms > $1 and seen_at_ms + idle_ms > $1 \
             order by seen_at_ms desc, id collate \"C\" desc limit $3) s \
             cross join users u cross join roles r where u.id = s.user_id and r.id = u.role_id",
        )
        .bind(now_ms)
        .bind(until_ms)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(concerned).collect()
}

/// Living sessions whose ids come before another, the newest first: an id says when its session began.
pub(in super::super) async fn list_begun(
    tx: &mut Tx,
    now_ms: i64,
    before_id: &str,
    limit: i64,
) -> Result<Vec<Concerned>> {
    let rows = tx
        .sql(
            "select s.id, s.user_id, r.id, r.base_name, s.remembered, s.created_at_ms, s.seen_at_ms from (\
             select id, user_id, remembered, created_at_ms, seen_at_ms from sessions \
             where id < $2 and expires_at_ms > $1 and seen_at_ms + idle_ms > $1 \
             order by id desc limit $3) s \
             cross join users u cross join roles r where u.id = s.user_id and r.id = u.role_id",
        )
        .bind(now_ms)
        .bind(before_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(concerned).collect()
}

/// The living sessions of users who have more of them than a number: user by user, those used last first.
pub(in super::super) async fn list_crowded(
    tx: &mut Tx,
    now_ms: i64,
    beyond: i64,
    limit: i64,
) -> Result<Vec<Concerned>> {
    let rows = tx
        .sql(
            "with crowded as (select user_id from sessions group by user_id having count(*) > $2 \
             order by user_id limit $3) \
             select s.id, s.user_id, r.id, r.base_name, s.remembered, s.created_at_ms, s.seen_at_ms \
             from crowded c cross join sessions s cross join users u cross join roles r \
             where s.user_id = c.user_id and u.id = s.user_id and r.id = u.role_id \
             and s.expires_at_ms > $1 and s.seen_at_ms + s.idle_ms > $1 \
             order by s.user_id, s.seen_at_ms desc, s.id desc limit $3",
        )
        .bind(now_ms)
        .bind(beyond)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(concerned).collect()
}
