//! Where a user is signed in, and ending it.

use axum::{
    Router,
    extract::{Path, Query},
    routing::{get, post},
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{
    super::{Look, end_session, end_sessions, look},
    tabs::{self, Done, Tab},
};
use crate::{
    accounts::sessions::{Device, Session},
    cx::Cx,
    text::rfc3339,
    web::{
        Form, WebResult,
        parts::{Confirm, button, column, empty, form, moment, panel, table},
        see_other,
    },
};

pub(super) fn router() -> Router {
    Router::new()
        .route("/admin/users/{id}/sessions", get(show).post(end_all))
        .route("/admin/users/{id}/sessions/{session}/end", post(end))
}

async fn show(cx: Cx, Path(id): Path<String>, Query(asked): Query<Done>) -> WebResult {
    let look = look(&cx, &id).await?;
    let t = cx.text();
    let view = tabs::view(&cx, &look, &asked.done);
    let mut list = table(t.users_tab_sessions())
        .column(column(t.profile_session_device()))
        .column(column(t.profile_session_place()))
        .column(column(t.profile_session_first_seen()))
        .column(column(t.profile_session_last_seen()))
        .column(column(t.users_end_session()).actions());
    for session in &look.sessions {
        list = list.row(row(&cx, &look, view.csrf(), session));
    }
    Ok(view.page(html! {
        (tabs::head(&cx, &look, Tab::Sessions))
        @if look.sessions.is_empty() { (empty(t.users_sessions_none(), t.users_sessions_none_lead())) }
        @else { (panel(list).flush()) (all(&cx, &look, view.csrf())) }
    }))
}

fn row(cx: &Cx, look: &Look, csrf: &str, session: &Session) -> [Markup; 5] {
    let t = cx.text();
    let device = Device::of(&session.user_agent);
    let name = match (device.browser.as_str(), device.system.as_str()) {
        ("", "") => t.profile_device_unknown(),
        (only, "") | ("", only) => only.to_owned(),
        (browser, system) => t.profile_device_on(browser.to_owned(), system.to_owned()),
    };
    let place = cx.places.of(&session.ip, cx.language).unwrap_or_default();
    let when = |at_ms| moment(t.ago(at_ms, cx.now_ms), rfc3339(at_ms));
    let action = format!("{}/{}/end", Tab::Sessions.path(&look.user.person.id), session.id);
    [
        html! { bdi { (name) } },
        html! { @if !place.is_empty() { (place) br; } bdi.mono { (session.ip) } },
        html! { (when(session.created_at_ms)) },
        html! { (when(session.seen_at_ms)) },
        html! { @if look.may_change { (form(action, csrf).inline().body(button(t.users_end_session()).small())) } },
    ]
}

/// The button that ends all of them. It destroys nothing that signing in does not bring back, so without
/// scripts it does not ask.
fn all(cx: &Cx, look: &Look, csrf: &str) -> Markup {
    if !look.may_change {
        return Markup::default();
    }
    let t = cx.text();
    html! {
        (form(Tab::Sessions.path(&look.user.person.id), csrf).inline().confirm(Confirm {
            title: t.users_end_sessions().into(),
            text: t.users_end_sessions_text(look.sessions.len()).into(),
            yes: t.users_end_sessions().into(),
            no: t.web_cancel().into(),
        }).body(button(t.users_end_sessions()).danger()))
    }
}

/// What the dialog adds; without scripts there is none.
#[derive(Deserialize)]
struct Confirmed {}

async fn end(cx: Cx, Path((id, session)): Path<(String, String)>, Form(()): Form<()>) -> WebResult {
    end_session(&cx, &id, &session).await?;
    Ok(see_other(&format!("{}?done=session", Tab::Sessions.path(&id))))
}

async fn end_all(cx: Cx, Path(id): Path<String>, Form(Confirmed {}): Form<Confirmed>) -> WebResult {
    end_sessions(&cx, &id).await?;
    Ok(see_other(&format!("{}?done=sessions", Tab::Sessions.path(&id))))
}
