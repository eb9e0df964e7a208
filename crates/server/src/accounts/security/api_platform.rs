//! The settings as clients of the platform read and write them (contract part 8), on both versions.

use axum::{
    Router,
    extract::Request,
    http::StatusCode,
    response::IntoResponse,
    routing::{MethodRouter, get},
};
use seatwarden_base::Result;
use serde_json::{Map, Value, json};

use super::{
    actions,
    model::{Change, Changes, LANGUAGE_STAYS, NO_SSO, Policies, range, unknown_name},
};
use crate::{
    accounts::{sessions::RoleLimits, tenants},
    common::{
        outbox,
        settings::{CHANGED_MEANWHILE, Versioned},
    },
    cx::{BUILT_IN, BaseRole, Cx, Permission},
    text::Language,
    web::{
        Embedding, Json, WebResult, body,
        legacy::{number_within, switch, text_of, texts_of, wrong_value},
        needs_object, parse, pinned, tagged,
    },
};

/// Routes of this room that the platform has.
pub fn router() -> Router {
    Router::new()
        .route("/api/v1/settings/login_lockout", get(lockout).patch(set_lockout))
        .route("/api/v1/settings/system", get(system).post(set_system))
        .route("/api/settings/system", get(system).post(set_system))
        .route("/api/v1/settings/sso", get(sso).post(set_sso))
        .route("/api/settings/sso", get(sso).post(set_sso))
        .route("/api/settings/security", get(security).post(set_security))
        .route("/api/settings/globalization", globalization_calls())
        .route("/api/v1/settings/globalization", globalization_calls())
}

fn globalization_calls() -> MethodRouter {
    get(globalization).post(set_globalization).put(set_globalization).delete(forget_globalization)
}

fn changed<G: Clone>(stored: &Versioned<G>, change: impl FnOnce(&mut G)) -> Change<G> {
    let Versioned { mut value, version } = stored.clone();
    change(&mut value);
    Change { value, version }
}

async fn object(request: Request) -> Result<Map<String, Value>> {
    match parse(&body(request).await?)? {
        Value::Object(mut given) => match given.remove("securityConfig") {
            // One client wraps it (contract part 8.1).
            Some(Value::Object(inner)) => Ok(inner),
            _ => Ok(given),
        },
        _ => Err(needs_object().into()),
    }
}

/// A switch that is sent under a name; refuses what is none with `web.wrong_value`.
fn on(cx: &Cx, value: Option<&Value>, name: &'static str) -> Result<Option<bool>> {
    switch(&cx.request.legacy, value, || wrong_value(name))
}

async fn lockout(cx: Cx) -> WebResult {
    let policies = actions::read(&cx).await?;
    Ok(tagged(policies.lockout.version, &shown_lockout(&cx, &policies)))
}

/// Failures count together for as long as a lock lasts, unless another time was chosen.
fn shown_lockout(cx: &Cx, policies: &Policies) -> Value {
    let (chosen, config) = (&policies.lockout.value, &cx.config.sign_in);
    let minutes = chosen.minutes.unwrap_or(config.lockout_minutes);
    json!({
        "enabled": chosen.enabled.unwrap_or(config.lockout_enabled),
        "maxFailedAttempts": chosen.attempts.unwrap_or(config.lockout_attempts),
        "failedAttemptsPeriod": chosen.period(config.lockout_minutes), "lockoutPeriod": minutes,
    })
}

/// All that the lock-out has (contract part 8.3): another name is a slip, and what it was meant for would stay as it is.
/// The other settings of the platform are sent back whole, by releases that know more names than we do.
const LOCKOUT_NAMES: [&str; 4] = ["enabled", "maxFailedAttempts", "failedAttemptsPeriod", "lockoutPeriod"];

async fn set_lockout(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    let given = object(request).await?;
    if let Some(name) = given.keys().find(|name| !LOCKOUT_NAMES.contains(&name.as_str())) {
        return Err(unknown_name("", name).into());
    }
    let enabled = on(&cx, given.get("enabled"), "enabled")?;
    let attempts = number_within(&given, "maxFailedAttempts", &range::ATTEMPTS)?;
    let minutes = number_within(&given, "lockoutPeriod", &range::LOCK_MINUTES)?;
    let period = number_within(&given, "failedAttemptsPeriod", &range::LOCK_MINUTES)?;
    let if_version = pinned(&cx, async { Ok(actions::read(&cx).await?.lockout.version) }).await?;
    actions::change(&cx, |stored| {
        if if_version.is_some_and(|version| version != stored.lockout.version) {
            return Err(CHANGED_MEANWHILE.into());
        }
        let lockout = changed(&stored.lockout, |lockout| {
            lockout.enabled = enabled.or(lockout.enabled);
            lockout.attempts = attempts.or(lockout.attempts);
            lockout.minutes = minutes.or(lockout.minutes);
            lockout.period_minutes = period.or(lockout.period_minutes);
        });
        Ok(Changes { lockout: Some(lockout), ..Changes::default() })
    })
    .await?;
    lockout(cx).await
}

/// What everybody who is signed in may know of the server.
async fn system(cx: Cx) -> WebResult {
    Ok(Json(shown_system(&cx).await?).into_response())
}

async fn shown_system(cx: &Cx) -> Result<Value> {
    cx.require(Permission::ReadOwnAccount)?;
    let mut tx = cx.db.read().await?;
    let embedding: Embedding = crate::common::settings::get(&mut tx).await?;
    let origins: Vec<&str> = embedding.cors_origins.iter().map(|it| it.trim_end_matches('/')).collect();
    let off = json!({ "enabled": false });
    Ok(json!({
        "_id": tenants::id(cx).await?, "alias": cx.app().public_url(), "firstday": "mon",
        "webServer": { "enableSSl": cx.request.secure,
            "cors": { "enabled": !origins.is_empty(), "allowedOrigins": origins } },
        "authentication": { "domainGroupLogin": false }, "tracking": { "apiTelemetry": false },
        "dashboardCoAuthoring": off, "usage": { "enabled": false, "restoreDashboards": false },
        "fiscal": { "month": "jan", "format": "" }, "dashboardAdministration": off, "dataExplore": off,
        "reporting": { "endUserScheduling": off },
    }))
}

/// What the server says of itself and nobody sets here.
const FIXED: [&str; 10] = [
    "alias",
    "firstday",
    "authentication",
    "tracking",
    "dashboardCoAuthoring",
    "usage",
    "fiscal",
    "dashboardAdministration",
    "dataExplore",
    "reporting",
];

/// Whether `given` says nothing else than what is shown; what is not shown says nothing.
fn is_shown(given: &Value, shown: &Value) -> bool {
    match (given, shown) {
        (Value::Null, _) => true,
        (Value::Object(given), Value::Object(shown)) => {
            given.iter().all(|(name, value)| shown.get(name).is_none_or(|shown| is_shown(value, shown)))
        }
        _ => given == shown,
    }
}

/// Refuses with `web.wrong_value` to change one of these: it would not be kept.
fn require_shown(given: &Map<String, Value>, shown: &Value, names: &[&'static str]) -> Result<()> {
    let differs =
        |name: &&&'static str| given.get(**name).is_some_and(|value| !is_shown(value, &shown[**name]));
    names.iter().find(differs).map_or(Ok(()), |name| Err(wrong_value(name).into()))
}

/// Takes the sites whose scripts may call (`webServer.cors`), and the mail server, which clients of v0.9 send here. Nothing
/// else is set: what is sent back as it was read is passed over, another value refused; sections that are not shown are keys
/// like any that we do not know. Answers as reading does.
async fn set_system(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    let given = object(request).await?;
    require_shown(&given, &shown_system(&cx).await?, &FIXED)?;
    let cors = given.get("webServer").and_then(|server| server.get("cors"));
    let cors = cors.map(|cors| Cors::read(&cx, cors)).transpose()?;
    if let Some(cors) = &cors {
        // All or nothing: what would be refused here is, before the mail server is taken.
        let mut embedding = actions::read(&cx).await?.embedding.value;
        cors.apply_to(&mut embedding);
        embedding.checked(cx.is_secure())?;
    }
    match given.get("emailServer") {
        None | Some(Value::Null) => {}
        Some(Value::Object(server)) => outbox::take_server(&cx, server).await?,
        Some(_) => return Err(wrong_value("emailServer").into()),
    }
    if let Some(cors) = cors {
        actions::change(&cx, |stored| {
            let embedding = changed(&stored.embedding, |embedding| cors.apply_to(embedding));
            Ok(Changes { embedding: Some(embedding), ..Changes::default() })
        })
        .await?;
    }
    system(cx).await
}

/// The sites whose scripts may call, as `webServer.cors` names them.
struct Cors {
    origins: Option<Vec<String>>,
    enabled: Option<bool>,
}

impl Cors {
    fn read(cx: &Cx, given: &Value) -> Result<Self> {
        let origins = given.get("allowedOrigins").filter(|origins| !origins.is_null());
        let origins = origins.map(|origins| texts_of(origins, "allowedOrigins")).transpose()?;
        Ok(Self { origins, enabled: on(cx, given.get("enabled"), "enabled")? })
    }

    fn apply_to(&self, embedding: &mut Embedding) {
        if let Some(origins) = &self.origins {
            name_origins(embedding, origins.clone());
        }
        if self.enabled == Some(false) {
            embedding.cors_origins.clear();
            embedding.cors_credentials = false;
        }
    }
}

/// Named one by one, scripts of these origins may use cookies, as those of the platform may (contract part 1.4);
/// everybody's never. Whoever sends back what stands there leaves the page's choice as it is.
fn name_origins(embedding: &mut Embedding, origins: Vec<String>) {
    let plain = |origins: &[String]| -> Vec<String> {
        origins.iter().map(|it| it.trim().trim_end_matches('/').to_ascii_lowercase()).collect()
    };
    if plain(&origins) == plain(&embedding.cors_origins) {
        return;
    }
    embedding.cors_credentials = !origins.is_empty() && origins.iter().all(|origin| origin.trim() != "*");
    embedding.cors_origins = origins;
}

/// There is no Single Sign On yet, and clients are told so.
async fn sso(cx: Cx) -> WebResult {
    Ok(Json(shown_sso(&cx).await?).into_response())
}

async fn shown_sso(cx: &Cx) -> Result<Value> {
    cx.require(Permission::ManageSecurity)?;
    Ok(json!({
        "_id": tenants::id(cx).await?, "name": "sso", "enabled": false, "ssoType": "jwt",
        "userCreationDisabled": false, "sharedSecret": "", "loginUrl": "", "logoutUrl": "", "loginUrlSaml": "", "logoutUrlSaml": "",
        "idPCert": "", "lowSecurityJwtSso": false, "syncGroupsFromSamlToken": false,
    }))
}

/// What there would be to set of Single Sign On.
const SSO: [&str; 10] = [
    "ssoType",
    "userCreationDisabled",
    "sharedSecret",
    "loginUrl",
    "logoutUrl",
    "loginUrlSaml",
    "logoutUrlSaml",
    "idPCert",
    "lowSecurityJwtSso",
    "syncGroupsFromSamlToken",
];

/// Takes what leaves Single Sign On as it is: off. Refuses to switch it on with `security.no_sso`, and what would not be
/// kept with `web.wrong_value`.
async fn set_sso(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    let given = object(request).await?;
    if on(&cx, given.get("enabled"), "enabled")? == Some(true) {
        return Err(NO_SSO.into());
    }
    require_shown(&given, &shown_sso(&cx).await?, &SSO)?;
    sso(cx).await
}

async fn security(cx: Cx) -> WebResult {
    let policies = actions::read(&cx).await?;
    let (passwords, sessions) = (&policies.passwords.value, &policies.sessions.value);
    let admins = sessions.roles.get(BaseRole::Admin.name()).and_then(|limits| limits.idle_minutes);
    let seconds = |minutes: Option<u32>| minutes.unwrap_or(cx.config.sessions.idle_minutes) * 60;
    let cookie_seconds = sessions.absolute_hours.unwrap_or(cx.config.sessions.absolute_hours) * 3_600;
    Ok(Json(json!({
        "name": "security", "allowAddServers": false, "secret": "", "cookieExp": cookie_seconds, "passwordRegex": passwords.organisation_regex,
        "passwordError": passwords.organisation_message, "defaultTimeout": seconds(sessions.idle_minutes),
        "adminsTimeout": seconds(admins.or(sessions.idle_minutes)),
        "sessionOnlyCookie": sessions.session_only_cookie, "authenticationMode": "server",
        "embeddedDomains": policies.embedding.value.frame_ancestors,
    }))
    .into_response())
}

async fn set_security(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    let given = object(request).await?;
    // A null takes the text away (contract part 8.2).
    let (regex, message) = (text_of(&given, "passwordRegex")?, text_of(&given, "passwordError")?);
    let minutes = |name| -> Result<Option<u32>> {
        let seconds = number_within(&given, name, &range::IDLE_SECONDS)?;
        Ok(seconds.map(|seconds| seconds.div_ceil(60)).filter(|minutes| *minutes > 0))
    };
    let (idle, admins_idle) = (minutes("defaultTimeout")?, minutes("adminsTimeout")?);
    let session_only = on(&cx, given.get("sessionOnlyCookie"), "sessionOnlyCookie")?;
    let domains = given.get("embeddedDomains").filter(|domains| !domains.is_null());
    let domains = domains.map(|domains| texts_of(domains, "embeddedDomains")).transpose()?;
    // Sessions are kept by the server, and nowhere else.
    if text_of(&given, "authenticationMode")?.is_some_and(|mode| !matches!(mode.as_str(), "" | "server")) {
        return Err(wrong_value("authenticationMode").into());
    }
    actions::change(&cx, |stored| {
        let passwords = changed(&stored.passwords, |policy| {
            policy.organisation_regex = regex.unwrap_or_else(|| policy.organisation_regex.clone());
            policy.organisation_message = message.unwrap_or_else(|| policy.organisation_message.clone());
        });
        let sessions = changed(&stored.sessions, |limits| {
            limits.idle_minutes = idle.or(limits.idle_minutes);
            if let Some(idle_minutes) = admins_idle {
                for role in BUILT_IN.into_iter().filter(|role| role.is_admin()) {
                    let admins: &mut RoleLimits = limits.roles.entry(role.name().to_owned()).or_default();
                    admins.idle_minutes = Some(idle_minutes);
                }
            }
            limits.session_only_cookie = session_only.unwrap_or(limits.session_only_cookie);
        });
        let embedding = changed(&stored.embedding, |embedding| {
            embedding.frame_ancestors = domains.unwrap_or_else(|| embedding.frame_ancestors.clone());
        });
        Ok(Changes {
            passwords: Some(passwords),
            sessions: Some(sessions),
            embedding: Some(embedding),
            ..Changes::default()
        })
    })
    .await?;
    security(cx).await
}

async fn globalization(cx: Cx) -> WebResult {
    cx.require(Permission::ReadOwnAccount)?;
    let language = cx.app().default_language().locale();
    let localization = json!({ "default": language, "autoDetectEnabled": true });
    Ok(Json(json!({ "name": "globalization", "language": language, "localization": localization }))
        .into_response())
}

/// Takes the language that the server has. Refuses another one with `security.language_stays`.
async fn set_globalization(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    let given = object(request).await?;
    let wanted = text_of(&given, "language")?.filter(|wanted| !wanted.is_empty());
    let own = cx.app().default_language();
    if wanted.is_some_and(|wanted| Language::parse(&wanted) != Some(own)) {
        return Err(LANGUAGE_STAYS.with("language", own.code()).into());
    }
    globalization(cx).await
}

/// The configuration decides, as it did before. Answers 204.
async fn forget_globalization(cx: Cx) -> WebResult {
    cx.require(Permission::ManageSecurity)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
