//! Registering what people own, and taking it out of the register.

use std::collections::HashMap;

use seatwarden_base::{Error, Refusal, Result, db::Tx};
use serde_json::{Value, json};

use super::super::{
    csv,
    model::{
        AT_ONCE_MAX, Checked, NAMED_TWICE, NOT_TEXT, NewObject, OWNED_BY_OTHER, ObjectKind, Owner, STEP,
        Share, TOO_MANY, UNKNOWN_OBJECT, UNKNOWN_USER, USER_NEEDED, Verdict, check_shares,
    },
    store::{self, Known},
};
use super::{find_anybody, find_named, folders::parent, hold};
use crate::{
    accounts::groups,
    common::audit,
    cx::{Cx, Permission},
    web::csv::{NotText, text_of},
};

/// An object, or why it cannot be one, with the number that people know it by.
type Numbered = (usize, Result<Checked, Refusal>);

/// Registers objects, and says of each what became of it, in the order given. An object that is there gets the
/// new title; it never changes hands by that. One that says something else of an object than one before is refused with
/// `ownership.named_twice` and the number of that, from 1: which of the two is right, nobody knows. Many are written in steps of 200, so that nobody waits for them;
/// doing it again changes nothing. Refuses with `ownership.too_many`.
pub async fn register(cx: &Cx, objects: Vec<NewObject>) -> Result<Vec<Verdict>> {
    cx.require(Permission::ManageOwnership)?;
    if objects.len() > AT_ONCE_MAX {
        return Err(TOO_MANY.with("maximum", AT_ONCE_MAX).into());
    }
    register_checked(cx, (1..).zip(objects.into_iter().map(NewObject::check)).collect()).await
}

async fn register_checked(cx: &Cx, mut objects: Vec<Numbered>) -> Result<Vec<Verdict>> {
    refuse_contradictions(&mut objects);
    let mut verdicts = Vec::with_capacity(objects.len());
    let mut objects = objects.into_iter().map(|(_, object)| object).peekable();
    while objects.peek().is_some() {
        let step: Vec<_> = objects.by_ref().take(STEP).collect();
        verdicts.extend(register_step(cx, step).await?);
    }
    Ok(verdicts)
}

/// Like [`register_table`], from a file as spreadsheets write it: UTF-8, or UTF-16 with its mark. Refuses anything else with
/// `ownership.not_text`: titles would come out wrong.
pub(in super::super) async fn register_file(
    cx: &Cx,
    bytes: &[u8],
) -> Result<Vec<(usize, NewObject, Verdict)>> {
    cx.require(Permission::ManageOwnership)?;
    let table = text_of(bytes).map_err(|NotText| NOT_TEXT)?;
    register_table(cx, &table).await
}

/// Like [`register`], from a table as text; with the line of each object, which counts as its number. A row with more cells
/// than there are heads is refused with `ownership.surplus`.
pub async fn register_table(cx: &Cx, table: &str) -> Result<Vec<(usize, NewObject, Verdict)>> {
    cx.require(Permission::ManageOwnership)?;
    let rows = csv::read(table)?;
    let checked = rows.iter().map(|row| {
        let object = row.misread.clone().map_or_else(|| row.object.clone().check(), Err);
        (row.line, object)
    });
    let verdicts = register_checked(cx, checked.collect()).await?;
    Ok(rows.into_iter().zip(verdicts).map(|(row, verdict)| (row.line, row.object, verdict)).collect())
}

/// Refuses each object that an earlier one says something else of.
fn refuse_contradictions(objects: &mut [Numbered]) {
    let mut said: HashMap<(ObjectKind, &str), (usize, &Checked)> = HashMap::new();
    let mut refused = Vec::new();
    for (at, (number, object)) in objects.iter().enumerate() {
        let Ok(object) = object else { continue };
        let key = (object.kind, object.external_id.as_str());
        let (first, other) = *said.entry(key).or_insert((*number, object));
        if other != object {
            refused.push((at, NAMED_TWICE.with("line", first)));
        }
    }
    for (at, refusal) in refused {
        objects[at].1 = Err(refusal);
    }
}

async fn register_step(cx: &Cx, step: Vec<Result<Checked, Refusal>>) -> Result<Vec<Verdict>> {
    let mut owners: HashMap<String, Option<Owner>> = HashMap::new();
    let is_single = step.len() == 1;
    let (mut verdicts, mut events) = (Vec::with_capacity(step.len()), Vec::new());
    let mut tx = cx.db.write().await?;
    for object in step {
        let verdict = match object {
            Err(refusal) => Verdict::Refused(refusal),
            Ok(object) => match register_one(&mut tx, cx, &object, &mut owners).await {
                Err(Error::Refusal(refusal)) => Verdict::Refused(*refusal),
                done => {
                    let (verdict, event) = done?;
                    // Of many that are new, the number tells enough: nothing was lost. What was there before is told of each.
                    events.extend(event.filter(|_| is_single || matches!(verdict, Verdict::Updated(_))));
                    verdict
                }
            },
        };
        verdicts.push(verdict);
    }
    let count = |word: &str| verdicts.iter().filter(|verdict| verdict.word() == word).count();
    let (added, updated) = (count("added"), count("updated"));
    if !is_single && added + updated > 0 {
        let event = audit::Event::new("ownership.register", "object", "");
        events.push(event.after(json!({ "added": added, "updated": updated })));
    }
    audit::record_all(&mut tx, cx, events).await?;
    tx.commit().await?;
    Ok(verdicts)
}

/// An object as the audit trail tells it.
fn in_trail(object: &Checked, title: &str, (owner, parent_id): (&Owner, Option<&str>)) -> Value {
    json!({
        "kind": object.kind.word(), "externalId": object.external_id, "title": title, "owner": owner.id,
        "ownerName": owner.in_trail(), "folder": parent_id,
    })
}

/// Whoever an object was registered for before it is registered for `owner`.
async fn owner_before(tx: &mut Tx, known: &Known, owner: &Owner) -> Result<Owner> {
    if known.owner_id == owner.id {
        return Ok(owner.clone());
    }
    let nameless = || Owner { id: known.owner_id.clone(), ..Owner::default() };
    Ok(find_anybody(tx, &known.owner_id).await?.unwrap_or_else(nameless))
}

/// Registers an object; the event that tells of it is yet to be recorded.
async fn register_one(
    tx: &mut Tx,
    cx: &Cx,
    object: &Checked,
    owners: &mut HashMap<String, Option<Owner>>,
) -> Result<(Verdict, Option<audit::Event>)> {
    if object.owner.trim().is_empty() {
        return Err(USER_NEEDED.on("owner").into());
    }
    if !owners.contains_key(&object.owner) {
        let found = find_named(tx, &object.owner).await?;
        owners.insert(object.owner.clone(), found);
    }
    let unknown = || UNKNOWN_USER.on("owner").with("name", &object.owner);
    let owner = owners.get(&object.owner).and_then(Option::as_ref).ok_or_else(unknown)?;
    let known = store::find_external(tx, object.kind, &object.external_id).await?;
    if let Some(known) = known.as_ref().filter(|known| known.owner_id != owner.id && !known.is_removed) {
        return Err(owned_by(tx, &known.owner_id).await?);
    }
    let parent_id = match &object.folder {
        Some(folder) => {
            parent(tx, object.kind, known.as_ref().map(|known| known.id.as_str()), folder).await?
        }
        None => known.as_ref().and_then(|known| known.parent_id.clone()),
    };
    let place = (owner.id.as_str(), parent_id.as_deref());
    let mut after = in_trail(object, &object.title, (owner, parent_id.as_deref()));
    let Some(known) = known else {
        require_parties(tx, None, object.shares.as_deref()).await?;
        let id = cx.new_id()?;
        if !store::insert(tx, &id, object, place, cx.now_ms).await? {
            // Another call was faster; whoever asks again gets its verdict.
            return Err(OWNED_BY_OTHER.with("name", &object.owner).into());
        }
        if let Some((_, shares)) = set_shares_in(tx, &id, object.shares.as_deref()).await? {
            after["shares"] = json!(shares);
        }
        let event = audit::Event::new("ownership.register", "object", &id).after(after);
        return Ok((Verdict::Added(id), Some(event)));
    };
    require_parties(tx, Some(&known.id), object.shares.as_deref()).await?;
    let shares = set_shares_in(tx, &known.id, object.shares.as_deref()).await?;
    let is_same = !known.is_removed && known.title == object.title && known.parent_id == parent_id;
    if is_same && shares.is_none() {
        return Ok((Verdict::Unchanged(known.id), None));
    }
    if !store::set(tx, &known, (&object.title, &object.external_id), place, cx.now_ms).await? {
        return Err(Error::raced("registering an object", "its owner changed meanwhile"));
    }
    let had = owner_before(tx, &known, owner).await?;
    let mut before = in_trail(object, &known.title, (&had, known.parent_id.as_deref()));
    before["removed"] = json!(known.is_removed);
    after["removed"] = json!(false);
    if let Some((shared_before, shared_after)) = shares {
        before["shares"] = json!(shared_before);
        after["shares"] = json!(shared_after);
    }
    let event = audit::Event::new("ownership.register", "object", &known.id).before(before).after(after);
    Ok((Verdict::Updated(known.id), Some(event)))
}

/// Writes who else may use an object, if that is given; who might before and who may now, if anything changed.
async fn set_shares_in(
    tx: &mut Tx,
    id: &str,
    shares: Option<&[Share]>,
) -> Result<Option<(Vec<Share>, Vec<Share>)>> {
    let Some(shares) = shares else { return Ok(None) };
    let before = store::list_shares(tx, id).await?;
    store::delete_shares(tx, id).await?;
    for share in shares {
        store::set_share(tx, id, share).await?;
    }
    let after = store::list_shares(tx, id).await?;
    Ok((before != after).then_some((before, after)))
}

/// Says who else may use an object, whoever owns it, a former user too; whoever is not named may no longer. Refuses with
/// `ownership.unknown_object`, `ownership.too_many`, `ownership.bad_rule`, `ownership.unknown_user` or `groups.unknown`.
pub async fn set_shares(cx: &Cx, id: &str, shares: &[Share]) -> Result<()> {
    cx.require(Permission::ManageOwnership)?;
    check_shares(shares)?;
    let mut tx = cx.db.write().await?;
    // Held first, so that two lists of shares are written one after the other.
    hold(&mut tx).await?;
    let object = store::find(&mut tx, id).await?.ok_or(UNKNOWN_OBJECT)?;
    require_parties(&mut tx, Some(id), Some(shares)).await?;
    let Some((before, after)) = set_shares_in(&mut tx, id, Some(shares)).await? else { return Ok(()) };
    let told = |shares: &[Share]| json!({ "kind": object.kind.word(), "externalId": object.external_id, "shares": shares });
    let event = audit::Event::new("ownership.set_shares", "object", id);
    audit::record(&mut tx, cx, event.before(told(&before)).after(told(&after))).await?;
    tx.commit().await
}

/// Refuses to share an object, one that is there or a new one, with somebody who is not there.
async fn require_parties(tx: &mut Tx, id: Option<&str>, shares: Option<&[Share]>) -> Result<()> {
    let Some(shares) = shares else { return Ok(()) };
    let before = match id {
        Some(id) => store::list_shares(tx, id).await?,
        None => Vec::new(),
    };
    for share in shares {
        let is_party =
            |known: &Share| known.party_kind == share.party_kind && known.party_id == share.party_id;
        // Whoever is among them already may be gone since: clients send back what they read.
        if !before.iter().any(is_party) {
            require_party(tx, share).await?;
        }
    }
    Ok(())
}

/// Refuses to share with a user or a group that is not there.
async fn require_party(tx: &mut Tx, share: &Share) -> Result<()> {
    let (id, unknown) = (&share.party_id, || UNKNOWN_USER.on("shareId").with("name", &share.party_id));
    if share.party_kind == "group" {
        groups::hold_in(tx, id).await
    } else {
        store::find_user(tx, id, "").await?.map(drop).ok_or_else(|| unknown().into())
    }
}

async fn owned_by(tx: &mut Tx, owner_id: &str) -> Result<Error> {
    let owner = find_anybody(tx, owner_id).await?;
    let name = owner.map_or_else(|| owner_id.to_owned(), |owner| owner.name);
    Ok(OWNED_BY_OTHER.with("name", name).into())
}

/// Takes objects out of the register, all or none; the platform keeps them. Refuses with `ownership.unknown_object`.
pub async fn unregister(cx: &Cx, ids: &[&str]) -> Result<()> {
    cx.require(Permission::ManageOwnership)?;
    let mut tx = cx.db.write().await?;
    for id in ids {
        let object = store::find(&mut tx, id).await?.ok_or(UNKNOWN_OBJECT)?;
        if !store::delete(&mut tx, id).await? {
            return Err(UNKNOWN_OBJECT.into());
        }
        let event = audit::Event::new("ownership.unregister", "object", id).before(json!({
            "kind": object.kind.word(), "externalId": object.external_id, "title": object.title,
            "owner": object.owner.id,
        }));
        audit::record(&mut tx, cx, event).await?;
    }
    tx.commit().await
}
