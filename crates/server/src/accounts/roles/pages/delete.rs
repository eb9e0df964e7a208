//! Deleting a custom role: who gets what instead, in numbers.

use axum::{Router, extract::Path, response::Response, routing::get};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal, secret::Secret};
use serde::Deserialize;

use super::{
    super::{BUILT_IN_STAYS, Details, delete, details, model::COUNT_MAX},
    HERE, name_of, path_of, view,
};
use crate::{
    cx::Cx,
    web::{
        Form, WebResult,
        confirm::{OWN_PASSWORD, asks_password, own_password, within_form},
        parts::{button, confirmation},
        problems, see_other,
    },
};

pub(super) fn router() -> Router {
    Router::new().route("/admin/roles/{id}/delete", get(ask).post(do_it))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Answer {
    confirmed: String,
    current_password: Secret,
}

async fn ask(cx: Cx, Path(id): Path<String>) -> WebResult {
    let details = details(&cx, &id).await?;
    if details.is_built_in() {
        return Err(BUILT_IN_STAYS.into());
    }
    Ok(question(&cx, &details, None))
}

async fn do_it(cx: Cx, Path(id): Path<String>, Form(answer): Form<Answer>) -> WebResult {
    if answer.confirmed != "yes" {
        return Ok(question(&cx, &details(&cx, &id).await?, None));
    }
    let cx = match within_form(&cx, &answer.current_password).await {
        Err(Error::Refusal(refusal)) if refusal.field == Some(OWN_PASSWORD) => {
            return Ok(question(&cx, &details(&cx, &id).await?, Some(&refusal)));
        }
        confirmed => confirmed?,
    };
    match delete(&cx, &id).await {
        Err(Error::Refusal(refusal)) if asks_password(&refusal) => {
            Ok(question(&cx, &details(&cx, &id).await?, Some(&refusal)))
        }
        moved => Ok(see_other(&format!("{HERE}?done=deleted.{}", moved?))),
    }
}

fn question(cx: &Cx, details: &Details, refusal: Option<&Refusal>) -> Response {
    let t = cx.text();
    let path = path_of(&details.role.id);
    let title = t.roles_delete_title(name_of(t, &details.role));
    let view = view(cx, title.clone(), "").refused(refusal);
    let base = details.role.base;
    let base = t.role_name(base.name(), base.display_name());
    let users = if details.users > COUNT_MAX {
        t.roles_delete_users_many(COUNT_MAX, base)
    } else {
        t.roles_delete_users(details.users, base)
    };
    let follows = html! {
        ul {
            li { (users) }
            @if details.users > 0 { li { (t.roles_delete_seats()) } }
            @if details.groups > 0 { li { (t.roles_delete_groups(details.groups)) } }
        }
    };
    let proof = if details.raises_when_deleted() {
        own_password(cx, "own-password", refusal)
    } else {
        Markup::default()
    };
    let question = confirmation(title, format!("{path}/delete"), view.csrf())
        .effect(follows)
        .problems(t.web_problems(), problems(t, refusal))
        .fields(proof)
        .back(t.web_cancel(), path.as_str());
    let yes = button(t.roles_delete()).danger();
    view.page(question.yes(if details.groups > 0 { yes.disabled() } else { yes }))
}
