//! What an administrator decides, seen from another browser: features, the password policy, sessions.

use seatwarden_e2e::{
    browser::{Browser, Driver, Hand, Scripts},
    database::Engine,
    demo::{Demo, Person},
    eventually,
};

const TOO_SHORT: &str = "violet-harbour-teapot";
const LONG_ENOUGH: &str = "violet-harbour-teapot-marble-91";

#[tokio::test]
async fn what_an_administrator_decides_holds_elsewhere_at_the_next_click() {
    journey(Engine::Postgres, Scripts::On).await;
}

#[tokio::test]
async fn the_same_decisions_need_no_scripts() {
    journey(Engine::Sqlite, Scripts::Off).await;
}

async fn journey(engine: Engine, scripts: Scripts) {
    let demo = Demo::start(engine).await;
    let driver = Driver::start().await;
    let admin = driver.open(demo.url(), Hand::Pointer, scripts).await;
    let other = driver.open(demo.url(), Hand::Pointer, scripts).await;
    let person = demo.user("consumer").clone();
    let administrator = demo.user("admin");
    admin.sign_in(&administrator.email, &administrator.password, "/").await;
    other.sign_in(&person.email, &person.password, "/").await;

    switch_a_tab_off(&admin, &other).await;
    ask_for_longer_passwords(&admin, &other, &person, scripts).await;
    revoke(&admin, &other, &person).await;

    admin.close().await;
    other.close().await;
    demo.must_have_a_whole_audit_trail();
}

async fn switch_a_tab_off(admin: &Browser, other: &Browser) {
    other.visit("/profile/personal-information").await;
    assert!(other.has("nav a[href='/profile/preferences']").await);

    admin.visit("/admin").await;
    admin.press("nav a[href='/admin/feature-management']").await;
    admin.arrive("/admin/feature-management").await;
    admin.check("[name=userProfile-preferences]", false).await;
    admin.press("form[action='/admin/feature-management'] .actions button").await;
    admin.arrive("/admin/feature-management?done=saved").await;

    other.press("nav a[href='/profile/password']").await;
    other.arrive("/profile/password").await;
    assert!(!other.has("nav a[href='/profile/preferences']").await, "the tab is still in the menu");
    other.visit("/profile/preferences").await;
    assert!(!other.has("select[name=language]").await, "the tab still opens");
}

async fn ask_for_longer_passwords(admin: &Browser, other: &Browser, person: &Person, scripts: Scripts) {
    admin.press("nav a[href='/admin/security']").await;
    admin.arrive("/admin/security").await;
    admin.fill("[name=minimum_length]", "25").await;
    admin.fill("[name=password]", TOO_SHORT).await;
    if scripts == Scripts::Off {
        admin.press("button[value=try]").await;
    }
    eventually("the tester to say that it is too short", async || {
        let rules = admin.find("#field-password-check").await.outer_html().await.ok()?;
        (rules.contains("data-met=\"no\"") && rules.contains("25")).then_some(())
    })
    .await;
    assert_eq!(admin.value("[name=minimum_length]").await, "25");
    admin.press("form[action='/admin/security'] .actions button:not([name])").await;
    admin.arrive("/admin/security?done=saved").await;

    choose_password(other, &person.password, TOO_SHORT).await;
    let refused = other.find("form[action='/profile/password'] [role=alert]").await.text().await.unwrap();
    assert!(refused.contains("25"), "{refused}");
    choose_password(other, &person.password, LONG_ENOUGH).await;
    other.arrive("/profile/password?done=password").await;
}

async fn choose_password(browser: &Browser, current: &str, new: &str) {
    browser.visit("/profile/password").await;
    browser.fill("[name=current_password]", current).await;
    browser.fill("[name=new_password]", new).await;
    browser.fill("[name=repeat_password]", new).await;
    browser.press("form[action='/profile/password'] .actions button").await;
}

async fn revoke(admin: &Browser, other: &Browser, person: &Person) {
    admin.press("nav a[href='/admin/sessions']").await;
    admin.arrive("/admin/sessions").await;
    let row = format!("//main//tbody/tr[contains(., '{}')]", person.email);
    admin.press(&format!("{row}//form//button")).await;
    admin.arrive("/admin/sessions?done=revoked").await;
    assert!(!admin.words().await.contains(&person.email), "the session is still listed");

    other.press("nav a[href='/profile/sessions']").await;
    other.arrive("/login?done=ended&return_to=%2Fprofile%2Fsessions").await;
}
