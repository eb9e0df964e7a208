//! What must hold between the values of the configuration.

use std::net::{IpAddr, SocketAddr};

use seatwarden_base::{Kind, Refusal};
use tracing_subscriber::{EnvFilter, filter::LevelFilter};

use super::{Config, MailConfig, MailTransport, values};
use crate::text::Language;

const BAD_ADDRESS: Refusal = Refusal::new(Kind::Invalid, "config.bad_address");
const BAD_NETWORK: Refusal = Refusal::new(Kind::Invalid, "config.bad_network");
pub(super) const BAD_URL: Refusal = Refusal::new(Kind::Invalid, "config.bad_url");
pub(super) const INSECURE_URL: Refusal = Refusal::new(Kind::Invalid, "config.insecure_url");
const BAD_LANGUAGE: Refusal = Refusal::new(Kind::Invalid, "config.bad_language");
const BAD_FILTER: Refusal = Refusal::new(Kind::Invalid, "config.bad_filter");
const MISSING: Refusal = Refusal::new(Kind::Invalid, "config.missing");
const NOT_ONE_WORD: Refusal = Refusal::new(Kind::Invalid, "config.not_one_word");
const TOO_LONG: Refusal = Refusal::new(Kind::Invalid, "config.too_long");
const TOO_SHORT: Refusal = Refusal::new(Kind::Invalid, "config.too_short");

/// Everything that does not fit together.
pub fn check(config: &Config) -> Vec<Refusal> {
    let mut wrong = Vec::new();
    check_addresses(config, &mut wrong);
    check_public_url(config, &mut wrong);
    check_words(config, &mut wrong);
    check_missing(config, &mut wrong);
    check_lengths(config, &mut wrong);
    values::check(config, &mut wrong);
    wrong
}

fn check_addresses(config: &Config, wrong: &mut Vec<Refusal>) {
    let (server, tls) = (&config.server, &config.tls);
    let optional = [
        ("server.address", &server.address),
        ("server.metrics_address", &server.metrics_address),
        ("tls.address", &tls.address),
    ];
    for (key, address) in optional.into_iter().filter(|(_, address)| !address.is_empty()) {
        if address.parse::<SocketAddr>().is_err() {
            wrong.push(BAD_ADDRESS.with("key", key).with("value", address));
        }
    }
    for network in config.server.trusted_proxies.iter().filter(|network| !is_network(network)) {
        wrong.push(BAD_NETWORK.with("key", "server.trusted_proxies").with("value", network));
    }
}

/// An address, or an address with the length of its network's prefix.
fn is_network(network: &str) -> bool {
    let (address, prefix) = network.split_once('/').unwrap_or((network, "0"));
    let most = match address.parse::<IpAddr>() {
        Ok(IpAddr::V4(_)) => 32,
        Ok(IpAddr::V6(_)) => 128,
        Err(_) => return false,
    };
    prefix.parse::<u8>().is_ok_and(|prefix| prefix <= most)
}

fn check_public_url(config: &Config, wrong: &mut Vec<Refusal>) {
    const KEY: &str = "server.public_url";
    let url = config.server.public_url.as_str();
    if url.is_empty() {
        let pairs = [("server.address", &config.server.address), ("tls.address", &config.tls.address)];
        let is_public = |address: &str| address.parse::<SocketAddr>().is_ok_and(|it| !it.ip().is_loopback());
        if let Some((because, _)) = pairs.into_iter().find(|(_, address)| is_public(address)) {
            wrong.push(MISSING.with("key", KEY).with("because", because));
        }
        return;
    }
    let Some((scheme, authority)) = parts_of(url) else {
        wrong.push(BAD_URL.with("key", KEY).with("value", url));
        return;
    };
    // Over plain HTTP a browser keeps our cookie only for its own machine (`__Host-` needs `Secure`).
    if scheme == "http" && !is_local(authority) {
        wrong.push(INSECURE_URL.with("key", KEY).with("value", url));
    }
}

/// Scheme and authority of a URL that has nothing else.
fn parts_of(url: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = url.split_once("://")?;
    let authority = rest.strip_suffix('/').unwrap_or(rest);
    let fits = authority.parse::<http::uri::Authority>().is_ok() && !authority.contains('@');
    (fits && ["http", "https"].contains(&scheme)).then_some((scheme, authority))
}

pub(super) fn is_local(authority: &str) -> bool {
    let host = authority.parse::<http::uri::Authority>().map(|parsed| parsed.host().to_owned());
    let host = host.unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    host == "localhost" || host.ends_with(".localhost") || address.is_ok_and(|address| address.is_loopback())
}

fn check_words(config: &Config, wrong: &mut Vec<Refusal>) {
    let server = &config.server;
    if !server.language.is_empty() && Language::parse(&server.language).is_none() {
        let known: Vec<&str> = Language::ALL.into_iter().map(Language::code).collect();
        wrong.push(BAD_LANGUAGE.with("value", &server.language).with("known", known.join(", ")));
    }
    if EnvFilter::try_new(&server.log_filter).is_err() || !server.log_filter.split(',').all(is_directive) {
        wrong.push(BAD_FILTER.with("value", &server.log_filter));
    }
}

/// A level, or a module with its level. A word that is neither would be taken for a module that nobody has, and nothing
/// would be logged.
fn is_directive(directive: &str) -> bool {
    let word = directive.trim();
    let is_module = word.contains(['=', '[']) || word.contains("::") || word.starts_with("seatwarden");
    word.is_empty() || is_module || word.parse::<LevelFilter>().is_ok()
}

fn check_missing(config: &Config, wrong: &mut Vec<Refusal>) {
    let (tls, mail) = (&config.tls, &config.mail);
    let pairs = [
        ("tls.key_file", &tls.key_file, "tls.certificate_file", !tls.certificate_file.is_empty()),
        ("tls.certificate_file", &tls.certificate_file, "tls.key_file", !tls.key_file.is_empty()),
        ("tls.certificate_file", &tls.certificate_file, "tls.address", !tls.address.is_empty()),
        ("tls.address", &tls.address, "server.address", config.server.address.is_empty()),
        ("mail.smtp_host", &mail.smtp_host, "mail.transport", mail.transport == MailTransport::Smtp),
        ("mail.from_address", &mail.from_address, "mail.transport", mail.transport == MailTransport::Smtp),
    ];
    for (key, value, because, needed) in pairs {
        if needed && value.is_empty() {
            wrong.push(MISSING.with("key", key).with("because", because));
        }
    }
    check_trial(config, wrong);
    check_mail(mail, wrong);
    if mail.smtp_password.is_empty() && !mail.smtp_user_name.is_empty() {
        wrong.push(MISSING.with("key", "mail.smtp_password").with("because", "mail.smtp_user_name"));
    }
    if mail.smtp_user_name.is_empty() && !mail.smtp_password.is_empty() {
        wrong.push(MISSING.with("key", "mail.smtp_user_name").with("because", "mail.smtp_password"));
    }
}

/// A short secret lets anybody in.
fn check_trial(config: &Config, wrong: &mut Vec<Refusal>) {
    const SECRET_MIN: usize = 32;
    let set = &config.license_server;
    let secrets = [
        ("trial.secret", &config.trial.secret, "trial.enabled", config.trial.enabled),
        (
            "license_server.trial_secret",
            &set.trial_secret,
            "license_server.trial_url",
            !set.trial_url.is_empty(),
        ),
    ];
    for (key, secret, because, _) in secrets.into_iter().filter(|(.., needed)| *needed) {
        if secret.is_empty() {
            wrong.push(MISSING.with("key", key).with("because", because));
        } else if secret.reveal().len() < SECRET_MIN {
            wrong.push(TOO_SHORT.with("key", key).with("minimum", SECRET_MIN));
        }
    }
}

fn check_mail(mail: &MailConfig, wrong: &mut Vec<Refusal>) {
    let name = &mail.smtp_hello_name;
    if name.chars().any(|letter| letter.is_control() || letter.is_whitespace()) {
        wrong.push(NOT_ONE_WORD.with("key", "mail.smtp_hello_name").with("value", name));
    }
}

fn check_lengths(config: &Config, wrong: &mut Vec<Refusal>) {
    let (server, sessions) = (&config.server, &config.sessions);
    let pairs = [
        (
            "sessions.idle_minutes",
            sessions.idle_minutes,
            "sessions.absolute_hours",
            sessions.absolute_hours * 60,
        ),
        (
            "sessions.remember_idle_days",
            sessions.remember_idle_days,
            "sessions.remember_absolute_days",
            sessions.remember_absolute_days,
        ),
        (
            "server.header_timeout_seconds",
            server.header_timeout_seconds,
            "server.request_timeout_seconds",
            server.request_timeout_seconds,
        ),
    ];
    for (key, value, limit, most) in pairs {
        if value > most {
            wrong.push(TOO_LONG.with("key", key).with("limit", limit));
        }
    }
}
