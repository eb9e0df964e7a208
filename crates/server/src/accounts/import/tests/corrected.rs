//! The result of an import can be corrected and sent again, and older imports are found.

use axum::body::Body;

use super::{ADMIN, Options, SILENT, State, applied, make_group, read, user, verdicts};
use crate::testing::{PASSWORD, TestServer};

#[tokio::test]
async fn the_result_has_all_that_came_in_but_passwords_and_is_an_import_itself() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    make_group(&server, "Sales, North").await;
    let table = format!(
        "email,first name,last name,role,groups,language,active,password,Kennwort alt,Cost center\n\
         ada@house.example,=Ada,Lovelace,Viewer,\"\"\"Sales, North\"\"\",de-DE,yes,{PASSWORD},Hunter#2go,4711\n\
         wrong,Grace,Hopper,nobody,Nowhere,de-DE,no,{PASSWORD},Hunter#2go,4712\n"
    );
    let import = applied(&server, &cx, &table, SILENT).await;
    let mut browser = server.browser_of(ADMIN).await;

    let file = browser.get(&format!("/admin/users/import/{}/result", import.id)).await;
    let corrected = file.body.replace("\n3,wrong,", "\n3,grace@house.example,");
    let corrected = corrected.replace(",nobody,Nowhere,", ",contributor,\"\"\"Sales, North\"\"\",");
    let again = read(&cx, &corrected).await;
    let page = browser.get(&format!("/admin/users/import/{}", again.id)).await;
    let again = applied(&server, &cx, &corrected, Options { invites: true, ..SILENT }).await;

    let heads = file.body.lines().next().unwrap();
    assert!(heads.ends_with(",advice,firstName,lastName,language,active,Cost center"), "{heads}");
    assert!(!file.says(PASSWORD) && !file.says("Hunter"), "{}", file.body);
    assert!(file.says(",nobody,Nowhere,") && file.says("\"'=Ada\"") && file.says(",4712"), "{}", file.body);
    assert!(!page.says("notice tone-warning"), "nothing is warned of: {}", page.body);
    assert_eq!(
        (again.state, verdicts(&cx, &again).await),
        (State::Applied, vec!["unchanged".into(), "add".into()]),
        "{corrected}"
    );
    let grace = user(&server, "grace@house.example").await.unwrap();
    // One of them is Everyone.
    assert_eq!((grace.person.first_name.as_str(), grace.groups.len()), ("Grace", 2));
    assert_eq!(grace.person.language.as_deref(), Some("de-DE"));
    server.finish().await;
}

#[tokio::test]
async fn a_list_that_a_program_sent_is_not_called_pasted() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;
    let send = async |path: &str| {
        let table = Body::from("email\na@house.example\n");
        server.request("POST", path).bearer(&token).body(table).send().await.json()
    };
    let mut browser = server.browser_of(ADMIN).await;

    let nameless = send("/api/v1/imports").await;
    send("/api/v1/imports?name=nightly").await;
    let list = browser.get("/admin/users/import").await;
    let one = browser.get(&format!("/admin/users/import/{}", nameless["id"].as_str().unwrap())).await;
    browser.send_form("/admin/users/import", "/admin/users/import", &[("pasted", "b@house.example")]).await;
    let with_pasted = browser.get("/admin/users/import").await;

    assert!(list.says("Rows sent over the API") && list.says("nightly"), "{}", list.body);
    assert!(!list.says("Pasted rows") && one.says("Rows sent over the API"), "{}", one.body);
    assert!(with_pasted.says("Pasted rows"), "{}", with_pasted.body);
    server.finish().await;
}

#[tokio::test]
async fn older_imports_are_found_page_by_page() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    for _ in 0..53 {
        read(&cx, "email\na@house.example\n").await;
    }
    let mut browser = server.browser_of(ADMIN).await;

    let page = browser.get("/admin/users/import").await;
    let older = page.links().into_iter().find(|link| link.contains("import?after=")).unwrap();
    let rest = browser.get(&older).await;

    assert!(page.says("50 lists shown") && page.says("Older"), "{}", page.body);
    assert!(rest.says("3 lists shown") && !rest.says("Older"), "{}", rest.body);
    server.finish().await;
}
