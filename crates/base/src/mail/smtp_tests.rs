//! What SMTP promises, against a real peer.

use super::{
    MailConfig, SendError, SmtpConfig, SmtpSecurity, Transport, TransportKind,
    smtp_peer::{Manners, Peer},
    tests::{CLOCK, mail},
};
use crate::secret::Secret;

fn config(peer: &Peer, security: SmtpSecurity) -> SmtpConfig {
    SmtpConfig {
        host: "localhost".into(),
        port: peer.port,
        security,
        certificate_authority_file: peer.authority_file(),
        hello_name: "license.example".into(),
        timeout_seconds: 20,
        ..SmtpConfig::default()
    }
}

fn transport(smtp: SmtpConfig) -> Transport {
    let config = MailConfig { transport: TransportKind::Smtp, smtp, ..MailConfig::default() };
    Transport::open(&config, CLOCK.clock()).unwrap()
}

fn signing_in(peer: &Peer, security: SmtpSecurity, password: &str) -> Transport {
    transport(SmtpConfig {
        user_name: "warden".into(),
        password: Secret::new(password),
        ..config(peer, security)
    })
}

#[tokio::test]
async fn a_mail_reaches_the_relay_whole() {
    let peer = Peer::start(Manners::default()).await;

    let delivered = transport(config(&peer, SmtpSecurity::None)).send(&mail()).await.unwrap();

    assert!(delivered.answer.contains("taken as 4711"), "{delivered:?}");
    assert!(peer.message().contains("Message-ID: <0123@license.example>\r\n"));
    assert_eq!(peer.count("EHLO license.example"), 1);
    assert_eq!(peer.count("MAIL FROM:<no-reply@license.example>"), 1);
    assert_eq!(peer.count("RCPT TO:<ada@example.com>"), 1);
}

#[tokio::test]
async fn a_second_mail_uses_the_same_connection() {
    let peer = Peer::start(Manners::default()).await;
    let transport = transport(config(&peer, SmtpSecurity::None));

    for _ in 0..3 {
        transport.send(&mail()).await.unwrap();
    }

    let seen = peer.seen.lock().unwrap();
    assert_eq!((seen.connections, seen.messages.len()), (1, 3));
}

#[tokio::test]
async fn with_starttls_the_mail_and_the_password_travel_encrypted() {
    let auth = Some(("warden", "open sesame", "PLAIN LOGIN"));
    let peer = Peer::start(Manners { starttls: true, auth, ..Manners::default() }).await;

    signing_in(&peer, SmtpSecurity::Starttls, "open sesame").send(&mail()).await.unwrap();

    let seen = peer.seen.lock().unwrap();
    assert_eq!(seen.encrypted, [true]);
    let order: Vec<_> = seen.commands.iter().filter_map(|command| command.split(' ').next()).collect();
    assert_eq!(order[..4], ["EHLO", "STARTTLS", "EHLO", "AUTH"]);
}

#[tokio::test]
async fn a_relay_that_does_not_offer_a_required_starttls_gets_no_mail() {
    let peer = Peer::start(Manners::default()).await;

    let sent = transport(config(&peer, SmtpSecurity::Starttls)).send(&mail()).await;

    assert!(matches!(sent, Err(SendError::Temporary(_))), "{sent:?}");
    assert_eq!(peer.count("MAIL"), 0);
}

#[tokio::test]
async fn a_relay_with_an_unknown_certificate_gets_no_mail() {
    let peer = Peer::start(Manners { starttls: true, ..Manners::default() }).await;
    let strange = SmtpConfig {
        certificate_authority_file: std::path::PathBuf::new(),
        ..config(&peer, SmtpSecurity::Starttls)
    };

    let sent = transport(strange).send(&mail()).await;

    assert!(matches!(sent, Err(SendError::Temporary(_))), "{sent:?}");
    assert_eq!(peer.count("MAIL"), 0);
}

#[tokio::test]
async fn tls_from_the_first_byte_works() {
    let auth = Some(("warden", "open sesame", "LOGIN"));
    let peer = Peer::start(Manners { tls: true, auth, ..Manners::default() }).await;

    signing_in(&peer, SmtpSecurity::Tls, "open sesame").send(&mail()).await.unwrap();

    assert_eq!(peer.seen.lock().unwrap().encrypted, [true]);
    assert_eq!(peer.count("AUTH LOGIN"), 1);
}

#[tokio::test]
async fn opportunistic_encrypts_if_it_can_and_sends_anyway_if_not() {
    for starttls in [true, false] {
        let peer = Peer::start(Manners { starttls, ..Manners::default() }).await;

        transport(config(&peer, SmtpSecurity::Opportunistic)).send(&mail()).await.unwrap();

        assert_eq!(peer.seen.lock().unwrap().encrypted, [starttls]);
    }
}

#[tokio::test]
async fn opportunistic_never_sends_the_password_in_the_open() {
    let auth = Some(("warden", "open sesame", "PLAIN"));
    let peer = Peer::start(Manners { auth, ..Manners::default() }).await;

    let sent = signing_in(&peer, SmtpSecurity::Opportunistic, "open sesame").send(&mail()).await;

    assert!(matches!(sent, Err(SendError::Temporary(_))), "{sent:?}");
    assert_eq!(peer.count("AUTH"), 0);
}

#[tokio::test]
async fn a_wrong_password_is_for_the_operator_to_repair_and_is_not_told() {
    let auth = Some(("warden", "open sesame", "PLAIN"));
    let peer = Peer::start(Manners { starttls: true, auth, ..Manners::default() }).await;

    let sent = signing_in(&peer, SmtpSecurity::Starttls, "sesame?").send(&mail()).await;

    let Err(SendError::Temporary(why)) = sent else { panic!("{sent:?}") };
    assert!(why.contains("signing in") && why.contains("535"), "{why}");
    assert!(!why.contains("sesame"), "{why}");
}

#[tokio::test]
async fn a_4xx_answer_is_temporary_and_a_5xx_answer_permanent_at_every_step() {
    for step in ["MAIL", "RCPT", "DATA", "MESSAGE"] {
        for (answer, is_permanent) in [("450 try later", false), ("550 5.1.1 nobody here", true)] {
            let peer = Peer::start(Manners { answers: vec![(step, answer)], ..Manners::default() }).await;

            let error = transport(config(&peer, SmtpSecurity::None)).send(&mail()).await.unwrap_err();

            assert_eq!(matches!(error, SendError::Permanent(_)), is_permanent, "{step}: {error:?}");
            assert!(error.to_string().contains(&answer[4..]), "{step}: {error:?}");
        }
    }
}

#[tokio::test]
async fn a_relay_that_refuses_to_talk_hangs_up_or_babbles_is_temporary() {
    let ways = [
        ("GREETING", "554 no service"),
        ("GREETING", "hello?"),
        ("EHLO", "close"),
        ("MAIL", "close"),
        ("MESSAGE", "close"),
    ];
    for (step, answer) in ways {
        let peer = Peer::start(Manners { answers: vec![(step, answer)], ..Manners::default() }).await;

        let sent = transport(config(&peer, SmtpSecurity::None)).send(&mail()).await;

        assert!(matches!(sent, Err(SendError::Temporary(_))), "{step} {answer}: {sent:?}");
    }
}

#[tokio::test]
async fn a_relay_that_is_not_there_is_temporary() {
    // A port that was free a moment ago.
    let port = std::net::TcpListener::bind("localhost:0").unwrap().local_addr().unwrap().port();
    let gone = SmtpConfig { port, security: SmtpSecurity::None, ..SmtpConfig::default() };

    let sent = transport(gone).send(&mail()).await;

    assert!(matches!(sent, Err(SendError::Temporary(_))), "{sent:?}");
}

#[tokio::test]
async fn a_relay_that_says_nothing_is_given_up_at_the_time_limit() {
    for step in ["GREETING", "RCPT"] {
        let peer = Peer::start(Manners { answers: vec![(step, "silence")], ..Manners::default() }).await;
        let patient = SmtpConfig { timeout_seconds: 1, ..config(&peer, SmtpSecurity::None) };

        let sent = transport(patient).send(&mail()).await;

        let Err(SendError::Temporary(why)) = sent else { panic!("{step}: {sent:?}") };
        assert!(why.contains("within 1 seconds"), "{step}: {why}");
    }
}

#[tokio::test]
async fn after_a_refused_mail_the_next_one_goes_out() {
    let peer = Peer::start(Manners::default()).await;
    let transport = transport(config(&peer, SmtpSecurity::None));
    transport.send(&mail()).await.unwrap();
    let broken = super::Mail { to: "ada@".into(), ..mail() };

    assert!(matches!(transport.send(&broken).await, Err(SendError::Permanent(_))));

    transport.send(&mail()).await.unwrap();
}

#[tokio::test]
async fn what_was_said_before_the_encryption_does_not_count_after_it() {
    let injected = "220 go ahead\r\n250-peer\r\n250 AUTH LOGIN";
    let peer =
        Peer::start(Manners { starttls: true, starttls_answer: Some(injected), ..Manners::default() }).await;

    let sent = transport(config(&peer, SmtpSecurity::Starttls)).send(&mail()).await;

    assert!(matches!(sent, Err(SendError::Temporary(_))), "{sent:?}");
    assert_eq!(peer.count("MAIL"), 0);
}
