//! What happens before the first request: migrations, the built-in rows, the set-up secret.

use data_encoding::HEXLOWER;
use seatwarden_base::{Result, db::Migration, secret::Secret};

use super::{super::model::Installation, new_secret, secret_hash};
use crate::{
    accounts::{groups, roles, users},
    common::{audit, settings},
    cx::Cx,
};

macro_rules! migrations {
    ($($version:literal $name:literal),* $(,)?) => {
        &[$(Migration {
            version: $version,
            name: $name,
            sql: include_str!(concat!("../../../../migrations/", $name, ".sql")),
        }),*]
    };
}

/// The one series of changes to the tables, for both databases.
pub const MIGRATIONS: &[Migration] = migrations![
    1 "0001_settings",
    2 "0002_jobs",
    3 "0003_mails",
    4 "0004_audit",
    5 "0005_roles",
    6 "0006_users",
    7 "0007_passwords",
    8 "0008_sessions",
    9 "0009_api_tokens",
    10 "0010_one_time_links",
    11 "0011_rate_limits",
    12 "0012_api_token_callers",
];

/// Brings the tables up to date, makes the built-in rows, and returns a new set-up secret if the
/// installation has no Sys. Admin yet.
pub async fn prepare(cx: &Cx) -> Result<Option<Secret>> {
    cx.db.migrate(MIGRATIONS, cx.now_ms).await?;
    let mut reading = cx.db.read().await?;
    let installation: Installation = settings::get(&mut reading).await?;
    if installation.prepared && installation.secret_hash.is_empty() {
        return Ok(None);
    }

    let mut tx = cx.db.write().await?;
    let mut installation: Installation = settings::get(&mut tx).await?;
    if !installation.prepared {
        audit::begin_chain(&mut tx).await?;
        roles::make_built_in(&mut tx, cx).await?;
        groups::make_built_in(&mut tx, cx).await?;
        installation.x_api_key = HEXLOWER.encode(&cx.random().bytes::<32>()?);
        installation.prepared = true;
    }
    let secret = if users::sysadmin(&mut tx).await?.is_some() {
        installation.secret_hash = String::new();
        None
    } else {
        // A new secret at each start: the one before may have scrolled away.
        let secret = new_secret(cx)?;
        installation.secret_hash = secret_hash(secret.reveal());
        Some(secret)
    };
    settings::set(&mut tx, &installation, cx.now_ms).await?;
    tx.commit().await?;
    Ok(secret)
}
