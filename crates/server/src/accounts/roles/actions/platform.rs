//! Roles as clients of the platform write them: with manifests, and the built-in ones too, as far as that changes
//! nothing of ours.

use seatwarden_base::{Error, Result, db::Tx};
use serde_json::{Value, json};

use super::{
    super::{
        manifest,
        model::{
            BAD_MANIFEST, BUILT_IN_STAYS, Beside, Choice, Details, MANIFEST_MAX, MANIFEST_TOO_LARGE, NewRole,
            RoleChange, UNKNOWN, UNKNOWN_PART, Wish,
        },
        store,
    },
    change::{blank, create_in, update_in},
    named,
};
use crate::{
    common::audit,
    cx::{BaseRole, Cx, Permission},
};

/// What becomes of a part of a manifest.
#[derive(Clone, Debug)]
pub enum Edit {
    /// This stands there from now on.
    Put(Value),
    /// This stands over what is there.
    Merge(Value),
    /// Nothing stands there; our switches follow the base again.
    Take,
}

/// What stands beside each role: its description and what is kept of its manifest, by id.
pub async fn beside(tx: &mut Tx) -> Result<std::collections::HashMap<String, Beside>> {
    Ok(store::list_beside(tx).await?.into_iter().collect())
}

/// Makes a custom role. Refuses as [`super::create`] does, and with `roles.bad_manifest` or
/// `roles.manifest_too_large`.
pub async fn create_wished(cx: &Cx, wish: Wish) -> Result<Details> {
    cx.require(Permission::ManageRoles)?;
    let mut tx = cx.db.write().await?;
    let base = wish.base.unwrap_or_else(|| BaseRole::Consumer.name().to_owned());
    let plain = blank(cx, &mut tx, &base).await?;
    let given = wish.manifest.unwrap_or_else(|| json!({}));
    let change = RoleChange {
        display_name: wish.display_name.unwrap_or_default(),
        description: wish.description.unwrap_or_default(),
        choices: manifest::differing(&plain.role, &given),
    };
    let called = wish.name.unwrap_or_else(|| change.display_name.clone());
    let made = create_in(&mut tx, cx, &NewRole { base, change }, &called).await?;
    keep(&mut tx, cx, &made.role.id, manifest::foreign(checked(given)?)).await?;
    tx.commit().await?;
    Ok(made)
}

/// Changes what is named of a role. A built-in role takes what is not ours in its manifest, and refuses anything else with
/// `roles.built_in`; a custom one refuses as [`super::update`] does.
pub async fn update_wished(cx: &Cx, key: &str, wish: Wish) -> Result<Details> {
    cx.require(Permission::ManageRoles)?;
    let mut tx = cx.db.write().await?;
    let before = detailed(&mut tx, cx, key).await?;
    let given = wish.manifest.map(checked).transpose()?;
    let changed = given.as_ref().map(|given| manifest::differing(&before.role, given)).unwrap_or_default();
    let differs = |wished: &Option<String>, own: &str| wished.as_ref().is_some_and(|wished| wished != own);
    let mut after = before.clone();
    let renames = differs(&wish.display_name, &before.role.display_name);
    // A built-in role is described by its name, which clients send back.
    let own = if before.is_built_in() { &before.role.display_name } else { &before.description };
    let describes = differs(&wish.description, own);
    if renames || describes || !changed.is_empty() {
        if before.is_built_in() {
            return Err(BUILT_IN_STAYS.into());
        }
        let change = RoleChange {
            display_name: wish.display_name.unwrap_or_else(|| before.role.display_name.clone()),
            description: wish.description.unwrap_or_else(|| before.description.clone()),
            choices: manifest::choices(&before, &changed),
        };
        after = update_in(&mut tx, cx, &before, None, &change).await?;
    }
    if let Some(given) = given {
        keep(&mut tx, cx, &before.role.id, manifest::foreign(given)).await?;
    }
    tx.commit().await?;
    Ok(after)
}

/// Changes a part of a role's manifest, and answers what stands there now. Refuses as [`update_wished`] does, and
/// with `roles.unknown_part` if there is nothing to take out.
pub async fn edit_manifest(cx: &Cx, key: &str, path: &str, edit: Edit) -> Result<Value> {
    cx.require(Permission::ManageRoles)?;
    let path = manifest::pieces(path)?;
    let mut tx = cx.db.write().await?;
    let before = detailed(&mut tx, cx, key).await?;
    let mut kept = kept(&mut tx, &before.role.id).await?;
    let taken = matches!(edit, Edit::Take);
    let changed: Vec<(Permission, Choice)> = match edit {
        Edit::Put(part) | Edit::Merge(part) if path.is_empty() && !part.is_object() => {
            return Err(BAD_MANIFEST.into());
        }
        Edit::Put(part) => {
            manifest::put(&mut kept, &path, part.clone());
            manifest::differing(&before.role, &manifest::alone(&path, part))
        }
        Edit::Merge(part) => {
            let given = manifest::alone(&path, part);
            let changed = manifest::differing(&before.role, &given);
            manifest::merge(&mut kept, given);
            changed
        }
        Edit::Take => {
            let ours = manifest::below(&path);
            if path.is_empty() {
                kept = json!({});
            } else if !manifest::take(&mut kept, &path) && ours.is_empty() {
                return Err(UNKNOWN_PART.into());
            }
            let set = |permission: &Permission| before.choice(*permission) != Choice::AsBase;
            ours.into_iter().filter(set).map(|permission| (permission, Choice::AsBase)).collect()
        }
    };
    let mut after = before.clone();
    if !changed.is_empty() {
        if before.is_built_in() {
            return Err(BUILT_IN_STAYS.into());
        }
        let change = RoleChange {
            display_name: before.role.display_name.clone(),
            description: before.description.clone(),
            choices: manifest::choices(&before, &changed),
        };
        after = update_in(&mut tx, cx, &before, None, &change).await?;
    }
    let kept = manifest::foreign(kept);
    keep(&mut tx, cx, &before.role.id, kept.clone()).await?;
    tx.commit().await?;
    let shown = manifest::shown(&after.role, &kept);
    Ok(if taken { json!({}) } else { manifest::part(&shown, &path).cloned().unwrap_or_default() })
}

/// A role by id or any spelling, as its page shows it, that may no more than the caller.
async fn detailed(tx: &mut Tx, cx: &Cx, key: &str) -> Result<Details> {
    let role = named(tx, key).await?;
    cx.require_reach(&role)?;
    // What is kept of the manifest is written back as it is read now.
    store::lock(tx, &role.id).await?;
    store::find_detailed(tx, &role.id).await?.ok_or_else(|| UNKNOWN.into())
}

async fn kept(tx: &mut Tx, role_id: &str) -> Result<Value> {
    let text = store::find_manifest(tx, role_id).await?;
    text.map_or_else(|| Ok(json!({})), |text| read_manifest(&text))
}

/// What was kept of a manifest.
pub fn read_manifest(text: &str) -> Result<Value> {
    serde_json::from_str(text).map_err(|cause| Error::fault("reading a manifest", cause))
}

fn checked(manifest: Value) -> Result<Value> {
    if manifest.is_object() { Ok(manifest) } else { Err(BAD_MANIFEST.into()) }
}

/// Keeps what is not ours of a manifest, if it differs from what is kept.
async fn keep(tx: &mut Tx, cx: &Cx, role_id: &str, foreign: Value) -> Result<()> {
    let text = foreign.to_string();
    if text.len() > MANIFEST_MAX {
        return Err(MANIFEST_TOO_LARGE.with("maximum", MANIFEST_MAX).into());
    }
    let before = kept(tx, role_id).await?;
    if before == foreign {
        return Ok(());
    }
    store::set_manifest(tx, role_id, &text, cx.now_ms).await?;
    let event = audit::Event::new("roles.update", "role", role_id);
    let sections = |manifest: &Value| -> Value {
        manifest.as_object().map(|it| it.keys().cloned().collect()).unwrap_or_default()
    };
    let (was, is) = (json!({ "sections": sections(&before) }), json!({ "sections": sections(&foreign) }));
    audit::record(tx, cx, event.before(was).after(is)).await
}
