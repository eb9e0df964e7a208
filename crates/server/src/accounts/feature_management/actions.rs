//! Asking and setting the switches.

use std::collections::BTreeMap;

use seatwarden_base::{
    Result,
    db::{Db, Tx},
};
use serde_json::json;

use super::model::{FEATURES, Feature, Features, OFF, ProfileTab, Switches, UNKNOWN, UserProfile};
use crate::{
    common::{
        audit,
        settings::{self, CHANGED_MEANWHILE, Versioned, get_to_change, get_versioned, set_if},
    },
    cx::{Cx, Permission},
};

/// The switches of My Profile as they stand at this moment.
pub async fn user_profile(cx: &Cx) -> Result<UserProfile> {
    user_profile_in(&mut cx.db.read().await?).await
}

/// Like [`user_profile`], inside another action.
pub async fn user_profile_in(tx: &mut Tx) -> Result<UserProfile> {
    settings::get(tx).await
}

/// Refuses with `feature_management.off` unless the tab is on.
pub async fn require_tab(cx: &Cx, tab: ProfileTab) -> Result<UserProfile> {
    let switches = user_profile(cx).await?;
    if switches.shows(tab) { Ok(switches) } else { Err(OFF.into()) }
}

/// All switches as they stand at this moment, for whoever is signed in: menus follow from them.
pub async fn current(cx: &Cx) -> Result<Features> {
    cx.require(Permission::ReadOwnAccount)?;
    read(&cx.db).await
}

/// All switches as they stand at this moment.
pub async fn list(cx: &Cx) -> Result<Features> {
    cx.require(Permission::ManageFeatures)?;
    read(&cx.db).await
}

/// Whether a feature works at this moment: it is switched on, and the license has it. A key that nobody
/// knows is off.
pub async fn is_on(cx: &Cx, key: &str) -> Result<bool> {
    let Some(feature) = Feature::named(key) else { return Ok(false) };
    Ok(read(&cx.db).await?.is_on(feature, &cx.bought()))
}

async fn read(db: &Db) -> Result<Features> {
    let mut tx = db.read().await?;
    Ok(read_in(&mut tx).await?.features())
}

/// Both settings with their versions.
struct Stored {
    user_profile: Versioned<UserProfile>,
    switches: Versioned<Switches>,
}

impl Stored {
    fn features(&self) -> Features {
        Features {
            user_profile: self.user_profile.value,
            switches: self.switches.value.clone(),
            // Both only ever grow, so their sum is the same only if neither changed.
            version: self.user_profile.version + self.switches.version,
        }
    }
}

async fn read_in(tx: &mut Tx) -> Result<Stored> {
    Ok(Stored { user_profile: get_versioned(tx).await?, switches: get_versioned(tx).await? })
}

/// Sets switches by their keys; what is not named stays. They hold for everybody from the next click on.
/// Each one that changes is an event of its own. Refuses with `settings.changed_meanwhile` if a version is
/// given and is not the one that stands, with `feature_management.unknown`, and with the lock of a feature
/// that cannot be switched on here.
pub async fn set(cx: &Cx, version: Option<i64>, wanted: &BTreeMap<String, bool>) -> Result<Features> {
    cx.require(Permission::ManageFeatures)?;
    let wanted = check(cx, wanted)?;
    let mut tx = cx.db.write().await?;
    let stored = Stored {
        user_profile: get_to_change(&mut tx, cx.now_ms).await?,
        switches: get_to_change(&mut tx, cx.now_ms).await?,
    };
    let before = stored.features();
    if version.is_some_and(|version| version != before.version) {
        return Err(CHANGED_MEANWHILE.into());
    }
    let mut after = before.clone();
    let changed: Vec<_> = wanted.into_iter().filter(|(feature, on)| before.is_set(feature) != *on).collect();
    for (feature, on) in &changed {
        after.set(feature, *on);
    }
    if after.user_profile != before.user_profile {
        set_if(&mut tx, &after.user_profile, stored.user_profile.version, cx.now_ms).await?;
        after.version += 1;
    }
    if after.switches != before.switches {
        set_if(&mut tx, &after.switches, stored.switches.version, cx.now_ms).await?;
        after.version += 1;
    }
    for (feature, on) in changed {
        let event = audit::Event::new("feature_management.set", "feature", feature.key);
        let event = event.before(json!({ "active": !on })).after(json!({ "active": on }));
        audit::record(&mut tx, cx, event).await?;
    }
    tx.commit().await?;
    Ok(after)
}

fn check(cx: &Cx, wanted: &BTreeMap<String, bool>) -> Result<Vec<(&'static Feature, bool)>> {
    let mut checked = Vec::new();
    for (key, on) in wanted {
        let feature = Feature::named(key)
            .ok_or_else(|| UNKNOWN.with("feature", key.chars().take(60).collect::<String>()))?;
        if let Some(lock) = feature.lock(&cx.bought()).filter(|_| *on) {
            return Err(lock.into());
        }
        checked.push((feature, *on));
    }
    Ok(checked)
}

/// Sets the switches of My Profile, all at once.
pub async fn set_user_profile(cx: &Cx, mut switches: UserProfile) -> Result<()> {
    let wanted = FEATURES
        .iter()
        .filter_map(|feature| Some((feature.key.to_owned(), *switches.switch(feature.key)?)))
        .collect();
    set(cx, None, &wanted).await.map(|_| ())
}
