//! Transfers that go object by object: whatever fits the list, and back what another transfer moved. First what they would do.

use seatwarden_base::{Result, db::Tx};

use super::{
    super::{
        hand_over::{
            FITTING_MAX, Forecast, MovedObject, NOT_HANDED_OVER, NOTHING_LEFT, OTHERS_BY_NOW, OWNER_GONE,
            Outcome, PASSED_ON, STILL_RUNNING, Scope, TOO_MANY_FIT, Tally, Wish,
        },
        model::{
            Filter, Keeps, NOTHING_CHOSEN, ObjectKind, Owner, STEP, SWITCHED_OFF, State, TICKED_MAX,
            TOO_MANY, Transfer, UNKNOWN_OBJECT, UNKNOWN_TRANSFER, What,
        },
        store::{self, Look, transfers},
    },
    find_anybody, page_in,
    transfer::{
        Handed, begin_record, hold, other_receiver, receiver, record_of_several, transfer_all,
        transfer_objects,
    },
};
use crate::cx::{Cx, Permission};

/// How many objects a forecast reads at once.
const FORECAST_STEP: usize = 2_000;
/// How many titles of what an owner has are read for a forecast.
const TITLES_MAX: i64 = 10;
/// Before every id: ids are hexadecimal digits.
const FIRST_PLACE: &str = "g";

/// Says what handing over would do, and does nothing. Refuses as [`hand_over`] does.
pub async fn foresee_hand_over(cx: &Cx, wish: &Wish) -> Result<Forecast> {
    cx.require(Permission::ManageOwnership)?;
    match &wish.scope {
        Scope::Of { from, kind } => foresee_all(cx, wish, from, *kind).await,
        Scope::These(ids) => foresee_these(cx, wish, ids).await,
        Scope::Fitting(filter) => match whole_owner(filter) {
            Some(from) => foresee_all(cx, wish, from, filter.kind).await,
            None => foresee_fitting(cx, wish, filter).await,
        },
        Scope::Back(id) => foresee_back(cx, wish.keeps, id).await,
    }
}

/// Hands over what is wished; the first 200 objects at once, the others in steps by a job. With the fingerprint of a forecast
/// only if it is about the same objects still: refuses with `ownership.others_by_now` otherwise. Refuses as [`transfer_all`]
/// and [`transfer_objects`] do, with `ownership.too_many_fit`, and for the way back with `ownership.unknown_transfer`,
/// `ownership.still_running`, `ownership.not_handed_over` or `ownership.nothing_left`.
pub async fn hand_over(cx: &Cx, wish: &Wish, seen: Option<&str>) -> Result<Transfer> {
    let forecast = foresee_hand_over(cx, wish).await?;
    if seen.is_some_and(|seen| seen != forecast.fingerprint) {
        return Err(OTHERS_BY_NOW.into());
    }
    match &wish.scope {
        Scope::Of { from, kind } => transfer_all(cx, from, &wish.to, *kind, wish.keeps).await,
        Scope::These(ids) => transfer_objects(cx, ids, &wish.to, wish.keeps).await,
        Scope::Fitting(filter) => match whole_owner(filter) {
            Some(from) => transfer_all(cx, from, &wish.to, filter.kind, wish.keeps).await,
            None if forecast.changed == 0 => Err(NOTHING_LEFT.into()),
            None => transfer_fitting(cx, wish, filter, forecast.changed).await,
        },
        Scope::Back(_) if forecast.changed == 0 => Err(NOTHING_LEFT.into()),
        Scope::Back(id) => hand_back(cx, wish.keeps, id, forecast.changed).await,
    }
}

/// The owner, if a list shows everything of one, or all of one kind.
fn whole_owner(filter: &Filter) -> Option<&str> {
    filter.owner_id.as_deref().filter(|_| filter.search.is_none())
}

async fn foresee_all(cx: &Cx, wish: &Wish, from: &str, kind: Option<ObjectKind>) -> Result<Forecast> {
    let from = super::owner(cx, from, "from").await?;
    let mut tx = cx.db.read().await?;
    let to = other_receiver(&mut tx, &from.id, &wish.to).await?;
    let counts = store::count_by_kind(&mut tx, &from.id).await?;
    let look = Look {
        owner_id: Some(&from.id),
        kind,
        before_id: FIRST_PLACE,
        scan: TITLES_MAX,
        pattern: "%",
        limit: TITLES_MAX,
    };
    let objects = store::list(&mut tx, &look).await?;
    let newest = objects.first().map(|object| object.id.clone()).unwrap_or_default();
    let titles = objects.into_iter().map(|object| object.title).collect();
    let counts = counts.into_iter().filter(|(of, _)| kind.is_none_or(|kind| kind == *of));
    let keeps = if from.is_former { Keeps::Nothing } else { wish.keeps };
    let mut tally = Tally::new(keeps);
    tally.add_all(counts, (&newest, titles), (&from, &to));
    Ok(tally.finish(Some(&to)))
}

async fn foresee_these(cx: &Cx, wish: &Wish, ids: &[String]) -> Result<Forecast> {
    if ids.is_empty() {
        return Err(NOTHING_CHOSEN.into());
    }
    if ids.len() > TICKED_MAX {
        return Err(TOO_MANY.with("maximum", TICKED_MAX).into());
    }
    let mut tx = cx.db.read().await?;
    let to = receiver(&mut tx, &wish.to).await?;
    let mut tally = Tally::new(wish.keeps);
    for id in ids {
        let object = store::find(&mut tx, id).await?.ok_or(UNKNOWN_OBJECT)?;
        let outcome = if object.owner.id == to.id { Outcome::Stays } else { Outcome::Changes };
        tally.add((id, object.kind, &object.title), (&object.owner, &to), outcome);
    }
    Ok(tally.finish(Some(&to)))
}

async fn foresee_fitting(cx: &Cx, wish: &Wish, filter: &Filter) -> Result<Forecast> {
    let mut tx = cx.db.read().await?;
    let to = receiver(&mut tx, &wish.to).await?;
    let mut tally = Tally::new(wish.keeps);
    let mut filter = Filter { after: None, ..filter.clone() };
    loop {
        let page = page_in(&mut tx, &filter, FORECAST_STEP).await?;
        for object in &page.objects {
            let outcome = if object.owner.id == to.id { Outcome::Stays } else { Outcome::Changes };
            tally.add((&object.id, object.kind, &object.title), (&object.owner, &to), outcome);
        }
        if usize::try_from(tally.all()).is_ok_and(|all| all > FITTING_MAX) {
            return Err(TOO_MANY_FIT.with("maximum", FITTING_MAX).into());
        }
        filter.after = page.next;
        if filter.after.is_none() {
            return Ok(tally.finish(Some(&to)));
        }
    }
}

/// A transfer that can be taken back. Refuses as [`hand_over`] does.
async fn original(tx: &mut Tx, id: &str) -> Result<Transfer> {
    let transfer = transfers::find(tx, id).await?.ok_or(UNKNOWN_TRANSFER)?;
    if transfer.what != What::HandOver {
        return Err(NOT_HANDED_OVER.into());
    }
    if transfer.state == State::Running { Err(STILL_RUNNING.into()) } else { Ok(transfer) }
}

async fn foresee_back(cx: &Cx, keeps: Keeps, id: &str) -> Result<Forecast> {
    let mut tx = cx.db.read().await?;
    original(&mut tx, id).await?;
    let (mut tally, mut after) = (Tally::new(keeps), 0);
    loop {
        let moved = transfers::list_moved(&mut tx, id, after, to_i64(FORECAST_STEP)).await?;
        for object in &moved {
            after = object.sequence;
            let now = object.now.as_ref().unwrap_or(&object.from);
            tally.add((&object.id, object.kind, &object.title), (now, &object.from), return_of(object));
        }
        if moved.len() < FORECAST_STEP {
            return Ok(tally.finish(None));
        }
    }
}

/// Whether an object can go back to whoever had it before.
fn return_of(object: &MovedObject) -> Outcome {
    let Some(now) = &object.now else { return Outcome::Refused(UNKNOWN_OBJECT) };
    if now.id == object.from.id {
        return Outcome::Stays;
    }
    if object.to_id.as_ref() != Some(&now.id) {
        return Outcome::Refused(PASSED_ON.with("name", &now.name));
    }
    match (object.from.is_former, object.can_return) {
        (true, _) => Outcome::Refused(OWNER_GONE.with("name", &object.from.name)),
        (_, false) => Outcome::Refused(SWITCHED_OFF.with("name", &object.from.name)),
        (false, true) => Outcome::Changes,
    }
}

async fn transfer_fitting(cx: &Cx, wish: &Wish, filter: &Filter, total: i64) -> Result<Transfer> {
    let mut tx = cx.db.write().await?;
    hold(&mut tx).await?;
    let to = receiver(&mut tx, &wish.to).await?;
    let owner_id = filter.owner_id.as_deref().unwrap_or_default();
    let from = find_anybody(&mut tx, owner_id).await?;
    let record = Transfer {
        from_name: from.map(|from| from.name).unwrap_or_default(),
        from_user_id: filter.owner_id.clone(),
        kind: filter.kind,
        search: filter.search.clone(),
        place: Some(FIRST_PLACE.to_owned()),
        ..record_of_several(cx, &to, wish.keeps, total)?
    };
    let transfer = begin_record(&mut tx, cx, record).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(transfer)
}

async fn hand_back(cx: &Cx, keeps: Keeps, id: &str, total: i64) -> Result<Transfer> {
    let mut tx = cx.db.write().await?;
    hold(&mut tx).await?;
    let before = original(&mut tx, id).await?;
    let nobody = Owner::default();
    let record = Transfer {
        from_user_id: before.to_user_id,
        from_name: before.to_name,
        to_user_id: before.from_user_id,
        to_name: before.from_name,
        kind: before.kind,
        back_of: Some(before.id),
        place: Some("0".to_owned()),
        ..record_of_several(cx, &nobody, keeps, total)?
    };
    let transfer = begin_record(&mut tx, cx, record).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(transfer)
}

/// The next objects of a transfer that goes object by object, moved, and whether they were the last.
pub(super) async fn step(tx: &mut Tx, cx: &Cx, transfer: &mut Transfer) -> Result<(Vec<Handed>, bool)> {
    if transfer.back_of.is_some() {
        back_step(tx, cx, transfer).await
    } else {
        fitting_step(tx, cx, transfer).await
    }
}

async fn fitting_step(tx: &mut Tx, cx: &Cx, transfer: &mut Transfer) -> Result<(Vec<Handed>, bool)> {
    let filter = Filter {
        owner_id: transfer.from_user_id.clone(),
        kind: transfer.kind,
        search: transfer.search.clone(),
        after: transfer.place.take(),
        limit: STEP,
    };
    let page = page_in(tx, &filter, STEP).await?;
    let to_id = transfer.to_user_id.clone().unwrap_or_default();
    let mut handed = Vec::with_capacity(page.objects.len());
    for object in page.objects.into_iter().filter(|object| object.owner.id != to_id) {
        let set = transfers::set_one(tx, &object.id, (&object.owner.id, &to_id), cx.now_ms).await?;
        if let Some(moved) = set {
            handed.push(Handed { from_id: object.owner.id, to_id: Some(to_id.clone()), object: moved });
        }
    }
    let is_last = page.next.is_none();
    // Kept also at the end: it tells what sort of transfer it is.
    transfer.place = page.next.or(filter.after);
    Ok((handed, is_last))
}

async fn back_step(tx: &mut Tx, cx: &Cx, transfer: &mut Transfer) -> Result<(Vec<Handed>, bool)> {
    let original = transfer.back_of.clone().unwrap_or_default();
    let after = transfer.place.as_deref().and_then(|place| place.parse().ok()).unwrap_or_default();
    let objects = transfers::list_moved(tx, &original, after, to_i64(STEP)).await?;
    let is_last = objects.len() < STEP;
    let mut handed = Vec::with_capacity(objects.len());
    for object in objects {
        transfer.place = Some(object.sequence.to_string());
        let (Outcome::Changes, Some(now)) = (return_of(&object), &object.now) else { continue };
        let set = transfers::set_one(tx, &object.id, (&now.id, &object.from.id), cx.now_ms).await?;
        if let Some(moved) = set {
            handed.push(Handed { from_id: now.id.clone(), to_id: Some(object.from.id), object: moved });
        }
    }
    Ok((handed, is_last))
}

fn to_i64(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
