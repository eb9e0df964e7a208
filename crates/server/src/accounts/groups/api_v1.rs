//! Groups over API v1 (contract part 6.1).

use axum::{
    Router,
    extract::{Path, Query, RawQuery, Request},
    http::StatusCode,
    response::IntoResponse,
    routing::{get, post, put},
};
use seatwarden_base::{Error, Result};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    actions,
    bodies::{self, NAMES, Shape, WRONG_TYPE},
    json_list,
    model::{DeletedGroup, Group, GroupKind, NAME_TAKEN, UNKNOWN},
};
use crate::{
    cx::{Cx, Permission},
    text::{id_key, is_id, name_key, rfc3339},
    web::{
        Json, Limit, WebResult, blamed, body, legacy::Parameters, paged, parse, pinned, place, read_place,
        shorten, tagged, tagged_with,
    },
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/groups", get(list).post(create))
        .route("/api/v1/groups/bulk", post(create_many))
        .route("/api/v1/groups/deleted", get(deleted))
        .route("/api/v1/groups/deleted/{id}/undo", post(undo))
        .route("/api/v1/groups/{group}", get(find).patch(update).delete(delete))
        .route("/api/v1/groups/{group}/groups", get(nest))
        .route("/api/v1/groups/{group}/groups/{inner}", put(put_inside).delete(take_out))
}

/// `GET /api/v1/groups`: all groups, or those with this `name` (whatever the case), `mail`, `ids`, `roleId`, in the order
/// of `sort`; with `expand` (`users`, `role`, `users.role`), `fields`, `skip` and `limit`.
async fn list(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    cx.require(Permission::ReadGroups)?;
    let parameters = Parameters::read(query.as_deref());
    let shape = Shape::new(&cx, &parameters).await?;
    let groups = bodies::cut(wanted(&cx, &parameters).await?, &parameters)?;
    if let Some(members) = shape.users.clone() {
        let shown = groups.into_iter().map(|group| {
            let shown = shape.show(&group);
            (group, shown)
        });
        return Ok(json_list::answer(&cx, shown.collect(), members));
    }
    let shown: Vec<Value> = groups.iter().map(|group| shape.show(group)).collect();
    Ok(Json(shown).into_response())
}

async fn wanted(cx: &Cx, parameters: &Parameters) -> Result<Vec<Group>> {
    let mut groups: Vec<Group> = match parameters.get("name") {
        // A name in the form of an id is found nowhere but in the list.
        Some(name) if is_id(name) => {
            let all = bodies::all(cx, name).await?;
            all.into_iter().filter(|group| name_key(&group.name) == name_key(name)).collect()
        }
        Some(name) => match actions::find(cx, name).await {
            // What the platform calls all users is Everyone (contract part 6.3).
            Ok(group) if name_key(&group.name) == name_key(name) || group.kind == GroupKind::Everyone => {
                vec![group]
            }
            Ok(_) => Vec::new(),
            Err(error) if error.is(&UNKNOWN) => Vec::new(),
            Err(other) => return Err(other),
        },
        None => bodies::all(cx, "").await?,
    };
    let ids: Vec<String> = parameters.list("ids").iter().map(|id| id_key(id)).collect();
    let gives = |group: &Group, id: &str| match &group.role {
        Some(role) => role.id == id_key(id),
        // The word for none (contract part 1.2).
        None => id.eq_ignore_ascii_case("null"),
    };
    groups.retain(|group| {
        (ids.is_empty() || ids.contains(&group.id))
            && parameters.get("roleId").is_none_or(|id| gives(group, id))
            // Only groups of a directory have an address, or come from one.
            && parameters.get("mail").is_none()
            && parameters.get("origin") != Some("ad")
    });
    let sort = parameters.get("sort").unwrap_or_default();
    bodies::sort(&mut groups, &[sort.trim_start_matches('-').to_owned()], sort.starts_with('-'))?;
    Ok(groups)
}

/// `GET /api/v1/groups/{group}`: one group, by id or name, with `fields` and `expand` as in the list; with an `ETag`,
/// unless its members are asked for too.
async fn find(cx: Cx, Path(key): Path<String>, RawQuery(query): RawQuery) -> WebResult {
    let parameters = Parameters::read(query.as_deref());
    let group = actions::find(&cx, &key).await?;
    let shape = Shape::new(&cx, &parameters).await?;
    let shown = shape.show(&group);
    match shape.users {
        Some(members) => Ok(json_list::one(&cx, group, shown, members)),
        None => Ok(tagged(group.version, &shown)),
    }
}

/// `POST /api/v1/groups`: makes a group. Answers 201 with it.
async fn create(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageGroups)?;
    let change = bodies::new(&cx.request.legacy, &parse(&body(request).await?)?)?;
    let created = actions::create(&cx, vec![change]).await.map_err(|error| blamed(error, &NAMES));
    let group = created?.pop().ok_or(UNKNOWN)?;
    let shape = Shape::new(&cx, &Parameters::default()).await?;
    Ok(tagged_with(StatusCode::CREATED, group.version, &shape.show(&group)))
}

/// `POST /api/v1/groups/bulk`: makes a list of groups, all or none. Answers 201 with the list; if names are taken,
/// the error names them in `moreInfo.existingGroups`.
async fn create_many(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageGroups)?;
    let given: Value = parse(&body(request).await?)?;
    let list = given.as_array().ok_or_else(|| WRONG_TYPE.with("name", "groups"))?;
    let changes: Vec<_> =
        list.iter().map(|one| bodies::new(&cx.request.legacy, one)).collect::<Result<_>>()?;
    let names: Vec<String> = changes.iter().filter_map(|change| change.name.clone()).collect();
    let created = match actions::create(&cx, changes).await {
        Err(error) if error.is(&NAME_TAKEN) => {
            let existing = actions::existing(&cx, &names).await?;
            return Err(NAME_TAKEN.with("existing", existing.join("\n")).into());
        }
        other => other.map_err(|error| blamed(error, &NAMES))?,
    };
    let shape = Shape::new(&cx, &Parameters::default()).await?;
    let shown: Vec<Value> = created.iter().map(|group| shape.show(group)).collect();
    Ok((StatusCode::CREATED, Json(shown)).into_response())
}

/// `PATCH /api/v1/groups/{group}`: changes what is sent. With `If-Match`, a change by somebody else since then is
/// refused with 412. Answers the group.
async fn update(cx: Cx, Path(key): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::ManageGroups)?;
    let change = bodies::change(&cx.request.legacy, &parse(&body(request).await?)?)?;
    let version = pinned(&cx, async { Ok(actions::find(&cx, &key).await?.version) }).await?;
    let updated = actions::update(&cx, &key, version, &change).await;
    let group = updated.map_err(|error| blamed(error, &NAMES))?;
    Ok(tagged(group.version, &Shape::new(&cx, &Parameters::default()).await?.show(&group)))
}

/// `DELETE /api/v1/groups/{group}`: deletes a group; users stay. Answers 204.
async fn delete(cx: Cx, Path(key): Path<String>) -> WebResult {
    cx.require(Permission::ManageGroups)?;
    actions::delete(&cx, &[key]).await.map_err(Error::alone)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `GET /api/v1/groups/{group}/groups`: the groups directly inside of one, and directly around it, by name. Answers
/// `{"inside": [{"_id", "name"}], "around": […]}`.
async fn nest(cx: Cx, Path(key): Path<String>) -> WebResult {
    let nest = actions::nest(&cx, &key).await?;
    let shown = |groups: &[(String, String)]| {
        groups.iter().map(|(id, name)| json!({ "_id": id, "name": name })).collect::<Vec<_>>()
    };
    Ok(Json(json!({ "inside": shown(&nest.inside), "around": shown(&nest.around) })).into_response())
}

/// `PUT /api/v1/groups/{group}/groups/{inner}`: puts a group inside of another, both by id or name; once more changes
/// nothing. Answers 204.
async fn put_inside(cx: Cx, Path((key, inner)): Path<(String, String)>) -> WebResult {
    actions::add_subgroup(&cx, &key, &inner).await.map_err(|error| blamed(error, &INNER))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `DELETE /api/v1/groups/{group}/groups/{inner}`: takes a group out of another; neither is deleted, and one that is not
/// inside changes nothing. Answers 204.
async fn take_out(cx: Cx, Path((key, inner)): Path<(String, String)>) -> WebResult {
    actions::remove_subgroup(&cx, &key, &inner).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// What the address calls that which a refusal blames.
const INNER: [(&str, &str); 1] = [("subgroup", "inner")];

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    search: String,
    after: String,
    limit: Limit,
}

/// How many deleted groups a page has, and has at most.
const DELETED: u16 = 50;

/// `GET /api/v1/groups/deleted?search=&after=&limit=`: groups that can be brought back, last deleted first. Answers
/// `{"items": […], "next": "…"}`.
async fn deleted(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let limit = asked.limit.within(DELETED, DELETED)?;
    let (mut groups, mut next) = actions::list_deleted(&cx, &asked.search, read_place(&asked.after)?).await?;
    shorten(&mut groups, &mut next, limit, |group| (group.deleted_at_ms, group.id.clone()));
    let shown = |group: &DeletedGroup| {
        json!({
            "id": group.id, "name": group.name, "members": group.members, "deletedBy": group.deleted_by,
            "deleted": rfc3339(group.deleted_at_ms), "undoUntil": rfc3339(group.ends_at_ms),
        })
    };
    let items: Vec<Value> = groups.iter().map(shown).collect();
    let next = next.map(|(at_ms, id)| place(at_ms, &id));
    Ok(paged(&items, "after", next.as_ref()))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct OtherName {
    name: String,
}

/// `POST /api/v1/groups/deleted/{id}/undo`: brings a deleted group back with its members. `{"name"}` is only needed if
/// another group has its name by now. Answers the group.
async fn undo(cx: Cx, Path(id): Path<String>, request: Request) -> WebResult {
    cx.require(Permission::ManageGroups)?;
    let bytes = body(request).await?;
    let other: OtherName = if bytes.trim_ascii().is_empty() { OtherName::default() } else { parse(&bytes)? };
    let group = actions::bring_back(&cx, &id, &other.name).await?;
    Ok(tagged(group.version, &Shape::new(&cx, &Parameters::default()).await?.show(&group)))
}
