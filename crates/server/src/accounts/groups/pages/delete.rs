//! Deleting a group: what follows, in numbers, and the milder way.

use axum::{Router, extract::Path, response::Response, routing::get};
use maud::html;
use serde::Deserialize;

use super::{
    super::{
        Effect, delete, effect,
        model::{COUNT_MAX, UNDO_DAYS},
    },
    deleted::DELETED,
    path_of, view,
};
use crate::{
    cx::Cx,
    web::{
        Form, WebResult,
        parts::{button, confirmation, link_button},
        see_other,
    },
};

pub(super) fn router() -> Router {
    Router::new().route("/admin/groups/{id}/delete", get(ask).post(do_it))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Answer {
    confirmed: String,
}

async fn ask(cx: Cx, Path(id): Path<String>) -> WebResult {
    Ok(question(&cx, &effect(&cx, &id).await?))
}

async fn do_it(cx: Cx, Path(id): Path<String>, Form(answer): Form<Answer>) -> WebResult {
    if answer.confirmed != "yes" {
        return Ok(question(&cx, &effect(&cx, &id).await?));
    }
    delete(&cx, &[id]).await?;
    Ok(see_other(&format!("{DELETED}?done=deleted")))
}

fn question(cx: &Cx, effect: &Effect) -> Response {
    let t = cx.text();
    let path = path_of(&effect.group.id);
    let title = t.groups_delete_title(effect.group.name.clone());
    let view = view(cx, title.clone(), "");
    let members = if effect.members > COUNT_MAX {
        t.groups_delete_members_many(COUNT_MAX)
    } else {
        t.groups_delete_members(effect.members)
    };
    let follows = html! {
        ul {
            li { (t.groups_delete_users_stay()) }
            li { (members) }
            @if effect.came_in > 0 { li { (t.groups_delete_came_in(effect.came_in)) } }
            @if !effect.inside.is_empty() { li { (t.groups_delete_inside(effect.inside.join(", "))) } }
            @if !effect.around.is_empty() { li { (t.groups_delete_around(effect.around.join(", "))) } }
        }
        p { (t.groups_delete_undo(UNDO_DAYS)) }
        p { (t.groups_delete_milder()) }
        (link_button(t.groups_delete_milder_link(), path.as_str()).small())
    };
    view.page(html! {
        (confirmation(title, format!("{path}/delete"), view.csrf())
            .effect(follows)
            .yes(button(t.groups_delete()).danger())
            .back(t.web_cancel(), path.as_str()))
    })
}
