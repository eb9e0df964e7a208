//! The list of what is owned: filtered, ticked, handed over, taken out of the register.

use axum::{
    Router,
    extract::{Path, Query},
    response::Response,
    routing::get,
};
use maud::{Markup, Render, html};
use seatwarden_base::{Error, Refusal};
use serde::Deserialize;

use super::{
    super::{
        actions,
        model::{Filter, Keeps, ObjectKind, OwnedObject, Owner, Page, UNKNOWN_USER},
    },
    HERE, called, done, keeps_select, kind_name, kinds_select, owner_cell, person_field,
};
use crate::{
    cx::{Cx, Permission},
    text::{Text, rfc3339},
    web::{
        Form, WebResult,
        admin::{self, AdminPage},
        field_error,
        parts::{
            Icon, button, checkbox, chips, column, confirmation, empty, field, form, link_button, moment,
            page_header, pager, panel, table,
        },
        problems, see_other,
    },
};

/// How many objects a page shows.
const PAGE_SIZE: usize = 50;
/// The form that hands over what is ticked.
const TICKED: &str = "ticked";

pub(super) fn router() -> Router {
    Router::new()
        .route(HERE, get(show).post(hand_over))
        .route("/admin/ownership/{id}/unregister", get(ask_unregister).post(unregister))
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Asked {
    search: String,
    owner: String,
    kind: String,
    after: String,
    done: String,
}

/// What was typed into the form under the list, and what was wrong with it.
#[derive(Default)]
struct Typed<'a> {
    ticked: Vec<String>,
    to: String,
    keeps: String,
    candidates: Vec<Owner>,
    refusal: Option<&'a Refusal>,
}

async fn show(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    page(&cx, &asked, &Typed::default()).await
}

async fn hand_over(cx: Cx, Form(fields): Form<Vec<(String, String)>>) -> WebResult {
    let all = |name: &str| {
        let named = fields.iter().filter(|(key, _)| key == name);
        named.map(|(_, value)| value.trim().to_owned()).collect::<Vec<_>>()
    };
    let one = |name: &str| all(name).pop().unwrap_or_default();
    let (to, keeps) = (one("to"), one("keeps"));
    let handed = match Keeps::of_word(&keeps) {
        Ok(keeps) => actions::transfer_objects(&cx, &all("object"), &to, keeps).await,
        Err(refusal) => Err(refusal.into()),
    };
    match handed {
        Ok(transfer) => Ok(see_other(&format!("{HERE}/transfers/{}", transfer.id))),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => {
            let unknown = refusal.code == UNKNOWN_USER.code;
            let candidates = if unknown { actions::candidates(&cx, &to).await? } else { Vec::new() };
            let typed = Typed { ticked: all("object"), to, keeps, candidates, refusal: Some(&refusal) };
            let asked = Asked {
                search: one("search"),
                owner: one("owner"),
                kind: one("kind"),
                after: one("after"),
                done: String::new(),
            };
            page(&cx, &asked, &typed).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(cx: &Cx, asked: &Asked, typed: &Typed<'_>) -> WebResult {
    let mut filter = Filter {
        kind: ObjectKind::of_word(&asked.kind).ok(),
        search: Some(asked.search.trim().to_owned()).filter(|text| !text.is_empty()),
        after: Some(asked.after.clone()).filter(|after| !after.is_empty()),
        limit: PAGE_SIZE,
        ..Filter::default()
    };
    let (mut candidates, mut refusal, mut former) = (Vec::new(), None, None);
    let mut owner = asked.owner.trim().to_owned();
    if !owner.is_empty() {
        match actions::owner(cx, &owner, "owner").await {
            Ok(found) => {
                former = found.is_former.then(|| found.clone());
                if !found.email.is_empty() {
                    owner = found.email;
                }
                filter.owner_id = Some(found.id);
            }
            Err(Error::Refusal(unknown)) if unknown.code == UNKNOWN_USER.code => {
                candidates = actions::owners_like(cx, &owner).await?;
                refusal = Some(*unknown);
            }
            Err(other) => return Err(other.into()),
        }
    }
    let found = if refusal.is_some() { Page::default() } else { actions::list(cx, &filter).await? };
    let t = cx.text();
    let view = admin::view(cx, AdminPage::Ownership, t.ownership_title(), done(t, &asked.done))
        .refused(refusal.as_ref().or(typed.refusal));
    let may_manage = cx.may(Permission::ManageOwnership);
    let response: Response = view.page(html! {
        (page_header(t.ownership_title()).lead(html! { (t.ownership_lead()) }).actions(html! {
            (link_button(t.ownership_transfers(), format!("{HERE}/transfers")))
            @if may_manage {
                (link_button(t.ownership_hand_over_all(), format!("{HERE}/transfer")))
                (link_button(t.ownership_upload(), format!("{HERE}/upload")))
                (link_button(t.ownership_register(), format!("{HERE}/register")).primary().icon(Icon::Plus))
            }
        }))
        (panel(html! {
            (filter_form(cx, asked, &owner, refusal.as_ref()))
            @if !candidates.is_empty() { p.hint { (t.ownership_meant()) } (owners_to_choose(t, asked, &candidates)) }
        }))
        @if let Some(former) = &former { p { (t.ownership_of_former(former.name.clone())) } }
        @if found.objects.is_empty() { (empty(t.ownership_none(), t.ownership_none_lead())) }
        @else if may_manage {
            (form(HERE, view.csrf()).id(TICKED).problems(t.web_problems(), problems(t, typed.refusal))
                .body(html! {
                    (carried(asked))
                    (panel(rows(cx, &found.objects, &typed.ticked)).flush())
                    (panel(html! {
                        (person_field(t, "to", t.ownership_to(), (&typed.to, &typed.candidates),
                            field_error(t, typed.refusal, "to")))
                        (keeps_select(t, &typed.keeps))
                        div.actions { (button(t.ownership_hand_over()).primary()) }
                    }).title(t.ownership_ticked()).lead(html! { (t.ownership_ticked_lead()) }))
                }))
        }
        @else { (panel(rows(cx, &found.objects, &[])).flush()) }
        (pager(t.ownership_title(), t.ownership_shown(found.objects.len()))
            .next(t.web_older(), found.next.map(|next| href(asked, &next))))
    });
    Ok(response)
}

/// The place in the list, so that a refused form comes back to it.
fn carried(asked: &Asked) -> Markup {
    let fields =
        [("search", &asked.search), ("owner", &asked.owner), ("kind", &asked.kind), ("after", &asked.after)];
    html! { @for (name, value) in fields { input type="hidden" name=(name) value=(value); } }
}

fn href(asked: &Asked, after: &str) -> String {
    let pairs =
        [("search", asked.search.as_str()), ("owner", &asked.owner), ("kind", &asked.kind), ("after", after)];
    let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
    format!("{HERE}?{query}")
}

/// The list of each whom the filter may mean.
fn owners_to_choose(t: Text, asked: &Asked, owners: &[Owner]) -> Markup {
    let mut row = chips(t.ownership_meant());
    for owner in owners {
        let of_owner = Asked { owner: owner.id.clone(), ..asked.clone() };
        row = row.chip(called(t, owner), href(&of_owner, ""), false);
    }
    row.render()
}

fn filter_form(cx: &Cx, asked: &Asked, owner: &str, refusal: Option<&Refusal>) -> Markup {
    let t = cx.text();
    html! {
        (form(HERE, "").get().body(html! {
            div.row.wide {
                (field("search", t.ownership_search()).value(asked.search.as_str()).autocomplete("off"))
                (person_field(t, "owner", t.ownership_owner(), (owner, &[]), field_error(t, refusal, "owner")))
                (kinds_select(t, &asked.kind))
            }
            div.actions { (button(t.ownership_filter()).icon(Icon::Search)) }
        }))
    }
}

fn rows(cx: &Cx, objects: &[OwnedObject], ticked: &[String]) -> Markup {
    let t = cx.text();
    let may_manage = cx.may(Permission::ManageOwnership);
    let mut rows = table(t.ownership_title())
        .column(column(t.ownership_object()))
        .column(column(t.ownership_kind()))
        .column(column(t.ownership_owner()))
        .column(column(t.ownership_changed()));
    if may_manage {
        rows = rows.column(column(t.ownership_actions()).actions()).tick_all(t.web_tick_all());
    }
    for object in objects {
        let name = html! {
            @if may_manage {
                (checkbox("object", object.title.as_str()).value(&object.id).checked(ticked.contains(&object.id))
                    .hint(object.external_id.as_str()))
            } @else { bdi { (object.title) } " " code { (object.external_id) } }
        };
        let mut cells = vec![
            name,
            html! { (kind_name(t, object.kind)) },
            owner_cell(t, &object.owner),
            html! { (moment(t.ago(object.updated_at_ms, cx.now_ms), rfc3339(object.updated_at_ms))) },
        ];
        if may_manage {
            let unregister = format!("{HERE}/{}/unregister", object.id);
            cells.push(html! { (link_button(t.ownership_unregister(), unregister).quiet().small()) });
        }
        rows = rows.row(cells);
    }
    html! { (rows) }
}

async fn ask_unregister(cx: Cx, Path(id): Path<String>) -> WebResult {
    cx.require(Permission::ManageOwnership)?;
    let object = actions::find(&cx, &id).await?;
    let t = cx.text();
    let view = admin::view(&cx, AdminPage::Ownership, t.ownership_unregister_title(), None);
    Ok(view.page(
        confirmation(t.ownership_unregister_title(), format!("{HERE}/{id}/unregister"), view.csrf())
            .effect(html! { p { (t.ownership_unregister_text(object.title.clone())) } })
            .yes(button(t.ownership_unregister()).danger())
            .back(t.web_cancel(), HERE),
    ))
}

async fn unregister(cx: Cx, Path(id): Path<String>, Form(_): Form<Vec<(String, String)>>) -> WebResult {
    actions::unregister(&cx, &[&id]).await?;
    Ok(see_other(&format!("{HERE}?done=unregistered")))
}
