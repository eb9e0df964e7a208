//! Handing over all of a user, and how far transfers are.

use axum::{
    Router,
    extract::{Path, Query},
    response::Response,
    routing::get,
};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal};
use serde::Deserialize;

use super::{
    super::{
        actions,
        model::{Keeps, ObjectKind, Owner, State, Transfer, UNKNOWN_USER, What},
    },
    HERE, counts_table, keeps_select, kinds_select, person_field,
};
use crate::{
    cx::{Cx, Permission},
    text::{Text, rfc3339},
    web::{
        Form, WebResult,
        admin::{self, AdminPage},
        field_error,
        parts::{
            Tone, badge, button, column, definitions, empty, form, link_button, moment, page_header, panel,
            progress, table,
        },
        problems, see_other,
    },
};

pub(super) fn router() -> Router {
    Router::new()
        .route("/admin/ownership/transfer", get(ask).post(begin))
        .route("/admin/ownership/transfers", get(recent))
        .route("/admin/ownership/transfers/{id}", get(one))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    from: String,
    to: String,
    kind: String,
    keeps: String,
}

async fn ask(cx: Cx, Query(typed): Query<Typed>) -> WebResult {
    cx.require(Permission::ManageOwnership)?;
    if typed.from.trim().is_empty() {
        return page(&cx, &typed, None).await;
    }
    match actions::owner(&cx, typed.from.trim(), "from").await {
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => page(&cx, &typed, Some(&refusal)).await,
        Err(other) => Err(other.into()),
        Ok(_) => page(&cx, &typed, None).await,
    }
}

async fn begin(cx: Cx, Form(typed): Form<Typed>) -> WebResult {
    let kind =
        Some(typed.kind.as_str()).filter(|word| !word.is_empty()).map(ObjectKind::of_word).transpose()?;
    let keeps = Keeps::of_word(&typed.keeps)?;
    match actions::transfer_all(&cx, typed.from.trim(), typed.to.trim(), kind, keeps).await {
        Ok(transfer) => Ok(see_other(&format!("{HERE}/transfers/{}", transfer.id))),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => page(&cx, &typed, Some(&refusal)).await,
        Err(other) => Err(other.into()),
    }
}

/// Those whom a field may mean, if it was refused because nobody is called exactly so.
async fn meant(cx: &Cx, refusal: Option<&Refusal>, field: &str, typed: &str) -> WebResult<Vec<Owner>> {
    match refusal {
        Some(refusal) if refusal.code == UNKNOWN_USER.code && refusal.field == Some(field) => {
            let meant = if field == "from" {
                actions::owners_like(cx, typed).await
            } else {
                actions::candidates(cx, typed).await
            };
            Ok(meant?)
        }
        _ => Ok(Vec::new()),
    }
}

async fn page(cx: &Cx, typed: &Typed, refusal: Option<&Refusal>) -> WebResult {
    let t = cx.text();
    let givers = meant(cx, refusal, "from", &typed.from).await?;
    let receivers = meant(cx, refusal, "to", &typed.to).await?;
    let giver = actions::owner(cx, typed.from.trim(), "from").await.ok();
    let view = admin::view(cx, AdminPage::Ownership, t.ownership_hand_over_all(), None).refused(refusal);
    let body = match &giver {
        None => form(format!("{HERE}/transfer"), "").get().problems(t.web_problems(), problems(t, refusal)).body(
            html! {
                (person_field(t, "from", t.ownership_from(), (&typed.from, &givers),
                    field_error(t, refusal, "from")))
                div.actions { (button(t.ownership_go_on()).primary()) (link_button(t.web_cancel(), HERE)) }
            },
        ),
        Some(giver) => form(format!("{HERE}/transfer"), view.csrf())
            .problems(t.web_problems(), problems(t, refusal))
            .body(html! {
                input type="hidden" name="from" value=(giver.id);
                (kinds_select(t, &typed.kind))
                (person_field(t, "to", t.ownership_to(), (&typed.to, &receivers), field_error(t, refusal, "to")))
                @if !giver.is_former { (keeps_select(t, &typed.keeps)) }
                div.actions { (button(t.ownership_hand_over()).primary()) (link_button(t.web_cancel(), HERE)) }
            }),
    };
    let counts = match &giver {
        Some(giver) => actions::counts_of(&mut cx.db.read().await?, &giver.id).await?,
        None => Vec::new(),
    };
    let response: Response = view.page(html! {
        (page_header(t.ownership_hand_over_all()).lead(html! { (t.ownership_hand_over_all_lead()) }))
        @if let Some(giver) = &giver {
            @if counts.is_empty() { (panel(html! { p { (t.ownership_owns_nothing()) } }).title(giver.name.clone())) }
            @else { (panel(counts_table(t, &counts)).flush().title(giver.name.clone())) }
        }
        (panel(body))
    });
    Ok(response)
}

fn state(t: Text, state: State) -> Markup {
    let badge = match state {
        State::Running => badge(Tone::Info, t.ownership_state_running()),
        State::Done => badge(Tone::Success, t.ownership_state_done()),
        State::Stopped => badge(Tone::Warning, t.ownership_state_stopped()),
    };
    html! { (badge) }
}

fn what(t: Text, what: What) -> String {
    match what {
        What::HandOver => t.ownership_what_hand_over(),
        What::Remove => t.ownership_what_remove(),
        What::Restore => t.ownership_what_restore(),
    }
}

fn giver(t: Text, transfer: &Transfer) -> String {
    if transfer.from_user_id.is_none() { t.ownership_from_several() } else { transfer.from_name.clone() }
}

async fn recent(cx: Cx) -> WebResult {
    let transfers = actions::recent_transfers(&cx).await?;
    let t = cx.text();
    let view = admin::view(&cx, AdminPage::Ownership, t.ownership_transfers(), None);
    let mut rows = table(t.ownership_transfers())
        .column(column(t.ownership_when()))
        .column(column(t.ownership_what()))
        .column(column(t.ownership_from()))
        .column(column(t.ownership_to()))
        .column(column(t.ownership_count()).numeric())
        .column(column(t.ownership_state()));
    for transfer in &transfers {
        let at_ms = transfer.created_at_ms;
        rows = rows.row([
            html! { a href={ (HERE) "/transfers/" (transfer.id) } { (moment(t.ago(at_ms, cx.now_ms), rfc3339(at_ms))) } },
            html! { (what(t, transfer.what)) },
            html! { bdi { (giver(t, transfer)) } },
            html! { bdi { (transfer.to_name) } },
            html! { (t.number(transfer.moved)) },
            state(t, transfer.state),
        ]);
    }
    Ok(view.page(html! {
        (page_header(t.ownership_transfers()).lead(html! { (t.ownership_transfers_lead()) }))
        @if transfers.is_empty() { (empty(t.ownership_transfers_none(), t.ownership_transfers_none_lead())) }
        @else { (panel(rows).flush()) }
        div.actions { (link_button(t.ownership_title(), HERE)) }
    }))
}

async fn one(cx: Cx, Path(id): Path<String>) -> WebResult {
    let transfer = actions::transfer_of(&cx, &id).await?;
    let t = cx.text();
    let view = admin::view(&cx, AdminPage::Ownership, t.ownership_transfer(), None);
    let at_ms = transfer.created_at_ms;
    let mut facts = definitions()
        .row(t.ownership_what(), html! { (what(t, transfer.what)) })
        .row(t.ownership_from(), html! { bdi { (giver(t, &transfer)) } });
    if !transfer.to_name.is_empty() {
        facts = facts.row(t.ownership_to(), html! { bdi { (transfer.to_name) } });
    }
    facts = facts
        .row(t.ownership_by(), html! { bdi { (transfer.actor_name) } })
        .row(t.ownership_when(), html! { (moment(t.ago(at_ms, cx.now_ms), rfc3339(at_ms))) })
        .row(t.ownership_state(), state(t, transfer.state));
    let counts: Vec<(ObjectKind, i64)> = transfer
        .counts
        .iter()
        .filter_map(|(word, count)| Some((ObjectKind::of_word(word).ok()?, *count)))
        .collect();
    let (moved, total) = (transfer.moved, transfer.total);
    let steps = |number: i64| u64::try_from(number).unwrap_or_default();
    Ok(view.page(html! {
        (page_header(t.ownership_transfer()))
        (panel(html! {
            (facts)
            @if transfer.state == State::Running {
                (progress("moved", t.ownership_transfer(), t.ownership_moved(moved, total))
                    .done(steps(moved), steps(total)))
                div.actions { (link_button(t.ownership_look_again(), format!("{HERE}/transfers/{id}"))) }
            }
        }))
        @if counts.is_empty() { (panel(html! { p { (t.ownership_moved_none()) } })) }
        @else { (panel(counts_table(t, &counts)).flush().title(t.ownership_moved_kinds())) }
        div.actions { (link_button(t.ownership_title(), HERE)) (link_button(t.ownership_transfers(), format!("{HERE}/transfers"))) }
    }))
}
