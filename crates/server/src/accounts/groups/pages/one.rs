//! One group: what it gives its members, and the groups inside and around. A new one has the same form.

use axum::{
    Router,
    extract::{Path, Query},
    response::Response,
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal, Result};
use serde::Deserialize;

use super::{
    super::{
        CHANGED_MEANWHILE, GroupChange, GroupKind, Nest, add_subgroup, called, choices, count_inside, create,
        find,
        model::{COUNT_MAX, Group, NAME_MAX},
        nest, remove_subgroup, update,
    },
    HERE, group_field, group_names, group_tabs, may_change, path_of, shown_in_form, under_way_notice, view,
};
use crate::{
    accounts::roles,
    cx::{BaseRole, Cx, Permission, Role},
    text::{Language, Text},
    web::{
        Form, WebResult, field_error,
        parts::{
            Tone, button, checkbox, column, definitions, field, form, hidden, link_button, notice,
            page_header, panel, select, table,
        },
        problems, see_other,
    },
};

pub(super) fn router() -> Router {
    Router::new()
        .route("/admin/groups/new", get(show_new).post(make))
        .route("/admin/groups/{id}", get(show).post(save))
        .route("/admin/groups/{id}/inside", post(put_inside))
        .route("/admin/groups/{id}/inside/remove", post(take_out))
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Typed {
    version: String,
    name: String,
    role: String,
    language: String,
    session_minutes: String,
    excluded_from_sharing: String,
    theme: String,
}

impl Typed {
    fn of(group: &Group) -> Self {
        Self {
            version: group.version.to_string(),
            name: group.name.clone(),
            role: group.role.as_ref().map(|role| role.id.clone()).unwrap_or_default(),
            language: group.language.clone().unwrap_or_default(),
            session_minutes: group.session_minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
            excluded_from_sharing: if group.excluded_from_sharing { "on".into() } else { String::new() },
            theme: group.theme.clone(),
        }
    }

    fn change(&self, is_derived: bool) -> GroupChange {
        GroupChange {
            name: (!is_derived).then(|| self.name.clone()),
            role: (!is_derived).then(|| self.role.clone()),
            language: Some(self.language.clone()),
            session_minutes: Some(self.session_minutes.clone()),
            excluded_from_sharing: Some(self.excluded_from_sharing == "on"),
            theme: Some(self.theme.clone()),
            ..GroupChange::default()
        }
    }
}

/// The roles that the reader can give by a group: within their own reach, and never the Sys. Admin's.
async fn roles_within_reach(cx: &Cx) -> Result<Vec<Role>> {
    let mut tx = cx.db.read().await?;
    let mut all = roles::list(&mut tx).await?;
    all.retain(|role| role.base != BaseRole::Super && cx.require_reach(role).is_ok());
    Ok(all)
}

async fn show_new(cx: Cx) -> WebResult {
    cx.require(Permission::ManageGroups)?;
    Ok(new_page(&cx, &roles_within_reach(&cx).await?, &Typed::default(), None))
}

async fn make(cx: Cx, Form(typed): Form<Typed>) -> WebResult {
    match shown_in_form(create(&cx, vec![typed.change(false)]).await)? {
        Ok(made) => {
            let id = made.first().map(|group| group.id.as_str()).unwrap_or_default();
            Ok(see_other(&format!("{}/members?done=created", path_of(id))))
        }
        Err(refusal) => Ok(new_page(&cx, &roles_within_reach(&cx).await?, &typed, Some(&refusal))),
    }
}

fn new_page(cx: &Cx, roles: &[Role], typed: &Typed, refusal: Option<&Refusal>) -> Response {
    let t = cx.text();
    let view = view(cx, t.groups_new(), "").refused(refusal);
    view.page(html! {
        (page_header(t.groups_new()).lead(html! { (t.groups_lead()) }))
        (panel(form("/admin/groups/new", view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(html! {
            (fields(t, roles, typed, GroupKind::Plain, refusal))
            div.actions { (button(t.groups_create()).primary()) (link_button(t.web_cancel(), HERE).quiet()) }
        })))
    })
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    done: String,
}

async fn show(cx: Cx, Path(id): Path<String>, Query(asked): Query<Asked>) -> WebResult {
    let group = find(&cx, &id).await?;
    let typed = Typed::of(&group);
    page(&cx, &group, &Shown { typed, done: asked.done, ..Shown::default() }).await
}

async fn save(cx: Cx, Path(id): Path<String>, Form(typed): Form<Typed>) -> WebResult {
    cx.require(Permission::ManageGroups)?;
    let group = find(&cx, &id).await?;
    let change = typed.change(group.kind != GroupKind::Plain);
    let saved = update(&cx, &group.id, typed.version.parse().ok(), &change).await;
    let refusal = match saved {
        Ok(_) => return Ok(see_other(&format!("{}?done=saved", path_of(&group.id)))),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() || refusal.code == CHANGED_MEANWHILE.code => {
            refusal
        }
        Err(other) => return Err(other.into()),
    };
    // Whoever has seen the other's change may replace it.
    let is_late = refusal.code == CHANGED_MEANWHILE.code;
    let version = if is_late { group.version.to_string() } else { typed.version.clone() };
    let typed = Typed { version, ..typed };
    page(&cx, &group, &Shown { typed, refusal: Some(*refusal), is_late, ..Shown::default() }).await
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Inner {
    subgroup: String,
}

async fn put_inside(cx: Cx, Path(id): Path<String>, Form(inner): Form<Inner>) -> WebResult {
    match shown_in_form(nest_called(&cx, &id, &inner.subgroup).await)? {
        Ok(()) => Ok(see_other(&format!("{}?done=nested", path_of(&id)))),
        Err(refusal) => {
            let group = find(&cx, &id).await?;
            let typed = Typed::of(&group);
            let shown =
                Shown { typed, refusal: Some(*refusal), subgroup: inner.subgroup, ..Shown::default() };
            page(&cx, &group, &shown).await
        }
    }
}

async fn nest_called(cx: &Cx, id: &str, name: &str) -> Result<()> {
    cx.require(Permission::ManageGroups)?;
    let inner = match called(&mut cx.db.read().await?, name).await {
        Err(Error::Refusal(refusal)) => return Err(refusal.on("subgroup").into()),
        found => found?,
    };
    add_subgroup(cx, id, &inner.id).await
}

async fn take_out(cx: Cx, Path(id): Path<String>, Form(inner): Form<Inner>) -> WebResult {
    remove_subgroup(&cx, &id, &inner.subgroup).await?;
    Ok(see_other(&format!("{}?done=unnested", path_of(&id))))
}

/// What the page of a group shows beside the group itself.
#[derive(Default)]
struct Shown {
    typed: Typed,
    subgroup: String,
    refusal: Option<Refusal>,
    is_late: bool,
    done: String,
}

async fn page(cx: &Cx, group: &Group, shown: &Shown) -> WebResult {
    let t = cx.text();
    let nest = nest(cx, &group.id).await?;
    let around = if nest.inside.is_empty() { &[][..] } else { &[group.id.as_str()] };
    let counted = count_inside(cx, around).await?.into_values().next();
    let mut roles = roles_within_reach(cx).await?;
    // The role it has stays a choice, whoever looks.
    roles.extend(group.role.clone().filter(|role| !roles.iter().any(|other| other.id == role.id)));
    let refusal = shown.refusal.as_ref();
    let about_inside = refusal.filter(|refusal| refusal.field == Some("subgroup"));
    let about_settings = refusal.filter(|refusal| refusal.field != Some("subgroup"));
    let view = view(cx, t.group_name(&group.name).into_owned(), &shown.done).refused(refusal);
    let manages = may_change(cx, group);
    let offered = choices(&mut cx.db.read().await?, "").await?.list;
    let offered = offered.iter().filter(|(other, kind)| *kind == GroupKind::Plain && other.id != group.id);
    let header = page_header(t.group_name(&group.name));
    let header = if manages && group.kind == GroupKind::Plain {
        header.actions(link_button(t.groups_delete(), format!("{}/delete", path_of(&group.id))).danger())
    } else {
        header
    };
    let settings = if manages {
        let body = html! {
            @if shown.is_late { (what_changed(t, group, &shown.typed)) }
            (hidden("version", shown.typed.version.as_str()))
            (fields(t, &roles, &shown.typed, group.kind, about_settings))
            div.actions { (button(t.web_save()).primary()) }
        };
        let listed = problems(t, about_settings.filter(|_| !shown.is_late));
        html! { (form(path_of(&group.id), view.csrf()).problems(t.web_problems(), listed).body(body)) }
    } else {
        read_only(t, group)
    };
    Ok(view.page(html! {
        (header)
        (group_tabs(t, group, false))
        (under_way_notice(t, group))
        @if group.kind != GroupKind::Plain { (notice(Tone::Info, html! { (t.groups_derived_notice()) })) }
        (panel(settings).title(t.groups_settings()).lead(html! { (t.groups_settings_lead()) }))
        @if group.kind == GroupKind::Plain {
            @if manages { (group_names(offered.map(|(other, _)| other.name.as_str()))) }
            (panel(html! {
                @if let Some(count) = counted { (count_line(t, group, count)) }
                (inside(t, view.csrf(), group, &nest, manages, &shown.subgroup, about_inside))
            })
                .title(t.groups_inside()).lead(html! { (t.groups_inside_lead()) }))
            @if !nest.around.is_empty() {
                (panel(html! {
                    ul.plain { @for (id, name) in &nest.around { li { a href=(path_of(id)) { bdi { (name) } } } } }
                }).title(t.groups_around()).lead(html! { (t.groups_around_lead()) }))
            }
        }
    }))
}

fn fields(t: Text, roles: &[Role], typed: &Typed, kind: GroupKind, refusal: Option<&Refusal>) -> Markup {
    let mut role = select("role", t.groups_role())
        .hint(t.groups_role_hint())
        .error(field_error(t, refusal, "role"))
        .option("", t.groups_role_none());
    for choice in roles {
        role = role.option(choice.id.as_str(), t.role_name(&choice.name, &choice.display_name));
    }
    let mut language = select("language", t.groups_language())
        .hint(t.groups_language_hint())
        .error(field_error(t, refusal, "language"))
        .option("", t.groups_language_none());
    for choice in Language::ALL {
        language = language.option(choice.locale(), choice.own_name());
    }
    html! {
        @if kind == GroupKind::Plain {
            (field("name", t.groups_name()).value(typed.name.as_str()).hint(t.groups_name_hint())
                .max_length(NAME_MAX).required().error(field_error(t, refusal, "name")))
            (role.value(typed.role.as_str()))
        }
        (language.value(typed.language.as_str()))
        (field("session_minutes", t.groups_session_minutes()).value(typed.session_minutes.as_str())
            .hint(t.groups_session_minutes_hint()).max_length(6).error(field_error(t, refusal, "sessionMinutes")))
        (field("theme", t.groups_theme()).value(typed.theme.as_str()).hint(t.groups_theme_hint())
            .max_length(NAME_MAX).error(field_error(t, refusal, "theme")))
        (checkbox("excluded_from_sharing", t.groups_excluded()).checked(typed.excluded_from_sharing == "on")
            .hint(t.groups_excluded_hint()))
    }
}

/// What a group gives, in words: name of the field, and what stands in it.
fn in_words(t: Text, group: &Group) -> Vec<(String, String)> {
    let language = group.language.as_deref().and_then(Language::parse).map(Language::own_name);
    vec![
        (t.groups_name(), t.group_name(&group.name).into_owned()),
        (
            t.groups_role(),
            group
                .role
                .as_ref()
                .map_or_else(|| t.groups_role_none(), |role| t.role_name(&role.name, &role.display_name)),
        ),
        (t.groups_language(), language.map_or_else(|| t.groups_language_none(), str::to_owned)),
        (
            t.groups_session_minutes(),
            group.session_minutes.map_or_else(|| t.groups_role_none(), |minutes| t.groups_minutes(minutes)),
        ),
        (t.groups_theme(), group.theme.clone()),
        (t.groups_excluded(), if group.excluded_from_sharing { t.groups_yes() } else { t.groups_no() }),
    ]
}

fn read_only(t: Text, group: &Group) -> Markup {
    let mut rows = definitions();
    for (name, value) in in_words(t, group) {
        rows = rows.row(name, html! { bdi { (value) } });
    }
    html! { (rows) }
}

/// For the second of two editors: what stands there now where it differs from what they typed.
fn what_changed(t: Text, group: &Group, typed: &Typed) -> Markup {
    let now = Typed::of(group);
    let differs = [
        now.name != typed.name && group.kind == GroupKind::Plain,
        now.role != typed.role && group.kind == GroupKind::Plain,
        now.language != typed.language,
        now.session_minutes != typed.session_minutes.trim(),
        now.theme != typed.theme.trim(),
        now.excluded_from_sharing != typed.excluded_from_sharing,
    ];
    let mut rows = definitions();
    for ((name, value), _) in in_words(t, group).into_iter().zip(differs).filter(|(_, differs)| *differs) {
        rows = rows.row(name, html! { bdi { (value) } });
    }
    html! {
        (notice(Tone::Warning, html! { p { (t.groups_changed_notice()) } (rows) })
            .title(t.groups_changed_notice_title()))
    }
}

/// How many members a group has with those inside, as a way to them.
fn count_line(t: Text, group: &Group, count: i64) -> Markup {
    let count = t.up_to(count, COUNT_MAX);
    html! {
        p { a href={ (path_of(&group.id)) "/members?of=all" } { (t.groups_members_with_inside(count)) } }
    }
}

fn inside(
    t: Text,
    csrf: &str,
    group: &Group,
    nest: &Nest,
    manages: bool,
    typed: &str,
    refusal: Option<&Refusal>,
) -> Markup {
    let mut rows = table(t.groups_inside()).column(column(t.groups_name()));
    if manages {
        rows = rows.column(column(t.groups_inside_remove()).actions());
    }
    let remove = format!("{}/inside/remove", path_of(&group.id));
    for (id, name) in &nest.inside {
        let link = html! { a href=(path_of(id)) { bdi { (name) } } };
        let out = html! {
            (form(remove.as_str(), csrf).inline()
                .body(html! { (hidden("subgroup", id.as_str())) (button(t.groups_inside_remove()).small()) }))
        };
        rows = rows.row(if manages { vec![link, out] } else { vec![link] });
    }
    let add = format!("{}/inside", path_of(&group.id));
    html! {
        @if nest.inside.is_empty() { p { (t.groups_inside_none()) } } @else { (rows) }
        @if manages {
            (form(add, csrf).problems(t.web_problems(), problems(t, refusal)).body(html! {
                (group_field(t, "subgroup", t.groups_inside_add()).value(typed).required()
                    .error(field_error(t, refusal, "subgroup")))
                div.actions { (button(t.groups_inside_add_button())) }
            }))
        }
    }
}
