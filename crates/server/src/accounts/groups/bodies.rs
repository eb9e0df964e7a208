//! Groups as JSON, in the forms that clients of the platform send and read (contract part 6.3).

use std::collections::HashSet;

use seatwarden_base::{Kind, Refusal, Result};
use serde_json::{Map, Value, json};

use super::{
    actions::{self, Wanted},
    model::{Group, GroupChange, GroupKind, MINUTES_MAX, Named, UNKNOWN_EXPAND, UnderWay},
};
use crate::{
    accounts::{roles, tenants},
    cx::{BaseRole, Cx, LegacyParts, Person},
    text::{name_key, rfc3339},
    web::legacy::{Parameters, number, switch, unknown_order},
};

/// A value of a group has the wrong type; value `name`.
pub(super) const WRONG_TYPE: Refusal = Refusal::new(Kind::Invalid, "groups.wrong_type");

/// What clients call that which a refusal blames.
pub(super) const NAMES: [(&str, &str); 4] = [
    ("role", "defaultRole"),
    ("sessionMinutes", "timeout"),
    ("excluded_from_sharing", "excludeFromSharing"),
    ("theme", "themeId"),
];

/// How groups are to be shown.
pub(super) struct Shape {
    tenant_id: String,
    only: HashSet<String>,
    without: HashSet<String>,
    role: bool,
    /// Whether members are shown with each, and how.
    pub(super) users: Option<MemberShape>,
}

/// How members of groups are to be shown.
#[derive(Clone, Debug)]
pub(super) struct MemberShape {
    tenant_id: String,
    role: bool,
}

impl MemberShape {
    pub(super) async fn new(cx: &Cx) -> Result<Self> {
        Ok(Self { tenant_id: tenants::id(cx).await?, role: false })
    }

    /// A member of a group, as v0.9 shows a user; without what only the list of users knows (`uiSettings` and
    /// `changePasswordState`).
    pub(super) fn show(&self, person: &Person, groups: &[Named]) -> Value {
        let language = &person.language;
        let mut shown = json!({
            "_id": person.id, "userName": person.user_name, "email": person.email,
            "firstName": person.first_name, "lastName": person.last_name, "active": person.active,
            "roleId": person.role.id, "roleName": person.role.name, "baseRoleName": person.role.base.name(),
            "groups": groups.iter().map(|group| &group.id).collect::<Vec<_>>(),
            "preferences": { "localeId": language, "language": language }, "tenantId": self.tenant_id,
            "activeDirectory": false, "default": person.role.base == BaseRole::Super,
            "created": rfc3339(person.created_at_ms), "lastUpdated": rfc3339(person.updated_at_ms),
        });
        let times = [("lastLogin", person.last_login_at_ms), ("lastActivity", person.last_activity_at_ms)];
        for (name, at_ms) in times {
            if let Some(at_ms) = at_ms {
                shown[name] = json!(rfc3339(at_ms));
            }
        }
        if self.role {
            shown["role"] = roles::short(&person.role);
        }
        shown
    }
}

impl Shape {
    /// As `fields` and `expand` (`users`, `role`, `users.role`) say. Refuses with `groups.unknown_expand`.
    pub(super) async fn new(cx: &Cx, parameters: &Parameters) -> Result<Self> {
        let tenant_id = tenants::id(cx).await?;
        let mut shape = Self {
            tenant_id: tenant_id.clone(),
            only: HashSet::new(),
            without: HashSet::new(),
            role: false,
            users: None,
        };
        for name in parameters.list("expand") {
            match name.as_str() {
                "role" => shape.role = true,
                "users" | "users.role" => {
                    let role = name == "users.role" || shape.users.as_ref().is_some_and(|users| users.role);
                    shape.users = Some(MemberShape { tenant_id: tenant_id.clone(), role });
                }
                _ => return Err(UNKNOWN_EXPAND.with("name", name).into()),
            }
        }
        for field in parameters.list("fields") {
            match field.strip_prefix('-') {
                Some(field) => drop(shape.without.insert(field.to_owned())),
                None => drop(shape.only.insert(field)),
            }
        }
        Ok(shape)
    }

    /// A group, with every field that some client reads and that was asked for. The id is always there.
    pub(super) fn show(&self, group: &Group) -> Value {
        let mut shown = self.whole(group);
        if let Some(shown) = shown.as_object_mut() {
            shown.retain(|field, _| {
                let is_asked = self.only.is_empty()
                    || self.only.contains(field)
                    // What was expanded was asked for as well.
                    || (self.role && field == "role");
                field == "_id" || (is_asked && !self.without.contains(field))
            });
        }
        shown
    }

    fn whole(&self, group: &Group) -> Value {
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
        match group.under_way {
            Some(UnderWay::Delete) => shown["beingDeleted"] = json!(true),
            Some(UnderWay::BringBack) => shown["beingBroughtBack"] = json!(true),
            None => {}
        }
        if let Some(role) = role.filter(|_| self.role) {
            shown["role"] = roles::short(role);
        }
        shown
    }
}

/// Puts groups, which come by name, into the order of fields, of which each counts for those who are alike in the ones
/// before it. Refuses one that groups do not have with `web.unknown_order`.
pub(super) fn sort(groups: &mut [Group], fields: &[String], is_down: bool) -> Result<()> {
    for field in fields.iter().rev() {
        sort_by(groups, field)?;
    }
    if is_down {
        groups.reverse();
    }
    Ok(())
}

fn sort_by(groups: &mut [Group], field: &str) -> Result<()> {
    match field {
        "name" => groups.sort_by_cached_key(|group| name_key(&group.name)),
        // No group comes from a directory, so they are alike in what only a directory says.
        "" | "ad" | "mail" | "dn" | "objectSid" | "uSNChanged" | "ldapDomainId" => {}
        // Ids grow with time.
        "_id" => groups.sort_by(|one, other| one.id.cmp(&other.id)),
        "created" => groups.sort_by_key(|group| group.created_at_ms),
        "lastUpdated" => groups.sort_by_key(|group| group.updated_at_ms),
        "language" => groups.sort_by(|one, other| one.language.cmp(&other.language)),
        "defaultRole" | "roleId" => {
            let name = |group: &Group| group.role.as_ref().map(|role| role.name.clone());
            groups.sort_by_cached_key(name);
        }
        other => return Err(unknown_order(other).into()),
    }
    Ok(())
}

/// All groups whose names have this part, or all, by name.
pub(super) async fn all(cx: &Cx, search: &str) -> Result<Vec<Group>> {
    let mut wanted = Wanted { search: search.to_owned(), limit: Some(200), ..Wanted::default() };
    let mut groups = Vec::new();
    loop {
        let page = actions::list(cx, &wanted).await?;
        groups.extend(page.items.into_iter().map(|listed| listed.group));
        match page.next {
            Some(next) => wanted.after = next,
            None => return Ok(groups),
        }
    }
}

/// Those of a list that `skip` and `limit` leave; 0 is no limit. Refuses with `web.wrong_number`.
pub(super) fn cut<T>(list: Vec<T>, parameters: &Parameters) -> Result<Vec<T>> {
    let limit = parameters.count("limit")?.filter(|limit| *limit > 0).unwrap_or(usize::MAX);
    Ok(list.into_iter().skip(parameters.count("skip")?.unwrap_or_default()).take(limit).collect())
}

/// What a client wants a group to be; a name alone is a group as well. Keys we do not know, and those that only a
/// directory fills, are passed over.
pub(super) fn change(legacy: &LegacyParts, value: &Value) -> Result<GroupChange> {
    if let Value::String(name) = value {
        return Ok(GroupChange { name: Some(name.clone()), ..GroupChange::default() });
    }
    let group = value.as_object().ok_or_else(|| WRONG_TYPE.with("name", "group"))?;
    Ok(GroupChange {
        name: text(group, "name")?,
        role: role(group, "defaultRole")?,
        or_role: role(group, "roleId")?,
        language: text(group, "language")?,
        session_minutes: timeout(group)?,
        excluded_from_sharing: switch(legacy, group.get("excludeFromSharing"), || {
            WRONG_TYPE.on("excludeFromSharing").with("name", "excludeFromSharing")
        })?,
        theme: text(group, "themeId")?,
        may_be_foreign: false,
    })
}

/// A new group, which may have been read from another server: what cannot be had here does not stop a migration, and a
/// limit beyond the longest counts as that.
pub(super) fn new(legacy: &LegacyParts, value: &Value) -> Result<GroupChange> {
    let change = change(legacy, value)?;
    let longest = |minutes: String| match minutes.parse::<u64>() {
        Ok(number) if number > MINUTES_MAX.unsigned_abs() => MINUTES_MAX.to_string(),
        _ => minutes,
    };
    Ok(GroupChange { may_be_foreign: true, session_minutes: change.session_minutes.map(longest), ..change })
}

/// A role that is given; one that is null, empty, or the word for it is taken away (contract part 1.2).
fn role(group: &Map<String, Value>, name: &'static str) -> Result<Option<String>> {
    if group.get(name).is_some_and(Value::is_null) {
        return Ok(Some(String::new()));
    }
    let role = text(group, name)?;
    Ok(role.map(|role| if role.eq_ignore_ascii_case("null") { String::new() } else { role }))
}

fn text(group: &Map<String, Value>, name: &'static str) -> Result<Option<String>> {
    match group.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(WRONG_TYPE.on(name).with("name", name).into()),
    }
}

/// A limit in seconds, as a number or as its text, or the word `default`, which is what 0 means as well; in minutes, of
/// which every begun one counts.
fn timeout(group: &Map<String, Value>) -> Result<Option<String>> {
    let wrong = || WRONG_TYPE.on("timeout").with("name", "timeout");
    let seconds = match group.get("timeout") {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::String(word)) if matches!(word.trim(), "default" | "" | "null") => 0,
        Some(Value::String(text)) => number(text).ok_or_else(wrong)?,
        Some(Value::Number(seconds)) => {
            seconds.as_u64().or_else(|| whole_of(seconds.as_f64())).ok_or_else(wrong)?
        }
        Some(_) => return Err(wrong().into()),
    };
    let minutes = seconds.div_ceil(60);
    Ok(Some(if minutes == 0 { String::new() } else { minutes.to_string() }))
}

/// The whole seconds of a number that is written with a point.
fn whole_of(seconds: Option<f64>) -> Option<u64> {
    let seconds = seconds.filter(|seconds| (0.0..1e15).contains(seconds))?;
    format!("{:.0}", seconds.ceil()).parse().ok()
}
