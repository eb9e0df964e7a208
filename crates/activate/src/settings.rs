//! How the license server is reached, and what else an operator can say about the license.

use std::{fmt, path::PathBuf, time::Duration};

use zeroize::Zeroizing;

use crate::{Result, error::no};

/// How long a call may take unless something else is set, in seconds.
pub const TIMEOUT_SECONDS: u16 = 20;

/// How the license server is reached.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Connection {
    /// Its address: `https://license.vendor.example`. Plain HTTP is for a machine's own addresses and for tests.
    pub server_url: String,
    /// The proxy: `http://proxy:3128`, without a password. Empty: what `HTTPS_PROXY` and `ALL_PROXY` say, less
    /// `NO_PROXY`. `none`: none.
    pub proxy: String,
    /// The name at the proxy.
    pub proxy_user: String,
    /// The password at the proxy.
    pub proxy_password: Zeroizing<String>,
    /// A file with certificates (PEM) that are trusted besides the system's.
    pub ca_file: Option<PathBuf>,
    /// How long a call may take, in seconds. 0: [`TIMEOUT_SECONDS`].
    pub timeout_seconds: u16,
    /// The language in which the license server is to answer, as in `Accept-Language`.
    pub language: String,
}

impl fmt::Debug for Connection {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Connection")
            .field("server_url", &self.server_url)
            .field("proxy", &self.proxy)
            .field("ca_file", &self.ca_file)
            .finish_non_exhaustive()
    }
}

/// Where a URL leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Whether it is spoken with TLS.
    pub is_tls: bool,
    /// The host: a name or an address, without brackets.
    pub host: String,
    /// The port.
    pub port: u16,
}

impl Target {
    /// Reads `https://host[:port]`, without a path, a user or a question. None if it is something else.
    pub fn parse(url: &str) -> Option<Self> {
        let (scheme, rest) = url.trim().trim_end_matches('/').split_once("://")?;
        let is_tls = match scheme {
            "https" => true,
            "http" => false,
            _ => return None,
        };
        let usual = if is_tls { 443 } else { 80 };
        let (host, port) = match rest.strip_prefix('[') {
            Some(inner) => {
                let (host, after) = inner.split_once(']')?;
                host.parse::<std::net::Ipv6Addr>().ok()?;
                (host, after.strip_prefix(':').or((after.is_empty()).then_some("")))
            }
            None => match rest.split_once(':') {
                Some((host, port)) => (host, Some(port)),
                None => (rest, Some("")),
            },
        };
        let port = match port? {
            "" => usual,
            port => port.parse().ok().filter(|port| *port > 0)?,
        };
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b':');
        if host.is_empty() || host.len() > 253 || !host.bytes().all(is_plain) {
            return None;
        }
        Some(Self { is_tls, host: host.to_owned(), port })
    }

    /// Host and port as an address is written.
    pub fn authority(&self) -> String {
        if self.host.contains(':') {
            format!("[{}]:{}", self.host, self.port)
        } else {
            format!("{}:{}", self.host, self.port)
        }
    }
}

impl Connection {
    /// Where the license server is. Refuses with `activate.no_server` or `activate.bad_server`.
    pub fn target(&self) -> Result<Target> {
        if self.server_url.trim().is_empty() {
            return Err(no("activate.no_server").into());
        }
        let target = Target::parse(&self.server_url);
        Ok(target.ok_or_else(|| no("activate.bad_server").with("url", shown(&self.server_url)))?)
    }

    /// Where the proxy is, if there is one: as it is set, else as the environment says.
    pub fn proxy_target(&self) -> Result<Option<Target>> {
        let Some(url) = self.proxy_url() else { return Ok(None) };
        let target = Target::parse(&url).filter(|target| !target.is_tls);
        Ok(Some(target.ok_or_else(|| no("activate.bad_proxy").with("url", shown(&url)))?))
    }

    /// The address of the proxy without name and password.
    fn proxy_url(&self) -> Option<String> {
        let set = self.proxy.trim();
        if set == "none" {
            return None;
        }
        let given = if set.is_empty() { self.proxy_of_environment()? } else { set.to_owned() };
        let with_scheme = if given.contains("://") { given } else { format!("http://{given}") };
        Some(match (with_scheme.split_once("://"), with_scheme.rsplit_once('@')) {
            (Some((scheme, _)), Some((_, host))) => format!("{scheme}://{host}"),
            _ => with_scheme,
        })
    }

    /// The name and password at the proxy: as they are set, else as the address in the environment says them.
    pub(crate) fn proxy_credentials(&self) -> Option<Zeroizing<String>> {
        if !self.proxy_user.is_empty() {
            return Some(Zeroizing::new(format!("{}:{}", self.proxy_user, self.proxy_password.as_str())));
        }
        let given =
            if self.proxy.trim().is_empty() { self.proxy_of_environment()? } else { self.proxy.clone() };
        let rest = given.split_once("://").map_or(given.as_str(), |(_, rest)| rest);
        let (user, _) = rest.rsplit_once('@')?;
        Some(Zeroizing::new(decoded(user)))
    }

    /// What the environment says about the way to the license server.
    fn proxy_of_environment(&self) -> Option<String> {
        let target = Target::parse(&self.server_url)?;
        let variable = |name: &str| {
            let found = std::env::var(name).or_else(|_| std::env::var(name.to_lowercase()));
            found.ok().filter(|value| !value.trim().is_empty())
        };
        if variable("NO_PROXY").is_some_and(|list| is_excepted(&list, &target.host)) {
            return None;
        }
        let name = if target.is_tls { "HTTPS_PROXY" } else { "HTTP_PROXY" };
        // A server sets HTTP_PROXY from a header of whoever calls it (CVE-2016-5385): only the lower case is believed.
        let of_scheme = if target.is_tls { variable(name) } else { std::env::var("http_proxy").ok() };
        of_scheme.filter(|value| !value.trim().is_empty()).or_else(|| variable("ALL_PROXY"))
    }

    pub(crate) fn timeout(&self) -> Duration {
        let seconds = if self.timeout_seconds == 0 { TIMEOUT_SECONDS } else { self.timeout_seconds };
        Duration::from_secs(seconds.into())
    }
}

/// Whether `NO_PROXY` excepts a host: by its name, by its domain, or all of them.
fn is_excepted(list: &str, host: &str) -> bool {
    let host = host.to_lowercase();
    list.split(',').map(|entry| entry.trim().to_lowercase()).filter(|entry| !entry.is_empty()).any(|entry| {
        let entry = entry
            .split(':')
            .next()
            .unwrap_or_default()
            .trim_start_matches("*.")
            .trim_start_matches('.')
            .to_owned();
        entry == "*" || entry == host || host.ends_with(&format!(".{entry}"))
    })
}

/// `%40` becomes `@`.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let code = digits.filter(|_| *first == b'%').and_then(|two| u8::from_str_radix(two, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// An address as it may be shown: without name and password.
fn shown(url: &str) -> String {
    match (url.split_once("://"), url.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, host))) => format!("{scheme}://{host}"),
        (None, Some((_, host))) => host.to_owned(),
        _ => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_scheme_a_host_and_perhaps_a_port() {
        let tls = |host: &str, port| Some(Target { is_tls: true, host: host.into(), port });

        assert_eq!(Target::parse("https://license.vendor.example"), tls("license.vendor.example", 443));
        assert_eq!(
            Target::parse("https://license.vendor.example:8443/"),
            tls("license.vendor.example", 8443)
        );
        assert_eq!(Target::parse("https://[2001:db8::1]:8443"), tls("2001:db8::1", 8443));
        for wrong in [
            "",
            "license.vendor.example",
            "ftp://x",
            "https://",
            "https://x/path",
            "https://u:p@x",
            "https://x:0",
            "https://x:99999",
            "https://[x]",
            "https://a b",
            "https://x?y",
        ] {
            assert_eq!(Target::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_proxy_hides_its_password_wherever_it_is_shown() {
        let connection = Connection {
            server_url: "https://license.vendor.example".into(),
            proxy: "http://joan:s%40cret@proxy.example:3128".into(),
            ..Connection::default()
        };

        assert_eq!(connection.proxy_target().unwrap().unwrap().authority(), "proxy.example:3128");
        assert_eq!(connection.proxy_credentials().unwrap().as_str(), "joan:s@cret");
        assert_eq!(shown(&connection.proxy), "http://proxy.example:3128");
        let none = Connection { proxy: "none".into(), ..connection };
        assert_eq!(none.proxy_target().unwrap(), None);
    }

    #[test]
    fn hosts_are_excepted_from_the_proxy_by_name_and_by_domain() {
        for (list, is_in) in [
            ("*", true),
            ("vendor.example", true),
            (".vendor.example", true),
            ("a, license.vendor.example:443", true),
            ("endor.example", false),
            ("", false),
        ] {
            assert_eq!(is_excepted(list, "license.vendor.example"), is_in, "{list}");
        }
    }
}
