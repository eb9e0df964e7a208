//! What API tokens promise.

use serde_json::json;

use super::{
    NOT_FOUND, NewToken, callers, create, first_profile_token, mine,
    model::{BAD_EXPIRY, BAD_NAME, BAD_SCOPE, NOT_ROTATABLE, TOO_MANY},
    profile_token, renew_profile_token, revoke, rotate,
};
use crate::{
    accounts::users,
    cx::{BaseRole, Cx},
    testing::{DAY_MS, HOUR_MS, MINUTE_MS, PASSWORD, TestServer, assert_refused},
};

const ADMIN: BaseRole = BaseRole::Admin;
const TAB: &str = "/profile/api-token";

async fn status(server: &TestServer, token: &str) -> u16 {
    server.request("GET", "/api/users/loggedin").bearer(token).send().await.status
}

fn named(name: &str, scope: &str, days: i64) -> NewToken {
    NewToken { name: name.into(), scope: scope.into(), days }
}

async fn token(cx: &Cx, scope: &str, days: i64) -> String {
    create(cx, &named("script", scope, days)).await.unwrap().token.reveal().to_owned()
}

#[tokio::test]
async fn the_single_token_is_shown_again_to_the_letter_at_every_visit() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    assert_eq!(browser.get(TAB).await.field("field-api_token"), None);

    browser.submit_to(TAB, "/profile/api-token/renew", &[("confirmed", "yes")]).await;
    let first = browser.get(TAB).await.field("field-api_token").unwrap();
    server.advance(10 * 60_000);
    let second = server.browser_of(ADMIN).await.get(TAB).await.field("field-api_token").unwrap();

    assert_eq!(first, second);
    assert_eq!(status(&server, &first).await, 200);
    assert_eq!(server.number("select count(*) from api_tokens where secret_hash is not null").await, 0);
    server.finish().await;
}

#[tokio::test]
async fn the_single_token_carries_the_claims_that_clients_read() {
    let server = TestServer::start().await;
    let (_, token) = renew_profile_token(&server.cx_as(ADMIN).await).await.unwrap();

    let parts: Vec<&str> = token.reveal().split('.').collect();
    let read = |part: &str| -> serde_json::Value {
        serde_json::from_slice(&data_encoding::BASE64URL_NOPAD.decode(part.as_bytes()).unwrap()).unwrap()
    };

    assert_eq!(parts.len(), 3);
    assert_eq!(read(parts[0])["alg"], "HS256");
    assert_eq!(read(parts[1])["user"], server.id_of(ADMIN));
    assert_eq!(read(parts[1])["iat"], server.now_ms() / 1000);
    assert!(read(parts[1])["apiSecret"].is_string());
    server.finish().await;
}

#[tokio::test]
async fn regenerating_asks_first_and_then_the_old_token_and_those_of_the_login_call_are_dead_at_once() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let cx = server.cx_as(ADMIN).await;
    let old = renew_profile_token(&cx).await.unwrap().1.reveal().to_owned();
    let from_login = server.token_of(ADMIN).await;
    let kept = token(&cx, "full", 0).await;

    let asked = browser.submit_to(TAB, "/profile/api-token/renew", &[]).await;
    assert_eq!(asked.location(), "/profile/api-token/renew");
    assert!(browser.get("/profile/api-token/renew").await.says("Integrations stop working"));
    assert_eq!(status(&server, &old).await, 200, "asking ends nothing");
    let done = browser.submit("/profile/api-token/renew", &[("confirmed", "yes")]).await;

    assert_eq!(done.location(), "/profile/api-token?done=token");
    assert_eq!(status(&server, &old).await, 401);
    assert_eq!(status(&server, &from_login).await, 401);
    assert_eq!(status(&server, &kept).await, 200, "named tokens stay");
    let new = browser.get(TAB).await.field("field-api_token").unwrap();
    assert_eq!(status(&server, &new).await, 200);
    server.finish().await;
}

#[tokio::test]
async fn two_tokens_of_the_same_second_are_two() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;

    let old = renew_profile_token(&cx).await.unwrap().1.reveal().to_owned();
    let new = renew_profile_token(&cx).await.unwrap().1.reveal().to_owned();

    assert_ne!(old, new);
    assert_eq!((status(&server, &old).await, status(&server, &new).await), (401, 200));
    server.finish().await;
}

#[tokio::test]
async fn a_single_token_with_a_life_ends_after_it() {
    let server = TestServer::start_with(|config| config.api_tokens.legacy_token_days = 10).await;
    let cx = server.cx_as(ADMIN).await;
    let token = renew_profile_token(&cx).await.unwrap().1.reveal().to_owned();

    server.advance(10 * DAY_MS - 1);
    assert_eq!(status(&server, &token).await, 200);
    server.advance(1);

    assert_eq!(status(&server, &token).await, 401);
    assert!(profile_token(&server.cx_as(ADMIN).await).await.unwrap().is_none());
    server.finish().await;
}

#[tokio::test]
async fn a_token_of_the_login_call_ends_after_thirty_days() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;

    server.advance(30 * DAY_MS - 1);
    assert_eq!(status(&server, &token).await, 200);
    server.advance(1);

    assert_eq!(status(&server, &token).await, 401);
    server.finish().await;
}

#[tokio::test]
async fn an_altered_token_and_one_of_another_algorithm_are_refused() {
    let server = TestServer::start().await;
    let good = server.token_of(ADMIN).await;
    let parts: Vec<&str> = good.split('.').collect();
    let encode =
        |value: serde_json::Value| data_encoding::BASE64URL_NOPAD.encode(value.to_string().as_bytes());
    let claims = json!({ "user": server.id_of(BaseRole::Super), "apiSecret": "x", "iat": 1 });
    let key_id = server.app.keys.tokens.newest_id();
    let bad = [
        String::new(),
        "x".repeat(5_000),
        format!("{}.{}.{}", parts[0], encode(claims.clone()), parts[2]),
        format!("{}.{}.", encode(json!({ "alg": "none", "kid": key_id })), encode(claims)),
        format!("{}.{}", parts[0], parts[1]),
        format!("{good}x"),
    ];

    for token in &bad {
        let answer = server.request("GET", "/api/users/loggedin").bearer(token).send().await;
        assert_eq!(answer.error(), (5002, 401), "{token:.60}");
    }
    let basic = server.request("GET", "/api/users").header("authorization", "Basic eDp5").send().await;
    assert_eq!(basic.error(), (5002, 401));
    server.finish().await;
}

#[tokio::test]
async fn the_word_bearer_is_read_in_any_case() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;

    for header in [format!("bearer {token}"), format!("BEARER  {token}")] {
        let request = server.request("GET", "/api/users/loggedin").header("authorization", &header);
        assert_eq!(request.send().await.status, 200);
    }
    server.finish().await;
}

#[tokio::test]
async fn a_named_token_is_shown_once_and_kept_as_a_hash() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let fields = [("name", "nightly import"), ("scope", "users:read"), ("days", "30")];

    let made = browser.submit(TAB, &fields).await;

    let token = made.field("field-new_token").unwrap();
    assert!(token.starts_with("swt_"), "{token}");
    assert_eq!(status(&server, &token).await, 200);
    let again = browser.get(TAB).await;
    assert!(again.says("nightly import") && !again.says(&token));
    assert!(again.says(&token[..12]), "its beginning tells it from others");
    server.finish().await;
}

#[tokio::test]
async fn a_scope_ends_where_it_says() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let own = token(&cx, "account:read", 0).await;
    let read = token(&cx, "users:read", 0).await;
    let write = token(&cx, "users:write", 0).await;
    let full = token(&cx, "full", 0).await;
    let ask = async |token: &str, method: &str, path: &str, body: serde_json::Value| {
        server.request(method, path).bearer(token).json(&body).send().await.status
    };

    for (token, me, list, add) in
        [(&own, 200, 403, 403), (&read, 200, 200, 403), (&write, 200, 200, 200), (&full, 200, 200, 200)]
    {
        let email = format!("{}@people.example", &token[4..20]);
        let user = json!([{ "email": email, "password": "violet kettle orbit 41" }]);
        assert_eq!(ask(token, "GET", "/api/users/loggedin", json!({})).await, me);
        assert_eq!(ask(token, "GET", "/api/users", json!({})).await, list);
        assert_eq!(ask(token, "GET", "/api/users/count", json!({})).await, list);
        assert_eq!(ask(token, "POST", "/api/users", user).await, add);
    }
    server.finish().await;
}

#[tokio::test]
async fn a_token_can_do_no_more_than_its_user() {
    let server = TestServer::start().await;
    let token = token(&server.cx_as(BaseRole::Consumer).await, "full", 0).await;

    let answer = server.request("GET", "/api/users").bearer(&token).send().await;

    assert_eq!(answer.status, 403);
    server.finish().await;
}

#[tokio::test]
async fn a_token_opens_no_page() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;

    let page = server.request("GET", "/profile/api-token").bearer(&token).send().await;

    assert_eq!((page.status, page.location()), (303, "/login?return_to=%2Fprofile%2Fapi%2Dtoken"));
    server.finish().await;
}

#[tokio::test]
async fn a_named_token_ends_on_its_day() {
    let server = TestServer::start().await;
    let token = token(&server.cx_as(ADMIN).await, "full", 7).await;

    server.advance(7 * DAY_MS - 1);
    assert_eq!(status(&server, &token).await, 200);
    server.advance(1);

    assert_eq!(status(&server, &token).await, 401);
    assert!(mine(&server.cx_as(ADMIN).await).await.unwrap().is_empty());
    server.finish().await;
}

#[tokio::test]
async fn a_rotated_token_works_beside_its_successor_for_a_week_and_then_no_more() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let cx = server.cx_as(ADMIN).await;
    let old = create(&cx, &named("script", "users:read", 90)).await.unwrap();

    let path = format!("/profile/api-token/{}/rotate", old.id);
    let page = browser.submit_to(TAB, &path, &[]).await;
    let new = page.field("field-new_token").unwrap();

    assert_ne!(new, old.token.reveal());
    assert!(page.says("Replaced, ending soon"));
    assert_eq!((status(&server, old.token.reveal()).await, status(&server, &new).await), (200, 200));
    let successor = mine(&cx).await.unwrap().into_iter().find(|token| token.replaced_by.is_none()).unwrap();
    assert_eq!((successor.name.as_str(), successor.scope.words().as_str()), ("script", "users:read"));
    assert_eq!(successor.expires_at_ms, Some(server.now_ms() + 90 * DAY_MS));
    server.advance(7 * DAY_MS);
    assert_eq!((status(&server, old.token.reveal()).await, status(&server, &new).await), (401, 200));
    server.finish().await;
}

#[tokio::test]
async fn rotating_never_makes_a_token_live_longer_and_happens_once() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let old = create(&cx, &named("script", "full", 1)).await.unwrap();

    rotate(&cx, &old.id, 7 * 24).await.unwrap();

    assert_refused(rotate(&cx, &old.id, 7 * 24).await, &NOT_ROTATABLE);
    server.advance(DAY_MS);
    assert_eq!(status(&server, old.token.reveal()).await, 401);
    server.finish().await;
}

#[tokio::test]
async fn the_tab_shows_who_still_uses_the_old_token() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let made = create(&cx, &named("script", "full", 0)).await.unwrap();
    for (ip, agent) in [("203.0.113.1", "cron/1"), ("203.0.113.2", "laptop/2")] {
        server.advance(HOUR_MS);
        let request = server.request("GET", "/api/users/loggedin").bearer(made.token.reveal());
        request.from(ip).header("user-agent", agent).send().await;
        server.write_used().await;
    }

    let tokens = mine(&cx).await.unwrap();
    let callers = callers(&cx, &tokens).await.unwrap().remove(0);

    assert_eq!(tokens[0].last_used_at_ms, Some(server.now_ms()));
    assert_eq!(
        (tokens[0].last_used_ip.as_str(), tokens[0].last_used_agent.as_str()),
        ("203.0.113.2", "laptop/2")
    );
    let agents: Vec<&str> = callers.iter().map(|caller| caller.user_agent.as_str()).collect();
    assert_eq!(agents, ["laptop/2", "cron/1"]);
    let page = server.browser_of(ADMIN).await.get(TAB).await;
    assert!(page.says("cron/1") && page.says("203.0.113.1"), "{}", page.body);
    server.finish().await;
}

#[tokio::test]
async fn a_revoked_token_is_dead_at_once_and_no_other_is() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let cx = server.cx_as(ADMIN).await;
    let one = create(&cx, &named("one", "full", 0)).await.unwrap();
    let other = token(&cx, "full", 0).await;

    let done = browser.submit_to(TAB, &format!("/profile/api-token/{}/revoke", one.id), &[]).await;

    assert_eq!(done.location(), "/profile/api-token?done=revoked");
    assert_eq!((status(&server, one.token.reveal()).await, status(&server, &other).await), (401, 200));
    server.finish().await;
}

#[tokio::test]
async fn nobody_touches_the_token_of_somebody_else() {
    let server = TestServer::start().await;
    let made = create(&server.cx_as(ADMIN).await, &named("one", "full", 0)).await.unwrap();
    let other = server.cx_as(BaseRole::Super).await;

    assert_refused(revoke(&other, &made.id).await, &NOT_FOUND);
    assert_refused(rotate(&other, &made.id, 1).await, &NOT_FOUND);
    assert_eq!(status(&server, made.token.reveal()).await, 200);
    server.finish().await;
}

#[tokio::test]
async fn one_has_so_many_named_tokens_and_no_more() {
    let server = TestServer::start_with(|config| config.api_tokens.per_user_max = 2).await;
    let cx = server.cx_as(ADMIN).await;
    let first = create(&cx, &named("one", "full", 0)).await.unwrap();
    create(&cx, &named("two", "full", 0)).await.unwrap();

    assert_refused(create(&cx, &named("three", "full", 0)).await, &TOO_MANY);
    revoke(&cx, &first.id).await.unwrap();

    create(&cx, &named("three", "full", 0)).await.unwrap();
    server.finish().await;
}

#[tokio::test]
async fn whoever_has_all_tokens_that_they_may_have_can_rotate_each_of_them_once() {
    let server = TestServer::start_with(|config| config.api_tokens.per_user_max = 2).await;
    let cx = server.cx_as(ADMIN).await;
    let first = create(&cx, &named("one", "full", 0)).await.unwrap();
    let second = create(&cx, &named("two", "full", 0)).await.unwrap();

    let again = rotate(&cx, &first.id, 1).await.unwrap();
    assert_refused(create(&cx, &named("three", "full", 0)).await, &TOO_MANY);
    rotate(&cx, &second.id, 1).await.unwrap();
    assert_eq!(mine(&cx).await.unwrap().len(), 4);
    assert_refused(rotate(&cx, &again.id, 1).await, &TOO_MANY);

    server.advance(2 * HOUR_MS);
    rotate(&server.cx_as(ADMIN).await, &again.id, 1).await.unwrap();
    server.finish().await;
}

#[tokio::test]
async fn tokens_that_are_made_at_once_are_no_more_than_there_may_be() {
    let server = TestServer::start_with(|config| config.api_tokens.per_user_max = 2).await;
    let cx = server.cx_as(ADMIN).await;

    let one = async |name: &str| create(&cx, &named(name, "full", 0)).await.is_ok();
    let made = tokio::join!(one("a"), one("b"), one("c"), one("d"));

    assert_eq!([made.0, made.1, made.2, made.3].into_iter().filter(|made| *made).count(), 2);
    assert_eq!(mine(&cx).await.unwrap().len(), 2);
    server.finish().await;
}

#[tokio::test]
async fn whoever_asks_for_the_first_single_token_twice_at_once_gets_the_same_one_twice() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;

    let (one, other) = tokio::join!(first_profile_token(&cx), first_profile_token(&cx));

    let (one, other) = (one.unwrap().1, other.unwrap().1);
    assert_eq!(one.reveal(), other.reveal());
    assert_eq!(status(&server, one.reveal()).await, 200);
    assert_eq!(server.events_named("api_tokens.create").await.len(), 1);
    server.finish().await;
}

#[tokio::test]
async fn what_a_token_cannot_be_is_refused() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;

    for name in ["", "   ", "line\nbreak", &"x".repeat(61)] {
        assert_refused(create(&cx, &named(name, "full", 1)).await, &BAD_NAME);
    }
    for days in [-1, 3_651] {
        assert_refused(create(&cx, &named("script", "full", days)).await, &BAD_EXPIRY);
    }
    assert_refused(create(&cx, &named("script", "root", 1)).await, &BAD_SCOPE);
    server.finish().await;
}

#[tokio::test]
async fn the_tokens_of_a_deleted_user_are_gone() {
    let server = TestServer::start().await;
    let token = token(&server.cx_as(BaseRole::Consumer).await, "full", 0).await;

    users::delete(&server.host(), &[server.id_of(BaseRole::Consumer).to_owned()]).await.unwrap();

    assert_eq!(status(&server, &token).await, 401);
    server.finish().await;
}

#[tokio::test]
async fn a_known_token_is_refused_at_the_very_next_request_after_it_was_revoked() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let made = create(&cx, &named("script", "full", 1)).await.unwrap();
    let signed = renew_profile_token(&cx).await.unwrap().1;
    let (named, signed) = (made.token.reveal(), signed.reveal());
    for token in [named, named, signed, signed] {
        assert_eq!(status(&server, token).await, 200);
    }

    revoke(&cx, &made.id).await.unwrap();
    assert_eq!((status(&server, named).await, status(&server, signed).await), (401, 200));
    renew_profile_token(&cx).await.unwrap();

    assert_eq!(status(&server, signed).await, 401);
    server.finish().await;
}

const NEW_TOKEN: [(&str, &str); 3] = [("name", "typed & kept"), ("scope", "users:read"), ("days", "30")];

fn given<'a>(fields: &[(&'a str, &'a str)], password: &'a str) -> Vec<(&'a str, &'a str)> {
    [fields, &[("current_password", password)]].concat()
}

#[tokio::test]
async fn a_token_needs_the_password_again_after_a_while_and_nothing_typed_is_lost() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let old = browser.cookie("seatwarden-local").to_owned();
    server.advance(15 * MINUTE_MS);

    let asked = browser.submit(TAB, &NEW_TOKEN).await;
    let wrong = browser.submit(TAB, &given(&NEW_TOKEN, "not the password")).await;
    let made = browser.submit(TAB, &given(&NEW_TOKEN, PASSWORD)).await;

    for page in [&asked, &wrong] {
        assert!(page.says("name=\"name\" value=\"typed &amp; kept\""), "{}", page.body);
        assert!(page.says("value=\"users:read\"") && page.says("value=\"30\""));
        assert!(page.says("name=\"current_password\"") && page.field("field-new_token").is_none());
    }
    assert!(wrong.status == 422 && wrong.says("This is not your current password."), "{}", wrong.body);
    let token = made.field("field-new_token").unwrap();
    assert_eq!(status(&server, &token).await, 200);
    assert_ne!(browser.cookie("seatwarden-local"), old, "the session has a new token (SE-01)");
    let next = browser.submit(TAB, &NEW_TOKEN).await;
    assert!(next.field("field-new_token").is_some(), "for a while it is not asked again");
    assert_eq!(server.events_named("passwords.confirm").await.len(), 1);
    server.finish().await;
}

#[tokio::test]
async fn a_refused_field_after_the_password_is_told_at_the_form_with_what_was_typed() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    server.advance(15 * MINUTE_MS);
    let fields = [("name", ""), ("scope", "users:read"), ("days", "30")];

    let refused = browser.submit(TAB, &given(&fields, PASSWORD)).await;

    assert_eq!(refused.status, 422);
    assert!(refused.says("A token needs a name"));
    let ticked: Vec<&str> =
        refused.body.split("name=\"scope.").skip(1).filter_map(|rest| rest.split('>').next()).collect();
    let ticked: Vec<&&str> = ticked.iter().filter(|tag| tag.contains("checked")).collect();
    assert!(ticked.len() == 1 && ticked[0].starts_with("users:read"), "{ticked:?}");
    assert!(refused.field("field-new_token").is_none());
    assert!(browser.is_signed_in().await);
    server.finish().await;
}

#[tokio::test]
async fn rotating_and_renewing_need_the_password_again_and_revoking_does_not() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let id = create(&server.cx_as(ADMIN).await, &named("script", "full", 0)).await.unwrap().id;
    let (rotate, revoke) = (format!("{TAB}/{id}/rotate"), format!("{TAB}/{id}/revoke"));
    let renew = format!("{TAB}/renew");
    let confirmed = [("confirmed", "yes")];
    server.advance(15 * MINUTE_MS);

    let rotated = browser.submit_to(TAB, &rotate, &[]).await;
    let renewed = browser.submit_to(TAB, &renew, &confirmed).await;
    assert!(rotated.says(&format!("action=\"{rotate}\"")) && rotated.says("current_password"));
    assert!(renewed.says(&format!("action=\"{renew}\"")) && renewed.says("value=\"yes\""));
    assert_eq!((mine(&server.cx_as(ADMIN).await).await.unwrap().len(), server.mails().len()), (1, 0));

    let rotated = browser.submit_to(TAB, &rotate, &given(&[], PASSWORD)).await;
    server.advance(15 * MINUTE_MS);
    let renewed = browser.submit_to(TAB, &renew, &given(&confirmed, PASSWORD)).await;
    server.advance(15 * MINUTE_MS);
    let revoked = browser.submit_to(TAB, &revoke, &[]).await;

    assert!(rotated.field("field-new_token").is_some(), "{}", rotated.body);
    assert_eq!(renewed.location(), "/profile/api-token?done=token");
    assert_eq!(revoked.location(), "/profile/api-token?done=revoked");
    assert!(browser.is_signed_in().await);
    server.finish().await;
}

#[tokio::test]
async fn an_sso_user_is_told_to_sign_in_anew_because_there_is_no_password_to_give() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    server.sql("update users set origin = 'sso' where email = 'admin@people.example'").await;
    assert!(browser.submit(TAB, &NEW_TOKEN).await.field("field-new_token").is_some());
    server.advance(15 * MINUTE_MS);

    let asked = browser.submit(TAB, &given(&NEW_TOKEN, PASSWORD)).await;

    assert!(asked.says("Your organization signs you in") && asked.says("action=\"/logout\""));
    assert!(!asked.says("current_password") && asked.field("field-new_token").is_none());
    server.finish().await;
}
