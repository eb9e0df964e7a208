//! The list of users in every order it can have, from a place on, and who fits one filter.

use seatwarden_base::{
    Result,
    db::{Engine, Row, Tx},
};

use super::{
    super::{
        listing::{Key, Listed, Order, Part},
        model::User,
    },
    user,
};
use crate::cx::Origin;

/// The statement that lists users in few words, up to which of them.
macro_rules! listed {
    ($which:literal) => {
        concat!(
            "select u.id, u.email, u.user_name, u.first_name, u.last_name, u.role_id, u.active, \
             u.invited_at_ms is not null, u.origin, u.created_at_ms, u.last_activity_at_ms, u.full_name_key, \
             u.last_name_key, u.language, u.updated_at_ms from users u ",
            $which
        )
    };
}

/// Up to so many users, a page of the list, are read without a detour over another thread.
const BRIEF_ROWS: i64 = 100;

/// The page that is opened most, and so many rows. PostgreSQL plans a statement without values once; as it does not know
/// the limit of the others, it plans those at every use, which takes longer than reading a page.
const FIRST_PAGE: &str = listed!("order by u.user_name_key, u.id limit 51");
const FIRST_PAGE_ROWS: i64 = 51;

const USER_NAME_UP: &str =
    listed!("where (u.user_name_key, u.id) > ($1, $2) order by u.user_name_key, u.id limit $3");
const USER_NAME_DOWN: &str =
    listed!("where (u.user_name_key, u.id) < ($1, $2) order by u.user_name_key desc, u.id desc limit $3");
const EMAIL_UP: &str = listed!("where (u.email_key, u.id) > ($1, $2) order by u.email_key, u.id limit $3");
const EMAIL_DOWN: &str =
    listed!("where (u.email_key, u.id) < ($1, $2) order by u.email_key desc, u.id desc limit $3");
const FULL_NAME_UP: &str =
    listed!("where (u.full_name_key, u.id) > ($1, $2) order by u.full_name_key, u.id limit $3");
const FULL_NAME_DOWN: &str =
    listed!("where (u.full_name_key, u.id) < ($1, $2) order by u.full_name_key desc, u.id desc limit $3");
const LAST_NAME_UP: &str =
    listed!("where (u.last_name_key, u.id) > ($1, $2) order by u.last_name_key, u.id limit $3");
const LAST_NAME_DOWN: &str =
    listed!("where (u.last_name_key, u.id) < ($1, $2) order by u.last_name_key desc, u.id desc limit $3");
const LAST_ACTIVITY_UP: &str =
    listed!("where (u.last_activity_key, u.id) > ($1, $2) order by u.last_activity_key, u.id limit $3");
const LAST_ACTIVITY_DOWN: &str = listed!(
    "where (u.last_activity_key, u.id) < ($1, $2) order by u.last_activity_key desc, u.id desc limit $3"
);
const CREATED_UP: &str =
    listed!("where (u.created_at_ms, u.id) > ($1, $2) order by u.created_at_ms, u.id limit $3");
const CREATED_DOWN: &str =
    listed!("where (u.created_at_ms, u.id) < ($1, $2) order by u.created_at_ms desc, u.id desc limit $3");
const UPDATED_UP: &str =
    listed!("where (u.updated_at_ms, u.id) > ($1, $2) order by u.updated_at_ms, u.id limit $3");
const UPDATED_DOWN: &str =
    listed!("where (u.updated_at_ms, u.id) < ($1, $2) order by u.updated_at_ms desc, u.id desc limit $3");
const ROLE_UP: &str = listed!(
    "where u.role_id = $4 and (u.user_name_key, u.id) > ($1, $2) order by u.user_name_key, u.id limit $3"
);
const ROLE_DOWN: &str = listed!(
    "where u.role_id = $4 and (u.user_name_key, u.id) < ($1, $2) order by u.user_name_key desc, u.id desc limit $3"
);
const STATE_UP: &str = listed!(
    "where u.active = $4 and (u.invited_at_ms is not null) = $5 and (u.user_name_key, u.id) > ($1, $2) \
    order by u.user_name_key, u.id limit $3"
);
const STATE_DOWN: &str = listed!(
    "where u.active = $4 and (u.invited_at_ms is not null) = $5 and (u.user_name_key, u.id) < ($1, $2) \
    order by u.user_name_key desc, u.id desc limit $3"
);
const ORIGIN_UP: &str = listed!(
    "where u.origin = $4 and (u.user_name_key, u.id) > ($1, $2) order by u.user_name_key, u.id limit $3"
);
const ORIGIN_DOWN: &str = listed!(
    "where u.origin = $4 and (u.user_name_key, u.id) < ($1, $2) \
    order by u.user_name_key desc, u.id desc limit $3"
);
const OF_IDS_SQLITE: &str = listed!("where u.id in (select value from json_each($1))");
const OF_PLACES_SQLITE: &str = listed!("where u.rowid in (select value from json_each($1))");
const OF_NUMBERS_SQLITE: &str =
    listed!("where u.rowid in (select value from json_each($1)) and +u.search_number = u.rowid");
const OF_OTHER_NUMBERS_SQLITE: &str =
    listed!("where u.search_number in (select value from json_each($1)) and u.search_number <> u.rowid");
const OF_IDS_POSTGRES: &str =
    listed!("where u.id = any(array(select jsonb_array_elements_text(cast(cast($1 as text) as jsonb))))");
const FIRST_UP_SQLITE: &str = listed!(
    "where u.rowid in (select value from json_each($4)) and (u.user_name_key, u.id) > ($1, $2) \
    order by u.user_name_key, u.id limit $3"
);
const FIRST_DOWN_SQLITE: &str = listed!(
    "where u.rowid in (select value from json_each($4)) and (u.user_name_key, u.id) < ($1, $2) \
    order by u.user_name_key desc, u.id desc limit $3"
);
const FIRST_UP_POSTGRES: &str = listed!(
    "where u.id = any(array(select jsonb_array_elements_text(cast(cast($4 as text) as jsonb)))) \
    and (u.user_name_key, u.id) > ($1, $2) order by u.user_name_key, u.id limit $3"
);
const FIRST_DOWN_POSTGRES: &str = listed!(
    "where u.id = any(array(select jsonb_array_elements_text(cast(cast($4 as text) as jsonb)))) \
    and (u.user_name_key, u.id) < ($1, $2) order by u.user_name_key desc, u.id desc limit $3"
);
const WHOLE_OF_IDS_SQLITE: &str =
    users!("where u.id in (select value from json_each($1)) order by u.user_name_key, u.id");
const WHOLE_OF_IDS_POSTGRES: &str = users!(
    "where u.id = any(array(select jsonb_array_elements_text(cast(cast($1 as text) as jsonb)))) \
    order by u.user_name_key, u.id"
);

const WHOLE_UP: &str =
    users!("where (u.user_name_key, u.id) > ($1, $2) order by u.user_name_key, u.id limit $3");
const WHOLE_DOWN: &str =
    users!("where (u.user_name_key, u.id) < ($1, $2) order by u.user_name_key desc, u.id desc limit $3");

// Each passes over so many users of an order by its index alone.
const PASSED_USER_NAME_UP: &str =
    "select user_name_key, id from users order by user_name_key, id limit 1 offset $1";
const PASSED_USER_NAME_DOWN: &str =
    "select user_name_key, id from users order by user_name_key desc, id desc limit 1 offset $1";
const PASSED_EMAIL_UP: &str = "select email_key, id from users order by email_key, id limit 1 offset $1";
const PASSED_EMAIL_DOWN: &str =
    "select email_key, id from users order by email_key desc, id desc limit 1 offset $1";
const PASSED_NAME_UP: &str =
    "select full_name_key, id from users order by full_name_key, id limit 1 offset $1";
const PASSED_NAME_DOWN: &str =
    "select full_name_key, id from users order by full_name_key desc, id desc limit 1 offset $1";
const PASSED_LAST_NAME_UP: &str =
    "select last_name_key, id from users order by last_name_key, id limit 1 offset $1";
const PASSED_LAST_NAME_DOWN: &str =
    "select last_name_key, id from users order by last_name_key desc, id desc limit 1 offset $1";
const PASSED_LAST_ACTIVE_UP: &str =
    "select last_activity_key, id from users order by last_activity_key, id limit 1 offset $1";
const PASSED_LAST_ACTIVE_DOWN: &str =
    "select last_activity_key, id from users order by last_activity_key desc, id desc limit 1 offset $1";
const PASSED_CREATED_UP: &str =
    "select created_at_ms, id from users order by created_at_ms, id limit 1 offset $1";
const PASSED_CREATED_DOWN: &str =
    "select created_at_ms, id from users order by created_at_ms desc, id desc limit 1 offset $1";
const PASSED_UPDATED_UP: &str =
    "select updated_at_ms, id from users order by updated_at_ms, id limit 1 offset $1";
const PASSED_UPDATED_DOWN: &str =
    "select updated_at_ms, id from users order by updated_at_ms desc, id desc limit 1 offset $1";

const IDS_OF_NAMES_SQLITE: &str =
    "select name_key, user_id from sign_in_names where name_key in (select value from json_each($1))";
const IDS_OF_NAMES_POSTGRES: &str = "select name_key, user_id from sign_in_names \
    where name_key = any(array(select jsonb_array_elements_text(cast(cast($1 as text) as jsonb))))";

fn listed(mut row: Row) -> Result<Listed> {
    let origin: String = row.take(8)?;
    Ok(Listed {
        id: row.take(0)?,
        email: row.take(1)?,
        user_name: row.take(2)?,
        first_name: row.take(3)?,
        last_name: row.take(4)?,
        role_id: row.take(5)?,
        active: row.take(6)?,
        invited: row.take(7)?,
        origin: Origin::of_word(&origin),
        created_at_ms: row.take(9)?,
        last_activity_at_ms: row.take(10)?,
        full_name_key: row.take(11)?,
        last_name_key: row.take(12)?,
        language: row.take(13)?,
        updated_at_ms: row.take(14)?,
    })
}

/// Users from a place on (without the one at it) in an order, at most `limit`.
pub(in super::super) async fn list_from(
    tx: &mut Tx,
    order: Order,
    is_down: bool,
    (key, id): (&Key, &str),
    limit: i64,
) -> Result<Vec<Listed>> {
    let is_first = *key == Key::end(order, false) && id.is_empty() && limit == FIRST_PAGE_ROWS;
    if is_first && order == Order::UserName && !is_down {
        return tx.sql(FIRST_PAGE).brief().all().await?.into_iter().map(listed).collect();
    }
    let text = match (order, is_down) {
        (Order::UserName | Order::Role | Order::State | Order::Origin, false) => USER_NAME_UP,
        (Order::UserName | Order::Role | Order::State | Order::Origin, true) => USER_NAME_DOWN,
        (Order::Email, false) => EMAIL_UP,
        (Order::Email, true) => EMAIL_DOWN,
        (Order::Name, false) => FULL_NAME_UP,
        (Order::Name, true) => FULL_NAME_DOWN,
        (Order::LastName, false) => LAST_NAME_UP,
        (Order::LastName, true) => LAST_NAME_DOWN,
        (Order::LastActive, false) => LAST_ACTIVITY_UP,
        (Order::LastActive, true) => LAST_ACTIVITY_DOWN,
        (Order::Created, false) => CREATED_UP,
        (Order::Created, true) => CREATED_DOWN,
        (Order::Updated, false) => UPDATED_UP,
        (Order::Updated, true) => UPDATED_DOWN,
    };
    let asked = tx.sql(text);
    let asked = match key {
        Key::Text(text) => asked.bind(text.as_str()),
        Key::Number(number) => asked.bind(*number),
    };
    asked.bind(id).bind(limit).brief_if(limit <= BRIEF_ROWS).all().await?.into_iter().map(listed).collect()
}

/// The place of the last of so many users from an end of an order on, without reading the users before it; none if there
/// are fewer, or if the order has parts.
pub(in super::super) async fn find_place_after(
    tx: &mut Tx,
    order: Order,
    is_down: bool,
    count: i64,
) -> Result<Option<(Key, String)>> {
    let text = match (order, is_down) {
        (Order::Role | Order::State | Order::Origin, _) => return Ok(None),
        (Order::UserName, false) => PASSED_USER_NAME_UP,
        (Order::UserName, true) => PASSED_USER_NAME_DOWN,
        (Order::Email, false) => PASSED_EMAIL_UP,
        (Order::Email, true) => PASSED_EMAIL_DOWN,
        (Order::Name, false) => PASSED_NAME_UP,
        (Order::Name, true) => PASSED_NAME_DOWN,
        (Order::LastName, false) => PASSED_LAST_NAME_UP,
        (Order::LastName, true) => PASSED_LAST_NAME_DOWN,
        (Order::LastActive, false) => PASSED_LAST_ACTIVE_UP,
        (Order::LastActive, true) => PASSED_LAST_ACTIVE_DOWN,
        (Order::Created, false) => PASSED_CREATED_UP,
        (Order::Created, true) => PASSED_CREATED_DOWN,
        (Order::Updated, false) => PASSED_UPDATED_UP,
        (Order::Updated, true) => PASSED_UPDATED_DOWN,
    };
    let Some(row) = tx.sql(text).bind(count.saturating_sub(1)).first().await? else { return Ok(None) };
    let key = if order.is_by_time() { Key::Number(row.get(0)?) } else { Key::Text(row.get(0)?) };
    Ok(Some((key, row.get(1)?)))
}

/// Users from a place on (without the one at it) in the order of user names, at most `limit`, with all that the API
/// shows. Reads `passwords` for whether it must be changed.
pub(in super::super) async fn list_whole_from(
    tx: &mut Tx,
    is_down: bool,
    (user_name_key, id): (&str, &str),
    limit: i64,
) -> Result<Vec<User>> {
    let text = if is_down { WHOLE_DOWN } else { WHOLE_UP };
    let asked = tx.sql(text).bind(user_name_key).bind(id).bind(limit);
    asked.brief_if(limit <= BRIEF_ROWS).all().await?.iter().map(user).collect()
}

/// The users at these numbers of their rows (a list in JSON), in no order. Only on SQLite.
pub(in super::super) async fn list_of_places(tx: &mut Tx, places: &str) -> Result<Vec<Listed>> {
    tx.sql(OF_PLACES_SQLITE).bind(places).all().await?.into_iter().map(listed).collect()
}

/// The first of some users in the order of user names from a place on (without the one at it), at most `limit`. They are
/// a list in JSON: of the numbers of their rows on SQLite, of their ids on PostgreSQL.
pub(in super::super) async fn list_first_of(
    tx: &mut Tx,
    users: &str,
    is_down: bool,
    (user_name_key, id): (&str, &str),
    limit: i64,
) -> Result<Vec<Listed>> {
    let text = match (tx.engine(), is_down) {
        (Engine::Sqlite, false) => FIRST_UP_SQLITE,
        (Engine::Sqlite, true) => FIRST_DOWN_SQLITE,
        (Engine::Postgres, false) => FIRST_UP_POSTGRES,
        (Engine::Postgres, true) => FIRST_DOWN_POSTGRES,
    };
    let asked = tx.sql(text).bind(user_name_key).bind(id).bind(limit).bind(users);
    asked.all().await?.into_iter().map(listed).collect()
}

/// The users with these numbers in the index of names (a list in JSON of so many), in no order. Only on SQLite.
///
/// As a rule the number is that of the row as well, which saves looking for the row in an index: half of all that is read
/// from a million users.
pub(in super::super) async fn list_of_search_numbers(
    tx: &mut Tx,
    numbers: &str,
    count: usize,
) -> Result<Vec<Listed>> {
    let mut rows = tx.sql(OF_NUMBERS_SQLITE).bind(numbers).all().await?;
    if rows.len() < count {
        rows.extend(tx.sql(OF_OTHER_NUMBERS_SQLITE).bind(numbers).all().await?);
    }
    rows.into_iter().map(listed).collect()
}

/// Users of a part of an order from a place on in the order of user names, at most `limit`.
pub(in super::super) async fn list_of_part(
    tx: &mut Tx,
    part: &Part,
    is_down: bool,
    (user_name_key, id): (&str, &str),
    limit: i64,
) -> Result<Vec<Listed>> {
    let text = match (part, is_down) {
        (Part::Role(_), false) => ROLE_UP,
        (Part::Role(_), true) => ROLE_DOWN,
        (Part::State { .. }, false) => STATE_UP,
        (Part::State { .. }, true) => STATE_DOWN,
        (Part::Origin(_), false) => ORIGIN_UP,
        (Part::Origin(_), true) => ORIGIN_DOWN,
    };
    let asked = tx.sql(text).bind(user_name_key).bind(id).bind(limit);
    let asked = match part {
        Part::Role(id) => asked.bind(id.as_str()),
        Part::State { active, invited } => asked.bind(*active).bind(*invited),
        Part::Origin(origin) => asked.bind(origin.word()),
    };
    let rows = asked.brief_if(limit <= BRIEF_ROWS).all().await?;
    rows.into_iter().map(listed).collect()
}

/// The users with these ids (a list in JSON), in no order.
pub(in super::super) async fn list_of_ids(tx: &mut Tx, ids: &str) -> Result<Vec<Listed>> {
    let text = if tx.engine() == Engine::Sqlite { OF_IDS_SQLITE } else { OF_IDS_POSTGRES };
    tx.sql(text).bind(ids).all().await?.into_iter().map(listed).collect()
}

/// How many users there are, up to a maximum.
pub(in super::super) async fn count(tx: &mut Tx, pattern: Option<&str>, maximum: i64) -> Result<i64> {
    let row = match pattern {
        None => tx.sql("select count(*) from (select 1 from users limit $1) as found").bind(maximum).one().await?,
        Some(pattern) => {
            tx.sql(
                "select count(*) from (select 1 from users where search_text like $1 escape '!' limit $2) as found",
            )
            .bind(pattern)
            .bind(maximum)
            .one()
            .await?
        }
    };
    row.get(0)
}

/// Whom these names sign in (a list of keys in JSON), as pairs of name and id.
pub(in super::super) async fn list_ids_of_names(
    tx: &mut Tx,
    name_keys: &str,
) -> Result<Vec<(String, String)>> {
    let text = if tx.engine() == Engine::Sqlite { IDS_OF_NAMES_SQLITE } else { IDS_OF_NAMES_POSTGRES };
    let rows = tx.sql(text).bind(name_keys).all().await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// The users with these ids (a list in JSON) in the order of user names, with all that the API shows. Reads
/// `passwords` for whether it must be changed.
pub(in super::super) async fn list_whole_of_ids(tx: &mut Tx, ids: &str) -> Result<Vec<User>> {
    let text = if tx.engine() == Engine::Sqlite { WHOLE_OF_IDS_SQLITE } else { WHOLE_OF_IDS_POSTGRES };
    tx.sql(text).bind(ids).all().await?.iter().map(user).collect()
}
