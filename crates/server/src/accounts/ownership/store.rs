//! SQL of the tables `owned_objects`, `object_shares` and `former_owners`; reads `users` for names. The tables of
//! transfers are in `store/transfers.rs`.

pub(super) mod transfers;

use seatwarden_base::{
    Result,
    db::{Row, Tx},
};

use super::model::{Checked, Counts, ObjectKind, OwnedObject, Owner, Share};

/// A user as this room needs them.
pub(super) fn owner(row: &Row, at: usize) -> Result<Owner> {
    let id: String = row.get(at)?;
    let email: Option<String> = row.get(at + 1)?;
    let Some(email) = email else {
        let name: Option<String> = row.get(at + 5)?;
        return Ok(Owner {
            name: name.unwrap_or_else(|| id.clone()),
            id,
            email: String::new(),
            is_former: true,
        });
    };
    let user_name: String = row.get(at + 2)?;
    let (first, last): (String, String) = (row.get(at + 3)?, row.get(at + 4)?);
    let full = format!("{first} {last}");
    let name = if full.trim().is_empty() { user_name } else { full.trim().to_owned() };
    Ok(Owner { id, name, email, is_former: false })
}

fn object(row: &Row) -> Result<OwnedObject> {
    let kind: String = row.get(1)?;
    Ok(OwnedObject {
        id: row.get(0)?,
        kind: ObjectKind::of_word(&kind).unwrap_or(ObjectKind::Other),
        external_id: row.get(2)?,
        title: row.get(3)?,
        created_at_ms: row.get(4)?,
        updated_at_ms: row.get(5)?,
        owner: owner(row, 6)?,
    })
}

/// The user with this id, or whom this name signs in.
pub(super) async fn find_user(tx: &mut Tx, id: &str, name_key: &str) -> Result<Option<Owner>> {
    let row = tx
        .sql(
            "select u.id, u.email, u.user_name, u.first_name, u.last_name, u.email from users u where u.id = $1 \
             union all select u.id, u.email, u.user_name, u.first_name, u.last_name, u.email \
             from sign_in_names n join users u on u.id = n.user_id where n.name_key = $2 and u.id <> $1",
        )
        .bind(id)
        .bind(name_key)
        .first()
        .await?;
    row.map(|row| owner(&row, 0)).transpose()
}

/// The deleted user of whom something is left.
pub(super) async fn find_former(tx: &mut Tx, id: &str) -> Result<Option<Owner>> {
    let row = tx.sql("select name from former_owners where user_id = $1").bind(id).first().await?;
    row.map(|row| Ok(Owner { id: id.to_owned(), name: row.get(0)?, email: String::new(), is_former: true }))
        .transpose()
}

/// Users in whose names or address this stands, at most `limit`.
pub(super) async fn list_users_like(tx: &mut Tx, pattern: &str, limit: i64) -> Result<Vec<Owner>> {
    let rows = tx
        .sql(
            "select u.id, u.email, u.user_name, u.first_name, u.last_name, u.email from users u \
             where u.search_text like $1 escape '!' order by u.user_name_key, u.id limit $2",
        )
        .bind(pattern)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| owner(row, 0)).collect()
}

/// One object that is not removed.
pub(super) async fn find(tx: &mut Tx, id: &str) -> Result<Option<OwnedObject>> {
    let row = tx
        .sql(
            "select o.id, o.kind, o.external_id, o.title, o.created_at_ms, o.updated_at_ms, o.owner_id, u.email, \
             u.user_name, u.first_name, u.last_name, f.name from owned_objects o \
             left join users u on u.id = o.owner_id left join former_owners f on f.user_id = o.owner_id \
             where o.id = $1 and o.removed_at_ms is null",
        )
        .bind(id)
        .first()
        .await?;
    row.as_ref().map(object).transpose()
}

/// Id, owner, title, and whether it is removed, of the object that the platform calls so.
pub(super) async fn find_external(
    tx: &mut Tx,
    kind: ObjectKind,
    external_id: &str,
) -> Result<Option<(String, String, String, bool)>> {
    let row = tx
        .sql(
            "select id, owner_id, title, removed_at_ms is not null from owned_objects \
             where kind = $1 and external_id = $2",
        )
        .bind(kind.word())
        .bind(external_id)
        .first()
        .await?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))).transpose()
}

/// Where a list goes on, what it looks for, and how far it looks.
pub(super) struct Look<'a> {
    pub(super) owner_id: Option<&'a str>,
    pub(super) kind: Option<ObjectKind>,
    pub(super) before_id: &'a str,
    /// How many rows are looked at.
    pub(super) scan: i64,
    pub(super) pattern: &'a str,
    pub(super) limit: i64,
}

// Of each pair, the first finds objects and the second says where the looking ended and how much was looked at.
// Each way of filtering has an index of its own.
const LIST: &str = "with scanned as (select * from owned_objects where removed_at_ms is null and id < $1 \
     and $5 = '' and $6 = '' order by id desc limit $2) \
     select o.id, o.kind, o.external_id, o.title, o.created_at_ms, o.updated_at_ms, o.owner_id, u.email, \
     u.user_name, u.first_name, u.last_name, f.name from scanned o left join users u on u.id = o.owner_id \
     left join former_owners f on f.user_id = o.owner_id where o.search_text like $3 escape '!' \
     order by o.id desc limit $4";
const LIST_OF_KIND: &str = "with scanned as (select * from owned_objects where removed_at_ms is null and id < $1 \
     and $5 = '' and kind = $6 order by id desc limit $2) \
     select o.id, o.kind, o.external_id, o.title, o.created_at_ms, o.updated_at_ms, o.owner_id, u.email, \
     u.user_name, u.first_name, u.last_name, f.name from scanned o left join users u on u.id = o.owner_id \
     left join former_owners f on f.user_id = o.owner_id where o.search_text like $3 escape '!' \
     order by o.id desc limit $4";
const LIST_OF_OWNER: &str = "with scanned as (select * from owned_objects where removed_at_ms is null and id < $1 \
     and owner_id = $5 and $6 = '' order by id desc limit $2) \
     select o.id, o.kind, o.external_id, o.title, o.created_at_ms, o.updated_at_ms, o.owner_id, u.email, \
     u.user_name, u.first_name, u.last_name, f.name from scanned o left join users u on u.id = o.owner_id \
     left join former_owners f on f.user_id = o.owner_id where o.search_text like $3 escape '!' \
     order by o.id desc limit $4";
const LIST_OF_BOTH: &str = "with scanned as (select * from owned_objects where removed_at_ms is null and id < $1 \
     and owner_id = $5 and kind = $6 order by id desc limit $2) \
     select o.id, o.kind, o.external_id, o.title, o.created_at_ms, o.updated_at_ms, o.owner_id, u.email, \
     u.user_name, u.first_name, u.last_name, f.name from scanned o left join users u on u.id = o.owner_id \
     left join former_owners f on f.user_id = o.owner_id where o.search_text like $3 escape '!' \
     order by o.id desc limit $4";
const END: &str = "select min(id), count(*) from (select id from owned_objects where removed_at_ms is null \
     and id < $1 and $3 = '' and $4 = '' order by id desc limit $2) as scanned";
const END_OF_KIND: &str = "select min(id), count(*) from (select id from owned_objects where removed_at_ms is null \
     and id < $1 and $3 = '' and kind = $4 order by id desc limit $2) as scanned";
const END_OF_OWNER: &str = "select min(id), count(*) from (select id from owned_objects \
     where removed_at_ms is null and id < $1 and owner_id = $3 and $4 = '' order by id desc limit $2) as scanned";
const END_OF_BOTH: &str = "select min(id), count(*) from (select id from owned_objects \
     where removed_at_ms is null and id < $1 and owner_id = $3 and kind = $4 order by id desc limit $2) as scanned";

/// Objects before a place in the order of their ids, newest first.
pub(super) async fn list(tx: &mut Tx, look: &Look<'_>) -> Result<Vec<OwnedObject>> {
    let text = match (look.owner_id, look.kind) {
        (None, None) => LIST,
        (None, Some(_)) => LIST_OF_KIND,
        (Some(_), None) => LIST_OF_OWNER,
        (Some(_), Some(_)) => LIST_OF_BOTH,
    };
    let rows = tx
        .sql(text)
        .bind(look.before_id)
        .bind(look.scan)
        .bind(look.pattern)
        .bind(look.limit)
        .bind(look.owner_id.unwrap_or_default())
        .bind(look.kind.map_or("", ObjectKind::word))
        .all()
        .await?;
    rows.iter().map(object).collect()
}

/// The id at which the looking of [`list`] ended, if it ended before all was looked at.
pub(super) async fn find_end(tx: &mut Tx, look: &Look<'_>) -> Result<Option<String>> {
    let text = match (look.owner_id, look.kind) {
        (None, None) => END,
        (None, Some(_)) => END_OF_KIND,
        (Some(_), None) => END_OF_OWNER,
        (Some(_), Some(_)) => END_OF_BOTH,
    };
    let row = tx
        .sql(text)
        .bind(look.before_id)
        .bind(look.scan)
        .bind(look.owner_id.unwrap_or_default())
        .bind(look.kind.map_or("", ObjectKind::word))
        .one()
        .await?;
    let looked_at: i64 = row.get(1)?;
    if looked_at < look.scan { Ok(None) } else { row.get(0) }
}

/// How many objects of each kind a user owns.
pub(super) async fn count_by_kind(tx: &mut Tx, owner_id: &str) -> Result<Counts> {
    let rows = tx
        .sql(
            "select kind, count(*) from owned_objects where owner_id = $1 and removed_at_ms is null \
             group by kind order by kind",
        )
        .bind(owner_id)
        .all()
        .await?;
    let mut counts = Counts::with_capacity(rows.len());
    for row in &rows {
        let kind: String = row.get(0)?;
        counts.push((ObjectKind::of_word(&kind).unwrap_or(ObjectKind::Other), row.get(1)?));
    }
    counts.sort();
    Ok(counts)
}

/// How many removed objects of a user could be put back.
pub(super) async fn count_removed(tx: &mut Tx, owner_id: &str) -> Result<i64> {
    tx.sql("select count(*) from owned_objects where owner_id = $1 and removed_at_ms is not null")
        .bind(owner_id)
        .one()
        .await?
        .get(0)
}

/// Adds an object; false if it is there already.
pub(super) async fn insert(
    tx: &mut Tx,
    id: &str,
    object: &Checked,
    owner_id: &str,
    now_ms: i64,
) -> Result<bool> {
    let added = tx
        .sql(
            "insert into owned_objects (id, kind, external_id, title, search_text, owner_id, created_at_ms, \
             updated_at_ms) values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict (kind, external_id) do nothing",
        )
        .bind(id)
        .bind(object.kind.word())
        .bind(object.external_id.as_str())
        .bind(object.title.as_str())
        .bind(object.search_text())
        .bind(owner_id)
        .bind(now_ms)
        .run()
        .await?;
    Ok(added == 1)
}

/// Gives an object another title and owner, unless its owner changed meanwhile. One that was removed is back.
pub(super) async fn set(
    tx: &mut Tx,
    id: &str,
    object: &Checked,
    (from_id, owner_id): (&str, &str),
    now_ms: i64,
) -> Result<bool> {
    let changed = tx
        .sql(
            "update owned_objects set title = $2, search_text = $3, owner_id = $4, updated_at_ms = $5, \
             removed_at_ms = null where id = $1 and owner_id = $6",
        )
        .bind(id)
        .bind(object.title.as_str())
        .bind(object.search_text())
        .bind(owner_id)
        .bind(now_ms)
        .bind(from_id)
        .run()
        .await?;
    Ok(changed == 1)
}

/// Removes an object for good.
pub(super) async fn delete(tx: &mut Tx, id: &str) -> Result<bool> {
    let deleted =
        tx.sql("delete from owned_objects where id = $1 and removed_at_ms is null").bind(id).run().await?;
    Ok(deleted == 1)
}

/// Removes for good what was removed of a deleted user, at most `limit`; how many.
pub(super) async fn delete_removed(tx: &mut Tx, owner_id: &str, limit: i64) -> Result<u64> {
    tx.sql(
        "delete from owned_objects where id in (select id from owned_objects where owner_id = $1 \
         and removed_at_ms is not null limit $2)",
    )
    .bind(owner_id)
    .bind(limit)
    .run()
    .await
}

/// Lets somebody use an object.
pub(super) async fn set_share(tx: &mut Tx, object_id: &str, share: &Share) -> Result<()> {
    tx.sql(
        "insert into object_shares (object_id, party_kind, party_id, rule) values ($1, $2, $3, $4) \
         on conflict (object_id, party_kind, party_id) do update set rule = excluded.rule",
    )
    .bind(object_id)
    .bind(share.party_kind.as_str())
    .bind(share.party_id.as_str())
    .bind(share.rule.as_str())
    .run()
    .await?;
    Ok(())
}

/// Ends one user's share of an object.
pub(super) async fn delete_share(tx: &mut Tx, object_id: &str, user_id: &str) -> Result<()> {
    tx.sql("delete from object_shares where object_id = $1 and party_kind = 'user' and party_id = $2")
        .bind(object_id)
        .bind(user_id)
        .run()
        .await?;
    Ok(())
}

/// Ends every share of an object.
pub(super) async fn delete_shares(tx: &mut Tx, object_id: &str) -> Result<()> {
    tx.sql("delete from object_shares where object_id = $1").bind(object_id).run().await?;
    Ok(())
}

/// Who may use an object; at most 1,000.
pub(super) async fn list_shares(tx: &mut Tx, object_id: &str) -> Result<Vec<Share>> {
    let rows = tx
        .sql(
            "select party_kind, party_id, rule from object_shares where object_id = $1 \
             order by party_kind, party_id limit 1000",
        )
        .bind(object_id)
        .all()
        .await?;
    rows.iter()
        .map(|row| Ok(Share { party_kind: row.get(0)?, party_id: row.get(1)?, rule: row.get(2)? }))
        .collect()
}

/// Remembers what a deleted user was called.
pub(super) async fn set_former(tx: &mut Tx, user_id: &str, name: &str, now_ms: i64) -> Result<()> {
    tx.sql(
        "insert into former_owners (user_id, name, since_ms) values ($1, $2, $3) \
         on conflict (user_id) do update set name = excluded.name, since_ms = excluded.since_ms",
    )
    .bind(user_id)
    .bind(name)
    .bind(now_ms)
    .run()
    .await?;
    Ok(())
}

/// Forgets the name of a deleted user.
pub(super) async fn delete_former(tx: &mut Tx, user_id: &str) -> Result<()> {
    tx.sql("delete from former_owners where user_id = $1").bind(user_id).run().await?;
    Ok(())
}

/// Whether anything, removed or not, is still registered for a user.
pub(super) async fn find_any(tx: &mut Tx, owner_id: &str) -> Result<bool> {
    let row = tx
        .sql(
            "select 1 where exists (select 1 from owned_objects where owner_id = $1 and removed_at_ms is null) \
             or exists (select 1 from owned_objects where owner_id = $1 and removed_at_ms is not null)",
        )
        .bind(owner_id)
        .first()
        .await?;
    Ok(row.is_some())
}
