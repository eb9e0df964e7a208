//! What a customer of a license server does in a real browser: from signing up to the Online Trial.

use seatwarden_e2e::{
    browser::{Browser, Driver, Hand, Scripts},
    database::Engine,
    demo::{Demo, Entrance},
    inbox::Inbox,
};

const NEW: &str = "newcomer@delta.example";
const CHOSEN: &str = "violet-harbour-teapot-91";

#[tokio::test]
async fn a_customer_signs_up_and_looks_after_licenses() {
    journey(Engine::Postgres, Scripts::On).await;
}

#[tokio::test]
async fn the_portal_works_without_scripts() {
    journey(Engine::Sqlite, Scripts::Off).await;
}

async fn journey(engine: Engine, scripts: Scripts) {
    let demo = Demo::start(engine).await;
    let driver = Driver::start().await;
    let browser = driver.open(&demo.ready().vendor_url, Hand::Pointer, scripts).await;
    sign_up(&demo, &browser).await;
    browser.close().await;

    let browser = driver.open(&demo.ready().vendor_url, Hand::Pointer, scripts).await;
    enter(&browser, &demo.ready().portal).await;
    use_up_and_reset(&browser).await;
    try_online(&browser).await;
    browser.close().await;
}

async fn sign_in(browser: &Browser, email: &str, password: &str) {
    browser.visit("/login").await;
    browser.fill("[name=username]", email).await;
    browser.fill("[name=password]", password).await;
    browser.press("form[action='/login'] button:not([type=button])").await;
}

async fn enter(browser: &Browser, who: &Entrance) {
    sign_in(browser, &who.email, &who.password).await;
    browser.arrive("/portal").await;
}

/// The welcome mail carries a password, which is replaced at the first sign-in.
async fn sign_up(demo: &Demo, browser: &Browser) {
    browser.visit("/login").await;
    browser.press("a[href='/portal/sign-up']").await;
    browser.arrive("/portal/sign-up").await;
    browser.fill("[name=organisation]", "Delta Foods").await;
    browser.fill("[name=email]", NEW).await;
    browser.press("form[action='/portal/sign-up'] button:not([type=button])").await;
    browser.arrive("/portal/sign-up/sent").await;

    let mail = Inbox::of(&demo.ready().vendor_url).mail_with(NEW, "/login").await;
    let is_password = |word: &&str| word.len() == 19 && word.matches('-').count() == 3;
    let mut words = mail.page.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
    let password = words.find(is_password).expect("the mail has a password").to_owned();
    sign_in(browser, NEW, &password).await;
    browser.fill("[name=new_password]", CHOSEN).await;
    browser.fill("[name=repeat_password]", CHOSEN).await;
    browser.press("form[action^='/recover-password/'] button:not([type=button])").await;
    browser.arrive("/login?done=password").await;

    sign_in(browser, NEW, CHOSEN).await;
    browser.arrive("/portal").await;
    assert!(browser.words().await.contains("Delta Foods"));
}

/// Two of three activations are used; an offline key takes the third, and a fourth is refused with the way out.
async fn use_up_and_reset(browser: &Browser) {
    let key = "/portal/packages/ACME-PROD/offline-key";
    browser.visit(key).await;
    browser.fill("[name=label]", "Vault").await;
    browser.press("form[action$='/offline-key'] button:not([type=button])").await;
    browser.find(".qr").await;
    assert!(browser.words().await.contains("BEGIN SEATWARDEN LICENSE"));
    browser.visit("/portal").await;
    assert!(browser.words().await.contains("3 of 3"));

    browser.visit(key).await;
    browser.fill("[name=label]", "One too many").await;
    browser.press("form[action$='/offline-key'] button:not([type=button])").await;
    browser.find(".notice").await;
    let refused = browser.words().await;
    assert!(refused.contains("Your license has exceeded its user limit"), "{refused}");
    assert!(refused.contains("reset the activations"), "{refused}");

    browser.visit("/portal/packages/ACME-PROD/reset").await;
    assert!(browser.words().await.contains("Runs on, and takes a slot again"));
    browser.press("form[action$='/reset'] button.danger").await;
    browser.arrive("/portal/packages/ACME-PROD?done=reset").await;
    // What has no network keeps its slot.
    assert!(browser.words().await.contains("1 of 3"));
}

/// One click, and the three areas are withheld there.
async fn try_online(browser: &Browser) {
    browser.visit("/portal/trial").await;
    browser.press("form[action='/portal/trial'] button:not([type=button])").await;
    browser.arrive("/").await;
    assert!(browser.words().await.contains("This is the Online Trial"));
    browser.press("header a[href='/admin']").await;
    browser.arrive("/admin/users").await;
    let refused = browser.words().await;
    assert!(
        refused.contains("managing users is withheld") && refused.contains("install the product"),
        "{refused}"
    );
}
