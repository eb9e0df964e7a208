//! Lists that administrators keep under a name.

use axum::{
    Router,
    extract::{Path, RawQuery},
    response::Response,
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal};
use serde::Deserialize;

use super::{
    super::{
        ListQuery, Page, SavedView, VIEW_NAME_MAX, actions::may_delete_shared, change_view, delete_view,
        save_view, views,
    },
    list::address,
};
use crate::{
    cx::Cx,
    text::Text,
    web::{
        Form, WebResult,
        admin::{self, AdminPage},
        field_error,
        parts::{
            Confirm, button, checkbox, column, empty, field, form, hidden, link_button, page_header, panel,
            table,
        },
        problems, see_other,
    },
};

const VIEWS: &str = "/admin/users/views";

pub(super) fn router() -> Router {
    Router::new()
        .route(VIEWS, get(show).post(save))
        .route("/admin/users/views/{id}", post(change))
        .route("/admin/users/views/{id}/delete", post(delete))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    name: String,
    shared: String,
    query: String,
}

async fn show(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    let query = ListQuery::read(query.as_deref().unwrap_or_default()).address(&Page::First);
    page(&cx, &Typed { query, ..Typed::default() }, None).await
}

async fn save(cx: Cx, Form(typed): Form<Typed>) -> WebResult {
    let query = ListQuery::read(&typed.query);
    match save_view(&cx, &typed.name, &query, typed.shared == "on").await {
        Ok(()) => Ok(see_other(&address(&query.address(&Page::First)))),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => page(&cx, &typed, Some(&refusal)).await,
        Err(other) => Err(other.into()),
    }
}

async fn change(cx: Cx, Path(id): Path<String>, Form(typed): Form<Typed>) -> WebResult {
    change_view(&cx, &id, &typed.name, typed.shared == "on").await?;
    Ok(see_other(VIEWS))
}

/// What the dialog adds; without scripts there is none.
#[derive(Deserialize)]
struct Confirmed {}

async fn delete(cx: Cx, Path(id): Path<String>, Form(Confirmed {}): Form<Confirmed>) -> WebResult {
    delete_view(&cx, &id).await?;
    Ok(see_other(VIEWS))
}

async fn page(cx: &Cx, typed: &Typed, refusal: Option<&Refusal>) -> Result<Response, crate::web::WebError> {
    let kept = views(cx).await?;
    let own_id = &cx.person()?.id;
    let t = cx.text();
    let view = admin::view(cx, AdminPage::Users, t.users_list_views(), None).refused(refusal);
    let mut rows = table(t.users_list_views())
        .column(column(t.users_list_view_name()))
        .column(column(t.users_list_view_owner()))
        .column(column(t.users_list_view_actions()).actions());
    for it in &kept {
        let is_own = it.owner_id == *own_id;
        rows = rows.row(row(t, view.csrf(), it, (is_own, is_own || may_delete_shared(cx))));
    }
    Ok(view.page(html! {
        (page_header(t.users_list_views()).lead(html! { (t.users_list_views_lead()) })
            .actions(link_button(t.users_list_back(), address(&typed.query))))
        (panel(form(VIEWS, view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(html! {
            (hidden("query", typed.query.as_str()))
            (field("name", t.users_list_view_name()).value(typed.name.as_str()).max_length(VIEW_NAME_MAX).required()
                .error(field_error(t, refusal, "name")))
            (checkbox("shared", t.users_list_view_shared()).checked(typed.shared == "on"))
            div.actions { (button(t.users_list_view_save()).primary()) }
        })).title(t.users_list_keep_view()))
        @if kept.is_empty() { (empty(t.users_list_views_none(), t.users_list_views_none_lead())) }
        @else { (panel(rows).flush()) }
    }))
}

fn row(t: Text, csrf: &str, view: &SavedView, (is_own, may_delete): (bool, bool)) -> [Markup; 3] {
    let open = html! { a href=(address(&view.query)) { bdi { (view.name) } } };
    let here = format!("{VIEWS}/{}", view.id);
    let delete = form(format!("{here}/delete"), csrf)
        .inline()
        .confirm(Confirm {
            title: t.users_list_view_delete_title(view.name.as_str()).into(),
            text: if is_own { t.users_list_view_delete_text() } else { t.users_list_view_delete_shared() }
                .into(),
            yes: t.users_list_view_delete().into(),
            no: t.web_cancel().into(),
        })
        .body(button(t.users_list_view_delete()).small().danger());
    if !is_own {
        let owner = html! { bdi { (view.owner_name) } };
        return [open, owner, html! { @if may_delete { (delete) } }];
    }
    let name_id = format!("name-{}", view.id);
    let rename = form(here, csrf).body(html! {
        (field("name", t.users_list_view_name()).id(name_id).value(view.name.as_str()).max_length(VIEW_NAME_MAX).required())
        label { input type="checkbox" name="shared" value="on" checked[view.shared]; " " (t.users_list_view_shared()) }
        (button(t.web_save()).small())
    });
    [
        open,
        html! { @if view.shared { (t.users_list_view_for_all()) } @else { (t.users_list_view_for_me()) } },
        html! {
            details { summary { (t.users_list_view_change()) } (rename) }
            (delete)
        },
    ]
}
