//! API Token: the single token that can be copied at any time, and named tokens beside it.

use std::collections::BTreeMap;

use axum::{
    Router,
    extract::{Path, Query},
    response::Response,
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal, secret::Secret};
use serde::Deserialize;

use super::{
    super::access::{self, Open},
    Asked, may_change, path, read_only, view,
};
use crate::{
    accounts::{
        api_tokens::{
            self, ApiToken, NewToken, OVERLAP_HOURS, TokenCaller,
            pages::{chosen, scope_fields, scope_words},
        },
        feature_management::ProfileTab,
        passwords::pages::{Again, Step, again},
    },
    cx::{Cx, Permission, Scope},
    text::{Text, rfc3339},
    web::{
        Form, WebResult, field_error,
        parts::{
            Confirm, CopyWords, Tone, badge, button, column, copy_field, empty, field, form, moment, notice,
            page_header, panel, select, table,
        },
        problems, see_other,
    },
};

const TAB: ProfileTab = ProfileTab::ApiToken;
const HERE: &str = path(TAB);

pub(super) fn router() -> Router {
    Router::new()
        .route(HERE, get(show).post(create))
        .route("/profile/api-token/renew", get(ask_renew).post(renew))
        .route("/profile/api-token/{id}/rotate", post(rotate))
        .route("/profile/api-token/{id}/revoke", post(revoke))
}

async fn show(cx: Cx, Query(asked): Asked) -> WebResult {
    let switches = access::require(&cx, TAB).await?;
    page(&cx, switches, &Typed::fresh(), None, None, &asked.done).await
}

/// What was typed. Nothing has a default here: a form without scopes asks for none.
#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    name: String,
    #[serde(default)]
    scope: String,
    #[serde(default)]
    days: String,
    #[serde(default)]
    current_password: Secret,
    #[serde(flatten)]
    ticked: BTreeMap<String, String>,
}

impl Typed {
    /// The form as it is before anything is typed.
    fn fresh() -> Self {
        Self {
            name: String::new(),
            scope: Scope::Full.word().to_owned(),
            days: "90".to_owned(),
            current_password: Secret::default(),
            ticked: BTreeMap::new(),
        }
    }

    fn scope(&self) -> String {
        chosen(&self.scope, &self.ticked)
    }
}

async fn create(cx: Cx, Form(typed): Form<Typed>) -> WebResult {
    let switches = access::require(&cx, TAB).await?;
    let scope = typed.scope();
    let asked = Again {
        title: cx.text().profile_token_create(),
        action: HERE,
        back: HERE,
        carried: &[("name", &typed.name), ("scope", &scope), ("days", &typed.days)],
        view: &|cx, title| view(cx, switches, HERE, title, ""),
    };
    match again(cx, &asked, &typed.current_password).await? {
        Step::Ask(page) => Ok(page),
        Step::Go(cx) => make(&cx, switches, &typed).await,
    }
}

async fn make(cx: &Cx, switches: Open, typed: &Typed) -> WebResult {
    let days = typed.days.parse().unwrap_or(-1);
    let new = NewToken { name: typed.name.clone(), scope: typed.scope(), days };
    match api_tokens::create(cx, &new).await {
        Ok(created) => page(cx, switches, &Typed::fresh(), Some(&created.token), None, "").await,
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => {
            page(cx, switches, typed, None, Some(&refusal), "").await
        }
        Err(other) => Err(other.into()),
    }
}

/// The warning, for browsers without scripts: integrations stop until they have the new token.
async fn ask_renew(cx: Cx) -> WebResult {
    let switches = access::require(&cx, TAB).await?;
    cx.require(Permission::ChangeOwnAccount)?;
    let t = cx.text();
    let view = view(&cx, switches, HERE, t.profile_token_renew_title(), "");
    let question = crate::web::parts::confirmation(
        t.profile_token_renew_title(),
        "/profile/api-token/renew",
        view.csrf(),
    )
    .effect(html! { p { (t.profile_token_renew_text()) } })
    .yes(button(t.profile_token_renew_yes()).danger())
    .back(t.web_cancel(), HERE);
    Ok(view.page(question))
}

#[derive(Deserialize)]
struct Confirmed {
    #[serde(default)]
    confirmed: String,
    #[serde(default)]
    current_password: Secret,
}

async fn renew(cx: Cx, Form(answer): Form<Confirmed>) -> WebResult {
    let switches = access::require(&cx, TAB).await?;
    if answer.confirmed != "yes" {
        return Ok(see_other("/profile/api-token/renew"));
    }
    let asked = Again {
        title: cx.text().profile_token_renew_title(),
        action: "/profile/api-token/renew",
        back: HERE,
        carried: &[("confirmed", "yes")],
        view: &|cx, title| view(cx, switches, HERE, title, ""),
    };
    match again(cx, &asked, &answer.current_password).await? {
        Step::Ask(page) => Ok(page),
        Step::Go(cx) => {
            api_tokens::renew_profile_token(&cx).await?;
            Ok(see_other(&format!("{HERE}?done=token")))
        }
    }
}

async fn rotate(cx: Cx, Path(id): Path<String>, Form(answer): Form<Confirmed>) -> WebResult {
    let switches = access::require(&cx, TAB).await?;
    let asked = Again {
        title: cx.text().profile_token_rotate(),
        action: &format!("/profile/api-token/{id}/rotate"),
        back: HERE,
        carried: &[],
        view: &|cx, title| view(cx, switches, HERE, title, ""),
    };
    match again(cx, &asked, &answer.current_password).await? {
        Step::Ask(page) => Ok(page),
        Step::Go(cx) => {
            let created = api_tokens::rotate(&cx, &id, OVERLAP_HOURS).await?;
            page(&cx, switches, &Typed::fresh(), Some(&created.token), None, "").await
        }
    }
}

async fn revoke(cx: Cx, Path(id): Path<String>, Form(()): Form<()>) -> WebResult {
    access::require(&cx, TAB).await?;
    api_tokens::revoke(&cx, &id).await?;
    Ok(see_other(&format!("{HERE}?done=revoked")))
}

async fn page(
    cx: &Cx,
    switches: Open,
    typed: &Typed,
    new_token: Option<&Secret>,
    refusal: Option<&Refusal>,
    done: &str,
) -> WebResult {
    let may_change = may_change(cx);
    // Whoever may not make it anew is not told it either, here as over the API.
    let single = if may_change { api_tokens::profile_token(cx).await? } else { None };
    let named = api_tokens::mine(cx).await?;
    let callers = api_tokens::callers(cx, &named).await?;
    let t = cx.text();
    let view = view(cx, switches, HERE, t.profile_api_token(), done).refused(refusal);
    let response: Response = view.page(html! {
        (page_header(t.profile_api_token()).lead(html! { (t.profile_api_token_lead()) }))
        @if let Some(token) = new_token { (once(t, token)) }
        @if may_change { (panel(single_token(cx, view.csrf(), single.as_ref())).title(t.profile_single_token())) }
        @else { (read_only(t)) }
        (panel(html! {
            @if !named.is_empty() { (list(cx, view.csrf(), &named, &callers)) }
            @else if may_change { (empty(t.profile_named_none(), t.profile_named_none_lead())) }
            @else { p { (t.profile_named_none()) } }
        }).title(t.profile_named_tokens()).lead(html! { (t.profile_named_tokens_lead()) }))
        @if may_change {
            (panel(form(HERE, view.csrf()).problems(t.web_problems(), problems(t, refusal))
                .body(fields(cx, typed, refusal))).title(t.profile_token_create()))
        }
    });
    Ok(response)
}

fn copy_words(t: Text) -> CopyWords<'static> {
    CopyWords { copy: t.web_copy().into(), copied: t.web_copied().into() }
}

fn once(t: Text, token: &Secret) -> Markup {
    html! {
        (notice(Tone::Success, html! {
            p { (t.profile_token_once()) }
            (copy_field("new_token", t.profile_token_new(), token.reveal(), copy_words(t)))
        }))
    }
}

fn single_token(cx: &Cx, csrf: &str, single: Option<&(ApiToken, Secret)>) -> Markup {
    let t = cx.text();
    let (label, token) = match single {
        Some((_, token)) => (t.profile_token_renew(), Some(token)),
        None => (t.profile_token_make(), None),
    };
    let renew = form("/profile/api-token/renew", csrf);
    let renew = match token {
        // The first token harms nobody; a newer one stops whoever uses the older.
        None => {
            renew.body(html! { (crate::web::parts::hidden("confirmed", "yes")) (button(label).primary()) })
        }
        Some(_) => renew
            .confirm(Confirm {
                title: t.profile_token_renew_title().into(),
                text: t.profile_token_renew_text().into(),
                yes: t.profile_token_renew_yes().into(),
                no: t.web_cancel().into(),
            })
            .body(button(label).danger()),
    };
    html! {
        @if let Some(token) = token {
            (copy_field("api_token", t.profile_single_token(), token.reveal(), copy_words(t))
                .hint(t.profile_single_token_hint()))
        } @else { p { (t.profile_single_token_none()) } }
        (renew)
    }
}

fn list(cx: &Cx, csrf: &str, tokens: &[ApiToken], callers: &[Vec<TokenCaller>]) -> Markup {
    let t = cx.text();
    let mut list = table(t.profile_named_tokens())
        .column(column(t.profile_token_name()))
        .column(column(t.profile_token_scope()))
        .column(column(t.profile_token_expires()))
        .column(column(t.profile_token_last_used()))
        .column(column(t.profile_token_actions()).actions());
    for (token, callers) in tokens.iter().zip(callers) {
        let rotate = format!("/profile/api-token/{}/rotate", token.id);
        let revoke = format!("/profile/api-token/{}/revoke", token.id);
        list = list.row([
            html! {
                bdi { (token.name) } br; code.mono { (token.hint) "…" }
                @if token.replaced_by.is_some() { " " (badge(Tone::Warning, t.profile_token_replaced())) }
            },
            html! { (scope_words(t, token.scope)) },
            html! {
                @match token.expires_at_ms {
                    Some(at_ms) => (moment(t.date(at_ms), rfc3339(at_ms))),
                    None => (t.profile_token_never()),
                }
            },
            html! {
                (used_by(cx, token, callers))
            },
            html! {
                @if token.replaced_by.is_none() && may_change(cx) {
                    (form(rotate, csrf).inline().body(button(t.profile_token_rotate()).small()))
                }
                (form(revoke, csrf).inline().body(button(t.profile_token_revoke()).small().danger()))
            },
        ]);
    }
    html! { (list) }
}

/// When a token was last used, and by which programs: whoever is on the list of a rotated token still has
/// to be moved to the new one.
fn used_by(cx: &Cx, token: &ApiToken, callers: &[TokenCaller]) -> Markup {
    let t = cx.text();
    let when = |at_ms| moment(t.ago(at_ms, cx.now_ms), rfc3339(at_ms));
    html! {
        @match token.last_used_at_ms {
            None => (t.profile_token_unused()),
            Some(at_ms) => {
                (when(at_ms))
                @if !callers.is_empty() {
                    details {
                        summary { (t.profile_token_callers(callers.len())) }
                        ul {
                            @for caller in callers {
                                li { bdi.mono { (caller.ip) } " " bdi { (caller.user_agent) } " " (when(caller.last_used_at_ms)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn fields(cx: &Cx, typed: &Typed, refusal: Option<&Refusal>) -> Markup {
    let t = cx.text();
    let mut days = select("days", t.profile_token_expires()).error(field_error(t, refusal, "days"));
    for count in [7, 30, 90, 365] {
        days = days.option(count.to_string(), t.common_days(count));
    }
    days = days.option("0", t.profile_token_never());
    html! {
        (field("name", t.profile_token_name()).value(typed.name.as_str()).hint(t.profile_token_name_hint())
            .max_length(60).required().error(field_error(t, refusal, "name")))
        (scope_fields(t, &typed.scope(), |permission| cx.may(permission), refusal))
        (days.value(typed.days.as_str()))
        div.actions { (button(t.profile_token_create()).primary()) }
    }
}
