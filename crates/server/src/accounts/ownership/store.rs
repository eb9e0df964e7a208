//! SQL of the tables `owned_objects`, `object_shares` and `former_owners`; reads `users` for names. The tables of
//! transfers are in `store/transfers.rs`; folders, and the lists of the platform, are in `store/folders.rs`, and
//! what several users own in `store/together.rs`.

pub(super) mod folders;
pub(super) mod together;
pub(super) mod transfers;

use seatwarden_base::{
    Error, Result,
    db::{Engine, Row, Tx},
};

use super::model::{Checked, Counts, Folder, ObjectKind, OwnedObject, Owner, Share, Standing, search_text};
use crate::text::name_key;

/// A user as this room needs them.
pub(super) fn owner(row: &Row, at: usize) -> Result<Owner> {
    let id: String = row.get(at)?;
    let email: Option<String> = row.get(at + 1)?;
    let Some(email) = email else {
        let name: Option<String> = row.get(at + 5)?;
        return Ok(Owner {
            name: name.unwrap_or_else(|| id.clone()),
            id,
            is_former: true,
            ..Owner::default()
        });
    };
    let user_name: String = row.get(at + 2)?;
    let (first, last): (String, String) = (row.get(at + 3)?, row.get(at + 4)?);
    let full = format!("{first} {last}");
    let name = if full.trim().is_empty() { user_name.clone() } else { full.trim().to_owned() };
    Ok(Owner { id, name, user_name, email, ..Owner::default() })
}

fn object(row: &Row) -> Result<OwnedObject> {
    let kind: String = row.get(1)?;
    let folder: Option<String> = row.get(12)?;
    Ok(OwnedObject {
        id: row.get(0)?,
        kind: ObjectKind::of_word(&kind).unwrap_or(ObjectKind::Other),
        external_id: row.get(2)?,
        title: row.get(3)?,
        created_at_ms: row.get(4)?,
        updated_at_ms: row.get(5)?,
        owner: owner(row, 6)?,
        folder: folder.map(|id| Ok::<_, Error>(Folder { id, external_id: row.get(13)? })).transpose()?,
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

/// Users with this full name in lower case, at most `limit`.
pub(super) async fn list_users_called(tx: &mut Tx, full_name_key: &str, limit: i64) -> Result<Vec<Owner>> {
    let rows = tx
        .sql(
            "select id, email, user_name, first_name, last_name, email from users where full_name_key = $1 \
             order by id limit $2",
        )
        .bind(full_name_key)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| owner(row, 0)).collect()
}

/// How the user with this id stands to what they are to get.
pub(super) async fn find_standing(tx: &mut Tx, id: &str) -> Result<Standing> {
    let row = tx
        .sql("select active, invited_at_ms is not null, origin = 'service' from users where id = $1")
        .bind(id)
        .first()
        .await?;
    let Some(row) = row else { return Ok(Standing::SwitchedOff) };
    let (is_active, is_invited, is_service) = (row.get(0)?, row.get(1)?, row.get(2)?);
    Ok(match (is_active, is_invited, is_service) {
        (true, _, false) => Standing::Person,
        (true, _, true) => Standing::Service,
        (false, true, _) => Standing::Invited,
        (false, false, _) => Standing::SwitchedOff,
    })
}

/// The deleted user of whom something is left.
pub(super) async fn find_former(tx: &mut Tx, id: &str) -> Result<Option<Owner>> {
    let row = tx.sql("select name from former_owners where user_id = $1").bind(id).first().await?;
    row.map(|row| Ok(Owner { id: id.to_owned(), name: row.get(0)?, is_former: true, ..Owner::default() }))
        .transpose()
}

/// Deleted users in whose names this stands, of whom something is left, at most `limit`.
pub(super) async fn list_former_like(tx: &mut Tx, pattern: &str, limit: i64) -> Result<Vec<Owner>> {
    let rows = tx
        .sql(
            "select f.user_id, f.name from former_owners f where f.name_key like $1 escape '!' \
             and exists (select 1 from owned_objects o where o.owner_id = f.user_id and o.removed_at_ms is null) \
             order by f.name_key, f.user_id limit $2",
        )
        .bind(pattern)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(former).collect()
}

/// Deleted users who were called so, at most `limit`.
pub(super) async fn list_former_named(tx: &mut Tx, name_key: &str, limit: i64) -> Result<Vec<Owner>> {
    let rows = tx
        .sql("select user_id, name from former_owners where name_key = $1 order by user_id limit $2")
        .bind(name_key)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(former).collect()
}

fn former(row: &Row) -> Result<Owner> {
    Ok(Owner { id: row.get(0)?, name: row.get(1)?, is_former: true, ..Owner::default() })
}

/// Users whose user name, address, first name or last name begins with a text in lower case, at most `limit`: each of the
/// four has an index, so it costs the same among a million.
pub(super) async fn list_users_beginning(tx: &mut Tx, beginning: &str, limit: i64) -> Result<Vec<Owner>> {
    let end = format!("{beginning}\u{10ffff}");
    let rows = tx
        .sql(
            "select u.id, u.email, u.user_name, u.first_name, u.last_name, u.email from users u where u.id in (\
             select id from (select id from users where user_name_key >= $1 and user_name_key < $2 \
             order by user_name_key limit $3) as named union \
             select id from (select id from users where email_key >= $1 and email_key < $2 \
             order by email_key limit $3) as mailed union \
             select id from (select id from users where full_name_key >= $1 and full_name_key < $2 \
             order by full_name_key limit $3) as first union \
             select id from (select id from users where last_name_key >= $1 and last_name_key < $2 \
             order by last_name_key limit $3) as last) order by u.user_name_key, u.id limit $3",
        )
        .bind(beginning)
        .bind(end.as_str())
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
             u.user_name, u.first_name, u.last_name, f.name, p.id, p.external_id from owned_objects o \
             left join users u on u.id = o.owner_id left join former_owners f on f.user_id = o.owner_id \
             left join owned_objects p on p.id = o.parent_id and p.removed_at_ms is null \
             where o.id = $1 and o.removed_at_ms is null",
        )
        .bind(id)
        .first()
        .await?;
    row.as_ref().map(object).transpose()
}

/// An object as far as registering it again has to know it.
pub(super) struct Known {
    pub(super) id: String,
    pub(super) owner_id: String,
    pub(super) title: String,
    pub(super) is_removed: bool,
    pub(super) parent_id: Option<String>,
}

/// The object that the platform calls so, removed or not.
pub(super) async fn find_external(tx: &mut Tx, kind: ObjectKind, external_id: &str) -> Result<Option<Known>> {
    let row = tx
        .sql(
            "select id, owner_id, title, removed_at_ms is not null, parent_id from owned_objects \
             where kind = $1 and external_id = $2",
        )
        .bind(kind.word())
        .bind(external_id)
        .first()
        .await?;
    row.map(|row| {
        Ok(Known {
            id: row.get(0)?,
            owner_id: row.get(1)?,
            title: row.get(2)?,
            is_removed: row.get(3)?,
            parent_id: row.get(4)?,
        })
    })
    .transpose()
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
     u.user_name, u.first_name, u.last_name, f.name, p.id, p.external_id from scanned o \
     left join users u on u.id = o.owner_id left join former_owners f on f.user_id = o.owner_id \
     left join owned_objects p on p.id = o.parent_id and p.removed_at_ms is null where o.search_text like $3 escape '!' \
     order by o.id desc limit $4";
const LIST_OF_KIND: &str = "with scanned as (select * from owned_objects where removed_at_ms is null and id < $1 \
     and $5 = '' and kind = $6 order by id desc limit $2) \
     select o.id, o.kind, o.external_id, o.title, o.created_at_ms, o.updated_at_ms, o.owner_id, u.email, \
     u.user_name, u.first_name, u.last_name, f.name, p.id, p.external_id from scanned o \
     left join users u on u.id = o.owner_id left join former_owners f on f.user_id = o.owner_id \
     left join owned_objects p on p.id = o.parent_id and p.removed_at_ms is null where o.search_text like $3 escape '!' \
     order by o.id desc limit $4";
const LIST_OF_OWNER: &str = "with scanned as (select * from owned_objects where removed_at_ms is null and id < $1 \
     and owner_id = $5 and $6 = '' order by id desc limit $2) \
     select o.id, o.kind, o.external_id, o.title, o.created_at_ms, o.updated_at_ms, o.owner_id, u.email, \
     u.user_name, u.first_name, u.last_name, f.name, p.id, p.external_id from scanned o \
     left join users u on u.id = o.owner_id left join former_owners f on f.user_id = o.owner_id \
     left join owned_objects p on p.id = o.parent_id and p.removed_at_ms is null where o.search_text like $3 escape '!' \
     order by o.id desc limit $4";
const LIST_OF_BOTH: &str = "with scanned as (select * from owned_objects where removed_at_ms is null and id < $1 \
     and owner_id = $5 and kind = $6 order by id desc limit $2) \
     select o.id, o.kind, o.external_id, o.title, o.created_at_ms, o.updated_at_ms, o.owner_id, u.email, \
     u.user_name, u.first_name, u.last_name, f.name, p.id, p.external_id from scanned o \
     left join users u on u.id = o.owner_id left join former_owners f on f.user_id = o.owner_id \
     left join owned_objects p on p.id = o.parent_id and p.removed_at_ms is null where o.search_text like $3 escape '!' \
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

const COUNT: &str = "select count(*), coalesce(sum(case when search_text like $2 escape '!' then 1 else 0 end), 0) \
     from (select search_text from owned_objects where removed_at_ms is null and $3 = '' and $4 = '' limit $1) as scanned";
const COUNT_OF_KIND: &str = "select count(*), coalesce(sum(case when search_text like $2 escape '!' then 1 else 0 end), 0) \
     from (select search_text from owned_objects where removed_at_ms is null and $3 = '' and kind = $4 limit $1) as scanned";
const COUNT_OF_OWNER: &str = "select count(*), coalesce(sum(case when search_text like $2 escape '!' then 1 else 0 end), 0) \
     from (select search_text from owned_objects where removed_at_ms is null and owner_id = $3 and $4 = '' limit $1) as scanned";
const COUNT_OF_BOTH: &str = "select count(*), coalesce(sum(case when search_text like $2 escape '!' then 1 else 0 end), 0) \
     from (select search_text from owned_objects where removed_at_ms is null and owner_id = $3 and kind = $4 limit $1) as scanned";

/// How many of at most `scan` objects that are looked at fit, and whether there are more to look at.
pub(super) async fn count_fitting(tx: &mut Tx, look: &Look<'_>) -> Result<(i64, bool)> {
    let text = match (look.owner_id, look.kind) {
        (None, None) => COUNT,
        (None, Some(_)) => COUNT_OF_KIND,
        (Some(_), None) => COUNT_OF_OWNER,
        (Some(_), Some(_)) => COUNT_OF_BOTH,
    };
    let row = tx
        .sql(text)
        .bind(look.scan)
        .bind(look.pattern)
        .bind(look.owner_id.unwrap_or_default())
        .bind(look.kind.map_or("", ObjectKind::word))
        .one()
        .await?;
    Ok((row.get(1)?, row.get::<i64>(0)? >= look.scan))
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

/// How many objects of each kind a user owns, as [`count_by_kind`], each with the id of the newest of them.
pub(super) async fn count_with_newest(tx: &mut Tx, owner_id: &str) -> Result<Vec<(ObjectKind, i64, String)>> {
    let rows = tx
        .sql(
            "select kind, count(*), max(id) from owned_objects where owner_id = $1 and removed_at_ms is null \
             group by kind order by kind",
        )
        .bind(owner_id)
        .all()
        .await?;
    let mut counts = Vec::with_capacity(rows.len());
    for row in &rows {
        let kind: String = row.get(0)?;
        counts.push((ObjectKind::of_word(&kind).unwrap_or(ObjectKind::Other), row.get(1)?, row.get(2)?));
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
    (owner_id, parent_id): (&str, Option<&str>),
    now_ms: i64,
) -> Result<bool> {
    let added = tx
        .sql(
            "insert into owned_objects (id, kind, external_id, title, search_text, owner_id, created_at_ms, \
             updated_at_ms, parent_id) values ($1, $2, $3, $4, $5, $6, $7, $7, $8) \
             on conflict (kind, external_id) do nothing",
        )
        .bind(id)
        .bind(object.kind.word())
        .bind(object.external_id.as_str())
        .bind(object.title.as_str())
        .bind(search_text(&object.title, &object.external_id))
        .bind(owner_id)
        .bind(now_ms)
        .bind(parent_id)
        .run()
        .await?;
    Ok(added == 1)
}

/// Gives an object another title, owner and folder, unless its owner changed meanwhile. One that was removed is back.
pub(super) async fn set(
    tx: &mut Tx,
    known: &Known,
    (title, external_id): (&str, &str),
    (owner_id, parent_id): (&str, Option<&str>),
    now_ms: i64,
) -> Result<bool> {
    let changed = tx
        .sql(
            "update owned_objects set title = $2, search_text = $3, owner_id = $4, updated_at_ms = $5, \
             removed_at_ms = null, parent_id = $7 where id = $1 and owner_id = $6",
        )
        .bind(known.id.as_str())
        .bind(title)
        .bind(search_text(title, external_id))
        .bind(owner_id)
        .bind(now_ms)
        .bind(known.owner_id.as_str())
        .bind(parent_id)
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
        "insert into object_shares (object_id, party_kind, party_id, rule, subscribed) values ($1, $2, $3, $4, $5) \
         on conflict (object_id, party_kind, party_id) \
         do update set rule = excluded.rule, subscribed = excluded.subscribed",
    )
    .bind(object_id)
    .bind(share.party_kind.as_str())
    .bind(share.party_id.as_str())
    .bind(share.rule.as_str())
    .bind(share.subscribed)
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

/// Ends every share of a user who is gone for good.
pub(super) async fn delete_shares_of_user(tx: &mut Tx, user_id: &str) -> Result<()> {
    tx.sql("delete from object_shares where party_id = $1 and party_kind = 'user'")
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
            "select party_kind, party_id, rule, subscribed from object_shares where object_id = $1 \
             order by party_kind, party_id limit 1000",
        )
        .bind(object_id)
        .all()
        .await?;
    rows.iter().map(|row| share(row, 0)).collect()
}

fn share(row: &Row, at: usize) -> Result<Share> {
    Ok(Share {
        party_kind: row.get(at)?,
        party_id: row.get(at + 1)?,
        rule: row.get(at + 2)?,
        subscribed: row.get(at + 3)?,
    })
}

const SHARES_OF_SQLITE: &str = "select object_id, party_kind, party_id, rule, subscribed from object_shares \
     where object_id in (select value from json_each($1)) order by object_id, party_kind, party_id";
const SHARES_OF_POSTGRES: &str = "select object_id, party_kind, party_id, rule, subscribed from object_shares \
     where object_id = any(array(select jsonb_array_elements_text(cast(cast($1 as text) as jsonb)))) \
     order by object_id, party_kind, party_id";

/// Who may use each of these objects (a list of ids in JSON): one look-up for a page of them.
pub(super) async fn list_shares_of(tx: &mut Tx, ids: &str) -> Result<Vec<(String, Share)>> {
    let text = if tx.engine() == Engine::Sqlite { SHARES_OF_SQLITE } else { SHARES_OF_POSTGRES };
    let rows = tx.sql(text).bind(ids).all().await?;
    rows.iter().map(|row| Ok((row.get(0)?, share(row, 1)?))).collect()
}

const KEPT_SQLITE: &str = "select s.object_id, s.rule, u.id, u.email, u.user_name, u.first_name, u.last_name, u.email \
     from object_shares s join users u on u.id = s.party_id where s.party_kind = 'user' \
     and s.object_id in (select value from json_each($1)) and exists (select 1 from ownership_changes c \
     where c.object_id = s.object_id and c.from_user_id = s.party_id) order by s.object_id, s.party_id";
const KEPT_POSTGRES: &str = "select s.object_id, s.rule, u.id, u.email, u.user_name, u.first_name, u.last_name, u.email \
     from object_shares s join users u on u.id = s.party_id where s.party_kind = 'user' \
     and s.object_id = any(array(select jsonb_array_elements_text(cast(cast($1 as text) as jsonb)))) \
     and exists (select 1 from ownership_changes c where c.object_id = s.object_id and c.from_user_id = s.party_id) \
     order by s.object_id, s.party_id";

/// Who of those who once owned these objects (a list of ids in JSON) may use them still, and how.
pub(super) async fn list_kept(tx: &mut Tx, ids: &str) -> Result<Vec<(String, String, Owner)>> {
    let text = if tx.engine() == Engine::Sqlite { KEPT_SQLITE } else { KEPT_POSTGRES };
    let rows = tx.sql(text).bind(ids).all().await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?, owner(row, 2)?))).collect()
}

/// Remembers what a deleted user was called.
pub(super) async fn set_former(tx: &mut Tx, user_id: &str, name: &str, now_ms: i64) -> Result<()> {
    tx.sql(
        "insert into former_owners (user_id, name, name_key, since_ms) values ($1, $2, $3, $4) \
         on conflict (user_id) do update set name = excluded.name, name_key = excluded.name_key, \
         since_ms = excluded.since_ms",
    )
    .bind(user_id)
    .bind(name)
    .bind(name_key(name))
    .bind(now_ms)
    .run()
    .await?;
    Ok(())
}

/// Forgets the name of a deleted user; since when it was known.
pub(super) async fn delete_former(tx: &mut Tx, user_id: &str) -> Result<Option<i64>> {
    let row = tx
        .sql("delete from former_owners where user_id = $1 returning since_ms")
        .bind(user_id)
        .first()
        .await?;
    row.map(|row| row.get(0)).transpose()
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
