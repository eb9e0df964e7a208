//! Import Many: in a real browser, and through a power cut.

use reqwest::Method;
use seatwarden_e2e::{
    browser::{Browser, Driver, Hand, Scripts},
    database::Engine,
    demo::Demo,
    eventually,
    http::Http,
};
use serde_json::{Value, json};

#[tokio::test]
async fn an_administrator_imports_a_pasted_list_and_takes_it_back() {
    journey(Engine::Sqlite, Hand::Pointer, Scripts::On).await;
}

#[tokio::test]
async fn the_same_goes_by_the_keyboard_without_scripts() {
    journey(Engine::Postgres, Hand::Keyboard, Scripts::Off).await;
}

async fn journey(engine: Engine, hand: Hand, scripts: Scripts) {
    let demo = Demo::start(engine).await;
    let driver = Driver::start().await;
    let browser = driver.open(demo.url(), hand, scripts).await;
    let admin = demo.user("admin").clone();
    browser.sign_in(&admin.email, &admin.password, "/").await;
    browser.visit("/admin/users").await;
    browser.press("a[href='/admin/users/import']").await;
    browser.arrive("/admin/users/import").await;

    let viewer = &demo.user("consumer").email;
    let list =
        format!("E-Mail;Vorname;Rolle\nida@import.example;Ida;Designer\nnobody;Nemo;\n{viewer};Renamed;\n");
    browser.fill("[name=pasted]", &list).await;
    browser.press("form[enctype] button:not([type=button])").await;
    browser.find("[name=column_0]").await;
    let here = browser.here().await;
    let guessed = [browser.value("[name=column_0]").await, browser.value("[name=column_2]").await];
    assert_eq!(guessed, ["email", "role"]);
    browser.check("[name=invites]", false).await;
    browser.press("form[action$='/check'] button:not([type=button])").await;

    // The page looks again by itself.
    browser.find("form[action$='/apply']").await;
    let words = browser.words().await;
    assert!(
        words.contains("New (1)") && words.contains("Changed (1)") && words.contains("Wrong (1)"),
        "{words}"
    );
    assert!(words.contains("This cannot be an e-mail address") || words.contains("nobody"), "{words}");
    confirm(&browser, "apply", scripts).await;
    browser.find("form[action$='/undo']").await;
    assert!(browser.words().await.contains("Applied"));
    browser.visit("/admin/users?search=ida@import.example").await;
    assert!(browser.words().await.contains("Designer"));

    browser.visit(&here).await;
    confirm(&browser, "undo", scripts).await;
    eventually("the import to be taken back", async || {
        browser.words().await.contains("2 rows were taken back").then_some(())
    })
    .await;
    browser.visit("/admin/users/deleted").await;
    assert!(browser.words().await.contains("ida@import.example"));

    browser.close().await;
    demo.must_have_a_whole_audit_trail();
}

/// Presses the button of a form and answers the question: a dialog, or without scripts a page.
async fn confirm(browser: &Browser, what: &str, scripts: Scripts) {
    browser.press(&format!("form[action$='/{what}'] button:not([type=button])")).await;
    match scripts {
        Scripts::On => browser.press("dialog[open] button[value=yes]").await,
        Scripts::Off => browser.press(&format!("form[action$='/{what}'] button.danger")).await,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_import_is_finished_exactly_once_however_often_the_server_is_killed() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        killed(engine).await;
    }
}

async fn killed(engine: Engine) {
    const ROWS: usize = 6_000;
    let mut demo = Demo::start(engine).await;
    let mut table = "email,firstName,groups\n".to_owned();
    for number in 0..ROWS {
        let at = if number % 10 == 7 { "" } else { "@import.example" };
        table.extend([format!("person{number}{at},Person {number},Everyone\n")]);
    }
    let token = sign_in(&demo).await;
    let import = call(&demo, &token, Method::POST, "/api/v1/imports", table.clone()).await;
    let here = format!("/api/v1/imports/{}", import["id"].as_str().unwrap());
    let options = json!({ "options": { "invites": false } }).to_string();
    call(&demo, &token, Method::POST, &format!("{here}/check"), options).await;
    until(&demo, &token, &here, |import| import["state"] == "checked").await;
    call(&demo, &token, Method::POST, &format!("{here}/apply"), String::new()).await;
    for part in 1..=3 {
        let least = u64::try_from(ROWS * part / 6).unwrap();
        until(&demo, &token, &here, |import| {
            import["done"].as_u64().unwrap() >= least || import["state"] == "applied"
        })
        .await;
        demo.process().kill();
        demo = demo.restart().await;
    }

    let token = sign_in(&demo).await;
    let done = until(&demo, &token, &here, |import| import["state"] == "applied").await;

    assert_eq!((&done["counts"]["add"], &done["counts"]["wrong"]), (&json!(5_400), &json!(600)));
    let count = |what: &str| format!("select cast(count(*) as text) from {what}");
    let users = demo.text_in_database(&count("users where email like 'person%@import.example'")).await;
    assert_eq!(users.as_deref(), Some("5400"));
    let events = count("audit_events where event = 'users.create' and after_json like '%@import.example%'");
    assert_eq!(demo.text_in_database(&events).await.as_deref(), Some("5400"));
    demo.must_have_a_whole_audit_trail();

    let output = demo.command(&["users", "import", "/nowhere/people.csv"]);
    assert_eq!(output.status.code(), Some(1));
    let file = demo.data_dir().join("people.csv");
    std::fs::write(&file, table).unwrap();
    let file = file.to_str().unwrap();
    let output = demo.command(&["users", "import", file, "--dry-run", "--no-invitations"]);
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(err.contains("5,400 unchanged, 600 wrong") && out.contains("line 9: "), "{out}{err}");
}

async fn sign_in(demo: &Demo) -> String {
    let admin = demo.user("admin");
    let login = json!({ "username": admin.email, "password": admin.password });
    let http = Http::script(demo.url());
    let answer = http.send(http.request(Method::POST, "/api/v1/authentication/login").json(&login)).await;
    answer.must_be(200).json()["access_token"].as_str().unwrap().to_owned()
}

async fn call(demo: &Demo, token: &str, method: Method, path: &str, body: String) -> Value {
    let http = Http::script(demo.url());
    let answer = http.send(http.request(method, path).bearer_auth(token).body(body)).await;
    assert!((200..300).contains(&answer.status), "{path}: {} {}", answer.status, answer.body);
    answer.json()
}

async fn until(demo: &Demo, token: &str, here: &str, is_so: impl Fn(&Value) -> bool) -> Value {
    eventually("the import to go on", async || {
        let import = call(demo, token, Method::GET, here, String::new()).await;
        is_so(&import).then_some(import)
    })
    .await
}
