//! Rows that were not read as they were meant, and rows with a remark.

use serde_json::json;

use super::{
    super::command::{line, totals},
    ADMIN, Row, SILENT, all_rows, applied, checked, user, verdicts,
};
use crate::{
    testing::{TestServer, email_of},
    text::{Language, Text},
};

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
async fn the_result_keeps_the_cells_beyond_the_heads_until_they_are_corrected() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let table =
        "email,lastName,firstName\nq1@house.example,Smith, Jr.,Anna,Tr0ub4dor&3,,x\nq2@house.example,B,C\n";
    let import = checked(&server, &cx, table, SILENT).await;

    let path = format!("/admin/users/import/{}/result", import.id);
    let file = server.browser_of(ADMIN).await.get(&path).await.body;
    let again = checked(&server, &cx, &file, SILENT).await;
    let corrected = file.replace("Jr.,Smith,Anna,***,,x", "Anna,\"Smith, Jr.\"");
    let corrected = applied(&server, &cx, &corrected, SILENT).await;

    assert!(file.lines().nth(1).unwrap().ends_with(",Jr.,Smith,Anna,***,,x"), "{file}");
    assert!(file.lines().nth(2).unwrap().ends_with(",C,B"), "{file}");
    assert_eq!(verdicts(&cx, &again).await, ["import.surplus", "add"], "nothing moves unnoticed");
    assert_eq!(verdicts(&cx, &corrected).await, ["add", "add"]);
    let person = user(&server, "q1@house.example").await.unwrap().person;
    assert_eq!((person.first_name.as_str(), person.last_name.as_str()), ("Anna", "Smith, Jr."));
    server.finish().await;
}

#[test]
fn rows_that_were_read_before_all_cells_beyond_the_heads_were_kept_are_still_understood() {
    let row: Row = serde_json::from_str(r#"{"line":2,"cells":["a"],"surplus":"Anna"}"#).unwrap();
    assert_eq!(row.surplus, ["Anna"]);
    let kept = serde_json::to_string(&row).unwrap();
    assert_eq!(serde_json::from_str::<Row>(&kept).unwrap().surplus, ["Anna"]);
}

#[tokio::test]
async fn the_command_line_tells_the_verdict_of_every_row_if_asked_and_the_totals_always() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let table = format!("email,firstName\nada@house.example,Ada\nwrong,B\n{},Cyd\n", email_of(ADMIN));

    let import = checked(&server, &cx, &table, SILENT).await;

    let t = Text::new(Language::En);
    let rows = all_rows(&cx, &import).await;
    let lines: Vec<String> = rows.iter().map(|row| line(t, &import, row, true)).collect();
    assert_eq!(
        lines,
        [
            "line 2, ada@house.example: new",
            "line 3, wrong: wrong: This cannot be an e-mail address.",
            &format!("line 4, {}: changed (firstName)", email_of(ADMIN)),
        ]
    );
    assert_eq!(line(t, &import, &rows[1], false), "line 3: This cannot be an e-mail address.");
    assert_eq!(totals(t, &import), "1 new, 1 changed, 0 unchanged, 1 wrong");
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
