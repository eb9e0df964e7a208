//! The page behind an invitation.

use axum::{Router, extract::Path, response::Response, routing::get};
use maud::html;
use seatwarden_base::{Error, Refusal, secret::Secret};
use serde::Deserialize;

use super::actions;
use crate::{
    accounts::password_reset::{NewPassword, pages::new_password_fields},
    cx::Cx,
    web::{
        Form, View, WebResult,
        parts::{button, form},
        problems, see_other,
    },
};

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new().route("/invitation/{token}", get(look).post(accept))
}

async fn look(cx: Cx, Path(token): Path<String>) -> WebResult {
    let user = actions::look(&cx, &token).await?;
    Ok(page(&cx, &token, &user.person.email, None))
}

#[derive(Deserialize)]
struct New {
    #[serde(default)]
    new_password: Secret,
    #[serde(default)]
    repeat_password: Secret,
}

async fn accept(cx: Cx, Path(token): Path<String>, Form(typed): Form<New>) -> WebResult {
    let new = NewPassword { new: typed.new_password, repeat: typed.repeat_password };
    match actions::accept(&cx, &token, &new).await {
        Ok(()) => Ok(see_other("/login?done=password")),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => {
            let user = actions::look(&cx, &token).await?;
            Ok(page(&cx, &token, &user.person.email, Some(&refusal)))
        }
        Err(other) => Err(other.into()),
    }
}

fn page(cx: &Cx, token: &str, email: &str, refusal: Option<&Refusal>) -> Response {
    let t = cx.text();
    let view = View::new(cx, t.invitations_title()).refused(refusal);
    view.card(html! {
        h1 { (t.invitations_title()) }
        p { (t.invitations_lead(email.to_owned(), cx.config.server.installation_name.clone())) }
        (form(format!("/invitation/{token}"), view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(html! {
            input type="hidden" name="username" autocomplete="username" value=(email);
            (new_password_fields(cx, refusal))
            div.actions { (button(t.invitations_accept()).primary()) }
        }))
    })
}
