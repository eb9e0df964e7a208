//! Keys and tokens that are not ours.

use super::must_not_be_logged;
use reqwest::Method;
use seatwarden_e2e::{database::Engine, demo::Demo, http::Http, jwt};
use serde_json::{Value, json};

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
