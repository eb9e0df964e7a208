//! My License: a card for each package.

use axum::{Router, extract::Query, routing::get};
use maud::{Markup, html};
use seatwarden_base::Result;
use serde::Deserialize;

use super::{
    activates, environment_word, is_open, kind_word, owns, path_of, standing_tone, standing_word, view,
    words::day,
};
use crate::{
    cx::Cx,
    licensing::{
        activations::{self, Usage},
        organisations,
        packages::{self, Package, Right, Standing},
    },
    web::{
        WebResult,
        parts::{Icon, Tone, badge, definitions, empty, link_button, meter, notice, page_header, panel},
        portal::license_account,
    },
};

pub(super) fn router() -> Router {
    Router::new().route("/portal", get(show))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    done: String,
}

async fn show(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    license_account(&cx)?;
    let memberships = organisations::mine(&cx).await?;
    let mut packages = Vec::new();
    for package in packages::list_mine(&cx).await? {
        packages.push(read(&cx, package).await?);
    }
    let t = cx.text();
    let done = (asked.done == "account").then(|| t.portal_account_saved());
    let view = view(&cx, t.portal_my_license(), done);
    Ok(view.page(html! {
        (page_header(t.portal_my_license()).lead(html! { (t.portal_my_license_lead()) }))
        @if memberships.is_empty() {
            (empty(t.portal_no_organisation(), t.portal_no_organisation_lead()).icon(Icon::Groups)
                .action(link_button(t.portal_contact(), "/portal/contact").primary()))
        }
        @for membership in &memberships {
            @let organisation = &membership.organisation;
            @let own: Vec<_> = packages.iter().filter(|it| it.0.organisation_id == organisation.id).collect();
            section.cards-of {
                h2 { bdi { (organisation.name) } }
                @if own.is_empty() {
                    (empty(t.portal_no_package(), t.portal_no_package_lead()).icon(Icon::Key)
                        .action(link_button(t.portal_contact(), "/portal/contact").primary()))
                }
                div.cards { @for (package, usage, right) in own { (card(&cx, package, *usage, *right)) } }
            }
        }
    }))
}

async fn read(cx: &Cx, package: Package) -> Result<(Package, Usage, Right)> {
    let usage = activations::usage(cx, &package.id).await?;
    let mut tx = cx.db.read().await?;
    let right = packages::person_right(&mut tx, &package, &cx.person()?.id).await?;
    Ok((package, usage, right.unwrap_or(Right::See)))
}

fn card(cx: &Cx, package: &Package, usage: Usage, right: Right) -> Markup {
    let t = cx.text();
    let terms = &package.terms;
    let standing = terms.standing(cx.now_ms);
    let path = path_of(package);
    let facts = definitions()
        .row(t.portal_name(), html! { bdi { (terms.name) } })
        .row(t.portal_type(), html! { (kind_word(t, terms.kind)) })
        .row(t.portal_expiration(), html! { (expiration(cx, package)) })
        .row(t.portal_environment(), html! { (environment_word(t, terms.environment)) });
    let body = html! {
        p { (badge(standing_tone(standing), standing_word(t, standing))) }
        (activations_meter(cx, package, usage))
        (warning(cx, package, standing))
        (facts)
        div.actions {
            (link_button(t.portal_my_info(), path.as_str()).primary())
            @if owns(right) && is_open(package) {
                (link_button(t.portal_reset(), format!("{path}/reset")))
                (link_button(t.portal_add_user(), format!("{path}/users")))
            }
            @if activates(right) && is_open(package) { (link_button(t.portal_offline_key(), format!("{path}/offline-key"))) }
        }
    };
    html! { (panel(body).title(terms.name.as_str()).lead(html! { bdi { (package.code) } })) }
}

/// How many activations count, of how many.
pub fn activations_meter(cx: &Cx, package: &Package, usage: Usage) -> Markup {
    let t = cx.text();
    let number = |count: i64| u64::try_from(count).unwrap_or_default();
    let name = format!("activations-{}", package.id);
    let text = t.portal_activations_of(usage.used, usage.maximum);
    html! {
        (meter(&name, t.portal_activations(), text, number(usage.used), number(usage.maximum)))
        @if usage.uncounted > 0 { p.quiet-line { (t.portal_uncounted(usage.uncounted)) } }
    }
}

/// The day on which it ends, if it does.
pub(super) fn expiration(cx: &Cx, package: &Package) -> Markup {
    if let Some(at_ms) = package.terms.valid_until_ms {
        day(cx, at_ms)
    } else {
        html! { (cx.text().portal_never()) }
    }
}

/// What should be done about the state of a package.
pub(super) fn warning(cx: &Cx, package: &Package, standing: Standing) -> Markup {
    let t = cx.text();
    let until_ms = package.terms.valid_until_ms.unwrap_or_default();
    let text = match standing {
        Standing::Active | Standing::Future => return Markup::default(),
        Standing::Expiring => t.portal_expiring_lead(t.date(until_ms)),
        Standing::Grace => t.portal_grace_lead(t.date(until_ms + package.terms.grace_ms())),
        Standing::Limited => t.portal_limited_lead(),
        Standing::Suspended => t.portal_suspended_lead(),
        Standing::Revoked => t.portal_revoked_lead(),
    };
    let tone = if standing_tone(standing) == Tone::Danger { Tone::Danger } else { Tone::Warning };
    html! { (notice(tone, html! { p { (text) } }).action(link_button(t.portal_contact(), "/portal/contact").small())) }
}
