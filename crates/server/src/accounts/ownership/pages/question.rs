//! What handing over would do, in numbers and names, with the button that does it.

use axum::response::Response;
use maud::{Markup, Render, html};
use seatwarden_base::{Error, Refusal, Result};

use super::{
    super::{
        actions,
        hand_over::{Forecast, OTHERS_BY_NOW, Wish},
        model::Owner,
    },
    HERE, called, counted, keeps_label, keeps_select, told_services,
};
use crate::{
    cx::Cx,
    text::Text,
    web::{
        admin::{self, AdminPage},
        parts::{Tone, button, definitions, form, hidden, link_button, notice, page_header, panel},
        see_other,
    },
};

/// The field with the fingerprint of what was looked at.
pub(super) const SEEN: &str = "seen";

/// What the page asks beside the forecast.
pub(super) struct Question<'a> {
    /// The heading.
    pub(super) title: String,
    /// Where the form goes.
    pub(super) action: &'a str,
    /// Fields of the first form that come along.
    pub(super) carried: Vec<(&'a str, &'a str)>,
    /// The way back that changes nothing.
    pub(super) back: &'a str,
    /// Whether it is asked once more, because other objects match by now.
    pub(super) again: bool,
    /// Whether what the former owners keep is chosen here.
    pub(super) chooses_keeps: bool,
}

/// Does what was looked at, or asks: for the first time, or once more if it is about other objects by now.
pub(super) async fn decide(
    cx: &Cx,
    wish: &Wish,
    (confirmed, fingerprint): (&str, &str),
    mut asks: Question<'_>,
) -> Result<Response> {
    if confirmed == "yes" {
        match actions::hand_over(cx, wish, Some(fingerprint).filter(|seen| !seen.is_empty())).await {
            Ok(transfer) => return Ok(see_other(&format!("{HERE}/transfers/{}", transfer.id))),
            Err(Error::Refusal(why)) if why.code == OTHERS_BY_NOW.code => asks.again = true,
            Err(other) => return Err(other),
        }
    }
    let forecast = actions::foresee_hand_over(cx, wish).await?;
    Ok(question(cx, &forecast, &asks))
}

/// The page that asks.
fn question(cx: &Cx, forecast: &Forecast, asked: &Question<'_>) -> Response {
    let t = cx.text();
    let view = admin::view(cx, AdminPage::Ownership, asked.title.clone(), None);
    let does = form(asked.action, view.csrf()).body(html! {
        (hidden("confirmed", "yes"))
        (hidden(SEEN, forecast.fingerprint.as_str()))
        @for (name, value) in &asked.carried { (hidden(name, *value)) }
        @if asked.chooses_keeps { (keeps_select(t, forecast.keeps.word())) }
        div.actions {
            (button(t.ownership_yes(forecast.changed)).primary())
            (link_button(t.web_cancel(), asked.back))
        }
    });
    view.page(html! {
        // The browser's own way back then leads to the page: what answers a form cannot be shown again.
        @if !asked.chooses_keeps { span hidden data-back=(asked.back) {} }
        (page_header(asked.title.as_str()))
        @if asked.again { (others_by_now(t)) }
        (panel(html! {
            div.effect { (effect(t, forecast, asked.chooses_keeps)) }
            @if forecast.changed > 0 { (does) }
            @else { div.actions { (link_button(t.web_cancel(), asked.back)) } }
        }).title(t.ownership_would()))
    })
}

/// Says above the new numbers that they are new.
pub fn others_by_now(t: Text) -> Markup {
    let (message, next) = t.refusal(&OTHERS_BY_NOW);
    notice(Tone::Warning, html! { p { (message) " " (next.unwrap_or_default()) } }).render()
}

/// Each reason once, with what can be done about it, and what it leaves out.
fn by_reason(t: Text, reasons: &[(String, Refusal)]) -> Vec<(String, Vec<&str>)> {
    let mut told: Vec<(String, Vec<&str>)> = Vec::new();
    for (title, why) in reasons {
        let (message, next) = t.refusal(why);
        let why = next.map_or_else(|| message.clone(), |next| format!("{message} {next}"));
        match told.iter_mut().find(|(known, _)| *known == why) {
            Some((_, titles)) => titles.push(title),
            None => told.push((why, vec![title])),
        }
    }
    told
}

fn people(t: Text, people: &[Owner], has_more: bool) -> Markup {
    html! {
        @for owner in people { div { bdi { (called(t, owner)) } } }
        @if has_more { div { (t.ownership_and_others()) } }
    }
}

fn effect(t: Text, forecast: &Forecast, chooses_keeps: bool) -> Markup {
    let mut facts = definitions();
    if !forecast.givers.is_empty() {
        facts = facts.row(t.ownership_from(), people(t, &forecast.givers, forecast.has_more_givers));
    }
    if !forecast.receivers.is_empty() {
        facts = facts.row(t.ownership_to(), people(t, &forecast.receivers, forecast.has_more_receivers));
    }
    if !chooses_keeps {
        facts = facts.row(t.ownership_keeps(), html! { (keeps_label(t, forecast.keeps)) });
    }
    let kinds: Vec<String> = forecast.counts.iter().map(|(kind, count)| counted(t, *kind, *count)).collect();
    let more = usize::try_from(forecast.changed).unwrap_or_default().saturating_sub(forecast.names.len());
    html! {
        (facts)
        (told_services(t, forecast.receivers.iter()))
        ul {
            li {
                (t.ownership_would_change(forecast.all, forecast.changed))
                @if !kinds.is_empty() { " " strong { (kinds.join(", ")) } }
                @if !forecast.names.is_empty() {
                    ul {
                        @for name in &forecast.names { li { bdi { (name) } } }
                        @if more > 0 { li { (t.users_list_bulk_more(more)) } }
                    }
                }
            }
            @if forecast.unchanged > 0 { li { (t.ownership_would_stay(forecast.unchanged)) } }
            @if forecast.refused > 0 { li { (t.users_list_bulk_refused(forecast.refused)) } }
        }
        @if !forecast.reasons.is_empty() {
            details open[forecast.changed == 0] {
                summary { (t.users_list_bulk_reasons(forecast.reasons.len())) }
                @for (why, titles) in by_reason(t, &forecast.reasons) {
                    p { (why) }
                    ul { @for title in titles { li { bdi { (title) } } } }
                }
            }
        }
    }
}
