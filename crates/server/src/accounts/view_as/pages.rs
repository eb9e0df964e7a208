//! The page that asks why and for how long, and the button that stops it.

use axum::{
    Router,
    extract::Path,
    response::Response,
    routing::{get, post},
};
use maud::html;
use seatwarden_base::{Error, Refusal, secret::Secret};
use serde::Deserialize;

use super::{
    actions::{self, Wish},
    model::{MINUTES, REASON_MAX},
};
use crate::{
    accounts::passwords::pages::{Again, Step, again},
    cx::{Cx, Person},
    web::{
        Form, VIEW_AS_STOP, WebResult,
        admin::{self, AdminPage},
        field_error,
        parts::{Tone, button, field, form, link_button, notice, page_header, panel, select},
        problems, see_other,
    },
};

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new().route("/admin/users/{id}/view-as", get(show).post(start)).route(VIEW_AS_STOP, post(stop))
}

async fn show(cx: Cx, Path(id): Path<String>) -> WebResult {
    let person = actions::look(&cx, &id).await?;
    Ok(page(&cx, &person, &Typed::default(), None))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    reason: String,
    minutes: String,
    current_password: Secret,
}

async fn start(cx: Cx, Path(id): Path<String>, Form(typed): Form<Typed>) -> WebResult {
    let wish = Wish { reason: typed.reason.clone(), minutes: typed.minutes.parse().unwrap_or_default() };
    let person = actions::look(&cx, &id).await?;
    match actions::check(&wish) {
        Err(Error::Refusal(refusal)) => return Ok(page(&cx, &person, &typed, Some(&refusal))),
        other => drop(other?),
    }
    let back = format!("{}/{id}", AdminPage::Users.path());
    let asked = Again {
        title: cx.text().view_as_title(person.display_name()),
        action: &format!("{back}/view-as"),
        back: &back,
        carried: &[("reason", &typed.reason), ("minutes", &typed.minutes)],
        view: &|cx, title| admin::view(cx, AdminPage::Users, title, None),
    };
    match again(cx, &asked, &typed.current_password).await? {
        Step::Ask(page) => Ok(page),
        Step::Go(cx) => {
            actions::start(&cx, &id, &wish).await?;
            Ok(see_other("/"))
        }
    }
}

async fn stop(cx: Cx, Form(()): Form<()>) -> WebResult {
    Ok(match actions::stop(&cx).await? {
        Some(id) => see_other(&format!("{}/{id}", AdminPage::Users.path())),
        None => see_other("/"),
    })
}

fn page(cx: &Cx, person: &Person, typed: &Typed, refusal: Option<&Refusal>) -> Response {
    let t = cx.text();
    let name = person.display_name();
    let back = format!("{}/{}", AdminPage::Users.path(), person.id);
    let title = t.view_as_title(name.clone());
    let view = admin::view(cx, AdminPage::Users, title.clone(), None).refused(refusal);
    let mut minutes = select("minutes", t.view_as_minutes()).error(field_error(t, refusal, "minutes"));
    for count in MINUTES {
        minutes = minutes.option(count.to_string(), t.common_minutes(count));
    }
    view.page(html! {
        (page_header(title).lead(html! { (t.view_as_lead(name)) }))
        (notice(Tone::Info, html! { p { (t.view_as_told()) } }))
        (panel(form(format!("{back}/view-as"), view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(html! {
            (field("reason", t.view_as_reason()).hint(t.view_as_reason_hint()).value(typed.reason.as_str())
                .max_length(REASON_MAX).required().error(field_error(t, refusal, "reason")))
            (minutes.value(typed.minutes.as_str()))
            div.actions {
                (button(t.view_as_start()).primary())
                (link_button(t.web_cancel(), back))
            }
        })))
    })
}
