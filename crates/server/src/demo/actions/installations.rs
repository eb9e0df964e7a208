//! The two installations of the demo on their licenses: the main one is activated over HTTP against the license server
//! beside it; a second one never calls anybody, and runs on an answer that was carried to it.

use std::path::{Path, PathBuf};

use seatwarden_base::{Error, Result, secret::Secret};

use super::{
    super::{ROOTS_FILE, local},
    Sample, make_sysadmin,
    vendor::{Customer, Vendor},
};
use crate::{
    accounts::{
        license_utilization::{self, Account, hand},
        setup,
    },
    config::{Config, FILE_NAME},
    cx::Cx,
    files,
    open::{self, Given},
    serve::{self, Listeners, Running},
};

const FOLDER: &str = "offline";
/// How the machines are known: both installations run on one, which would be one to the license server.
const MAIN: &str = "demo-main";
const OFFLINE: &str = "demo-offline";

/// What the main installation knows of the license server.
pub(in super::super) fn main_license(vendor: &Vendor) -> hand::Given {
    hand::Given {
        roots: vendor.roots.clone(),
        server_url: vendor.url.clone(),
        machine_id: MAIN.to_owned(),
        is_clock_own: false,
    }
}

/// Writes the public halves of the roots for the command line: `license.roots_file`.
pub(in super::super) fn write_roots(vendor: &Vendor, file: &Path) -> Result<()> {
    let keys: Vec<String> = vendor.roots.all().map(|(_, key)| key.to_string()).collect();
    files::write_private(file, keys.join("\n").as_bytes())
}

/// Writes the configuration of a folder for the commands beside the demo, which knows it without: `seatwarden license
/// status --data-dir` finds the license then.
pub(in super::super) fn write_configuration(
    data_dir: &Path,
    roots_file: &Path,
    license: &hand::Given,
    database: Option<&Secret>,
) -> Result<()> {
    let text = |text: &str| toml::Value::from(text);
    // The commands may begin elsewhere.
    let roots_file = std::path::absolute(roots_file).map_err(|cause| Error::fault("naming a file", cause))?;
    let mut written = toml::Table::new();
    if let Some(url) = database {
        written
            .insert("database".into(), toml::Table::from_iter([("url".into(), text(url.reveal()))]).into());
    }
    let of_license = [
        ("server_url".into(), text(&license.server_url)),
        ("roots_file".into(), text(&roots_file.to_string_lossy())),
        ("machine_id".into(), text(&license.machine_id)),
    ];
    written.insert("license".into(), toml::Table::from_iter(of_license).into());
    files::write_private(&data_dir.join(FILE_NAME), written.to_string().as_bytes())
}

/// Activates the main installation, unless it is from an earlier demo. One without a license works, too.
pub(in super::super) async fn activate(cx: &Cx, customer: &Customer) -> Result<()> {
    match try_to_activate(cx, customer).await {
        Err(Error::Refusal(refusal)) => {
            tracing::warn!(why = refusal.code, "the installation of the demo was not activated");
            Ok(())
        }
        done => done,
    }
}

async fn try_to_activate(cx: &Cx, customer: &Customer) -> Result<()> {
    license_utilization::follow(cx).await?;
    cx.license.get(cx).await?;
    let license = cx.in_force();
    if !license.is_activated() || license.ended.is_some() {
        let account = Account {
            email: customer.person.email.clone(),
            password: Secret::new(customer.person.password.as_str()),
            package: customer.package.clone(),
            ..Account::default()
        };
        license_utilization::activate(cx, &account).await?;
    }
    // One of this folder may want more seats than before.
    if customer.has_grown {
        license_utilization::renew(cx).await?;
    }
    Ok(())
}

/// The installation without a network.
pub(in super::super) struct Offline {
    pub(in super::super) url: String,
    pub(in super::super) sysadmin: Sample,
    pub(in super::super) data_dir: PathBuf,
    running: Running,
}

impl Offline {
    pub(in super::super) async fn stop(self) -> Result<()> {
        self.running.stop().await
    }
}

/// Starts the second installation on any port of the address.
pub(in super::super) async fn start(
    address: &str,
    data_dir_of_all: &Path,
    vendor: &Vendor,
) -> Result<Offline> {
    let (host, _) = address.rsplit_once(':').unwrap_or(("127.0.0.1", "0"));
    let listener = serve::listen(&format!("{host}:0")).await?;
    let address = local(&listener)?;
    let data_dir = data_dir_of_all.join(FOLDER);
    let mut config = Config::default();
    config.server.address = address.to_string();
    config.server.data_dir = data_dir.to_string_lossy().into_owned();
    config.server.installation_name = "Seatwarden Offline".into();
    config.mail.from_address = "offline@demo.example".into();
    // Another name of the same machine, because browsers keep cookies by name and not by port.
    if address.ip().is_loopback() || address.ip().is_unspecified() {
        config.server.public_url = format!("http://offline.localhost:{}", address.port());
    }
    let url = open::own_url(&config, address, false);
    let license =
        hand::Given { server_url: String::new(), machine_id: OFFLINE.to_owned(), ..main_license(vendor) };
    files::make_private_directory(&data_dir)?;
    write_configuration(&data_dir, &data_dir_of_all.join(ROOTS_FILE), &license, None)?;
    let given = Given { keep_mails: true, license: Some(license), ..Given::default() };
    let opened = open::open(config, given).await?;
    let _ = opened.app.base_url.set(url.clone());
    let cx = Cx::host(opened.app.clone(), "demo")?;
    setup::prepare(&cx).await?;
    let sysadmin = make_sysadmin(&cx, &data_dir).await?;
    setup::close(&cx).await?;
    setup::remember_url(&cx).await?;
    match carry(&cx, vendor).await {
        // An installation without a license works, too.
        Err(Error::Refusal(refusal)) => {
            tracing::warn!(why = refusal.code, "the offline installation of the demo has no license");
        }
        carried => carried?,
    }
    let running = serve::start(
        opened.app,
        opened.worker,
        Listeners { plain: Some(listener), tls: None, metrics: None },
    );
    Ok(Offline { url, sysadmin, data_dir, running })
}

/// Carries the request to the portal and the answer back, unless there is a license from an earlier demo.
async fn carry(cx: &Cx, vendor: &Vendor) -> Result<()> {
    license_utilization::follow(cx).await?;
    cx.license.get(cx).await?;
    let Some(customer) = vendor.customer.as_ref().filter(|_| !cx.in_force().is_activated()) else {
        return Ok(());
    };
    let request = license_utilization::request(cx, &customer.package).await?;
    let answer = vendor.answer(customer, &request.text).await?;
    license_utilization::install(cx, &answer).await.map(drop)
}
