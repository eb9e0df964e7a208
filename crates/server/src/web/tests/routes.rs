//! Every route is walked with every role and with nobody: who gets in stands in one table, and a route
//! without a line in it fails the test.

use std::collections::BTreeSet;

use super::{
    super::{cookies, router},
    routes_table::{Line, ROUTES},
};
use crate::{
    accounts::sessions,
    config::Config,
    cx::{BUILT_IN, BaseRole},
    testing::{Answer, Browser, TestServer},
};

/// Id of nothing.
pub(super) const NOTHING: &str = "000000000000000000000000";
const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// Method and path of every route of the real router, as it tells of itself.
pub(super) fn real_routes() -> BTreeSet<(String, String)> {
    let mut config = Config::default();
    config.license_server.enabled = true;
    routes_told(&format!("{:?}", router(&config)))
}

fn routes_told(told: &str) -> BTreeSet<(String, String)> {
    let told = told.split("fallback_router:").next().unwrap();
    let (routes, paths) = told.split_once("paths: {").unwrap();
    let entry = |text: &str| text.split_once("): ").map(|(id, rest)| (id.to_owned(), rest.to_owned()));
    let handlers: Vec<(String, String)> = routes.split("RouteId(").skip(1).filter_map(entry).collect();
    let mut found = BTreeSet::new();
    for (id, path) in paths.split("RouteId(").skip(1).filter_map(entry) {
        let path = path.split('"').nth(1).unwrap();
        let (_, handler) = handlers.iter().find(|(other, _)| *other == id).unwrap();
        for method in METHODS {
            let is_there = handler
                .split_once(&format!("{method}: "))
                .is_some_and(|(_, rest)| rest.starts_with("BoxedHandler") || rest.starts_with("Route"));
            if is_there {
                found.insert((method.to_uppercase(), path.to_owned()));
            }
        }
    }
    found
}

/// Routes without a line, and lines without a route.
fn differences(real: &BTreeSet<(String, String)>, lines: &[Line]) -> (Vec<(String, String)>, Vec<String>) {
    let is = |line: &Line, route: &(String, String)| line.0 == route.0 && line.1 == route.1;
    let without = real.iter().filter(|route| !lines.iter().any(|line| is(line, route))).cloned().collect();
    let gone = lines.iter().filter(|line| !real.iter().any(|route| is(line, route)));
    (without, gone.map(|line| format!("{} {} is no route; take its line out", line.0, line.1)).collect())
}

/// A browser in which somebody with this role, or nobody, has just arrived; and the secret of its forms.
pub(super) async fn arrived(server: &TestServer, role: Option<BaseRole>) -> (Browser<'_>, String) {
    let mut browser = server.browser();
    let Some(role) = role else {
        browser.set_cookie(cookies::form_name(false), "walker");
        return (browser, server.app.keys.tag("form", b"walker"));
    };
    // Of too many sessions the oldest end, so each has a time of its own.
    server.advance(1);
    let mut tx = server.app.db.write().await.unwrap();
    let started = sessions::start(&mut tx, &server.cx(), server.id_of(role), false).await.unwrap();
    tx.commit().await.unwrap();
    browser.set_cookie(cookies::session_name(false), started.token.reveal());
    let secret = server.app.keys.tag("form", &sessions::token_hash(started.token.reveal()));
    (browser, secret)
}

/// A path with its placeholders filled.
pub(super) fn filled(path: &str) -> String {
    let pieces = path.split('/').map(|piece| if piece.starts_with('{') { NOTHING } else { piece });
    pieces.collect::<Vec<_>>().join("/")
}

async fn ask(server: &TestServer, role: Option<BaseRole>, method: &str, path: &str, sent: &str) -> Answer {
    let (mut browser, secret) = arrived(server, role).await;
    let mut request = browser.request(method, &filled(path)).header("sec-fetch-site", "same-origin");
    if path.starts_with("/api/") && method != "GET" {
        let sent = if sent.is_empty() { "{}" } else { sent };
        request = request.json(&serde_json::from_str(sent).unwrap());
    } else if sent == "multipart" {
        let field =
            format!("--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{secret}\r\n--x--\r\n");
        request = request.header("content-type", "multipart/form-data; boundary=x").text(&field);
    } else if method != "GET" {
        let mut fields: Vec<(&str, &str)> = sent.split('&').filter_map(|pair| pair.split_once('=')).collect();
        fields.push(("csrf", &secret));
        request = request.form(&fields);
    }
    browser.send(request).await
}

/// The sign of an answer.
fn sign(path: &str, answer: &Answer) -> char {
    match answer.status {
        401 => '?',
        303 if answer.location().starts_with("/login") && !answer.location().contains("done=") => '?',
        403 => '-',
        // Where there is a placeholder, the thing that was named is not there, for whoever may ask for it.
        404 if !path.contains('{') => '0',
        500.. => '!',
        _ => '+',
    }
}

async fn walk(server: &TestServer, method: &str, path: &str, sent: &str) -> String {
    let mut signs = String::new();
    for role in BUILT_IN.into_iter().map(Some).chain([None]) {
        signs.push(sign(path, &ask(server, role, method, path, sent).await));
    }
    signs
}

#[tokio::test]
async fn every_route_lets_in_whom_the_table_says_and_nobody_else() {
    let server = TestServer::start_with(|config| {
        config.sign_in.delay_after_failures = 1_000;
        config.license_server.enabled = true;
    })
    .await;
    let lines = ROUTES.concat();
    let (without, mut wrong) = differences(&real_routes(), &lines);
    // What is only looked at comes first, before anything could be changed.
    let (looks, changes): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|line| line.0 == "GET");

    for (method, path, expected, sent) in looks.into_iter().chain(changes) {
        let found = walk(&server, method, path, sent).await;
        if found != *expected {
            wrong.push(format!("{method} {path}: the table says {expected}, the server says {found}"));
        }
    }
    for (method, path) in without {
        let found = walk(&server, &method, &path, "").await;
        wrong.push(format!(
            "{method} {path} has no line. If this is right, add to `crates/server/src/web/tests/routes_table.rs` (a call: \
             `routes_table_api.rs`):\n    \
             (\"{method}\", \"{path}\", \"{found}\", \"\"),"
        ));
    }

    server.abandon().await;
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn no_configured_path_takes_the_place_of_a_page() {
    let pages = ROUTES.into_iter().flatten().map(|line| line.1).filter(|path| !path.starts_with("/api/"));
    let free: Vec<&str> = pages.filter(|path| !crate::config::is_page(path)).collect();

    assert!(free.is_empty(), "{free:?}");
}

#[test]
fn a_route_without_a_line_and_a_line_without_a_route_are_found() {
    let told = "Router { path_router: PathRouter { routes: {RouteId(7): MethodRouter(MethodRouter { get: \
                BoxedHandler, head: None, post: Route, put: None })}, node: Node { paths: {RouteId(7): \"/a/{id}\"} \
                } }, fallback_router: PathRouter { paths: {RouteId(1): \"/x\"} } }";
    let real = routes_told(told);

    let (without, gone) = differences(&real, &[("GET", "/a/{id}", "", ""), ("GET", "/b", "", "")]);

    assert_eq!(without, [("POST".to_owned(), "/a/{id}".to_owned())]);
    assert_eq!(gone.len(), 1);
}
