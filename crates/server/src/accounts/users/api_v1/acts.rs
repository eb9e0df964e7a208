//! One act on many users over our own API: what it would do, doing it, and what became of it.

use axum::{
    Router,
    extract::{Path, Query, Request},
    http::StatusCode,
    response::IntoResponse,
    routing::{get, post},
};
use seatwarden_base::{Refusal, Result};
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::{
    actions::{self, Act, Begun, Chosen, Forecast, LongAct, UNKNOWN_ACT},
    listing::{CHOOSE_WHOM, ListQuery},
};
use crate::{
    accounts::roles,
    cx::Cx,
    text::rfc3339,
    web::{Json, Limit, WebResult, blamed, body, paged, parse_object, place, read_place, shorten},
};

pub(super) fn router() -> Router {
    Router::new()
        .route("/api/v1/users/acts", get(list).post(begin))
        .route("/api/v1/users/acts/{id}", get(find))
        .route("/api/v1/users/acts/{id}/stop", post(stop))
}

/// Any other name is refused: whoever wrote `dryrun` for `dryRun` would change everybody.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct Wish {
    act: String,
    role: String,
    group: String,
    of: String,
    ids: Option<Vec<String>>,
    query: Option<String>,
    everybody: bool,
    dry_run: bool,
    fingerprint: Option<String>,
}

/// What the call calls the fields that a refusal blames.
const NAMES: [(&str, &str); 2] = [("roleId", "role"), ("groups", "group")];

/// Why somebody is left out.
fn reason(name: &str, code: &str, detail: &str) -> Value {
    json!({ "userName": name, "code": code, "detail": detail })
}

fn forecast_body(cx: &Cx, act: &Act, forecast: &Forecast) -> Value {
    let t = cx.text();
    let reasons = forecast.reasons.iter().map(|(name, why)| reason(name, why.code, &t.refusal(why).0));
    let reasons: Vec<Value> = reasons.collect();
    let mut body = json!({
        "all": forecast.all, "changed": forecast.changed, "unchanged": forecast.unchanged,
        "refused": forecast.refused, "reasons": reasons, "fingerprint": forecast.fingerprint,
    });
    if *act == Act::Delete {
        let owned = forecast.owned.counts.iter().map(|(kind, count)| (kind.word().to_owned(), json!(count)));
        body["owned"] = Value::Object(owned.collect());
        body["ownedHasMore"] = json!(forecast.owned.has_more);
    }
    body
}

fn shown(cx: &Cx, act: &LongAct) -> Value {
    let t = cx.text();
    let reasons = act.reasons.iter().map(|(name, why)| reason(name, &why.code, &t.kept_refusal(why).0));
    let reasons: Vec<Value> = reasons.collect();
    json!({
        "id": act.id, "act": act.act.word(), "state": act.state.word(), "startedBy": act.actor_name,
        "all": act.total, "done": act.position, "changed": act.changed, "unchanged": act.unchanged,
        "refused": act.refused, "reasons": reasons, "created": rfc3339(act.created_at_ms),
        "reason": act.why.as_ref().map(|why| t.kept_refusal(why).0),
    })
}

/// Whom the act is about, said in one way: a slip must not make it about everybody. Refuses with `users.choose_whom`,
/// `roles.unknown`, and as [`ListQuery::read_strictly`] does.
async fn chosen(cx: &Cx, act: &Act, wish: &Wish) -> Result<Chosen> {
    match (&wish.ids, &wish.query, wish.everybody) {
        (None, None, false) => Ok(Chosen::of_way_back(act).ok_or(CHOOSE_WHOM)?),
        // Whoever is deleted is in no list of users.
        _ if matches!(act, Act::BringBack(_)) => Err(CHOOSE_WHOM.into()),
        (Some(ids), None, false) => Ok(Chosen::These(ids.clone())),
        (None, Some(query), false) => {
            let mut query = ListQuery::read_strictly(query)?;
            if let Some(role) = &mut query.role {
                *role = roles::named(&mut cx.db.read().await?, role).await?.id;
            }
            Ok(Chosen::Fitting(Box::new(query)))
        }
        (None, None, true) => Ok(Chosen::Fitting(Box::default())),
        _ => Err(CHOOSE_WHOM.into()),
    }
}

/// Of an act that there is not, what there is: a script sees no list to choose from.
fn with_words(refusal: Refusal) -> Refusal {
    if refusal.code == UNKNOWN_ACT.code {
        refusal.with("audience", "scripts").with("words", Act::WORDS.join(", "))
    } else {
        refusal
    }
}

/// `POST /api/v1/users/acts`: does something to many users: `{"act", "role" or "group", "ids", "query" or "everybody"}`, or
/// takes another act back: `{"act": "take_back", "of"}` gives the roles of before it back, or brings those back whom it
/// deleted. With `dryRun` it only says what would become of it; its `fingerprint`, sent along, has it done only if it is about the same
/// users still. Answers 200 with the act, or 202 while a job is at it.
async fn begin(cx: Cx, request: Request) -> WebResult {
    actions::require_any_act(&cx)?;
    let wish: Wish = parse_object(&body(request).await?)?;
    let act = match wish.act.as_str() {
        actions::TAKE_BACK => actions::take_back(&cx, &wish.of).await?,
        word if actions::is_way_back(word) => Act::read(word, &wish.of, "")?,
        word => Act::read(word, &wish.role, &wish.group).map_err(with_words)?,
    };
    let chosen = chosen(&cx, &act, &wish).await?;
    let told = |error| blamed(error, &NAMES);
    if wish.dry_run {
        let forecast = actions::forecast(&cx, &act, &chosen).await.map_err(told)?;
        return Ok(Json(forecast_body(&cx, &act, &forecast)).into_response());
    }
    let begun = actions::begin_act(&cx, &act, &chosen, wish.fingerprint.as_deref()).await;
    let (status, id) = match begun.map_err(told)? {
        Begun::Done(id, _) | Begun::Stopped(id) => (StatusCode::OK, id),
        Begun::Running(id) => (StatusCode::ACCEPTED, id),
    };
    let act = actions::find_act(&cx, &id).await?;
    Ok((status, Json(shown(&cx, &act))).into_response())
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    after: String,
    limit: Limit,
}

/// How many acts a page has, and has at most.
const LISTED: u16 = 100;

/// `GET /api/v1/users/acts?after=&limit=`: the latest acts, newest first, without the reasons.
async fn list(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let (after, limit) = (read_place(&asked.after)?, asked.limit.within(LISTED, LISTED)?);
    let place_of = |act: &LongAct| (act.created_at_ms, act.id.clone());
    let mut acts = actions::list_acts(&cx).await?;
    // The latest are all that can be listed.
    acts.retain(|act| after.as_ref().is_none_or(|after| place_of(act) < *after));
    let mut next = None;
    shorten(&mut acts, &mut next, limit, place_of);
    let items: Vec<Value> = acts.iter().map(|act| shown(&cx, act)).collect();
    let next = next.map(|(at_ms, id)| place(at_ms, &id));
    Ok(paged(&items, "after", next.as_ref()))
}

/// `GET /api/v1/users/acts/{id}`: how far an act is, and whom it left out and why.
async fn find(cx: Cx, Path(id): Path<String>) -> WebResult {
    Ok(Json(shown(&cx, &actions::find_act(&cx, &id).await?)).into_response())
}

/// `POST /api/v1/users/acts/{id}/stop`: stops an act that a job is at; what it did stays. Answers the act.
async fn stop(cx: Cx, Path(id): Path<String>) -> WebResult {
    Ok(Json(shown(&cx, &actions::stop_act(&cx, &id).await?)).into_response())
}
