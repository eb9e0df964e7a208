//! Roles over API v0.9 (contract part 7): reading them, and writing custom ones. Manifests are those of the original;
//! what they say beyond our permissions is kept and means nothing here.

use std::collections::HashMap;

use axum::{
    Router,
    extract::{Path, RawQuery, Request},
    response::IntoResponse,
    routing::get,
};
use seatwarden_base::Result;
use serde_json::{Value, json};

use super::{
    actions::{self, Edit},
    manifest,
    model::{BAD_MANIFEST, Beside, UNKNOWN_PART, Wish},
};
use crate::{
    cx::{Cx, Permission, Role},
    web::{Json, WebResult, body, legacy::Parameters, needs_object, parse},
};

/// Routes of this room on v0.9.
pub fn router() -> Router {
    Router::new()
        .route("/api/roles", get(list).post(create))
        .route("/api/roles/{role}", get(find).put(update).delete(delete))
        .route(
            "/api/roles/{role}/manifest/{path}",
            get(find_part).post(merge_part).put(put_part).delete(delete_part),
        )
}

/// A role in few words, as it is shown inside of others.
pub fn short(role: &Role) -> Value {
    json!({ "_id": role.id, "name": role.name, "displayName": role.display_name })
}

/// What a role allows, in the sections of the original, with what is kept of its manifest.
pub async fn manifest_of(cx: &Cx, role: &Role) -> Result<Value> {
    let mut beside = actions::beside(&mut cx.db.read().await?).await?;
    whole(role, &beside.remove(&role.id).unwrap_or_default())
}

fn whole(role: &Role, beside: &Beside) -> Result<Value> {
    let kept = match beside.manifest.as_str() {
        "" => Value::Null,
        text => actions::read_manifest(text)?,
    };
    Ok(manifest::shown(role, &kept))
}

fn shown(role: &Role, beside: &HashMap<String, Beside>, manifest: bool) -> Result<Value> {
    let nothing = Beside::default();
    let beside = beside.get(&role.id).unwrap_or(&nothing);
    let mut shown = short(role);
    let description = &beside.description;
    shown["desc"] = json!(if description.is_empty() { &role.display_name } else { description });
    shown["baseRoleName"] = json!(role.base.name());
    shown["parent"] = Value::Null;
    if manifest {
        shown["manifest"] = whole(role, beside)?;
    }
    Ok(shown)
}

fn wants_manifest(query: Option<&str>) -> bool {
    let parameters = Parameters::read(query);
    ["includeManifest", "compiledRoles", "compiledRole"].iter().any(|name| parameters.is_on(name))
}

/// All roles, strongest first.
async fn list(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    cx.require(Permission::ReadOwnAccount)?;
    let manifest = wants_manifest(query.as_deref());
    let mut tx = cx.db.read().await?;
    let roles = actions::list(&mut tx).await?;
    let beside = actions::beside(&mut tx).await?;
    let shown: Vec<Value> = roles.iter().map(|role| shown(role, &beside, manifest)).collect::<Result<_>>()?;
    Ok(Json(shown).into_response())
}

/// One role, by id or any spelling of its name.
async fn find(cx: Cx, Path(key): Path<String>, RawQuery(query): RawQuery) -> WebResult {
    cx.require(Permission::ReadOwnAccount)?;
    let mut tx = cx.db.read().await?;
    let role = actions::named(&mut tx, &key).await?;
    let beside = actions::beside(&mut tx).await?;
    Ok(Json(shown(&role, &beside, wants_manifest(query.as_deref()))?).into_response())
}

/// What a body says of a role; unknown keys are passed over. Only a new role is called by its `name`, and
/// shown by it unless a `displayName` says otherwise: later that is the name in the API, which stays.
async fn wish(request: Request, is_new: bool) -> Result<Wish> {
    let given: Value = parse(&body(request).await?)?;
    if !given.is_object() {
        return Err(needs_object().into());
    }
    let text = |name: &str| given[name].as_str().map(str::to_owned);
    let name = text("name").filter(|name| is_new && !name.trim().is_empty());
    Ok(Wish {
        display_name: text("displayName").or_else(|| name.clone()),
        name,
        description: text("desc").or_else(|| text("description")),
        base: text("baseRoleName").or_else(|| text("baseRole")),
        manifest: given.get("manifest").filter(|manifest| !manifest.is_null()).cloned(),
    })
}

async fn answer(cx: &Cx, role: &Role) -> WebResult {
    let beside = actions::beside(&mut cx.db.read().await?).await?;
    Ok(Json(shown(role, &beside, true)?).into_response())
}

/// Makes a custom role on `baseRoleName`, Viewer unless it is said. Answers the role.
async fn create(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageRoles)?;
    let made = actions::create_wished(&cx, wish(request, true).await?).await?;
    answer(&cx, &made.role).await
}

/// Changes what is sent of a role. Answers the role.
async fn update(cx: Cx, Path(key): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::ManageRoles)?;
    let changed = actions::update_wished(&cx, &key, wish(request, false).await?).await?;
    answer(&cx, &changed.role).await
}

/// Deletes a custom role; its users get the role it stood on.
async fn delete(cx: Cx, Path(key): Path<String>) -> WebResult {
    cx.require(Permission::ManageRoles)?;
    let role = actions::named(&mut cx.db.read().await?, &key).await?;
    actions::delete(&cx, &role.id).await?;
    Ok(Json(json!({})).into_response())
}

/// A part of what a role allows; the path comes percent-encoded, like `%2Fdashboards`.
async fn find_part(cx: Cx, Path((key, path)): Path<(String, String)>) -> WebResult {
    cx.require(Permission::ReadOwnAccount)?;
    let role = actions::named(&mut cx.db.read().await?, &key).await?;
    let manifest = manifest_of(&cx, &role).await?;
    let part = manifest::part(&manifest, &manifest::pieces(&path)?).ok_or(UNKNOWN_PART)?;
    Ok(Json(part).into_response())
}

async fn edit(cx: Cx, key: &str, path: &str, edit: Edit) -> WebResult {
    Ok(Json(actions::edit_manifest(&cx, key, path, edit).await?).into_response())
}

async fn sent(request: Request) -> Result<Value> {
    let given: Value = parse(&body(request).await?)?;
    if given.is_null() { Err(BAD_MANIFEST.into()) } else { Ok(given) }
}

/// Puts what is sent over a part of what a role allows. Answers the part.
async fn merge_part(cx: Cx, Path((key, path)): Path<(String, String)>, request: Request) -> WebResult {
    cx.require(Permission::ManageRoles)?;
    edit(cx, &key, &path, Edit::Merge(sent(request).await?)).await
}

/// Puts what is sent in place of a part of what a role allows. Answers the part.
async fn put_part(cx: Cx, Path((key, path)): Path<(String, String)>, request: Request) -> WebResult {
    cx.require(Permission::ManageRoles)?;
    edit(cx, &key, &path, Edit::Put(sent(request).await?)).await
}

/// Takes a part out of what a role allows.
async fn delete_part(cx: Cx, Path((key, path)): Path<(String, String)>) -> WebResult {
    cx.require(Permission::ManageRoles)?;
    edit(cx, &key, &path, Edit::Take).await
}
