//! Who fits one filter alone, as an index tells it, without reading the users.

use seatwarden_base::{
    Result,
    db::{Engine, Row, Tx},
};

use super::search;
use crate::cx::Origin;

const OF_ROLE_SQLITE: &str = "select rowid from users where role_id = $1 limit $2";
const OF_ROLE_POSTGRES: &str = "select id from users where role_id = $1 limit $2";
const OF_STATE_SQLITE: &str =
    "select rowid from users where active = $1 and (invited_at_ms is not null) = $2 limit $3";
const OF_STATE_POSTGRES: &str =
    "select id from users where active = $1 and (invited_at_ms is not null) = $2 limit $3";
const OF_ORIGIN_SQLITE: &str = "select rowid from users where origin = $1 limit $2";
const OF_ORIGIN_POSTGRES: &str = "select id from users where origin = $1 limit $2";
const IDLE_SQLITE: &str =
    "select rowid from users where coalesce(last_activity_at_ms, created_at_ms) < $1 limit $2";
const IDLE_POSTGRES: &str =
    "select id from users where coalesce(last_activity_at_ms, created_at_ms) < $1 limit $2";
const BEGINNING_SQLITE: &str = "\
    select * from (select rowid from users where user_name_key >= $1 and user_name_key < $2 limit $3) union \
    select * from (select rowid from users where email_key >= $1 and email_key < $2 limit $3) union \
    select * from (select rowid from users where full_name_key >= $1 and full_name_key < $2 limit $3) union \
    select * from (select rowid from users where last_name_key >= $1 and last_name_key < $2 limit $3)";
const BEGINNING_POSTGRES: &str = "\
    select * from (select id from users where user_name_key >= $1 and user_name_key < $2 limit $3) as named union \
    select * from (select id from users where email_key >= $1 and email_key < $2 limit $3) as mailed union \
    select * from (select id from users where full_name_key >= $1 and full_name_key < $2 limit $3) as first union \
    select * from (select id from users where last_name_key >= $1 and last_name_key < $2 limit $3) as last";

/// Users whom an index found.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Found {
    pub(in super::super) ids: Vec<String>,
    /// SQLite's numbers of their rows, which are the shortest way there. A row can be another user's a moment
    /// later, so whoever reads it compares it with the filter again.
    pub(in super::super) places: Vec<i64>,
    /// The numbers that SQLite's index of names has for them.
    pub(in super::super) search_numbers: Vec<i64>,
}

impl Found {
    /// These users.
    pub(in super::super) const fn of_ids(ids: Vec<String>) -> Self {
        Self { ids, places: Vec::new(), search_numbers: Vec::new() }
    }

    /// How many they are.
    pub(in super::super) const fn len(&self) -> usize {
        self.ids.len() + self.places.len() + self.search_numbers.len()
    }

    /// And these.
    pub(in super::super) fn add(&mut self, other: Self) {
        self.ids.extend(other.ids);
        self.places.extend(other.places);
        self.search_numbers.extend(other.search_numbers);
    }

    fn of_rows(engine: Engine, rows: &[Row]) -> Result<Self> {
        Ok(match engine {
            Engine::Sqlite => Self { places: numbers(rows)?, ..Self::default() },
            Engine::Postgres => Self::of_ids(rows.iter().map(|row| row.get(0)).collect::<Result<_>>()?),
        })
    }
}

/// Users with a role.
pub(in super::super) async fn of_role(tx: &mut Tx, role_id: &str, limit: i64) -> Result<Found> {
    let text = if tx.engine() == Engine::Sqlite { OF_ROLE_SQLITE } else { OF_ROLE_POSTGRES };
    let rows = tx.sql(text).bind(role_id).bind(limit).all().await?;
    Found::of_rows(tx.engine(), &rows)
}

/// Users in a state: may sign in or not, invited or not.
pub(in super::super) async fn of_state(
    tx: &mut Tx,
    active: bool,
    invited: bool,
    limit: i64,
) -> Result<Found> {
    let text = if tx.engine() == Engine::Sqlite { OF_STATE_SQLITE } else { OF_STATE_POSTGRES };
    let rows = tx.sql(text).bind(active).bind(invited).bind(limit).all().await?;
    Found::of_rows(tx.engine(), &rows)
}

/// Users from an origin.
pub(in super::super) async fn of_origin(tx: &mut Tx, origin: Origin, limit: i64) -> Result<Found> {
    let text = if tx.engine() == Engine::Sqlite { OF_ORIGIN_SQLITE } else { OF_ORIGIN_POSTGRES };
    let rows = tx.sql(text).bind(origin.word()).bind(limit).all().await?;
    Found::of_rows(tx.engine(), &rows)
}

/// Users who did nothing since a moment, and were there already.
pub(in super::super) async fn idle(tx: &mut Tx, since_ms: i64, limit: i64) -> Result<Found> {
    let text = if tx.engine() == Engine::Sqlite { IDLE_SQLITE } else { IDLE_POSTGRES };
    let rows = tx.sql(text).bind(since_ms).bind(limit).all().await?;
    Found::of_rows(tx.engine(), &rows)
}

/// Users whose user name, e-mail address, first name or last name begins with a text in lower case; of each at most
/// `limit`.
pub(in super::super) async fn of_beginning(tx: &mut Tx, beginning: &str, limit: i64) -> Result<Found> {
    let end = format!("{beginning}\u{10ffff}");
    let text = if tx.engine() == Engine::Sqlite { BEGINNING_SQLITE } else { BEGINNING_POSTGRES };
    let rows = tx.sql(text).bind(beginning).bind(end.as_str()).bind(limit).all().await?;
    Found::of_rows(tx.engine(), &rows)
}

/// Users whose search text may hold this text of three letters or more, which is in lower case, and the user
/// whose id it is. Nobody who fits is missing, but some may be there who do not.
pub(in super::super) async fn of_part(
    tx: &mut Tx,
    text: &str,
    turned: Option<&str>,
    limit: i64,
) -> Result<Found> {
    let mut found = Found::of_ids(vec![text.to_owned()]);
    for part in [Some(text), turned].into_iter().flatten() {
        let rows = search::list(tx, part, limit).await?;
        found.add(match tx.engine() {
            Engine::Sqlite => Found { search_numbers: numbers(&rows)?, ..Found::default() },
            engine @ Engine::Postgres => Found::of_rows(engine, &rows)?,
        });
    }
    Ok(found)
}

fn numbers(rows: &[Row]) -> Result<Vec<i64>> {
    rows.iter().map(|row| row.get(0)).collect()
}
