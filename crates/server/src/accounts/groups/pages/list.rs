//! The list of groups.

use std::collections::HashMap;

use axum::{Router, extract::Query, routing::get};
use maud::{Markup, html};
use serde::Deserialize;

use super::{
    super::{Listed, Sort, Wanted, actions, count_inside, list, model::COUNT_MAX, table},
    HERE,
    deleted::DELETED,
    mark, may_manage, path_of, query, view,
};
use crate::{
    cx::Cx,
    text::{Language, rfc3339},
    web::{
        WebResult,
        parts::{self, Icon, column, empty, link_button, moment, page_header, pager, panel, search},
    },
};

pub(super) fn router() -> Router {
    Router::new().route(HERE, get(show)).route(EXPORT, get(export))
}

const EXPORT: &str = "/admin/groups/export";

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    search: String,
    sort: String,
    after: String,
    done: String,
}

impl Asked {
    fn sort(&self) -> Sort {
        if self.sort == "changed" { Sort::Changed } else { Sort::Name }
    }

    /// The address of this list, with some of it changed.
    fn href(&self, sort: Sort, after: &str) -> String {
        self.below(HERE, sort, after)
    }

    fn wanted(&self) -> Wanted {
        Wanted { search: self.search.clone(), sort: self.sort(), after: self.after.clone(), limit: None }
    }

    /// The same of an address below.
    fn below(&self, path: &str, sort: Sort, after: &str) -> String {
        let all = [
            ("search", self.search.trim()),
            ("sort", if sort == Sort::Changed { "changed" } else { "" }),
            ("after", after),
        ];
        let query = query(&all);
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }
}

/// What the list shows, from its beginning, as a file.
async fn export(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let wanted = Wanted { after: String::new(), ..asked.wanted() };
    Ok(table::file(&cx, actions::export(&cx, wanted).await?))
}

async fn show(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let page = list(&cx, &asked.wanted()).await?;
    let around: Vec<&str> =
        page.items.iter().filter(|it| it.inside > 0).map(|it| it.group.id.as_str()).collect();
    let inside = count_inside(&cx, &around).await?;
    let t = cx.text();
    let view = view(&cx, t.groups_title(), &asked.done);
    let header = page_header(t.groups_title()).lead(html! { (t.groups_lead()) }).actions(html! {
        @if may_manage(&cx) {
            (link_button(t.groups_new(), format!("{HERE}/new")).primary().icon(Icon::Plus))
            (link_button(t.groups_deleted_title(), DELETED).quiet())
        }
        (link_button(t.web_export_csv(), asked.below(EXPORT, asked.sort(), "")).download())
    });
    let counted =
        if page.total > COUNT_MAX { t.groups_counted_many(COUNT_MAX) } else { t.groups_counted(page.total) };
    let first = (!asked.after.is_empty()).then(|| asked.href(asked.sort(), ""));
    let next = page.next.as_deref().map(|next| asked.href(asked.sort(), next));
    let pages =
        pager(t.groups_title(), counted).previous(t.groups_to_first(), first).next(t.groups_next(), next);
    Ok(view.page(html! {
        (header)
        (search(HERE, "search", t.groups_search(), asked.search.as_str()))
        @if page.items.is_empty() { (panel(empty(t.groups_none(), t.groups_none_lead()).icon(Icon::Users))) }
        @else { (panel(html! { (rows(&cx, &asked, &page.items, &inside)) (pages) }).flush()) }
    }))
}

/// The table; `inside` has the counts with the groups inside, for those groups that have any.
fn rows(cx: &Cx, asked: &Asked, groups: &[Listed], inside: &HashMap<String, i64>) -> Markup {
    let t = cx.text();
    let now = |sort, when| if asked.sort() == sort { when } else { parts::Sort::None };
    let mut rows = parts::table(t.groups_title())
        .column(
            column(t.groups_name()).sort(now(Sort::Name, parts::Sort::Ascending), asked.href(Sort::Name, "")),
        )
        .column(column(t.groups_members()).numeric())
        .column(column(t.groups_role()))
        .column(column(t.groups_language()))
        .column(
            column(t.groups_changed())
                .sort(now(Sort::Changed, parts::Sort::Descending), asked.href(Sort::Changed, "")),
        );
    for listed in groups {
        rows = rows.row(row(cx, listed, inside.get(&listed.group.id).copied()));
    }
    html! { (rows) }
}

fn row(cx: &Cx, listed: &Listed, inside: Option<i64>) -> [Markup; 5] {
    let t = cx.text();
    let group = &listed.group;
    let language = group.language.as_deref().and_then(Language::parse).map(Language::own_name);
    [
        html! {
            a href=(path_of(&group.id)) { bdi { (t.group_name(&group.name)) } }
            (mark(t, group))
            @if listed.inside > 0 { span.quiet-line { (t.groups_inside_count(listed.inside)) } }
        },
        html! {
            div {
                a href={ (path_of(&group.id)) "/members" } { (t.up_to(listed.members, COUNT_MAX)) }
                @if let Some(inside) = inside {
                    span.quiet-line {
                        a href={ (path_of(&group.id)) "/members?of=all" } {
                            (t.groups_count_with_inside(t.up_to(inside, COUNT_MAX)))
                        }
                    }
                }
            }
        },
        html! { @if let Some(role) = &group.role { (t.role_name(&role.name, &role.display_name)) } },
        html! { @if let Some(language) = language { bdi { (language) } } },
        html! { (moment(t.ago(group.updated_at_ms, cx.now_ms), rfc3339(group.updated_at_ms))) },
    ]
}
