//! Users over API v1, as clients of the platform call it.

use serde_json::{Value, json};

use super::super::{UserPatch, update};
use crate::{
    accounts::api_tokens::{self, NewToken},
    cx::BaseRole,
    testing::{DAY_MS, NEW_PASSWORD, PASSWORD, Script, TestServer, email_of, new_user},
};

const ADMIN: BaseRole = BaseRole::Admin;
const VIEWER: BaseRole = BaseRole::Consumer;

impl Script<'_> {
    async fn emails(&self, query: &str) -> Vec<String> {
        let answer = self.get(&format!("/api/v1/users{query}")).await;
        assert_eq!(answer.status, 200, "{query}: {}", answer.body);
        let email = |user: &Value| user["email"].as_str().unwrap_or_default().to_owned();
        answer.json().as_array().unwrap().iter().map(email).collect()
    }
}

#[tokio::test]
async fn the_list_is_filtered_sorted_cut_and_shaped_as_clients_ask() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let (viewer, admin) = (email_of(VIEWER), email_of(ADMIN));
    let role = script.get("/api/roles/viewer").await.json()["_id"].as_str().unwrap().to_owned();
    let (one, other) = (server.id_of(VIEWER), server.id_of(ADMIN));

    assert_eq!(script.emails("").await.len(), 6);
    assert_eq!(script.emails(&format!("?email={}&trc=x", viewer.to_uppercase())).await, [viewer.as_str()]);
    assert_eq!(script.emails(&format!("?email={}", &viewer[1..])).await, [""; 0]);
    assert_eq!(script.emails(&format!("?roleId={role}")).await, [viewer.as_str()]);
    assert_eq!(script.emails("?firstName=ada&active=true").await, [email_of(BaseRole::Super)]);
    assert_eq!(script.emails("?firstName=ad").await, [""; 0]);
    assert_eq!(script.emails("?lastName=LOVELACE&firstName=ada").await, [email_of(BaseRole::Super)]);
    assert_eq!(script.emails("?lastName=Lovelace&firstName=Grace").await, [""; 0]);
    assert_eq!(script.emails("?active=false").await, [""; 0]);
    assert_eq!(script.emails("?origin=ad").await, [""; 0]);
    for ids in
        [format!("?ids={one},{other}"), format!("?ids={one}&ids={other}"), format!("?ids={one}%2C{other}")]
    {
        assert_eq!(script.emails(&ids).await, [viewer.clone(), admin.clone()], "{ids}");
    }
    let all = script.emails("?sort=email").await;
    assert!(all.is_sorted());
    let down = script.emails("?sort=-email&skip=1&limit=2").await;
    assert_eq!(down, [all[4].clone(), all[3].clone()]);
    for sort in ["userName", "email", "firstName", "lastName", "lastLogin", "created", "lastUpdated"] {
        for sort in [sort.to_owned(), format!("-{sort}")] {
            let all = script.emails(&format!("?sort={sort}")).await;
            assert_eq!(script.emails(&format!("?sort={sort}&skip=4")).await, all[4..], "{sort}");
            assert_eq!(script.emails(&format!("?sort={sort}&skip=6")).await, [""; 0], "{sort}");
        }
    }
    assert_eq!(script.emails("/?limit=1").await.len(), 1, "a slash at the end");

    let shaped = script.get("//api/v1/users?fields=email&limit=1").await;
    assert_eq!(shaped.json()[0].as_object().unwrap().keys().collect::<Vec<_>>(), ["_id", "email"]);
    let whole =
        script.get(&format!("/api/v1/users/{one}?expand=groups%2Crole&fields=-uiSettings")).await.json();
    assert_eq!(
        (&whole["role"]["name"], &whole["groups"][0]["name"]),
        (&json!("consumer"), &json!("Everyone"))
    );
    assert_eq!(whole["roleId"], json!(role));
    assert!(whole.get("uiSettings").is_none() && whole.get("roleName").is_none());
    let bad = script.get("/api/v1/users?expand=shoes").await;
    assert_eq!(bad.error(), (202, 404));
    assert_eq!(script.get("/api/v1/users/zzz").await.error(), (601, 422));
    assert_eq!(script.get("/api/v1/users/000000000000000000000000").await.error(), (2001, 404));
    assert_eq!(script.get(&format!("/api/v1/users/{}", viewer.replace('@', "%40"))).await.status, 200);
    server.finish().await;
}

#[tokio::test]
async fn users_are_added_changed_and_deleted_with_the_original_statuses() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;

    let pending = script.send("POST", "/api/v1/users", json!({ "email": "new@people.example" })).await;
    assert_eq!((pending.status, &pending.json()["active"]), (201, &json!(false)), "{}", pending.body);
    let dates =
        [&pending.json()["created"], &pending.json()["lastUpdated"]].map(|it| it.as_str().unwrap().len());
    assert_eq!(dates, [24, 24]);
    let id = pending.json()["_id"].as_str().unwrap().to_owned();
    let here = format!("/api/v1/users/{id}");
    let everyone = script.get("/api/v1/groups?name=everyone").await.json()[0]["_id"].clone();
    let group = script.send("POST", "/api/v1/groups", json!({ "name": "Sales" })).await;
    assert_eq!((group.status, &group.json()["ad"]), (201, &json!(false)));
    let change =
        json!({ "groups": [everyone, group.json()["_id"]], "lastName": "", "created": "x", "_id": "y" });
    let changed = script.send("PATCH", &here, change).await;
    assert_eq!(changed.status, 200, "{}", changed.body);
    assert_eq!(changed.json()["groups"].as_array().unwrap().len(), 2);
    let cleared = script.send("PATCH", &here, json!({ "groups": [] })).await.json();
    assert_eq!(cleared["groups"].as_array().unwrap().len(), 1, "what is sent is the whole set");

    let list =
        json!([{ "email": "a@people.example", "password": PASSWORD }, { "email": "b@people.example" }]);
    let made = script.send("POST", "/api/v1/users/bulk", list.clone()).await;
    assert_eq!((made.status, made.json().as_array().unwrap().len()), (201, 2));
    assert_eq!(script.send("POST", "/api/v1/users/bulk", list).await.error(), (2004, 400));
    assert_eq!(script.send("POST", "/api/v1/users/bulk", json!({})).await.error(), (2002, 400));
    let second = json!({ "email": "c@people.example", "roleId": "super" });
    assert_eq!(script.send("POST", "/api/v1/users", second).await.error(), (2006, 400));
    let sysadmin = format!("/api/v1/users/{}", server.id_of(BaseRole::Super));
    assert_eq!(script.send("DELETE", &sysadmin, json!({})).await.error(), (2011, 400));
    let ids: Vec<String> =
        made.json().as_array().unwrap().iter().map(|user| user["_id"].as_str().unwrap().to_owned()).collect();
    let bulk = format!("/api/v1/users/bulk?ids={}", ids.join(","));
    let gone = script.send("DELETE", &bulk, json!(null)).await;
    assert_eq!((gone.status, gone.body.as_str()), (204, ""));
    assert_eq!(script.send("DELETE", &bulk, json!(null)).await.error(), (2001, 404));
    assert_eq!(script.send("DELETE", &here, json!({})).await.status, 204);
    server.finish().await;
}

#[tokio::test]
async fn the_list_knows_the_filters_that_the_page_knows() {
    let server = TestServer::start().await;
    server.advance(31 * DAY_MS);
    let script = Script::of(&server, ADMIN).await;
    let (viewer, admin) = (email_of(VIEWER), email_of(ADMIN));
    server.browser_of(VIEWER).await;
    server.sql("update users set active = false where email = 'contributor@people.example'").await;
    script.send("POST", "/api/v1/users/service-accounts", json!({ "name": "nightly" })).await;
    let off = email_of(BaseRole::Contributor);
    let id = server.id_of(BaseRole::Contributor);

    assert_eq!(script.emails("?search=consum").await, [viewer.as_str()]);
    assert_eq!(script.emails("?state=inactive").await, [off.as_str()]);
    assert_eq!(script.emails(&format!("?state=inactive&ids={id}")).await, [off.as_str()]);
    assert_eq!(script.emails(&format!("?state=active&ids={id}")).await, [""; 0]);
    assert_eq!(script.emails(&format!("?idleDays=30&email={off}")).await, [off.as_str()]);
    assert_eq!(script.emails("?state=locked").await, [""; 0]);
    assert_eq!(script.emails("?seat=viewers").await, [viewer.as_str()]);
    assert_eq!(script.emails("?origin=service").await.len(), 1);
    assert_eq!(script.emails("?origin=local").await.len(), 6);
    assert_eq!(script.emails("?origin=sisense").await.len(), 7, "nobody comes from a directory");
    let unknown = script.get("/api/v1/users?origin=nonsense").await;
    assert!(unknown.status == 400 && unknown.says("users.unknown_filter"), "{}", unknown.body);
    assert!(!script.emails("?idleDays=1").await.contains(&viewer), "they were here just now");
    assert!(script.emails("?idleDays=1").await.contains(&off));
    for wrong in ["?state=gone", "?seat=window", "?idleDays=many", "?idleDays=0"] {
        let refused = script.get(&format!("/api/v1/users{wrong}")).await;
        assert_eq!(refused.status, 400, "{wrong}: {}", refused.body);
    }
    let told = script.get("/api/v1/users?state=gone").await;
    assert!(told.body.contains("users.unknown_filter") && told.body.contains("inactive"), "{}", told.body);
    let lock = UserPatch { locked: Some(true), ..UserPatch::default() };
    update(&server.host(), server.id_of(VIEWER), lock).await.unwrap();
    assert_eq!(script.emails("?state=locked").await, [viewer.as_str()]);
    assert_eq!(script.emails(&format!("?state=locked&email={admin}")).await, [""; 0]);
    server.finish().await;
}

#[tokio::test]
async fn a_script_fetches_who_fits_as_a_file() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let (viewer, id) = (email_of(VIEWER), server.id_of(VIEWER));

    let file = script.get("/api/v1/users/export?search=consumer&sort=-email").await;

    assert_eq!((file.status, file.header("content-type")), (200, "text/csv; charset=utf-8"));
    let mut lines = file.body.split("\r\n");
    let heads = "id,userName,email,firstName,lastName,role,groups,language,active,origin,seat,state,lastActive,daysSince,created";
    assert_eq!(lines.next(), Some(heads));
    let line = lines.next().unwrap();
    let begins = format!("{id},{viewer},{viewer},");
    assert!(
        line.starts_with(&begins) && line.contains(",consumer,Everyone,,true,local,viewers,active,"),
        "{line}"
    );
    assert_eq!(lines.next(), Some(""));
    assert_eq!(server.events_named("users.export").await.len(), 1);
    let nobody = script.get("/api/v1/users/export?group=nowhere").await;
    assert_eq!((nobody.status, nobody.body.as_str()), (200, format!("{heads}\r\n").as_str()));
    assert_eq!(script.get("/api/v1/users/export?state=gone").await.status, 400);
    assert_eq!(Script::of(&server, VIEWER).await.get("/api/v1/users/export").await.status, 403);
    server.finish().await;
}

#[tokio::test]
async fn the_settings_of_the_interface_are_merged_and_stay_small() {
    let server = TestServer::start().await;
    let script = Script::of(&server, VIEWER).await;
    let path = "/api/v1/users/uiSettings";

    script.send("PATCH", path, json!({ "seen": { "tour": true }, "theme": "dark" })).await;
    let merged = script.send("PATCH", path, json!({ "theme": null, "size": 2 })).await;

    assert_eq!((merged.status, merged.json()), (200, json!({ "seen": { "tour": true }, "size": 2 })));
    let large = json!({ "all": "x".repeat(70_000) });
    assert_eq!(script.send("PATCH", path, large).await.status, 413);
    server.finish().await;
}

#[tokio::test]
async fn the_token_is_shown_and_renewed_but_not_to_a_token_that_may_less() {
    let server = TestServer::start().await;
    let script = Script::of(&server, VIEWER).await;
    let first = script.get("//api/v1/authentication/tokens/api?trc=cli").await.json();
    let again = script.get("/api/v1/authentication/tokens/api").await.json();
    assert_eq!(first["token"], again["token"]);
    let shown = Script { server: &server, token: first["token"].as_str().unwrap().to_owned() };
    assert_eq!(shown.get("/api/users/loggedin").await.json()["email"], json!(email_of(VIEWER)));

    let renewed = script.send("POST", "/api/v1/authentication/tokens/api/renew", json!({})).await;
    assert_eq!(renewed.status, 200, "{}", renewed.body);
    assert_eq!(shown.get("/api/users/loggedin").await.status, 401);

    let cx = server.cx_as(VIEWER).await;
    let narrow = NewToken { name: "reader".into(), scope: "account:read".into(), days: 1 };
    let narrow = api_tokens::create(&cx, &narrow).await.unwrap();
    let reader = Script { server: &server, token: narrow.token.reveal().to_owned() };
    assert_eq!(reader.get("/api/users/loggedin").await.status, 200);
    assert_eq!(reader.get("/api/v1/authentication/tokens/api").await.status, 403);
    server.finish().await;
}

#[tokio::test]
async fn a_named_token_gets_no_token_that_outlives_it() {
    let server = TestServer::start().await;
    let cx = server.cx_as(VIEWER).await;
    let short = NewToken { name: "for today".into(), scope: "full".into(), days: 1 };
    let short = api_tokens::create(&cx, &short).await.unwrap();
    let thief = Script { server: &server, token: short.token.reveal().to_owned() };
    let path = "/api/v1/authentication/tokens/api";

    let made = thief.get(path).await;
    let renewed = thief.send("POST", "/api/v1/authentication/tokens/api/renew", json!({})).await;
    let mine = Script::of(&server, VIEWER).await.get(path).await;
    let shown = thief.get(path).await;

    for refused in [made, renewed, shown] {
        assert_eq!((refused.status, &refused.json()["code"]), (403, &json!("api_tokens.not_by_named")));
    }
    assert_eq!(mine.status, 200, "{}", mine.body);
    assert_eq!(server.events_named("api_tokens.create").await.len(), 2);
    server.finish().await;
}

#[tokio::test]
async fn access_is_ended_for_oneself_and_by_administrators() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let viewer = Script::of(&server, VIEWER).await;
    let mut browser = server.browser_of(VIEWER).await;

    let path = format!("/api/v1/authentication/admin/logout?users={}", server.id_of(VIEWER));
    assert_eq!(script.get(&path).await.status, 204);
    assert_eq!(viewer.get("/api/users/loggedin").await.status, 401);
    assert!(!browser.is_signed_in().await);
    let viewer = Script::of(&server, VIEWER).await;
    assert_eq!(viewer.get(&path).await.status, 403);
    assert_eq!(viewer.get("/api/v1/authentication/logout_all").await.status, 204);
    assert_eq!(viewer.get("/api/users/loggedin").await.status, 401);
    server.finish().await;
}

#[tokio::test]
async fn invitations_forgotten_passwords_and_locks_have_their_calls() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    script.send("POST", "/api/v1/users", json!({ "email": "new@people.example" })).await;
    // Two mails that wait go out in any order; here the second one counts.
    server.run_jobs().await;
    server.empty_mailboxes();
    let again =
        script.send("POST", "/api/v1/account/begin_activate", json!({ "email": "new@people.example" })).await;
    assert_eq!(again.status, 204, "{}", again.body);
    server.run_jobs().await;
    let link = server.mail_to("new@people.example").link();
    let token = link.rsplit('/').next().unwrap().to_owned();
    let here = format!("/api/v1/account/activate/{token}");
    let nobody = |method: &'static str, path: String| server.request(method, &path);
    assert_eq!(nobody("GET", here.clone()).send().await.json()["userName"], "new@people.example");
    let weak = nobody("POST", here.clone()).json(&json!({ "password": "password" })).send().await;
    assert_eq!(weak.error(), (2009, 400));
    let chosen = nobody("POST", here.clone()).json(&json!({ "password": PASSWORD })).send().await;
    assert_eq!(chosen.status, 204, "{}", chosen.body);
    assert_eq!(nobody("GET", here).send().await.status, 404);

    for email in ["new@people.example", "stranger@people.example"] {
        let asked =
            nobody("POST", "/api/v1/account/begin_reset_password".into()).json(&json!({ "email": email }));
        assert_eq!(asked.send().await.status, 204, "{email}");
    }
    let asked =
        nobody("POST", "/api/users/forgetpassword".into()).json(&json!({ "userEmail": "x@people.example" }));
    assert_eq!(asked.send().await.status, 200);
    let login = json!({ "username": "new@people.example", "password": PASSWORD });
    let token = nobody("POST", "/api/v1/authentication/login".into()).json(&login).send().await.json();
    let own = Script { server: &server, token: token["access_token"].as_str().unwrap().to_owned() };
    let change = json!({ "currentPassword": "wrong", "newPassword": NEW_PASSWORD });
    assert_eq!(own.send("POST", "/api/v1/account/change_password", change).await.status, 422);
    let change = json!({ "currentPassword": PASSWORD, "newPassword": NEW_PASSWORD });
    assert_eq!(own.send("POST", "/api/v1/account/change_password", change).await.status, 204);

    let lock = format!("/api/v1/account/lockout_status/{}", server.id_of(VIEWER));
    assert_eq!(script.get(&lock).await.json(), json!({ "blocked": false, "blockedUntil": "" }));
    server.add(new_user("other@people.example", "viewer")).await;
    let unlock = format!("/api/v1/account/remove_lockout/{}", server.id_of(VIEWER));
    assert_eq!(script.send("POST", &unlock, json!({})).await.status, 204);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn users_of_one_call_get_their_passwords_in_the_order_in_which_they_were_sent() {
    let server = TestServer::start_with(|config| config.passwords.hash_threads = 2).await;
    let token = server.token_of(BaseRole::Admin).await;
    let user = |number: usize| {
        let password = format!("copper lantern {number} meadow");
        json!({ "email": format!("many{number}@people.example"), "firstName": "Many", "password": password })
    };
    let users: Vec<Value> = (0..9).map(user).collect();

    let made = server.request("POST", "/api/v1/users/bulk").bearer(&token).json(&json!(users)).send().await;

    assert_eq!(made.status, 201, "{}", made.body);
    for (user, made) in users.iter().zip(made.json().as_array().unwrap()) {
        assert_eq!((&made["email"], &made["active"]), (&user["email"], &json!(true)));
        let login = json!({ "username": user["email"], "password": user["password"] });
        let entered = server.request("POST", "/api/v1/authentication/login").json(&login).send().await;
        assert_eq!(entered.status, 200, "{user}");
    }
    let mut bad = users.clone();
    bad[3]["password"] = json!("short");
    bad.iter_mut()
        .enumerate()
        .for_each(|(number, user)| user["email"] = json!(format!("other{number}@x.example")));
    let refused = server.request("POST", "/api/v1/users/bulk").bearer(&token).json(&json!(bad)).send().await;
    assert_eq!(refused.error(), (2009, 400));
    server.finish().await;
}
