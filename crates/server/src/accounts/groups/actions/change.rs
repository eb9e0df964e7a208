//! Making groups, and changing what they give.

use seatwarden_base::{
    Result,
    db::{Engine, Tx},
};

use super::{
    super::{
        model::{
            AT_ONCE_MAX, BAD_NAME, CHANGED_MEANWHILE, DERIVED, GROUPS_MAX, Group, GroupChange, GroupKind,
            NAME_MAX, NO_SYSADMIN, RESERVED_NAME, TOO_MANY, TOO_MANY_AT_ONCE, check_language, check_minutes,
            check_name, check_theme,
        },
        store,
    },
    find_in, require_over, require_to_give,
    shorten::shorten_later,
    shown,
};
use crate::{
    accounts::roles,
    common::audit,
    cx::{BaseRole, Cx, Permission},
    text::{id_key, is_id},
};

/// Makes groups, all or none. Refuses with the first rule that one of them breaks.
pub async fn create(cx: &Cx, new: Vec<GroupChange>) -> Result<Vec<Group>> {
    cx.require(Permission::ManageGroups)?;
    if new.len() > AT_ONCE_MAX {
        return Err(TOO_MANY_AT_ONCE.with("maximum", AT_ONCE_MAX).into());
    }
    let mut tx = cx.db.write().await?;
    let created = create_in(&mut tx, cx, new).await?;
    tx.commit().await?;
    Ok(created)
}

/// Like [`create`], inside another action.
pub async fn create_in(tx: &mut Tx, cx: &Cx, new: Vec<GroupChange>) -> Result<Vec<Group>> {
    cx.require(Permission::ManageGroups)?;
    let count = store::count(tx, None, GROUPS_MAX).await?;
    if count + i64::try_from(new.len()).unwrap_or(GROUPS_MAX) > GROUPS_MAX {
        return Err(TOO_MANY.with("maximum", GROUPS_MAX).into());
    }
    let mut created = Vec::with_capacity(new.len());
    for change in new {
        let mut group = Group {
            id: cx.new_id()?,
            name: String::new(),
            kind: GroupKind::Plain,
            role: None,
            language: None,
            session_minutes: None,
            excluded_from_sharing: false,
            theme: String::new(),
            created_at_ms: cx.now_ms,
            updated_at_ms: cx.now_ms,
            version: 1,
            under_way: None,
        };
        apply(tx, cx, &mut group, &change).await?;
        if group.name.is_empty() {
            return Err(BAD_NAME.with("maximum", NAME_MAX).into());
        }
        store::insert(tx, &group).await?;
        let event = audit::Event::new("groups.create", "group", &group.id).after(shown(&group));
        audit::record(tx, cx, event).await?;
        created.push(group);
    }
    Ok(created)
}

/// Changes a group; `version` is that of the group as the caller saw it, if they saw it. Refuses with
/// `groups.changed_meanwhile`, `groups.being_deleted` or the rule it would break.
pub async fn update(cx: &Cx, key: &str, version: Option<i64>, change: &GroupChange) -> Result<Group> {
    cx.require(Permission::ManageGroups)?;
    let mut tx = cx.db.write().await?;
    let mut before = find_in(&mut tx, key).await?;
    if tx.engine() == Engine::Postgres {
        // Nobody else changes it from before it is read. On SQLite the one writer is enough.
        store::lock(&mut tx, &before.id).await?;
        before = find_in(&mut tx, &before.id).await?;
    }
    require_over(cx, &before)?;
    before.require_settled()?;
    let mut after = before.clone();
    apply(&mut tx, cx, &mut after, change).await?;
    after.version = version.unwrap_or(before.version);
    if !store::set(&mut tx, &after, cx.now_ms).await? {
        return Err(CHANGED_MEANWHILE.into());
    }
    let event = audit::Event::new("groups.update", "group", &after.id);
    audit::record(&mut tx, cx, event.before(shown(&before)).after(shown(&after))).await?;
    if after.session_minutes.is_some_and(|minutes| before.session_minutes.is_none_or(|was| minutes < was)) {
        shorten_later(&mut tx, cx, &after.id, &[]).await?;
    }
    tx.commit().await?;
    cx.jobs.nudge();
    after.version += 1;
    after.updated_at_ms = cx.now_ms;
    Ok(after)
}

async fn apply(tx: &mut Tx, cx: &Cx, group: &mut Group, change: &GroupChange) -> Result<()> {
    let is_derived = group.kind != GroupKind::Plain;
    if let Some(name) = &change.name {
        // Clients send back what they read, and a name of long ago stays.
        let name = if *name == group.name { name.clone() } else { free_name(tx, group, name).await? };
        if is_derived && name != group.name {
            return Err(DERIVED.into());
        }
        group.name = name;
    }
    apply_role(tx, cx, group, change).await?;
    match change.language.as_deref().map(check_language) {
        None => {}
        Some(Err(_)) if change.may_be_foreign => {}
        Some(language) => group.language = language?,
    }
    if let Some(minutes) = &change.session_minutes {
        group.session_minutes = check_minutes(minutes)?;
    }
    if let Some(theme) = &change.theme {
        group.theme = check_theme(theme)?;
    }
    if let Some(excluded) = change.excluded_from_sharing {
        group.excluded_from_sharing = excluded;
    }
    Ok(())
}

/// A new name of a group. Refuses as [`check_name`] does, and also what is the id of another group: whoever names that
/// one by its id would find two.
pub(super) async fn free_name(tx: &mut Tx, group: &Group, name: &str) -> Result<String> {
    let name = check_name(name)?;
    refuse_id_of_other(tx, &group.id, &name).await?;
    Ok(name)
}

/// Refuses with `groups.reserved_name` to call a group what is the id of another one.
pub(super) async fn refuse_id_of_other(tx: &mut Tx, group_id: &str, name: &str) -> Result<()> {
    let is_other = |found: Group| found.id == id_key(name) && found.id != group_id;
    if is_id(name) && store::find(tx, name).await?.is_some_and(is_other) {
        return Err(RESERVED_NAME.with("name", name).into());
    }
    Ok(())
}

/// Gives a group another role for those who come in by it, or none. Refuses with `roles.unknown`, `groups.no_sysadmin`,
/// `groups.derived`, `roles.beyond_own` or `roles.needs_full_scope`.
async fn apply_role(tx: &mut Tx, cx: &Cx, group: &mut Group, change: &GroupChange) -> Result<()> {
    for key in [&change.role, &change.or_role].into_iter().flatten() {
        let role = match key.as_str() {
            "" => None,
            key => match roles::named(tx, key).await {
                // Each server has ids of its own (contract part 1.2).
                Err(error) if error.is(&roles::UNKNOWN) && change.may_be_foreign && is_id(key) => continue,
                found => Some(found.map_err(|error| roles::blame(error, "role"))?),
            },
        };
        if role.as_ref().map(|role| &role.id) == group.role.as_ref().map(|role| &role.id) {
            continue;
        }
        if let Some(role) = &role {
            if role.base == BaseRole::Super {
                return Err(NO_SYSADMIN.into());
            }
            // Nobody comes in by a derived group.
            if group.kind != GroupKind::Plain {
                return Err(DERIVED.into());
            }
            require_to_give(cx, role)?;
        }
        group.role = role;
        return Ok(());
    }
    Ok(())
}
