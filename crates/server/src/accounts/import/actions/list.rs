//! Looking at imports and their rows, and putting them away.

use seatwarden_base::{Error, Result};
use serde_json::json;

use super::{
    super::{
        columns::Field,
        model::{Import, LISTED_MAX, OTHER_STEP, PAGE_ROWS, PART_ROWS, Row, State, UNAPPLIED_HOURS, Verdict},
        store,
    },
    cells::is_mailed,
    enqueue, find_in, read_part, require_looking, require_over_starter,
};
use crate::{
    accounts::{groups, users::UNDO_DAYS},
    common::audit,
    cx::{BEYOND_OWN_ROLE, Cx},
};

const HOUR_MS: i64 = 3_600_000;
/// Of how many groups is said that they stay.
const GROUPS_NAMED_MAX: usize = 50;

/// Which rows of an import are wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// Only those with this verdict.
    pub verdict: Option<Verdict>,
    /// From this place on, as the page before said.
    pub from: usize,
}

/// The imports before a place in their order, newest first; and the place where the next page begins, if there is one.
pub async fn list(cx: &Cx, before: Option<(i64, String)>) -> Result<(Vec<Import>, Option<(i64, String)>)> {
    require_looking(cx)?;
    let (at_ms, id) = before.unwrap_or((i64::MAX, String::new()));
    let mut imports = store::list(&mut cx.db.read().await?, (at_ms, &id), LISTED_MAX + 1).await?;
    let most = usize::try_from(LISTED_MAX).unwrap_or(usize::MAX);
    let has_more = imports.len() > most;
    imports.truncate(most);
    let next = imports.last().filter(|_| has_more).map(|last| (last.created_at_ms, last.id.clone()));
    Ok((imports, next))
}

/// An import; refuses with `import.unknown`.
pub async fn find(cx: &Cx, id: &str) -> Result<Import> {
    require_looking(cx)?;
    find_in(&mut cx.db.read().await?, id).await
}

/// Whether the caller may act on an import, and not only look at it: whoever began it may no more than they.
pub(in super::super) async fn is_within_reach(cx: &Cx, import: &Import) -> Result<bool> {
    require_looking(cx)?;
    match require_over_starter(&mut cx.db.read().await?, cx, import).await {
        Err(error) if error.is(&BEYOND_OWN_ROLE) => Ok(false),
        other => other.map(|()| true),
    }
}

/// Names of the groups that an import made and that are there still after it was taken back: somebody uses them.
pub(in super::super) async fn groups_left(cx: &Cx, import: &Import) -> Result<Vec<String>> {
    require_looking(cx)?;
    let (mut names, mut tx) = (Vec::new(), cx.db.read().await?);
    if import.state == State::Undone {
        for id in import.made_groups.iter().take(GROUPS_NAMED_MAX) {
            match groups::find_in(&mut tx, id).await {
                Err(Error::Refusal(_)) => {}
                group => names.push(group?.name),
            }
        }
    }
    Ok(names)
}

/// A page of rows, and where the next one begins.
pub async fn rows(cx: &Cx, import: &Import, wanted: Wanted) -> Result<(Vec<Row>, Option<usize>)> {
    require_looking(cx)?;
    let mut tx = cx.db.read().await?;
    let place = wanted.verdict.and_then(|verdict| i64::try_from(verdict as usize).ok()).unwrap_or(4);
    let (mut found, mut from) = (Vec::with_capacity(PAGE_ROWS), wanted.from);
    loop {
        let number = i64::try_from(from / PART_ROWS).unwrap_or(i64::MAX);
        let Some(next) = store::find_part_with(&mut tx, &import.id, number, place).await? else {
            return Ok((found, None));
        };
        let first = usize::try_from(next).unwrap_or(usize::MAX).saturating_mul(PART_ROWS);
        let skipped = from.saturating_sub(first);
        for (at, row) in read_part(&mut tx, cx, import, next).await?.into_iter().enumerate().skip(skipped) {
            if wanted.verdict.is_some() && row.verdict != wanted.verdict {
                continue;
            }
            if found.len() == PAGE_ROWS {
                return Ok((found, Some(first + at)));
            }
            found.push(row);
        }
        from = first + PART_ROWS;
    }
}

/// How many invitations applying a checked import mails at most.
pub(in super::super) async fn mails(cx: &Cx, import: &Import) -> Result<i64> {
    require_looking(cx)?;
    if !import.options.invites || import.state != State::Checked {
        return Ok(0);
    }
    // Only these keep a new user from being invited.
    if ![Field::Password, Field::Hash, Field::Active].into_iter().any(|field| import.columns.has(field)) {
        return Ok(import.counts.of(Verdict::Add));
    }
    let mut tx = cx.db.read().await?;
    let mut count = 0;
    for number in 0..import.parts() {
        let rows = read_part(&mut tx, cx, import, number).await?;
        count += rows.iter().filter(|row| is_mailed(import, row)).count();
    }
    Ok(i64::try_from(count).unwrap_or(i64::MAX))
}

/// All rows, a part at a time, for a file: the next part of `number`, none behind the last.
pub async fn export(cx: &Cx, import: &Import, number: i64) -> Result<Option<Vec<Row>>> {
    require_looking(cx)?;
    if number >= import.parts() {
        return Ok(None);
    }
    read_part(&mut cx.db.read().await?, cx, import, number).await.map(Some)
}

/// Puts an import away, with its rows; users stay as they are. Refuses with `import.other_step` while a job is
/// at work, and with `roles.beyond_own` if somebody began it who may more than the caller.
pub async fn remove(cx: &Cx, id: &str) -> Result<()> {
    require_looking(cx)?;
    let mut tx = cx.db.write().await?;
    let import = find_in(&mut tx, id).await?;
    require_over_starter(&mut tx, cx, &import).await?;
    if import.state.is_running() {
        return Err(OTHER_STEP.into());
    }
    store::delete(&mut tx, id).await?;
    let event = audit::Event::new("import.remove", "import", id);
    audit::record(&mut tx, cx, event.before(json!({ "name": import.name, "rows": import.rows }))).await?;
    tx.commit().await
}

/// Removes what nobody applied within a day, and what can no longer be taken back.
pub async fn clean(tx: &mut seatwarden_base::db::Tx, now_ms: i64) -> Result<u64> {
    let before_ms = now_ms - UNAPPLIED_HOURS * HOUR_MS;
    store::delete_old(tx, before_ms, now_ms - UNDO_DAYS * 24 * HOUR_MS).await
}

/// Goes on at once with imports that were cut off, and not only when the lease of their job has ended. Should the
/// job live after all, each row is done once all the same.
pub async fn resume(host: &Cx) -> Result<()> {
    let running = store::list_running(&mut host.db.read().await?, LISTED_MAX).await?;
    if running.is_empty() {
        return Ok(());
    }
    let mut tx = host.db.write().await?;
    for id in running {
        enqueue(&mut tx, host, &id, 0).await?;
    }
    tx.commit().await?;
    host.jobs.nudge();
    Ok(())
}
