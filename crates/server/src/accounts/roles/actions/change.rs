//! Making custom roles and changing them. What a role allows is looked up with each request, so a change
//! holds from the next one on.

use seatwarden_base::{Result, db::Tx};
use serde_json::{Value, json};

use super::{
    super::{
        model::{
            BASE_NOT_OPEN, CHANGED_MEANWHILE, CUSTOM_MAX, Details, Diff, LOOKS_BUILT_IN, NAME_TAKEN, NewRole,
            RoleChange, TOO_MANY, api_name, check_description, check_name, granted_and_withdrawn,
            looks_built_in,
        },
        store,
    },
    blame, find_custom, named,
};
use crate::{
    common::audit,
    cx::{BaseRole, Cx, Permission, Permissions, Role},
    text::name_key,
};

/// Makes a custom role; its API name follows from what people call it. Refuses with the rule it would break,
/// and with `roles.beyond_own` if it may more than the caller.
pub async fn create(cx: &Cx, new: &NewRole) -> Result<Details> {
    cx.require(Permission::ManageRoles)?;
    let mut tx = cx.db.write().await?;
    let details = create_in(&mut tx, cx, new, &new.change.display_name).await?;
    tx.commit().await?;
    Ok(details)
}

/// The same inside another action, without asking for permission; the API name follows from `called`.
pub(super) async fn create_in(tx: &mut Tx, cx: &Cx, new: &NewRole, called: &str) -> Result<Details> {
    let all = store::list(tx).await?;
    let custom = all.iter().filter(|role| role.name != role.base.name()).count();
    if i64::try_from(custom).unwrap_or(CUSTOM_MAX) >= CUSTOM_MAX {
        return Err(TOO_MANY.with("maximum", CUSTOM_MAX).into());
    }
    let mut details = blank(cx, tx, &new.base).await?;
    apply(tx, cx, &mut details, &new.change).await?;
    let wished = api_name(called);
    let is_free = |name: &String| !all.iter().any(|role| role.name == *name);
    let numbered = (2..=CUSTOM_MAX + 1).map(|number| format!("{wished}_{number}"));
    let name = std::iter::once(wished.clone()).chain(numbered).find(is_free);
    details.role.name = name.ok_or(NAME_TAKEN)?;
    if !store::insert(tx, &details, cx.now_ms).await? {
        return Err(NAME_TAKEN.into());
    }
    let event = audit::Event::new("roles.create", "role", &details.role.id).after(shown(&details));
    audit::record(tx, cx, event).await?;
    Ok(details)
}

/// Changes a custom role; `version` is that of the role as the caller saw it, if they saw it. Refuses with
/// `roles.changed_meanwhile`, with `sessions.confirm_first` if a role with a way to the accounts of others gains something, or
/// with the rule it would break.
pub async fn update(cx: &Cx, key: &str, version: Option<i64>, change: &RoleChange) -> Result<Details> {
    cx.require(Permission::ManageRoles)?;
    let mut tx = cx.db.write().await?;
    let before = find_custom(&mut tx, cx, key).await?;
    let after = update_in(&mut tx, cx, &before, version, change).await?;
    tx.commit().await?;
    Ok(after)
}

/// The same inside another action, for a custom role that is known to be within reach.
pub(super) async fn update_in(
    tx: &mut Tx,
    cx: &Cx,
    before: &Details,
    version: Option<i64>,
    change: &RoleChange,
) -> Result<Details> {
    let mut after = before.clone();
    apply(tx, cx, &mut after, change).await?;
    let diff = difference(before, &after);
    if diff.needs_proof {
        cx.require_confirmed_in_browser()?;
    }
    after.version = version.unwrap_or(before.version);
    if !store::set(tx, &after, cx.now_ms).await? {
        return Err(CHANGED_MEANWHILE.into());
    }
    // Never the caller's own: nobody adds to their role what they may not already.
    if !diff.gains.is_empty() {
        store::renew_sign_ins(tx, &after.role.id).await?;
    }
    let event = audit::Event::new("roles.update", "role", &after.role.id);
    audit::record(tx, cx, event.before(shown(before)).after(shown(&after))).await?;
    after.version += 1;
    Ok(after)
}

/// What a change would mean for those who have the role; refuses as [`update`] does.
pub async fn diff(cx: &Cx, key: &str, change: &RoleChange) -> Result<Diff> {
    cx.require(Permission::ManageRoles)?;
    let mut tx = cx.db.read().await?;
    let before = find_custom(&mut tx, cx, key).await?;
    let mut after = before.clone();
    apply(&mut tx, cx, &mut after, change).await?;
    Ok(difference(&before, &after))
}

fn difference(before: &Details, after: &Details) -> Diff {
    let diff = Diff::between(before.role.may, after.role.may, before.users);
    Diff { needs_proof: !diff.gains.is_empty() && after.role.reaches_others(), ..diff }
}

/// How a new role would differ from its base; refuses as [`create`] does.
pub async fn diff_of_new(cx: &Cx, new: &NewRole) -> Result<Diff> {
    cx.require(Permission::ManageRoles)?;
    let mut tx = cx.db.read().await?;
    let before = blank(cx, &mut tx, &new.base).await?;
    let mut after = before.clone();
    apply(&mut tx, cx, &mut after, &new.change).await?;
    Ok(Diff::between(before.role.may, after.role.may, 0))
}

/// A role that is its base but for the name.
pub(super) async fn blank(cx: &Cx, tx: &mut Tx, base: &str) -> Result<Details> {
    let base = named(tx, base).await.map_err(|error| blame(error, "base"))?.base;
    if base == BaseRole::Super {
        return Err(BASE_NOT_OPEN.into());
    }
    let none = Permissions::default();
    Ok(Details {
        role: Role {
            id: cx.new_id()?,
            name: String::new(),
            display_name: String::new(),
            base,
            may: Permissions::of_role(base, none, none),
        },
        description: String::new(),
        granted: none,
        withdrawn: none,
        version: 1,
        users: 0,
        groups: 0,
    })
}

async fn apply(tx: &mut Tx, cx: &Cx, details: &mut Details, change: &RoleChange) -> Result<()> {
    let name = check_name(&change.display_name)?;
    let key = name_key(&name);
    let all = store::list(tx).await?;
    let is_taken = all.iter().any(|role| role.id != details.role.id && name_key(&role.display_name) == key);
    if is_taken || BaseRole::spelled(&name).is_some() {
        return Err(NAME_TAKEN.into());
    }
    if name != details.role.display_name
        && let Some(built_in) = looks_built_in(&name)
    {
        return Err(LOOKS_BUILT_IN.with("name", built_in.display_name()).into());
    }
    details.role.display_name = name;
    details.description = check_description(&change.description)?;
    (details.granted, details.withdrawn) = granted_and_withdrawn(details.role.base, &change.choices)?;
    details.role.may = Permissions::of_role(details.role.base, details.granted, details.withdrawn);
    if details.role.reaches_others() {
        cx.require_full_scope()?;
    }
    cx.require_reach(&details.role)
}

/// A role as the audit trail shows it.
pub(super) fn shown(details: &Details) -> Value {
    let words = |set: Permissions| -> Vec<&str> {
        Permission::ALL.iter().filter(|it| set.has(**it)).map(|it| it.word()).collect()
    };
    json!({
        "name": details.role.name, "displayName": details.role.display_name, "base": details.role.base.name(),
        "description": details.description, "allow": words(details.granted), "deny": words(details.withdrawn),
    })
}
