//! What the list of objects and that of transfers promise on their pages.

use serde_json::json;

use super::super::{
    Filter, Keeps, NewObject, ObjectKind, Verdict, find, list, recent_transfers, register_table, transfer_all,
};
use super::{ADMIN, DESIGNER, VIEWER, add, object};
use crate::{
    accounts::users::NewUser,
    testing::{TestServer, email_of, new_user},
};

#[tokio::test]
async fn transfers_are_listed_page_by_page() {
    let server = TestServer::start().await;
    let host = server.host();
    for _ in 0..60 {
        transfer_all(&host, &email_of(DESIGNER), &email_of(VIEWER), None, Keeps::View).await.unwrap();
    }
    let mut admin = server.browser_of(ADMIN).await;

    let (first, next) = recent_transfers(&host, None).await.unwrap();
    let (second, end) = recent_transfers(&host, next.as_deref()).await.unwrap();
    let page = admin.get("/admin/ownership/transfers").await;
    let older = admin.get(&format!("/admin/ownership/transfers?after={}", next.unwrap())).await;

    assert_eq!((first.len(), second.len(), end), (50, 10, None));
    assert!(first.iter().all(|one| second.iter().all(|other| other.id < one.id)));
    assert!(page.says("50 transfers shown") && page.says("Older"), "{}", page.body);
    assert!(older.says("10 transfers shown") && !older.says("Older"), "{}", older.body);
    server.finish().await;
}

#[tokio::test]
async fn the_owner_is_found_by_a_part_of_the_name_and_several_are_told_apart() {
    let server = TestServer::start().await;
    let host = server.host();
    let only =
        NewUser { last_name: "Kowalevskaja".into(), ..new_user("sonja@people.example", "contributor") };
    let email = server.add(only).await.person.email;
    add(&host, NewObject { title: "Hers".into(), ..object(ObjectKind::Dashboard, "1", &email) }).await;
    add(&host, NewObject { title: "His".into(), ..object(ObjectKind::Dashboard, "2", &email_of(VIEWER)) })
        .await;
    for email in ["graham.a@many.example", "graham.b@many.example"] {
        server.add(new_user(email, "consumer")).await;
    }
    let mut admin = server.browser_of(ADMIN).await;

    let only = admin.get("/admin/ownership?owner=KOWA").await;
    let several = admin.get("/admin/ownership?owner=graham").await;
    let nobody = admin.get("/admin/ownership?owner=zzz").await;

    assert!(only.status == 200 && only.says("Hers") && !only.says("His<"), "{}", only.body);
    assert_eq!(only.field("field-owner"), Some(email), "who was meant stands in the field");
    assert!(
        several.status == 200 && several.says("graham.a@") && several.says("graham.b@"),
        "{}",
        several.body
    );
    assert_eq!(several.field("field-owner").as_deref(), Some("graham"), "what was typed stays");
    assert_eq!(nobody.status, 422, "{}", nobody.body);
    server.finish().await;
}

#[tokio::test]
async fn the_list_is_a_file_that_no_spreadsheet_computes_and_that_is_read_back() {
    let server = TestServer::start().await;
    let host = server.host();
    let evil = NewObject {
        title: "=cmd|' /C calc'!A0".into(),
        ..object(ObjectKind::Dashboard, "-1", &email_of(DESIGNER))
    };
    add(&host, evil).await;
    add(&host, object(ObjectKind::Folder, "f", &email_of(VIEWER))).await;
    let mut admin = server.browser_of(ADMIN).await;

    let all = admin.submit_to("/admin/ownership", "/admin/ownership/export", &[]).await;
    let folders = admin
        .submit_to("/admin/ownership", "/admin/ownership/export", &[("kind", "folder"), ("mark", "1")])
        .await;

    assert_eq!(all.header("content-type"), "text/csv; charset=utf-8");
    assert!(
        all.body.starts_with("kind,external_id,title,owner,owner_name,folder,created,changed\r\n"),
        "{}",
        all.body
    );
    assert!(all.says("dashboard,\"'-1\",\"'=cmd|' /C calc'!A0\"") && all.says("folder,f,"), "{}", all.body);
    assert!(folders.body.starts_with('\u{feff}') && !folders.says("=cmd"), "{}", folders.body);
    assert_eq!(server.events_named("ownership.export").await.len(), 2);
    server.sql("delete from owned_objects").await;
    register_table(&host, &all.body).await.unwrap();
    let back =
        list(&host, &Filter { search: Some("=cmd".into()), limit: 10, ..Filter::default() }).await.unwrap();
    assert_eq!(back.objects[0].external_id, "-1");
    server.finish().await;
}

#[tokio::test]
async fn a_list_that_says_two_things_of_one_object_is_refused_in_the_second_entry() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;
    let entry = |id: &str, title: &str| json!({ "kind": "dashboard", "externalId": id, "title": title, "owner": email_of(DESIGNER) });
    let entries = [entry("1", "Sales"), entry("2", "Other"), entry(" 1 ", "Sales"), entry("1", "Losses")];

    let path = "/api/v1/ownership/objects";
    let answer = server.request("POST", path).bearer(&token).json(&json!(entries)).send().await.json();

    let items = answer["items"].as_array().unwrap();
    let words: Vec<&str> = items.iter().map(|item| item["verdict"].as_str().unwrap()).collect();
    assert_eq!(words, ["added", "added", "unchanged", "refused"]);
    assert_eq!(items[3]["code"], "ownership.named_twice");
    assert_eq!(items[3]["detail"], "Row 1 says something else of the same object.");
    let kept = find(&server.host(), items[0]["id"].as_str().unwrap()).await.unwrap();
    assert_eq!(kept.title, "Sales");
    server.finish().await;
}

#[tokio::test]
async fn a_row_with_more_cells_than_heads_is_refused_and_the_others_are_registered() {
    let server = TestServer::start().await;
    let owner = email_of(DESIGNER);
    let table = format!(
        "kind,id,owner,title\ndashboard,1,{owner},Sales, North\ndashboard,2,{owner},\"Sales, North\"\ndashboard,3,{owner},Sales,,\n"
    );

    let rows = register_table(&server.host(), &table).await.unwrap();

    let words: Vec<(usize, &str)> = rows.iter().map(|(line, _, verdict)| (*line, verdict.word())).collect();
    assert_eq!(words, [(2, "refused"), (3, "added"), (4, "added")]);
    let Verdict::Refused(why) = &rows[0].2 else { panic!("{rows:?}") };
    assert_eq!((why.code, why.values[0].1.as_str()), ("ownership.surplus", "North"));
    server.finish().await;
}
