//! Users who were deleted, and bringing them back.

use axum::{
    Router,
    extract::{Path, Query},
    response::Response,
    routing::get,
};
use maud::{Markup, Render, html};
use seatwarden_base::{Error, Kind, Refusal, secret::Secret};
use serde::Deserialize;

use super::{
    super::{
        EMAIL_TAKEN,
        actions::{OtherNames, bring_back, bring_back_each, count_given, find_deleted, list_deleted},
        model::{DeletedUser, UNDO_DAYS},
    },
    acts::ACTS,
    fields,
    list::BULK,
    tabs::{BACK, Tab},
};
use crate::{
    accounts::passwords::pages::{OWN_PASSWORD, within_form},
    cx::{Cx, Permission},
    text::{Text, by_whom, name_key, rfc3339},
    web::{
        Form, WebResult,
        admin::{self, AdminPage},
        field_error,
        parts::{
            Icon, Tone, button, column, definitions, empty, field, form, hidden, link_button, moment, notice,
            page_header, pager, panel, search, table,
        },
        problems, see_other,
    },
};

/// Where those who were deleted are listed.
pub(super) const HERE: &str = "/admin/users/deleted";

pub(super) fn router() -> Router {
    Router::new()
        .route(HERE, get(list).post(undo_ticked))
        .route("/admin/users/deleted/{id}", get(one).post(undo))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    search: String,
    after: Option<i64>,
    after_id: String,
    done: String,
}

async fn list(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    list_page(&cx, &asked, &Outcome::default()).await
}

/// What came of bringing those back who were ticked.
#[derive(Default)]
struct Outcome {
    /// Why nothing was done.
    refusal: Option<Refusal>,
    /// Who could not be brought back, and why.
    left_out: Vec<(String, Refusal)>,
    /// Who was ticked.
    ids: Vec<String>,
}

impl Outcome {
    /// Of what is refused, that which asks for the caller's own password.
    fn asks_password(&self) -> Option<&Refusal> {
        let all = self.refusal.iter().chain(self.left_out.iter().map(|(_, why)| why));
        all.into_iter().find(|why| fields::asks_password(why))
    }
}

/// Brings back who is ticked; whoever cannot be is named with the reason.
async fn undo_ticked(cx: Cx, Form(typed): Form<Vec<(String, String)>>) -> WebResult {
    let (mut ids, mut password) = (Vec::new(), Secret::default());
    for (name, value) in typed {
        match name.as_str() {
            "id" => ids.push(value),
            OWN_PASSWORD => password = Secret::new(value),
            _ => {}
        }
    }
    match within_form(&cx, &password).await {
        Ok(cx) => bring_ticked_back(&cx, ids).await,
        Err(Error::Refusal(refusal)) => {
            let outcome = Outcome { refusal: Some(*refusal), ids, ..Outcome::default() };
            list_page(&cx, &Asked::default(), &outcome).await
        }
        Err(fault) => Err(fault.into()),
    }
}

async fn bring_ticked_back(cx: &Cx, ids: Vec<String>) -> WebResult {
    let (back, left_out) = match bring_back_each(cx, &ids).await {
        Err(Error::Refusal(refusal)) if refusal.kind == Kind::Invalid => {
            let outcome = Outcome { refusal: Some(*refusal), ..Outcome::default() };
            return list_page(cx, &Asked::default(), &outcome).await;
        }
        done => done?,
    };
    if left_out.is_empty() {
        return Ok(see_other(&format!("{HERE}?done={BACK}{back}")));
    }
    let asked = Asked { done: format!("{BACK}{back}"), ..Asked::default() };
    list_page(cx, &asked, &Outcome { left_out, ids, ..Outcome::default() }).await
}

/// What was done, as the address says it.
fn told(t: Text, done: &str) -> Option<String> {
    match done {
        "deleted" => Some(t.users_deleted_done()),
        _ => done.strip_prefix(BACK)?.parse().ok().map(|count: usize| t.users_undone_many(count)),
    }
}

/// The list, with why nothing was done, or with who could not be brought back and why.
async fn list_page(cx: &Cx, asked: &Asked, outcome: &Outcome) -> WebResult {
    let refusal = outcome.refusal.as_ref();
    let after = asked.after.map(|at_ms| (at_ms, asked.after_id.clone()));
    let (users, next) = list_deleted(cx, &asked.search, after).await?;
    let t = cx.text();
    let view =
        admin::view(cx, AdminPage::Users, t.users_deleted_title(), told(t, &asked.done)).refused(refusal);
    let mut rows = table(t.users_deleted_title())
        .tick_all(t.web_tick_all())
        .column(column(t.users_list_name()))
        .column(column(t.users_email()))
        .column(column(t.users_deleted_at()))
        .column(column(t.users_deleted_by()))
        .column(column(t.users_deleted_until()))
        .column(column(t.users_undo()).actions());
    for user in &users {
        rows = rows.row(row(cx, view.csrf(), user));
    }
    let next = next.map(|(at_ms, id)| {
        let pairs = [("search", asked.search.clone()), ("after", at_ms.to_string()), ("after_id", id)];
        format!("{HERE}?{}", serde_urlencoded::to_string(pairs).unwrap_or_default())
    });
    Ok(view.page(html! {
        (page_header(t.users_deleted_title()).lead(html! { (t.users_deleted_lead(UNDO_DAYS)) })
            .actions(html! {
                (link_button(t.users_list_acts(), ACTS))
                (link_button(t.users_title(), AdminPage::Users.path()))
            }))
        @if let Some(refusal) = refusal {
            @let (message, next) = t.refusal(refusal);
            (notice(Tone::Danger, html! { p { (message) " " (next.unwrap_or_default()) } }))
        }
        @if !outcome.left_out.is_empty() { (not_back(t, &outcome.left_out)) }
        @if let Some(why) = outcome.asks_password() { (once_more(cx, view.csrf(), why, &outcome.ids)) }
        (search(HERE, "search", t.users_search(), asked.search.as_str()))
        @if users.is_empty() { (empty(t.users_deleted_none(), t.users_deleted_none_lead())) }
        @else { (panel(html! { (rows) (bulk(t, view.csrf())) }).flush()) }
        (pager(t.users_deleted_title(), t.users_counted(users.len())).next(t.web_older(), next))
    }))
}

/// Who could not be brought back, each with the reason and what can be done about it.
fn not_back(t: Text, refused: &[(String, Refusal)]) -> Markup {
    let told = html! {
        p { (t.users_undone_left_out(refused.len())) }
        ul {
            @for (name, why) in refused {
                @let (message, next) = t.refusal(why);
                li { bdi { (name) } ": " (message) " " (next.unwrap_or_default()) }
            }
        }
    };
    notice(Tone::Warning, told).render()
}

/// The same once more, with the caller's own password; whoever is back by now stays so.
fn once_more(cx: &Cx, csrf: &str, why: &Refusal, ids: &[String]) -> Markup {
    let t = cx.text();
    let body = html! {
        @for id in ids { (hidden("id", id.as_str())) }
        (fields::own_password_if_asked(cx, Some(why)))
        div.actions { (button(t.users_undo()).primary().icon(Icon::Refresh)) }
    };
    panel(form(HERE, csrf).body(body)).render()
}

fn bulk(t: Text, csrf: &str) -> Markup {
    let body = html! {
        h2 data-ticked=(t.users_list_ticked("#")) { (t.users_list_bulk()) }
        (button(t.users_undo()).primary().icon(Icon::Refresh))
    };
    html! { div.bulk { (form(HERE, csrf).id(BULK).body(body)) } }
}

fn row(cx: &Cx, csrf: &str, user: &DeletedUser) -> [Markup; 6] {
    let t = cx.text();
    [
        html! {
            div.tick {
                input type="checkbox" form=(BULK) name="id" value=(user.id) aria-labelledby={ "user-" (user.id) };
                a id={ "user-" (user.id) } href={ (HERE) "/" (user.id) } { bdi { (user.display_name) } }
            }
        },
        html! {
            bdi { (user.email) }
            @if name_key(&user.user_name) != name_key(&user.email) { div.hint { bdi { (user.user_name) } } }
        },
        html! { (moment(t.ago(user.deleted_at_ms, cx.now_ms), rfc3339(user.deleted_at_ms))) },
        html! { bdi { (by_whom(t, &user.deleted_by)) } },
        html! { (moment(t.date(user.ends_at_ms), rfc3339(user.ends_at_ms))) },
        html! {
            (form(format!("{HERE}/{}", user.id), csrf).inline().body(html! {
                (button(t.users_undo()).small().icon(Icon::Refresh))
            }))
        },
    ]
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    email: String,
    user_name: String,
    /// The caller's own, if it was asked for.
    current_password: Secret,
}

async fn one(cx: Cx, Path(id): Path<String>) -> WebResult {
    let user = find_deleted(&cx, &id).await?;
    Ok(page(&cx, &user, &Typed::default(), None))
}

async fn undo(cx: Cx, Path(id): Path<String>, Form(typed): Form<Typed>) -> WebResult {
    let cx = match within_form(&cx, &typed.current_password).await {
        Ok(cx) => cx,
        Err(Error::Refusal(refusal)) => {
            return Ok(page(&cx, &find_deleted(&cx, &id).await?, &typed, Some(&refusal)));
        }
        Err(fault) => return Err(fault.into()),
    };
    let other = OtherNames { email: typed.email.clone(), user_name: typed.user_name.clone() };
    let given = count_given(&cx, &id).await?;
    match bring_back(&cx, &id, &other).await {
        Ok(user) => Ok(see_other(&format!("{}?done={BACK}{given}", Tab::Account.path(&user.person.id)))),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() || fields::asks_password(&refusal) => {
            let user = find_deleted(&cx, &id).await?;
            Ok(page(&cx, &user, &typed, Some(&refusal)))
        }
        Err(other) => Err(other.into()),
    }
}

fn page(cx: &Cx, user: &DeletedUser, typed: &Typed, refusal: Option<&Refusal>) -> Response {
    let t = cx.text();
    let title = t.users_undo_title(user.display_name.clone());
    let view = admin::view(cx, AdminPage::Users, title.clone(), None).refused(refusal);
    let is_taken = refusal.is_some_and(|refusal| refusal.code == EMAIL_TAKEN.code);
    let facts = definitions()
        .row(t.users_email(), html! { bdi { (user.email) } })
        .row(t.users_user_name(), html! { bdi { (user.user_name) } })
        .row(t.users_deleted_by(), html! { bdi { (by_whom(t, &user.deleted_by)) } })
        .row(t.users_deleted_until(), html! { (t.date(user.ends_at_ms)) });
    view.page(html! {
        (page_header(title).lead(html! { (t.users_undo_lead()) }))
        @if is_taken { (notice(Tone::Warning, html! { p { (t.users_undo_taken()) } })) }
        (panel(html! {
            (facts)
            p { (t.users_undo_back()) }
            p { (t.users_undo_ended()) }
            p { (t.users_undo_owned()) }
            @if cx.may(Permission::ReadOwnership) {
                p { a href=(AdminPage::Ownership.path()) { (t.users_undo_owned_link()) } }
            }
        }))
        (panel(form(format!("{HERE}/{}", user.id), view.csrf())
            .problems(t.web_problems(), problems(t, refusal))
            .body(html! {
                (field("email", t.users_undo_email()).email().autocomplete("off").value(typed.email.as_str())
                    .hint(t.users_undo_email_hint()).max_length(254).error(field_error(t, refusal, "email")))
                (field("user_name", t.users_undo_user_name()).autocomplete("off")
                    .value(typed.user_name.as_str()).max_length(254)
                    .error(field_error(t, refusal, "userName")))
                (fields::own_password_if_asked(cx, refusal))
                div.actions {
                    (button(t.users_undo()).primary().icon(Icon::Refresh))
                    (link_button(t.web_cancel(), HERE))
                }
            })))
    })
}
