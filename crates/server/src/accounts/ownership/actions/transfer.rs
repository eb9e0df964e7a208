//! Handing objects over: a few at once, or many in steps that a job goes on with.

use std::collections::{BTreeMap, HashMap};

use seatwarden_base::{Result, db::Tx, jobs};
use serde_json::json;

use super::super::{
    jobs::{TRANSFER, TransferJob},
    model::{
        Change, Keeps, NOTHING_CHOSEN, ONLY_INVITED, ObjectKind, Owner, SAME_OWNER, STEP, SWITCHED_OFF,
        Share, Standing, State, TICKED_MAX, TOO_MANY, Transfer, UNKNOWN_OBJECT, UNKNOWN_USER, USER_NEEDED,
        What,
    },
    store::{
        self,
        transfers::{self, Moved, Step},
    },
};
use super::{find_anybody, find_called, walk};
use crate::{
    common::audit,
    cx::{Caller, Cx, Permission},
};

/// How often the job of a transfer is tried.
const ATTEMPTS_MAX: i64 = 20;

/// What is to be moved.
pub(super) struct Order<'a> {
    pub(super) what: What,
    pub(super) from: &'a Owner,
    pub(super) to: Option<&'a Owner>,
    pub(super) kind: Option<ObjectKind>,
    pub(super) keeps: Keeps,
    pub(super) total: i64,
}

/// Hands over what a user owns, or a deleted one, of one kind or all. The first 200 objects change hands in this
/// transaction, the others in steps by a job. Refuses with `ownership.unknown_user`, `ownership.switched_off`,
/// `ownership.only_invited` or `ownership.same_owner`.
pub async fn transfer_all(
    cx: &Cx,
    from: &str,
    to: &str,
    kind: Option<ObjectKind>,
    keeps: Keeps,
) -> Result<Transfer> {
    cx.require(Permission::ManageOwnership)?;
    let from = super::owner(cx, from, "from").await?;
    let mut tx = cx.db.write().await?;
    hold(&mut tx).await?;
    let transfer = transfer_in(&mut tx, cx, &from, to, kind, keeps).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(transfer)
}

/// Like [`transfer_all`], inside another action.
pub async fn transfer_in(
    tx: &mut Tx,
    cx: &Cx,
    from: &Owner,
    to: &str,
    kind: Option<ObjectKind>,
    keeps: Keeps,
) -> Result<Transfer> {
    cx.require(Permission::ManageOwnership)?;
    let to = other_receiver(tx, &from.id, to).await?;
    // Of somebody who is gone nobody would look at a share.
    let keeps = if from.is_former { Keeps::Nothing } else { keeps };
    let counts = store::count_by_kind(tx, &from.id).await?;
    let total = counts.iter().filter(|(of, _)| kind.is_none_or(|kind| kind == *of)).map(|(_, n)| n).sum();
    begin(tx, cx, &Order { what: What::HandOver, from, to: Some(&to), kind, keeps, total }).await
}

/// Who is to get something. Refuses with `ownership.user_needed`, `ownership.unknown_user` or `ownership.several_users`, and with
/// `ownership.switched_off` or `ownership.only_invited`: nobody would look after it, and nobody would notice. A service
/// account is let in, and what scripts made may be theirs; whoever hands over is told that it is one.
pub(super) async fn receiver(tx: &mut Tx, key: &str) -> Result<Owner> {
    match standing_of(tx, key).await? {
        (receiver, Standing::Invited) => {
            Err(ONLY_INVITED.with("name", &receiver.name).with("typed", key).into())
        }
        (receiver, _) => Ok(receiver),
    }
}

/// The same as scripts of the platform name somebody, which make users and hand things over to them at once: whoever was
/// only invited is let in.
async fn receiver_of_script(tx: &mut Tx, key: &str) -> Result<Owner> {
    Ok(standing_of(tx, key).await?.0)
}

async fn standing_of(tx: &mut Tx, key: &str) -> Result<(Owner, Standing)> {
    if key.trim().is_empty() {
        return Err(USER_NEEDED.on("to").with("typed", key).into());
    }
    let found = find_called(tx, key, "to").await?;
    let receiver = found.ok_or_else(|| UNKNOWN_USER.on("to").with("name", key))?;
    let standing = store::find_standing(tx, &receiver.id).await?;
    match standing {
        Standing::SwitchedOff => Err(SWITCHED_OFF.with("name", &receiver.name).with("typed", key).into()),
        Standing::Service => Ok((Owner { is_service: true, ..receiver }, standing)),
        Standing::Person | Standing::Invited => Ok((receiver, standing)),
    }
}

/// Like [`receiver`], and somebody else than the owner: refuses with `ownership.same_owner` as well.
pub(super) async fn other_receiver(tx: &mut Tx, from_id: &str, key: &str) -> Result<Owner> {
    let to = receiver(tx, key).await?;
    if to.id == from_id {
        return Err(SAME_OWNER.with("typed", key).into());
    }
    Ok(to)
}

pub(super) fn record_of(cx: &Cx, order: &Order<'_>) -> Result<Transfer> {
    let (actor_id, actor_name) = match &cx.caller {
        Caller::User(signed_in) => (Some(signed_in.person.id.clone()), signed_in.person.email.clone()),
        Caller::Host(what) => (None, format!("host:{what}")),
        Caller::Anonymous => (None, "anonymous".to_owned()),
    };
    Ok(Transfer {
        id: cx.new_id()?,
        what: order.what,
        from_user_id: Some(order.from.id.clone()),
        from_name: order.from.name.clone(),
        to_user_id: order.to.map(|to| to.id.clone()),
        to_name: order.to.map(|to| to.name.clone()).unwrap_or_default(),
        kind: order.kind,
        keeps: order.keeps,
        actor_id,
        actor_name,
        state: State::Running,
        total: order.total,
        moved: 0,
        counts: BTreeMap::new(),
        created_at_ms: cx.now_ms,
        finished_at_ms: None,
        back_of: None,
        search: None,
        place: None,
    })
}

/// The record of a transfer from whoever owns the objects.
pub(super) fn record_of_several(cx: &Cx, to: &Owner, keeps: Keeps, total: i64) -> Result<Transfer> {
    let nobody = Owner::default();
    let order = Order { what: What::HandOver, from: &nobody, to: Some(to), kind: None, keeps, total };
    Ok(Transfer { from_user_id: None, ..record_of(cx, &order)? })
}

/// Begins a transfer and takes its first step. The job for the others is written only if there are others.
pub(super) async fn begin(tx: &mut Tx, cx: &Cx, order: &Order<'_>) -> Result<Transfer> {
    begin_record(tx, cx, record_of(cx, order)?).await
}

/// Like [`begin`], with a record that says more than an order does.
pub(super) async fn begin_record(tx: &mut Tx, cx: &Cx, mut transfer: Transfer) -> Result<Transfer> {
    transfers::insert(tx, &transfer).await?;
    if step(tx, cx, &mut transfer).await? == Ended::No {
        let job = jobs::NewJob {
            id: &transfer.id,
            kind: TRANSFER,
            created_at_ms: cx.now_ms,
            run_at_ms: cx.now_ms,
            attempts_max: ATTEMPTS_MAX,
            unique_key: None,
        };
        jobs::enqueue_job(tx, &job, &TransferJob { transfer_id: transfer.id.clone() }).await?;
    }
    Ok(transfer)
}

/// Whether a transfer has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Ended {
    Yes,
    No,
}

/// Takes the next step of a transfer, for its job. The transfer is held, so that each object moves once. Nothing is taken
/// out any more of a user who is back.
pub(in super::super) async fn next_step(tx: &mut Tx, cx: &Cx, id: &str) -> Result<Ended> {
    // Before the transfer itself: in this order whoever comes back holds the two.
    hold(tx).await?;
    let Some(mut transfer) = transfers::find_held(tx, id).await? else { return Ok(Ended::Yes) };
    let from_id = transfer.from_user_id.clone().unwrap_or_default();
    if transfer.what == What::Remove && store::find_user(tx, &from_id, "").await?.is_some() {
        stop(tx, cx, &mut transfer).await?;
        return Ok(Ended::Yes);
    }
    step(tx, cx, &mut transfer).await
}

/// Ends a transfer early. What moved before stays moved, and who gave it finds that in their trail.
pub(super) async fn stop(tx: &mut Tx, cx: &Cx, transfer: &mut Transfer) -> Result<()> {
    transfer.state = State::Stopped;
    transfer.finished_at_ms = Some(cx.now_ms);
    tell_people(tx, cx, transfer).await?;
    transfers::set(tx, transfer).await
}

/// An object that changed hands.
pub(super) struct Handed {
    /// Id of who had it.
    pub(super) from_id: String,
    /// Id of who has it now; none if it was taken out.
    pub(super) to_id: Option<String>,
    pub(super) object: Moved,
}

async fn step(tx: &mut Tx, cx: &Cx, transfer: &mut Transfer) -> Result<Ended> {
    let from_id = transfer.from_user_id.clone().unwrap_or_default();
    let to_id = transfer.to_user_id.clone().unwrap_or_else(|| from_id.clone());
    // The receiver may be deleted while a job goes on; then the rest stays where it is. Of several receivers each is looked at.
    let is_for_one = transfer.what != What::Remove && transfer.back_of.is_none();
    if is_for_one && store::find_user(tx, &to_id, "").await?.is_none() {
        stop(tx, cx, transfer).await?;
        return Ok(Ended::Yes);
    }
    let (moved, is_last) = if transfer.place.is_some() {
        walk::step(tx, cx, transfer).await?
    } else {
        let limit = i64::try_from(STEP).unwrap_or(i64::MAX);
        let step = Step { from_id: &from_id, to_id: &to_id, kind: transfer.kind, now_ms: cx.now_ms, limit };
        let moved = transfers::set_step(tx, transfer.what, &step).await?;
        let is_last = moved.len() < STEP;
        let to_id = &transfer.to_user_id;
        let handed = |object| Handed { from_id: from_id.clone(), to_id: to_id.clone(), object };
        (moved.into_iter().map(handed).collect(), is_last)
    };
    note(tx, cx, transfer, &moved).await?;
    if is_last {
        transfer.state = State::Done;
        transfer.finished_at_ms = Some(cx.now_ms);
        transfer.total = transfer.moved;
        tell_people(tx, cx, transfer).await?;
    }
    transfers::set(tx, transfer).await?;
    Ok(if is_last { Ended::Yes } else { Ended::No })
}

/// What people are called in the audit trail; each is read once.
#[derive(Default)]
struct Names(HashMap<String, Option<String>>);

impl Names {
    async fn of(&mut self, tx: &mut Tx, id: Option<&str>) -> Result<Option<String>> {
        let Some(id) = id else { return Ok(None) };
        if let Some(known) = self.0.get(id) {
            return Ok(known.clone());
        }
        let name = find_anybody(tx, id).await?.map(|owner| owner.in_trail());
        self.0.insert(id.to_owned(), name.clone());
        Ok(name)
    }
}

/// Writes down that objects were moved: shares, the feed, the count, an audit event each.
async fn note(tx: &mut Tx, cx: &Cx, transfer: &mut Transfer, moved: &[Handed]) -> Result<()> {
    let count = i64::try_from(moved.len()).unwrap_or(i64::MAX);
    let base = transfers::set_counter(tx, count).await?;
    let mut names = Names::default();
    for (sequence, Handed { from_id, to_id, object }) in (base + 1..).zip(moved) {
        if transfer.what == What::HandOver {
            share(tx, transfer.keeps, (from_id, to_id.as_deref()), &object.id).await?;
        }
        let change = Change {
            sequence,
            transfer_id: transfer.id.clone(),
            what: transfer.what.word().to_owned(),
            object_id: object.id.clone(),
            kind: object.kind.clone(),
            external_id: object.external_id.clone(),
            title: object.title.clone(),
            from: from_id.clone(),
            to: to_id.clone(),
            previous_owner_keeps: transfer.keeps.word().to_owned(),
            at_ms: cx.now_ms,
        };
        transfers::insert_change(tx, &change).await?;
        *transfer.counts.entry(object.kind.clone()).or_default() += 1;
        let about = |owner: Option<&str>, name: Option<String>| {
            json!({ "kind": object.kind, "externalId": object.external_id, "title": object.title, "owner": owner,
                "ownerName": name, "transfer": transfer.id })
        };
        let from_name = names.of(tx, Some(from_id)).await?;
        let to_name = names.of(tx, to_id.as_deref()).await?;
        let event = audit::Event::new(transfer.what.event(), "object", &object.id)
            .before(about(Some(from_id), from_name))
            .after(about(to_id.as_deref(), to_name));
        audit::record_as(tx, cx, event, transfer.actor_id.as_deref(), &transfer.actor_name).await?;
    }
    transfer.moved += count;
    Ok(())
}

/// Writes into the trails of those who gave objects away, and of those who have them now, how many they were.
async fn tell_people(tx: &mut Tx, cx: &Cx, transfer: &Transfer) -> Result<()> {
    if transfer.what != What::HandOver || transfer.moved == 0 {
        return Ok(());
    }
    let moved = match (&transfer.from_user_id, &transfer.to_user_id) {
        (Some(from), Some(to)) => vec![(from.clone(), Some(to.clone()), transfer.moved)],
        _ => transfers::count_moved(tx, &transfer.id).await?,
    };
    let (mut given, mut received) = (BTreeMap::<String, i64>::new(), BTreeMap::<String, i64>::new());
    for (from, to, count) in moved {
        *given.entry(from).or_default() += count;
        if let Some(to) = to {
            *received.entry(to).or_default() += count;
        }
    }
    let of_givers = given.iter().map(|(id, count)| {
        let told = json!({ "objects": count, "to": transfer.to_name, "transfer": transfer.id });
        audit::Event::user("ownership.give", id).after(told)
    });
    let of_receivers = received.iter().map(|(id, count)| {
        let told = json!({ "objects": count, "from": transfer.from_name, "transfer": transfer.id });
        audit::Event::user("ownership.receive", id).after(told)
    });
    for event in of_givers.chain(of_receivers) {
        audit::record_as(tx, cx, event, transfer.actor_id.as_deref(), &transfer.actor_name).await?;
    }
    Ok(())
}

/// The new owner needs no share, and the former one keeps what was chosen.
async fn share(
    tx: &mut Tx,
    keeps: Keeps,
    (from_id, to_id): (&str, Option<&str>),
    object_id: &str,
) -> Result<()> {
    if let Some(to_id) = to_id {
        store::delete_share(tx, object_id, to_id).await?;
    }
    if keeps == Keeps::Nothing {
        return Ok(());
    }
    let share = Share {
        party_kind: "user".to_owned(),
        party_id: from_id.to_owned(),
        rule: keeps.word().to_owned(),
        subscribed: false,
    };
    store::set_share(tx, object_id, &share).await
}

/// Hands over objects that were chosen one by one, whoever owns them; those of the receiver stay as they are.
/// Refuses with `ownership.nothing_chosen`, `ownership.too_many`, `ownership.unknown_user`, `ownership.switched_off` or
/// `ownership.unknown_object`; faces of our own foresee it first, and do not get past `ownership.only_invited`.
pub async fn transfer_objects(cx: &Cx, ids: &[String], to: &str, keeps: Keeps) -> Result<Transfer> {
    cx.require(Permission::ManageOwnership)?;
    if ids.is_empty() {
        return Err(NOTHING_CHOSEN.into());
    }
    if ids.len() > TICKED_MAX {
        return Err(TOO_MANY.with("maximum", TICKED_MAX).into());
    }
    let mut tx = cx.db.write().await?;
    // Held first: whoever hands over the same object meanwhile is waited for, and its new owner is seen.
    hold(&mut tx).await?;
    let transfer = transfer_objects_in(&mut tx, cx, ids, to, keeps).await?;
    tx.commit().await?;
    Ok(transfer)
}

/// Like [`transfer_objects`], inside another action that holds the feed.
pub(super) async fn transfer_objects_in(
    tx: &mut Tx,
    cx: &Cx,
    ids: &[String],
    to: &str,
    keeps: Keeps,
) -> Result<Transfer> {
    let to = receiver_of_script(tx, to).await?;
    let (mut moved, mut givers) = (Vec::with_capacity(ids.len()), BTreeMap::new());
    for id in ids {
        let object = store::find(tx, id).await?.ok_or(UNKNOWN_OBJECT)?;
        if object.owner.id == to.id {
            continue;
        }
        let set = transfers::set_one(tx, id, (&object.owner.id, &to.id), cx.now_ms).await?;
        moved.push(Handed {
            from_id: object.owner.id.clone(),
            to_id: Some(to.id.clone()),
            object: set.ok_or(UNKNOWN_OBJECT)?,
        });
        givers.insert(object.owner.id, object.owner.name);
    }
    let mut transfer = record_of_several(cx, &to, keeps, 0)?;
    // Ticked one by one, but all of one owner: that is whose they were.
    if givers.len() == 1
        && let Some((id, name)) = givers.pop_first()
    {
        (transfer.from_user_id, transfer.from_name) = (Some(id), name);
    }
    transfers::insert(tx, &transfer).await?;
    note(tx, cx, &mut transfer, &moved).await?;
    transfer.state = State::Done;
    transfer.finished_at_ms = Some(cx.now_ms);
    transfer.total = transfer.moved;
    tell_people(tx, cx, &transfer).await?;
    transfers::set(tx, &transfer).await?;
    Ok(transfer)
}

/// Holds the feed of changes until the commit. For an action that hands over after it recorded an event: all
/// hold first the feed and then the audit trail, or two of them would wait for each other.
pub async fn hold(tx: &mut Tx) -> Result<()> {
    transfers::set_counter(tx, 0).await?;
    Ok(())
}
