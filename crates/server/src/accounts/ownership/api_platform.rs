//! Ownership as clients of the platform ask for it (contract part 10), answered from the register. The ids in these
//! calls are those that the platform gave its dashboards and folders.

use axum::{
    Router,
    extract::{Path, RawQuery, Request},
    http::StatusCode,
    response::IntoResponse,
    routing::{delete, get, post},
};
use seatwarden_base::Result;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    actions,
    model::{Filter, Keeps, NewObject, ObjectKind, OwnedObject, Share, UNKNOWN_OBJECT},
};
use crate::{
    cx::{Cx, Permission},
    text::rfc3339,
    web::{
        Json, WebResult, body,
        legacy::{Parameters, whole},
        parse,
    },
};

/// How many folders one call takes out.
const LISTED_MAX: usize = 200;

/// Routes of this room that the platform has.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/dashboards/admin", get(list).post(search_list))
        .route("/api/v1/dashboards/searches", post(search))
        .route("/api/v1/dashboards/{id}", get(find))
        .route("/api/v1/dashboards/{id}/exists", get(exists))
        .route("/api/v1/dashboards/{id}/change_owner", post(change_owner))
        .route("/api/v1/dashboards/{id}/admin/change_owner", post(change_owner))
        .route("/api/v1/dashboards/{id}/shares", get(shares))
        .route("/api/shares/dashboard/{id}", get(shares_v09).post(set_shares))
        .route("/api/v1/navver", get(navigation))
        .route("/api/v1/folders", get(folders).post(make_folder))
        .route("/api/v1/folders/bulk", delete(delete_folders))
        .route("/api/v1/folders/{id}", get(folder).patch(change_folder).delete(delete_folder))
}

fn dashboard(object: &OwnedObject) -> Value {
    json!({
        "oid": object.external_id, "title": object.title, "owner": object.owner.id, "parentFolder": null,
        "shares": [], "created": rfc3339(object.created_at_ms), "lastUpdated": rfc3339(object.updated_at_ms),
    })
}

fn folder_body(object: &OwnedObject) -> Value {
    json!({
        "oid": object.external_id, "name": object.title, "owner": object.owner.id, "userId": object.owner.id,
        "type": "folder", "instanceType": "owner", "parentId": null, "created": rfc3339(object.created_at_ms),
        "lastUpdated": rfc3339(object.updated_at_ms),
    })
}

/// All registered objects of a kind; the register is walked to its end.
async fn all(cx: &Cx, kind: ObjectKind, search: Option<String>) -> Result<Vec<OwnedObject>> {
    let mut filter = Filter { kind: Some(kind), search, limit: 200, ..Filter::default() };
    let mut objects = Vec::new();
    loop {
        let page = actions::list(cx, &filter).await?;
        objects.extend(page.objects);
        match page.next {
            Some(next) => filter.after = Some(next),
            None => return Ok(objects),
        }
    }
}

async fn list(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    let parameters = Parameters::read(query.as_deref());
    let search = parameters.get("search").or_else(|| parameters.get("name")).map(str::to_owned);
    let mut found = all(&cx, ObjectKind::Dashboard, search).await?;
    if let Some(id) = parameters.get("id") {
        found.retain(|object| object.external_id == id);
    }
    let shown: Vec<Value> = found.iter().map(dashboard).collect();
    Ok(Json(shown).into_response())
}

async fn search_list(cx: Cx, request: Request) -> WebResult {
    let wanted: Value = parse(&body(request).await?)?;
    let found = searched(&cx, &wanted).await?;
    Ok(Json(json!(found)).into_response())
}

/// A page of dashboards. Clients ask for the next one until it is empty.
async fn search(cx: Cx, request: Request) -> WebResult {
    let wanted: Value = parse(&body(request).await?)?;
    Ok(Json(json!({ "items": searched(&cx, &wanted).await? })).into_response())
}

async fn searched(cx: &Cx, wanted: &Value) -> Result<Vec<Value>> {
    let text = wanted["queryParams"]["search"].as_str().filter(|text| !text.is_empty()).map(str::to_owned);
    let number = |name: &str| whole(&wanted["queryOptions"][name]).and_then(|it| usize::try_from(it).ok());
    let limit = number("limit").filter(|limit| *limit > 0).unwrap_or(50);
    let found = all(cx, ObjectKind::Dashboard, text).await?;
    Ok(found.iter().skip(number("skip").unwrap_or_default()).take(limit).map(dashboard).collect())
}

async fn of_id(cx: &Cx, kind: ObjectKind, id: &str) -> Result<OwnedObject> {
    actions::find_external(cx, kind, id).await
}

async fn find(cx: Cx, Path(id): Path<String>) -> WebResult {
    Ok(Json(dashboard(&of_id(&cx, ObjectKind::Dashboard, &id).await?)).into_response())
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
    let keeps = Keeps::of_word(&wanted.original_owner_rule)?;
    let object = of_id(&cx, ObjectKind::Dashboard, &id).await?;
    actions::transfer_objects(&cx, &[object.id], &wanted.owner_id, keeps).await?;
    Ok(Json(dashboard(&of_id(&cx, ObjectKind::Dashboard, &id).await?)).into_response())
}

fn share(share: &Share) -> Value {
    json!({ "shareId": share.party_id, "type": share.party_kind, "rule": share.rule, "subscribe": false })
}

async fn shares(cx: Cx, Path(id): Path<String>) -> WebResult {
    let object = of_id(&cx, ObjectKind::Dashboard, &id).await?;
    let shown: Vec<Value> = actions::shares_of(&cx, &object.id).await?.iter().map(share).collect();
    Ok(Json(shown).into_response())
}

/// The same, with the owner among them, who has no rule.
async fn shares_v09(cx: Cx, Path(id): Path<String>) -> WebResult {
    let object = of_id(&cx, ObjectKind::Dashboard, &id).await?;
    let mut shown = vec![json!({ "shareId": object.owner.id, "type": "user", "subscribe": false })];
    shown.extend(actions::shares_of(&cx, &object.id).await?.iter().map(share));
    Ok(Json(json!({ "sharesTo": shown })).into_response())
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Shares {
    shares_to: Vec<SharedTo>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct SharedTo {
    share_id: String,
    #[serde(rename = "type")]
    party_kind: String,
    rule: Option<String>,
}

/// Sets who else may use a dashboard; an entry without a rule is the owner.
async fn set_shares(cx: Cx, Path(id): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::ManageOwnership)?;
    let wanted: Shares = parse(&body(request).await?)?;
    let object = of_id(&cx, ObjectKind::Dashboard, &id).await?;
    let shares = wanted.shares_to.into_iter().filter_map(|share| {
        let rule = share.rule.filter(|rule| !rule.is_empty())?;
        Some(Share { party_kind: share.party_kind, party_id: share.share_id, rule })
    });
    let same = NewObject {
        kind: object.kind.word().to_owned(),
        external_id: object.external_id.clone(),
        title: object.title.clone(),
        owner: object.owner.id.clone(),
        shares: shares.collect(),
    };
    actions::register(&cx, vec![same]).await?;
    shares_v09(cx, Path(id)).await
}

/// The folders with their dashboards. The register knows no folders within folders.
async fn navigation(cx: Cx) -> WebResult {
    let folders = all(&cx, ObjectKind::Folder, None).await?;
    let shown: Vec<Value> = folders
        .iter()
        .map(|folder| {
            json!({ "oid": folder.external_id, "name": folder.title, "owner": folder.owner.id, "folders": [],
                "dashboards": [] })
        })
        .collect();
    Ok(Json(json!({ "folders": shown })).into_response())
}

async fn folders(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    let parameters = Parameters::read(query.as_deref());
    let found = all(&cx, ObjectKind::Folder, parameters.get("name").map(str::to_owned)).await?;
    let shown: Vec<Value> = found.iter().map(folder_body).collect();
    Ok(Json(shown).into_response())
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct FolderBody {
    name: Option<String>,
    owner: Option<String>,
}

/// Registers a folder of the caller's own under a new id. Answers 201.
async fn make_folder(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageOwnership)?;
    let wanted: FolderBody = parse(&body(request).await?)?;
    let external_id = cx.new_id()?;
    let owner = wanted.owner.unwrap_or_else(|| cx.person().map(|it| it.id.clone()).unwrap_or_default());
    register_folder(&cx, &external_id, wanted.name.unwrap_or_default(), owner).await?;
    let made = of_id(&cx, ObjectKind::Folder, &external_id).await?;
    Ok((StatusCode::CREATED, Json(folder_body(&made))).into_response())
}

async fn register_folder(cx: &Cx, external_id: &str, title: String, owner: String) -> Result<()> {
    let kind = ObjectKind::Folder.word().to_owned();
    let new = NewObject { kind, external_id: external_id.to_owned(), title, owner, shares: Vec::new() };
    match actions::register(cx, vec![new]).await?.pop() {
        Some(super::model::Verdict::Refused(why)) => Err(why.into()),
        _ => Ok(()),
    }
}

async fn folder(cx: Cx, Path(id): Path<String>) -> WebResult {
    Ok(Json(folder_body(&of_id(&cx, ObjectKind::Folder, &id).await?)).into_response())
}

/// Renames a folder, or hands it over.
async fn change_folder(cx: Cx, Path(id): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::ManageOwnership)?;
    let wanted: FolderBody = parse(&body(request).await?)?;
    let object = of_id(&cx, ObjectKind::Folder, &id).await?;
    if let Some(name) = wanted.name {
        register_folder(&cx, &id, name, object.owner.id.clone()).await?;
    }
    if let Some(owner) = wanted.owner {
        actions::transfer_objects(&cx, &[object.id], &owner, Keeps::View).await?;
    }
    folder(cx, Path(id)).await
}

/// Takes a folder out of the register. Answers 204.
async fn delete_folder(cx: Cx, Path(id): Path<String>) -> WebResult {
    cx.require(Permission::ManageOwnership)?;
    let object = of_id(&cx, ObjectKind::Folder, &id).await?;
    actions::unregister(&cx, &object.id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Takes the folders of `folderIds` out of the register; all or none, as far as they are there.
async fn delete_folders(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    cx.require(Permission::ManageOwnership)?;
    let ids = Parameters::read(query.as_deref()).list("folderIds");
    let mut objects = Vec::with_capacity(ids.len().min(LISTED_MAX));
    for id in ids.iter().take(LISTED_MAX) {
        objects.push(of_id(&cx, ObjectKind::Folder, id).await?);
    }
    for object in &objects {
        actions::unregister(&cx, &object.id).await?;
    }
    Ok(Json(json!({ "deleted": objects.len() })).into_response())
}
