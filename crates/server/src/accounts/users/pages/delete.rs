//! Deleting a leaver: what it would end, the milder way first, and what becomes of what they own.

use axum::{Router, extract::Path, response::Response, routing::get};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal};

use super::super::{
    UserPatch,
    actions::{delete_leaver, leaver, update},
    model::{Leaver, UNDO_DAYS},
};
use crate::{
    accounts::ownership::{
        self, Fate, Fates, ObjectKind, Owner, UNKNOWN_USER,
        pages::{kind_name, person_field},
    },
    cx::{Cx, Permission},
    text::Text,
    web::{
        Form, WebResult,
        admin::{self, AdminPage},
        field_error,
        parts::{
            Icon, Tone, button, definitions, field, form, hidden, link_button, notice, page_header, panel,
            select,
        },
        problems, see_other,
    },
};

pub(super) fn router() -> Router {
    Router::new().route("/admin/users/{id}/delete", get(show).post(act))
}

/// What was chosen and typed.
#[derive(Default)]
struct Typed {
    fates: Vec<(ObjectKind, String)>,
    to: String,
    name: String,
    candidates: Vec<Owner>,
}

async fn show(cx: Cx, Path(id): Path<String>) -> WebResult {
    let leaver = leaver(&cx, &id).await?;
    Ok(page(&cx, &leaver, &Typed::default(), None))
}

async fn act(cx: Cx, Path(id): Path<String>, Form(fields): Form<Vec<(String, String)>>) -> WebResult {
    let one = |name: &str| {
        let found = fields.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    };
    if one("act") == "deactivate" {
        let patch = UserPatch { active: Some(false), ..UserPatch::default() };
        let user = update(&cx, &id, patch).await?;
        return Ok(see_other(&format!("{}/{}", AdminPage::Users.path(), user.person.id)));
    }
    let mut typed = Typed {
        fates: ObjectKind::ALL.map(|kind| (kind, one(&format!("fate_{}", kind.word())))).to_vec(),
        to: one("to"),
        name: one("typed_name"),
        candidates: Vec::new(),
    };
    match delete_leaver(&cx, &id, &fates(&typed), &typed.name).await {
        Ok(_) => Ok(see_other("/admin/users/deleted?done=deleted")),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => {
            if refusal.code == UNKNOWN_USER.code {
                typed.candidates = ownership::candidates(&cx, &typed.to).await?;
            }
            let leaver = leaver(&cx, &id).await?;
            Ok(page(&cx, &leaver, &typed, Some(&refusal)))
        }
        Err(other) => Err(other.into()),
    }
}

fn fates(typed: &Typed) -> Fates {
    let fate = |word: &str| match word {
        "hand_over" => Fate::HandOver(typed.to.clone()),
        "remove" => Fate::Remove,
        _ => Fate::Keep,
    };
    Fates(typed.fates.iter().map(|(kind, word)| (*kind, fate(word))).collect())
}

fn page(cx: &Cx, leaver: &Leaver, typed: &Typed, refusal: Option<&Refusal>) -> Response {
    let t = cx.text();
    let person = &leaver.user.person;
    let name = person.display_name();
    let title = t.users_delete_title(name.clone());
    let view = admin::view(cx, AdminPage::Users, title.clone(), None).refused(refusal);
    let action = format!("/admin/users/{}/delete", person.id);
    let facts = definitions()
        .row(t.users_email(), html! { bdi { (person.email) } })
        .row(t.users_role(), html! { (t.role_name(&person.role.name, &person.role.display_name)) })
        .row(t.users_delete_sessions(), html! { (t.number(leaver.sessions)) })
        .row(t.users_delete_tokens(), html! { (t.number(leaver.tokens)) })
        .row(t.users_delete_groups(), html! { (leaver.user.groups.len()) });
    view.page(html! {
        (page_header(title).lead(html! { (t.users_delete_lead()) }))
        @if person.active {
            (panel(form(action.clone(), view.csrf()).body(html! {
                (hidden("act", "deactivate"))
                div.actions { (button(t.users_deactivate_instead()).primary().icon(Icon::Lock)) }
            })).title(t.users_deactivate_instead_title()).lead(html! { (t.users_deactivate_lead()) }))
        }
        (panel(facts).title(t.users_delete_ends()).flush())
        (panel(form(action, view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(html! {
            (owned(cx, leaver, typed, refusal))
            (notice(Tone::Info, html! { p { (t.users_delete_undo(UNDO_DAYS)) } }))
            div.actions {
                (button(t.users_delete_user()).danger().icon(Icon::Trash))
                (link_button(t.web_cancel(), format!("/admin/users/{}", person.id)))
            }
        })).title(t.users_delete_user()).danger())
    })
}

fn owned(cx: &Cx, leaver: &Leaver, typed: &Typed, refusal: Option<&Refusal>) -> Markup {
    let t = cx.text();
    let name = leaver.user.person.display_name();
    html! {
        @if leaver.owned.is_empty() { p { (t.users_delete_owns_nothing()) } }
        @else if !cx.may(Permission::ManageOwnership) {
            p { (t.users_delete_kept(name)) }
            (ownership::pages::counts_table(t, &leaver.owned))
        }
        @else {
            p { (t.users_delete_owns(name.clone())) }
            div.row {
                @for (kind, count) in &leaver.owned { (fate_select(t, *kind, *count, typed)) }
            }
            (person_field(t, "to", t.users_delete_to(), (&typed.to, &typed.candidates),
                field_error(t, refusal, "to")))
            (field("typed_name", t.users_delete_type_name(name)).value(typed.name.as_str())
                .hint(t.users_delete_type_name_hint()).autocomplete("off").max_length(254)
                .error(field_error(t, refusal, "typedName")))
        }
    }
}

fn fate_select(t: Text, kind: ObjectKind, count: i64, typed: &Typed) -> Markup {
    let name = format!("fate_{}", kind.word());
    let chosen = typed.fates.iter().find(|(of, _)| *of == kind).map_or("", |(_, word)| word);
    html! {
        (select(&name, t.users_delete_kind(kind_name(t, kind), t.number(count)))
            .option("keep", t.users_delete_keep())
            .option("hand_over", t.users_delete_hand_over())
            .option("remove", t.users_delete_remove())
            .value(chosen))
    }
}
