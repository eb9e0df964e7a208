//! Releasing one server, declaring one as destroyed, and saying that two are one.

use axum::{Router, extract::Path, response::Response, routing::get};
use maud::html;
use seatwarden_base::Refusal;
use serde::Deserialize;

use super::{opened, path_of, refused, shown_here, view};
use crate::{
    cx::Cx,
    licensing::{
        activations::{self, DESTROYED_A_YEAR_MAX, ServerView},
        packages::Package,
    },
    web::{
        Form, NOT_FOUND, WebResult,
        parts::{button, confirmation},
        portal::license_account,
        see_other,
    },
};

pub(super) fn router() -> Router {
    Router::new().route("/portal/packages/{code}/servers/{server}/{act}", get(ask).post(do_it))
}

/// What is to be done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Release,
    Destroyed,
    OneMachine,
}

impl Act {
    fn of_word(word: &str) -> Result<Self, Refusal> {
        match word {
            "release" => Ok(Self::Release),
            "destroyed" => Ok(Self::Destroyed),
            "one-machine" => Ok(Self::OneMachine),
            _ => Err(NOT_FOUND),
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Answer {
    confirmed: String,
}

type Place = (String, String, String);

async fn ask(cx: Cx, Path((code, server, act)): Path<Place>) -> WebResult {
    license_account(&cx)?;
    let act = Act::of_word(&act)?;
    let (package, server) = find(&cx, &code, &server).await?;
    Ok(question(&cx, &package, &server, act, None))
}

async fn do_it(cx: Cx, Path((code, server, act)): Path<Place>, Form(answer): Form<Answer>) -> WebResult {
    license_account(&cx)?;
    let act = Act::of_word(&act)?;
    let (package, server) = find(&cx, &code, &server).await?;
    if answer.confirmed != "yes" {
        return Ok(question(&cx, &package, &server, act, None));
    }
    let (done, word) = match act {
        Act::Release => (activations::release(&cx, &package.id, &server.id).await, "released"),
        Act::Destroyed => (activations::declare_destroyed(&cx, &package.id, &server.id).await, "destroyed"),
        Act::OneMachine => (activations::resolve_clone(&cx, &package.id, &server.id).await, "one_machine"),
    };
    match shown_here(done)? {
        Ok(()) => Ok(see_other(&format!("{}?done={word}", path_of(&package)))),
        Err(refusal) => Ok(question(&cx, &package, &server, act, Some(&refusal))),
    }
}

async fn find(cx: &Cx, code: &str, server: &str) -> seatwarden_base::Result<(Package, ServerView)> {
    let (package, _) = opened(cx, code).await?;
    let server = activations::server(cx, &package.id, server).await?;
    Ok((package, server))
}

fn question(
    cx: &Cx,
    package: &Package,
    server: &ServerView,
    act: Act,
    refusal: Option<&Refusal>,
) -> Response {
    let t = cx.text();
    let path = path_of(package);
    let until = t.date(server.lease_until_ms);
    let name = server.name.clone();
    let (title, effect, yes, word) = match act {
        Act::Release => {
            (t.portal_release_title(name), t.portal_release_effect(until), t.portal_release(), "release")
        }
        Act::Destroyed => (
            t.portal_destroyed_title(name),
            t.portal_destroyed_effect(DESTROYED_A_YEAR_MAX),
            t.portal_destroyed(),
            "destroyed",
        ),
        Act::OneMachine => (
            t.portal_one_machine_title(name),
            t.portal_one_machine_effect(),
            t.portal_one_machine(),
            "one-machine",
        ),
    };
    let view = view(cx, title.clone(), None).refused(refusal);
    let action = format!("{path}/servers/{}/{word}", server.id);
    view.page(html! {
        @if let Some(refusal) = refusal { (refused(t, refusal)) }
        (confirmation(title, action, view.csrf())
            .effect(html! { p { (effect) } })
            .yes(button(yes).danger())
            .back(t.web_cancel(), path.as_str()))
    })
}
