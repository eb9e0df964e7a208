//! The list of users as CSV: all that Import Many needs to read it back, and what is shown beside.

use axum::response::Response;

use super::{
    actions::{Export, Shown},
    listing::{Column, ListQuery, State},
    pages::words::{column_label, origin_word, seat_word, state_word},
};
use crate::{
    accounts::seats::Seat,
    cx::Cx,
    text::{Text, rfc3339},
    web::{
        csv::{CSV, add_line, join_names},
        download,
    },
};

/// What tells a spreadsheet that the file is UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();
/// The heads for scripts, the same in every language, of what is always there.
const HEADS: [&str; 9] =
    ["id", "userName", "email", "firstName", "lastName", "role", "groups", "language", "active"];

/// For whom a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum For {
    /// People, in their language, with the columns they chose; marked as UTF-8 for spreadsheets or not.
    People {
        /// Whether the mark is there.
        marked: bool,
    },
    /// Scripts: every column, in words that never change.
    Scripts,
}

/// The file with everybody whom `export` finds, or with nobody.
pub(super) fn file(cx: &Cx, query: &ListQuery, export: Option<Export>, whom: For) -> Response {
    let table = Table { t: cx.text(), is_for_scripts: whom == For::Scripts, columns: columns(query, whom) };
    download(cx, "users.csv", CSV, move |cx, pieces| async move {
        let mut piece = if whom == (For::People { marked: true }) { MARK.to_vec() } else { Vec::new() };
        add_line(&mut piece, table.heads().iter().map(String::as_str));
        let mut export = export;
        while let Some(export) = &mut export {
            let Some(users) = export.next().await? else { break };
            for one in &users {
                add_line(&mut piece, table.cells(one, cx.now_ms).iter().map(String::as_str));
            }
            if !piece.is_empty() && !pieces.send(std::mem::take(&mut piece)).await {
                return Ok(());
            }
        }
        pieces.send(piece).await;
        Ok(())
    })
}

/// The columns beside those that are always there.
fn columns(query: &ListQuery, whom: For) -> Vec<Column> {
    let shown = if whom == For::Scripts { Column::ALL } else { query.shown_columns() };
    let is_always_there =
        |it: &Column| matches!(it, Column::Email | Column::Name | Column::Groups | Column::Role);
    shown.iter().copied().filter(|it| !is_always_there(it)).collect()
}

struct Table {
    t: Text,
    is_for_scripts: bool,
    columns: Vec<Column>,
}

impl Table {
    fn heads(&self) -> Vec<String> {
        let (t, columns) = (self.t, self.columns.iter());
        if self.is_for_scripts {
            return HEADS.into_iter().chain(columns.map(|it| head(*it))).map(str::to_owned).collect();
        }
        let always = [
            t.users_list_id(),
            t.users_user_name(),
            t.users_email(),
            t.users_first_name(),
            t.users_last_name(),
            t.users_role(),
            t.users_list_groups(),
            t.users_language(),
            t.users_list_may_sign_in(),
        ];
        always.into_iter().chain(columns.map(|it| column_label(t, *it))).collect()
    }

    fn cells(&self, one: &Shown, now_ms: i64) -> Vec<String> {
        let user = &one.user;
        let role = one.role.as_ref().map(|role| {
            if self.is_for_scripts {
                role.name.clone()
            } else {
                self.t.role_name(&role.name, &role.display_name)
            }
        });
        // Of who is still invited nothing is said: brought in elsewhere, they are invited there.
        let active = if user.invited { String::new() } else { user.active.to_string() };
        let always = [
            user.id.clone(),
            user.user_name.clone(),
            user.email.clone(),
            user.first_name.clone(),
            user.last_name.clone(),
            role.unwrap_or_default(),
            join_names(one.groups.iter().map(|group| group.name.as_str())),
            user.language.clone().unwrap_or_default(),
            active,
        ];
        always.into_iter().chain(self.columns.iter().map(|column| self.cell(one, *column, now_ms))).collect()
    }

    fn cell(&self, one: &Shown, column: Column, now_ms: i64) -> String {
        let (t, user) = (self.t, &one.user);
        let said = |word: &str, text: String| if self.is_for_scripts { word.to_owned() } else { text };
        match column {
            Column::Origin => said(user.origin.word(), origin_word(t, user.origin)),
            Column::Seat => {
                let role = one.role.as_ref().filter(|_| user.holds_seat());
                let seat = role.map(|role| Seat::of(role.base));
                seat.map(|seat| said(seat.word(), seat_word(t, seat))).unwrap_or_default()
            }
            Column::State => {
                let state = if one.locked { State::Locked } else { user.state() };
                said(state.word(), state_word(t, state))
            }
            Column::LastActive => user.last_activity_at_ms.map(rfc3339).unwrap_or_default(),
            Column::DaysSince => user.days_since(now_ms).map(|days| days.to_string()).unwrap_or_default(),
            Column::Created => rfc3339(user.created_at_ms),
            Column::Email | Column::Name | Column::Groups | Column::Role => String::new(),
        }
    }
}

/// The head of a column for scripts.
const fn head(column: Column) -> &'static str {
    match column {
        Column::LastActive => "lastActive",
        Column::DaysSince => "daysSince",
        other => other.word(),
    }
}
