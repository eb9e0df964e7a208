//! `seatwarden serve`: the server for production.

use std::net::SocketAddr;

use seatwarden_base::{Error, Result};
use tokio::net::TcpListener;

use super::{Out, logs};
use crate::{
    accounts::setup::{self, Opening},
    config::Config,
    cx::Cx,
    open::{self, Given},
    serve::{self, Listeners},
};

/// Runs until it is told to stop by Ctrl-C or SIGTERM.
pub(super) async fn serve(config: Config, out: &mut Out) -> Result<()> {
    logs::start(&config);
    let plain = match config.server.address.as_str() {
        "" => None,
        address => Some(serve::listen(address).await?),
    };
    let tls = match config.tls.address.as_str() {
        "" => None,
        address => {
            let files = (config.tls.certificate_file.as_ref(), config.tls.key_file.as_ref());
            Some((serve::listen(address).await?, serve::tls_from_files(files.0, files.1)?))
        }
    };
    let (address, url) = address(&config, plain.as_ref(), tls.as_ref().map(|(listener, _)| listener))?;
    let metrics = match config.server.metrics_address.as_str() {
        "" => None,
        address => Some(serve::listen(address).await?),
    };

    let opened = open::open(config, Given::default()).await?;
    let _ = opened.app.base_url.set(url.clone());
    let cx = Cx::host(opened.app.clone(), "serve")?;
    setup::prepare(&cx).await?;
    setup::check_secrets(&cx, false).await?;
    let t = out.text();
    match setup::open_or_take_up(&cx).await? {
        Opening::Secret(secret) => {
            out.say(&t.cli_setup_lead(format!("{url}/setup")));
            out.say(&t.cli_setup_secret(secret.reveal().to_owned()));
        }
        Opening::Licensed(email) => out.say(&t.cli_setup_licensed(email, format!("{url}/login"))),
        Opening::Nothing => {}
    }
    setup::remember_url(&cx).await?;
    let running = serve::start(opened.app, opened.worker, Listeners { plain, tls, metrics });
    tracing::info!(%url, %address, "ready");
    stop_signal().await?;
    tracing::info!("stopping");
    running.stop().await
}

/// Where the server listens, and under which address people reach it. The configuration was checked: it
/// listens somewhere.
fn address(
    config: &Config,
    plain: Option<&TcpListener>,
    tls: Option<&TcpListener>,
) -> Result<(SocketAddr, String)> {
    let fault = |cause: std::io::Error| Error::fault("asking for the own address", cause);
    let Some(listener) = plain.or(tls) else {
        return Err(Error::fault(
            "opening the listener",
            "neither `server.address` nor `tls.address` is set",
        ));
    };
    let address = listener.local_addr().map_err(fault)?;
    Ok((address, open::own_url(config, address, plain.is_none())))
}

/// Waits for Ctrl-C or SIGTERM.
pub(crate) async fn stop_signal() -> Result<()> {
    let fault = |cause| Error::fault("listening for signals", cause);
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate()).map_err(fault)?;
        let mut interrupt = signal(SignalKind::interrupt()).map_err(fault)?;
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        Ok(())
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await.map_err(fault)
}
