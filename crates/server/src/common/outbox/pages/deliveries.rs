//! The log of deliveries: which mail went to whom, and what became of it.

use axum::{Router, extract::Query, routing::get};
use maud::{Markup, html};
use serde::Deserialize;

use super::{
    super::{
        actions::{DeliveryFilter, deliveries},
        model::{MailState, Queued},
    },
    DELIVERIES, view,
};
use crate::{
    cx::Cx,
    text::rfc3339,
    web::{
        WebResult,
        parts::{Tone, badge, chips, column, empty, moment, page_header, pager, panel, search, table},
    },
};

const SHOWN: usize = 50;

pub(super) fn router() -> Router {
    Router::new().route(DELIVERIES, get(show))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    address: String,
    state: String,
    before: Option<i64>,
    before_id: String,
}

impl Asked {
    fn link(&self, state: &str, before: Option<&Queued>) -> String {
        let mut query = vec![("address", self.address.clone()), ("state", state.to_owned())];
        query.extend(
            before.into_iter().flat_map(|mail| {
                [("before", mail.created_at_ms.to_string()), ("before_id", mail.id.clone())]
            }),
        );
        query.retain(|(_, value)| !value.is_empty());
        format!("{DELIVERIES}?{}", serde_urlencoded::to_string(query).unwrap_or_default())
    }
}

async fn show(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let filter = DeliveryFilter {
        address: asked.address.clone(),
        state: asked.state.clone(),
        before: asked.before.map(|at_ms| (at_ms, asked.before_id.clone())),
    };
    let mut mails = deliveries(&cx, &filter, 50).await?;
    let more = mails.len() > SHOWN;
    mails.truncate(SHOWN);
    let t = cx.text();
    let (view, tabs) = view(&cx, DELIVERIES, None);
    let states = [
        ("", t.outbox_any_state()),
        ("waiting", t.outbox_state_waiting()),
        ("sent", t.outbox_state_sent()),
        ("failed", t.outbox_state_failed()),
    ];
    let mut filters = chips(t.outbox_state());
    for (word, label) in states {
        filters = filters.chip(label, asked.link(word, None), asked.state == word);
    }
    let mut rows = table(t.outbox_deliveries())
        .column(column(t.outbox_to()))
        .column(column(t.outbox_subject()))
        .column(column(t.outbox_state()))
        .column(column(t.outbox_when()));
    for mail in &mails {
        rows = rows.row(row(&cx, mail));
    }
    let older = mails.last().filter(|_| more).map(|mail| asked.link(&asked.state, Some(mail)));
    let newest = asked.before.map(|_| asked.link(&asked.state, None));
    Ok(view.page(html! {
        (page_header(t.outbox_email()).lead(html! { (t.outbox_deliveries_lead()) }))
        (tabs)
        (search(DELIVERIES, "address", t.outbox_search(), asked.address.as_str()))
        (filters)
        @if mails.is_empty() { (empty(t.outbox_no_deliveries(), t.outbox_no_deliveries_lead())) }
        @else { (panel(rows).flush()) }
        (pager(t.outbox_deliveries(), "").previous(t.web_newest(), newest).next(t.web_older(), older))
    }))
}

fn row(cx: &Cx, mail: &Queued) -> [Markup; 4] {
    let t = cx.text();
    let state = match mail.state {
        MailState::Waiting => badge(Tone::Info, t.outbox_state_waiting()),
        MailState::Sent => badge(Tone::Success, t.outbox_state_sent()),
        MailState::Failed => badge(Tone::Danger, t.outbox_state_failed()),
    };
    let at_ms = mail.sent_at_ms.unwrap_or(mail.created_at_ms);
    [
        html! { bdi { (mail.to_address) } },
        html! { bdi { (mail.subject) } },
        html! {
            (state)
            @if mail.attempts > 1 { " " (t.outbox_attempts(mail.attempts)) }
            @if let Some(error) = &mail.last_error { br; bdi.mono { (error) } }
        },
        html! { (moment(t.ago(at_ms, cx.now_ms), rfc3339(at_ms))) },
    ]
}
