//! Admin > Ownership: the list, registering one or many, handing over, and how far transfers are.

mod list;
mod register;
mod transfer;
mod upload;

use axum::Router;
use maud::{Markup, Render, html};

use super::model::{Counts, Keeps, ObjectKind, Owner};
use crate::{
    text::Text,
    web::{
        admin::AdminPage,
        parts::{Tone, badge, column, field, select, table},
    },
};

const HERE: &str = AdminPage::Ownership.path();

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .merge(list::router())
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

/// A field for a user: typed, or chosen of those whom the typed text may mean.
pub fn person_field<'a>(
    t: Text,
    name: &'a str,
    label: String,
    (typed, candidates): (&'a str, &'a [Owner]),
    error: Option<String>,
) -> Markup {
    if candidates.is_empty() {
        return field(name, label)
            .value(typed)
            .hint(t.ownership_person_hint())
            .max_length(254)
            .autocomplete("off")
            .error(error)
            .render();
    }
    let mut list = select(name, label).value(typed).error(error).option("", t.ownership_choose_person());
    for user in candidates {
        let label = if user.is_former {
            t.ownership_former(user.name.clone())
        } else {
            format!("{} ({})", user.name, user.email)
        };
        list = list.option(user.id.as_str(), label);
    }
    list.render()
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
        let label = match keeps {
            Keeps::View => t.ownership_keeps_view(),
            Keeps::Edit => t.ownership_keeps_edit(),
            Keeps::Nothing => t.ownership_keeps_none(),
        };
        list = list.option(keeps.word(), label);
    }
    list
}

fn owner_cell(t: Text, owner: &Owner) -> Markup {
    html! {
        @if owner.is_former {
            a href={ (HERE) "?owner=" (owner.id) } { (badge(Tone::Warning, t.ownership_former(owner.name.clone()))) }
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
