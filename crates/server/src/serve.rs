//! The listeners: accepts connections within limits, and ends without cutting anybody off.

use std::{io::ErrorKind, net::SocketAddr, path::Path, sync::Arc, time::Duration};

use axum::{body::Body, extract::Request};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject};
use seatwarden_base::{Error, Kind, Refusal, Result, jobs::Worker};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpListener,
    sync::{OwnedSemaphorePermit, Semaphore, watch},
    task::JoinHandle,
};
use tokio_rustls::TlsAcceptor;

use crate::{
    accounts::{
        callers, import,
        license_utilization::agent::{Agent, LOOK_EVERY_MS},
        setup, users,
    },
    app::App,
    common::health,
    cx::Cx,
    web::{self, Edge},
};

/// How long open requests may go on after the server was told to stop.
const GRACE: Duration = Duration::from_secs(20);
/// How long a TLS handshake may take.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// How long calls are gathered before they are written.
const GATHER_CALLS: Duration = Duration::from_secs(60);
/// How long "last used" is gathered before it is written.
const GATHER: Duration = Duration::from_secs(5);

/// A server that runs until it is told to stop.
pub(crate) struct Running {
    app: Arc<App>,
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
    connections: Arc<Semaphore>,
    connections_max: u32,
}

/// Where a server listens.
pub(crate) struct Listeners {
    /// Plain HTTP.
    pub plain: Option<TcpListener>,
    /// TLS, with its certificate.
    pub tls: Option<(TcpListener, TlsAcceptor)>,
    /// Metrics.
    pub metrics: Option<TcpListener>,
}

/// Another program listens there.
const ADDRESS_TAKEN: Refusal = Refusal::new(Kind::Conflict, "serve.address_taken");
/// This program may not listen there: a port below 1024, mostly.
const ADDRESS_FORBIDDEN: Refusal = Refusal::new(Kind::Forbidden, "serve.address_forbidden");
/// It is no address of this machine, or no address at all.
const ADDRESS_UNKNOWN: Refusal = Refusal::new(Kind::Invalid, "serve.address_unknown");

/// Opens a listener. Refuses with `serve.address_taken`, `serve.address_forbidden` or `serve.address_unknown`.
pub(crate) async fn listen(address: &str) -> Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|cause| match cause.kind() {
        ErrorKind::AddrInUse => ADDRESS_TAKEN.with("address", address).into(),
        ErrorKind::PermissionDenied => ADDRESS_FORBIDDEN.with("address", address).into(),
        ErrorKind::AddrNotAvailable => ADDRESS_UNKNOWN.with("address", address).into(),
        _ => Error::fault("opening the listener", format!("{address}: {cause}")),
    })
}

/// TLS from a certificate and its key, both PEM (RFC 7468).
pub(crate) fn tls_acceptor(certificates: &[u8], key: &[u8]) -> Result<TlsAcceptor> {
    let fault = |cause: rustls::pki_types::pem::Error| Error::fault("reading the certificate", cause);
    let certificates = CertificateDer::pem_slice_iter(certificates)
        .collect::<std::result::Result<Vec<_>, _>>()
        .map_err(fault)?;
    let key = PrivateKeyDer::from_pem_slice(key).map_err(fault)?;
    let config = rustls::ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(certificates, key)
        .map_err(|cause| Error::fault("using the certificate", cause))?;
    Ok(TlsAcceptor::from(Arc::new(config)))
}

/// TLS from two files.
pub(crate) fn tls_from_files(certificate: &Path, key: &Path) -> Result<TlsAcceptor> {
    let read = |path: &Path| {
        std::fs::read(path)
            .map_err(|cause| Error::fault("reading the certificate", format!("{}: {cause}", path.display())))
    };
    tls_acceptor(&read(certificate)?, &read(key)?)
}

/// Begins to answer.
pub(crate) fn start(app: Arc<App>, worker: Worker, listeners: Listeners) -> Running {
    let (stop, stopped) = watch::channel(false);
    let connections_max = app.config.server.connections_max;
    let connections = Arc::new(Semaphore::new(usize::try_from(connections_max).unwrap_or(usize::MAX)));
    let edge = Edge::new(app.clone(), web::router(&app.config));
    let front = Front { app: app.clone(), edge, connections: connections.clone(), stopped: stopped.clone() };
    let mut tasks = Vec::new();
    if let Some(listener) = listeners.plain {
        tasks.push(tokio::spawn(accept(front.clone(), listener, None)));
    }
    if let Some((listener, acceptor)) = listeners.tls {
        tasks.push(tokio::spawn(accept(front, listener, Some(acceptor))));
    }
    if let Some(listener) = listeners.metrics {
        tasks.push(tokio::spawn(metrics(app.clone(), listener, stopped.clone())));
    }
    tasks.push(tokio::spawn(worker.run()));
    tasks.push(tokio::spawn(go_on(app.clone())));
    tasks.push(tokio::spawn(write_used(app.clone(), stopped.clone())));
    tasks.push(tokio::spawn(follow_license(app.clone(), stopped.clone())));
    tasks.push(tokio::spawn(write_callers(app.clone(), stopped)));
    Running { app, stop, tasks, connections, connections_max }
}

impl Running {
    /// Stops: no new connections, open requests and running jobs are finished (within a limit), the
    /// database is closed.
    pub(crate) async fn stop(self) -> Result<()> {
        let _ = self.stop.send(true);
        self.app.jobs.stop();
        let finish = async {
            for task in self.tasks {
                let _ = task.await;
            }
            let _ = self.connections.acquire_many(self.connections_max).await;
        };
        if tokio::time::timeout(GRACE, finish).await.is_err() {
            tracing::warn!("some requests were cut off");
        }
        self.app.close().await
    }
}

#[derive(Clone)]
struct Front {
    app: Arc<App>,
    edge: Edge,
    connections: Arc<Semaphore>,
    stopped: watch::Receiver<bool>,
}

async fn accept(front: Front, listener: TcpListener, tls: Option<TlsAcceptor>) {
    let mut stopped = front.stopped.clone();
    loop {
        // With all places taken the next client waits in the listener's own queue.
        let permit = tokio::select! {
            permit = front.connections.clone().acquire_owned() => permit,
            _ = stopped.changed() => return,
        };
        let Ok(permit) = permit else { return };
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stopped.changed() => return,
        };
        match accepted {
            Ok((stream, peer)) => {
                // Answers are small and complete; waiting to fill packets only delays them.
                let _ = stream.set_nodelay(true);
                let front = front.clone();
                let tls = tls.clone();
                tokio::spawn(async move {
                    match tls {
                        None => front.serve(stream, peer, false, permit).await,
                        Some(tls) => {
                            if let Ok(Ok(stream)) = tokio::time::timeout(HANDSHAKE, tls.accept(stream)).await
                            {
                                front.serve(stream, peer, true, permit).await;
                            }
                        }
                    }
                });
            }
            Err(cause) => {
                // Out of file descriptors, most likely: let some connections end first.
                tracing::warn!(%cause, "a connection could not be accepted");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
}

impl Front {
    async fn serve<S>(&self, stream: S, peer: SocketAddr, tls: bool, permit: OwnedSemaphorePermit)
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        self.app.health.opened();
        let edge = &self.edge;
        let service = service_fn(move |request: hyper::Request<Incoming>| async move {
            let request: Request = request.map(Body::new);
            Ok::<_, std::convert::Infallible>(edge.answer(request, peer, tls).await)
        });
        let header_time = Duration::from_secs(self.app.config.server.header_timeout_seconds.into());
        let mut connection = std::pin::pin!(
            http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(header_time)
                .max_headers(100)
                .max_buf_size(64 * 1024)
                .serve_connection(TokioIo::new(stream), service)
        );
        let mut stopped = self.stopped.clone();
        // What goes wrong on one connection is that client's own affair.
        let _ = tokio::select! {
            ended = connection.as_mut() => ended,
            _ = stopped.changed() => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        self.app.health.closed();
        drop(permit);
    }
}

async fn metrics(app: Arc<App>, listener: TcpListener, mut stopped: watch::Receiver<bool>) {
    let served = axum::serve(listener, health::metrics_router(app))
        .with_graceful_shutdown(async move {
            let _ = stopped.changed().await;
        })
        .await;
    if let Err(cause) = served {
        tracing::warn!(%cause, "the metrics are no longer served");
    }
}

/// Takes up what was cut off when the server ended.
async fn go_on(app: Arc<App>) {
    let resumed = async {
        let cx = Cx::host(app, "start")?;
        import::resume(&cx).await?;
        users::resume_acts(&cx).await
    };
    if let Err(fault) = resumed.await {
        tracing::error!(%fault, "imports and acts that were cut off go on later");
    }
}

/// Writes down what was used, some seconds after there is something; an idle server does nothing.
async fn write_used(app: Arc<App>, mut stopped: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            () = app.used.some() => {}
            _ = stopped.changed() => return,
        }
        tokio::select! {
            () = tokio::time::sleep(GATHER) => {}
            _ = stopped.changed() => return,
        }
        if let Err(fault) = crate::jobs::write_used(&app).await {
            tracing::warn!(%fault, "last uses could not be written");
        }
    }
}

/// Writes down what scripts called, a minute after there is something.
async fn write_callers(app: Arc<App>, mut stopped: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            () = app.callers.some() => {}
            _ = stopped.changed() => return,
        }
        tokio::select! {
            () = tokio::time::sleep(GATHER_CALLS) => {}
            _ = stopped.changed() => return,
        }
        if let Err(fault) = callers::write(&app).await {
            tracing::warn!(%fault, "calls of scripts could not be written");
        }
    }
}

/// Looks after the license: at the start, and then once a minute.
async fn follow_license(app: Arc<App>, mut stopped: watch::Receiver<bool>) {
    let mut agent = Agent::default();
    loop {
        let looked = async {
            let cx = Cx::host(app.clone(), "license")?;
            Box::pin(agent.look(&cx)).await?;
            Box::pin(setup::take_up_first_sysadmin(&cx)).await.map(drop)
        };
        if let Err(error) = looked.await {
            tracing::warn!(%error, "the license could not be looked at");
        }
        tokio::select! {
            () = tokio::time::sleep(Duration::from_millis(LOOK_EVERY_MS)) => {}
            _ = stopped.changed() => return,
        }
    }
}
