//! Who may show our pages inside their own, and whose scripts may read our API: what an administrator allows,
//! as the headers that tell browsers (WB-02, WB-04). Nobody, as long as nobody is named.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    response::Response,
};
use seatwarden_base::{Kind, Refusal, Result};
use serde::{Deserialize, Serialize};

use super::{cookies, face::Face};
use crate::{app::App, common::settings::Setting};

/// Not an origin, or a wildcard where none can be; value `origin`.
pub(crate) const BAD_ORIGIN: Refusal = Refusal::new(Kind::Invalid, "web.bad_origin");
/// Everybody can have a host below this one; value `origin`.
pub(crate) const SHARED_SUFFIX: Refusal = Refusal::new(Kind::Invalid, "web.shared_suffix");
/// More origins than fit into a header; value `maximum`.
pub(crate) const TOO_MANY_ORIGINS: Refusal = Refusal::new(Kind::Invalid, "web.too_many_origins");
/// Everybody's scripts with everybody's cookies (WB-04).
pub(crate) const ANY_WITH_COOKIES: Refusal =
    Refusal::new(Kind::Invalid, "web.any_with_cookies").on("corsCredentials");
/// Browsers send cookies to embedded pages over TLS only.
pub(crate) const COOKIES_NEED_TLS: Refusal =
    Refusal::new(Kind::Invalid, "web.cookies_need_tls").on("crossSiteCookies");

/// How many origins a list has at most, so that the header stays well below 8 KiB.
const ORIGINS_MAX: usize = 40;
/// The longest origin, in bytes.
const ORIGIN_LENGTH_MAX: usize = 150;
/// What every page may load and do; who may frame it comes after.
const CONTENT: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                       connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors ";
/// Lets the forms of one page post to another origin as well, that of this address. Nobody frames such a page.
pub fn form_target(mut response: Response, url: &str) -> Response {
    let origin = url.split('/').take(3).collect::<Vec<_>>().join("/");
    let content = CONTENT.replace("form-action 'self'", &format!("form-action 'self' {origin}"));
    if let Ok(value) = HeaderValue::from_str(&format!("{content}'none'")) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, value);
    }
    response
}

/// How long a browser remembers the answer to a preflight, in seconds: as long as a change may take there.
const PREFLIGHT_SECONDS: &str = "60";
/// The headers that scripts send if a preflight asks for none: those of the platform's clients (contract parts 1.3 and
/// 12.2), and ours.
const REQUEST_HEADERS: &str = "authorization, content-type, x-api-key, x-xsrf-token, internal, initialiser, \
                               x-device-id, x-sisense-origin, x-sisense-sdk, if-match, if-none-match, idempotency-key";
/// What scripts may read of an answer beside its body.
const ANSWER_HEADERS: &str = "etag, link, location, retry-after, x-request-id, ratelimit, ratelimit-policy, \
                              idempotency-replayed, content-disposition";
/// How many headers of a script's own a preflight may ask for, and how long their names may be together, in bytes.
const ASKED_HEADERS_MAX: usize = 40;
const ASKED_HEADERS_LENGTH_MAX: usize = 1_024;

/// What an administrator allows others to do with our pages and our API in a browser.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Embedding {
    /// Whose pages may show ours: `https://portal.example.com`, `https://*.example.com`, or `*` for everybody.
    pub frame_ancestors: Vec<String>,
    /// Whose scripts may read the API: exact origins, or `*` for everybody.
    pub cors_origins: Vec<String>,
    /// Whether those scripts may use the cookies of whoever is signed in.
    pub cors_credentials: bool,
    /// Whether our cookies travel with requests of other sites, as a page inside a foreign page needs it.
    pub cross_site_cookies: bool,
}

impl Setting for Embedding {
    const KEY: &'static str = "web.embedding";
}

/// A header as it will be sent, for a preview.
pub type HeaderLine = (String, String);

impl Embedding {
    /// The same with every origin in its plain form. Refuses with `web.bad_origin`, `web.too_many_origins`,
    /// `web.any_with_cookies`, and `web.cookies_need_tls` unless people reach us over TLS.
    pub fn checked(&self, is_secure: bool) -> Result<Self> {
        let frame_ancestors = list(&self.frame_ancestors, "frameAncestors", Wildcards::Hosts)?;
        let cors_origins = list(&self.cors_origins, "corsOrigins", Wildcards::Alone)?;
        if self.cors_credentials && cors_origins.iter().any(|origin| origin == "*") {
            return Err(ANY_WITH_COOKIES.into());
        }
        if self.cross_site_cookies && !is_secure {
            return Err(COOKIES_NEED_TLS.into());
        }
        Ok(Self { frame_ancestors, cors_origins, ..self.clone() })
    }

    /// The headers that say who may show this page inside their own. Pages on which somebody who is signed in changes
    /// something are never shown so: one could be made to press their buttons unseen.
    pub(super) fn frame_headers(&self, path: &str) -> Vec<(HeaderName, HeaderValue)> {
        let never = self.frame_ancestors.is_empty() || !may_be_framed(path);
        let ancestors = if never {
            "'none'".to_owned()
        } else if self.frame_ancestors.iter().any(|origin| origin == "*") {
            "*".to_owned()
        } else {
            format!("'self' {}", self.frame_ancestors.join(" "))
        };
        let mut headers = Vec::new();
        if let Ok(policy) = HeaderValue::from_str(&format!("{CONTENT}{ancestors}")) {
            headers.push((header::CONTENT_SECURITY_POLICY, policy));
        }
        // The older header knows no lists; where it stands beside the newer one, some browsers obey it.
        if never {
            headers.push((header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")));
        }
        headers
    }

    /// What to tell a browser whose script calls the API from another origin; none if that is not allowed.
    pub(super) fn cors_headers(&self, face: Face, headers: &HeaderMap) -> Option<Cors> {
        if self.cors_origins.is_empty() || !matches!(face, Face::V1 | Face::V09) {
            return None;
        }
        let origin = headers.get(header::ORIGIN)?;
        if self.cors_origins.iter().any(|known| known.as_bytes() == origin.as_bytes()) {
            return Some(Cors { origin: origin.clone(), credentials: self.cors_credentials });
        }
        let any = self.cors_origins.iter().any(|known| known == "*");
        any.then(|| Cors { origin: HeaderValue::from_static("*"), credentials: false })
    }

    /// The headers that follow, as they will be sent.
    pub fn preview(&self, is_secure: bool) -> Vec<HeaderLine> {
        let mut lines: Vec<HeaderLine> = self
            .frame_headers("/")
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap_or_default().to_owned()))
            .collect();
        for origin in &self.cors_origins {
            lines.push((header::ACCESS_CONTROL_ALLOW_ORIGIN.to_string(), origin.clone()));
        }
        if self.cors_credentials {
            lines.push((header::ACCESS_CONTROL_ALLOW_CREDENTIALS.to_string(), "true".to_owned()));
        }
        let mut cookie = HeaderMap::new();
        let line = cookies::set(cookies::session_name(is_secure), "…", None, is_secure);
        cookie.extend(line.map(|line| (header::SET_COOKIE, line)));
        if self.cross_site_cookies {
            open_cookies(&mut cookie);
        }
        let cookie = cookie.get(header::SET_COOKIE).map(HeaderValue::as_bytes).unwrap_or_default();
        lines.push((header::SET_COOKIE.to_string(), String::from_utf8_lossy(cookie).into_owned()));
        lines
    }
}

/// What may be framed: what a portal that embeds dashboards meets when nobody is signed in yet, and the page behind it.
/// Everything else fills a window of its own, also what is added later.
const FRAMED: [&str; 7] = [
    "/",
    "/app/account/forgotpass",
    "/app/account/login",
    "/forgot-password",
    "/forgot-password/sent",
    "/login",
    "/logout",
];

fn may_be_framed(path: &str) -> bool {
    FRAMED.contains(&path)
}

/// What is allowed now. If the database does not answer, what was allowed last, or nothing.
pub(super) async fn current(app: &App, face: Face) -> Arc<Embedding> {
    if matches!(face, Face::Asset | Face::Probe) {
        return Arc::default();
    }
    match app.embedding.get(&app.db, app.clock.now_ms()).await {
        Ok(embedding) => embedding,
        Err(_) => app.embedding.last().unwrap_or_default(),
    }
}

/// Lets our cookies travel with requests of other sites. They are `Secure`, or browsers would drop them.
pub(super) fn open_cookies(headers: &mut HeaderMap) {
    let header::Entry::Occupied(mut lines) = headers.entry(header::SET_COOKIE) else { return };
    for line in lines.iter_mut() {
        let opened = String::from_utf8_lossy(line.as_bytes()).replace("SameSite=Lax", "SameSite=None");
        if let Ok(opened) = HeaderValue::from_bytes(opened.as_bytes()) {
            *line = opened;
        }
    }
}

/// A script of another origin may read the answer.
pub(super) struct Cors {
    origin: HeaderValue,
    credentials: bool,
}

impl Cors {
    /// Whether the origin may also use cookies, so that its calls count as those of our own pages.
    pub(super) const fn is_trusted(&self) -> bool {
        self.credentials
    }

    /// Whether the browser only asks what it may do.
    #[expect(clippy::unused_self, reason = "only an origin that is allowed gets an answer")]
    pub(super) fn is_preflight(&self, request: &Request) -> bool {
        request.method() == Method::OPTIONS
            && request.headers().contains_key(header::ACCESS_CONTROL_REQUEST_METHOD)
    }

    /// The answer to a preflight, before the headers that all answers get. Whose scripts may call at all may send
    /// whatever headers they like: clients of the platform have some of their own, and none of them opens anything.
    pub(super) fn preflight(asked: &HeaderMap) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NO_CONTENT;
        let headers = response.headers_mut();
        let fixed = [
            (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, PATCH, DELETE"),
            (header::ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS),
            (header::VARY, "Access-Control-Request-Headers"),
        ];
        headers.extend(fixed.map(|(name, value)| (name, HeaderValue::from_static(value))));
        let allowed = asked_headers(asked).unwrap_or(HeaderValue::from_static(REQUEST_HEADERS));
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, allowed);
        response
    }

    /// Adds what lets the script read the answer.
    pub(super) fn add(self, response: &mut Response) {
        let headers = response.headers_mut();
        headers.append(header::VARY, HeaderValue::from_static("Origin"));
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, self.origin);
        headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(ANSWER_HEADERS));
        if self.credentials {
            headers.insert(header::ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
        }
    }
}

/// The names of headers that a preflight asks for, as they will be allowed; none if it asks for none, for too many, or
/// for something that is no name.
fn asked_headers(asked: &HeaderMap) -> Option<HeaderValue> {
    let mut names = Vec::new();
    for line in asked.get_all(header::ACCESS_CONTROL_REQUEST_HEADERS) {
        for name in line.to_str().ok()?.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            // Nothing but the signs of a name gets through, in lower case.
            names.push(HeaderName::from_bytes(name.as_bytes()).ok()?);
            if names.len() > ASKED_HEADERS_MAX {
                return None;
            }
        }
    }
    let names = names.iter().map(HeaderName::as_str).collect::<Vec<_>>().join(", ");
    let fits = !names.is_empty() && names.len() <= ASKED_HEADERS_LENGTH_MAX;
    fits.then(|| HeaderValue::from_str(&names).ok()).flatten()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wildcards {
    /// `*` for everybody, and `*.` before a host.
    Hosts,
    /// `*` for everybody.
    Alone,
}

fn list(typed: &[String], field: &'static str, wildcards: Wildcards) -> Result<Vec<String>> {
    let mut origins = Vec::new();
    for text in typed.iter().map(|text| text.trim()).filter(|text| !text.is_empty()) {
        let shown = || text.chars().take(ORIGIN_LENGTH_MAX).collect::<String>();
        let origin = origin(text, wildcards).ok_or_else(|| BAD_ORIGIN.on(field).with("origin", shown()))?;
        if origin.split_once("://*.").is_some_and(|(_, below)| is_shared(below)) {
            return Err(SHARED_SUFFIX.on(field).with("origin", origin).into());
        }
        if !origins.contains(&origin) {
            origins.push(origin);
        }
    }
    if origins.len() > ORIGINS_MAX {
        return Err(TOO_MANY_ORIGINS.on(field).with("maximum", ORIGINS_MAX).into());
    }
    Ok(origins)
}

/// The plain form of an origin: scheme, host, and port if it is not the scheme's. Without a scheme it is
/// `https`. Only letters, digits and the signs of hosts get through, so that nothing else gets into a header.
fn origin(text: &str, wildcards: Wildcards) -> Option<String> {
    if text == "*" {
        return Some("*".to_owned());
    }
    let lower = text.to_ascii_lowercase();
    // `null` is what browsers send for pages without an origin: it would be everybody.
    if text.len() > ORIGIN_LENGTH_MAX || lower == "null" {
        return None;
    }
    let (scheme, rest) = lower.split_once("://").unwrap_or(("https", &lower));
    let usual_port = match scheme {
        "https" => ":443",
        "http" => ":80",
        _ => return None,
    };
    let authority = rest.strip_suffix('/').unwrap_or(rest);
    let authority = authority.strip_suffix(usual_port).unwrap_or(authority);
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    if port.is_some_and(|port| port.starts_with('+') || !port.parse::<u16>().is_ok_and(|port| port > 0)) {
        return None;
    }
    let below = host.strip_prefix("*.");
    let fits = match below {
        // A whole top-level domain is everybody.
        Some(below) => wildcards == Wildcards::Hosts && below.contains('.') && is_name(below),
        None => is_name(host) || is_ipv6(host),
    };
    fits.then(|| format!("{scheme}://{authority}"))
}

/// What stands before a country where strangers share it: `co.uk`, `com.au`, `gov.in`.
const SHARED: [&str; 20] = [
    "ac", "co", "com", "ed", "edu", "go", "gob", "gouv", "gov", "govt", "gv", "ltd", "mil", "ne", "net",
    "nom", "or", "org", "plc", "sch",
];

/// Whether everybody can have a host below this one.
fn is_shared(host: &str) -> bool {
    let host = host.split(':').next().unwrap_or_default();
    host.split_once('.').is_some_and(|(kind, country)| country.len() == 2 && SHARED.contains(&kind))
}

fn is_name(host: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    host.split('.').all(is_label)
}

fn is_ipv6(host: &str) -> bool {
    let inner = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    inner.is_some_and(|inner| inner.parse::<std::net::Ipv6Addr>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn framed(origins: &[&str]) -> Result<Embedding> {
        let frame_ancestors = origins.iter().map(ToString::to_string).collect();
        Embedding { frame_ancestors, ..Embedding::default() }.checked(true)
    }

    #[test]
    fn origins_are_taken_in_every_spelling_and_kept_in_one() {
        for (typed, plain) in [
            ("*", "*"),
            ("portal.example.com", "https://portal.example.com"),
            ("*.example.com", "https://*.example.com"),
            (" HTTPS://Portal.Example.com:443/ ", "https://portal.example.com"),
            ("http://localhost:3000", "http://localhost:3000"),
            ("https://[::1]:8443", "https://[::1]:8443"),
        ] {
            assert_eq!(framed(&[typed]).unwrap().frame_ancestors, [plain], "{typed}");
        }
        assert!(framed(&["", " "]).unwrap().frame_ancestors.is_empty());
        assert_eq!(framed(&["a.example", "https://a.example"]).unwrap().frame_ancestors.len(), 1);
    }

    #[test]
    fn nothing_but_an_origin_gets_into_a_header() {
        for bad in [
            "https://a.example/path",
            "a.example; script-src *",
            "'none'",
            "ftp://a.example",
            "*.com",
            "a.*.example",
            "https://a.example\r\nX: y",
            "https://user@a.example",
            "a..example",
            "-a.example",
            "a.example:0",
            "a.example:99999",
            "münchen.example",
            "https://",
            "null",
            "a.example:+1",
        ] {
            assert!(framed(&[bad]).is_err_and(|error| error.is(&BAD_ORIGIN)), "{bad}");
        }
        for shared in ["*.co.uk", "https://*.com.au", "http://*.gov.in:8080", "*.Ac.JP"] {
            assert!(framed(&[shared]).is_err_and(|error| error.is(&SHARED_SUFFIX)), "{shared}");
        }
        for own in ["*.example.co.uk", "*.house.uk", "*.com.example", "co.uk"] {
            assert!(framed(&[own]).is_ok(), "{own}");
        }
        let many: Vec<String> = (0..=ORIGINS_MAX).map(|number| format!("a{number}.example")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert!(framed(&many).is_err_and(|error| error.is(&TOO_MANY_ORIGINS)));
    }

    #[test]
    fn scripts_are_allowed_by_exact_origins_and_everybody_never_with_cookies() {
        let cors = |origins: &[&str], cors_credentials| {
            let cors_origins = origins.iter().map(ToString::to_string).collect();
            Embedding { cors_origins, cors_credentials, ..Embedding::default() }.checked(true)
        };
        assert!(cors(&["*.example.com"], false).is_err_and(|error| error.is(&BAD_ORIGIN)));
        assert!(cors(&["*"], true).is_err_and(|error| error.is(&ANY_WITH_COOKIES)));
        assert!(cors(&["*"], false).is_ok());
        assert!(cors(&["https://a.example"], true).is_ok());
    }

    #[test]
    fn a_preflight_is_answered_with_the_names_it_asked_for_and_nothing_else() {
        let answered = |asked: &[&str]| {
            let mut headers = HeaderMap::new();
            for line in asked {
                headers.append(header::ACCESS_CONTROL_REQUEST_HEADERS, line.parse().unwrap());
            }
            let response = Cors::preflight(&headers);
            response.headers()[header::ACCESS_CONTROL_ALLOW_HEADERS].to_str().unwrap().to_owned()
        };
        assert_eq!(
            answered(&["Internal,Initialiser", " X-Xsrf-Token"]),
            "internal, initialiser, x-xsrf-token"
        );
        let many = vec!["x-own"; ASKED_HEADERS_MAX + 1].join(",");
        let long = "x".repeat(ASKED_HEADERS_LENGTH_MAX + 1);
        for bad in ["", " , ", "a b", "a:b", "x\u{e9}", many.as_str(), long.as_str()] {
            assert_eq!(answered(&[bad]), REQUEST_HEADERS, "{bad:.40}");
        }
    }

    #[test]
    fn only_the_way_in_is_framed_whoever_may_embed() {
        let everybody = framed(&["*"]).unwrap();
        let policy = |path: &str| everybody.frame_headers(path)[0].1.to_str().unwrap().to_owned();

        for path in FRAMED {
            assert!(policy(path).ends_with("frame-ancestors *"), "{path}");
        }
        for path in [
            "/admin",
            "/admin/users",
            "/issuer",
            "/issuer/keys",
            "/portal",
            "/portal/packages/ACME",
            "/profile",
            "/profile/api-token",
            "/view-as",
            "/setup",
            "/recovery-code",
            "/invitation/abc",
            "/login/x",
            "/inbox",
            "/a-page-of-next-year",
        ] {
            assert!(policy(path).ends_with("frame-ancestors 'none'"), "{path}");
            assert_eq!(everybody.frame_headers(path).len(), 2, "{path}");
        }
    }

    #[test]
    fn cookies_for_embedded_pages_need_tls() {
        let open = Embedding { cross_site_cookies: true, ..Embedding::default() };

        assert!(open.checked(false).is_err_and(|error| error.is(&COOKIES_NEED_TLS)));
        assert!(open.checked(true).is_ok());
    }
}
