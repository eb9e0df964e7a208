//! One's own names are changed one by one: what is not sent, or not touched in the form, stays as it is by then.

use serde_json::json;

use crate::{
    accounts::users::{self, UserPatch},
    cx::BaseRole,
    testing::TestServer,
};

const VIEWER: BaseRole = BaseRole::Consumer;
const PAGE: &str = "/profile/personal-information";

#[tokio::test]
async fn of_two_calls_at_once_neither_undoes_what_the_other_one_changed() {
    let server = TestServer::start().await;
    let token = server.token_of(VIEWER).await;
    let change = |body| server.request("PATCH", "/api/v1/account").bearer(&token).json(&body).send();

    for n in 0..5 {
        let (first, last) = (format!("Mary {n}"), format!("Somerville {n}"));
        let (one, other) =
            tokio::join!(change(json!({ "firstName": first })), change(json!({ "lastName": last })));

        assert_eq!((one.status, other.status), (200, 200), "{} {}", one.body, other.body);
        let person = users::find(&server.host(), server.id_of(VIEWER)).await.unwrap().person;
        assert_eq!((person.first_name, person.last_name), (first, last));
    }
    server.finish().await;
}

#[tokio::test]
async fn the_form_sends_only_what_was_touched_back_over_what_came_meanwhile() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    let opened = browser.get(PAGE).await;
    let was = |name: &str| {
        let field = format!("name=\"was_{name}\" value=\"");
        let rest = opened.body.split(&field).nth(1).unwrap_or_else(|| panic!("no {name}: {}", opened.body));
        rest.split('"').next().unwrap().to_owned()
    };
    let (first, last, user) = (was("first_name"), was("last_name"), was("user_name"));
    let patch = UserPatch { last_name: Some("Greig".into()), ..UserPatch::default() };
    users::update(&server.host(), server.id_of(VIEWER), patch).await.unwrap();

    let form = |name| {
        [
            ("was_first_name", first.as_str()),
            ("was_last_name", last.as_str()),
            ("was_user_name", user.as_str()),
            ("first_name", name),
            ("last_name", last.as_str()),
            ("user_name", user.as_str()),
        ]
    };
    let long = "x".repeat(101);
    let refused = browser.submit(PAGE, &form(&long)).await;
    let saved = browser.submit(PAGE, &form("Mary")).await;

    assert_eq!((refused.status, saved.status), (422, 303), "{}", saved.body);
    assert!(refused.says(&format!("name=\"was_last_name\" value=\"{last}\"")), "{}", refused.body);
    let person = users::find(&server.host(), server.id_of(VIEWER)).await.unwrap().person;
    assert_eq!((person.first_name.as_str(), person.last_name.as_str()), ("Mary", "Greig"));
    server.finish().await;
}
