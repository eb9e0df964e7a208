//! All objects of a list, some at a time, for a file.

use seatwarden_base::Result;
use serde_json::json;

use super::{
    super::model::{Filter, ObjectKind, OwnedObject},
    page_in,
};
use crate::{
    common::audit,
    cx::{Cx, Permission},
};

/// How many objects are read at once.
const STEP: usize = 2_000;

/// A list on its way into a file.
pub(in super::super) struct Export {
    cx: Cx,
    filter: Filter,
    is_over: bool,
}

/// Begins to write out whatever fits; the audit trail says who asked, and for what.
pub(in super::super) async fn export(cx: &Cx, filter: Filter) -> Result<Export> {
    cx.require(Permission::ReadOwnership)?;
    let told = json!({
        "owner": filter.owner_id, "kind": filter.kind.map(ObjectKind::word), "search": filter.search,
    });
    let mut tx = cx.db.write().await?;
    audit::record(&mut tx, cx, audit::Event::new("ownership.export", "object", "").after(told)).await?;
    tx.commit().await?;
    Ok(Export { cx: cx.clone(), filter: Filter { after: None, ..filter }, is_over: false })
}

impl Export {
    /// The next objects, newest first, none at the end; a step may be empty.
    pub(in super::super) async fn next(&mut self) -> Result<Option<Vec<OwnedObject>>> {
        if self.is_over {
            return Ok(None);
        }
        let page = page_in(&mut self.cx.db.read().await?, &self.filter, STEP).await?;
        self.is_over = page.next.is_none();
        self.filter.after = page.next;
        Ok(Some(page.objects))
    }
}
