//! The members of a group: looking, adding, removing. Suggestions are links and buttons, so they need no
//! script.

use std::collections::HashSet;

use axum::{
    Router,
    extract::{Path, Query},
    http::StatusCode,
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::{Error, Kind, Refusal};
use serde::Deserialize;

use super::{
    super::{
        Added, GroupKind, Page, WantedMembers, add_members, count_inside, find, invited_among, members,
        model::{AT_ONCE_MAX, COUNT_MAX, Group},
        remove_members, suggest,
    },
    group_tabs, may_change, path_of, query, under_way_notice, view,
};
use crate::{
    cx::{Cx, Person},
    text::Text,
    web::{
        Form, WebResult,
        admin::AdminPage,
        parts::{
            Icon, Tone, badge, button, chips, column, empty, field, form, hidden, link_button, notice,
            page_header, pager, panel, search, table,
        },
        problems, see_other,
    },
};

pub(super) fn router() -> Router {
    Router::new()
        .route("/admin/groups/{id}/members", get(show).post(add))
        .route("/admin/groups/{id}/members/remove", post(remove))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    search: String,
    /// `all` takes in the groups inside.
    of: String,
    after: String,
    /// The beginning of a name to be suggested.
    find: String,
    done: String,
}

impl Asked {
    fn inside(&self) -> bool {
        self.of == "all"
    }

    fn href(&self, path: &str, of: &str, after: &str) -> String {
        let query = query(&[("search", self.search.trim()), ("of", of), ("after", after)]);
        format!("{path}?{query}")
    }
}

async fn show(cx: Cx, Path(id): Path<String>, Query(asked): Query<Asked>) -> WebResult {
    let group = find(&cx, &id).await?;
    page(&cx, &group, &asked, Shown::default()).await
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    who: String,
}

/// What was typed, name by name.
fn names(typed: &str) -> Vec<String> {
    let names = typed.split([',', ';', '\n', '\r', '\t']).map(str::trim);
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

async fn add(cx: Cx, Path(id): Path<String>, Form(typed): Form<Typed>) -> WebResult {
    let outcome = match add_members(&cx, &id, &names(&typed.who)).await {
        // What was pasted is not lost by it.
        Err(Error::Refusal(refusal))
            if matches!(refusal.kind, Kind::Invalid | Kind::Conflict | Kind::TooLarge) =>
        {
            let group = find(&cx, &id).await?;
            let shown = Shown { refused: Some((&refusal, &typed.who)), ..Shown::default() };
            return page(&cx, &group, &Asked::default(), shown).await;
        }
        outcome => outcome?,
    };
    if !outcome.leaves_some() && !outcome.done.is_empty() {
        let done = format!("added.{}", outcome.done.len());
        return Ok(see_other(&format!("{}/members?done={done}", path_of(&id))));
    }
    let group = find(&cx, &id).await?;
    page(&cx, &group, &Asked::default(), Shown { outcome: Some(&outcome), ..Shown::default() }).await
}

async fn remove(cx: Cx, Path(id): Path<String>, Form(typed): Form<Typed>) -> WebResult {
    let outcome = remove_members(&cx, &id, &names(&typed.who)).await?;
    if !outcome.beyond.is_empty() {
        let group = find(&cx, &id).await?;
        return page(&cx, &group, &Asked::default(), Shown { outcome: Some(&outcome), ..Shown::default() })
            .await;
    }
    Ok(see_other(&format!("{}/members?done=removed.{}", path_of(&id), outcome.done.len())))
}

/// What the page says of adding people.
#[derive(Clone, Copy, Default)]
struct Shown<'a> {
    /// What became of them, where not all could be added.
    outcome: Option<&'a Added>,
    /// Why none was, and what was typed.
    refused: Option<(&'a Refusal, &'a str)>,
}

async fn page(cx: &Cx, group: &Group, asked: &Asked, shown: Shown<'_>) -> WebResult {
    let t = cx.text();
    let Shown { outcome, refused } = shown;
    let mut view =
        view(cx, t.group_name(&group.name).into_owned(), &asked.done).refused(refused.map(|(why, _)| why));
    // Where some were added, the page is the answer to that; only if nothing came of it, it is a refusal.
    if outcome.is_some_and(|outcome| outcome.done.is_empty() && outcome.leaves_some()) {
        view = view.status(StatusCode::UNPROCESSABLE_ENTITY);
    }
    if group.kind != GroupKind::Plain {
        return Ok(view.page(html! {
            (page_header(t.group_name(&group.name)))
            (group_tabs(t, group, true))
            (derived(t, group.kind))
        }));
    }
    let path = format!("{}/members", path_of(&group.id));
    let wanted = WantedMembers { search: &asked.search, after: &asked.after, inside: asked.inside() };
    let listed = members(cx, &group.id, wanted).await?;
    let invited = invited_among(cx, &listed.items).await?;
    let only_inside = if listed.items.is_empty() && !asked.inside() && asked.search.trim().is_empty() {
        count_inside(cx, &[&group.id]).await?.into_values().find(|count| *count > 0)
    } else {
        None
    };
    let adds = may_change(cx, group);
    let suggested = if adds { suggest(cx, &group.id, &asked.find).await? } else { Vec::new() };
    Ok(view.page(html! {
        (page_header(t.group_name(&group.name)).lead(html! { (t.groups_members_lead()) }))
        (group_tabs(t, group, true))
        (under_way_notice(t, group))
        @if let Some(outcome) = outcome { (told(t, outcome)) }
        @if adds { (panel(adding(t, view.csrf(), &path, asked, &suggested, shown)).title(t.groups_add_title())) }
        (chips(t.groups_members())
            .chip(t.groups_members_direct(), asked.href(&path, "", ""), !asked.inside())
            .chip(t.groups_members_all(), asked.href(&path, "all", ""), asked.inside()))
        (search(path.as_str(), "search", t.groups_members_search(), asked.search.as_str()))
        @if let Some(count) = only_inside {
            (panel(empty(
                t.groups_members_only_inside(), t.groups_members_only_inside_lead(t.up_to(count, COUNT_MAX)),
            ).icon(Icon::Users).action(link_button(
                t.groups_members_only_inside_show(), asked.href(&path, "all", ""),
            ))))
        } @else { (list(t, view.csrf(), &path, asked, (&listed, &invited), adds)) }
    }))
}

fn derived(t: Text, kind: GroupKind) -> Markup {
    let text =
        if kind == GroupKind::Everyone { t.groups_everyone_notice() } else { t.groups_admins_notice() };
    html! {
        (notice(Tone::Info, html! { (text) })
            .action(link_button(t.groups_see_users(), AdminPage::Users.path()).small()))
    }
}

/// What became of people of whom not all could be added.
fn told(t: Text, outcome: &Added) -> Markup {
    let tone = if outcome.leaves_some() { Tone::Warning } else { Tone::Info };
    html! {
        (notice(tone, html! {
            @if !outcome.done.is_empty() { p { (t.groups_added_some(outcome.done.len())) } }
            @if outcome.already > 0 { p { (t.groups_already_some(outcome.already)) } }
            @for (title, names) in [
                (t.groups_unknown_some(), &outcome.unknown), (t.groups_beyond_some(), &outcome.beyond),
            ] {
                @if !names.is_empty() {
                    p { (title) }
                    ul { @for name in names.iter().take(50) { li { bdi { (name) } } } }
                }
            }
        }))
    }
}

fn adding(
    t: Text,
    csrf: &str,
    path: &str,
    asked: &Asked,
    suggested: &[Person],
    Shown { outcome, refused }: Shown<'_>,
) -> Markup {
    let (refusal, typed) = refused.unzip();
    let left = outcome.map(|outcome| outcome.unknown.join("\n"));
    let left = left.or_else(|| typed.map(str::to_owned)).unwrap_or_default();
    html! {
        (form(path, "").get().body(html! {
            (field("find", t.groups_find()).value(asked.find.as_str()).hint(t.groups_find_hint()).max_length(254))
            div.actions { (button(t.groups_find_button()).icon(Icon::Search)) }
        }))
        @if !asked.find.trim().is_empty() {
            @if suggested.is_empty() { p { (t.groups_find_none()) } }
            @else {
                ul.rows {
                    @for person in suggested {
                        li {
                            (named(person))
                            (form(path, csrf).inline().body(html! {
                                (hidden("who", person.id.as_str())) (button(t.groups_add()).small().icon(Icon::Plus))
                            }))
                        }
                    }
                }
            }
        }
        details open[!left.is_empty()] {
            summary { (t.groups_paste()) }
            (form(path, csrf).problems(t.web_problems(), problems(t, refusal)).body(html! {
                (field("who", t.groups_paste()).text_area(6).value(left).hint(t.groups_paste_hint(AT_ONCE_MAX)))
                div.actions { (button(t.groups_paste_button())) }
            }))
        }
    }
}

fn named(person: &Person) -> Markup {
    html! {
        div {
            bdi { (person.display_name()) }
            span.quiet-line { bdi { (person.email) } }
        }
    }
}

/// The members on a page, and ids of those among them who have not accepted their invitation yet.
type Members<'a> = (&'a Page<Person>, &'a HashSet<String>);

fn list(
    t: Text,
    csrf: &str,
    path: &str,
    asked: &Asked,
    (listed, invited): Members<'_>,
    removes: bool,
) -> Markup {
    if listed.items.is_empty() {
        return if asked.search.trim().is_empty() {
            html! { (panel(empty(t.groups_members_none(), t.groups_members_none_lead()).icon(Icon::Users))) }
        } else {
            html! { (panel(empty(t.groups_members_no_match(), t.groups_members_no_match_lead()))) }
        };
    }
    let removes = removes && !asked.inside();
    let mut rows = table(t.groups_members())
        .column(column(t.groups_member()))
        .column(column(t.groups_member_email()))
        .column(column(t.groups_member_role()));
    if removes {
        rows = rows.column(column(t.groups_member_remove()).actions());
    }
    let remove = format!("{path}/remove");
    for person in &listed.items {
        let mut cells = vec![
            html! {
                a href={ (AdminPage::Users.path()) "/" (person.id) } { bdi { (person.display_name()) } }
                @if invited.contains(&person.id) { " " (badge(Tone::Info, t.users_state_invited())) }
                @else if !person.active { " " (badge(Tone::Warning, t.groups_member_inactive())) }
            },
            html! { bdi { (person.email) } },
            html! { (t.role_name(&person.role.name, &person.role.display_name)) },
        ];
        if removes {
            cells.push(html! {
                (form(remove.as_str(), csrf).inline().body(html! {
                    (hidden("who", person.id.as_str())) (button(t.groups_member_remove()).small())
                }))
            });
        }
        rows = rows.row(cells);
    }
    let counted = if listed.total > COUNT_MAX {
        t.groups_members_counted_many(COUNT_MAX)
    } else {
        t.groups_members_counted(listed.total)
    };
    let first = (!asked.after.is_empty()).then(|| asked.href(path, &asked.of, ""));
    let next = listed.next.as_deref().map(|next| asked.href(path, &asked.of, next));
    let pages =
        pager(t.groups_members(), counted).previous(t.groups_to_first(), first).next(t.groups_next(), next);
    html! { (panel(html! { (rows) (pages) }).flush()) }
}
