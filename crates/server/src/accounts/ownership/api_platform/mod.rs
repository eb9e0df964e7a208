//! Ownership as clients of the platform ask for it (contract part 10), answered from the register. The ids in these
//! calls are those that the platform gave its dashboards and folders.

mod folders;
mod lists;

use axum::{
    Router,
    extract::{Path, RawQuery, Request},
    response::IntoResponse,
    routing::{get, post},
};
use seatwarden_base::Result;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    actions,
    model::{BAD_RULE, Edit, Keeps, ObjectKind, OwnedObject, Share, UNKNOWN_OBJECT},
};
use crate::{
    cx::{Cx, Permission},
    text::{id_key, rfc3339},
    web::{
        Json, WebResult, blamed, body,
        legacy::{Parameters, wrong_value},
        parse, small_body,
    },
};
use lists::Asked;

/// How many dashboards a page of a search shows unless the client says otherwise.
const PAGE_USUAL: usize = 50;

/// Routes of this room that the platform has.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/dashboards/admin", get(list).post(search_list))
        .route("/api/v1/dashboards/searches", post(search))
        .route("/api/v1/dashboards/{id}", get(find).patch(change))
        .route("/api/v1/dashboards/{id}/exists", get(exists))
        .route("/api/v1/dashboards/{id}/change_owner", post(change_owner))
        .route("/api/v1/dashboards/{id}/admin/change_owner", post(change_owner))
        .route("/api/v1/dashboards/{id}/shares", get(shares))
        .route("/api/shares/dashboard/{id}", get(shares_v09).post(set_shares))
        .merge(folders::router())
}

/// Dashboards with who may use them: one look-up for all of them.
async fn dashboards(cx: &Cx, objects: &[OwnedObject], asked: &Asked) -> Result<Vec<Value>> {
    let shares = actions::shares_of_many(cx, objects).await?;
    let one = |object: &OwnedObject| {
        let shares = shares.get(&object.id).map_or(&[][..], Vec::as_slice);
        asked.cut(json!({
            "oid": object.external_id, "title": object.title, "owner": object.owner.id,
            "parentFolder": object.folder.as_ref().map(|folder| &folder.external_id),
            "shares": with_owner(object, shares), "created": rfc3339(object.created_at_ms),
            "lastUpdated": rfc3339(object.updated_at_ms),
        }))
    };
    Ok(objects.iter().map(one).collect())
}

fn share(share: &Share) -> Value {
    json!({
        "shareId": share.party_id, "type": share.party_kind, "rule": share.rule, "subscribe": share.subscribed,
    })
}

/// Who may use an object, its owner first, who has no rule.
fn with_owner(object: &OwnedObject, shares: &[Share]) -> Vec<Value> {
    let owner = json!({ "shareId": object.owner.id, "type": "user", "subscribe": false });
    std::iter::once(owner).chain(shares.iter().map(share)).collect()
}

async fn list(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    cx.require(Permission::ReadOwnership)?;
    let asked = Asked::of_query(&Parameters::read(query.as_deref()))?;
    let found = actions::browse(&cx, ObjectKind::Dashboard, &asked.browse).await?;
    Ok(Json(dashboards(&cx, &found, &asked).await?).into_response())
}

async fn search_list(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ReadOwnership)?;
    let wanted: Value = parse(&small_body(request).await?)?;
    Ok(Json(searched(&cx, &wanted).await?).into_response())
}

/// A page of dashboards. Clients ask for the next one until it is empty.
async fn search(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ReadOwnership)?;
    let wanted: Value = parse(&small_body(request).await?)?;
    Ok(Json(json!({ "items": searched(&cx, &wanted).await? })).into_response())
}

async fn searched(cx: &Cx, wanted: &Value) -> Result<Vec<Value>> {
    let mut asked = Asked::of_body(wanted)?;
    asked.browse.limit.get_or_insert(PAGE_USUAL);
    let found = actions::browse(cx, ObjectKind::Dashboard, &asked.browse).await?;
    dashboards(cx, &found, &asked).await
}

async fn of_id(cx: &Cx, kind: ObjectKind, id: &str) -> Result<OwnedObject> {
    actions::find_external(cx, kind, id).await
}

async fn find(cx: Cx, Path(id): Path<String>) -> WebResult {
    let object = of_id(&cx, ObjectKind::Dashboard, &id).await?;
    let shown = dashboards(&cx, &[object], &Asked::default()).await?.pop();
    Ok(Json(shown).into_response())
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Changed {
    title: Option<String>,
    #[serde(deserialize_with = "folders::given")]
    parent_folder: Option<String>,
}

/// Gives a dashboard another title, or puts it into another folder.
async fn change(cx: Cx, Path(id): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::ManageOwnership)?;
    let wanted: Changed = parse(&body(request).await?)?;
    let object = of_id(&cx, ObjectKind::Dashboard, &id).await?;
    let edit = Edit { title: wanted.title, folder: wanted.parent_folder };
    let edited = actions::edit(&cx, &object.id, &edit).await;
    edited.map_err(|error| blamed(error, &[("folder", "parentFolder")]))?;
    find(cx, Path(id)).await
}

async fn exists(cx: Cx, Path(id): Path<String>) -> WebResult {
    let exists = match of_id(&cx, ObjectKind::Dashboard, &id).await {
        Ok(_) => true,
        Err(error) if error.is(&UNKNOWN_OBJECT) => false,
        Err(other) => return Err(other.into()),
    };
    Ok(Json(json!({ "exists": exists })).into_response())
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct NewOwner {
    owner_id: String,
    original_owner_rule: String,
}

async fn change_owner(cx: Cx, Path(id): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::ManageOwnership)?;
    let wanted: NewOwner = parse(&body(request).await?)?;
    let names = [("to", "ownerId"), ("previousOwnerKeeps", "originalOwnerRule")];
    let keeps = Keeps::of_word(&wanted.original_owner_rule).map_err(|it| blamed(it.into(), &names))?;
    let object = of_id(&cx, ObjectKind::Dashboard, &id).await?;
    let transferred = actions::transfer_objects(&cx, &[object.id], &wanted.owner_id, keeps).await;
    transferred.map_err(|error| blamed(error, &names))?;
    find(cx, Path(id)).await
}

async fn shares(cx: Cx, Path(id): Path<String>) -> WebResult {
    let object = of_id(&cx, ObjectKind::Dashboard, &id).await?;
    let shown: Vec<Value> = actions::shares_of(&cx, &object.id).await?.iter().map(share).collect();
    Ok(Json(shown).into_response())
}

/// The same, with the owner among them, who has no rule.
async fn shares_v09(cx: Cx, Path(id): Path<String>) -> WebResult {
    let object = of_id(&cx, ObjectKind::Dashboard, &id).await?;
    let shares = actions::shares_of(&cx, &object.id).await?;
    Ok(Json(json!({ "sharesTo": with_owner(&object, &shares) })).into_response())
}

/// The shares of a body; refuses one that does not say who they are, or what, with `web.wrong_value`: it would take
/// everybody's away.
fn shared_to(bytes: &[u8]) -> Result<Vec<SharedTo>> {
    let mut given: Value = parse(bytes)?;
    let list = given.get_mut("sharesTo").map(Value::take).filter(Value::is_array);
    let list = list.ok_or_else(|| wrong_value("sharesTo"))?;
    serde_json::from_value(list).map_err(|_| wrong_value("sharesTo").into())
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct SharedTo {
    share_id: String,
    #[serde(rename = "type")]
    party_kind: String,
    rule: Option<String>,
    subscribe: Option<bool>,
}

impl SharedTo {
    /// What is to be kept of it; nothing of the owner, whom clients send along without a rule or with the rule
    /// `owner`. Refuses with `ownership.bad_rule` if somebody else is to be an owner, or nothing.
    fn kept(self, owner_id: &str) -> Result<Option<Share>> {
        let share_id = id_key(&self.share_id);
        if share_id == owner_id && matches!(self.party_kind.as_str(), "user" | "") {
            return Ok(None);
        }
        match self.rule {
            Some(rule) if !matches!(rule.as_str(), "" | "owner") => Ok(Some(Share {
                party_kind: self.party_kind,
                party_id: share_id,
                rule,
                subscribed: self.subscribe.unwrap_or_default(),
            })),
            _ => Err(BAD_RULE.on("rule").into()),
        }
    }
}

/// Sets who else may use a dashboard; whoever is not in the list may no longer.
async fn set_shares(cx: Cx, Path(id): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::ManageOwnership)?;
    let wanted = shared_to(&body(request).await?)?;
    let object = of_id(&cx, ObjectKind::Dashboard, &id).await?;
    let kept: Result<Vec<Option<Share>>> =
        wanted.into_iter().map(|share| share.kept(&object.owner.id)).collect();
    let shares: Vec<Share> = kept?.into_iter().flatten().collect();
    actions::set_shares(&cx, &object.id, &shares).await?;
    shares_v09(cx, Path(id)).await
}
