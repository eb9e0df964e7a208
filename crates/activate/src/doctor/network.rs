//! The way to the license server, step by step: name, connection, proxy, TLS, answer, time.

use std::{
    io::{self, Read, Write},
    net::{SocketAddr, TcpStream, ToSocketAddrs},
    sync::mpsc,
    thread,
    time::Duration,
};

use data_encoding::BASE64;

use super::{Finding, Level, found, good, of_error, tls, wrong};
use crate::{
    Error, Installation, Target,
    error::Hurdle,
    folder::time_of,
    wire::{Line, Seen, problem},
};

/// Findings that mean that the license server was not reached.
pub(super) const CODES: [&str; 19] = [
    "doctor.dns",
    "doctor.tcp_refused",
    "doctor.tcp_forbidden",
    "doctor.tcp_timeout",
    "doctor.tcp_unreachable",
    "doctor.proxy_dns",
    "doctor.proxy_down",
    "doctor.proxy_auth",
    "doctor.proxy_refused",
    "doctor.tls_interception",
    "doctor.tls_expired",
    "doctor.tls_name",
    "doctor.tls_broken",
    "doctor.captive_page",
    "doctor.block_page",
    "doctor.rate_limited",
    "doctor.not_a_license_server",
    "doctor.server_broken",
    "doctor.no_answer",
];
/// Those of them that are the license server's own.
pub(super) const OF_SERVER: [&str; 2] = ["doctor.rate_limited", "doctor.server_broken"];
/// How far the clock may be off, in seconds.
const OFF_SECONDS: i64 = 10 * 60;
/// How many addresses of a name are tried.
const ADDRESSES_MAX: usize = 8;
/// The longest answer of a proxy that is read, in bytes.
const HEAD_MAX: usize = 8 * 1024;

/// Looks at the way to the license server until it is barred.
pub(super) fn look(here: &Installation, target: &Target, findings: &mut Vec<Finding>) {
    let line = match Line::new(&here.connection) {
        Ok(line) => line,
        Err(error) => return findings.push(of_error(&error)),
    };
    let patience = here.connection.timeout();
    let proxy = match here.connection.proxy_target() {
        Ok(proxy) => proxy,
        Err(error) => return findings.push(of_error(&error)),
    };
    let connected = match &proxy {
        Some(proxy) => through_proxy(here, proxy, target, patience, findings),
        None => directly(target, patience, findings),
    };
    let Some(stream) = connected else { return };
    if target.is_tls {
        if !tls::look(stream, target, &here.connection, findings) {
            return;
        }
    } else {
        drop(stream);
    }
    match line.see("time") {
        Ok(seen) => answered(here, &seen, findings),
        Err(error) => findings.push(no_answer(&error)),
    }
}

fn of(target: &Target) -> Vec<(&'static str, String)> {
    vec![("host", target.host.clone()), ("port", target.port.to_string())]
}

/// The addresses of a name. The system may take minutes to give up, so somebody else waits for it.
fn addresses(target: &Target, patience: Duration) -> io::Result<Vec<SocketAddr>> {
    let (say, hear) = mpsc::channel();
    let asked = (target.host.clone(), target.port);
    thread::spawn(move || {
        let found = asked.to_socket_addrs().map(|all| all.take(ADDRESSES_MAX).collect());
        // Nobody may be listening any more.
        let _ = say.send(found);
    });
    hear.recv_timeout(patience).unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
}

fn connect(all: &[SocketAddr], patience: Duration) -> io::Result<TcpStream> {
    let mut last = io::Error::from(io::ErrorKind::NotFound);
    for address in all {
        match TcpStream::connect_timeout(address, patience) {
            Ok(stream) => {
                stream.set_read_timeout(Some(patience))?;
                stream.set_write_timeout(Some(patience))?;
                return Ok(stream);
            }
            Err(error) => last = error,
        }
    }
    Err(last)
}

fn directly(target: &Target, patience: Duration, findings: &mut Vec<Finding>) -> Option<TcpStream> {
    let told = |why: &io::Error| {
        let mut values = of(target);
        values.push(("why", why.to_string()));
        values
    };
    let all = match addresses(target, patience) {
        Ok(all) if !all.is_empty() => all,
        Ok(_) => {
            findings.push(wrong("doctor.dns", told(&io::ErrorKind::NotFound.into())));
            return None;
        }
        Err(why) => {
            findings.push(wrong("doctor.dns", told(&why)));
            return None;
        }
    };
    let shown: Vec<String> = all.iter().map(|address| address.ip().to_string()).collect();
    let mut values = of(target);
    values.push(("addresses", shown.join(", ")));
    findings.push(good("doctor.dns_good", values));
    match connect(&all, patience) {
        Ok(stream) => {
            findings.push(good("doctor.tcp_good", of(target)));
            Some(stream)
        }
        Err(why) => {
            let code = match why.kind() {
                io::ErrorKind::ConnectionRefused => "doctor.tcp_refused",
                // The system itself says no: a rule of this machine, for this program or for all.
                io::ErrorKind::PermissionDenied => "doctor.tcp_forbidden",
                io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => "doctor.tcp_timeout",
                _ => "doctor.tcp_unreachable",
            };
            findings.push(wrong(code, told(&why)));
            None
        }
    }
}

fn through_proxy(
    here: &Installation,
    proxy: &Target,
    target: &Target,
    patience: Duration,
    findings: &mut Vec<Finding>,
) -> Option<TcpStream> {
    let told = |why: &io::Error| {
        let mut values = of(proxy);
        values.push(("why", why.to_string()));
        values
    };
    let all = addresses(proxy, patience)
        .map_err(|why| findings.push(wrong("doctor.proxy_dns", told(&why))))
        .ok()?;
    let mut stream =
        connect(&all, patience).map_err(|why| findings.push(wrong("doctor.proxy_down", told(&why)))).ok()?;
    let credentials = here.connection.proxy_credentials();
    let asked = tunnel(&mut stream, target, credentials.as_ref().map(|secret| secret.as_str()));
    let (status, schemes) =
        asked.map_err(|why| findings.push(wrong("doctor.proxy_down", told(&why)))).ok()?;
    let mut values = of(proxy);
    values.push(("status", status.to_string()));
    match status {
        200..=299 => {
            findings.push(good("doctor.proxy_good", values));
            Some(stream)
        }
        407 => {
            values.push(("schemes", schemes));
            values.push(("tried", if credentials.is_some() { "yes" } else { "no" }.to_owned()));
            findings.push(wrong("doctor.proxy_auth", values));
            None
        }
        _ => {
            values.push(("target", target.authority()));
            findings.push(wrong("doctor.proxy_refused", values));
            None
        }
    }
}

/// Asks a proxy for a tunnel; its status, and the ways in which it wants to be told who asks.
fn tunnel(stream: &mut TcpStream, target: &Target, credentials: Option<&str>) -> io::Result<(u16, String)> {
    let authority = target.authority();
    let mut head = format!("CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n");
    if let Some(credentials) = credentials {
        head.push_str("Proxy-Authorization: Basic ");
        BASE64.encode_append(credentials.as_bytes(), &mut head);
        head.push_str("\r\n");
    }
    head.push_str("\r\n");
    stream.write_all(zeroize::Zeroizing::new(head).as_bytes())?;
    let mut answer = Vec::new();
    let mut byte = [0_u8];
    // Byte by byte: what comes after the head belongs to TLS.
    while answer.len() < HEAD_MAX && !answer.ends_with(b"\r\n\r\n") {
        if stream.read(&mut byte)? == 0 {
            break;
        }
        answer.extend_from_slice(&byte);
    }
    let answer = String::from_utf8_lossy(&answer);
    let status = answer.split(' ').nth(1).and_then(|code| code.get(..3)).and_then(|code| code.parse().ok());
    let schemes: Vec<&str> = answer
        .lines()
        .filter_map(|line| line.split_once(':'))
        .filter(|(name, _)| name.eq_ignore_ascii_case("proxy-authenticate"))
        .filter_map(|(_, value)| value.split_whitespace().next())
        .collect();
    let status = status.ok_or_else(|| io::Error::other("the answer is not one of a proxy"))?;
    Ok((status, schemes.join(", ")))
}

pub(super) fn no_answer(error: &Error) -> Finding {
    match error {
        Error::Unreachable(barred) if barred.hurdle == Hurdle::Stranger => {
            wrong("doctor.not_a_license_server", vec![("why", barred.why.clone())])
        }
        Error::Unreachable(barred) => wrong("doctor.no_answer", vec![("why", barred.why.clone())]),
        other => of_error(other),
    }
}

/// Words on the pages of networks that want something first, in lower case.
const CAPTIVE: [&str; 9] =
    ["sign in", "log in", "login", "terms", "wifi", "wi-fi", "guest", "accept", "anmelden"];
/// Words on pages of filters, in lower case.
const BLOCKED: [&str; 8] =
    ["blocked", "access denied", "forbidden", "web filter", "policy", "category", "gesperrt", "bloqué"];

pub(crate) fn answered(here: &Installation, seen: &Seen, findings: &mut Vec<Finding>) {
    let time = seen.body.as_ref().and_then(|body| body.get("time")).and_then(serde_json::Value::as_str);
    if let (200, Some(time)) = (seen.status, time.and_then(time_of)) {
        findings.push(good("doctor.answer_good", Vec::new()));
        let off = here.sight.wall.seconds().saturating_sub(time.seconds());
        let values = vec![("server", time.to_string()), ("here", here.sight.wall.to_string())];
        let is_off = off.abs() > OFF_SECONDS;
        findings.push(if is_off { wrong("doctor.clock", values) } else { good("doctor.clock_good", values) });
        return;
    }
    findings.push(instead(seen));
}

/// What answers in place of the time.
fn instead(seen: &Seen) -> Finding {
    let status = ("status", seen.status.to_string());
    // Filters speak of an acceptable use; nobody is to accept anything there.
    let page = seen.text.to_lowercase().replace("acceptable", "");
    let is_page = seen.kind.contains("html") || page.trim_start().starts_with('<');
    let says = |words: &[&str]| words.iter().any(|word| page.contains(word));
    match seen.status {
        429 => {
            // It may be a date, or missing.
            let seconds =
                seen.retry_after.parse::<u64>().map_or_else(|_| "none".to_owned(), |it| it.to_string());
            wrong("doctor.rate_limited", vec![("seconds", seconds)])
        }
        300..=399 | 511 => wrong("doctor.captive_page", vec![status, ("to", seen.location.clone())]),
        404 if seen.is_ours() => wrong("doctor.not_a_license_server", vec![("why", "404".to_owned())]),
        // It is there and says itself what it does not like, such as the name by which it is called.
        400..=499 if seen.is_ours() => of_error(&problem(seen)),
        403 | 451 => wrong("doctor.block_page", vec![status, ("begin", seen.begin())]),
        200..=299 if is_page && says(&BLOCKED) && !says(&CAPTIVE) => {
            wrong("doctor.block_page", vec![status, ("begin", seen.begin())])
        }
        200..=299 if is_page => wrong("doctor.captive_page", vec![status, ("to", seen.begin())]),
        500..=599 => found("doctor.server_broken", Level::Wrong, vec![status]),
        _ => wrong("doctor.not_a_license_server", vec![("why", format!("{} {}", seen.status, seen.begin()))]),
    }
}
