//! The SQL of the table `jobs`.

use super::{Counts, DeadJob, NewJob, QUEUE_MAX};
use crate::{
    Result,
    db::{Engine, Row, Tx},
};

/// A job this worker has claimed.
#[derive(Clone, Debug)]
pub(super) struct Claimed {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) payload: String,
    pub(super) attempt: i64,
    pub(super) attempts_max: i64,
    pub(super) is_periodic: bool,
    pub(super) last_error: Option<String>,
    /// Names this one claim: whoever has another one may not say how the job went.
    pub(super) lease: String,
}

/// Adds a job unless [`QUEUE_MAX`] wait already; answers whether it was added.
pub(super) async fn insert(tx: &mut Tx, job: &NewJob<'_>, payload: &str) -> Result<bool> {
    let added = tx
        .sql(
            "insert into jobs (id, kind, payload, state, run_at_ms, attempts, attempts_max, created_at_ms)
             select cast($1 as text), cast($2 as text), cast($3 as text), 'waiting', cast($4 as bigint), 0,
                    cast($5 as bigint), cast($6 as bigint)
             where not exists (select 1 from jobs where state = 'waiting' order by run_at_ms, id
                               limit 1 offset cast($7 as bigint))",
        )
        .bind(job.id)
        .bind(job.kind)
        .bind(payload)
        .bind(job.run_at_ms)
        .bind(job.attempts_max.max(1))
        .bind(job.created_at_ms)
        .bind(QUEUE_MAX - 1)
        .run()
        .await?;
    Ok(added == 1)
}

/// Adds a job unless its unique key exists; answers whether it was added.
pub(super) async fn insert_unique(tx: &mut Tx, job: &NewJob<'_>, payload: &str) -> Result<bool> {
    let added = tx
        .sql(
            "insert into jobs (id, kind, payload, state, run_at_ms, attempts, attempts_max, created_at_ms,
                               unique_key)
             values ($1, $2, $3, 'waiting', $4, 0, $5, $6, $7)
             on conflict (unique_key) do nothing",
        )
        .bind(job.id)
        .bind(job.kind)
        .bind(payload)
        .bind(job.run_at_ms)
        .bind(job.attempts_max.max(1))
        .bind(job.created_at_ms)
        .bind(job.unique_key)
        .run()
        .await?;
    Ok(added == 1)
}

/// Brings a waiting job with this unique key forward to `run_at_ms` if it would run later.
pub(super) async fn set_run_at_most(tx: &mut Tx, unique_key: &str, run_at_ms: i64) -> Result<()> {
    tx.sql("update jobs set run_at_ms = $2 where unique_key = $1 and state = 'waiting' and run_at_ms > $2")
        .bind(unique_key)
        .bind(run_at_ms)
        .run()
        .await?;
    Ok(())
}

/// The next moment at which there is something to do: a job falls due, or a lease ends.
pub(super) async fn find_next_moment(tx: &mut Tx) -> Result<Option<i64>> {
    tx.sql(
        "select min(at_ms) from (
             select min(run_at_ms) as at_ms from jobs where state = 'waiting'
             union all
             select min(lease_until_ms) as at_ms from jobs where state = 'running'
         ) as moments",
    )
    .one()
    .await?
    .get(0)
}

/// Puts jobs whose lease has ended back in line; their node died or lost the database.
pub(super) async fn set_cut_off_waiting(tx: &mut Tx, now_ms: i64) -> Result<u64> {
    tx.sql(
        "update jobs set state = 'waiting', run_at_ms = $1, lease_until_ms = null, lease_owner = null,
                         last_error = 'the run was cut off'
         where state = 'running' and lease_until_ms <= $1",
    )
    .bind(now_ms)
    .run()
    .await
}

// On SQLite one writer goes after the other; PostgreSQL has many, and each takes a row no other one holds.
const CLAIM_SQLITE: &str = "update jobs set state = 'running', attempts = attempts + 1, lease_owner = $2,
                                            lease_until_ms = $3
     where id = (select id from jobs where state = 'waiting' and run_at_ms <= $1
                 order by run_at_ms, id limit 1)
     returning id, kind, payload, attempts, attempts_max, unique_key, last_error";
const CLAIM_POSTGRES: &str = "update jobs set state = 'running', attempts = attempts + 1, lease_owner = $2,
                                              lease_until_ms = $3
     where id = (select id from jobs where state = 'waiting' and run_at_ms <= $1
                 order by run_at_ms, id limit 1 for update skip locked)
     returning id, kind, payload, attempts, attempts_max, unique_key, last_error";

/// Claims the job that has been due longest, if one is.
pub(super) async fn set_running(
    tx: &mut Tx,
    engine: Engine,
    now_ms: i64,
    lease: String,
    lease_until_ms: i64,
) -> Result<Option<Claimed>> {
    let text = match engine {
        Engine::Sqlite => CLAIM_SQLITE,
        Engine::Postgres => CLAIM_POSTGRES,
    };
    let row = tx.sql(text).bind(now_ms).bind(lease.as_str()).bind(lease_until_ms).first().await?;
    row.map(|row| claimed(&row, lease)).transpose()
}

fn claimed(row: &Row, lease: String) -> Result<Claimed> {
    let unique_key: Option<String> = row.get(5)?;
    let kind: String = row.get(1)?;
    Ok(Claimed {
        id: row.get(0)?,
        is_periodic: unique_key.as_deref() == Some(kind.as_str()),
        kind,
        payload: row.get(2)?,
        attempt: row.get(3)?,
        attempts_max: row.get(4)?,
        last_error: row.get(6)?,
        lease,
    })
}

/// Makes the lease of a running job last until `lease_until_ms`; answers whether it is still ours.
pub(super) async fn set_lease(tx: &mut Tx, job: &Claimed, lease_until_ms: i64) -> Result<bool> {
    let changed = tx
        .sql("update jobs set lease_until_ms = $3 where id = $1 and lease_owner = $2 and state = 'running'")
        .bind(job.id.as_str())
        .bind(job.lease.as_str())
        .bind(lease_until_ms)
        .run()
        .await?;
    Ok(changed == 1)
}

/// The job is done; its unique key is free again. Answers whether it was still ours.
pub(super) async fn set_done(tx: &mut Tx, job: &Claimed, now_ms: i64) -> Result<bool> {
    let changed = tx
        .sql(
            "update jobs set state = 'done', finished_at_ms = $3, lease_until_ms = null, lease_owner = null,
                             unique_key = null
             where id = $1 and lease_owner = $2 and state = 'running'",
        )
        .bind(job.id.as_str())
        .bind(job.lease.as_str())
        .bind(now_ms)
        .run()
        .await?;
    Ok(changed == 1)
}

/// The job has failed for good; its unique key is free again. Answers whether it was still ours.
pub(super) async fn set_dead(tx: &mut Tx, job: &Claimed, error: &str, now_ms: i64) -> Result<bool> {
    let changed = tx
        .sql(
            "update jobs set state = 'dead', finished_at_ms = $4, lease_until_ms = null, lease_owner = null,
                             unique_key = null, last_error = $3
             where id = $1 and lease_owner = $2 and state = 'running'",
        )
        .bind(job.id.as_str())
        .bind(job.lease.as_str())
        .bind(error)
        .bind(now_ms)
        .run()
        .await?;
    Ok(changed == 1)
}

/// The job waits again, with `attempts` tries counted. Answers whether it was still ours.
pub(super) async fn set_waiting(
    tx: &mut Tx,
    job: &Claimed,
    run_at_ms: i64,
    attempts: i64,
    error: Option<&str>,
) -> Result<bool> {
    let changed = tx
        .sql(
            "update jobs set state = 'waiting', run_at_ms = $3, attempts = $4, lease_until_ms = null,
                             lease_owner = null, last_error = $5
             where id = $1 and lease_owner = $2 and state = 'running'",
        )
        .bind(job.id.as_str())
        .bind(job.lease.as_str())
        .bind(run_at_ms)
        .bind(attempts)
        .bind(error)
        .run()
        .await?;
    Ok(changed == 1)
}

/// A dead job waits again, with no try counted. Answers whether there was one.
pub(super) async fn set_revived(tx: &mut Tx, id: &str, now_ms: i64) -> Result<bool> {
    let changed = tx
        .sql(
            "update jobs set state = 'waiting', run_at_ms = $2, attempts = 0, finished_at_ms = null
             where id = $1 and state = 'dead'",
        )
        .bind(id)
        .bind(now_ms)
        .run()
        .await?;
    Ok(changed == 1)
}

/// Removes up to `limit` jobs that were done or dead before `before_ms`; answers how many.
pub(super) async fn delete_finished(tx: &mut Tx, before_ms: i64, limit: i64) -> Result<u64> {
    tx.sql("delete from jobs where id in (select id from jobs where finished_at_ms < $1 limit $2)")
        .bind(before_ms)
        .bind(limit)
        .run()
        .await
}

/// How many jobs are in which state.
pub(super) async fn counts(tx: &mut Tx) -> Result<Counts> {
    let row = tx
        .sql(
            "select (select count(*) from jobs where state = 'waiting'),
                    (select count(*) from jobs where state = 'running'),
                    (select count(*) from jobs where state = 'dead' and finished_at_ms is not null)",
        )
        .one()
        .await?;
    Ok(Counts { waiting: row.get(0)?, running: row.get(1)?, dead: row.get(2)? })
}

/// The jobs that died last, newest first.
pub(super) async fn list_dead(tx: &mut Tx, limit: i64) -> Result<Vec<DeadJob>> {
    let rows = tx
        .sql(
            "select id, kind, attempts, last_error, created_at_ms, finished_at_ms from jobs
             where state = 'dead' and finished_at_ms is not null
             order by finished_at_ms desc, id desc limit $1",
        )
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(dead_job).collect()
}

/// The dead job with this id.
pub(super) async fn find_dead(tx: &mut Tx, id: &str) -> Result<Option<DeadJob>> {
    let row = tx
        .sql(
            "select id, kind, attempts, last_error, created_at_ms, finished_at_ms from jobs
             where id = $1 and state = 'dead' and finished_at_ms is not null",
        )
        .bind(id)
        .first()
        .await?;
    row.as_ref().map(dead_job).transpose()
}

fn dead_job(row: &Row) -> Result<DeadJob> {
    Ok(DeadJob {
        id: row.get(0)?,
        kind: row.get(1)?,
        attempts: row.get(2)?,
        last_error: row.get(3)?,
        created_at_ms: row.get(4)?,
        finished_at_ms: row.get(5)?,
    })
}

/// Fills the queue with `count` jobs that are due at `at_ms`.
#[cfg(test)]
pub(super) async fn insert_many(tx: &mut Tx, count: i64, at_ms: i64) -> Result<u64> {
    tx.sql(
        "with recursive numbers (number) as (
             select cast(1 as bigint) union all select number + 1 from numbers where number < $1
         )
         insert into jobs (id, kind, payload, state, run_at_ms, attempts, attempts_max, created_at_ms)
         select 'many/' || number, 'badges.print', 'null', 'waiting', cast($2 as bigint), 0, 1,
                cast($2 as bigint)
         from numbers",
    )
    .bind(count)
    .bind(at_ms)
    .run()
    .await
}
