//! All mails that the log of deliveries shows, some at a time, for a file.

use seatwarden_base::Result;
use serde_json::json;

use super::{
    super::model::{MailState, Queued},
    DeliveryFilter, deliveries,
};
use crate::{
    common::audit,
    cx::{Cx, Permission},
};

/// How many mails are read at once.
const STEP: i64 = 500;

/// A log on its way into a file.
pub(in super::super) struct Export {
    cx: Cx,
    /// From where it goes on; none at the end.
    filter: Option<DeliveryFilter>,
}

/// Begins to write out every mail that fits; the audit trail says who asked, and for which.
pub(in super::super) async fn export(cx: &Cx, filter: DeliveryFilter) -> Result<Export> {
    cx.require(Permission::ManageMail)?;
    let mut tx = cx.db.write().await?;
    let asked = json!({ "address": filter.address, "state": filter.state.map(MailState::word) });
    audit::record(&mut tx, cx, audit::Event::new("outbox.export", "mail", "").after(asked)).await?;
    tx.commit().await?;
    Ok(Export { cx: cx.clone(), filter: Some(filter) })
}

impl Export {
    /// The next mails, none at the end.
    pub(in super::super) async fn next_mails(&mut self) -> Result<Option<Vec<Queued>>> {
        let Some(filter) = self.filter.take() else { return Ok(None) };
        let page = deliveries(&self.cx, &filter, STEP).await?;
        self.filter = page.next.map(|next| DeliveryFilter { before: Some(next), ..filter });
        Ok(Some(page.mails))
    }
}
