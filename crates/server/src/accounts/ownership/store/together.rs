//! SQL that counts what several users own together.

use seatwarden_base::{
    Result,
    db::{Engine, Tx},
};

use super::super::model::{Counts, ObjectKind};

const COUNT_SQLITE: &str = "select kind, count(*) from (select kind from owned_objects \
    where owner_id in (select value from json_each($1)) and removed_at_ms is null limit $2) as owned group by kind";
const COUNT_POSTGRES: &str = "select kind, count(*) from (select kind from owned_objects \
    where owner_id = any(array(select jsonb_array_elements_text(cast(cast($1 as text) as jsonb)))) \
    and removed_at_ms is null limit $2) as owned group by kind";

/// How many objects of each kind these users own (ids as a list in JSON), of `limit` that are looked at.
pub(in super::super) async fn count_by_kind(tx: &mut Tx, owner_ids: &str, limit: i64) -> Result<Counts> {
    let text = if tx.engine() == Engine::Sqlite { COUNT_SQLITE } else { COUNT_POSTGRES };
    let rows = tx.sql(text).bind(owner_ids).bind(limit).all().await?;
    let mut counts = Counts::with_capacity(rows.len());
    for row in &rows {
        let kind: String = row.get(0)?;
        counts.push((ObjectKind::of_word(&kind).unwrap_or(ObjectKind::Other), row.get(1)?));
    }
    Ok(counts)
}
