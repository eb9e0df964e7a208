//! What the Online Trial promises.

use serde_json::json;

use super::{
    super::tests::{OWNER, World},
    convert, extend,
    model::{BAD_DAYS, NO_TRIAL, STILL_TRIAL},
    visitors,
};
use crate::{
    cx::{BaseRole, NOT_ALLOWED},
    licensing::packages::{self, Change, Changed, Environment, Kind, Limits, NewPackage},
    testing::{Answer, DAY_MS, START_MS, TestServer, URL, assert_refused},
};

const SECRET: &str = "a secret that both servers know and nobody else";

async fn trial() -> TestServer {
    TestServer::start_with(|config| {
        config.trial.enabled = true;
        config.trial.secret = seatwarden_base::secret::Secret::new(SECRET);
    })
    .await
}

async fn portal() -> World {
    World::start_with(|config| {
        config.license_server.trial_url = "https://trial.example".into();
        config.license_server.trial_secret = seatwarden_base::secret::Secret::new(SECRET);
    })
    .await
}

/// The grant on the page of the portal.
async fn grant(world: &World) -> String {
    let page = world.browser().await.get("/portal/trial").await;
    assert!(page.body.contains("action=\"/portal/trial\""), "{}", page.body);
    assert!(page.header("content-security-policy").contains("form-action 'self' https://trial.example"));
    let (_, rest) = page.body.split_once("name=\"grant\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

async fn enter(server: &TestServer, grant: &str) -> Answer {
    server.request("POST", "/trial/enter").form(&[("grant", grant)]).send().await
}

#[tokio::test]
async fn one_click_signs_in_at_the_trial_where_three_areas_are_withheld_on_pages_and_both_versions() {
    let (portal, trial) = (portal().await, trial().await);
    let grant = grant(&portal).await;

    let mut browser = trial.browser();
    let posted = browser.request("POST", "/trial/enter").header("origin", URL).form(&[("grant", &grant)]);
    let entered = browser.send(posted).await;
    assert_eq!((entered.status, entered.location()), (303, "/"), "{}", entered.body);

    let home = browser.get("/").await;
    assert!(home.status == 200 && home.body.contains("Online Trial"), "{} {}", home.status, home.body);
    // There is something to see, but no way to other visitors.
    assert!(home.says("Sales by region") && home.says("Charles Minard"), "{}", home.body);
    assert_eq!(browser.get("/admin/ownership").await.status, 403);
    for (page, said) in [
        ("/admin/users", "managing users"),
        ("/admin/groups", "managing users"),
        ("/admin/security", "system configuration"),
        ("/admin/email", "system configuration"),
    ] {
        let answer = browser.get(page).await;
        assert!(answer.status == 403 && answer.says(said), "{page}: {} {}", answer.status, answer.body);
        assert!(answer.says("install"), "{page}");
    }
    for (method, path) in [("GET", "/api/v1/users"), ("POST", "/api/v1/users"), ("GET", "/api/users")] {
        let asked = browser.request(method, path).header("sec-fetch-site", "same-origin");
        let asked =
            if method == "POST" { asked.json(&serde_json::json!({ "email": "x@y.example" })) } else { asked };
        let answer = browser.send(asked).await;
        assert!(answer.status == 403 && answer.body.contains("managing users"), "{path}: {}", answer.body);
    }
    assert_eq!(browser.get("/profile/personal-information").await.status, 200);
    portal.server.finish().await;
    trial.finish().await;
}

#[tokio::test]
async fn a_grant_is_taken_once_and_in_time_and_a_server_that_is_no_trial_takes_none() {
    let (portal, trial) = (portal().await, trial().await);
    let first = grant(&portal).await;
    assert_eq!(enter(&trial, &first).await.status, 303);
    assert_eq!(enter(&trial, &first).await.status, 403);
    let second = grant(&portal).await;
    // A page of a stranger may hold a grant of its own, and must not sign others in with it.
    for (origin, page) in [
        ("https://stranger.example", "https://stranger.example/"),
        ("null", "https://stranger.example/"),
        ("null", ""),
    ] {
        let posted = trial.request("POST", "/trial/enter").header("origin", origin).header("referer", page);
        assert_eq!(posted.form(&[("grant", &second)]).send().await.status, 403, "{origin} {page}");
    }
    let third = grant(&portal).await;
    let page = format!("{URL}/portal/trial");
    let posted = trial.request("POST", "/trial/enter").header("origin", "null").header("referer", &page);
    assert_eq!(posted.form(&[("grant", &third)]).send().await.status, 303);
    assert_eq!(enter(&trial, &second).await.status, 303);
    let late = grant(&portal).await;
    trial.advance(301_000);
    assert_eq!(enter(&trial, &late).await.status, 403);
    assert_eq!(enter(&trial, "x.y.z").await.status, 403);
    assert_eq!(enter(&portal.server, &late).await.status, 404);
    assert_eq!(trial.events_named("trials.enter").await.len(), 3);
    portal.server.finish().await;
    trial.finish().await;
}

#[tokio::test]
async fn the_click_in_the_portal_is_noted_and_leads_on_with_the_grant() {
    let portal = portal().await;
    portal.package("TRY", 30).await;
    let grant = grant(&portal).await;
    let mut owner = portal.browser().await;

    for _ in 0..2 {
        let asked = owner.request("POST", "/portal/trial").form(&[("grant", &grant)]);
        let sent = owner.send(asked).await;
        // The browser posts the same again there.
        assert_eq!(
            (sent.status, sent.location()),
            (307, "https://trial.example/trial/enter"),
            "{}",
            sent.body
        );
    }

    assert!(owner.get("/portal/packages/TRY/history").await.says("Set out for the Online Trial"));
    let staff = portal.server.cx_as(BaseRole::Admin).await;
    let came = visitors(&staff, None).await.unwrap();
    assert_eq!((came.items.len(), came.items[0].email.as_str(), came.items[0].visits), (1, OWNER, 2));
    assert_eq!(came.items[0].organisation.as_ref().unwrap().0, portal.organisation);
    assert_refused(visitors(&portal.owner().await, None).await, &NOT_ALLOWED);
    // A page of a stranger can neither send somebody there as another, nor make them look like a visitor.
    portal.account("other@acme.example", super::super::organisations::MemberRole::Viewer).await;
    let mut other = portal.browser_of("other@acme.example").await;
    let stolen = other.send(other.request("POST", "/portal/trial").form(&[("grant", &grant)])).await;
    assert_eq!(stolen.status, 403, "{}", stolen.body);
    let foreign = owner.request("POST", "/portal/trial").header("sec-fetch-site", "cross-site");
    assert_eq!(owner.send(foreign.form(&[("grant", &grant)])).await.status, 403);
    assert_eq!(portal.server.events_named("trials.start").await.len(), 2);
    portal.server.finish().await;
}

/// A trial for one server that ends in ten days.
async fn trial_license(world: &World) -> packages::Package {
    let paid = world.package("PAID", 100).await;
    let terms = packages::Terms {
        kind: Kind::Trial,
        environment: Environment::Trial,
        valid_until_ms: Some(START_MS + 10 * DAY_MS),
        limits: Limits { servers: 1, ..Limits::default() },
        ..paid.terms
    };
    let new = NewPackage {
        organisation_id: world.organisation.clone(),
        code: "TRY".into(),
        terms,
        reason: "Asked at a fair".into(),
    };
    packages::issue(&world.server.host(), new).await.unwrap()
}

#[tokio::test]
async fn a_trial_is_extended_and_becomes_a_paid_license_under_the_same_code() {
    let world = World::start().await;
    trial_license(&world).await;
    let staff = world.server.cx_as(BaseRole::Admin).await;

    let Changed::Done(longer) = extend(&staff, "TRY", 14, "needs more time").await.unwrap() else {
        panic!("it waits")
    };
    assert_eq!(longer.terms.valid_until_ms, Some(START_MS + 24 * DAY_MS));
    world.server.advance(40 * DAY_MS);
    let staff = world.server.cx_as(BaseRole::Admin).await;
    let Changed::Done(again) = extend(&staff, "TRY", 7, "came back").await.unwrap() else {
        panic!("it waits")
    };
    assert_eq!(again.terms.valid_until_ms, Some(START_MS + 47 * DAY_MS), "it counts from now on");
    assert_refused(extend(&staff, "TRY", 91, "x").await, &BAD_DAYS);
    assert_refused(extend(&staff, "TRY", -1, "x").await, &BAD_DAYS);
    assert_refused(extend(&staff, "PAID", 7, "x").await, &NO_TRIAL);
    assert_refused(extend(&world.owner().await, "TRY", 7, "x").await, &NOT_ALLOWED);

    let until = || Some(Some(START_MS + 400 * DAY_MS));
    let still = Change { kind: Some(Kind::Trial), valid_until_ms: until(), ..Change::default() };
    assert_refused(convert(&staff, "TRY", still, "x").await, &STILL_TRIAL);
    let more = Change { limits: Limits { servers: 9, ..Limits::default() }.into(), ..Change::default() };
    assert!(matches!(convert(&staff, "TRY", more, "more servers").await.unwrap(), Changed::Waits(_)));
    let plain = Change { valid_until_ms: until(), ..Change::default() };
    let waiting = packages::list_requests(&staff, packages::RequestState::Open, "").await.unwrap();
    packages::reject(&staff, &waiting[0].id).await.unwrap();
    let Changed::Done(paid) = convert(&staff, "TRY", plain, "Order 12").await.unwrap() else {
        panic!("it waits")
    };
    assert_eq!((paid.terms.kind, paid.terms.environment), (Kind::Subscription, Environment::Production));
    assert_eq!(packages::list_of_kind(&staff, Kind::Trial, "").await.unwrap().0.len(), 0);
    world.server.finish().await;
}

#[tokio::test]
async fn trials_are_seen_to_on_pages_and_over_the_api() {
    let world = World::start().await;
    trial_license(&world).await;
    let mut staff = world.server.browser_of(BaseRole::Admin).await;

    assert!(staff.get("/issuer/trials").await.says("TRY"));
    let wrong = staff
        .submit_to("/issuer/trials/TRY", "/issuer/trials/TRY/extend", &[("days", "many"), ("reason", "x")])
        .await;
    assert_eq!(wrong.status, 422, "{}", wrong.body);
    let fields = [("days", "7"), ("reason", "Asked by mail")];
    let done = staff.submit_to("/issuer/trials/TRY", "/issuer/trials/TRY/extend", &fields).await;
    assert_eq!(done.location(), "/issuer/packages/TRY?done=changed", "{}", done.body);
    let fields = [("tier", "grow"), ("valid_until", "2027-06-30"), ("servers", "5"), ("reason", "Order 3")];
    let more = staff.submit_to("/issuer/trials/TRY", "/issuer/trials/TRY/convert", &fields).await;
    assert_eq!(more.location(), "/issuer/packages/TRY?done=waits", "{}", more.body);

    let token = world.server.token_of(BaseRole::Admin).await;
    let ask = async |method: &str, path: &str, body: serde_json::Value| {
        let path = format!("/api/v1/licensing/trials{path}");
        world.server.request(method, &path).bearer(&token).json(&body).send().await
    };
    let listed = ask("GET", "", json!({})).await.json();
    assert_eq!(listed["items"][0]["code"], "TRY");
    assert_eq!(ask("POST", "/PAID/extend", json!({ "days": 3, "reason": "x" })).await.status, 409);
    assert_eq!(ask("POST", "/TRY/extend", json!({ "days": 3, "reason": "x" })).await.status, 200);
    assert_eq!(ask("GET", "/visitors", json!({})).await.json()["items"], json!([]));
    assert_eq!(ask("GET", "/visitors?after=nonsense", json!({})).await.status, 400);
    world.server.finish().await;
}
