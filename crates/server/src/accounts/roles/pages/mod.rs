//! Admin > Roles: what everybody may do, and the editor of custom roles.

mod delete;
mod edit;
mod list;
mod typed;
mod words;

use axum::Router;

use super::model::COUNT_MAX;
use crate::{
    cx::{Cx, Role},
    text::Text,
    web::{
        View,
        admin::{self, AdminPage},
    },
};

pub use words::{permission_meaning, permission_name};

const HERE: &str = AdminPage::Roles.path();

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new().merge(list::router()).merge(edit::router()).merge(delete::router())
}

/// The page of a role.
fn path_of(id: &str) -> String {
    format!("{HERE}/{id}")
}

fn name_of(t: Text, role: &Role) -> String {
    t.role_name(&role.name, &role.display_name)
}

/// A view of one of the pages, with a word about what was just done.
fn view<'a>(cx: &'a Cx, title: String, done: &str) -> View<'a> {
    let t = cx.text();
    let (what, count) = done.split_once('.').unwrap_or((done, "0"));
    let said = match what {
        "saved" => Some(t.roles_saved()),
        "created" => Some(t.roles_created()),
        "deleted" => Some(t.roles_deleted(count.parse::<i64>().unwrap_or_default())),
        _ => None,
    };
    admin::view(cx, AdminPage::Roles, title, said)
}

/// How many users a change touches.
fn affected(t: Text, users: i64) -> String {
    if users > COUNT_MAX { t.roles_affected_many(COUNT_MAX) } else { t.roles_affected(users) }
}
