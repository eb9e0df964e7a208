//! One's own account over API v1: names, language, password, sessions, trail and named tokens. A part that is switched
//! off in Feature Management answers 404 and says so, as its tab does.

use axum::{
    Router,
    extract::{Path, Query, Request},
    http::StatusCode,
    response::IntoResponse,
    routing::{delete, get, post},
};
use seatwarden_base::{Result, secret::Secret};
use serde::Deserialize;
use serde_json::{Value, json};

use super::access;
use crate::{
    accounts::{
        api_tokens::{
            self,
            api_v1::{Rotation, WantedToken, item, told},
        },
        feature_management::ProfileTab,
        passwords::{self, Change},
        sessions::{self, Device, Session},
        users::{self, OwnPatch},
    },
    common::audit::{self, api_v1::EventBody},
    cx::{Cx, Permission, Person, Proof},
    text::rfc3339,
    web::{Json, WebResult, blamed, body, paged, parse, read_number},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/account", get(show).patch(change))
        .route("/api/v1/account/change_password", post(change_password))
        .route("/api/v1/account/sessions", get(list_sessions))
        .route("/api/v1/account/sessions/end-others", post(end_other_sessions))
        .route("/api/v1/account/sessions/{id}", delete(end_session))
        .route("/api/v1/account/events", get(events))
        .route("/api/v1/account/tokens", get(tokens).post(make_token))
        .route("/api/v1/account/tokens/{id}", delete(revoke_token))
        .route("/api/v1/account/tokens/{id}/rotate", post(rotate_token))
}

fn account(person: &Person) -> Value {
    json!({
        "id": person.id,
        "email": person.email,
        "userName": person.user_name,
        "firstName": person.first_name,
        "lastName": person.last_name,
        "role": person.role.name,
        "language": person.language,
        "hasPassword": person.origin.has_password(),
    })
}

/// The caller's own account.
async fn show(cx: Cx) -> WebResult {
    cx.require_own_account()?;
    Ok(Json(account(cx.person()?)).into_response())
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct Wanted {
    first_name: Option<String>,
    last_name: Option<String>,
    user_name: Option<String>,
    language: Option<String>,
}

/// Changes what is sent of the caller's own names and language; an empty language follows group and server. Answers
/// the account.
async fn change(cx: Cx, request: Request) -> WebResult {
    cx.require_own_account()?;
    let wanted: Wanted = parse(&body(request).await?)?;
    let patch = OwnPatch {
        first_name: wanted.first_name,
        last_name: wanted.last_name,
        user_name: wanted.user_name,
        language: wanted.language,
    };
    // Both are asked for before either is changed.
    if patch.has_names() {
        access::require(&cx, ProfileTab::PersonalInformation).await?;
    }
    if patch.language.is_some() {
        access::require(&cx, ProfileTab::Preferences).await?;
    }
    let changed = users::change_own(&cx, &patch).await?;
    Ok(Json(account(&changed)).into_response())
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Typed {
    current_password: Secret,
    new_password: Secret,
}

/// Changes the caller's own password; other sessions and login tokens end, and the token that asks goes on. Answers 204.
async fn change_password(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ChangeOwnAccount)?;
    access::require(&cx, ProfileTab::Password).await?;
    let typed: Typed = parse(&body(request).await?)?;
    let change = Change {
        current: typed.current_password,
        new: typed.new_password.clone(),
        repeat: typed.new_password,
        end_others: true,
        end_tokens: false,
    };
    let names = [("current_password", "currentPassword"), ("new_password", "newPassword")];
    passwords::change_own(&cx, &change).await.map_err(|error| blamed(error, &names))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Refuses unless the caller may do this and the part is switched on.
async fn require(cx: &Cx, permission: Permission, tab: ProfileTab) -> Result<()> {
    cx.require(permission)?;
    access::require(cx, tab).await.map(|_| ())
}

/// The caller's own sessions, last used first.
async fn list_sessions(cx: Cx) -> WebResult {
    cx.require_own_account()?;
    access::require(&cx, ProfileTab::Sessions).await?;
    let current = match &cx.signed_in()?.proof {
        Proof::Session { id, .. } => id.clone(),
        Proof::Token { .. } | Proof::ApiKey | Proof::Job { .. } => String::new(),
    };
    let sessions = sessions::mine(&cx).await?;
    let items: Vec<Value> = sessions.iter().map(|it| session(&cx, it, it.id == current)).collect();
    Ok(paged(&items, "after", None::<&String>))
}

fn session(cx: &Cx, session: &Session, is_current: bool) -> Value {
    let device = Device::of(&session.user_agent);
    json!({
        "id": session.id,
        "current": is_current,
        "browser": device.browser,
        "system": device.system,
        "address": session.ip,
        "place": cx.places.of(&session.ip, cx.language).unwrap_or_default(),
        "created": rfc3339(session.created_at_ms),
        "lastSeen": rfc3339(session.seen_at_ms),
        "expires": rfc3339(session.expires_at_ms),
        "remembered": session.remembered,
    })
}

/// Ends one of the caller's own sessions. Answers 204.
async fn end_session(cx: Cx, Path(id): Path<String>) -> WebResult {
    cx.require_own_account()?;
    access::require(&cx, ProfileTab::Sessions).await?;
    sessions::end(&cx, &id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Ends the caller's sessions but the one that asks. Answers how many as `ended`.
async fn end_other_sessions(cx: Cx) -> WebResult {
    cx.require_own_account()?;
    access::require(&cx, ProfileTab::Sessions).await?;
    let ended = sessions::end_others(&cx).await?;
    Ok(Json(json!({ "ended": ended })).into_response())
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Before {
    #[serde(alias = "after")]
    before: String,
}

/// The caller's own trail, newest first, 50 at a time; `before` or `after` is the `next` of the page before.
async fn events(cx: Cx, Query(asked): Query<Before>) -> WebResult {
    cx.require_own_account()?;
    access::require_activity(&cx).await?;
    let page = audit::of_person(&cx, read_number(&asked.before)?).await?;
    let items: Vec<Value> = page.events.iter().map(|event| json!(EventBody::of(event))).collect();
    let next = page.before_sequence.map(|before| before.to_string());
    Ok(paged(&items, "before", next.as_ref()))
}

/// The caller's named tokens, newest first, without their secrets.
async fn tokens(cx: Cx) -> WebResult {
    cx.require_own_account()?;
    access::require(&cx, ProfileTab::ApiToken).await?;
    let items: Vec<Value> = api_tokens::mine(&cx).await?.iter().map(item).collect();
    Ok(paged(&items, "after", None::<&String>))
}

/// Takes `{"name": "sync", "scope": "users:read audit:read", "days": 90}`; 0 days are no end. Answers 201 with the
/// `token`, which is told this once. A token makes only what may no more than itself, and it ends with its maker; a
/// session asks for a password that was given a short while ago.
async fn make_token(cx: Cx, request: Request) -> WebResult {
    require(&cx, Permission::ChangeOwnAccount, ProfileTab::ApiToken).await?;
    let wanted: WantedToken = parse(&body(request).await?)?;
    let created = api_tokens::create(&cx, &wanted.into()).await?;
    Ok(told(&created))
}

/// Makes a successor for one of the caller's named tokens; the old one works on for `overlapHours`. Answers 201 as
/// making one does.
async fn rotate_token(cx: Cx, Path(id): Path<String>, request: Request) -> WebResult {
    require(&cx, Permission::ChangeOwnAccount, ProfileTab::ApiToken).await?;
    let Rotation { overlap_hours } = parse(&body(request).await?)?;
    Ok(told(&api_tokens::rotate(&cx, &id, overlap_hours).await?))
}

/// Ends one of the caller's tokens at once. Answers 204.
async fn revoke_token(cx: Cx, Path(id): Path<String>) -> WebResult {
    cx.require_own_account()?;
    access::require(&cx, ProfileTab::ApiToken).await?;
    api_tokens::revoke(&cx, &id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
