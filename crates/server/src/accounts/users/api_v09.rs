//! Users over API v0.9 (contract part 4): list, search, add, change, delete, and who one is.

use axum::{
    Router,
    extract::{Path, RawQuery, Request},
    http::Method,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use seatwarden_base::{Error, Kind, Refusal, Result};
use serde_json::{Value, json};

use super::{
    actions::{self, Selection},
    bodies::{self, Beside, GroupName, UserBody, ids, new_users, patch},
    json_list,
    listing::ListQuery,
    model::{ADDED_MAX, AT_ONCE_MAX, TOO_MANY, check_email, name_key},
};
use crate::{
    accounts::{groups, seats},
    cx::{Cx, Permission},
    web::{
        Json, WebResult, body, json_bytes,
        legacy::{Parameters, number},
        parse,
    },
};

/// `skip` or `limit` is not a number (contract part 4: 400).
pub const BAD_NUMBER: Refusal = Refusal::new(Kind::Malformed, "users.bad_number");

/// Routes of this room on v0.9.
pub fn router() -> Router {
    Router::new()
        .route("/api/users", get(list).post(create))
        .route("/api/users/count", get(count))
        .route("/api/users/loggedin", get(logged_in))
        .route("/api/v1/users/loggedin", get(logged_in))
        .route("/api/users/delete", post(delete_many))
        .route("/api/users/validate", post(validate))
        .route("/api/users/simulate", post(simulate))
        .route("/api/users/resendinvite", post(invite_again))
        .route("/api/users/allDirectories", get(list))
        .route("/api/users/ad", get(nobody))
        .route("/api/users/{user}", get(find).put(update).patch(update).delete(delete))
}

/// Who the caller is. Scripts ask often, so the answer is kept as long as all else that is known of the caller.
async fn logged_in(cx: Cx) -> WebResult {
    cx.require(Permission::ReadOwnAccount)?;
    let signed_in = cx.signed_in()?;
    if let Some(told) = signed_in.told.get() {
        return Ok(json_bytes(told.clone()));
    }
    let beside = Beside::of(&cx).await?;
    let user = actions::find_in(&mut cx.db.read().await?, &signed_in.person.id).await?;
    let bytes = serde_json::to_vec(&UserBody::of(&user, &beside))
        .map_err(|cause| Error::fault("writing JSON", cause))?;
    Ok(json_bytes(signed_in.told.get_or_init(|| bytes.into()).clone()))
}

/// Which users a query asks for; groups by id or name. Refuses with `users.bad_number`.
pub(crate) fn selection(query: Option<&str>) -> Result<Selection> {
    let parameters = Parameters::read(query);
    let read = |name| match parameters.get(name) {
        None => Ok(None),
        Some(text) => number(text).map(Some).ok_or_else(|| BAD_NUMBER.on(name)),
    };
    let order = bodies::order_of(&parameters.list("orderby"))?;
    let is_down = parameters.is_on("desc");
    let search = parameters.get("search").unwrap_or_default().to_owned();
    Ok(Selection {
        query: ListQuery { search, order, is_down, ..ListQuery::default() },
        // Nobody comes from a directory.
        ids: parameters.is_on("onlyAD").then(Vec::new),
        groups: parameters.list("groups"),
        skip: read("skip")?.unwrap_or(0),
        limit: read("limit")?.filter(|limit| *limit > 0),
        ..Selection::default()
    })
}

async fn list(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    let names = Parameters::read(query.as_deref()).is_on("groupsNames");
    cx.require(Permission::ListUsers)?;
    let mut wanted = selection(query.as_deref())?;
    let mut tx = cx.db.read().await?;
    for group in &mut wanted.groups {
        *group = groups::find_in(&mut tx, group).await?.id;
    }
    drop(tx);
    let beside = Beside::of(&cx).await?;
    let answer = json_list::answer(&cx, wanted, move |selected, bytes| {
        let mut body = UserBody::of(&selected.user, &beside);
        if names {
            body.groups_name = Some(selected.groups.iter().map(GroupName::of).collect());
        }
        // Writing plain data into memory cannot fail.
        let _ = serde_json::to_writer(bytes, &body);
    });
    Ok(answer.await?)
}

async fn count(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    let parameters = Parameters::read(query.as_deref());
    let count = actions::count(&cx, parameters.get("search")).await?;
    Ok(Json(json!({ "collection": "users", "count": count })).into_response())
}

async fn find(cx: Cx, Path(key): Path<String>) -> WebResult {
    let user = actions::find(&cx, &key).await?;
    Ok(Json(UserBody::of(&user, &Beside::of(&cx).await?)).into_response())
}

async fn create(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::AddUsers)?;
    let bytes = body(request).await?;
    let is_list = bytes.trim_ascii_start().starts_with(b"[");
    let created = actions::create(&cx, new_users(&cx.request.legacy, &bytes)?).await;
    let created = created.map_err(|error| if is_list { error } else { error.alone() })?;
    // A list whose elements are lists of one: what recent clients read (contract part 16, point 1).
    let beside = Beside::of(&cx).await?;
    let answer: Vec<[UserBody<'_>; 1]> = created.iter().map(|user| [UserBody::of(user, &beside)]).collect();
    Ok(Json(answer).into_response())
}

async fn update(cx: Cx, Path(key): Path<String>, request: Request) -> WebResult {
    cx.signed_in()?;
    let is_whole = request.method() == Method::PUT;
    let mut patch = patch(&cx.request.legacy, &body(request).await?)?;
    if is_whole && patch.credential.is_some() && patch.active == Some(false) && is_invited(&cx, &key).await? {
        // Sent back as it was read: a password is how they arrive (contract part 3.3).
        patch.active = None;
    }
    let user = actions::update(&cx, &key, patch).await?;
    Ok(Json(UserBody::of(&user, &Beside::of(&cx).await?)).into_response())
}

/// Whether a user waits for nothing but a password. Whoever is not there is refused later.
async fn is_invited(cx: &Cx, key: &str) -> Result<bool> {
    match actions::find_in(&mut cx.db.read().await?, key).await {
        Ok(user) => Ok(user.invited_at_ms.is_some() && !user.person.active),
        Err(Error::Refusal(_)) => Ok(false),
        Err(fault) => Err(fault),
    }
}

async fn delete(cx: Cx, Path(key): Path<String>) -> WebResult {
    cx.signed_in()?;
    actions::delete(&cx, &[key]).await.map_err(Error::alone)?;
    Ok(Json(json!({})).into_response())
}

async fn delete_many(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::DeleteUsers)?;
    let deleted = actions::delete(&cx, &ids(&body(request).await?)?).await?;
    let answer: Response = Json(json!({ "deleted": deleted })).into_response();
    Ok(answer)
}

/// The addresses of a body: a list of them, or of objects that have one.
async fn addresses(request: Request, most: usize) -> Result<Vec<String>> {
    let given: Value = parse(&body(request).await?)?;
    let list = given.as_array().ok_or(bodies::NOT_AN_ARRAY)?;
    if list.len() > most {
        return Err(TOO_MANY.with("maximum", most).into());
    }
    let address = |item: &Value| item.as_str().or_else(|| item["email"].as_str()).map(str::to_owned);
    list.iter().map(|item| address(item).ok_or_else(|| bodies::NOT_AN_ARRAY.into())).collect()
}

async fn existing(cx: &Cx, emails: &[String]) -> Result<Vec<Value>> {
    let keys: Vec<String> = emails.iter().map(|email| name_key(email)).collect();
    let known = actions::find_all_by_name(&mut cx.db.read().await?, &keys).await?;
    let shown = emails.iter().zip(&keys).map(|(email, key)| {
        let user = known.get(key);
        json!({
            "email": email, "isExist": user.is_some(), "isValid": check_email(email).is_ok(),
            "roleId": user.map(|user| &user.person.role.id),
        })
    });
    Ok(shown.collect())
}

/// Which of these addresses can be, and which are users already.
async fn validate(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::AddUsers)?;
    let emails = addresses(request, ADDED_MAX).await?;
    Ok(Json(existing(&cx, &emails).await?).into_response())
}

/// What adding these addresses would meet: who is there already, and how many seats are free (-1: no limit).
async fn simulate(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::AddUsers)?;
    let emails = addresses(request, ADDED_MAX).await?;
    let [admins, contributors, consumers] =
        seats::free(&mut cx.db.read().await?, &cx).await?.map(|free| free.unwrap_or(-1));
    let license = json!({ "admins": admins, "contributors": contributors, "consumers": consumers });
    Ok(Json(json!({ "license": license, "users": existing(&cx, &emails).await? })).into_response())
}

/// Mails the invitations of these addresses again.
async fn invite_again(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::AddUsers)?;
    actions::invite_all_again(&cx, &addresses(request, AT_ONCE_MAX).await?).await?;
    Ok(Json(json!({ "success": true })).into_response())
}

/// There is no directory, so nobody is in it.
async fn nobody(cx: Cx) -> WebResult {
    cx.require(Permission::ListUsers)?;
    Ok(Json(json!([])).into_response())
}
