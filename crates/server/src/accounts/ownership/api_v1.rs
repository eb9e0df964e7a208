//! Ownership over our own API v1: what the platform registers, and what it follows.

use axum::{
    Router,
    body::Bytes,
    extract::{Path, Query, Request},
    http::StatusCode,
    response::IntoResponse,
    routing::get,
};
use seatwarden_base::{Refusal, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{
    actions,
    hand_over::{Forecast, Scope, Wish},
    model::{
        BAD_RULE, BOTH_NAMED, Filter, Keeps, NewObject, ObjectKind, OwnedObject, Owner, State, Transfer,
        Verdict,
    },
};
use crate::{
    cx::Cx,
    text::{is_id, rfc3339},
    web::{BAD_PLACE, Json, Limit, WebResult, body, linked, paged, parse, read_number},
};

/// How many items a page has unless the client says otherwise.
const LIMIT_USUAL: u16 = 50;
/// The most that a page has.
const LIMIT_MAX: u16 = 200;

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/ownership/objects", get(list).post(register))
        .route("/api/v1/ownership/objects/csv", axum::routing::post(register_table))
        .route("/api/v1/ownership/objects/{id}", get(find).delete(unregister))
        .route("/api/v1/ownership/owners/{user}", get(owner))
        .route("/api/v1/ownership/transfers", get(changes).post(transfer))
        .route("/api/v1/ownership/transfers/{id}", get(transfer_of))
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ObjectBody<'a> {
    id: &'a str,
    kind: &'static str,
    external_id: &'a str,
    title: &'a str,
    owner: Value,
    folder: Option<&'a str>,
    created: String,
    updated: String,
}

impl<'a> ObjectBody<'a> {
    fn of(object: &'a OwnedObject) -> Self {
        let owner = &object.owner;
        Self {
            id: &object.id,
            kind: object.kind.word(),
            external_id: &object.external_id,
            title: &object.title,
            owner: json!({
                "id": owner.id, "name": owner.name, "email": (!owner.is_former).then_some(&owner.email),
                "deleted": owner.is_former,
            }),
            folder: object.folder.as_ref().map(|folder| folder.external_id.as_str()),
            created: rfc3339(object.created_at_ms),
            updated: rfc3339(object.updated_at_ms),
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    owner: String,
    kind: String,
    search: String,
    after: String,
    limit: Limit,
}

/// The place in a list that goes by id. Refuses with `web.bad_place`.
fn read_id(text: &str) -> Result<String> {
    if is_id(text) { Ok(text.to_ascii_lowercase()) } else { Err(BAD_PLACE.into()) }
}

/// `GET /api/v1/ownership/objects?owner=&kind=&search=&after=&limit=`: registered objects, newest first.
/// `owner` is an id, user name or address. Answers `{"items": […], "next": "…"}`; `next` is null at the end, and
/// is what `after` takes for the next page.
async fn list(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let owner_id = match given(&asked.owner) {
        Some(owner) => Some(actions::owner(&cx, &owner, "owner").await?.id),
        None => None,
    };
    let filter = Filter {
        owner_id,
        kind: given(&asked.kind).map(|word| ObjectKind::of_word(&word)).transpose()?,
        search: given(&asked.search),
        after: given(&asked.after).as_deref().map(read_id).transpose()?,
        limit: asked.limit.within(LIMIT_USUAL, LIMIT_MAX)?.into(),
    };
    let page = actions::list(&cx, &filter).await?;
    let items: Vec<ObjectBody<'_>> = page.objects.iter().map(ObjectBody::of).collect();
    Ok(paged(&items, "after", page.next.as_ref()))
}

/// `GET /api/v1/ownership/objects/{id}`: one object, with who else may use it.
async fn find(cx: Cx, Path(id): Path<String>) -> WebResult {
    let object = actions::find(&cx, &id).await?;
    let mut body = json!(ObjectBody::of(&object));
    body["shares"] = json!(actions::shares_of(&cx, &id).await?);
    Ok(Json(body).into_response())
}

fn verdict(cx: &Cx, verdict: &Verdict) -> Value {
    match verdict {
        Verdict::Added(id) | Verdict::Updated(id) | Verdict::Unchanged(id) => {
            json!({ "verdict": verdict.word(), "id": id })
        }
        Verdict::Refused(refusal) => json!({
            "verdict": verdict.word(), "code": refusal.code, "field": refusal.field,
            "detail": cx.text().refusal(refusal).0,
        }),
    }
}

/// `POST /api/v1/ownership/objects`: registers one object or a list of up to 10,000:
/// `{"kind", "externalId", "title", "owner", "folder", "shares": [{"type", "partyId", "rule", "subscribed"}]}`. Answers
/// `{"items": [{"verdict": "added" | "updated" | "unchanged" | "refused", …}]}` in the same order. One that is
/// refused keeps no other from being registered; an object never changes hands by this. An entry that says something else of
/// an object than one before is refused.
async fn register(cx: Cx, request: Request) -> WebResult {
    cx.signed_in()?;
    let bytes = body(request).await?;
    let objects: Vec<NewObject> = match parse::<Value>(&bytes)? {
        Value::Array(_) => parse(&bytes)?,
        _ => vec![parse(&bytes)?],
    };
    let verdicts = actions::register(&cx, objects).await?;
    let items: Vec<Value> = verdicts.iter().map(|it| verdict(&cx, it)).collect();
    Ok(Json(json!({ "items": items })).into_response())
}

/// `POST /api/v1/ownership/objects/csv`: the same from a table (`text/csv`) with the columns kind, external id,
/// title and owner; each verdict with its line.
async fn register_table(cx: Cx, request: Request) -> WebResult {
    cx.signed_in()?;
    let bytes: Bytes = body(request).await?;
    let rows = actions::register_file(&cx, &bytes).await?;
    let items: Vec<Value> = rows
        .iter()
        .map(|(line, _, of)| {
            let mut item = verdict(&cx, of);
            item["line"] = json!(line);
            item
        })
        .collect();
    Ok(Json(json!({ "items": items })).into_response())
}

/// `DELETE /api/v1/ownership/objects/{id}`: takes an object out of the register. Answers 204.
async fn unregister(cx: Cx, Path(id): Path<String>) -> WebResult {
    cx.signed_in()?;
    actions::unregister(&cx, &[&id]).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `GET /api/v1/ownership/owners/{user}`: how many objects of each kind a user owns.
async fn owner(cx: Cx, Path(user): Path<String>) -> WebResult {
    let owner = actions::owner(&cx, &user, "owner").await?;
    let counts = actions::counts_of(&mut cx.db.read().await?, &owner.id).await?;
    let counts: serde_json::Map<String, Value> =
        counts.into_iter().map(|(kind, count)| (kind.word().to_owned(), json!(count))).collect();
    Ok(Json(json!({ "id": owner.id, "name": owner.name, "deleted": owner.is_former, "counts": counts }))
        .into_response())
}

fn transfer_body(transfer: &Transfer) -> Value {
    json!({
        "id": transfer.id, "what": transfer.what.word(), "from": transfer.from_user_id,
        "to": transfer.to_user_id, "kind": transfer.kind.map(ObjectKind::word),
        "previousOwnerKeeps": transfer.keeps.word(), "state": transfer.state.word(),
        "total": transfer.total, "moved": transfer.moved, "counts": transfer.counts,
        "by": transfer.actor_name, "created": rfc3339(transfer.created_at_ms),
        "finished": transfer.finished_at_ms.map(rfc3339), "backOf": transfer.back_of,
    })
}

fn forecast_body(cx: &Cx, forecast: &Forecast) -> Value {
    let t = cx.text();
    let reasons: Vec<Value> = forecast
        .reasons
        .iter()
        .map(|(title, why)| json!({ "title": title, "code": why.code, "detail": t.refusal(why).0 }))
        .collect();
    let counts: serde_json::Map<String, Value> =
        forecast.counts.iter().map(|(kind, count)| (kind.word().to_owned(), json!(count))).collect();
    let people = |people: &[Owner]| -> Vec<Value> {
        people.iter().map(|it| json!({ "id": it.id, "name": it.name })).collect()
    };
    let receiver = |it: &Owner| json!({ "id": it.id, "name": it.name, "service": it.is_service });
    let receivers: Vec<Value> = forecast.receivers.iter().map(receiver).collect();
    json!({
        "all": forecast.all, "changed": forecast.changed, "unchanged": forecast.unchanged,
        "refused": forecast.refused, "reasons": reasons, "counts": counts, "titles": forecast.names,
        "from": people(&forecast.givers), "to": receivers,
        "previousOwnerKeeps": forecast.keeps.word(), "fingerprint": forecast.fingerprint,
    })
}

/// Any other name is refused: whoever wrote `dryrun` for `dryRun` would hand everything over.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
struct Wanted {
    from: String,
    to: String,
    kind: Option<String>,
    objects: Option<Vec<String>>,
    back_of: Option<String>,
    previous_owner_keeps: Option<String>,
    dry_run: bool,
    fingerprint: Option<String>,
}

impl Wanted {
    /// What is meant, said in one way. Refuses with `ownership.both_named`, `ownership.bad_rule` or `ownership.unknown_kind`.
    fn wish(self) -> Result<Wish, Refusal> {
        let keeps = match self.previous_owner_keeps.as_deref() {
            Some("") => return Err(BAD_RULE),
            // Whoever gives something back keeps nothing of it, unless it is said.
            None if self.back_of.is_some() => Keeps::Nothing,
            word => Keeps::of_word(word.unwrap_or_default())?,
        };
        let kind = self.kind.as_deref().map(ObjectKind::of_word).transpose()?;
        let names_owner = !self.from.is_empty() || kind.is_some();
        let scope = match (self.back_of, self.objects) {
            (Some(id), None) if !names_owner && self.to.is_empty() => Scope::Back(id),
            // Also an empty list: whoever found nothing to hand over does not mean everything.
            (Some(_), _) => return Err(BOTH_NAMED),
            (None, Some(_)) if names_owner => return Err(BOTH_NAMED),
            (None, objects) if !names_owner => Scope::These(objects.unwrap_or_default()),
            (None, _) => Scope::Of { from: self.from, kind },
        };
        Ok(Wish { scope, to: self.to, keeps })
    }
}

/// `POST /api/v1/ownership/transfers`: hands objects over: `{"objects": [ids], "to"}` with up to 200, `{"from", "to", "kind"}`
/// for all of a user, or all of one kind, or `{"backOf"}` for what a transfer moved, back to whoever had it before.
/// `previousOwnerKeeps` is `view` (the usual, but for `backOf`), `edit` or `none`. Two of them together, other names and empty
/// values are refused: a kind that is misspelt would hand over every kind. With `dryRun` it only says what it would do; the
/// `fingerprint` of that, sent along, has it done only if it is about the same objects still. Answers the transfer; 202 if a
/// job goes on with it.
async fn transfer(cx: Cx, request: Request) -> WebResult {
    cx.signed_in()?;
    let mut wanted: Wanted = parse(&body(request).await?)?;
    let (dry_run, fingerprint) = (wanted.dry_run, wanted.fingerprint.take());
    let wish = wanted.wish()?;
    if dry_run {
        let forecast = actions::foresee_hand_over(&cx, &wish).await?;
        return Ok(Json(forecast_body(&cx, &forecast)).into_response());
    }
    let transfer = actions::hand_over(&cx, &wish, fingerprint.as_deref()).await?;
    let status = if transfer.state == State::Running { StatusCode::ACCEPTED } else { StatusCode::OK };
    Ok((status, Json(transfer_body(&transfer))).into_response())
}

/// `GET /api/v1/ownership/transfers/{id}`: a transfer and how far it is.
async fn transfer_of(cx: Cx, Path(id): Path<String>) -> WebResult {
    Ok(Json(transfer_body(&actions::transfer_of(&cx, &id).await?)).into_response())
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Place {
    after: String,
    limit: Limit,
}

/// `GET /api/v1/ownership/transfers?after=&limit=`: every object that changed hands after a place in the feed,
/// oldest first. Answers `{"items": […], "next": …}`; `next` is where to ask on, now or later, and repeats
/// `after` as long as there is nothing new. The feed goes back 180 days.
async fn changes(cx: Cx, Query(place): Query<Place>) -> WebResult {
    let limit = place.limit.within(LIMIT_USUAL, LIMIT_MAX)?;
    let after = read_number(&place.after)?.unwrap_or(0);
    let changes = actions::changes(&cx, after, limit.into()).await?;
    let next = changes.last().map_or(after, |change| change.sequence);
    let items: Vec<Value> = changes
        .iter()
        .map(|change| {
            let mut item = json!(change);
            item["at"] = json!(rfc3339(change.at_ms));
            item
        })
        .collect();
    // Somebody who follows links shall come to an end.
    let place = (!items.is_empty()).then(|| next.to_string());
    Ok(linked(Json(json!({ "items": items, "next": next })).into_response(), "after", place))
}
