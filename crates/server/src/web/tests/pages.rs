//! Every page is drawn in every language, and leads nowhere that is not there.

use std::collections::BTreeSet;

use crate::{
    accounts::{
        email_change,
        users::{Credential, NewUser},
    },
    cx::BaseRole,
    testing::{Answer, Browser, PASSWORD, TestServer, email_of, new_user},
    text::{Language, parts},
};

/// Every page that somebody who is signed in as the Sys. Admin can open.
const OWN: [&str; 11] = [
    "/",
    "/profile/personal-information",
    "/profile/preferences",
    "/profile/password",
    "/profile/api-token",
    "/profile/api-token/renew",
    "/profile/sessions",
    "/profile/activity",
    "/profile/recovery-codes",
    "/inbox",
    "/forgot-password",
];

/// Every page that anybody can open.
const OPEN: [&str; 5] =
    ["/login", "/login?done=signed-out", "/forgot-password", "/forgot-password/sent", "/recovery-code"];

/// One page of each kind behind a mail.
async fn behind_mails(server: &TestServer) -> Vec<String> {
    server.add(NewUser { credential: Credential::Invited, ..new_user("new@people.example", "") }).await;
    let cx = server.cx_as(BaseRole::Admin).await;
    for address in ["moved@people.example", "again@people.example"] {
        email_change::ask(&cx, address, &PASSWORD.to_owned().into()).await.unwrap();
        server.run_jobs().await;
        if address.starts_with("moved") {
            server.browser().submit(&server.mail_to(address).link(), &[]).await;
        }
    }
    server.browser().submit("/forgot-password", &[("email", &email_of(BaseRole::Consumer))]).await;
    server.run_jobs().await;
    let links =
        ["invitations.mail", "email_change.confirm_mail", "email_change.undo_mail", "password_reset.mail"];
    let newest = |kind| server.mails().into_iter().find(|mail| mail.kind == kind).unwrap().link();
    links.into_iter().map(newest).collect()
}

/// Fails unless the page is whole: in its language and direction, and without the bare key of a text.
fn assert_whole(path: &str, language: Language, page: &Answer, status: u16) {
    let what = format!("{path} in {language:?}");
    assert_eq!(page.status, status, "{what}: {}", page.body);
    let opened = format!("<html lang=\"{}\" dir=\"{}\"", language.code(), language.direction());
    assert!(page.says(&opened), "{what}: {:.200}", page.body);
    // Every language has the same keys.
    let keys: BTreeSet<&str> = parts()[0].1.iter().map(|text| text.name).collect();
    for words in page.body.split('>').filter_map(|rest| rest.split('<').next()) {
        assert!(!keys.contains(words), "{what}: the key {words}");
    }
    for placeholder in ["{ $", "{$"] {
        assert!(!page.says(placeholder), "{what}: a text without its value");
    }
}

fn in_language<'a>(browser: &Browser<'a>, language: Language) -> Browser<'a> {
    let mut browser = browser.clone();
    browser.set_cookie("language", language.code());
    browser
}

#[tokio::test]
async fn every_page_is_drawn_in_every_language() {
    let server = TestServer::start().await;
    let mut sysadmin = server.browser_of(BaseRole::Super).await;
    sysadmin.submit_to("/profile/api-token", "/profile/api-token/renew", &[("confirmed", "yes")]).await;
    let token = [("name", "script"), ("scope", "full"), ("days", "30")];
    sysadmin.submit("/profile/api-token", &token).await;
    let mails = behind_mails(&server).await;

    for language in Language::ALL {
        let mut browser = in_language(&sysadmin, language);
        for path in OWN {
            assert_whole(path, language, &browser.get(path).await, 200);
        }
        let mut browser = in_language(&server.browser(), language);
        for path in OPEN.into_iter().chain(mails.iter().map(String::as_str)) {
            assert_whole(path, language, &browser.get(path).await, 200);
        }
        assert_whole("/nowhere", language, &browser.get("/nowhere").await, 404);
        assert_whole("/login", language, &browser.sign_in("nobody", "wrong").await, 401);
    }
    server.finish().await;
}

#[tokio::test]
async fn every_page_of_groups_and_roles_is_drawn_in_every_language() {
    let server = TestServer::start().await;
    let mut sysadmin = server.browser_of(BaseRole::Super).await;
    for name in ["Team", "Inner"] {
        let fields = [("name", name), ("role", "viewer"), ("session_minutes", "30"), ("language", "fr-FR")];
        sysadmin.submit("/admin/groups/new", &fields).await;
    }
    let viewer = email_of(BaseRole::Consumer);
    sysadmin.submit("/admin/groups/team/members", &[("who", &viewer)]).await;
    sysadmin.submit_to("/admin/groups/team", "/admin/groups/team/inside", &[("subgroup", "Inner")]).await;
    let role = [("base", "dataDesigner"), ("display_name", "Night"), ("may-users.read", "allow")];
    let save = [&role[..], &[("wants", "save")]].concat();
    sysadmin.submit_to("/admin/roles/new?from=dataDesigner", "/admin/roles/new", &save).await;

    for language in Language::ALL {
        let mut browser = in_language(&sysadmin, language);
        for path in [
            "/admin/groups",
            "/admin/groups?search=nothing",
            "/admin/groups/new",
            "/admin/groups/everyone",
            "/admin/groups/everyone/members",
            "/admin/groups/team",
            "/admin/groups/team/members?find=con",
            "/admin/groups/inner/members",
            "/admin/groups/team/delete",
            "/admin/roles",
            "/admin/roles/new",
            "/admin/roles/new?from=custom_night",
            "/admin/roles/consumer",
            "/admin/roles/custom_night",
            "/admin/roles/custom_night/delete",
        ] {
            assert_whole(path, language, &browser.get(path).await, 200);
        }
        let looked =
            browser.submit_to("/admin/roles/custom_night", "/admin/roles/custom_night", &role[1..2]).await;
        assert_whole("the diff", language, &looked, 200);
        let late = browser.submit("/admin/groups/team", &[("version", "0"), ("name", "Late")]).await;
        assert_whole("a late edit", language, &late, 409);
        let none = browser.submit("/admin/groups/team/members", &[("who", "nobody@x.example")]).await;
        assert_whole("nobody to add", language, &none, 422);
    }
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn every_page_about_security_is_drawn_in_every_language() {
    let server = TestServer::start_with(|config| config.license.tier = crate::config::Tier::Launch).await;
    let sysadmin = server.browser_of(BaseRole::Super).await;
    let viewer = format!("/admin/sessions/users/{}/revoke", server.id_of(BaseRole::Consumer));

    for language in Language::ALL {
        let mut browser = in_language(&sysadmin, language);
        for path in [
            "/admin/feature-management",
            "/admin/security",
            "/admin/security/lockout",
            "/admin/security/sessions",
            "/admin/security/embedding",
            "/admin/security/api-access",
            "/admin/sessions",
            "/admin/sessions?search=nobody",
            "/admin/sessions/revoke-all",
            &viewer,
        ] {
            assert_whole(path, language, &browser.get(path).await, 200);
        }
        let affected = browser.submit("/admin/security", &[("act", "affected")]).await;
        assert_whole("who is affected", language, &affected, 200);
        let origins = [("version", "0"), ("frame_ancestors", "not an origin")];
        assert_whole(
            "an origin",
            language,
            &browser.submit("/admin/security/embedding", &origins).await,
            422,
        );
        let late = browser.submit("/admin/security/lockout", &[("version", "-5"), ("attempts", "7")]).await;
        assert_whole("a late change", language, &late, 409);
    }
    server.finish().await;
}

#[tokio::test]
async fn the_set_up_is_drawn_in_every_language() {
    let server = TestServer::start_empty().await;

    for language in Language::ALL {
        let mut browser = in_language(&server.browser(), language);
        assert_whole("/setup", language, &browser.get("/setup").await, 200);
    }
    server.finish().await;
}

/// A page, where its form goes, and fields that are refused.
type Refused = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

#[tokio::test]
async fn every_refused_form_is_drawn_in_every_language() {
    let server = TestServer::start_with(|config| config.sign_in.delay_after_failures = 100).await;
    let sysadmin = server.browser_of(BaseRole::Super).await;
    let forms: [Refused; 7] = [
        ("/profile/personal-information", "/profile/personal-information", &[("user_name", "")]),
        ("/profile/personal-information", "/profile/email", &[("new_email", "x")]),
        ("/profile/preferences", "/profile/preferences", &[("language", "tlh")]),
        ("/profile/password", "/profile/password", &[("current_password", "x"), ("new_password", "y")]),
        ("/profile/api-token", "/profile/api-token", &[("name", "")]),
        ("/profile/recovery-codes", "/profile/recovery-codes", &[("current_password", "x")]),
        ("/forgot-password", "/forgot-password", &[("email", "x")]),
    ];

    for language in Language::ALL {
        let mut browser = in_language(&sysadmin, language);
        for (page, action, fields) in forms {
            assert_whole(action, language, &browser.submit_to(page, action, fields).await, 422);
        }
    }
    server.finish().await;
}

#[tokio::test]
async fn no_page_links_to_what_is_not_there() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Super).await;
    behind_mails(&server).await;
    let mut to_see: Vec<String> = OWN.iter().chain(&OPEN).map(|path| (*path).to_owned()).collect();
    let mut seen = BTreeSet::new();

    while let Some(path) = to_see.pop() {
        if !seen.insert(path.clone()) || seen.len() > 300 {
            continue;
        }
        let page = browser.get(&path).await;
        assert!(page.status < 400, "{path}: {}", page.status);
        if page.header("content-type").starts_with("text/html") {
            to_see.extend(page.links());
        }
    }
    assert!(seen.iter().any(|path| path.starts_with("/assets/")));
    server.finish().await;
}

#[tokio::test]
async fn nobody_without_a_session_sees_a_page_of_my_profile() {
    let server = TestServer::start().await;

    for path in OWN.into_iter().filter(|path| *path == "/" || path.starts_with("/profile")) {
        let answer = server.browser().get(path).await;
        assert!(answer.status == 303 && answer.location().starts_with("/login"), "{path}: {}", answer.status);
    }
    server.finish().await;
}

#[tokio::test]
async fn the_inbox_is_not_there_where_mails_are_really_sent() {
    let config = crate::config::Config::default();

    assert_eq!(config.mail.transport, crate::config::MailTransport::None);
    let folder = tempfile::tempdir().unwrap();
    let mut config = config;
    config.server.data_dir = folder.path().to_string_lossy().into_owned();
    let database = seatwarden_base::db::testing::fresh().await;
    let given = crate::open::Given { db: Some(database.db.clone()), ..Default::default() };
    let opened = crate::open::open(config, given).await.unwrap();
    assert!(opened.app.inbox.is_none());
}
