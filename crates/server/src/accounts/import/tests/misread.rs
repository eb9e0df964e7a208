//! Rows that were not read as they were meant, and rows with a remark.

use serde_json::json;

use super::{ADMIN, SILENT, all_rows, applied, checked, user, verdicts};
use crate::testing::TestServer;

#[tokio::test]
async fn a_row_with_a_comma_too_many_is_wrong_and_quotes_what_would_be_left_out() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let table = "email,lastName,firstName\n\
                 q1@house.example,Smith, Jr.,Anna\n\
                 q2@house.example,\"Smith, Jr.\",Bob\n\
                 q3@house.example,Smith,Cyd,,\n";

    let import = applied(&server, &cx, table, SILENT).await;

    assert_eq!(verdicts(&cx, &import).await, ["import.surplus", "add", "add"]);
    assert!(user(&server, "q1@house.example").await.is_err());
    assert_eq!(user(&server, "q2@house.example").await.unwrap().person.last_name, "Smith, Jr.");
    let page = server.browser_of(ADMIN).await.get(&format!("/admin/users/import/{}", import.id)).await;
    assert!(page.says("“Anna” would be left out"), "{}", page.body);
    server.finish().await;
}

#[tokio::test]
async fn a_language_that_is_not_offered_is_kept_with_a_remark() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let table = "email,language\na@house.example,xx\nb@house.example,de-DE\nc@house.example,ja-JP\nd@house.example,no language\n";

    let import = checked(&server, &cx, table, SILENT).await;

    assert_eq!(verdicts(&cx, &import).await, ["add", "add", "add", "import.bad_language"]);
    let remarked: Vec<bool> = all_rows(&cx, &import).await.iter().map(|row| row.remark.is_some()).collect();
    assert_eq!(remarked, [true, false, true, false]);
    let page = server.browser_of(ADMIN).await.get(&format!("/admin/users/import/{}", import.id)).await;
    assert!(page.says("The language “xx” is kept, but not offered here"), "{}", page.body);
    let token = server.token_of(ADMIN).await;
    let rows =
        server.request("GET", &format!("/api/v1/imports/{}/rows", import.id)).bearer(&token).send().await;
    assert_eq!(rows.json()["items"][0]["remark"]["code"], json!("import.language_not_offered"));
    assert_eq!(rows.json()["items"][1].get("remark"), None);
    server.finish().await;
}
