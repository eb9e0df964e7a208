//! The doctor names what stands between. Somebody else plays the network.

use std::{
    io::{Read, Write},
    net::TcpListener,
    thread,
};

use seatwarden_activate::doctor::Level;

use crate::support::{Vendor, World, put};

/// Answers everybody alike on a port of this machine, until the test ends.
fn answering(answer: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let answer = answer.to_owned();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut head = [0; 4096];
            // The doctor looks whether the port is open, and says nothing then.
            if stream.read(&mut head).unwrap_or_default() > 0 {
                let _ = stream.write_all(answer.as_bytes());
            }
        }
    });
    format!("http://{address}")
}

fn page(status: &str, kind: &str, more: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n{more}\r\n{body}"
    )
}

fn world(server: &str) -> World {
    let mut world = World::new(&Vendor::new());
    server.clone_into(&mut world.here.connection.server_url);
    world.here.connection.proxy = "none".into();
    world.here.connection.timeout_seconds = 5;
    world
}

#[test]
fn whatever_answers_in_place_of_the_license_server_is_named() {
    let html = "<html><body>Welcome to the hotel</body></html>";
    let blocked = "<html><body>This category is blocked by policy</body></html>";
    for (answer, code) in [
        (
            page("302 Found", "text/html", "Location: http://portal.hotel.example/\r\n", ""),
            "doctor.captive_page",
        ),
        (page("200 OK", "text/html", "", html), "doctor.captive_page"),
        (page("511 Network Authentication Required", "text/html", "", html), "doctor.captive_page"),
        (page("403 Forbidden", "text/html", "", blocked), "doctor.block_page"),
        (page("200 OK", "text/html", "", blocked), "doctor.block_page"),
        (page("429 Too Many Requests", "text/plain", "Retry-After: 30\r\n", ""), "doctor.rate_limited"),
        (page("503 Service Unavailable", "text/html", "", html), "doctor.server_broken"),
        (page("404 Not Found", "text/plain", "", "no"), "doctor.not_a_license_server"),
        (page("200 OK", "application/json", "", "{}"), "doctor.not_a_license_server"),
        ("nonsense\r\n\r\n".to_owned(), "doctor.not_a_license_server"),
    ] {
        let report = world(&answering(&answer)).here.doctor();
        let codes: Vec<&str> = report.findings.iter().map(|finding| finding.code.as_str()).collect();
        assert!(report.has(code) && report.is_unreachable(), "{code}: {codes:?}\n{answer}");
    }
}

#[test]
fn a_clock_that_differs_from_the_servers_is_named() {
    let answer = page("200 OK", "application/json", "", r#"{"time":"2027-01-01T01:00:00.000Z"}"#);

    let report = world(&answering(&answer)).here.doctor();

    assert!(report.has("doctor.answer_good") && report.has("doctor.clock"), "{:?}", report.findings);
    assert!(!report.is_unreachable() && report.level() == Level::Wrong);
}

#[test]
fn a_port_that_nobody_listens_on_is_named_and_the_request_for_the_firewall_is_ready() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();

    let report = world(&format!("http://{free}")).here.doctor();

    assert!(report.has("doctor.tcp_refused") && report.is_unreachable(), "{:?}", report.findings);
    assert_eq!(report.target.unwrap().port, free.port());
}

#[test]
fn a_proxy_that_wants_to_know_who_asks_is_named() {
    for (status, code) in [
        ("407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"", "doctor.proxy_auth"),
        ("403 Forbidden", "doctor.proxy_refused"),
        ("nonsense", "doctor.proxy_down"),
    ] {
        let mut world = world("http://localhost:9");
        world.here.connection.proxy = answering(&format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n"));

        let report = world.here.doctor();

        assert!(report.has(code), "{code}: {:?}", report.findings);
        let error = world.here.renew().unwrap_err();
        assert!(
            ["activate.nothing_installed", "activate.unreachable_proxy"].contains(&error.code().as_ref()),
            "{error}"
        );
    }
}

#[test]
fn a_name_that_does_not_exist_is_named() {
    // RFC 6761: no name below this one ever exists.
    let report = world("https://license.invalid").here.doctor();

    assert!(report.has("doctor.dns"), "{:?}", report.findings);
}

#[test]
fn what_speaks_no_tls_is_named() {
    let url = answering("HTTP/1.1 400 Bad Request\r\n\r\n").replace("http://", "https://");

    let report = world(&url).here.doctor();

    assert!(report.has("doctor.tls_broken"), "{:?}", report.findings);
}

#[test]
fn marks_that_many_machines_have_and_containers_without_a_name_are_named() {
    let world = world("");
    put(&world.root(), "etc/machine-id", "00000000000000000000000000000000");
    assert!(world.here.doctor().has("doctor.duplicate_id"));

    put(&world.root(), ".dockerenv", "");
    let report = world.here.doctor();

    assert!(
        report.has("doctor.container_unnamed") && report.has("activate.no_server"),
        "{:?}",
        report.findings
    );
}
