//! What happens before the first request: migrations, the built-in rows, the set-up secret.

use data_encoding::HEXLOWER;
use seatwarden_base::{Result, db::Migration, secret::Secret};

use super::{
    super::model::{Installation, OTHER_SECRETS},
    licensed::take_up_first_sysadmin,
    new_secret, secret_hash,
};
use crate::{
    accounts::{groups, license_utilization, roles, users},
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
    13 "0013_session_renewal",
    14 "0014_derived_groups",
    15 "0015_custom_roles",
    20 "0020_users_list",
    21 "0021_user_views",
    22 "0022_seats",
    23 "0023_view_as",
    24 "0024_ownership",
    25 "0025_deleted_users",
    26 "0026_sysadmin_transfer",
    27 "0027_nested_groups",
    28 "0028_role_reasons",
    29 "0029_setting_versions",
    30 "0030_security",
    31 "0031_audit_search",
    40 "0040_users_states",
    41 "0041_imports",
    42 "0042_callers",
    43 "0043_idempotency",
    44 "0044_organisations",
    47 "0047_signing_keys",
    48 "0048_packages",
    49 "0049_activations",
    50 "0050_releases",
    51 "0051_sample_dashboards",
    52 "0052_trial_grants",
    53 "0053_expiry_notices",
    54 "0054_members_added_as",
    55 "0055_role_manifests",
    56 "0056_license_seats",
    57 "0057_license_changes",
    58 "0058_shares_and_folders",
    59 "0059_last_names",
    60 "0060_reports",
    61 "0061_trial_visitors",
    62 "0062_signed_papers",
    63 "0063_users_list_orders",
    64 "0064_deleted_groups",
    65 "0065_users_acts",
    66 "0066_mail_retries",
    67 "0067_token_makers",
    68 "0068_signer_revocations_asked",
    69 "0069_signed_up_organisations",
    71 "0071_earlier_files",
    72 "0072_users_by_change",
    73 "0073_downloads_taken",
    74 "0074_withheld_members",
    76 "0076_license_changed_by",
    77 "0077_seats_over",
    82 "0082_api_tokens_of_user",
    83 "0083_users_away",
    86 "0086_groups_made_by_imports",
    87 "0087_former_owners_by_name",
    88 "0088_whole_acts",
    89 "0089_locked_accounts",
    90 "0090_views_handed_on",
    91 "0091_ownership_way_back",
    92 "0092_imports_over_api",
    95 "0095_sessions_by_address",
    96 "0096_users_acts_roles",
    97 "0097_deleted_by_acts",
    98 "0098_groups_under_way",
    99 "0099_active_not_invited",
];

/// Brings the tables up to date, and what is in them where SQL alone could not, and makes the built-in rows.
pub async fn prepare(cx: &Cx) -> Result<()> {
    cx.db.migrate(MIGRATIONS, cx.now_ms).await?;
    users::renew_search_texts(cx).await?;
    let mut reading = cx.db.read().await?;
    let installation: Installation = settings::get(&mut reading).await?;
    if installation.prepared {
        return Ok(());
    }

    let mut tx = cx.db.write().await?;
    audit::begin_chain(&mut tx).await?;
    // Another node may have been faster; what it made stays.
    let mut installation: Installation = settings::get(&mut tx).await?;
    if !installation.prepared {
        roles::make_built_in(&mut tx, cx).await?;
        groups::make_built_in(&mut tx, cx).await?;
        installation.x_api_key = HEXLOWER.encode(&cx.random().bytes::<32>()?);
        installation.prepared = true;
        settings::set(&mut tx, &installation, cx.now_ms).await?;
    }
    tx.commit().await
}

/// Checks that this node has the secrets of the installation, and remembers its newest one. Without them nobody could sign in
/// here, and what is made here could be read by no other node. Refuses with `setup.other_secrets`, unless the operator
/// `goes_on` without the old ones because they are lost.
pub async fn check_secrets(cx: &Cx, goes_on: bool) -> Result<()> {
    let newest = cx.keys.peppers.newest_id();
    let is_remembered = |kept: &Installation| kept.secret_ids.iter().any(|id| id == newest);
    if is_remembered(&settings::get(&mut cx.db.read().await?).await?) {
        return Ok(());
    }
    let mut tx = cx.db.write().await?;
    let mut installation: Installation = settings::get(&mut tx).await?;
    let is_known = installation.secret_ids.iter().any(|id| cx.keys.peppers.with_id(id).is_some());
    if !is_known && !installation.secret_ids.is_empty() && !goes_on {
        return Err(OTHER_SECRETS.with("folder", cx.config.secrets_dir().display()).into());
    }
    if !is_remembered(&installation) {
        installation.secret_ids.push(newest.to_owned());
        settings::set(&mut tx, &installation, cx.now_ms).await?;
    }
    tx.commit().await
}

/// What whoever reads the console needs to know at a start.
#[derive(Debug)]
pub enum Opening {
    /// There is no Sys. Admin: the first page asks for this secret.
    Secret(Secret),
    /// A license that was activated before made the Sys. Admin with this e-mail address just now.
    Licensed(String),
    /// There is a Sys. Admin.
    Nothing,
}

/// Opens the first page, unless the license already makes the Sys. Admin: then its secret would open nothing a moment later.
pub async fn open_or_take_up(cx: &Cx) -> Result<Opening> {
    let Some(secret) = open_first_page(cx).await? else { return Ok(Opening::Nothing) };
    // What the license says comes first, as when the agent looks. A folder that cannot be read stops no start: the agent
    // tries again.
    let taken_up = async {
        license_utilization::follow(cx).await?;
        take_up_first_sysadmin(cx).await
    };
    match Box::pin(taken_up).await {
        Ok(Some(person)) => Ok(Opening::Licensed(person.email)),
        Ok(None) => Ok(Opening::Secret(secret)),
        Err(error) => {
            tracing::warn!(%error, "the license could not be looked at");
            Ok(Opening::Secret(secret))
        }
    }
}

/// Opens the first page for whoever reads the console: a new secret, as long as there is no Sys. Admin. It
/// is new at each start, because the one before may have scrolled away.
pub async fn open_first_page(cx: &Cx) -> Result<Option<Secret>> {
    let mut reading = cx.db.read().await?;
    if users::sysadmin(&mut reading).await?.is_some() {
        return Ok(None);
    }
    let secret = new_secret(cx)?;
    let mut tx = cx.db.write().await?;
    let mut installation: Installation = settings::get(&mut tx).await?;
    installation.secret_hash = secret_hash(secret.reveal());
    settings::set(&mut tx, &installation, cx.now_ms).await?;
    tx.commit().await?;
    Ok(Some(secret))
}
