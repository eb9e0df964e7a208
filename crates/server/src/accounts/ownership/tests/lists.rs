//! What the list of objects and that of transfers promise on their pages.

use super::super::{Filter, Keeps, NewObject, ObjectKind, list, recent_transfers, transfer_all};
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
    super::register_table(&host, &all.body).await.unwrap();
    let back =
        list(&host, &Filter { search: Some("=cmd".into()), limit: 10, ..Filter::default() }).await.unwrap();
    assert_eq!(back.objects[0].external_id, "-1");
    server.finish().await;
}
