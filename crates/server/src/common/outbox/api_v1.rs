//! The log of deliveries, trying again what failed, a test, and the switches, over API v1.

use axum::{
    Router,
    extract::{Path, Query, Request},
    http::StatusCode,
    response::IntoResponse,
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    actions::{self, DeliveryFilter, retry},
    kinds::MailSwitches,
    model::{MailState, Queued, UNKNOWN_STATE},
};
use crate::{
    cx::{Cx, Permission},
    text::rfc3339,
    web::{Json, Limit, WebResult, body, paged, parse, place, read_place},
};

/// How many mails a page has unless it is said, and at most.
const LIMIT: u16 = 50;
const LIMIT_MAX: u16 = 200;

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/mails", get(list))
        .route("/api/v1/mails/retry", post(retry_all))
        .route("/api/v1/mails/switches", get(switches).patch(set_switches))
        .route("/api/v1/mails/test", post(test))
        .route("/api/v1/mails/{id}/retry", post(retry_one))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    address: String,
    state: String,
    after: String,
    limit: Limit,
}

/// Takes `address` (a part of the receiver's), `state` (`waiting`, `sent`, `failed`, `off`), `limit` (1 to 200) and
/// `after` (the `next` of the page before). Answers mails without their text, the newest first; a page may have fewer than
/// its limit and still a next one.
async fn list(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let state = MailState::named(&asked.state);
    if state.is_none() && !asked.state.is_empty() {
        return Err(UNKNOWN_STATE.with("name", asked.state).into());
    }
    let filter = DeliveryFilter { address: asked.address, state, before: read_place(&asked.after)? };
    let page = actions::deliveries(&cx, &filter, i64::from(asked.limit.within(LIMIT, LIMIT_MAX)?)).await?;
    let items: Vec<Value> = page.mails.iter().map(|mail| item(&cx, mail)).collect();
    let next = page.next.map(|(created_at_ms, id)| place(created_at_ms, &id));
    Ok(paged(&items, "after", next.as_ref()))
}

fn item(cx: &Cx, mail: &Queued) -> Value {
    json!({
        "id": mail.id,
        "kind": mail.kind,
        "email": mail.to_address,
        "userId": mail.user_id,
        "language": mail.language,
        "subject": mail.subject,
        "state": mail.state.word(),
        "attempts": mail.attempts,
        "created": rfc3339(mail.created_at_ms),
        "sent": mail.sent_at_ms.map(rfc3339),
        "lastError": mail.last_error,
        "canRetry": mail.can_retry(cx.now_ms),
    })
}

/// Tries a failed mail again. Answers 204.
async fn retry_one(cx: Cx, Path(id): Path<String>) -> WebResult {
    retry::retry(&cx, &id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Tries every failed mail again that can be. Answers how many wait `again`, how many hold a link that has `ended`, and
/// whether there are more.
async fn retry_all(cx: Cx) -> WebResult {
    let retried = retry::retry_all(&cx).await?;
    let answer = json!({ "again": retried.again, "ended": retried.ended, "hasMore": retried.has_more });
    Ok(Json(answer).into_response())
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct Change {
    all: Option<bool>,
    invitations: Option<bool>,
    password_recovery: Option<bool>,
    password_changes: Option<bool>,
    sign_ins: Option<bool>,
    api_tokens: Option<bool>,
    own_license: Option<bool>,
    licenses_ending: Option<bool>,
}

impl Change {
    fn apply_to(&self, switches: &mut MailSwitches) {
        for (switch, given) in [
            (&mut switches.all, self.all),
            (&mut switches.invitations, self.invitations),
            (&mut switches.password_recovery, self.password_recovery),
            (&mut switches.password_changes, self.password_changes),
            (&mut switches.sign_ins, self.sign_ins),
            (&mut switches.api_tokens, self.api_tokens),
            (&mut switches.own_license, self.own_license),
            (&mut switches.licenses_ending, self.licenses_ending),
        ] {
            *switch = given.unwrap_or(*switch);
        }
    }
}

/// Which mails are sent.
async fn switches(cx: Cx) -> WebResult {
    let (_, switches) = actions::choices(&cx).await?;
    Ok(Json(shown(switches.value)).into_response())
}

/// Sets the switches that are sent. Answers all.
async fn set_switches(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageMail)?;
    let given: Change = parse(&body(request).await?)?;
    let switches = actions::change_switches(&cx, None, |switches| given.apply_to(switches)).await?;
    Ok(Json(shown(switches)).into_response())
}

fn shown(switches: MailSwitches) -> Value {
    json!({
        "all": switches.all,
        "invitations": switches.invitations,
        "passwordRecovery": switches.password_recovery,
        "passwordChanges": switches.password_changes,
        "signIns": switches.sign_ins,
        "apiTokens": switches.api_tokens,
        "ownLicense": switches.own_license,
        "licensesEnding": switches.licenses_ending,
    })
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Test {
    email: String,
}

/// Sends a mail now, past queue and switches. Answers what the mail server said.
async fn test(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageMail)?;
    let typed: Test = parse(&body(request).await?)?;
    let answer = actions::send_test(&cx, typed.email.trim()).await?;
    Ok(Json(json!({ "answer": answer })).into_response())
}
