//! What deleting one would end, deleting one with a decision, bringing one back.

use std::collections::BTreeMap;

use axum::{
    Router,
    extract::{Path, Query, Request},
    response::IntoResponse,
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::super::{
    actions::{self, OtherNames},
    model::{DeletedUser, Leaver},
};
use crate::{
    accounts::ownership::{Effect, Fate, Fates, ObjectKind, fingerprint},
    cx::Cx,
    text::rfc3339,
    web::{BAD_PLACE, Json, Limit, WebResult, body, paged, parse_object, shorten},
};

/// Routes of this room on v1.
pub(super) fn router() -> Router {
    Router::new()
        .route("/api/v1/users/{user}/deletion", get(leaver).post(delete))
        .route("/api/v1/users/deleted", get(deleted))
        .route("/api/v1/users/deleted/{id}/undo", post(undo))
}

/// `GET /api/v1/users/{user}/deletion`: what deleting a user would end, and how many objects of each kind they
/// own.
async fn leaver(cx: Cx, Path(user): Path<String>) -> WebResult {
    Ok(Json(ended(&actions::leaver(&cx, &user).await?)).into_response())
}

/// What deleting a user would end.
pub(super) fn ended(leaver: &Leaver) -> Value {
    let owned: Map<String, Value> =
        leaver.owned.iter().map(|(kind, count)| (kind.word().to_owned(), json!(count))).collect();
    json!({
        "id": leaver.user.person.id, "owned": owned, "sessions": leaver.sessions, "tokens": leaver.tokens,
        "groups": leaver.user.groups.len(),
    })
}

/// What would become of one kind of what a user owns.
fn effect(effect: &Effect) -> Value {
    let fate = match effect.fate {
        Fate::Keep => "keep",
        Fate::HandOver(_) => "handOver",
        Fate::Remove => "remove",
    };
    let to = effect.to.as_ref();
    json!({
        "kind": effect.kind.word(), "count": effect.count, "fate": fate, "to": to.map(|to| &to.id),
        "toService": to.is_some_and(|to| to.is_service),
    })
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct Decision {
    /// By kind.
    owned: BTreeMap<String, Decided>,
    typed_name: String,
    dry_run: bool,
    fingerprint: Option<String>,
}

#[derive(Deserialize)]
#[serde(tag = "fate", rename_all = "camelCase", deny_unknown_fields)]
enum Decided {
    Keep {},
    #[serde(alias = "hand_over")]
    HandOver {
        to: String,
    },
    Remove {},
}

impl From<Decided> for Fate {
    fn from(decided: Decided) -> Self {
        match decided {
            Decided::Keep {} => Self::Keep,
            Decided::HandOver { to } => Self::HandOver(to),
            Decided::Remove {} => Self::Remove,
        }
    }
}

/// `POST /api/v1/users/{user}/deletion`: deletes a user. `{"owned": {"dashboard": {"fate": "handOver", "to":
/// "…"}}, "typedName"}`: of each kind, what becomes of it; what is not named is kept under the former user's
/// name. `remove` needs the user's name as `typedName`. Answers `{"id", "transfers"}`, the ids of the transfers
/// that it began; with `dryRun` nobody is deleted, and it answers what [`leaver`] does with `effects`: what would become of each kind. The `fingerprint` of that, sent along, has it done only
/// if the user owns the same still.
async fn delete(cx: Cx, Path(user): Path<String>, request: Request) -> WebResult {
    cx.signed_in()?;
    let bytes = body(request).await?;
    let decision: Decision =
        if bytes.trim_ascii().is_empty() { Decision::default() } else { parse_object(&bytes)? };
    let mut fates = Fates::default();
    for (kind, decided) in decision.owned {
        fates.0.insert(ObjectKind::of_word(&kind)?, decided.into());
    }
    if decision.dry_run {
        let (leaver, effects) = actions::foresee_leaving(&cx, &user, &fates, &decision.typed_name).await?;
        let mut answer = ended(&leaver);
        answer["effects"] = effects.iter().map(effect).collect();
        answer["fingerprint"] = json!(fingerprint(&effects));
        return Ok(Json(answer).into_response());
    }
    let decided = (decision.typed_name.as_str(), decision.fingerprint.as_deref());
    let (user, transfers) = actions::delete_leaver(&cx, &user, &fates, decided).await?;
    Ok(Json(json!({ "id": user.person.id, "transfers": transfers })).into_response())
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    search: String,
    after: String,
    limit: Limit,
}

/// How many deleted users a page has, and has at most.
const DELETED: u16 = 50;

fn shown(user: &DeletedUser) -> Value {
    json!({
        "id": user.id, "email": user.email, "userName": user.user_name, "name": user.display_name,
        "deletedBy": user.deleted_by, "deleted": rfc3339(user.deleted_at_ms), "undoUntil": rfc3339(user.ends_at_ms),
    })
}

/// `GET /api/v1/users/deleted?search=&after=&limit=`: users who can be brought back, last deleted first. Answers
/// `{"items": […], "next": "…"}`.
async fn deleted(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let after = match asked.after.as_str() {
        "" => None,
        place => {
            let (at_ms, id) = place.split_once('-').ok_or(BAD_PLACE)?;
            Some((at_ms.parse().map_err(|_| BAD_PLACE)?, id.to_owned()))
        }
    };
    let limit = asked.limit.within(DELETED, DELETED)?;
    let (mut users, mut next) = actions::list_deleted(&cx, &asked.search, after).await?;
    shorten(&mut users, &mut next, limit, |user| (user.deleted_at_ms, user.id.clone()));
    let items: Vec<Value> = users.iter().map(shown).collect();
    let next = next.map(|(at_ms, id)| format!("{at_ms}-{id}"));
    Ok(paged(&items, "after", next.as_ref()))
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct Names {
    email: String,
    user_name: String,
}

/// `POST /api/v1/users/deleted/{id}/undo`: brings a deleted user back. `{"email", "userName"}` are only needed
/// if somebody else has theirs by now. Answers `{"id", "email", "userName", "handedOver"}`: how many objects
/// stay with those who got them.
async fn undo(cx: Cx, Path(id): Path<String>, request: Request) -> WebResult {
    cx.signed_in()?;
    let bytes = body(request).await?;
    let names: Names = if bytes.trim_ascii().is_empty() { Names::default() } else { parse_object(&bytes)? };
    let other = OtherNames { email: names.email, user_name: names.user_name };
    let given = actions::count_given(&cx, &id).await?;
    let person = actions::bring_back(&cx, &id, &other).await?.person;
    let back = json!({
        "id": person.id, "email": person.email, "userName": person.user_name, "handedOver": given,
    });
    Ok(Json(back).into_response())
}
