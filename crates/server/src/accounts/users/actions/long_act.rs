//! An act on many users: it is written down, then done to some users in one transaction, to each exactly once. If they are
//! few, whoever asked waits for it; otherwise a job does it.

use std::sync::Arc;

use seatwarden_base::{Error, Kind, Refusal, Result, db::Tx, jobs};
use serde_json::json;

use super::{
    super::{
        model::{ACT_OVER, STOPPED_BY, UNKNOWN, UNKNOWN_ACT_DONE},
        store::{acts, deleted},
    },
    bulk::{Act, Forecast, NAMED_MAX, STEP, apply_to, hold, prepare, require_act},
    chosen::Chosen,
    find_in, json_list,
    rules::rules_of,
    update::require_whole,
};
use crate::{
    common::audit,
    cx::{Caller, Cx, NOT_ALLOWED, Permission, Proof, SignedIn},
    text::KeptRefusal,
};

/// The kind of the job.
pub const ACT: &str = "users.act";
/// Up to how many users an act is done at once, while its page waits.
const ACT_AT_ONCE_MAX: usize = 1_000;
/// How often a step is done again because others got into its way, before a job goes on.
const TRIES_MAX: u32 = 5;
/// For how long the outcome is kept, in days.
const KEPT_DAYS: i64 = 30;
const DAY_MS: i64 = 24 * 3_600_000;
const ATTEMPTS_MAX: i64 = 10;
/// How many of the latest acts are shown.
const LISTED_MAX: i64 = 100;
/// How many acts go on at the start of the server.
const RESUMED_MAX: i64 = 100;

/// How far an act is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActState {
    /// The job is at it.
    Running,
    /// It is through.
    Done,
    /// It had to stop, because whoever began it may not do it any more, or what it is about is gone.
    Stopped,
}

impl ActState {
    /// The word in the table.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Done => "done",
            Self::Stopped => "stopped",
        }
    }

    /// The state of a word; an unknown one is stopped.
    pub fn of_word(word: &str) -> Self {
        [Self::Running, Self::Done].into_iter().find(|state| state.word() == word).unwrap_or(Self::Stopped)
    }
}

/// An act that was begun.
#[derive(Clone, Debug)]
pub struct LongAct {
    /// 24 hex digits.
    pub id: String,
    /// Who asked for it; none for the host.
    pub actor_id: Option<String>,
    /// What they are called.
    pub actor_name: String,
    /// What is done.
    pub act: Act,
    /// To whom, in the order of the list.
    pub(in super::super) ids: Vec<String>,
    /// How many that are.
    pub total: i64,
    /// How many were looked at.
    pub position: i64,
    /// How many were changed.
    pub changed: i64,
    /// How many were so already.
    pub unchanged: i64,
    /// How many were left out.
    pub refused: i64,
    /// Why the first of those were left out: user name and reason.
    pub reasons: Vec<(String, KeptRefusal)>,
    /// How far it is.
    pub state: ActState,
    /// Why it stopped.
    pub why: Option<KeptRefusal>,
    /// When it began, in milliseconds since the Unix epoch.
    pub created_at_ms: i64,
    /// Whether whoever began it could give away the whole of an account then; the job may no more than that.
    pub(in super::super) is_whole: bool,
}

/// What became of an act that was asked for.
#[derive(Clone, Debug)]
pub enum Begun {
    /// It is done; what it did, and the id under which that is kept.
    Done(String, Forecast),
    /// It had to stop before all were done; the id of the act, which says why.
    Stopped(String),
    /// A job does it; the id of the act.
    Running(String),
}

/// What the job has to do after a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum ActStep {
    /// There is more to do.
    More,
    /// It is over.
    Over,
}

/// Does an act, or has a job do it if it is about more than `ACT_AT_ONCE_MAX` users; with the fingerprint of a forecast,
/// only if it is about the same users. Refuses as [`super::forecast`] does, and with `users.others_by_now`.
pub async fn begin_act(cx: &Cx, act: &Act, chosen: &Chosen, seen: Option<&str>) -> Result<Begun> {
    require_act(cx, act)?;
    let ids = prepare(cx, &mut cx.db.read().await?, act, chosen, seen).await?;
    let asked = asked_for(cx, act, ids)?;
    let is_long = asked.ids.len() > ACT_AT_ONCE_MAX;
    let mut tx = cx.db.write().await?;
    acts::insert(&mut tx, &asked).await?;
    if is_long {
        let event = audit::Event::new("users.begin_act", "act", &asked.id);
        audit::record(&mut tx, cx, event.after(json!({ "act": act.word(), "users": asked.total }))).await?;
        enqueue_act(&mut tx, cx, &asked.id, 0).await?;
    }
    tx.commit().await?;
    if !is_long {
        return at_once(cx, asked).await;
    }
    cx.jobs.nudge();
    Ok(Begun::Running(asked.id))
}

/// Does an act while whoever asked for it waits. What a crash cuts off goes on when the server starts again.
async fn at_once(cx: &Cx, asked: LongAct) -> Result<Begun> {
    let (mut all, mut act, mut tries) = (Forecast::default(), asked, 0);
    while act.state == ActState::Running {
        let mut done = Forecast::default();
        match advance(cx, &act, &mut done).await {
            Ok(Some(after)) => (act, tries) = (after, 0),
            // The job was faster, or somebody stopped it.
            Ok(None) => return Ok(Begun::Running(act.id)),
            Err(Error::Refusal(why)) if why.kind == Kind::Busy && act.position > 0 => {
                go_on_later(cx, &act.id, 0).await?;
                return Ok(Begun::Running(act.id));
            }
            Err(Error::Refusal(why)) => {
                if stop_for(cx, &act, &why).await.is_err() {
                    // It stands as running and would go on at the next start: so it goes on, as its page says.
                    let _ = go_on_later(cx, &act.id, 0).await;
                    return Ok(Begun::Running(act.id));
                }
                return if act.position > 0 { Ok(Begun::Stopped(act.id)) } else { Err(Error::Refusal(why)) };
            }
            // Another one got into the way of this step: it is done again, and never the act from its start.
            Err(fault) if fault.is_raced() && tries < TRIES_MAX => {
                tries += 1;
                continue;
            }
            Err(fault) if fault.is_raced() => {
                go_on_later(cx, &act.id, 0).await?;
                return Ok(Begun::Running(act.id));
            }
            Err(fault) => {
                // What broke may be over soon. If not even this can be written, the next start goes on.
                let _ = go_on_later(cx, &act.id, 0).await;
                return Err(fault);
            }
        }
        all.add(done);
    }
    Ok(Begun::Done(act.id, all))
}

/// An act on these users that nobody has begun yet.
fn asked_for(cx: &Cx, act: &Act, ids: Vec<String>) -> Result<LongAct> {
    let (actor_id, actor_name) = match &cx.caller {
        Caller::User(signed_in) => (Some(signed_in.holder().id.clone()), signed_in.holder().email.clone()),
        Caller::Host(what) => (None, format!("host:{what}")),
        Caller::Anonymous => (None, "anonymous".to_owned()),
    };
    Ok(LongAct {
        id: cx.new_id()?,
        actor_id,
        actor_name,
        act: act.clone(),
        total: i64::try_from(ids.len()).unwrap_or(i64::MAX),
        ids,
        position: 0,
        changed: 0,
        unchanged: 0,
        refused: 0,
        reasons: Vec::new(),
        state: ActState::Running,
        why: None,
        created_at_ms: cx.now_ms,
        is_whole: require_whole(cx).is_ok(),
    })
}

impl LongAct {
    /// The act after so many more were looked at.
    fn counted(&self, done: &Forecast) -> Self {
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let mut after = self.clone();
        after.position += count(done.all);
        after.changed += count(done.changed);
        after.unchanged += count(done.unchanged);
        after.refused += count(done.refused);
        after.reasons.extend(done.reasons.iter().map(|(name, why)| (name.clone(), why.into())));
        after.reasons.truncate(NAMED_MAX);
        after
    }
}

/// Whether the caller may do anything to many users. Each act needs what it needs of one user, and no more.
pub(in super::super) fn require_any_act(cx: &Cx) -> Result<()> {
    let may_some = cx.may(Permission::DeleteUsers) || cx.may(Permission::AddUsers);
    cx.require(if may_some { Permission::ListUsers } else { Permission::ChangeUsers })
}

/// The latest acts, newest first. Their users are not read.
pub async fn list_acts(cx: &Cx) -> Result<Vec<LongAct>> {
    cx.require(Permission::ListUsers)?;
    acts::list(&mut cx.db.read().await?, LISTED_MAX).await
}

/// Stops an act that a job is at; what it did stays. Refuses with `users.unknown_act_done`, or `users.act_over` if there is
/// nothing to stop.
pub async fn stop_act(cx: &Cx, id: &str) -> Result<LongAct> {
    require_any_act(cx)?;
    let mut tx = cx.db.write().await?;
    let before = acts::find(&mut tx, id).await?.ok_or(UNKNOWN_ACT_DONE)?;
    cx.require(before.act.permission())?;
    let who = match &cx.caller {
        Caller::User(signed_in) => signed_in.person.email.clone(),
        Caller::Host(what) => format!("host:{what}"),
        Caller::Anonymous => String::new(),
    };
    let why: KeptRefusal = (&STOPPED_BY.with("name", who)).into();
    if !acts::set_stopped(&mut tx, &before.id, &why).await? {
        return Err(ACT_OVER.into());
    }
    let event = audit::Event::new("users.stop_act", "act", id);
    audit::record(&mut tx, cx, event.after(json!({ "act": before.act.word() }))).await?;
    tx.commit().await?;
    Ok(LongAct { state: ActState::Stopped, why: Some(why), ..before })
}

/// An act that a job does or did. Refuses with `users.unknown_act_done`.
pub async fn find_act(cx: &Cx, id: &str) -> Result<LongAct> {
    cx.require(Permission::ListUsers)?;
    acts::find(&mut cx.db.read().await?, id).await?.ok_or_else(|| UNKNOWN_ACT_DONE.into())
}

/// The act that takes this one back, and about how many users it is; none if the caller may not do it, or nothing is left to
/// be taken back.
pub(in super::super) async fn way_back(cx: &Cx, act: &LongAct) -> Result<Option<(Act, i64)>> {
    let is_over = act.state != ActState::Running && act.changed > 0;
    let back = act.act.way_back(&act.id).filter(|back| is_over && cx.may(back.permission()));
    let Some(back) = back else { return Ok(None) };
    let mut tx = cx.db.read().await?;
    let count = match &back {
        Act::BringBack(_) => deleted::count_of_act(&mut tx, &act.id, cx.now_ms).await?,
        _ if acts::list_given(&mut tx, &act.id, 1).await?.is_empty() => 0,
        _ => act.changed,
    };
    Ok((count > 0).then_some((back, count)))
}

/// The act that takes the one with this id back, whatever it did.
pub(in super::super) async fn take_back(cx: &Cx, of: &str) -> Result<Act> {
    cx.require(Permission::ListUsers)?;
    let act = acts::find(&mut cx.db.read().await?, of).await?;
    let back = act.and_then(|act| act.act.way_back(of));
    Ok(back.unwrap_or_else(|| Act::TakeBack(of.to_owned())))
}

/// Does the act to the next users, for its job. It may be cut off anywhere and begun again. `known` is the act as the step
/// before left it, so that its many ids are read once and not at every step.
pub(in super::super) async fn step_act(host: &Cx, id: &str, known: &mut Option<LongAct>) -> Result<ActStep> {
    let found = match known.take() {
        None => acts::find(&mut host.db.read().await?, id).await?,
        known => known,
    };
    let Some(before) = found.filter(|act| act.state == ActState::Running) else { return Ok(ActStep::Over) };
    match go_on(host, &before, known).await {
        // The database or the queue of mails is at its limit; the job comes back later.
        Err(Error::Refusal(why)) if why.kind == Kind::Busy => Err(Error::Refusal(why)),
        Err(Error::Refusal(why)) => {
            stop_for(host, &before, &why).await?;
            Ok(ActStep::Over)
        }
        other => other,
    }
}

async fn go_on(host: &Cx, before: &LongAct, known: &mut Option<LongAct>) -> Result<ActStep> {
    let cx = actor(host, before).await?;
    // If another run of the job was faster, or somebody stopped it, it is read again.
    *known = advance(&cx, before, &mut Forecast::default()).await?;
    let is_over = known.as_ref().is_some_and(|after| after.state != ActState::Running);
    Ok(if is_over { ActStep::Over } else { ActStep::More })
}

/// Does the act to the next users; the act as it is then. None if it is not as `before` any more: nothing is done then.
async fn advance(cx: &Cx, before: &LongAct, done: &mut Forecast) -> Result<Option<LongAct>> {
    let first = usize::try_from(before.position).unwrap_or(usize::MAX).min(before.ids.len());
    let next = &before.ids[first..before.ids.len().min(first + STEP)];
    let mut tx = cx.db.write().await?;
    hold(&mut tx, &before.act).await?;
    let rules = rules_of(cx, &mut tx, &before.act).await?;
    apply_to(&mut tx, cx, &before.act, &rules, next, done).await?;
    if !done.given.is_empty() {
        acts::insert_given(&mut tx, &before.id, &done.given).await?;
    }
    if before.act == Act::Delete {
        let ids: Vec<&str> = done.given.iter().map(|[id, ..]| id.as_str()).collect();
        deleted::set_act(&mut tx, &before.id, &json_list(&ids)?).await?;
    }
    let mut after = before.counted(done);
    if after.position >= after.total {
        after.state = ActState::Done;
    }
    if !acts::set(&mut tx, before, &after).await? {
        return Ok(None);
    }
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(Some(after))
}

/// Ends an act that cannot go on, and keeps why.
async fn stop_for(cx: &Cx, before: &LongAct, why: &Refusal) -> Result<()> {
    let mut tx = cx.db.write().await?;
    let after = LongAct { state: ActState::Stopped, why: Some(why.into()), ..before.clone() };
    if acts::set(&mut tx, before, &after).await? {
        tx.commit().await?;
    }
    Ok(())
}

/// The context of whoever asked for the act, with what they may do now. Refuses with `roles.not_allowed` if they may
/// not do it any more.
async fn actor(host: &Cx, act: &LongAct) -> Result<Cx> {
    let Some(id) = &act.actor_id else { return Ok(host.clone()) };
    let user = match find_in(&mut host.db.read().await?, id).await {
        Err(error) if error.is(&UNKNOWN) => return Err(NOT_ALLOWED.into()),
        other => other?,
    };
    if !user.person.active {
        return Err(NOT_ALLOWED.into());
    }
    let cx = host.clone().with_caller(Caller::User(Arc::new(SignedIn::new(
        user.person,
        Proof::Job { is_whole: act.is_whole },
    ))));
    cx.require(act.act.permission())?;
    Ok(cx)
}

/// Writes the job that goes on with an act.
async fn enqueue_act(tx: &mut Tx, cx: &Cx, id: &str, in_ms: i64) -> Result<()> {
    let now_ms = cx.clock.now_ms();
    let job = jobs::NewJob {
        id: &cx.new_id()?,
        kind: ACT,
        created_at_ms: now_ms,
        run_at_ms: now_ms + in_ms,
        attempts_max: ATTEMPTS_MAX,
        unique_key: None,
    };
    jobs::enqueue_job(tx, &job, &json!({ "act_id": id })).await.map(drop)
}

/// Goes on later with an act, for its job.
pub(in super::super) async fn go_on_later(cx: &Cx, id: &str, in_ms: i64) -> Result<()> {
    let mut tx = cx.db.write().await?;
    enqueue_act(&mut tx, cx, id, in_ms).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}

/// Goes on at once with acts that were cut off when the server ended.
pub async fn resume_acts(host: &Cx) -> Result<()> {
    for id in acts::list_running(&mut host.db.read().await?, RESUMED_MAX).await? {
        go_on_later(host, &id, 0).await?;
    }
    Ok(())
}

/// Removes what was done more than 30 days ago. Called by the regular cleaning.
pub async fn clean_acts(tx: &mut Tx, now_ms: i64) -> Result<u64> {
    acts::delete_old(tx, now_ms - KEPT_DAYS * DAY_MS).await
}
