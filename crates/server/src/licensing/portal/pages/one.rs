//! One package: My Info, its servers, and what can be done.

use axum::{
    Router,
    extract::{Path, Query},
    routing::get,
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{
    activates, deployment_word, displaced_panel, environment_word, is_open, kind_word,
    license::{activations_meter, expiration, warning},
    opened, owns, path_of, servers_table, standing_tone, standing_word, tier_word, view,
    words::{day, when},
};
use crate::{
    accounts::license_utilization::named,
    cx::Cx,
    licensing::{
        activations::{self, Mode, ServerState, ServerView},
        packages::{Package, Right},
    },
    text::Text,
    web::{
        WebResult,
        parts::{Icon, badge, definitions, empty, link_button, page_header, panel, tabs},
    },
};

pub(super) fn router() -> Router {
    Router::new().route("/portal/packages/{code}", get(show))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    done: String,
}

async fn show(cx: Cx, Path(code): Path<String>, Query(asked): Query<Asked>) -> WebResult {
    let (package, right) = opened(&cx, &code).await?;
    let usage = activations::usage(&cx, &package.id).await?;
    let servers = activations::servers(&cx, &package.id, "").await?;
    let displaced = activations::displaced(&cx, &package.id).await?;
    let t = cx.text();
    let standing = package.terms.standing(cx.now_ms);
    let path = path_of(&package);
    let view = view(&cx, package.terms.name.clone(), done_text(t, &asked.done));
    Ok(view.page(html! {
        (page_header(package.terms.name.as_str())
            .lead(html! { (badge(standing_tone(standing), standing_word(t, standing))) " " bdi { (package.code) } })
            .actions(html! {
                @if owns(right) && is_open(&package) { (link_button(t.portal_reset(), format!("{path}/reset"))) }
                @if activates(right) && is_open(&package) {
                    (link_button(t.portal_one_time_code(), format!("{path}/codes")))
                    (link_button(t.portal_offline_key(), format!("{path}/offline-key")))
                    (link_button(t.portal_offline(), format!("/portal/offline?package={}", package.code)))
                }
            }))
        (package_tabs(t, &package, Tab::Info))
        (warning(&cx, &package, standing))
        (panel(activations_meter(&cx, &package, usage)))
        @if servers.is_empty() {
            (empty(t.portal_no_servers(), t.portal_no_servers_lead()).icon(Icon::Devices))
        } @else {
            (panel(servers_table(&cx, &servers, |server| act(&cx, &package, right, server)))
                .title(t.portal_servers()).flush())
        }
        (displaced_panel(&cx, &displaced))
        (panel(info(&cx, &package)).title(t.portal_my_info()))
    }))
}

fn done_text(t: Text, done: &str) -> Option<String> {
    match done {
        "reset" => Some(t.portal_done_reset()),
        "released" => Some(t.portal_done_released()),
        "destroyed" => Some(t.portal_done_destroyed()),
        "one_machine" => Some(t.portal_done_one_machine()),
        _ => None,
    }
}

/// What can be done with a server.
fn act(cx: &Cx, package: &Package, right: Right, server: &ServerView) -> Markup {
    if !owns(right) || server.state == ServerState::Released {
        return Markup::default();
    }
    let t = cx.text();
    let path = format!("{}/servers/{}", path_of(package), server.id);
    html! {
        @if server.slot_no.is_some() {
            @if server.mode == Mode::Online {
                (link_button(t.portal_release(), format!("{path}/release")).small())
            } @else {
                (link_button(t.portal_destroyed(), format!("{path}/destroyed")).small())
            }
        }
        @if server.cloned_at_ms.is_some() {
            (link_button(t.portal_one_machine(), format!("{path}/one-machine")).small())
        }
    }
}

fn info(cx: &Cx, package: &Package) -> Markup {
    let t = cx.text();
    let terms = &package.terms;
    let count = |count: Option<i64>| count.map_or_else(|| t.portal_unlimited(), |count| t.number(count));
    let mut rows = definitions()
        .row(t.portal_code(), html! { bdi { (package.code) } })
        .row(t.portal_type(), html! { (kind_word(t, terms.kind)) })
        .row(t.portal_tier(), html! { (tier_word(t, terms.tier)) })
        .row(t.portal_deployment(), html! { (deployment_word(t, terms.deployment)) })
        .row(t.portal_environment(), html! { (environment_word(t, terms.environment)) })
        .row(t.portal_valid_from(), day(cx, terms.valid_from_ms))
        .row(t.portal_expiration(), expiration(cx, package))
        .row(t.portal_administrators(), html! { (count(terms.seats.administrators)) })
        .row(t.portal_designers(), html! { (count(terms.seats.designers)) })
        .row(t.portal_viewers(), html! { (count(terms.seats.viewers)) })
        .row(t.portal_servers(), html! { (t.number(terms.limits.servers)) })
        .row(t.portal_rows(), html! { (count(terms.limits.rows)) })
        .row(t.portal_cores(), html! { (count(terms.limits.cores)) })
        .row(t.portal_lease(), html! { (t.portal_days(terms.lease_days)) })
        .row(t.portal_grace(), html! { (t.portal_days(terms.grace_days)) });
    if !terms.entitlements.is_empty() {
        rows = rows.row(
            t.portal_entitlements(),
            html! { @for (index, name) in terms.entitlements.iter().enumerate() { @if index > 0 { ", " } bdi { (named(t, name)) } } },
        );
    }
    if let Some(at_ms) = package.last_reset_at_ms {
        rows = rows.row(t.portal_last_reset(), when(cx, at_ms));
    }
    html! { (rows) }
}

/// A tab of a package.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    Info,
    Users,
    History,
}

/// The tabs of a package.
pub(super) fn package_tabs(t: Text, package: &Package, open: Tab) -> Markup {
    let path = path_of(package);
    html! {
        (tabs(package.terms.name.as_str())
            .tab(t.portal_servers_and_info(), path.as_str(), open == Tab::Info)
            .tab(t.portal_license_users(), format!("{path}/users"), open == Tab::Users)
            .tab(t.portal_history(), format!("{path}/history"), open == Tab::History))
    }
}
