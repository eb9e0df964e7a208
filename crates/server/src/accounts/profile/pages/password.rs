//! Password: three fields, and the rules as one types.

use axum::{
    Router,
    extract::Query,
    response::{Html, IntoResponse, Response},
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal, Result, secret::Secret};
use serde::Deserialize;

use super::{
    super::access::{self, Open},
    Asked, may_change, path, read_only, view,
};
use crate::{
    accounts::{
        feature_management::ProfileTab,
        passwords::{self, About, Change},
    },
    cx::{Cx, Origin},
    web::{
        Form, WebResult, cookies, field_error,
        parts::{Tone, button, checkbox, field, form, notice, page_header, panel},
        problems, see_other,
    },
};

const TAB: ProfileTab = ProfileTab::Password;
const HERE: &str = path(TAB);
const CHECK: &str = "/profile/password/check";

pub(super) fn router() -> Router {
    Router::new().route(HERE, get(show).post(save)).route(CHECK, post(check))
}

async fn show(cx: Cx, Query(asked): Asked) -> WebResult {
    let switches = access::require(&cx, TAB).await?;
    page(&cx, switches, (true, false), None, &asked.done).await
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    current_password: Secret,
    #[serde(default)]
    new_password: Secret,
    #[serde(default)]
    repeat_password: Secret,
    #[serde(default)]
    end_others: String,
    #[serde(default)]
    end_tokens: String,
}

async fn save(cx: Cx, Form(typed): Form<Typed>) -> WebResult {
    let switches = access::require(&cx, TAB).await?;
    let change = Change {
        current: typed.current_password,
        new: typed.new_password,
        repeat: typed.repeat_password,
        end_others: !typed.end_others.is_empty(),
        end_tokens: !typed.end_tokens.is_empty(),
    };
    match passwords::change_own(&cx, &change).await {
        Ok(session) => {
            if let Some(started) = session {
                cookies::renew(&cx, &started);
            }
            Ok(see_other(&format!("{HERE}?done=password")))
        }
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => {
            page(&cx, switches, (change.end_others, change.end_tokens), Some(&refusal), "").await
        }
        Err(other) => Err(other.into()),
    }
}

#[derive(Deserialize)]
struct Candidate {
    #[serde(default)]
    password: Secret,
}

/// The rules with what the password being typed meets already: a piece of the page.
async fn check(cx: Cx, Form(typed): Form<Candidate>) -> WebResult {
    access::require(&cx, TAB).await?;
    Ok(Html(rules(&cx, &typed.password).await?.0).into_response())
}

async fn rules(cx: &Cx, password: &Secret) -> Result<Markup> {
    let states = passwords::strength(cx, password, &About::person(cx.person()?)).await?;
    Ok(passwords::pages::rules(cx.text(), &states, !password.is_empty()))
}

async fn page(
    cx: &Cx,
    switches: Open,
    (end_others, end_tokens): (bool, bool),
    refusal: Option<&Refusal>,
    done: &str,
) -> WebResult {
    let t = cx.text();
    let view = view(cx, switches, HERE, t.profile_password(), done).refused(refusal);
    let person = cx.person()?;
    if person.origin == Origin::Sso {
        return Ok(view.page(html! {
            (page_header(t.profile_password()))
            (notice(Tone::Info, html! { p { (t.profile_sso_password()) } }))
        }));
    }
    if !may_change(cx) {
        return Ok(view.page(html! { (page_header(t.profile_password())) (read_only(t)) }));
    }
    let rules = rules(cx, &Secret::default()).await?;
    let body = html! {
        input type="hidden" name="username" autocomplete="username" value=(person.email);
        (field("current_password", t.profile_current_password()).current_password(t.web_show_password()).required()
            .error(field_error(t, refusal, "current_password")))
        (field("new_password", t.profile_new_password()).new_password(t.web_show_password()).required()
            .live_check(CHECK, &rules).error(field_error(t, refusal, "new_password")))
        (field("repeat_password", t.profile_repeat_password()).new_password(t.web_show_password()).required()
            .error(field_error(t, refusal, "repeat_password")))
        (checkbox("end_others", t.profile_end_others()).checked(end_others))
        (checkbox("end_tokens", t.profile_end_tokens()).hint(t.profile_end_tokens_hint()).checked(end_tokens))
        div.actions { (button(t.web_save()).primary()) }
    };
    let response: Response = view.page(html! {
        (page_header(t.profile_password()).lead(html! { (t.profile_password_lead()) }))
        (panel(form(HERE, view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(body)))
    });
    Ok(response)
}
