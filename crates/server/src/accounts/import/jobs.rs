//! The job that goes on with an import: the dry run, applying, taking back.

use seatwarden_base::{
    Error, Kind,
    jobs::{JobContext, JobResult},
};
use serde::{Deserialize, Serialize};

use super::{
    actions::{Step, enqueue, step},
    store,
};
use crate::cx::Cx;

/// The kind of the job.
pub const IMPORT: &str = "import.run";

/// The kind of the job that has the database count what imports wrote.
pub const COUNT: &str = "import.count";

/// How long one run of the job goes on, in milliseconds; the rest is another job's, so that a server that is
/// asked to end does so soon.
const TURN_MS: i64 = 5_000;
/// How long it waits when the database or the queue of mails is at its limit, in milliseconds.
const PAUSE_MS: i64 = 30_000;

/// The payload of [`IMPORT`].
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct ImportJob {
    pub(super) import_id: String,
}

/// Goes on with an import for a while. It may be cut off anywhere and begun again.
pub async fn run(cx: &Cx, job: &JobContext) -> JobResult {
    let ImportJob { import_id } = job.payload()?;
    let until_ms = job.clock.now_ms() + TURN_MS;
    let pause_ms = loop {
        match step(cx, &import_id).await {
            Ok(Step::Over) => return Ok(()),
            Ok(Step::More) if job.clock.now_ms() < until_ms => {}
            Ok(Step::More) => break 0,
            Err(Error::Refusal(why)) if why.kind == Kind::Busy => break PAUSE_MS,
            Err(error) => return Err(error.into()),
        }
    };
    let mut tx = cx.db.write().await?;
    enqueue(&mut tx, cx, &import_id, pause_ms).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}

/// Has the database count anew what is in the tables that imports fill. Twice does no harm.
pub async fn count(cx: &Cx) -> JobResult {
    let mut tx = cx.db.write().await?;
    store::count_anew(&mut tx).await?;
    tx.commit().await?;
    Ok(())
}
