//! The pages and the API of imports.

use serde_json::json;

use super::{ADMIN, Options, SILENT, VIEWER, checked, make_group};
use crate::accounts::import::FILE_BYTES_MAX;
use crate::testing::{MINUTE_MS, PASSWORD, TestServer, email_of};

#[tokio::test]
async fn a_script_imports_over_the_api() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;
    let call = |method: &'static str, path: String| server.request(method, &path).bearer(&token);
    let table = "email,firstName\nnew@house.example,Ada\nwrong,\n";

    let made = call("POST", "/api/v1/imports?name=people.csv".into()).text(table).send().await;
    assert_eq!((made.status, made.json()["state"].as_str()), (201, Some("read")), "{}", made.body);
    assert_eq!(made.json()["columns"][1], json!({ "head": "firstName", "field": "firstName" }));
    let here = made.location().to_owned();
    let bad =
        call("POST", format!("{here}/check")).json(&json!({ "columns": ["email", "shoe"] })).send().await;
    assert_eq!(
        (bad.status, bad.json()["code"].as_str()),
        (422, Some("import.unknown_field")),
        "{}",
        bad.body
    );
    for misspelt in [json!({ "options": { "invite": false } }), json!({ "option": { "invites": false } })] {
        let refused = call("POST", format!("{here}/check")).json(&misspelt).send().await;
        assert_eq!(refused.status, 400, "{}", refused.body);
    }
    let options = json!({ "columns": ["email", "firstName"], "options": { "invites": false } });
    let begun = call("POST", format!("{here}/check")).json(&options).send().await;
    assert_eq!((begun.status, begun.json()["state"].as_str()), (202, Some("checking")), "{}", begun.body);
    server.run_jobs().await;
    let wrong = call("GET", format!("{here}/rows?verdict=wrong")).send().await.json();
    assert_eq!(wrong["items"][0]["code"], "users.bad_email");
    assert_eq!((&wrong["items"][0]["line"], &wrong["next"]), (&json!(3), &json!(null)));

    assert_eq!(call("POST", format!("{here}/apply")).send().await.status, 202);
    assert_eq!(call("POST", format!("{here}/apply")).send().await.status, 409);
    server.run_jobs().await;
    let done = call("GET", here.clone()).send().await.json();
    assert_eq!((done["state"].as_str(), &done["counts"]["add"]), (Some("applied"), &json!(1)));
    assert_eq!(call("POST", format!("{here}/undo")).send().await.status, 202);
    server.run_jobs().await;
    assert_eq!(call("GET", here.clone()).send().await.json()["undone"], 1);
    assert_eq!(call("GET", "/api/v1/imports".into()).send().await.json()["items"][0]["state"], "undone");
    assert_eq!(call("DELETE", here.clone()).send().await.status, 204);
    assert_eq!(call("GET", here).send().await.status, 404);
    server.finish().await;
}

#[tokio::test]
async fn an_administrator_imports_in_the_browser() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let upload = browser.get("/admin/users/import").await;
    assert!(upload.says("Import Many"), "{}", upload.body);
    let boundary = "x-x-x";
    let part = |name: &str, text: &str| {
        format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n")
    };
    let table = format!("email\tfirstName\tpassword\nnew@house.example\tAda\tsecret-{VIEWER:?}\n");
    let body = [part("csrf", &upload.csrf().unwrap()), part("pasted", &table), format!("--{boundary}--\r\n")]
        .concat();
    let request = browser
        .request("POST", "/admin/users/import")
        .text(&body)
        .header("content-type", &format!("multipart/form-data; boundary={boundary}"));
    let answer = browser.send(request).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let here = answer.location().to_owned();

    let columns = browser.get(&here).await;
    assert!(columns.says("new@house.example") && !columns.says("secret-"), "{}", columns.body);
    let chosen = [("column_0", "email"), ("column_1", "firstName"), ("changes_existing", "on")];
    let answer = browser.submit_to(&here, &format!("{here}/check"), &chosen).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let working = browser.get(&here).await;
    assert_eq!((working.status, working.header("refresh")), (200, "3"));
    server.run_jobs().await;
    let verdicts = browser.get(&here).await;
    assert!(verdicts.says("New (1)") && verdicts.says("Apply 1 row"), "{}", verdicts.body);
    let asked = browser.submit_to(&here, &format!("{here}/apply"), &[]).await;
    assert!(asked.status == 200 && asked.says("Apply this list?"), "{}", asked.body);
    assert_eq!(browser.submit_to(&here, &format!("{here}/apply"), &[("confirmed", "yes")]).await.status, 303);
    server.run_jobs().await;
    let done = browser.get(&here).await;
    assert!(done.says("Applied") && done.says("Take back"), "{}", done.body);
    assert_eq!(done.body.matches("button primary").count(), 1, "{}", done.body);
    assert!(
        done.says("<a class=\"button primary\" href=\"/admin/users\"><span>See the users"),
        "{}",
        done.body
    );
    let file = browser.get(&format!("{here}/result")).await;
    assert!(file.body.contains("2,new@house.example,,add,"), "{}", file.body);
    server.finish().await;
}

#[tokio::test]
async fn a_large_file_is_read_only_from_those_who_may_import() {
    let server = TestServer::start().await;
    let large = "x".repeat(3 * 1024 * 1024);
    let (admin, viewer) = (server.token_of(ADMIN).await, server.token_of(VIEWER).await);
    let send = |token: String, text: String| {
        server.request("POST", "/api/v1/imports").bearer(&token).text(&text).send()
    };

    assert_eq!(send(viewer, large.clone()).await.status, 403);
    assert_eq!(server.request("POST", "/api/v1/imports").text(&large).send().await.status, 401);
    assert_eq!(send(admin.clone(), large).await.json()["code"], "import.too_long");
    assert_eq!(send(admin, "x".repeat(33 * 1024 * 1024 + 1)).await.status, 413);
    assert!(server.number("select count(*) from imports").await == 0, "{}", email_of(ADMIN));
    server.finish().await;
}

#[tokio::test]
async fn a_large_import_with_an_idempotency_key_is_read_as_one_without() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;
    let row = |number: usize| format!("p{number}@many.example,{}\n", "n".repeat(100));
    let table: String =
        std::iter::once("email,first name\n".to_owned()).chain((0..30_000).map(row)).collect();
    assert!(table.len() > 3 * 1024 * 1024);
    let send = || {
        let request = server.request("POST", "/api/v1/imports").bearer(&token);
        request.header("idempotency-key", "large-1").text(&table).send()
    };

    let (first, again) = (send().await, send().await);

    assert!(first.status < 300, "{} {}", first.status, first.body);
    assert_eq!((again.status, again.header("idempotency-replayed")), (first.status, "true"));
    assert_eq!(first.json()["id"], again.json()["id"]);
    let beyond =
        server.request("POST", "/api/v1/imports").bearer(&token).header("idempotency-key", "large-2");
    assert_eq!(beyond.text(&"x".repeat(33 * 1024 * 1024 + 1)).send().await.status, 413);
    assert_eq!(server.number("select count(*) from imports").await, 1);
    server.finish().await;
}

#[tokio::test]
async fn a_list_that_makes_administrators_asks_for_the_password_where_its_rows_are_shown() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let table = "email\trole\nboss@house.example\tadmin\nnew@house.example\tviewer\n";
    let taken = browser.send_form("/admin/users/import", "/admin/users/import", &[("pasted", table)]).await;
    let here = taken.location().to_owned();
    server.advance(20 * MINUTE_MS);
    let check = format!("{here}/check");
    let columns = [("column_0", "email"), ("column_1", "role")];

    browser.submit_to(&here, &check, &columns).await;
    server.run_jobs().await;
    let asked = browser.get(&here).await;
    let wrong =
        browser.submit_to(&here, &check, &[&columns[..], &[("current_password", "no")]].concat()).await;
    browser.submit_to(&here, &check, &[&columns[..], &[("current_password", PASSWORD)]].concat()).await;
    server.run_jobs().await;
    let checked = browser.get(&here).await;

    assert!(asked.says("New (1)") && asked.says("name=\"current_password\""), "{}", asked.body);
    assert!(
        asked.says("name=\"column_1\" value=\"role\""),
        "everything else stays as it was: {}",
        asked.body
    );
    assert!(
        wrong.says("name=\"current_password\"") && wrong.status == 422,
        "{} {}",
        wrong.status,
        wrong.body
    );
    assert!(checked.says("New (2)") && !checked.says("current_password"), "{}", checked.body);
    server.finish().await;
}

#[tokio::test]
async fn the_dry_run_says_role_and_groups_and_how_many_mails_go_out() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    make_group(&server, "Sales").await;
    let table = format!(
        "email,role,groups,password\nnew@house.example,consumer,Sales,{PASSWORD}\nbare@house.example,,,\n\
         {},contributor,Sales,\nwrong,,,\n",
        email_of(VIEWER)
    );
    let options = Options { invites: true, ..SILENT };
    let import = checked(&server, &cx, &table, options).await;
    let mut browser = server.browser_of(ADMIN).await;
    let here = format!("/admin/users/import/{}", import.id);

    let page = browser.get(&here).await;
    let file = browser.get(&format!("{here}/result")).await;
    let token = server.token_of(ADMIN).await;
    let rows = format!("/api/v1/imports/{}/rows", import.id);
    let rows = server.request("GET", &rows).bearer(&token).send().await.json();

    assert!(page.says("Role: Viewer<") && page.says("Groups: Sales"), "{}", page.body);
    assert!(page.says("Role: Viewer \u{2192} Dashboard Designer"), "{}", page.body);
    assert!(page.says("Groups: none \u{2192} Sales"), "{}", page.body);
    assert!(page.says("At most 1 invitation is mailed."), "{}", page.body);
    let lines: Vec<&str> = file.body.lines().collect();
    assert!(lines[1].ends_with(",,Viewer,Sales,,,,,,,"), "{}", lines[1]);
    assert!(lines[3].ends_with(",Dashboard Designer,Sales,Viewer,,,,,,"), "{}", lines[3]);
    assert!(!lines[4].ends_with(','), "what to do stands in the file as on the page: {}", lines[4]);
    let changed = &rows["items"][2];
    assert_eq!((&changed["role"], &changed["roleBefore"]), (&json!("contributor"), &json!("consumer")));
    assert_eq!((&changed["groups"], &changed["groupsBefore"]), (&json!(["Sales"]), &json!([])));

    let all = table.replace("bare@house.example,,,\n", "");
    let import = checked(&server, &cx, &all, options).await;
    let page = browser.get(&format!("/admin/users/import/{}", import.id)).await;
    assert!(page.says("Apply this list?") && !page.says("mailed"), "{}", page.body);
    server.finish().await;
}

#[tokio::test]
async fn a_row_that_gives_somebody_elses_account_another_address_and_name_says_what_they_were() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let was = email_of(VIEWER);
    let table = format!("email,userName,firstName,lastName\nimp12@corp.example,{was},Kim,Hopper\n");
    let import = checked(&server, &cx, &table, SILENT).await;
    let mut browser = server.browser_of(ADMIN).await;
    let here = format!("/admin/users/import/{}", import.id);

    let page = browser.get(&here).await;
    let token = server.token_of(ADMIN).await;
    let rows = format!("/api/v1/imports/{}/rows", import.id);
    let row = server.request("GET", &rows).bearer(&token).send().await.json()["items"][0].clone();
    super::apply(&cx, &import.id, None).await.unwrap();
    server.run_jobs().await;
    let file = browser.get(&format!("{here}/result")).await;
    let again = super::read(&cx, &file.body).await;
    let columns = browser.get(&format!("/admin/users/import/{}", again.id)).await;
    let again = checked(&server, &cx, &file.body, SILENT).await;

    assert!(page.says(&format!("Email: {was} \u{2192} imp12@corp.example")), "{}", page.body);
    assert!(page.says("First name: Grace \u{2192} Kim") && !page.says("Last name:"), "{}", page.body);
    assert_eq!((&row["emailBefore"], &row["firstNameBefore"]), (&json!(was), &json!("Grace")));
    assert!(row.get("lastNameBefore").is_none() && row.get("userNameBefore").is_none(), "{row}");
    let line = file.body.lines().nth(1).unwrap();
    assert!(line.ends_with(&format!(",{was},,Grace,,,Kim,Hopper")), "{}", file.body);
    assert!(!columns.says("passed over though"), "the file is known by its heads: {}", columns.body);
    assert_eq!(super::verdicts(&cx, &again).await, ["unchanged"]);
    server.finish().await;
}

#[tokio::test]
async fn a_file_that_is_too_large_is_refused_with_the_limit_and_the_way_back() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let body = "x".repeat(usize::try_from(FILE_BYTES_MAX).unwrap() + 1_000_000);
    let request = browser
        .request("POST", "/admin/users/import")
        .text(&body)
        .header("content-type", "multipart/form-data; boundary=x");

    let refused = browser.send(request).await;

    assert_eq!(refused.status, 413);
    assert!(refused.says("than 32 MB") && refused.says("href=\"/admin/users/import\""), "{}", refused.body);
    server.finish().await;
}

#[tokio::test]
async fn an_empty_form_asks_for_a_file_and_columns_that_are_passed_over_are_named() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let form = "/admin/users/import";

    let empty = browser.send_form(form, form, &[("pasted", " \n")]).await;
    let table = "email,Mail,second,town\na@b.example,c@d.example,e@f.example,Berlin\n";
    let taken = browser.send_form(form, form, &[("pasted", table)]).await;
    let shown = browser.get(taken.location()).await;

    assert!(
        empty.status == 422 && empty.says("Neither a file was chosen nor a row pasted."),
        "{}",
        empty.body
    );
    assert!(shown.says("These columns are passed over"), "{}", shown.body);
    assert!(shown.says("are needed: Mail, second."), "{}", shown.body);
    server.finish().await;
}
