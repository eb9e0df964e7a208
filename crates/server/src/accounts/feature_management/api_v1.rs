//! The switches over API v1.

use std::collections::BTreeMap;

use axum::{Router, extract::Request, response::Response, routing::get};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{FEATURES, Feature, Features, actions, deployment_name, tier_name};
use crate::{
    cx::{Cx, Permission},
    web::{WebResult, body, parse, pinned, tagged},
};

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new().route("/api/v1/features", get(list).patch(change))
}

/// Answers every feature with `key`, `section`, `active` (works now), `set` (how its switch stands), `default`
/// and, if it cannot be switched on here, `locked` with the reason; beside them the `version`, the `tier` and
/// the `deployment`.
async fn list(cx: Cx) -> WebResult {
    let features = actions::list(&cx).await?;
    Ok(answer(&cx, &features))
}

#[derive(Deserialize)]
struct Change {
    version: Option<i64>,
    features: BTreeMap<String, bool>,
}

/// Takes `{"features": {"nlq": true, "userProfile.password": false}, "version": 3}`. What is not named stays.
/// With a `version`, which is optional, a change by somebody else since then is refused with 409; with `If-Match` it is
/// 412. Answers as
/// the list does.
async fn change(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageFeatures)?;
    let change: Change = parse(&body(request).await?)?;
    let current = async { Ok(actions::list(&cx).await?.version) };
    let version = pinned(&cx, current).await?.or(change.version);
    let features = actions::set(&cx, version, &change.features).await?;
    Ok(answer(&cx, &features))
}

fn answer(cx: &Cx, features: &Features) -> Response {
    let items: Vec<Value> = FEATURES.iter().map(|feature| item(cx, features, feature)).collect();
    let license = cx.bought();
    let shown = json!({
        "version": features.version,
        "tier": tier_name(license.tier),
        "deployment": deployment_name(license.deployment),
        "items": items,
        "next": null,
    });
    tagged(features.version, &shown)
}

fn item(cx: &Cx, features: &Features, feature: &Feature) -> Value {
    let locks = feature.locks(&cx.bought());
    let mut item = json!({
        "key": feature.key,
        "section": feature.section.word(),
        "active": features.is_on(feature, &cx.bought()),
        "set": features.is_set(feature),
        "default": feature.default,
        "tier": tier_name(feature.tier),
        "deployment": feature.deployment.map(deployment_name),
        "entitlement": feature.word(),
    });
    if let Some(first) = locks.first() {
        let (why, next): (Vec<_>, Vec<_>) = locks.iter().map(|lock| cx.text().refusal(lock)).unzip();
        let next = next.into_iter().flatten().collect::<Vec<_>>().join(" ");
        item["locked"] = json!({ "code": first.code, "detail": why.join(" "), "next": next });
    }
    item
}
