//! Applying: some hundred rows a transaction, each row exactly once.

use seatwarden_base::{Error, Kind, Refusal, Result, db::Tx, jobs};
use serde_json::json;

use super::{
    super::{
        columns::Field,
        jobs::COUNT,
        model::{Counts, Import, Left, Row, State, Verdict},
        store,
    },
    Held, Step, begin,
    check::judge,
    find_at, hold_part,
    plan::{Plan, Planner},
    read_part, require, write_part,
};
use crate::{
    accounts::{
        groups::{self, GroupChange},
        passwords::{Prepared, hash_pool::Turn},
        users::{self, NewUser, User},
    },
    common::audit,
    cx::Cx,
};

/// After how many parts the database is told how much it holds now.
const COUNTED_ANEW: [i64; 4] = [5, 25, 100, 400];

/// Begins to do what the dry run said, or goes on where it was stopped. Refuses with `import.other_step`,
/// and with `roles.beyond_own` if somebody began it who may more than the caller.
pub async fn apply(cx: &Cx, id: &str, version: Option<i64>) -> Result<Import> {
    require(cx)?;
    let mut tx = cx.db.write().await?;
    let before = find_at(&mut tx, cx, id, version, &[State::Checked, State::Stopped]).await?;
    let applied_at_ms = before.applied_at_ms.or(Some(cx.now_ms));
    let after = Import { state: State::Applying, applied_at_ms, ..before.clone() };
    let after = begin(&mut tx, cx, &before, after).await?;
    let event = audit::Event::new("import.apply", "import", &after.id);
    audit::record(&mut tx, cx, event.after(json!({ "name": after.name, "rows": after.rows }))).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(after)
}

/// Applies the next part. If one of its rows cannot be done after all, the part is done row by row, so that
/// only that row is left out.
pub(super) async fn step(cx: &Cx, import: Import) -> Result<Step> {
    let number = import.position;
    let rows = read_part(&mut cx.db.read().await?, cx, &import, number).await?;
    let import = make_groups(cx, import, &rows).await?;
    let mut part = Part { cx, import, number, rows, passwords: Vec::new(), refused: Vec::new() };
    part.prepare_passwords().await?;
    let all = 0..part.rows.len();
    match part.apply(all.clone(), true).await {
        Err(Error::Refusal(why)) if why.kind != Kind::Busy => {}
        other => return other,
    }
    for at in all.clone() {
        match part.apply(at..at + 1, false).await {
            Err(Error::Refusal(why)) if why.kind != Kind::Busy => part.refuse(at, &why).await?,
            other => {
                if other? == Step::Over {
                    return Ok(Step::Over);
                }
            }
        }
    }
    part.apply(0..0, true).await
}

/// Groups that rows name and that are not there yet; each is made once, whatever happens later.
async fn make_groups(cx: &Cx, mut import: Import, rows: &[Row]) -> Result<Import> {
    if !import.options.makes_groups {
        return Ok(import);
    }
    let names = {
        let mut tx = cx.db.read().await?;
        Planner::applying(&mut tx, cx, &import).await?.groups_to_make(&mut tx, rows).await?
    };
    for name in names {
        let new = GroupChange { name: Some(name), ..GroupChange::default() };
        let mut tx = cx.db.write().await?;
        match groups::create_in(&mut tx, cx, vec![new]).await {
            // Its rows will say that the group is not there.
            Err(Error::Refusal(why)) if why.kind != Kind::Busy => {}
            made => {
                import.made_groups.extend(made?.into_iter().map(|group| group.id));
                store::set_made_groups(&mut tx, &import.id, &import.made_groups).await?;
                tx.commit().await?;
            }
        }
    }
    Ok(import)
}

/// Deletes the groups that an import made and that nobody uses, in its last transaction: all its rows were refused, or it
/// was taken back. Groups that somebody uses or changed since stay.
pub(super) async fn drop_unused_groups(tx: &mut Tx, cx: &Cx, import: &Import) -> Result<()> {
    // In one order, so that two imports do not wait for each other.
    let mut ids: Vec<&String> = import.made_groups.iter().collect();
    ids.sort();
    for id in ids {
        match groups::delete_unused(tx, cx, id).await {
            Err(Error::Refusal(why)) if why.kind != Kind::Busy => {}
            other => other?,
        }
    }
    Ok(())
}

/// A part on its way.
struct Part<'a> {
    cx: &'a Cx,
    import: Import,
    number: i64,
    rows: Vec<Row>,
    /// Hashed, by place in the part.
    passwords: Vec<(usize, Prepared)>,
    /// Why a password cannot be taken, by place in the part.
    refused: Vec<(usize, Refusal)>,
}

impl Part<'_> {
    /// Hashing is slow, so it is done before the transaction begins.
    async fn prepare_passwords(&mut self) -> Result<()> {
        if !self.import.columns.has(Field::Password) && !self.import.columns.has(Field::Hash) {
            return Ok(());
        }
        let plans = {
            let mut tx = self.cx.db.read().await?;
            let mut planner = Planner::applying(&mut tx, self.cx, &self.import).await?;
            planner.plan(&mut tx, self.cx, &self.rows).await?
        };
        for (at, plan) in plans.into_iter().enumerate() {
            let Some(Plan::Add(new)) = plan else { continue };
            match users::prepare(self.cx, &new.0, &new.0.credential, Turn::WhenFree).await {
                Ok(Some(password)) => self.passwords.push((at, password)),
                Ok(None) => {}
                Err(Error::Refusal(why)) if why.kind != Kind::Busy => self.refused.push((at, *why)),
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    /// Begins a transaction on the part as it is now; none if somebody else has done it.
    async fn hold(&mut self) -> Result<Option<Held>> {
        let Some(mut held) = hold_part(self.cx, &self.import, self.number).await? else { return Ok(None) };
        for (at, why) in &self.refused {
            if !held.rows[*at].applied {
                wrong(&mut held.rows[*at], why);
            }
        }
        self.import = held.import.clone();
        Ok(Some(held))
    }

    /// Applies rows of the part in one transaction, and counts the part as done if they are its last.
    async fn apply(&mut self, which: std::ops::Range<usize>, is_last: bool) -> Result<Step> {
        let cx = self.cx;
        let Some(Held { mut tx, mut rows, .. }) = self.hold().await? else { return Ok(Step::Over) };
        let mut planner = Planner::applying(&mut tx, cx, &self.import).await?;
        let plans = planner.plan(&mut tx, cx, &rows[which.clone()]).await?;
        let mut new = Vec::new();
        for (at, plan) in which.zip(plans) {
            let Some(plan) = plan else { continue };
            judge(&mut rows[at], &plan);
            rows[at].applied = true;
            match plan {
                Plan::Add(user) => new.push((at, user.0)),
                Plan::Change(change) => {
                    let user = users::update_in(&mut tx, cx, &change.user_id, &change.patch, None).await?;
                    rows[at].before = Some(change.before);
                    note_left(&mut rows[at], &user);
                }
                Plan::Unchanged(_) | Plan::Wrong(_) => {}
            }
        }
        self.add(&mut tx, &mut rows, new).await?;
        self.finish(tx, rows, is_last).await
    }

    async fn add(&self, tx: &mut Tx, rows: &mut [Row], new: Vec<(usize, NewUser)>) -> Result<()> {
        let places: Vec<usize> = new.iter().map(|(at, _)| *at).collect();
        let password = |at: usize| self.passwords.iter().find(|(of, _)| *of == at).map(|(_, it)| it.clone());
        let all = new.into_iter().map(|(at, user)| (user, password(at))).collect();
        let made = users::create_all_in(tx, self.cx, all).await.map_err(Error::alone)?;
        for (at, user) in places.into_iter().zip(made) {
            note_left(&mut rows[at], &user);
            rows[at].user_id = Some(user.person.id);
        }
        Ok(())
    }

    /// Writes down what was done, in the same transaction.
    async fn finish(&mut self, mut tx: Tx, mut rows: Vec<Row>, is_last: bool) -> Result<Step> {
        let cx = self.cx;
        let before = Counts::of_rows(&read_part(&mut tx, cx, &self.import, self.number).await?);
        if is_last {
            for row in &mut rows {
                forget_secrets(&self.import, row);
            }
        }
        let mut after = self.import.clone();
        after.counts = after.counts.plus(Counts::of_rows(&rows), before);
        after.position += i64::from(is_last);
        let is_over = after.position == after.parts();
        if is_over {
            after.state = State::Applied;
        }
        if !store::set(&mut tx, &self.import, &after).await? {
            return Ok(Step::Over);
        }
        write_part(&mut tx, cx, &after.id, self.number, &rows).await?;
        if is_over {
            let [added, changed, unchanged, wrong] = after.counts.0;
            let told = json!({ "added": added, "changed": changed, "unchanged": unchanged, "wrong": wrong });
            let event = audit::Event::new("import.finish", "import", &after.id).after(told);
            audit::record(&mut tx, cx, event).await?;
            drop_unused_groups(&mut tx, cx, &after).await?;
        }
        // A mail that has gone out cannot be taken back.
        if !is_over && !self.import.options.invites {
            store::commit_later(&mut tx).await?;
        }
        if is_over || is_last && COUNTED_ANEW.contains(&after.position) {
            // By a job of its own: it is done even if the server is killed now, and nobody waits for it.
            jobs::enqueue(&mut tx, COUNT, &json!({}), cx.clock.now_ms(), cx.new_id()?).await?;
        }
        tx.commit().await?;
        cx.jobs.nudge();
        (self.import, self.rows) = (after, rows);
        Ok(if is_over { Step::Over } else { Step::More })
    }

    /// Notes that a row cannot be done.
    async fn refuse(&mut self, at: usize, why: &Refusal) -> Result<()> {
        let Some(Held { tx, mut rows, .. }) = self.hold().await? else { return Ok(()) };
        if !rows[at].applied {
            wrong(&mut rows[at], why);
        }
        self.finish(tx, rows, false).await.map(drop)
    }
}

/// Notes how a row left its user, so that taking it back sees whether somebody changed them since.
fn note_left(row: &mut Row, user: &User) {
    (row.version, row.left) = (Some(user.person.version), Some(Left::of(user)));
}

fn wrong(row: &mut Row, why: &Refusal) {
    row.verdict = Some(Verdict::Wrong);
    (row.why, row.user_id, row.applied) = (Some(why.into()), None, true);
    row.changes.clear();
    row.shows = None;
}

/// Passwords are not kept a moment longer than they are needed.
pub(super) fn forget_secrets(import: &Import, row: &mut Row) {
    row.as_came.clear();
    for (cell, column) in row.cells.iter_mut().zip(&import.columns.0) {
        if column.is_some_and(Field::is_secret) {
            cell.clear();
        }
    }
}
