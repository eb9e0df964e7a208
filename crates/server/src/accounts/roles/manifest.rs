//! What a role allows as the platform writes it: sections with switches (contract part 7). Some of the switches are
//! permissions of ours; everything else is kept as it was sent, so that clients find it again. Pure.

use serde_json::{Map, Value, json};

use super::model::{BAD_MANIFEST, Choice, Details};
use crate::cx::{BaseRole, Permission, Role};

/// How deep a part of a manifest may stand.
const DEPTH_MAX: usize = 12;

/// The switches that are ours, each with the permission that it means.
const OURS: [(&[&str], Permission); 16] = [
    (&["manage", "users", "get"], Permission::ListUsers),
    (&["manage", "users", "search"], Permission::ListUsers),
    (&["manage", "users", "add"], Permission::AddUsers),
    (&["manage", "users", "share_invitations"], Permission::AddUsers),
    (&["manage", "users", "remove"], Permission::DeleteUsers),
    (&["manage", "users", "modify"], Permission::ChangeUsers),
    (&["manage", "users", "modify_me"], Permission::ChangeOwnAccount),
    (&["manage", "groups", "get"], Permission::ReadGroups),
    (&["manage", "groups", "add"], Permission::ManageGroups),
    (&["manage", "groups", "remove"], Permission::ManageGroups),
    (&["manage", "groups", "modify"], Permission::ManageGroups),
    (&["manage", "groups", "modify_mygroups"], Permission::ManageGroups),
    (&["manage", "security"], Permission::ManageSecurity),
    (&["manage", "restapi"], Permission::ManageSecurity),
    (&["manage", "sso"], Permission::ManageSecurity),
    (&["manage", "systemconfig"], Permission::ManageSecurity),
];

/// What a role allows: what was kept, with our switches and what the role stands on over it.
pub(super) fn shown(role: &Role, kept: &Value) -> Value {
    let mut manifest = if kept.is_object() { kept.clone() } else { json!({}) };
    for (path, permission) in OURS {
        put(&mut manifest, path, json!(role.may.has(permission)));
    }
    let is = |base| role.base == base;
    let base = json!({
        "isConsumer": is(BaseRole::Consumer),
        "isContributor": is(BaseRole::Contributor) || is(BaseRole::DataDesigner),
        "isAdmin": role.base.is_admin(),
        "isSuper": is(BaseRole::Super),
    });
    put(&mut manifest, &["base"], base);
    manifest
}

/// The pieces of a path like `/dashboards/create`. Refuses with `roles.bad_manifest` if it is too deep.
pub(super) fn pieces(path: &str) -> Result<Vec<&str>, seatwarden_base::Refusal> {
    let pieces: Vec<&str> = path.split('/').filter(|piece| !piece.is_empty()).collect();
    if pieces.len() > DEPTH_MAX { Err(BAD_MANIFEST) } else { Ok(pieces) }
}

/// The part of a manifest at a place.
pub(super) fn part<'a>(manifest: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(manifest, |at, piece| at.get(piece))
}

/// A manifest that says nothing but this part.
pub(super) fn alone(path: &[&str], part: Value) -> Value {
    path.iter().rev().fold(part, |inside, piece| {
        let mut outside = Map::new();
        outside.insert((*piece).to_owned(), inside);
        Value::Object(outside)
    })
}

/// What our switches in `given` say otherwise than the role does.
pub(super) fn differing(role: &Role, given: &Value) -> Vec<(Permission, Choice)> {
    let said = OURS.iter().filter_map(|(path, permission)| {
        let on = crate::web::legacy::means_on(part(given, path)?)?;
        (on != role.may.has(*permission)).then_some((*permission, on))
    });
    said.map(|(permission, on)| (permission, if on { Choice::Allow } else { Choice::Deny })).collect()
}

/// The permissions of our switches at a place and below.
pub(super) fn below(path: &[&str]) -> Vec<Permission> {
    let is_below = |known: &&[&str]| known.len() >= path.len() && known.iter().zip(path).all(|(a, b)| a == b);
    OURS.iter().filter(|(known, _)| is_below(known)).map(|(_, permission)| *permission).collect()
}

/// Every choice of a role, with some in place of those it had.
pub(super) fn choices(details: &Details, changed: &[(Permission, Choice)]) -> Vec<(Permission, Choice)> {
    let choice = |permission: Permission| {
        let own = changed.iter().find(|(known, _)| *known == permission).map(|(_, choice)| *choice);
        (permission, own.unwrap_or_else(|| details.choice(permission)))
    };
    Permission::ALL.iter().map(|permission| choice(*permission)).collect()
}

/// A manifest without what is ours: what is kept of it.
pub(super) fn foreign(mut manifest: Value) -> Value {
    for (path, _) in OURS {
        take(&mut manifest, path);
    }
    take(&mut manifest, &["base"]);
    manifest
}

/// Puts a part into a manifest, in place of what is there.
pub(super) fn put(manifest: &mut Value, path: &[&str], part: Value) {
    let Some((first, rest)) = path.split_first() else {
        *manifest = part;
        return;
    };
    if !manifest.is_object() {
        *manifest = json!({});
    }
    put(&mut manifest[*first], rest, part);
}

/// Puts what `given` says over a manifest; what it does not name stays.
pub(super) fn merge(manifest: &mut Value, given: Value) {
    match (manifest, given) {
        (Value::Object(manifest), Value::Object(given)) => {
            for (name, value) in given {
                merge(manifest.entry(name).or_insert(Value::Null), value);
            }
        }
        (manifest, given) => *manifest = given,
    }
}

/// Takes a part out of a manifest, and what is empty without it; false if it was not there.
pub(super) fn take(manifest: &mut Value, path: &[&str]) -> bool {
    let (Some((first, rest)), Value::Object(fields)) = (path.split_first(), manifest) else { return false };
    if rest.is_empty() {
        return fields.remove(*first).is_some();
    }
    let Some(inside) = fields.get_mut(*first) else { return false };
    let is_taken = take(inside, rest);
    if is_taken && inside.as_object().is_some_and(Map::is_empty) {
        fields.remove(*first);
    }
    is_taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_put_merged_found_and_taken() {
        let mut manifest = json!({ "dashboards": { "create": true } });

        put(&mut manifest, &["widgets", "edit"], json!(true));
        merge(&mut manifest, json!({ "dashboards": { "delete": false }, "widgets": 1 }));

        assert_eq!(manifest, json!({ "dashboards": { "create": true, "delete": false }, "widgets": 1 }));
        assert_eq!(part(&manifest, &["dashboards", "create"]), Some(&json!(true)));
        assert!(take(&mut manifest, &["dashboards", "create"]));
        assert!(!take(&mut manifest, &["widgets", "edit"]));
        assert!(take(&mut manifest, &["dashboards", "delete"]));
        assert_eq!(manifest, json!({ "widgets": 1 }));
        assert_eq!(alone(&["a", "b"], json!(7)), json!({ "a": { "b": 7 } }));
    }

    #[test]
    fn what_is_ours_is_not_kept() {
        let given = json!({ "manage": { "users": { "get": true, "other": 1 } }, "base": {}, "pulse": {} });

        assert_eq!(foreign(given), json!({ "manage": { "users": { "other": 1 } }, "pulse": {} }));
        assert_eq!(below(&["manage", "groups"]).len(), 5);
    }
}
