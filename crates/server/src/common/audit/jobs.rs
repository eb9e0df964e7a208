//! Walking the chain of events by itself, once a day and when somebody asks.

use seatwarden_base::{
    Result,
    jobs::{NewJob, Policy, Registry, enqueue_job},
};

use super::actions::prove;
use crate::cx::{Cx, Permission};

/// The job that walks the chain now.
const PROVE: &str = "audit.prove";
/// The job that walks the chain every day.
const PROVE_DAILY: &str = "audit.prove_daily";
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// Makes the worker walk the chain.
pub fn register(registry: &mut Registry) {
    registry.add(PROVE, Policy::default(), |job| async move { Ok(prove(&job.db, job.now_ms).await?) });
    registry.add(
        PROVE_DAILY,
        Policy::every(DAY_MS),
        |job| async move { Ok(prove(&job.db, job.now_ms).await?) },
    );
}

/// Has the chain walked as soon as possible; asking again while it waits changes nothing.
pub async fn prove_soon(cx: &Cx) -> Result<()> {
    cx.require(Permission::ReadAudit)?;
    let job = NewJob {
        id: &cx.new_id()?,
        kind: PROVE,
        created_at_ms: cx.now_ms,
        run_at_ms: cx.now_ms,
        attempts_max: 3,
        unique_key: Some(PROVE),
    };
    let mut tx = cx.db.write().await?;
    enqueue_job(&mut tx, &job, &()).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}
