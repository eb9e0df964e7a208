//! All sessions that a list shows, some at a time, for a file.

use seatwarden_base::Result;
use serde_json::json;

use super::super::{
    model::{Filter, Living, Wanted},
    store::manage,
};
use crate::{
    accounts::roles,
    common::audit,
    cx::{Cx, Permission},
};

/// How many sessions are looked at for one part of the file.
const STEP: i64 = 1_000;

/// A list on its way into a file, in the order of the sessions' ids: the order of the page moves while sessions are used,
/// and one that is used meanwhile would be missing.
pub(in super::super) struct Export {
    cx: Cx,
    wanted: Wanted,
    role_id: Option<String>,
    /// Id of the session after which it goes on; none at the end.
    after: Option<String>,
}

/// Begins to write out every living session that fits; the audit trail says who asked, and for which. Refuses with
/// `roles.unknown`.
pub(in super::super) async fn export(cx: &Cx, filter: Filter) -> Result<Export> {
    cx.require(Permission::ManageSessions)?;
    let mut tx = cx.db.write().await?;
    let role_id = match filter.role.as_str() {
        "" => None,
        role => Some(roles::named(&mut tx, role).await?.id),
    };
    let asked = json!({ "search": filter.search, "role": filter.role });
    audit::record(&mut tx, cx, audit::Event::new("sessions.export", "session", "").after(asked)).await?;
    tx.commit().await?;
    let wanted = Wanted::of(&filter.search);
    Ok(Export { cx: cx.clone(), wanted, role_id, after: Some(String::new()) })
}

impl Export {
    /// The next sessions, none at the end.
    pub(in super::super) async fn next_sessions(&mut self) -> Result<Option<Vec<Living>>> {
        let Some(after) = self.after.take() else { return Ok(None) };
        let mut tx = self.cx.db.read().await?;
        let Some(last) = manage::find_step_end(&mut tx, &after, STEP).await? else { return Ok(None) };
        let walk = self.wanted.walk(self.role_id.as_deref());
        let sessions = manage::list_between(&mut tx, &walk, (&after, &last), self.cx.now_ms).await?;
        self.after = Some(last);
        Ok(Some(sessions))
    }
}
