//! One user: the account and its form.

use axum::{
    Router,
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use maud::{Markup, Render, html};
use seatwarden_base::{Error, Refusal, Result};

use super::{
    super::{
        CHANGED_MEANWHILE, Credential, Look, UserPatch, check_email, check_lookalike, look,
        model::SSO_PASSWORD, name_key, roles_within_reach, update,
    },
    access,
    fields::{self, Choice, Drawn, Tick, Typed},
    tabs::{self, BACK, Done, Tab},
};
use crate::{
    accounts::{
        ownership,
        passwords::{
            Lock,
            pages::{in_force, within_form},
        },
        roles::Why,
        seats,
    },
    cx::{Cx, Origin, Permission},
    text::{Language, Text, rfc3339},
    web::{
        Form, WebResult,
        admin::AdminPage,
        field_error,
        parts::{
            Tone, button, checkbox, definitions, field, form, hidden, link_button, moment, notice, panel,
            switch,
        },
        problems, see_other,
    },
};

/// Where the Sys. Admin's account gets another address; the room `sysadmin_transfer` answers there.
const GIVE_ACCOUNT: &str = "/admin/sysadmin/account";

pub(super) fn router() -> Router {
    Router::new().route("/admin/users/{id}", get(show).post(save))
}

async fn show(cx: Cx, Path(id): Path<String>, Query(asked): Query<Done>) -> WebResult {
    let look = look(&cx, &id).await?;
    page(&cx, &look, &Typed::of(&look), None, &asked.done).await
}

async fn save(cx: Cx, Path(id): Path<String>, Form(fields): Form<Vec<(String, String)>>) -> WebResult {
    cx.require(Permission::ChangeUsers)?;
    let mut typed = Typed::read(fields);
    let before = look(&cx, &id).await?;
    if before.user.person.origin == Origin::Service {
        // Its form has no field for it.
        typed.values.email.clone_from(&before.user.person.email);
    }
    if gives_sysadmin_away(&before, &typed) {
        if let Err(refusal) = check_email(&typed.values.email) {
            return page(&cx, &before, &typed, Some(&refusal), "").await;
        }
        // The form goes on to the page that does it in one guided step, with what was typed.
        return Ok(Redirect::temporary(GIVE_ACCOUNT).into_response());
    }
    let cx = match within_form(&cx, &typed.own_password).await {
        Ok(cx) => cx,
        Err(Error::Refusal(refusal)) => {
            let look = look(&cx, &id).await?;
            return page(&cx, &look, &typed, Some(&refusal), "").await;
        }
        Err(fault) => return Err(fault.into()),
    };
    saved(&cx, &id, &mut typed).await
}

async fn saved(cx: &Cx, id: &str, typed: &mut Typed) -> WebResult {
    match change(cx, id, typed).await {
        Ok(()) => {
            let done = match (typed.sends_link(), typed.password.is_empty()) {
                (false, _) => "saved",
                (true, true) => "link",
                (true, false) => "link_only",
            };
            Ok(see_other(&format!("{}?done={done}", Tab::Account.path(id))))
        }
        Err(Error::Refusal(refusal)) => {
            let look = look(cx, id).await?;
            if !look.may_change {
                return Err((*refusal).into());
            }
            if refusal.code == CHANGED_MEANWHILE.code {
                let conflict = changed(cx, &look, typed).await?;
                // What was not touched stands in the form as it is now; saving once more overwrites the rest.
                typed.catch_up(&look);
                return page_with(cx, &look, typed, (Some(&refusal), conflict), "").await;
            }
            page(cx, &look, typed, Some(&refusal), "").await
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Another address of the Sys. Admin means another person, whom more than this form must ask about.
fn gives_sysadmin_away(look: &Look, typed: &Typed) -> bool {
    let wants = !typed.values.email.trim().is_empty();
    wants
        && look.is_sysadmin()
        && look.may_change
        && name_key(&typed.values.email) != name_key(&look.user.person.email)
}

async fn change(cx: &Cx, id: &str, typed: &mut Typed) -> Result<()> {
    let before = look(cx, id).await?;
    typed.find_groups(cx).await?;
    let person = &before.user.person;
    if typed.values.email != person.email
        && !typed.is(Tick::EmailChecked)
        && let Some(doubt) = check_lookalike(cx, &typed.values.email, &person.id).await?
    {
        return Err(doubt.into());
    }
    let credential = (typed.is(Tick::ChangePassword) && !typed.is(Tick::SendLink))
        .then(|| Credential::Password(typed.password.clone()));
    let patch = UserPatch {
        email: Some(typed.values.email.clone()),
        user_name: Some(or(&typed.values.user_name, &typed.values.email)),
        first_name: Some(typed.values.first_name.clone()),
        last_name: Some(typed.values.last_name.clone()),
        // `de-AT` stays as it is while the list shows German.
        language: (typed.values.language != fields::language_code(&before.user))
            .then(|| typed.values.language.clone()),
        role: (typed.values.role != person.role.id).then(|| typed.values.role.clone()),
        groups: Some(typed.values.groups.clone()),
        credential,
        send_link: typed.sends_link(),
        locked: (typed.is(Tick::Locked) != typed.is(Tick::WasLocked)).then_some(typed.is(Tick::Locked)),
        tag: Some(typed.tag),
        ..UserPatch::default()
    };
    update(cx, &person.id, patch).await.map(|_| ())
}

fn or(text: &str, other: &str) -> String {
    if text.trim().is_empty() { other.to_owned() } else { text.to_owned() }
}

async fn page(cx: &Cx, look: &Look, typed: &Typed, refusal: Option<&Refusal>, done: &str) -> WebResult {
    page_with(cx, look, typed, (refusal, Markup::default()), done).await
}

/// The page with what somebody else changed meanwhile above the form.
async fn page_with(
    cx: &Cx,
    look: &Look,
    typed: &Typed,
    (refusal, conflict): (Option<&Refusal>, Markup),
    done: &str,
) -> WebResult {
    let t = cx.text();
    let view = tabs::view(cx, look, done).refused(refusal);
    let form_panel = if look.may_change {
        let choice = Choice::read(cx, Some(&look.user)).await?;
        let rules = in_force(cx).await?;
        let body = html! {
            (hidden("version", typed.tag.to_string()))
            (typed.drawn())
            (fields::account(t, typed, &choice, refusal))
            (password(t, look, typed, (&rules, refusal)))
            (lock(cx, look, typed))
            (fields::own_password_if_asked(cx, refusal))
            div.actions { (button(t.web_save()).primary()) }
        };
        let shown = refusal.filter(|refusal| refusal.code != CHANGED_MEANWHILE.code);
        let action = Tab::Account.path(&look.user.person.id);
        html! {
            (conflict)
            (panel(form(action, view.csrf()).problems(t.web_problems(), problems(t, shown)).body(body)))
        }
    } else {
        html! { (notice(Tone::Info, html! { p { (t.users_beyond_own()) } })) }
    };
    let owned = ownership::pages::owned_by(cx, &look.user.person.id).await?;
    let response: Response = view.page(html! {
        (tabs::head(cx, look, Tab::Account))
        (handed_over(cx, done))
        @if !look.doubts.is_empty() {
            (notice(Tone::Warning, html! { @for doubt in &look.doubts { p { (t.refusal(doubt).0) } } }))
        }
        (access::invitation(cx, look, view.csrf()))
        (form_panel)
        (panel(facts(cx, look, owned)).title(t.users_access()))
        (access::ending(cx, look, view.csrf()))
    });
    Ok(response)
}

/// What of a user who was just brought back stays with others, and where it can be handed back.
fn handed_over(cx: &Cx, done: &str) -> Markup {
    let t = cx.text();
    let given: i64 = done.strip_prefix(BACK).and_then(|given| given.parse().ok()).unwrap_or_default();
    if given <= 0 {
        return Markup::default();
    }
    let told = notice(Tone::Info, html! { p { (t.users_undone_given(given)) } });
    if !cx.may(Permission::ReadOwnership) {
        return told.render();
    }
    told.action(link_button(t.users_undo_owned_link(), AdminPage::Ownership.path())).render()
}

/// The switch that is off, and behind it the field or the link.
fn password(t: Text, look: &Look, typed: &Typed, (rules, refusal): (&Markup, Option<&Refusal>)) -> Markup {
    let person = &look.user.person;
    if person.origin == Origin::Service {
        return Markup::default();
    }
    if person.origin == Origin::Sso || !person.active {
        let why = match (look.invited_at_ms, look.has_password) {
            _ if person.origin == Origin::Sso => t.refusal(&SSO_PASSWORD).0,
            (Some(_), _) => t.users_password_invited(),
            (None, false) => t.users_password_none(),
            (None, true) => t.users_password_inactive(),
        };
        return switch(Tick::ChangePassword.name(), t.users_change_password())
            .disabled(true)
            .hint(why)
            .render();
    }
    html! {
        div.switched {
            (switch(Tick::ChangePassword.name(), t.users_change_password()).checked(typed.is(Tick::ChangePassword))
                .hint(t.users_change_password_hint()))
            div.when-on {
                (field("password", t.users_new_password()).new_password(t.web_show_password()).below(rules)
                    .error(field_error(t, refusal, "password")))
                (checkbox(Tick::SendLink.name(), t.users_send_link()).hint(t.users_send_link_hint())
                    .checked(typed.is(Tick::SendLink)))
            }
        }
    }
}

fn lock(cx: &Cx, look: &Look, typed: &Typed) -> Markup {
    let t = cx.text();
    let is_own = cx.person().is_ok_and(|own| own.id == look.user.person.id);
    if !look.has_password || ((is_own || look.is_sysadmin()) && look.lock.is_none()) {
        return Markup::default();
    }
    let hint = match look.lock {
        None => t.users_lock_hint(),
        Some(Lock::Administrator { since_ms }) => t.users_locked_by_administrator(t.ago(since_ms, cx.now_ms)),
        Some(Lock::Guessing { until_ms }) => {
            let left_ms = u64::try_from(until_ms - cx.now_ms).unwrap_or_default();
            t.users_locked_by_guessing(t.duration(left_ms.div_ceil(60_000) * 60))
        }
    };
    html! {
        @if typed.is(Tick::WasLocked) { (hidden(Tick::WasLocked.name(), "yes")) }
        (checkbox(Tick::Locked.name(), t.users_account_locked()).checked(typed.is(Tick::Locked)).hint(hint))
    }
}

/// What somebody else changed since the form was drawn; where that is not known, what differs from what was typed.
async fn changed(cx: &Cx, look: &Look, typed: &Typed) -> Result<Markup> {
    let t = cx.text();
    let person = &look.user.person;
    let now = Drawn::of(look);
    let drawn = || Drawn { active: now.active, values: typed.values.clone() };
    let Drawn { values: was, active: was_active } = typed.was.clone().unwrap_or_else(drawn);
    let (is_active, now) = (now.active, now.values);
    let language_name = Language::parse(&now.language)
        .map_or_else(|| t.users_language_default(), |it| it.own_name().to_owned());
    let role = t.role_name(&person.role.name, &person.role.display_name);
    let role_known =
        typed.was.is_some() || roles_within_reach(cx).await?.iter().any(|role| role.id == typed.values.role);
    let names: Vec<&str> = look.groups.iter().map(|group| group.name.as_str()).collect();
    let mut rows = definitions();
    let mut any = false;
    for (label, now, is_same) in [
        (t.users_email(), html! { bdi { (now.email) } }, now.email == was.email),
        (t.users_user_name(), html! { bdi { (now.user_name) } }, now.user_name == was.user_name),
        (t.users_first_name(), html! { bdi { (now.first_name) } }, now.first_name == was.first_name),
        (t.users_last_name(), html! { bdi { (now.last_name) } }, now.last_name == was.last_name),
        (t.users_language(), html! { (language_name) }, now.language == was.language),
        (t.users_role(), html! { bdi { (role) } }, now.role == was.role || !role_known),
        (t.users_groups(), html! { bdi { (names.join(", ")) } }, now.has_groups_of(&was)),
        (t.users_state(), tabs::state(t, look), is_active == was_active),
    ] {
        if !is_same {
            any = true;
            rows = rows.row(label, now);
        }
    }
    let lead = if any { t.users_changed_lead() } else { t.users_changed_nothing() };
    Ok(html! {
        (notice(Tone::Warning, html! { p { (lead) } @if any { (rows) } }).title(t.users_changed_title()))
    })
}

fn facts(cx: &Cx, look: &Look, owned: Option<Markup>) -> Markup {
    let t = cx.text();
    let person = &look.user.person;
    let role = t.role_name(&person.role.name, &person.role.display_name);
    let why = match &look.why {
        Why::Own => t.users_role_by_hand(),
        Why::Group { name, .. } => t.users_role_by_group(name.clone()),
    };
    let seat = seats::held(person).map_or_else(|| t.users_seat_none(), |seat| seats::pages::label(t, seat));
    let when = |at_ms| moment(t.ago(at_ms, cx.now_ms), rfc3339(at_ms));
    let mut facts = definitions()
        .row(t.users_effective_role(), html! { (role) })
        .row(t.users_why(), html! { (why) })
        .row(t.users_seat(), html! { (seat) })
        .row(t.users_state(), tabs::state(t, look))
        .row(
            t.users_last_active(),
            html! {
                @match person.last_activity_at_ms { Some(at_ms) => (when(at_ms)), None => (t.users_never()) }
            },
        );
    if let Some(owned) = owned {
        facts = facts.row(t.ownership_owns(), owned);
    }
    facts.render()
}
