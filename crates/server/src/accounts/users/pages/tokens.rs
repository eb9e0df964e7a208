//! The API tokens of a user, and revoking them. Their secrets are shown to nobody but their owner.

use axum::{
    Router,
    extract::{Path, Query},
    routing::{get, post},
};
use maud::{Markup, html};

use super::{
    super::{Look, look, revoke_token},
    service_tokens,
    tabs::{self, Done, Tab},
};
use crate::{
    accounts::api_tokens::{ApiToken, Kind},
    cx::{Cx, Origin},
    text::rfc3339,
    web::{
        Form, WebResult,
        parts::{button, column, empty, form, moment, panel, table},
        see_other,
    },
};

pub(super) fn router() -> Router {
    Router::new()
        .route("/admin/users/{id}/tokens", get(show))
        .route("/admin/users/{id}/tokens/{token}/revoke", post(revoke))
}

async fn show(cx: Cx, Path(id): Path<String>, Query(asked): Query<Done>) -> WebResult {
    let look = look(&cx, &id).await?;
    let t = cx.text();
    let view = tabs::view(&cx, &look, &asked.done);
    Ok(view.page(html! {
        (tabs::head(&cx, &look, Tab::Tokens))
        (list(&cx, &look, view.csrf()))
        (service_tokens::making(t, &look, view.csrf(), None))
    }))
}

/// The tokens of a user, and the buttons that end or rotate them.
pub(super) fn list(cx: &Cx, look: &Look, csrf: &str) -> Markup {
    let t = cx.text();
    let mut list = table(t.users_tab_tokens())
        .column(column(t.profile_token_name()))
        .column(column(t.profile_token_expires()))
        .column(column(t.profile_token_last_used()))
        .column(column(t.profile_token_actions()).actions());
    for token in &look.api_tokens {
        list = list.row(row(cx, look, csrf, token));
    }
    html! {
        @if look.api_tokens.is_empty() { (empty(t.users_tokens_none(), t.users_tokens_none_lead())) }
        @else { (panel(list).flush()) }
    }
}

fn row(cx: &Cx, look: &Look, csrf: &str, token: &ApiToken) -> [Markup; 4] {
    let t = cx.text();
    let name = match token.kind {
        Kind::Named => token.name.clone(),
        Kind::Profile => t.users_token_single(),
        Kind::SignIn => t.users_token_sign_in(),
    };
    let action = format!("{}/{}/revoke", Tab::Tokens.path(&look.user.person.id), token.id);
    let rotate = format!("{}/{}/rotate", Tab::Tokens.path(&look.user.person.id), token.id);
    [
        html! { bdi { (name) } @if !token.hint.is_empty() { br; code.mono { (token.hint) "…" } } },
        html! {
            @match token.expires_at_ms {
                Some(at_ms) => (moment(t.date(at_ms), rfc3339(at_ms))),
                None => (t.profile_token_never()),
            }
        },
        html! {
            @match token.last_used_at_ms {
                None => (t.profile_token_unused()),
                Some(at_ms) => {
                    (moment(t.ago(at_ms, cx.now_ms), rfc3339(at_ms)))
                    @if !token.last_used_ip.is_empty() { br; bdi.mono { (token.last_used_ip) } }
                }
            }
        },
        html! {
            @if look.may_change {
                @if look.user.person.origin == Origin::Service && token.replaced_by.is_none() {
                    (form(rotate, csrf).inline().body(button(t.profile_token_rotate()).small())) " "
                }
                (form(action, csrf).inline().body(button(t.profile_token_revoke()).small().danger()))
            }
        },
    ]
}

async fn revoke(cx: Cx, Path((id, token)): Path<(String, String)>, Form(()): Form<()>) -> WebResult {
    revoke_token(&cx, &id, &token).await?;
    Ok(see_other(&format!("{}?done=token", Tab::Tokens.path(&id))))
}
