//! What an administrator does with groups and roles in a real browser, with scripts and without.

use seatwarden_e2e::{
    browser::{Browser, Driver, Hand, Scripts},
    database::Engine,
    demo::Demo,
};

#[tokio::test]
async fn an_administrator_makes_groups_and_a_role() {
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

    let team = make_group(&browser, "Night Team").await;
    add_members(&browser, &demo, &team).await;
    nest(&browser, &team).await;
    make_role(&browser).await;
    give_role(&browser, &team).await;
    delete_group(&browser, &team).await;

    browser.close().await;
    demo.must_have_a_whole_audit_trail();
}

/// Makes a group; answers the path of its page.
async fn make_group(browser: &Browser, name: &str) -> String {
    browser.visit("/admin/groups").await;
    browser.press("main a[href='/admin/groups/new']").await;
    browser.arrive("/admin/groups/new").await;
    browser.fill("[name=name]", name).await;
    browser.fill("[name=session_minutes]", "30").await;
    browser.press("main form[action='/admin/groups/new'] button").await;
    browser.find("[name=find]").await;
    let here = browser.here().await;
    here.split("/members").next().unwrap().to_owned()
}

async fn add_members(browser: &Browser, demo: &Demo, group: &str) {
    let viewer = demo.user("consumer").email.clone();
    browser.fill("[name=find]", &viewer[..4]).await;
    browser.press("form:has([name=find]) button").await;
    browser.press("ul.rows form button").await;
    browser.arrive(&format!("{group}/members?done=added.1")).await;
    assert!(browser.words().await.contains(&viewer));

    browser.press("details summary:not(.button)").await;
    let many = format!("{}, nobody@demo.example", demo.user("contributor").email);
    browser.fill("textarea[name=who]", &many).await;
    browser.press("details form:has(textarea) button").await;
    browser.find(".notice.tone-warning li").await;
    let words = browser.words().await;
    assert!(words.contains("One person was added.") && words.contains("nobody@demo.example"), "{words}");
    browser.visit(&format!("{group}/members")).await;
    assert_eq!(browser.count("tbody tr").await, 2);
}

async fn nest(browser: &Browser, group: &str) {
    browser.visit(group).await;
    browser.fill("[name=subgroup]", "Field Sales").await;
    browser.press("form:has(input[name=subgroup]:not([type=hidden])) button").await;
    browser.find("form[action$='/inside/remove']").await;
    browser.fill("input[name=subgroup]:not([type=hidden])", "Night Team").await;
    browser.press("form:has(input[name=subgroup]:not([type=hidden])) button").await;
    browser.find("#field-subgroup-error").await;
    assert_eq!(browser.value("input[name=subgroup]:not([type=hidden])").await, "Night Team");
}

async fn make_role(browser: &Browser) {
    browser.visit("/admin/roles").await;
    browser.press("main a[href='/admin/roles/new']").await;
    browser.arrive("/admin/roles/new").await;
    browser.choose("[name=from]", "dataDesigner").await;
    browser.press("main form[action='/admin/roles/new'] button").await;
    browser.fill("[name=display_name]", "Night Shift").await;
    browser.choose("[name='may-users.read']", "allow").await;
    browser.press("main form[action='/admin/roles/new'] button").await;
    browser.find("[name=wants][value=save]").await;
    assert!(browser.words().await.contains("Gains"));
    browser.press("[name=wants][value=again]").await;
    assert_eq!(browser.value("[name=display_name]").await, "Night Shift");
    browser.press("main form[action='/admin/roles/new'] button").await;
    browser.press("[name=wants][value=save]").await;
    browser.arrive("/admin/roles?done=created").await;
    assert!(browser.words().await.contains("Night Shift"));
}

async fn give_role(browser: &Browser, group: &str) {
    browser.visit(group).await;
    let role = browser.attribute("//select[@name='role']/option[.='Night Shift']", "value").await;
    browser.choose("[name=role]", &role).await;
    browser.press("form:has([name=session_minutes]) button").await;
    browser.find(".toast").await;
    assert_eq!(browser.value("[name=role]").await, role);
}

async fn delete_group(browser: &Browser, group: &str) {
    browser.visit(&format!("{group}/delete")).await;
    assert!(browser.words().await.contains("2 members leave it."));
    browser.press(".confirmation form button").await;
    browser.arrive("/admin/groups/deleted?done=deleted").await;
    assert!(browser.words().await.contains("Night Team"), "it can be brought back");
    browser.visit("/admin/groups").await;
    assert!(!browser.words().await.contains("Night Team"));
}
