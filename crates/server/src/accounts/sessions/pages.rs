//! Admin > Sessions: who is signed in, and ending it.

use axum::{
    Router,
    extract::{Path, Query},
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::Result;
use serde::Deserialize;

use super::{
    actions,
    actions::Offered,
    device::Device,
    model::{Filter, Living},
    table,
};
use crate::{
    cx::{Cx, Permission, Person, Proof},
    text::{Text, rfc3339},
    web::{
        Form, WebResult,
        admin::{self, AdminPage},
        parts::{
            self, Icon, Tone, badge, button, column, confirmation, empty, field, form, hidden, link_button,
            moment, notice, page_header, pager, panel, select,
        },
        place, read_place, see_other,
    },
};

const HERE: &str = AdminPage::Sessions.path();
const EXPORT: &str = "/admin/sessions/export";
const REVOKE_ALL: &str = "/admin/sessions/revoke-all";
/// How many sessions a page shows.
const PAGE: i64 = 50;

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .route(HERE, get(show))
        .route(EXPORT, get(export))
        .route("/admin/sessions/{id}/revoke", post(revoke))
        .route("/admin/sessions/users/{id}/revoke", get(ask_revoke_user).post(revoke_user))
        .route(REVOKE_ALL, get(ask_revoke_all).post(revoke_all))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    search: String,
    role: String,
    after: String,
    done: String,
    count: i64,
}

impl Asked {
    /// The address of this list, or of what is below it, from another place on.
    fn href(&self, path: &str, after: &str) -> String {
        let fields = [("search", self.search.trim()), ("role", self.role.as_str()), ("after", after)];
        let fields: Vec<_> = fields.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        match serde_urlencoded::to_string(fields).unwrap_or_default().as_str() {
            "" => path.to_owned(),
            query => format!("{path}?{query}"),
        }
    }

    fn filter(&self) -> Result<Filter> {
        let after = read_place(&self.after)?;
        Ok(Filter { search: self.search.clone(), role: self.role.clone(), after, limit: PAGE })
    }
}

async fn show(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let filter = asked.filter()?;
    let page = actions::list(&cx, &filter).await?;
    let offered = actions::offered_roles(&cx, &asked.role).await?;
    let count = actions::count_fitting(&cx, &filter, &page).await?;
    let has_others = actions::count_living(&cx, 2).await? > 1;
    let t = cx.text();
    let said = match asked.done.as_str() {
        "revoked" => Some(t.sessions_revoked()),
        "revoked-many" => Some(t.sessions_revoked_many(asked.count)),
        _ => None,
    };
    let view = admin::view(&cx, AdminPage::Sessions, t.sessions_title(), said);
    let header = page_header(t.sessions_title()).lead(html! { (t.sessions_lead()) }).actions(html! {
        (link_button(t.web_export_csv(), asked.href(EXPORT, "")).download())
        @if has_others { (link_button(t.sessions_revoke_all(), REVOKE_ALL).danger()) }
    });
    let next = page.next.as_ref().map(|(at_ms, id)| asked.href(HERE, &place(*at_ms, id)));
    let first = (!asked.after.is_empty()).then(|| asked.href(HERE, ""));
    let counted =
        if count.more { t.sessions_counted_more(count.known) } else { t.sessions_counted(count.known) };
    Ok(view.page(html! {
        (header)
        (panel(filters(t, view.csrf(), &asked, &offered)))
        @if page.sessions.is_empty() {
            (empty(t.sessions_none(), t.sessions_none_lead()).icon(Icon::Devices)
                .action(link_button(t.sessions_show_all(), HERE)))
        } @else { (panel(list(&cx, view.csrf(), &asked, &page.sessions)).flush()) }
        @if page.is_cut { (notice(Tone::Info, html! { p { (t.web_looked_at(actions::WINDOW)) } })) }
        (pager(t.sessions_title(), counted).previous(t.web_newest(), first).next(t.web_older(), next))
    }))
}

/// One form, so that a search keeps the role and the other way round.
fn filters(t: Text, csrf: &str, asked: &Asked, offered: &Offered) -> Markup {
    let mut role = select("role", t.sessions_role()).option("", t.sessions_all_roles());
    for it in &offered.roles {
        role = role.option(it.id.as_str(), t.role_name(&it.name, &it.display_name));
    }
    let chosen = offered.chosen.as_ref().map_or("", |role| role.id.as_str());
    let is_filtered = !asked.search.trim().is_empty() || offered.chosen.is_some();
    let body = html! {
        div.row.wide {
            (field("search", t.sessions_search()).value(asked.search.as_str()).max_length(254).autocomplete("off"))
            (role.value(chosen))
        }
        div.actions {
            (button(t.sessions_show()).primary())
            @if is_filtered { (link_button(t.sessions_show_all(), HERE)) }
        }
    };
    html! { (form(HERE, csrf).get().body(body)) }
}

/// What the list shows, from its beginning, as a file.
async fn export(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let filter = Asked { after: String::new(), ..asked }.filter()?;
    Ok(table::file(&cx, actions::export(&cx, filter).await?))
}

fn list(cx: &Cx, csrf: &str, asked: &Asked, sessions: &[Living]) -> Markup {
    let t = cx.text();
    let own = match cx.signed_in().map(|signed_in| &signed_in.proof) {
        Ok(Proof::Session { id, .. }) => id.as_str(),
        _ => "",
    };
    let back = asked.href(HERE, &asked.after);
    let mut list = parts::table(t.sessions_title())
        .column(column(t.sessions_user_name()))
        .column(column(t.sessions_name()))
        .column(column(t.sessions_domain()))
        .column(column(t.sessions_current()).numeric())
        .column(column(t.sessions_duration()))
        .column(column(t.sessions_device()))
        .column(column(t.sessions_last_seen()))
        .column(column(t.sessions_revoke()).actions());
    for living in sessions {
        list = list.row(row(cx, csrf, &back, living, living.session.id == own));
    }
    html! { (list) }
}

fn row(cx: &Cx, csrf: &str, back: &str, living: &Living, is_own: bool) -> [Markup; 8] {
    let t = cx.text();
    let (session, person) = (&living.session, &living.person);
    let device = Device::of(&session.user_agent);
    let device: Vec<&str> =
        [device.browser.as_str(), device.system.as_str()].into_iter().filter(|it| !it.is_empty()).collect();
    let seconds = u64::try_from((cx.now_ms - session.created_at_ms) / 1_000).unwrap_or_default();
    let user = format!("/admin/users/{}", person.id);
    let of_user = format!("/admin/sessions/users/{}/revoke", person.id);
    let reach = cx.require_reach(&person.role).is_ok();
    [
        html! {
            a href=(user) { bdi { (person.user_name) } }
            @if is_own { " " (badge(Tone::Success, t.sessions_own())) }
        },
        html! { bdi { (person.display_name()) } },
        html! { bdi { (domain(person)) } },
        html! {
            (t.number(living.of_user))
            @if reach && living.of_user > 1 { br; a href=(of_user) { (t.sessions_revoke_user()) } }
        },
        html! { (t.duration(rounded(seconds))) },
        html! {
            @if device.is_empty() { (t.sessions_unknown_device()) } @else { bdi { (device.join(" · ")) } }
            br; bdi.mono { (session.ip) }
        },
        html! { (moment(t.ago(session.seen_at_ms, cx.now_ms), rfc3339(session.seen_at_ms))) },
        html! {
            @if reach {
                (form(format!("/admin/sessions/{}/revoke", session.id), csrf).inline().body(html! {
                    (hidden("back", back)) (button(t.sessions_revoke()).small())
                }))
            }
        },
    ]
}

/// What stands behind the @ of the address that the user signs in with.
fn domain(person: &Person) -> &str {
    person.email.rsplit_once('@').map_or("", |(_, domain)| domain)
}

/// A length of time as people say it: 47 minutes, 3 hours, 12 days.
const fn rounded(seconds: u64) -> u64 {
    const MINUTE: u64 = 60;
    const HOUR: u64 = 60 * MINUTE;
    const DAY: u64 = 24 * HOUR;
    match seconds {
        0..MINUTE => MINUTE,
        MINUTE..7_200 => seconds / MINUTE * MINUTE,
        7_200..172_800 => seconds / HOUR * HOUR,
        _ => seconds / DAY * DAY,
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Back {
    back: String,
}

async fn revoke(cx: Cx, Path(id): Path<String>, Form(typed): Form<Back>) -> WebResult {
    actions::revoke(&cx, &id).await?;
    Ok(see_other(&back_to(&typed.back)))
}

/// The list as it was shown, if that is where it came from, with a word about what was done.
fn back_to(back: &str) -> String {
    let query = back.strip_prefix(HERE).and_then(|rest| rest.strip_prefix('?')).unwrap_or_default();
    let plain = query.bytes().all(|byte| byte.is_ascii_graphic());
    if query.is_empty() || !plain {
        format!("{HERE}?done=revoked")
    } else {
        format!("{HERE}?{query}&done=revoked")
    }
}

async fn ask_revoke_user(cx: Cx, Path(id): Path<String>) -> WebResult {
    let (person, count) = actions::count_of_user(&cx, &id).await?;
    let t = cx.text();
    let view = admin::view(&cx, AdminPage::Sessions, t.sessions_revoke_user(), None);
    let action = format!("/admin/sessions/users/{id}/revoke");
    Ok(view.page(
        confirmation(t.sessions_revoke_user_title(person.display_name()), action, view.csrf())
            .effect(html! { p { (t.sessions_revoke_effect(count)) } p { (t.sessions_revoke_tokens()) } })
            .yes(button(t.sessions_revoke_user()).danger())
            .back(t.web_cancel(), HERE),
    ))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Confirmed {
    confirmed: String,
}

async fn revoke_user(cx: Cx, Path(id): Path<String>, Form(typed): Form<Confirmed>) -> WebResult {
    cx.require(Permission::ManageSessions)?;
    if typed.confirmed != "yes" {
        return Ok(see_other(&format!("/admin/sessions/users/{id}/revoke")));
    }
    let ended = actions::revoke_all_of(&cx, &id).await?;
    Ok(see_other(&format!("{HERE}?done=revoked-many&count={ended}")))
}

async fn ask_revoke_all(cx: Cx) -> WebResult {
    let count = actions::count_living(&cx, actions::COUNT_MAX + 1).await?;
    let t = cx.text();
    let view = admin::view(&cx, AdminPage::Sessions, t.sessions_revoke_all(), None);
    let effect = if count > actions::COUNT_MAX {
        t.sessions_revoke_all_effect_more(actions::COUNT_MAX)
    } else {
        t.sessions_revoke_all_effect(count.saturating_sub(1))
    };
    Ok(view.page(
        confirmation(t.sessions_revoke_all_title(), REVOKE_ALL, view.csrf())
            .effect(html! { p { (effect) } p { (t.sessions_revoke_tokens()) } })
            .yes(button(t.sessions_revoke_all()).danger())
            .back(t.web_cancel(), HERE),
    ))
}

async fn revoke_all(cx: Cx, Form(typed): Form<Confirmed>) -> WebResult {
    cx.require(Permission::ManageSessions)?;
    if typed.confirmed != "yes" {
        return Ok(see_other(REVOKE_ALL));
    }
    let ended = actions::revoke_all_but_mine(&cx).await?;
    Ok(see_other(&format!("{HERE}?done=revoked-many&count={ended}")))
}
