//! SQL of the table `group_subgroups`: which groups are inside of which.

use seatwarden_base::{
    Error, Result,
    db::{Engine, Tx},
};

// How many users are in each of these groups or in groups inside of it, each counted once. Quickly: some memberships are read;
// -1 if those were not all, and too few users to say that there are more than counted.
const COUNT_QUICKLY_SQLITE: &str = "select g.id, (with recursive inside (id) as (select g.id \
    union select s.subgroup_id from group_subgroups s join inside i on i.id = s.group_id) \
    select case when count(*) < $2 or count(distinct user_id) >= $3 then count(distinct user_id) else -1 end \
    from (select m.user_id from inside i join group_members m on m.group_id = i.id limit $2) as read) \
    from groups g where g.id in (select value from json_each($1))";
const COUNT_QUICKLY_POSTGRES: &str = "select g.id, (with recursive inside (id) as (select g.id \
    union select s.subgroup_id from group_subgroups s join inside i on i.id = s.group_id) \
    select case when count(*) < $2 or count(distinct user_id) >= $3 then count(distinct user_id) else -1 end \
    from (select m.user_id from inside i join group_members m on m.group_id = i.id limit $2) as read) \
    from groups g where g.id = any(array(select jsonb_array_elements_text(cast(cast($1 as text) as jsonb))))";
// Fully: SQLite stops reading when it has found enough users. PostgreSQL reads all before it counts, so it is given no more of
// each group than are counted: if one of them has more, that alone is enough.
const COUNT_FULLY_SQLITE: &str = "select g.id, (with recursive inside (id) as (select g.id \
    union select s.subgroup_id from group_subgroups s join inside i on i.id = s.group_id) \
    select count(*) from (select distinct m.user_id from inside i join group_members m on m.group_id = i.id limit $2) \
    as counted) \
    from groups g where g.id in (select value from json_each($1))";
const COUNT_FULLY_POSTGRES: &str = "select g.id, (with recursive inside (id) as (select g.id \
    union select s.subgroup_id from group_subgroups s join inside i on i.id = s.group_id) \
    select count(*) from (select distinct m.user_id from inside i cross join lateral \
    (select user_id from group_members where group_id = i.id limit $2) as m limit $2) as counted) \
    from groups g where g.id = any(array(select jsonb_array_elements_text(cast(cast($1 as text) as jsonb))))";

/// How many users each of these groups has together with all groups inside, each user counted once, up to a maximum.
/// `read_max` memberships are read of each group; of those where that does not tell, more.
pub(in super::super) async fn count_inside(
    tx: &mut Tx,
    ids: &[&str],
    (read_max, maximum): (i64, i64),
) -> Result<Vec<(String, i64)>> {
    let is_sqlite = tx.engine() == Engine::Sqlite;
    let quickly = if is_sqlite { COUNT_QUICKLY_SQLITE } else { COUNT_QUICKLY_POSTGRES };
    let rows = tx.sql(quickly).bind(json(ids)?).bind(read_max).bind(maximum).all().await?;
    let counted: Vec<(String, i64)> =
        rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect::<Result<_>>()?;
    let (mut counted, open): (Vec<_>, Vec<_>) = counted.into_iter().partition(|(_, count)| *count >= 0);
    for (_, count) in &mut counted {
        *count = maximum.min(*count);
    }
    if !open.is_empty() {
        let ids: Vec<&str> = open.iter().map(|(id, _)| id.as_str()).collect();
        let fully = if is_sqlite { COUNT_FULLY_SQLITE } else { COUNT_FULLY_POSTGRES };
        let rows = tx.sql(fully).bind(json(&ids)?).bind(maximum).all().await?;
        for row in &rows {
            counted.push((row.get(0)?, row.get(1)?));
        }
    }
    Ok(counted)
}

fn json(ids: &[&str]) -> Result<String> {
    serde_json::to_string(ids).map_err(|cause| Error::fault("writing JSON", cause))
}

/// Holds everybody else back who puts groups into groups, so that no two of them make a circle together.
pub(in super::super) async fn set_nesting(tx: &mut Tx) -> Result<()> {
    tx.sql("update groups set version = version where kind = 'everyone'").run().await?;
    Ok(())
}

/// Id and name of the groups directly inside of one, by name.
pub(in super::super) async fn list_subgroups(tx: &mut Tx, group_id: &str) -> Result<Vec<(String, String)>> {
    let rows = tx
        .sql(
            "select g.id, g.name from group_subgroups s join groups g on g.id = s.subgroup_id \
             where s.group_id = $1 order by g.name_key limit 1000",
        )
        .bind(group_id)
        .all()
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// Id and name of the groups that one is directly inside of, by name.
pub(in super::super) async fn list_around(tx: &mut Tx, group_id: &str) -> Result<Vec<(String, String)>> {
    let rows = tx
        .sql(
            "select g.id, g.name from group_subgroups s join groups g on g.id = s.group_id \
             where s.subgroup_id = $1 order by g.name_key limit 1000",
        )
        .bind(group_id)
        .all()
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// How many levels of groups are around this one, and whether `other_id` is it or among them.
pub(in super::super) async fn count_levels_around(
    tx: &mut Tx,
    group_id: &str,
    other_id: &str,
) -> Result<(i64, bool)> {
    let row = tx
        .sql(
            "with recursive around (id, level) as (select cast($1 as text), cast(0 as bigint) \
             union select s.group_id, a.level + 1 from group_subgroups s join around a on a.id = s.subgroup_id \
             where a.level < 8) \
             select max(level), cast(coalesce(sum(case when id = $2 then 1 else 0 end), 0) as bigint) from around",
        )
        .bind(group_id)
        .bind(other_id)
        .one()
        .await?;
    let found: i64 = row.get(1)?;
    Ok((row.get(0)?, found > 0))
}

/// How many levels of groups are inside of this one.
pub(in super::super) async fn count_levels_inside(tx: &mut Tx, group_id: &str) -> Result<i64> {
    let row = tx
        .sql(
            "with recursive inside (id, level) as (select cast($1 as text), cast(0 as bigint) \
             union select s.subgroup_id, i.level + 1 from group_subgroups s join inside i on i.id = s.group_id \
             where i.level < 8) \
             select max(level) from inside",
        )
        .bind(group_id)
        .one()
        .await?;
    row.get(0)
}

/// Puts a group into another; false if it is there already.
pub(in super::super) async fn insert_subgroup(
    tx: &mut Tx,
    group_id: &str,
    subgroup_id: &str,
) -> Result<bool> {
    let inserted = tx
        .sql("insert into group_subgroups (group_id, subgroup_id) values ($1, $2) on conflict do nothing")
        .bind(group_id)
        .bind(subgroup_id)
        .run()
        .await?;
    Ok(inserted == 1)
}

/// Takes a group out of another; false if it was not in it.
pub(in super::super) async fn delete_subgroup(
    tx: &mut Tx,
    group_id: &str,
    subgroup_id: &str,
) -> Result<bool> {
    let deleted = tx
        .sql("delete from group_subgroups where group_id = $1 and subgroup_id = $2")
        .bind(group_id)
        .bind(subgroup_id)
        .run()
        .await?;
    Ok(deleted == 1)
}
