//! License Utilization in a real browser: on an installation that was activated over the network, and on one that never
//! calls anybody.

use seatwarden_e2e::{
    browser::{Browser, Driver, Hand, Scripts},
    database::Engine,
    demo::{Demo, Entrance},
    seatwarden,
};

#[tokio::test]
async fn the_sysadmin_renews_gives_back_and_activates_again() {
    journey(Engine::Postgres, Hand::Pointer, Scripts::On).await;
}

#[tokio::test]
async fn the_license_page_works_by_the_keyboard_without_scripts() {
    journey(Engine::Sqlite, Hand::Keyboard, Scripts::Off).await;
}

async fn journey(engine: Engine, hand: Hand, scripts: Scripts) {
    let demo = Demo::start(engine).await;
    let driver = Driver::start().await;
    let ready = demo.ready();
    // The commands beside the demo find its licenses without being told more than the folder.
    for folder in [demo.data_dir(), demo.data_dir().join("offline")] {
        let mut command = seatwarden();
        let shown = command.args(["license", "status", "--data-dir"]).arg(&folder).output().unwrap();
        assert!(shown.status.success(), "{shown:?}");
    }
    let browser = driver.open(&ready.url, hand, scripts).await;
    sign_in(&browser, &ready.sysadmin.email, &ready.sysadmin.password).await;
    look_and_renew(&browser).await;
    give_back(&browser, &ready.sysadmin.password).await;
    activate_again(&browser, &ready.license).await;
    assert_eq!(browser.complaints().await, Vec::<String>::new());
    browser.close().await;

    let browser = driver.open(&ready.offline.url, hand, scripts).await;
    sign_in(&browser, &ready.offline.email, &ready.offline.password).await;
    browser.visit("/admin/license").await;
    let words = browser.words().await;
    assert!(words.contains("The license is in force") && words.contains(&ready.license.email), "{words}");
    browser.press("a[href='/admin/license/request']").await;
    browser.arrive("/admin/license/request").await;
    browser.press("main form[action='/admin/license/request'] button").await;
    browser.find("svg.qr").await;
    browser.close().await;
}

async fn sign_in(browser: &Browser, email: &str, password: &str) {
    browser.visit("/login").await;
    browser.fill("[name=username]", email).await;
    browser.fill("[name=password]", password).await;
    browser.press("form[action='/login'] button:not([type=button])").await;
    browser.arrive("/").await;
}

async fn look_and_renew(browser: &Browser) {
    browser.visit("/admin/license").await;
    let words = browser.words().await;
    for shown in [
        "Expiration Date",
        "Trial License",
        "Administrators",
        "License User",
        "Behind a Firewall",
        "Activated",
    ] {
        assert!(words.contains(shown), "{shown}: {words}");
    }
    browser.press("button[value=look]").await;
    browser.press("main button[value=renew]").await;
    browser.arrive("/admin/license?done=renewed").await;
}

async fn give_back(browser: &Browser, password: &str) {
    browser.press("a[href='/admin/license/return']").await;
    browser.arrive("/admin/license/return").await;
    browser.fill("[name=current_password]", password).await;
    browser.press("button[value=online]").await;
    browser.arrive("/admin/license?done=signed-out").await;
    assert!(browser.words().await.contains("The license was given back"));
}

async fn activate_again(browser: &Browser, license: &Entrance) {
    browser.fill("form[action='/admin/license/change'] [name=email]", &license.email).await;
    browser.fill("[name=license_password]", &license.password).await;
    browser.press("form[action='/admin/license/change'] button:not([type=button])").await;
    browser.arrive("/admin/license?done=applied").await;
    assert!(browser.words().await.contains("The license is in force"));
}
