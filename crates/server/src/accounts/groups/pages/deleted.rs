//! Groups that were deleted, and bringing them back.

use axum::{
    Router,
    extract::{Path, Query},
    response::Response,
    routing::get,
};
use maud::{Markup, html};
use seatwarden_base::Refusal;
use serde::Deserialize;

use super::{
    super::{
        bring_back, find_deleted, list_deleted,
        model::{DeletedGroup, NAME_MAX, UNDO_DAYS},
    },
    HERE, path_of, query, shown_in_form, view,
};
use crate::{
    cx::Cx,
    text::{by_whom, rfc3339},
    web::{
        Form, WebResult, field_error,
        parts::{
            Icon, button, column, definitions, empty, field, form, link_button, moment, page_header, pager,
            panel, search, table,
        },
        place, problems, read_place, see_other,
    },
};

/// The list of deleted groups.
pub(super) const DELETED: &str = "/admin/groups/deleted";

pub(super) fn router() -> Router {
    Router::new().route(DELETED, get(list)).route("/admin/groups/deleted/{id}", get(one).post(undo))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    search: String,
    after: String,
    done: String,
}

async fn list(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let (groups, next) = list_deleted(&cx, &asked.search, read_place(&asked.after)?).await?;
    let t = cx.text();
    let view = view(&cx, t.groups_deleted_title(), &asked.done);
    let mut rows = table(t.groups_deleted_title())
        .column(column(t.groups_name()))
        .column(column(t.groups_members()).numeric())
        .column(column(t.users_deleted_at()))
        .column(column(t.users_deleted_by()))
        .column(column(t.users_deleted_until()))
        .column(column(t.users_undo()).actions());
    for group in &groups {
        rows = rows.row(row(&cx, view.csrf(), group));
    }
    let next = next.map(|(at_ms, id)| {
        format!("{DELETED}?{}", query(&[("search", &asked.search), ("after", &place(at_ms, &id))]))
    });
    Ok(view.page(html! {
        (page_header(t.groups_deleted_title()).lead(html! { (t.groups_deleted_lead(UNDO_DAYS)) })
            .actions(html! { (link_button(t.groups_title(), HERE)) }))
        (search(DELETED, "search", t.groups_search(), asked.search.as_str()))
        @if groups.is_empty() { (panel(empty(t.groups_deleted_none(), t.groups_deleted_none_lead()))) }
        @else { (panel(rows).flush()) }
        (pager(t.groups_deleted_title(), t.groups_counted(groups.len())).next(t.web_older(), next))
    }))
}

fn row(cx: &Cx, csrf: &str, group: &DeletedGroup) -> [Markup; 6] {
    let t = cx.text();
    let here = format!("{DELETED}/{}", group.id);
    [
        html! { a href=(here) { bdi { (group.name) } } },
        html! { (t.number(group.members)) },
        html! { (moment(t.ago(group.deleted_at_ms, cx.now_ms), rfc3339(group.deleted_at_ms))) },
        html! { bdi { (by_whom(t, &group.deleted_by)) } },
        html! { (moment(t.date(group.ends_at_ms), rfc3339(group.ends_at_ms))) },
        html! {
            (form(here.as_str(), csrf).inline().body(html! { (button(t.users_undo()).small().icon(Icon::Refresh)) }))
        },
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    name: String,
}

async fn one(cx: Cx, Path(id): Path<String>) -> WebResult {
    let group = find_deleted(&cx, &id).await?;
    Ok(page(&cx, &group, "", None))
}

async fn undo(cx: Cx, Path(id): Path<String>, Form(typed): Form<Typed>) -> WebResult {
    match shown_in_form(bring_back(&cx, &id, &typed.name).await)? {
        Ok(group) => Ok(see_other(&format!("{}?done=brought_back", path_of(&group.id)))),
        Err(refusal) => {
            let group = find_deleted(&cx, &id).await?;
            Ok(page(&cx, &group, &typed.name, Some(&refusal)))
        }
    }
}

fn page(cx: &Cx, group: &DeletedGroup, typed: &str, refusal: Option<&Refusal>) -> Response {
    let t = cx.text();
    let title = t.groups_undo_title(group.name.clone());
    let view = view(cx, title.clone(), "").refused(refusal);
    let facts = definitions()
        .row(t.groups_members(), html! { (t.number(group.members)) })
        .row(t.users_deleted_by(), html! { bdi { (by_whom(t, &group.deleted_by)) } })
        .row(t.users_deleted_until(), html! { (t.date(group.ends_at_ms)) });
    view.page(html! {
        (page_header(title).lead(html! { (t.groups_undo_lead()) }))
        (panel(facts))
        (panel(form(format!("{DELETED}/{}", group.id), view.csrf())
            .problems(t.web_problems(), problems(t, refusal))
            .body(html! {
                (field("name", t.groups_undo_name()).autocomplete("off").value(typed).hint(t.groups_undo_name_hint())
                    .max_length(NAME_MAX).error(field_error(t, refusal, "name")))
                div.actions {
                    (button(t.users_undo()).primary().icon(Icon::Refresh))
                    (link_button(t.web_cancel(), DELETED))
                }
            })))
    })
}
