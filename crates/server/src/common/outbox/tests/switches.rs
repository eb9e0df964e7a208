//! Which switch each mail belongs to, and that nothing is dropped in silence.

use super::super::{MailKind, MailSwitch, MailSwitches};
use crate::{
    accounts::{notices, users},
    common::settings,
    cx::BaseRole,
    testing::TestServer,
};
use users::{Credential, NewUser};

const ALL_OFF: MailSwitches = MailSwitches {
    all: true,
    invitations: false,
    password_recovery: false,
    password_changes: false,
    sign_ins: false,
    api_tokens: false,
    own_license: false,
    licenses_ending: false,
};

async fn set(server: &TestServer, switches: MailSwitches) {
    let mut tx = server.app.db.write().await.unwrap();
    settings::set(&mut tx, &switches, 1).await.unwrap();
    tx.commit().await.unwrap();
}

#[test]
fn mails_that_somebody_would_be_stuck_without_have_no_switch_but_the_one_of_all() {
    let always = MailKind::new("sign_up.welcome_mail", MailSwitch::Always);
    let notice = MailKind::new("sign_in.new_device_mail", MailSwitch::SignIns);

    assert!(ALL_OFF.allow(always) && !ALL_OFF.allow(notice));
    assert!(!MailSwitches { all: false, ..MailSwitches::default() }.allow(always));
    assert!(MailSwitches { sign_ins: true, ..ALL_OFF }.allow(notice));
}

#[test]
fn the_single_switch_of_notices_of_the_version_before_goes_on() {
    let old = r#"{"all":true,"invitations":true,"password_recovery":false,"notices":false}"#;

    let read: MailSwitches = serde_json::from_str(old).unwrap();

    let off = MailSwitches {
        password_changes: false,
        sign_ins: false,
        api_tokens: false,
        ..MailSwitches::default()
    };
    assert_eq!(read, MailSwitches { password_recovery: false, ..off });
    let written = serde_json::to_string(&ALL_OFF).unwrap();
    assert_eq!(serde_json::from_str::<MailSwitches>(&written).unwrap(), ALL_OFF);
    assert_eq!(serde_json::from_str::<MailSwitches>("{}").unwrap(), MailSwitches::default());
}

#[tokio::test]
async fn a_mail_whose_switch_is_off_stands_in_the_log_as_switched_off() {
    let server = TestServer::start().await;
    set(&server, ALL_OFF).await;
    let invited = NewUser {
        credential: Credential::Invited,
        ..crate::testing::new_user("ada@people.example", "consumer")
    };
    server.add(invited).await;
    server.run_jobs().await;
    let mut browser = server.browser_of(BaseRole::Admin).await;

    let log = browser.get("/admin/email/deliveries?state=off").await;
    let failed = browser.get("/admin/email/deliveries?state=failed").await;

    assert!(log.says("ada@people.example") && log.says("Switched off"), "{}", log.body);
    assert!(failed.says("No such mails") && !failed.says("Retry all"), "{}", failed.body);
    assert!(server.mails().is_empty());
    server.finish().await;
}

#[tokio::test]
async fn a_mail_that_always_goes_goes_with_every_other_switch_off() {
    let server = TestServer::start().await;
    set(&server, ALL_OFF).await;
    let cx = server.cx_as(BaseRole::Super).await;
    let person = cx.person().unwrap().clone();
    let letter = notices::Letter {
        kind: MailKind::new("a.mail", MailSwitch::Always),
        subject: "S".into(),
        paragraphs: vec!["P".into()],
        button: None,
        code: None,
        after: Vec::new(),
        secret_ends_at_ms: None,
    };

    let mut tx = server.app.db.write().await.unwrap();
    notices::send(&mut tx, &cx, &person, &person.email, |_| letter).await.unwrap();
    tx.commit().await.unwrap();
    server.run_jobs().await;

    assert_eq!(server.mail_to(&person.email).kind, "a.mail");
    server.finish().await;
}

#[tokio::test]
async fn scripts_read_the_switches_and_change_only_what_they_send() {
    let server = TestServer::start().await;
    let token = server.token_of(BaseRole::Admin).await;
    let path = "/api/v1/mails/switches";
    let change = r#"{"signIns": false}"#;

    let changed = server.request("PATCH", path).bearer(&token).text(change).send().await;
    let shown = server.request("GET", path).bearer(&token).send().await.json();
    let wrong = server.request("PATCH", path).bearer(&token).text(r#"{"signins": false}"#).send().await;

    assert_eq!((changed.status, wrong.status), (200, 400));
    assert_eq!((&shown["signIns"], &shown["passwordChanges"]), (&false.into(), &true.into()));
    server.finish().await;
}
