//! The engine by URL: a pool of connections to a PostgreSQL server.

pub(super) mod beside;
mod several;
mod statistics;
mod tls;
mod values;

use std::{
    pin::pin,
    str::FromStr,
    sync::{
        Arc, Mutex, PoisonError, Weak,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::Duration,
};

use deadpool_postgres::{
    Hook, HookError, Manager, ManagerConfig, Object, Pool, PoolError, RecyclingMethod, Runtime, TimeoutType,
};
use futures_util::{StreamExt, future::try_join_all};
use tokio::{runtime::Handle, task};
use tokio_postgres::{Client, Config, Statement, error::SqlState};

use self::statistics::Statistics;
use super::{
    BUSY, Described, FULL, Figures, Options,
    figures::Counts,
    tx::{Answer, Ask, Batch, Want},
    value::{Row, Value},
};
use crate::{Error, Fault, Result, secret::Secret};

/// How long a rollback of an abandoned transaction may take before its connection is given up.
const ROLLBACK_LIMIT: Duration = Duration::from_secs(5);

/// How many statements of a batch may be under way.
const SENT_AT_ONCE: usize = 64;
/// How many rows of values one statement takes: as long as there are so many, else fewer.
const ROWS_TOGETHER: [usize; 2] = [50, 10];

/// What the server says when transactions get into each other's way: two wait for each other, or what one had read
/// is gone, or there already, by the time it writes. On SQLite, where they come one after the other, none of it is.
const RACES: [SqlState; 4] = [
    SqlState::T_R_DEADLOCK_DETECTED,
    SqlState::T_R_SERIALIZATION_FAILURE,
    SqlState::FOREIGN_KEY_VIOLATION,
    SqlState::UNIQUE_VIOLATION,
];

/// Whether a text is the address of a PostgreSQL server, with a host. Nobody is called.
pub fn is_postgres_url(url: &Secret) -> bool {
    Config::from_str(url.reveal()).is_ok_and(|config| !config.get_hosts().is_empty())
}

/// The server with the connections to it.
#[derive(Debug)]
pub(super) struct Postgres {
    pool: Pool,
    /// The connection over which a task asked a brief statement last, as long as that is under way.
    shared: Mutex<Option<(task::Id, Weak<Object>)>>,
    counts: Arc<Counts>,
    statistics: Arc<Statistics>,
}

impl Postgres {
    pub(super) async fn open(url: &Secret, pool_size: usize, options: &Options) -> Result<Self> {
        let mut config =
            Config::from_str(url.reveal()).map_err(|error| fault("reading the database URL", error))?;
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(options.connect_limit);
        }
        if config.get_application_name().is_none() {
            config.application_name("seatwarden");
        }
        let tls = tls::connector(config.get_ssl_mode(), options.root_certificate_path.as_deref())?;
        let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let settings: Arc<str> = settings(options).into();
        let pool = Pool::builder(Manager::from_config(config, tls, recycling))
            .max_size(pool_size.max(1))
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(options.wait_limit))
            .create_timeout(Some(options.connect_limit))
            .post_create(Hook::async_fn(move |client, _| {
                let settings = Arc::clone(&settings);
                Box::pin(async move { client.batch_execute(&settings).await.map_err(HookError::Backend) })
            }))
            .build()
            .map_err(|error| Error::fault("making the connection pool", error))?;
        let statistics = Arc::new(Statistics::new(pool.clone()));
        let postgres =
            Self { pool, shared: Mutex::default(), counts: Arc::new(Counts::default()), statistics };
        postgres.ping().await?;
        Ok(postgres)
    }

    /// Begins a write transaction.
    pub(super) async fn begin(&self) -> Result<Open> {
        let open = Open {
            client: Some(Box::new(self.client().await?)),
            counts: Arc::clone(&self.counts),
            statistics: Arc::clone(&self.statistics),
            changed_rows: AtomicU64::new(0),
        };
        open.client()?
            .batch_execute("begin isolation level read committed read write")
            .await
            .map_err(|error| self.counted(fault("beginning a transaction", error)))?;
        Ok(open)
    }

    /// Reads on any connection.
    pub(super) async fn read(&self, asked: Ask) -> Result<Answer> {
        Counts::up(&self.counts.reads);
        let client = if asked.brief { self.shared().await? } else { Arc::new(self.client().await?) };
        ask(&client, asked).await.map_err(|error| self.counted(error))
    }

    /// A connection for a brief statement. What one task asks side by side costs one way there and back on one connection,
    /// and one each on several. What others ask does not wait for it.
    async fn shared(&self) -> Result<Arc<Object>> {
        let task = task::try_id();
        let last = || self.shared.lock().unwrap_or_else(PoisonError::into_inner);
        let known =
            last().as_ref().filter(|(of, _)| Some(*of) == task).and_then(|(_, client)| client.upgrade());
        if let Some(client) = known.filter(|client| !client.is_closed()) {
            return Ok(client);
        }
        let client = Arc::new(self.client().await?);
        *last() = task.map(|task| (task, Arc::downgrade(&client)));
        Ok(client)
    }

    pub(super) async fn ping(&self) -> Result<()> {
        let client = self.client().await?;
        let asked = client.simple_query("select 1").await;
        asked.map(drop).map_err(|error| fault("asking the database for a sign of life", error))
    }

    pub(super) async fn describe(&self, sql: &str) -> Result<Described> {
        let client = self.client().await?;
        let statement = client.prepare(sql).await.map_err(|error| fault("preparing a statement", error))?;
        Ok(Described { parameters: statement.params().len(), columns: statement.columns().len() })
    }

    /// Prepared statements may have become wrong with the schema.
    pub(super) fn forget_statements(&self) {
        self.pool.manager().statement_caches.clear();
    }

    pub(super) fn close(&self) {
        self.pool.close();
    }

    pub(super) fn figures(&self) -> Figures {
        let status = self.pool.status();
        Figures {
            reads_waiting: status.waiting as u64,
            connections: status.size as u64,
            ..self.counts.figures()
        }
    }

    async fn client(&self) -> Result<Object> {
        self.pool.get().await.map_err(|error| match error {
            PoolError::Timeout(TimeoutType::Wait) | PoolError::Closed => self.counted(BUSY.into()),
            PoolError::Backend(error) | PoolError::PostCreateHook(HookError::Backend(error)) => {
                self.counted(fault("connecting to the database", error))
            }
            other => Error::fault("connecting to the database", other),
        })
    }

    fn counted(&self, error: Error) -> Error {
        if error.is(&BUSY) {
            Counts::up(&self.counts.busy_refusals);
        }
        error
    }
}

/// What every connection is told first. Reads cannot write, because only `begin … read write` may.
fn settings(options: &Options) -> String {
    format!(
        "set default_transaction_read_only = on; set statement_timeout = {}; set lock_timeout = {}; \
         set idle_in_transaction_session_timeout = {}; set client_min_messages = warning",
        options.statement_limit.as_millis(),
        options.wait_limit.as_millis(),
        options.write_idle_limit.as_millis(),
    )
}

/// An open write transaction with its connection. Dropped before the commit, it is rolled back.
#[derive(Debug)]
pub(super) struct Open {
    client: Option<Box<Object>>,
    counts: Arc<Counts>,
    statistics: Arc<Statistics>,
    changed_rows: AtomicU64,
}

impl Open {
    fn client(&self) -> Result<&Object> {
        self.client.as_deref().ok_or_else(|| Error::fault("using a transaction", "it has ended"))
    }

    pub(super) async fn ask(&self, asked: Ask) -> Result<Answer> {
        let answer = ask(self.client()?, asked).await?;
        if let Answer::Changes(rows) = answer {
            self.changed_rows.fetch_add(rows, Relaxed);
        }
        Ok(answer)
    }

    pub(super) async fn each(&self, batch: Batch) -> Result<u64> {
        let rows = each(self.client()?, &batch).await.map_err(|error| fault(batch.text, error))?;
        self.changed_rows.fetch_add(rows, Relaxed);
        Ok(rows)
    }

    pub(super) async fn first_of_each(&self, batch: &Batch) -> Result<Vec<Option<Row>>> {
        let found = first_of_each(self.client()?, batch).await.map_err(|error| fault(batch.text, error))?;
        found.iter().map(|row| row.as_ref().map(values::row).transpose()).collect()
    }

    pub(super) async fn script(&self, text: &str) -> Result<()> {
        self.client()?.batch_execute(text).await.map_err(|error| fault("running a script", error))
    }

    pub(super) async fn commit(mut self) -> Result<()> {
        self.client()?.batch_execute("commit").await.map_err(|error| fault("committing", error))?;
        // Back to the pool.
        self.client = None;
        Counts::up(&self.counts.actions_committed);
        Counts::up(&self.counts.groups_committed);
        self.counts.group_actions_max.fetch_max(1, Relaxed);
        self.statistics.changed(self.changed_rows.load(Relaxed));
        Ok(())
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        let Some(client) = self.client.take() else { return };
        Counts::up(&self.counts.actions_rolled_back);
        let Ok(runtime) = Handle::try_current() else {
            drop(Object::take(*client));
            return;
        };
        runtime.spawn(async move {
            let rolled_back = tokio::time::timeout(ROLLBACK_LIMIT, client.batch_execute("rollback")).await;
            if !matches!(rolled_back, Ok(Ok(()))) {
                drop(Object::take(*client));
            }
        });
    }
}

async fn ask(client: &Object, ask: Ask) -> Result<Answer> {
    try_ask(client, &ask).await.map_err(|error| fault(ask.text, error))?
}

/// The outer error is the server's, the inner one ours.
async fn try_ask(client: &Object, ask: &Ask) -> Result<Result<Answer>, tokio_postgres::Error> {
    let statement = client.prepare_cached(ask.text).await?;
    if statement.params().len() != ask.values.len() {
        let counts = format!("{} values for {} placeholders", ask.values.len(), statement.params().len());
        return Ok(Err(Error::fault(ask.text, counts)));
    }
    let client: &Client = client;
    let max = match ask.want {
        Want::Changes => {
            return client.execute_raw(&statement, &ask.values).await.map(Answer::Changes).map(Ok);
        }
        Want::Rows(max) => max,
    };
    let mut rows = pin!(client.query_raw(&statement, &ask.values).await?);
    let mut found = Vec::new();
    // To the end even when there is enough: an error may come after the rows.
    while let Some(row) = rows.next().await {
        let row = row?;
        if found.len() < max {
            match values::row(&row) {
                Ok(row) => found.push(row),
                Err(error) => return Ok(Err(error)),
            }
        }
    }
    Ok(Ok(Answer::Rows(found)))
}

/// Sends many at once and waits for their answers together. Rows of values go in one statement, some dozen at a
/// time.
async fn each(client: &Object, batch: &Batch) -> Result<u64, tokio_postgres::Error> {
    let mut changes = 0;
    let mut rows = batch.rows.as_slice();
    for together in ROWS_TOGETHER {
        let (whole, rest) = rows.split_at(rows.len() - rows.len() % together);
        let text = several::rows(batch.text, together).filter(|_| !whole.is_empty());
        let Some(text) = text else { continue };
        changes += send(client, &text, whole, together).await?;
        rows = rest;
    }
    Ok(changes + send(client, batch.text, rows, 1).await?)
}

/// Runs a statement that takes the values of so many rows `together`, until all rows are through; many are sent
/// before the first answer comes.
async fn send(
    client: &Object,
    text: &str,
    rows: &[Vec<Value>],
    together: usize,
) -> Result<u64, tokio_postgres::Error> {
    if rows.is_empty() {
        return Ok(0);
    }
    let statement = client.prepare_cached(text).await?;
    let client: &Client = client;
    let mut changes = 0;
    for rows in rows.chunks(SENT_AT_ONCE * together) {
        let sent = try_join_all(rows.chunks(together).map(|rows| run(client, &statement, rows)));
        changes += sent.await?.iter().sum::<u64>();
    }
    Ok(changes)
}

/// Sends many questions before the first answer comes.
async fn first_of_each(
    client: &Object,
    batch: &Batch,
) -> Result<Vec<Option<tokio_postgres::Row>>, tokio_postgres::Error> {
    let statement = client.prepare_cached(batch.text).await?;
    let (client, statement): (&Client, _) = (client, &statement);
    let mut found = Vec::with_capacity(batch.rows.len());
    for rows in batch.rows.chunks(SENT_AT_ONCE) {
        let sent = rows.iter().map(async |values| -> Result<_, tokio_postgres::Error> {
            let mut answer = pin!(client.query_raw(statement, values).await?);
            let mut first = None;
            while let Some(row) = answer.next().await {
                let row = row?;
                first.get_or_insert(row);
            }
            Ok(first)
        });
        found.extend(try_join_all(sent).await?);
    }
    Ok(found)
}

async fn run(
    client: &Client,
    statement: &Statement,
    rows: &[Vec<Value>],
) -> Result<u64, tokio_postgres::Error> {
    let values: Vec<_> = rows.iter().flatten().collect();
    client.execute_raw(statement, values).await
}

/// An error of the server as the house's own: [`BUSY`] if it or the time of a statement is at its limit,
/// [`FULL`], else a fault, with the broken
/// unique rule. The server's detail line is left out: it holds values.
fn fault(doing: &'static str, error: tokio_postgres::Error) -> Error {
    let Some(server) = error.as_db_error() else {
        return Error::fault(doing, error);
    };
    let at_limit = [SqlState::TOO_MANY_CONNECTIONS, SqlState::LOCK_NOT_AVAILABLE, SqlState::QUERY_CANCELED];
    if at_limit.contains(server.code()) {
        return BUSY.into();
    }
    if *server.code() == SqlState::DISK_FULL {
        return FULL.into();
    }
    let is_taken = *server.code() == SqlState::UNIQUE_VIOLATION;
    let taken = server.constraint().filter(|_| is_taken).map(str::to_owned);
    let raced = RACES.contains(server.code());
    let cause = format!("{} ({})", server.message(), server.code().code());
    Error::Fault(Box::new(Fault { doing, cause: cause.into(), taken, raced }))
}
