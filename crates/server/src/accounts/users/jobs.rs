//! The jobs of users: acts on many of them, and the invitations of many who were added at once.

use seatwarden_base::{
    Error, Kind,
    jobs::{JobContext, JobResult},
};
use serde::{Deserialize, Serialize};

use super::actions::{ActStep, go_on_later, invite_later, invite_waiting, step_act};
use crate::cx::Cx;

/// How long a job waits when the database or the queue of mails is at its limit, in milliseconds.
const PAUSE_MS: i64 = 30_000;
/// How long one run of an act goes on, in milliseconds; the rest is another job's, so that a server that is asked to
/// end does so soon.
const TURN_MS: i64 = 5_000;
/// How many invitations are made in one transaction.
const INVITED_AT_ONCE: usize = 20;

#[derive(Deserialize)]
struct ActJob {
    act_id: String,
}

/// Goes on with an act on many users for a while. It may be cut off anywhere and begun again.
pub async fn go_on(cx: &Cx, job: &JobContext) -> JobResult {
    let ActJob { act_id } = job.payload()?;
    let until_ms = job.clock.now_ms() + TURN_MS;
    let mut known = None;
    let pause_ms = loop {
        match step_act(cx, &act_id, &mut known).await {
            Ok(ActStep::Over) => return Ok(()),
            Ok(ActStep::More) if job.clock.now_ms() < until_ms => {}
            Ok(ActStep::More) => break 0,
            Err(Error::Refusal(why)) if why.kind == Kind::Busy => break PAUSE_MS,
            Err(error) => return Err(error.into()),
        }
    };
    Ok(go_on_later(cx, &act_id, pause_ms).await?)
}

/// The kind of the job that mails invitations.
pub const INVITE: &str = "users.invite_many";

/// The payload of [`INVITE`].
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct InviteJob {
    /// Ids.
    pub(super) users: Vec<String>,
}

/// Mails the invitations, some in a transaction. It may be cut off anywhere and begun again: nobody is mailed twice.
pub async fn invite(cx: &Cx, job: &JobContext) -> JobResult {
    let InviteJob { users } = job.payload()?;
    for (number, part) in users.chunks(INVITED_AT_ONCE).enumerate() {
        match invite_part(cx, part).await {
            Ok(()) => cx.jobs.nudge(),
            Err(Error::Refusal(why)) if why.kind == Kind::Busy => {
                let rest = users.iter().skip(number * INVITED_AT_ONCE).cloned().collect();
                let mut tx = cx.db.write().await?;
                invite_later(&mut tx, cx, rest, PAUSE_MS).await?;
                tx.commit().await?;
                return Ok(());
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

async fn invite_part(cx: &Cx, ids: &[String]) -> seatwarden_base::Result<()> {
    let mut tx = cx.db.write().await?;
    for id in ids {
        invite_waiting(&mut tx, cx, id).await?;
    }
    tx.commit().await
}
