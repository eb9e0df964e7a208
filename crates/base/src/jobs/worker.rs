//! The worker: looks for work that is due, claims it, and sleeps when there is none.

use std::{sync::Arc, time::Duration};

use tokio::{task::JoinSet, time::sleep};
use tracing::{error, warn};

use super::{
    ATTEMPTS_MAX, Jobs, JobsConfig, NewJob,
    registry::{JobContext, JobResult, Policy, Registry},
    store::{self, Claimed},
};
use crate::{Error, Result, clock::Clock, db::Db, random::Random};

/// How long a claim holds before it must be renewed, in milliseconds. A node that dies is noticed after it.
pub(super) const LEASE_MS: i64 = 60_000;
/// How often the lease of a running job is renewed.
const RENEW_EVERY: Duration = Duration::from_millis(LEASE_MS.unsigned_abs() / 3);
/// The kind of the worker's own job, which removes finished ones.
const CLEAN: &str = "jobs.clean";
/// How often that is, in milliseconds.
const CLEAN_EVERY_MS: i64 = 60 * 60 * 1000;
/// How many jobs are removed in one transaction, and in how many transactions at most.
const CLEAN_BATCH: i64 = 1_000;
const CLEAN_ROUNDS: usize = 1_000;
/// How many jobs one call of `run_due` runs at most.
const RUN_DUE_MAX: usize = 10_000;
/// The pause after the database said no, and the shortest one at all.
const PAUSE_AFTER_ERROR: Duration = Duration::from_secs(5);
const PAUSE_LEAST_MS: i64 = 100;

/// Runs the jobs of this process. Any number of workers on any number of nodes share the table: a job runs
/// on one of them at a time, and a periodic job once for all.
#[derive(Debug)]
pub struct Worker {
    shop: Arc<Shop>,
    jobs: Jobs,
}

/// What every running job needs.
#[derive(Debug)]
pub(super) struct Shop {
    pub(super) db: Db,
    pub(super) clock: Clock,
    pub(super) random: Random,
    pub(super) registry: Registry,
    pub(super) renew_every: Duration,
    config: JobsConfig,
    node: String,
}

impl Worker {
    /// A worker that does nothing until [`run`](Self::run) or [`run_due`](Self::run_due). `node` names this
    /// process in the table. A fault if `config` cannot work.
    pub fn new(
        db: Db,
        clock: Clock,
        random: Random,
        mut registry: Registry,
        config: JobsConfig,
        node: &str,
    ) -> Result<Self> {
        config.check().map_err(|why| Error::fault("reading the configuration of jobs", why))?;
        let keep_ms = i64::from(config.keep_days) * 24 * 60 * 60 * 1000;
        registry.add(CLEAN, Policy::every(CLEAN_EVERY_MS), move |context| clean(context, keep_ms));
        let node = node.chars().take(64).collect();
        let shop = Shop { db, clock, random, registry, renew_every: RENEW_EVERY, config, node };
        Ok(Self { shop: Arc::new(shop), jobs: Jobs::default() })
    }

    /// The same worker with leases renewed so often.
    #[cfg(test)]
    pub(super) fn renewing_every(mut self, renew_every: Duration) -> Self {
        Arc::get_mut(&mut self.shop).unwrap().renew_every = renew_every;
        self
    }

    /// The line to this worker, for nudging and stopping it.
    pub fn line(&self) -> Jobs {
        self.jobs.clone()
    }

    /// Writes the periodic jobs into the table unless they are there; the first run is due at once. A
    /// period that became shorter counts from now on. [`run`](Self::run) does this by itself.
    pub async fn prepare(&self, now_ms: i64) -> Result<()> {
        let shop = &self.shop;
        let mut tx = shop.db.write().await?;
        for (kind, every_ms) in shop.registry.periodic() {
            let id = shop.random.id(now_ms)?;
            let job = NewJob {
                id: &id,
                kind,
                created_at_ms: now_ms,
                run_at_ms: now_ms,
                attempts_max: ATTEMPTS_MAX,
                unique_key: Some(kind),
            };
            if !store::insert_unique(&mut tx, &job, "null").await? {
                store::set_run_at_most(&mut tx, kind, now_ms + every_ms).await?;
            }
        }
        tx.commit().await
    }

    /// Runs what is due at `now_ms`, one job after the other, and answers how many ran. For tests and tools.
    pub async fn run_due(&self, now_ms: i64) -> Result<usize> {
        for ran in 0..RUN_DUE_MAX {
            let Some(job) = self.shop.claim(now_ms).await? else { return Ok(ran) };
            self.shop.run(job, now_ms).await?;
        }
        Ok(RUN_DUE_MAX)
    }

    /// Runs jobs as they fall due, several at a time, until [`Jobs::stop`]; then finishes what runs and ends.
    pub async fn run(self) {
        let mut running = JoinSet::new();
        let mut is_prepared = false;
        while !self.jobs.is_stopping() {
            while running.try_join_next().is_some() {}
            let pause = match self.step(&mut running, &mut is_prepared).await {
                Ok(pause) => pause,
                Err(fault) => {
                    warn!(error = %fault, "looking for jobs failed");
                    PAUSE_AFTER_ERROR
                }
            };
            tokio::select! {
                () = self.jobs.nudged() => {}
                Some(_) = running.join_next() => {}
                () = sleep(pause) => {}
            }
        }
        while running.join_next().await.is_some() {}
    }

    /// Claims as many due jobs as may run at a time, and says how long there will be nothing else to do.
    async fn step(&self, running: &mut JoinSet<()>, is_prepared: &mut bool) -> Result<Duration> {
        let shop = &self.shop;
        if !*is_prepared {
            self.prepare(shop.clock.now_ms()).await?;
            *is_prepared = true;
        }
        let longest = Duration::from_secs(shop.config.poll_seconds);
        while running.len() < shop.config.parallel {
            if self.jobs.is_stopping() {
                return Ok(longest);
            }
            let now_ms = shop.clock.now_ms();
            let Some(job) = shop.claim(now_ms).await? else { return shop.pause(longest).await };
            let shop = Arc::clone(shop);
            running.spawn(async move {
                if let Err(fault) = shop.run(job, now_ms).await {
                    error!(error = %fault, "noting the end of a job failed; it will run again");
                }
            });
        }
        Ok(longest)
    }
}

impl Shop {
    /// Claims the job that has been due longest. Only reads if none is.
    async fn claim(&self, now_ms: i64) -> Result<Option<Claimed>> {
        let next_ms = store::find_next_moment(&mut self.db.read().await?).await?;
        if next_ms.is_none_or(|next_ms| next_ms > now_ms) {
            return Ok(None);
        }
        let lease = format!("{}/{}", self.node, self.random.id(now_ms)?);
        let mut tx = self.db.write().await?;
        let cut_off = store::set_cut_off_waiting(&mut tx, now_ms).await?;
        if cut_off > 0 {
            warn!(jobs = cut_off, "jobs were cut off and will run again");
        }
        let job = store::set_running(&mut tx, self.db.engine(), now_ms, lease, now_ms + LEASE_MS).await?;
        tx.commit().await?;
        Ok(job)
    }

    /// How long until the next job is due, at most `longest`.
    async fn pause(&self, longest: Duration) -> Result<Duration> {
        let next_ms = store::find_next_moment(&mut self.db.read().await?).await?;
        let until_ms = next_ms.unwrap_or(i64::MAX).saturating_sub(self.clock.now_ms()).max(PAUSE_LEAST_MS);
        Ok(longest.min(Duration::from_millis(until_ms.unsigned_abs())))
    }
}

async fn clean(context: JobContext, keep_ms: i64) -> JobResult {
    for _ in 0..CLEAN_ROUNDS {
        let mut tx = context.db.write().await?;
        let deleted = store::delete_finished(&mut tx, context.now_ms - keep_ms, CLEAN_BATCH).await?;
        tx.commit().await?;
        if deleted < CLEAN_BATCH.unsigned_abs() {
            break;
        }
    }
    Ok(())
}
