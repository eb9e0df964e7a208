//! What the pages of one user promise.

use super::super::{Credential, NOT_YOURSELF, NewUser, UserPatch, create, find, look, update};
use seatwarden_base::mail::SendError;

use crate::{
    accounts::{groups, passwords::Lock},
    cx::{BUILT_IN, BaseRole},
    testing::{
        Answer, Browser, MINUTE_MS, NEW_PASSWORD, PASSWORD, TestServer, assert_refused, email_of, new_user,
    },
};

const ADMIN: BaseRole = BaseRole::Admin;
const VIEWER: BaseRole = BaseRole::Consumer;
const NEW: &str = "new@people.example";
const ADD: &str = "/admin/users/new";

pub(super) fn page_of(server: &TestServer, role: BaseRole) -> String {
    format!("/admin/users/{}", server.id_of(role))
}

async fn role_id(server: &TestServer, name: &str) -> String {
    server.text("select id from roles where name = $1", name).await
}

/// Sends the form of a user as it stands, with some fields in place of what was there.
async fn save(browser: &mut Browser<'_>, page: &str, changed: &[(&str, &str)]) -> Answer {
    let shown = browser.get(page).await;
    send(browser, page, &shown, changed).await
}

pub(super) async fn send(
    browser: &mut Browser<'_>,
    page: &str,
    shown: &Answer,
    changed: &[(&str, &str)],
) -> Answer {
    let chosen = |name: &str| {
        let (_, rest) = shown.body.split_once(&format!("name=\"{name}\" required"))?;
        let (before, _) = rest.split_once("\" selected")?;
        Some(before.rsplit('"').next()?.to_owned())
    };
    let version =
        shown.body.split("name=\"version\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let mut fields = vec![("version", version.unwrap_or_default().to_owned())];
    for name in ["email", "user_name", "first_name", "last_name"] {
        fields.push((name, shown.field(&format!("field-{name}")).unwrap_or_default()));
    }
    fields.push(("role_id", chosen("role_id").unwrap_or_default()));
    if shown.says("name=\"was_locked\" value=\"yes\"") {
        fields.push(("was_locked", "yes".to_owned()));
        fields.push(("locked", "on".to_owned()));
    }
    for (name, value) in changed {
        fields.retain(|(other, _)| other != name);
        if !value.is_empty() || *name != "locked" {
            fields.push((name, (*value).to_owned()));
        }
    }
    fields.push(("csrf", shown.csrf().unwrap()));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let request = browser.request("POST", page).header("sec-fetch-site", "same-origin").form(&fields);
    browser.send(request).await
}

#[tokio::test]
async fn the_pages_of_a_user_open_for_those_who_may_see_users_and_for_nobody_else() {
    let server = TestServer::start().await;
    let page = page_of(&server, VIEWER);
    for role in BUILT_IN {
        let mut browser = server.browser_of(role).await;
        let (sees, adds) = (role <= BaseRole::DataAdmin, role <= ADMIN);
        for suffix in ["", "/sessions", "/tokens"] {
            let status = browser.get(&format!("{page}{suffix}")).await.status;
            assert_eq!(status, if sees { 200 } else { 403 }, "{role:?} {suffix}");
        }
        for path in [format!("{page}/activity"), format!("{page}/deactivate"), ADD.to_owned()] {
            let status = browser.get(&path).await.status;
            assert_eq!(status, if adds { 200 } else { 403 }, "{role:?} {path}");
        }
    }
    server.finish().await;
}

#[tokio::test]
async fn a_user_is_added_with_a_password_or_invited() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let role = role_id(&server, "contributor").await;
    let common = [("first_name", "Mary"), ("last_name", "Ward"), ("role_id", &role), ("language", "de")];

    let with =
        [&common[..], &[("email", NEW), ("credential", "password"), ("password", NEW_PASSWORD)]].concat();
    let added = browser.submit(ADD, &with).await;
    let invited = [&common[..], &[("email", "later@people.example"), ("credential", "invited")]].concat();
    let invited = browser.submit(ADD, &invited).await;

    assert!(added.status == 303 && added.location().ends_with("?done=added"), "{}", added.body);
    assert!(invited.location().ends_with("?done=invited"), "{}", invited.body);
    assert_eq!(server.browser().sign_in(NEW, NEW_PASSWORD).await.status, 303);
    server.run_jobs().await;
    server.sql("insert into settings (key, value, updated_at_ms) values ('outbox.switches', '{\"invitations\":false}', 0)").await;
    let page = invited.location().replace("?done=invited", "");
    let again = format!("{page}/invite");
    let off = browser.submit_to(&page, &again, &[]).await;
    assert!(off.location().ends_with("?done=invited_off"), "{}", off.body);
    assert!(browser.get(off.location()).await.says("do not leave this server now, so that no link"));
    let form = browser.get(ADD).await;
    assert!(form.says("set a password here") && form.says("value=\"password\" selected"), "{}", form.body);
    server.sql("delete from settings where key = 'outbox.switches'").await;
    browser.submit_to(&page, &again, &[]).await;
    server.run_jobs().await;
    let mail = server.mail_to("later@people.example");
    let fields = [("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];
    assert_eq!(server.browser().submit(&mail.link(), &fields).await.status, 303);
    let user = find(&server.host(), "later@people.example").await.unwrap();
    assert!(user.person.active && user.person.role.base == BaseRole::Contributor);
    assert_eq!(
        (user.person.user_name.as_str(), user.person.language.as_deref()),
        ("later@people.example", Some("de"))
    );
    server.finish().await;
}

#[tokio::test]
async fn what_was_typed_is_still_there_after_a_refusal() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let role = role_id(&server, "consumer").await;

    let typed = [
        ("email", "nowhere"),
        ("first_name", "Mary"),
        ("role_id", &role),
        ("credential", "password"),
        ("password", PASSWORD),
    ];
    let refused = browser.submit(ADD, &typed).await;

    assert_eq!(refused.status, 422);
    assert_eq!(refused.field("field-email").as_deref(), Some("nowhere"));
    assert_eq!(refused.field("field-first_name").as_deref(), Some("Mary"));
    assert!(!refused.says(PASSWORD) && refused.says("This cannot be an e-mail address"), "{}", refused.body);
    server.finish().await;
}

#[tokio::test]
async fn an_address_that_looks_like_an_administrators_must_be_confirmed() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let role = role_id(&server, "consumer").await;
    let typed =
        |email: &'static str| [("email", email), ("role_id", role.as_str()), ("credential", "invited")];

    let alike = browser.submit(ADD, &typed("adrnin@people.example")).await;
    let mixed = browser.submit(ADD, &typed("n\u{435}w@people.example")).await;
    let fine = browser.submit(ADD, &typed(NEW)).await;
    let confirmed = [&typed("adrnin@people.example")[..], &[("email_checked", "on")]].concat();
    let confirmed = browser.submit(ADD, &confirmed).await;

    assert!(
        alike.says("almost like that of the administrator") && alike.says("email_checked"),
        "{}",
        alike.body
    );
    assert!(mixed.says("U+0435"), "{}", mixed.body);
    assert_eq!((alike.status, mixed.status, fine.status, confirmed.status), (422, 422, 303, 303));
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_user_is_edited_and_the_password_stays_unless_the_switch_is_on() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let page = page_of(&server, VIEWER);
    assert!(!browser.get(&page).await.says("role=\"switch\" checked"), "the switch is off");

    let saved = save(&mut browser, &page, &[("first_name", "Maria"), ("password", NEW_PASSWORD)]).await;
    assert_eq!(saved.location(), format!("{page}?done=saved"), "{}", saved.body);
    assert_eq!(server.browser().sign_in(&email_of(VIEWER), PASSWORD).await.status, 303);
    let changed = [("change_password", "on"), ("password", NEW_PASSWORD)];
    let saved = save(&mut browser, &page, &changed).await;

    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(server.browser().sign_in(&email_of(VIEWER), NEW_PASSWORD).await.status, 303);
    assert_eq!(find(&server.host(), server.id_of(VIEWER)).await.unwrap().person.first_name, "Maria");
    let weak = save(&mut browser, &page, &[("change_password", "on"), ("password", "password1")]).await;
    assert!(weak.status == 422 && weak.says("role=\"switch\" checked"), "{}", weak.body);
    server.finish().await;
}

#[tokio::test]
async fn a_link_can_be_sent_instead_of_a_password() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let page = page_of(&server, VIEWER);

    let saved = save(&mut browser, &page, &[("change_password", "on"), ("send_link", "on")]).await;
    server.run_jobs().await;

    assert_eq!(saved.location(), format!("{page}?done=link"), "{}", saved.body);
    let told = format!("A link was sent to {}", email_of(VIEWER));
    assert!(browser.get(saved.location()).await.says(&told));
    let link = server.mail_to(&email_of(VIEWER)).link();
    let fields = [("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];
    assert_eq!(server.browser().submit(&link, &fields).await.status, 303);
    assert_eq!(server.browser().sign_in(&email_of(VIEWER), NEW_PASSWORD).await.status, 303);
    assert_eq!(server.events_named("users.send_link").await.len(), 1);
    let both = [("change_password", "on"), ("send_link", "on"), ("password", "typed-for-nothing-2")];
    let both = save(&mut browser, &page, &both).await;
    assert!(browser.get(both.location()).await.says("The password that was typed was not set"));
    assert_eq!(server.browser().sign_in(&email_of(VIEWER), NEW_PASSWORD).await.status, 303);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_name_of_somebody_else_is_blamed_on_the_field_it_stands_in() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let page = page_of(&server, VIEWER);
    let taken = email_of(BaseRole::Contributor);
    let patch = UserPatch { user_name: Some("grace".into()), ..UserPatch::default() };
    update(&server.host(), &taken, patch).await.unwrap();

    let of_name = save(&mut browser, &page, &[("user_name", "GRACE")]).await;
    let of_email = save(&mut browser, &page, &[("email", &taken), ("email_checked", "on")]).await;
    let role = role_id(&server, "consumer").await;
    let added = [("email", NEW), ("user_name", "grace"), ("role_id", &role), ("credential", "invited")];
    let added = browser.submit(ADD, &added).await;

    for refused in [&of_name, &added] {
        assert!(refused.says("Another user has this user name."), "{}", refused.body);
        assert!(refused.says("href=\"#field-user_name\""), "{}", refused.body);
    }
    assert!(of_email.says("Another user has this e-mail address."), "{}", of_email.body);
    assert!(of_email.says("href=\"#field-email\""), "{}", of_email.body);
    server.finish().await;
}

#[tokio::test]
async fn a_link_of_an_administrator_leaves_though_nobody_comes_back_by_mail_and_is_refused_if_no_mail_leaves()
{
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let page = page_of(&server, VIEWER);
    let link = [("change_password", "on"), ("send_link", "on")];

    browser.submit_to("/admin/email", "/admin/email/switches", &[("all", "on")]).await;
    let saved = save(&mut browser, &page, &link).await;
    server.run_jobs().await;
    let mail = server.mail_to(&email_of(VIEWER));
    browser.submit_to("/admin/email", "/admin/email/switches", &[("version", "1")]).await;
    let refused = save(&mut browser, &page, &link).await;

    assert_eq!((saved.status, mail.kind.as_str()), (303, "password_reset.mail"), "{}", saved.body);
    assert!(refused.says("Mails are switched off here"), "{}", refused.body);
    assert_eq!(server.events_named("users.send_link").await.len(), 1);
    server.finish().await;
}

#[tokio::test]
async fn the_page_of_an_invited_user_says_that_the_mail_did_not_leave() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let invited = NewUser { credential: Credential::Invited, ..new_user(NEW, "consumer") };
    server.app.inbox.as_ref().unwrap().fail_next(SendError::Permanent("550 nobody here".into()));
    let page = format!("/admin/users/{}", server.add(invited).await.person.id);

    let waiting = browser.get(&page).await;
    server.run_jobs().await;
    let failed = browser.get(&page).await;
    server.advance(MINUTE_MS);
    browser.submit_to(&page, &format!("{page}/invite"), &[]).await;
    server.run_jobs().await;
    let sent = browser.get(&page).await;

    assert!(waiting.says("its mail is waiting to leave"), "{}", waiting.body);
    assert!(failed.says("its mail did not leave") && !failed.says("Sent "), "{}", failed.body);
    assert!(sent.says("Sent just now, not accepted yet"), "{}", sent.body);
    server.abandon().await;
}

#[tokio::test]
async fn where_no_password_can_be_set_the_page_says_why_and_what_to_do_instead() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let role = role_id(&server, "consumer").await;
    browser.submit(ADD, &[("email", NEW), ("role_id", &role), ("credential", "invited")]).await;
    let invited = format!("/admin/users/{}", find(&server.host(), NEW).await.unwrap().person.id);
    let inactive = page_of(&server, VIEWER);
    let off = UserPatch { active: Some(false), ..UserPatch::default() };
    update(&server.host(), server.id_of(VIEWER), off).await.unwrap();

    let (invited, inactive) = (browser.get(&invited).await, browser.get(&inactive).await);

    for page in [&invited, &inactive] {
        assert!(page.says("Change Password") && page.says("disabled"), "{}", page.body);
        assert!(!page.says("name=\"password\""), "{}", page.body);
    }
    assert!(invited.says("through the invitation") && invited.says("Send again"), "{}", invited.body);
    assert!(inactive.says("Reactivate the user") && inactive.says(">Reactivate<"), "{}", inactive.body);
    assert!(inactive.says("Reactivating takes one again"), "{}", inactive.body);
    assert!(!inactive.says("Deactivating frees"), "{}", inactive.body);
    server.finish().await;
}

#[tokio::test]
async fn wrong_passwords_lock_and_unticking_unlocks() {
    let server = TestServer::start_with(|config| {
        config.sign_in.lockout_enabled = true;
        config.sign_in.lockout_attempts = 2;
    })
    .await;
    let mut browser = server.browser_of(ADMIN).await;
    let page = page_of(&server, VIEWER);
    for _ in 0..2 {
        server.browser().at("203.0.113.9").sign_in(&email_of(VIEWER), NEW_PASSWORD).await;
    }
    assert_ne!(server.browser().sign_in(&email_of(VIEWER), PASSWORD).await.status, 303);
    assert!(browser.get(&page).await.says("After wrong passwords"));

    let saved = save(&mut browser, &page, &[("locked", "")]).await;

    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(server.browser().sign_in(&email_of(VIEWER), PASSWORD).await.status, 303);
    assert_eq!(server.events_named("users.unlock").await.len(), 1);
    server.finish().await;
}

#[tokio::test]
async fn an_administrator_locks_and_only_an_administrator_unlocks() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let mut theirs = server.browser_of(VIEWER).await;
    let page = page_of(&server, VIEWER);

    assert_eq!(save(&mut browser, &page, &[("locked", "on")]).await.status, 303);

    assert!(!theirs.is_signed_in().await);
    let refused = server.browser().sign_in(&email_of(VIEWER), PASSWORD).await;
    assert!(refused.says("This account is locked"), "{}", refused.body);
    let wrong = server.browser().sign_in(&email_of(VIEWER), NEW_PASSWORD).await;
    assert!(!wrong.says("This account is locked"), "a stranger does not learn it");
    let seen = look(&server.host(), server.id_of(VIEWER)).await.unwrap();
    assert!(matches!(seen.lock, Some(Lock::Administrator { .. })));
    assert_eq!(save(&mut browser, &page, &[("locked", "")]).await.status, 303);
    assert_eq!(server.browser().sign_in(&email_of(VIEWER), PASSWORD).await.status, 303);
    server.finish().await;
}

#[tokio::test]
async fn deactivating_tells_its_effect_first_and_is_undone_by_reactivating() {
    let server = TestServer::start().await;
    let mut theirs = server.browser_of(VIEWER).await;
    server.token_of(VIEWER).await;
    let mut browser = server.browser_of(ADMIN).await;
    let page = page_of(&server, VIEWER);
    let deactivate = format!("{page}/deactivate");

    let unconfirmed = browser.submit_to(&page, &deactivate, &[]).await;
    let question = browser.get(&deactivate).await;
    let done = browser.submit(&deactivate, &[("confirmed", "yes")]).await;

    assert_eq!(unconfirmed.location(), deactivate);
    assert!(question.says("1 session ends") && question.says("1 API token stops"), "{}", question.body);
    assert_eq!(done.location(), format!("{page}?done=deactivated"));
    assert!(!theirs.is_signed_in().await);
    assert!(browser.get(&page).await.says("only active users take one"));
    let back = browser.submit_to(&page, &format!("{page}/reactivate"), &[]).await;
    assert_eq!(back.location(), format!("{page}?done=reactivated"), "{}", back.body);
    assert_eq!(server.browser().sign_in(&email_of(VIEWER), PASSWORD).await.status, 303);
    server.finish().await;
}

#[tokio::test]
async fn nobody_shuts_themselves_out_and_nobody_touches_who_may_more() {
    let server = TestServer::start().await;
    let admin = server.cx_as(ADMIN).await;
    for patch in [
        UserPatch { active: Some(false), ..UserPatch::default() },
        UserPatch { locked: Some(true), ..UserPatch::default() },
    ] {
        assert_refused(update(&admin, server.id_of(ADMIN), patch).await, &NOT_YOURSELF);
    }
    let mut browser = server.browser_of(ADMIN).await;
    let sysadmin = page_of(&server, BaseRole::Super);

    let page = browser.get(&sysadmin).await;

    assert!(page.status == 200 && page.says("you can only look"), "{}", page.body);
    assert!(!page.says("name=\"email\"") && !page.says("/deactivate") && !page.says("/view-as"));
    let user = page_of(&server, VIEWER);
    for act in ["", "/sessions", "/deactivate"] {
        let fields = [("confirmed", "yes"), ("email", "x@people.example"), ("version", "1")];
        let answer = browser.submit_to(&user, &format!("{sysadmin}{act}"), &fields).await;
        assert_eq!(answer.status, 403, "{act} {}", answer.body);
    }
    let super_role = role_id(&server, "super").await;
    let promoted = save(&mut browser, &user, &[("role_id", &super_role)]).await;
    assert_eq!(promoted.status, 409, "{}", promoted.body);
    server.finish().await;
}

#[tokio::test]
async fn sessions_and_tokens_of_a_user_are_listed_and_ended() {
    let server = TestServer::start().await;
    let (mut one, mut two) = (server.browser_of(VIEWER).await, server.browser_of(VIEWER).await);
    let token = server.token_of(VIEWER).await;
    let mut browser = server.browser_of(ADMIN).await;
    let page = page_of(&server, VIEWER);
    let seen = look(&server.host(), server.id_of(VIEWER)).await.unwrap();
    assert_eq!((seen.sessions.len(), seen.api_tokens.len()), (2, 1));
    let (sessions, tokens) = (format!("{page}/sessions"), format!("{page}/tokens"));
    assert!(browser.get(&sessions).await.says("Firefox"));
    assert!(browser.get(&tokens).await.says("From signing in over the API"));

    let end = format!("{sessions}/{}/end", seen.sessions[0].id);
    assert_eq!(browser.submit_to(&sessions, &end, &[]).await.location(), format!("{sessions}?done=session"));
    assert_eq!([one.is_signed_in().await, two.is_signed_in().await].iter().filter(|is| **is).count(), 1);
    assert_eq!(browser.submit(&sessions, &[]).await.location(), format!("{sessions}?done=sessions"));
    assert!(!one.is_signed_in().await && !two.is_signed_in().await);
    let revoke = format!("{tokens}/{}/revoke", seen.api_tokens[0].id);
    assert_eq!(browser.submit_to(&tokens, &revoke, &[]).await.location(), format!("{tokens}?done=token"));

    let answer = server.request("GET", "/api/users").bearer(&token).send().await;
    assert_eq!(answer.status, 401);
    assert!(browser.get(&sessions).await.says("Not signed in anywhere"));
    assert!(browser.get(&tokens).await.says("No API tokens"));
    assert!(browser.get(&format!("{page}/activity")).await.says("An administrator ended a session"));
    server.finish().await;
}

#[tokio::test]
async fn an_invitation_that_ran_out_says_so() {
    let server = TestServer::start().await;
    let invited = NewUser { credential: Credential::Invited, ..new_user(NEW, "consumer") };
    let page = format!("/admin/users/{}", server.add(invited).await.person.id);
    server.advance(60 * crate::testing::DAY_MS);
    let mut browser = server.browser_of(ADMIN).await;

    let over = browser.get(&page).await;

    assert!(over.says("Its link works no longer") && !over.says("Its link works until"), "{}", over.body);
    server.abandon().await;
}

#[tokio::test]
async fn every_field_for_a_new_password_says_the_rules_before_anything_is_typed() {
    let server = TestServer::start().await;
    let invited = NewUser { credential: Credential::Invited, ..new_user(NEW, "consumer") };
    server.add(invited).await;
    server.run_jobs().await;
    let invitation = server.mail_to(NEW).link();
    let mut browser = server.browser_of(ADMIN).await;
    let user = page_of(&server, VIEWER);

    for page in [ADD, user.as_str(), "/profile/password", "/forgot-password/sent", invitation.as_str()] {
        let shown = browser.get(page).await;
        assert!(shown.status == 200 && shown.says("class=\"policy\""), "{page}: {}", shown.body);
    }
    server.finish().await;
}

#[tokio::test]
async fn an_invitation_is_sent_again_or_cancelled_for_good() {
    let server = TestServer::start().await;
    let invited = NewUser { credential: Credential::Invited, ..new_user(NEW, "consumer") };
    let user = server.add(invited).await;
    server.run_jobs().await;
    let first = server.mail_to(NEW).link();
    let mut browser = server.browser_of(ADMIN).await;
    let page = format!("/admin/users/{}", user.person.id);
    let open = browser.get(&page).await;
    assert!(open.says("not accepted yet") && open.says("Its link works until"), "{}", open.body);
    assert!(open.says("If the mail did not arrive") && !open.says("Deactivating frees"), "{}", open.body);
    assert!(open.says("Nobody has signed in with this account yet"), "{}", open.body);

    assert_eq!(browser.submit_to(&page, &format!("{page}/invite"), &[]).await.status, 303);
    server.run_jobs().await;
    let second = server.mail_to(NEW).link();
    assert_eq!(browser.get(&first).await.status, 404, "the newer link ends the older");
    let cancelled = browser.submit_to(&page, &format!("{page}/cancel-invitation"), &[]).await;

    assert_eq!(cancelled.location(), format!("{page}?done=cancelled"), "{}", cancelled.body);
    assert_eq!(browser.get(&second).await.status, 404);
    server.empty_mailboxes();
    server.browser().submit("/forgot-password", &[("email", NEW)]).await;
    server.run_jobs().await;
    server.run_jobs().await;
    assert!(
        server.mails().is_empty(),
        "a cancelled invitation does not come back by the way of a forgotten password"
    );
    server.finish().await;
}

#[tokio::test]
async fn groups_are_ticked_and_unticked() {
    let server = TestServer::start().await;
    for id in ["a", "b"] {
        let mut tx = server.app.db.write().await.unwrap();
        tx.sql(
            "insert into groups (id, name, name_key, kind, created_at_ms, updated_at_ms) \
             values ($1, $2, $2, 'plain', 0, 0)",
        )
        .bind(id)
        .bind(format!("group {id}"))
        .run()
        .await
        .unwrap();
        tx.commit().await.unwrap();
    }
    let mut browser = server.browser_of(ADMIN).await;
    let page = page_of(&server, VIEWER);

    assert_eq!(save(&mut browser, &page, &[("groups", "a\ngroup b")]).await.status, 303);
    let names = async || {
        let mut tx = server.app.db.read().await.unwrap();
        groups::names_of_user(&mut tx, server.id_of(VIEWER)).await.unwrap()
    };
    assert_eq!(names().await.len(), 2);
    assert_eq!(save(&mut browser, &page, &[("groups", "b")]).await.status, 303);

    let left = names().await;
    assert_eq!(left.iter().map(|group| group.id.as_str()).collect::<Vec<_>>(), ["b"]);
    assert!(create(&server.host(), Vec::new()).await.unwrap().is_empty());
    server.finish().await;
}
