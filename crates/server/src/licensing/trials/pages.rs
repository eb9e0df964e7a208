//! Online Trial in the portal, and the door of the trial instance.

use axum::{
    Router,
    extract::Request,
    http::header,
    routing::{get, post},
};
use maud::html;
use serde::Deserialize;

use super::actions;
use crate::{
    cx::Cx,
    web::{
        BAD_FORM, WebResult, body, cookies, form_target,
        parts::{Icon, button, empty, form, hidden, link_button, page_header, panel},
        portal::{PortalPage, license_account, view},
        see_other,
    },
};

/// Routes of the portal.
pub fn router() -> Router {
    Router::new().route("/portal/trial", get(show))
}

/// Routes of the trial instance, which is no license server.
pub fn entry_router() -> Router {
    Router::new().route("/trial/enter", post(enter))
}

async fn show(cx: Cx) -> WebResult {
    license_account(&cx)?;
    let granted = actions::grant(&cx)?;
    let t = cx.text();
    let view = view(&cx, PortalPage::Trial, t.trials_title(), None);
    let Some((action, grant)) = granted else {
        return Ok(view.page(html! {
            (page_header(t.trials_title()))
            (empty(t.trials_none(), t.trials_none_lead()).icon(Icon::Devices)
                .action(link_button(t.portal_contact(), "/portal/contact")))
        }));
    };
    let body = html! {
        (hidden("grant", grant.as_str()))
        div.actions { (button(t.trials_start()).primary()) }
    };
    let response = view.page(html! {
        (page_header(t.trials_title()).lead(html! { (t.trials_lead()) }))
        (panel(html! {
            p { (t.trials_one_click()) }
            (form(action.as_str(), "").body(body))
        }).title(t.trials_start()))
        (panel(html! {
            ul {
                li { (t.trials_without_users()) }
                li { (t.trials_without_system()) }
                li { (t.trials_without_files()) }
            }
            p { (t.trials_install()) }
            div.actions { (link_button(t.downloads_title(), "/portal/downloads").icon(Icon::Download)) }
        }).title(t.trials_withheld()))
    });
    Ok(form_target(response, &action))
}

#[derive(Deserialize)]
struct Posted {
    grant: String,
}

/// The grant comes from another site, so that no secret of our forms is with it; it is one itself.
async fn enter(cx: Cx, request: Request) -> WebResult {
    let bytes = body(request).await?;
    let posted: Posted = serde_urlencoded::from_bytes(&bytes).map_err(|_| BAD_FORM)?;
    let entered = actions::enter(&cx, &posted.grant).await?;
    let session = &entered.session;
    let cookie = cookies::of_session(&session.token, session.max_age_seconds, cx.request.secure);
    let mut response = see_other("/");
    response.headers_mut().extend(cookie.map(|cookie| (header::SET_COOKIE, cookie)));
    Ok(response)
}
