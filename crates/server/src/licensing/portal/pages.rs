//! My License, and who acts for the organisation.

use axum::{Router, routing::get};
use maud::html;

use crate::{
    cx::Cx,
    licensing::organisations,
    web::{
        WebResult,
        parts::{Icon, empty, page_header, panel},
        portal::{PortalPage, license_account, view},
    },
};

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new().route("/portal", get(my_license)).route("/portal/users", get(users))
}

async fn my_license(cx: Cx) -> WebResult {
    license_account(&cx)?;
    let memberships = organisations::mine(&cx).await?;
    let t = cx.text();
    let view = view(&cx, PortalPage::MyLicense, t.portal_my_license(), None);
    Ok(view.page(html! {
        (page_header(t.portal_my_license()).lead(html! { (t.portal_my_license_lead()) }))
        @if memberships.is_empty() {
            (empty(t.portal_no_organisation(), t.portal_no_organisation_lead()).icon(Icon::Groups))
        }
        @for membership in &memberships {
            (panel(html! {}).title(membership.organisation.name.as_str()))
        }
    }))
}

async fn users(cx: Cx) -> WebResult {
    license_account(&cx)?;
    let t = cx.text();
    let view = view(&cx, PortalPage::Users, t.portal_users(), None);
    Ok(view.page(html! { (page_header(t.portal_users())) }))
}
