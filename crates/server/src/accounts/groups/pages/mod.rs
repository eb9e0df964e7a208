//! Admin > Groups: the list, one group, its members.

mod delete;
mod deleted;
mod list;
mod members;
mod one;

use axum::Router;
use maud::{Markup, Render, html};
use seatwarden_base::{Error, Refusal, Result};

use super::{
    GroupKind,
    model::{Group, NAME_MAX, UnderWay},
};
use crate::{
    cx::{Cx, Permission},
    text::Text,
    web::{
        View,
        admin::{self, AdminPage},
        parts::{Field, Tone, badge, field, notice, tabs},
    },
};

const HERE: &str = AdminPage::Groups.path();

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .merge(list::router())
        .merge(one::router())
        .merge(members::router())
        .merge(delete::router())
        .merge(deleted::router())
}

/// The page of a group.
fn path_of(id: &str) -> String {
    format!("{HERE}/{id}")
}

/// A query string of those pairs that have a value.
fn query(pairs: &[(&str, &str)]) -> String {
    let given: Vec<_> = pairs.iter().filter(|(_, value)| !value.is_empty()).collect();
    serde_urlencoded::to_string(given).unwrap_or_default()
}

fn may_manage(cx: &Cx) -> bool {
    cx.may(Permission::ManageGroups)
}

/// Whether the reader can change this group now.
fn may_change(cx: &Cx, group: &Group) -> bool {
    may_manage(cx) && group.under_way.is_none()
}

/// A view of one of the pages, with a word about what was just done.
fn view<'a>(cx: &'a Cx, title: String, done: &str) -> View<'a> {
    let t = cx.text();
    let (what, count) = done.split_once('.').unwrap_or((done, "0"));
    let count: i64 = count.parse().unwrap_or_default();
    let said = match what {
        "created" => Some(t.groups_created()),
        "saved" => Some(t.groups_saved()),
        "deleted" => Some(t.groups_deleted()),
        "brought_back" => Some(t.groups_brought_back()),
        "nested" => Some(t.groups_nested()),
        "unnested" => Some(t.groups_unnested()),
        "added" => Some(t.groups_added_some(count)),
        "removed" => Some(t.groups_removed_some(count)),
        _ => None,
    };
    admin::view(cx, AdminPage::Groups, title, said)
}

/// The two pages of a group.
fn group_tabs(t: Text, group: &Group, members_open: bool) -> Markup {
    tabs(t.group_name(&group.name))
        .tab(t.groups_settings(), path_of(&group.id), !members_open)
        .tab(t.groups_members(), format!("{}/members", path_of(&group.id)), members_open)
        .render()
}

/// The id of the list of names that [`group_field`] offers.
const NAMES: &str = "group-names";

/// What [`group_field`] offers while one types; once a page.
pub fn group_names<'a>(names: impl Iterator<Item = &'a str>) -> Markup {
    html! { datalist id=(NAMES) { @for name in names { option value=(name) {} } } }
}

/// A field for a group by its name, where there are more groups than a list can hold.
pub fn group_field(t: Text, name: &str, label: String) -> Field<'_> {
    field(name, label).list(NAMES).hint(t.groups_choose_hint()).max_length(NAME_MAX).autocomplete("off")
}

/// The mark of a group that came with the product, or is on its way out or back.
fn mark(t: Text, group: &Group) -> Markup {
    html! {
        @if group.kind != GroupKind::Plain { " " (badge(Tone::Info, t.groups_built_in())) }
        (under_way_mark(t, group.under_way))
    }
}

/// The mark of a group that is on its way out or back; nothing for any other.
pub fn under_way_mark(t: Text, under_way: Option<UnderWay>) -> Markup {
    html! {
        @match under_way {
            Some(UnderWay::Delete) => { " " (badge(Tone::Warning, t.groups_being_deleted_mark())) }
            Some(UnderWay::BringBack) => { " " (badge(Tone::Info, t.groups_being_brought_back_mark())) }
            None => {}
        }
    }
}

/// What the pages of a group say while nothing can be changed about it.
fn under_way_notice(t: Text, group: &Group) -> Markup {
    html! {
        @match group.under_way {
            Some(UnderWay::Delete) => { (notice(Tone::Warning, html! { (t.groups_being_deleted_notice()) })) }
            Some(UnderWay::BringBack) => { (notice(Tone::Info, html! { (t.groups_being_brought_back_notice()) })) }
            None => {}
        }
    }
}

/// Parts a refusal that the form can show from errors that end the page.
fn shown_in_form<T>(result: Result<T>) -> Result<std::result::Result<T, Box<Refusal>>> {
    match result {
        Ok(done) => Ok(Ok(done)),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => Ok(Err(refusal)),
        Err(other) => Err(other),
    }
}
