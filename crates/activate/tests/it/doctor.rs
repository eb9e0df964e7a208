//! The doctor names what stands between. Somebody else plays the network.

use std::{
    fs,
    io::{Read, Write},
    net::TcpListener,
    os::unix::fs::PermissionsExt,
    thread,
};

use seatwarden_activate::{Text, doctor::Level};
use serde_json::json;

use crate::{
    network::{license_server, refusal},
    support::{Vendor, World, put},
};

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
    let guests = "<html><body>Accept our privacy policy to use the guest network</body></html>";
    let blocked = "<html><body>This category is blocked by our acceptable use policy</body></html>";
    for (answer, code) in [
        (
            page("302 Found", "text/html", "Location: http://portal.hotel.example/\r\n", ""),
            "doctor.captive_page",
        ),
        (page("200 OK", "text/html", "", html), "doctor.captive_page"),
        (page("511 Network Authentication Required", "text/html", "", html), "doctor.captive_page"),
        (page("200 OK", "text/html", "", guests), "doctor.captive_page"),
        (page("403 Forbidden", "text/html", "", blocked), "doctor.block_page"),
        (page("403 Forbidden", "text/plain", "", "Forbidden by proxy"), "doctor.block_page"),
        (page("451 Unavailable", "application/json", "", "{}"), "doctor.block_page"),
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
fn a_license_server_that_answers_to_another_name_says_so_itself() {
    let said = r#"{"type":"urn:seatwarden:problem:wrong_host","code":"web.wrong_host","detail":"Not by that name."}"#;
    let report =
        world(&answering(&page("400 Bad Request", "application/problem+json", "", said))).here.doctor();

    let found = report.findings.iter().find(|finding| finding.code == "doctor.refused").unwrap();
    assert!(Text::default().of_finding(found).0.contains("web.wrong_host"), "{found:?}");
    assert!(!report.is_unreachable() && report.level() == Level::Wrong, "{report:?}");
}

#[test]
fn a_server_that_wants_to_be_left_alone_is_told_with_or_without_its_seconds() {
    let said = |more: &str| {
        let report = world(&answering(&page("429 Too Many Requests", "text/plain", more, ""))).here.doctor();
        assert!(report.is_unreachable() && !report.is_barred(), "no firewall stands in the way: {report:?}");
        let finding =
            report.findings.into_iter().find(|finding| finding.code == "doctor.rate_limited").unwrap();
        Text::default().of_finding(&finding).0
    };

    assert!(said("Retry-After: 30\r\n").ends_with("for 30 seconds"), "{}", said("Retry-After: 30\r\n"));
    assert!(said("").ends_with("for a while"), "{}", said(""));
    assert!(said("Retry-After: Sun, 06 Nov 2044 08:49:37 GMT\r\n").ends_with("for a while"));
}

#[test]
fn a_key_that_others_can_read_is_one_finding() {
    let world = World::licensed(&Vendor::new());
    fs::set_permissions(world.here.folder.key_path(), fs::Permissions::from_mode(0o644)).unwrap();

    let report = world.here.doctor();

    let wrong: Vec<&str> = report
        .findings
        .iter()
        .filter(|finding| finding.level == Level::Wrong && finding.code != "activate.no_server")
        .map(|finding| finding.code.as_str())
        .collect();
    assert_eq!((wrong, world.code()), (vec!["activate.key_open"], vec!["activate.key_open"]));
}

#[test]
fn whoever_lives_on_files_by_hand_needs_no_license_server() {
    let report = World::licensed(&Vendor::new()).here.doctor();

    assert!(report.has("doctor.offline") && !report.has("activate.no_server"), "{report:?}");
}

#[test]
fn a_license_that_is_over_is_not_said_to_be_well() {
    let mut world = World::licensed(&Vendor::new());
    for (days, code, level) in [
        (91, "doctor.license_grace", Level::Warning),
        (12, "doctor.license_grace", Level::Warning),
        (2, "doctor.license_over", Level::Wrong),
    ] {
        world.pass(days * 24 * 3_600);
        let report = world.here.doctor();
        let found = report.findings.iter().find(|finding| finding.code == code);
        assert_eq!(found.map(|found| found.level), Some(level), "{days}: {report:?}");
        assert!(!report.has("doctor.license") && report.has("doctor.offline"), "{report:?}");
        assert!(Text::default().of_finding(found.unwrap()).0.contains("until 2027-04-01"), "{found:?}");
    }
}

#[test]
fn a_license_server_that_would_not_renew_is_named_in_its_own_words() {
    let vendor = Vendor::new();
    let mut world = World::licensed(&vendor);
    let device = world.here.load().unwrap().device().unwrap();
    world.here.install(&vendor.lease(&device, |_| {})).unwrap();
    world.here.connection.server_url = license_server(|call, body| {
        if call == "time" {
            return Some((200, json!({ "time": "2027-01-01T00:00:00.000Z" })));
        }
        assert_eq!(body["dry_run"], true);
        let (status, mut said) = refusal(404, "NOT_ACTIVATED");
        said["next"] = json!("Activate again.");
        Some((status, said))
    });
    world.here.connection.proxy = "none".into();

    let report = world.here.doctor();

    let found = report.findings.iter().find(|finding| finding.code == "doctor.refused").unwrap();
    let (said, next) = Text::default().of_finding(found);
    assert!(found.level == Level::Wrong && said.contains("NOT_ACTIVATED"), "{said}");
    assert_eq!(next.as_deref(), Some("Activate again."));
}

#[test]
fn a_renewal_for_which_no_slot_is_left_is_a_finding() {
    let vendor = Vendor::new();
    for has_slot in [true, false] {
        let mut world = World::licensed(&vendor);
        let device = world.here.load().unwrap().device().unwrap();
        world.here.install(&vendor.lease(&device, |_| {})).unwrap();
        world.here.connection.server_url = license_server(move |call, _| {
            let said = match call {
                "time" => json!({ "time": "2027-01-01T00:00:00.000Z" }),
                _ => json!({ "slot": has_slot, "leaseUntil": "2027-01-08T00:00:00.000Z", "package": {} }),
            };
            Some((200, said))
        });
        world.here.connection.proxy = "none".into();

        let report = world.here.doctor();

        let found = report.findings.iter().find(|finding| finding.code == "doctor.no_slot");
        assert_eq!((found.is_some(), report.level() == Level::Wrong), (!has_slot, !has_slot), "{report:?}");
        assert!(!report.is_unreachable());
        if let Some(found) = found {
            let (said, next) = Text::default().of_finding(found);
            assert!(said.contains("It runs until 2027-04-01") && next.unwrap().contains("Release"), "{said}");
        }
    }
}

#[test]
fn a_file_that_is_refused_is_named() {
    let world = World::licensed(&Vendor::new());
    for name in ["license.txt", "lease.txt"] {
        fs::write(world.here.folder.path().join(name), "nonsense").unwrap();
    }

    let report = world.here.doctor();

    let said = report.findings.iter().map(|finding| Text::default().of_finding(finding).0);
    let said: Vec<String> = said.filter(|said| said.starts_with("In ")).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].contains("`license.txt`") && said[1].contains("`lease.txt`"), "{said:?}");
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
    assert!(report.is_barred());
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
