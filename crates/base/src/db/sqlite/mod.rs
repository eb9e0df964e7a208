//! The embedded engine: one thread that writes, a few that read, each with its own connection.

mod connection;
mod desk;
mod queue;
mod readers;
mod writer;

use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError, Weak, atomic::Ordering::Relaxed},
    thread::{self, JoinHandle, Thread},
};

use tokio::sync::oneshot;

use super::{
    BUSY, Described, Figures, Options, State,
    figures::Counts,
    tx::{Answer, Ask, Want},
};
use crate::{Error, Result};
use connection::{Lite, Purpose};
use desk::Desk;
pub(super) use desk::Holder;
use queue::Queue;
use readers::{Job, Points};
use writer::Writer;

/// The SQLite file with the threads that work on it.
#[derive(Debug)]
pub(super) struct Sqlite {
    writes: Arc<Queue<Arc<Desk>>>,
    reads: Arc<Queue<Job>>,
    points: Arc<Points>,
    /// The connection that writes, and its thread.
    writing: Weak<Mutex<Lite>>,
    thread: Thread,
    threads: Arc<Mutex<Threads>>,
    counts: Arc<Counts>,
}

#[derive(Debug, Default)]
struct Threads {
    writer: Option<JoinHandle<()>>,
    readers: Vec<JoinHandle<()>>,
}

impl Sqlite {
    pub(super) fn open(path: &Path, options: &Options) -> Result<Self> {
        let counts = Arc::new(Counts::default());
        let writes = Arc::new(Queue::new(options.queue_max));
        let reads = Arc::new(Queue::new(options.queue_max));
        let write = Arc::new(Mutex::new(Lite::open(path, Purpose::Write, options)?));
        let writing = Arc::downgrade(&write);
        let work = Writer {
            lite: write,
            line: Arc::clone(&writes),
            counts: Arc::clone(&counts),
            idle_limit: options.write_idle_limit,
            group_limit: options.group_limit,
            released: Vec::new(),
            current: None,
        };
        let width = thread::available_parallelism().map_or(2, |cores| cores.get().max(2));
        let open = |purpose| Lite::open(path, purpose, options);
        let look_ups = (0..width).map(|_| open(Purpose::LookUp)).collect::<Result<Vec<_>>>()?;
        let points = Points::new(look_ups, open(Purpose::LookUp)?);
        let connections = (0..width).map(|_| open(Purpose::Read)).collect::<Result<Vec<_>>>()?;
        let mut threads = Threads::default();
        for (number, lite) in connections.into_iter().enumerate() {
            let line = Arc::clone(&reads);
            threads.readers.push(start(format!("db-read-{number}"), move || readers::run(lite, &line))?);
        }
        let handle = start("db-write".to_owned(), move || work.run())?;
        let thread = handle.thread().clone();
        threads.writer = Some(handle);
        let (points, threads) = (Arc::new(points), Arc::new(Mutex::new(threads)));
        Ok(Self { writes, reads, points, writing, thread, threads, counts })
    }

    /// Waits for the writer.
    pub(super) async fn begin(&self) -> Result<Holder> {
        let desk = Arc::new(Desk::new(self.thread.clone(), Weak::clone(&self.writing)));
        self.writes.push(Arc::clone(&desk)).map_err(|_| self.busy())?;
        Holder::wait(desk).await
    }

    /// Reads on this thread if that is brief and a connection is free, else on a reader thread.
    pub(super) async fn read(&self, mut ask: Ask) -> Result<Answer> {
        if ask.brief {
            match self.points.ask(ask) {
                Ok(answer) => {
                    Counts::up(&self.counts.points_inline);
                    return answer;
                }
                Err(given_back) => ask = given_back,
            }
        }
        Counts::up(&self.counts.reads);
        let (reply, answer) = oneshot::channel();
        self.reads.push(Job::Ask(ask, reply)).map_err(|_| self.busy())?;
        readers::answer(answer).await
    }

    pub(super) fn state(&self) -> Option<State> {
        self.points.state(self.counts.groups_committed.load(Relaxed))
    }

    pub(super) async fn ping(&self) -> Result<()> {
        if self.threads().writer.as_ref().is_none_or(JoinHandle::is_finished) {
            return Err(Error::fault("asking the database for a sign of life", "the writer has ended"));
        }
        self.read(Ask { text: "select 1", values: Vec::new(), want: Want::Rows(1), brief: false })
            .await
            .map(drop)
    }

    pub(super) async fn describe(&self, sql: &str) -> Result<Described> {
        let (reply, answer) = oneshot::channel();
        self.reads.push(Job::Describe(sql.to_owned(), reply)).map_err(|_| self.busy())?;
        readers::answer(answer).await
    }

    /// Readers first: the log can only be folded into the file when nobody reads from it.
    pub(super) async fn close(&self) {
        self.reads.close();
        let threads = std::mem::take(&mut *self.threads());
        let (points, writes) = (Arc::clone(&self.points), Arc::clone(&self.writes));
        let joined = tokio::task::spawn_blocking(move || {
            points.close();
            let readers = threads.readers.into_iter().map(JoinHandle::join).filter(Result::is_err).count();
            writes.close();
            readers + threads.writer.map_or(0, |writer| usize::from(writer.join().is_err()))
        });
        if !matches!(joined.await, Ok(0)) {
            tracing::error!("a thread of the database ended in a panic");
        }
    }

    pub(super) fn figures(&self) -> Figures {
        Figures {
            writes_waiting: self.writes.len() as u64,
            reads_waiting: self.reads.len() as u64,
            connections: 2 + 2 * self.threads().readers.len() as u64,
            ..self.counts.figures()
        }
    }

    fn busy(&self) -> Error {
        Counts::up(&self.counts.busy_refusals);
        BUSY.into()
    }

    fn threads(&self) -> std::sync::MutexGuard<'_, Threads> {
        self.threads.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        self.reads.close();
        self.writes.close();
    }
}

fn start(name: String, work: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>> {
    thread::Builder::new().name(name).spawn(work).map_err(|error| Error::fault("starting a thread", error))
}
