//! What mails and their transports promise, without a network.

use std::{fs, sync::LazyLock};

use super::{
    INBOX_MAX, Inbox, Mail, MailConfig, SendError, SmtpConfig, Transport, TransportKind, message_id,
};
use crate::clock::TestClock;

/// 2026-01-02 03:04:05 UTC.
pub(super) static CLOCK: LazyLock<TestClock> = LazyLock::new(|| TestClock::at(1_767_323_045_000));

pub(super) fn mail() -> Mail {
    Mail {
        to: "ada@example.com".into(),
        to_name: Some("Ada Lovelace".into()),
        from: "no-reply@license.example".into(),
        from_name: "Seatwarden".into(),
        subject: "Your new password".into(),
        text: "Click here.\n.\nThe end.".into(),
        html: "<p>Click <a href=\"https://license.example/x\">here</a>.</p>".into(),
        language: "en".into(),
        kind: "password_reset.link".into(),
        message_id: message_id("0123", "license.example"),
    }
}

async fn written(mail: &Mail) -> String {
    let inbox = Inbox::default();
    Transport::into_inbox(inbox.clone(), CLOCK.clock()).send(mail).await.unwrap();
    String::from_utf8(inbox.list()[0].written.clone()).unwrap()
}

#[tokio::test]
async fn a_mail_says_who_when_and_in_which_language_and_that_a_machine_wrote_it() {
    let written = written(&Mail { language: "he".into(), ..mail() }).await;

    for header in [
        "From: Seatwarden <no-reply@license.example>\r\n",
        "To: \"Ada Lovelace\" <ada@example.com>\r\n",
        "Subject: Your new password\r\n",
        "Date: Fri, 02 Jan 2026 03:04:05 +0000\r\n",
        "Message-ID: <0123@license.example>\r\n",
        "Content-Language: he\r\n",
        "Auto-Submitted: auto-generated\r\n",
        "MIME-Version: 1.0\r\n",
    ] {
        assert!(written.contains(header), "{header} is missing in\n{written}");
    }
}

#[tokio::test]
async fn a_mail_has_a_plain_and_an_html_part_in_that_order() {
    let written = written(&mail()).await;

    assert!(written.contains("Content-Type: multipart/alternative;"), "{written}");
    let plain = written.find("Content-Type: text/plain; charset=utf-8").unwrap();
    let html = written.find("Content-Type: text/html; charset=utf-8").unwrap();
    assert!(plain < html);
}

#[tokio::test]
async fn any_script_survives_in_headers_and_bodies() {
    let mail = Mail {
        to_name: Some("עדה לאבלייס".into()),
        subject: "הסיסמה החדשה שלך – müßte gehen".into(),
        text: "שלום עולם".into(),
        html: "<p dir=\"rtl\">שלום עולם</p>".into(),
        ..mail()
    };

    let written = written(&mail).await;

    assert!(written.is_ascii(), "{written}");
    assert!(written.contains("To: =?utf-8?b?"), "{written}");
    assert!(written.contains("Subject: =?utf-8?b?"), "{written}");
}

#[tokio::test]
async fn the_same_mail_at_the_same_time_is_the_same_to_the_byte() {
    assert_eq!(written(&mail()).await, written(&mail()).await);
}

#[tokio::test]
async fn nobody_can_add_a_header() {
    let line = "x\r\nBcc: everybody@example.com";
    let attempts = [
        Mail { to: format!("ada@example.com{line}"), ..mail() },
        Mail { to: "ada@example.com, eve@example.com".into(), ..mail() },
        Mail { to_name: Some(line.into()), ..mail() },
        Mail { from: format!("no-reply@example.com{line}"), ..mail() },
        Mail { from_name: line.into(), ..mail() },
        Mail { subject: line.into(), ..mail() },
        Mail { subject: "x\nBcc: everybody@example.com".into(), ..mail() },
        Mail { language: "en\r\nBcc: everybody@example.com".into(), ..mail() },
        Mail { message_id: line.into(), ..mail() },
    ];
    let transport = Transport::into_inbox(Inbox::default(), CLOCK.clock());

    for attempt in attempts {
        let sent = transport.send(&attempt).await;

        assert!(matches!(sent, Err(SendError::Permanent(_))), "{sent:?}");
    }
}

#[tokio::test]
async fn a_mail_that_is_too_long_is_refused() {
    let transport = Transport::into_inbox(Inbox::default(), CLOCK.clock());
    let attempts = [
        Mail { subject: "x".repeat(251), ..mail() },
        Mail { to_name: Some("x".repeat(201)), ..mail() },
        Mail { text: "x".repeat(64 * 1024 + 1), ..mail() },
        Mail { html: "x".repeat(256 * 1024 + 1), ..mail() },
        Mail { to: format!("{}@example.com", "x".repeat(250)), ..mail() },
    ];

    for attempt in attempts {
        assert!(matches!(transport.send(&attempt).await, Err(SendError::Permanent(_))));
    }
}

#[tokio::test]
async fn an_inbox_keeps_the_newest_mails() {
    let inbox = Inbox::default();
    let transport = Transport::into_inbox(inbox.clone(), CLOCK.clock());

    for number in 0..INBOX_MAX + 3 {
        let message_id = message_id(&number.to_string(), "license.example");
        transport.send(&Mail { message_id, ..mail() }).await.unwrap();
    }

    let kept = inbox.list();
    assert_eq!(kept.len(), INBOX_MAX);
    assert_eq!(kept[0].mail.message_id, format!("<{}@license.example>", INBOX_MAX + 2));
    assert!(inbox.find("2@license.example").is_none());
    assert!(inbox.find("<3@license.example>").is_some());
    assert_eq!(inbox.newest_to("ADA@example.com").unwrap().mail, kept[0].mail);
}

#[tokio::test]
async fn a_mail_sent_twice_is_once_in_the_inbox() {
    let inbox = Inbox::default();
    let transport = Transport::into_inbox(inbox.clone(), CLOCK.clock());

    transport.send(&mail()).await.unwrap();
    transport.send(&mail()).await.unwrap();

    assert_eq!(inbox.list().len(), 1);
}

#[tokio::test]
async fn a_folder_gets_one_whole_file_for_each_mail_that_nobody_else_can_read() {
    let directory = tempfile::tempdir().unwrap();
    let folder = directory.path().join("mails");
    let config =
        MailConfig { transport: TransportKind::Folder, folder: folder.clone(), ..MailConfig::default() };
    let transport = Transport::open(&config, CLOCK.clock()).unwrap();

    transport.send(&mail()).await.unwrap();
    transport.send(&mail()).await.unwrap();
    transport.send(&Mail { message_id: message_id("../0124", "license.example"), ..mail() }).await.unwrap();

    let mut names: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["0123_license_example.eml", "___0124_license_example.eml"]);
    assert!(
        fs::read_to_string(folder.join(&names[0])).unwrap().contains("Message-ID: <0123@license.example>")
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(folder.join(&names[0])).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[tokio::test]
async fn without_a_transport_every_mail_fails_at_once() {
    let transport = Transport::open(&MailConfig::default(), CLOCK.clock()).unwrap();

    assert!(matches!(transport.send(&mail()).await, Err(SendError::Permanent(_))));
}

#[test]
fn a_configuration_that_cannot_work_is_refused() {
    let smtp =
        |smtp: SmtpConfig| MailConfig { transport: TransportKind::Smtp, smtp, ..MailConfig::default() };
    let attempts = [
        MailConfig { from: "Seatwarden".into(), ..MailConfig::default() },
        MailConfig { from_name: "a\r\nb".into(), ..MailConfig::default() },
        smtp(SmtpConfig { host: String::new(), ..SmtpConfig::default() }),
        smtp(SmtpConfig { timeout_seconds: 0, ..SmtpConfig::default() }),
        smtp(SmtpConfig { user_name: "warden".into(), ..SmtpConfig::default() }),
        smtp(SmtpConfig { hello_name: "a\r\nMAIL".into(), ..SmtpConfig::default() }),
        smtp(SmtpConfig { certificate_authority_file: "no/such/file".into(), ..SmtpConfig::default() }),
    ];

    for attempt in attempts {
        assert!(Transport::open(&attempt, CLOCK.clock()).is_err(), "{attempt:?}");
    }
}

#[test]
fn a_configuration_never_shows_the_password() {
    let config: MailConfig = toml::from_str("[smtp]\nuser_name = 'warden'\npassword = 'sesame'").unwrap();

    assert_eq!(config.smtp.password.reveal(), "sesame");
    assert!(!format!("{config:?}").contains("sesame"));
    assert!(!toml::to_string(&config).unwrap().contains("sesame"));
}

#[test]
fn a_mail_shows_no_body_and_no_address_in_a_log() {
    let shown = format!("{:?}", mail());

    assert!(!shown.contains("Click") && !shown.contains("ada"), "{shown}");
}
