//! What strangers send. Always a clear refusal, never a fault, and no secret in the log.

use std::time::Duration;

use reqwest::Method;
use seatwarden_e2e::{
    database::Engine,
    demo::{Demo, Person},
    http::{Answer, Http, connect, raw, read_all},
    inbox::Inbox,
    jwt,
};
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt;

/// How long a bare connection is listened to before it counts as held open.
const PATIENCE: Duration = Duration::from_secs(5);

/// Panics unless the answer is a refusal that says something.
#[track_caller]
fn must_be_refused(what: &str, answer: &Answer) {
    assert!((400..500).contains(&answer.status), "{what}: answered with {}: {}", answer.status, answer.body);
    assert!(!answer.body.is_empty(), "{what}: a refusal {} without a word", answer.status);
}

/// Panics if the answer is a fault.
#[track_caller]
fn must_not_be_a_fault(what: &str, answer: &Answer) {
    assert!(answer.status < 500, "{what}: answered with {}: {}", answer.status, answer.body);
}

/// Panics if the server logged a fault, or any of these.
fn must_not_be_logged(demo: &Demo, secrets: &[String]) {
    let log = demo.log();
    assert!(log.lines().count() > 5, "there is no log to look through");
    for line in log.lines() {
        assert!(!line.contains(" ERROR ") && !line.contains("panicked"), "{line}");
        for secret in secrets.iter().filter(|secret| secret.len() >= 8) {
            assert!(!line.contains(secret.as_str()), "`{secret}` stands in the log: {line}");
        }
    }
}

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

#[tokio::test]
async fn random_requests_are_never_a_fault() {
    let demo = Demo::start(Engine::Sqlite).await;
    let mut random = Seeded(20_260_101);
    let paths = [
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
    let pieces = [
        "%00", "%ff", "%", "%zz", "..", "//", "\\", "é", "?", "&", "=", "#", ";", "'", "\"", "<", "{",
        "%0d%0a", "~", ":",
    ];
    let names = [
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
    let values = [
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
    for turn in 0..2_000 {
        let method = random.of(&[
            "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "get", "X",
        ]);
        let mut path = random.of(&paths).to_owned();
        for _ in 0..random.below(4) {
            path.push_str(random.of(&pieces));
        }
        let mut request = format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\n").into_bytes();
        for _ in 0..random.below(5) {
            request
                .extend_from_slice(format!("{}: {}\r\n", random.of(&names), random.of(&values)).as_bytes());
        }
        if turn % 7 == 0 {
            request.extend_from_slice(&random.bytes(60));
            request.extend_from_slice(b"\r\n");
        }
        let body = random.bytes(200);
        request.extend_from_slice(
            format!("Content-Length: {}\r\nConnection: close\r\n\r\n", body.len()).as_bytes(),
        );
        request.extend_from_slice(&body);

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
    let many_headers = (0..300).map(|at| format!("x-{at}: 1\r\n")).collect::<String>();
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
    let request = script.request(Method::POST, "/api/users/delete").bearer_auth(token).body(large.clone());
    let answer = script.send(request).await;
    assert_eq!(answer.status, 413, "{}", answer.body);
    // Without a promise, in chunks.
    let mut stream = connect(demo.url()).await;
    let head =
        "POST /api/v1/authentication/login HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
    stream.write_all(head.as_bytes()).await.unwrap();
    let chunk = format!("{:x}\r\n{large}\r\n", large.len());
    stream.write_all(chunk.as_bytes()).await.ok();
    stream.write_all(b"0\r\n\r\n").await.ok();
    let answer = read_all(stream, PATIENCE).await;
    // It may close on a client that is still sending, before that client reads the answer.
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
        // Overload and slowness are told as such (503), never as a fault.
        assert!(matches!(status, 408 | 503), "{}", answer.text);
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
async fn forms_from_elsewhere_change_nothing() {
    let demo = Demo::start(Engine::Sqlite).await;
    let person = demo.user("contributor");
    let http = Http::browser(demo.url());
    http.sign_in(person).await;
    let page = "/profile/personal-information";
    let csrf = http.get(page).await.csrf();
    let stranger = Http::browser(demo.url());
    let strangers_csrf = stranger.get("/login").await.csrf();
    let colleague = Http::browser(demo.url());
    colleague.sign_in(demo.user("admin")).await;
    let colleagues_csrf = colleague.get(page).await.csrf();
    let post = |headers: &[(&str, &str)], csrf: Option<&str>| {
        let mut fields =
            vec![("first_name", "Mallory"), ("last_name", "M"), ("user_name", person.email.as_str())];
        fields.extend(csrf.map(|csrf| ("csrf", csrf)));
        let request = http.request(Method::POST, page).form(&fields);
        headers.iter().fold(request, |request, (name, value)| request.header(*name, *value))
    };

    for (what, request) in [
        ("another origin", post(&[("origin", "https://evil.example")], Some(&csrf))),
        ("another port", post(&[("origin", "http://localhost:1")], Some(&csrf))),
        ("no origin at all", post(&[("origin", "null")], Some(&csrf))),
        ("a cross-site request", post(&[("sec-fetch-site", "cross-site")], Some(&csrf))),
        ("a neighbour's request", post(&[("sec-fetch-site", "same-site")], Some(&csrf))),
        (
            "a nameless cross-site request",
            post(&[("sec-fetch-site", "cross-site"), ("origin", "null")], Some(&csrf)),
        ),
        ("no token", post(&[], None)),
        ("an empty token", post(&[], Some(""))),
        ("a token of the login page", post(&[], Some(&strangers_csrf))),
        ("a colleague's token", post(&[], Some(&colleagues_csrf))),
        ("a shortened token", post(&[], Some(&csrf[..csrf.len() - 1]))),
    ] {
        let answer = http.send(request).await;
        assert_eq!(answer.status, 403, "{what}: {}", answer.body);
    }
    assert!(!http.get(page).await.body.contains("Mallory"));
    // The API by a browser's cookie.
    let admin = Http::browser(demo.url());
    admin.sign_in(&demo.ready().sysadmin).await;
    let request = admin.request(Method::POST, "/api/users").header("origin", "https://evil.example");
    let answer = admin.send(request.body(r#"[{"email":"mallory@example.com"}]"#)).await;
    assert_eq!(answer.status, 403, "{}", answer.body);
    // Nothing that changes something answers to GET.
    for path in ["/logout", "/profile/sessions/end-others", "/theme", "/language"] {
        let answer = http.get(path).await;
        assert_eq!(answer.status, 405, "{path}: {}", answer.body);
    }
    // Nobody is signed in into somebody else's account unawares.
    let fields = [("username", person.email.as_str()), ("password", person.password.as_str())];
    Http::browser(demo.url()).post("/login", &fields).await.must_be(403);
    // And with what the page says, it works.
    http.send(post(&[("origin", demo.url()), ("sec-fetch-site", "same-origin")], Some(&csrf)))
        .await
        .must_be(303);
}

#[tokio::test]
async fn a_session_that_somebody_else_chose_is_not_taken_over() {
    let demo = Demo::start(Engine::Sqlite).await;
    let person = demo.user("contributor");
    let attackers = Http::browser(demo.url());
    let attackers_cookie =
        attackers.sign_in(demo.user("consumer")).await.cookie("seatwarden-local").unwrap().to_owned();
    let as_victim = Http::script(demo.url());

    for planted in [attackers_cookie.as_str(), "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "x"] {
        let cookie = format!("seatwarden-local={planted}; form-local=chosen");
        let page = as_victim.send(as_victim.request(Method::GET, "/login").header("cookie", &cookie)).await;
        // Whoever is signed in already is led on, and stays who he is; signing in anew is by a form of its own.
        let csrf = if page.status == 200 { page.csrf() } else { attackers.get("/").await.csrf() };
        let fields = [
            ("csrf", csrf.as_str()),
            ("username", person.email.as_str()),
            ("password", person.password.as_str()),
        ];
        let request = as_victim.request(Method::POST, "/login").header("cookie", &cookie).form(&fields);
        let entered = as_victim.send(request).await.must_be(303);
        let session = entered.cookie("seatwarden-local").expect("a new session begins").to_owned();
        assert_ne!(session, planted, "the planted session was taken over");
        // Whoever planted it is not the victim now.
        let request = as_victim
            .request(Method::GET, "/api/users/loggedin")
            .header("cookie", format!("seatwarden-local={planted}"));
        let planted_is = as_victim.send(request).await;
        assert_ne!(planted_is.body.contains(&person.email), true, "{}", planted_is.body);
        let request = as_victim
            .request(Method::GET, "/api/users/loggedin")
            .header("cookie", format!("seatwarden-local={session}"));
        assert_eq!(as_victim.send(request).await.must_be(200).json()["email"], person.email);
    }
}

#[tokio::test]
async fn the_session_gets_a_new_token_when_the_password_changes() {
    let demo = Demo::start(Engine::Sqlite).await;
    let person = demo.user("contributor");
    let http = Http::browser(demo.url());
    let before = http.sign_in(person).await.cookie("seatwarden-local").unwrap().to_owned();

    let new = "violet-harbour-teapot-91";
    let fields =
        [("current_password", person.password.as_str()), ("new_password", new), ("repeat_password", new)];
    let changed = http.submit("/profile/password", "/profile/password", &fields).await.must_be(303);

    let after = changed.cookie("seatwarden-local").expect("a new token");
    assert_ne!(after, before);
    let script = Http::script(demo.url());
    let request = script
        .request(Method::GET, "/profile/sessions")
        .header("cookie", format!("seatwarden-local={before}"));
    script.send(request).await.must_be(303);
    http.get("/profile/sessions").await.must_be(200);
}

#[tokio::test]
async fn the_way_back_never_leads_elsewhere() {
    let demo = Demo::start(Engine::Sqlite).await;
    let person = demo.user("contributor");
    for target in [
        "https://evil.example/",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "http:evil.example",
        "/%0d%0aLocation:%20https://evil.example",
        "/\r\nX: 1",
        " //evil.example",
        "/.//evil.example",
        "@evil.example",
        "evil.example",
        "/\u{2028}/evil.example",
    ] {
        let http = Http::browser(demo.url());
        let fields = [
            ("username", person.email.as_str()),
            ("password", person.password.as_str()),
            ("return_to", target),
        ];
        let answer = http.submit("/login", "/login", &fields).await.must_be(303);
        let base = reqwest::Url::parse(demo.url()).unwrap();
        let led = base.join(answer.location()).unwrap();
        assert_eq!(led.origin(), base.origin(), "{target:?} leads to {led}");
        // The same for whoever is signed in already, and after a choice of language or theme.
        let encoded: String =
            reqwest::Url::parse_with_params(&format!("{}/login", demo.url()), [("return_to", target)])
                .unwrap()
                .query()
                .unwrap()
                .to_owned();
        let led = base.join(http.get(&format!("/login?{encoded}")).await.must_be(303).location()).unwrap();
        assert_eq!(led.origin(), base.origin(), "{target:?} leads to {led}");
        for (path, field) in [("/theme", ("theme", "dark")), ("/language", ("language", "en"))] {
            let answer = http.submit("/", path, &[field, ("back", target)]).await.must_be(303);
            let led = base.join(answer.location()).unwrap();
            assert_eq!(led.origin(), base.origin(), "{target:?} on {path} leads to {led}");
        }
    }
    let http = Http::browser(demo.url());
    let fields = [
        ("username", person.email.as_str()),
        ("password", person.password.as_str()),
        ("return_to", "/profile/password"),
    ];
    http.submit("/login", "/login", &fields).await.must_lead_to("/profile/password");
}

#[tokio::test]
async fn keys_that_are_not_ours_open_nothing() {
    let demo = Demo::start(Engine::Sqlite).await;
    let ready = demo.ready().clone();
    let (name, password) = (&ready.sysadmin.email, &ready.sysadmin.password);
    let claims = json!({ "iat": 1, "email": name, "password": password });
    let signed = |header: Value, claims: Value| jwt::signed(&header, &claims, &ready.api_key);
    let hs256 = || json!({ "alg": "HS256", "typ": "JWT" });
    let good = jwt::api_key(&ready.api_key, name, password);
    let script = Http::script(demo.url());
    let with = |key: &str| script.request(Method::GET, "/api/users").header("x-api-key", key);
    script.send(with(&good)).await.must_be(200);
    script.send(with(&good.replace('.', "%2E"))).await.must_be(200);

    let mut turned = good.clone().into_bytes();
    let last = turned.len() - 5;
    turned[last] = if turned[last] == b'A' { b'B' } else { b'A' };
    for (what, key) in [
        ("unsigned", jwt::unsigned(name, password)),
        ("`none` with a signature", signed(json!({ "alg": "none" }), claims.clone())),
        ("`NONE`", signed(json!({ "alg": "NONE" }), claims.clone())),
        ("another algorithm", signed(json!({ "alg": "HS512" }), claims.clone())),
        ("a public key's algorithm", signed(json!({ "alg": "RS256" }), claims.clone())),
        ("no algorithm", signed(json!({ "typ": "JWT" }), claims.clone())),
        ("another key", jwt::api_key("another-key", name, password)),
        ("an empty key", jwt::api_key("", name, password)),
        ("a turned bit", String::from_utf8(turned).unwrap()),
        ("no signature", good.rsplit_once('.').unwrap().0.to_owned() + "."),
        ("two parts", good.rsplit_once('.').unwrap().0.to_owned()),
        ("four parts", format!("{good}.x")),
        ("encoded twice", good.replace('.', "%252E")),
        ("no password", signed(hs256(), json!({ "iat": 1, "email": name }))),
        ("a password that is a number", signed(hs256(), json!({ "iat": 1, "email": name, "password": 5 }))),
        (
            "a name that is a list",
            signed(hs256(), json!({ "iat": 1, "email": [name], "password": password })),
        ),
        ("a wrong password", jwt::api_key(&ready.api_key, name, "wrong")),
        ("a NUL in the name", jwt::api_key(&ready.api_key, "a\u{0}b", password)),
        ("a long name", jwt::api_key(&ready.api_key, &"a".repeat(5_000), password)),
        ("huge", "a".repeat(30_000)),
        ("empty", String::new()),
        ("bad percent signs", "%%%".to_owned()),
        ("bytes that are no text", "%ff%fe".to_owned()),
    ] {
        let answer = script.send(with(&key)).await;
        assert_eq!(answer.status, 401, "{what}: {}", answer.body);
        assert!(answer.header("content-type").starts_with("application/json"), "{what}");
        assert!(!answer.body.contains(password.as_str()), "{what}: {}", answer.body);
    }
    // The same tricks with a bearer token.
    let token = script.bearer(&ready.sysadmin).await;
    let swapped = match token.split_once('.') {
        Some((_, rest)) => format!("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{rest}"),
        None => format!("{token}x"),
    };
    for bad in [swapped.as_str(), "x", "", good.as_str(), &"a".repeat(30_000), "a.b.c", "\u{7f}"] {
        let Ok(header) = reqwest::header::HeaderValue::from_str(&format!("Bearer {bad}")) else { continue };
        let request = script.request(Method::GET, "/api/users").header("authorization", header);
        let answer = script.send(request).await;
        assert_eq!(answer.status, 401, "{bad:.60}: {}", answer.body);
    }
    // A token opens the API and never a page.
    script.get_as("/profile/api-token", &token).await.must_be(303);
    must_not_be_logged(&demo, &[good, token, password.clone(), ready.api_key]);
}

/// Every form of a page with its text fields, as somebody signed in, and the rest of what it needs.
const FORMS: [(&str, &str, &[&str]); 8] = [
    (
        "/profile/personal-information",
        "/profile/personal-information",
        &["first_name", "last_name", "user_name"],
    ),
    ("/profile/personal-information", "/profile/email", &["new_email", "current_password"]),
    ("/profile/preferences", "/profile/preferences", &["language"]),
    (
        "/profile/password",
        "/profile/password",
        &["current_password", "new_password", "repeat_password", "end_others"],
    ),
    ("/profile/password", "/profile/password/check", &["password", "new_password"]),
    ("/profile/api-token", "/profile/api-token", &["name", "scope", "days"]),
    ("/profile/api-token", "/profile/api-token/renew", &["confirmed"]),
    ("/", "/language", &["language", "back"]),
];

/// The forms of pages for those who are not signed in.
const OPEN_FORMS: [(&str, &str, &[&str]); 5] = [
    ("/login", "/login", &["username", "password", "remember_me", "return_to"]),
    ("/forgot-password", "/forgot-password", &["email"]),
    ("/forgot-password/sent", "/recover-password", &["code", "new_password", "repeat_password"]),
    ("/recovery-code", "/recovery-code", &["code", "email", "username", "new_password", "repeat_password"]),
    ("/login", "/theme", &["theme", "back"]),
];

fn nasty() -> Vec<String> {
    let long = "ä".repeat(100_000);
    [
        "\0",
        "a\0b",
        "long-enough-\0-for-a-password",
        "\u{ffff}",
        "\u{202e}",
        "\u{fffd}",
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "\r\nSet-Cookie: a=b",
        "%00",
        "{{7*7}}",
        "-1",
        "99999999999999999999",
        "\u{1f600}",
        " ",
    ]
    .into_iter()
    .map(str::to_owned)
    .chain([long, "a@".repeat(2_000)])
    .collect()
}

#[tokio::test]
async fn nasty_text_in_any_field_is_never_a_fault_on_sqlite() {
    nasty_text_in_any_field(Engine::Sqlite).await;
}

#[tokio::test]
async fn nasty_text_in_any_field_is_never_a_fault_on_postgresql() {
    nasty_text_in_any_field(Engine::Postgres).await;
}

async fn nasty_text_in_any_field(engine: Engine) {
    let demo = Demo::start(engine).await;
    let person = demo.user("contributor").clone();
    let mut password = person.password.clone();
    let signed_in = Http::browser(demo.url());
    signed_in.sign_in(&person).await;
    let stranger = Http::browser(demo.url());
    for (http, forms) in [(&signed_in, &FORMS[..]), (&stranger, &OPEN_FORMS[..])] {
        for (page, action, names) in forms {
            let csrf = http.get(page).await.must_be(200).csrf();
            for (name, text) in
                names.iter().flat_map(|name| nasty().into_iter().map(move |text| (*name, text)))
            {
                let mut fields = vec![("csrf", csrf.as_str())];
                fields.extend(names.iter().map(|other| (*other, usual(other, &person.email, &password))));
                for field in fields.iter_mut().filter(|field| {
                    field.0 == name || (name == "new_password" && field.0 == "repeat_password")
                }) {
                    field.1 = &text;
                }
                let answer = http.post(action, &fields).await;
                let what = format!("{action} with {name}={text:.40?} on {engine:?}");
                must_not_be_a_fault(&what, &answer);
                if text.contains('\0') && IS_KEPT.contains(&name) && *action != "/profile/password/check" {
                    must_be_refused(&what, &answer);
                }
                assert!(!answer.body.contains("<script>alert"), "{what}: {}", answer.body);
                assert!(!answer.cookies().iter().any(|cookie| cookie.starts_with("a=b")), "{what}");
                if *action == "/profile/password" && name == "new_password" && answer.status == 303 {
                    password = text;
                }
            }
        }
    }
    must_not_be_logged(&demo, &[person.password.clone(), USUAL_PASSWORD.to_owned()]);
}

const USUAL_PASSWORD: &str = "violet-harbour-teapot-91";

/// Fields whose text is stored or compared with what is stored; the others are switches.
const IS_KEPT: [&str; 11] = [
    "first_name",
    "last_name",
    "user_name",
    "new_email",
    "current_password",
    "new_password",
    "name",
    "scope",
    "username",
    "email",
    "code",
];

/// What an honest person would type, so that a refusal is about the one field that is nasty.
fn usual<'a>(name: &str, email: &'a str, password: &'a str) -> &'a str {
    match name {
        "first_name" | "last_name" | "name" => "Ada",
        "user_name" | "username" | "email" => email,
        "new_email" => "another@example.com",
        "current_password" | "password" => password,
        "new_password" | "repeat_password" => USUAL_PASSWORD,
        "scope" => "full",
        "days" => "30",
        "code" => "12345678",
        "language" => "en-US",
        "theme" => "dark",
        "back" | "return_to" => "/profile",
        _ => "",
    }
}

#[tokio::test]
async fn nasty_json_is_never_a_fault_on_sqlite() {
    nasty_json(Engine::Sqlite).await;
}

#[tokio::test]
async fn nasty_json_is_never_a_fault_on_postgresql() {
    nasty_json(Engine::Postgres).await;
}

async fn nasty_json(engine: Engine) {
    let demo = Demo::start(engine).await;
    let script = Http::script(demo.url());
    let token = script.bearer(&demo.ready().sysadmin).await;
    let send = |method: Method, path: &str, body: Vec<u8>| {
        let request =
            script.request(method, path).bearer_auth(&token).header("content-type", "application/json");
        script.send(request.body(body))
    };
    let user = |field: &str, value: &Value| {
        let mut user = json!({ "email": "a.user@example.com", "firstName": "A", "password": "violet-harbour-teapot-91" });
        user[field] = value.clone();
        if field == "hash" {
            // A password would win over it.
            user.as_object_mut().unwrap().remove("password");
        }
        user
    };
    let fields = [
        "email",
        "userName",
        "firstName",
        "lastName",
        "password",
        "hash",
        "roleId",
        "groups",
        "preferences",
        "active",
        "uiSettings",
    ];
    let values = nasty().into_iter().map(Value::from).chain([
        json!(null),
        json!(5),
        json!(-1.5e300),
        json!([]),
        json!({}),
        json!([["x"]]),
        json!({ "localeId": "a\0b" }),
        json!(["a\0b"]),
        json!({ "x": "\u{0}" }),
        json!(true),
    ]);
    for value in values {
        for field in fields {
            let what = format!("{field} = {:.40} on {engine:?}", value.to_string());
            let answer =
                send(Method::POST, "/api/users", json!([user(field, &value)]).to_string().into()).await;
            must_not_be_a_fault(&format!("POST {what}"), &answer);
            let has_nul = value.to_string().contains("\\u0000")
                && matches!(field, "email" | "userName" | "firstName" | "lastName" | "roleId" | "hash");
            if has_nul && value.is_string() {
                must_be_refused(&format!("POST {what}"), &answer);
            }
            let patch = json!({ field: value });
            let answer =
                send(Method::PUT, "/api/users/viewer%40demo.example", patch.to_string().into()).await;
            must_not_be_a_fault(&format!("PUT {what}"), &answer);
            // Whatever was taken is taken back, so that every turn begins alike.
            if answer.status == 200 {
                let back = json!({ "email": "viewer@demo.example", "userName": "viewer@demo.example", "active": true });
                let id = answer.json()["_id"].as_str().unwrap().to_owned();
                send(Method::PUT, &format!("/api/users/{id}"), back.to_string().into()).await.must_be(200);
            }
            send(Method::DELETE, "/api/users/a.user%40example.com", Vec::new()).await;
        }
        let answer = send(Method::POST, "/api/users/delete", json!([value]).to_string().into()).await;
        must_be_refused(&format!("delete {:.40}", value.to_string()), &answer);
    }
    for (what, body) in [
        ("nothing", Vec::new()),
        ("no JSON", b"hello".to_vec()),
        ("half of it", br#"[{"email":"#.to_vec()),
        ("bytes that are no text", b"[{\"email\":\"\xff\xfe@example.com\"}]".to_vec()),
        ("half a surrogate", br#"[{"email":"\ud800@example.com"}]"#.to_vec()),
        ("a deep list", [b"[".repeat(100_000), b"]".repeat(100_000)].concat()),
        ("a deep object", [br#"{"a":"#.repeat(50_000), b"1".to_vec(), b"}".repeat(50_000)].concat()),
        ("a number", b"5".to_vec()),
        ("a list of numbers", b"[1,2]".to_vec()),
        ("an endless number", [b"[".to_vec(), b"9".repeat(100_000), b"]".to_vec()].concat()),
    ] {
        let answer = send(Method::POST, "/api/users", body.clone()).await;
        must_be_refused(&format!("POST {what}"), &answer);
        assert!(
            answer.header("content-type").starts_with("application/json"),
            "{what}: {:?}",
            answer.headers
        );
        answer.json();
        let answer = send(Method::POST, "/api/v1/authentication/login", body).await;
        must_be_refused(&format!("login with {what}"), &answer);
    }
    // The key that counts is not a matter of who reads it.
    let twice = br#"[{"email":"one@example.com","email":"two@example.com","firstName":"A"}]"#.to_vec();
    must_not_be_a_fault("a key twice", &send(Method::POST, "/api/users", twice).await);
    for query in [
        "search=%00",
        "search=%ff",
        "limit=-1",
        "limit=99999999999999999999",
        "skip=1e9",
        "skip=99999999999999999",
        "search=%25%5F",
        "groups=%00",
        "orderby=%00",
        "&&&===",
        "limit=%",
    ] {
        let answer = script.get_as(&format!("/api/users?{query}"), &token).await;
        must_not_be_a_fault(query, &answer);
    }
    for key in ["%00", "a%00b", "%ff", "..%2f..", "%2e%2e", "' OR 1=1 --", &"a".repeat(5_000), "%E2%80%AE"] {
        let key = key.replace(' ', "%20");
        let answer = script.get_as(&format!("/api/users/{key}"), &token).await;
        must_be_refused(&format!("/api/users/{key:.40}"), &answer);
    }
    assert_eq!(
        script.get_as("/api/users/loggedin", &token).await.must_be(200).json()["email"],
        demo.ready().sysadmin.email
    );
    must_not_be_logged(&demo, &[token, "violet-harbour-teapot-91".to_owned()]);
}

#[tokio::test]
async fn forms_that_cannot_be_read_are_refused() {
    let demo = Demo::start(Engine::Sqlite).await;
    let http = Http::browser(demo.url());
    let csrf = http.get("/login").await.csrf();
    let form = "application/x-www-form-urlencoded";
    let send = |kind: &str, body: Vec<u8>| {
        http.send(http.request(Method::POST, "/login").header("content-type", kind.to_owned()).body(body))
    };
    for (what, kind, body) in [
        (
            "bytes that are no text",
            form,
            [format!("csrf={csrf}&username=").into_bytes(), vec![0xff, 0xfe, 0xfd]].concat(),
        ),
        (
            "encoded bytes that are no text",
            form,
            format!("csrf={csrf}&username=%ff%fe&password=x").into_bytes(),
        ),
        ("a field twice", form, format!("csrf={csrf}&username=a&username=b&password=x").into_bytes()),
        ("a token twice", form, format!("csrf={csrf}&csrf=x&username=a&password=x").into_bytes()),
        ("bad percent signs", form, format!("csrf={csrf}&username=%zz%&password=x").into_bytes()),
        ("many fields", form, format!("csrf={csrf}&{}", "a=b&".repeat(50_000)).into_bytes()),
        ("nothing", form, Vec::new()),
        ("JSON", "application/json", br#"{"csrf":"x"}"#.to_vec()),
        ("parts", "multipart/form-data; boundary=x", b"--x\r\n\r\n--x--".to_vec()),
        ("no kind that exists", "\u{1}nonsense".trim_start_matches('\u{1}'), b"\0\0\0".to_vec()),
    ] {
        must_be_refused(what, &send(kind, body).await);
    }
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

#[tokio::test]
async fn pages_carry_the_headers_that_protect_their_readers() {
    let demo = Demo::start(Engine::Sqlite).await;
    let http = Http::browser(demo.url());
    http.sign_in(demo.user("consumer")).await;
    for page in
        ["/login?x", "/", "/profile/sessions", "/profile/api-token", "/no-such-page", "/recover-password/x"]
    {
        let answer = http.get(page).await;
        if answer.status == 303 {
            continue;
        }
        let policy = answer.header("content-security-policy");
        for rule in [
            "default-src 'none'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "object-src 'none'",
        ] {
            assert!(policy.contains(rule), "{page}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{page}: {policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{page}");
        assert_eq!(answer.header("cache-control"), "no-store", "{page}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{page}");
        assert!(answer.header("content-type").contains("charset=utf-8"), "{page}");
        for name in ["server", "x-powered-by", "access-control-allow-origin"] {
            assert_eq!(answer.header(name), "", "{page} says {name}");
        }
    }
    assert_eq!(http.get("/recover-password/x").await.header("referrer-policy"), "no-referrer");
    // Another origin is never told that it may read.
    let request = http.request(Method::GET, "/api/users/loggedin").header("origin", "https://evil.example");
    assert_eq!(http.send(request).await.header("access-control-allow-origin"), "");
    assert!(http.submit("/", "/logout", &[]).await.header("clear-site-data").contains("cache"));
}

#[tokio::test]
async fn no_secret_of_a_whole_day_is_logged_on_sqlite() {
    no_secret_is_logged(Engine::Sqlite).await;
}

#[tokio::test]
async fn no_secret_of_a_whole_day_is_logged_on_postgresql() {
    no_secret_is_logged(Engine::Postgres).await;
}

/// Everything that is secret in what people do all day, with the log at its most talkative.
async fn no_secret_is_logged(engine: Engine) {
    let demo = Demo::start(engine).await;
    let ready = demo.ready().clone();
    let person = demo.user("contributor").clone();
    let mut secrets = vec![ready.api_key.clone(), ready.sysadmin.password.clone(), person.password.clone()];
    let http = Http::browser(demo.url());
    let entered = http.sign_in(&person).await;
    secrets.extend(entered.cookie("seatwarden-local").map(str::to_owned));
    let page = http.get("/profile/api-token").await;
    secrets.push(page.csrf());
    let (_, field) = page.body.split_once("id=\"field-api_token\"").unwrap();
    secrets.extend(seatwarden_e2e::http::value_after(field, "value=\""));
    let fields = [("name", "reports"), ("scope", "full"), ("days", "30")];
    let created = http.submit("/profile/api-token", "/profile/api-token", &fields).await;
    if let Some((_, field)) = created.body.split_once("id=\"field-new_token\"") {
        secrets.extend(seatwarden_e2e::http::value_after(field, "value=\""));
    }
    let script = Http::script(demo.url());
    secrets.push(script.bearer(&person).await);
    script.legacy(Method::GET, "/api/users", &ready.api_key, &ready.sysadmin, None).await.must_be(200);
    let md5 = "5f4dcc3b5aa765d61d8327deb882cf99";
    let body = json!([{ "email": "new@example.com", "hash": md5 }]);
    script
        .legacy(Method::POST, "/api/users", &ready.api_key, &ready.sysadmin, Some(&body))
        .await
        .must_be(200);
    secrets.push(md5.to_owned());
    let new = "violet-harbour-teapot-91";
    let fields =
        [("current_password", person.password.as_str()), ("new_password", new), ("repeat_password", new)];
    http.submit("/profile/password", "/profile/password", &fields).await.must_be(303);
    secrets.push(new.to_owned());
    let changed = Person { password: new.to_owned(), ..person.clone() };
    let stranger = Http::browser(demo.url());
    stranger.submit("/forgot-password", "/forgot-password", &[("email", &person.email)]).await.must_be(303);
    let mail = Inbox::of(demo.url()).mail_with(&person.email, "/recover-password/").await;
    let link = mail.link("/recover-password/").unwrap();
    secrets.push(link.rsplit_once('/').unwrap().1.to_owned());
    secrets.extend(mail.code());
    stranger.get(&link).await.must_be(200);
    Http::browser(demo.url()).try_sign_in(&person.email, "a-wrong-password-typed").await.must_be(401);
    secrets.push("a-wrong-password-typed".to_owned());
    // People type their password into the wrong field.
    Http::browser(demo.url()).try_sign_in("my-secret-as-a-name", "x").await.must_be(401);
    secrets.push("my-secret-as-a-name".to_owned());
    Http::browser(demo.url()).sign_in(&changed).await;

    assert!(secrets.len() >= 12, "{secrets:?}");
    must_not_be_logged(&demo, &secrets);
}
