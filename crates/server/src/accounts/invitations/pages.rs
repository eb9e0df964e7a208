//! The page behind an invitation.

use axum::{Router, extract::Path, routing::get};
use seatwarden_base::{Error, Refusal};

use super::actions;
use crate::{
    accounts::password_reset::pages::{ChoosePage, Chosen, choose_page},
    cx::Cx,
    web::{Form, WebResult, see_other},
};

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new().route("/invitation/{token}", get(look).post(accept))
}

async fn look(cx: Cx, Path(token): Path<String>) -> WebResult {
    let user = actions::look(&cx, &token).await?;
    page(&cx, &token, &user.person.email, None).await
}

async fn accept(cx: Cx, Path(token): Path<String>, Form(typed): Form<Chosen>) -> WebResult {
    match actions::accept(&cx, &token, &typed.into()).await {
        Ok(()) => Ok(see_other("/login?done=password")),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => {
            let user = actions::look(&cx, &token).await?;
            page(&cx, &token, &user.person.email, Some(&refusal)).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(cx: &Cx, token: &str, email: &str, refusal: Option<&Refusal>) -> WebResult {
    let t = cx.text();
    let asked = ChoosePage {
        title: t.invitations_title(),
        lead: t.invitations_lead(cx.config.server.installation_name.clone(), email.to_owned()),
        action: format!("/invitation/{token}"),
        email,
        button: t.invitations_accept(),
        // Nobody who is still invited has any.
        end_tokens: None,
    };
    choose_page(cx, asked, refusal).await
}
