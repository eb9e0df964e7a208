//! Administrators say good-bye: a leaver's things are handed over, and the Sys. Admin passes the role on.

use seatwarden_e2e::{
    browser::{Browser, Driver, Hand, Scripts},
    database::Engine,
    demo::{Demo, Person},
    http::Http,
    inbox::Inbox,
};

#[tokio::test]
async fn a_leaver_hands_over_is_deleted_and_comes_back() {
    leaver(Engine::Sqlite, Hand::Pointer, Scripts::On).await;
}

#[tokio::test]
async fn the_same_goes_by_the_keyboard_without_scripts() {
    leaver(Engine::Postgres, Hand::Keyboard, Scripts::Off).await;
}

async fn leaver(engine: Engine, hand: Hand, scripts: Scripts) {
    let demo = Demo::start(engine).await;
    let driver = Driver::start().await;
    let browser = driver.open(demo.url(), hand, scripts).await;
    let (admin, leaver, heir) = (demo.user("admin"), demo.user("contributor"), demo.user("dataDesigner"));
    browser.sign_in(&admin.email, &admin.password, "/").await;

    // What they own is in the register, and leads to the user.
    browser.visit("/admin/ownership").await;
    browser.fill("[name=owner]", &leaver.email).await;
    browser.press("form[action='/admin/ownership'][method=get] button").await;
    browser.find("//td//a[contains(@href, '/admin/users/')]").await;
    let page = browser.attribute("//td//a[contains(@href, '/admin/users/')]", "href").await;
    browser.visit(&format!("{page}/delete")).await;
    let words = browser.words().await;
    assert!(words.contains("Deactivate instead") && words.contains("Dashboard: 3"), "{words}");

    browser.choose("[name=fate_dashboard]", "hand_over").await;
    browser.fill("[name=to]", &heir.email).await;
    browser.press("//button[@value='look']").await;
    let delete = "//button[.//span[normalize-space()='Delete the user']]";
    browser.press(delete).await;
    browser.arrive("/admin/users/deleted?done=deleted").await;
    assert!(browser.words().await.contains(&leaver.email));
    assert_eq!(Http::browser(demo.url()).try_sign_in(&leaver.email, &leaver.password).await.status, 401);

    browser.visit(&format!("/admin/ownership?owner={}", heir.email)).await;
    assert!(browser.words().await.contains("Sales by region"), "the dashboards went to the heir");
    browser.visit("/admin/ownership?search=Monday").await;
    assert!(browser.words().await.contains("Former user"), "what was kept bears the former name");

    browser.visit("/admin/users/deleted").await;
    browser.press("//tbody//button").await;
    browser.arrive(&format!("{page}?done=back.3")).await;
    assert!(browser.words().await.contains("is back"));
    let back = driver.open(demo.url(), hand, scripts).await;
    back.sign_in(&leaver.email, &leaver.password, "/").await;
    browser.visit("/admin/ownership?search=Monday").await;
    assert!(!browser.words().await.contains("Former user"));

    back.close().await;
    browser.close().await;
    demo.must_have_a_whole_audit_trail();
}

#[tokio::test]
async fn several_go_at_once_and_come_back_and_what_was_handed_over_is_handed_back() {
    several(Engine::Postgres, Hand::Pointer, Scripts::On).await;
}

#[tokio::test]
async fn several_go_and_come_back_by_the_keyboard_without_scripts() {
    several(Engine::Sqlite, Hand::Keyboard, Scripts::Off).await;
}

async fn several(engine: Engine, hand: Hand, scripts: Scripts) {
    let demo = Demo::start(engine).await;
    let driver = Driver::start().await;
    let browser = driver.open(demo.url(), hand, scripts).await;
    let (admin, heir) = (demo.user("admin"), demo.user("dataDesigner"));
    browser.sign_in(&admin.email, &admin.password, "/").await;

    // What somebody has goes to somebody else, after a look at it, and back.
    browser.visit("/admin/ownership?search=Monday").await;
    browser.check("tbody [name=object]", true).await;
    browser.fill(".bulk [name=to]", &heir.email).await;
    browser.press(".bulk button.primary").await;
    assert!(browser.words().await.contains("1 of 1 object"), "{}", browser.words().await);
    browser.press("main form button.primary").await;
    browser.find("main a[href$='/back']").await;
    assert!(browser.words().await.contains("Monday report"));
    browser.press("main a[href$='/back']").await;
    browser.press("main form button.primary").await;
    browser.find("//main//dd[contains(., 'Handed back')]").await;

    // Two leave together, and are back from the page of the act.
    let leavers = delete_designers(&browser, scripts).await;
    browser.press("main .actions form button").await;
    browser.find(".confirmation form button").await;
    let words = browser.words().await;
    assert!(words.contains(&format!("{leavers} of {leavers} users come back")), "{words}");
    browser.press(".confirmation form button").await;
    browser.find(".notice.tone-success").await;
    let words = browser.words().await;
    assert!(words.contains(&format!("{leavers} users are back, 0 left out")), "{words}");

    // They leave once more, and are back with one click in the list of those who were deleted.
    assert_eq!(delete_designers(&browser, scripts).await, leavers);
    browser.visit("/admin/users?search=designer").await;
    assert_eq!(browser.count("tbody [name=id]").await, 0);
    browser.visit("/admin/users/deleted").await;
    tick_all(&browser, scripts, leavers).await;
    browser.press(".bulk button.primary").await;
    browser.arrive(&format!("/admin/users/deleted?done=back.{leavers}")).await;
    assert!(browser.words().await.contains(&format!("{leavers} users are back.")));

    browser.close().await;
    demo.must_have_a_whole_audit_trail();
}

/// Deletes all designers of the demo by one act, and arrives at its page; how many they are.
async fn delete_designers(browser: &Browser, scripts: Scripts) -> usize {
    browser.visit("/admin/users?search=designer").await;
    let leavers = browser.count("tbody [name=id]").await;
    tick_all(browser, scripts, leavers).await;
    browser.choose(".bulk [name=act]", "delete").await;
    browser.press(".bulk button.primary").await;
    assert!(browser.words().await.contains(&format!("Delete {leavers} users")));
    browser.press(".confirmation form button.danger").await;
    browser.find("main .actions a[href='/admin/users/acts']").await;
    let words = browser.words().await;
    assert!(words.contains(&format!("Bring these {leavers} users back")), "{words}");
    leavers
}

/// Ticks every row: with the box in the head, which only scripts have, or one by one.
async fn tick_all(browser: &Browser, scripts: Scripts, rows: usize) {
    if matches!(scripts, Scripts::On) {
        return browser.check("thead [data-tick-all]", true).await;
    }
    for row in 1..=rows {
        browser.check(&format!("tbody tr:nth-child({row}) [name=id]"), true).await;
    }
}

#[tokio::test]
async fn the_sysadmins_role_goes_to_an_admin_and_back() {
    let demo = Demo::start(Engine::Sqlite).await;
    let driver = Driver::start().await;
    let first = driver.open(demo.url(), Hand::Pointer, Scripts::On).await;
    let second = driver.open(demo.url(), Hand::Pointer, Scripts::Off).await;
    let (sysadmin, admin) = (demo.ready().sysadmin.clone(), demo.user("admin").clone());
    first.sign_in(&sysadmin.email, &sysadmin.password, "/").await;
    second.sign_in(&admin.email, &admin.password, "/").await;

    pass(&demo, (&first, &sysadmin), (&second, &admin)).await;
    // The former one goes on as an Admin, to whom that page is closed.
    first.visit("/admin/users").await;
    assert!(!first.has("nav a[href='/admin/sysadmin']").await);
    pass(&demo, (&second, &admin), (&first, &sysadmin)).await;

    first.close().await;
    second.close().await;
    demo.must_have_a_whole_audit_trail();
}

async fn pass(demo: &Demo, (from, giver): (&Browser, &Person), (to, taker): (&Browser, &Person)) {
    from.visit("/admin/sysadmin").await;
    from.fill("[name=to]", &taker.email).await;
    from.fill("[name=current_password]", &giver.password).await;
    from.press("form[action='/admin/sysadmin/offer'] .actions button").await;
    from.arrive("/admin/sysadmin?done=offered").await;

    let mail = Inbox::of(demo.url()).mail_with(&taker.email, "/admin/sysadmin").await;
    to.visit(&mail.link("/admin/sysadmin").unwrap()).await;
    to.fill("[name=current_password]", &taker.password).await;
    to.press("form[action='/admin/sysadmin/accept'] .actions button").await;
    to.arrive("/admin/sysadmin?done=accepted").await;
    assert!(to.words().await.contains("You are the Sys. Admin now"));
}
