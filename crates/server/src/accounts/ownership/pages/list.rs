//! The list of what is owned: filtered, ticked, taken out of the register.

use std::collections::HashMap;

use axum::{
    Router,
    extract::{Path, Query},
    response::Response,
    routing::get,
};
use maud::{Markup, Render, html};
use seatwarden_base::{Error, Refusal, Result};
use serde::Deserialize;

use super::{
    super::{
        actions,
        model::{Filter, Keeps, ObjectKind, OwnedObject, Owner, Page, UNKNOWN_USER, is_unclear},
    },
    HERE, called, counted_together, done, keeps_select, kind_name, kinds_select,
    list_bulk::hand_over,
    list_export::EXPORT,
    owner_cell, person_field,
};
use crate::{
    cx::{Cx, Permission},
    text::{Text, rfc3339},
    web::{
        Form, WebResult,
        admin::{self, AdminPage},
        field_error,
        parts::{
            Icon, button, chips, column, confirmation, empty, field, form, hidden, link_button, menu, moment,
            page_header, pager, panel, table,
        },
        problems, see_other,
    },
};

/// How many objects a page shows.
const PAGE_SIZE: usize = 50;
/// The form that hands over what is ticked.
const TICKED: &str = "ticked";
/// Where that form stands.
const BAR: &str = "hand-over";

pub(super) fn router() -> Router {
    Router::new()
        .route(HERE, get(show).post(hand_over))
        .route("/admin/ownership/{id}/unregister", get(ask_unregister).post(unregister))
}

/// What the list is to show.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) search: String,
    pub(super) owner: String,
    pub(super) kind: String,
    pub(super) after: String,
    pub(super) done: String,
    /// Of the file: whether spreadsheets are told that it is UTF-8.
    pub(super) mark: String,
}

/// What was typed into the form under the list, and what was wrong with it.
#[derive(Default)]
pub(super) struct Typed<'a> {
    pub(super) ticked: Vec<String>,
    pub(super) all: bool,
    pub(super) to: String,
    pub(super) keeps: String,
    pub(super) candidates: Vec<Owner>,
    pub(super) refusal: Option<&'a Refusal>,
}

async fn show(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    page(&cx, &asked, &Typed::default()).await
}

/// What the filter means.
pub(super) struct Sought {
    pub(super) filter: Filter,
    /// What stands in the field for the owner.
    owner: String,
    /// Whose it is, if that is somebody deleted.
    former: Option<Owner>,
    /// Whom the owner may mean, if that is not sure.
    candidates: Vec<Owner>,
    /// Why nobody is meant.
    refusal: Option<Refusal>,
}

impl Sought {
    /// Why the filter means nothing sure, if it does not.
    pub(super) fn unclear(&self) -> Option<Refusal> {
        let unsure = || UNKNOWN_USER.on("owner").with("name", &self.owner);
        self.refusal.clone().or_else(|| (!self.candidates.is_empty()).then(unsure))
    }
}

/// What the filter means: the owner is an id, a user name, an address, or a part of a name that only one bears.
pub(super) async fn sought(cx: &Cx, asked: &Asked) -> Result<Sought> {
    let filter = Filter {
        kind: ObjectKind::of_word(&asked.kind).ok(),
        search: Some(asked.search.trim().to_owned()).filter(|text| !text.is_empty()),
        after: Some(asked.after.clone()).filter(|after| !after.is_empty()),
        limit: PAGE_SIZE,
        ..Filter::default()
    };
    let owner = asked.owner.trim().to_owned();
    let mut sought = Sought { filter, owner, former: None, candidates: Vec::new(), refusal: None };
    if sought.owner.is_empty() {
        return Ok(sought);
    }
    let found = match actions::owner(cx, &sought.owner, "owner").await {
        Err(Error::Refusal(unknown)) if is_unclear(&unknown) => {
            match <[Owner; 1]>::try_from(actions::owners_like(cx, &sought.owner).await?) {
                Ok([only]) => only,
                Err(several) => {
                    sought.refusal = several.is_empty().then_some(*unknown);
                    sought.candidates = several;
                    return Ok(sought);
                }
            }
        }
        found => found?,
    };
    sought.filter.owner_id = Some(found.id.clone());
    if found.is_former {
        sought.former = Some(found);
    } else {
        sought.owner = found.email;
    }
    Ok(sought)
}

/// What a page of the list shows beside its objects.
struct Shown {
    page: Page,
    kept: HashMap<String, Vec<(Owner, Keeps)>>,
    /// How many fit, and whether there may be more.
    count: (i64, bool),
}

async fn look(cx: &Cx, sought: &Sought) -> Result<Shown> {
    if sought.refusal.is_some() || !sought.candidates.is_empty() {
        return Ok(Shown { page: Page::default(), kept: HashMap::new(), count: (0, false) });
    }
    let page = actions::list(cx, &sought.filter).await?;
    let kept = actions::kept_rights(cx, &page.objects).await?;
    let is_whole = page.next.is_none() && sought.filter.after.is_none();
    let count = if is_whole || !cx.may(Permission::ManageOwnership) {
        (i64::try_from(page.objects.len()).unwrap_or_default(), false)
    } else {
        actions::count_fitting(cx, &sought.filter).await?
    };
    Ok(Shown { page, kept, count })
}

pub(super) async fn page(cx: &Cx, asked: &Asked, typed: &Typed<'_>) -> WebResult {
    let sought = sought(cx, asked).await?;
    let shown = look(cx, &sought).await?;
    let t = cx.text();
    let view = admin::view(cx, AdminPage::Ownership, t.ownership_title(), done(t, &asked.done))
        .refused(sought.refusal.as_ref().or(typed.refusal));
    let may_manage = cx.may(Permission::ManageOwnership);
    let objects = &shown.page.objects;
    let response: Response = view.page(html! {
        (page_header(t.ownership_title()).lead(html! { (t.ownership_lead(actions::FEED_DAYS)) })
            .actions(header_actions(t, view.csrf(), asked, may_manage)))
        (panel(html! {
            (filter_form(cx, asked, &sought))
            @if !sought.candidates.is_empty() {
                p.hint { (t.ownership_meant()) }
                (owners_to_choose(t, asked, &sought.candidates))
            }
        }))
        @if let Some(former) = &sought.former { p { (t.ownership_of_former(former.name.clone())) } }
        p.for-readers id="list-said" role="status" {}
        @if objects.is_empty() { (empty(t.ownership_none(), t.ownership_none_lead())) }
        @else {
            (panel(html! {
                @if may_manage { (everything(t, shown.count, typed.all)) }
                (rows(cx, &shown, &typed.ticked))
                @if may_manage { (bar(t, view.csrf(), asked, typed)) }
            }).flush())
        }
        (pager(t.ownership_title(), t.ownership_shown(objects.len()))
            .next(t.web_older(), shown.page.next.as_ref().map(|next| href(asked, next))))
    });
    Ok(response)
}

fn header_actions(t: Text, csrf: &str, asked: &Asked, may_manage: bool) -> Markup {
    let export = |label: String, mark: &'static str| {
        form(EXPORT, csrf).inline().body(html! {
            (carried(asked)) (hidden("mark", mark)) (button(label).quiet().small())
        })
    };
    html! {
        (menu(t.users_list_export())
            .item(export(t.users_list_export_csv(), ""))
            .item(export(t.users_list_export_excel(), "1")))
        (link_button(t.ownership_transfers(), format!("{HERE}/transfers")))
        @if may_manage {
            (link_button(t.ownership_hand_over_all(), format!("{HERE}/transfer")))
            (link_button(t.ownership_upload(), format!("{HERE}/upload")))
            (link_button(t.ownership_register(), format!("{HERE}/register")).primary().icon(Icon::Plus))
        }
    }
}

/// The box that takes whatever fits, on every page of the list.
fn everything(t: Text, (count, has_more): (i64, bool), is_ticked: bool) -> Markup {
    let counted = counted_together(t, (count, has_more));
    html! {
        label.tick.all-fitting {
            input type="checkbox" form=(TICKED) name="whom" value="all" checked[is_ticked] autocomplete="off";
            span { (t.ownership_all_fitting(counted)) }
        }
    }
}

/// Who gets what is ticked. Nothing happens before the numbers were shown.
fn bar(t: Text, csrf: &str, asked: &Asked, typed: &Typed<'_>) -> Markup {
    let body = html! {
        (carried(asked))
        h2 data-ticked=(t.users_list_ticked("#")) { (t.ownership_ticked()) }
        div.fields {
            (person_field(t, "to", t.ownership_to(), (&typed.to, &typed.candidates),
                field_error(t, typed.refusal, "to")))
            (keeps_select(t, &typed.keeps))
        }
        (button(t.users_list_look_first()).primary())
    };
    let form = form(HERE, csrf).id(TICKED).problems(t.web_problems(), problems(t, typed.refusal)).body(body);
    html! { div.bulk id=(BAR) { (form) } }
}

/// The place in the list, so that a refused form comes back to it.
fn carried(asked: &Asked) -> Markup {
    let fields =
        [("search", &asked.search), ("owner", &asked.owner), ("kind", &asked.kind), ("after", &asked.after)];
    html! { @for (name, value) in fields { (hidden(name, value.as_str())) } }
}

pub(super) fn href(asked: &Asked, after: &str) -> String {
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

fn filter_form(cx: &Cx, asked: &Asked, sought: &Sought) -> Markup {
    let t = cx.text();
    html! {
        (form(HERE, "").get().body(html! {
            div.row.wide {
                (field("search", t.ownership_search()).value(asked.search.as_str()).autocomplete("off"))
                (person_field(t, "owner", t.ownership_owner(), (&sought.owner, &[]),
                    field_error(t, sought.refusal.as_ref(), "owner")))
                (kinds_select(t, &asked.kind))
            }
            div.actions { (button(t.ownership_filter()).icon(Icon::Search)) }
        }))
    }
}

fn rows(cx: &Cx, shown: &Shown, ticked: &[String]) -> Markup {
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
    for object in &shown.page.objects {
        let kept = shown.kept.get(&object.id).map_or(&[][..], Vec::as_slice);
        let mut cells = vec![
            if may_manage { ticking(t, object, ticked.contains(&object.id)) } else { named(object) },
            html! { (kind_name(t, object.kind)) },
            html! { span { (owner_cell(t, &object.owner)) (kept_by(t, kept)) } },
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

fn named(object: &OwnedObject) -> Markup {
    html! { bdi { (object.title) } " " code { (object.external_id) } }
}

/// The object with its box; from one that is ticked the next stop of the keyboard leads to the form for what is ticked.
fn ticking(t: Text, object: &OwnedObject, is_ticked: bool) -> Markup {
    html! {
        label.tick {
            input type="checkbox" form=(TICKED) name="object" value=(object.id) checked[is_ticked] autocomplete="off";
            span { (named(object)) }
        }
        a.to-bar href={ "#" (BAR) } { (t.ownership_ticked()) }
    }
}

/// What former owners may do still.
fn kept_by(t: Text, kept: &[(Owner, Keeps)]) -> Markup {
    html! {
        @for (owner, keeps) in kept {
            @let name = owner.name.as_str();
            span.hint.kept {
                @if *keeps == Keeps::Edit { (t.ownership_kept_edit(name)) } @else { (t.ownership_kept_view(name)) }
            }
        }
    }
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
