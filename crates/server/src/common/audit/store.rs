//! SQL of the tables `audit_events` and `audit_head`.

use seatwarden_base::{
    Result,
    db::{Row, Tx},
};

use super::model::Recorded;

/// Makes the row that holds the end of the chain.
pub(super) async fn insert_head(tx: &mut Tx) -> Result<()> {
    tx.sql("insert into audit_head (id, sequence, hash) values (1, 0, $1) on conflict (id) do nothing")
        .bind(Vec::new())
        .run()
        .await?;
    Ok(())
}

/// Takes the next place in the chain, and with it the lock on the chain until the transaction ends.
/// Returns the place and the hash before it.
pub(super) async fn set_next_sequence(tx: &mut Tx) -> Result<(i64, Vec<u8>)> {
    let row = tx
        .sql("update audit_head set sequence = sequence + 1 where id = 1 returning sequence, hash")
        .one()
        .await?;
    Ok((row.get(0)?, row.get(1)?))
}

/// Moves the end of the chain.
pub(super) async fn set_head_hash(tx: &mut Tx, hash: &[u8]) -> Result<()> {
    tx.sql("update audit_head set hash = $1 where id = 1").bind(hash).run().await?;
    Ok(())
}

/// The end of the chain: its last place and hash.
pub(super) async fn find_head(tx: &mut Tx) -> Result<(i64, Vec<u8>)> {
    let row = tx.sql("select sequence, hash from audit_head where id = 1").one().await?;
    Ok((row.get(0)?, row.get(1)?))
}

/// Adds an event.
pub(super) async fn insert(tx: &mut Tx, event: &Recorded, hash: &[u8]) -> Result<()> {
    tx.sql(
        "insert into audit_events (sequence, at_ms, event, actor_id, actor_name, on_behalf_of, \
         subject_kind, subject_id, before_json, after_json, ip, user_agent, request_id, hash) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .bind(event.sequence)
    .bind(event.at_ms)
    .bind(event.event.as_str())
    .bind(event.actor_id.as_deref())
    .bind(event.actor_name.as_str())
    .bind(event.on_behalf_of.as_deref())
    .bind(event.subject_kind.as_str())
    .bind(event.subject_id.as_str())
    .bind(event.before_json.as_deref())
    .bind(event.after_json.as_deref())
    .bind(event.ip.as_str())
    .bind(event.user_agent.as_str())
    .bind(event.request_id.as_str())
    .bind(hash)
    .run()
    .await?;
    Ok(())
}

/// Events after a place in the chain, in order, each with its hash.
pub(super) async fn list_after(tx: &mut Tx, sequence: i64, limit: i64) -> Result<Vec<(Recorded, Vec<u8>)>> {
    let rows = tx
        .sql(
            "select sequence, at_ms, event, actor_id, actor_name, on_behalf_of, subject_kind, subject_id, \
             before_json, after_json, ip, user_agent, request_id, hash \
             from audit_events where sequence > $1 order by sequence limit $2",
        )
        .bind(sequence)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| Ok((recorded(row)?, row.get(13)?))).collect()
}

/// Events that a person did or that happened to them, newest first, older than a place in the chain.
pub(super) async fn list_of_person(
    tx: &mut Tx,
    user_id: &str,
    before: i64,
    limit: i64,
) -> Result<Vec<Recorded>> {
    let rows = tx
        .sql(
            "select sequence, at_ms, event, actor_id, actor_name, on_behalf_of, subject_kind, subject_id, \
             before_json, after_json, ip, user_agent, request_id from (\
             select * from (select * from audit_events where subject_id = $1 and sequence < $2 \
             order by sequence desc limit $3) as about \
             union \
             select * from (select * from audit_events where actor_id = $1 and sequence < $2 \
             order by sequence desc limit $3) as by_them) as theirs \
             order by sequence desc limit $3",
        )
        .bind(user_id)
        .bind(before)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(recorded).collect()
}

fn recorded(row: &Row) -> Result<Recorded> {
    Ok(Recorded {
        sequence: row.get(0)?,
        at_ms: row.get(1)?,
        event: row.get(2)?,
        actor_id: row.get(3)?,
        actor_name: row.get(4)?,
        on_behalf_of: row.get(5)?,
        subject_kind: row.get(6)?,
        subject_id: row.get(7)?,
        before_json: row.get(8)?,
        after_json: row.get(9)?,
        ip: row.get(10)?,
        user_agent: row.get(11)?,
        request_id: row.get(12)?,
    })
}
