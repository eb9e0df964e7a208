//! Tests of `hash_pool.rs`. Jobs are held at gates, so nothing depends on time.

use std::{
    future::Future,
    pin::Pin,
    sync::mpsc,
    task::{Context, Poll, Waker},
};

use super::*;

const LONG: Duration = Duration::from_secs(600);

fn limits(threads: usize, queue: usize) -> PoolLimits {
    PoolLimits { threads, queue, wait_max: LONG, idle_release: LONG }
}

/// Lets a future take its first step, and says whether it is already at its end.
fn begin<T>(future: &mut Pin<Box<impl Future<Output = T>>>) -> Option<T> {
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

/// Keeps one thread of the pool busy until the returned sender is dropped.
fn hold(pool: &HashPool) -> (mpsc::Sender<()>, Pin<Box<impl Future<Output = Result<()>>>>) {
    let (gate, closed) = mpsc::channel::<()>();
    let (started, has_started) = mpsc::channel();
    let mut job = Box::pin(pool.run(move |_| {
        started.send(()).unwrap();
        let _ = closed.recv();
    }));
    assert!(begin(&mut job).is_none());
    has_started.recv().unwrap();
    (gate, job)
}

async fn until(holds: impl Fn() -> bool) {
    let give_up = Instant::now() + Duration::from_secs(20);
    while !holds() {
        assert!(Instant::now() < give_up, "it never came to hold");
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_flood_takes_no_more_threads_and_memory_than_the_limits() {
    let pool = HashPool::start(limits(2, 64)).unwrap();
    let now = Arc::new(AtomicUsize::new(0));
    let most = Arc::new(AtomicUsize::new(0));
    let mut jobs = Vec::new();
    for _ in 0..64 {
        let (now, most) = (Arc::clone(&now), Arc::clone(&most));
        let mut job = Box::pin(pool.run(move |arena| {
            most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            let blocks = arena.blocks(16).len();
            now.fetch_sub(1, Ordering::SeqCst);
            blocks
        }));
        assert!(begin(&mut job).is_none_or(|done| done.is_ok()));
        jobs.push(job);
        tokio::task::yield_now().await;
    }

    until(|| pool.figures().done == 64 && now.load(Ordering::SeqCst) == 0).await;
    drop(jobs);

    let figures = pool.figures();
    assert!(most.load(Ordering::SeqCst) <= 2);
    assert_eq!(figures.threads, 2);
    assert!(figures.arena_bytes <= 2 * 16 * Block::SIZE, "{figures:?}");
    assert_eq!((figures.queue_length, figures.refused, figures.late, figures.abandoned), (0, 0, 0, 0));
}

#[tokio::test]
async fn an_idle_pool_holds_no_memory() {
    let pool = HashPool::start(limits(4, 4)).unwrap();

    assert_eq!(pool.figures().arena_bytes, 0);
}

#[tokio::test]
async fn beyond_the_queue_the_answer_is_busy_with_a_time_to_wait() {
    let pool = HashPool::start(limits(1, 2)).unwrap();
    let (gate, held) = hold(&pool);
    let mut first = Box::pin(pool.run(|_| 1));
    let mut second = Box::pin(pool.run(|_| 2));
    assert!(begin(&mut first).is_none() && begin(&mut second).is_none());

    let refused = pool.run(|_| 3).await.unwrap_err();

    assert!(refused.is(&BUSY));
    assert_eq!(refused.refusal().unwrap().kind, Kind::Busy);
    assert_eq!(refused.refusal().unwrap().retry_after_seconds, Some(2));
    assert_eq!(pool.figures().refused, 1);
    assert_eq!(pool.figures().queue_length, 2);
    drop(gate);
    held.await.unwrap();
    assert_eq!((first.await.unwrap(), second.await.unwrap()), (1, 2));
    assert!(pool.figures().waited_micros > 0);
}

#[tokio::test]
async fn a_job_whose_caller_went_away_is_not_run() {
    let pool = HashPool::start(limits(1, 4)).unwrap();
    let (gate, held) = hold(&pool);
    let (ran, has_run) = mpsc::channel();
    let mut left = Box::pin(pool.run(move |_| ran.send(()).unwrap()));
    assert!(begin(&mut left).is_none());

    drop(left);
    drop(gate);
    held.await.unwrap();
    pool.run(|_| ()).await.unwrap();

    assert!(has_run.recv().is_err());
    assert_eq!(pool.figures().abandoned, 1);
    assert_eq!(pool.figures().done, 2);
}

#[tokio::test]
async fn jobs_whose_callers_went_away_make_room_in_a_full_queue() {
    let pool = HashPool::start(limits(1, 1)).unwrap();
    let (gate, held) = hold(&pool);
    let mut left = Box::pin(pool.run(|_| ()));
    assert!(begin(&mut left).is_none());
    drop(left);

    let mut next = Box::pin(pool.run(|_| 7));
    assert!(begin(&mut next).is_none());

    drop(gate);
    held.await.unwrap();
    assert_eq!(next.await.unwrap(), 7);
    assert_eq!((pool.figures().abandoned, pool.figures().refused), (1, 0));
}

#[tokio::test]
async fn a_job_that_waited_too_long_is_answered_busy_and_not_run() {
    let pool = HashPool::start(PoolLimits { wait_max: Duration::ZERO, ..limits(1, 4) }).unwrap();

    let late = pool.run(|_| panic!("it was run")).await.unwrap_err();

    assert!(late.is(&BUSY));
    assert_eq!((pool.figures().late, pool.figures().done), (1, 0));
}

#[tokio::test]
async fn whoever_waits_for_one_answer_comes_before_those_of_many_who_wait_for_as_long_as_it_takes() {
    let pool = HashPool::start(PoolLimits { wait_max: Duration::ZERO, ..limits(1, 4) }).unwrap();
    let (gate, closed) = mpsc::channel::<()>();
    let (order, ran) = mpsc::channel();
    let (one, two, three) = (order.clone(), order.clone(), order);
    let (started, has_started) = mpsc::channel();
    let mut held = Box::pin(pool.run_in_turn(Turn::WhenFree, move |_| {
        started.send(()).unwrap();
        let _ = closed.recv();
    }));
    assert!(begin(&mut held).is_none());
    has_started.recv().unwrap();
    let mut many = Box::pin(pool.run_in_turn(Turn::WhenFree, move |_| one.send("of many").unwrap()));
    let mut late = Box::pin(pool.run(move |_| two.send("too late").unwrap()));
    assert!(begin(&mut many).is_none() && begin(&mut late).is_none());
    assert_eq!(pool.figures().queue_length, 2);

    drop(gate);
    held.await.unwrap();

    assert!(late.await.unwrap_err().is(&BUSY));
    many.await.unwrap();
    pool.run_in_turn(Turn::WhenFree, move |_| three.send("the last").unwrap()).await.unwrap();
    assert_eq!(ran.iter().collect::<Vec<_>>(), ["of many", "the last"]);
}

#[tokio::test]
async fn a_job_that_panics_is_a_fault_and_its_thread_goes_on() {
    let pool = HashPool::start(limits(1, 4)).unwrap();

    let error = pool.run(|_| std::panic::resume_unwind(Box::new(()))).await.unwrap_err();

    assert!(error.refusal().is_none());
    assert_eq!(pool.run(|_| 5).await.unwrap(), 5);
    assert_eq!(pool.figures().threads, 1);
}

#[tokio::test]
async fn memory_is_used_again_and_given_back_after_a_while_without_work() {
    let pool = HashPool::start(limits(1, 4)).unwrap();
    let first = pool.run(|arena| arena.blocks(64).as_ptr() as usize).await.unwrap();
    let second = pool.run(|arena| arena.blocks(32).as_ptr() as usize).await.unwrap();
    assert_eq!(first, second);

    let pool = HashPool::start(PoolLimits { idle_release: Duration::ZERO, ..limits(1, 4) }).unwrap();
    let blocks = pool.run(|arena| arena.blocks(64).len()).await.unwrap();

    assert_eq!(blocks, 64);
    until(|| pool.figures().arena_bytes == 0).await;
}

#[tokio::test]
async fn a_dropped_pool_ends_its_threads() {
    let pool = HashPool::start(limits(3, 4)).unwrap();
    pool.run(|arena| arena.blocks(8).len()).await.unwrap();
    let shared = Arc::clone(&pool.shared);

    drop(pool);

    until(|| shared.threads.load(Ordering::SeqCst) == 0).await;
    assert_eq!(shared.figures().arena_bytes, 0);
}

#[tokio::test]
async fn jobs_one_after_the_other_use_the_memory_of_one_thread() {
    let pool = HashPool::start(limits(4, 4)).unwrap();
    let all_idle = async || {
        while pool.shared.line().idle.len() < 4 {
            tokio::task::yield_now().await;
        }
    };
    let mut threads = std::collections::HashSet::new();
    for _ in 0..20 {
        all_idle().await;
        let thread = pool.run(|arena| {
            arena.blocks(8);
            thread::current().id()
        });
        threads.insert(thread.await.unwrap());
    }
    all_idle().await;

    assert_eq!((threads.len(), pool.figures().arena_bytes), (1, 8 * Block::SIZE));
}
