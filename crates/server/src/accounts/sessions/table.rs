//! The list of sessions as CSV. The ids of sessions are not in it: with one of them its session can be ended.

use axum::response::Response;
use seatwarden_base::Result;

use super::{actions::Export, model::Living};
use crate::{
    cx::Cx,
    text::rfc3339,
    web::{Rows, csv_file},
};

/// The names that API v1 has for the same.
const HEADS: [&str; 13] = [
    "userId",
    "userName",
    "email",
    "firstName",
    "lastName",
    "role",
    "currentSessions",
    "created",
    "lastSeen",
    "expires",
    "address",
    "userAgent",
    "remembered",
];

/// The file with every session that `export` finds.
pub(super) fn file(cx: &Cx, export: Export) -> Response {
    csv_file(cx, "sessions.csv", &HEADS, export)
}

impl Rows for Export {
    async fn next(&mut self) -> Result<Option<Vec<Vec<String>>>> {
        let sessions = self.next_sessions().await?;
        Ok(sessions.map(|sessions| sessions.iter().map(cells).collect()))
    }
}

fn cells(living: &Living) -> Vec<String> {
    let (session, person) = (&living.session, &living.person);
    vec![
        person.id.clone(),
        person.user_name.clone(),
        person.email.clone(),
        person.first_name.clone(),
        person.last_name.clone(),
        person.role.name.clone(),
        living.of_user.to_string(),
        rfc3339(session.created_at_ms),
        rfc3339(session.seen_at_ms),
        rfc3339(session.expires_at_ms),
        session.ip.clone(),
        session.user_agent.clone(),
        session.remembered.to_string(),
    ]
}
