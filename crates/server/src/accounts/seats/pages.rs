//! The counters of seats, for pages of other rooms; and alone, so that an open page can ask for them again.

use axum::{Router, http::HeaderMap, routing::get};
use maud::{Markup, html};

use super::{Seat, Taken, actions};
use crate::{
    cx::Cx,
    text::Text,
    web::{WebResult, parts::meter, tagged_html},
};

/// Where the counters are alone. Asking for them does not count as using a session.
pub const ALONE: &str = "/admin/seats";

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new().route(ALONE, get(alone))
}

/// The counters as a piece of a page, or 304 if the browser has them so already.
async fn alone(cx: Cx, headers: HeaderMap) -> WebResult {
    let seats = actions::list(&cx).await?;
    Ok(tagged_html(&headers, &html! { @for taken in &seats { (one(cx.text(), taken)) } }))
}

/// Counters of seats that stay right while the page is open.
pub fn live(t: Text, seats: &[Taken]) -> Markup {
    html! { div.meters data-refresh=(ALONE) { @for taken in seats { (one(t, taken)) } } }
}

/// The counters of all seats; nothing for those who may not see them.
pub fn meters(cx: &Cx) -> Markup {
    cx.seats.as_ref().map(|seats| live(cx.text(), &seats.all)).unwrap_or_default()
}

/// The counter of one kind of seat.
pub fn one(t: Text, taken: &Taken) -> Markup {
    let name = format!("seats-{}", taken.seat.word());
    let label = label(t, taken.seat);
    let size = |number: i64| u64::try_from(number).unwrap_or_default();
    if let Some(limit) = taken.limit {
        html! { (meter(&name, label, t.seats_of(taken.used, limit), size(taken.used), size(limit))) }
    } else {
        html! { div.meter { strong { (label) } span.amount { (t.seats_used(taken.used)) } } }
    }
}

/// What people call a kind of seat.
pub fn label(t: Text, seat: Seat) -> String {
    match seat {
        Seat::Administrators => t.seats_administrators(),
        Seat::Designers => t.seats_designers(),
        Seat::Viewers => t.seats_viewers(),
    }
}
