//! What single values must be, beyond their form: addresses, patterns, names of hosts.

use http::{Uri, uri::Authority};
use seatwarden_base::{Kind, Refusal, mail};

use super::{Config, check::INSECURE_URL, check::is_local};
use crate::{
    accounts::passwords::organisation_rule::{BAD_PATTERN, OrganisationRule, SLOW_PATTERN},
    web::openapi,
};

const BAD_MAIL_ADDRESS: Refusal = Refusal::new(Kind::Invalid, "config.bad_mail_address");
const BAD_CONTACT: Refusal = Refusal::new(Kind::Invalid, "config.bad_contact");
const NOT_ONE_LINE: Refusal = Refusal::new(Kind::Invalid, "config.not_one_line");
const BAD_RULE: Refusal = Refusal::new(Kind::Invalid, "config.bad_rule");
const BAD_LINK: Refusal = Refusal::new(Kind::Invalid, "config.bad_link");
const BAD_PROXY: Refusal = Refusal::new(Kind::Invalid, "config.bad_proxy");
const BAD_HOST: Refusal = Refusal::new(Kind::Invalid, "config.bad_host");
const BAD_PATH: Refusal = Refusal::new(Kind::Invalid, "config.bad_path");
const PATH_TAKEN: Refusal = Refusal::new(Kind::Invalid, "config.path_taken");

/// Everything that cannot be right.
pub(super) fn check(config: &Config, wrong: &mut Vec<Refusal>) {
    check_mail(config, wrong);
    check_rule(config, wrong);
    check_license(config, wrong);
    check_links(config, wrong);
    check_security_contact(config, wrong);
    check_hosts(config, wrong);
    check_offline_path(config, wrong);
}

fn check_mail(config: &Config, wrong: &mut Vec<Refusal>) {
    let addresses = [
        ("mail.from_address", &config.mail.from_address),
        ("license_server.contact_address", &config.license_server.contact_address),
    ];
    for (key, address) in addresses.into_iter().filter(|(_, address)| !address.is_empty()) {
        if !mail::is_address(address) {
            wrong.push(BAD_MAIL_ADDRESS.with("key", key).with("value", address));
        }
    }
    let own = &config.mail.from_name;
    let (key, name) = if own.is_empty() {
        ("server.installation_name", &config.server.installation_name)
    } else {
        ("mail.from_name", own)
    };
    if !mail::is_header_text(name, mail::NAME_LENGTH_MAX) {
        wrong.push(NOT_ONE_LINE.with("key", key).with("maximum", mail::NAME_LENGTH_MAX));
    }
}

/// The organization's rule, as the security page checks it before it saves one.
fn check_rule(config: &Config, wrong: &mut Vec<Refusal>) {
    let set = &config.passwords;
    if set.organisation_regex.is_empty() {
        return;
    }
    let rule = OrganisationRule::new(&set.organisation_regex, &set.organisation_message);
    let Err(error) = rule.and_then(|rule| rule.check_speed()) else { return };
    let value = |wanted: &str| {
        let values = error.refusal().map(|refusal| refusal.values.as_slice()).unwrap_or_default();
        values.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let (key, why) = if error.is(&SLOW_PATTERN) {
        ("passwords.organisation_regex", "slow".to_owned())
    } else if error.is(&BAD_PATTERN) {
        ("passwords.organisation_regex", value("why"))
    } else {
        ("passwords.organisation_message", "long".to_owned())
    };
    wrong.push(BAD_RULE.with("key", key).with("why", why).with("reason", value("reason")));
}

/// How the license server is reached, as the license's own commands read it.
fn check_license(config: &Config, wrong: &mut Vec<Refusal>) {
    const SERVER: &str = "license.server_url";
    const PROXY: &str = "license.proxy";
    let connection = config.license_settings().connection;
    if !connection.server_url.is_empty() {
        match connection.target() {
            Ok(target) if !target.is_tls && !is_local(&target.authority()) => {
                wrong.push(INSECURE_URL.with("key", SERVER).with("value", &config.license.server_url));
            }
            Ok(_) => {}
            Err(error) => wrong.push(super::check::BAD_URL.with("key", SERVER).with("value", shown(&error))),
        }
    }
    // What the environment says of a proxy is not ours.
    if !connection.proxy.trim().is_empty()
        && let Err(error) = connection.proxy_target()
    {
        wrong.push(BAD_PROXY.with("key", PROXY).with("value", shown(&error)));
    }
}

/// The address that an error is about, without a name and password in it.
fn shown(error: &seatwarden_activate::Error) -> String {
    match error {
        seatwarden_activate::Error::No(no) => {
            no.values.iter().find(|(name, _)| *name == "url").map(|(_, url)| url.clone()).unwrap_or_default()
        }
        _ => String::new(),
    }
}

/// Addresses of pages elsewhere, which may have a path.
fn check_links(config: &Config, wrong: &mut Vec<Refusal>) {
    let links = [
        ("trial.portal_url", &config.trial.portal_url),
        ("license_server.trial_url", &config.license_server.trial_url),
    ];
    for (key, link) in links.into_iter().filter(|(_, link)| !link.is_empty()) {
        let is_link = link.parse::<Uri>().is_ok_and(|uri| {
            let is_web = matches!(uri.scheme_str(), Some("http" | "https"));
            is_web && uri.authority().is_some_and(|found| !found.as_str().contains('@'))
        });
        if !is_link {
            wrong.push(BAD_LINK.with("key", key).with("value", link));
        }
    }
}

/// It stands in a line of a file that programs read.
fn check_security_contact(config: &Config, wrong: &mut Vec<Refusal>) {
    let contact = &config.server.security_contact;
    let is_page = || contact.starts_with("https://") && contact.parse::<Uri>().is_ok();
    if !contact.is_empty() && !mail::is_address(contact) && !is_page() {
        wrong.push(BAD_CONTACT.with("key", "server.security_contact").with("value", contact));
    }
}

/// A name with a scheme, a port or a star would never be met.
fn check_hosts(config: &Config, wrong: &mut Vec<Refusal>) {
    for host in &config.server.allowed_hosts {
        let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_');
        let is_address = host.starts_with('[') && host.ends_with(']') && host.parse::<Authority>().is_ok();
        if host.is_empty() || !(is_address || host.chars().all(plain)) {
            wrong.push(BAD_HOST.with("key", "server.allowed_hosts").with("value", host));
        }
    }
}

/// The first words of the addresses of pages and probes; those of the API are in its documents.
const PAGES: [&str; 27] = [
    "",
    ".well-known",
    "admin",
    "api-reader",
    "app",
    "assets",
    "confirm-email",
    "forgot-password",
    "healthz",
    "inbox",
    "invitation",
    "issuer",
    "language",
    "login",
    "logout",
    "portal",
    "profile",
    "readyz",
    "recover-password",
    "recovery-code",
    "recovery-codes",
    "setup",
    "style",
    "theme",
    "trial",
    "undo-email",
    "view-as",
];

/// Whether a path is, or could become, that of a page.
pub(crate) fn is_page(path: &str) -> bool {
    PAGES.contains(&path.split('/').nth(1).unwrap_or_default())
}

fn check_offline_path(config: &Config, wrong: &mut Vec<Refusal>) {
    const KEY: &str = "license_server.offline_key_path";
    let path = &config.license_server.offline_key_path;
    if path.is_empty() {
        return;
    }
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte);
    if !path.starts_with('/') || path.len() == 1 || !path.bytes().all(plain) {
        wrong.push(BAD_PATH.with("key", KEY).with("value", path));
    } else if is_page(path) || openapi::has_path(path) {
        wrong.push(PATH_TAKEN.with("key", KEY).with("value", path));
    }
}
