//! Finding the tenant, or making it.

use seatwarden_base::Result;
use serde::{Deserialize, Serialize};

use crate::{
    common::settings::{self, Setting},
    cx::Cx,
};

/// The tenant, made when it is first asked for.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
struct Tenant {
    /// 24 hex digits; empty until it is made.
    id: String,
}

impl Setting for Tenant {
    const KEY: &'static str = "tenants.system";
}

/// Id of the tenant, which never changes once it was made.
pub async fn id(cx: &Cx) -> Result<String> {
    if let Some(id) = cx.tenant_id.get() {
        return Ok(id.clone());
    }
    let id = find_or_make(cx).await?;
    Ok(cx.tenant_id.get_or_init(|| id).clone())
}

async fn find_or_make(cx: &Cx) -> Result<String> {
    let known: Tenant = settings::get(&mut cx.db.read().await?).await?;
    if !known.id.is_empty() {
        return Ok(known.id);
    }
    let mut tx = cx.db.write().await?;
    // Another node may have been faster.
    let versioned = settings::get_versioned::<Tenant>(&mut tx).await?;
    if !versioned.value.id.is_empty() {
        return Ok(versioned.value.id);
    }
    let tenant = Tenant { id: cx.new_id()? };
    match settings::set_if(&mut tx, &tenant, versioned.version, cx.now_ms).await {
        // Another node was faster after all.
        Err(error) if error.is(&settings::CHANGED_MEANWHILE) => {
            drop(tx);
            Ok(settings::get::<Tenant>(&mut cx.db.read().await?).await?.id)
        }
        made => {
            made?;
            tx.commit().await?;
            Ok(tenant.id)
        }
    }
}
