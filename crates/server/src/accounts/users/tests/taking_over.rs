//! What lies between somebody's session or token and the whole of an account (SE-05): other doors than the one that asks.

use serde_json::{Value, json};

use super::super::{UserPatch, find, update};
use crate::{
    accounts::{api_tokens, groups, one_time_links::NOT_VALID, password_reset},
    cx::{BaseRole, Cx},
    testing::{Answer, MINUTE_MS, PASSWORD, TestServer, assert_refused, email_of},
};

const ADMIN: BaseRole = BaseRole::Admin;
const VIEWER: BaseRole = BaseRole::Consumer;
const NEXT: &str = "umbrella violet 88 kettle";

async fn narrow(cx: &Cx, scope: &str) -> String {
    let new = api_tokens::NewToken { name: "sync".into(), scope: scope.into(), days: 1 };
    api_tokens::create(cx, &new).await.unwrap().token.reveal().to_owned()
}

async fn patch(server: &TestServer, token: &str, whose: BaseRole, body: &Value) -> Answer {
    let path = format!("/api/v1/users/{}", server.id_of(whose));
    server.request("PATCH", &path).bearer(token).json(body).send().await
}

#[tokio::test]
async fn a_token_for_users_takes_over_no_administrator_and_not_its_own_user() {
    let server = TestServer::start().await;
    let token = narrow(&server.cx_as(ADMIN).await, "users:write").await;

    for body in [json!({ "password": NEXT }), json!({ "email": "thief@people.example" })] {
        for whose in [ADMIN, BaseRole::DataAdmin] {
            let refused = patch(&server, &token, whose, &body).await;
            assert_eq!(
                (refused.status, refused.says("roles.needs_full_scope")),
                (403, true),
                "{}",
                refused.body
            );
        }
    }
    let new = json!({ "email": "second@people.example", "roleId": "admin", "password": NEXT });
    let made = server.request("POST", "/api/v1/users").bearer(&token).json(&new).send().await;
    assert_eq!(made.status, 403, "{}", made.body);
    let risen = patch(&server, &token, VIEWER, &json!({ "roleId": "admin" })).await;
    assert_eq!(risen.status, 403, "{}", risen.body);

    let names = patch(&server, &token, ADMIN, &json!({ "firstName": "Ada" })).await;
    let viewer = patch(&server, &token, VIEWER, &json!({ "password": NEXT })).await;
    assert_eq!((names.status, viewer.status), (200, 200), "{} {}", names.body, viewer.body);
    let whole = narrow(&server.cx_as(ADMIN).await, "full").await;
    assert_eq!(patch(&server, &whole, BaseRole::DataAdmin, &json!({ "password": NEXT })).await.status, 200);
    server.finish().await;
}

#[tokio::test]
async fn a_token_that_may_not_everything_does_not_change_the_password_of_its_own_user() {
    let server = TestServer::start().await;
    let change = json!({ "currentPassword": PASSWORD, "newPassword": NEXT });
    let send = async |token: &str| {
        let request = server.request("POST", "/api/v1/account/change_password").bearer(token);
        request.json(&change).send().await
    };

    let refused = send(&narrow(&server.cx_as(VIEWER).await, "account:write users:read").await).await;
    let stays = server.events_named("passwords.change").await.len();
    let changed = send(&narrow(&server.cx_as(VIEWER).await, "full").await).await;

    assert_eq!((refused.status, &refused.json()["code"]), (403, &json!("roles.needs_full_scope")));
    assert_eq!((stays, changed.status), (0, 204), "{}", changed.body);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_session_of_long_ago_takes_over_nothing_through_the_pages_of_administrators() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let own = format!("/admin/users/{}", server.id_of(ADMIN));
    server.advance(20 * MINUTE_MS);

    let id = server.id_of(ADMIN);
    let role = server.text("select role_id from users where id = $1", id).await;
    let version = find(&server.host(), id).await.unwrap().tag().to_string();
    let email = email_of(ADMIN);
    let mut typed = vec![
        ("email", email.as_str()),
        ("user_name", &email),
        ("first_name", "Grace"),
        ("role_id", &role),
        ("version", &version),
        ("change_password", "on"),
        ("password", NEXT),
    ];
    let asked = browser.submit(&own, &typed).await;
    let api = browser.request("PATCH", &format!("/api/v1/users/{}", server.id_of(ADMIN)));
    let api = browser.send(api.json(&json!({ "password": NEXT }))).await;
    let new = browser.request("POST", "/api/v1/users");
    let second = json!({ "email": "second@people.example", "roleId": "admin", "password": NEXT });
    let new = browser.send(new.json(&second)).await;
    let made = browser.request("GET", "/api/v1/authentication/tokens/api");
    let made = browser.send(made).await;

    assert!(asked.says("own-password"), "{}", asked.body);
    assert_eq!(
        (api.status, new.status, made.status),
        (403, 403, 403),
        "{} {} {}",
        api.body,
        new.body,
        made.body
    );
    typed.push(("current_password", PASSWORD));
    let given = browser.submit(&own, &typed).await;
    assert_eq!(given.status, 303, "{}", given.body);
    server.finish().await;
}

#[tokio::test]
async fn what_a_job_does_later_reaches_no_further() {
    let server = TestServer::start().await;
    let token = narrow(&server.cx_as(ADMIN).await, "users:write").await;
    let post = async |path: &str, body: &Value| {
        server.request("POST", path).bearer(&token).json(body).send().await.json()
    };
    let rows = json!([
        { "email": "boss@people.example", "role": "admin", "password": NEXT },
        { "email": "plain@people.example", "role": "viewer" },
        { "email": email_of(BaseRole::DataAdmin), "role": "viewer", "password": NEXT },
    ]);
    let import = post("/api/v1/imports", &rows).await;
    let path = format!("/api/v1/imports/{}", import["id"].as_str().unwrap());
    post(&format!("{path}/check"), &json!({ "options": { "reachesAdministrators": true } })).await;
    server.run_jobs().await;
    post(&format!("{path}/apply"), &json!({})).await;
    server.run_jobs().await;

    let there = server.number("select count(*) from users where email = 'plain@people.example'").await;
    let boss = server.number("select count(*) from users where email = 'boss@people.example'").await;
    let data_admin = server.browser().sign_in(&email_of(BaseRole::DataAdmin), PASSWORD).await;
    assert_eq!((there, boss, data_admin.status), (1, 0, 303));
    server.finish().await;
}

#[tokio::test]
async fn a_link_to_a_new_password_ends_when_its_user_is_switched_off() {
    let server = TestServer::start().await;
    password_reset::ask(&server.cx(), &email_of(VIEWER)).await.unwrap();
    server.run_jobs().await;
    let mail = server.mail_to(&email_of(VIEWER));
    let token = mail.link().rsplit('/').next().unwrap().to_owned();
    let off = UserPatch { active: Some(false), ..UserPatch::default() };
    update(&server.cx_as(ADMIN).await, server.id_of(VIEWER), off).await.unwrap();

    assert_refused(password_reset::look(&server.cx(), &token).await, &NOT_VALID);
    server.finish().await;
}

#[tokio::test]
async fn a_token_for_users_puts_them_into_groups_and_neither_makes_nor_deletes_one() {
    let server = TestServer::start().await;
    let admin = server.cx_as(ADMIN).await;
    let change = groups::GroupChange { name: Some("Sales".into()), ..Default::default() };
    let group = groups::create(&admin, vec![change]).await.unwrap().remove(0).id;
    let token = narrow(&admin, "users:write").await;
    let path = format!("/api/v1/groups/{group}");

    let made =
        server.request("POST", "/api/v1/groups").bearer(&token).json(&json!({ "name": "New" })).send().await;
    let deleted = server.request("DELETE", &path).bearer(&token).send().await;
    let read = server.request("GET", &path).bearer(&token).send().await;
    let put = patch(&server, &token, VIEWER, &json!({ "groups": [group] })).await;

    assert_eq!((made.status, deleted.status, read.status, put.status), (403, 403, 200, 200), "{}", put.body);
    server.finish().await;
}

#[tokio::test]
async fn a_narrow_token_gives_no_administrators_role_by_a_group() {
    let server = TestServer::start().await;
    let token = narrow(&server.cx_as(ADMIN).await, "groups:write users:write").await;
    let ask = async |method: &str, path: &str, body: &Value| {
        server.request(method, path).bearer(&token).json(body).send().await
    };

    let group = ask("POST", "/api/v1/groups", &json!({ "name": "Bosses", "defaultRole": "admin" })).await;
    let harmless =
        ask("POST", "/api/v1/groups", &json!({ "name": "Readers", "defaultRole": "viewer" })).await;

    assert_eq!((group.status, harmless.status), (403, 201), "{} {}", group.body, harmless.body);
    server.finish().await;
}

#[tokio::test]
async fn an_act_on_many_asks_for_the_password_on_its_own_page_and_then_does_it() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    server.advance(20 * MINUTE_MS);
    let (viewer, admin) = (
        server.id_of(BaseRole::Consumer),
        server.text("select id from roles where name = $1", "admin").await,
    );
    let chosen = [("act", "role"), ("role", admin.as_str()), ("id", viewer)];
    let mut send = async |more: &[(&str, &str)]| {
        browser.submit_to("/admin/users", "/admin/users/bulk", &[&chosen, more].concat()).await
    };

    let asked = send(&[]).await;
    let wrong = send(&[("current_password", "not-this")]).await;
    let looked = send(&[("username", "x"), ("current_password", PASSWORD)]).await;
    let done = send(&[("confirmed", "yes")]).await;

    assert!(
        asked.says("name=\"current_password\"") && asked.says("This needs your password"),
        "{}",
        asked.body
    );
    assert!(wrong.says("name=\"current_password\"") && wrong.says("aria-invalid"), "{}", wrong.body);
    assert!(looked.says("name=\"confirmed\"") && !looked.says("current_password"), "{}", looked.body);
    assert!(done.location().starts_with("/admin/users/acts/"), "{} {}", done.status, done.body);
    server.finish().await;
}

#[tokio::test]
async fn a_service_account_that_is_an_admin_asks_for_the_password_in_its_form() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    server.advance(20 * MINUTE_MS);
    let admin = server.text("select id from roles where name = $1", "admin").await;
    let typed = [("name", "Nightly sync"), ("role_id", admin.as_str())];
    let mut send = async |more: &[(&str, &str)]| {
        browser.submit("/admin/users/new/service-account", &[&typed, more].concat()).await
    };

    let asked = send(&[]).await;
    let wrong = send(&[("current_password", "not-this")]).await;
    let made = send(&[("current_password", PASSWORD)]).await;

    for refused in [&asked, &wrong] {
        assert!(refused.says("name=\"current_password\""), "{}", refused.body);
        assert_eq!(refused.field("field-name").as_deref(), Some("Nightly sync"));
    }
    assert_eq!(made.status, 303, "{}", made.body);
    server.finish().await;
}

#[tokio::test]
async fn bringing_an_admin_back_asks_for_the_password_on_its_page_and_in_the_list() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Super).await;
    let mut gone = Vec::new();
    for email in ["one@people.example", "two@people.example"] {
        let id = server.add(crate::testing::new_user(email, "admin")).await.person.id;
        super::super::delete(&server.host(), std::slice::from_ref(&id)).await.unwrap();
        gone.push(id);
    }
    server.advance(20 * MINUTE_MS);
    let (one, two) = (format!("/admin/users/deleted/{}", gone[0]), gone[1].as_str());

    let asked = browser.submit(&one, &[("email", "other@people.example")]).await;
    let listed = browser.submit("/admin/users/deleted", &[("id", two)]).await;
    let wrong =
        browser.submit("/admin/users/deleted", &[("id", two), ("current_password", "not-this")]).await;
    let back = browser.submit("/admin/users/deleted", &[("id", two), ("current_password", PASSWORD)]).await;

    assert!(asked.says("name=\"current_password\""), "{}", asked.body);
    assert_eq!(asked.field("field-email").as_deref(), Some("other@people.example"));
    for again in [&listed, &wrong] {
        assert!(again.says("name=\"current_password\"") && again.says(two), "{}", again.body);
    }
    assert_eq!((back.status, back.location()), (303, "/admin/users/deleted?done=back.1"), "{}", back.body);
    server.finish().await;
}
