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
    kinds: Vec<OfKind>,
    to: String,
    name: String,
    /// The receiver whom nobody is called so, and whom that may mean.
    unclear: Option<(String, Vec<Owner>)>,
}

/// What was chosen for one kind of what they own.
struct OfKind {
    kind: ObjectKind,
    fate: String,
    /// Who gets this kind; empty for whoever gets the rest.
    to: String,
}

impl Typed {
    fn read(fields: &[(String, String)]) -> Self {
        let one = |name: &str| {
            let found = fields.iter().find(|(key, _)| key == name);
            found.map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
        };
        let of_kind = |kind: ObjectKind| OfKind {
            kind,
            fate: one(&format!("fate_{}", kind.word())),
            to: one(&format!("to_{}", kind.word())),
        };
        Self {
            kinds: ObjectKind::ALL.map(of_kind).into(),
            to: one("to"),
            name: one("typed_name"),
            unclear: None,
        }
    }

    fn fates(&self) -> Fates {
        let fate = |it: &OfKind| match it.fate.as_str() {
            "hand_over" if it.to.is_empty() => Fate::HandOver(self.to.clone()),
            "hand_over" => Fate::HandOver(it.to.clone()),
            "remove" => Fate::Remove,
            _ => Fate::Keep,
        };
        Fates(self.kinds.iter().map(|it| (it.kind, fate(it))).collect())
    }

    /// The error of a field for a receiver, if it is that receiver who is not clear.
    fn error(&self, t: Text, refusal: Option<&Refusal>, to: &str) -> Option<String> {
        let blamed = self.unclear.as_ref().is_none_or(|(unclear, _)| unclear == to);
        field_error(t, refusal, "to").filter(|_| blamed)
    }

    fn candidates(&self, to: &str) -> &[Owner] {
        self.unclear.as_ref().filter(|(unclear, _)| unclear == to).map_or(&[], |(_, people)| people)
    }
}

async fn show(cx: Cx, Path(id): Path<String>) -> WebResult {
    let leaver = leaver(&cx, &id).await?;
    Ok(page(&cx, &leaver, &Typed::default(), None))
}

async fn act(cx: Cx, Path(id): Path<String>, Form(fields): Form<Vec<(String, String)>>) -> WebResult {
    if fields.iter().any(|(name, value)| name == "act" && value == "deactivate") {
        let patch = UserPatch { active: Some(false), ..UserPatch::default() };
        let user = update(&cx, &id, patch).await?;
        return Ok(see_other(&format!("{}/{}", AdminPage::Users.path(), user.person.id)));
    }
    let mut typed = Typed::read(&fields);
    if fields.iter().any(|(name, value)| name == "act" && value == "look") {
        return Ok(page(&cx, &leaver(&cx, &id).await?, &typed, None));
    }
    match delete_leaver(&cx, &id, &typed.fates(), &typed.name).await {
        Ok(_) => Ok(see_other("/admin/users/deleted?done=deleted")),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => {
            if refusal.code == UNKNOWN_USER.code {
                let named = refusal.values.iter().find(|(name, _)| *name == "name");
                let unclear = named.map(|(_, value)| value.clone()).unwrap_or_default();
                let people = ownership::candidates(&cx, &unclear).await?;
                typed.unclear = Some((unclear, people));
            }
            let leaver = leaver(&cx, &id).await?;
            Ok(page(&cx, &leaver, &typed, Some(&refusal)))
        }
        Err(other) => Err(other.into()),
    }
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
        (panel(facts).title(t.users_delete_ends()))
        (panel(form(action, view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(html! {
            (owned(cx, leaver, typed, refusal))
            (notice(Tone::Info, html! { p { (t.users_delete_undo(UNDO_DAYS)) } }))
            div.actions {
                // The first button is the one that Enter in a field presses: that deletes nobody.
                (button(t.users_list_look_first()).sends("act", "look"))
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
            (person_field(t, "to", t.users_delete_to(), (&typed.to, typed.candidates(&typed.to)),
                typed.error(t, refusal, &typed.to)))
            @for (kind, count) in &leaver.owned {
                (of_kind(t, (*kind, *count), typed, refusal, leaver.owned.len() > 1))
            }
            (field("typed_name", t.users_delete_type_name(name)).value(typed.name.as_str())
                .hint(t.users_delete_type_name_hint()).autocomplete("off").max_length(254)
                .error(field_error(t, refusal, "typedName")))
        }
    }
}

/// What becomes of one kind; where they own several, each can go to somebody else.
fn of_kind(
    t: Text,
    (kind, count): (ObjectKind, i64),
    typed: &Typed,
    refusal: Option<&Refusal>,
    has_others: bool,
) -> Markup {
    let (fate_name, to_name) = (format!("fate_{}", kind.word()), format!("to_{}", kind.word()));
    let (fate, to) = match typed.kinds.iter().find(|it| it.kind == kind) {
        Some(it) => (it.fate.as_str(), it.to.as_str()),
        None => ("", ""),
    };
    let error = typed.error(t, refusal, to).filter(|_| !to.is_empty());
    html! {
        div.row {
            (select(&fate_name, t.users_delete_kind(kind_name(t, kind), t.number(count)))
                .option("keep", t.users_delete_keep())
                .option("hand_over", t.users_delete_hand_over())
                .option("remove", t.users_delete_remove())
                .value(fate))
            @if has_others {
                (person_field(t, &to_name, t.users_delete_to_kind(kind_name(t, kind)), (to, typed.candidates(to)), error))
            }
        }
    }
}
