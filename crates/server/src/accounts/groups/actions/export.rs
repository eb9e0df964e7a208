//! All groups that a list shows, some at a time, for a file.

use seatwarden_base::Result;
use serde_json::json;

use super::{
    list::{LIMIT_MAX, Listed, Wanted, list},
    members::count_exactly,
};
use crate::{
    common::audit,
    cx::{Cx, Permission},
};

/// A list on its way into a file.
pub(in super::super) struct Export {
    cx: Cx,
    /// From where it goes on; none at the end.
    wanted: Option<Wanted>,
}

/// A group, and how many members it has itself, however many that are.
pub(in super::super) type Exported = (Listed, i64);

/// Begins to write out every group that fits; the audit trail says who asked, and for which.
pub(in super::super) async fn export(cx: &Cx, wanted: Wanted) -> Result<Export> {
    cx.require(Permission::ReadGroups)?;
    let mut tx = cx.db.write().await?;
    let event = audit::Event::new("groups.export", "group", "").after(json!({ "search": wanted.search }));
    audit::record(&mut tx, cx, event).await?;
    tx.commit().await?;
    Ok(Export { cx: cx.clone(), wanted: Some(Wanted { limit: Some(LIMIT_MAX), ..wanted }) })
}

impl Export {
    /// The next groups, none at the end.
    pub(in super::super) async fn next_groups(&mut self) -> Result<Option<Vec<Exported>>> {
        let Some(wanted) = self.wanted.take() else { return Ok(None) };
        let page = list(&self.cx, &wanted).await?;
        let groups: Vec<_> = page.items.iter().map(|listed| listed.group.clone()).collect();
        let counts = count_exactly(&self.cx, &groups).await?;
        self.wanted = page.next.map(|after| Wanted { after, ..wanted });
        let counted = |listed: Listed| {
            let members = counts.get(&listed.group.id).copied().unwrap_or_default();
            (listed, members)
        };
        Ok(Some(page.items.into_iter().map(counted).collect()))
    }
}
