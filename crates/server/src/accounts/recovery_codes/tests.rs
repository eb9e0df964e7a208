//! What recovery codes promise.

use super::CODES;
use crate::{
    accounts::rescue,
    cx::BaseRole,
    testing::{Answer, Browser, MINUTE_MS, NEW_PASSWORD, PASSWORD, TestServer, URL, email_of},
};

const SYSADMIN: BaseRole = BaseRole::Super;
const TAB: &str = "/profile/recovery-codes";

/// The codes that a page shows.
fn shown(page: &Answer) -> Vec<String> {
    let inside = page.body.split("dir=\"ltr\">").skip(1).filter_map(|rest| rest.split('<').next());
    inside.filter(|text| text.len() == 29 && text.matches('-').count() == 4).map(str::to_owned).collect()
}

async fn make(browser: &mut Browser<'_>) -> Vec<String> {
    let page = browser.submit(TAB, &[("current_password", PASSWORD)]).await;
    assert_eq!(page.status, 200, "{}", page.body);
    shown(&page)
}

async fn come_back(browser: &mut Browser<'_>, code: &str) -> Answer {
    browser.submit("/recovery-code", &[("code", code)]).await
}

#[tokio::test]
async fn ten_codes_are_shown_once_and_only_their_hashes_are_kept() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(SYSADMIN).await;

    let codes = make(&mut browser).await;

    assert_eq!(codes.len(), CODES);
    assert!(shown(&browser.get(TAB).await).is_empty());
    assert!(browser.get(TAB).await.says("You have 10 unused codes."));
    let mut tx = server.app.db.read().await.unwrap();
    for row in tx.sql("select code_hash from recovery_codes").all().await.unwrap() {
        assert_eq!(row.get::<Vec<u8>>(0).unwrap().len(), 32);
    }
    server.finish().await;
}

#[tokio::test]
async fn a_code_leads_to_a_new_password_once() {
    let server = TestServer::start().await;
    let codes = make(&mut server.browser_of(SYSADMIN).await).await;
    let mut browser = server.browser();

    let used = come_back(&mut browser, &codes[3].to_lowercase().replace('-', " ")).await;
    let path = used.location().to_owned();
    assert!(path.starts_with("/recover-password/"), "{}", used.body);
    let fields = [("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];
    let chosen = browser.submit(&path, &fields).await;
    let again = come_back(&mut browser, &codes[3]).await;

    assert_eq!(chosen.location(), "/login?done=password");
    assert_eq!(browser.sign_in(&email_of(SYSADMIN), NEW_PASSWORD).await.location(), "/");
    assert!(again.status == 401 && again.says("This code is not right, or was used before."));
    assert!(browser.get(TAB).await.says("You have 9 unused codes."));
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_new_set_ends_the_older_one() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(SYSADMIN).await;
    let older = make(&mut browser).await;

    let newer = make(&mut browser).await;

    let mut outside = server.browser();
    assert_eq!(come_back(&mut outside, &older[0]).await.status, 401);
    assert_eq!(come_back(&mut outside, &newer[0]).await.status, 303);
    server.finish().await;
}

#[tokio::test]
async fn making_codes_needs_the_password() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(SYSADMIN).await;

    let refused = browser.submit(TAB, &[("current_password", "not it")]).await;

    assert!(refused.status == 422 && refused.says("This is not your current password."));
    assert_eq!(server.number("select count(*) from recovery_codes").await, 0);
    server.finish().await;
}

#[tokio::test]
async fn nobody_but_the_sysadmin_has_the_page() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Admin).await;

    assert_eq!(browser.get(TAB).await.status, 404);
    assert!(!browser.get("/profile/activity").await.links().contains(&TAB.to_owned()));
    server.finish().await;
}

#[tokio::test]
async fn the_owner_hears_of_new_codes_and_of_each_that_is_used() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(SYSADMIN).await;

    let codes = make(&mut browser).await;
    server.run_jobs().await;
    let made = server.mail_to(&email_of(SYSADMIN));
    server.empty_mailboxes();
    come_back(&mut server.browser().at("203.0.113.9"), &codes[0]).await;
    server.run_jobs().await;
    let used = server.mail_to(&email_of(SYSADMIN));

    assert_eq!((made.kind.as_str(), made.link().as_str()), ("recovery_codes.made_mail", TAB));
    assert_eq!((used.kind.as_str(), used.link().as_str()), ("recovery_codes.used_mail", TAB));
    for told in ["203.0.113.9", "Firefox on Linux", "You have 9 unused codes.", "/forgot-password"] {
        assert!(used.text.contains(told) && used.html.contains(told), "{told}: {}", used.text);
    }
    for code in &codes {
        assert!(![&made.text, &made.html, &used.text, &used.html].iter().any(|text| text.contains(code)));
    }
    server.finish().await;
}

#[tokio::test]
async fn codes_that_a_thief_made_end_when_the_address_is_taken_back() {
    let server = TestServer::start().await;
    let mut thief = server.browser_of(SYSADMIN).await;
    let fields = [("new_email", "thief@people.example"), ("current_password", PASSWORD)];
    thief.submit_to("/profile/personal-information", "/profile/email", &fields).await;
    server.run_jobs().await;
    thief.submit(&server.mail_to("thief@people.example").link(), &[]).await;
    server.run_jobs().await;
    let codes = make(&mut thief).await;

    let undone = server.browser().submit(&server.mail_to(&email_of(SYSADMIN)).link(), &[]).await;

    assert_eq!(undone.status, 200, "{}", undone.body);
    assert_eq!(come_back(&mut server.browser(), &codes[0]).await.status, 401);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn choosing_a_password_ends_the_codes_with_the_tokens_unless_a_code_led_there() {
    for (by_code, end_tokens, left) in [(false, false, 10), (false, true, 0), (true, true, 9)] {
        let server = TestServer::start().await;
        let codes = make(&mut server.browser_of(SYSADMIN).await).await;
        let mut browser = server.browser();
        let path = if by_code {
            come_back(&mut browser, &codes[0]).await.location().to_owned()
        } else {
            let (_, url) = rescue::rescue(&server.host()).await.unwrap();
            url.reveal().strip_prefix(URL).unwrap().to_owned()
        };
        let mut fields = vec![("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];
        if end_tokens {
            fields.push(("end_tokens", "on"));
        }

        let page = browser.get(&path).await;
        let chosen = browser.submit(&path, &fields).await;

        assert!(page.says("Your recovery codes end too"), "{}", page.body);
        assert_eq!(chosen.location(), "/login?done=password", "{}", chosen.body);
        let unused = "select count(*) from recovery_codes where used_at_ms is null";
        assert_eq!(server.number(unused).await, left);
        server.run_jobs().await;
        server.finish().await;
    }
}

#[tokio::test]
async fn guessing_is_held_up_after_ten_tries() {
    let server = TestServer::start().await;
    let mut browser = server.browser();
    for _ in 0..10 {
        assert_eq!(come_back(&mut browser, "AAAAA-AAAAA-AAAAA-AAAAA-AAAAA").await.status, 401);
    }

    let held_up = come_back(&mut browser, "AAAAA-AAAAA-AAAAA-AAAAA-AAAAA").await;
    server.advance(MINUTE_MS);
    let later = come_back(&mut browser, "").await;

    assert_eq!((held_up.status, held_up.header("retry-after")), (429, "60"));
    assert_eq!(later.status, 401);
    assert_eq!(server.events_named("recovery_codes.fail").await.len(), 11);
    server.finish().await;
}

#[tokio::test]
async fn a_sysadmin_without_codes_is_reminded_until_they_are_made_and_puts_it_off_for_a_week_at_most() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(SYSADMIN).await;
    assert!(browser.get("/").await.says("You have no recovery codes"));
    assert!(!server.browser_of(BaseRole::Admin).await.get("/").await.says("You have no recovery codes"));

    browser.submit_to("/", "/recovery-codes/later", &[]).await;
    assert!(!browser.get("/").await.says("You have no recovery codes"));
    server.advance(7 * 24 * 60 * MINUTE_MS);
    let mut browser = server.browser_of(SYSADMIN).await;
    assert!(browser.get("/").await.says("You have no recovery codes"));
    make(&mut browser).await;

    assert!(!browser.get("/").await.says("You have no recovery codes"));
    server.finish().await;
}

#[tokio::test]
async fn who_was_just_set_up_is_led_to_recovery_codes_by_the_first_sign_in() {
    let server = TestServer::start().await;
    let mut browser = server.browser();
    let fields = [("username", email_of(SYSADMIN)), ("password", PASSWORD.to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = browser.get("/login?done=setup").await;
    assert_eq!(
        page.field("field-return_to").or_else(|| page.body.contains(TAB).then(|| TAB.into())).as_deref(),
        Some(TAB)
    );

    let mut all = fields.clone();
    all.push(("return_to", TAB));
    let entered = browser.submit_to("/login?done=setup", "/login", &all).await;

    assert_eq!(entered.location(), TAB);
    server.finish().await;
}
