//! Keeping what clients of the platform set, and answering it again.

use seatwarden_base::{Error, Result, db::Tx};
use serde_json::{Value, json};

use super::model::{
    DataServer, DataServers, KEPT_MAX, Kept, NO_SERVER_NAME, NOT_AN_OBJECT, SERVER_LISTED, SERVER_NAME_MAX,
    SERVERS_MAX, TOO_LARGE, TOO_MANY_SERVERS, UNKNOWN_SERVER,
};
use crate::{
    common::{audit, settings},
    cx::{Cx, Permission},
};

/// What is kept; none if it was never set. Whoever may see it is asked by the face.
pub(super) async fn kept<K: Kept>(tx: &mut Tx) -> Result<Option<Value>> {
    Ok(settings::get::<K>(tx).await?.value().take())
}

/// Keeps an object, or forgets it. Refuses with `platform.not_an_object` or `platform.too_large`.
pub(super) async fn keep<K: Kept>(cx: &Cx, value: Option<Value>) -> Result<()> {
    cx.require(Permission::ManageSecurity)?;
    if value.as_ref().is_some_and(|value| !value.is_object()) {
        return Err(NOT_AN_OBJECT.into());
    }
    let text = serde_json::to_string(&value).map_err(|cause| Error::fault("writing a setting", cause))?;
    if text.len() > KEPT_MAX {
        return Err(TOO_LARGE.with("maximum", KEPT_MAX).into());
    }
    let mut tx = cx.db.write().await?;
    let mut setting = K::default();
    let bytes = value.as_ref().map_or(0, |_| text.len());
    *setting.value() = value;
    settings::set(&mut tx, &setting, cx.now_ms).await?;
    let event = audit::Event::new("platform.keep", "setting", K::WORD).after(json!({ "bytes": bytes }));
    audit::record(&mut tx, cx, event).await?;
    tx.commit().await
}

/// The data servers that are listed.
pub(super) async fn servers(cx: &Cx) -> Result<Vec<DataServer>> {
    cx.require(Permission::ReadOwnAccount)?;
    let listed: DataServers = settings::get(&mut cx.db.read().await?).await?;
    Ok(listed.0)
}

/// What is wanted of a data server; what is not named stays.
pub(super) struct Wanted {
    pub(super) server_name: Option<String>,
    pub(super) name: Option<String>,
}

/// Lists a data server. Refuses with `platform.server_listed`, `platform.no_server_name` or
/// `platform.too_many_servers`.
pub(super) async fn list_server(cx: &Cx, wanted: Wanted) -> Result<DataServer> {
    change_servers(cx, async |listed| {
        if listed.len() >= SERVERS_MAX {
            return Err(TOO_MANY_SERVERS.with("maximum", SERVERS_MAX).into());
        }
        let server = applied(listed, DataServer { id: cx.new_id()?, ..DataServer::default() }, wanted)?;
        listed.push(server.clone());
        Ok(server)
    })
    .await
}

/// Changes a data server of the list. Refuses with `platform.unknown_server` and as [`list_server`] does.
pub(super) async fn change_server(cx: &Cx, id: &str, wanted: Wanted) -> Result<DataServer> {
    change_servers(cx, async |listed| {
        let at = listed.iter().position(|server| server.id == id).ok_or(UNKNOWN_SERVER)?;
        let before = listed.remove(at);
        let server = applied(listed, before, wanted)?;
        listed.insert(at, server.clone());
        Ok(server)
    })
    .await
}

/// Takes a data server from the list. Refuses with `platform.unknown_server`.
pub(super) async fn unlist_server(cx: &Cx, id: &str) -> Result<DataServer> {
    change_servers(cx, async |listed| {
        let at = listed.iter().position(|server| server.id == id).ok_or(UNKNOWN_SERVER)?;
        Ok(listed.remove(at))
    })
    .await
}

/// A server with what is wanted of it, beside the others.
fn applied(others: &[DataServer], server: DataServer, wanted: Wanted) -> Result<DataServer> {
    let cut = |text: String| text.trim().chars().take(SERVER_NAME_MAX).collect::<String>();
    let server_name = wanted.server_name.map_or(server.server_name, cut);
    let name = wanted.name.map_or(server.name, cut);
    if server_name.is_empty() {
        return Err(NO_SERVER_NAME.into());
    }
    if others.iter().any(|other| other.server_name.eq_ignore_ascii_case(&server_name)) {
        return Err(SERVER_LISTED.into());
    }
    Ok(DataServer { server_name, name, ..server })
}

async fn change_servers(
    cx: &Cx,
    change: impl AsyncFnOnce(&mut Vec<DataServer>) -> Result<DataServer>,
) -> Result<DataServer> {
    cx.require(Permission::ManageSecurity)?;
    let mut tx = cx.db.write().await?;
    let stored = settings::get_versioned::<DataServers>(&mut tx).await?;
    let mut listed = stored.value.0;
    let count = listed.len();
    let server = change(&mut listed).await?;
    let is = json!({ "servers": listed.len(), "changed": server.server_name });
    settings::set_if(&mut tx, &DataServers(listed), stored.version, cx.now_ms).await?;
    let event = audit::Event::new("platform.keep", "setting", "data_servers");
    audit::record(&mut tx, cx, event.before(json!({ "servers": count })).after(is)).await?;
    tx.commit().await?;
    Ok(server)
}
