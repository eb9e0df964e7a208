//! What can be done with ownership, one file a verb. Here is looking.

mod export;
mod folders;
mod leave;
mod register;
mod together;
mod transfer;
mod walk;

use std::collections::HashMap;

use seatwarden_base::{Error, Result, db::Tx};

use super::{
    hand_over::MovedObject,
    model::{
        Change, Counts, Filter, Keeps, ObjectKind, OwnedObject, Owner, Page, SEVERAL_USERS, Share, Transfer,
        UNKNOWN_OBJECT, UNKNOWN_TRANSFER, UNKNOWN_USER, USER_NEEDED,
    },
    store::{self, Look, transfers},
};
use crate::{
    cx::{Cx, Permission},
    text::{id_and_name, id_key, name_key, part_pattern},
};

pub(super) use export::export;
pub(super) use folders::{browse, edit, edit_and_transfer};
pub(super) use leave::FEED_DAYS;
pub use leave::{clean, come_back, foresee, forget, leave};
pub(super) use register::register_file;
pub use register::{register, register_table, set_shares, unregister};
pub use together::Together;
pub(super) use transfer::{Ended, next_step};
pub use transfer::{hold, transfer_all, transfer_in, transfer_objects};
pub use walk::{foresee_hand_over, hand_over};

/// How many objects a page of the API shows at most.
pub(super) const PAGE_MAX: usize = 200;
/// How many objects one page of a search looks at: about 10 ms.
const SCAN_MAX: usize = 20_000;
/// Of how many objects the shares are looked up at once; each has 100 at most.
const SHARES_STEP: usize = 500;
/// How many users are offered for a part of a name.
const CANDIDATES_MAX: i64 = 10;
/// How many people of one name a refusal tells apart.
const SAME_NAMES_MAX: i64 = 5;
/// How many samples a trial instance shows.
const SAMPLES_MAX: i64 = 50;
/// How many transfers, and how many objects of one, a page shows.
const RECENT_MAX: usize = 50;
/// How far the objects of a list are counted that nobody searches.
const COUNTED_MAX: usize = 1_000;

/// One page of the objects that fit, newest first. A search looks at 20,000 objects a page, so that a page of
/// millions answers at once; such a page may be short and still have a next one.
pub async fn list(cx: &Cx, filter: &Filter) -> Result<Page> {
    cx.require(Permission::ReadOwnership)?;
    page_in(&mut cx.db.read().await?, filter, filter.limit.clamp(1, PAGE_MAX)).await
}

/// How many objects fit, and whether there may be more of them: as far as one page of a search looks.
pub async fn count_fitting(cx: &Cx, filter: &Filter) -> Result<(i64, bool)> {
    cx.require(Permission::ReadOwnership)?;
    let pattern = filter.search.as_deref().map(part_pattern);
    let scan = if pattern.is_some() { SCAN_MAX } else { COUNTED_MAX };
    let look = look(filter, pattern.as_deref(), scan, scan);
    store::count_fitting(&mut cx.db.read().await?, &look).await
}

fn look<'a>(filter: &'a Filter, pattern: Option<&'a str>, scan: usize, limit: usize) -> Look<'a> {
    Look {
        owner_id: filter.owner_id.as_deref(),
        kind: filter.kind,
        // Ids are hexadecimal digits, and every one of them comes before a `g`.
        before_id: filter.after.as_deref().unwrap_or("g"),
        scan: i64::try_from(scan).unwrap_or(i64::MAX),
        pattern: pattern.unwrap_or("%"),
        limit: i64::try_from(limit).unwrap_or(i64::MAX),
    }
}

/// Like [`list`], inside another action, with at most `limit` objects.
async fn page_in(tx: &mut Tx, filter: &Filter, limit: usize) -> Result<Page> {
    let pattern = filter.search.as_deref().map(part_pattern);
    let scan = if pattern.is_some() { SCAN_MAX } else { limit + 1 };
    let look = look(filter, pattern.as_deref(), scan, limit + 1);
    let mut objects = store::list(tx, &look).await?;
    let next = if objects.len() > limit {
        objects.truncate(limit);
        objects.last().map(|object| object.id.clone())
    } else if pattern.is_some() {
        store::find_end(tx, &look).await?
    } else {
        None
    };
    Ok(Page { objects, next })
}

/// What a trial instance shows to whoever looks around there, newest first: its samples, for nobody can register
/// anything there. Nothing on any other installation.
pub async fn samples(cx: &Cx) -> Result<Vec<OwnedObject>> {
    cx.person()?;
    if !cx.config.trial.enabled {
        return Ok(Vec::new());
    }
    let look = Look {
        owner_id: None,
        kind: None,
        before_id: "g",
        scan: SAMPLES_MAX,
        pattern: "%",
        limit: SAMPLES_MAX,
    };
    store::list(&mut cx.db.read().await?, &look).await
}

/// One object; refuses with `ownership.unknown_object`.
pub async fn find(cx: &Cx, id: &str) -> Result<OwnedObject> {
    cx.require(Permission::ReadOwnership)?;
    let mut tx = cx.db.read().await?;
    store::find(&mut tx, id).await?.ok_or_else(|| UNKNOWN_OBJECT.into())
}

/// The object of a kind that the platform calls so; refuses with `ownership.unknown_object`.
pub(super) async fn find_external(cx: &Cx, kind: ObjectKind, external_id: &str) -> Result<OwnedObject> {
    cx.require(Permission::ReadOwnership)?;
    let mut tx = cx.db.read().await?;
    let known = store::find_external(&mut tx, kind, external_id).await?;
    let known = known.filter(|known| !known.is_removed).ok_or(UNKNOWN_OBJECT)?;
    store::find(&mut tx, &known.id).await?.ok_or_else(|| UNKNOWN_OBJECT.into())
}

/// Who else may use an object.
pub async fn shares_of(cx: &Cx, id: &str) -> Result<Vec<Share>> {
    cx.require(Permission::ReadOwnership)?;
    let mut tx = cx.db.read().await?;
    store::list_shares(&mut tx, id).await
}

/// Who else may use each of these objects, by id; one look-up, however many.
pub(super) async fn shares_of_many(cx: &Cx, objects: &[OwnedObject]) -> Result<HashMap<String, Vec<Share>>> {
    cx.require(Permission::ReadOwnership)?;
    let mut shares: HashMap<String, Vec<Share>> = HashMap::new();
    let mut tx = cx.db.read().await?;
    for part in objects.chunks(SHARES_STEP) {
        let ids: Vec<&str> = part.iter().map(|object| object.id.as_str()).collect();
        let ids = serde_json::to_string(&ids).map_err(|cause| Error::fault("writing JSON", cause))?;
        for (id, share) in store::list_shares_of(&mut tx, &ids).await? {
            shares.entry(id).or_default().push(share);
        }
    }
    Ok(shares)
}

/// The user with this id, user name or address.
async fn find_named(tx: &mut Tx, key: &str) -> Result<Option<Owner>> {
    let (id, name) = id_and_name(key);
    store::find_user(tx, &id, &name).await
}

/// Who has this id, or had it before they were deleted.
async fn find_anybody(tx: &mut Tx, id: &str) -> Result<Option<Owner>> {
    match store::find_user(tx, id, "").await? {
        None => store::find_former(tx, id).await,
        found => Ok(found),
    }
}

/// The user with this id, user name or address, or who alone has this full name. Refuses with `ownership.several_users`,
/// blamed on `field`, if several have it.
async fn find_called(tx: &mut Tx, key: &str, field: &'static str) -> Result<Option<Owner>> {
    if let Some(user) = find_named(tx, key).await? {
        return Ok(Some(user));
    }
    let called = store::list_users_called(tx, &name_key(key), SAME_NAMES_MAX).await?;
    only(called, key, field)
}

/// The only one of those who bear a name; refuses with `ownership.several_users` if there are others.
fn only(mut called: Vec<Owner>, key: &str, field: &'static str) -> Result<Option<Owner>> {
    if called.len() < 2 {
        return Ok(called.pop());
    }
    let told = |owner: &Owner| if owner.email.is_empty() { owner.id.clone() } else { owner.email.clone() };
    let who: Vec<String> = called.iter().map(told).collect();
    Err(SEVERAL_USERS.on(field).with("name", key).with("who", who.join(", ")).into())
}

/// Whoever has this id, user name or address, or had this id before they were deleted, or alone is or was called so. Refuses
/// with `ownership.user_needed`, `ownership.several_users` or `ownership.unknown_user`, blamed on `field`.
pub async fn owner(cx: &Cx, key: &str, field: &'static str) -> Result<Owner> {
    cx.require(Permission::ReadOwnership)?;
    if key.trim().is_empty() {
        return Err(USER_NEEDED.on(field).into());
    }
    let mut tx = cx.db.read().await?;
    if let Some(user) = find_named(&mut tx, key).await? {
        return Ok(user);
    }
    if let Some(former) = store::find_former(&mut tx, &id_key(key)).await? {
        return Ok(former);
    }
    // By name only if nobody else is or was called so: addresses and ids tell two of them apart.
    let mut called = store::list_users_called(&mut tx, &name_key(key), SAME_NAMES_MAX).await?;
    called.extend(store::list_former_named(&mut tx, &name_key(key), SAME_NAMES_MAX).await?);
    only(called, key, field)?.ok_or_else(|| UNKNOWN_USER.on(field).with("name", key).into())
}

/// Users who may be meant by the beginning of a name or address, at most ten.
pub async fn candidates(cx: &Cx, beginning: &str) -> Result<Vec<Owner>> {
    cx.require(Permission::ReadOwnership)?;
    let beginning = name_key(beginning);
    if beginning.is_empty() {
        return Ok(Vec::new());
    }
    let mut tx = cx.db.read().await?;
    store::list_users_beginning(&mut tx, &beginning, CANDIDATES_MAX).await
}

/// Like [`candidates`], and deleted users in whose names this stands and who left something.
pub(super) async fn owners_like(cx: &Cx, part: &str) -> Result<Vec<Owner>> {
    let mut found = candidates(cx, part).await?;
    let part = name_key(part);
    if !part.is_empty() {
        let mut tx = cx.db.read().await?;
        found.extend(store::list_former_like(&mut tx, &part_pattern(&part), CANDIDATES_MAX).await?);
    }
    Ok(found)
}

/// How many objects of each kind a user owns. For other rooms, without asking for permission.
pub async fn counts_of(tx: &mut Tx, user_id: &str) -> Result<Counts> {
    store::count_by_kind(tx, user_id).await
}

/// A transfer and how far it is; refuses with `ownership.unknown_transfer`.
pub async fn transfer_of(cx: &Cx, id: &str) -> Result<Transfer> {
    cx.require(Permission::ReadOwnership)?;
    let mut tx = cx.db.read().await?;
    transfers::find(&mut tx, id).await?.ok_or_else(|| UNKNOWN_TRANSFER.into())
}

/// Transfers before the one with the id `before`, or the latest, newest first; and before which one the next page begins.
pub async fn recent_transfers(cx: &Cx, before: Option<&str>) -> Result<(Vec<Transfer>, Option<String>)> {
    cx.require(Permission::ReadOwnership)?;
    let limit = i64::try_from(RECENT_MAX + 1).unwrap_or(i64::MAX);
    let mut found = transfers::list(&mut cx.db.read().await?, before.unwrap_or("g"), limit).await?;
    let has_more = found.len() > RECENT_MAX;
    found.truncate(RECENT_MAX);
    let next = found.last().filter(|_| has_more).map(|last| last.id.clone());
    Ok((found, next))
}

/// What a transfer moved, page by page in the order in which it was moved; and after which change the next page begins.
pub async fn moved_by(cx: &Cx, id: &str, after: i64) -> Result<(Vec<MovedObject>, Option<i64>)> {
    cx.require(Permission::ReadOwnership)?;
    let limit = i64::try_from(RECENT_MAX + 1).unwrap_or(i64::MAX);
    let mut moved = transfers::list_moved(&mut cx.db.read().await?, id, after, limit).await?;
    let has_more = moved.len() > RECENT_MAX;
    moved.truncate(RECENT_MAX);
    let next = moved.last().filter(|_| has_more).map(|last| last.sequence);
    Ok((moved, next))
}

/// Who of those who once owned these objects may use them still, and how, by the id of the object; one look-up.
pub(super) async fn kept_rights(
    cx: &Cx,
    objects: &[OwnedObject],
) -> Result<HashMap<String, Vec<(Owner, Keeps)>>> {
    cx.require(Permission::ReadOwnership)?;
    let mut kept: HashMap<String, Vec<(Owner, Keeps)>> = HashMap::new();
    let ids: Vec<&str> = objects.iter().map(|object| object.id.as_str()).collect();
    let ids = serde_json::to_string(&ids).map_err(|cause| Error::fault("writing JSON", cause))?;
    for (id, rule, owner) in store::list_kept(&mut cx.db.read().await?, &ids).await? {
        kept.entry(id).or_default().push((owner, Keeps::of_word(&rule).unwrap_or_default()));
    }
    Ok(kept)
}

/// What changed hands after a place in the feed, oldest first, at most `limit` of at most 200.
pub async fn changes(cx: &Cx, after: i64, limit: usize) -> Result<Vec<Change>> {
    cx.require(Permission::ReadOwnership)?;
    let limit = i64::try_from(limit.clamp(1, PAGE_MAX)).unwrap_or(1);
    let mut tx = cx.db.read().await?;
    transfers::list_changes(&mut tx, after, limit).await
}
