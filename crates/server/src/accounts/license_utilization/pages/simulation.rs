//! What would work on a day, or with other seats.

use axum::{extract::Query, response::Response};
use maud::{Markup, html};
use seatwarden_activate as activate;
use seatwarden_base::{Error, Refusal};
use seatwarden_license_file::{Ability, State};

use super::{HERE, show, view};
use crate::{
    accounts::{
        license_utilization::{
            actions::{self, Simulation},
            api_v1::Supposition,
            words,
        },
        seats::{Seat, pages as seat_pages},
    },
    cx::{Cx, Permission},
    text::rfc3339,
    web::{
        WebResult, field_error,
        parts::{
            Tone, button, checkbox, definitions, field, form, link_button, moment, notice, page_header, panel,
        },
        problems,
    },
};

pub(super) const PATH: &str = "/admin/license/simulation";

pub(super) async fn look(cx: Cx, Query(asked): Query<Supposition>) -> WebResult {
    cx.require(Permission::ManageLicense)?;
    match actions::simulate(&cx, &asked.supposed()).await {
        Ok(seen) => Ok(page(&cx, &asked, Some(&seen), None)),
        Err(Error::Refusal(refusal)) => Ok(page(&cx, &asked, None, Some(&refusal))),
        Err(fault) => Err(fault.into()),
    }
}

fn page(cx: &Cx, asked: &Supposition, seen: Option<&Simulation>, refusal: Option<&Refusal>) -> Response {
    let t = cx.text();
    let view = view(cx, t.license_utilization_simulate(), None).refused(refusal);
    let ask = form(PATH, "").get().problems(t.web_problems(), problems(t, refusal));
    view.page(html! {
        (page_header(t.license_utilization_simulate()).lead(html! { (t.license_utilization_simulate_lead()) }))
        (panel(ask.body(fields(cx, asked, refusal))))
        @if let Some(seen) = seen { (told(cx, seen)) }
    })
}

fn fields(cx: &Cx, asked: &Supposition, refusal: Option<&Refusal>) -> Markup {
    let t = cx.text();
    let seats = [&asked.administrators, &asked.designers, &asked.viewers];
    html! {
        (field("at", t.license_utilization_simulate_at()).date().value(asked.at.as_str())
            .hint(t.license_utilization_simulate_at_hint()).error(field_error(t, refusal, "at")))
        div.row {
            @for (seat, typed) in Seat::ALL.into_iter().zip(seats) {
                (field(seat.word(), seat_pages::label(t, seat)).number().value(typed.as_str())
                    .hint(t.license_utilization_simulate_seats_hint()).error(field_error(t, refusal, seat.word())))
            }
        }
        (checkbox("unreached", t.license_utilization_simulate_unreached())
            .checked(asked.supposed().is_unreached))
        div.actions {
            (button(t.license_utilization_simulate_run()).primary())
            (link_button(t.license_utilization_title(), HERE))
        }
    }
}

/// What would work.
fn told(cx: &Cx, seen: &Simulation) -> Markup {
    let t = cx.text();
    let standing = &seen.standing;
    let tone = match standing.state {
        State::Active => Tone::Success,
        State::Expiring | State::NotYet | State::Grace => Tone::Warning,
        State::Limited => Tone::Danger,
    };
    let state = activate::Text::new(cx.language).state(standing.state);
    let listed = |works: bool| {
        let all = seen.abilities.iter().filter(|(_, does)| *does == works).map(|(ability, _)| ability);
        names(cx, all)
    };
    let over: Vec<String> = seen.seats.iter().filter_map(|taken| words::over(t, taken)).collect();
    let mut facts = definitions()
        .row(
            t.license_utilization_simulate_ends(),
            html! { (moment(t.date(standing.ends_at.ms()), rfc3339(standing.ends_at.ms()))) },
        )
        .row(t.license_utilization_simulate_works(), html! { (listed(true)) })
        .row(t.license_utilization_simulate_stopped(), html! { (listed(false)) });
    for (from, what) in &seen.stops {
        let later = t.license_utilization_simulate_later(t.date(from.ms()));
        facts = facts.row(later, html! { (names(cx, what.iter())) });
    }
    html! {
        (notice(tone, html! {
            p { (t.license_utilization_simulate_result(t.date(seen.at.ms()), state)) }
            @if seen.is_unreached { p { (t.license_utilization_simulate_if_unreached()) } }
            @else { p { (t.license_utilization_simulate_if_reached()) } }
        }))
        (panel(facts).title(t.license_utilization_simulate_what()))
        (panel(html! {
            div.meters { @for taken in &seen.seats { (seat_pages::one(t, taken)) } }
            @if !over.is_empty() {
                (notice(Tone::Warning, html! {
                    ul { @for one in &over { li { (one) } } }
                    p { (t.license_utilization_over_lead()) }
                }))
            }
        }).title(t.license_utilization_seats()))
        @if !seen.differences.is_empty() {
            (panel(show::differences(cx, &seen.differences)).title(t.license_utilization_simulate_differences()))
        }
    }
}

fn names<'a>(cx: &Cx, all: impl Iterator<Item = &'a Ability>) -> String {
    let names: Vec<String> = all.map(|ability| activate::Text::new(cx.language).ability(ability)).collect();
    if names.is_empty() { cx.text().license_utilization_simulate_nothing() } else { names.join(", ") }
}
