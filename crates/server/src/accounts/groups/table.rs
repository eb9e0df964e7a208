//! The list of groups as CSV.

use axum::response::Response;
use seatwarden_base::Result;

use super::{
    GroupKind, Listed,
    actions::{Export, Exported},
};
use crate::{
    cx::Cx,
    text::rfc3339,
    web::{Rows, csv_file},
};

/// The same in every language, like the words of API v1.
const HEADS: [&str; 11] = [
    "id",
    "name",
    "builtIn",
    "usersCount",
    "groupsInside",
    "role",
    "language",
    "sessionMinutes",
    "excludeFromSharing",
    "created",
    "lastUpdated",
];

/// The file with every group that `export` finds.
pub(super) fn file(cx: &Cx, export: Export) -> Response {
    csv_file(cx, "groups.csv", &HEADS, export)
}

impl Rows for Export {
    async fn next(&mut self) -> Result<Option<Vec<Vec<String>>>> {
        Ok(self.next_groups().await?.map(|groups| groups.iter().map(cells).collect()))
    }
}

fn cells((listed, members): &Exported) -> Vec<String> {
    let Listed { group, inside, .. } = listed;
    vec![
        group.id.clone(),
        group.name.clone(),
        (group.kind != GroupKind::Plain).to_string(),
        members.to_string(),
        inside.to_string(),
        group.role.as_ref().map(|role| role.name.clone()).unwrap_or_default(),
        group.language.clone().unwrap_or_default(),
        group.session_minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
        group.excluded_from_sharing.to_string(),
        rfc3339(group.created_at_ms),
        rfc3339(group.updated_at_ms),
    ]
}
