//! Inviting many at once: their mails are made by jobs, so that one call holds nobody up.

use seatwarden_base::{Result, db::Tx, jobs};

use super::{
    super::jobs::{INVITE, InviteJob},
    find_in,
};
use crate::{
    accounts::{
        one_time_links::{self, Purpose},
        passwords,
    },
    cx::{Cx, Person},
};

/// Up to how many invitations of one call are made together with the users.
const AT_ONCE: usize = 100;
/// How many invitations one job makes.
const OF_JOB: usize = 200;
/// How often such a job is tried.
const ATTEMPTS_MAX: i64 = 20;

/// Mails users who were just made their invitations, inside that action; those of many go out by jobs.
pub(super) async fn invite(tx: &mut Tx, cx: &Cx, people: &[&Person]) -> Result<()> {
    if people.len() <= AT_ONCE {
        for person in people {
            one_time_links::send(tx, cx, Purpose::Invitation, person, None).await?;
        }
        return Ok(());
    }
    for part in people.chunks(OF_JOB) {
        enqueue(tx, cx, part.iter().map(|person| person.id.clone()).collect(), 0).await?;
    }
    Ok(())
}

/// Has a job invite these users, after a while in milliseconds.
pub(in super::super) async fn enqueue(tx: &mut Tx, cx: &Cx, users: Vec<String>, after_ms: i64) -> Result<()> {
    let id = cx.new_id()?;
    let job = jobs::NewJob {
        id: &id,
        kind: INVITE,
        created_at_ms: cx.now_ms,
        run_at_ms: cx.now_ms + after_ms,
        attempts_max: ATTEMPTS_MAX,
        unique_key: None,
    };
    jobs::enqueue_job(tx, &job, &InviteJob { users }).await.map(drop)
}

/// Mails a user the invitation, unless they are gone, need none any more, or were mailed one already: a job may run
/// twice.
pub(in super::super) async fn invite_waiting(tx: &mut Tx, cx: &Cx, id: &str) -> Result<()> {
    let user = match find_in(tx, id).await {
        Err(error) if error.is(&super::super::model::UNKNOWN) => return Ok(()),
        found => found?,
    };
    let is_waiting = user.invited_at_ms.is_some()
        && !user.person.active
        && !passwords::exists(tx, id).await?
        && !one_time_links::is_open(tx, cx, id, Purpose::Invitation).await?;
    if is_waiting {
        one_time_links::send(tx, cx, Purpose::Invitation, &user.person, None).await?;
    }
    Ok(())
}
