//! All roles, and the grid of what the built-in ones allow.

use axum::{Router, extract::Query, routing::get};
use maud::{Markup, html};
use serde::Deserialize;

use super::{
    super::{Details, list_detailed, model::COUNT_MAX},
    HERE, name_of, path_of, permission_meaning, permission_name, view,
    words::standing_name,
};
use crate::{
    cx::{BUILT_IN, BaseRole, Cx, Permission, Standing},
    text::Text,
    web::{
        WebResult,
        parts::{Icon, Tone, badge, column, empty, link_button, mark, page_header, panel, table},
    },
};

pub(super) fn router() -> Router {
    Router::new().route(HERE, get(show))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    done: String,
}

async fn show(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let roles = list_detailed(&cx).await?;
    let t = cx.text();
    let view = view(&cx, t.roles_title(), &asked.done);
    let has_custom = roles.iter().any(|details| !details.is_built_in());
    let new = link_button(t.roles_new(), format!("{HERE}/new")).primary().icon(Icon::Plus);
    Ok(view.page(html! {
        (page_header(t.roles_title()).lead(html! { (t.roles_lead()) }).actions(new))
        (panel(html! {
            (rows(t, &roles))
            @if !has_custom { (empty(t.roles_none(), t.roles_none_lead()).icon(Icon::Shield)) }
        }).flush())
        (panel(grid(t)).title(t.roles_grid()).lead(html! { (t.roles_grid_lead()) }).flush())
    }))
}

fn rows(t: Text, roles: &[Details]) -> Markup {
    let mut rows = table(t.roles_title())
        .column(column(t.roles_role()))
        .column(column(t.roles_users()).numeric())
        .column(column(t.roles_copy()).actions());
    for details in roles {
        let role = &details.role;
        let base = t.role_name(role.base.name(), role.base.display_name());
        rows = rows.row([
            html! {
                a href=(path_of(&role.id)) { bdi { (name_of(t, role)) } }
                @if !details.is_built_in() {
                    " " (badge(Tone::Info, t.roles_custom()))
                    span.quiet-line { (t.roles_based_on(base)) }
                    @if !details.description.is_empty() { span.quiet-line { bdi { (details.description) } } }
                }
            },
            html! { a href={ "/admin/users?role=" (role.id) } { (t.up_to(details.users, COUNT_MAX)) } },
            html! {
                @if role.base != BaseRole::Super {
                    (link_button(t.roles_copy(), format!("{HERE}/new?from={}", role.id)).small())
                }
            },
        ]);
    }
    html! { (rows) }
}

fn grid(t: Text) -> Markup {
    let mut grid = table(t.roles_grid()).column(column(t.roles_permission()));
    for base in BUILT_IN {
        grid = grid.column(column(t.role_name(base.name(), base.display_name())));
    }
    for permission in Permission::ALL.iter().copied() {
        let named = html! {
            (permission_name(t, permission))
            span.quiet-line { (permission_meaning(t, permission)) }
        };
        let cells = BUILT_IN.into_iter().map(|base| standing(t, permission.standing(base)));
        grid = grid.row(std::iter::once(named).chain(cells));
    }
    html! { div.grid { (grid) } }
}

/// What a role says about a permission: the colour and the icon say it too, a lock that it is fixed.
pub(super) fn standing(t: Text, standing: Standing) -> Markup {
    let (tone, icon) = match standing {
        Standing::Always => (Tone::Success, Icon::Lock),
        Standing::Allow => (Tone::Success, Icon::Check),
        Standing::Deny => (Tone::Plain, Icon::Close),
        Standing::Never => (Tone::Plain, Icon::Lock),
    };
    html! { (mark(tone, icon, standing_name(t, standing))) }
}
