//! SMTP: connecting, signing in, handing over, and a few connections kept for the next mail.
//! lettre speaks the protocol; time limits, reuse and the meaning of errors are ours.

use std::{
    fmt, fs,
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use lettre::{
    Message,
    transport::smtp::{
        authentication::{Credentials, Mechanism},
        client::{AsyncSmtpConnection, Certificate, TlsParameters},
        extension::ClientId,
    },
};
use tokio::{
    net::TcpStream,
    time::{Instant, sleep, timeout},
};

use super::{Delivered, SendError, SmtpConfig, SmtpSecurity, lines::Lines, one_line};
use crate::{Error, Result};

/// How many connections are kept for the next mail.
const IDLE_MAX: usize = 2;
/// How long one is kept. Relays close at five minutes (RFC 5321 section 4.5.3.2.7); we are far below.
const IDLE_LIMIT: Duration = Duration::from_secs(20);

/// A relay. Clones share its connections.
#[derive(Clone)]
pub(super) struct Smtp(Arc<Relay>);

struct Relay {
    config: SmtpConfig,
    hello: ClientId,
    tls: Option<TlsParameters>,
    idle: Mutex<Vec<Idle>>,
}

struct Idle {
    connection: AsyncSmtpConnection,
    since: Instant,
}

impl fmt::Debug for Smtp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Smtp({}:{})", self.0.config.host, self.0.config.port())
    }
}

impl Smtp {
    /// Reads what can be read without connecting. A fault if the authority's file is unusable.
    pub(super) fn open(config: &SmtpConfig) -> Result<Self> {
        let hello = match config.hello_name.as_str() {
            "" => ClientId::default(),
            name => name.parse().map_or_else(
                |_| ClientId::Domain(name.into()),
                |address| match address {
                    IpAddr::V4(address) => ClientId::Ipv4(address),
                    IpAddr::V6(address) => ClientId::Ipv6(address),
                },
            ),
        };
        let tls = if config.security == SmtpSecurity::None { None } else { Some(tls_parameters(config)?) };
        let idle = Mutex::default();
        Ok(Self(Arc::new(Relay { config: config.clone(), hello, tls, idle })))
    }

    /// Hands the mail over: a 5xx answer to it is permanent, everything else is worth another try.
    pub(super) async fn send(&self, message: &Message) -> Result<Delivered, SendError> {
        let limit = self.limit();
        let mut connection = match self.reuse().await {
            Some(connection) => connection,
            None => {
                timeout(limit, self.connect()).await.unwrap_or_else(|_| Err(late("connecting", limit)))?
            }
        };
        let sent = timeout(limit, connection.send(message.envelope(), &message.formatted()))
            .await
            .map_err(|_| late("handing over", limit))?;
        match sent {
            Ok(answer) => {
                self.keep(connection);
                let text = answer.message().collect::<Vec<_>>().join(" ");
                Ok(Delivered { answer: one_line(&format!("{} {text}", answer.code())) })
            }
            // `is_client`: the relay lacks what this mail needs, such as non-ASCII addresses.
            Err(error) if error.is_permanent() || error.is_client() => {
                Err(SendError::Permanent(one_line(&error.to_string())))
            }
            Err(error) => Err(SendError::Temporary(one_line(&error.to_string()))),
        }
    }

    /// Connects, encrypts and signs in. Every failure here is about the relay or the configuration and
    /// not about the mail, hence temporary even when the relay says 5xx: the operator can repair it.
    async fn connect(&self) -> Result<AsyncSmtpConnection, SendError> {
        let relay = &self.0;
        let config = &relay.config;
        let mut connection = self.open_connection().await?;

        let upgrade = match config.security {
            SmtpSecurity::Starttls => true,
            SmtpSecurity::Opportunistic => connection.can_starttls(),
            SmtpSecurity::Tls | SmtpSecurity::None => false,
        };
        if let Some(tls) = relay.tls.clone().filter(|_| upgrade) {
            connection.starttls(tls, &relay.hello).await.map_err(temporary("encrypting"))?;
        }
        if config.user_name.is_empty() {
            return Ok(connection);
        }
        if config.security == SmtpSecurity::Opportunistic && !connection.is_encrypted() {
            connection.abort().await;
            let why = "signing in: the relay offers no encryption, so the password was not sent";
            return Err(SendError::Temporary(why.into()));
        }
        let credentials = Credentials::new(config.user_name.clone(), config.password.reveal().to_owned());
        let mechanisms = [Mechanism::Plain, Mechanism::Login];
        connection.auth(&mechanisms, &credentials).await.map_err(temporary("signing in"))?;
        Ok(connection)
    }

    async fn open_connection(&self) -> Result<AsyncSmtpConnection, SendError> {
        let Relay { config, hello, tls, .. } = &*self.0;
        let server = (config.host.as_str(), config.port());
        let opened = if config.security == SmtpSecurity::Tls {
            AsyncSmtpConnection::connect_tokio1(server, Some(self.limit()), hello, tls.clone(), None).await
        } else {
            let stream = TcpStream::connect(server).await;
            let stream = stream.map_err(|error| SendError::Temporary(format!("connecting: {error}")))?;
            AsyncSmtpConnection::connect_with_transport(Box::new(Lines::new(stream)), hello).await
        };
        opened.map_err(temporary("connecting"))
    }

    /// A kept connection that still answers.
    async fn reuse(&self) -> Option<AsyncSmtpConnection> {
        loop {
            // Taken in its own statement, so that the lock is not held while the relay is asked.
            let kept = self.idle().pop()?;
            let Idle { mut connection, since } = kept;
            if since.elapsed() < IDLE_LIMIT
                && let Ok(true) = timeout(self.limit(), connection.test_connected()).await
            {
                return Some(connection);
            }
        }
    }

    fn keep(&self, connection: AsyncSmtpConnection) {
        let mut idle = self.idle();
        if idle.len() >= IDLE_MAX {
            return;
        }
        idle.push(Idle { connection, since: Instant::now() });
        drop(idle);
        let relay = Arc::downgrade(&self.0);
        tokio::spawn(async move {
            sleep(IDLE_LIMIT).await;
            if let Some(relay) = relay.upgrade() {
                Self(relay).quit_stale().await;
            }
        });
    }

    async fn quit_stale(&self) {
        let stale: Vec<_> = self.idle().extract_if(.., |idle| idle.since.elapsed() >= IDLE_LIMIT).collect();
        for mut idle in stale {
            // Politeness only: the connection is dropped in any case.
            let _ = timeout(self.limit(), idle.connection.quit()).await;
        }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Idle>> {
        self.0.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn limit(&self) -> Duration {
        Duration::from_secs(self.0.config.timeout_seconds)
    }
}

fn late(doing: &str, limit: Duration) -> SendError {
    SendError::Temporary(format!("{doing}: no answer within {} seconds", limit.as_secs()))
}

fn temporary(doing: &'static str) -> impl Fn(lettre::transport::smtp::Error) -> SendError {
    move |error| SendError::Temporary(one_line(&format!("{doing}: {error}")))
}

fn tls_parameters(config: &SmtpConfig) -> Result<TlsParameters> {
    let doing = "reading the certificate authority of the mail relay";
    let mut builder = TlsParameters::builder(config.host.clone());
    if !config.certificate_authority_file.as_os_str().is_empty() {
        let pem = fs::read(&config.certificate_authority_file).map_err(|error| Error::fault(doing, error))?;
        let authority = Certificate::from_pem(&pem).map_err(|error| Error::fault(doing, error))?;
        builder = builder.add_root_certificate(authority);
    }
    builder.build().map_err(|error| Error::fault("preparing TLS for the mail relay", error))
}
