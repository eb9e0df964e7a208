//! From a configuration to a running application.

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
    sync::{Arc, Mutex, OnceLock},
    time::Duration,
};

use seatwarden_base::{
    Kind, Refusal, Result,
    clock::Clock,
    db::{Db, EngineOptions, Options},
    jobs::{JobsConfig, Registry, Worker},
    mail::{MailConfig, SmtpConfig, SmtpSecurity as BaseSecurity, Transport, TransportKind},
    random::Random,
};

use crate::{
    accounts::{
        api_v09::ApiKeys,
        callers::Gathered,
        license_utilization::hand,
        passwords::{
            Gates, Passwords, Records,
            blocklist::Blocklist,
            hash_pool::{HashPool, PoolLimits},
            scheme::{Hasher, Peppers},
            stored::Parameters,
        },
    },
    app::App,
    common::{health::Health, outbox, settings::Cached},
    config::{Config, MailTransport, SmtpSecurity},
    files,
    hosts::Hosts,
    jobs::{self, Slot},
    keys::{KeyRing, Keys},
    known::Callers,
    licensing::{activations, signing_keys},
    place::Places,
    used::Used,
    web::Quota,
};

/// No server ever ran with this data directory; value `folder`.
const NO_INSTALLATION: Refusal = Refusal::new(Kind::NotFound, "open.no_installation");

/// What a test or the demo decides instead of the configuration.
#[derive(Default)]
pub(crate) struct Given {
    /// The clock; the system's if none.
    pub clock: Clock,
    /// Whether mails are kept in memory instead of sent.
    pub keep_mails: bool,
    /// The database, opened already.
    pub db: Option<Db>,
    /// Whom the license is believed from, and where its server is.
    pub license: Option<hand::Given>,
}

/// An application that is open but does nothing yet.
pub(crate) struct Opened {
    /// The application.
    pub app: Arc<App>,
    /// The worker of its jobs, to be run or stepped.
    pub worker: Worker,
}

/// Opens everything: keys, database, threads, mail. Nothing is migrated yet.
pub(crate) async fn open(config: Config, given: Given) -> Result<Opened> {
    let random = Random::system();
    files::make_private_directory(&config.data_dir())?;
    let keys = Keys::open(&config.secrets_dir(), &random)?;
    let db = match given.db {
        Some(db) => db,
        None => Db::open(database(&config)?).await?,
    };
    let mail = mail(&config, given.keep_mails);
    if matches!(mail.transport, TransportKind::Folder) {
        files::make_private_directory(&mail.folder)?;
    }
    let transport = Transport::open(&mail, given.clock.clone())?;
    let slot: Slot = Arc::default();
    let mut registry = Registry::default();
    let mail_route = outbox::Route::new(transport.clone(), mail, given.clock.clone(), keys.seals.clone());
    outbox::register(&mut registry, mail_route.clone());
    jobs::register(&mut registry, &slot);
    let node = random.id(given.clock.now_ms())?;
    let settings = JobsConfig::default();
    let worker = Worker::new(db.clone(), given.clock.clone(), random.clone(), registry, settings, &node)?;
    let app = Arc::new(App {
        passwords: passwords(&config, &keys, &random)?,
        hosts: Hosts::new(&config),
        places: Places::open(&config.server.place_database)?,
        inbox: transport.inbox().cloned(),
        mail_route,
        jobs: worker.line(),
        known_sessions: Callers::default(),
        known_tokens: Callers::default(),
        api_keys: ApiKeys::new(&random)?,
        used: Used::default(),
        callers: Gathered::default(),
        quota: Quota::default(),
        signing_keys: signing_keys::Shelf::default(),
        activations: activations::Desk::default(),
        embedding: Cached::default(),
        license: crate::license::Kept::default(),
        license_hand: hand::Hand::new(&config, given.license),
        health: Health::default(),
        base_url: OnceLock::new(),
        tenant_id: OnceLock::new(),
        clock: given.clock,
        config,
        db,
        random,
        keys,
    });
    // The slot is new, so nobody set it before.
    let _ = slot.set(Arc::downgrade(&app));
    Ok(Opened { app, worker })
}

/// Refuses with `open.no_installation` if there is no database in the data directory, and none elsewhere is named.
pub(crate) fn require_installation(config: &Config) -> Result<()> {
    if config.database.url.is_empty() && !file(config).exists() {
        return Err(NO_INSTALLATION.with("folder", config.data_dir().display()).into());
    }
    Ok(())
}

fn file(config: &Config) -> PathBuf {
    config.data_dir().join("seatwarden.db")
}

fn database(config: &Config) -> Result<Options> {
    let pool_size = usize::from(config.database.pool_size);
    let mut options = if config.database.url.is_empty() {
        let path = file(config);
        // SQLite gives the files beside it the same rights.
        files::make_private(&path)?;
        Options::new(EngineOptions::Sqlite { path })
    } else {
        Options::postgres(config.database.url.clone(), pool_size)
    };
    options.queue_max = usize::try_from(config.database.queue_max).unwrap_or(usize::MAX);
    Ok(options)
}

fn mail(config: &Config, keep: bool) -> MailConfig {
    let set = &config.mail;
    let transport = match (keep, set.transport) {
        (true, _) => TransportKind::Inbox,
        (false, MailTransport::None) => TransportKind::None,
        (false, MailTransport::Folder) => TransportKind::Folder,
        (false, MailTransport::Smtp) => TransportKind::Smtp,
    };
    let security = match set.smtp_security {
        SmtpSecurity::Starttls => BaseSecurity::Starttls,
        SmtpSecurity::Tls => BaseSecurity::Tls,
        SmtpSecurity::Opportunistic => BaseSecurity::Opportunistic,
        SmtpSecurity::None => BaseSecurity::None,
    };
    let smtp = SmtpConfig {
        host: set.smtp_host.clone(),
        port: set.smtp_port,
        security,
        certificate_authority_file: PathBuf::from(&set.smtp_certificate_authority_file),
        user_name: set.smtp_user_name.clone(),
        password: set.smtp_password.clone(),
        hello_name: set.smtp_hello_name.clone(),
        timeout_seconds: set.timeout_seconds.into(),
    };
    let defaults = MailConfig::default();
    let or = |text: &str, other: String| if text.is_empty() { other } else { text.to_owned() };
    MailConfig {
        transport,
        folder: config.mail_dir(),
        smtp,
        from: or(&set.from_address, defaults.from),
        from_name: or(&set.from_name, config.server.installation_name.clone()),
    }
}

fn passwords(config: &Config, keys: &Keys, random: &Random) -> Result<Passwords> {
    let set = &config.passwords;
    let parameters = Parameters { memory_kib: set.hash_memory_kib, passes: set.hash_iterations, lanes: 1 };
    let defaults = PoolLimits::default();
    let threads = if set.hash_threads == 0 { defaults.threads } else { usize::from(set.hash_threads) };
    let limits = PoolLimits {
        threads,
        queue: usize::try_from(set.hash_queue_max).unwrap_or(usize::MAX),
        wait_max: Duration::from_secs(5),
        ..defaults
    };
    let blocklist = match set.blocklist_file.as_str() {
        "" => Blocklist::embedded(),
        path => Blocklist::with_file(path.as_ref())?,
    };
    let hasher = Hasher::new(parameters, peppers(&keys.peppers)?, random)?;
    #[cfg(test)]
    let hasher = hasher.cheap();
    let organisation = Mutex::default();
    let records = Records::default();
    Ok(Passwords {
        pool: HashPool::start(limits)?,
        gates: Gates::default(),
        hasher,
        blocklist,
        organisation,
        records,
    })
}

fn peppers(ring: &KeyRing) -> Result<Peppers> {
    let newest = ring.newest_id();
    let mut peppers = Peppers::new(newest, ring.with_id(newest).unwrap_or_default())?;
    for (id, key) in ring.all().filter(|(id, _)| *id != newest) {
        peppers = peppers.with_old(id, key)?;
    }
    Ok(peppers)
}

/// The address that people reach the server at when none is configured: where it listens.
pub(crate) fn own_url(config: &Config, address: SocketAddr, is_tls: bool) -> String {
    if !config.server.public_url.is_empty() {
        return config.server.public_url.trim_end_matches('/').to_owned();
    }
    let host = match address.ip() {
        ip if ip.is_loopback() || ip.is_unspecified() => "localhost".to_owned(),
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => format!("[{ip}]"),
    };
    let scheme = if is_tls { "https" } else { "http" };
    format!("{scheme}://{host}:{}", address.port())
}
