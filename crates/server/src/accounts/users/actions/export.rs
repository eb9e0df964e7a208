//! All users of a list, some at a time, for a file.

use seatwarden_base::Result;
use serde_json::json;

use super::{
    super::listing::{ListQuery, Page},
    browse::Shown,
    walk::{Everybody, STEP_MAX},
};
use crate::{
    common::audit,
    cx::{Cx, Permission},
};

/// A list on its way into a file.
pub struct Export {
    cx: Cx,
    everybody: Everybody,
}

/// Begins to write out everybody who fits; the audit trail says who asked, and for whom.
pub async fn export(cx: &Cx, query: &ListQuery) -> Result<Export> {
    cx.require(Permission::ListUsers)?;
    let everybody = Everybody::new(cx, &mut cx.db.read().await?, query, None).await?;
    let mut tx = cx.db.write().await?;
    let event = audit::Event::new("users.export", "user", "");
    audit::record(&mut tx, cx, event.after(json!({ "query": query.address(&Page::First) }))).await?;
    tx.commit().await?;
    Ok(Export { cx: cx.clone(), everybody })
}

impl Export {
    /// The next users, none at the end; a step may be empty.
    pub async fn next(&mut self) -> Result<Option<Vec<Shown>>> {
        let users = self.everybody.next(&mut self.cx.db.read().await?, STEP_MAX).await?;
        match users {
            Some(users) => Ok(Some(self.everybody.lookup.show(&self.cx, users).await?)),
            None => Ok(None),
        }
    }
}
