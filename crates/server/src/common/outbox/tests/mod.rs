//! What the outbox promises.

use seatwarden_base::{
    clock::TestClock,
    db::{
        Migration,
        testing::{TestDb, fresh},
    },
    jobs::{Counts, JobsConfig, Registry, Worker, counts},
    mail::{Inbox, MailConfig, SendError, Transport},
    random::Random,
};

use super::{
    BAD_ADDRESS, KEEP_DAYS, MailKind, MailState, MailSwitch, NewMail, Queued, Route, TEXT_DAYS,
    WAIT_DAYS_MAX, jobs::ATTEMPTS_MAX, queue, register, store,
};

const START_MS: i64 = 1_767_323_045_000;
use crate::keys::Keys;

mod administration;
mod retries;
mod switches;

const DAY_MS: i64 = 86_400_000;
/// Longer than any pause between two tries.
const LONG_MS: i64 = 2 * 60 * 60 * 1000;
const SERIES: &[Migration] = &[
    Migration { version: 1, name: "settings", sql: include_str!("../../../../migrations/0001_settings.sql") },
    Migration { version: 2, name: "jobs", sql: include_str!("../../../../migrations/0002_jobs.sql") },
    Migration { version: 3, name: "mails", sql: include_str!("../../../../migrations/0003_mails.sql") },
    Migration {
        version: 29,
        name: "setting_versions",
        sql: include_str!("../../../../migrations/0029_setting_versions.sql"),
    },
    Migration {
        version: 66,
        name: "mail_retries",
        sql: include_str!("../../../../migrations/0066_mail_retries.sql"),
    },
];

struct House {
    test_db: TestDb,
    clock: TestClock,
    random: Random,
    inbox: Inbox,
    worker: Worker,
}

impl House {
    async fn start() -> Self {
        let test_db = fresh().await;
        test_db.db.migrate(SERIES, START_MS).await.unwrap();
        let (clock, random, inbox) = (TestClock::at(START_MS), Random::seeded(1), Inbox::default());
        let mut registry = Registry::default();
        let transport = Transport::into_inbox(inbox.clone(), clock.clock());
        let config = MailConfig { from: "no-reply@license.example".into(), ..MailConfig::default() };
        let folder = tempfile::tempdir().unwrap();
        let seals = Keys::open(folder.path(), &random).unwrap().seals;
        register(&mut registry, Route::new(transport, config, clock.clock(), seals));
        let (db, jobs) = (test_db.db.clone(), JobsConfig::default());
        let worker = Worker::new(db, clock.clock(), random.clone(), registry, jobs, "node").unwrap();
        Self { test_db, clock, random, inbox, worker }
    }

    async fn queue(&self) -> String {
        let mut tx = self.test_db.db.write().await.unwrap();
        let id = queue(&mut tx, &mail(), self.clock.clock().now_ms(), &self.random).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        id
    }

    async fn run_due(&self) -> usize {
        self.worker.run_due(self.clock.clock().now_ms()).await.unwrap()
    }

    async fn find(&self, id: &str) -> Option<Queued> {
        store::find(&mut self.test_db.db.read().await.unwrap(), id).await.unwrap()
    }

    async fn counts(&self) -> Counts {
        counts(&mut self.test_db.db.read().await.unwrap()).await.unwrap()
    }
}

fn mail() -> NewMail<'static> {
    NewMail {
        kind: MailKind::new("password_reset.link", MailSwitch::PasswordRecovery),
        to_address: "ada@example.com",
        to_name: Some("עדה"),
        language: "he",
        subject: "Your new password",
        text: "Open https://license.example/secret-link",
        html: "<a href='https://license.example/secret-link'>Open</a>",
        user_id: Some("u1"),
        secret_ends_at_ms: None,
    }
}

#[tokio::test]
async fn a_queued_mail_reaches_its_receiver_and_its_bodies_are_forgotten() {
    let house = House::start().await;
    let id = house.queue().await;

    house.run_due().await;

    let kept = house.inbox.newest_to("ada@example.com").unwrap();
    assert_eq!(kept.mail.text, "Open https://license.example/secret-link");
    assert_eq!(kept.mail.message_id, format!("<{id}@license.example>"));
    assert_eq!((kept.mail.language.as_str(), kept.mail.to_name.as_deref()), ("he", Some("עדה")));
    let sent = house.find(&id).await.unwrap();
    assert_eq!((sent.state, sent.attempts, sent.sent_at_ms), (MailState::Sent, 1, Some(START_MS)));
    assert_eq!((sent.text.as_str(), sent.html.as_str()), ("", ""));
    assert_eq!((sent.subject.as_str(), sent.user_id.as_deref()), ("Your new password", Some("u1")));
}

#[tokio::test]
async fn a_name_longer_than_a_header_takes_is_cut_and_the_mail_leaves() {
    let house = House::start().await;
    let name = format!("{} {}", "é".repeat(100), "V".repeat(100));
    let mut tx = house.test_db.db.write().await.unwrap();
    let mail = NewMail { to_name: Some(&name), ..mail() };
    queue(&mut tx, &mail, START_MS, &house.random).await.unwrap();
    tx.commit().await.unwrap();

    house.run_due().await;

    let kept = house.inbox.newest_to("ada@example.com").unwrap();
    assert_eq!(kept.mail.to_name.as_deref(), Some(&name[..name.len() - 1]));
}

#[tokio::test]
async fn a_mail_of_a_deed_that_was_rolled_back_never_leaves() {
    let house = House::start().await;
    let mut tx = house.test_db.db.write().await.unwrap();
    let id = queue(&mut tx, &mail(), START_MS, &house.random).await.unwrap().unwrap();
    drop(tx);

    assert_eq!(house.run_due().await, 0);

    assert!(house.inbox.list().is_empty());
    assert!(house.find(&id).await.is_none());
}

#[tokio::test]
async fn a_mail_that_the_relay_puts_off_is_tried_again() {
    let house = House::start().await;
    house.inbox.fail_next(SendError::Temporary("450 try later".into()));
    let id = house.queue().await;

    house.run_due().await;
    let waiting = house.find(&id).await.unwrap();
    assert_eq!((waiting.state, waiting.attempts), (MailState::Waiting, 1));
    assert_eq!(waiting.last_error.as_deref(), Some("450 try later"));
    assert!(!waiting.text.is_empty());
    house.clock.advance_ms(LONG_MS);
    house.run_due().await;

    let sent = house.find(&id).await.unwrap();
    assert_eq!((sent.state, sent.attempts, sent.last_error), (MailState::Sent, 2, None));
    assert_eq!(house.inbox.list().len(), 1);
}

#[tokio::test]
async fn a_mail_that_the_relay_refuses_fails_at_once_and_its_bodies_are_sealed() {
    let house = House::start().await;
    house.inbox.fail_next(SendError::Permanent("550 nobody here".into()));
    let id = house.queue().await;

    house.run_due().await;
    house.clock.advance_ms(LONG_MS);
    house.run_due().await;

    let failed = house.find(&id).await.unwrap();
    assert_eq!((failed.state, failed.attempts), (MailState::Failed, 1));
    assert_eq!(failed.last_error.as_deref(), Some("550 nobody here"));
    assert!(failed.has_text && !failed.text.contains("secret") && !failed.html.contains("secret"));
    assert!(house.inbox.list().is_empty());
    assert_eq!(house.counts().await.dead, 1);
}

#[tokio::test]
async fn a_mail_that_never_gets_through_fails_after_the_last_try() {
    let house = House::start().await;
    for _ in 0..ATTEMPTS_MAX {
        house.inbox.fail_next(SendError::Temporary("network".into()));
    }
    let id = house.queue().await;

    for _ in 0..ATTEMPTS_MAX {
        assert_eq!(house.find(&id).await.unwrap().state, MailState::Waiting);
        house.run_due().await;
        house.clock.advance_ms(LONG_MS);
    }

    let failed = house.find(&id).await.unwrap();
    assert_eq!((failed.state, failed.attempts), (MailState::Failed, ATTEMPTS_MAX));
    assert!(!failed.text.contains("secret"), "{}", failed.text);
    assert_eq!(house.counts().await.dead, 1);
}

#[tokio::test]
async fn a_job_that_runs_twice_sends_its_mail_once() {
    let house = House::start().await;
    let id = house.queue().await;
    let mut tx = house.test_db.db.write().await.unwrap();
    let payload = super::jobs::SendMail { mail_id: id };
    seatwarden_base::jobs::enqueue(&mut tx, super::SEND, &payload, START_MS, "again").await.unwrap();
    tx.commit().await.unwrap();

    assert_eq!(house.run_due().await, 2);

    assert_eq!(house.inbox.list().len(), 1);
    assert_eq!(house.counts().await, Counts::default());
}

#[tokio::test]
async fn an_address_that_is_none_is_refused_and_a_second_line_in_a_subject_is_a_fault() {
    let house = House::start().await;
    let mut tx = house.test_db.db.write().await.unwrap();

    for to_address in ["", "ada", "ada@example.com\r\nBcc: eve@example.com", "a@example.com,b@example.com"] {
        let refused = queue(&mut tx, &NewMail { to_address, ..mail() }, START_MS, &house.random).await;
        assert!(refused.is_err_and(|error| error.is(&BAD_ADDRESS)), "{to_address}");
    }

    let two_lines = NewMail { subject: "a\r\nBcc: eve@example.com", ..mail() };
    let fault = queue(&mut tx, &two_lines, START_MS, &house.random).await.unwrap_err();
    assert!(fault.refusal().is_none());
}

#[tokio::test]
async fn a_mail_without_a_living_job_is_given_up_and_old_notes_are_forgotten() {
    let house = House::start().await;
    let mut tx = house.test_db.db.write().await.unwrap();
    store::insert(&mut tx, &mail(), "orphan", START_MS).await.unwrap();
    tx.commit().await.unwrap();
    house.worker.prepare(START_MS).await.unwrap();

    house.clock.advance_ms(WAIT_DAYS_MAX * DAY_MS);
    house.run_due().await;
    assert_eq!(house.find("orphan").await.unwrap().state, MailState::Waiting);
    house.clock.advance_ms(DAY_MS);
    house.run_due().await;
    let failed = house.find("orphan").await.unwrap();
    assert!(failed.state == MailState::Failed && !failed.text.contains("secret"), "{}", failed.text);
    house.clock.advance_ms((TEXT_DAYS + 1) * DAY_MS);
    house.run_due().await;
    let forgotten = house.find("orphan").await.unwrap();
    assert_eq!((forgotten.text.as_str(), forgotten.html.as_str()), ("", ""));
    house.clock.advance_ms(KEEP_DAYS * DAY_MS);
    house.run_due().await;

    assert!(house.find("orphan").await.is_none());
}
