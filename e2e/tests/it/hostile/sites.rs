//! What other sites make a browser send, and where they would like it to go.

use reqwest::Method;
use seatwarden_e2e::{database::Engine, demo::Demo, http::Http};

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
        assert!(!planted_is.body.contains(&person.email), "{}", planted_is.body);
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
