//! SQL of the table `sessions` for administrators: everybody's sessions. Reads `users` and `roles`.

use seatwarden_base::{
    Result,
    db::{Row, Tx},
};

use crate::{
    accounts::sessions::model::{Living, Session},
    cx::{Person, person_columns},
};

/// Up to how many users a search looks up first; with more, sessions are walked in their order.
const FOUND_MAX: i64 = 1_000;

/// Where a list goes on, and how far.
pub(in super::super) struct Place<'a> {
    pub(in super::super) now_ms: i64,
    pub(in super::super) before_ms: i64,
    pub(in super::super) before_id: &'a str,
    pub(in super::super) limit: i64,
}

/// The keys that names lie between, so that an index finds them.
fn after_last(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}

/// Whether so few users have a name or address that begins so, and the role, that they are looked up first.
pub(in super::super) async fn find_are_few_named(
    tx: &mut Tx,
    prefix: &str,
    role_id: Option<&str>,
) -> Result<bool> {
    let row = tx
        .sql(
            "select count(*) from (\
             select id from users where user_name_key >= $1 and user_name_key < $2 \
             and (cast($3 as text) is null or role_id = cast($3 as text)) \
             union select id from users where email_key >= $1 and email_key < $2 \
             and (cast($3 as text) is null or role_id = cast($3 as text)) limit $4) as found",
        )
        .bind(prefix)
        .bind(after_last(prefix))
        .bind(role_id)
        .bind(FOUND_MAX + 1)
        .one()
        .await?;
    Ok(row.get::<i64>(0)? <= FOUND_MAX)
}

/// Whether so few users have the role that they are looked up first.
pub(in super::super) async fn find_are_few_with_role(tx: &mut Tx, role_id: &str) -> Result<bool> {
    let row = tx
        .sql("select count(*) from (select 1 from users where role_id = $1 limit $2) as found")
        .bind(role_id)
        .bind(FOUND_MAX + 1)
        .one()
        .await?;
    Ok(row.get::<i64>(0)? <= FOUND_MAX)
}

/// Living sessions of few users, whose name or address begins so; those used last first.
pub(in super::super) async fn list_of_named(
    tx: &mut Tx,
    prefix: &str,
    role_id: Option<&str>,
    place: &Place<'_>,
) -> Result<Vec<Living>> {
    let rows = tx
        .sql(
            "with found as (\
             select id from users where user_name_key >= $5 and user_name_key < $6 \
             and (cast($7 as text) is null or role_id = cast($7 as text)) \
             union select id from users where email_key >= $5 and email_key < $6 \
             and (cast($7 as text) is null or role_id = cast($7 as text))) \
             select u.id, u.email, u.user_name, u.first_name, u.last_name, u.active, u.origin, u.language, \
             u.created_at_ms, u.updated_at_ms, u.last_login_at_ms, u.last_activity_at_ms, u.version, \
             r.id, r.name, r.display_name, r.base_name, r.granted, r.withdrawn, s.id, s.created_at_ms, \
             s.seen_at_ms, s.expires_at_ms, s.ip, s.user_agent, s.remembered, \
             (select count(*) from sessions o where o.user_id = s.user_id and o.expires_at_ms > $1 \
             and o.seen_at_ms + o.idle_ms > $1) \
             from found f cross join sessions s cross join users u cross join roles r \
             where s.user_id = f.id and u.id = f.id and r.id = u.role_id \
             and s.expires_at_ms > $1 and s.seen_at_ms + s.idle_ms > $1 \
             and (s.seen_at_ms < $2 or s.seen_at_ms = $2 and s.id collate \"C\" < $3) \
             order by s.seen_at_ms desc, s.id collate \"C\" desc limit $4",
        )
        .bind(place.now_ms)
        .bind(place.before_ms)
        .bind(place.before_id)
        .bind(place.limit)
        .bind(prefix)
        .bind(after_last(prefix))
        .bind(role_id)
        .all()
        .await?;
    rows.iter().map(living).collect()
}

/// Living sessions of few users, who have the role; those used last first.
pub(in super::super) async fn list_of_role(
    tx: &mut Tx,
    role_id: &str,
    place: &Place<'_>,
) -> Result<Vec<Living>> {
    let rows = tx
        .sql(
            "select u.id, u.email, u.user_name, u.first_name, u.last_name, u.active, u.origin, u.language, \
             u.created_at_ms, u.updated_at_ms, u.last_login_at_ms, u.last_activity_at_ms, u.version, \
             r.id, r.name, r.display_name, r.base_name, r.granted, r.withdrawn, s.id, s.created_at_ms, \
             s.seen_at_ms, s.expires_at_ms, s.ip, s.user_agent, s.remembered, \
             (select count(*) from sessions o where o.user_id = s.user_id and o.expires_at_ms > $1 \
             and o.seen_at_ms + o.idle_ms > $1) \
             from users f cross join sessions s cross join users u cross join roles r \
             where f.role_id = $5 and s.user_id = f.id and u.id = f.id and r.id = u.role_id \
             and s.expires_at_ms > $1 and s.seen_at_ms + s.idle_ms > $1 \
             and (s.seen_at_ms < $2 or s.seen_at_ms = $2 and s.id collate \"C\" < $3) \
             order by s.seen_at_ms desc, s.id collate \"C\" desc limit $4",
        )
        .bind(place.now_ms)
        .bind(place.before_ms)
        .bind(place.before_id)
        .bind(place.limit)
        .bind(role_id)
        .all()
        .await?;
    rows.iter().map(living).collect()
}

/// Whether so few sessions have an address that begins so that they are looked up first.
pub(in super::super) async fn find_are_few_at(tx: &mut Tx, prefix: &str) -> Result<bool> {
    let row = tx
        .sql(
            "select count(*) from (select 1 from sessions where ip collate \"C\" >= $1 and ip collate \"C\" < $2 \
             limit $3) as found",
        )
        .bind(prefix)
        .bind(after_last(prefix))
        .bind(FOUND_MAX + 1)
        .one()
        .await?;
    Ok(row.get::<i64>(0)? <= FOUND_MAX)
}

/// Living sessions of few at an address that begins so; those used last first.
pub(in super::super) async fn list_at(
    tx: &mut Tx,
    prefix: &str,
    role_id: Option<&str>,
    place: &Place<'_>,
) -> Result<Vec<Living>> {
    let rows = tx
        .sql(
            "with s as materialized (\
             select id, user_id, created_at_ms, seen_at_ms, expires_at_ms, ip, user_agent, remembered from sessions \
             where ip collate \"C\" >= $5 and ip collate \"C\" < $6 and expires_at_ms > $1 and seen_at_ms + idle_ms > $1 \
             and (seen_at_ms < $2 or seen_at_ms = $2 and id collate \"C\" < $3) limit $8) \
             select u.id, u.email, u.user_name, u.first_name, u.last_name, u.active, u.origin, u.language, \
             u.created_at_ms, u.updated_at_ms, u.last_login_at_ms, u.last_activity_at_ms, u.version, \
             r.id, r.name, r.display_name, r.base_name, r.granted, r.withdrawn, s.id, s.created_at_ms, \
             s.seen_at_ms, s.expires_at_ms, s.ip, s.user_agent, s.remembered, \
             (select count(*) from sessions o where o.user_id = s.user_id and o.expires_at_ms > $1 \
             and o.seen_at_ms + o.idle_ms > $1) \
             from s cross join users u cross join roles r \
             where u.id = s.user_id and r.id = u.role_id \
             and (cast($7 as text) is null or u.role_id = cast($7 as text)) \
             order by s.seen_at_ms desc, s.id collate \"C\" desc limit $4",
        )
        .bind(place.now_ms)
        .bind(place.before_ms)
        .bind(place.before_id)
        .bind(place.limit)
        .bind(prefix)
        .bind(after_last(prefix))
        .bind(role_id)
        .bind(FOUND_MAX + 1)
        .all()
        .await?;
    rows.iter().map(living).collect()
}

/// What is asked of sessions that are walked in their order.
#[derive(Default)]
pub(in super::super) struct Walk<'a> {
    pub(in super::super) role_id: Option<&'a str>,
    pub(in super::super) name: Option<&'a str>,
    pub(in super::super) address: Option<&'a str>,
    /// The last place that is looked at; none for all.
    pub(in super::super) until: Option<(i64, &'a str)>,
}

/// Living sessions in the order of their last use, those used last first.
pub(in super::super) async fn list(tx: &mut Tx, walk: &Walk<'_>, place: &Place<'_>) -> Result<Vec<Living>> {
    let (until_ms, until_id) = walk.until.unwrap_or((i64::MIN, ""));
    let rows = tx
        .sql(
            "select u.id, u.email, u.user_name, u.first_name, u.last_name, u.active, u.origin, u.language, \
             u.created_at_ms, u.updated_at_ms, u.last_login_at_ms, u.last_activity_at_ms, u.version, \
             r.id, r.name, r.display_name, r.base_name, r.granted, r.withdrawn, s.id, s.created_at_ms, \
             s.seen_at_ms, s.expires_at_ms, s.ip, s.user_agent, s.remembered, \
             (select count(*) from sessions o where o.user_id = s.user_id and o.expires_at_ms > $1 \
             and o.seen_at_ms + o.idle_ms > $1) \
             from sessions s cross join users u cross join roles r \
             where u.id = s.user_id and r.id = u.role_id \
             and s.expires_at_ms > $1 and s.seen_at_ms + s.idle_ms > $1 \
             and (s.seen_at_ms, s.id collate \"C\") < ($2, $3) \
             and (s.seen_at_ms, s.id collate \"C\") >= ($9, $10) \
             and (cast($5 as text) is null or u.role_id = cast($5 as text)) \
             and (cast($6 as text) is null \
             or u.user_name_key >= cast($6 as text) and u.user_name_key < cast($7 as text) \
             or u.email_key >= cast($6 as text) and u.email_key < cast($7 as text)) \
             and (cast($8 as text) is null or substr(s.ip, 1, length(cast($8 as text))) = cast($8 as text)) \
             order by s.seen_at_ms desc, s.id collate \"C\" desc limit $4",
        )
        .bind(place.now_ms)
        .bind(place.before_ms)
        .bind(place.before_id)
        .bind(place.limit)
        .bind(walk.role_id)
        .bind(walk.name)
        .bind(walk.name.map(after_last))
        .bind(walk.address)
        .bind(until_ms)
        .bind(until_id)
        .all()
        .await?;
    rows.iter().map(living).collect()
}

/// Living sessions after an id up to another one, by id: an order in which nothing moves.
pub(in super::super) async fn list_between(
    tx: &mut Tx,
    walk: &Walk<'_>,
    (after_id, last_id): (&str, &str),
    now_ms: i64,
) -> Result<Vec<Living>> {
    let rows = tx
        .sql(
            "select u.id, u.email, u.user_name, u.first_name, u.last_name, u.active, u.origin, u.language, \
             u.created_at_ms, u.updated_at_ms, u.last_login_at_ms, u.last_activity_at_ms, u.version, \
             r.id, r.name, r.display_name, r.base_name, r.granted, r.withdrawn, s.id, s.created_at_ms, \
             s.seen_at_ms, s.expires_at_ms, s.ip, s.user_agent, s.remembered, \
             (select count(*) from sessions o where o.user_id = s.user_id and o.expires_at_ms > $1 \
             and o.seen_at_ms + o.idle_ms > $1) \
             from sessions s cross join users u cross join roles r \
             where s.id > $2 and s.id <= $3 and u.id = s.user_id and r.id = u.role_id \
             and s.expires_at_ms > $1 and s.seen_at_ms + s.idle_ms > $1 \
             and (cast($4 as text) is null or u.role_id = cast($4 as text)) \
             and (cast($5 as text) is null \
             or u.user_name_key >= cast($5 as text) and u.user_name_key < cast($6 as text) \
             or u.email_key >= cast($5 as text) and u.email_key < cast($6 as text)) \
             and (cast($7 as text) is null or substr(s.ip, 1, length(cast($7 as text))) = cast($7 as text)) \
             order by s.id",
        )
        .bind(now_ms)
        .bind(after_id)
        .bind(last_id)
        .bind(walk.role_id)
        .bind(walk.name)
        .bind(walk.name.map(after_last))
        .bind(walk.address)
        .all()
        .await?;
    rows.iter().map(living).collect()
}

/// The last of so many living sessions from a place on; none if there are fewer.
pub(in super::super) async fn find_last_of(
    tx: &mut Tx,
    place: &Place<'_>,
    count: i64,
) -> Result<Option<(i64, String)>> {
    let row = tx
        .sql(
            "select seen_at_ms, id from sessions where expires_at_ms > $1 and seen_at_ms + idle_ms > $1 \
             and (seen_at_ms, id collate \"C\") < ($2, $3) \
             order by seen_at_ms desc, id collate \"C\" desc limit 1 offset $4",
        )
        .bind(place.now_ms)
        .bind(place.before_ms)
        .bind(place.before_id)
        .bind(count - 1)
        .first()
        .await?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

fn living(row: &Row) -> Result<Living> {
    Ok(Living {
        person: person_columns(row, 0)?,
        session: Session {
            id: row.get(19)?,
            created_at_ms: row.get(20)?,
            seen_at_ms: row.get(21)?,
            expires_at_ms: row.get(22)?,
            ip: row.get(23)?,
            user_agent: row.get(24)?,
            remembered: row.get(25)?,
        },
        of_user: row.get(26)?,
    })
}

/// How many sessions live, up to a maximum.
pub(in super::super) async fn count_living(tx: &mut Tx, now_ms: i64, maximum: i64) -> Result<i64> {
    let row = tx
        .sql(
            "select count(*) from (select 1 from sessions where expires_at_ms > $1 \
             and seen_at_ms + idle_ms > $1 limit $2) as found",
        )
        .bind(now_ms)
        .bind(maximum)
        .one()
        .await?;
    row.get(0)
}

/// How many of the living sessions used last fit: those of `window` are looked at, and counted up to a maximum.
pub(in super::super) async fn count_fitting(
    tx: &mut Tx,
    walk: &Walk<'_>,
    now_ms: i64,
    (window, maximum): (i64, i64),
) -> Result<i64> {
    let row = tx
        .sql(
            "select count(*) from (select 1 from (select user_id, ip from sessions \
             where expires_at_ms > $1 and seen_at_ms + idle_ms > $1 \
             order by seen_at_ms desc, id collate \"C\" desc limit $2) s cross join users u \
             where u.id = s.user_id and (cast($4 as text) is null or u.role_id = cast($4 as text)) \
             and (cast($5 as text) is null \
             or u.user_name_key >= cast($5 as text) and u.user_name_key < cast($6 as text) \
             or u.email_key >= cast($5 as text) and u.email_key < cast($6 as text)) \
             and (cast($7 as text) is null or substr(s.ip, 1, length(cast($7 as text))) = cast($7 as text)) \
             limit $3) as found",
        )
        .bind(now_ms)
        .bind(window)
        .bind(maximum)
        .bind(walk.role_id)
        .bind(walk.name)
        .bind(walk.name.map(after_last))
        .bind(walk.address)
        .one()
        .await?;
    row.get(0)
}

/// How many living sessions a user has.
pub(in super::super) async fn count_of(tx: &mut Tx, user_id: &str, now_ms: i64) -> Result<i64> {
    let row = tx
        .sql(
            "select count(*) from sessions where user_id = $1 and expires_at_ms > $2 \
             and seen_at_ms + idle_ms > $2",
        )
        .bind(user_id)
        .bind(now_ms)
        .one()
        .await?;
    row.get(0)
}

/// A user.
pub(in super::super) async fn find_person(tx: &mut Tx, user_id: &str) -> Result<Option<Person>> {
    let row = tx
        .sql(
            "select u.id, u.email, u.user_name, u.first_name, u.last_name, u.active, u.origin, u.language, \
             u.created_at_ms, u.updated_at_ms, u.last_login_at_ms, u.last_activity_at_ms, u.version, \
             r.id, r.name, r.display_name, r.base_name, r.granted, r.withdrawn \
             from users u join roles r on r.id = u.role_id where u.id = $1",
        )
        .bind(user_id)
        .first()
        .await?;
    row.map(|row| person_columns(&row, 0)).transpose()
}

/// Whose session it is; none if there is no such session.
pub(in super::super) async fn find_user_id(tx: &mut Tx, id: &str) -> Result<Option<String>> {
    let row = tx.sql("select user_id from sessions where id = $1").bind(id).first().await?;
    row.map(|row| row.get(0)).transpose()
}

/// Ends all sessions of everybody with a role but one; returns how many.
pub(in super::super) async fn delete_of_role(tx: &mut Tx, role_id: &str, but_id: &str) -> Result<u64> {
    tx.sql("delete from sessions where id <> $2 and user_id in (select id from users where role_id = $1)")
        .bind(role_id)
        .bind(but_id)
        .run()
        .await
}

/// The last of the next sessions by id, so that long work goes in steps; none at the end.
pub(in super::super) async fn find_step_end(
    tx: &mut Tx,
    after_id: &str,
    step: i64,
) -> Result<Option<String>> {
    let row = tx
        .sql("select max(id) from (select id from sessions where id > $1 order by id limit $2) as next")
        .bind(after_id)
        .bind(step)
        .one()
        .await?;
    row.get(0)
}

/// The next users with sessions, by id, who are in a group or in one inside of it. Reads the tables of groups, users and
/// roles.
pub(in super::super) async fn list_users_in(
    tx: &mut Tx,
    group_id: &str,
    after_user_id: &str,
    limit: i64,
) -> Result<Vec<String>> {
    let rows = tx
        .sql(
            "with recursive inside (id) as (select cast($1 as text) \
             union select x.subgroup_id from group_subgroups x join inside i on i.id = x.group_id) \
             select distinct s.user_id from sessions s where s.user_id > $2 and exists (\
             select 1 from groups g where g.id = $1 and (g.kind = 'everyone' \
             or g.kind = 'admins' and exists (select 1 from users u join roles r on r.id = u.role_id \
             where u.id = s.user_id and r.base_name in ('super', 'admin', 'dataAdmin')) \
             or exists (select 1 from group_members m where m.user_id = s.user_id \
             and m.group_id in (select id from inside)))) order by s.user_id limit $3",
        )
        .bind(group_id)
        .bind(after_user_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// The next users, by id, with more sessions than a maximum.
pub(in super::super) async fn list_users_beyond(
    tx: &mut Tx,
    after_user_id: &str,
    maximum: i64,
    limit: i64,
) -> Result<Vec<String>> {
    let rows = tx
        .sql(
            "select user_id from sessions where user_id > $1 group by user_id having count(*) > $2 \
             order by user_id limit $3",
        )
        .bind(after_user_id)
        .bind(maximum)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}
