//! What becomes of the objects of a user who is deleted, brought back, or gone for good.

use std::collections::BTreeSet;

use seatwarden_base::{Result, db::Tx};

use super::{
    super::{
        model::{Effect, Fate, Fates, Keeps, ObjectKind, Owner, STEP, What},
        store::{self, transfers},
    },
    transfer::{Order, begin, hold, other_receiver, stop, transfer_in},
};
use crate::cx::{Cx, Permission, Person};

const DAY_MS: i64 = 24 * 3_600_000;
/// How long the feed of changes goes back, and with it handing back and what former owners kept.
pub(in super::super) const FEED_DAYS: i64 = 180;
const CLEAN_BATCH: i64 = 1_000;

/// Does with the objects of a user who is being deleted what was decided, inside that action. Whatever is not
/// named stays, under the name of the former user. What is not handed over at once goes on by a job. Refuses with
/// `ownership.unknown_user`, `ownership.switched_off`, `ownership.only_invited` or `ownership.same_owner`, also if nothing is owned. Answers the ids of the
/// transfers to others that it began: those can be handed back.
pub async fn leave(tx: &mut Tx, cx: &Cx, person: &Person, fates: &Fates) -> Result<Vec<String>> {
    // Also of who owns nothing: something may be registered for them at this moment, and it must have a name.
    store::set_former(tx, &person.id, &person.display_name(), cx.now_ms).await?;
    check_receivers(tx, person, fates).await?;
    let counts = store::count_by_kind(tx, &person.id).await?;
    if counts.is_empty() || fates.keeps_all() {
        return Ok(Vec::new());
    }
    cx.require(Permission::ManageOwnership)?;
    // Before any object: in this order the steps of transfers hold them.
    hold(tx).await?;
    let from = Owner { is_former: true, ..owner_of(person) };
    let distinct: BTreeSet<&Fate> = counts.iter().map(|(kind, _)| fates.of(*kind)).collect();
    if let ([(kind, _), ..], 1) = (counts.as_slice(), distinct.len()) {
        let total = counts.iter().map(|(_, n)| n).sum();
        let begun = decide(tx, cx, &from, (None, fates.of(*kind)), total).await?;
        return Ok(begun.into_iter().collect());
    }
    let mut begun = Vec::new();
    for (kind, count) in counts {
        begun.extend(decide(tx, cx, &from, (Some(kind), fates.of(kind)), count).await?);
    }
    Ok(begun)
}

fn owner_of(person: &Person) -> Owner {
    Owner {
        id: person.id.clone(),
        name: person.display_name(),
        user_name: person.user_name.clone(),
        email: person.email.clone(),
        ..Owner::default()
    }
}

/// Whoever is named must be there, also if there is nothing to hand over: it may be a mistake.
async fn check_receivers(tx: &mut Tx, person: &Person, fates: &Fates) -> Result<()> {
    for fate in fates.0.values() {
        if let Fate::HandOver(to) = fate {
            other_receiver(tx, &person.id, to).await?;
        }
    }
    Ok(())
}

/// What [`leave`] would do with each kind that the user owns, and to whom it would go. Refuses as it does.
pub async fn foresee(tx: &mut Tx, cx: &Cx, person: &Person, fates: &Fates) -> Result<Vec<Effect>> {
    check_receivers(tx, person, fates).await?;
    let counts = store::count_with_newest(tx, &person.id).await?;
    if !counts.is_empty() && !fates.keeps_all() {
        cx.require(Permission::ManageOwnership)?;
    }
    let mut effects = Vec::with_capacity(counts.len());
    for (kind, count, newest) in counts {
        let fate = fates.of(kind).clone();
        let to = match &fate {
            Fate::HandOver(to) => Some(other_receiver(tx, &person.id, to).await?),
            Fate::Keep | Fate::Remove => None,
        };
        effects.push(Effect { kind, count, fate, to, newest });
    }
    Ok(effects)
}

/// Does with one kind, or all, what was decided; the id of the transfer to somebody else, if it began one.
async fn decide(
    tx: &mut Tx,
    cx: &Cx,
    from: &Owner,
    (kind, fate): (Option<ObjectKind>, &Fate),
    total: i64,
) -> Result<Option<String>> {
    match fate {
        Fate::Keep => Ok(None),
        Fate::HandOver(to) => {
            transfer_in(tx, cx, from, to, kind, Keeps::Nothing).await.map(|transfer| Some(transfer.id))
        }
        Fate::Remove => {
            let order = Order { what: What::Remove, from, to: None, kind, keeps: Keeps::Nothing, total };
            begin(tx, cx, &order).await.map(|_| None)
        }
    }
}

/// Gives a user who is brought back what is still theirs, inside that action: what was kept, and what was taken
/// out of the register. What was handed over stays with whoever has it. Whatever still goes on with their objects
/// since they were deleted stops: nothing more leaves.
pub async fn come_back(tx: &mut Tx, cx: &Cx, person: &Person) -> Result<()> {
    // Before anything is counted: no transfer takes a step meanwhile.
    hold(tx).await?;
    if let Some(since_ms) = store::delete_former(tx, &person.id).await? {
        for mut transfer in transfers::list_leaving_held(tx, &person.id, since_ms).await? {
            stop(tx, cx, &mut transfer).await?;
        }
    }
    let total = store::count_removed(tx, &person.id).await?;
    if total == 0 {
        return Ok(());
    }
    let owner = owner_of(person);
    let order = Order {
        what: What::Restore,
        from: &owner,
        to: Some(&owner),
        kind: None,
        keeps: Keeps::Nothing,
        total,
    };
    begin(tx, cx, &order).await?;
    Ok(())
}

/// Removes for good what was taken out of the register for a user who is gone for good; a step of it. Answers
/// whether that was all. The name stays as long as anything bears it.
pub async fn forget(tx: &mut Tx, user_id: &str) -> Result<bool> {
    let limit = i64::try_from(STEP).unwrap_or(i64::MAX);
    let deleted = store::delete_removed(tx, user_id, limit).await?;
    if deleted == STEP as u64 {
        return Ok(false);
    }
    store::delete_shares_of_user(tx, user_id).await?;
    if !store::find_any(tx, user_id).await? {
        store::delete_former(tx, user_id).await?;
    }
    Ok(true)
}

/// Removes changes older than 180 days. Called by the regular cleaning.
pub async fn clean(tx: &mut Tx, now_ms: i64) -> Result<u64> {
    transfers::delete_old_changes(tx, now_ms - FEED_DAYS * DAY_MS, CLEAN_BATCH).await
}
