//! What is secret stays out of the log, at any level.

use super::must_not_be_logged;
use reqwest::Method;
use seatwarden_e2e::{
    database::Engine,
    demo::{Demo, Person},
    http::{Http, value_after},
    inbox::Inbox,
};
use serde_json::json;

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
    let demo = Demo::start_talkative(engine).await;
    let ready = demo.ready().clone();
    let person = demo.user("contributor").clone();
    let mut secrets = vec![ready.api_key.clone(), ready.sysadmin.password.clone(), person.password.clone()];
    let http = Http::browser(demo.url());
    let entered = http.sign_in(&person).await;
    secrets.extend(entered.cookie("seatwarden-local").map(str::to_owned));
    let page = http.get("/profile/api-token").await;
    secrets.push(page.csrf());
    let (_, field) = page.body.split_once("id=\"field-api_token\"").unwrap();
    secrets.extend(value_after(field, "value=\""));
    let fields = [("name", "reports"), ("scope", "full"), ("days", "30")];
    let created = http.submit("/profile/api-token", "/profile/api-token", &fields).await;
    if let Some((_, field)) = created.body.split_once("id=\"field-new_token\"") {
        secrets.extend(value_after(field, "value=\""));
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
