//! What can be done with imports, one file a verb. Here is what the verbs share.

mod apply;
mod cells;
mod check;
mod forget;
mod list;
mod plan;
mod undo;
mod upload;

use std::sync::Arc;

use seatwarden_base::{Error, Kind, Refusal, Result, db::Tx, jobs, secret::Secret};

use super::{
    jobs::{IMPORT, ImportJob},
    model::{Counts, Import, OTHER_STEP, Row, State, UNKNOWN},
    store,
};
use crate::{
    accounts::{seats, users},
    cx::{Caller, Cx, NOT_ALLOWED, Permission, Proof, SignedIn},
};

pub use apply::apply;
pub use check::check;
pub use forget::forget_passwords;
pub(super) use list::mails;
pub use list::{Wanted, clean, export, find, list, remove, resume, rows};
pub(super) use list::{groups_left, is_within_reach};
pub use undo::undo;
pub use upload::{Sent, upload};

/// How often the job of an import is tried.
const ATTEMPTS_MAX: i64 = 20;

/// Whether an import's job has more to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Another step is left.
    More,
    /// Nothing is left, or somebody else does it.
    Over,
}

/// Does the next step of an import, for its job. It may be cut off anywhere and begun again.
pub async fn step(host: &Cx, id: &str) -> Result<Step> {
    let Some(import) = store::find(&mut host.db.read().await?, id).await? else { return Ok(Step::Over) };
    if !matches!(import.state, State::Checking | State::Applying | State::Undoing) {
        return Ok(Step::Over);
    }
    match go_on(host, import).await {
        // Whatever is refused now is refused the next time too: nobody would ever do the rest. A limit that is reached passes.
        Err(Error::Refusal(why)) if !matches!(why.kind, Kind::Busy | Kind::TooMany) => {
            stop(host, id, &why).await
        }
        other => other,
    }
}

async fn go_on(host: &Cx, import: Import) -> Result<Step> {
    let cx = actor(host, &import).await?;
    match import.state {
        State::Checking => check::run(&cx, import).await,
        State::Applying => apply::step(&cx, import).await,
        _ => undo::step(&cx, import).await,
    }
}

/// For sending lists, judging and applying them.
fn require(cx: &Cx) -> Result<()> {
    cx.require(Permission::AddUsers)?;
    require_looking(cx)
}

/// For looking at lists and putting them away, which a license that lets nobody else in does not stop.
fn require_looking(cx: &Cx) -> Result<()> {
    cx.require(Permission::ChangeUsers)
}

/// For taking back, which it does not stop either.
fn require_undoing(cx: &Cx) -> Result<()> {
    require_looking(cx)?;
    cx.require(Permission::DeleteUsers)
}

/// Who asks, as an import keeps it.
fn actor_of(cx: &Cx) -> (Option<String>, String) {
    match &cx.caller {
        Caller::User(signed_in) => (Some(signed_in.holder().id.clone()), signed_in.holder().email.clone()),
        Caller::Host(what) => (None, format!("host:{what}")),
        Caller::Anonymous => (None, "anonymous".to_owned()),
    }
}

/// Refuses with `roles.beyond_own` whoever did not start the list and may less than who did, as for acting on that person: else
/// somebody with a weaker role would apply it, or take its result and the way back away. A starter who is gone restricts
/// nobody, nor does the operator on the host.
async fn require_over_starter(tx: &mut Tx, cx: &Cx, import: &Import) -> Result<()> {
    let Some(starter) = &import.actor_id else { return Ok(()) };
    if actor_of(cx).0.as_ref() == Some(starter) {
        return Ok(());
    }
    match users::find_in(tx, starter).await {
        Err(error) if error.is(&users::UNKNOWN) => Ok(()),
        starter => cx.require_reach(&starter?.person.role),
    }
}

/// The context of whoever asked for this step, with what they may do now. Refuses, as with `roles.not_allowed`, if they may not
/// do it any more.
async fn actor(host: &Cx, import: &Import) -> Result<Cx> {
    let Some(id) = &import.actor_id else { return Ok(host.clone()) };
    let user = match users::find_in(&mut host.db.read().await?, id).await {
        Err(error) if error.is(&users::UNKNOWN) => return Err(NOT_ALLOWED.into()),
        other => other?,
    };
    if !user.person.active {
        return Err(NOT_ALLOWED.into());
    }
    let proof = Proof::Job { is_whole: import.options.reaches_administrators };
    let cx = host.clone().with_caller(Caller::User(Arc::new(SignedIn::new(user.person, proof))));
    if import.state == State::Undoing {
        require_undoing(&cx)?;
    } else {
        require(&cx)?;
    }
    Ok(cx)
}

async fn stop(host: &Cx, id: &str, why: &Refusal) -> Result<Step> {
    let mut tx = host.db.write().await?;
    let Some(import) = store::find(&mut tx, id).await?.filter(|import| import.state.is_running()) else {
        return Ok(Step::Over);
    };
    let state = match import.state {
        State::Checking => State::Read,
        State::Undoing => State::Applied,
        _ => State::Stopped,
    };
    let stopped = Import { state, why: Some(why.into()), version: import.version + 1, ..import.clone() };
    if store::set(&mut tx, &import, &stopped).await? {
        tx.commit().await?;
    }
    Ok(Step::Over)
}

/// Begins a step that a job does: writes the import's new state and the job.
async fn begin(tx: &mut Tx, cx: &Cx, before: &Import, mut after: Import) -> Result<Import> {
    (after.actor_id, after.actor_name) = actor_of(cx);
    after.position = 0;
    after.why = None;
    after.version = before.version + 1;
    if !store::set(tx, before, &after).await? {
        return Err(OTHER_STEP.into());
    }
    enqueue(tx, cx, &after.id, 0).await?;
    Ok(after)
}

/// Writes the job that goes on with an import.
pub(super) async fn enqueue(tx: &mut Tx, cx: &Cx, id: &str, in_ms: i64) -> Result<()> {
    let now_ms = cx.clock.now_ms();
    let job = jobs::NewJob {
        id: &cx.new_id()?,
        kind: IMPORT,
        created_at_ms: now_ms,
        run_at_ms: now_ms + in_ms,
        attempts_max: ATTEMPTS_MAX,
        unique_key: None,
    };
    jobs::enqueue_job(tx, &job, &ImportJob { import_id: id.to_owned() }).await.map(drop)
}

async fn find_in(tx: &mut Tx, id: &str) -> Result<Import> {
    store::find(tx, id).await?.ok_or_else(|| UNKNOWN.into())
}

/// The import of a version that was looked at, if it is in one of these states and the caller may act on it: refuses with
/// `import.unknown`, `roles.beyond_own` or `import.other_step`.
async fn find_at(tx: &mut Tx, cx: &Cx, id: &str, version: Option<i64>, states: &[State]) -> Result<Import> {
    let import = find_in(tx, id).await?;
    require_over_starter(tx, cx, &import).await?;
    let is_as_seen = version.is_none_or(|version| version == import.version);
    if is_as_seen && states.contains(&import.state) { Ok(import) } else { Err(OTHER_STEP.into()) }
}

fn sealed_for(import_id: &str, number: i64) -> String {
    format!("import {import_id} {number}")
}

/// The rows of a part.
async fn read_part(tx: &mut Tx, cx: &Cx, import: &Import, number: i64) -> Result<Vec<Row>> {
    let sealed = store::find_part(tx, &import.id, number).await?.ok_or(UNKNOWN)?;
    let opened = cx.keys.seals.open(&sealed_for(&import.id, number), &sealed)?;
    serde_json::from_str(opened.reveal()).map_err(|cause| Error::fault("reading a part of an import", cause))
}

/// A part that is worked on: until the commit, nobody else works on it, nor takes seats.
struct Held {
    tx: Tx,
    /// As it is now.
    import: Import,
    rows: Vec<Row>,
}

/// Begins a transaction on a part and reads its rows anew: two jobs may be at one import, as after a server was cut off and
/// before its lease ends, and what one has done the other must not do again. None if the import is further by now.
async fn hold_part(cx: &Cx, import: &Import, number: i64) -> Result<Option<Held>> {
    let mut tx = cx.db.write().await?;
    // The ledger of seats comes before everything else, the first event too.
    seats::hold(&mut tx).await?;
    let Some(import) = store::hold(&mut tx, import).await? else { return Ok(None) };
    let rows = read_part(&mut tx, cx, &import, number).await?;
    Ok(Some(Held { tx, import, rows }))
}

/// Writes the rows of a part.
async fn write_part(tx: &mut Tx, cx: &Cx, import_id: &str, number: i64, rows: &[Row]) -> Result<()> {
    let sealed = seal(cx, import_id, number, rows)?;
    store::set_part(tx, import_id, number, &sealed, Counts::of_rows(rows)).await
}

fn seal(cx: &Cx, import_id: &str, number: i64, rows: &[Row]) -> Result<String> {
    let text = serde_json::to_string(rows).map_err(|cause| Error::fault("writing a part", cause))?;
    cx.keys.seals.seal(&sealed_for(import_id, number), &Secret::from(text), cx.random())
}
