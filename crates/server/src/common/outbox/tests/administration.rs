//! What administrators choose about mail, and what that does.

use crate::{
    accounts::users,
    cx::{BUILT_IN, BaseRole},
    testing::{TestServer, email_of, new_user},
};
use users::{Credential, NewUser};

const ADMIN: BaseRole = BaseRole::Admin;
const PAGE: &str = "/admin/email";

async fn invite(server: &TestServer, email: &str) {
    server.add(NewUser { credential: Credential::Invited, ..new_user(email, "consumer") }).await;
    server.run_jobs().await;
}

#[tokio::test]
async fn a_mail_whose_switch_is_off_is_neither_sent_nor_kept_for_later() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    server.empty_mailboxes();
    let switches = "/admin/email/switches";

    let some = [("all", "on"), ("sign_ins", "on")];
    for (version, off) in [("0", &some[..]), ("1", &[("invitations", "on")])] {
        browser.submit_to(PAGE, switches, &[off, &[("version", version)]].concat()).await;
        invite(&server, &format!("off{version}@people.example")).await;
        assert!(server.mails().is_empty(), "{off:?}");
    }
    let late = browser.submit_to(PAGE, switches, &[("all", "on"), ("version", "1")]).await;
    assert!(late.status == 409 && late.says("Somebody else changed these settings"), "{}", late.body);
    let on = [("all", "on"), ("invitations", "on"), ("version", "2")];
    browser.submit_to(PAGE, switches, &on).await;
    invite(&server, "on@people.example").await;

    assert_eq!(server.mails().len(), 1);
    assert_eq!(server.mail_to("on@people.example").kind, "invitations.mail");
    assert_eq!(server.events_named("outbox.set_switches").await.len(), 3);
    server.finish().await;
}

#[tokio::test]
async fn the_log_shows_each_mail_with_its_receiver_and_never_its_text() {
    let server = TestServer::start().await;
    invite(&server, "ada@people.example").await;
    invite(&server, "grace@people.example").await;
    let mut browser = server.browser_of(ADMIN).await;

    let all = browser.get("/admin/email/deliveries").await;
    let one = browser.get("/admin/email/deliveries?address=ADA&state=sent").await;
    let none = browser.get("/admin/email/deliveries?state=failed").await;

    assert!(all.says("ada@people.example") && all.says("grace@people.example"), "{}", all.body);
    assert!(one.says("ada@people.example") && !one.says("grace@people.example"), "{}", one.body);
    assert!(none.says("No such mails"));
    assert!(!all.body.contains("/invitation/"));
    server.finish().await;
}

#[tokio::test]
async fn a_search_of_the_log_looks_at_so_many_mails_at_a_time_and_goes_on_from_there() {
    let server = TestServer::start().await;
    server
        .sql(
            "insert into mails (id, kind, to_address, language, subject, text_body, html_body, state, attempts, \
             created_at_ms) with recursive n(i) as (select 1 union all select i + 1 from n where i < 20010) \
             select 'm' || i, 'invitations.mail', case when i = 1 then 'rare' else 'crowd' end || '@people.example', \
             'en', 'Hello', '', '', 'sent', 1, 1767300000000 + i from n",
        )
        .await;
    let token = server.token_of(ADMIN).await;
    let mut browser = server.browser_of(ADMIN).await;

    let shown = browser.get("/admin/email/deliveries?address=rare").await;
    let first = server.request("GET", "/api/v1/mails?address=rare").bearer(&token).send().await.json();
    let next = first["next"].as_str().unwrap();
    let second = format!("/api/v1/mails?address=rare&after={next}");
    let second = server.request("GET", &second).bearer(&token).send().await.json();

    assert!(shown.says("20,000 entries were looked at") && shown.says("Older"), "{}", shown.body);
    assert_eq!(first["items"].as_array().unwrap().len(), 0);
    assert_eq!(second["items"][0]["email"], "rare@people.example");
    assert!(second["next"].is_null());
    server.finish().await;
}

#[tokio::test]
async fn a_test_mail_goes_out_at_once_whatever_the_switches_say() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    browser.submit_to(PAGE, "/admin/email/switches", &[]).await;
    server.empty_mailboxes();

    let sent = browser.submit_to(PAGE, "/admin/email/test", &[("email", "me@people.example")]).await;
    let refused = browser.submit_to(PAGE, "/admin/email/test", &[("email", "no address")]).await;

    assert_eq!((sent.status, sent.location()), (303, "/admin/email?done=test"));
    assert_eq!(server.mail_to("me@people.example").kind, "outbox.test_mail");
    assert!(browser.get("/admin/email/deliveries?state=sent").await.says("me@people.example"));
    assert_eq!(server.number("select count(*) from mails where kind = 'outbox.test_mail'").await, 1);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.field("field-email").as_deref(), Some("no address"));
    server.finish().await;
}

#[tokio::test]
async fn only_who_may_manage_mail_sees_its_pages() {
    let server = TestServer::start().await;
    for role in BUILT_IN {
        let status = if matches!(role, BaseRole::Super | BaseRole::Admin) { 200 } else { 403 };
        let mut browser = server.browser_of(role).await;
        for path in [PAGE, "/admin/email/deliveries"] {
            assert_eq!(browser.get(path).await.status, status, "{} {path}", email_of(role));
        }
    }
    server.finish().await;
}

mod server_of_choice {
    use seatwarden_base::{
        clock::TestClock,
        mail::{Flaw, Inbox, MailConfig, SmtpSecurity, Transport, TransportKind},
        random::Random,
        secret::Secret,
    };

    use super::super::super::{
        MailServer, Route,
        model::{BAD_HOST, BAD_PORT, BAD_SIGN_IN, WayOut, port_of, refused},
        route::SEALED_FOR,
    };
    use crate::{
        keys::Keys,
        testing::assert_refused,
        text::{Language, Text},
    };

    fn chosen(seal: impl FnOnce(&Secret) -> String) -> MailServer {
        MailServer {
            way: WayOut::Smtp,
            host: "relay.example".into(),
            security: SmtpSecurity::Tls,
            user_name: "ada".into(),
            sealed_password: seal(&Secret::from("hunter2hunter2".to_owned())),
            from_address: "house@people.example".into(),
            version: 1,
            ..MailServer::default()
        }
    }

    #[test]
    fn what_was_chosen_stands_over_the_configuration_and_its_password_opens() {
        let folder = tempfile::tempdir().unwrap();
        let random = Random::seeded(1);
        let seals = Keys::open(folder.path(), &random).unwrap().seals;
        let clock = TestClock::at(0).clock();
        let transport = Transport::into_inbox(Inbox::default(), clock.clone());
        let config = MailConfig { from_name: "The house".into(), ..MailConfig::default() };
        let route = Route::new(transport, config, clock, seals.clone());
        let server = chosen(|password| seals.seal(SEALED_FOR, password, &random).unwrap());

        let config = route.config_of(&server).unwrap();

        assert_eq!(config.transport, TransportKind::Smtp);
        assert_eq!((config.smtp.host.as_str(), config.smtp.security), ("relay.example", SmtpSecurity::Tls));
        assert_eq!(config.smtp.password.reveal(), "hunter2hunter2");
        assert_eq!((config.from.as_str(), config.from_name.as_str()), ("house@people.example", "The house"));
        assert!(!serde_json::to_string(&server).unwrap().contains("hunter2"));
    }

    #[test]
    fn without_a_mail_server_in_configuration_or_settings_mails_lead_nowhere() {
        let folder = tempfile::tempdir().unwrap();
        let seals = Keys::open(folder.path(), &Random::seeded(1)).unwrap().seals;
        let clock = TestClock::at(0).clock();
        let transport = Transport::into_inbox(Inbox::default(), clock.clone());

        let route = Route::new(transport, MailConfig::default(), clock, seals);

        assert!(route.leads_nowhere(&MailServer::default()));
        assert!(!route.leads_nowhere(&chosen(|_| String::new())));
    }

    #[test]
    fn a_port_is_empty_or_a_number_from_1_to_65535() {
        assert_eq!((port_of(" "), port_of("587 ")), (Ok(0), Ok(587)));
        for wrong in ["99999", "x", "-1", "0", "65536", "5 87"] {
            assert_eq!(port_of(wrong), Err(BAD_PORT), "{wrong}");
        }
    }

    #[test]
    fn a_host_is_a_name_or_an_address_without_a_port() {
        let host =
            |host: &str| MailServer { host: host.into(), ..chosen(|_| String::new()) }.check_parts(None);
        for fine in ["relay.example", "relay", "10.0.0.1", "::1", "mail_1.house.example."] {
            assert_eq!(host(fine), Ok(()), "{fine}");
        }
        for wrong in ["", "relay.example:25", "smtp://relay", "a b", "relay..example", "-x", "a@b"] {
            assert_eq!(host(wrong), Err(BAD_HOST), "{wrong}");
        }
    }

    #[test]
    fn no_part_of_a_mail_server_has_a_line_break_or_another_control_character() {
        let broken = "x\r\nRCPT TO:<thief@people.example>";
        let base = || chosen(|_| String::new());
        let servers = [
            MailServer { host: broken.into(), ..base() },
            MailServer { host: broken.into(), way: WayOut::Configured, ..base() },
            MailServer { user_name: broken.into(), ..base() },
            MailServer { from_address: format!("a@people.example{broken}"), ..base() },
            MailServer { from_name: broken.into(), ..base() },
        ];

        let fields = servers.map(|server| server.check_parts(None).unwrap_err().field.unwrap());
        let password = base().check_parts(Some(&Secret::new("se\0cret"))).unwrap_err();

        assert_eq!(fields, ["host", "host", "user_name", "from_address", "from_name"]);
        assert_eq!((password.code, password.field), (BAD_SIGN_IN.code, Some("password")));
    }

    #[test]
    fn what_is_wrong_with_a_mail_server_is_said_of_its_field_and_in_the_readers_language() {
        let server = chosen(|_| String::new());
        let fields = [Flaw::From, Flaw::FromName, Flaw::Host, Flaw::SignIn].map(|flaw| {
            let error = refused(flaw, &server);
            let refusal = error.refusal().unwrap();
            let said = Text::new(Language::parse("de").unwrap()).refusal(refusal).0;
            assert!(!said.contains("smtp.") && !said.contains("address"), "{said}");
            refusal.field.unwrap()
        });

        assert_eq!(fields, ["from_address", "from_name", "host", "password"]);
    }

    #[tokio::test]
    async fn a_demo_that_keeps_its_mails_takes_no_mail_server() {
        let server = crate::testing::TestServer::start().await;
        let sysadmin = server.cx_as(crate::cx::BaseRole::Super).await;

        let result =
            super::super::super::actions::set_server(&sysadmin, chosen(|_| String::new()), None).await;

        assert_refused(result, &super::super::super::actions::KEPT_HERE);
        server.finish().await;
    }

    #[tokio::test]
    async fn only_the_sysadmin_chooses_where_links_to_passwords_are_sent() {
        let server = crate::testing::TestServer::start().await;
        let admin = server.cx_as(crate::cx::BaseRole::Admin).await;

        let result = super::super::super::actions::set_server(&admin, chosen(|_| String::new()), None).await;

        assert_refused(result, &super::super::super::actions::SERVER_IS_SYSADMINS);
        server.finish().await;
    }
}

#[tokio::test]
async fn clients_of_the_platform_read_the_mail_server_without_its_password() {
    let server = TestServer::start().await;
    let token = server.token_of(BaseRole::Super).await;
    let path = "/api/v1/settings/email_server";
    let ask = async |method: &str, body: &str| {
        let request = server.request(method, path).bearer(&token);
        if body.is_empty() { request.send().await } else { request.text(body).send().await }
    };
    let new = r#"{"enable":true,"host":"smtp.example","secure":"true","user":"us","pass":"hidden"}"#;
    assert_eq!(ask("GET", "").await.status, 404);
    assert_eq!(ask("PATCH", new).await.error(), (7501, 400));
    assert_eq!(ask("DELETE", "").await.status, 204);
    // A test keeps its mails, and says so.
    assert_eq!(ask("POST", new).await.status, 409);
    server
        .sql(
            "insert into settings (key, value, updated_at_ms) values ('outbox.server', \
             '{\"way\":\"smtp\",\"host\":\"smtp.example\",\"security\":\"tls\",\"sealed_password\":\"x\"}', 1)",
        )
        .await;

    let shown = ask("GET", "").await.json();

    assert_eq!((&shown["host"], &shown["port"]), (&"smtp.example".into(), &465.into()));
    assert_eq!((&shown["secure"], &shown["requireTLS"]), (&true.into(), &false.into()));
    assert!(shown.get("pass").is_none() && !shown.to_string().contains("sealed"), "{shown}");
    assert_eq!(ask("POST", new).await.error(), (7501, 400));
    let viewer = server.token_of(BaseRole::Consumer).await;
    assert_eq!(server.request("GET", path).bearer(&viewer).send().await.status, 403);
    server.finish().await;
}

#[tokio::test]
async fn what_the_log_shows_is_taken_along_as_csv_without_texts() {
    let server = TestServer::start().await;
    // More than one step of the file.
    for number in 0..3 {
        invite(&server, &format!("ada{number}@people.example")).await;
    }
    invite(&server, "grace@people.example").await;
    server
        .sql(
            "insert into mails (id, kind, to_address, language, subject, text_body, html_body, state, attempts, \
             created_at_ms) select 'x' || id || number, kind, to_address, language, '=1+1', '', '', state, attempts, \
             created_at_ms from mails cross join (with recursive more (number) as (select 1 union all \
             select number + 1 from more where number < 200) select number from more) as many",
        )
        .await;
    let mut browser = server.browser_of(ADMIN).await;
    let page = browser.get("/admin/email/deliveries?address=ada&state=sent").await;
    assert!(page.says("/admin/email/deliveries/export?address=ada&amp;state=sent"), "{}", page.body);

    let some = browser.get("/admin/email/deliveries/export?address=ada&state=sent").await;
    let unknown = browser.get("/admin/email/deliveries/export?state=x").await;

    assert_eq!(some.header("content-disposition"), "attachment; filename=\"mails.csv\"");
    assert!(some.body.starts_with("id,kind,email,"), "{}", some.body);
    assert_eq!(some.body.lines().count(), 1 + 3 * 201);
    assert!(some.body.contains("\"'=1+1\"") && !some.body.contains("grace@"), "{}", some.body);
    assert!(!some.body.contains("/invitation/"));
    assert_eq!(unknown.status, 422);
    assert_eq!(server.events_named("outbox.export").await.len(), 1);
    server.finish().await;
}
