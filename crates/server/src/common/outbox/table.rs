//! The log of deliveries as CSV: of a mail what its row says, never its text.

use axum::response::Response;
use seatwarden_base::Result;

use super::{actions::export::Export, model::Queued};
use crate::{
    cx::Cx,
    text::rfc3339,
    web::{Rows, csv_file},
};

/// The names that API v1 has for the same.
const HEADS: [&str; 11] = [
    "id",
    "kind",
    "email",
    "userId",
    "language",
    "subject",
    "state",
    "attempts",
    "created",
    "sent",
    "lastError",
];

/// The file with every mail that `export` finds.
pub(super) fn file(cx: &Cx, export: Export) -> Response {
    csv_file(cx, "mails.csv", &HEADS, export)
}

impl Rows for Export {
    async fn next(&mut self) -> Result<Option<Vec<Vec<String>>>> {
        Ok(self.next_mails().await?.map(|mails| mails.iter().map(cells).collect()))
    }
}

fn cells(mail: &Queued) -> Vec<String> {
    vec![
        mail.id.clone(),
        mail.kind.clone(),
        mail.to_address.clone(),
        mail.user_id.clone().unwrap_or_default(),
        mail.language.clone(),
        mail.subject.clone(),
        mail.state.word().to_owned(),
        mail.attempts.to_string(),
        rfc3339(mail.created_at_ms),
        mail.sent_at_ms.map(rfc3339).unwrap_or_default(),
        mail.last_error.clone().unwrap_or_default(),
    ]
}
