//! The list of users.

use axum::{Router, extract::Query, routing::get};
use maud::{Markup, html};
use serde::Deserialize;

use super::super::{Filter, User, list_step, name_key};
use crate::{
    accounts::{seats, users::count},
    cx::Cx,
    text::rfc3339,
    web::{
        WebResult,
        admin::{self, AdminPage},
        parts::{Tone, badge, column, empty, moment, page_header, pager, panel, search, table},
    },
};

const HERE: &str = AdminPage::Users.path();

pub(super) fn router() -> Router {
    Router::new().route(HERE, get(show))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    search: String,
    after: String,
    after_id: String,
}

async fn show(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let wanted = Some(asked.search.trim().to_owned()).filter(|search| !search.is_empty());
    let filter = Filter { search: wanted, ..Filter::default() };
    let after = (name_key(&asked.after), asked.after_id.clone());
    let users = list_step(&cx, &filter, &after).await?.map(|(users, _)| users).unwrap_or_default();
    let total = count(&cx, filter.search.as_deref()).await?;
    let seats = seats::pages::meters(&cx).await?;
    let t = cx.text();
    let view = admin::view(&cx, AdminPage::Users, t.users_title(), None);
    let mut rows = table(t.users_title())
        .column(column(t.users_user_name()))
        .column(column(t.users_email()))
        .column(column(t.users_role()))
        .column(column(t.users_last_active()));
    for user in &users {
        rows = rows.row(row(&cx, user));
    }
    Ok(view.page(html! {
        (page_header(t.users_title()).lead(html! { (t.users_lead()) }))
        (seats)
        (search(HERE, "search", t.users_search(), asked.search.as_str()))
        @if users.is_empty() { (empty(t.users_none(), t.users_none_lead())) } @else { (panel(rows).flush()) }
        (pager(t.users_title(), t.users_counted(total)))
    }))
}

fn row(cx: &Cx, user: &User) -> [Markup; 4] {
    let t = cx.text();
    let person = &user.person;
    let active = person.last_activity_at_ms;
    [
        html! {
            a href={ (HERE) "/" (person.id) } { bdi { (person.user_name) } }
            @if !person.active { " " (badge(Tone::Warning, t.users_state_inactive())) }
        },
        html! { bdi { (person.email) } },
        html! { (t.role_name(person.role.base.name(), &person.role.display_name)) },
        html! { @if let Some(at_ms) = active { (moment(t.ago(at_ms, cx.now_ms), rfc3339(at_ms))) } },
    ]
}
