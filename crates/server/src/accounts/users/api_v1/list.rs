//! Listing users, and looking at one (contract parts 3.1, 3.2 and 3.4).

use std::collections::{HashMap, HashSet};

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
    bodies::{self, Beside, UserBodyV1},
    json_list,
    listing::{IDLE_DAYS_MAX, ListQuery, State, UNKNOWN_FILTER},
    model::{UNKNOWN, User},
    table::{self, For},
};
use crate::{
    accounts::{groups, roles, seats::Seat},
    cx::{Cx, Origin, Permission, Role},
    text::{id_key, is_id},
    web::{
        WebResult,
        legacy::{Parameters, number, query_switch},
        tagged,
    },
};

/// `expand` names something that is not there (contract part 1.5, code 202).
const UNKNOWN_EXPAND: Refusal = Refusal::new(Kind::NotFound, "users.unknown_expand").on("expand");
/// The id is not 24 hex digits (code 601).
const BAD_ID: Refusal = Refusal::new(Kind::Invalid, "users.bad_id").on("id");

pub(super) fn router() -> Router {
    Router::new().route("/api/v1/users", get(list)).route("/api/v1/users/export", get(export))
}

/// How users are to be shown.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    beside: Beside,
    only: Option<HashSet<String>>,
    without: HashSet<String>,
    role: bool,
    groups: bool,
    /// The roles that groups give, by group, if they are asked for.
    roles_of_groups: Option<HashMap<String, Role>>,
}

impl Shape {
    /// Everything, with nothing expanded.
    pub(super) async fn plain(cx: &Cx) -> Result<Self> {
        Ok(Self {
            beside: Beside::of(cx).await?,
            only: None,
            without: HashSet::new(),
            role: false,
            groups: false,
            roles_of_groups: None,
        })
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
            match name.as_str() {
                "role" => shape.role = true,
                "groups" => shape.groups = true,
                "groups.role" => {
                    shape.groups = true;
                    shape.roles_of_groups = Some(groups::roles(&mut cx.db.read().await?).await?);
                }
                // Nobody comes from a directory.
                "adgroups" | "adgroups.role" => {}
                _ => return Err(UNKNOWN_EXPAND.with("name", name).into()),
            }
        }
        Ok(shape)
    }

    /// The user in this shape. The id is always there.
    pub(super) fn show(&self, selected: &Selected) -> Value {
        let Value::Object(mut shown) = json!(self.body(selected)) else { return Value::Null };
        shown.retain(|field, _| {
            // What was expanded was asked for as well.
            let is_asked = |only: &HashSet<String>| {
                only.contains(field) || (self.role && field == "role") || (self.groups && field == "groups")
            };
            field == "_id" || (self.only.as_ref().is_none_or(is_asked) && !self.without.contains(field))
        });
        Value::Object(shown)
    }

    /// Writes the same. With every field, which most clients want, there is nothing between the user and the bytes.
    pub(super) fn write(&self, selected: &Selected, bytes: &mut Vec<u8>) {
        // Writing plain data into memory cannot fail.
        let _ = if self.only.is_none() && self.without.is_empty() {
            serde_json::to_writer(bytes, &self.body(selected))
        } else {
            serde_json::to_writer(bytes, &self.show(selected))
        };
    }

    fn body<'a>(&'a self, selected: &'a Selected) -> UserBodyV1<'a> {
        let mut body = UserBodyV1::of(&selected.user, &self.beside);
        if self.role {
            body = body.with_role(&selected.user.person.role);
        }
        if self.groups {
            body = body.with_groups(&selected.groups, self.roles_of_groups.as_ref());
        }
        body
    }
}

/// One of the words that a filter knows. What no filter knows must not answer with everybody: refuses with
/// `users.unknown_filter`.
fn word<T>(
    parameters: &Parameters,
    name: &'static str,
    (all, word): (&[T], fn(T) -> &'static str),
) -> Result<Option<T>>
where
    T: Copy,
{
    let Some(text) = parameters.get(name) else { return Ok(None) };
    let found = all.iter().copied().find(|it| word(*it) == text);
    let known = || all.iter().map(|it| word(*it)).collect::<Vec<_>>().join(", ");
    found.map(Some).ok_or_else(|| UNKNOWN_FILTER.on(name).with("text", text).with("words", known()).into())
}

/// The filters and the order of the list, as the page has them; none if nobody can fit. Refuses with
/// `users.unknown_filter`, and with `users.bad_number` for days that are no number.
async fn filters(cx: &Cx, parameters: &Parameters) -> Result<Option<ListQuery>> {
    let sort = parameters.get("sort").unwrap_or_default();
    let idle_days = match parameters.get("idleDays") {
        None => None,
        Some(text) => {
            let days = text.trim().parse().ok().filter(|days| (1..=IDLE_DAYS_MAX).contains(days));
            Some(days.ok_or_else(|| BAD_NUMBER.on("idleDays"))?)
        }
    };
    let mut query = ListQuery {
        search: parameters.get("search").unwrap_or_default().to_owned(),
        state: word(parameters, "state", (State::ALL, State::word))?,
        seat: word(parameters, "seat", (&Seat::ALL, Seat::word))?,
        origin: match parameters.get("origin") {
            // The two words of the platform (contract part 3.2): from a directory, and not.
            Some("" | "ad" | "sisense") => None,
            _ => word(parameters, "origin", (&Origin::ALL, Origin::word))?,
        },
        idle_days,
        order: bodies::order(sort.trim_start_matches('-'))?,
        is_down: sort.starts_with('-'),
        ..ListQuery::default()
    };
    // Nobody comes from a directory.
    if parameters.get("origin") == Some("ad") {
        return Ok(None);
    }
    let mut tx = cx.db.read().await?;
    if let Some(role) = parameters.get("roleId").or_else(|| parameters.get("role")) {
        match roles::named(&mut tx, role).await {
            Ok(role) => query.role = Some(role.id),
            Err(error) if error.is(&roles::UNKNOWN) => return Ok(None),
            Err(other) => return Err(other),
        }
    }
    if let Some(group) = parameters.get("groupId").or_else(|| parameters.get("group")) {
        match groups::find_in(&mut tx, group).await {
            Ok(group) => query.group = Some(group.id),
            Err(error) if error.is(&groups::UNKNOWN) => return Ok(None),
            Err(other) => return Err(other),
        }
    }
    Ok(Some(query))
}

/// Which users a query asks for. Refuses as [`filters`] does, and with `users.bad_number`.
async fn selection(cx: &Cx, parameters: &Parameters) -> Result<Selection> {
    let text = |name| parameters.get(name).map(str::to_owned);
    let read = |name| match parameters.get(name) {
        None => Ok(None),
        Some(text) => number(text).map(Some).ok_or_else(|| BAD_NUMBER.on(name)),
    };
    let query = filters(cx, parameters).await?;
    let ids: Vec<String> = parameters.list("ids").iter().map(|id| id_key(id)).collect();
    let ids = (!ids.is_empty()).then_some(ids);
    Ok(Selection {
        email: text("email"),
        user_name: text("userName"),
        first_name: text("firstName"),
        last_name: text("lastName"),
        active: query_switch(parameters, "active")?,
        skip: read("skip")?.unwrap_or(0),
        limit: read("limit")?.filter(|limit| *limit > 0),
        ids: if query.is_none() { Some(Vec::new()) } else { ids },
        query: query.unwrap_or_default(),
        is_sorted: parameters.get("sort").is_some(),
        ..Selection::default()
    })
}

/// `GET /api/v1/users`: everybody, or who fits `userName`, `email`, `firstName`, `lastName` (whole, whatever the
/// case), `active` and `ids`, and the filters of the page: `search`, `roleId`, `groupId`, `state`, `origin`, `seat`
/// and `idleDays`; in the order of `sort`, from `skip` on, at most `limit`; with `fields` only and with `expand`
/// (`role`, `groups`).
async fn list(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    let parameters = Parameters::read(query.as_deref());
    cx.require(Permission::ListUsers)?;
    let shape = Shape::read(&cx, &parameters).await?;
    let wanted = selection(&cx, &parameters).await?;
    let answer = json_list::answer(&cx, wanted, move |selected, bytes| shape.write(selected, bytes));
    Ok(answer.await?)
}

/// `GET /api/v1/users/export`: who fits the filters of the page, in the order of `sort`, as CSV that Import Many reads
/// back. An address of its own, because the list is asked by clients that accept anything, and knows `fields`,
/// `expand`, `skip` and `limit`, which mean nothing here.
async fn export(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    cx.require(Permission::ListUsers)?;
    let query = filters(&cx, &Parameters::read(query.as_deref())).await?;
    let export = match &query {
        Some(query) => Some(actions::export(&cx, query).await?),
        None => None,
    };
    Ok(table::file(&cx, &query.unwrap_or_default(), export, For::Scripts))
}

/// `GET /api/v1/users/{id}`: one user, with `fields` and `expand` as in the list; with an `ETag`.
pub(super) async fn find(cx: Cx, Path(key): Path<String>, RawQuery(query): RawQuery) -> WebResult {
    let user = actions::find(&cx, &key).await.map_err(|error| blame(error, &key))?;
    let shape = Shape::read(&cx, &Parameters::read(query.as_deref())).await?;
    let selected = with_groups(&cx, user).await?;
    Ok(tagged(selected.user.tag(), &shape.show(&selected)))
}

/// Somebody who is not there, asked for by something that is no id, is another mistake.
pub(super) fn blame(error: Error, key: &str) -> Error {
    if error.is(&UNKNOWN) && !is_id(key) && !key.contains('@') { BAD_ID.into() } else { error }
}

/// A user with the names of the groups.
pub(super) async fn with_groups(cx: &Cx, user: User) -> Result<Selected> {
    let member = groups::Member { id: &user.person.id, role: user.person.role.base };
    let groups = groups::of_users(&mut cx.db.read().await?, &[member]).await?.pop().unwrap_or_default();
    Ok(Selected { user, groups })
}
