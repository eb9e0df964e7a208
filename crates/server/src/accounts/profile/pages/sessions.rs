//! Sessions: where one is signed in, and ending it.

use axum::{
    Router,
    extract::{Path, Query},
    http::header,
    routing::{get, post},
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{super::access, Asked, path, view};
use crate::{
    accounts::{
        feature_management::ProfileTab,
        sessions::{self, Device, DeviceKind, Session},
    },
    cx::{Cx, Proof},
    web::{
        Form, WebResult, cookies,
        parts::{
            self, Confirm, Tone, badge, button, column, device_icon, form, moment, page_header, panel, table,
        },
        see_other,
    },
};

const TAB: ProfileTab = ProfileTab::Sessions;
const HERE: &str = path(TAB);

pub(super) fn router() -> Router {
    Router::new()
        .route(HERE, get(show))
        .route("/profile/sessions/{id}/end", post(end))
        .route("/profile/sessions/end-others", post(end_others))
}

async fn show(cx: Cx, Query(asked): Asked) -> WebResult {
    let switches = access::require(&cx, TAB).await?;
    let sessions = sessions::mine(&cx).await?;
    let t = cx.text();
    let view = view(&cx, switches, HERE, t.profile_sessions(), &asked.done);
    let current = match &cx.signed_in()?.proof {
        Proof::Session { id, .. } => id.as_str(),
        Proof::Token { .. } | Proof::ApiKey | Proof::Job { .. } => "",
    };
    let mut list = table(t.profile_sessions())
        .column(column(t.profile_session_device()))
        .column(column(t.profile_session_place()))
        .column(column(t.profile_session_first_seen()))
        .column(column(t.profile_session_last_seen()))
        .column(column(t.profile_session_sign_out()).actions());
    for session in &sessions {
        list = list.row(row(&cx, view.csrf(), session, session.id == current));
    }
    let end_others = form("/profile/sessions/end-others", view.csrf())
        .inline()
        .confirm(Confirm {
            title: t.profile_end_others_title().into(),
            text: t.profile_end_others_text(sessions.len().saturating_sub(1)).into(),
            yes: t.profile_end_others_button().into(),
            no: t.web_cancel().into(),
        })
        .body(button(t.profile_end_others_button()));
    let header = page_header(t.profile_sessions()).lead(html! { (t.profile_sessions_lead()) });
    let header = if sessions.len() > 1 { header.actions(end_others) } else { header };
    Ok(view.page(html! { (header) (panel(list).flush()) }))
}

fn row(cx: &Cx, csrf: &str, session: &Session, is_current: bool) -> [Markup; 5] {
    let t = cx.text();
    let device = Device::of(&session.user_agent);
    let (icon, kind) = match device.kind {
        DeviceKind::Phone => (parts::Device::Phone, t.profile_device_phone()),
        DeviceKind::Tablet => (parts::Device::Tablet, t.profile_device_tablet()),
        DeviceKind::Script => (parts::Device::Script, t.profile_device_script()),
        DeviceKind::Desktop => (parts::Device::Desktop, t.profile_device_computer()),
        DeviceKind::Unknown => (parts::Device::Desktop, t.profile_device_unknown()),
    };
    let name = match (device.browser.as_str(), device.system.as_str()) {
        ("", "") => t.profile_device_unknown(),
        (only, "") | ("", only) => only.to_owned(),
        (browser, system) => t.profile_device_on(browser.to_owned(), system.to_owned()),
    };
    let place = cx.places.of(&session.ip, cx.language).unwrap_or_default();
    let when = |at_ms| moment(t.ago(at_ms, cx.now_ms), crate::text::rfc3339(at_ms));
    let action = format!("/profile/sessions/{}/end", session.id);
    [
        html! {
            div.with-icon {
                (device_icon(icon, kind))
                div { bdi { (name) } @if is_current { " " (badge(Tone::Success, t.profile_session_this_one())) } }
            }
        },
        html! { @if !place.is_empty() { (place) br; } bdi.mono { (session.ip) } },
        html! { (when(session.created_at_ms)) },
        html! { (when(session.seen_at_ms)) },
        html! { (form(action, csrf).inline().body(button(t.profile_session_sign_out()).small())) },
    ]
}

async fn end(cx: Cx, Path(id): Path<String>, Form(()): Form<()>) -> WebResult {
    access::require(&cx, TAB).await?;
    sessions::end(&cx, &id).await?;
    let is_own = matches!(&cx.signed_in()?.proof, Proof::Session { id: own, .. } if *own == id);
    if !is_own {
        return Ok(see_other(&format!("{HERE}?done=ended")));
    }
    let secure = cx.request.secure;
    let mut response = see_other("/login?done=signed-out");
    let gone = cookies::remove(cookies::session_name(secure), secure);
    response.headers_mut().extend(gone.map(|cookie| (header::SET_COOKIE, cookie)));
    Ok(response)
}

/// What the dialog adds; without scripts there is none.
#[derive(Deserialize)]
struct Confirmed {}

async fn end_others(cx: Cx, Form(Confirmed {}): Form<Confirmed>) -> WebResult {
    access::require(&cx, TAB).await?;
    sessions::end_others(&cx).await?;
    Ok(see_other(&format!("{HERE}?done=others-ended")))
}
