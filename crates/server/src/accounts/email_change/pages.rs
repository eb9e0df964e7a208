//! The pages behind the two mails about a new address.

use axum::{Router, extract::Path, routing::get};
use maud::html;

use super::actions;
use crate::{
    accounts::one_time_links::Purpose,
    cx::Cx,
    web::{
        Form, View, WebResult,
        parts::{Tone, button, form, link_button, notice},
    },
};

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .route("/confirm-email/{token}", get(look_confirm).post(confirm))
        .route("/undo-email/{token}", get(look_undo).post(undo))
}

async fn look_confirm(cx: Cx, Path(token): Path<String>) -> WebResult {
    let link = actions::look(&cx, &token, Purpose::EmailConfirm).await?;
    let t = cx.text();
    let view = View::new(&cx, t.email_change_confirm_title());
    Ok(view.card(html! {
        h1 { (t.email_change_confirm_title()) }
        p { (t.email_change_confirm_lead(link.payload)) }
        (form(format!("/confirm-email/{token}"), view.csrf()).body(html! {
            div.actions { (button(t.email_change_confirm()).primary()) }
        }))
    }))
}

async fn confirm(cx: Cx, Path(token): Path<String>, Form(()): Form<()>) -> WebResult {
    actions::confirm(&cx, &token).await?;
    let t = cx.text();
    Ok(View::new(&cx, t.email_change_confirm_title()).card(html! {
        h1 { (t.email_change_confirm_title()) }
        (notice(Tone::Success, html! { p { (t.email_change_confirmed()) } }))
        div.actions { (link_button(t.web_to_start(), "/").primary()) }
    }))
}

async fn look_undo(cx: Cx, Path(token): Path<String>) -> WebResult {
    let link = actions::look(&cx, &token, Purpose::EmailUndo).await?;
    let t = cx.text();
    let view = View::new(&cx, t.email_change_undo_title());
    Ok(view.card(html! {
        h1 { (t.email_change_undo_title()) }
        p { (t.email_change_undo_lead(link.payload)) }
        (form(format!("/undo-email/{token}"), view.csrf()).body(html! {
            div.actions { (button(t.email_change_undo()).danger()) }
        }))
    }))
}

async fn undo(cx: Cx, Path(token): Path<String>, Form(()): Form<()>) -> WebResult {
    let user_id = actions::undo(&cx, &token).await?;
    let t = cx.text();
    let is_own = cx.signed_in().is_ok_and(|signed_in| signed_in.person.id == user_id);
    Ok(View::new(&cx, t.email_change_undo_title()).signed_out(is_own).card(html! {
        h1 { (t.email_change_undo_title()) }
        (notice(Tone::Success, html! { p { (t.email_change_undone()) } }))
        div.actions { (link_button(t.web_to_start(), "/").primary()) }
    }))
}
