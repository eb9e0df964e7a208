//! The license account itself, and how to reach the vendor.

use axum::{Router, routing::get};
use maud::html;

use crate::{
    cx::Cx,
    licensing::{organisations, packages},
    text::Text,
    web::{
        WebResult,
        parts::{CopyWords, Icon, code_block, definitions, link_button, page_header, panel},
        portal::{PortalPage, license_account, view},
    },
};

pub(super) fn router() -> Router {
    Router::new().route("/portal/account", get(account)).route("/portal/contact", get(contact))
}

async fn account(cx: Cx) -> WebResult {
    let person = license_account(&cx)?;
    let memberships = organisations::mine(&cx).await?;
    let t = cx.text();
    let view = view(&cx, PortalPage::Account, t.portal_account(), None);
    let names: Vec<&str> = memberships.iter().map(|it| it.organisation.name.as_str()).collect();
    let facts = definitions()
        .row(t.portal_name(), html! { bdi { (person.display_name()) } })
        .row(t.portal_email(), html! { bdi { (person.email) } })
        .row(t.portal_organisations(), html! { bdi { (names.join(", ")) } });
    Ok(view.page(html! {
        (page_header(t.portal_account()).lead(html! { (t.portal_account_lead()) }))
        (panel(facts))
        (panel(html! {
            p { (t.portal_change_password_lead()) }
            div.actions {
                (link_button(t.portal_change_password(), "/profile/password").primary().icon(Icon::Lock))
                @if cx.shows_profile { (link_button(t.portal_profile(), "/profile").icon(Icon::User)) }
            }
        }).title(t.portal_change_password()))
    }))
}

/// What the vendor asks for first, ready to be pasted.
async fn diagnostics(cx: &Cx, t: Text) -> seatwarden_base::Result<String> {
    let mut text = t.portal_ticket(cx.person()?.email.clone(), cx.request.id.clone(), t.date_time(cx.now_ms));
    for package in packages::list_mine(cx).await?.iter().take(PACKAGES_TOLD) {
        let standing = super::standing_word(t, package.terms.standing(cx.now_ms));
        text.push('\n');
        text.push_str(&t.portal_ticket_package(package.terms.name.clone(), package.code.clone(), standing));
    }
    Ok(text)
}

/// How many packages stand in the ticket.
const PACKAGES_TOLD: usize = 20;

async fn contact(cx: Cx) -> WebResult {
    license_account(&cx)?;
    let t = cx.text();
    let text = diagnostics(&cx, t).await?;
    let set = &cx.config;
    let address = if set.license_server.contact_address.is_empty() {
        set.mail.from_address.as_str()
    } else {
        set.license_server.contact_address.as_str()
    };
    let subject = t.portal_ticket_subject(cx.config.server.installation_name.clone());
    let query = serde_urlencoded::to_string([("subject", subject.as_str()), ("body", text.as_str())])
        .unwrap_or_default()
        .replace('+', "%20");
    let view = view(&cx, PortalPage::Contact, t.portal_contact(), None);
    let words = CopyWords { copy: t.web_copy().into(), copied: t.web_copied().into() };
    Ok(view.page(html! {
        (page_header(t.portal_contact()).lead(html! { (t.portal_contact_lead()) }))
        (panel(html! {
            @if address.is_empty() { p { (t.portal_no_address()) } }
            @else {
                p { bdi { a href=(format!("mailto:{address}")) { (address) } } }
                div.actions {
                    (link_button(t.portal_write_mail(), format!("mailto:{address}?{query}")).primary().icon(Icon::Mail))
                }
            }
        }).title(t.portal_by_mail()))
        (panel(html! {
            p { (t.portal_ticket_lead()) }
            (code_block("ticket", t.portal_ticket_title(), text.as_str(), words))
        }).title(t.portal_ticket_title()))
    }))
}
