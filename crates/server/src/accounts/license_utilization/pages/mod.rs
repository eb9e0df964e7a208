//! Admin > License Utilization.

mod acts;
mod banner;
mod carry;
mod show;
mod simulation;

use axum::{
    Router,
    extract::Query,
    response::Response,
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::{Refusal, Result};
use serde::Deserialize;

use super::actions;
use crate::{
    cx::Cx,
    text::Text,
    web::{
        View, WebResult,
        admin::{self, AdminPage},
        parts::page_header,
    },
};

pub use banner::{Banner, banners};

const HERE: &str = AdminPage::License.path();
/// The counters on it, and who could free a seat.
const SEATS: &str = "/admin/license#seats";

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .route(HERE, get(show))
        .route("/admin/license/free", post(acts::free))
        .route("/admin/license/change", post(acts::change))
        .route("/admin/license/install", post(acts::install))
        .route("/admin/license/renew", post(acts::renew))
        .route("/admin/license/request", get(carry::ask).post(carry::request))
        .route("/admin/license/save", post(carry::save))
        .route("/admin/license/return", get(acts::ask_return).post(acts::give_back))
        .route(simulation::PATH, get(simulation::look))
        .route("/admin/license/diagnosis", get(acts::ask_diagnosis).post(acts::diagnose))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    done: String,
}

/// What was typed into the forms of the page, but for secrets.
#[derive(Default)]
struct Typed {
    email: String,
    package: String,
    key: String,
    /// Whether it was typed into the form for keys.
    is_of_key: bool,
}

async fn show(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    Ok(page(&cx, &Typed::default(), None, &asked.done).await?)
}

/// The page, with what was typed if a form of it was refused.
async fn page(cx: &Cx, typed: &Typed, refusal: Option<&Refusal>, done: &str) -> Result<Response> {
    let shown = actions::look(cx).await?;
    let t = cx.text();
    let done = match done {
        "applied" => Some(t.license_utilization_done_applied()),
        "renewed" => Some(t.license_utilization_done_renewed()),
        "freed" => Some(t.license_utilization_done_freed()),
        "signed-out" => Some(t.license_utilization_done_signed_out()),
        "signed-out-held" => Some(t.license_utilization_done_held()),
        _ => None,
    };
    let view = view(cx, t.license_utilization_title(), done).refused(refusal);
    Ok(view.page(html! {
        (page_header(t.license_utilization_title()).lead(html! { (t.license_utilization_lead()) }))
        (show::standing(cx, &shown))
        (show::seats(cx, &shown, view.csrf()))
        @if shown.is_manager {
            (show::next(cx, &shown))
            (show::license(cx, &shown))
            (show::forms(cx, &shown, typed, refusal, view.csrf()))
            (show::history(cx, &shown))
        } @else { p.quiet-line { (t.license_utilization_counters_only()) } }
    }))
}

fn view(cx: &Cx, title: String, done: Option<String>) -> View<'_> {
    admin::view(cx, AdminPage::License, title, done)
}

/// The way back to the page.
fn back(t: Text) -> Markup {
    html! { div.actions { (crate::web::parts::link_button(t.license_utilization_title(), HERE)) } }
}
