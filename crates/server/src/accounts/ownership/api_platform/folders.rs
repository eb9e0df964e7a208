//! Folders, and the tree of them.

use std::collections::{BTreeSet, HashMap, HashSet};

use axum::{
    Router,
    extract::{Path, RawQuery, Request},
    http::StatusCode,
    response::IntoResponse,
    routing::{delete, get},
};
use seatwarden_base::Result;
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

use super::{
    super::{
        actions,
        model::{Browse, Edit, NewObject, ObjectKind, OwnedObject, Place, Sort, Verdict},
    },
    lists::Asked,
    of_id,
};
use crate::{
    cx::{Cx, Permission},
    text::rfc3339,
    web::{
        Json, WebResult, blamed, body,
        legacy::{Parameters, wrong_value},
        parse,
    },
};

/// What the platform calls that which a refusal blames.
const NAMES: [(&str, &str); 3] = [("title", "name"), ("folder", "parentId"), ("to", "owner")];

pub(super) fn router() -> Router {
    Router::new()
        .route("/api/v1/navver", get(navigation))
        .route("/api/v1/folders", get(list).post(make))
        .route("/api/v1/folders/bulk", delete(delete_many))
        .route("/api/v1/folders/{id}", get(find).patch(change).delete(delete_one))
}

fn shown(object: &OwnedObject) -> Value {
    json!({
        "oid": object.external_id, "name": object.title, "owner": object.owner.id, "userId": object.owner.id,
        "type": "folder", "instanceType": "owner",
        "parentId": object.folder.as_ref().map(|folder| &folder.external_id),
        "created": rfc3339(object.created_at_ms), "lastUpdated": rfc3339(object.updated_at_ms),
    })
}

/// Puts folders into each other: those at the root, and those of each other one by its id.
struct Tree<'a> {
    roots: Vec<&'a OwnedObject>,
    inside: HashMap<&'a str, Vec<&'a OwnedObject>>,
}

impl<'a> Tree<'a> {
    /// A folder whose own folder is not among them stands at the root.
    fn of(folders: &'a [OwnedObject]) -> Self {
        let known: HashSet<&str> = folders.iter().map(|folder| folder.id.as_str()).collect();
        let mut tree = Self { roots: Vec::new(), inside: HashMap::new() };
        for folder in folders {
            match folder.folder.as_ref().filter(|parent| known.contains(parent.id.as_str())) {
                Some(parent) => tree.inside.entry(&parent.id).or_default().push(folder),
                None => tree.roots.push(folder),
            }
        }
        tree
    }

    /// These folders, with those inside as `folders`. Folders lie in each other 30 deep at most.
    fn shown(&self, folders: &[&OwnedObject], one: &impl Fn(&OwnedObject) -> Value) -> Vec<Value> {
        let show = |folder: &&OwnedObject| {
            let mut shown = one(folder);
            let inside = self.inside.get(folder.id.as_str()).map_or(&[][..], Vec::as_slice);
            shown["folders"] = json!(self.shown(inside, one));
            shown
        };
        folders.iter().map(show).collect()
    }
}

/// The dashboards that lie in a folder, in the order of their titles, by our id of the folder.
async fn dashboards_by_folder(cx: &Cx) -> Result<HashMap<String, Vec<Value>>> {
    let in_folders = Browse { place: Place::AnyFolder, sort: Sort::Title, ..Browse::default() };
    let mut dashboards: HashMap<String, Vec<Value>> = HashMap::new();
    for dashboard in actions::browse(cx, ObjectKind::Dashboard, &in_folders).await? {
        let shown = json!({
            "oid": dashboard.external_id, "title": dashboard.title, "owner": dashboard.owner.id,
        });
        if let Some(folder) = dashboard.folder {
            dashboards.entry(folder.id).or_default().push(shown);
        }
    }
    Ok(dashboards)
}

/// The folders in each other, with their dashboards.
async fn navigation(cx: Cx) -> WebResult {
    let by_title = Browse { sort: Sort::Title, ..Browse::default() };
    let folders = actions::browse(&cx, ObjectKind::Folder, &by_title).await?;
    let dashboards = dashboards_by_folder(&cx).await?;
    let tree = Tree::of(&folders);
    let one = |folder: &OwnedObject| {
        json!({
            "oid": folder.external_id, "name": folder.title, "owner": folder.owner.id, "folders": [],
            "dashboards": dashboards.get(&folder.id).map_or(&[][..], Vec::as_slice),
        })
    };
    Ok(Json(json!({ "folders": tree.shown(&tree.roots, &one) })).into_response())
}

/// The folders that fit, in a row or as a tree (`structure=tree`); `expand` names `dashboards`, `owner` or both.
async fn list(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    cx.require(Permission::ReadOwnership)?;
    let parameters = Parameters::read(query.as_deref());
    let asked = Asked::of_query(&parameters)?;
    let found = actions::browse(&cx, ObjectKind::Folder, &asked.browse).await?;
    let expanded = parameters.list("expand");
    let is_expanded = |name: &str| expanded.iter().any(|it| it == name);
    let dashboards = if is_expanded("dashboards") { Some(dashboards_by_folder(&cx).await?) } else { None };
    let one = |folder: &OwnedObject| {
        let mut shown = asked.cut(shown(folder));
        if is_expanded("owner") {
            let owner = &folder.owner;
            shown["owner"] = json!({ "_id": owner.id, "name": owner.name, "email": owner.email });
        }
        if let Some(dashboards) = &dashboards {
            shown["dashboards"] = json!(dashboards.get(&folder.id).map_or(&[][..], Vec::as_slice));
        }
        shown
    };
    let shown: Vec<Value> = if parameters.get("structure") == Some("tree") {
        let tree = Tree::of(&found);
        tree.shown(&tree.roots, &one)
    } else {
        found.iter().map(one).collect()
    };
    Ok(Json(shown).into_response())
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Wanted {
    name: Option<String>,
    owner: Option<String>,
    /// Empty for the root.
    #[serde(deserialize_with = "given")]
    parent_id: Option<String>,
}

/// What is sent is there, also if it is null, which means the root: empty.
pub(super) fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let given: Option<String> = Option::deserialize(deserializer)?;
    Ok(Some(given.unwrap_or_default()))
}

/// Registers a folder of the caller's own under a new id. Answers 201.
async fn make(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageOwnership)?;
    let wanted: Wanted = parse(&body(request).await?)?;
    if wanted.name.as_ref().is_none_or(|name| name.trim().is_empty()) {
        return Err(wrong_value("name").into());
    }
    let external_id = cx.new_id()?;
    let own = || cx.person().map(|it| it.id.clone()).unwrap_or_default();
    let new = NewObject {
        kind: ObjectKind::Folder.word().to_owned(),
        external_id: external_id.clone(),
        title: wanted.name.unwrap_or_default(),
        owner: wanted.owner.unwrap_or_else(own),
        folder: wanted.parent_id,
        ..NewObject::default()
    };
    if let Some(Verdict::Refused(why)) = actions::register(&cx, vec![new]).await?.pop() {
        return Err(blamed(why.into(), &NAMES).into());
    }
    let made = of_id(&cx, ObjectKind::Folder, &external_id).await?;
    Ok((StatusCode::CREATED, Json(shown(&made))).into_response())
}

async fn find(cx: Cx, Path(id): Path<String>) -> WebResult {
    Ok(Json(shown(&of_id(&cx, ObjectKind::Folder, &id).await?)).into_response())
}

/// Renames a folder, puts it into another one, or hands it over.
async fn change(cx: Cx, Path(id): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::ManageOwnership)?;
    let wanted: Wanted = parse(&body(request).await?)?;
    let object = of_id(&cx, ObjectKind::Folder, &id).await?;
    let edit = Edit { title: wanted.name, folder: wanted.parent_id };
    let changed = match wanted.owner {
        Some(owner) => actions::edit_and_transfer(&cx, &object.id, &edit, &owner).await,
        None => actions::edit(&cx, &object.id, &edit).await,
    };
    changed.map_err(|error| blamed(error, &NAMES))?;
    find(cx, Path(id)).await
}

/// Takes a folder out of the register; what lies in it lies at the root then. Answers 204.
async fn delete_one(cx: Cx, Path(id): Path<String>) -> WebResult {
    cx.require(Permission::ManageOwnership)?;
    let object = of_id(&cx, ObjectKind::Folder, &id).await?;
    actions::unregister(&cx, &[&object.id]).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Takes the folders of `folderIds` out of the register, all or none.
async fn delete_many(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    cx.require(Permission::ManageOwnership)?;
    let external_ids = Parameters::read(query.as_deref()).list("folderIds");
    if external_ids.is_empty() {
        return Err(wrong_value("folderIds").into());
    }
    let mut found = Vec::new();
    for external_id in &external_ids {
        found.push(of_id(&cx, ObjectKind::Folder, external_id).await?.id);
    }
    let ids: BTreeSet<&str> = found.iter().map(String::as_str).collect();
    actions::unregister(&cx, &ids.iter().copied().collect::<Vec<_>>()).await?;
    Ok(Json(json!({ "deleted": ids.len() })).into_response())
}
