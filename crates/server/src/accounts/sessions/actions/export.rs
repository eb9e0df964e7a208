//! All sessions that a list shows, some at a time, for a file.

use seatwarden_base::Result;
use serde_json::json;

use super::{
    super::model::{Filter, Living},
    manage::{LIMIT_MAX, list},
};
use crate::{
    accounts::roles,
    common::audit,
    cx::{Cx, Permission},
};

/// A list on its way into a file.
pub(in super::super) struct Export {
    cx: Cx,
    /// From where it goes on; none at the end.
    filter: Option<Filter>,
}

/// Begins to write out every living session that fits; the audit trail says who asked, and for which. Refuses with
/// `roles.unknown`.
pub(in super::super) async fn export(cx: &Cx, filter: Filter) -> Result<Export> {
    cx.require(Permission::ManageSessions)?;
    let mut tx = cx.db.write().await?;
    if !filter.role.is_empty() {
        roles::named(&mut tx, &filter.role).await?;
    }
    let asked = json!({ "search": filter.search, "role": filter.role });
    audit::record(&mut tx, cx, audit::Event::new("sessions.export", "session", "").after(asked)).await?;
    tx.commit().await?;
    Ok(Export { cx: cx.clone(), filter: Some(Filter { limit: LIMIT_MAX, ..filter }) })
}

impl Export {
    /// The next sessions, none at the end.
    pub(in super::super) async fn next_sessions(&mut self) -> Result<Option<Vec<Living>>> {
        let Some(filter) = self.filter.take() else { return Ok(None) };
        let page = list(&self.cx, &filter).await?;
        self.filter = page.next.map(|next| Filter { after: Some(next), ..filter });
        Ok(Some(page.sessions))
    }
}
