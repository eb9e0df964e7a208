//! One try of one job: run the handler, keep the lease, note how it went.

use std::time::Duration;

use tokio::{
    task::{JoinError, JoinSet},
    time::{Instant, interval_at, sleep},
};
use tracing::{debug, error, warn};

use super::{
    backoff, error_line,
    registry::{Handler, JobContext, JobError, JobResult, Policy},
    store::{self, Claimed},
    worker::{LEASE_MS, Shop},
};
use crate::Result;

/// How a try ended.
enum Ending {
    Answered(JobResult),
    /// The job belongs to somebody else by now.
    Lost,
}

impl Shop {
    /// Runs a claimed job once. A fault only if the end could not be noted; it runs again after its lease.
    pub(super) async fn run(&self, job: Claimed, now_ms: i64) -> Result<()> {
        let Some(handler) = self.registry.find(&job.kind) else {
            // A newer node may know it, or this one after its update: it waits as after any failure.
            let unknown = JobError::Temporary(format!("nobody here runs jobs of the kind {}", job.kind));
            return self.note_failure(&job, &Policy::default(), unknown).await;
        };
        if job.attempt > job.attempts_max {
            let error = job.last_error.clone().unwrap_or_default();
            return self.note_failure(&job, &handler.policy, JobError::Permanent(error)).await;
        }
        match self.attempt(&job, handler, now_ms).await {
            Ending::Answered(Ok(())) => self.note_success(&job, &handler.policy).await,
            Ending::Answered(Err(error)) => self.note_failure(&job, &handler.policy, error).await,
            Ending::Lost => {
                warn!(job = %job.id, kind = %job.kind, "the lease of a running job was lost");
                Ok(())
            }
        }
    }

    /// Runs the handler as a task of its own, so that its panic is only its own, and renews the lease.
    async fn attempt(&self, job: &Claimed, handler: &Handler, now_ms: i64) -> Ending {
        // Dropped, the set ends its task: a worker that is dropped leaves nothing running.
        let mut tasks = JoinSet::new();
        tasks.spawn((handler.run)(self.context(job, now_ms)));
        let mut lease_until_ms = now_ms + LEASE_MS;
        let mut renewal = interval_at(Instant::now() + self.renew_every, self.renew_every);
        let mut limit = std::pin::pin!(sleep(Duration::from_millis(handler.policy.run_max_ms)));
        loop {
            tokio::select! {
                Some(joined) = tasks.join_next() => return Ending::Answered(joined.unwrap_or_else(|error| Err(broken(&error)))),
                () = &mut limit => {
                    tasks.shutdown().await;
                    let why = format!("cut off after {} ms", handler.policy.run_max_ms);
                    return Ending::Answered(Err(JobError::Temporary(why)));
                }
                _ = renewal.tick() => {
                    let now_ms = self.clock.now_ms();
                    match self.renew(job, now_ms + LEASE_MS).await {
                        Ok(true) => lease_until_ms = now_ms + LEASE_MS,
                        // A database that does not answer may do so before the lease ends.
                        Err(fault) if now_ms < lease_until_ms - LEASE_MS / 3 => {
                            warn!(job = %job.id, error = %fault, "renewing the lease of a job failed");
                        }
                        Ok(false) | Err(_) => {
                            tasks.shutdown().await;
                            return Ending::Lost;
                        }
                    }
                }
            }
        }
    }

    fn context(&self, job: &Claimed, now_ms: i64) -> JobContext {
        JobContext {
            id: job.id.clone(),
            attempt: job.attempt,
            attempts_max: job.attempts_max,
            now_ms,
            db: self.db.clone(),
            clock: self.clock.clone(),
            random: self.random.clone(),
            payload: job.payload.clone(),
        }
    }

    async fn renew(&self, job: &Claimed, lease_until_ms: i64) -> Result<bool> {
        let mut tx = self.db.write().await?;
        let is_ours = store::set_lease(&mut tx, job, lease_until_ms).await?;
        tx.commit().await?;
        Ok(is_ours)
    }

    async fn note_success(&self, job: &Claimed, policy: &Policy) -> Result<()> {
        debug!(job = %job.id, kind = %job.kind, attempt = job.attempt, "a job is done");
        let now_ms = self.clock.now_ms();
        let mut tx = self.db.write().await?;
        match policy.every_ms.filter(|_| job.is_periodic) {
            Some(every_ms) => store::set_waiting(&mut tx, job, now_ms + every_ms, 0, None).await?,
            None => store::set_done(&mut tx, job, now_ms).await?,
        };
        tx.commit().await
    }

    async fn note_failure(&self, job: &Claimed, policy: &Policy, error: JobError) -> Result<()> {
        let now_ms = self.clock.now_ms();
        let text = error_line(&error.to_string());
        let is_last = matches!(error, JobError::Permanent(_)) || job.attempt >= job.attempts_max;
        let every_ms = policy.every_ms.filter(|_| job.is_periodic);
        let (id, kind, attempt) = (&job.id, &job.kind, job.attempt);
        let mut tx = self.db.write().await?;
        match (is_last, every_ms) {
            (false, _) => {
                let pause_ms = backoff::pause_ms(policy, attempt, &self.random)?;
                warn!(job = %id, %kind, attempt, pause_ms, error = %text, "a job failed and will be tried again");
                store::set_waiting(&mut tx, job, now_ms + pause_ms, attempt, Some(&text)).await?
            }
            (true, Some(every_ms)) => {
                error!(job = %id, %kind, attempt, error = %text, "a periodic job failed; it comes back next time");
                store::set_waiting(&mut tx, job, now_ms + every_ms, 0, Some(&text)).await?
            }
            (true, None) => {
                error!(job = %id, %kind, attempt, error = %text, "a job failed for good");
                store::set_dead(&mut tx, job, &text, now_ms).await?
            }
        };
        tx.commit().await
    }
}

fn broken(error: &JoinError) -> JobError {
    JobError::Temporary(
        if error.is_panic() { "the handler panicked" } else { "the handler was ended" }.into(),
    )
}
