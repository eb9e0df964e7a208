//! SQL of the tables `ownership_transfers`, `ownership_changes` and `ownership_counter`, and of the statements
//! that move objects.

use seatwarden_base::{
    Error, Result,
    db::{Row, Tx},
};

use super::{
    super::{
        hand_over::MovedObject,
        model::{Change, Keeps, ObjectKind, State, Transfer, What},
    },
    owner,
};

/// An object that was just moved.
pub(in super::super) struct Moved {
    pub(in super::super) id: String,
    pub(in super::super) kind: String,
    pub(in super::super) external_id: String,
    pub(in super::super) title: String,
}

fn moved(row: &Row) -> Result<Moved> {
    Ok(Moved { id: row.get(0)?, kind: row.get(1)?, external_id: row.get(2)?, title: row.get(3)? })
}

/// What the next step of a transfer works on.
pub(in super::super) struct Step<'a> {
    pub(in super::super) from_id: &'a str,
    pub(in super::super) to_id: &'a str,
    pub(in super::super) kind: Option<ObjectKind>,
    pub(in super::super) now_ms: i64,
    pub(in super::super) limit: i64,
}

const HAND_OVER: &str = "update owned_objects set owner_id = $2, updated_at_ms = $3 where owner_id = $1 \
     and removed_at_ms is null and id in (select id from owned_objects where owner_id = $1 \
     and removed_at_ms is null and $5 = '' order by id limit $4) returning id, kind, external_id, title";
const HAND_OVER_KIND: &str = "update owned_objects set owner_id = $2, updated_at_ms = $3 where owner_id = $1 \
     and removed_at_ms is null and id in (select id from owned_objects where owner_id = $1 \
     and removed_at_ms is null and kind = $5 order by id limit $4) returning id, kind, external_id, title";
const REMOVE: &str = "update owned_objects set owner_id = $2, removed_at_ms = $3 where owner_id = $1 \
     and removed_at_ms is null and id in (select id from owned_objects where owner_id = $1 \
     and removed_at_ms is null and $5 = '' order by id limit $4) returning id, kind, external_id, title";
const REMOVE_KIND: &str = "update owned_objects set owner_id = $2, removed_at_ms = $3 where owner_id = $1 \
     and removed_at_ms is null and id in (select id from owned_objects where owner_id = $1 \
     and removed_at_ms is null and kind = $5 order by id limit $4) returning id, kind, external_id, title";
const RESTORE: &str = "update owned_objects set owner_id = $2, updated_at_ms = $3, removed_at_ms = null \
     where owner_id = $1 and removed_at_ms is not null and id in (select id from owned_objects \
     where owner_id = $1 and removed_at_ms is not null and $5 = '' order by id limit $4) \
     returning id, kind, external_id, title";

/// Moves the next objects of a transfer.
pub(in super::super) async fn set_step(tx: &mut Tx, what: What, step: &Step<'_>) -> Result<Vec<Moved>> {
    let text = match (what, step.kind) {
        (What::HandOver, None) => HAND_OVER,
        (What::HandOver, Some(_)) => HAND_OVER_KIND,
        (What::Remove, None) => REMOVE,
        (What::Remove, Some(_)) => REMOVE_KIND,
        (What::Restore, _) => RESTORE,
    };
    let kind = if what == What::Restore { "" } else { step.kind.map_or("", ObjectKind::word) };
    let rows = tx
        .sql(text)
        .bind(step.from_id)
        .bind(step.to_id)
        .bind(step.now_ms)
        .bind(step.limit)
        .bind(kind)
        .all()
        .await?;
    rows.iter().map(moved).collect()
}

/// Moves one object to another owner, unless its owner changed meanwhile.
pub(in super::super) async fn set_one(
    tx: &mut Tx,
    id: &str,
    (from_id, to_id): (&str, &str),
    now_ms: i64,
) -> Result<Option<Moved>> {
    let row = tx
        .sql(
            "update owned_objects set owner_id = $3, updated_at_ms = $4 where id = $1 and owner_id = $2 \
             and removed_at_ms is null returning id, kind, external_id, title",
        )
        .bind(id)
        .bind(from_id)
        .bind(to_id)
        .bind(now_ms)
        .first()
        .await?;
    row.as_ref().map(moved).transpose()
}

/// Adds a transfer.
pub(in super::super) async fn insert(tx: &mut Tx, transfer: &Transfer) -> Result<()> {
    tx.sql(
        "insert into ownership_transfers (id, what, from_user_id, from_name, to_user_id, to_name, kind, keeps, \
         actor_id, actor_name, state, total, moved, counts, created_at_ms, back_of, search, place) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, '{}', $13, $14, $15, $16)",
    )
    .bind(transfer.id.as_str())
    .bind(transfer.what.word())
    .bind(transfer.from_user_id.as_deref())
    .bind(transfer.from_name.as_str())
    .bind(transfer.to_user_id.as_deref())
    .bind(transfer.to_name.as_str())
    .bind(transfer.kind.map(ObjectKind::word))
    .bind(transfer.keeps.word())
    .bind(transfer.actor_id.as_deref())
    .bind(transfer.actor_name.as_str())
    .bind(transfer.state.word())
    .bind(transfer.total)
    .bind(transfer.created_at_ms)
    .bind(transfer.back_of.as_deref())
    .bind(transfer.search.as_deref())
    .bind(transfer.place.as_deref())
    .run()
    .await?;
    Ok(())
}

fn transfer(row: &Row) -> Result<Transfer> {
    let (what, keeps, state): (String, String, String) = (row.get(1)?, row.get(7)?, row.get(10)?);
    let (kind, counts): (Option<String>, String) = (row.get(6)?, row.get(13)?);
    Ok(Transfer {
        id: row.get(0)?,
        what: What::of_word(&what),
        from_user_id: row.get(2)?,
        from_name: row.get(3)?,
        to_user_id: row.get(4)?,
        to_name: row.get(5)?,
        kind: kind.and_then(|word| ObjectKind::of_word(&word).ok()),
        keeps: Keeps::of_word(&keeps).unwrap_or_default(),
        actor_id: row.get(8)?,
        actor_name: row.get(9)?,
        state: State::of_word(&state),
        total: row.get(11)?,
        moved: row.get(12)?,
        counts: serde_json::from_str(&counts).map_err(|cause| Error::fault("reading a transfer", cause))?,
        created_at_ms: row.get(14)?,
        finished_at_ms: row.get(15)?,
        back_of: row.get(16)?,
        search: row.get(17)?,
        place: row.get(18)?,
    })
}

/// A transfer.
pub(in super::super) async fn find(tx: &mut Tx, id: &str) -> Result<Option<Transfer>> {
    let row = tx
        .sql(
            "select id, what, from_user_id, from_name, to_user_id, to_name, kind, keeps, actor_id, actor_name, \
             state, total, moved, counts, created_at_ms, finished_at_ms, back_of, search, place \
             from ownership_transfers where id = $1",
        )
        .bind(id)
        .first()
        .await?;
    row.as_ref().map(transfer).transpose()
}

/// A transfer that is still running, held until the commit so that no second run of its job moves along.
pub(in super::super) async fn find_held(tx: &mut Tx, id: &str) -> Result<Option<Transfer>> {
    let row = tx
        .sql(
            "update ownership_transfers set state = state where id = $1 and state = 'running' \
             returning id, what, from_user_id, from_name, to_user_id, to_name, kind, keeps, actor_id, actor_name, \
             state, total, moved, counts, created_at_ms, finished_at_ms, back_of, search, place",
        )
        .bind(id)
        .first()
        .await?;
    row.as_ref().map(transfer).transpose()
}

/// Transfers of what a user left that began at a time or later and are still running, held until the commit. Not the way
/// back of what somebody else had given them.
pub(in super::super) async fn list_leaving_held(
    tx: &mut Tx,
    user_id: &str,
    since_ms: i64,
) -> Result<Vec<Transfer>> {
    let rows = tx
        .sql(
            "update ownership_transfers set state = state where from_user_id = $1 and created_at_ms >= $2 \
             and id >= $3 and state = 'running' and what <> 'restore' and back_of is null \
             returning id, what, from_user_id, from_name, to_user_id, to_name, kind, keeps, actor_id, actor_name, \
             state, total, moved, counts, created_at_ms, finished_at_ms, back_of, search, place",
        )
        .bind(user_id)
        .bind(since_ms)
        // Ids begin with their second: those from before need not be looked at.
        .bind(format!("{:08x}", since_ms.div_euclid(1_000)))
        .all()
        .await?;
    rows.iter().map(transfer).collect()
}

/// Transfers before one of them in the order of their ids, newest first.
pub(in super::super) async fn list(tx: &mut Tx, before_id: &str, limit: i64) -> Result<Vec<Transfer>> {
    let rows = tx
        .sql(
            "select id, what, from_user_id, from_name, to_user_id, to_name, kind, keeps, actor_id, actor_name, \
             state, total, moved, counts, created_at_ms, finished_at_ms, back_of, search, place \
             from ownership_transfers where id < $1 order by id desc limit $2",
        )
        .bind(before_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(transfer).collect()
}

/// Notes how far a transfer is.
pub(in super::super) async fn set(tx: &mut Tx, transfer: &Transfer) -> Result<()> {
    let counts =
        serde_json::to_string(&transfer.counts).map_err(|cause| Error::fault("writing a transfer", cause))?;
    tx.sql(
        "update ownership_transfers set state = $2, total = $3, moved = $4, counts = $5, finished_at_ms = $6, \
         place = $7 where id = $1",
    )
    .bind(transfer.id.as_str())
    .bind(transfer.state.word())
    .bind(transfer.total)
    .bind(transfer.moved)
    .bind(counts)
    .bind(transfer.finished_at_ms)
    .bind(transfer.place.as_deref())
    .run()
    .await?;
    Ok(())
}

/// Takes numbers for changes, and holds the counter until the commit; the number before the first.
pub(in super::super) async fn set_counter(tx: &mut Tx, count: i64) -> Result<i64> {
    let row = tx
        .sql(
            "update ownership_counter set last_sequence = last_sequence + $1 where slot = 1 \
             returning last_sequence",
        )
        .bind(count)
        .one()
        .await?;
    let last: i64 = row.get(0)?;
    Ok(last - count)
}

/// Adds a change to the feed.
pub(in super::super) async fn insert_change(tx: &mut Tx, change: &Change) -> Result<()> {
    tx.sql(
        "insert into ownership_changes (sequence, transfer_id, what, object_id, kind, external_id, title, \
         from_user_id, to_user_id, keeps, at_ms) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(change.sequence)
    .bind(change.transfer_id.as_str())
    .bind(change.what.as_str())
    .bind(change.object_id.as_str())
    .bind(change.kind.as_str())
    .bind(change.external_id.as_str())
    .bind(change.title.as_str())
    .bind(change.from.as_str())
    .bind(change.to.as_deref())
    .bind(change.previous_owner_keeps.as_str())
    .bind(change.at_ms)
    .run()
    .await?;
    Ok(())
}

/// Changes after a place in the feed, oldest first.
pub(in super::super) async fn list_changes(tx: &mut Tx, after: i64, limit: i64) -> Result<Vec<Change>> {
    let rows = tx
        .sql(
            "select sequence, transfer_id, what, object_id, kind, external_id, title, from_user_id, to_user_id, \
             keeps, at_ms from ownership_changes where sequence > $1 order by sequence limit $2",
        )
        .bind(after)
        .bind(limit)
        .all()
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Change {
                sequence: row.get(0)?,
                transfer_id: row.get(1)?,
                what: row.get(2)?,
                object_id: row.get(3)?,
                kind: row.get(4)?,
                external_id: row.get(5)?,
                title: row.get(6)?,
                from: row.get(7)?,
                to: row.get(8)?,
                previous_owner_keeps: row.get(9)?,
                at_ms: row.get(10)?,
            })
        })
        .collect()
}

/// What a transfer moved after a place in the feed, in the order of the feed, with whose it is now.
pub(in super::super) async fn list_moved(
    tx: &mut Tx,
    transfer_id: &str,
    after: i64,
    limit: i64,
) -> Result<Vec<MovedObject>> {
    let rows = tx
        .sql(
            "select c.sequence, c.object_id, c.kind, c.external_id, c.title, c.to_user_id, \
             g.id is not null and (g.active or g.invited_at_ms is not null), o.owner_id, \
             c.from_user_id, g.email, g.user_name, g.first_name, g.last_name, gf.name, \
             o.owner_id, n.email, n.user_name, n.first_name, n.last_name, nf.name from ownership_changes c \
             left join owned_objects o on o.id = c.object_id and o.removed_at_ms is null \
             left join users g on g.id = c.from_user_id left join former_owners gf on gf.user_id = c.from_user_id \
             left join users n on n.id = o.owner_id left join former_owners nf on nf.user_id = o.owner_id \
             where c.transfer_id = $1 and c.sequence > $2 order by c.sequence limit $3",
        )
        .bind(transfer_id)
        .bind(after)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(moved_object).collect()
}

fn moved_object(row: &Row) -> Result<MovedObject> {
    let kind: String = row.get(2)?;
    let is_there = row.get::<Option<String>>(7)?.is_some();
    Ok(MovedObject {
        sequence: row.get(0)?,
        id: row.get(1)?,
        kind: ObjectKind::of_word(&kind).unwrap_or(ObjectKind::Other),
        external_id: row.get(3)?,
        title: row.get(4)?,
        to_id: row.get(5)?,
        can_return: row.get(6)?,
        from: owner(row, 8)?,
        now: is_there.then(|| owner(row, 14)).transpose()?,
    })
}

/// How many objects went from whom to whom in a transfer.
pub(in super::super) async fn count_moved(
    tx: &mut Tx,
    transfer_id: &str,
) -> Result<Vec<(String, Option<String>, i64)>> {
    let rows = tx
        .sql(
            "select from_user_id, to_user_id, count(*) from ownership_changes where transfer_id = $1 \
             group by from_user_id, to_user_id order by from_user_id, to_user_id",
        )
        .bind(transfer_id)
        .all()
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).collect()
}

/// Removes the oldest changes if they are older than this, at most `limit`; how many.
pub(in super::super) async fn delete_old_changes(tx: &mut Tx, before_ms: i64, limit: i64) -> Result<u64> {
    tx.sql(
        "delete from ownership_changes where sequence in (select sequence from ownership_changes \
         order by sequence limit $2) and at_ms < $1",
    )
    .bind(before_ms)
    .bind(limit)
    .run()
    .await
}
