//! The trial instance of the demo: an installation that the portal leads to, with its own data.

use std::path::Path;

use data_encoding::HEXLOWER;
use seatwarden_base::{Result, secret::Secret};

use super::super::local;
use crate::{
    accounts::setup,
    config::Config,
    cx::Cx,
    open::{self, Given},
    serve::{self, Listeners, Running},
};

const FOLDER: &str = "trial";

/// The running trial instance.
pub(super) struct Trial {
    /// Where it answers.
    pub(super) url: String,
    /// What the portal signs grants with.
    pub(super) secret: Secret,
    running: Running,
}

impl Trial {
    pub(super) async fn stop(self) -> Result<()> {
        self.running.stop().await
    }
}

/// Starts the trial instance on any port of the address.
pub(super) async fn start(address: &str, data_dir: &Path, portal_url: &str) -> Result<Trial> {
    let (host, _) = address.rsplit_once(':').unwrap_or(("127.0.0.1", "0"));
    let listener = serve::listen(&format!("{host}:0")).await?;
    let address = local(&listener)?;
    let mut config = Config::default();
    config.server.address = address.to_string();
    config.server.data_dir = data_dir.join(FOLDER).to_string_lossy().into_owned();
    config.server.installation_name = "Seatwarden Trial".into();
    config.mail.from_address = "trial@vendor.example".into();
    config.trial.enabled = true;
    config.trial.portal_url = portal_url.to_owned();
    // Another name of the same machine, because browsers keep cookies by name and not by port.
    if address.ip().is_loopback() || address.ip().is_unspecified() {
        config.server.public_url = format!("http://trial.localhost:{}", address.port());
    }
    let url = open::own_url(&config, address, false);
    let secret = Secret::new(HEXLOWER.encode(&seatwarden_base::random::Random::system().bytes::<32>()?));
    config.trial.secret = secret.clone();
    let opened = open::open(config, Given { keep_mails: true, ..Given::default() }).await?;
    let _ = opened.app.base_url.set(url.clone());
    let cx = Cx::host(opened.app.clone(), "demo")?;
    setup::prepare(&cx).await?;
    setup::close(&cx).await?;
    setup::remember_url(&cx).await?;
    let running = serve::start(
        opened.app,
        opened.worker,
        Listeners { plain: Some(listener), tls: None, metrics: None },
    );
    Ok(Trial { url, secret, running })
}
