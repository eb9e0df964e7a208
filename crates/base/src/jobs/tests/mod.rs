//! What the queue and its worker promise, on either database. Time is moved, never awaited.

mod leases;
mod periods;

use std::{
    future::pending,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    sync::{Semaphore, mpsc},
    time::timeout,
};

use super::{
    ATTEMPTS_MAX, Counts, DeadJob, JobContext, JobError, JobResult, Jobs, JobsConfig, NewJob, Policy,
    QUEUE_FULL, QUEUE_MAX, Registry, Worker, counts, enqueue, enqueue_job, list_dead, revive, store,
    worker::LEASE_MS,
};
use crate::{
    clock::TestClock,
    db::{
        Db, Migration,
        testing::{TestDb, fresh},
    },
    random::Random,
};

const START_MS: i64 = 1_767_323_045_000;
/// Longer than any pause of [`policy`].
const LONG_MS: i64 = 100_000;
/// A bound for what happens at once, on a machine however slow.
const SOON: Duration = Duration::from_secs(60);
const SERIES: &[Migration] = &[Migration {
    version: 2,
    name: "jobs",
    sql: include_str!("../../../../server/migrations/0002_jobs.sql"),
}];

struct House {
    test_db: TestDb,
    clock: TestClock,
    random: Random,
}

impl House {
    async fn start() -> Self {
        let test_db = fresh().await;
        test_db.db.migrate(SERIES, START_MS).await.unwrap();
        Self { test_db, clock: TestClock::at(START_MS), random: Random::seeded(1) }
    }

    fn db(&self) -> &Db {
        &self.test_db.db
    }

    fn now_ms(&self) -> i64 {
        self.clock.clock().now_ms()
    }

    fn worker<R>(&self, policy: Policy, handler: impl Fn(JobContext) -> R + Send + Sync + 'static) -> Worker
    where
        R: Future<Output = JobResult> + Send + 'static,
    {
        let mut registry = Registry::default();
        registry.add("badges.print", policy, handler);
        let config = JobsConfig { poll_seconds: 300, ..JobsConfig::default() };
        Worker::new(self.db().clone(), self.clock.clock(), self.random.clone(), registry, config, "node")
            .unwrap()
    }

    async fn enqueue(&self, id: &str) {
        let mut tx = self.db().write().await.unwrap();
        enqueue(&mut tx, "badges.print", &id, self.now_ms(), id).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn run_due(&self, worker: &Worker) -> usize {
        worker.run_due(self.now_ms()).await.unwrap()
    }

    async fn counts(&self) -> Counts {
        counts(&mut self.db().read().await.unwrap()).await.unwrap()
    }

    async fn dead(&self) -> Vec<DeadJob> {
        list_dead(&mut self.db().read().await.unwrap(), 10).await.unwrap()
    }
}

fn policy() -> Policy {
    Policy { pause_first_ms: 1_000, pause_most_ms: 60_000, ..Policy::default() }
}

/// A handler that counts its runs and answers from a list, then always the last one.
fn answering(
    answers: Vec<JobResult>,
) -> (Arc<AtomicUsize>, impl Fn(JobContext) -> std::future::Ready<JobResult> + Send + Sync) {
    let runs = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&runs);
    (runs, move |_: JobContext| {
        let run = counted.fetch_add(1, Ordering::SeqCst);
        std::future::ready(answers[run.min(answers.len() - 1)].clone())
    })
}

fn try_later() -> JobResult {
    Err(JobError::Temporary("the printer is out of paper".into()))
}

#[tokio::test]
async fn a_job_runs_once_with_what_it_was_given() {
    let house = House::start().await;
    let (said, mut heard) = mpsc::unbounded_channel();
    let worker = house.worker(policy(), move |context: JobContext| {
        let said = said.clone();
        async move {
            said.send((context.payload::<String>()?, context.attempt)).unwrap();
            Ok(())
        }
    });
    house.enqueue("a").await;

    assert_eq!(house.run_due(&worker).await, 1);
    assert_eq!(house.run_due(&worker).await, 0);

    assert_eq!(heard.try_recv().unwrap(), ("a".to_owned(), 1));
    assert_eq!(house.counts().await, Counts::default());
}

#[tokio::test]
async fn a_job_of_a_deed_that_was_rolled_back_does_not_exist() {
    let house = House::start().await;
    let (runs, handler) = answering(vec![Ok(())]);
    let worker = house.worker(policy(), handler);

    let mut tx = house.db().write().await.unwrap();
    enqueue(&mut tx, "badges.print", &"a", house.now_ms(), "a").await.unwrap();
    drop(tx);

    assert_eq!(house.run_due(&worker).await, 0);
    assert_eq!(runs.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_job_does_not_run_before_its_time() {
    let house = House::start().await;
    let (_, handler) = answering(vec![Ok(())]);
    let worker = house.worker(policy(), handler);
    let mut tx = house.db().write().await.unwrap();
    enqueue(&mut tx, "badges.print", &"a", house.now_ms() + 5_000, "a").await.unwrap();
    tx.commit().await.unwrap();

    house.clock.advance_ms(4_999);
    assert_eq!(house.run_due(&worker).await, 0);
    house.clock.advance_ms(1);
    assert_eq!(house.run_due(&worker).await, 1);
}

#[tokio::test]
async fn the_job_that_waited_longest_runs_first() {
    let house = House::start().await;
    let (said, mut heard) = mpsc::unbounded_channel();
    let worker = house.worker(policy(), move |context: JobContext| {
        said.send(context.id).unwrap();
        std::future::ready(Ok(()))
    });
    let mut tx = house.db().write().await.unwrap();
    for (id, at_ms) in [("c", 30), ("a", 10), ("b", 20)] {
        enqueue(&mut tx, "badges.print", &id, START_MS + at_ms, id).await.unwrap();
    }
    tx.commit().await.unwrap();
    house.clock.advance_ms(100);

    house.run_due(&worker).await;

    let order: Vec<_> = std::iter::from_fn(|| heard.try_recv().ok()).collect();
    assert_eq!(order, ["a", "b", "c"]);
}

#[tokio::test]
async fn after_a_temporary_failure_a_job_is_tried_again_with_growing_pauses() {
    let house = House::start().await;
    let (runs, handler) = answering(vec![try_later(), try_later(), Ok(())]);
    let worker = house.worker(policy(), handler);
    house.enqueue("a").await;

    assert_eq!(house.run_due(&worker).await, 1);
    house.clock.advance_ms(700);
    assert_eq!(house.run_due(&worker).await, 0, "the first pause is a second, give or take a fifth");
    house.clock.advance_ms(600);
    assert_eq!(house.run_due(&worker).await, 1);
    house.clock.advance_ms(1_400);
    assert_eq!(house.run_due(&worker).await, 0, "the second pause is twice as long");
    house.clock.advance_ms(1_200);
    assert_eq!(house.run_due(&worker).await, 1);

    assert_eq!(runs.load(Ordering::SeqCst), 3);
    assert_eq!(house.counts().await, Counts::default());
}

#[tokio::test]
async fn after_the_last_try_a_job_is_dead_and_says_why() {
    let house = House::start().await;
    let (runs, handler) = answering(vec![try_later()]);
    let worker = house.worker(policy(), handler);
    house.enqueue("a").await;

    for _ in 0..ATTEMPTS_MAX + 5 {
        house.run_due(&worker).await;
        house.clock.advance_ms(LONG_MS);
    }

    assert_eq!(i64::try_from(runs.load(Ordering::SeqCst)).unwrap(), ATTEMPTS_MAX);
    let dead = house.dead().await;
    assert_eq!(dead.len(), 1);
    assert_eq!(dead[0].attempts, ATTEMPTS_MAX);
    assert_eq!(dead[0].last_error.as_deref(), Some("the printer is out of paper"));
}

#[tokio::test]
async fn a_permanent_failure_is_not_tried_again() {
    let house = House::start().await;
    let (runs, handler) = answering(vec![Err(JobError::Permanent("no such\r\nbadge".into()))]);
    let worker = house.worker(policy(), handler);
    house.enqueue("a").await;

    house.run_due(&worker).await;
    house.clock.advance_ms(LONG_MS);
    house.run_due(&worker).await;

    assert_eq!(runs.load(Ordering::SeqCst), 1);
    assert_eq!(house.dead().await[0].last_error.as_deref(), Some("no such  badge"));
}

#[tokio::test]
async fn a_dead_job_can_be_revived() {
    let house = House::start().await;
    let (_, handler) = answering(vec![Err(JobError::Permanent("no such badge".into())), Ok(())]);
    let worker = house.worker(policy(), handler);
    house.enqueue("a").await;
    house.run_due(&worker).await;

    let mut tx = house.db().write().await.unwrap();
    assert!(revive(&mut tx, "a", house.now_ms()).await.unwrap());
    assert!(!revive(&mut tx, "a", house.now_ms()).await.unwrap());
    tx.commit().await.unwrap();

    assert_eq!(house.run_due(&worker).await, 1);
    assert_eq!(house.counts().await, Counts::default());
}

#[tokio::test]
async fn a_handler_that_panics_or_never_ends_is_a_failed_try() {
    let house = House::start().await;
    let panicking = house.worker(policy(), |_: JobContext| async { panic!("a bug in a handler") });
    let endless = house.worker(Policy { run_max_ms: 20, ..policy() }, |_: JobContext| pending());
    house.enqueue("a").await;

    house.run_due(&panicking).await;
    house.clock.advance_ms(LONG_MS);
    assert_eq!(house.counts().await, Counts { waiting: 1, ..Counts::default() });
    house.run_due(&endless).await;

    assert_eq!(house.counts().await, Counts { waiting: 1, ..Counts::default() });
}

#[tokio::test]
async fn a_job_that_nobody_knows_waits_for_somebody_who_does() {
    let house = House::start().await;
    let (_, handler) = answering(vec![Ok(())]);
    let knowing = house.worker(policy(), handler);
    let registry = Registry::default();
    let config = JobsConfig::default();
    let ignorant =
        Worker::new(house.db().clone(), house.clock.clock(), house.random.clone(), registry, config, "old")
            .unwrap();
    house.enqueue("a").await;

    house.run_due(&ignorant).await;
    assert_eq!(house.counts().await, Counts { waiting: 1, ..Counts::default() });
    house.clock.advance_ms(LONG_MS);

    assert_eq!(house.run_due(&knowing).await, 1);
    assert_eq!(house.counts().await, Counts::default());
}

#[tokio::test]
async fn a_full_queue_takes_no_more_jobs() {
    let house = House::start().await;
    let mut tx = house.db().write().await.unwrap();
    store::insert_many(&mut tx, QUEUE_MAX - 1, START_MS).await.unwrap();

    enqueue(&mut tx, "badges.print", &"", START_MS, "last").await.unwrap();
    let refused = enqueue(&mut tx, "badges.print", &"", START_MS, "one more").await;

    assert!(refused.is_err_and(|error| error.is(&QUEUE_FULL)));
}

#[tokio::test]
async fn a_unique_job_exists_once_until_it_is_done() {
    let house = House::start().await;
    let (_, handler) = answering(vec![Ok(())]);
    let worker = house.worker(policy(), handler);

    assert!(enqueue_unique(&house, "a").await);
    assert!(!enqueue_unique(&house, "b").await);
    house.run_due(&worker).await;

    assert!(enqueue_unique(&house, "c").await);
}

async fn enqueue_unique(house: &House, id: &str) -> bool {
    let now_ms = house.now_ms();
    let job = NewJob {
        id,
        kind: "badges.print",
        created_at_ms: now_ms,
        run_at_ms: now_ms,
        attempts_max: 3,
        unique_key: Some("badges.print/42"),
    };
    let mut tx = house.db().write().await.unwrap();
    let is_new = enqueue_job(&mut tx, &job, &"").await.unwrap();
    tx.commit().await.unwrap();
    is_new
}

#[tokio::test]
async fn finished_jobs_are_removed_after_some_days() {
    let house = House::start().await;
    let (_, handler) = answering(vec![Err(JobError::Permanent("no such badge".into()))]);
    let worker = house.worker(policy(), handler);
    house.enqueue("a").await;
    house.run_due(&worker).await;
    worker.prepare(house.now_ms()).await.unwrap();

    house.clock.advance_ms(7 * 86_400_000);
    house.run_due(&worker).await;
    assert_eq!(house.dead().await.len(), 1);
    house.clock.advance_ms(3_600_001);
    house.run_due(&worker).await;

    assert_eq!(house.dead().await, []);
}

#[tokio::test]
async fn a_job_that_is_too_long_is_refused() {
    let house = House::start().await;
    let mut tx = house.db().write().await.unwrap();

    assert!(enqueue(&mut tx, &"k".repeat(65), &"", START_MS, "a").await.is_err());
    assert!(enqueue(&mut tx, "badges.print", &"x".repeat(65_536), START_MS, "a").await.is_err());
    assert!(enqueue(&mut tx, "badges.print", &"", START_MS, "i".repeat(65)).await.is_err());
}
