//! One-time codes: what is typed on a server instead of a password.

use axum::{Router, extract::Path, response::Response, routing::get};
use maud::html;
use seatwarden_base::{Refusal, Result};

use super::{opened, path_of, refused, shown_here, view};
use crate::{
    cx::Cx,
    licensing::{activations, packages::Package},
    web::{
        Form, WebResult,
        parts::{CopyWords, button, code_block, form, hidden, link_button, page_header, panel},
    },
};

pub(super) fn router() -> Router {
    Router::new().route("/portal/packages/{code}/codes", get(show).post(act))
}

async fn show(cx: Cx, Path(code): Path<String>) -> WebResult {
    let (package, _) = opened(&cx, &code).await?;
    Ok(page(&cx, &package, None).await?)
}

#[derive(Default, serde::Deserialize)]
#[serde(default)]
struct Wish {
    withdraw: String,
}

async fn act(cx: Cx, Path(code): Path<String>, Form(wish): Form<Wish>) -> WebResult {
    let (package, _) = opened(&cx, &code).await?;
    if !wish.withdraw.is_empty() {
        return match shown_here(activations::withdraw_codes(&cx, &package.id).await)? {
            Ok(_) => Ok(page(&cx, &package, None).await?),
            Err(refusal) => Ok(page(&cx, &package, Some(&refusal)).await?),
        };
    }
    match shown_here(activations::make_code(&cx, &package.id).await)? {
        Ok(made) => {
            let t = cx.text();
            let title = t.portal_code_made_title();
            let view = view(&cx, title.clone(), None);
            let words = CopyWords { copy: t.web_copy().into(), copied: t.web_copied().into() };
            Ok(view.page(html! {
                (page_header(title).lead(html! { (t.portal_code_made_lead(t.date(made.expires_at_ms))) }))
                (panel(html! { (code_block("code", t.portal_one_time_code(), made.code.reveal(), words)) }))
                div.actions { (link_button(t.portal_back_to_package(), path_of(&package))) }
            }))
        }
        Err(refusal) => Ok(page(&cx, &package, Some(&refusal)).await?),
    }
}

async fn page(cx: &Cx, package: &Package, refusal: Option<&Refusal>) -> Result<Response> {
    let waiting = activations::waiting_codes(cx, &package.id).await?;
    let t = cx.text();
    let title = t.portal_codes_of(package.terms.name.clone());
    let view = view(cx, title.clone(), None).refused(refusal);
    let path = format!("{}/codes", path_of(package));
    let make = html! {
        div.actions {
            (button(t.portal_make_code()).primary())
            (link_button(t.web_cancel(), path_of(package)).quiet())
        }
    };
    let withdraw = html! {
        (hidden("withdraw", "all"))
        div.actions { (button(t.portal_withdraw_codes()).danger()) }
    };
    Ok(view.page(html! {
        (page_header(title).lead(html! { (t.portal_codes_lead()) }))
        @if let Some(refusal) = refusal { (refused(t, refusal)) }
        (panel(form(path.as_str(), view.csrf()).body(make)))
        @if waiting > 0 {
            (panel(html! {
                p { (t.portal_codes_waiting(waiting)) }
                (form(path.as_str(), view.csrf()).body(withdraw))
            }).title(t.portal_one_time_codes()))
        }
    }))
}
