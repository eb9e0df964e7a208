//! The log of deliveries: which mail went to whom, and what became of it.

use axum::{
    Router,
    extract::{Path, Query},
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal};
use serde::Deserialize;

use super::{
    super::{
        actions::{Deliveries, DeliveryFilter, LOOKED_AT_MAX, deliveries, export, retry},
        model::{MailState, Queued, Retried, Stuck, UNKNOWN_STATE},
        table,
    },
    DELIVERIES, view,
};
use crate::{
    cx::Cx,
    text::{Text, rfc3339},
    web::{
        Form, WebResult,
        parts::{
            self, Chips, Tone, badge, button, chips, column, empty, form, link_button, moment, notice,
            page_header, pager, panel, search,
        },
        see_other,
    },
};

const EXPORT: &str = "/admin/email/deliveries/export";
const SHOWN: i64 = 50;

pub(super) fn router() -> Router {
    Router::new()
        .route(DELIVERIES, get(show))
        .route(EXPORT, get(export))
        .route("/admin/email/deliveries/retry", post(retry_all))
        .route("/admin/email/deliveries/{id}/retry", post(retry_one))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    address: String,
    state: String,
    before: Option<i64>,
    before_id: String,
    /// What was just done: `retried`, or how many mails of all wait again and how many do not.
    done: String,
    again: i64,
    ended: i64,
    more: bool,
}

impl Asked {
    fn filter(&self) -> DeliveryFilter {
        DeliveryFilter {
            address: self.address.clone(),
            state: MailState::named(&self.state),
            before: self.before.map(|at_ms| (at_ms, self.before_id.clone())),
        }
    }

    /// A state that nobody knows is not taken for all.
    fn is_unknown(&self) -> bool {
        !self.state.is_empty() && MailState::named(&self.state).is_none()
    }

    fn link(&self, state: &str, before: Option<&(i64, String)>) -> String {
        self.below(DELIVERIES, state, before)
    }

    fn below(&self, path: &str, state: &str, before: Option<&(i64, String)>) -> String {
        let mut query = vec![("address", self.address.clone()), ("state", state.to_owned())];
        query.extend(
            before
                .into_iter()
                .flat_map(|(at_ms, id)| [("before", at_ms.to_string()), ("before_id", id.clone())]),
        );
        query.retain(|(_, value)| !value.is_empty());
        format!("{path}?{}", serde_urlencoded::to_string(query).unwrap_or_default())
    }
}

/// Where the list is again after mails were retried.
async fn retry_one(cx: Cx, Path(id): Path<String>, Form(()): Form<()>) -> WebResult {
    match retry::retry(&cx, &id).await {
        Ok(()) => Ok(see_other(&format!("{DELIVERIES}?state=failed&done=retried"))),
        Err(Error::Refusal(refusal)) if refusal.code.starts_with("outbox.") => {
            page(&cx, &Asked { state: "failed".to_owned(), ..Asked::default() }, Some(&refusal)).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn retry_all(cx: Cx, Form(()): Form<()>) -> WebResult {
    let Retried { again, ended, has_more } = retry::retry_all(&cx).await?;
    Ok(see_other(&format!("{DELIVERIES}?done=all&again={again}&ended={ended}&more={has_more}")))
}

/// What the log shows, from its beginning, as a file.
async fn export(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    if asked.is_unknown() {
        return Err(UNKNOWN_STATE.with("name", asked.state).into());
    }
    let filter = DeliveryFilter { before: None, ..asked.filter() };
    Ok(table::file(&cx, export::export(&cx, filter).await?))
}

async fn show(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    page(&cx, &asked, None).await
}

fn done(t: Text, asked: &Asked) -> Option<String> {
    match asked.done.as_str() {
        "retried" => Some(t.outbox_retried()),
        "all" if asked.more => Some(t.outbox_retried_some(asked.again)),
        "all" => Some(t.outbox_retried_all(asked.again, asked.ended)),
        _ => None,
    }
}

async fn page(cx: &Cx, asked: &Asked, refusal: Option<&Refusal>) -> WebResult {
    let found = if asked.is_unknown() {
        Deliveries::default()
    } else {
        deliveries(cx, &asked.filter(), SHOWN).await?
    };
    let Deliveries { mails, next, is_cut } = found;
    let t = cx.text();
    let (view, tabs) = view(cx, DELIVERIES, done(t, asked));
    let view = view.refused(refusal);
    let mut rows = parts::table(t.outbox_deliveries())
        .column(column(t.outbox_to()))
        .column(column(t.outbox_subject()))
        .column(column(t.outbox_state()))
        .column(column(t.outbox_when()))
        .column(column(t.outbox_retry()).actions());
    for mail in &mails {
        rows = rows.row(row(cx, view.csrf(), mail));
    }
    let older = next.map(|next| asked.link(&asked.state, Some(&next)));
    let newest = asked.before.map(|_| asked.link(&asked.state, None));
    let can_retry = mails.iter().any(|mail| mail.can_retry(cx.now_ms));
    Ok(view.page(html! {
        (page_header(t.outbox_email()).lead(html! { (t.outbox_deliveries_lead()) }).actions(html! {
            (link_button(t.web_export_csv(), asked.below(EXPORT, &asked.state, None)).download())
        }))
        (tabs)
        @if let Some(refusal) = refusal { (refused(t, refusal)) }
        (search(DELIVERIES, "address", t.outbox_search(), asked.address.as_str()))
        (states(t, asked))
        @if can_retry {
            (form("/admin/email/deliveries/retry", view.csrf()).inline().body(html! {
                (button(t.outbox_retry_all()))
            }))
        }
        @if mails.is_empty() { (empty(t.outbox_no_deliveries(), t.outbox_no_deliveries_lead())) }
        @else { (panel(rows).flush()) }
        @if is_cut { (notice(Tone::Info, html! { p { (t.web_looked_at(LOOKED_AT_MAX)) } })) }
        (pager(t.outbox_deliveries(), "").previous(t.web_newest(), newest).next(t.web_older(), older))
    }))
}

fn refused(t: Text, refusal: &Refusal) -> Markup {
    let (message, next) = t.refusal(refusal);
    html! { (notice(Tone::Danger, html! { p { (message) @if let Some(next) = next { " " (next) } } })) }
}

fn states<'a>(t: Text, asked: &Asked) -> Chips<'a> {
    let states = [
        ("", t.outbox_any_state()),
        ("waiting", t.outbox_state_waiting()),
        ("sent", t.outbox_state_sent()),
        ("failed", t.outbox_state_failed()),
        ("off", t.outbox_state_off()),
    ];
    let mut filters = chips(t.outbox_state());
    for (word, label) in states {
        filters = filters.chip(label, asked.link(word, None), asked.state == word);
    }
    filters
}

fn row(cx: &Cx, csrf: &str, mail: &Queued) -> [Markup; 5] {
    let t = cx.text();
    let state = match mail.state {
        MailState::Waiting => badge(Tone::Info, t.outbox_state_waiting()),
        MailState::Sent => badge(Tone::Success, t.outbox_state_sent()),
        MailState::Failed => badge(Tone::Danger, t.outbox_state_failed()),
        MailState::Off => badge(Tone::Plain, t.outbox_state_off()),
    };
    let at_ms = mail.sent_at_ms.unwrap_or(mail.created_at_ms);
    [
        html! { bdi { (mail.to_address) } },
        html! { bdi { (mail.subject) } },
        html! {
            (state)
            @if mail.attempts > 1 { " " (t.outbox_attempts(mail.attempts)) }
            @if let Some(error) = &mail.last_error { br; bdi.mono.long { (error) } }
            @if mail.state == MailState::Failed {
                @match mail.stuck(cx.now_ms) {
                    Some(Stuck::SecretEnded) => { br; (t.outbox_row_ended()) }
                    Some(Stuck::TextGone) => { br; (t.outbox_row_gone()) }
                    None => {}
                }
            }
        },
        html! { (moment(t.ago(at_ms, cx.now_ms), rfc3339(at_ms))) },
        html! {
            @if mail.can_retry(cx.now_ms) {
                (form(format!("/admin/email/deliveries/{}/retry", mail.id), csrf).inline().body(html! {
                    (button(t.outbox_retry()).small())
                }))
            }
        },
    ]
}
