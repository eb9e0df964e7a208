//! Online Trial in the portal, and the door of the trial instance.

use axum::{
    Router,
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::IntoResponse,
    routing::{get, post},
};
use maud::html;
use serde::Deserialize;

use super::actions;
use crate::{
    cx::Cx,
    web::{
        BAD_FORM, WebResult, body, cookies, csrf, form_target,
        parts::{Icon, button, empty, form, hidden, link_button, page_header, panel},
        portal::{PortalPage, license_account, view},
        see_other,
    },
};

/// Routes of the portal.
pub fn router() -> Router {
    Router::new().route("/portal/trial", get(show).post(start))
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
    let Some((entrance, grant)) = granted else {
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
            (form("/portal/trial", "").body(body))
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
    Ok(form_target(response, &entrance))
}

/// Sends the browser on, which posts the same again there. The grant is the secret of this form: only a page of the
/// same person holds one. The secret of our other forms is not with it, because it would travel to the trial instance.
async fn start(cx: Cx, request: Request) -> WebResult {
    license_account(&cx)?;
    csrf::same_site(&cx)?;
    let bytes = body(request).await?;
    let posted: Posted = serde_urlencoded::from_bytes(&bytes).map_err(|_| BAD_FORM)?;
    let entrance = actions::start(&cx, &posted.grant).await?;
    Ok((StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, entrance)]).into_response())
}

#[derive(Deserialize)]
struct Posted {
    grant: String,
}

/// The grant comes from another site, so that no secret of our forms is with it; it is one itself, and names that site.
async fn enter(cx: Cx, request: Request) -> WebResult {
    let sender = sender(request.headers());
    let bytes = body(request).await?;
    let posted: Posted = serde_urlencoded::from_bytes(&bytes).map_err(|_| BAD_FORM)?;
    let entered = actions::enter(&cx, &posted.grant, sender.as_deref()).await?;
    let session = &entered.session;
    let cookie = cookies::of_session(&session.token, session.max_age_seconds, cx.request.secure);
    let mut response = see_other("/");
    response.headers_mut().extend(cookie.map(|cookie| (header::SET_COOKIE, cookie)));
    Ok(response)
}

/// The origin of the page that posted the form, as the browser says; none of what is no browser. Some browsers hide the
/// origin behind the portal's redirection and still name the page, which a page cannot do for another site.
fn sender(headers: &HeaderMap) -> Option<String> {
    let read = |name| headers.get(name).map(|it: &HeaderValue| it.to_str().unwrap_or_default());
    let origin = read(header::ORIGIN)?;
    let page = if origin == "null" { read(header::REFERER).unwrap_or_default() } else { origin };
    Some(page.split('/').take(3).collect::<Vec<_>>().join("/"))
}
