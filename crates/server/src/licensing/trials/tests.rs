//! What the Online Trial promises.

use super::super::tests::World;
use crate::testing::{Answer, TestServer};

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
    assert!(page.body.contains("action=\"https://trial.example/trial/enter\""), "{}", page.body);
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
    let posted = browser.request("POST", "/trial/enter").form(&[("grant", &grant)]);
    let entered = browser.send(posted).await;
    assert_eq!((entered.status, entered.location()), (303, "/"), "{}", entered.body);

    let home = browser.get("/").await;
    assert!(home.status == 200 && home.body.contains("Online Trial"), "{} {}", home.status, home.body);
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
    assert_eq!(enter(&trial, &second).await.status, 303);
    let late = grant(&portal).await;
    trial.advance(301_000);
    assert_eq!(enter(&trial, &late).await.status, 403);
    assert_eq!(enter(&trial, "x.y.z").await.status, 403);
    assert_eq!(enter(&portal.server, &late).await.status, 404);
    assert_eq!(trial.events_named("trials.enter").await.len(), 2);
    portal.server.finish().await;
    trial.finish().await;
}
