//! Where the owner of a write transaction and the writer thread meet: one puts a command on the desk, the
//! other the reply. One desk per transaction. While the writer waits for a command, the owner runs brief statements
//! itself: waking each other costs more than these take.

use std::{
    future::poll_fn,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, Weak,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Waker},
    thread::{self, Thread},
    time::{Duration, Instant},
};

use super::connection::Lite;
use crate::{
    Error, Result,
    db::{
        tx::{Answer, Ask, Batch, Want},
        value::Row,
    },
};

/// How often each side looks again before it goes to sleep; a statement usually takes less. The writer looks on for longer
/// while others wait in line: sleeping and waking would hold up all of them.
const LOOKS: u32 = 400;
const LOOKS_IN_A_ROW: u32 = 2_000;

/// What the owner asks for.
#[derive(Debug)]
pub(super) enum Command {
    Statement(Ask),
    Each(Batch),
    FirstOfEach(Batch),
    Script(String),
    Commit,
    /// A statement that the owner ran itself has ended the transaction of the whole group.
    Lost(Error),
}

/// What the writer replies.
#[derive(Debug)]
pub(super) enum Reply {
    /// The owner has the writer now.
    Granted,
    Answer(Answer),
    Done,
}

/// What the writer finds.
pub(super) enum Next {
    Command(Command),
    /// The owner went away.
    Left,
    /// The owner was idle for too long.
    Expired,
}

#[derive(Debug)]
enum Slot {
    /// It is the writer's turn.
    Waiting,
    /// It is the owner's turn.
    Free,
    Asked(Command),
    Replied(Result<Reply>),
    /// The last reply: nobody serves this desk afterwards.
    Last(Result<Reply>),
    /// The owner is gone.
    Left,
    /// The writer has turned to others.
    Over(&'static str),
}

/// What became of a statement that the owner ran itself.
enum Ran {
    Answer(Result<Answer>),
    Lost(Error),
}

#[derive(Debug)]
pub(super) struct Desk {
    state: Mutex<State>,
    /// Gone once the writer has ended.
    lite: Weak<Mutex<Lite>>,
    /// Whether there may be something for the writer, or for the owner; looked at without the lock.
    for_writer: AtomicBool,
    for_owner: AtomicBool,
    writer: Thread,
}

#[derive(Debug)]
struct State {
    slot: Slot,
    waker: Option<Waker>,
    /// When the owner last ran a statement itself.
    ran_at: Option<Instant>,
}

impl Desk {
    /// A desk whose owner waits to be served by the thread `writer`, which writes over `lite`.
    pub(super) fn new(writer: Thread, lite: Weak<Mutex<Lite>>) -> Self {
        Self {
            state: Mutex::new(State { slot: Slot::Waiting, waker: None, ran_at: None }),
            lite,
            for_writer: AtomicBool::new(false),
            for_owner: AtomicBool::new(false),
            writer,
        }
    }

    // The owner's side.

    /// Waits for the reply.
    async fn reply(&self) -> Result<Reply> {
        poll_fn(|cx| self.poll_reply(cx)).await
    }

    fn poll_reply(&self, cx: &Context<'_>) -> Poll<Result<Reply>> {
        let mut state = self.lock();
        match std::mem::replace(&mut state.slot, Slot::Free) {
            Slot::Replied(reply) => Poll::Ready(reply),
            Slot::Last(reply) => {
                state.slot = Slot::Over("it has ended");
                Poll::Ready(reply)
            }
            Slot::Over(why) => {
                state.slot = Slot::Over(why);
                Poll::Ready(Err(over(why)))
            }
            other => {
                state.slot = other;
                state.waker = Some(cx.waker().clone());
                Poll::Pending
            }
        }
    }

    /// Runs a statement on this thread. The desk is locked meanwhile, so that the writer cannot turn to others.
    fn run(&self, ask: &Ask) -> Result<Ran> {
        let mut state = self.lock();
        if let Slot::Over(why) = state.slot {
            return Err(over(why));
        }
        let lite = self.lite.upgrade().ok_or_else(|| over("the writer has ended"))?;
        let mut lite = lite.lock().unwrap_or_else(PoisonError::into_inner);
        let answer = lite.ask(ask);
        state.ran_at = Some(Instant::now());
        if !lite.is_idle() {
            return Ok(Ran::Answer(answer));
        }
        let lost = || Error::fault(ask.text, "the statement ended the transaction");
        Ok(Ran::Lost(answer.err().unwrap_or_else(lost)))
    }

    async fn ask(&self, command: Command) -> Result<Reply> {
        let is_quick = !matches!(command, Command::Commit);
        {
            let mut state = self.lock();
            if let Slot::Over(why) = state.slot {
                return Err(over(why));
            }
            state.slot = Slot::Asked(command);
            state.waker = None;
            self.for_owner.store(false, Ordering::Relaxed);
        }
        self.for_writer.store(true, Ordering::Release);
        self.writer.unpark();
        if is_quick {
            look(LOOKS, &self.for_owner);
        }
        self.reply().await
    }

    fn leave(&self) {
        self.lock().slot = Slot::Left;
        self.for_writer.store(true, Ordering::Release);
        self.writer.unpark();
    }

    // The writer's side.

    /// Whether the owner has gone away.
    pub(super) fn is_left(&self) -> bool {
        matches!(self.lock().slot, Slot::Left)
    }

    /// The next command. Waits for it until `limit` has passed, and not asleep at first if others wait for the writer, too.
    pub(super) fn next(&self, limit: Duration, others_wait: bool) -> Next {
        look(if others_wait { LOOKS_IN_A_ROW } else { LOOKS }, &self.for_writer);
        let began = Instant::now();
        loop {
            let left = {
                let mut state = self.lock();
                let until = state.ran_at.map_or(began, |at| at.max(began)) + limit;
                let left = until.saturating_duration_since(Instant::now());
                match std::mem::replace(&mut state.slot, Slot::Waiting) {
                    Slot::Asked(command) => {
                        self.for_writer.store(false, Ordering::Relaxed);
                        return Next::Command(command);
                    }
                    Slot::Left => {
                        state.slot = Slot::Left;
                        return Next::Left;
                    }
                    _ if left.is_zero() => {
                        state.slot = Slot::Over("it was idle for too long and has been rolled back");
                        return Next::Expired;
                    }
                    other => state.slot = other,
                }
                left
            };
            thread::park_timeout(left);
        }
    }

    /// Replies; the owner goes on.
    pub(super) fn put(&self, reply: Result<Reply>) {
        self.set(Slot::Replied(reply));
    }

    /// Replies for the last time.
    pub(super) fn finish(&self, reply: Result<Reply>) {
        self.set(Slot::Last(reply));
    }

    fn set(&self, slot: Slot) {
        let waker = {
            let mut state = self.lock();
            if matches!(state.slot, Slot::Left | Slot::Over(_)) {
                return;
            }
            state.slot = slot;
            state.waker.take()
        };
        self.for_owner.store(true, Ordering::Release);
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Looks at a flag for a short while.
fn look(times: u32, flag: &AtomicBool) {
    for _ in 0..times {
        if flag.load(Ordering::Acquire) {
            return;
        }
        std::hint::spin_loop();
    }
}

fn over(why: &'static str) -> Error {
    Error::fault("using a transaction", why)
}

/// The owner's end of a desk. Dropped before the commit, its transaction is rolled back.
#[derive(Debug)]
pub(in crate::db) struct Holder(Arc<Desk>);

impl Holder {
    /// Waits at `desk` until it is served.
    pub(super) async fn wait(desk: Arc<Desk>) -> Result<Self> {
        let holder = Self(desk);
        holder.0.reply().await?;
        Ok(holder)
    }

    pub(in crate::db) async fn ask(&self, ask: Ask) -> Result<Answer> {
        let want = ask.want;
        let command = if ask.brief {
            match self.0.run(&ask)? {
                Ran::Answer(answer) => return answer,
                Ran::Lost(why) => Command::Lost(why),
            }
        } else {
            Command::Statement(ask)
        };
        match self.0.ask(command).await? {
            Reply::Answer(answer) => Ok(answer),
            Reply::Granted | Reply::Done => Ok(nothing(want)),
        }
    }

    pub(in crate::db) async fn each(&self, batch: Batch) -> Result<u64> {
        match self.0.ask(Command::Each(batch)).await? {
            Reply::Answer(Answer::Changes(changes)) => Ok(changes),
            _ => Ok(0),
        }
    }

    pub(in crate::db) async fn first_of_each(&self, batch: Batch) -> Result<Vec<Option<Row>>> {
        match self.0.ask(Command::FirstOfEach(batch)).await? {
            Reply::Answer(Answer::Firsts(found)) => Ok(found),
            _ => Err(over("its answer was another one")),
        }
    }

    pub(in crate::db) async fn script(&self, text: String) -> Result<()> {
        self.0.ask(Command::Script(text)).await.map(drop)
    }

    pub(in crate::db) async fn commit(self) -> Result<()> {
        self.0.ask(Command::Commit).await.map(drop)
    }
}

const fn nothing(want: Want) -> Answer {
    match want {
        Want::Changes => Answer::Changes(0),
        Want::Rows(_) => Answer::Rows(Vec::new()),
    }
}

impl Drop for Holder {
    fn drop(&mut self) {
        self.0.leave();
    }
}
