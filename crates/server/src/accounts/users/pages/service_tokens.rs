//! The tokens of a service account: making and rotating them, which nobody else can do for it.

use std::collections::BTreeMap;

use axum::{Router, extract::Path, response::Response, routing::post};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal, secret::Secret};
use serde::Deserialize;

use super::{
    super::{Look, create_token, look, rotate_token},
    tabs::{self, Tab},
    tokens,
};
use crate::{
    accounts::{
        api_tokens::{
            NewToken, OVERLAP_HOURS,
            pages::{chosen, scope_fields},
        },
        passwords::pages::{Again, Step, again},
    },
    cx::{Cx, Origin, Scope},
    text::Text,
    web::{
        Form, WebResult,
        admin::{self, AdminPage},
        field_error,
        parts::{CopyWords, Tone, button, copy_field, field, form, notice, panel, select},
        problems,
    },
};

pub(super) fn router() -> Router {
    Router::new()
        .route("/admin/users/{id}/tokens/new", post(create))
        .route("/admin/users/{id}/tokens/{token}/rotate", post(rotate))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    name: String,
    scope: String,
    days: String,
    current_password: Secret,
    #[serde(flatten)]
    ticked: BTreeMap<String, String>,
}

async fn create(cx: Cx, Path(id): Path<String>, Form(typed): Form<Typed>) -> WebResult {
    cx.require(crate::cx::Permission::ChangeUsers)?;
    let (action, back) = (format!("{}/new", Tab::Tokens.path(&id)), Tab::Tokens.path(&id));
    let scope = chosen(&typed.scope, &typed.ticked);
    let asked = Again {
        title: cx.text().profile_token_create(),
        action: &action,
        back: &back,
        carried: &[("name", &typed.name), ("scope", &scope), ("days", &typed.days)],
        view: &|cx, title| admin::view(cx, AdminPage::Users, title, None),
    };
    match again(cx, &asked, &typed.current_password).await? {
        Step::Ask(page) => Ok(page),
        Step::Go(cx) => {
            let days = typed.days.parse().unwrap_or(-1);
            let new = NewToken { name: typed.name.clone(), scope: scope.clone(), days };
            match create_token(&cx, &id, &new).await {
                Ok(created) => page(&cx, &id, Some(&created.token), None).await,
                Err(Error::Refusal(refusal)) if refusal.field.is_some() => {
                    page(&cx, &id, None, Some((&new, &refusal))).await
                }
                Err(other) => Err(other.into()),
            }
        }
    }
}

async fn rotate(cx: Cx, Path((id, token)): Path<(String, String)>, Form(typed): Form<Typed>) -> WebResult {
    cx.require(crate::cx::Permission::ChangeUsers)?;
    let back = Tab::Tokens.path(&id);
    let asked = Again {
        title: cx.text().profile_token_rotate(),
        action: &format!("{back}/{token}/rotate"),
        back: &back,
        carried: &[],
        view: &|cx, title| admin::view(cx, AdminPage::Users, title, None),
    };
    match again(cx, &asked, &typed.current_password).await? {
        Step::Ask(page) => Ok(page),
        Step::Go(cx) => {
            let created = rotate_token(&cx, &id, &token, OVERLAP_HOURS).await?;
            page(&cx, &id, Some(&created.token), None).await
        }
    }
}

/// The page of the tokens, with one that was just made, or with what was wrong.
async fn page(
    cx: &Cx,
    id: &str,
    token: Option<&Secret>,
    refused: Option<(&NewToken, &Refusal)>,
) -> WebResult {
    let look = look(cx, id).await?;
    let t = cx.text();
    let view = tabs::view(cx, &look, "").refused(refused.map(|(_, refusal)| refusal));
    let answer: Response = view.page(html! {
        (tabs::head(cx, &look, Tab::Tokens))
        @if let Some(token) = token { (once(t, token)) }
        (tokens::list(cx, &look, view.csrf()))
        (making(t, &look, view.csrf(), refused))
    });
    Ok(answer)
}

fn once(t: Text, token: &Secret) -> Markup {
    let words = CopyWords { copy: t.web_copy().into(), copied: t.web_copied().into() };
    html! {
        (notice(Tone::Success, html! {
            p { (t.profile_token_once()) }
            (copy_field("new_token", t.profile_token_new(), token.reveal(), words))
        }))
    }
}

/// The form that makes a token, if the user is a service account that the reader may change.
pub(super) fn making(t: Text, look: &Look, csrf: &str, refused: Option<(&NewToken, &Refusal)>) -> Markup {
    if look.user.person.origin != Origin::Service || !look.may_change {
        return Markup::default();
    }
    let may = look.user.person.role.may;
    let (typed, refusal) = refused.unzip();
    let scope = typed.map_or(Scope::ReadUsers.word(), |typed| &typed.scope);
    let mut days = select("days", t.profile_token_expires()).error(field_error(t, refusal, "days"));
    for count in [90, 30, 7, 365] {
        days = days.option(count.to_string(), t.common_days(count));
    }
    days = days.option("0", t.profile_token_never());
    if let Some(typed) = typed {
        days = days.value(typed.days.to_string());
    }
    let action = format!("{}/new", Tab::Tokens.path(&look.user.person.id));
    html! {
        (panel(form(action, csrf).problems(t.web_problems(), problems(t, refusal)).body(html! {
            (field("name", t.profile_token_name()).value(typed.map_or("", |typed| &typed.name)).hint(t.profile_token_name_hint()).max_length(60).required()
                .error(field_error(t, refusal, "name")))
            (scope_fields(t, scope, |permission| may.has(permission), refusal))
            (days)
            div.actions { (button(t.profile_token_create()).primary()) }
        })).title(t.profile_token_create()).lead(html! { (t.users_service_tokens_lead()) }))
    }
}
