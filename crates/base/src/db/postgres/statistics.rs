//! The statistics by which PostgreSQL plans. It makes them itself, once a minute: a table that grows from nothing
//! within that minute would be read whole by statements that were planned while it was empty. So after many changes
//! the tables that doubled since are looked at anew, which happens ever more seldom the larger they are.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering::Relaxed},
    },
    time::Duration,
};

use deadpool_postgres::Pool;

/// After how many changed rows a look is worth it.
const LOOK_AFTER_ROWS: u64 = 1_000;
/// How long after one look the next may come; the server tells what changed only so often.
const LOOK_GAP: Duration = Duration::from_secs(1);

/// Tables of which more rows changed than there were when they were last looked at.
const DOUBLED: &str = "select quote_ident(s.schemaname) || '.' || quote_ident(s.relname) \
    from pg_stat_user_tables s join pg_class c on c.oid = s.relid \
    where s.schemaname = any (current_schemas(false)) and s.n_mod_since_analyze > greatest(c.reltuples, 100)";

#[derive(Debug)]
pub(super) struct Statistics {
    pool: Pool,
    changed_rows: AtomicU64,
    is_looking: AtomicBool,
}

impl Statistics {
    pub(super) fn new(pool: Pool) -> Self {
        Self { pool, changed_rows: AtomicU64::new(0), is_looking: AtomicBool::new(false) }
    }

    /// Counts the changes of a transaction that was committed.
    pub(super) fn changed(self: &Arc<Self>, rows: u64) {
        let is_worth_it = self.changed_rows.fetch_add(rows, Relaxed) + rows >= LOOK_AFTER_ROWS;
        if !is_worth_it || self.is_looking.swap(true, Relaxed) {
            return;
        }
        self.changed_rows.store(0, Relaxed);
        let statistics = Arc::clone(self);
        tokio::spawn(async move {
            if let Err(error) = statistics.look().await {
                tracing::debug!(%error, "the statistics of the database were not made anew");
            }
            tokio::time::sleep(LOOK_GAP).await;
            statistics.is_looking.store(false, Relaxed);
        });
    }

    async fn look(&self) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        let client = self.pool.get().await?;
        let rows = client.query(DOUBLED, &[]).await?;
        let tables = rows.iter().map(|row| row.try_get(0)).collect::<Result<Vec<String>, _>>()?;
        if !tables.is_empty() {
            client.batch_execute(&format!("analyze {}", tables.join(", "))).await?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Statistics;
    use crate::db::{
        Engine, EngineOptions, Inner,
        testing::{engine, fresh_with},
    };

    #[tokio::test]
    async fn a_table_that_grew_from_nothing_is_looked_at_before_the_server_does_it_itself() {
        if engine() != Engine::Postgres {
            return;
        }
        // One connection, so that it is the one whose changes are told below.
        let test = fresh_with(|options| {
            if let EngineOptions::Postgres { pool_size, .. } = &mut options.engine {
                *pool_size = 1;
            }
        })
        .await;
        let mut tx = test.db.write().await.unwrap();
        tx.script("create table grown (id bigint primary key)".to_owned()).await.unwrap();
        tx.sql("insert into grown select generate_series(1, 500)").run().await.unwrap();
        tx.commit().await.unwrap();
        let told = test.db.read().await.unwrap().sql("select pg_stat_force_next_flush()::text").all().await;
        assert_eq!(told.unwrap().len(), 1);

        let Inner::Postgres(postgres) = &test.db.0 else { panic!("the engine was asked for") };
        Statistics::new(postgres.pool.clone()).look().await.unwrap();

        let known = "select reltuples::bigint from pg_class where oid = 'grown'::regclass";
        let rows: i64 = test.db.read().await.unwrap().sql(known).one().await.unwrap().get(0).unwrap();
        assert_eq!(rows, 500);
    }
}
