//! The few threads that hash passwords. Their number, their memory and their queue
//! are bounded, so a flood of sign-ins costs answers "busy" instead of memory.

use std::{
    collections::VecDeque,
    fmt,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use argon2::Block;
use seatwarden_base::{Error, Kind, Refusal, Result};
use tokio::sync::oneshot;
use zeroize::Zeroize;

use crate::huge_pages;

/// All hashing threads are taken and the queue is full, or the wait was too long (ST-04).
pub const BUSY: Refusal = Refusal::new(Kind::Busy, "passwords.busy").retry_after(2);

/// The most threads a pool may have.
pub const THREADS_MAX: usize = 16;
/// The most jobs a pool may let wait.
pub const QUEUE_MAX: usize = 4096;

/// How large the pool may grow.
#[derive(Clone, Debug)]
pub struct PoolLimits {
    /// Number of threads; each holds the memory of one hash while it is in use.
    pub threads: usize,
    /// How many jobs may wait.
    pub queue: usize,
    /// A job that waited this long is answered "busy" instead of being run.
    pub wait_max: Duration,
    /// A thread without work for this long gives its memory back.
    pub idle_release: Duration,
}

impl Default for PoolLimits {
    /// One thread a core but at most 4, 64 jobs waiting at most 5 s, memory kept for 60 s.
    fn default() -> Self {
        let cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Self {
            threads: cores.min(4),
            queue: 64,
            wait_max: Duration::from_secs(5),
            idle_release: Duration::from_secs(60),
        }
    }
}

/// Whose turn a job is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// Somebody waits for this one answer: a sign-in.
    #[default]
    Next,
    /// One of many; it runs when nobody else waits, and for as long as its asker has patience.
    WhenFree,
}

/// The working memory of one hashing thread, used again for every hash.
#[derive(Default)]
pub struct Arena {
    blocks: Vec<Block>,
}

impl Arena {
    /// Memory of exactly `count` blocks of 1 KiB. What an earlier hash left in it does
    /// not matter: Argon2 writes every block before it reads it.
    pub fn blocks(&mut self, count: usize) -> &mut [Block] {
        if self.blocks.len() < count {
            self.release();
            huge_pages::allow(|| self.blocks.resize_with(count, Block::new));
        }
        &mut self.blocks[..count]
    }

    /// How much memory it holds, in bytes.
    pub fn bytes(&self) -> usize {
        self.blocks.capacity() * Block::SIZE
    }

    /// Wipes the memory and gives it back.
    pub fn release(&mut self) {
        self.blocks.zeroize();
        self.blocks = Vec::new();
    }
}

impl fmt::Debug for Arena {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Arena({} bytes)", self.bytes())
    }
}

impl Drop for Arena {
    fn drop(&mut self) {
        self.release();
    }
}

/// What the pool has done so far, for the metrics page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Threads alive now.
    pub threads: usize,
    /// Jobs waiting now.
    pub queue_length: usize,
    /// Memory held by all threads now, in bytes.
    pub arena_bytes: usize,
    /// Jobs run to their end.
    pub done: u64,
    /// Jobs answered "busy" because the queue was full.
    pub refused: u64,
    /// Jobs answered "busy" because they had waited too long.
    pub late: u64,
    /// Jobs dropped unrun because nobody waited for the answer any more.
    pub abandoned: u64,
    /// Time that the jobs which were run had waited, in microseconds, all together.
    pub waited_micros: u64,
}

/// The pool. Dropping it lets its threads finish what they are doing and end.
#[derive(Debug)]
pub struct HashPool {
    shared: Arc<Shared>,
}

impl HashPool {
    /// Starts the threads. A fault if the operating system has no thread to give.
    pub fn start(limits: PoolLimits) -> Result<Self> {
        let threads = limits.threads.clamp(1, THREADS_MAX);
        let pool = Self { shared: Arc::new(Shared::new(limits, threads)) };
        for number in 0..threads {
            let shared = Arc::clone(&pool.shared);
            shared.threads.fetch_add(1, Ordering::SeqCst);
            let started = thread::Builder::new().name(format!("hash-{number}")).spawn(move || {
                work(&shared, number);
                shared.threads.fetch_sub(1, Ordering::SeqCst);
            });
            if let Err(error) = started {
                pool.shared.threads.fetch_sub(1, Ordering::SeqCst);
                return Err(Error::fault("starting a hashing thread", error));
            }
        }
        Ok(pool)
    }

    /// Runs `job` on one of the threads and hands back its result.
    ///
    /// Dropping the returned future takes the job out of the line. [`BUSY`] if the queue
    /// is full or the wait got too long; a fault if the job panicked.
    pub async fn run<T, F>(&self, job: F) -> Result<T>
    where
        F: FnOnce(&mut Arena) -> T + Send + 'static,
        T: Send + 'static,
    {
        self.run_in_turn(Turn::Next, job).await
    }

    /// The same for a job whose turn may be later.
    pub async fn run_in_turn<T, F>(&self, turn: Turn, job: F) -> Result<T>
    where
        F: FnOnce(&mut Arena) -> T + Send + 'static,
        T: Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        self.shared.enter(turn, Box::new(Ask { job, answer }))?;
        match answered.await {
            Ok(Some(value)) => Ok(value),
            Ok(None) => Err(BUSY.into()),
            Err(_) => Err(Error::fault("hashing a password", "the job broke off")),
        }
    }

    /// How many jobs of one asker keep all threads at work: one for each, and one that waits.
    pub fn at_once(&self) -> usize {
        self.shared.threads.load(Ordering::SeqCst).max(1) + 1
    }

    /// The figures as they are now.
    pub fn figures(&self) -> Figures {
        self.shared.figures()
    }
}

impl Drop for HashPool {
    fn drop(&mut self) {
        self.shared.line().closed = true;
        for bell in &self.shared.bells {
            bell.notify_one();
        }
    }
}

/// A job with the channel to the one who asked for it.
trait Job: Send {
    fn is_abandoned(&self) -> bool;
    fn run(self: Box<Self>, arena: &mut Arena);
    fn answer_late(self: Box<Self>);
}

struct Ask<T, F> {
    job: F,
    answer: oneshot::Sender<Option<T>>,
}

impl<T: Send, F: FnOnce(&mut Arena) -> T + Send> Job for Ask<T, F> {
    fn is_abandoned(&self) -> bool {
        self.answer.is_closed()
    }

    fn run(self: Box<Self>, arena: &mut Arena) {
        let Self { job, answer } = *self;
        // A panic ends only this job: its channel closes, and the asker gets a fault.
        if let Ok(value) = catch_unwind(AssertUnwindSafe(|| job(arena))) {
            let _ = answer.send(Some(value));
        }
    }

    fn answer_late(self: Box<Self>) {
        let _ = self.answer.send(None);
    }
}

struct Waiting {
    since: Instant,
    job: Box<dyn Job>,
}

#[derive(Default)]
struct Line {
    waiting: VecDeque<Waiting>,
    /// Those who wait until nobody else does.
    later: VecDeque<Waiting>,
    /// The threads without work. The last one is woken first: its memory is still in the processor's cache, and the
    /// others can give theirs back.
    idle: Vec<usize>,
    closed: bool,
}

impl Line {
    const fn of(&mut self, turn: Turn) -> &mut VecDeque<Waiting> {
        match turn {
            Turn::Next => &mut self.waiting,
            Turn::WhenFree => &mut self.later,
        }
    }

    /// The next one, and whose turn it is.
    fn pop(&mut self) -> Option<(Turn, Waiting)> {
        let next = self.waiting.pop_front().map(|waiting| (Turn::Next, waiting));
        next.or_else(|| self.later.pop_front().map(|waiting| (Turn::WhenFree, waiting)))
    }

    fn is_empty(&self) -> bool {
        self.waiting.is_empty() && self.later.is_empty()
    }
}

struct Shared {
    limits: PoolLimits,
    line: Mutex<Line>,
    /// One for each thread.
    bells: Vec<Condvar>,
    threads: AtomicUsize,
    arena_bytes: AtomicUsize,
    done: AtomicU64,
    refused: AtomicU64,
    late: AtomicU64,
    abandoned: AtomicU64,
    waited_micros: AtomicU64,
}

impl Shared {
    fn new(mut limits: PoolLimits, threads: usize) -> Self {
        limits.queue = limits.queue.clamp(1, QUEUE_MAX);
        Self {
            limits,
            line: Mutex::default(),
            bells: (0..threads).map(|_| Condvar::new()).collect(),
            threads: AtomicUsize::new(0),
            arena_bytes: AtomicUsize::new(0),
            done: AtomicU64::new(0),
            refused: AtomicU64::new(0),
            late: AtomicU64::new(0),
            abandoned: AtomicU64::new(0),
            waited_micros: AtomicU64::new(0),
        }
    }

    fn line(&self) -> MutexGuard<'_, Line> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enter(&self, turn: Turn, job: Box<dyn Job>) -> Result<()> {
        let mut line = self.line();
        let those = line.of(turn);
        if those.len() >= self.limits.queue {
            let before = those.len();
            those.retain(|waiting| !waiting.job.is_abandoned());
            count(&self.abandoned, before - those.len());
        }
        if those.len() >= self.limits.queue {
            count(&self.refused, 1);
            return Err(BUSY.into());
        }
        those.push_back(Waiting { since: Instant::now(), job });
        let woken = line.idle.pop();
        drop(line);
        if let Some(bell) = woken.and_then(|number| self.bells.get(number)) {
            bell.notify_one();
        }
        Ok(())
    }

    /// The next job worth running by this thread; `None` when the pool is closed. Wipes the arena when
    /// there was nothing to do for long.
    fn next(&self, number: usize, arena: &mut Arena) -> Option<Waiting> {
        let bell = self.bells.get(number)?;
        let mut line = self.line();
        loop {
            if line.closed {
                return None;
            }
            if let Some((turn, waiting)) = line.pop() {
                if waiting.job.is_abandoned() {
                    count(&self.abandoned, 1);
                } else if turn == Turn::Next && waiting.since.elapsed() >= self.limits.wait_max {
                    count(&self.late, 1);
                    waiting.job.answer_late();
                } else {
                    return Some(waiting);
                }
                continue;
            }
            if arena.bytes() == 0 {
                // Behind those who have their memory at hand.
                line.idle.insert(0, number);
                line = bell.wait(line).unwrap_or_else(PoisonError::into_inner);
                line.idle.retain(|it| *it != number);
                continue;
            }
            line.idle.push(number);
            let (next_line, wait) =
                bell.wait_timeout(line, self.limits.idle_release).unwrap_or_else(PoisonError::into_inner);
            line = next_line;
            line.idle.retain(|it| *it != number);
            if wait.timed_out() && line.is_empty() {
                drop(line);
                self.arena_bytes.fetch_sub(arena.bytes(), Ordering::SeqCst);
                arena.release();
                line = self.line();
            }
        }
    }

    fn figures(&self) -> Figures {
        Figures {
            threads: self.threads.load(Ordering::SeqCst),
            queue_length: {
                let line = self.line();
                line.waiting.len() + line.later.len()
            },
            arena_bytes: self.arena_bytes.load(Ordering::SeqCst),
            done: self.done.load(Ordering::SeqCst),
            refused: self.refused.load(Ordering::SeqCst),
            late: self.late.load(Ordering::SeqCst),
            abandoned: self.abandoned.load(Ordering::SeqCst),
            waited_micros: self.waited_micros.load(Ordering::SeqCst),
        }
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.figures().fmt(out)
    }
}

fn count(counter: &AtomicU64, by: usize) {
    counter.fetch_add(by as u64, Ordering::SeqCst);
}

fn work(shared: &Shared, number: usize) {
    let mut arena = Arena::default();
    while let Some(waiting) = shared.next(number, &mut arena) {
        let waited = u64::try_from(waiting.since.elapsed().as_micros()).unwrap_or(u64::MAX);
        shared.waited_micros.fetch_add(waited, Ordering::SeqCst);
        let bytes_before = arena.bytes();
        let job = waiting.job;
        // Counted before the answer is sent, so that whoever has the answer finds it counted.
        count(&shared.done, 1);
        job.run(&mut arena);
        shared.arena_bytes.fetch_add(arena.bytes(), Ordering::SeqCst);
        shared.arena_bytes.fetch_sub(bytes_before, Ordering::SeqCst);
    }
    shared.arena_bytes.fetch_sub(arena.bytes(), Ordering::SeqCst);
}

#[cfg(test)]
#[path = "hash_pool_tests.rs"]
mod tests;
