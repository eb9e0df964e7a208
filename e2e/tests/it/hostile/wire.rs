//! Bytes on the wire: requests that are none, slow ones, large ones, paths and hosts that are not ours.

use super::must_not_be_logged;
use reqwest::Method;
use seatwarden_e2e::{
    database::Engine,
    demo::Demo,
    http::{Http, connect, raw, read_all},
    inbox::Inbox,
};
use std::time::Duration;
use tokio::io::AsyncWriteExt;

/// How long a bare connection is listened to before it counts as held open.
const PATIENCE: Duration = Duration::from_secs(5);

/// Small, seeded, the same on every machine (`SplitMix64`).
struct Seeded(u64);

impl Seeded {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut value = self.0;
        value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        value ^ (value >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit).unwrap()).unwrap()
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }

    fn bytes(&mut self, longest: usize) -> Vec<u8> {
        let length = self.below(longest);
        (0..length).map(|_| self.next().to_le_bytes()[0]).collect()
    }
}

/// What random requests are made of.
const PATHS: [&str; 13] = [
    "/",
    "/login",
    "/profile",
    "/profile/password",
    "/api/users",
    "/api/users/x",
    "/api/v1/authentication/login",
    "/recover-password/x",
    "/invitation/x",
    "/confirm-email/x",
    "/assets/app.css",
    "/inbox/x",
    "/healthz",
];
const PIECES: [&str; 20] = [
    "%00", "%ff", "%", "%zz", "..", "//", "\\", "é", "?", "&", "=", "#", ";", "'", "\"", "<", "{", "%0d%0a",
    "~", ":",
];
const NAMES: [&str; 18] = [
    "host",
    "cookie",
    "authorization",
    "x-api-key",
    "content-type",
    "content-length",
    "transfer-encoding",
    "origin",
    "sec-fetch-site",
    "accept-language",
    "x-forwarded-for",
    "x-forwarded-proto",
    "range",
    "if-none-match",
    "expect",
    "connection",
    "upgrade",
    "x",
];
const VALUES: [&str; 20] = [
    "",
    " ",
    "\t",
    "-1",
    "99999999999999999999",
    "chunked",
    "Bearer",
    "Bearer \u{7f}",
    "a=b; c",
    "seatwarden-local=",
    "text/html",
    "application/json",
    "*",
    "q=;;;,,,",
    "h2c",
    "100-continue",
    "localhost",
    "%00",
    "é",
    "\"",
];

fn random_request(random: &mut Seeded, has_junk: bool) -> Vec<u8> {
    let method = random
        .of(&["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "get", "X"]);
    let mut path = random.of(&PATHS).to_owned();
    for _ in 0..random.below(4) {
        path.push_str(random.of(&PIECES));
    }
    let mut request = format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\n").into_bytes();
    for _ in 0..random.below(5) {
        request.extend_from_slice(format!("{}: {}\r\n", random.of(&NAMES), random.of(&VALUES)).as_bytes());
    }
    if has_junk {
        request.extend_from_slice(&random.bytes(60));
        request.extend_from_slice(b"\r\n");
    }
    let body = random.bytes(200);
    request
        .extend_from_slice(format!("Content-Length: {}\r\nConnection: close\r\n\r\n", body.len()).as_bytes());
    request.extend_from_slice(&body);
    request
}

#[tokio::test]
async fn random_requests_are_never_a_fault() {
    let demo = Demo::start(Engine::Sqlite).await;
    let mut random = Seeded(20_260_101);
    for turn in 0..2_000 {
        let request = random_request(&mut random, turn % 7 == 0);
        let mut stream = connect(demo.url()).await;
        stream.write_all(&request).await.ok();
        // Whoever promises more than he sends is waited for; that is another test.
        stream.shutdown().await.ok();
        let answer = read_all(stream, PATIENCE).await;
        let shown = String::from_utf8_lossy(&request).into_owned();
        assert!(answer.closed, "turn {turn}: neither answered nor closed: {shown:?}");
        if let Some(status) = answer.status() {
            assert!(status < 500, "turn {turn}: {shown:?} was answered with {}", answer.text);
        }
    }
    Http::script(demo.url()).get("/readyz").await.must_be(200);
    must_not_be_logged(&demo, &[]);
}

#[tokio::test]
async fn malformed_requests_are_refused_or_cut_off() {
    let demo = Demo::start(Engine::Sqlite).await;
    let many_headers = "x: 1\r\n".repeat(300);
    let long = "a".repeat(200_000);
    for (name, request) in [
        ("no request", "\r\n\r\n\r\n".to_owned()),
        ("not HTTP", "\u{16}\u{3}\u{1}\u{2}hello".to_owned() + "\r\n\r\n"),
        ("no version", "GET /\r\n\r\n".to_owned()),
        ("a version to come", "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n".to_owned()),
        (
            "two lengths",
            "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde"
                .to_owned(),
        ),
        (
            "a negative length",
            "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: -3\r\n\r\nabc".to_owned(),
        ),
        (
            "a bad chunk",
            "POST /login HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n".to_owned(),
        ),
        ("a NUL in a header", "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n".to_owned()),
        ("a folded header", "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n".to_owned()),
        ("a space before the colon", "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n".to_owned()),
        ("too many headers", format!("GET / HTTP/1.1\r\nHost: localhost\r\n{many_headers}\r\n")),
        ("a long header", format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {long}\r\n\r\n")),
        ("a long path", format!("GET /{long} HTTP/1.1\r\nHost: localhost\r\n\r\n")),
    ] {
        let answer = raw(demo.url(), request.as_bytes(), Duration::from_secs(15)).await;
        if let Some(status) = answer.status() {
            assert!((400..500).contains(&status), "{name}: {}", answer.text);
        }
        assert!(answer.closed, "{name}: the connection stays open: {}", answer.text);
    }
    Http::script(demo.url()).get("/readyz").await.must_be(200);
    must_not_be_logged(&demo, &[]);
}

#[tokio::test]
async fn a_request_within_a_request_is_not_taken_apart_twice() {
    let demo = Demo::start(Engine::Sqlite).await;
    // Length and chunks at once (RFC 9112 section 6.3): the second request must never be answered.
    let request = "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n\
                   0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";

    let answer = raw(demo.url(), request.as_bytes(), Duration::from_secs(3)).await;

    assert!(answer.text.matches("HTTP/1.1 ").count() <= 1, "{}", answer.text);
    assert!(!demo.log().contains("smuggled"), "{}", answer.text);
}

#[tokio::test]
async fn bodies_beyond_the_limit_are_refused_before_they_are_read() {
    let demo = Demo::start(Engine::Sqlite).await;
    let script = Http::script(demo.url());
    for path in ["/login", "/api/users", "/api/v1/authentication/login", "/setup", "/forgot-password"] {
        let promise =
            format!("POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n");
        let answer = raw(demo.url(), promise.as_bytes(), PATIENCE).await;
        assert_eq!(answer.status(), Some(413), "{path} with a promise: {}", answer.text);
    }
    let token = script.bearer(&demo.ready().sysadmin).await;
    let large = format!("[\"{}\"]", "a".repeat(2_000_000));
    // A list of users may be longer than other bodies; these bytes are no user.
    let request = script.request(Method::POST, "/api/users/delete").bearer_auth(&token).body(large.clone());
    script.send(request).await.must_be(404);
    let request = script.request(Method::POST, "/api/v1/groups").bearer_auth(&token).body(large.clone());
    // It may close on a client that is still sending, before that client reads the answer.
    if let Ok(answer) = script.try_send(request).await {
        assert_eq!(answer.status, 413, "{}", answer.body);
    }
    // Without a promise, in chunks.
    let mut stream = connect(demo.url()).await;
    let head =
        "POST /api/v1/authentication/login HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
    stream.write_all(head.as_bytes()).await.unwrap();
    let chunk = format!("{:x}\r\n{large}\r\n", large.len());
    stream.write_all(chunk.as_bytes()).await.ok();
    stream.write_all(b"0\r\n\r\n").await.ok();
    let answer = read_all(stream, PATIENCE).await;
    assert!(
        matches!(answer.status(), Some(413) | None) && (answer.closed || answer.status().is_some()),
        "{answer:?}"
    );
    script.get("/readyz").await.must_be(200);
    must_not_be_logged(&demo, &[]);
}

#[tokio::test]
async fn a_client_that_dribbles_its_header_is_cut_off_and_holds_up_nobody() {
    let demo = Demo::start(Engine::Sqlite).await;
    let mut slow = Vec::new();
    for _ in 0..50 {
        let mut stream = connect(demo.url()).await;
        stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n").await.unwrap();
        slow.push(stream);
    }
    // One of them never stops to write; a byte now and then must not buy it more time.
    let mut dribbling = connect(demo.url()).await;
    let dribble = tokio::spawn(async move {
        let began = tokio::time::Instant::now();
        dribbling.write_all(b"GET / HTTP/1.1\r\nX: ").await.unwrap();
        let mut ticks = tokio::time::interval(Duration::from_millis(200));
        while began.elapsed() < Duration::from_secs(30) {
            ticks.tick().await;
            if dribbling.write_all(b"a").await.is_err() {
                return true;
            }
        }
        false
    });

    let answer = Http::script(demo.url()).get("/login").await.must_be(200);
    assert!(answer.took < Duration::from_secs(2), "others wait {:?}", answer.took);
    for stream in slow {
        let answer = read_all(stream, Duration::from_secs(20)).await;
        assert!(answer.closed, "a slow client is still waited for: {}", answer.text);
    }
    assert!(dribble.await.unwrap(), "a client that sends a byte now and then is never cut off");
}

#[tokio::test]
async fn a_client_that_dribbles_its_body_gets_an_end() {
    let demo = Demo::start(Engine::Sqlite).await;
    let mut stream = connect(demo.url()).await;
    stream
        .write_all(b"POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\na")
        .await
        .unwrap();

    // `server.request_timeout_seconds` is 30.
    let answer = read_all(stream, Duration::from_secs(45)).await;

    assert!(answer.closed || answer.status().is_some(), "the body is still waited for");
    if let Some(status) = answer.status() {
        assert_eq!(status, 408, "{}", answer.text);
    }
}

#[tokio::test]
async fn a_host_that_is_not_ours_is_refused() {
    let demo = Demo::start(Engine::Sqlite).await;
    for host in [
        "Host: evil.example",
        "Host: localhost.evil.example",
        "Host: evil.example:80",
        "Host: localhost@evil.example",
        "Host: localhost:99999",
        "Host: localhost:x",
        "Host: ",
        "X-Forwarded-Host: localhost",
        "Host: [::1",
        "Host: localhost\r\nHost: evil.example",
        "Host: localhost:80:80",
        "Host: local%68ost",
        "Host: localhost/",
    ] {
        for path in ["/login", "/api/users", "/api/v1/users/loggedin", "/forgot-password"] {
            let request = format!("GET {path} HTTP/1.1\r\n{host}\r\nConnection: close\r\n\r\n");
            let answer = raw(demo.url(), request.as_bytes(), PATIENCE).await;
            assert_eq!(answer.status(), Some(400), "{host} on {path}: {}", answer.text);
            assert!(!answer.text.contains("href=\"http://evil"), "{}", answer.text);
        }
    }
    let request = "GET http://evil.example/login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    assert_eq!(raw(demo.url(), request.as_bytes(), PATIENCE).await.status(), Some(400));
    // The header of a proxy that nobody vouched for changes nothing: not the links, not the address.
    let person = demo.user("consumer");
    let http = Http::browser(demo.url());
    let csrf = http.get("/forgot-password").await.csrf();
    let request = http
        .request(Method::POST, "/forgot-password")
        .header("x-forwarded-host", "evil.example")
        .header("forwarded", "host=evil.example;proto=https")
        .header("x-forwarded-proto", "https")
        .form(&[("csrf", csrf.as_str()), ("email", &person.email)]);
    http.send(request).await.must_lead_to("/forgot-password/sent");
    let mail = Inbox::of(demo.url()).mail_with(&person.email, "/recover-password/").await;
    assert!(mail.page.contains(&format!("{}/recover-password/", demo.url())), "{}", mail.page);
    assert!(!mail.page.contains("evil.example"), "{}", mail.page);
}

#[tokio::test]
async fn paths_that_lead_nowhere_are_said_so() {
    let demo = Demo::start(Engine::Sqlite).await;
    for path in [
        "/../../etc/passwd",
        "/assets/../Cargo.toml",
        "/assets/%2e%2e/%2e%2e/etc/passwd",
        "/assets/..%2f..%2fetc%2fpasswd",
        "/%00",
        "/login%00",
        "/inbox/%00",
        "/inbox/%ff",
        "/recover-password/%00",
        "/recover-password/%ff%fe",
        "/invitation/..%2f",
        "/confirm-email/%F0%9F%98%80",
        "/undo-email/%",
        "/recover-password/aaaa",
        "/profile/%2e%2e/x",
        "/.git/config",
        "/LOGIN",
        "/api/nothing",
        "/api/v1/nothing",
        "/api/v2/nothing",
        "/assets/none.js",
        "/%E2%80%AE",
    ] {
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        let answer = raw(demo.url(), request.as_bytes(), PATIENCE).await;
        let status = answer.status().unwrap_or_else(|| panic!("{path}: no answer"));
        assert!((400..500).contains(&status), "{path}: {}", answer.text);
        assert!(
            answer.text.to_ascii_lowercase().contains("\r\nx-content-type-options: nosniff"),
            "{path}: {}",
            answer.text
        );
    }
    must_not_be_logged(&demo, &[]);
}
