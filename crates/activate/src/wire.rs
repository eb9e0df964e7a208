//! Talks with the license server: one call, one answer, nothing followed and nothing repeated (decision 0028).

use std::{fs, path::Path, sync::Arc};

use rustls::crypto::ring;
use seatwarden_license_file::Time;
use serde_json::{Value, json};
use ureq::{
    Agent, Proxy, ProxyProtocol,
    http::header,
    tls::{Certificate, PemItem, RootCerts, TlsConfig, TlsProvider, parse_pem},
};

use crate::{
    Connection, Error, Problem, Result,
    error::{Hurdle, Unreachable, no},
    folder::{Sent, files::told},
    settings::Target,
};

/// The longest answer that is read, in bytes.
const ANSWER_MAX: u64 = 1024 * 1024;
/// The largest file of certificates, in bytes.
const CA_FILE_MAX: u64 = 4 * 1024 * 1024;
/// How much of a stranger's answer is told, in characters.
const TOLD_MAX: usize = 200;
/// Where the calls of installations are.
pub(crate) const CALLS: &str = "/api/v1/licensing";

/// A line to the license server.
pub(crate) struct Line {
    agent: Agent,
    target: Target,
    is_proxied: bool,
    base: String,
    language: String,
}

/// What the license server answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) body: Value,
}

/// What answered, whoever it was.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) status: u16,
    /// Its media type.
    pub(crate) kind: String,
    /// Where it leads, if it is a redirect.
    pub(crate) location: String,
    pub(crate) retry_after: String,
    /// The object that it is, if it is JSON.
    pub(crate) body: Option<Value>,
    pub(crate) text: String,
}

impl Seen {
    pub(crate) fn new(
        status: u16,
        kind: String,
        location: String,
        retry_after: String,
        text: String,
    ) -> Self {
        let body: Option<Value> = if kind.contains("json") { serde_json::from_str(&text).ok() } else { None };
        Self { status, kind, location, retry_after, body: body.filter(Value::is_object), text }
    }

    /// Whether a refusal is the license server's: its documents say so in `type`.
    pub(crate) fn is_ours(&self) -> bool {
        let kind = self.body.as_ref().and_then(|body| body.get("type")).and_then(Value::as_str);
        kind.is_some_and(|kind| kind.starts_with("urn:seatwarden:"))
    }

    /// How it begins, without what steers a terminal.
    pub(crate) fn begin(&self) -> String {
        self.text.chars().filter(|found| !found.is_control()).take(TOLD_MAX).collect()
    }

    fn told(&self) -> String {
        let to = if self.location.is_empty() { String::new() } else { format!(" -> {}", self.location) };
        let told = format!("HTTP {}{to} {} {}", self.status, self.kind, self.begin());
        told.chars().filter(|found| !found.is_control()).collect()
    }
}

impl Answer {
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.body.get(name).and_then(Value::as_str)
    }

    pub(crate) fn is(&self, name: &str) -> bool {
        self.body.get(name).and_then(Value::as_bool).unwrap_or_default()
    }
}

/// The certificates that are trusted: the system's, and those of the file.
pub(crate) fn certificates(ca_file: Option<&Path>) -> Result<Vec<Certificate<'static>>> {
    let system = rustls_native_certs::load_native_certs();
    let mut all: Vec<Certificate<'static>> =
        system.certs.iter().map(|found| Certificate::from_der(found.as_ref()).to_owned()).collect();
    if let Some(path) = ca_file {
        let about = match fs::metadata(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(no("activate.bad_ca_file").with("path", path.display()).into());
            }
            about => about.map_err(|error| told(path, &error))?,
        };
        if about.len() > CA_FILE_MAX {
            return Err(no("activate.file_large")
                .with("path", path.display())
                .with("maximum", CA_FILE_MAX)
                .into());
        }
        let pem = fs::read(path).map_err(|error| told(path, &error))?;
        let before = all.len();
        for item in parse_pem(&pem) {
            if let Ok(PemItem::Certificate(found)) = item {
                all.push(found);
            }
        }
        if all.len() == before {
            return Err(no("activate.bad_ca_file").with("path", path.display()).into());
        }
    }
    Ok(all)
}

/// Whether nothing on the way can listen: TLS, or this very machine.
fn check_private(target: &Target) -> Result<()> {
    let is_local = target.host == "localhost"
        || target.host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
    if target.is_tls || is_local {
        Ok(())
    } else {
        Err(no("activate.plain_http").with("host", &target.host).into())
    }
}

impl Line {
    pub(crate) fn new(connection: &Connection) -> Result<Self> {
        let target = connection.target()?;
        check_private(&target)?;
        let proxy = proxy_of(connection)?;
        let is_proxied = proxy.is_some();
        let roots = if target.is_tls { certificates(connection.ca_file.as_deref())? } else { Vec::new() };
        let tls = TlsConfig::builder()
            .provider(TlsProvider::Rustls)
            .root_certs(RootCerts::Specific(Arc::new(roots)))
            .unversioned_rustls_crypto_provider(Arc::new(ring::default_provider()))
            .build();
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(proxy)
            .timeout_global(Some(connection.timeout()))
            .user_agent(concat!("seatwarden-activate/", env!("CARGO_PKG_VERSION")))
            .tls_config(tls)
            .build()
            .new_agent();
        let scheme = if target.is_tls { "https" } else { "http" };
        let base = format!("{scheme}://{}", target.authority());
        Ok(Self { agent, is_proxied, base, language: connection.language.clone(), target })
    }

    /// The address of a call.
    pub(crate) fn address(&self, call: &str) -> String {
        format!("{}{CALLS}/{call}", self.base)
    }

    /// Sends a body; nothing of it stands in the address.
    pub(crate) fn post(&self, call: &str, body: &Value) -> Result<Answer> {
        let bytes = zeroize::Zeroizing::new(body.to_string().into_bytes());
        let sent = self
            .agent
            .post(self.address(call))
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ACCEPT, "application/problem+json, application/json")
            .header(header::ACCEPT_LANGUAGE, &self.language)
            .send(bytes.as_slice());
        self.answer(sent)
    }

    /// Asks for something that everybody may know.
    pub(crate) fn get(&self, call: &str) -> Result<Answer> {
        let asked = self
            .agent
            .get(self.address(call))
            .header(header::ACCEPT, "application/problem+json, application/json")
            .header(header::ACCEPT_LANGUAGE, &self.language)
            .call();
        self.answer(asked)
    }

    /// What answers a call that everybody may make, whoever it is.
    pub(crate) fn see(&self, call: &str) -> Result<Seen> {
        let asked = self.agent.get(self.address(call)).header(header::ACCEPT, "application/json").call();
        self.seen(asked)
    }

    fn seen(&self, asked: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Seen> {
        let mut response = asked.map_err(|error| self.unreachable(&error))?;
        let head = |name: header::HeaderName| {
            response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
        };
        let status = response.status().as_u16();
        let (kind, location, retry_after) =
            (head(header::CONTENT_TYPE), head(header::LOCATION), head(header::RETRY_AFTER));
        let text = response.body_mut().with_config().limit(ANSWER_MAX).read_to_string();
        let text = text.map_err(|error| self.unreachable(&error))?;
        Ok(Seen::new(status, kind, location, retry_after, text))
    }

    fn answer(&self, sent: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Answer> {
        judged(self.seen(sent)?, &self.target.host)
    }

    fn unreachable(&self, error: &ureq::Error) -> Error {
        use ureq::Error as E;
        let is_certificate = |error: &std::io::Error| {
            error.get_ref().is_some_and(|inner| inner.downcast_ref::<rustls::Error>().is_some())
        };
        let hurdle = match error {
            E::ConnectProxyFailed(_) | E::InvalidProxyUrl => Hurdle::Proxy,
            E::Rustls(_) | E::Tls(_) => Hurdle::Certificate,
            E::Io(inner) if is_certificate(inner) => Hurdle::Certificate,
            E::Timeout(_) => Hurdle::Time,
            E::Io(inner) if inner.kind() == std::io::ErrorKind::TimedOut => Hurdle::Time,
            // Whoever has a proxy looks for no other name and calls nobody else.
            _ if self.is_proxied => Hurdle::Proxy,
            E::HostNotFound => Hurdle::Name,
            E::Protocol(_) | E::Http(_) | E::BodyExceedsLimit(_) => Hurdle::Stranger,
            _ => Hurdle::Connection,
        };
        failed(&self.target.host, hurdle, &error.to_string())
    }
}

fn failed(host: &str, hurdle: Hurdle, why: &str) -> Error {
    Error::Unreachable(Unreachable { hurdle, host: host.to_owned(), why: why.to_owned() })
}

/// Whether it was the license server that answered, and what.
pub(crate) fn judged(seen: Seen, host: &str) -> Result<Answer> {
    if seen.status == 407 {
        return Err(failed(host, Hurdle::Proxy, "407"));
    }
    if (400..=599).contains(&seen.status) && seen.is_ours() {
        return Err(problem(&seen));
    }
    match seen.body {
        Some(body) if (200..=299).contains(&seen.status) => Ok(Answer { body }),
        _ => Err(failed(host, Hurdle::Stranger, &seen.told())),
    }
}

fn proxy_of(connection: &Connection) -> Result<Option<Proxy>> {
    let Some(target) = connection.proxy_target()? else { return Ok(None) };
    let mut proxy = Proxy::builder(ProxyProtocol::Http).host(&target.host).port(target.port);
    if let Some(credentials) = connection.proxy_credentials() {
        let (user, password) = credentials.split_once(':').unwrap_or((&credentials, ""));
        proxy = proxy.username(user).password(password);
    }
    proxy.build().map(Some).map_err(|why| no("activate.bad_proxy").with("url", why).into())
}

/// A problem document.
pub(crate) fn problem(seen: &Seen) -> Error {
    let body = seen.body.clone().unwrap_or_default();
    let mut problem = serde_json::from_value::<Problem>(body).unwrap_or_default();
    problem.status = seen.status;
    if problem.code.is_empty() {
        problem.code = format!("HTTP_{}", seen.status);
    }
    if problem.retry_after_seconds.is_none() {
        problem.retry_after_seconds = seen.retry_after.parse().ok();
    }
    Error::Server(Box::new(problem))
}

/// What is noted of a call: the names of what goes along, and what the signed file says.
pub(crate) fn note(at: Time, to: &str, what: &str, fields: &[&str], said: Value) -> Sent {
    Sent {
        at,
        to: to.to_owned(),
        what: what.to_owned(),
        fields: fields.iter().map(|name| (*name).to_owned()).collect(),
        said,
    }
}

/// What a signed file says, for people.
pub(crate) fn said<C: serde::Serialize>(claims: &C) -> Value {
    serde_json::to_value(claims).unwrap_or_else(|_| json!({}))
}
