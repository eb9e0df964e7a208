//! Of many that are sent in one call, a refusal says which one it is about.

use serde_json::{Value, json};

use crate::{
    cx::BaseRole,
    testing::{Answer, Script, TestServer, email_of},
};

const ADMIN: BaseRole = BaseRole::Admin;
const BULK: &str = "/api/v1/users/bulk";

/// What a refusal says of the element: index, value, field.
fn element(answer: &Answer) -> (Value, Value, Value) {
    let mut element = answer.json()["error"]["subErrors"][0].clone();
    assert_eq!(element["message"], answer.json()["error"]["message"], "{}", answer.body);
    (element["index"].take(), element["value"].take(), element["field"].take())
}

fn user(email: &str) -> Value {
    json!({ "email": email })
}

#[tokio::test]
async fn adding_many_says_which_one_is_refused_and_never_a_password() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let taken = email_of(BaseRole::Consumer);
    let weak = json!({ "email": "weak@people.example", "password": "short1!" });
    let nowhere = json!({ "email": "in@people.example", "groups": ["Norht"] });
    let wrong = json!({ "email": "wrong@people.example", "active": "perhaps" });
    let named = json!({ "email": "n@people.example", "userName": taken });

    for (third, code, value, field) in [
        (user(&taken), "users.email_taken", taken.as_str(), "email"),
        (named, "users.email_taken", "n@people.example", "userName"),
        (user("no address"), "users.bad_email", "no address", "email"),
        (user(""), "users.bad_email", "", "email"),
        (user("A@people.example"), "users.twice_in_list", "A@people.example", "email"),
        (weak, "passwords.too_short", "weak@people.example", "password"),
        (nowhere, "groups.unknown", "in@people.example", "groups"),
        (wrong, "users.wrong_type", "wrong@people.example", "active"),
    ] {
        let list = json!([user("a@people.example"), user("b@people.example"), third]);
        for path in [BULK, "/api/users"] {
            let answer = script.send("POST", path, list.clone()).await;

            let value = if value.is_empty() { Value::Null } else { json!(value) };
            assert_eq!(element(&answer), (json!(2), value, json!(field)), "{code}: {}", answer.body);
            assert!(path != BULK || answer.json()["code"] == code, "{}", answer.body);
            assert!(!answer.body.contains("short1!"), "{}", answer.body);
        }
    }
    let nowhere = json!([{ "email": "in@people.example", "groups": ["Norht"] }]);
    let answer = script.send("POST", BULK, nowhere).await;
    assert!(answer.says("There is no group “Norht”."), "{}", answer.body);
    assert_eq!(answer.json()["error"]["resourceName"], "Norht");
    assert_eq!(server.number("select count(*) from users").await, 6);
    server.finish().await;
}

#[tokio::test]
async fn one_of_a_thousand_and_more_who_has_the_name_of_somebody_is_found() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let mut list: Vec<Value> = (0..1_010).map(|number| user(&format!("m{number}@people.example"))).collect();
    list[1_005] = user(&email_of(ADMIN));

    let answer = script.send("POST", BULK, json!(list)).await;

    assert_eq!(element(&answer), (json!(1_005), json!(email_of(ADMIN)), json!("email")));
    server.finish().await;
}

#[tokio::test]
async fn deleting_many_says_which_one_is_refused() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let good = server.id_of(BaseRole::Consumer);
    let (own, sysadmin) = (server.id_of(ADMIN), email_of(BaseRole::Super));

    for (bad, code) in
        [("unknown", "users.unknown"), (own, "users.not_yourself"), (&sysadmin, "users.last_sysadmin")]
    {
        for dry in ["", "&dryRun=true"] {
            let answer = script.send("DELETE", &format!("{BULK}?ids={good},{bad}{dry}"), json!({})).await;
            assert_eq!(element(&answer).0, 1, "{}", answer.body);
            assert_eq!((element(&answer).1, &answer.json()["code"]), (json!(bad), &json!(code)));
        }
        let old = script.send("POST", "/api/users/delete", json!([good, bad])).await;
        assert_eq!((element(&old).0, element(&old).1), (json!(1), json!(bad)), "{}", old.body);
    }
    assert_eq!(server.number("select count(*) from users").await, 6);
    server.finish().await;
}

#[tokio::test]
async fn a_call_about_one_names_no_place_in_a_list() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let taken = user(&email_of(BaseRole::Consumer));

    for answer in [
        script.send("POST", "/api/v1/users", taken.clone()).await,
        script.send("POST", "/api/users", taken).await,
        script.send("DELETE", "/api/v1/users/0123456789abcdef01234567", json!({})).await,
        script.send("DELETE", "/api/users/0123456789abcdef01234567", json!({})).await,
        script.send("DELETE", "/api/v1/groups/none", json!({})).await,
    ] {
        assert!(answer.status >= 400 && !answer.says("subErrors"), "{}", answer.body);
    }
    server.finish().await;
}

#[tokio::test]
async fn groups_and_members_are_named_as_well() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let viewer = server.id_of(BaseRole::Consumer);
    script.send("POST", "/api/v1/groups", json!({ "name": "Sales" })).await;

    let gone = script.send("DELETE", "/api/groups", json!({ "groups": ["Sales", "Norht"] })).await;
    let member = script.send("POST", "/api/groups/Sales/users", json!([viewer, "nobody"])).await;
    let again = script.send("POST", "/api/users/resendinvite", json!(["nobody@people.example"])).await;

    assert_eq!((element(&gone).0, element(&gone).1), (json!(1), json!("Norht")), "{}", gone.body);
    assert_eq!((element(&member).0, element(&member).1), (json!(1), json!("nobody")), "{}", member.body);
    let invited = (json!(0), json!("nobody@people.example"));
    assert_eq!((element(&again).0, element(&again).1), invited, "{}", again.body);
    server.finish().await;
}
