//! Taking and freeing seats, showing how many there are, and putting the ledger right.

use seatwarden_base::{Error, Result, db::Tx};
use serde_json::{Value, json};

use super::{
    model::{Change, DORMANT_MAX, NAMED_MAX, NONE_FREE, NONE_LEFT, ROLES_MAX, Seat, Taken},
    store::{self, Ledger},
};
use crate::{
    accounts::roles,
    common::audit,
    cx::{BaseRole, Caller, Cx, LICENSE_ADDING, Permission},
};

/// How many seats the configuration gives, in the order of [`Seat::ALL`]; 0 is no limit. A license says otherwise.
fn configured(cx: &Cx) -> [i64; 3] {
    let seats = &cx.config.seats;
    [seats.administrators, seats.designers, seats.viewers].map(i64::from)
}

/// How many seats there are, in the order of [`Seat::ALL`]; none where there is no limit.
fn limits(cx: &Cx, ledger: &Ledger) -> [Option<i64>; 3] {
    ledger
        .licensed
        .map_or_else(|| configured(cx).map(|limit| (limit > 0).then_some(limit)), |licensed| licensed.limits)
}

/// The time by which the license goes, in milliseconds since the Unix epoch.
fn now_ms(cx: &Cx) -> i64 {
    cx.in_force().now(cx.now_ms).ms()
}

/// Whether the license lets nobody else in any more.
fn is_closed(cx: &Cx, ledger: &Ledger) -> bool {
    let closes_at_ms = ledger.licensed.and_then(|licensed| licensed.closes_at_ms);
    closes_at_ms.is_some_and(|at_ms| at_ms <= now_ms(cx))
}

/// Takes and frees seats inside another action. Refuses with `seats.none_left` if that takes one beyond its
/// limit, with `roles.license_adding` if the license lets nobody else in; what only frees seats, or keeps them, is never
/// refused.
///
/// It holds the ledger until the commit, so it comes before the audit event. An act on many users takes for
/// all of them at once, before the first event.
pub async fn take(tx: &mut Tx, cx: &Cx, change: Change) -> Result<()> {
    if store::set_taken(tx, change.0, configured(cx), now_ms(cx)).await? {
        return Ok(());
    }
    let ledger = store::find(tx).await?;
    if is_closed(cx, &ledger) {
        return Err(closed(cx));
    }
    let (limits, used) = (limits(cx, &ledger), ledger.taken);
    let beyond =
        |at: usize| change.0[at] > 0 && limits[at].is_some_and(|limit| used[at] + change.0[at] > limit);
    let full = Seat::ALL.into_iter().find(|seat| beyond(*seat as usize)).unwrap_or(Seat::Viewers);
    Err(none_left(tx, cx, full, used[full as usize], limits[full as usize].unwrap_or_default()).await?)
}

/// Holds the ledger until the commit: what is read of users from now on stays true of their seats. For an act
/// that frees seats without a check of the user's version.
pub async fn hold(tx: &mut Tx) -> Result<()> {
    store::set_taken(tx, [0; 3], [0; 3], 0).await?;
    Ok(())
}

/// How many users hold a seat: so many there are at least.
pub async fn holders(cx: &Cx) -> Result<i64> {
    // A page knows already how the seats stand.
    if let Some(seats) = &cx.seats {
        return Ok(seats.all.iter().map(|taken| taken.used).sum());
    }
    Ok(store::find(&mut cx.db.read().await?).await?.taken.into_iter().sum())
}

/// Refuses with `seats.none_left` if no such seat is free now; takes none. For an invitation, which takes its
/// seat when it is accepted.
pub async fn require_free(tx: &mut Tx, cx: &Cx, seat: Seat) -> Result<()> {
    let ledger = store::find(tx).await?;
    if is_closed(cx, &ledger) {
        return Err(closed(cx));
    }
    let Some(limit) = limits(cx, &ledger)[seat as usize] else { return Ok(()) };
    let used = ledger.taken[seat as usize];
    if used < limit { Ok(()) } else { Err(none_left(tx, cx, seat, used, limit).await?) }
}

/// How many seats are free, in the order of [`Seat::ALL`]; none where there is no limit. For an act on many
/// that wants to know how far it gets; inside a transaction that holds the ledger it stays true.
pub async fn free(tx: &mut Tx, cx: &Cx) -> Result<[Option<i64>; 3]> {
    let ledger = store::find(tx).await?;
    if is_closed(cx, &ledger) {
        return Ok([Some(0); 3]);
    }
    let (limits, used) = (limits(cx, &ledger), ledger.taken);
    Ok(Seat::ALL.map(|seat| limits[seat as usize].map(|limit| (limit - used[seat as usize]).max(0))))
}

/// The refusal of an act on many that needs one seat more than there are: by then, it has taken all that are
/// free now.
pub async fn refusal(tx: &mut Tx, cx: &Cx, seat: Seat) -> Result<Error> {
    let ledger = store::find(tx).await?;
    if is_closed(cx, &ledger) {
        return Ok(closed(cx));
    }
    let limit = limits(cx, &ledger)[seat as usize].unwrap_or_default();
    let used = ledger.taken[seat as usize].max(limit);
    none_left(tx, cx, seat, used, limit).await
}

/// Writes what the license says of seats into the ledger, inside another action; none without a license. From the
/// commit on it counts at every door. Nobody who is in is shut out.
pub async fn set_licensed(
    tx: &mut Tx,
    cx: &Cx,
    limits: Option<[Option<i64>; 3]>,
    closes_at_ms: Option<i64>,
) -> Result<()> {
    hold(tx).await?;
    let before = store::find(tx).await?;
    let licensed = limits.map(|limits| store::Licensed { limits, closes_at_ms });
    let after = Ledger { licensed, ..before };
    // Nobody is added beyond a limit, so it is exceeded from the moment at which it was lowered.
    let since = before.over_since_ms.filter(|_| is_over(cx, &before)).unwrap_or(cx.now_ms);
    store::set_licensed(tx, licensed, is_over(cx, &after).then_some(since)).await
}

fn is_over(cx: &Cx, ledger: &Ledger) -> bool {
    taken(cx, ledger).iter().any(|taken| taken.over() > 0)
}

fn taken(cx: &Cx, ledger: &Ledger) -> [Taken; 3] {
    let (used, limits) = (ledger.taken, limits(cx, ledger));
    Seat::ALL.map(|seat| Taken { seat, used: used[seat as usize], limit: limits[seat as usize] })
}

/// The seats, for those who may see who holds one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seats {
    /// Every kind.
    pub all: [Taken; 3],
    /// Since when more are used than there are, in milliseconds since the Unix epoch; none where there are enough, and
    /// where the configuration limits them.
    pub over_since_ms: Option<i64>,
}

/// The seats as they stand. Whoever asks keeps them from those who may not see who holds one.
pub async fn current(cx: &Cx) -> Result<Seats> {
    let ledger = store::find(&mut cx.db.read().await?).await?;
    let over_since_ms = ledger.over_since_ms.filter(|_| ledger.licensed.is_some() && is_over(cx, &ledger));
    Ok(Seats { all: taken(cx, &ledger), over_since_ms })
}

fn closed(cx: &Cx) -> Error {
    if matches!(cx.caller, Caller::Anonymous) { NONE_FREE.into() } else { cx.stopped(LICENSE_ADDING).into() }
}

async fn none_left(tx: &mut Tx, cx: &Cx, seat: Seat, used: i64, limit: i64) -> Result<Error> {
    if matches!(cx.caller, Caller::Anonymous) {
        return Ok(NONE_FREE.into());
    }
    // Names of others are for those who may see who holds a seat.
    let away = if cx.may(Permission::ReadSeats) { longest_away(tx, cx, seat).await? } else { Vec::new() };
    let refusal = NONE_LEFT
        .with("seat", seat.word())
        .with("used", cx.text().number(used))
        .with("limit", cx.text().number(limit))
        .with("holders", away.len())
        .with("names", away.join(", "));
    Ok(refusal.into())
}

/// Names of holders of a seat who were away longest. Whoever asks is here.
async fn longest_away(tx: &mut Tx, cx: &Cx, seat: Seat) -> Result<Vec<String>> {
    let own_id = cx.person().map(|own| own.id.clone()).unwrap_or_default();
    let mut found = Vec::new();
    let roles = roles::list(tx).await?.into_iter().filter(|role| Seat::of(role.base) == seat);
    // The Sys. Admin's seat cannot be freed.
    for role in roles.filter(|role| role.base != BaseRole::Super).take(ROLES_MAX) {
        found.extend(store::list_away(tx, &role.id, &own_id, NAMED_MAX).await?);
    }
    found.sort();
    let shown = found.into_iter().take(usize::try_from(NAMED_MAX).unwrap_or_default());
    Ok(shown
        .map(|(_, [first, last, user_name])| {
            let full = format!("{first} {last}");
            if full.trim().is_empty() { user_name } else { full.trim().to_owned() }
        })
        .collect())
}

/// How many seats of each kind are taken, and how many there are.
pub async fn list(cx: &Cx) -> Result<[Taken; 3]> {
    cx.require(Permission::ReadSeats)?;
    let mut tx = cx.db.read().await?;
    list_in(&mut tx, cx).await
}

/// The same inside another action, for whoever may know.
pub async fn list_in(tx: &mut Tx, cx: &Cx) -> Result<[Taken; 3]> {
    Ok(taken(cx, &store::find(tx).await?))
}

/// A holder of a seat who was away for long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dormant {
    /// Id of the user.
    pub id: String,
    /// The name people see.
    pub name: String,
    /// The address.
    pub email: String,
    /// When they were here last, or were added if they never were, in milliseconds since the Unix epoch.
    pub seen_at_ms: i64,
}

/// Those holders of one kind of seat who were away longest and at least since then; none of them is the Sys. Admin,
/// whose seat cannot be freed, or the caller.
pub async fn dormant(cx: &Cx, seat: Seat, since_ms: i64) -> Result<Vec<Dormant>> {
    cx.require(Permission::ReadSeats)?;
    let own = cx.person().map(|person| person.id.clone()).unwrap_or_default();
    let mut tx = cx.db.read().await?;
    let mut found = Vec::new();
    let all = roles::list(&mut tx).await?.into_iter().filter(|role| Seat::of(role.base) == seat);
    for role in all.filter(|role| role.base != BaseRole::Super).take(ROLES_MAX) {
        found.extend(store::list_dormant(&mut tx, &role.id, since_ms, DORMANT_MAX).await?);
    }
    found.retain(|holder| holder.id != own);
    found.sort_by_key(|holder| holder.seen_at_ms);
    found.truncate(usize::try_from(DORMANT_MAX).unwrap_or_default());
    Ok(found)
}

/// Counts the holders of seats anew and puts the ledger right if it is not; says whether it was right. Reads
/// every user, so a job does it once a day.
pub async fn check(cx: &Cx) -> Result<bool> {
    let mut reading = cx.db.read().await?;
    if counted(&mut reading).await? == store::find(&mut reading).await?.taken {
        return Ok(true);
    }
    // Another node may be at work; with the row in hand nobody is.
    let mut tx = cx.db.write().await?;
    hold(&mut tx).await?;
    let (before, after) = (store::find(&mut tx).await?.taken, counted(&mut tx).await?);
    if before == after {
        return Ok(true);
    }
    store::set_counted(&mut tx, after).await?;
    let event = audit::Event::new("seats.rebuild", "seats", "");
    audit::record(&mut tx, cx, event.before(shown(before)).after(shown(after))).await?;
    tx.commit().await?;
    tracing::warn!(?before, ?after, "the seats were counted anew");
    Ok(false)
}

async fn counted(tx: &mut Tx) -> Result<[i64; 3]> {
    let mut counted = [0; 3];
    for (base, holders) in store::count_active(tx).await? {
        counted[Seat::of(BaseRole::named(&base).unwrap_or(BaseRole::Consumer)) as usize] += holders;
    }
    Ok(counted)
}

fn shown(taken: [i64; 3]) -> Value {
    let [administrators, designers, viewers] = taken;
    json!({ "administrators": administrators, "designers": designers, "viewers": viewers })
}
