//! Who may get something, whom something may be shared with, and who once had it.

use serde_json::json;

use super::super::{
    Filter, Keeps, NewObject, ONLY_INVITED, ObjectKind, SEVERAL_USERS, SWITCHED_OFF, UNKNOWN_USER,
    USER_NEEDED, Verdict, list, register, shares_of, transfer_all, transfer_objects,
};
use super::{ADMIN, DESIGNER, VIEWER, add, object};
use crate::{
    accounts::{
        ownership::Share,
        users::{self, NewService},
    },
    testing::{DAY_MS, TestServer, assert_refused, email_of, new_user},
};

fn share(kind: &str, id: &str) -> Share {
    Share { party_kind: kind.to_owned(), party_id: id.to_owned(), rule: "view".to_owned(), subscribed: false }
}

#[tokio::test]
async fn nobody_who_is_switched_off_is_handed_anything_at_any_door() {
    let server = TestServer::start().await;
    let host = server.host();
    let id = add(&host, object(ObjectKind::Dashboard, "1", &email_of(DESIGNER))).await;
    server.sql("update users set active = false where email = 'consumer@people.example'").await;
    let (from, to) = (email_of(DESIGNER), email_of(VIEWER));

    assert_refused(transfer_all(&host, &from, &to, None, Keeps::View).await, &SWITCHED_OFF);
    assert_refused(transfer_objects(&host, std::slice::from_ref(&id), &to, Keeps::View).await, &SWITCHED_OFF);
    // Of who was only invited nobody knows whether they ever come.
    server.sql("update users set invited_at_ms = 1 where email = 'consumer@people.example'").await;
    assert_refused(transfer_all(&host, &from, &to, None, Keeps::View).await, &ONLY_INVITED);
    let token = server.token_of(ADMIN).await;
    let wish = json!({ "objects": [id], "to": to });
    let refused =
        server.request("POST", "/api/v1/ownership/transfers").bearer(&token).json(&wish).send().await;
    assert!(refused.status == 422 && refused.says("ownership.only_invited"), "{}", refused.body);
    // Scripts of the platform make users and hand over to them at once.
    let path = "/api/v1/dashboards/1/change_owner";
    let wish = json!({ "ownerId": server.id_of(VIEWER) });
    let scripted = server.request("POST", path).bearer(&token).json(&wish).send().await;
    assert_eq!(scripted.status, 200, "{}", scripted.body);
    // But the platform may say what is theirs already: that is how accounts and their dashboards are brought in.
    add(&host, object(ObjectKind::Dashboard, "2", &to)).await;
    server.finish().await;
}

#[tokio::test]
async fn whoever_hands_something_to_a_service_account_is_told_that_it_is_one() {
    let server = TestServer::start().await;
    let host = server.host();
    let id = add(&host, object(ObjectKind::Dashboard, "1", &email_of(DESIGNER))).await;
    let new = NewService { name: "Nightly sync".into(), ..NewService::default() };
    let service = users::create_service(&host, &new).await.unwrap();
    let to = service.person.id.as_str();
    let mut admin = server.browser_of(ADMIN).await;
    let token = server.token_of(ADMIN).await;
    let told = "Nightly sync is a service account";

    let asked = admin.submit("/admin/ownership", &[("object", id.as_str()), ("to", to)]).await;
    let person = admin.submit("/admin/ownership", &[("object", &id), ("to", &email_of(VIEWER))]).await;
    let page = format!("/admin/users/{}/delete", server.id_of(DESIGNER));
    let leaving = admin.submit(&page, &[("fate_dashboard", "hand_over"), ("to", to)]).await;
    let wish = json!({ "objects": [id], "to": to, "dryRun": true });
    let forecast =
        server.request("POST", "/api/v1/ownership/transfers").bearer(&token).json(&wish).send().await;

    assert!(asked.says(told) && !person.says("service account"), "{}", asked.body);
    assert!(leaving.says(told), "{}", leaving.body);
    assert_eq!(forecast.json()["to"][0]["service"], true, "{}", forecast.body);
    assert!(transfer_objects(&host, &[id], to, Keeps::View).await.is_ok());
    server.finish().await;
}

#[tokio::test]
async fn where_nobody_is_named_it_is_said_that_somebody_must_be() {
    let server = TestServer::start().await;
    let host = server.host();
    let id = add(&host, object(ObjectKind::Dashboard, "1", &email_of(DESIGNER))).await;

    let unowned = register(&host, vec![object(ObjectKind::Dashboard, "2", " ")]).await.unwrap();

    assert!(
        matches!(&unowned[0], Verdict::Refused(why) if why.code == USER_NEEDED.code && why.field == Some("owner"))
    );
    assert_refused(transfer_objects(&host, &[id], "", Keeps::View).await, &USER_NEEDED);
    assert_refused(transfer_all(&host, "", &email_of(VIEWER), None, Keeps::View).await, &USER_NEEDED);
    server.finish().await;
}

#[tokio::test]
async fn nothing_is_registered_with_a_share_of_somebody_who_is_not_there() {
    let server = TestServer::start().await;
    let host = server.host();
    let with = |party: Share| NewObject {
        shares: Some(vec![party]),
        ..object(ObjectKind::Dashboard, "1", &email_of(DESIGNER))
    };

    let refused = register(&host, vec![with(share("user", "0123456789abcdef01234567"))]).await.unwrap();
    assert!(matches!(&refused[0], Verdict::Refused(why) if why.code == UNKNOWN_USER.code), "{refused:?}");
    assert_eq!(server.number("select count(*) from owned_objects").await, 0);
    let id = add(&host, with(share("user", server.id_of(VIEWER)))).await;
    users::delete(&host, &[email_of(VIEWER)]).await.unwrap();
    let again = register(&host, vec![with(share("user", server.id_of(VIEWER)))]).await.unwrap();
    assert_eq!(again[0].word(), "unchanged", "what is sent back as it was read is no mistake");
    server.advance(31 * DAY_MS);
    server.run_periodic_jobs().await;

    assert!(
        shares_of(&server.host(), &id).await.unwrap().is_empty(),
        "whoever is gone for good has no share"
    );
    server.finish().await;
}

#[tokio::test]
async fn a_full_name_that_one_user_has_is_enough_and_one_that_several_have_says_who_they_are() {
    let server = TestServer::start().await;
    let host = server.host();
    let called = |email: &str| users::NewUser {
        first_name: "Edgar".into(),
        last_name: "Codd".into(),
        ..new_user(email, "viewer")
    };
    let first = server.add(called("edgar@people.example")).await.person.id;
    let id = add(&host, object(ObjectKind::Dashboard, "1", &email_of(DESIGNER))).await;
    let other = add(&host, object(ObjectKind::Dashboard, "2", &email_of(DESIGNER))).await;
    let token = server.token_of(ADMIN).await;
    let mut admin = server.browser_of(ADMIN).await;
    let page = format!("/admin/users/{}/delete", server.id_of(DESIGNER));
    let fields = [("fate_dashboard", "hand_over"), ("to", "Edgar Codd")];

    let leaving = admin.submit(&page, &fields).await;
    let asked = admin.submit("/admin/ownership", &[("object", id.as_str()), ("to", "edgar codd ")]).await;
    let wish = json!({ "objects": [id], "to": "Edgar Codd" });
    let over_api =
        server.request("POST", "/api/v1/ownership/transfers").bearer(&token).json(&wish).send().await;
    let back = transfer_all(&host, "EDGAR Codd", &email_of(DESIGNER), None, Keeps::Nothing).await.unwrap();

    assert!(leaving.says("edgar@people.example") && !leaving.says("Nobody here"), "{}", leaving.body);
    assert!(asked.says("edgar@people.example") && !asked.says("Nobody here"), "{}", asked.body);
    assert_eq!((over_api.status, &over_api.json()["to"]), (200, &json!(first)), "{}", over_api.body);
    assert_eq!((back.from_user_id.as_ref(), back.moved), (Some(&first), 1));

    server.add(called("codd@people.example")).await;
    let leaving = admin.submit(&page, &fields).await;
    let asked = admin.submit("/admin/ownership", &[("object", other.as_str()), ("to", "Edgar Codd")]).await;
    let over_api =
        server.request("POST", "/api/v1/ownership/transfers").bearer(&token).json(&wish).send().await;

    for refused in [&leaving, &asked, &over_api] {
        assert_eq!(refused.status, 422, "{}", refused.body);
        assert!(
            refused.says("Several people are called") && refused.says("edgar@people.example"),
            "{}",
            refused.body
        );
        assert!(refused.says("codd@people.example"), "{}", refused.body);
    }
    let from_one_of_them = transfer_all(&host, "Edgar Codd", &email_of(DESIGNER), None, Keeps::View).await;
    assert_refused(from_one_of_them, &SEVERAL_USERS);
    server.finish().await;
}

#[tokio::test]
async fn former_owners_are_found_by_their_names_and_what_is_registered_late_has_a_name() {
    let server = TestServer::start().await;
    let host = server.host();
    let id = server.id_of(DESIGNER).to_owned();
    let named = users::UserPatch { first_name: Some("Murray".into()), ..users::UserPatch::default() };
    users::update(&host, &id, named).await.unwrap();
    users::delete(&host, &[email_of(DESIGNER)]).await.unwrap();
    // As on PostgreSQL, when somebody registers an object for them at the same moment.
    let mut tx = host.db.write().await.unwrap();
    tx.sql(
        "insert into owned_objects (id, kind, external_id, title, search_text, owner_id, created_at_ms, updated_at_ms) \
         values ('0a', 'dashboard', '1', 'Late', 'late', $1, 0, 0)",
    )
    .bind(id.as_str())
    .run()
    .await
    .unwrap();
    tx.commit().await.unwrap();

    let all = list(&host, &Filter { limit: 10, ..Filter::default() }).await.unwrap();
    assert_eq!(all.objects[0].owner.name, "Murray Hopper");
    let mut admin = server.browser_of(ADMIN).await;
    let listed = admin.get("/admin/ownership").await;
    assert!(listed.says(&format!("/admin/ownership?owner={id}")), "{}", listed.body);
    let offered = admin.get("/admin/ownership?owner=hopp").await;
    assert!(offered.says(&format!("owner={id}")), "{}", offered.body);
    let named = admin.get("/admin/ownership?owner=murray%20hopper").await;
    assert!(named.says("Late"), "{}", named.body);
    server.finish().await;
}

#[tokio::test]
async fn a_table_is_read_as_spreadsheets_write_it_and_never_with_wrong_letters() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;
    let table = format!("kind,id,title,owner\ndashboard,7,Übersicht,{}\n", email_of(DESIGNER));
    let send = async |bytes: Vec<u8>| {
        let request = server.request("POST", "/api/v1/ownership/objects/csv").bearer(&token);
        request.header("content-type", "text/csv").body(bytes.into()).send().await
    };

    let latin = send(table.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect()).await;
    let utf16 =
        send([0xff, 0xfe].into_iter().chain(table.encode_utf16().flat_map(u16::to_le_bytes)).collect()).await;

    assert!(latin.status == 422 && latin.says("ownership.not_text"), "{} {}", latin.status, latin.body);
    assert_eq!(
        (utf16.status, utf16.json()["items"][0]["verdict"].as_str()),
        (200, Some("added")),
        "{}",
        utf16.body
    );
    assert_eq!(server.number("select count(*) from owned_objects where title = 'Übersicht'").await, 1);
    server.finish().await;
}
