//! The vendor's half of the demo: a license server of its own beside the installation, in the same process, with its
//! own database, keys and address. It has staff and three customers.

use std::{fs, path::Path, sync::Arc};

use seatwarden_base::{
    Error, Result,
    db::{Beside, create_beside},
    secret::Secret,
};
use seatwarden_license_file::{PublicKey, Refused, Roots};
use serde::{Deserialize, Serialize};

use super::{
    super::{DemoOptions, local},
    licenses, password, releases,
    trial::{self, Trial},
};
use crate::{
    accounts::{
        passwords::{self, About},
        setup,
        users::{self, Credential, NewUser},
    },
    config::Config,
    cx::{BaseRole, Caller, Cx, Proof, SignedIn},
    files,
    licensing::{
        activations,
        organisations::MemberRole,
        sign_up::{self, NewAccount},
        signing_keys::{self, KeyRole},
    },
    open::{self, Given},
    serve::{self, Listeners, Running},
};

/// A sample person of the vendor's server; the file of them in a kept data directory gives the same passwords after a
/// restart.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(in super::super) struct Person {
    pub(in super::super) email: String,
    pub(in super::super) password: String,
}

/// The staff: role, address, first and last name.
const STAFF: [(BaseRole, &str, &str, &str); 3] = [
    (BaseRole::Super, "sysadmin@vendor.example", "Katherine", "Johnson"),
    (BaseRole::Admin, "issuer@vendor.example", "Hedy", "Lamarr"),
    (BaseRole::Admin, "approver@vendor.example", "Alan", "Turing"),
];
/// The customers' accounts: organisation, address, first and last name, what they may do.
const ACCOUNTS: [(&str, &str, &str, &str, MemberRole); 6] = [
    ("Acme Analytics", "license@acme.example", "Joan", "Clarke", MemberRole::Owner),
    ("Acme Analytics", "operations@acme.example", "Tim", "Paterson", MemberRole::LicenseUser),
    ("Acme Analytics", "auditor@acme.example", "Luca", "Pacioli", MemberRole::Viewer),
    ("Borealis Bank", "license@borealis.example", "Janet", "Yellen", MemberRole::Owner),
    ("Cobalt Health", "license@cobalt.example", "John", "Snow", MemberRole::Owner),
    (licenses::OWN_ORGANISATION, OWN, "Margaret", "Hamilton", MemberRole::Owner),
];
/// The account that the installations of the demo are activated with.
const OWN: &str = "license@demo.example";
/// The account whose portal the demo shows.
const PORTAL: &str = "license@acme.example";
const PEOPLE_FILE: &str = "demo-people.json";
const FOLDER: &str = "vendor";

/// The running license server, and who gets in.
pub(in super::super) struct Vendor {
    pub(in super::super) url: String,
    pub(in super::super) portal: Person,
    pub(in super::super) issuer: Person,
    pub(in super::super) issuer_second: Person,
    /// Whose license the installations of the demo have; none in a folder from before there was one.
    pub(in super::super) customer: Option<Customer>,
    /// Whom the installations believe.
    pub(in super::super) roots: Roots,
    cx: Cx,
    trial: Trial,
    running: Running,
    /// The database that is gone with the demo, and beside which it stands.
    gone_with_us: Option<(Beside, Secret)>,
}

/// The customer that runs the installations of the demo.
pub(in super::super) struct Customer {
    pub(in super::super) person: Person,
    /// The code of the package.
    pub(in super::super) package: String,
    /// Whether the package was given more seats just now.
    pub(in super::super) has_grown: bool,
}

impl Vendor {
    /// The answer that the portal gives the customer to the request of a machine without a network.
    pub(in super::super) async fn answer(&self, customer: &Customer, request: &str) -> Result<String> {
        let mut reading = self.cx.db.read().await?;
        let person = users::person(&mut reading, &customer.person.email).await?;
        drop(reading);
        let person = person.ok_or_else(|| Error::fault("asking the portal", "the customer is missing"))?;
        let signed_in = Arc::new(SignedIn::new(person, Proof::ApiKey));
        let theirs = self.cx.clone().with_caller(Caller::User(signed_in));
        let (_, answer) = activations::submit_request(&theirs, Some(&customer.package), request).await?;
        Ok(answer)
    }

    /// Where the Online Trial leads to.
    pub(in super::super) fn trial_url(&self) -> &str {
        &self.trial.url
    }

    /// Where the mails of the license server are kept.
    pub(in super::super) fn inbox_url(&self) -> String {
        format!("{}/inbox", self.url)
    }

    pub(in super::super) async fn stop(self) -> Result<()> {
        let (ours, trial) = tokio::join!(self.running.stop(), self.trial.stop());
        ours.and(trial)?;
        match self.gone_with_us {
            Some((beside, url)) => beside.drop_from(&url).await,
            None => Ok(()),
        }
    }
}

/// Starts the license server beside the installation that listens on `port`.
pub(in super::super) async fn start(
    options: &DemoOptions,
    data_dir_of_all: &Path,
    port: u16,
) -> Result<Vendor> {
    let data_dir = data_dir_of_all.join(FOLDER);
    let listener = listen_beside(&options.address, port).await?;
    let address = local(&listener)?;
    let mut config = configuration(&data_dir, &address.to_string());
    // Another name of the same machine, because browsers keep cookies by name and not by port.
    if address.ip().is_loopback() || address.ip().is_unspecified() {
        config.server.public_url = format!("http://127.0.0.1:{}", address.port());
    }
    let url = open::own_url(&config, address, false);
    let trial = trial::start(&options.address, data_dir_of_all, &format!("{url}/portal")).await?;
    config.license_server.trial_url.clone_from(&trial.url);
    config.license_server.trial_secret = trial.secret.clone();
    let mut gone_with_us = None;
    if let Some(url) = &options.postgres {
        match create_beside(url, FOLDER).await {
            Ok(beside) => {
                config.database.url = beside.url.clone();
                let is_ours = beside.is_new && options.data_dir.is_none();
                gone_with_us = is_ours.then(|| (beside, url.clone()));
            }
            // Who may not make databases still gets a demo.
            Err(error) => tracing::warn!(%error, "the license server of the demo keeps its data in a file"),
        }
    }
    let opened = open::open(config, Given { keep_mails: true, ..Given::default() }).await?;
    let _ = opened.app.base_url.set(url.clone());
    let cx = Cx::host(opened.app.clone(), "demo")?;
    setup::prepare(&cx).await?;
    let people = make_people(&cx, &data_dir).await?;
    let roots_folder = data_dir.join("roots");
    make_keys(&cx, &roots_folder).await?;
    licenses::make(&cx).await?;
    let has_grown = licenses::make_own(&cx, options.users, &roots_folder).await?;
    let roots = roots(&cx).await?;
    releases::make(&cx).await?;
    releases::make_dashboards(&cx).await?;
    setup::close(&cx).await?;
    setup::remember_url(&cx).await?;
    let running = serve::start(
        opened.app,
        opened.worker,
        Listeners { plain: Some(listener), tls: None, metrics: None },
    );
    let of = |email: &str| {
        let found = people.iter().find(|person| person.email == email).cloned();
        found.ok_or_else(|| Error::fault("reading the people of the license server", "somebody is missing"))
    };
    Ok(Vendor {
        portal: of(PORTAL)?,
        issuer: of(STAFF[1].1)?,
        issuer_second: of(STAFF[2].1)?,
        customer: people.iter().find(|person| person.email == OWN).map(|person| Customer {
            person: person.clone(),
            package: licenses::OWN_PACKAGE.to_owned(),
            has_grown,
        }),
        roots,
        cx,
        url,
        trial,
        running,
        gone_with_us,
    })
}

async fn roots(cx: &Cx) -> Result<Roots> {
    let fault = |refused: Refused| Error::fault("reading the roots of the license server", refused);
    let listed = signing_keys::list(cx).await?.into_iter().map(|listed| listed.key);
    let roots = listed.filter(|key| key.role == KeyRole::Root && key.revoked_at_ms.is_none());
    let keys =
        roots.map(|key| PublicKey::parse(&key.public_key)).collect::<Result<Vec<_>, _>>().map_err(fault)?;
    Roots::new(&keys).map_err(fault)
}

/// The next port, or any if that one is taken or the first was any.
async fn listen_beside(address: &str, port: u16) -> Result<tokio::net::TcpListener> {
    let (host, wanted) = address.rsplit_once(':').unwrap_or(("127.0.0.1", "0"));
    if wanted != "0"
        && let Some(next) = port.checked_add(1)
        && let Ok(listener) = serve::listen(&format!("{host}:{next}")).await
    {
        return Ok(listener);
    }
    serve::listen(&format!("{host}:0")).await
}

fn configuration(data_dir: &Path, address: &str) -> Config {
    let mut config = Config::default();
    address.clone_into(&mut config.server.address);
    config.server.data_dir = data_dir.to_string_lossy().into_owned();
    config.server.installation_name = "Seatwarden Licenses".into();
    config.mail.from_address = "licenses@vendor.example".into();
    config.license_server.enabled = true;
    config
}

/// Makes the keys that sign. A real vendor keeps the roots elsewhere. One of this directory goes on with the keys it has,
/// and gets another signer once the last one has expired.
async fn make_keys(cx: &Cx, roots: &Path) -> Result<()> {
    match signing_keys::start(cx, roots).await {
        Err(error) if error.refusal().is_some() => {}
        made => return made.map(drop),
    }
    if signing_keys::check_ready(cx).await.is_ok() {
        return Ok(());
    }
    let root = signing_keys::read_root(&roots.join(signing_keys::ROOT_FILES[0]))?;
    signing_keys::rotate(cx, &root).await.map(drop)
}

/// Makes staff, customers and their accounts, with the passwords of an earlier demo in the same directory if there
/// was one.
async fn make_people(cx: &Cx, data_dir: &Path) -> Result<Vec<Person>> {
    let emails = STAFF.iter().map(|it| it.1).chain(ACCOUNTS.iter().map(|it| it.1));
    let mut people = Vec::new();
    for email in emails {
        people.push(Person { email: email.to_owned(), password: password(cx.random())? });
    }
    let file = data_dir.join(PEOPLE_FILE);
    let json = serde_json::to_vec_pretty(&people).map_err(|cause| Error::fault("writing JSON", cause))?;
    let is_new = files::write_private_once(&file, &json)?;
    if !is_new {
        let fault = |cause| Error::fault("reading the people of the license server", cause);
        let kept = fs::read(&file).map_err(|cause| fault(cause.to_string()))?;
        people = serde_json::from_slice(&kept).map_err(|cause| fault(cause.to_string()))?;
    }
    let passwords: Vec<Secret> = people.iter().map(|it| Secret::new(it.password.as_str())).collect();
    let (of_staff, of_accounts) = passwords.split_at_checked(STAFF.len()).unwrap_or_default();
    // One of this directory keeps whatever was made of it meanwhile.
    if !is_new {
        return Ok(people);
    }
    for (who, password) in STAFF.iter().zip(of_staff) {
        match make_staff(cx, who, password).await {
            // Another demo on the same database was faster.
            Err(error) if error.is(&users::EMAIL_TAKEN) || error.is(&users::ONE_SYSADMIN) => {}
            made => made?,
        }
    }
    for ((organisation, email, first_name, last_name, role), password) in ACCOUNTS.iter().zip(of_accounts) {
        let new = NewAccount { email, first_name, last_name, language: None };
        match sign_up::make_customer(cx, organisation, &new, *role, password).await {
            Err(error) if error.is(&users::EMAIL_TAKEN) => {}
            made => made?,
        }
    }
    Ok(people)
}

async fn make_staff(
    cx: &Cx,
    (role, email, first_name, last_name): &(BaseRole, &str, &str, &str),
    password: &Secret,
) -> Result<()> {
    let about = About { email, first_name, last_name, ..About::default() };
    let prepared = passwords::prepare(cx, password, &about, "password").await?;
    let mut reading = cx.db.read().await?;
    if let Some(person) = users::person(&mut reading, email).await? {
        let mut tx = cx.db.write().await?;
        passwords::set(&mut tx, cx, &person.id, prepared).await?;
        return tx.commit().await;
    }
    let new = NewUser {
        email: (*email).to_owned(),
        user_name: (*email).to_owned(),
        first_name: (*first_name).to_owned(),
        last_name: (*last_name).to_owned(),
        role: role.name().to_owned(),
        credential: Credential::None,
        ..NewUser::default()
    };
    let mut tx = cx.db.write().await?;
    users::create_in(&mut tx, cx, new, Some(prepared)).await?;
    tx.commit().await
}
