//! Groups as JSON, in the forms that clients of the platform send and read (contract part 6.3).

use seatwarden_base::{Kind, Refusal, Result};
use serde_json::{Map, Value, json};

use super::{
    actions::{self, Wanted},
    model::{Group, GroupChange, GroupKind},
};
use crate::{
    accounts::{roles, tenants},
    cx::{Cx, LegacyParts, Person},
    text::rfc3339,
    web::legacy::{Parameters, number, switch},
};

/// A value of a group has the wrong type; value `name`.
pub(super) const WRONG_TYPE: Refusal = Refusal::new(Kind::Invalid, "groups.wrong_type");

/// How groups are to be shown.
pub(super) struct Shape {
    tenant_id: String,
    role: bool,
}

impl Shape {
    pub(super) async fn new(cx: &Cx, parameters: &Parameters) -> Result<Self> {
        let role = parameters.list("expand").iter().any(|name| name == "role");
        Ok(Self { tenant_id: tenants::id(cx).await?, role })
    }

    /// A group, with every field that some client reads.
    pub(super) fn show(&self, group: &Group) -> Value {
        let role = group.role.as_ref();
        let mut shown = json!({
            "_id": group.id, "name": group.name, "ad": false, "roleId": role.map(|role| &role.id),
            "defaultRole": role.map_or("", |role| &role.name), "objectSid": "", "dn": "", "uSNChanged": "",
            "mail": "", "ldapDomainId": null, "language": group.language, "themeId": group.theme,
            "timeout": group.session_minutes.map_or_else(|| json!("default"), |minutes| json!(minutes * 60)),
            "excludeFromSharing": group.excluded_from_sharing, "created": rfc3339(group.created_at_ms),
            "lastUpdated": rfc3339(group.updated_at_ms), "tenantId": self.tenant_id,
        });
        match group.kind {
            GroupKind::Everyone => shown["everyone"] = json!(true),
            GroupKind::Admins => shown["admins"] = json!(true),
            GroupKind::Plain => {}
        }
        if let Some(role) = role.filter(|_| self.role) {
            shown["role"] = roles::short(role);
        }
        shown
    }
}

/// A member of a group; as much of a user as clients read here.
pub(super) fn member(person: &Person) -> Value {
    json!({
        "_id": person.id, "userName": person.user_name, "email": person.email, "firstName": person.first_name,
        "lastName": person.last_name, "active": person.active, "roleId": person.role.id,
        "roleName": person.role.name, "created": rfc3339(person.created_at_ms),
        "lastUpdated": rfc3339(person.updated_at_ms),
    })
}

/// All groups whose names have this part, or all, each with how many members it has itself.
pub(super) async fn all(cx: &Cx, search: &str) -> Result<Vec<(Group, i64)>> {
    let mut wanted = Wanted { search: search.to_owned(), limit: Some(200), ..Wanted::default() };
    let mut groups = Vec::new();
    loop {
        let page = actions::list(cx, &wanted).await?;
        groups.extend(page.items.into_iter().map(|listed| (listed.group, listed.members)));
        match page.next {
            Some(next) => wanted.after = next,
            None => return Ok(groups),
        }
    }
}

/// Those of a list that `skip` and `limit` leave; 0 is no limit.
pub(super) fn cut<T>(list: Vec<T>, parameters: &Parameters) -> Vec<T> {
    let read = |name| parameters.get(name).and_then(number).and_then(|it| usize::try_from(it).ok());
    let limit = read("limit").filter(|limit| *limit > 0).unwrap_or(usize::MAX);
    list.into_iter().skip(read("skip").unwrap_or_default()).take(limit).collect()
}

/// What a client wants a group to be; a name alone is a group as well. Keys we do not know, and those that only a
/// directory fills, are passed over.
pub(super) fn change(legacy: &LegacyParts, value: &Value) -> Result<GroupChange> {
    if let Value::String(name) = value {
        return Ok(GroupChange { name: Some(name.clone()), ..GroupChange::default() });
    }
    let group = value.as_object().ok_or_else(|| WRONG_TYPE.with("name", "group"))?;
    let is_null = |text: &String| text.eq_ignore_ascii_case("null");
    let role = text(group, "defaultRole")?.filter(|role| !role.is_empty());
    let role = role.or(text(group, "roleId")?).map(|role| if is_null(&role) { String::new() } else { role });
    Ok(GroupChange {
        name: text(group, "name")?,
        role,
        language: text(group, "language")?,
        session_minutes: timeout(group)?,
        excluded_from_sharing: group.get("excludeFromSharing").and_then(|on| switch(legacy, on)),
        theme: text(group, "themeId")?,
    })
}

fn text(group: &Map<String, Value>, name: &'static str) -> Result<Option<String>> {
    match group.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(WRONG_TYPE.on(name).with("name", name).into()),
    }
}

/// A limit in seconds, or the word `default`.
fn timeout(group: &Map<String, Value>) -> Result<Option<String>> {
    match group.get("timeout") {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(word)) if word == "default" || word.is_empty() => Ok(Some(String::new())),
        Some(Value::Number(seconds)) => match seconds.as_u64() {
            Some(seconds) => Ok(Some(seconds.div_ceil(60).to_string())),
            None => Err(WRONG_TYPE.on("timeout").with("name", "timeout").into()),
        },
        Some(_) => Err(WRONG_TYPE.on("timeout").with("name", "timeout").into()),
    }
}
