//! The list as a file.

use axum::{Router, routing::post};
use serde::Deserialize;

use super::{
    super::{Column, ListQuery, Shown, State, export},
    list_table::{column_label, origin_word, seat_word, state_word},
};
use crate::{
    accounts::seats::Seat,
    cx::Cx,
    text::{Text, rfc3339},
    web::{
        Form, WebResult,
        csv::{CSV, add_line},
        download,
    },
};

/// What tells a spreadsheet that the file is UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

pub(super) fn router() -> Router {
    Router::new().route("/admin/users/export", post(write))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    query: String,
    #[serde(default)]
    mark: String,
}

async fn write(cx: Cx, Form(asked): Form<Asked>) -> WebResult {
    let query = ListQuery::read(&asked.query);
    let mut export = export(&cx, &query).await?;
    Ok(download(&cx, "users.csv", CSV, |cx, pieces| async move {
        let t = cx.text();
        let columns = query.shown_columns();
        let mut piece = if asked.mark.is_empty() { Vec::new() } else { MARK.to_vec() };
        let heads: Vec<String> = [t.users_list_id(), t.users_user_name()]
            .into_iter()
            .chain(columns.iter().map(|it| column_label(t, *it)))
            .collect();
        add_line(&mut piece, heads.iter().map(String::as_str));
        while let Some(users) = export.next().await? {
            for one in &users {
                let own = [one.user.id.clone(), one.user.user_name.clone()];
                let cells: Vec<String> =
                    own.into_iter().chain(columns.iter().map(|column| cell(&cx, t, one, *column))).collect();
                add_line(&mut piece, cells.iter().map(String::as_str));
            }
            if !piece.is_empty() && !pieces.send(std::mem::take(&mut piece)).await {
                return Ok(());
            }
        }
        pieces.send(piece).await;
        Ok(())
    }))
}

fn cell(cx: &Cx, t: Text, one: &Shown, column: Column) -> String {
    let user = &one.user;
    match column {
        Column::Email => user.email.clone(),
        Column::Name => user.full_name(),
        Column::Groups => one.groups.iter().map(|group| group.name.as_str()).collect::<Vec<_>>().join("; "),
        Column::Role => {
            one.role.as_ref().map(|role| t.role_name(&role.name, &role.display_name)).unwrap_or_default()
        }
        Column::Origin => origin_word(t, user.origin),
        Column::Seat if !user.origin.takes_seat() => String::new(),
        Column::Seat => one.role.as_ref().map(|role| seat_word(t, Seat::of(role.base))).unwrap_or_default(),
        Column::State => state_word(t, if one.locked { State::Locked } else { user.state() }),
        Column::LastActive => user.last_activity_at_ms.map(rfc3339).unwrap_or_default(),
        Column::DaysSince => user.days_since(cx.now_ms).map(|days| days.to_string()).unwrap_or_default(),
        Column::Created => rfc3339(user.created_at_ms),
    }
}
