//! All that the platform's pages need at their start, in one answer (contract part 9.4).

use seatwarden_base::Result;
use seatwarden_license_file::State;
use serde_json::{Value, json};

use super::{
    actions,
    model::{Branding, Design},
};
use crate::{
    accounts::{
        feature_management::{self, FEATURES},
        groups::{self, Member},
        passwords::ChosenPolicy,
        roles, sessions, tenants,
        users::{
            self,
            bodies::{Beside, body_of_user},
        },
    },
    common::settings,
    cx::{Cx, Person},
};

/// The feature whose parts are told as tabs of it.
const PROFILE: &str = "userProfile";

/// Everything, for whoever is signed in.
pub(super) async fn globals(cx: &Cx) -> Result<Value> {
    let language = cx.app().default_language();
    let mut tx = cx.db.read().await?;
    let branding = actions::kept::<Branding>(&mut tx).await?.unwrap_or_else(|| json!({}));
    let design = actions::kept::<Design>(&mut tx).await?.unwrap_or_else(|| json!({}));
    drop(tx);
    Ok(json!({
        "user": user(cx).await?,
        "version": env!("CARGO_PKG_VERSION"), "versionHash": "", "env": "production", "platform": "linux",
        "language": language.locale(), "locale": language.locale(), "firstday": "mon",
        "props": props(cx).await?,
        "features": features(cx).await?, "featuresToUpdate": [],
        "designSettings": design,
        "globalization": {
            "name": "globalization", "language": language.locale(),
            "localization": { "default": language.locale(), "autoDetectEnabled": true },
        },
        "brand": branding, "favicon": null, "isBrandingDisabled": false,
        "app": {}, "appData": {}, "messages": {}, "ecmProps": {}, "proxyurl": "", "socketUrl": "",
    }))
}

async fn user(cx: &Cx) -> Result<Value> {
    let person: &Person = cx.person()?;
    let tenant_id = tenants::id(cx).await?;
    let beside = Beside::of(cx).await?;
    let manifest = roles::manifest_of(cx, &person.role).await?;
    let mut tx = cx.db.read().await?;
    let user = users::find_in(&mut tx, &person.id).await?;
    let member = Member { id: &person.id, role: person.role.base };
    let names = groups::of_users(&mut tx, &[member]).await?.pop().unwrap_or_default();
    let mut shown = body_of_user(&user, &names, &beside);
    let language = person.language.as_deref().unwrap_or_else(|| cx.app().default_language().locale());
    let more = json!({
        "tenant": { "_id": tenant_id, "name": tenants::NAME, "systemManagement": true },
        "isSystemTenantAdmin": person.role.base.is_admin(),
        "allowedTenants": [tenant_id],
        "manifest": { "tenants": { "crossTenant": { "allowed": false } } },
        "roleManifest": manifest,
        "preferredLanguage": language,
        "userAuth": {},
    });
    if let (Value::Object(shown), Value::Object(more)) = (&mut shown, more) {
        shown.extend(more);
    }
    Ok(shown)
}

async fn props(cx: &Cx) -> Result<Value> {
    let mut tx = cx.db.read().await?;
    let (policy, config) = (settings::get::<ChosenPolicy>(&mut tx).await?, &cx.config.passwords);
    let limits: sessions::ChosenLimits = settings::get(&mut tx).await?;
    let own = !policy.organisation_regex.is_empty();
    let regex = if own { &policy.organisation_regex } else { &config.organisation_regex };
    let message = if own { &policy.organisation_message } else { &config.organisation_message };
    let some = |text: &String| (!text.is_empty()).then(|| text.clone());
    let license = cx.in_force();
    let state = license.state(cx.now_ms);
    let is_over = matches!(state, Some(State::Grace | State::Limited | State::NotYet));
    // Until the license ends, not the lease, which is renewed before.
    let days_left = license.days_until_it_expires(cx.now_ms).max(0);
    Ok(json!({
        "isTrial": license.is_trial(), "timeLeft": days_left,
        "licenseState": if is_over { "expired" } else { "valid" }, "pRegex": some(regex), "pError": some(message),
        "sessionMethod": "server", "sessionOnlyCookie": limits.session_only_cookie, "isAd": false, "os": "linux",
        "sso": { "enabled": false, "type": "jwt", "jwtLoginUrl": "" },
        "newReturnToValidationBehavior": true, "isManagedService": false,
    }))
}

/// Every feature with whether it works now; the tabs of My Profile are told with it.
async fn features(cx: &Cx) -> Result<Vec<Value>> {
    let features = feature_management::current(cx).await?;
    let bought = cx.bought();
    let is_on = |feature| features.is_on(feature, &bought);
    let tabs: serde_json::Map<String, Value> = FEATURES
        .iter()
        .filter_map(|feature| {
            let tab = feature.key.strip_prefix(PROFILE)?.strip_prefix('.')?;
            Some((tab.to_owned(), json!(features.is_set(feature))))
        })
        .collect();
    let whole = FEATURES.iter().filter(|feature| !feature.key.starts_with("userProfile."));
    Ok(whole
        .map(|feature| {
            let mut shown = json!({ "key": feature.key, "active": is_on(feature) });
            if feature.key == PROFILE {
                shown["tabs"] = json!(tabs);
            }
            shown
        })
        .collect())
}
