//! What a person does in a real browser: with everything on, without scripts, and by the keyboard alone.

use seatwarden_e2e::{
    browser::{Browser, Driver, Hand, Scripts},
    database::Engine,
    demo::{Demo, Person},
    eventually,
    http::Http,
    inbox::Inbox,
};

const FIRST_NEW: &str = "violet-harbour-teapot-91";
const SECOND_NEW: &str = "copper-lantern-meadow-17";

#[tokio::test]
async fn a_person_signs_in_and_manages_the_account() {
    journey(Engine::Postgres, Hand::Pointer, Scripts::On).await;
}

#[tokio::test]
async fn the_same_goes_without_scripts() {
    journey(Engine::Sqlite, Hand::Pointer, Scripts::Off).await;
}

#[tokio::test]
async fn the_same_goes_by_the_keyboard_alone() {
    journey(Engine::Sqlite, Hand::Keyboard, Scripts::On).await;
}

#[tokio::test]
async fn the_same_goes_by_the_keyboard_without_scripts() {
    journey(Engine::Sqlite, Hand::Keyboard, Scripts::Off).await;
}

async fn journey(engine: Engine, hand: Hand, scripts: Scripts) {
    let demo = Demo::start(engine).await;
    let driver = Driver::start().await;
    let browser = driver.open(demo.url(), hand, scripts).await;
    let person = demo.user("contributor").clone();
    browser.visit("/").await;
    browser.arrive("/login").await;
    assert_eq!(runs_scripts(&browser).await, scripts == Scripts::On, "whether the browser runs scripts");

    sign_in(&browser, &person.email, &person.password).await;
    open_profile(&browser).await;
    change_names(&browser).await;
    turn_to_hebrew(&browser).await;
    change_password(&browser, &person).await;
    end_the_other_session(&demo, &driver, &browser, &person, (hand, scripts)).await;
    renew_token(&demo, &browser, scripts).await;
    sign_out(&browser).await;
    come_back_through_the_mail(&demo, &browser, &person).await;

    assert_eq!(browser.attribute("html", "dir").await, "rtl", "the language is kept");
    browser.close().await;
    demo.must_have_a_whole_audit_trail();
}

/// Whether the page's own script ran: buttons that need it are shown only then.
async fn runs_scripts(browser: &Browser) -> bool {
    browser.find("[name=password]").await;
    browser.shows("[data-reveal]").await
}

pub(crate) async fn sign_in(browser: &Browser, name: &str, password: &str) {
    browser.fill("[name=username]", name).await;
    browser.fill("[name=password]", password).await;
    browser.check("[name=remember_me]", true).await;
    browser.press("form[action='/login'] button:not([type=button])").await;
    browser.arrive("/").await;
}

async fn open_profile(browser: &Browser) {
    assert!(!browser.has("[data-profile-open]").await, "the user icon says that My Profile is open");
    open_user_menu(browser).await;
    browser.press("header a[href='/profile']").await;
    browser.arrive("/profile/personal-information").await;
    assert!(browser.has("header [data-profile-open]").await, "the user icon does not change with My Profile");
}

async fn open_user_menu(browser: &Browser) {
    browser.press("//details[.//form[@action='/logout']]/summary").await;
    browser.find("form[action='/logout'] button").await;
}

async fn change_names(browser: &Browser) {
    browser.fill("[name=first_name]", "Ada Maria").await;
    browser.fill("[name=last_name]", "O'Neill <b>").await;
    browser.press("form[action='/profile/personal-information'] button").await;
    browser.arrive("/profile/personal-information?done=saved").await;
    assert_eq!(browser.value("[name=first_name]").await, "Ada Maria");
    assert_eq!(browser.value("[name=last_name]").await, "O'Neill <b>");
    browser.visit("/").await;
    let welcome = browser.find("h1").await.text().await.unwrap();
    assert!(welcome.contains("Ada Maria O'Neill <b>"), "{welcome}");
}

async fn turn_to_hebrew(browser: &Browser) {
    assert_eq!(browser.attribute("html", "dir").await, "ltr");
    browser.visit("/profile/personal-information").await;
    browser.press("nav a[href='/profile/preferences']").await;
    browser.arrive("/profile/preferences").await;
    browser.choose("select[name=language]", "he-IL").await;
    browser.press("form[action='/profile/preferences'] button").await;
    browser.arrive("/profile/preferences?done=saved").await;
    assert_eq!(browser.attribute("html", "dir").await, "rtl");
    assert_eq!(browser.attribute("html", "lang").await, "he");
    let words = browser.words().await;
    assert!(words.chars().any(|c| ('\u{5d0}'..='\u{5ea}').contains(&c)), "no Hebrew letter in: {words}");
}

async fn change_password(browser: &Browser, person: &Person) {
    browser.press("nav a[href='/profile/password']").await;
    browser.arrive("/profile/password").await;
    type_new_password(browser, &person.password, "password1").await;
    let refused = browser.find("form[action='/profile/password'] [role=alert]").await.text().await.unwrap();
    assert!(refused.len() > 20, "the refusal gives no reason: {refused}");
    assert_eq!(browser.attribute("[name=new_password]", "aria-invalid").await, "true");
    assert_eq!(browser.value("[name=new_password]").await, "", "a refused password is shown again");

    type_new_password(browser, &person.password, FIRST_NEW).await;
    browser.arrive("/profile/password?done=password").await;
}

async fn type_new_password(browser: &Browser, current: &str, new: &str) {
    browser.fill("[name=current_password]", current).await;
    browser.fill("[name=new_password]", new).await;
    browser.fill("[name=repeat_password]", new).await;
    browser.press("form[action='/profile/password'] .actions button").await;
}

async fn end_the_other_session(
    demo: &Demo,
    driver: &Driver,
    browser: &Browser,
    person: &Person,
    (hand, scripts): (Hand, Scripts),
) {
    let other = driver.open(demo.url(), hand, scripts).await;
    other.visit("/login").await;
    sign_in(&other, &person.email, FIRST_NEW).await;
    open_profile(&other).await;

    browser.press("nav a[href='/profile/sessions']").await;
    browser.arrive("/profile/sessions").await;
    assert_eq!(browser.count("main tbody tr").await, 2, "{}", browser.words().await);
    let row = "//main//tbody/tr[not(.//*[contains(@class, 'badge')])]";
    browser.press(&format!("{row}//form[contains(@action, '/end')]//button")).await;
    browser.arrive("/profile/sessions?done=ended").await;
    assert_eq!(browser.count("main tbody tr").await, 1, "{}", browser.words().await);

    other.press("nav a[href='/profile/preferences']").await;
    other.arrive("/login?done=ended&return_to=%2Fprofile%2Fpreferences").await;
    other.close().await;
}

async fn renew_token(demo: &Demo, browser: &Browser, scripts: Scripts) {
    let script = Http::script(demo.url());
    browser.press("nav a[href='/profile/api-token']").await;
    browser.arrive("/profile/api-token").await;
    let old = browser.value("#field-api_token").await;
    script.get_as("/api/users/loggedin", &old).await.must_be(200);

    let renew = "form[action='/profile/api-token/renew'] button";
    browser.press(renew).await;
    // The warning: a dialog, or without scripts a page. It can be called off.
    if scripts == Scripts::On {
        browser.press("dialog[open] button[value=no]").await;
        script.get_as("/api/users/loggedin", &old).await.must_be(200);
        browser.press(renew).await;
        browser.press("dialog[open] button[value=yes]").await;
    } else {
        browser.arrive("/profile/api-token/renew").await;
        browser.press("main a[href='/profile/api-token']").await;
        browser.arrive("/profile/api-token").await;
        script.get_as("/api/users/loggedin", &old).await.must_be(200);
        browser.press(renew).await;
        browser.arrive("/profile/api-token/renew").await;
        browser.press(renew).await;
    }
    browser.arrive("/profile/api-token?done=token").await;

    script.get_as("/api/users/loggedin", &old).await.must_be(401);
    let new = browser.value("#field-api_token").await;
    script.get_as("/api/users/loggedin", &new).await.must_be(200);
}

async fn sign_out(browser: &Browser) {
    open_user_menu(browser).await;
    browser.press("form[action='/logout'] button").await;
    browser.arrive("/login?done=signed-out").await;
    browser.visit("/profile/preferences").await;
    browser.arrive("/login?return_to=%2Fprofile%2Fpreferences").await;
}

async fn come_back_through_the_mail(demo: &Demo, browser: &Browser, person: &Person) {
    browser.press("a[href='/forgot-password']").await;
    browser.arrive("/forgot-password").await;
    browser.fill("[name=email]", &person.email).await;
    browser.press("form[action='/forgot-password'] button").await;
    browser.arrive("/forgot-password/sent").await;

    let mail = Inbox::of(demo.url()).mail_with(&person.email, "/recover-password/").await;
    browser.visit("/inbox").await;
    browser.press(&format!("a[href='{}']", mail.path)).await;
    let link = mail.link("/recover-password/").unwrap();
    browser.press(&format!("main a[href$='{link}']")).await;
    browser.arrive(&link).await;
    browser.fill("[name=new_password]", SECOND_NEW).await;
    browser.fill("[name=repeat_password]", SECOND_NEW).await;
    browser.press(&format!("form[action='{link}'] .actions button")).await;
    browser.arrive("/login?done=password").await;
    sign_in(browser, &person.email, SECOND_NEW).await;

    // The link is used up.
    browser.visit(&link).await;
    assert!(!browser.has("[name=new_password]").await, "the used link still offers a new password");
    browser.visit("/").await;
}

#[tokio::test]
async fn the_words_at_the_door_are_those_people_know() {
    let demo = Demo::start(Engine::Sqlite).await;
    let driver = Driver::start().await;
    let browser = driver.open(demo.url(), Hand::Pointer, Scripts::On).await;

    browser.visit("/login").await;
    let words = browser.words().await;
    for word in ["Username/Email", "Password", "Remember Me", "Login", "Forgot your password? Click here"] {
        assert!(words.contains(word), "`{word}` is not on the page: {words}");
    }
    browser.fill("[name=username]", "nobody@example.com").await;
    browser.fill("[name=password]", "not-the-password").await;
    browser.press("form[action='/login'] button:not([type=button])").await;
    browser.find("[role=alert]").await;
    assert_eq!(browser.count("[role=alert] li").await, 1, "one line says what is wrong");
    assert_eq!(browser.value("[name=username]").await, "nobody@example.com");
    assert_eq!(browser.value("[name=password]").await, "");

    sign_in(&browser, &demo.ready().sysadmin.email, &demo.ready().sysadmin.password).await;
    open_user_menu(&browser).await;
    let words = browser.words().await;
    for word in ["My Profile", "Logout"] {
        assert!(words.contains(word), "`{word}` is not in the menu: {words}");
    }
    browser.visit("/profile").await;
    let words = browser.words().await;
    for word in ["Personal Information", "Preferences", "Password", "API Token", "Sessions", "Activity"] {
        assert!(words.contains(word), "`{word}` is not on the page: {words}");
    }
    browser.close().await;
}

#[tokio::test]
async fn the_mail_in_a_mail_program_has_the_button_people_know() {
    let demo = Demo::start(Engine::Sqlite).await;
    let driver = Driver::start().await;
    let browser = driver.open(demo.url(), Hand::Pointer, Scripts::On).await;
    let person = demo.user("consumer").clone();
    let http = Http::browser(demo.url());
    http.submit("/forgot-password", "/forgot-password", &[("email", &person.email)]).await.must_be(303);
    let mail = Inbox::of(demo.url()).mail_with(&person.email, "/recover-password/").await;

    browser.visit(&format!("{}/html", mail.path)).await;
    let button = browser.find("//a[normalize-space()='Recover Password']").await;
    let href = button.attr("href").await.unwrap().unwrap();

    assert_eq!(href, format!("{}{}", demo.url(), mail.link("/recover-password/").unwrap()));
    browser.close().await;
}

#[tokio::test]
async fn while_a_password_is_typed_the_page_says_what_it_lacks() {
    let demo = Demo::start(Engine::Sqlite).await;
    let driver = Driver::start().await;
    let browser = driver.open(demo.url(), Hand::Pointer, Scripts::On).await;
    browser.visit("/login?return_to=/profile/password").await;
    let person = demo.user("consumer");
    browser.fill("[name=username]", &person.email).await;
    browser.fill("[name=password]", &person.password).await;
    browser.press("form[action='/login'] button:not([type=button])").await;
    browser.arrive("/profile/password").await;
    let rules = async || browser.find("#field-new_password-check").await.outer_html().await.unwrap();
    let at_first = rules().await;

    browser.fill("[name=new_password]", "short").await;
    let short =
        eventually("the rules to answer", async || Some(rules().await).filter(|now| *now != at_first)).await;
    browser.fill("[name=new_password]", FIRST_NEW).await;
    eventually("the rules to be met", async || Some(rules().await).filter(|now| *now != short)).await;

    browser.close().await;
}

#[tokio::test]
async fn pages_are_made_for_everybody() {
    let demo = Demo::start(Engine::Sqlite).await;
    let driver = Driver::start().await;
    let browser = driver.open(demo.url(), Hand::Pointer, Scripts::On).await;
    for page in
        ["/login", "/forgot-password", "/forgot-password/sent", "/recovery-code", "/no-such-page", "/inbox"]
    {
        browser.visit(page).await;
        must_be_readable(&browser, page).await;
    }
    browser.visit("/login").await;
    sign_in(&browser, &demo.ready().sysadmin.email, &demo.ready().sysadmin.password).await;
    for page in [
        "/",
        "/profile/personal-information",
        "/profile/preferences",
        "/profile/password",
        "/profile/api-token",
        "/profile/api-token/renew",
        "/profile/sessions",
        "/profile/activity",
        "/profile/recovery-codes",
        "/admin/sessions",
        "/admin/sessions/revoke-all",
        "/admin/feature-management",
        "/admin/security",
        "/admin/security/lockout",
        "/admin/security/sessions",
        "/admin/security/embedding",
        "/admin/security/api-access",
    ] {
        browser.visit(page).await;
        assert_eq!(browser.here().await, page);
        must_be_readable(&browser, page).await;
    }
    browser.close().await;
}

/// What can be told about a page without seeing it (WCAG 2.2: 1.3.1, 2.4.1, 2.4.2, 3.1.1, 4.1.2), and that it
/// does not run out of a narrow window (1.4.10).
async fn must_be_readable(browser: &Browser, page: &str) {
    let wrong = browser.execute(include_str!("../../scripts/readable.js")).await;
    assert_eq!(wrong, serde_json::json!([]), "on {page}");
    let complaints = browser.complaints().await;
    let ours: Vec<_> = complaints.iter().filter(|line| !line.contains("404")).collect();
    assert!(ours.is_empty(), "on {page} the browser complains: {ours:?}");
}
