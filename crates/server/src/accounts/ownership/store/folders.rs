//! SQL about folders in `owned_objects`, and the lists of the platform, which are asked for by number of row.

use seatwarden_base::{
    Result,
    db::{Engine, Tx},
};

use super::{
    super::model::{ObjectKind, OwnedObject, Sort},
    object,
};

/// The statement that lists one part of a list with owner and folder, in which order.
macro_rules! ordered {
    ($order:literal) => {
        concat!(
            "select o.id, o.kind, o.external_id, o.title, o.created_at_ms, o.updated_at_ms, o.owner_id, u.email, \
             u.user_name, u.first_name, u.last_name, f.name, p.id, p.external_id from owned_objects o \
             left join users u on u.id = o.owner_id left join former_owners f on f.user_id = o.owner_id \
             left join owned_objects p on p.id = o.parent_id and p.removed_at_ms is null \
             where o.removed_at_ms is null and o.kind = $1 and o.search_text like $2 escape '!' \
             and o.search_text like $3 escape '!' and ($4 = '' or ($4 = '-' and p.id is null) \
             or ($4 = '+' and p.id is not null) or p.id = $4) ",
            $order
        )
    };
}

/// The statement that lists objects of a kind with owner and folder, which of them.
macro_rules! chosen {
    ($which:literal) => {
        concat!(
            "select o.id, o.kind, o.external_id, o.title, o.created_at_ms, o.updated_at_ms, o.owner_id, u.email, \
             u.user_name, u.first_name, u.last_name, f.name, p.id, p.external_id from owned_objects o \
             left join users u on u.id = o.owner_id left join former_owners f on f.user_id = o.owner_id \
             left join owned_objects p on p.id = o.parent_id and p.removed_at_ms is null \
             where o.removed_at_ms is null and o.kind = $1 ",
            $which
        )
    };
}

const CREATED_UP: &str = ordered!("order by o.id limit $5 offset $6");
const CREATED_DOWN: &str = ordered!("order by o.id desc limit $5 offset $6");
const UPDATED_UP: &str = ordered!("order by o.updated_at_ms, o.id limit $5 offset $6");
const UPDATED_DOWN: &str = ordered!("order by o.updated_at_ms desc, o.id desc limit $5 offset $6");
const TITLE_UP: &str = ordered!("order by o.search_text, o.id limit $5 offset $6");
const TITLE_DOWN: &str = ordered!("order by o.search_text desc, o.id desc limit $5 offset $6");
const OF_IDS_SQLITE: &str =
    chosen!("and o.external_id in (select value from json_each($2)) order by o.id desc");
const OF_IDS_POSTGRES: &str = chosen!(
    "and o.external_id = any(array(select jsonb_array_elements_text(cast(cast($2 as text) as jsonb)))) \
     order by o.id desc"
);

/// Which part of a list is read.
pub(in super::super) struct Shelf<'a> {
    pub(in super::super) kind: ObjectKind,
    /// Of title or id.
    pub(in super::super) pattern: &'a str,
    /// Of the whole title.
    pub(in super::super) title_pattern: &'a str,
    /// Id of the folder, `-` for none, `+` for any, or empty if it does not matter.
    pub(in super::super) folder: &'a str,
    pub(in super::super) limit: i64,
    pub(in super::super) skip: i64,
}

/// Objects in an order.
pub(in super::super) async fn list(
    tx: &mut Tx,
    shelf: &Shelf<'_>,
    sort: Sort,
    is_down: bool,
) -> Result<Vec<OwnedObject>> {
    let text = match (sort, is_down) {
        (Sort::Created, false) => CREATED_UP,
        (Sort::Created, true) => CREATED_DOWN,
        (Sort::Updated, false) => UPDATED_UP,
        (Sort::Updated, true) => UPDATED_DOWN,
        (Sort::Title, false) => TITLE_UP,
        (Sort::Title, true) => TITLE_DOWN,
    };
    let rows = tx
        .sql(text)
        .bind(shelf.kind.word())
        .bind(shelf.pattern)
        .bind(shelf.title_pattern)
        .bind(shelf.folder)
        .bind(shelf.limit)
        .bind(shelf.skip)
        .all()
        .await?;
    rows.iter().map(object).collect()
}

/// The objects of a kind with these ids of the platform (a list in JSON), newest first.
pub(in super::super) async fn list_of_external_ids(
    tx: &mut Tx,
    kind: ObjectKind,
    ids: &str,
) -> Result<Vec<OwnedObject>> {
    let text = if tx.engine() == Engine::Sqlite { OF_IDS_SQLITE } else { OF_IDS_POSTGRES };
    tx.sql(text).bind(kind.word()).bind(ids).all().await?.iter().map(object).collect()
}

/// How many levels of folders are around this one, and whether `other_id` is it or among them.
pub(in super::super) async fn count_levels_around(
    tx: &mut Tx,
    id: &str,
    other_id: &str,
) -> Result<(i64, bool)> {
    let row = tx
        .sql(
            "with recursive around (id, level) as (select cast($1 as text), cast(0 as bigint) \
             union all select o.parent_id, a.level + 1 from owned_objects o join around a on a.id = o.id \
             where o.parent_id is not null and a.level < 32) \
             select max(level), cast(coalesce(sum(case when id = $2 then 1 else 0 end), 0) as bigint) from around",
        )
        .bind(id)
        .bind(other_id)
        .one()
        .await?;
    let found: i64 = row.get(1)?;
    Ok((row.get(0)?, found > 0))
}

/// How many levels of folders are inside of this one.
pub(in super::super) async fn count_levels_inside(tx: &mut Tx, id: &str) -> Result<i64> {
    let row = tx
        .sql(
            "with recursive inside (id, level) as (select cast($1 as text), cast(0 as bigint) \
             union all select o.id, i.level + 1 from owned_objects o join inside i on o.parent_id = i.id \
             where o.kind = 'folder' and i.level < 32) select max(level) from inside",
        )
        .bind(id)
        .one()
        .await?;
    row.get(0)
}
