//! The outermost layer, around every request: its id, its limits, who asks, the security headers, and how
//! a refusal or a fault looks on the face that was asked.

use std::{
    net::{IpAddr, SocketAddr},
    panic::AssertUnwindSafe,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::{Duration, Instant},
};

use axum::{
    Router,
    body::{Body, HttpBody},
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header, uri::PathAndQuery},
    response::Response,
};
use data_encoding::HEXLOWER;
use futures_util::FutureExt;
use http_body_util::{BodyExt, Limited};
use seatwarden_base::{Error, Kind, Refusal, Result, random::Random};

use super::{
    again, cookies, csrf,
    embedding::{self, Cors},
    etag,
    face::{Face, Failed, is_change},
    headers, idempotency,
    identify::identify,
    openapi, paged, problem, quota,
    reading::Reading,
    see_other,
};
use crate::{
    accounts::{
        callers,
        import::{self, FILE_BYTES_MAX},
        seats, sessions, tenants,
    },
    app::App,
    common::audit,
    cx::{Caller, Cx, FormKey, LegacyPart, Permission, RequestFacts, VIEWING_ONLY},
    text::Language,
};

/// Where somebody who looks at the pages as another user stops it.
pub const VIEW_AS_STOP: &str = "/view-as/stop";

/// How much of a body that is too large is read and thrown away, in bytes, and for how long.
const DRAIN_MAX_BYTES: u64 = 32 * 1024 * 1024;
const DRAIN_TIME: Duration = Duration::from_secs(2);

/// The body is larger than we read.
pub const BODY_TOO_LARGE: Refusal = Refusal::new(Kind::TooLarge, "web.body_too_large");
/// The `Host` is none of ours.
pub const WRONG_HOST: Refusal = Refusal::new(Kind::Malformed, "web.wrong_host");
/// The body came more slowly than we wait.
pub const BODY_TOO_SLOW: Refusal = Refusal::new(Kind::Slow, "web.body_too_slow");
/// The request took longer than we wait.
pub const TOO_SLOW: Refusal = Refusal::new(Kind::Busy, "web.too_slow");
/// A part of the address cannot be read.
pub(super) const BAD_ADDRESS: Refusal = Refusal::new(Kind::Malformed, "web.bad_address");
/// There is no such page.
pub const NOT_FOUND: Refusal = Refusal::new(Kind::NotFound, "web.not_found");
/// Where files are taken that are larger than any form.
const LARGE_FILES: [&str; 2] = ["/admin/users/import", "/api/v1/imports"];
/// Where photographs of QR codes are taken, and how large one may be in bytes: a telephone's is.
const PICTURES: &str = "/portal/offline";
const PICTURE_BYTES_MAX: u64 = 8 * 1024 * 1024;
/// Where a list of all users may come in one call, and how large it may be in bytes: far more users than are taken.
const LARGE_LISTS: [&str; 5] =
    ["/api/users", "/api/users/delete", "/api/users/simulate", "/api/users/validate", "/api/v1/users/bulk"];
const LARGE_LIST_BYTES_MAX: u64 = 64 * 1024 * 1024;
/// For how long a file of a release may come in, which is read piece by piece.
const RELEASE_TIME: Duration = Duration::from_secs(6 * 3_600);
/// What a form may have around the file.
const AROUND_FILE_BYTES: u64 = 64 * 1024;

/// The call that makes an offline key of a license.
const OFFLINE_KEY: &str = "/api/v1/licensing/offline-key";

/// The page exists, but not with this method.
pub(super) const METHOD_NOT_ALLOWED: Refusal = Refusal::new(Kind::MethodNotAllowed, "web.method_not_allowed");

/// Everything in front of the router.
#[derive(Clone)]
pub struct Edge {
    app: Arc<App>,
    router: Router,
    ids: Arc<RequestIds>,
}

impl Edge {
    /// Puts the layer around a router.
    pub fn new(app: Arc<App>, router: Router) -> Self {
        let ids = Arc::new(RequestIds::new(&app.random));
        Self { app, router, ids }
    }

    /// Answers one request. Never fails and never panics.
    pub async fn answer(&self, mut request: Request, peer: SocketAddr, tls: bool) -> Response {
        let began = Instant::now();
        self.by_other_name(&mut request);
        let face = Face::of(request.uri().path());
        let is_plain = plain_path(&mut request, face);
        let embedding = embedding::current(&self.app, face).await;
        let cors = embedding.cors_headers(face, request.headers());
        let known = (face == Face::V1).then(|| etag::known(request.headers())).flatten();
        let mut facts = self.facts(&request, peer, tls, face);
        facts.cross_site &= !cors.as_ref().is_some_and(Cors::is_trusted);
        if !is_plain {
            facts.legacy.note(LegacyPart::Slashes);
        }
        facts.reads_problems = face == Face::V1 && problem::is_read(request.headers());
        let is_api = matches!(face, Face::V1 | Face::V09);
        facts.if_versions = if is_api { etag::asked(&request) } else { None };
        if face == Face::V09 {
            facts.legacy.note(LegacyPart::VersionZeroNine);
        }
        let language = self.language(request.headers());
        let mut cx = Cx::new(self.app.clone(), facts, language);
        let method = request.method().clone();
        let path = request.uri().path().to_owned();
        let query = request.uri().query().map(str::to_owned);
        let is_visit = face == Face::Page && is_visit(&request);

        let mut response = match &cors {
            Some(cors) if cors.is_preflight(&request) => Cors::preflight(request.headers()),
            _ => self.within_limits(&mut cx, face, request).await,
        };
        let failed = response.extensions_mut().remove::<Failed>();
        if let Some(failed) = failed.or_else(|| refused_by_router(&response)) {
            let allowed = response.headers_mut().remove(header::ALLOW);
            response = if is_visit && failed.is(&METHOD_NOT_ALLOWED) {
                see_other(above(&path))
            } else {
                face.render(&cx, &failed, &method, &path)
            };
            response.headers_mut().extend(allowed.map(|methods| (header::ALLOW, methods)));
        }
        if let Some(made) = cx.request.form_key.made.get() {
            let cookie = cookies::set(cookies::form_name(cx.request.secure), made, None, cx.request.secure);
            response.headers_mut().extend(cookie.map(|cookie| (header::SET_COOKIE, cookie)));
        }
        response.headers_mut().extend(cookies::renewed(&cx).map(|cookie| (header::SET_COOKIE, cookie)));
        headers::add(&cx, face, &path, &embedding, &mut response);
        if let Some(cors) = cors {
            cors.add(&mut response);
        }
        if let Some(known) = known.filter(|_| method.is_safe()) {
            etag::unless_known(&known, &mut response);
        }
        if is_api {
            headers::of_credential(&cx, &mut response);
            quota::tell(&cx, response.headers_mut());
            paged::tell(&path, query.as_deref(), &mut response);
            let (method, route) = (known_method(&method), cx.request.route.get().map_or("", |route| route));
            if query.is_some_and(|query| openapi::has_unknown_parameter(method, route, &query)) {
                cx.request.legacy.note(LegacyPart::UnknownParameter);
            }
            callers::note(&cx, method);
        }
        self.app.health.count(face, response.status(), began.elapsed());
        tracing::debug!(
            target: "request", request = %cx.request.id, %method, path = %loggable(&path),
            status = response.status().as_u16(), "answered"
        );
        response
    }

    /// Scripts may know the call that makes an offline key by the address that the operator set.
    fn by_other_name(&self, request: &mut Request) {
        without_tenant(request);
        let config = &self.app.config.license_server;
        let is_meant = config.enabled
            && !config.offline_key_path.is_empty()
            && request.uri().path() == config.offline_key_path;
        if is_meant {
            let mut parts = request.uri().clone().into_parts();
            parts.path_and_query = Some(PathAndQuery::from_static(OFFLINE_KEY));
            if let Ok(uri) = Uri::from_parts(parts) {
                *request.uri_mut() = uri;
            }
        }
    }

    /// The client has the limit for its body, and we have it once more for what comes then.
    async fn within_limits(&self, cx: &mut Cx, face: Face, request: Request) -> Response {
        let time = if takes_release(request.uri().path()) {
            RELEASE_TIME
        } else {
            Duration::from_secs(self.app.config.server.request_timeout_seconds.into())
        };
        let reading = Reading::start();
        let request = request.map(|body| reading.watch(body));
        // Pinned here, because it is large and would else be copied into each layer around it.
        let mut work = pin!(AssertUnwindSafe(self.work(cx, face, request)).catch_unwind());
        let answered = match tokio::time::timeout(time, work.as_mut()).await {
            Err(_) if reading.waits() => return Failed::response(BODY_TOO_SLOW.into()),
            Err(_) => tokio::time::timeout(reading.took(), work).await,
            answered => answered,
        };
        match answered {
            Ok(Ok(Ok(response))) => response,
            Ok(Ok(Err(error))) => Failed::response(error),
            Ok(Err(_)) => Failed::response(Error::fault("answering a request", "it panicked")),
            Err(_) if reading.waits() => Failed::response(BODY_TOO_SLOW.into()),
            Err(_) => Failed::response(TOO_SLOW.retry_after(5).into()),
        }
    }

    /// Prepares the request and hands it to its handler. The context learns who asks.
    async fn work(&self, cx: &mut Cx, face: Face, mut request: Request) -> Result<Response> {
        if cx.request.origin.is_empty() && face != Face::Probe {
            return Err(WRONG_HOST.into());
        }
        match face {
            Face::Asset | Face::Probe => {}
            Face::Page => identify(cx, request.headers(), false).await?,
            Face::V1 | Face::V09 => identify(cx, request.headers(), true).await?,
        }
        let limit = body_limit(cx, request.uri().path());
        if request.body().size_hint().lower() > limit {
            let refusal = too_large(request.uri().path());
            drain(request.into_body()).await;
            return Err(refusal.into());
        }
        if matches!(face, Face::V1 | Face::V09) {
            csrf::check_api(cx, &request)?;
            quota::take(cx)?;
        }
        if changes_while_viewing(cx, &request) {
            return Err(VIEWING_ONLY.into());
        }
        // A form carries the old token of its session, so only the next page that is opened renews it.
        let may_renew = face == Face::Page && request.method() == Method::GET;
        if may_renew && let Some(it) = sessions::renew(cx).await? {
            cookies::renew(cx, &it);
            *cx = sessions::with_token(cx, &it, false);
        }
        request.extensions_mut().insert(cx.clone());
        if !request.body().is_end_stream() {
            let limit = usize::try_from(limit).unwrap_or(usize::MAX);
            request = request.map(|body| Body::new(Limited::new(body, limit)));
        }
        if idempotency::is_asked(cx, face, &request) {
            // On the heap, because it is rare and large.
            Box::pin(idempotency::answer(cx, self.router.clone(), request)).await
        } else {
            again::answer(cx, self.router.clone(), request).await
        }
    }

    fn facts(&self, request: &Request, peer: SocketAddr, tls: bool, face: Face) -> RequestFacts {
        let headers = request.headers();
        let trusted = self.app.hosts.is_trusted(peer.ip());
        let ip = trusted
            .then(|| self.forwarded_for(headers))
            .flatten()
            .unwrap_or_else(|| peer.ip().to_canonical());
        let host = host(request.uri(), headers).filter(|host| self.app.hosts.is_own(host));
        // A proxy that the operator did not name still ends TLS for the public address, if that says so.
        let is_public = host.is_some_and(|host| self.app.public_url().strip_prefix("https://") == Some(host));
        let secure = tls || is_public || (trusted && header_is(headers, "x-forwarded-proto", "https"));
        let scheme = if secure { "https://" } else { "http://" };
        let origin = host.map(|host| [scheme, host].concat()).unwrap_or_default();
        let user_agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
        // What only pages need is not worth the time of a script.
        let is_page = !matches!(face, Face::V1 | Face::V09);
        let cookie = |name| is_page.then(|| cookies::read(headers, name).map(str::to_owned)).flatten();
        let here = is_page.then(|| request.uri().path_and_query().map(ToString::to_string)).flatten();
        RequestFacts {
            id: self.ids.next(self.app.clock.now_ms()),
            ip: ip.to_string(),
            user_agent: audit::clip(user_agent.unwrap_or_default()),
            secure,
            cross_site: is_cross_site(headers, &origin),
            is_background: request.uri().path() == seats::pages::ALONE,
            is_change: is_change(request.method().as_str(), request.uri().path()),
            origin,
            form_key: FormKey { known: cookie(cookies::form_name(secure)), ..FormKey::default() },
            theme: cookie("theme").unwrap_or_default(),
            here: here.unwrap_or_default(),
            ..RequestFacts::default()
        }
    }

    /// The language of a reader of whom nothing else is known: chosen in this browser, else the server's,
    /// else the browser's.
    fn language(&self, headers: &HeaderMap) -> Language {
        let chosen = cookies::read(headers, "language").and_then(Language::parse);
        let wish = || headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let servers = Language::parse(&self.app.config.server.language);
        chosen.or(servers).or_else(|| wish().and_then(Language::negotiate)).unwrap_or_default()
    }

    /// The client's address as the proxies tell it: the last one that is not itself a trusted proxy.
    fn forwarded_for(&self, headers: &HeaderMap) -> Option<IpAddr> {
        headers
            .get_all("x-forwarded-for")
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|line| line.split(','))
            .filter_map(|address| address.trim().parse::<IpAddr>().ok())
            .rfind(|address| !self.app.hosts.is_trusted(*address))
    }
}

/// The one tenant may stand in front of the path of a call (contract part 1.1).
fn without_tenant(request: &mut Request) {
    let uri = request.uri();
    let path = uri.path().trim_start_matches('/');
    let Some(rest) = path.strip_prefix(tenants::NAME).filter(|rest| rest.starts_with("/api/")) else {
        return;
    };
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = PathAndQuery::try_from(format!("{rest}{query}")).ok();
    if let Ok(uri) = Uri::from_parts(parts) {
        *request.uri_mut() = uri;
    }
}

/// Whether somebody who looks at the pages as another user tries to change something, be it with a GET as the platform
/// has some; what a viewer needs for themselves is let through.
fn changes_while_viewing(cx: &Cx, request: &Request) -> bool {
    const THEIRS: [&str; 4] = [VIEW_AS_STOP, "/logout", "/theme", "/language"];
    cx.viewer().is_some() && cx.request.is_change && !THEIRS.contains(&request.uri().path())
}

/// Makes the ids of requests: as long and as unique as any other id, but counted on from a random start,
/// because nothing depends on nobody guessing them.
struct RequestIds(AtomicU64);

impl RequestIds {
    fn new(random: &Random) -> Self {
        Self(AtomicU64::new(u64::from_ne_bytes(random.bytes().unwrap_or_default())))
    }

    fn next(&self, now_ms: i64) -> String {
        let seconds = u32::try_from(now_ms.div_euclid(1000)).unwrap_or_default();
        let mut bytes = [0; 12];
        bytes[..4].copy_from_slice(&seconds.to_be_bytes());
        bytes[4..].copy_from_slice(&self.0.fetch_add(1, Relaxed).to_be_bytes());
        HEXLOWER.encode(&bytes)
    }
}

/// Whether files of releases are taken there: on the page of the staff, and over the API.
fn takes_release(path: &str) -> bool {
    path == "/issuer/releases/files"
        || (path.starts_with("/api/v1/licensing/releases/") && path.contains("/files/"))
}

/// How large a body may be there, in bytes. Lists of users may be large only from somebody who may do something with
/// them, because they are read before the act can say no.
fn body_limit(cx: &Cx, path: &str) -> u64 {
    let config = &cx.config;
    let configured = config.server.body_limit_bytes;
    if config.license_server.enabled && takes_release(path) {
        return configured.max(config.license_server.release_file_bytes_max + AROUND_FILE_BYTES);
    }
    if LARGE_FILES.contains(&path) {
        return configured.max(FILE_BYTES_MAX + AROUND_FILE_BYTES);
    }
    if path == PICTURES && !matches!(cx.caller, Caller::Anonymous) {
        return configured.max(PICTURE_BYTES_MAX + AROUND_FILE_BYTES);
    }
    let may_need_it = || cx.may(Permission::AddUsers) || cx.may(Permission::DeleteUsers);
    if LARGE_LISTS.contains(&path) && may_need_it() {
        configured.max(LARGE_LIST_BYTES_MAX)
    } else {
        configured
    }
}

/// What to say of a body beyond its limit: of a list of users, how large one may be.
fn too_large(path: &str) -> Refusal {
    if LARGE_FILES.contains(&path) { import::file_too_large() } else { BODY_TOO_LARGE }
}

/// Whether a person goes to an address, as browsers say of it, and a script does not.
fn is_visit(request: &Request) -> bool {
    let mode = request.headers().get("sec-fetch-mode");
    *request.method() == Method::GET && mode.is_some_and(|mode| mode == "navigate")
}

/// The page above an address that only takes forms: where somebody is led who comes back to it, after choosing another
/// language on the answer to a form, say.
fn above(path: &str) -> &str {
    match path.trim_end_matches('/').rsplit_once('/') {
        None | Some(("", _)) => "/",
        Some((above, _)) => above,
    }
}

/// The router's own "no" to a path or query that does not fit a handler's types, in plain English, and to a method that
/// an address does not have, without a word (RFC 9110, section 15.5.6); we say both again in our way.
fn refused_by_router(response: &Response) -> Option<Failed> {
    let kind = response.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    let refusal = match response.status() {
        StatusCode::BAD_REQUEST if kind?.starts_with(b"text/plain") => BAD_ADDRESS,
        StatusCode::METHOD_NOT_ALLOWED if kind.is_none() => METHOD_NOT_ALLOWED,
        _ => return None,
    };
    Some(Failed(Arc::new(refusal.into())))
}

/// Two slashes are one, and one at the end is none: clients send both (contract part 1.1). Only on the
/// API; a page has one address. Returns whether the path was plain already.
fn plain_path(request: &mut Request, face: Face) -> bool {
    let uri = request.uri();
    let path = uri.path();
    if !matches!(face, Face::V1 | Face::V09) || !(path.contains("//") || path.ends_with('/')) {
        return true;
    }
    let mut plain = String::with_capacity(path.len());
    for part in path.split('/').filter(|part| !part.is_empty()) {
        plain.push('/');
        plain.push_str(part);
    }
    if let Some(query) = uri.query() {
        plain.push('?');
        plain.push_str(query);
    }
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = PathAndQuery::try_from(plain).ok();
    if let Ok(uri) = Uri::from_parts(parts) {
        *request.uri_mut() = uri;
    }
    false
}

/// The name of a method; one that no route has is as good as another.
fn known_method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "",
    }
}

/// Reads on for a while and throws it away: a client that is still sending when the connection closes never
/// sees the answer.
async fn drain(mut body: Body) {
    // A promise beyond all measure is not worth waiting for.
    if body.size_hint().lower() <= DRAIN_MAX_BYTES {
        let read = async { while let Some(Ok(_)) = body.frame().await {} };
        // What comes later is cut off.
        let _ = tokio::time::timeout(DRAIN_TIME, read).await;
    }
}

fn host<'a>(uri: &'a Uri, headers: &'a HeaderMap) -> Option<&'a str> {
    let mut named = headers.get_all(header::HOST).iter();
    let host = named.next().and_then(|value| value.to_str().ok());
    // Two names, or one that differs from an absolute address, are a trick.
    if named.next().is_some() {
        return None;
    }
    match (uri.authority(), host) {
        (Some(authority), Some(host)) if authority.as_str() != host => None,
        (Some(authority), _) => Some(authority.as_str()),
        (None, host) => host,
    }
}

fn header_is(headers: &HeaderMap, name: &str, value: &str) -> bool {
    headers.get(name).is_some_and(|given| given.as_bytes().eq_ignore_ascii_case(value.as_bytes()))
}

/// Whether the browser says that another site sent this. Programs say nothing, and are no danger here:
/// they have no cookies of somebody else.
fn is_cross_site(headers: &HeaderMap, own_origin: &str) -> bool {
    let fetch_site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
    let from_elsewhere = matches!(fetch_site, Some(site) if site != b"same-origin" && site != b"none");
    // From a page that must not be named, the form of a one-time link, the origin is `null`.
    let unnamed: &[u8] = if fetch_site == Some(b"same-origin") { b"null" } else { own_origin.as_bytes() };
    let origin = headers.get(header::ORIGIN).map(HeaderValue::as_bytes);
    from_elsewhere || matches!(origin, Some(origin) if origin != own_origin.as_bytes() && origin != unnamed)
}

/// A path without what may be secret in it: one-time links end with their token, on pages and over the API.
pub(super) fn loggable(path: &str) -> &str {
    const BEFORE_TOKENS: [&str; 6] = [
        "/recover-password/",
        "/invitation/",
        "/confirm-email/",
        "/undo-email/",
        "/account/reset_password/",
        "/account/activate/",
    ];
    let end = |before: &&str| path.find(before).map(|at| at + before.len());
    BEFORE_TOKENS.iter().find_map(end).and_then(|end| path.get(..end)).unwrap_or(path)
}

/// What the router answers where there is nothing.
pub(super) async fn not_found() -> Response {
    Failed::response(NOT_FOUND.into())
}

/// The status and method for which a page without a caller is led to the sign-in page.
pub(super) fn is_navigation(method: &Method, status: StatusCode) -> bool {
    status == StatusCode::UNAUTHORIZED && matches!(*method, Method::GET | Method::HEAD | Method::POST)
}

#[cfg(test)]
mod tests {
    use super::loggable;

    #[test]
    fn the_token_of_a_link_is_in_no_log() {
        for path in [
            "/recover-password/TOKEN",
            "/api/v1/account/reset_password/TOKEN",
            "//api/v1//account/activate/TOKEN",
            "/api/v1/account/reset_password//TOKEN",
        ] {
            assert!(!loggable(path).contains("TOKEN"), "{path}");
        }
        assert_eq!(loggable("/api/v1/users/1"), "/api/v1/users/1");
    }
}
