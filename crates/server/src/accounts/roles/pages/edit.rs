//! The editor of custom roles: choose, look at what changes for how many, save. A built-in role can be looked
//! at here, and copied.

use std::collections::BTreeMap;

use axum::{
    Router,
    extract::{Path, Query},
    response::Response,
    routing::get,
};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal, Result, secret::Secret};
use serde::Deserialize;

use super::{
    super::{
        CHANGED_MEANWHILE, Choice, Details, Diff, create, details, diff, diff_of_new,
        model::{DESCRIPTION_MAX, NAME_MAX},
        update,
    },
    HERE, affected,
    list::standing,
    name_of, path_of, permission_meaning, permission_name,
    typed::{Typed, field_of},
    view,
    words::standing_name,
};
use crate::{
    cx::{BEYOND_OWN_ROLE, BUILT_IN, BaseRole, Cx, Permission, Standing},
    text::Text,
    web::{
        Form, WebResult,
        confirm::{OWN_PASSWORD, asks_password, own_password, within_form},
        field_error,
        parts::{
            Icon, Tone, button, definitions, field, form, hidden, link_button, mark, notice, page_header,
            panel, select,
        },
        problems, see_other,
    },
};

pub(super) fn router() -> Router {
    Router::new()
        .route("/admin/roles/new", get(show_new).post(make))
        .route("/admin/roles/{id}", get(show).post(save))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    from: String,
    done: String,
}

type Fields = Form<BTreeMap<String, String>>;

/// The refusals that belong into the form; all others end the page.
fn in_form<T>(result: Result<T>) -> Result<std::result::Result<T, Refusal>> {
    match result {
        Ok(done) => Ok(Ok(done)),
        Err(Error::Refusal(refusal))
            if refusal.field.is_some()
                || [BEYOND_OWN_ROLE.code, CHANGED_MEANWHILE.code].contains(&refusal.code)
                || asks_password(&refusal) =>
        {
            Ok(Err(*refusal))
        }
        Err(other) => Err(other),
    }
}

async fn show_new(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    cx.require(Permission::ManageRoles)?;
    if asked.from.is_empty() {
        return Ok(choose_base(&cx));
    }
    let from = details(&cx, &asked.from).await?;
    let mut typed = Typed::of(&from);
    let name = name_of(cx.text(), &from.role);
    typed.display_name =
        if from.is_built_in() { String::new() } else { cx.text().roles_copy_of(name.as_str()) };
    Ok(editor(&cx, &Editor::new(None, typed)))
}

/// The first step: what the role stands on.
fn choose_base(cx: &Cx) -> Response {
    let t = cx.text();
    let mut bases = select("from", t.roles_base()).hint(t.roles_base_hint());
    for base in BUILT_IN.into_iter().filter(|base| *base != BaseRole::Super).rev() {
        bases = bases.option(base.name(), t.role_name(base.name(), base.display_name()));
    }
    view(cx, t.roles_new(), "").page(html! {
        (page_header(t.roles_new()).lead(html! { (t.roles_base_choose()) }))
        (panel(form("/admin/roles/new", "").get().body(html! {
            (bases)
            div.actions { (button(t.roles_base_go_on()).primary()) (link_button(t.web_cancel(), HERE).quiet()) }
        })))
    })
}

async fn make(cx: Cx, Form(fields): Fields) -> WebResult {
    let typed = Typed::read(fields);
    let new = typed.new_role();
    let looked = in_form(diff_of_new(&cx, &new).await)?;
    let refusal = match (looked, typed.wants.as_str()) {
        (Err(refusal), _) => refusal,
        (Ok(_), "again") => return Ok(editor(&cx, &Editor::new(None, typed))),
        (Ok(_), "save") => match in_form(create(&cx, &new).await)? {
            Ok(_) => return Ok(see_other(&format!("{HERE}?done=created"))),
            Err(refusal) => refusal,
        },
        (Ok(diff), _) => return Ok(preview(&cx, None, &typed, &diff, None)),
    };
    Ok(editor(&cx, &Editor { refusal: Some(refusal), ..Editor::new(None, typed) }))
}

async fn show(cx: Cx, Path(id): Path<String>, Query(asked): Query<Asked>) -> WebResult {
    let details = details(&cx, &id).await?;
    if details.is_built_in() {
        return Ok(built_in(&cx, &details));
    }
    let typed = Typed::of(&details);
    Ok(editor(&cx, &Editor { done: asked.done, ..Editor::new(Some(details), typed) }))
}

async fn save(cx: Cx, Path(id): Path<String>, Form(mut fields): Fields) -> WebResult {
    let password = Secret::new(fields.remove(OWN_PASSWORD).unwrap_or_default());
    let stored = details(&cx, &id).await?;
    let typed = Typed { base: stored.role.base.name().to_owned(), ..Typed::read(fields) };
    let change = typed.change();
    let looked = in_form(diff(&cx, &id, &change).await)?;
    let refusal = match (looked, typed.wants.as_str()) {
        (Err(refusal), _) => refusal,
        (Ok(_), "again") => return Ok(editor(&cx, &Editor::new(Some(stored), typed))),
        (Ok(diff), "save") => return saved(&cx, stored, typed, &diff, &password).await,
        (Ok(diff), _) => return Ok(preview(&cx, Some(&stored), &typed, &diff, None)),
    };
    Ok(refused(&cx, stored, typed, refusal))
}

/// Saves a change, with the caller's password if it was given; asks for it beside the difference.
async fn saved(cx: &Cx, stored: Details, typed: Typed, diff: &Diff, password: &Secret) -> WebResult {
    let cx = &match in_form(within_form(cx, password).await)? {
        Ok(cx) => cx,
        Err(refusal) => return Ok(preview(cx, Some(&stored), &typed, diff, Some(&refusal))),
    };
    let id = &stored.role.id;
    let answer = match in_form(update(cx, id, typed.version.parse().ok(), &typed.change()).await)? {
        Ok(_) => see_other(&format!("{}?done=saved", path_of(id))),
        Err(refusal) if asks_password(&refusal) => preview(cx, Some(&stored), &typed, diff, Some(&refusal)),
        Err(refusal) => refused(cx, stored, typed, refusal),
    };
    Ok(answer)
}

/// The editor with what was typed, and why it is not saved.
fn refused(cx: &Cx, stored: Details, typed: Typed, refusal: Refusal) -> Response {
    let is_late = refusal.code == CHANGED_MEANWHILE.code;
    // Whoever has seen the other's change may replace it.
    let version = if is_late { stored.version.to_string() } else { typed.version.clone() };
    let editor_of = Editor::new(Some(stored), Typed { version, ..typed });
    editor(cx, &Editor { refusal: Some(refusal), is_late, ..editor_of })
}

/// What the editor shows.
#[derive(Default)]
struct Editor {
    /// The role as it is stored; none for a new one.
    stored: Option<Details>,
    typed: Typed,
    refusal: Option<Refusal>,
    is_late: bool,
    done: String,
}

impl Editor {
    fn new(stored: Option<Details>, typed: Typed) -> Self {
        Self { stored, typed, ..Self::default() }
    }
}

fn base_of(typed: &Typed) -> BaseRole {
    BaseRole::named(&typed.base).unwrap_or(BaseRole::Consumer)
}

fn editor(cx: &Cx, shown: &Editor) -> Response {
    let t = cx.text();
    let base = base_of(&shown.typed);
    let base_name = t.role_name(base.name(), base.display_name());
    let title = shown.stored.as_ref().map_or_else(|| t.roles_new(), |details| name_of(t, &details.role));
    let refusal = shown.refusal.as_ref();
    let view = view(cx, title.clone(), &shown.done).refused(refusal);
    let action =
        shown.stored.as_ref().map_or_else(|| format!("{HERE}/new"), |details| path_of(&details.role.id));
    let mut header = page_header(title).lead(html! { (t.roles_based_on(base_name.as_str())) });
    if let Some(details) = &shown.stored {
        header = header.actions(html! {
            (link_button(t.roles_copy(), format!("{HERE}/new?from={}", details.role.id)))
            (link_button(t.roles_delete(), format!("{}/delete", path_of(&details.role.id))).danger())
        });
    }
    let listed = problems(t, refusal.filter(|_| !shown.is_late));
    view.page(html! {
        (header)
        (panel(form(action, view.csrf()).problems(t.web_problems(), listed).body(html! {
            @if let Some(stored) = shown.stored.as_ref().filter(|_| shown.is_late) {
                (what_changed(t, stored, &shown.typed))
            }
            (hidden("version", shown.typed.version.as_str()))
            (hidden("base", shown.typed.base.as_str()))
            (field("display_name", t.roles_display_name()).value(shown.typed.display_name.as_str())
                .hint(t.roles_display_name_hint()).max_length(NAME_MAX).required()
                .error(field_error(t, refusal, "displayName")))
            (field("description", t.roles_description()).text_area(2).value(shown.typed.description.as_str())
                .max_length(DESCRIPTION_MAX).error(field_error(t, refusal, "description")))
            h2 { (t.roles_permissions()) }
            p.lead { (t.roles_permissions_lead(base_name.as_str())) }
            @for permission in Permission::ALL.iter().copied() {
                (choice_of(t, permission, base, &base_name, shown.typed.choice(permission)))
            }
            div.actions { (button(t.roles_preview()).primary()) (link_button(t.web_cancel(), HERE).quiet()) }
        })))
    })
}

/// One permission: what it means, and the choice; or a lock where the base leaves none.
fn choice_of(t: Text, permission: Permission, base: BaseRole, base_name: &str, chosen: Choice) -> Markup {
    let says = permission.standing(base);
    if matches!(says, Standing::Always | Standing::Never) {
        return html! {
            div.field.fixed {
                p.name { (permission_name(t, permission)) }
                p.hint { (permission_meaning(t, permission)) }
                p { (mark(Tone::Plain, Icon::Lock, t.roles_locked(standing_name(t, says)))) }
            }
        };
    }
    let name = field_of(permission);
    let mut choices = select(&name, permission_name(t, permission)).hint(permission_meaning(t, permission));
    for choice in Choice::ALL {
        let label = match choice {
            Choice::AsBase => t.roles_choice_base(base_name, standing_name(t, says)),
            Choice::Allow => t.roles_choice_allow(),
            Choice::Deny => t.roles_choice_deny(),
        };
        choices = choices.option(choice.word(), label);
    }
    html! { (choices.value(chosen.word())) }
}

/// For the second of two editors: what is stored now where it differs from what they chose.
fn what_changed(t: Text, stored: &Details, typed: &Typed) -> Markup {
    let mut rows = definitions();
    if stored.role.display_name != typed.display_name.trim() {
        rows = rows.row(t.roles_display_name(), html! { bdi { (stored.role.display_name) } });
    }
    if stored.description != typed.description.trim() {
        rows = rows.row(t.roles_description(), html! { bdi { (stored.description) } });
    }
    for permission in Permission::ALL.iter().copied() {
        if stored.choice(permission) != typed.choice(permission) {
            let now = if stored.role.may.has(permission) { Standing::Allow } else { Standing::Deny };
            rows = rows.row(permission_name(t, permission), standing(t, now));
        }
    }
    html! {
        (notice(Tone::Warning, html! { p { (t.roles_changed_notice()) } (rows) })
            .title(t.roles_changed_notice_title()))
    }
}

/// The second step: what changes, for how many; with the field for the caller's password if it takes proof.
fn preview(
    cx: &Cx,
    stored: Option<&Details>,
    typed: &Typed,
    diff: &Diff,
    refusal: Option<&Refusal>,
) -> Response {
    let t = cx.text();
    let title = t.roles_diff_title(typed.display_name.trim());
    let view = view(cx, title.clone(), "").refused(refusal);
    let action = stored.map_or_else(|| format!("{HERE}/new"), |details| path_of(&details.role.id));
    let base = base_of(typed);
    let lists = [
        (t.roles_diff_gains(), &diff.gains, Tone::Success, Icon::Plus),
        (t.roles_diff_loses(), &diff.loses, Tone::Warning, Icon::Close),
    ];
    view.page(html! {
        (page_header(title))
        (panel(html! {
            @if stored.is_none() {
                p { (t.roles_diff_from_base(t.role_name(base.name(), base.display_name()))) }
            }
            @if diff.gains.is_empty() && diff.loses.is_empty() { p { (t.roles_diff_same()) } }
            @for (label, permissions, tone, icon) in lists {
                @if !permissions.is_empty() {
                    h2 { (label) }
                    ul.rows {
                        @for permission in permissions {
                            li {
                                (mark(tone, icon, permission_name(t, *permission)))
                                span.quiet-line { (permission_meaning(t, *permission)) }
                            }
                        }
                    }
                }
            }
            @if stored.is_some() { p { strong { (affected(t, diff.users)) } } }
            (form(action, view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(html! {
                @if stored.is_some() && diff.needs_proof { (own_password(cx, "own-password", refusal)) }
                @for (name, value) in &typed.carried() { (hidden(name, value.as_str())) }
                div.actions {
                    @if stored.is_some() { (button(t.roles_save()).primary().sends("wants", "save")) }
                    @else { (button(t.roles_create()).primary().sends("wants", "save")) }
                    (button(t.roles_back()).sends("wants", "again"))
                }
            }))
        }))
    })
}

/// A role that came with the product: to be looked at and copied.
fn built_in(cx: &Cx, details: &Details) -> Response {
    let t = cx.text();
    let name = name_of(t, &details.role);
    let view = view(cx, name.clone(), "");
    let mut rows = definitions();
    for permission in Permission::ALL.iter().copied() {
        rows = rows.row(
            permission_name(t, permission),
            html! {
                (standing(t, permission.standing(details.role.base)))
                span.quiet-line { (permission_meaning(t, permission)) }
            },
        );
    }
    let header = page_header(name);
    let header = if details.role.base == BaseRole::Super {
        header
    } else {
        header.actions(link_button(t.roles_copy(), format!("{HERE}/new?from={}", details.role.id)).primary())
    };
    view.page(html! {
        (header)
        (notice(Tone::Info, html! { (t.roles_built_in_notice()) }))
        (panel(rows).title(t.roles_permissions()))
    })
}
