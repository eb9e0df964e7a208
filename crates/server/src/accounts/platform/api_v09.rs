//! What is kept for clients of the platform, over API v0.9 (contract parts 8.1, 8.6 and 9.4).

use axum::{Router, extract::Request, http::StatusCode, response::IntoResponse, routing::get};
use serde_json::{Value, json};

use super::{
    actions,
    globals::globals,
    model::{Branding, Proxy, UNSET},
};
use crate::{
    cx::{Cx, Permission},
    web::{Json, WebResult, body, legacy::number_within, parse},
};

/// Routes of this room on v0.9.
pub fn router() -> Router {
    let proxy = get(proxy).post(set_proxy).put(set_proxy).delete(forget_proxy);
    Router::new()
        .route("/api/globals", get(at_the_start))
        .route("/api/branding", get(branding).post(set_branding).delete(forget_branding))
        .route("/api/settings/proxy", proxy)
}

/// All that the platform's pages need at their start.
async fn at_the_start(cx: Cx) -> WebResult {
    cx.require(Permission::ReadOwnAccount)?;
    Ok(Json(globals(&cx).await?).into_response())
}

async fn branding(cx: Cx) -> WebResult {
    cx.require(Permission::ReadOwnAccount)?;
    let kept = actions::kept::<Branding>(&mut cx.db.read().await?).await?;
    Ok(Json(kept.ok_or(UNSET)?).into_response())
}

async fn set_branding(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    let given: Value = parse(&body(request).await?)?;
    actions::keep::<Branding>(&cx, Some(given)).await?;
    branding(cx).await
}

async fn forget_branding(cx: Cx) -> WebResult {
    actions::keep::<Branding>(&cx, None).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn proxy(cx: Cx) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    let kept = actions::kept::<Proxy>(&mut cx.db.read().await?).await?;
    let none = || json!({ "enabled": false, "ip": "", "port": null, "username": "" });
    Ok(Json(kept.unwrap_or_else(none)).into_response())
}

/// Keeps all but the password, for which nothing here has a use. What is not sent stays.
async fn set_proxy(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    let mut given: Value = parse(&body(request).await?)?;
    if let Some(given) = given.as_object_mut() {
        given.remove("password");
        if let Some(port) = number_within(given, "port", &(1..=65_535))? {
            given.insert("port".to_owned(), json!(port));
        }
        let kept = actions::kept::<Proxy>(&mut cx.db.read().await?).await?;
        for (name, value) in kept.as_ref().and_then(Value::as_object).into_iter().flatten() {
            given.entry(name).or_insert_with(|| value.clone());
        }
    }
    actions::keep::<Proxy>(&cx, Some(given)).await?;
    proxy(cx).await
}

async fn forget_proxy(cx: Cx) -> WebResult {
    actions::keep::<Proxy>(&cx, None).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
