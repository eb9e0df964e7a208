//! `seatwarden demo`: an installation with sample users, an inbox, and everything printed that one needs to
//! look around. Tests and outside tools use it too.

mod actions;
mod groups;

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use seatwarden_base::{Error, Result, secret::Secret};
use serde_json::json;

use actions::{
    Sample,
    installations::{self, Offline},
    vendor::{self, Vendor},
};

use crate::{
    accounts::setup::{self, Installed},
    command::{Out, stop_signal},
    config::Config,
    cx::{BaseRole, Cx},
    files,
    open::{self, Given},
    serve::{self, Listeners},
};

/// The public halves of the roots, in the data folder.
const ROOTS_FILE: &str = "license-roots";

/// What the demo is asked for.
#[derive(Debug, Default)]
pub(crate) struct DemoOptions {
    /// Where to listen; port 0 takes a free one.
    pub(crate) address: String,
    /// Where to keep everything; without it nothing is left behind.
    pub(crate) data_dir: Option<PathBuf>,
    /// Where to write what [`run`] prints, as JSON, when all is ready.
    pub(crate) ready_file: Option<PathBuf>,
    /// Whether to listen with a self-signed certificate as well.
    pub(crate) tls: bool,
    /// How many more users without a password to make.
    pub(crate) users: u32,
    /// A PostgreSQL database instead of SQLite.
    pub(crate) postgres: Option<Secret>,
}

/// Runs the demo until Ctrl-C.
pub(crate) async fn run(options: DemoOptions, out: &mut Out) -> Result<()> {
    let temporary = match &options.data_dir {
        Some(_) => None,
        None => {
            Some(tempfile::tempdir().map_err(|cause| Error::fault("making a temporary directory", cause))?)
        }
    };
    let data_dir = options.data_dir.clone().or_else(|| temporary.as_ref().map(|it| it.path().to_owned()));
    let config = configuration(&options, &data_dir.unwrap_or_default());
    let plain = serve::listen(&config.server.address).await?;
    let address = local(&plain)?;
    let url = open::own_url(&config, address, false);
    let data_dir = config.data_dir();
    let metrics = serve::listen("127.0.0.1:0").await?;
    let metrics_url = format!("http://{}/metrics", local(&metrics)?);
    let tls = if options.tls { Some(tls(address, &data_dir).await?) } else { None };
    let tls_url = tls.as_ref().map(|(listener, _)| local(listener)).transpose()?;
    let tls_url = tls_url.map(|address| format!("https://localhost:{}", address.port()));

    let vendor = vendor::start(&options, &data_dir, address.port()).await?;
    files::make_private_directory(&data_dir)?;
    let roots_file = data_dir.join(ROOTS_FILE);
    installations::write_roots(&vendor, &roots_file)?;
    let license = installations::main_license(&vendor);
    installations::write_configuration(&data_dir, &roots_file, &license, options.postgres.as_ref())?;
    let given = Given { keep_mails: true, license: Some(license), ..Given::default() };
    let opened = open::open(config, given).await?;
    let _ = opened.app.base_url.set(url.clone());
    let cx = Cx::host(opened.app.clone(), "demo")?;
    setup::prepare(&cx).await?;
    let samples = actions::make_samples(&cx, &data_dir).await?;
    actions::make_owned(&cx, &samples).await?;
    setup::close(&cx).await?;
    groups::make(&cx).await?;
    setup::remember_url(&cx).await?;
    if let Some(customer) = &vendor.customer {
        installations::activate(&cx, customer).await?;
    }
    let offline = installations::start(&options.address, &data_dir, &vendor).await?;
    actions::make_crowd(&cx, options.users).await?;
    let api_key = Installed::read(&cx).await?.x_api_key;

    let running = serve::start(
        opened.app,
        opened.worker,
        Listeners { plain: Some(plain), tls, metrics: Some(metrics) },
    );
    let ready = Ready { url, tls_url, metrics_url, api_key, samples, vendor, offline, data_dir };
    ready.print(out);
    if let Some(file) = &options.ready_file {
        ready.write(file)?;
    }
    stop_signal().await?;
    let (ours, theirs, offline) = tokio::join!(running.stop(), ready.vendor.stop(), ready.offline.stop());
    ours.and(theirs).and(offline)
}

fn local(listener: &tokio::net::TcpListener) -> Result<SocketAddr> {
    listener.local_addr().map_err(|cause| Error::fault("asking for the own address", cause))
}

fn configuration(options: &DemoOptions, data_dir: &Path) -> Config {
    let mut config = Config::default();
    config.server.address.clone_from(&options.address);
    config.server.data_dir = data_dir.to_string_lossy().into_owned();
    config.server.installation_name = "Seatwarden Demo".into();
    config.mail.from_address = "seatwarden@demo.example".into();
    if let Some(url) = &options.postgres {
        config.database.url = url.clone();
    }
    config
}

/// A listener with a certificate of its own for `localhost`, kept in the data directory.
async fn tls(
    address: SocketAddr,
    data_dir: &Path,
) -> Result<(tokio::net::TcpListener, tokio_rustls::TlsAcceptor)> {
    let names = ["localhost".to_owned(), "127.0.0.1".to_owned(), "::1".to_owned()];
    let made = rcgen::generate_simple_self_signed(names)
        .map_err(|cause| Error::fault("making a certificate", cause))?;
    let certificate = made.cert.pem();
    files::make_private_directory(data_dir)?;
    files::write_private(&data_dir.join("demo-certificate.pem"), certificate.as_bytes())?;
    let acceptor = serve::tls_acceptor(certificate.as_bytes(), made.signing_key.serialize_pem().as_bytes())?;
    Ok((serve::listen(&SocketAddr::new(address.ip(), 0).to_string()).await?, acceptor))
}

/// What one needs to look around.
struct Ready {
    url: String,
    tls_url: Option<String>,
    metrics_url: String,
    api_key: Secret,
    samples: Vec<Sample>,
    vendor: Vendor,
    offline: Offline,
    data_dir: PathBuf,
}

impl Ready {
    fn sysadmin(&self) -> Option<&Sample> {
        self.samples.iter().find(|sample| sample.role == BaseRole::Super.name())
    }

    fn print(&self, out: &Out) {
        let t = out.text();
        out.data(&t.demo_ready(self.url.clone()));
        if let Some(url) = &self.tls_url {
            out.data(&t.demo_tls(url.clone()));
        }
        out.data(&t.demo_inbox(format!("{}/inbox", self.url)));
        out.data(&t.demo_users());
        for sample in &self.samples {
            let role = BaseRole::named(&sample.role).map_or("", BaseRole::display_name);
            let role = t.role_name(&sample.role, role);
            out.data(&format!("  {role:<20} {:<30} {}", sample.email, sample.password));
        }
        self.print_vendor(out);
        out.data(&t.demo_offline(self.offline.url.clone()));
        let role = t.role_name(&self.offline.sysadmin.role, BaseRole::Super.display_name());
        out.data(&format!(
            "  {role:<20} {:<30} {}",
            self.offline.sysadmin.email, self.offline.sysadmin.password
        ));
        out.data(&t.demo_stop());
    }

    fn print_vendor(&self, out: &Out) {
        let t = out.text();
        let vendor = &self.vendor;
        out.data(&t.demo_vendor(vendor.url.clone()));
        out.data(&t.demo_roots(self.data_dir.join(ROOTS_FILE).display().to_string()));
        out.data(&t.demo_inbox(vendor.inbox_url()));
        out.data(&t.demo_trial(vendor.trial_url().to_owned()));
        let people = [
            (t.demo_portal(), &vendor.portal),
            (t.demo_issuer(), &vendor.issuer),
            (t.demo_issuer_second(), &vendor.issuer_second),
        ];
        for (role, person) in people {
            out.data(&format!("  {role:<20} {:<30} {}", person.email, person.password));
        }
    }

    /// Writes the file at once and whole: whoever waits for it never reads half of it.
    fn write(&self, file: &Path) -> Result<()> {
        let user = |sample: &Sample| json!({ "role": sample.role, "email": sample.email, "password": sample.password });
        let others: Vec<_> =
            self.samples.iter().filter(|it| it.role != BaseRole::Super.name()).map(user).collect();
        let mut ready = json!({
            "url": self.url,
            "sysadmin": self.sysadmin().map(user),
            "users": others,
            "api_key": self.api_key.reveal(),
            "inbox_url": format!("{}/inbox", self.url),
            "metrics_url": self.metrics_url,
            "process_id": std::process::id(),
        });
        let url = &self.vendor.url;
        let at = |path: &str, person: &vendor::Person| json!({ "url": format!("{url}{path}"), "email": person.email, "password": person.password });
        ready["portal"] = at("/portal", &self.vendor.portal);
        ready["portal"]["inbox_url"] = json!(self.vendor.inbox_url());
        ready["issuer"] = at("/issuer", &self.vendor.issuer);
        ready["issuer_second"] = at("/issuer", &self.vendor.issuer_second);
        ready["vendor_url"] = json!(url);
        let folder = |data_dir: &Path| data_dir.join("license").to_string_lossy().into_owned();
        ready["data_dir"] = json!(self.data_dir);
        ready["roots_file"] = json!(self.data_dir.join(ROOTS_FILE));
        ready["license_folder"] = json!(folder(&self.data_dir));
        if let Some(customer) = &self.vendor.customer {
            ready["license"] = at("/portal", &customer.person);
            ready["license"]["package"] = json!(customer.package);
        }
        let (offline, sysadmin) = (&self.offline, &self.offline.sysadmin);
        ready["offline_url"] = json!(offline.url);
        ready["offline"] = json!({
            "url": offline.url, "email": sysadmin.email, "password": sysadmin.password,
            "data_dir": offline.data_dir, "license_folder": folder(&offline.data_dir),
        });
        ready["trial_url"] = json!(self.vendor.trial_url());
        if let Some(url) = &self.tls_url {
            ready["tls_url"] = json!(url);
        }
        let partial = file.with_extension("partial");
        files::write_private(&partial, ready.to_string().as_bytes())?;
        fs::rename(&partial, file).map_err(|cause| Error::fault("writing the ready file", cause))
    }
}
