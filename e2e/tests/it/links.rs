//! What a person does with links in mails and with codes on paper, in a real browser: by the pointer with
//! scripts, and by the keyboard without.

use reqwest::Method;
use seatwarden_e2e::{
    browser::{Browser, Driver, Hand, Scripts},
    database::Engine,
    demo::{Demo, Person},
    http::Http,
    inbox::{Inbox, Mail},
};
use serde_json::json;

use crate::browser::sign_in;

const NEW_PASSWORD: &str = "violet-harbour-teapot-91";

/// How a journey is made.
struct Way {
    engine: Engine,
    hand: Hand,
    scripts: Scripts,
}

const USUAL: Way = Way { engine: Engine::Postgres, hand: Hand::Pointer, scripts: Scripts::On };
const BARE: Way = Way { engine: Engine::Sqlite, hand: Hand::Keyboard, scripts: Scripts::Off };

struct Scene {
    demo: Demo,
    driver: Driver,
    browser: Browser,
}

impl Way {
    async fn begin(&self) -> Scene {
        let demo = Demo::start(self.engine).await;
        let driver = Driver::start().await;
        let browser = driver.open(demo.url(), self.hand, self.scripts).await;
        Scene { demo, driver, browser }
    }
}

impl Scene {
    async fn end(self) {
        self.browser.close().await;
        drop(self.driver);
        self.demo.must_have_a_whole_audit_trail();
    }

    async fn mail_with(&self, address: &str, prefix: &str) -> Mail {
        Inbox::of(self.demo.url()).mail_with(address, prefix).await
    }

    /// Opens a mail in the inbox and follows its link; the link's path.
    async fn follow(&self, mail: &Mail, prefix: &str) -> String {
        self.browser.visit("/inbox").await;
        self.browser.press(&format!("a[href='{}']", mail.path)).await;
        let link = mail.link(prefix).unwrap();
        self.browser.press(&format!("main a[href$='{link}']")).await;
        self.browser.arrive(&link).await;
        link
    }

    async fn choose_password(&self, action: &str, password: &str) {
        self.browser.fill("[name=new_password]", password).await;
        self.browser.fill("[name=repeat_password]", password).await;
        self.browser.press(&format!("form[action='{action}'] .actions button")).await;
    }

    /// Presses the one button of a link's page.
    async fn agree(&self, link: &str) {
        self.browser.press(&format!("form[action='{link}'] .actions button")).await;
        self.browser.find("main [role=status], main .notice").await;
    }

    /// Opens a link again that was used: it must offer nothing any more.
    async fn must_be_used_up(&self, link: &str) {
        self.browser.visit(link).await;
        assert!(!self.browser.has(&format!("form[action='{link}']")).await, "{link} can be used twice");
    }

    async fn token(&self, person: &Person) -> (u16, String) {
        let fields = [("username", person.email.as_str()), ("password", person.password.as_str())];
        let answer = Http::script(self.demo.url()).post("/api/v1/authentication/login", &fields).await;
        let token = answer.body.split("\"access_token\":\"").nth(1).unwrap_or_default();
        (answer.status, token.split('"').next().unwrap_or_default().to_owned())
    }
}

#[tokio::test]
async fn an_invitation_is_accepted_from_the_mail() {
    accept_an_invitation(&USUAL).await;
}

#[tokio::test]
async fn an_invitation_is_accepted_by_the_keyboard_without_scripts() {
    accept_an_invitation(&BARE).await;
}

async fn accept_an_invitation(way: &Way) {
    let scene = way.begin().await;
    let new =
        Person { role: "viewer".into(), email: "new@people.example".into(), password: NEW_PASSWORD.into() };
    let script = Http::script(scene.demo.url());
    let admin = script.bearer(&scene.demo.ready().sysadmin).await;
    let body =
        json!([{ "email": new.email, "userName": new.email, "firstName": "Nora", "roleName": "consumer" }]);
    let request = script.request(Method::POST, "/api/users").bearer_auth(&admin).json(&body);
    script.send(request).await.must_be(200);
    assert_eq!(scene.token(&new).await.0, 401, "who has not accepted cannot sign in");

    let mail = scene.mail_with(&new.email, "/invitation/").await;
    let link = scene.follow(&mail, "/invitation/").await;
    assert!(scene.browser.words().await.contains(&new.email), "the page does not say whose account it is");
    scene.choose_password(&link, "password1").await;
    let refused = scene.browser.find("form [role=alert]").await.text().await.unwrap();
    assert!(refused.len() > 20, "the refusal gives no reason: {refused}");
    scene.choose_password(&link, NEW_PASSWORD).await;
    scene.browser.arrive("/login?done=password").await;
    sign_in(&scene.browser, &new.email, NEW_PASSWORD).await;

    let welcome = scene.browser.find("h1").await.text().await.unwrap();
    assert!(welcome.contains("Nora"), "{welcome}");
    scene.must_be_used_up(&link).await;
    scene.end().await;
}

#[tokio::test]
async fn another_address_is_confirmed_and_taken_back() {
    change_the_address(&USUAL).await;
}

#[tokio::test]
async fn another_address_is_confirmed_and_taken_back_by_the_keyboard_without_scripts() {
    change_the_address(&BARE).await;
}

async fn change_the_address(way: &Way) {
    let scene = way.begin().await;
    let person = scene.demo.user("contributor").clone();
    let moved = Person { email: "moved@people.example".into(), ..person.clone() };
    let browser = &scene.browser;
    browser.visit("/login").await;
    sign_in(browser, &person.email, &person.password).await;
    browser.visit("/profile/personal-information").await;
    browser.fill("[name=new_email]", &moved.email).await;
    browser.fill("[name=current_password]", &person.password).await;
    browser.press("form[action='/profile/email'] .actions button").await;
    browser.arrive("/profile/personal-information?done=email").await;
    assert_eq!(scene.token(&moved).await.0, 401, "the new address counts before it is confirmed");

    let mail = scene.mail_with(&moved.email, "/confirm-email/").await;
    let confirm = scene.follow(&mail, "/confirm-email/").await;
    assert!(browser.words().await.contains(&moved.email), "the page does not say which address");
    scene.agree(&confirm).await;
    let (status, token) = scene.token(&moved).await;
    assert_eq!(status, 200);
    scene.must_be_used_up(&confirm).await;

    let mail = scene.mail_with(&person.email, "/undo-email/").await;
    let undo = scene.follow(&mail, "/undo-email/").await;
    scene.agree(&undo).await;
    scene.must_be_used_up(&undo).await;

    // Whoever changed it is out, everywhere, and the password is worth nothing any more.
    let script = Http::script(scene.demo.url());
    script.get_as("/api/users/loggedin", &token).await.must_be(401);
    assert_ne!(scene.token(&moved).await.0, 200);
    assert_ne!(scene.token(&person).await.0, 200, "the password that somebody else may know still works");
    browser.visit("/profile/preferences").await;
    browser.arrive("/login?done=ended&return_to=%2Fprofile%2Fpreferences").await;

    // The owner comes back through the mail that the undoing sent to the old address.
    let mail = scene.mail_with(&person.email, "/recover-password/").await;
    let link = scene.follow(&mail, "/recover-password/").await;
    scene.choose_password(&link, NEW_PASSWORD).await;
    browser.arrive("/login?done=password").await;
    sign_in(browser, &person.email, NEW_PASSWORD).await;
    browser.visit("/profile/personal-information").await;
    assert!(browser.words().await.contains(&person.email));
    scene.end().await;
}

#[tokio::test]
async fn a_recovery_code_brings_the_sysadmin_back_in() {
    come_back_with_a_code(&USUAL).await;
}

#[tokio::test]
async fn a_recovery_code_brings_the_sysadmin_back_in_by_the_keyboard_without_scripts() {
    come_back_with_a_code(&BARE).await;
}

async fn come_back_with_a_code(way: &Way) {
    let scene = way.begin().await;
    let sysadmin = scene.demo.ready().sysadmin.clone();
    let browser = &scene.browser;
    browser.visit("/login").await;
    sign_in(browser, &sysadmin.email, &sysadmin.password).await;
    browser.visit("/profile/personal-information").await;
    browser.press("nav a[href='/profile/recovery-codes']").await;
    browser.arrive("/profile/recovery-codes").await;
    browser.fill("[name=current_password]", &sysadmin.password).await;
    browser.press("form[action='/profile/recovery-codes'] .actions button").await;
    let list = browser.find("ol.codes").await.text().await.unwrap();
    let codes: Vec<&str> = list.split_whitespace().filter(|word| word.len() == 29).collect();
    assert_eq!(codes.len(), 10, "{list}");
    browser.press("//details[.//form[@action='/logout']]/summary").await;
    browser.press("form[action='/logout'] button").await;
    browser.arrive("/login?done=signed-out").await;

    browser.visit("/recovery-code").await;
    browser.fill("[name=code]", "AAAAA-AAAAA-AAAAA-AAAAA-AAAAA").await;
    browser.press("form[action='/recovery-code'] button.primary").await;
    browser.find("form [role=alert]").await;
    browser.fill("[name=code]", codes[4]).await;
    browser.press("form[action='/recovery-code'] button.primary").await;
    browser.find("[name=new_password]").await;
    let link = browser.here().await;
    scene.choose_password(&link, NEW_PASSWORD).await;
    browser.arrive("/login?done=password").await;
    sign_in(browser, &sysadmin.email, NEW_PASSWORD).await;
    browser.visit("/profile/recovery-codes").await;
    let words = browser.words().await;
    assert!(words.contains('9'), "one code is used up: {words}");
    assert!(!words.contains(codes[5]), "codes are shown again");

    browser.visit("/recovery-code").await;
    browser.fill("[name=code]", codes[4]).await;
    browser.press("form[action='/recovery-code'] button.primary").await;
    browser.find("form [role=alert]").await;
    assert!(!browser.has("[name=new_password]").await, "a code works twice");
    scene.end().await;
}
