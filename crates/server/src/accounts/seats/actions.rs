//! Taking and freeing seats, showing how many there are, and putting the ledger right.

use seatwarden_base::{Error, Result, db::Tx};
use serde_json::{Value, json};

use super::{
    model::{Change, NAMED_MAX, NONE_FREE, NONE_LEFT, ROLES_MAX, Seat, Taken},
    store,
};
use crate::{
    accounts::roles,
    common::audit,
    cx::{BaseRole, Caller, Cx, Permission},
};

/// How many seats there are, in the order of [`Seat::ALL`]; 0 is no limit.
fn limits(cx: &Cx) -> [i64; 3] {
    let seats = &cx.config.seats;
    [seats.administrators, seats.designers, seats.viewers].map(i64::from)
}

/// Takes and frees seats inside another action. Refuses with `seats.none_left` if that takes one beyond its
/// limit; what only frees seats, or keeps them, is never refused.
///
/// It holds the ledger until the commit, so it comes before the audit event. An act on many users takes for
/// all of them at once, before the first event.
pub async fn take(tx: &mut Tx, cx: &Cx, change: Change) -> Result<()> {
    let limits = limits(cx);
    if store::set_taken(tx, change.0, limits).await? {
        return Ok(());
    }
    let used = store::find_taken(tx).await?;
    let beyond = |at: usize| change.0[at] > 0 && limits[at] > 0 && used[at] + change.0[at] > limits[at];
    let full = Seat::ALL.into_iter().find(|seat| beyond(*seat as usize)).unwrap_or(Seat::Viewers);
    Err(none_left(tx, cx, full, used[full as usize], limits[full as usize]).await?)
}

/// Holds the ledger until the commit: what is read of users from now on stays true of their seats. For an act
/// that frees seats without a check of the user's version.
pub async fn hold(tx: &mut Tx) -> Result<()> {
    store::set_taken(tx, [0; 3], [0; 3]).await?;
    Ok(())
}

/// How many users hold a seat: so many there are at least.
pub async fn holders(tx: &mut Tx) -> Result<i64> {
    Ok(store::find_taken(tx).await?.into_iter().sum())
}

/// Refuses with `seats.none_left` if no such seat is free now; takes none. For an invitation, which takes its
/// seat when it is accepted.
pub async fn require_free(tx: &mut Tx, cx: &Cx, seat: Seat) -> Result<()> {
    let limit = limits(cx)[seat as usize];
    let used = store::find_taken(tx).await?[seat as usize];
    if limit == 0 || used < limit { Ok(()) } else { Err(none_left(tx, cx, seat, used, limit).await?) }
}

/// How many seats are free, in the order of [`Seat::ALL`]; none where there is no limit. For an act on many
/// that wants to know how far it gets; inside a transaction that holds the ledger it stays true.
pub async fn free(tx: &mut Tx, cx: &Cx) -> Result<[Option<i64>; 3]> {
    let (limits, used) = (limits(cx), store::find_taken(tx).await?);
    Ok(Seat::ALL.map(|seat| {
        let (limit, used) = (limits[seat as usize], used[seat as usize]);
        (limit > 0).then(|| (limit - used).max(0))
    }))
}

/// The refusal of an act on many that needs one seat more than there are: by then, it has taken all that are
/// free now.
pub async fn refusal(tx: &mut Tx, cx: &Cx, seat: Seat) -> Result<Error> {
    let limit = limits(cx)[seat as usize];
    let used = store::find_taken(tx).await?[seat as usize].max(limit);
    none_left(tx, cx, seat, used, limit).await
}

async fn none_left(tx: &mut Tx, cx: &Cx, seat: Seat, used: i64, limit: i64) -> Result<Error> {
    if matches!(cx.caller, Caller::Anonymous) {
        return Ok(NONE_FREE.into());
    }
    // Names of others are for those who may see who holds a seat.
    let away = if cx.may(Permission::ReadSeats) { longest_away(tx, seat).await? } else { Vec::new() };
    let refusal = NONE_LEFT
        .with("seat", seat.word())
        .with("used", cx.text().number(used))
        .with("limit", cx.text().number(limit))
        .with("holders", away.len())
        .with("names", away.join(", "));
    Ok(refusal.into())
}

/// Names of holders of a seat who were away longest.
async fn longest_away(tx: &mut Tx, seat: Seat) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let roles = roles::list(tx).await?.into_iter().filter(|role| Seat::of(role.base) == seat);
    // The Sys. Admin's seat cannot be freed.
    for role in roles.filter(|role| role.base != BaseRole::Super).take(ROLES_MAX) {
        found.extend(store::list_away(tx, &role.id, NAMED_MAX).await?);
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
    let (used, limits) = (store::find_taken(&mut tx).await?, limits(cx));
    Ok(Seat::ALL.map(|seat| {
        let limit = limits[seat as usize];
        Taken { seat, used: used[seat as usize], limit: (limit > 0).then_some(limit) }
    }))
}

/// Counts the holders of seats anew and puts the ledger right if it is not; says whether it was right. Reads
/// every user, so a job does it once a day.
pub async fn check(cx: &Cx) -> Result<bool> {
    let mut reading = cx.db.read().await?;
    if counted(&mut reading).await? == store::find_taken(&mut reading).await? {
        return Ok(true);
    }
    // Another node may be at work; with the row in hand nobody is.
    let mut tx = cx.db.write().await?;
    hold(&mut tx).await?;
    let (before, after) = (store::find_taken(&mut tx).await?, counted(&mut tx).await?);
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
