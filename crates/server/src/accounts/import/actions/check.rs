//! The dry run: every row gets its verdict, and nothing is changed.

use seatwarden_base::Result;
use serde_json::json;

use super::{
    super::{
        columns::Columns,
        model::{Counts, Import, LANGUAGE_NOT_OFFERED, Options, Row, Shows, State},
        store,
    },
    Step, begin, find_at,
    plan::{Plan, Planner},
    read_part, require, write_part,
};
use crate::{
    accounts::users,
    common::audit,
    cx::{Cx, Permission},
    text::{KeptRefusal, Language},
};

/// Begins the dry run with these columns and options. Refuses with `import.other_step` if it was applied already,
/// with `import.no_key` or `import.two_columns`, and with `roles.beyond_own` if somebody began it who may more than the caller.
pub async fn check(
    cx: &Cx,
    id: &str,
    version: Option<i64>,
    columns: Columns,
    options: Options,
) -> Result<Import> {
    require(cx)?;
    if options.makes_groups {
        cx.require(Permission::ManageGroups)?;
    }
    let options = Options { reaches_administrators: users::require_whole(cx).is_ok(), ..options };
    let mut tx = cx.db.write().await?;
    let before = find_at(&mut tx, cx, id, version, &[State::Read, State::Checked]).await?;
    columns.check(&before.heads)?;
    let state = State::Checking;
    let after = Import { state, columns, options, counts: Counts::default(), ..before.clone() };
    let after = begin(&mut tx, cx, &before, after).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(after)
}

/// The whole dry run; begun again, it begins from the first row, because what one row takes others lack.
pub(super) async fn run(cx: &Cx, import: Import) -> Result<Step> {
    let mut planner = Planner::rehearsing(&mut cx.db.read().await?, cx, &import).await?;
    let mut now = import;
    let mut begun = Import { position: 0, counts: Counts::default(), ..now.clone() };
    for number in 0..now.parts() {
        let mut reading = cx.db.read().await?;
        let mut rows = read_part(&mut reading, cx, &now, number).await?;
        let plans = planner.plan(&mut reading, cx, &rows).await?;
        for (row, plan) in rows.iter_mut().zip(plans.into_iter().flatten()) {
            judge(row, &plan);
        }
        begun.position = number + 1;
        begun.counts = begun.counts.plus(Counts::of_rows(&rows), Counts::default());
        if begun.position == begun.parts() {
            begun.state = State::Checked;
        }
        let mut tx = cx.db.write().await?;
        if !store::set(&mut tx, &now, &begun).await? {
            return Ok(Step::Over);
        }
        write_part(&mut tx, cx, &now.id, number, &rows).await?;
        if begun.state == State::Checked {
            let [add, change, unchanged, wrong] = begun.counts.0;
            let after = json!({ "add": add, "change": change, "unchanged": unchanged, "wrong": wrong });
            let event = audit::Event::new("import.check", "import", &begun.id).after(after);
            audit::record(&mut tx, cx, event).await?;
        }
        tx.commit().await?;
        now = begun.clone();
    }
    Ok(Step::Over)
}

/// What is to be known about a row that can be done.
fn remark(plan: &Plan) -> Option<KeptRefusal> {
    let language = match plan {
        Plan::Add(new) => new.0.language.as_deref(),
        Plan::Change(change) => change.patch.language.as_deref(),
        Plan::Unchanged(_) | Plan::Wrong(_) => None,
    };
    let unknown = language.filter(|code| Language::parse(code).is_none())?;
    Some((&LANGUAGE_NOT_OFFERED.with("text", unknown)).into())
}

/// Writes a plan down as a verdict.
pub(super) fn judge(row: &mut Row, plan: &Plan) {
    row.verdict = Some(plan.verdict());
    (row.why, row.changes, row.user_id, row.shows) = (None, Vec::new(), None, None);
    row.remark = remark(plan);
    let in_words = |shows: &Shows| (*shows != Shows::default()).then(|| Box::new(shows.clone()));
    match plan {
        Plan::Add(new) => row.shows = in_words(&new.1),
        Plan::Change(change) => {
            row.shows = in_words(&change.shows);
            row.changes.clone_from(&change.fields);
            row.user_id = Some(change.user_id.clone());
        }
        Plan::Unchanged(user_id) => row.user_id = Some(user_id.clone()),
        Plan::Wrong(why) => row.why = Some(why.into()),
    }
}
