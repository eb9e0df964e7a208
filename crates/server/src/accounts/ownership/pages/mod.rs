//! Admin > Ownership: the list, registering one or many, handing over, and how far transfers are.

mod list;
mod list_bulk;
mod list_export;
mod question;
mod register;
mod transfer;
mod upload;

use axum::{
    Router,
    extract::Query,
    response::{Html, IntoResponse},
    routing::get,
};
use maud::{Markup, Render, html};
use seatwarden_base::Result;
use serde::Deserialize;

pub use question::others_by_now;

use super::{
    actions,
    model::{Counts, Filter, Keeps, ObjectKind, Owner},
};
use crate::{
    cx::{Cx, Permission},
    text::Text,
    web::{
        WebResult,
        admin::AdminPage,
        parts::{Tone, badge, column, field, notice, select, table},
    },
};

const HERE: &str = AdminPage::Ownership.path();
/// Where fields for a user ask whom they may mean.
const PEOPLE: &str = "/admin/ownership/people";

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .route(PEOPLE, get(people))
        .merge(list::router())
        .merge(list_export::router())
        .merge(register::router())
        .merge(upload::router())
        .merge(transfer::router())
}

/// What people call a kind of object.
pub fn kind_name(t: Text, kind: ObjectKind) -> String {
    match kind {
        ObjectKind::Dashboard => t.ownership_kind_dashboard(),
        ObjectKind::Folder => t.ownership_kind_folder(),
        ObjectKind::DataModel => t.ownership_kind_datamodel(),
        ObjectKind::Connection => t.ownership_kind_connection(),
        ObjectKind::Alert => t.ownership_kind_alert(),
        ObjectKind::Report => t.ownership_kind_report(),
        ObjectKind::Notebook => t.ownership_kind_notebook(),
        ObjectKind::Other => t.ownership_kind_other(),
    }
}

/// So many objects of a kind, in words.
pub fn counted(t: Text, kind: ObjectKind, count: i64) -> String {
    match kind {
        ObjectKind::Dashboard => t.ownership_counted_dashboard(count),
        ObjectKind::Folder => t.ownership_counted_folder(count),
        ObjectKind::DataModel => t.ownership_counted_datamodel(count),
        ObjectKind::Connection => t.ownership_counted_connection(count),
        ObjectKind::Alert => t.ownership_counted_alert(count),
        ObjectKind::Report => t.ownership_counted_report(count),
        ObjectKind::Notebook => t.ownership_counted_notebook(count),
        ObjectKind::Other => t.ownership_counted_other(count),
    }
}

/// So many objects of any kind, or more than so many, in words.
fn counted_together(t: Text, (count, has_more): (i64, bool)) -> String {
    if has_more { t.ownership_counted_more(count) } else { t.ownership_counted_all(count) }
}

/// How much a user owns, which leads to the list of it; nothing for whoever may not see that. Beyond 1,000 it is not counted.
pub async fn owned_by(cx: &Cx, user_id: &str) -> Result<Option<Markup>> {
    if !cx.may(Permission::ReadOwnership) {
        return Ok(None);
    }
    let filter = Filter { owner_id: Some(user_id.to_owned()), ..Filter::default() };
    let counted = actions::count_fitting(cx, &filter).await?;
    let said = counted_together(cx.text(), counted);
    Ok(Some(html! {
        @if counted.0 > 0 { a href={ (HERE) "?owner=" (user_id) } { (said) } } @else { (said) }
    }))
}

/// A field for a user. Those whom the typed text may mean stand under it and are offered by the browser, as are those whom
/// it may mean while it is typed; what was typed stays.
pub fn person_field<'a>(
    t: Text,
    name: &'a str,
    label: String,
    (typed, candidates): (&'a str, &'a [Owner]),
    error: Option<String>,
) -> Markup {
    let list = format!("people-{name}");
    let below = html! {
        datalist id=(list) { (offered(t, candidates)) }
        @if !candidates.is_empty() {
            p.hint { (t.ownership_meant()) }
            ul.meant { @for user in candidates { li { bdi { (called(t, user)) } } } }
        }
    };
    field(name, label)
        .value(typed)
        .hint(t.ownership_person_hint())
        .max_length(254)
        .autocomplete("off")
        .list(&list)
        .suggests(PEOPLE)
        .below(below)
        .error(error)
        .render()
}

/// Name and address, or that it is a former user.
pub fn called(t: Text, user: &Owner) -> String {
    if user.is_former {
        t.ownership_former(user.name.clone())
    } else {
        format!("{} ({})", user.name, user.email)
    }
}

/// Says of each service account among those who get something that no person signs in there.
pub fn told_services<'a>(t: Text, receivers: impl Iterator<Item = &'a Owner>) -> Markup {
    let mut named: Vec<&str> = receivers.filter(|to| to.is_service).map(|to| to.name.as_str()).collect();
    named.sort_unstable();
    named.dedup();
    html! {
        @for name in named { (notice(Tone::Warning, html! { p { (t.ownership_to_service(name)) } })) }
    }
}

/// Users as a `datalist` offers them.
fn offered(t: Text, users: &[Owner]) -> Markup {
    html! {
        @for user in users {
            option value=(if user.is_former { &user.id } else { &user.email }) { (called(t, user)) }
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Part {
    part: String,
}

/// Whom a typed part may mean: a piece of a page.
async fn people(cx: Cx, Query(Part { part }): Query<Part>) -> WebResult {
    let users = actions::owners_like(&cx, &part).await?;
    Ok(Html(offered(cx.text(), &users).0).into_response())
}

/// A list of what somebody owns, by kind.
pub fn counts_table(t: Text, counts: &Counts) -> Markup {
    let mut rows = table(t.ownership_owns())
        .column(column(t.ownership_kind()))
        .column(column(t.ownership_count()).numeric());
    for (kind, count) in counts {
        rows = rows.row([html! { (kind_name(t, *kind)) }, html! { (t.number(*count)) }]);
    }
    rows.render()
}

fn kinds_select(t: Text, value: &str) -> crate::web::parts::Select<'_> {
    let mut list = select("kind", t.ownership_kind()).value(value).option("", t.ownership_all_kinds());
    for kind in ObjectKind::ALL {
        list = list.option(kind.word(), kind_name(t, kind));
    }
    list
}

fn keeps_select(t: Text, value: &str) -> crate::web::parts::Select<'_> {
    let mut list = select("keeps", t.ownership_keeps()).value(value);
    for keeps in Keeps::ALL {
        list = list.option(keeps.word(), keeps_label(t, keeps));
    }
    list
}

/// What a former owner keeps, after the words "The former owner".
fn keeps_label(t: Text, keeps: Keeps) -> String {
    match keeps {
        Keeps::View => t.ownership_keeps_view(),
        Keeps::Edit => t.ownership_keeps_edit(),
        Keeps::Nothing => t.ownership_keeps_none(),
    }
}

fn owner_cell(t: Text, owner: &Owner) -> Markup {
    html! {
        @if owner.is_former {
            a.long href={ (HERE) "?owner=" (owner.id) } { (badge(Tone::Warning, t.ownership_former(owner.name.clone()))) }
        }
        @else { a href={ "/admin/users/" (owner.id) } { bdi { (owner.name) } } }
    }
}

fn done(t: Text, done: &str) -> Option<String> {
    match done {
        "registered" => Some(t.ownership_done_registered()),
        "unregistered" => Some(t.ownership_done_unregistered()),
        _ => None,
    }
}
