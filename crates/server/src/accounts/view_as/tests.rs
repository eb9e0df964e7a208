//! What looking as somebody else promises.

use super::{BROWSER_ONLY, EQUAL, INACTIVE, SYSADMIN, Wish, YOURSELF, start};
use crate::{
    accounts::users::{UserPatch, update},
    cx::{BaseRole, NOT_ALLOWED},
    testing::{Browser, MINUTE_MS, PASSWORD, TestServer, assert_refused, email_of, new_user},
};

const VIEWER: BaseRole = BaseRole::Consumer;
const REASON: &str = "ticket 42";

async fn looking(server: &TestServer, as_role: BaseRole) -> Browser<'_> {
    let mut browser = server.browser_of(BaseRole::Admin).await;
    let page = format!("/admin/users/{}/view-as", server.id_of(as_role));
    let answer = browser.submit(&page, &[("reason", REASON), ("minutes", "15")]).await;
    assert_eq!((answer.status, answer.location()), (303, "/"), "{}", answer.body);
    browser
}

#[tokio::test]
async fn an_administrator_sees_the_pages_as_the_user_and_every_page_says_so() {
    let server = TestServer::start().await;
    let mut browser = looking(&server, VIEWER).await;

    let home = browser.get("/").await;
    let admin = browser.get("/admin/users").await;
    let profile = browser.get("/profile/personal-information").await;

    assert!(home.says("Grace Hopper is viewing as Grace Hopper") && home.says("15 minutes"), "{}", home.body);
    assert_eq!(admin.status, 403, "a Viewer has no Admin");
    assert!(admin.says("is viewing as") && profile.says("is viewing as"));
    assert!(profile.says(&email_of(VIEWER)));
    server.finish().await;
}

#[tokio::test]
async fn a_reason_that_nobody_can_see_is_none() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Admin).await;
    let page = format!("/admin/users/{}/view-as", server.id_of(VIEWER));
    for reason in ["", " ", "\u{200b}", "ticket\u{202e}24"] {
        let answer = browser.submit(&page, &[("reason", reason), ("minutes", "15")]).await;
        assert_eq!(answer.status, 422, "{reason:?}");
    }
    server.finish().await;
}

#[tokio::test]
async fn whoever_gave_the_password_long_ago_gives_it_again() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Admin).await;
    let page = format!("/admin/users/{}/view-as", server.id_of(VIEWER));
    let typed = [("reason", REASON), ("minutes", "15")];
    server.advance(20 * MINUTE_MS);

    let asked = browser.submit(&page, &typed).await;
    let wrong = browser.submit(&page, &[typed[0], typed[1], ("current_password", "wrong")]).await;
    let right = browser.submit(&page, &[typed[0], typed[1], ("current_password", PASSWORD)]).await;

    assert!(asked.status == 200 && asked.says("Current password") && asked.says(REASON), "{}", asked.body);
    assert_eq!(wrong.status, 422, "{}", wrong.body);
    assert_eq!((right.status, right.location()), (303, "/"), "{}", right.body);
    server.finish().await;
}

#[tokio::test]
async fn nothing_can_be_changed_and_no_secret_is_seen_while_looking() {
    let server = TestServer::start().await;
    let mut browser = looking(&server, VIEWER).await;
    let page = "/profile/personal-information";
    let before = server.events().await.len();

    let refused = browser.submit(page, &[("first_name", "Eve"), ("user_name", "eve")]).await;
    let token = browser.get("/profile/api-token").await;
    let tokens = browser.get("/api/v1/account/tokens").await;
    let api = browser.request("PATCH", &format!("/api/users/{}", server.id_of(VIEWER)));
    let api = browser.send(api.json(&serde_json::json!({ "firstName": "Eve" }))).await;
    // The platform has GETs that change something.
    let sign_out = browser.request("GET", "/api/v1/authentication/logout_all");
    let sign_out = browser.send(sign_out).await;
    browser.submit_to(page, "/language", &[("language", "de")]).await;

    assert_eq!((refused.status, api.status, token.status, sign_out.status), (403, 403, 403, 403));
    assert!(refused.says("nothing can be changed"), "{}", refused.body);
    assert_eq!(tokens.status, 403, "{}", tokens.body);
    assert!(!token.says("eyJ"));
    assert_eq!(server.events().await.len(), before);
    let language = server.text("select language from users where id = $1", server.id_of(VIEWER)).await;
    assert_eq!(language, "", "the language is the viewer's own choice");
    server.finish().await;
}

#[tokio::test]
async fn both_names_are_in_the_trail_and_the_user_was_not_here() {
    let server = TestServer::start().await;
    let mut browser = looking(&server, VIEWER).await;
    server.advance(2 * MINUTE_MS);
    browser.get("/").await;
    server.write_used().await;

    let stopped = browser.submit_to("/", "/view-as/stop", &[]).await;

    let (admin, viewed) = (server.id_of(BaseRole::Admin), server.id_of(VIEWER));
    assert_eq!(stopped.location(), format!("/admin/users/{viewed}"));
    assert!(!browser.get("/admin/users").await.says("is viewing as"));
    let started = server.events_named("view_as.start").await.remove(0);
    assert_eq!((started.actor_id.as_deref(), started.subject_id.as_str()), (Some(admin), viewed));
    let ended = server.events_named("view_as.stop").await.remove(0);
    for told in [&started, &ended].map(|event| event.after_json.clone().unwrap_or_default()) {
        assert!(told.contains("Grace Hopper") && told.contains(&email_of(VIEWER)), "{told}");
    }
    assert!(started.after_json.unwrap().contains(REASON));
    assert_eq!((ended.actor_id.as_deref(), ended.on_behalf_of.as_deref()), (Some(admin), Some(viewed)));
    let seen = server.number("select count(*) from users where last_activity_at_ms is not null").await;
    assert_eq!(seen, 1, "only the administrator was here");
    server.finish().await;
}

#[tokio::test]
async fn it_ends_with_the_time_and_when_either_is_deactivated() {
    let server = TestServer::start().await;
    let off = || UserPatch { active: Some(false), ..UserPatch::default() };
    let mut late = looking(&server, VIEWER).await;
    server.advance(15 * MINUTE_MS - 1);
    assert!(late.get("/").await.says("is viewing as"));
    server.advance(1);
    assert!(!late.get("/").await.says("is viewing as"));
    assert!(late.is_signed_in().await);

    let mut without_user = looking(&server, BaseRole::Contributor).await;
    update(&server.host(), server.id_of(BaseRole::Contributor), off()).await.unwrap();
    assert!(!without_user.get("/").await.says("is viewing as"));

    let mut promoted = looking(&server, VIEWER).await;
    server.sql("update roles set granted = 0, withdrawn = 64 where name = 'admin'").await;
    assert!(!promoted.get("/").await.says("is viewing as"), "who may no longer do it stops at once");
    server.sql("update roles set withdrawn = 0 where name = 'admin'").await;

    let mut signed_out = looking(&server, VIEWER).await;
    update(&server.host(), server.id_of(BaseRole::Admin), off()).await.unwrap();
    assert!(!signed_out.is_signed_in().await);
    server.finish().await;
}

#[tokio::test]
async fn nobody_looks_as_those_beyond_their_own_role_or_without_a_reason() {
    let server = TestServer::start().await;
    server.add(new_user("second@people.example", "consumer")).await;
    let wish = |reason: &str, minutes| Wish { reason: reason.to_owned(), minutes };
    let mut browser = server.browser_of(BaseRole::Admin).await;
    let page = |role| format!("/admin/users/{}/view-as", server.id_of(role));

    assert_eq!(browser.get(&page(BaseRole::Super)).await.status, 403);
    assert!(browser.get(&page(BaseRole::Super)).await.says(SYSADMIN.code));
    assert!(browser.get(&page(BaseRole::Admin)).await.says(YOURSELF.code));
    let empty = browser.submit(&page(VIEWER), &[("reason", " "), ("minutes", "30")]).await;
    assert!(empty.status == 422 && empty.says("A reason of 1 to 200"), "{}", empty.body);
    let long = browser.submit(&page(VIEWER), &[("reason", "why not"), ("minutes", "61")]).await;
    assert!(long.status == 422 && long.says("why not"), "{}", long.body);
    for (role, refusal) in [
        (BaseRole::DataAdmin, NOT_ALLOWED),
        (BaseRole::Consumer, NOT_ALLOWED),
        (BaseRole::Admin, BROWSER_ONLY),
    ] {
        let cx = server.cx_as(role).await;
        assert_refused(start(&cx, "second@people.example", &wish(REASON, 15)).await, &refusal);
    }
    let colleague = server.add(new_user("colleague@people.example", "admin")).await.person.id;
    let refused = browser.get(&format!("/admin/users/{colleague}/view-as")).await;
    assert!(refused.status == 403 && refused.says(EQUAL.code), "{}", refused.body);
    assert!(!browser.get(&format!("/admin/users/{colleague}")).await.says("View as"));
    // A role that lacks something which the other has does not reach it.
    server.sql("update roles set withdrawn = 4 where name = 'admin'").await;
    assert_eq!(browser.get(&page(BaseRole::DataAdmin)).await.status, 403);
    server.sql("update roles set withdrawn = 0 where name = 'admin'").await;
    let off = UserPatch { active: Some(false), ..UserPatch::default() };
    update(&server.host(), "second@people.example", off).await.unwrap();
    assert!(browser.get("/admin/users/second@people.example/view-as").await.says(INACTIVE.code));
    server.finish().await;
}

#[tokio::test]
async fn what_ended_does_not_begin_anew_with_the_role_that_is_given_back() {
    let server = TestServer::start().await;
    let sysadmin = server.cx_as(BaseRole::Super).await;
    let (admin, viewed) = (server.id_of(BaseRole::Admin), server.id_of(VIEWER));
    let role = |name: &str| UserPatch { role: Some(name.into()), ..UserPatch::default() };
    let active = |active| UserPatch { active: Some(active), ..UserPatch::default() };
    for (whose, off, on) in
        [(admin, role("contributor"), role("admin")), (viewed, active(false), active(true))]
    {
        let mut browser = looking(&server, VIEWER).await;
        update(&sysadmin, whose, off).await.unwrap();

        update(&sysadmin, whose, on).await.unwrap();

        assert!(!browser.get("/").await.says("is viewing as"));
    }

    let ended = server.events_named("view_as.end").await;
    assert_eq!(ended.len(), 2);
    for event in ended {
        assert_eq!(event.actor_id.as_deref(), Some(server.id_of(BaseRole::Super)));
        assert!(event.subject_id == viewed && event.after_json.unwrap().contains(&email_of(VIEWER)));
    }
    server.finish().await;
}

#[tokio::test]
async fn a_role_that_loses_the_right_ends_it_for_good_at_the_next_request() {
    let server = TestServer::start().await;
    let mut browser = looking(&server, VIEWER).await;

    server.sql("update roles set withdrawn = 64 where name = 'admin'").await;
    assert!(!browser.get("/").await.says("is viewing as"));
    server.sql("update roles set withdrawn = 0 where name = 'admin'").await;

    assert!(!browser.get("/").await.says("is viewing as"));
    let ended = server.events_named("view_as.end").await;
    assert_eq!(ended.len(), 1, "once");
    assert_eq!(ended[0].actor_id.as_deref(), Some(server.id_of(BaseRole::Admin)));
    server.finish().await;
}
