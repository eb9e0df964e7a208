//! Passwords of lists that stand still: nobody knows whether their rows are ever done.

use seatwarden_base::Result;

use super::{
    super::{
        columns::Field,
        model::{Counts, Import, PASSWORDS_FORGOTTEN, Row, UNAPPLIED_HOURS, Verdict},
        store,
    },
    Held,
    apply::forget_secrets,
    hold_part, write_part,
};
use crate::cx::Cx;

const HOUR_MS: i64 = 3_600_000;
/// How many lists are looked at in one go.
const STOPPED_MAX: i64 = 1_000;

/// Empties the passwords of lists that were stopped and that nobody went on with for a day. Their rows that are left cannot be
/// done any more, and say why.
pub async fn forget_passwords(host: &Cx) -> Result<()> {
    let before_ms = host.now_ms - UNAPPLIED_HOURS * HOUR_MS;
    let stopped = store::list_stopped(&mut host.db.read().await?, before_ms, STOPPED_MAX).await?;
    let is_known =
        |import: &Import| import.why.as_ref().is_some_and(|why| why.code == PASSWORDS_FORGOTTEN.code);
    for import in stopped.into_iter().filter(|import| has_secrets(import) && !is_known(import)) {
        forget_those_of(host, import).await?;
    }
    Ok(())
}

fn has_secrets(import: &Import) -> bool {
    [Field::Password, Field::Hash].into_iter().any(|field| import.columns.has(field))
}

async fn forget_those_of(host: &Cx, import: Import) -> Result<()> {
    let why = PASSWORDS_FORGOTTEN.with("hours", UNAPPLIED_HOURS);
    for number in 0..import.parts() {
        // Somebody goes on with it after all, or took it back.
        let Some(Held { mut tx, import, mut rows }) = hold_part(host, &import, number).await? else {
            return Ok(());
        };
        let before = Counts::of_rows(&rows);
        for row in &mut rows {
            if is_left_with_secret(&import, row) {
                row.verdict = Some(Verdict::Wrong);
                row.why = Some((&why).into());
                row.shows = None;
            }
            forget_secrets(&import, row);
        }
        let counts = import.counts.plus(Counts::of_rows(&rows), before);
        let is_last = number + 1 == import.parts();
        let kept = if is_last { Some((&why).into()) } else { import.why.clone() };
        let after = Import { counts, why: kept, ..import.clone() };
        if !store::set(&mut tx, &import, &after).await? {
            return Ok(());
        }
        write_part(&mut tx, host, &import.id, number, &rows).await?;
        tx.commit().await?;
    }
    Ok(())
}

fn is_left_with_secret(import: &Import, row: &Row) -> bool {
    let has = |field| !import.columns.cell(&row.cells, field).is_empty();
    !row.applied && row.verdict == Some(Verdict::Add) && (has(Field::Password) || has(Field::Hash))
}
