//! What an import leaves behind: no groups that nobody uses, no invitations of those who are no people, and nothing that
//! was asked for by mistake.

use super::{
    ADMIN, Options, SILENT, State, VIEWER, applied, checked, find, make_group, read, undo, undone, verdicts,
};
use crate::{
    accounts::{
        groups,
        ownership::{self, NewObject, ObjectKind, Share},
        users::{self, NewService},
    },
    testing::{TestServer, email_of},
};

const MAKING: Options = Options { makes_groups: true, ..SILENT };

#[tokio::test]
async fn taking_an_import_back_deletes_the_groups_that_it_made_unless_somebody_uses_them() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    make_group(&server, "Old").await;
    let table = "email,groups\na@house.example,Old;Empty;Used\n";
    let import = applied(&server, &cx, table, MAKING).await;
    let used = server.text("select id from groups where name = $1", "Used").await;
    let mut tx = server.app.db.write().await.unwrap();
    groups::join(&mut tx, &server.host(), &used, server.id_of(VIEWER)).await.unwrap();
    tx.commit().await.unwrap();

    undone(&server, &cx, &import).await;

    let left = "select count(*) from groups where name in ('Old', 'Used', 'Empty')";
    assert_eq!(server.number(left).await, 2);
    assert_eq!(server.number("select count(*) from groups where name = 'Empty'").await, 0);
    let page = server.browser_of(ADMIN).await.get(&format!("/admin/users/import/{}", import.id)).await;
    assert!(page.says("made by this import") && page.says("<bdi>Used</bdi>"), "{}", page.body);
    server.finish().await;
}

#[tokio::test]
async fn a_group_that_was_nested_or_shared_with_since_stays_when_its_import_is_taken_back() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    make_group(&server, "Old").await;
    let table = "email,groups\na@house.example,Inner;Outer;Reader;Empty\n";
    let import = applied(&server, &cx, table, MAKING).await;
    groups::add_subgroup(&cx, "Old", "Inner").await.unwrap();
    groups::add_subgroup(&cx, "Outer", "Old").await.unwrap();
    let reader = server.text("select id from groups where name = $1", "Reader").await;
    let share =
        |party_id| Share { party_kind: "group".into(), party_id, rule: "view".into(), subscribed: false };
    let shared = NewObject {
        kind: ObjectKind::Dashboard.word().into(),
        external_id: "d".into(),
        owner: email_of(VIEWER),
        shares: Some(vec![share(reader)]),
        ..NewObject::default()
    };
    ownership::register(&server.host(), vec![shared]).await.unwrap();

    undone(&server, &cx, &import).await;

    let left = "select count(*) from groups where name in ('Inner', 'Outer', 'Reader', 'Empty')";
    assert_eq!(server.number(left).await, 3);
    assert_eq!(server.number("select count(*) from groups where name = 'Empty'").await, 0);
    server.finish().await;
}

#[tokio::test]
async fn an_import_is_not_taken_back_before_its_groups_are_gone() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let import = applied(&server, &cx, "email,groups\na@house.example,Empty\n", MAKING).await;
    undo(&cx, &import.id, None).await.unwrap();
    let mut tx = server.app.db.write().await.unwrap();
    tx.sql("alter table deleted_groups rename to deleted_groups_away").run().await.unwrap();
    tx.commit().await.unwrap();

    super::super::step(&server.host(), &import.id).await.unwrap_err();

    assert_eq!(find(&cx, &import.id).await.unwrap().state, State::Undoing);
    let mut tx = server.app.db.write().await.unwrap();
    tx.sql("alter table deleted_groups_away rename to deleted_groups").run().await.unwrap();
    tx.commit().await.unwrap();
    server.run_jobs().await;
    assert_eq!(find(&cx, &import.id).await.unwrap().state, State::Undone);
    assert_eq!(server.number("select count(*) from groups where name = 'Empty'").await, 0);
    server.finish().await;
}

#[tokio::test]
async fn the_database_counts_anew_even_if_the_server_is_killed_after_the_last_row() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let import = checked(&server, &cx, "email\na@house.example\n", SILENT).await;
    super::apply(&cx, &import.id, None).await.unwrap();

    super::super::step(&server.host(), &import.id).await.unwrap();

    assert_eq!(find(&cx, &import.id).await.unwrap().state, State::Applied);
    let waiting = "select count(*) from jobs where kind = 'import.count' and state = 'waiting'";
    assert_eq!(server.number(waiting).await, 1, "it is promised by the commit of the last row");
    server.run_jobs().await;
    assert_eq!(server.number(waiting).await, 0);
    server.finish().await;
}

#[tokio::test]
async fn groups_whose_rows_were_all_refused_do_not_stay() {
    let server = TestServer::start_with(|config| config.seats.viewers = 2).await;
    let cx = server.cx_as(ADMIN).await;
    let import = checked(&server, &cx, "email,groups\na@house.example,Lonely\n", MAKING).await;
    server.add(crate::testing::new_user("quick@house.example", "viewer")).await;

    super::apply(&cx, &import.id, None).await.unwrap();
    server.run_jobs().await;

    assert_eq!(verdicts(&cx, &import).await, ["seats.none_left"]);
    assert_eq!(server.number("select count(*) from groups where name = 'Lonely'").await, 0);
    server.finish().await;
}

#[tokio::test]
async fn accounts_of_other_origins_in_an_export_are_refused_and_never_invited() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let service = NewService { name: "Nightly".into(), ..NewService::default() };
    let service = users::create_service(&server.host(), &service).await.unwrap().person.email;
    let token = server.token_of(ADMIN).await;
    let file =
        server.request("GET", "/api/v1/users/export?search=service.invalid").bearer(&token).send().await;
    assert!(file.says(&service) && file.says(",service,"), "{}", file.body);

    let there = checked(&server, &cx, &file.body, SILENT).await;
    assert_eq!(verdicts(&cx, &there).await, ["unchanged"], "it is the same server");
    let table = "email,Herkunft\nnew@house.example,Hier angelegt\nbot@service.invalid,Dienstkonto\n\
                 sso@house.example,sso\nplace@house.example,Bern\n";
    let table = table.replace(
        "Dienstkonto",
        &crate::text::Text::new(crate::text::Language::De).users_list_origin_service(),
    );
    let import = checked(&server, &cx, &table, Options { invites: true, ..SILENT }).await;
    let other = "import.other_origin";

    assert_eq!(verdicts(&cx, &import).await, ["add", other, other, "add"]);
    server.finish().await;
}

#[tokio::test]
async fn a_misspelt_verdict_is_refused_and_imports_are_listed_page_by_page() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let table = format!("email,Kostenstelle,C\n{},12,Tr0ub4dor&3\n", email_of(VIEWER));
    for _ in 0..51 {
        read(&cx, &table).await;
        server.advance(1);
    }
    let import = read(&cx, &table).await;
    let token = server.token_of(ADMIN).await;
    let get = async |path: String| server.request("GET", &path).bearer(&token).send().await;

    let typo = get(format!("/api/v1/imports/{}/rows?verdict=typo", import.id)).await;
    assert!(typo.status == 422 && typo.says("import.unknown_verdict"), "{} {}", typo.status, typo.body);
    let first = get("/api/v1/imports".into()).await.json();
    let rest = get(format!("/api/v1/imports?after={}", first["next"].as_str().unwrap())).await.json();
    assert_eq!(
        (first["items"].as_array().map(Vec::len), rest["items"].as_array().map(Vec::len)),
        (Some(50), Some(2))
    );
    assert!(rest["next"].is_null());
    let page = server.browser_of(ADMIN).await.get(&format!("/admin/users/import/{}", import.id)).await;
    assert!(!page.says("Tr0ub4dor") && page.says("may be passwords"), "{}", page.body);
    server.finish().await;
}
