//! The job that goes on with a transfer of many objects, step by step.

use seatwarden_base::jobs::{JobContext, JobResult};
use serde::{Deserialize, Serialize};

use super::actions::{Ended, next_step};
use crate::cx::Cx;

/// The kind of the job.
pub const TRANSFER: &str = "ownership.transfer";

/// The payload of [`TRANSFER`].
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct TransferJob {
    pub(super) transfer_id: String,
}

/// Goes on with a transfer until all objects are moved, each step in a transaction of its own. It may be cut off
/// anywhere and begun again: every object moves exactly once.
pub async fn run(cx: &Cx, job: &JobContext) -> JobResult {
    let TransferJob { transfer_id } = job.payload()?;
    loop {
        let mut tx = cx.db.write().await?;
        let ended = next_step(&mut tx, cx, &transfer_id).await?;
        tx.commit().await?;
        if ended == Ended::Yes {
            return Ok(());
        }
    }
}
