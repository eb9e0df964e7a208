//! What changing a password promises.

mod again;
mod held;
mod upgraded;

use seatwarden_base::secret::Secret;

use super::{ChosenPolicy, rules};
use crate::{
    accounts::users::{self, Credential, NewUser, UserPatch},
    common::settings,
    cx::{BaseRole, Origin},
    testing::{
        Answer, Browser, NEW_PASSWORD, PASSWORD, TestServer, assert_refused, email_of, md5_of, new_user,
    },
};

const VIEWER: BaseRole = BaseRole::Consumer;
const TAB: &str = "/profile/password";

async fn change(browser: &mut Browser<'_>, current: &str, new: &str, repeat: &str) -> Answer {
    let fields = [("current_password", current), ("new_password", new), ("repeat_password", repeat)];
    browser.submit(TAB, &fields).await
}

#[tokio::test]
async fn the_new_password_signs_in_and_the_old_one_no_longer_does() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;

    let changed = change(&mut browser, PASSWORD, NEW_PASSWORD, NEW_PASSWORD).await;

    assert_eq!(changed.location(), "/profile/password?done=password", "{}", changed.body);
    assert_eq!(server.browser().sign_in(&email_of(VIEWER), PASSWORD).await.status, 401);
    assert_eq!(server.browser().sign_in(&email_of(VIEWER), NEW_PASSWORD).await.status, 303);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_refused_password_says_which_rule_it_breaks_and_changes_nothing() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    let long = "x1".repeat(200);
    let cases = [
        ("not it", NEW_PASSWORD, NEW_PASSWORD, "This is not your current password."),
        (PASSWORD, NEW_PASSWORD, "something else", "The two new passwords are not the same."),
        (PASSWORD, PASSWORD, PASSWORD, "The new password is the old one."),
        (PASSWORD, "sh0rt!", "sh0rt!", "at least 8 characters"),
        (PASSWORD, &long, &long, "The password can have at most 256 characters."),
        (PASSWORD, "password1", "password1", "attacker"),
        (PASSWORD, "seatwarden", "seatwarden", "made of the name of this product"),
        (PASSWORD, "consumer99", "consumer99", "The password is made of your"),
        (PASSWORD, "abcabcabcabc", "abcabcabcabc", "one short piece over and over"),
    ];

    for (current, new, repeat, reason) in cases {
        let refused = change(&mut browser, current, new, repeat).await;
        assert_eq!(refused.status, 422, "{new:.20}: {}", refused.location());
        assert!(refused.says(reason), "{new:.20} should say `{reason}`: {}", refused.body);
        assert!(!refused.says(&format!("value=\"{new}\"")));
    }

    assert_eq!(server.browser().sign_in(&email_of(VIEWER), PASSWORD).await.status, 303);
    assert!(server.events_named("passwords.change").await.is_empty());
    server.finish().await;
}

#[tokio::test]
async fn the_sessions_token_is_another_after_the_change_and_the_old_one_is_dead() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    let mut thief = browser.clone();
    let before = browser.cookie("seatwarden-local").to_owned();

    change(&mut browser, PASSWORD, NEW_PASSWORD, NEW_PASSWORD).await;

    assert_ne!(browser.cookie("seatwarden-local"), before);
    assert!(browser.is_signed_in().await);
    assert!(!thief.is_signed_in().await);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_remembered_session_is_still_remembered_after_the_change() {
    let server = TestServer::start().await;
    let mut browser = server.browser();
    let name = email_of(VIEWER);
    let fields = [("username", name.as_str()), ("password", PASSWORD), ("remember_me", "yes")];
    browser.submit("/login", &fields).await;

    let changed = change(&mut browser, PASSWORD, NEW_PASSWORD, NEW_PASSWORD).await;

    let line = changed.cookie("seatwarden-local");
    assert!(line.contains("; Max-Age=2592000"), "{line}");
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn other_sessions_end_only_if_that_was_chosen() {
    let server = TestServer::start().await;
    let mut here = server.browser_of(VIEWER).await;
    let mut other = server.browser_of(VIEWER).await;

    change(&mut here, PASSWORD, NEW_PASSWORD, NEW_PASSWORD).await;
    assert!(other.is_signed_in().await);
    let fields = [
        ("current_password", NEW_PASSWORD),
        ("new_password", "harbour thimble 93 willow"),
        ("repeat_password", "harbour thimble 93 willow"),
        ("end_others", "yes"),
    ];
    here.submit(TAB, &fields).await;

    assert!(here.is_signed_in().await && !other.is_signed_in().await);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_mail_tells_the_owner_of_the_change() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;

    change(&mut browser, PASSWORD, NEW_PASSWORD, NEW_PASSWORD).await;
    server.run_jobs().await;

    let mail = server.mail_to(&email_of(VIEWER));
    assert_eq!(mail.kind, "passwords.changed_mail");
    assert!(!mail.text.contains(NEW_PASSWORD) && !mail.html.contains(NEW_PASSWORD));
    server.finish().await;
}

#[tokio::test]
async fn guessing_at_the_current_password_is_delayed_too() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    for _ in 0..5 {
        change(&mut browser, "not it", NEW_PASSWORD, NEW_PASSWORD).await;
    }

    let held_up = change(&mut browser, PASSWORD, NEW_PASSWORD, NEW_PASSWORD).await;

    assert_eq!((held_up.status, held_up.header("retry-after")), (429, "1"));
    assert_eq!(server.events_named("passwords.confirm_fail").await.len(), 5);
    server.finish().await;
}

#[tokio::test]
async fn an_sso_user_reads_the_sentence_instead_of_the_form() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    server.sql("update users set origin = 'sso' where email = 'consumer@people.example'").await;

    let page = browser.get(TAB).await;
    let fields =
        [("current_password", PASSWORD), ("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];
    let posted = browser.submit_to("/profile/preferences", TAB, &fields).await;

    assert!(page.says("Your account uses Single Sign On (SSO). Password is managed by your organization."));
    assert!(!page.says("name=\"new_password\""));
    assert_eq!(posted.status, 409);
    server.finish().await;
}

#[tokio::test]
async fn the_rules_are_told_while_one_types() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;

    let short = browser.submit_to(TAB, "/profile/password/check", &[("password", "sh0rt!")]).await;
    let good = browser.submit_to(TAB, "/profile/password/check", &[("password", NEW_PASSWORD)]).await;

    assert!(short.says("At least 8 characters") && short.says("not met"), "{}", short.body);
    assert!(good.says("At least 8 characters") && !good.says("not met"), "{}", good.body);
    server.finish().await;
}

#[tokio::test]
async fn the_nist_preset_asks_for_fifteen_characters() {
    let server = TestServer::start_with(|config| config.passwords.nist_preset = true).await;
    let mut browser = server.browser_of(VIEWER).await;

    let fourteen = change(&mut browser, PASSWORD, "vetch-mulberry", "vetch-mulberry").await;
    let fifteen = change(&mut browser, PASSWORD, "vetch-mulberry4", "vetch-mulberry4").await;

    assert!(fourteen.says("at least 15 characters"), "{}", fourteen.body);
    assert_eq!(fifteen.status, 303, "{}", fifteen.body);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn the_organisations_own_rule_is_told_in_its_own_words() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    let mut tx = server.app.db.write().await.unwrap();
    let chosen = ChosenPolicy {
        organisation_regex: "(?=.*[0-9]).+#$".into(),
        organisation_message: "End it with a hash sign and use a digit".into(),
        ..ChosenPolicy::default()
    };
    settings::set(&mut tx, &chosen, server.now_ms()).await.unwrap();
    tx.commit().await.unwrap();

    let refused = change(&mut browser, PASSWORD, NEW_PASSWORD, NEW_PASSWORD).await;
    let taken = change(&mut browser, PASSWORD, "copper lantern 77#", "copper lantern 77#").await;

    assert!(refused.says("End it with a hash sign and use a digit"), "{}", refused.body);
    assert_eq!(taken.status, 303, "{}", taken.body);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn who_watches_the_server_sees_how_many_passwords_are_kept_by_each_scheme() {
    let server = TestServer::start().await;
    let told = async || server.app.health.text(&server.app).await.unwrap();
    let line =
        |scheme: &str, count: i64| format!("seatwarden_password_records{{scheme=\"{scheme}\"}} {count}\n");
    let before = told().await;
    let direct = (0..100).find(|count| before.contains(&line("argon2id", *count))).unwrap();
    assert!(direct > 0 && before.contains(&line("md5>argon2id", 0)), "{before}");
    let old = NewUser {
        credential: Credential::Md5(Secret::new(md5_of(PASSWORD))),
        ..new_user("old@people.example", "consumer")
    };
    users::create(&server.host(), vec![old]).await.unwrap();

    let at_once = told().await;
    server.advance(10 * 60_000);
    let later = told().await;
    server.browser().sign_in("old@people.example", PASSWORD).await;
    server.advance(10 * 60_000);
    let at_last = told().await;

    assert!(at_once.contains(&line("md5>argon2id", 0)), "the count is kept for ten minutes");
    assert!(later.contains(&line("md5>argon2id", 1)) && later.contains(&line("argon2id", direct)), "{later}");
    assert!(at_last.contains(&line("md5>argon2id", 0)), "{at_last}");
    assert!(at_last.contains(&line("argon2id", direct + 1)), "{at_last}");
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn an_md5_is_refused_where_it_is_switched_off_and_where_it_is_none() {
    let server = TestServer::start_with(|config| config.passwords.md5_import_allowed = false).await;
    let with = |md5: &str| NewUser {
        credential: Credential::Md5(Secret::new(md5)),
        ..new_user("old@people.example", "consumer")
    };

    let off = users::create(&server.host(), vec![with(&md5_of(PASSWORD))]).await;

    assert_refused(off, &super::actions::MD5_OFF);
    server.finish().await;
    let server = TestServer::start().await;
    for bad in ["", "xyz", "0123456789abcdef0123456789abcdeg", "0123456789abcdef0123456789abcdef0"] {
        assert_refused(users::create(&server.host(), vec![with(bad)]).await, &super::legacy_md5::BAD_HASH);
    }
    server.finish().await;
}

#[tokio::test]
async fn a_password_set_by_an_administrator_follows_the_rules_and_signs_its_owner_out() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    let admin = server.cx_as(BaseRole::Admin).await;
    let patch = |password: &str| UserPatch {
        credential: Some(Credential::Password(Secret::new(password))),
        ..UserPatch::default()
    };

    let weak = users::update(&admin, server.id_of(VIEWER), patch("password1")).await;
    users::update(&admin, server.id_of(VIEWER), patch(NEW_PASSWORD)).await.unwrap();

    assert!(weak.is_err_and(|error| error.is(&rules::COMMON) || error.is(&rules::BREACHED)));
    assert!(!browser.is_signed_in().await);
    assert_eq!(browser.sign_in(&email_of(VIEWER), NEW_PASSWORD).await.status, 303);
    server.finish().await;
}

#[tokio::test]
async fn a_user_from_single_sign_on_has_no_password_that_could_be_confirmed() {
    let server = TestServer::start().await;
    let sso = NewUser { origin: Some(Origin::Sso), ..new_user("sso@people.example", "consumer") };
    let person = server.add(sso).await.person;
    let proof = crate::cx::Proof::ApiKey;
    let signed_in = crate::cx::SignedIn::new(person, proof);
    let cx = server.cx().with_caller(crate::cx::Caller::User(std::sync::Arc::new(signed_in)));

    let refused = super::confirm_own(&cx, &Secret::new(PASSWORD), "current_password").await;

    assert_refused(refused, &super::BY_ORGANISATION);
    server.finish().await;
}
