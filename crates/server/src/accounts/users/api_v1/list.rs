//! Listing users, and looking at one (contract parts 3.1, 3.2 and 3.4).

use std::collections::HashSet;

use axum::{
    Router,
    extract::{Path, RawQuery},
    routing::get,
};
use seatwarden_base::{Error, Kind, Refusal, Result};
use serde_json::{Value, json};

use super::super::{
    actions::{self, Selected, Selection},
    api_v09::BAD_NUMBER,
    bodies::{self, UserBodyV1},
    json_list,
    listing::ListQuery,
    model::{UNKNOWN, User},
};
use crate::{
    accounts::{groups, roles, tenants},
    cx::{Cx, Origin},
    web::{
        WebResult,
        legacy::{Parameters, is_true, number},
        tagged,
    },
};

/// `expand` names something that is not there (contract part 1.5, code 202).
const UNKNOWN_EXPAND: Refusal = Refusal::new(Kind::NotFound, "users.unknown_expand").on("expand");
/// The id is not 24 hex digits (code 601).
const BAD_ID: Refusal = Refusal::new(Kind::Invalid, "users.bad_id").on("id");

pub(super) fn router() -> Router {
    Router::new().route("/api/v1/users", get(list))
}

/// How users are to be shown.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    tenant_id: String,
    only: Option<HashSet<String>>,
    without: HashSet<String>,
    role: bool,
    groups: bool,
}

impl Shape {
    /// Everything, with nothing expanded.
    pub(super) async fn plain(cx: &Cx) -> Result<Self> {
        let tenant_id = tenants::id(cx).await?;
        Ok(Self { tenant_id, only: None, without: HashSet::new(), role: false, groups: false })
    }

    /// As `fields` and `expand` say. Refuses with `users.unknown_expand`.
    pub(super) async fn read(cx: &Cx, parameters: &Parameters) -> Result<Self> {
        let mut shape = Self::plain(cx).await?;
        for field in parameters.list("fields") {
            match field.strip_prefix('-') {
                Some(field) => drop(shape.without.insert(field.to_owned())),
                None => drop(shape.only.get_or_insert_default().insert(field)),
            }
        }
        for name in parameters.list("expand") {
            match name.split('.').next().unwrap_or_default() {
                "role" => shape.role = true,
                "groups" => shape.groups = true,
                "adgroups" => {}
                _ => return Err(UNKNOWN_EXPAND.with("name", name).into()),
            }
        }
        Ok(shape)
    }

    /// The user in this shape. The id is always there.
    pub(super) fn show(&self, selected: &Selected) -> Value {
        let Value::Object(mut shown) = json!(self.body(selected)) else { return Value::Null };
        shown.retain(|field, _| {
            field == "_id"
                || (self.only.as_ref().is_none_or(|only| only.contains(field))
                    && !self.without.contains(field))
        });
        Value::Object(shown)
    }

    /// Writes the same. With every field, which most clients want, there is nothing between the user and the bytes.
    fn write(&self, selected: &Selected, bytes: &mut Vec<u8>) {
        // Writing plain data into memory cannot fail.
        let _ = if self.only.is_none() && self.without.is_empty() {
            serde_json::to_writer(bytes, &self.body(selected))
        } else {
            serde_json::to_writer(bytes, &self.show(selected))
        };
    }

    fn body<'a>(&'a self, selected: &'a Selected) -> UserBodyV1<'a> {
        let mut body = UserBodyV1::of(&selected.user, &self.tenant_id);
        if self.role {
            body = body.with_role(&selected.user.person.role);
        }
        if self.groups {
            body = body.with_groups(&selected.groups);
        }
        body
    }
}

/// Which users a query asks for. Refuses with `users.bad_number`.
async fn selection(cx: &Cx, parameters: &Parameters) -> Result<Selection> {
    let text = |name| parameters.get(name).map(str::to_owned);
    let read = |name| match parameters.get(name) {
        None => Ok(None),
        Some(text) => number(text).map(Some).ok_or_else(|| BAD_NUMBER.on(name)),
    };
    let sort = parameters.get("sort").unwrap_or_default();
    let mut query = ListQuery {
        order: bodies::order(sort.trim_start_matches('-')),
        is_down: sort.starts_with('-'),
        ..ListQuery::default()
    };
    let mut wanted = Selection {
        email: text("email"),
        user_name: text("userName"),
        first_name: text("firstName"),
        last_name: text("lastName"),
        active: parameters.get("active").map(is_true),
        skip: read("skip")?.unwrap_or(0),
        limit: read("limit")?.filter(|limit| *limit > 0),
        ..Selection::default()
    };
    let ids = parameters.list("ids");
    wanted.ids = (!ids.is_empty()).then_some(ids);
    // Nobody comes from a directory; what is not there fits nobody.
    if parameters.get("origin") == Some("ad") {
        wanted.ids = Some(Vec::new());
    }
    if parameters.get("origin") == Some(Origin::Service.word()) {
        query.origin = Some(Origin::Service);
    }
    let mut tx = cx.db.read().await?;
    if let Some(role) = parameters.get("roleId").or_else(|| parameters.get("role")) {
        match roles::named(&mut tx, role).await {
            Ok(role) => query.role = Some(role.id),
            Err(error) if error.is(&roles::UNKNOWN) => wanted.ids = Some(Vec::new()),
            Err(other) => return Err(other),
        }
    }
    if let Some(group) = parameters.get("groupId").or_else(|| parameters.get("group")) {
        match groups::find_in(&mut tx, group).await {
            Ok(group) if wanted.ids.is_some() || wanted.email.is_some() => wanted.groups.push(group.id),
            Ok(group) => query.group = Some(group.id),
            Err(error) if error.is(&groups::UNKNOWN) => wanted.ids = Some(Vec::new()),
            Err(other) => return Err(other),
        }
    }
    Ok(Selection { query, ..wanted })
}

/// `GET /api/v1/users`: everybody, or who fits `userName`, `email`, `firstName`, `lastName` (whole, whatever the
/// case), `roleId`, `groupId`, `active`, `origin` and `ids`; in the order of `sort`, from `skip` on, at most `limit`;
/// with `fields` only and with `expand` (`role`, `groups`).
async fn list(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    let parameters = Parameters::read(query.as_deref());
    cx.require(crate::cx::Permission::ListUsers)?;
    let shape = Shape::read(&cx, &parameters).await?;
    let wanted = selection(&cx, &parameters).await?;
    let answer = json_list::answer(&cx, wanted, move |selected, bytes| shape.write(selected, bytes));
    Ok(answer.await?)
}

/// `GET /api/v1/users/{id}`: one user, with `fields` and `expand` as in the list; with an `ETag`.
pub(super) async fn find(cx: Cx, Path(key): Path<String>, RawQuery(query): RawQuery) -> WebResult {
    let shape = Shape::read(&cx, &Parameters::read(query.as_deref())).await?;
    let user = actions::find(&cx, &key).await.map_err(|error| blame(error, &key))?;
    let selected = with_groups(&cx, user).await?;
    Ok(tagged(selected.user.person.version, &shape.show(&selected)))
}

/// Somebody who is not there, asked for by something that is no id, is another mistake.
pub(super) fn blame(error: Error, key: &str) -> Error {
    let is_id = key.len() == 24 && key.bytes().all(|byte| byte.is_ascii_hexdigit());
    if error.is(&UNKNOWN) && !is_id && !key.contains('@') { BAD_ID.into() } else { error }
}

/// A user with the names of the groups.
pub(super) async fn with_groups(cx: &Cx, user: User) -> Result<Selected> {
    let member = groups::Member { id: &user.person.id, role: user.person.role.base };
    let groups = groups::of_users(&mut cx.db.read().await?, &[member]).await?.pop().unwrap_or_default();
    Ok(Selected { user, groups })
}
