//! Handing over all of a user, and how far transfers are.

use axum::{
    Router,
    extract::{Path, Query},
    response::Response,
    routing::get,
};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal, Result};
use serde::Deserialize;

use super::{
    super::{
        actions,
        hand_over::{MovedObject, Scope, Wish},
        model::{Keeps, ObjectKind, Owner, State, Transfer, What, is_unclear},
    },
    HERE, counts_table, keeps_label, keeps_select, kind_name, kinds_select, owner_cell, person_field,
    question::{Question, decide},
};
use crate::{
    cx::{Cx, Permission},
    text::{Text, by_whom, rfc3339},
    web::{
        Form, WebResult,
        admin::{self, AdminPage},
        field_error,
        parts::{
            Tone, badge, button, column, definitions, empty, form, link_button, moment, page_header, pager,
            panel, progress, table,
        },
        problems,
    },
};

pub(super) fn router() -> Router {
    Router::new()
        .route("/admin/ownership/transfer", get(ask).post(begin))
        .route("/admin/ownership/transfers", get(recent))
        .route("/admin/ownership/transfers/{id}", get(one))
        .route("/admin/ownership/transfers/{id}/back", get(ask_back).post(hand_back))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    from: String,
    to: String,
    kind: String,
    keeps: String,
    confirmed: String,
    seen: String,
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

/// What it would do, or the transfer that does it.
async fn begin(cx: Cx, Form(typed): Form<Typed>) -> WebResult {
    match answer(&cx, &typed).await {
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => page(&cx, &typed, Some(&refusal)).await,
        answered => Ok(answered?),
    }
}

async fn answer(cx: &Cx, typed: &Typed) -> Result<Response> {
    let kind =
        Some(typed.kind.as_str()).filter(|word| !word.is_empty()).map(ObjectKind::of_word).transpose()?;
    let wish = Wish {
        scope: Scope::Of { from: typed.from.trim().to_owned(), kind },
        to: typed.to.trim().to_owned(),
        keeps: Keeps::of_word(&typed.keeps)?,
    };
    let back = format!(
        "{HERE}/transfer?{}",
        serde_urlencoded::to_string([("from", &typed.from)]).unwrap_or_default()
    );
    let asks = Question {
        title: cx.text().ownership_hand_over_all(),
        action: "/admin/ownership/transfer",
        carried: vec![
            ("from", typed.from.as_str()),
            ("to", typed.to.as_str()),
            ("kind", typed.kind.as_str()),
            ("keeps", typed.keeps.as_str()),
        ],
        back: &back,
        again: false,
        chooses_keeps: false,
    };
    decide(cx, &wish, (&typed.confirmed, &typed.seen), asks).await
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Back {
    keeps: String,
    confirmed: String,
    seen: String,
}

/// What would go back to whoever had it before.
async fn ask_back(cx: Cx, Path(id): Path<String>) -> WebResult {
    hand_back(cx, Path(id), Form(Back::default())).await
}

async fn hand_back(cx: Cx, Path(id): Path<String>, Form(typed): Form<Back>) -> WebResult {
    let keeps = if typed.keeps.is_empty() { Keeps::Nothing } else { Keeps::of_word(&typed.keeps)? };
    let (action, back) = (format!("{HERE}/transfers/{id}/back"), format!("{HERE}/transfers/{id}"));
    let wish = Wish { scope: Scope::Back(id), to: String::new(), keeps };
    let asks = Question {
        title: cx.text().ownership_hand_back(),
        action: &action,
        carried: Vec::new(),
        back: &back,
        again: false,
        chooses_keeps: true,
    };
    Ok(decide(&cx, &wish, (&typed.confirmed, &typed.seen), asks).await?)
}

/// Those whom a field may mean, if it was refused because nobody is called exactly so.
async fn meant(cx: &Cx, refusal: Option<&Refusal>, field: &str, typed: &str) -> WebResult<Vec<Owner>> {
    match refusal {
        Some(refusal) if is_unclear(refusal) && refusal.field == Some(field) => {
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
                div.actions { (button(t.users_list_look_first()).primary()) (link_button(t.web_cancel(), HERE)) }
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

fn what(t: Text, transfer: &Transfer) -> String {
    match transfer.what {
        What::HandOver if transfer.back_of.is_some() => t.ownership_what_hand_back(),
        What::HandOver => t.ownership_what_hand_over(),
        What::Remove => t.ownership_what_remove(),
        What::Restore => t.ownership_what_restore(),
    }
}

fn giver(t: Text, transfer: &Transfer) -> String {
    if transfer.from_user_id.is_none() && transfer.from_name.is_empty() {
        t.ownership_from_several()
    } else {
        transfer.from_name.clone()
    }
}

/// Who got it; of what was handed back to several it is whoever had it before.
fn receiver(t: Text, transfer: &Transfer) -> String {
    if transfer.back_of.is_some() && transfer.to_user_id.is_none() {
        t.ownership_to_former()
    } else {
        transfer.to_name.clone()
    }
}

/// Whether a transfer moved anything that could be handed back, as long as it is known.
fn has_way_back(cx: &Cx, transfer: &Transfer) -> bool {
    cx.may(Permission::ManageOwnership)
        && transfer.what == What::HandOver
        && transfer.state != State::Running
        && transfer.moved > 0
}

/// Until when it is known what a transfer moved, in milliseconds since the Unix epoch.
const fn back_until_ms(transfer: &Transfer) -> i64 {
    transfer.created_at_ms + actions::FEED_DAYS * 24 * 3_600_000
}

/// The way to hand back what a transfer moved, if there is anything to hand back.
fn way_back(cx: &Cx, transfer: &Transfer) -> Option<String> {
    let is_open = has_way_back(cx, transfer) && cx.now_ms < back_until_ms(transfer);
    is_open.then(|| format!("{HERE}/transfers/{}/back", transfer.id))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Place {
    after: String,
}

async fn recent(cx: Cx, Query(place): Query<Place>) -> WebResult {
    let before = Some(place.after.as_str()).filter(|after| !after.is_empty());
    let (transfers, next) = actions::recent_transfers(&cx, before).await?;
    let t = cx.text();
    let view = admin::view(&cx, AdminPage::Ownership, t.ownership_transfers(), None);
    Ok(view.page(html! {
        (page_header(t.ownership_transfers()).lead(html! { (t.ownership_transfers_lead(actions::FEED_DAYS)) }))
        @if transfers.is_empty() { (empty(t.ownership_transfers_none(), t.ownership_transfers_none_lead())) }
        @else {
            (panel(html! {
                (transfers_table(&cx, &transfers))
                (pager(t.ownership_transfers(), t.ownership_transfers_shown(transfers.len()))
                    .next(t.web_older(), next.map(|next| format!("{HERE}/transfers?after={next}"))))
            }).flush())
        }
        div.actions { (link_button(t.ownership_title(), HERE)) }
    }))
}

fn transfers_table(cx: &Cx, transfers: &[Transfer]) -> Markup {
    let t = cx.text();
    let mut rows = table(t.ownership_transfers())
        .column(column(t.ownership_when()))
        .column(column(t.ownership_what()))
        .column(column(t.ownership_from()))
        .column(column(t.ownership_to()))
        .column(column(t.ownership_keeps()))
        .column(column(t.ownership_count()).numeric())
        .column(column(t.ownership_state()))
        .column(column(t.ownership_actions()).actions());
    for transfer in transfers {
        let at_ms = transfer.created_at_ms;
        rows = rows.row([
            html! { a href={ (HERE) "/transfers/" (transfer.id) } { (moment(t.ago(at_ms, cx.now_ms), rfc3339(at_ms))) } },
            html! { (what(t, transfer)) },
            html! { bdi { (giver(t, transfer)) } },
            html! { bdi { (receiver(t, transfer)) } },
            html! { @if transfer.what == What::HandOver { (keeps_label(t, transfer.keeps)) } },
            html! { (t.number(transfer.moved)) },
            state(t, transfer.state),
            html! { @if let Some(back) = way_back(cx, transfer) { (link_button(t.ownership_hand_back(), back).quiet().small()) } },
        ]);
    }
    html! { (rows) }
}

async fn one(cx: Cx, Path(id): Path<String>, Query(place): Query<Place>) -> WebResult {
    let transfer = actions::transfer_of(&cx, &id).await?;
    let (objects, next) = actions::moved_by(&cx, &id, place.after.parse().unwrap_or_default()).await?;
    let t = cx.text();
    let view = admin::view(&cx, AdminPage::Ownership, t.ownership_transfer(), None);
    let counts: Vec<(ObjectKind, i64)> = transfer
        .counts
        .iter()
        .filter_map(|(word, count)| Some((ObjectKind::of_word(word).ok()?, *count)))
        .collect();
    let (moved, total) = (transfer.moved, transfer.total);
    let steps = |number: i64| u64::try_from(number).unwrap_or_default();
    let here = format!("{HERE}/transfers/{id}");
    Ok(view.page(html! {
        (page_header(t.ownership_transfer()))
        (panel(html! {
            (facts(&cx, &transfer))
            @if transfer.state == State::Running {
                (progress("moved", t.ownership_transfer(), t.ownership_moved(moved, total))
                    .done(steps(moved), steps(total)))
                div.actions { (link_button(t.ownership_look_again(), here.as_str())) }
            }
            @if let Some(back) = way_back(&cx, &transfer) {
                p.hint { (t.ownership_hand_back_until(t.date(back_until_ms(&transfer)))) }
                div.actions { (link_button(t.ownership_hand_back(), back)) }
            } @else if has_way_back(&cx, &transfer) {
                p.hint { (t.ownership_hand_back_over(actions::FEED_DAYS)) }
            }
        }))
        @if counts.is_empty() { (panel(html! { p { (t.ownership_moved_none()) } })) }
        @else { (panel(counts_table(t, &counts)).flush().title(t.ownership_moved_kinds())) }
        @if !objects.is_empty() {
            (panel(html! {
                (moved_table(t, &objects))
                (pager(t.ownership_moved_objects(), t.ownership_shown(objects.len()))
                    .next(t.ownership_moved_more(), next.map(|next| format!("{here}?after={next}"))))
            }).flush().title(t.ownership_moved_objects()))
        }
        div.actions { (link_button(t.ownership_title(), HERE)) (link_button(t.ownership_transfers(), format!("{HERE}/transfers"))) }
    }))
}

fn facts(cx: &Cx, transfer: &Transfer) -> Markup {
    let (t, at_ms) = (cx.text(), transfer.created_at_ms);
    let mut facts = definitions()
        .row(t.ownership_what(), html! { (what(t, transfer)) })
        .row(t.ownership_from(), html! { bdi { (giver(t, transfer)) } });
    let to = receiver(t, transfer);
    if !to.is_empty() {
        facts = facts.row(t.ownership_to(), html! { bdi { (to) } });
    }
    if transfer.what == What::HandOver {
        facts = facts.row(t.ownership_keeps(), html! { (keeps_label(t, transfer.keeps)) });
    }
    if let Some(original) = &transfer.back_of {
        let link = html! { a href={ (HERE) "/transfers/" (original) } { (t.ownership_back_of_this()) } };
        facts = facts.row(t.ownership_back_of(), link);
    }
    let facts = facts
        .row(t.ownership_by(), html! { bdi { (by_whom(t, &transfer.actor_name)) } })
        .row(t.ownership_when(), html! { (moment(t.ago(at_ms, cx.now_ms), rfc3339(at_ms))) })
        .row(t.ownership_state(), state(t, transfer.state));
    html! { (facts) }
}

/// Who got what, and whose it is now.
fn moved_table(t: Text, objects: &[MovedObject]) -> Markup {
    let mut rows = table(t.ownership_moved_objects())
        .column(column(t.ownership_object()))
        .column(column(t.ownership_kind()))
        .column(column(t.ownership_from()))
        .column(column(t.ownership_owner_now()));
    for object in objects {
        rows = rows.row([
            html! { bdi { (object.title) } " " code { (object.external_id) } },
            html! { (kind_name(t, object.kind)) },
            owner_cell(t, &object.from),
            html! {
                @if let Some(now) = &object.now { (owner_cell(t, now)) }
                @else { (t.ownership_what_remove()) }
            },
        ]);
    }
    html! { (rows) }
}
