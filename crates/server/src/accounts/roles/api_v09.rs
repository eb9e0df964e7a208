//! Roles over API v0.9 (contract part 7): reading them. Custom roles are made on their page.

use axum::{
    Router,
    extract::{Path, RawQuery},
    response::IntoResponse,
    routing::get,
};
use serde_json::{Value, json};

use super::actions;
use crate::{
    cx::{BaseRole, Cx, Permission, Role},
    web::{Json, WebResult, legacy::Parameters},
};

/// Routes of this room on v0.9.
pub fn router() -> Router {
    Router::new().route("/api/roles", get(list)).route("/api/roles/{role}", get(find))
}

/// A role in few words, as it is shown inside of others.
pub fn short(role: &Role) -> Value {
    json!({ "_id": role.id, "name": role.name, "displayName": role.display_name })
}

fn shown(role: &Role, manifest: bool) -> Value {
    let mut shown = short(role);
    shown["desc"] = json!(role.display_name);
    shown["baseRoleName"] = json!(role.base.name());
    shown["parent"] = Value::Null;
    if manifest {
        shown["manifest"] = compiled(role);
    }
    shown
}

/// What a role allows, in the sections of the original that are ours.
fn compiled(role: &Role) -> Value {
    let may = |permission| role.may.has(permission);
    let is = |base| role.base == base;
    json!({
        "manage": {
            "users": {
                "get": may(Permission::ListUsers), "search": may(Permission::ListUsers),
                "add": may(Permission::AddUsers), "remove": may(Permission::DeleteUsers),
                "modify": may(Permission::ChangeUsers), "modify_me": may(Permission::ChangeOwnAccount),
                "share_invitations": may(Permission::AddUsers),
            },
            "groups": {
                "get": may(Permission::ReadGroups), "add": may(Permission::ManageGroups),
                "remove": may(Permission::ManageGroups), "modify": may(Permission::ManageGroups),
                "modify_mygroups": may(Permission::ManageGroups),
            },
            "security": may(Permission::ManageSecurity), "restapi": may(Permission::ManageSecurity),
            "sso": may(Permission::ManageSecurity), "systemconfig": may(Permission::ManageSecurity),
        },
        "base": {
            "isConsumer": is(BaseRole::Consumer),
            "isContributor": is(BaseRole::Contributor) || is(BaseRole::DataDesigner),
            "isAdmin": role.base.is_admin(), "isSuper": is(BaseRole::Super),
        },
    })
}

fn wants_manifest(query: Option<&str>) -> bool {
    let parameters = Parameters::read(query);
    ["includeManifest", "compiledRoles", "compiledRole"].iter().any(|name| parameters.is_on(name))
}

/// All roles, strongest first.
async fn list(cx: Cx, RawQuery(query): RawQuery) -> WebResult {
    cx.require(Permission::ReadOwnAccount)?;
    let manifest = wants_manifest(query.as_deref());
    let roles = actions::list(&mut cx.db.read().await?).await?;
    let shown: Vec<Value> = roles.iter().map(|role| shown(role, manifest)).collect();
    Ok(Json(shown).into_response())
}

/// One role, by id or any spelling of its name.
async fn find(cx: Cx, Path(key): Path<String>, RawQuery(query): RawQuery) -> WebResult {
    cx.require(Permission::ReadOwnAccount)?;
    let role = actions::named(&mut cx.db.read().await?, &key).await?;
    Ok(Json(shown(&role, wants_manifest(query.as_deref()))).into_response())
}
