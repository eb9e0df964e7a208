//! Users over API v0.9 (contract part 4): list, search, add, change, delete, and who one is.

use axum::{
    Router,
    body::{Body, Bytes},
    extract::{Path, RawQuery, Request},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use seatwarden_base::{Kind, Refusal, Result};
use serde::Serialize;
use serde_json::{Map, Value, json};
use tokio_stream::wrappers::ReceiverStream;

use super::{
    actions,
    model::{Credential, Filter, NewUser, User, UserPatch},
};
use crate::{
    cx::{Cx, Permission, Person},
    text::rfc3339,
    web::{
        Json, WebResult, body, json_bytes,
        legacy::{Parameters, number, switch},
        parse,
    },
};

/// The body must be a list (contract part 1.5, code 2002).
pub const NOT_AN_ARRAY: Refusal = Refusal::new(Kind::Malformed, "users.not_an_array");
/// A field has the wrong type.
pub const WRONG_TYPE: Refusal = Refusal::new(Kind::Invalid, "users.wrong_type");
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
        .route("/api/users/{user}", get(find).put(update).patch(update).delete(delete))
}

/// A user as v0.9 shows it. No field is named so that it contains the word `error`: a client takes that
/// for a failure (contract part 1.6).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct UserBody<'a> {
    #[serde(rename = "_id")]
    id: &'a str,
    email: &'a str,
    user_name: &'a str,
    first_name: &'a str,
    last_name: &'a str,
    role_id: &'a str,
    role_name: &'a str,
    base_role_name: &'a str,
    active: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    groups: Option<&'a [String]>,
    preferences: Preferences<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    change_password_state: Option<bool>,
    created: String,
    last_updated: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_login: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_activity: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Preferences<'a> {
    locale_id: Option<&'a str>,
    language: Option<&'a str>,
}

impl<'a> UserBody<'a> {
    fn of_person(person: &'a Person) -> Self {
        Self {
            id: &person.id,
            email: &person.email,
            user_name: &person.user_name,
            first_name: &person.first_name,
            last_name: &person.last_name,
            role_id: &person.role.id,
            role_name: &person.role.name,
            base_role_name: person.role.base.name(),
            active: person.active,
            groups: None,
            preferences: Preferences {
                locale_id: person.language.as_deref(),
                language: person.language.as_deref(),
            },
            change_password_state: None,
            created: rfc3339(person.created_at_ms),
            last_updated: rfc3339(person.updated_at_ms),
            last_login: person.last_login_at_ms.map(rfc3339),
            last_activity: person.last_activity_at_ms.map(rfc3339),
        }
    }

    fn of_user(user: &'a User) -> Self {
        Self {
            groups: Some(&user.groups),
            change_password_state: Some(user.must_change_password),
            ..Self::of_person(&user.person)
        }
    }
}

/// The person alone, for the answer of the login call.
pub fn body_of_person(person: &Person) -> Value {
    json!(UserBody::of_person(person))
}

async fn logged_in(cx: Cx) -> WebResult {
    cx.require(Permission::ReadOwnAccount)?;
    Ok(Json(UserBody::of_person(cx.person()?)).into_response())
}

/// Which users a query asks for.
pub(crate) fn filter(query: Option<&str>) -> Result<Filter> {
    let parameters = Parameters::read(query);
    let read = |name| match parameters.get(name) {
        None => Ok(None),
        Some(text) => number(text).map(Some).ok_or_else(|| BAD_NUMBER.on(name)),
    };
    Ok(Filter {
        search: parameters.get("search").map(str::to_owned),
        skip: read("skip")?.unwrap_or(0),
        limit: read("limit")?.filter(|limit| *limit > 0),
    })
}

/// The list may hold a million users, so it is written while it is read, some hundred at a time.
async fn list(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    let filter = filter(query.as_deref())?;
    // The first step is taken here, so that a refusal is still an answer of its own.
    let first = actions::list_step(&cx, &filter, &Default::default()).await?;
    let (sender, receiver) = tokio::sync::mpsc::channel::<Result<Bytes, std::io::Error>>(2);
    tokio::spawn(async move {
        let mut writer = ListWriter { skip: filter.skip, left: filter.limit, is_first: true };
        let mut step = first;
        while let Some((users, end)) = step {
            if sender.send(Ok(writer.write(&users))).await.is_err() || writer.left == Some(0) {
                break;
            }
            step = match actions::list_step(&cx, &filter, &end).await {
                Ok(step) => step,
                Err(fault) => {
                    tracing::error!(incident = %cx.request.id, %fault, "a list broke off");
                    let _ = sender.send(Err(std::io::Error::other("the list broke off"))).await;
                    return;
                }
            };
        }
        let _ = sender.send(Ok(Bytes::from_static(if writer.is_first { b"[]" } else { b"]" }))).await;
    });
    Ok(json_bytes(Body::from_stream(ReceiverStream::new(receiver))))
}

struct ListWriter {
    skip: u64,
    left: Option<u64>,
    is_first: bool,
}

impl ListWriter {
    fn write(&mut self, users: &[User]) -> Bytes {
        let mut bytes = Vec::with_capacity(users.len() * 500);
        for user in users {
            if self.skip > 0 {
                self.skip -= 1;
                continue;
            }
            if self.left == Some(0) {
                break;
            }
            bytes.push(if self.is_first { b'[' } else { b',' });
            self.is_first = false;
            self.left = self.left.map(|left| left - 1);
            // Writing plain data into memory cannot fail.
            let _ = serde_json::to_writer(&mut bytes, &UserBody::of_user(user));
        }
        bytes.into()
    }
}

async fn count(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    let parameters = Parameters::read(query.as_deref());
    let count = actions::count(&cx, parameters.get("search")).await?;
    Ok(Json(json!({ "collection": "users", "count": count })).into_response())
}

async fn find(cx: Cx, Path(key): Path<String>) -> WebResult {
    let user = actions::find(&cx, &key).await?;
    Ok(Json(UserBody::of_user(&user)).into_response())
}

async fn create(cx: Cx, request: Request) -> WebResult {
    cx.signed_in()?;
    let created = actions::create(&cx, new_users(&body(request).await?)?).await?;
    // A list whose elements are lists of one: what recent clients read (contract part 16, point 1).
    let answer: Vec<[UserBody<'_>; 1]> = created.iter().map(|user| [UserBody::of_user(user)]).collect();
    Ok(Json(answer).into_response())
}

async fn update(cx: Cx, Path(key): Path<String>, request: Request) -> WebResult {
    cx.signed_in()?;
    let user = actions::update(&cx, &key, patch(&body(request).await?)?).await?;
    Ok(Json(UserBody::of_user(&user)).into_response())
}

async fn delete(cx: Cx, Path(key): Path<String>) -> WebResult {
    cx.signed_in()?;
    actions::delete(&cx, &[key]).await?;
    Ok(Json(json!({})).into_response())
}

async fn delete_many(cx: Cx, request: Request) -> WebResult {
    cx.signed_in()?;
    let deleted = actions::delete(&cx, &ids(&body(request).await?)?).await?;
    let answer: Response = Json(json!({ "deleted": deleted })).into_response();
    Ok(answer)
}

fn object(value: &Value) -> Result<&Map<String, Value>> {
    value.as_object().ok_or_else(|| WRONG_TYPE.with("name", "user").into())
}

/// The first of several spellings that is there and not null.
fn given<'a>(user: &'a Map<String, Value>, names: &[&str]) -> Option<&'a Value> {
    names.iter().find_map(|name| user.get(*name)).filter(|value| !value.is_null())
}

fn text(user: &Map<String, Value>, names: &[&'static str]) -> Result<Option<String>> {
    match given(user, names) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(Value::Number(number)) => Ok(Some(number.to_string())),
        Some(_) => Err(WRONG_TYPE.on(names[0]).with("name", names[0]).into()),
    }
}

fn texts(value: &Value, name: &'static str) -> Result<Vec<String>> {
    let wrong = || WRONG_TYPE.on(name).with("name", name);
    let list = value.as_array().ok_or(NOT_AN_ARRAY)?;
    list.iter()
        .map(|item| match item {
            Value::String(text) => Ok(text.clone()),
            // Clients that read a user with its groups expanded send them back so.
            Value::Object(group) => {
                group.get("_id").and_then(Value::as_str).map(str::to_owned).ok_or_else(|| wrong().into())
            }
            _ => Err(wrong().into()),
        })
        .collect()
}

fn locale(user: &Map<String, Value>) -> Result<Option<String>> {
    match given(user, &["preferences"]) {
        Some(Value::Object(preferences)) => text(preferences, &["localeId", "language"]),
        _ => Ok(None),
    }
}

fn credential(user: &Map<String, Value>) -> Result<Option<Credential>> {
    if let Some(password) = text(user, &["password"])?.filter(|password| !password.is_empty()) {
        return Ok(Some(Credential::Password(password.into())));
    }
    let md5 = text(user, &["hash"])?.filter(|md5| !md5.is_empty());
    Ok(md5.map(|md5| Credential::Md5(md5.into())))
}

fn role(user: &Map<String, Value>) -> Result<Option<String>> {
    let role = text(user, &["roleId", "roleName", "role"])?;
    Ok(role.filter(|role| !role.is_empty() && !role.eq_ignore_ascii_case("null")))
}

fn groups(user: &Map<String, Value>) -> Result<Option<Vec<String>>> {
    given(user, &["groups"]).map(|groups| texts(groups, "groups")).transpose()
}

/// The users of a body: a list, or one alone.
pub(crate) fn new_users(bytes: &[u8]) -> Result<Vec<NewUser>> {
    match parse(bytes)? {
        Value::Array(list) => list.iter().map(new_user).collect(),
        one @ Value::Object(_) => Ok(vec![new_user(&one)?]),
        _ => Err(NOT_AN_ARRAY.into()),
    }
}

/// The ids of a body that is a list of them.
pub(crate) fn ids(bytes: &[u8]) -> Result<Vec<String>> {
    texts(&parse(bytes)?, "ids")
}

/// A new user in any of the forms clients send; unknown keys are passed over.
fn new_user(value: &Value) -> Result<NewUser> {
    let user = object(value)?;
    let credential = credential(user)?;
    Ok(NewUser {
        email: text(user, &["email"])?.unwrap_or_default(),
        user_name: text(user, &["userName", "username"])?.unwrap_or_default(),
        first_name: text(user, &["firstName"])?.unwrap_or_default(),
        last_name: text(user, &["lastName"])?.unwrap_or_default(),
        role: role(user)?.unwrap_or_default(),
        groups: groups(user)?.unwrap_or_default(),
        language: locale(user)?,
        active: user.get("active").and_then(switch),
        // Without a password there is an invitation, whether the client says `notify` or not; that
        // parameter only says whether one with a password is told (which we leave to the caller).
        credential: credential.unwrap_or_default(),
        origin: None,
        ui_settings: user.get("uiSettings").filter(|value| value.is_object()).map(Value::to_string),
    })
}

/// What a client wants changed: a part of the object, or the whole of it as it was read.
pub(crate) fn patch(bytes: &[u8]) -> Result<UserPatch> {
    // One client sends nothing at all and means no change (contract part 4).
    let given = if bytes.trim_ascii().is_empty() { json!({}) } else { parse(bytes)? };
    let user = object(&given)?;
    Ok(UserPatch {
        email: text(user, &["email"])?,
        user_name: text(user, &["userName", "username"])?,
        first_name: text(user, &["firstName"])?,
        last_name: text(user, &["lastName"])?,
        role: role(user)?,
        groups: groups(user)?,
        language: locale(user)?,
        credential: credential(user)?,
        active: user.get("active").and_then(switch),
        ui_settings: user.get("uiSettings").filter(|value| value.is_object()).map(Value::to_string),
        ..UserPatch::default()
    })
}
