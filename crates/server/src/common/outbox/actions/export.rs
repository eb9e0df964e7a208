//! All mails that the log of deliveries shows, some at a time, for a file.

use seatwarden_base::Result;
use serde_json::json;

use super::{
    super::model::{MailState, Queued, UNKNOWN_STATE},
    DeliveryFilter, deliveries,
};
use crate::{
    common::audit,
    cx::{Cx, Permission},
};

/// How many mails are read at once.
const STEP: usize = 500;

/// A log on its way into a file.
pub(in super::super) struct Export {
    cx: Cx,
    /// From where it goes on; none at the end.
    filter: Option<DeliveryFilter>,
}

/// Begins to write out every mail that fits; the audit trail says who asked, and for which. Refuses with
/// `outbox.unknown_state`.
pub(in super::super) async fn export(cx: &Cx, filter: DeliveryFilter) -> Result<Export> {
    cx.require(Permission::ManageMail)?;
    if !filter.state.is_empty() && !MailState::is_word(&filter.state) {
        return Err(UNKNOWN_STATE.with("name", filter.state).into());
    }
    let mut tx = cx.db.write().await?;
    let asked = json!({ "address": filter.address, "state": filter.state });
    audit::record(&mut tx, cx, audit::Event::new("outbox.export", "mail", "").after(asked)).await?;
    tx.commit().await?;
    Ok(Export { cx: cx.clone(), filter: Some(filter) })
}

impl Export {
    /// The next mails, none at the end.
    pub(in super::super) async fn next_mails(&mut self) -> Result<Option<Vec<Queued>>> {
        let Some(filter) = self.filter.take() else { return Ok(None) };
        let mut mails = deliveries(&self.cx, &filter, i64::try_from(STEP).unwrap_or(i64::MAX)).await?;
        let has_more = mails.len() > STEP;
        mails.truncate(STEP);
        let last = mails.last().filter(|_| has_more);
        let before = last.map(|last| (last.created_at_ms, last.id.clone()));
        self.filter = before.map(|before| DeliveryFilter { before: Some(before), ..filter });
        Ok(Some(mails))
    }
}
