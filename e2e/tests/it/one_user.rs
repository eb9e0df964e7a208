//! What an administrator does with one user, in a real browser, with scripts and without.

use seatwarden_e2e::{
    browser::{Browser, Driver, Hand, Scripts},
    database::Engine,
    demo::Demo,
    http::Http,
    inbox::Inbox,
};

const FIRST: &str = "violet-harbour-teapot-91";
const SECOND: &str = "copper-lantern-meadow-17";
const ADDED: &str = "mary.ward@house.example";
const INVITED: &str = "later@house.example";

#[tokio::test]
async fn an_administrator_looks_after_one_user() {
    journey(Engine::Postgres, Scripts::On).await;
}

#[tokio::test]
async fn an_administrator_looks_after_one_user_without_scripts() {
    journey(Engine::Sqlite, Scripts::Off).await;
}

async fn journey(engine: Engine, scripts: Scripts) {
    let demo = Demo::start(engine).await;
    let driver = Driver::start().await;
    let browser = driver.open(demo.url(), Hand::Pointer, scripts).await;
    let admin = demo.user("admin").clone();
    browser.sign_in(&admin.email, &admin.password, "/").await;

    let page = add_with_a_password(&demo, &browser).await;
    invite(&demo, &browser).await;
    edit(&browser, &page).await;
    change_the_password(&demo, &browser, &page).await;
    lock_and_unlock(&demo, &browser, &page).await;
    deactivate_and_reactivate(&browser, &page, scripts).await;
    view_as(&browser, &page).await;

    browser.close().await;
    demo.must_have_a_whole_audit_trail();
}

/// Whether somebody signs in with this password.
async fn signs_in(demo: &Demo, name: &str, password: &str) -> bool {
    Http::browser(demo.url()).try_sign_in(name, password).await.status == 303
}

/// The user's page, without what it says of the act before.
async fn here(browser: &Browser) -> String {
    browser.here().await.split('?').next().unwrap().to_owned()
}

async fn add_with_a_password(demo: &Demo, browser: &Browser) -> String {
    browser.visit("/admin/users/new").await;
    assert!(!browser.shows("[name=password]").await, "the password is asked for before it is wanted");
    browser.fill("[name=email]", ADDED).await;
    browser.fill("[name=first_name]", "Mary").await;
    browser.fill("[name=last_name]", "Ward").await;
    browser.choose("[name=credential]", "password").await;
    browser.fill("[name=password]", FIRST).await;
    browser.press("form[action='/admin/users/new'] .actions button").await;
    browser.find(".page-header .badge").await;
    let page = here(browser).await;
    assert!(browser.here().await.ends_with("?done=added"), "{}", browser.words().await);
    assert!(signs_in(demo, ADDED, FIRST).await);
    page
}

async fn invite(demo: &Demo, browser: &Browser) {
    browser.visit("/admin/users/new").await;
    browser.fill("[name=email]", INVITED).await;
    browser.press("form[action='/admin/users/new'] .actions button").await;
    browser.find(".page-header .badge").await;
    assert!(browser.here().await.ends_with("?done=invited"), "{}", browser.words().await);
    let mail = Inbox::of(demo.url()).mail_with(INVITED, "/invitation/").await;
    let link = mail.link("/invitation/").unwrap();
    let fields = [("new_password", FIRST), ("repeat_password", FIRST)];
    Http::browser(demo.url()).submit(&link, &link, &fields).await.must_be(303);
    assert!(signs_in(demo, INVITED, FIRST).await);
}

async fn edit(browser: &Browser, page: &str) {
    browser.visit(page).await;
    browser.fill("[name=first_name]", "Maria").await;
    save(browser, page).await;
    assert_eq!(browser.value("[name=first_name]").await, "Maria");
    let words = browser.words().await;
    for word in ["Change Password", "Account Locked"] {
        assert!(words.contains(word), "`{word}` is not on the page: {words}");
    }
}

async fn save(browser: &Browser, page: &str) {
    browser.press(&format!("form[action='{page}'] > .actions button")).await;
    browser.arrive(&format!("{page}?done=saved")).await;
    // The next act is known by its own answer.
    browser.visit(page).await;
}

async fn change_the_password(demo: &Demo, browser: &Browser, page: &str) {
    browser.visit(page).await;
    assert!(!browser.shows("[name=password]").await, "the switch is on before anybody touched it");
    browser.check("[name=change_password]", true).await;
    browser.fill("[name=password]", SECOND).await;
    save(browser, page).await;
    assert!(!signs_in(demo, ADDED, FIRST).await);
    assert!(signs_in(demo, ADDED, SECOND).await);
}

async fn lock_and_unlock(demo: &Demo, browser: &Browser, page: &str) {
    browser.check("[name=locked]", true).await;
    save(browser, page).await;
    assert!(!signs_in(demo, ADDED, SECOND).await);
    browser.check("[name=locked]", false).await;
    save(browser, page).await;
    assert!(signs_in(demo, ADDED, SECOND).await);
}

async fn deactivate_and_reactivate(browser: &Browser, page: &str, scripts: Scripts) {
    let button = format!("form[action='{page}/deactivate'] button");
    browser.press(&button).await;
    if scripts == Scripts::On {
        browser.press("dialog[open] button[value=yes]").await;
    } else {
        browser.arrive(&format!("{page}/deactivate")).await;
        browser.press(&button).await;
    }
    browser.arrive(&format!("{page}?done=deactivated")).await;
    browser.press(&format!("form[action='{page}/reactivate'] button")).await;
    browser.arrive(&format!("{page}?done=reactivated")).await;
}

async fn view_as(browser: &Browser, page: &str) {
    browser.visit(page).await;
    browser.press(&format!("a[href='{page}/view-as']")).await;
    browser.arrive(&format!("{page}/view-as")).await;
    browser.fill("[name=reason]", "ticket 42").await;
    browser.press(&format!("form[action='{page}/view-as'] .actions button")).await;
    browser.arrive("/").await;
    assert!(browser.find(".banner").await.text().await.unwrap().contains("Maria Ward"));
    assert!(!browser.has("a[href='/admin']").await, "a Viewer has no Admin");
    browser.press("form[action='/view-as/stop'] button").await;
    browser.arrive(page).await;
    assert!(browser.has("a[href='/admin']").await);
}
