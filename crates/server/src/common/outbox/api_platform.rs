//! The mail server as clients of the platform read and choose it (contract part 8.6). The password is never told.

use axum::{Router, extract::Request, http::StatusCode, response::IntoResponse, routing::get};
use seatwarden_base::{Error, Kind, Refusal, Result, mail::SmtpSecurity, secret::Secret};
use serde_json::{Map, Value, json};

use super::{
    actions,
    model::{MailServer, WayOut},
};
use crate::{
    cx::{Cx, LegacyParts},
    web::{
        Json, WebResult, blamed, body,
        legacy::{number_within, switch, text_of, wrong_value},
        needs_object, parse,
    },
};

/// No mail server was chosen, so there is none to show.
const NOT_CHOSEN: Refusal = Refusal::new(Kind::NotFound, "outbox.not_chosen");
/// A mail server was chosen already (contract part 1.5, code 7501).
const HAS_SERVER: Refusal = Refusal::new(Kind::Conflict, "outbox.has_server");
/// No mail server was chosen that could be changed (contract part 1.5, code 7501).
const NO_SERVER: Refusal = Refusal::new(Kind::Conflict, "outbox.no_server");

/// Routes of this room that the platform has.
pub fn router() -> Router {
    let server = get(show).post(choose).patch(change).delete(forget);
    Router::new().route("/api/v1/settings/email_server", server)
}

/// Whether somebody chose a mail server, over the configuration.
fn is_chosen(server: &MailServer) -> bool {
    server.way == WayOut::Smtp || !server.host.is_empty()
}

fn shown(server: &MailServer) -> Value {
    json!({
        "enable": server.way == WayOut::Smtp, "host": server.host, "port": usual_port(server),
        "secure": server.security == SmtpSecurity::Tls, "ignoreTLS": server.security == SmtpSecurity::None,
        "requireTLS": server.security == SmtpSecurity::Starttls, "user": server.user_name, "type": "smtp",
        "connectionTimeout": 10_000, "greetingTimeout": 5_000, "socketTimeout": 5_000, "logger": false,
        "debug": false,
    })
}

const fn usual_port(server: &MailServer) -> u16 {
    match (server.port, server.security) {
        (0, SmtpSecurity::Tls) => 465,
        (0, _) => 587,
        (port, _) => port,
    }
}

async fn show(cx: Cx) -> WebResult {
    let (server, _) = actions::choices(&cx).await?;
    if is_chosen(&server) { Ok(Json(shown(&server)).into_response()) } else { Err(NOT_CHOSEN.into()) }
}

async fn object(request: Request) -> Result<Map<String, Value>> {
    match parse(&body(request).await?)? {
        Value::Object(given) => Ok(given),
        _ => Err(needs_object().into()),
    }
}

/// The server as it stands, with what is given in its place; and the password, if one is given.
fn changed(
    legacy: &LegacyParts,
    mut server: MailServer,
    given: &Map<String, Value>,
) -> Result<(MailServer, Option<Secret>)> {
    let text = |name| {
        let text = text_of(given, name)?;
        Ok::<_, Error>(text.filter(|_| given.get(name).is_some_and(|value| !value.is_null())))
    };
    let on = |name| switch(legacy, given.get(name), || wrong_value(name));
    server.way = match on("enable")? {
        Some(true) => WayOut::Smtp,
        Some(false) => WayOut::Configured,
        None => server.way,
    };
    server.host = text("host")?.unwrap_or(server.host);
    server.user_name = text("user")?.unwrap_or(server.user_name);
    let port = number_within(given, "port", &(1..=65_535))?.and_then(|port| u16::try_from(port).ok());
    server.port = port.unwrap_or(server.port);
    server.security = match (on("secure")?, on("ignoreTLS")?, on("requireTLS")?) {
        (Some(true), ..) => SmtpSecurity::Tls,
        (_, Some(true), _) => SmtpSecurity::None,
        (.., Some(true)) => SmtpSecurity::Starttls,
        (None, None, None) => server.security,
        _ => SmtpSecurity::Opportunistic,
    };
    Ok((server, text("pass")?.filter(|password| !password.is_empty()).map(Secret::new)))
}

/// Chooses the mail server. Answers it as it is shown.
async fn choose(cx: Cx, request: Request) -> WebResult {
    actions::require_chooser(&cx)?;
    let (server, _) = actions::choices(&cx).await?;
    let given = object(request).await?;
    if is_chosen(&server) {
        return Err(HAS_SERVER.into());
    }
    let (server, password) = changed(&cx.request.legacy, MailServer { way: WayOut::Smtp, ..server }, &given)?;
    save(&cx, server, password.as_ref()).await
}

/// Changes what is sent of the mail server. Answers it as it is shown.
async fn change(cx: Cx, request: Request) -> WebResult {
    actions::require_chooser(&cx)?;
    let (server, _) = actions::choices(&cx).await?;
    let given = object(request).await?;
    if !is_chosen(&server) {
        return Err(NO_SERVER.into());
    }
    let (server, password) = changed(&cx.request.legacy, server, &given)?;
    save(&cx, server, password.as_ref()).await
}

/// Takes a mail server out of other settings, where v0.9 has it: chosen anew, or what is sent of it changed. Refuses as
/// `POST` and `PATCH` of `settings/email_server` do.
pub async fn take_server(cx: &Cx, given: &Map<String, Value>) -> Result<()> {
    actions::require_chooser(cx)?;
    let (server, _) = actions::choices(cx).await?;
    let way = if is_chosen(&server) { server.way } else { WayOut::Smtp };
    let (server, password) = changed(&cx.request.legacy, MailServer { way, ..server }, given)?;
    set(cx, server, password.as_ref()).await
}

async fn save(cx: &Cx, server: MailServer, password: Option<&Secret>) -> WebResult {
    let answer = shown(&server);
    set(cx, server, password).await?;
    Ok(Json(answer).into_response())
}

async fn set(cx: &Cx, server: MailServer, password: Option<&Secret>) -> Result<()> {
    let names = [("user_name", "user"), ("password", "pass")];
    actions::set_server(cx, server, password).await.map_err(|error| blamed(error, &names))
}

/// Mails leave as the configuration says again. Answers 204.
async fn forget(cx: Cx) -> WebResult {
    actions::require_chooser(&cx)?;
    let (server, _) = actions::choices(&cx).await?;
    if is_chosen(&server) {
        let version = server.version;
        actions::set_server(&cx, MailServer { version, ..MailServer::default() }, None).await?;
    }
    Ok(StatusCode::NO_CONTENT.into_response())
}
