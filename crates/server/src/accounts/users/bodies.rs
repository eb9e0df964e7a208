//! Users as JSON, in the forms that clients of the platform send and read (contract parts 3.3 and 4). Both versions
//! of the API use them: what one may send to one, the other takes as well.

use std::collections::HashMap;

use seatwarden_base::{Kind, Refusal, Result};
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{
    listing::Order,
    model::{BAD_EMAIL, BAD_SORT, Credential, NewUser, User, UserPatch},
};
use crate::{
    accounts::{groups::Named, one_time_links::Purpose, roles, tenants},
    cx::{BaseRole, Cx, LegacyParts, Origin, Role},
    text::rfc3339,
    web::{legacy::switch, parse},
};

/// The body must be a list (contract part 1.5, code 2002).
pub(super) const NOT_AN_ARRAY: Refusal = Refusal::new(Kind::Malformed, "users.not_an_array");
/// A field has the wrong type.
pub(super) const WRONG_TYPE: Refusal = Refusal::new(Kind::Invalid, "users.wrong_type");
/// What is shown with every user and is not the user's own.
#[derive(Clone, Debug)]
pub(crate) struct Beside {
    tenant_id: String,
    /// How long an invitation is good, in milliseconds.
    invitation_ms: i64,
}

impl Beside {
    /// As it is for all users of this server.
    pub(crate) async fn of(cx: &Cx) -> Result<Self> {
        let invitation_ms = Purpose::Invitation.life_ms(&cx.config);
        Ok(Self { tenant_id: tenants::id(cx).await?, invitation_ms })
    }
}

/// A user as v0.9 shows it, and v1 with less. No field is named so that it contains the word `error`: a client takes that
/// for a failure (contract part 1.6).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct UserBody<'a> {
    #[serde(rename = "_id")]
    id: &'a str,
    email: &'a str,
    user_name: &'a str,
    first_name: &'a str,
    last_name: &'a str,
    role_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    role_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base_role_name: Option<&'a str>,
    active: bool,
    groups: Groups<'a>,
    preferences: Preferences<'a>,
    ui_settings: Value,
    tenant_id: &'a str,
    active_directory: bool,
    default: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) groups_name: Option<Vec<GroupName<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    change_password_state: Option<bool>,
    created: String,
    last_updated: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_login: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_activity: Option<String>,
    /// When the invitation of somebody who has not accepted it ends, in milliseconds since the Unix epoch, and the same
    /// as text (contract parts 1.2 and 3.3).
    #[serde(skip_serializing_if = "Option::is_none")]
    activation_expires: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pending_expiration: Option<String>,
}

/// The groups of a user: their ids, or more of them.
#[derive(Serialize)]
#[serde(untagged)]
enum Groups<'a> {
    Ids(&'a [String]),
    Named(Vec<NamedGroup<'a>>),
}

/// A group inside of a user.
#[derive(Serialize)]
struct NamedGroup<'a> {
    #[serde(rename = "_id")]
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<Value>,
}

/// A group in the list that a query asks for by `groupsNames`.
#[derive(Serialize)]
pub(super) struct GroupName<'a> {
    id: &'a str,
    name: &'a str,
}

impl<'a> GroupName<'a> {
    pub(super) fn of(group: &'a Named) -> Self {
        Self { id: &group.id, name: &group.name }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Preferences<'a> {
    locale_id: Option<&'a str>,
    language: Option<&'a str>,
}

impl<'a> UserBody<'a> {
    pub(super) fn of(user: &'a User, beside: &'a Beside) -> Self {
        let person = &user.person;
        let invited_at_ms = user.invited_at_ms.filter(|_| !person.active);
        let activation_expires = invited_at_ms.map(|at_ms| at_ms + beside.invitation_ms);
        Self {
            id: &person.id,
            email: &person.email,
            user_name: &person.user_name,
            first_name: &person.first_name,
            last_name: &person.last_name,
            role_id: &person.role.id,
            role_name: Some(&person.role.name),
            base_role_name: Some(person.role.base.name()),
            active: person.active,
            groups: Groups::Ids(&user.groups),
            preferences: Preferences {
                locale_id: person.language.as_deref(),
                language: person.language.as_deref(),
            },
            ui_settings: serde_json::from_str(&user.ui_settings).unwrap_or_else(|_| json!({})),
            tenant_id: &beside.tenant_id,
            active_directory: false,
            default: person.role.base == BaseRole::Super,
            groups_name: None,
            change_password_state: Some(user.must_change_password),
            created: rfc3339(person.created_at_ms),
            last_updated: rfc3339(person.updated_at_ms),
            last_login: person.last_login_at_ms.map(rfc3339),
            last_activity: person.last_activity_at_ms.map(rfc3339),
            activation_expires,
            pending_expiration: activation_expires.map(rfc3339),
        }
    }
}

/// A user as v1 shows it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct UserBodyV1<'a> {
    #[serde(flatten)]
    user: UserBody<'a>,
    /// How somebody was made automatically; a text in the original (contract part 3.3).
    #[serde(skip_serializing_if = "Option::is_none")]
    created_sso: Option<&'static str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    service_account: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<Value>,
}

impl<'a> UserBodyV1<'a> {
    /// The user with the ids of the groups.
    pub(super) fn of(user: &'a User, beside: &'a Beside) -> Self {
        let whole = UserBody::of(user, beside);
        let origin = user.person.origin;
        Self {
            user: UserBody { role_name: None, base_role_name: None, change_password_state: None, ..whole },
            created_sso: (origin == Origin::Sso).then_some(Origin::Sso.word()),
            service_account: origin == Origin::Service,
            role: None,
        }
    }

    /// The same with the role in few words.
    pub(super) fn with_role(mut self, role: &Role) -> Self {
        self.role = Some(roles::short(role));
        self
    }

    /// The same with the names of the groups, and with the roles that they give if those are known.
    pub(super) fn with_groups(mut self, groups: &'a [Named], roles: Option<&HashMap<String, Role>>) -> Self {
        let named = groups.iter().map(|group| NamedGroup {
            id: &group.id,
            name: &group.name,
            role: roles.map(|roles| roles.get(&group.id).map_or(Value::Null, roles::short)),
        });
        self.user.groups = Groups::Named(named.collect());
        self
    }
}

/// The order that a field stands for; by user name if none is named. Refuses with `users.bad_sort` if there is no such
/// order: another one would be taken for what was asked.
pub(super) fn order(field: &str) -> Result<Order> {
    Ok(match field {
        "" | "userName" | "username" => Order::UserName,
        "email" => Order::Email,
        "firstName" | "name" => Order::Name,
        "lastName" => Order::LastName,
        "role" | "roleId" | "roleName" => Order::Role,
        "active" | "state" => Order::State,
        "origin" => Order::Origin,
        // Ids grow with time.
        "created" | "_id" => Order::Created,
        "lastUpdated" => Order::Updated,
        "lastActivity" | "lastLogin" => Order::LastActive,
        other => return Err(BAD_SORT.with("name", other.chars().take(40).collect::<String>()).into()),
    })
}

/// The order that several fields stand for: the first counts, and those who are alike in it follow one another as in the
/// list (contract part 3.2 takes several; an order for every row of fields would have to read everybody). Refuses as
/// [`order`] does.
pub(super) fn order_of(fields: &[String]) -> Result<Order> {
    let orders = fields.iter().map(|field| order(field)).collect::<Result<Vec<_>>>()?;
    Ok(orders.first().copied().unwrap_or(Order::UserName))
}

/// A user as v0.9 shows one, for the answer of the login call.
pub(crate) fn body_of_person(user: &User, beside: &Beside) -> Value {
    json!(UserBody::of(user, beside))
}

/// A user with the groups and their names, as v0.9 shows one with everything.
pub(crate) fn body_of_user(user: &User, groups: &[Named], beside: &Beside) -> Value {
    let groups_name = Some(groups.iter().map(GroupName::of).collect());
    json!(UserBody { groups_name, ..UserBody::of(user, beside) })
}

fn object(value: &Value) -> Result<&Map<String, Value>> {
    value.as_object().ok_or_else(|| WRONG_TYPE.with("name", "user").into())
}

/// The first of several spellings that is there and not null.
fn given<'a>(user: &'a Map<String, Value>, names: &[&str]) -> Option<&'a Value> {
    names.iter().filter_map(|name| user.get(*name)).find(|value| !value.is_null())
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
    let list = value.as_array().ok_or_else(wrong)?;
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

/// Language and locale are one here. Of two that differ the language counts, because that is what people choose; a null
/// takes the choice away, unless the other one names something.
fn locale(user: &Map<String, Value>) -> Result<Option<String>> {
    match given(user, &["preferences"]) {
        None => Ok(None),
        Some(Value::Object(preferences)) => {
            let named = text(preferences, &["language", "localeId"])?;
            let is_cleared = ["language", "localeId"].iter().any(|name| preferences.contains_key(*name));
            Ok(named.or_else(|| is_cleared.then(String::new)))
        }
        Some(_) => Err(WRONG_TYPE.on("preferences").with("name", "preferences").into()),
    }
}

fn active(legacy: &LegacyParts, user: &Map<String, Value>) -> Result<Option<bool>> {
    switch(legacy, user.get("active"), || WRONG_TYPE.on("active").with("name", "active"))
}

/// Whether another password is demanded at the next sign-in. Clients send back the `false` that they read, so it demands
/// nothing, and takes nothing back either.
fn must_change(legacy: &LegacyParts, user: &Map<String, Value>) -> Result<bool> {
    let name = "changePasswordState";
    let given = switch(legacy, user.get(name), || WRONG_TYPE.on(name).with("name", name))?;
    Ok(given.unwrap_or(false))
}

fn ui_settings(user: &Map<String, Value>) -> Result<Option<String>> {
    match given(user, &["uiSettings"]) {
        None => Ok(None),
        Some(settings @ Value::Object(_)) => Ok(Some(settings.to_string())),
        Some(_) => Err(WRONG_TYPE.on("uiSettings").with("name", "uiSettings").into()),
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
    for name in ["roleId", "roleName", "role"] {
        let role = text(user, &[name])?;
        if let Some(role) = role.filter(|role| !role.is_empty() && !role.eq_ignore_ascii_case("null")) {
            return Ok(Some(role));
        }
    }
    Ok(None)
}

fn groups(user: &Map<String, Value>) -> Result<Option<Vec<String>>> {
    given(user, &["groups"]).map(|groups| texts(groups, "groups")).transpose()
}

/// The users of a body: a list, or one alone.
pub(crate) fn new_users(legacy: &LegacyParts, bytes: &[u8]) -> Result<Vec<NewUser>> {
    new_users_of(legacy, parse(bytes)?)
}

/// The users of a body that was read already.
pub(super) fn new_users_of(legacy: &LegacyParts, body: Value) -> Result<Vec<NewUser>> {
    match body {
        Value::Array(list) => {
            let one = |(index, user): (usize, &Value)| {
                let named = user["email"].as_str().or_else(|| user["userName"].as_str()).unwrap_or_default();
                new_user(legacy, user).map_err(|error| error.of_element(index, named))
            };
            list.iter().enumerate().map(one).collect()
        }
        one @ Value::Object(_) => Ok(vec![new_user(legacy, &one)?]),
        _ => Err(NOT_AN_ARRAY.into()),
    }
}

/// The same on v1, where the md5 of a password (contract part 16, no. 24) and `changePasswordState` (part 4) are keys like
/// any that we do not know.
pub(super) fn new_users_v1(legacy: &LegacyParts, mut body: Value) -> Result<Vec<NewUser>> {
    match &mut body {
        Value::Array(list) => list.iter_mut().for_each(without_old_keys),
        one => without_old_keys(one),
    }
    new_users_of(legacy, body)
}

fn without_old_keys(user: &mut Value) {
    if let Value::Object(user) = user {
        user.remove("hash");
        user.remove("changePasswordState");
    }
}

/// The ids of a body that is a list of them.
pub(crate) fn ids(bytes: &[u8]) -> Result<Vec<String>> {
    let given: Value = parse(bytes)?;
    if given.is_array() { texts(&given, "ids") } else { Err(NOT_AN_ARRAY.into()) }
}

/// A new user in any of the forms clients send; unknown keys are passed over.
fn new_user(legacy: &LegacyParts, value: &Value) -> Result<NewUser> {
    let user = object(value)?;
    let credential = credential(user)?;
    let email = text(user, &["email"])?;
    // Missing and empty are different mistakes (contract part 1.5, codes 2003 and 2009).
    if email.as_ref().is_some_and(|email| email.trim().is_empty()) {
        return Err(BAD_EMAIL.into());
    }
    let email = email.unwrap_or_default();
    Ok(NewUser {
        email,
        user_name: text(user, &["userName", "username"])?.unwrap_or_default(),
        first_name: text(user, &["firstName"])?.unwrap_or_default(),
        last_name: text(user, &["lastName"])?.unwrap_or_default(),
        role: role(user)?.unwrap_or_default(),
        groups: groups(user)?.unwrap_or_default(),
        language: locale(user)?,
        active: active(legacy, user)?,
        // Without a password there is an invitation, whether the client says `notify` or not; that
        // parameter only says whether one with a password is told (which we leave to the caller).
        credential: credential.unwrap_or_default(),
        origin: None,
        ui_settings: ui_settings(user)?,
        must_change: must_change(legacy, user)?,
    })
}

/// What a client wants changed: a part of the object, or the whole of it as it was read.
pub(crate) fn patch(legacy: &LegacyParts, bytes: &[u8]) -> Result<UserPatch> {
    patch_of(legacy, changed(bytes)?)
}

/// The same on v1, without the keys of v0.9.
pub(super) fn patch_v1(legacy: &LegacyParts, bytes: &[u8]) -> Result<UserPatch> {
    let mut given = changed(bytes)?;
    without_old_keys(&mut given);
    patch_of(legacy, given)
}

/// One client sends nothing at all and means no change (contract part 4).
fn changed(bytes: &[u8]) -> Result<Value> {
    if bytes.trim_ascii().is_empty() { Ok(json!({})) } else { parse(bytes) }
}

#[expect(clippy::needless_pass_by_value, reason = "it was read for this")]
fn patch_of(legacy: &LegacyParts, given: Value) -> Result<UserPatch> {
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
        active: active(legacy, user)?,
        ui_settings: ui_settings(user)?,
        must_change: must_change(legacy, user)?,
        ..UserPatch::default()
    })
}
