//! Which names we answer to, and which proxies we believe.

use std::net::IpAddr;

use crate::config::Config;

/// Names and proxies from the configuration.
pub struct Hosts {
    names: Vec<String>,
    proxies: Vec<(IpAddr, u8)>,
}

impl Hosts {
    /// The host of the public address, the allowed ones, and this machine's own loopback names.
    pub fn new(config: &Config) -> Self {
        let mut names: Vec<String> = ["localhost", "127.0.0.1", "[::1]"].map(str::to_owned).to_vec();
        let public = config.server.public_url.split_once("://").map_or("", |(_, rest)| rest);
        let public = public.split('/').next().unwrap_or_default();
        names.push(without_port(public).to_ascii_lowercase());
        names.extend(config.server.allowed_hosts.iter().map(|name| name.to_ascii_lowercase()));
        // Listening on one address means answering to it.
        for address in [&config.server.address, &config.tls.address] {
            if let Ok(address) = address.parse::<std::net::SocketAddr>()
                && !address.ip().is_unspecified()
            {
                names.push(without_port(&address.to_string()).to_owned());
            }
        }
        names.retain(|name| !name.is_empty());
        let proxies =
            config.server.trusted_proxies.iter().filter_map(|network| read_network(network)).collect();
        Self { names, proxies }
    }

    /// Whether a `Host` is one of ours; the port does not matter.
    pub fn is_own(&self, host: &str) -> bool {
        let bare = without_port(host);
        let port = &host[bare.len()..];
        let port_is_fine = port.is_empty() || port[1..].parse::<u16>().is_ok();
        port_is_fine && self.names.iter().any(|name| name.eq_ignore_ascii_case(bare))
    }

    /// Whether what a peer says of its clients is believed.
    pub fn is_trusted(&self, peer: IpAddr) -> bool {
        self.proxies.iter().any(|(network, prefix)| within(peer.to_canonical(), *network, *prefix))
    }
}

fn without_port(host: &str) -> &str {
    let end = host.rfind(']').map_or(0, |end| end + 1);
    match host[end..].find(':') {
        Some(colon) => &host[..end + colon],
        None => host,
    }
}

fn read_network(text: &str) -> Option<(IpAddr, u8)> {
    let (address, prefix) = text.split_once('/').unwrap_or((text, ""));
    let address: IpAddr = address.parse().ok()?;
    let whole = if address.is_ipv4() { 32 } else { 128 };
    let prefix = if prefix.is_empty() { whole } else { prefix.parse().ok()? };
    (prefix <= whole).then_some((address, prefix))
}

fn within(address: IpAddr, network: IpAddr, prefix: u8) -> bool {
    let bits = |ip: IpAddr| match ip {
        IpAddr::V4(ip) => (u128::from(ip.to_bits()) << 96, 32),
        IpAddr::V6(ip) => (ip.to_bits(), 128),
    };
    let ((left, left_size), (right, right_size)) = (bits(address), bits(network));
    let mask = if prefix == 0 { 0 } else { u128::MAX << (128 - u32::from(prefix)) };
    left_size == right_size && left & mask == right & mask
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts() -> Hosts {
        let mut config = Config::default();
        config.server.public_url = "https://seats.example.com".to_owned();
        config.server.trusted_proxies = vec!["10.0.0.0/8".to_owned(), "::1".to_owned()];
        Hosts::new(&config)
    }

    #[test]
    fn only_our_own_names_are_ours() {
        let hosts = hosts();

        for own in ["seats.example.com", "SEATS.example.com:443", "localhost:8081", "127.0.0.1", "[::1]:80"] {
            assert!(hosts.is_own(own), "{own}");
        }
        for other in
            ["evil.example", "seats.example.com.evil.example", "localhost:x", "", "[::1", "a:b:c", ":", "é"]
        {
            assert!(!hosts.is_own(other), "{other}");
        }
    }

    #[test]
    fn only_configured_proxies_are_believed() {
        let hosts = hosts();

        assert!(hosts.is_trusted("10.1.2.3".parse().unwrap()));
        assert!(hosts.is_trusted("::ffff:10.1.2.3".parse().unwrap()));
        assert!(hosts.is_trusted("::1".parse().unwrap()));
        assert!(!hosts.is_trusted("11.0.0.1".parse().unwrap()));
    }
}
