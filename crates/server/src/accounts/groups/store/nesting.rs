//! SQL of the table `group_subgroups`: which groups are inside of which.

use seatwarden_base::{
    Result,
    db::{Engine, Tx},
};

/// How many users are in one of these groups or in groups inside of it, each counted once.
macro_rules! counted_inside {
    ($these:literal) => {
        concat!(
            "select g.id, (with recursive inside (id) as (select g.id \
             union select s.subgroup_id from group_subgroups s join inside i on i.id = s.group_id) \
             select count(*) from (select distinct user_id from (select m.user_id from inside i \
             join group_members m on m.group_id = i.id limit $2) as read limit $3) as counted) \
             from groups g where g.id ",
            $these
        )
    };
}

const COUNT_INSIDE_SQLITE: &str = counted_inside!("in (select value from json_each($1))");
const COUNT_INSIDE_POSTGRES: &str =
    counted_inside!("= any(array(select jsonb_array_elements_text(cast(cast($1 as text) as jsonb))))");

/// How many users each of these groups (a list of ids in JSON) has together with all groups inside, each user counted once,
/// up to a maximum; `read_max` memberships are read of each group.
pub(in super::super) async fn count_inside(
    tx: &mut Tx,
    ids: &str,
    (read_max, maximum): (i64, i64),
) -> Result<Vec<(String, i64)>> {
    let text = if tx.engine() == Engine::Sqlite { COUNT_INSIDE_SQLITE } else { COUNT_INSIDE_POSTGRES };
    let rows = tx.sql(text).bind(ids).bind(read_max).bind(maximum).all().await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
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
