//! Deleting a leaver: what it would end, the milder way first, and what becomes of what they own.

use axum::{Router, extract::Path, response::Response, routing::get};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal};

use super::{
    super::{
        UserPatch,
        actions::{delete_leaver, foresee_leaving, leaver, update},
        model::{Leaver, UNDO_DAYS},
    },
    tabs::Tab,
};
use crate::{
    accounts::ownership::{
        self, Effect, Fate, Fates, OTHERS_BY_NOW, ObjectKind, Owner, fingerprint, is_unclear,
        pages::{called, counted, kind_name, others_by_now, person_field, told_services},
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

/// The field with the fingerprint of what was looked at.
const SEEN: &str = "seen";

/// What was chosen and typed.
#[derive(Default)]
struct Typed {
    kinds: Vec<OfKind>,
    to: String,
    name: String,
    /// The fingerprint of what was looked at.
    seen: String,
    /// Whether it is asked once more, because they own something else by now.
    is_again: bool,
    /// The receiver that was refused, and whom that may mean.
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
            seen: one(SEEN),
            ..Self::default()
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

    /// The error of a field for a receiver, if it is that receiver who was refused.
    fn error(&self, t: Text, refusal: Option<&Refusal>, to: &str) -> Option<String> {
        let blamed = self.unclear.as_ref().is_none_or(|(unclear, _)| unclear == to);
        field_error(t, refusal, "to").filter(|_| blamed)
    }

    fn candidates(&self, to: &str) -> &[Owner] {
        self.unclear.as_ref().filter(|(unclear, _)| unclear == to).map_or(&[], |(_, people)| people)
    }

    /// The fields as they came, for the button that does what was looked at.
    fn carried(&self) -> Vec<(String, &str)> {
        let mut fields = vec![("to".to_owned(), self.to.as_str()), ("typed_name".to_owned(), &self.name)];
        for it in self.kinds.iter().filter(|it| !it.fate.is_empty()) {
            fields.push((format!("fate_{}", it.kind.word()), &it.fate));
            fields.push((format!("to_{}", it.kind.word()), &it.to));
        }
        fields
    }
}

async fn show(cx: Cx, Path(id): Path<String>) -> WebResult {
    let leaver = leaver(&cx, &id).await?;
    Ok(page(&cx, &leaver, &Typed::default(), (None, None)))
}

async fn act(cx: Cx, Path(id): Path<String>, Form(fields): Form<Vec<(String, String)>>) -> WebResult {
    let says = |name: &str, wanted: &str| fields.iter().any(|(key, value)| key == name && value == wanted);
    if says("act", "deactivate") {
        let patch = UserPatch { active: Some(false), ..UserPatch::default() };
        let user = update(&cx, &id, patch).await?;
        return Ok(see_other(&format!("{}?done=deactivated", Tab::Account.path(&user.person.id))));
    }
    let typed = Typed::read(&fields);
    if says("confirmed", "yes") {
        let seen = Some(typed.seen.as_str()).filter(|seen| !seen.is_empty());
        return match delete_leaver(&cx, &id, &typed.fates(), (&typed.name, seen)).await {
            Ok(_) => Ok(see_other("/admin/users/deleted?done=deleted")),
            Err(error) if error.is(&OTHERS_BY_NOW) => {
                foresee(&cx, &id, Typed { is_again: true, ..typed }).await
            }
            Err(error) => ask_again(&cx, &id, typed, error).await,
        };
    }
    foresee(&cx, &id, typed).await
}

/// The page with what would happen, for the first time or because they own something else by now.
async fn foresee(cx: &Cx, id: &str, typed: Typed) -> WebResult {
    match foresee_leaving(cx, id, &typed.fates(), &typed.name).await {
        Ok((leaver, effects)) => Ok(page(cx, &leaver, &typed, (None, Some(&effects)))),
        Err(error) => ask_again(cx, id, typed, error).await,
    }
}

/// The page once more, with what was refused at its field.
async fn ask_again(cx: &Cx, id: &str, mut typed: Typed, error: Error) -> WebResult {
    let refusal = match error {
        Error::Refusal(refusal) if refusal.field.is_some() => refusal,
        other => return Err(other.into()),
    };
    let is_unclear = is_unclear(&refusal);
    let wanted = if is_unclear { "name" } else { "typed" };
    if let Some((_, named)) = refusal.values.iter().find(|(name, _)| *name == wanted) {
        let people = if is_unclear { ownership::candidates(cx, named).await? } else { Vec::new() };
        typed.unclear = Some((named.clone(), people));
    }
    let leaver = leaver(cx, id).await?;
    Ok(page(cx, &leaver, &typed, (Some(&refusal), None)))
}

fn page(
    cx: &Cx,
    leaver: &Leaver,
    typed: &Typed,
    (refusal, effects): (Option<&Refusal>, Option<&[Effect]>),
) -> Response {
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
        @if typed.is_again { (others_by_now(t)) }
        @if let Some(effects) = effects { (would(cx, leaver, typed, (effects, &action, view.csrf()))) }
        @if person.active && cx.may(Permission::ChangeUsers) {
            (panel(form(action.clone(), view.csrf()).body(html! {
                (hidden("act", "deactivate"))
                div.actions { (button(t.users_deactivate_instead()).primary().icon(Icon::Lock)) }
            })).title(t.users_deactivate_instead_title()).lead(html! { (t.users_deactivate_lead()) }))
        }
        (panel(facts).title(t.users_delete_ends()))
        (panel(form(action.clone(), view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(html! {
            (owned(cx, leaver, typed, refusal))
            (notice(Tone::Info, html! { p { (t.users_delete_undo(UNDO_DAYS)) } }))
            div.actions {
                // Deletes nobody: what it shows has the button that does.
                (button(t.users_list_look_first()).sends("act", "look"))
                (link_button(t.web_cancel(), format!("/admin/users/{}", person.id)))
            }
        })).title(t.users_delete_user()).danger())
    })
}

/// What would happen, in numbers and names, and the button that does it.
fn would(cx: &Cx, leaver: &Leaver, typed: &Typed, (effects, here, csrf): (&[Effect], &str, &str)) -> Markup {
    let t = cx.text();
    let name = leaver.user.person.display_name();
    // What has the same end stands together.
    let mut told: Vec<(String, Vec<String>)> = Vec::new();
    for effect in effects {
        let end = match (&effect.fate, &effect.to) {
            (Fate::HandOver(_), Some(to)) => t.users_delete_would_go(called(t, to)),
            (Fate::Remove, _) => t.users_delete_would_leave(),
            _ => t.users_delete_would_stay(name.clone()),
        };
        let what = counted(t, effect.kind, effect.count);
        match told.iter_mut().find(|(known, _)| *known == end) {
            Some((_, kinds)) => kinds.push(what),
            None => told.push((end, vec![what])),
        }
    }
    let action = form(here, csrf).body(html! {
        // The browser's way back then leads to the page: what answers a form cannot be shown again.
        span hidden data-back=(here) {}
        (hidden("confirmed", "yes"))
        (hidden(SEEN, fingerprint(effects)))
        @for (name, value) in typed.carried() { (hidden(&name, value)) }
        ul {
            li { (t.users_delete_would_end(leaver.sessions, leaver.tokens)) }
            @for (end, kinds) in &told { li { (end) ": " strong { (kinds.join(", ")) } } }
            @if told.is_empty() { li { (t.users_delete_owns_nothing()) } }
            li { (t.users_delete_undo(UNDO_DAYS)) }
        }
        (told_services(t, effects.iter().filter_map(|effect| effect.to.as_ref())))
        div.actions {
            (button(t.users_delete_user()).danger().icon(Icon::Trash))
            (link_button(t.web_cancel(), format!("/admin/users/{}", leaver.user.person.id)))
        }
    });
    html! { (panel(action).title(t.users_delete_would()).danger()) }
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
