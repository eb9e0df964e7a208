//! Taking an import back: new users are deleted (and can be brought back), changed ones get their values back.
//! Whoever was changed since stays as they are, and the row says so.

use seatwarden_base::{Error, Kind, Refusal, Result, db::Tx};
use serde_json::json;

use super::{
    super::{
        model::{Before, CHANGED_SINCE, GONE_SINCE, Import, Left, Row, State, TOO_LATE, Verdict},
        store,
    },
    Held, Step,
    apply::{drop_unused_groups, forget_secrets},
    begin, find_at, hold_part, require_undoing, write_part,
};
use crate::{
    accounts::users::{self, UNDO_DAYS, User, UserPatch},
    common::audit,
    cx::Cx,
};

const DAY_MS: i64 = 24 * 3_600_000;

/// Begins to take an import back. Refuses with `import.other_step` if it was not applied, and with
/// `import.too_late` after 30 days; with `roles.beyond_own` if somebody began it who may more than the caller.
pub async fn undo(cx: &Cx, id: &str, version: Option<i64>) -> Result<Import> {
    require_undoing(cx)?;
    let mut tx = cx.db.write().await?;
    let before = find_at(&mut tx, cx, id, version, &[State::Applied, State::Stopped]).await?;
    if before.applied_at_ms.is_none_or(|at_ms| at_ms + UNDO_DAYS * DAY_MS < cx.now_ms) {
        return Err(TOO_LATE.into());
    }
    let after = Import { state: State::Undoing, undone: 0, ..before.clone() };
    let after = begin(&mut tx, cx, &before, after).await?;
    let event = audit::Event::new("import.undo", "import", &after.id);
    audit::record(&mut tx, cx, event.after(json!({ "name": after.name }))).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(after)
}

/// Takes the next part back, from the last one on and each from its last row on: what a row took, such as a seat or a
/// name, is free again before the rows above it, which made room for it, get back what they gave.
pub(super) async fn step(cx: &Cx, import: Import) -> Result<Step> {
    let number = import.parts() - 1 - import.position;
    let done = match whole(cx, &import, number).await {
        Err(Error::Refusal(why)) if why.kind != Kind::Busy => row_by_row(cx, &import, number).await?,
        other => other?,
    };
    let Some(Held { mut tx, import, mut rows }) = done else { return Ok(Step::Over) };
    for row in &mut rows {
        forget_secrets(&import, row);
    }
    let taken_back = |row: &&Row| row.undone && row.why.is_none();
    let mut after = import.clone();
    after.undone += i64::try_from(rows.iter().filter(taken_back).count()).unwrap_or_default();
    after.position += 1;
    let is_over = after.position >= after.parts();
    if is_over {
        after.state = State::Undone;
    }
    if !store::set(&mut tx, &import, &after).await? {
        return Ok(Step::Over);
    }
    write_part(&mut tx, cx, &after.id, number, &rows).await?;
    if is_over {
        let event = audit::Event::new("import.finish_undo", "import", &after.id);
        audit::record(&mut tx, cx, event.after(json!({ "undone": after.undone }))).await?;
        drop_unused_groups(&mut tx, cx, &after).await?;
    }
    tx.commit().await?;
    Ok(if is_over { Step::Over } else { Step::More })
}

/// Takes all rows of a part back, in one transaction that is still to be committed; none if somebody else does.
async fn whole(cx: &Cx, import: &Import, number: i64) -> Result<Option<Held>> {
    let Some(mut held) = hold_part(cx, import, number).await? else { return Ok(None) };
    for row in held.rows.iter_mut().rev() {
        take_back(&mut held.tx, cx, row).await?;
    }
    Ok(Some(held))
}

/// The same with a transaction for each row: one that is refused keeps no other from being taken back.
async fn row_by_row(cx: &Cx, import: &Import, number: i64) -> Result<Option<Held>> {
    let Some(Held { rows, .. }) = hold_part(cx, import, number).await? else { return Ok(None) };
    for at in (0..rows.len()).rev() {
        let Some(mut held) = hold_part(cx, import, number).await? else { return Ok(None) };
        match take_back(&mut held.tx, cx, &mut held.rows[at]).await {
            Ok(()) => {}
            Err(Error::Refusal(why)) if why.kind != Kind::Busy => {
                drop(held);
                let Some(anew) = hold_part(cx, import, number).await? else { return Ok(None) };
                held = anew;
                if !held.rows[at].undone {
                    leave(&mut held.rows[at], &why);
                }
            }
            Err(other) => return Err(other),
        }
        write_part(&mut held.tx, cx, &import.id, number, &held.rows).await?;
        held.tx.commit().await?;
    }
    hold_part(cx, import, number).await
}

fn leave(row: &mut Row, why: &Refusal) {
    (row.undone, row.why) = (true, Some(why.into()));
}

async fn take_back(tx: &mut Tx, cx: &Cx, row: &mut Row) -> Result<()> {
    let is_change = matches!(row.verdict, Some(Verdict::Add | Verdict::Change));
    let Some(user_id) = row.user_id.clone().filter(|_| is_change && row.applied && !row.undone) else {
        return Ok(());
    };
    let user = match users::find_in(tx, &user_id).await {
        Err(error) if error.is(&users::UNKNOWN) => {
            leave(row, &GONE_SINCE);
            return Ok(());
        }
        other => other?,
    };
    if Some(user.person.version) != row.version || row.left.is_some_and(|left| left != Left::of(&user)) {
        leave(row, &CHANGED_SINCE);
        return Ok(());
    }
    match row.before.take() {
        None => drop(users::delete_in(tx, cx, &[user_id]).await.map_err(Error::alone)?),
        Some(before) => drop(users::update_in(tx, cx, &user_id, &patch(&user, before), None).await?),
    }
    row.undone = true;
    Ok(())
}

fn patch(user: &User, before: Before) -> UserPatch {
    UserPatch {
        email: before.email,
        user_name: before.user_name,
        first_name: before.first_name,
        last_name: before.last_name,
        role: before.role,
        groups: before.groups,
        language: before.language,
        active: before.active,
        version: Some(user.person.version),
        ..UserPatch::default()
    }
}
