//! The result as a file: every row with its verdict and the reason.

use axum::response::Response;

use super::{
    actions,
    columns::Field,
    model::{Import, Row, Verdict},
};
use crate::{
    cx::Cx,
    text::Text,
    web::{
        csv::{CSV, add_line},
        download,
    },
};

/// The heads, the same in every language, so that scripts can rely on them.
const HEADS: [&str; 13] = [
    "line",
    "email",
    "userName",
    "verdict",
    "changes",
    "reason",
    "userId",
    "undone",
    "role",
    "groups",
    "roleBefore",
    "groupsBefore",
    "advice",
];

/// The file.
pub(super) fn file(cx: &Cx, import: Import) -> Response {
    download(cx, "import.csv", CSV, move |cx, pieces| async move {
        let mut piece = Vec::new();
        add_line(&mut piece, HEADS);
        let mut number = 0;
        while let Some(rows) = actions::export(&cx, &import, number).await? {
            for row in &rows {
                let cells = line(cx.text(), &import, row);
                add_line(&mut piece, cells.iter().map(String::as_str));
            }
            if !pieces.send(std::mem::take(&mut piece)).await {
                return Ok(());
            }
            number += 1;
        }
        Ok(())
    })
}

fn line(t: Text, import: &Import, row: &Row) -> [String; 13] {
    let cell = |field| import.columns.cell(&row.cells, field).to_owned();
    let changes: Vec<&str> = row.changes.iter().map(|field| field.word()).collect();
    let (why, advice) = row.why.as_ref().map(|why| t.kept_refusal(why)).unwrap_or_default();
    let shows = row.shows.as_deref().cloned().unwrap_or_default();
    let role = |of: &Option<(String, String)>| {
        of.as_ref().map(|(name, shown)| t.role_name(name, shown)).unwrap_or_default()
    };
    let groups = |of: Option<Vec<String>>| of.unwrap_or_default().join(";");
    [
        row.line.to_string(),
        cell(Field::Email),
        cell(Field::UserName),
        row.verdict.map_or("", Verdict::word).to_owned(),
        changes.join(" "),
        why,
        row.user_id.clone().unwrap_or_default(),
        if row.undone { (row.why.is_none()).to_string() } else { String::new() },
        role(&shows.role),
        groups(shows.groups),
        role(&shows.role_before),
        groups(shows.groups_before),
        advice.unwrap_or_default(),
    ]
}
