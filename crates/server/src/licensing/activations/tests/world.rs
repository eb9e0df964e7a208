//! A license server with a customer, a package, and machines that ask.

use std::{collections::BTreeSet, sync::Arc};

use seatwarden_base::{Error, Result};
use seatwarden_license_file::{
    ClockChallenge, Part, PartKind, PrivateKey, Renewal, Request, Return, Roots, Time, VERSION,
    sign_by_device,
};

use crate::{
    accounts::{
        roles,
        users::{self, Credential, NewUser},
    },
    config::Config,
    cx::{Caller, Cx, Origin, Proof, SignedIn},
    licensing::{
        activations::{self, Activated, Renewed},
        organisations::{self, MemberRole},
        packages::{
            self, Deployment, Environment, Kind, Limits, NewPackage, Package, Seats, State, Terms, Tier,
        },
        signing_keys,
    },
    testing::{DAY_MS, START_MS, TestServer, new_user},
};

pub(crate) const OWNER: &str = "owner@acme.example";

/// A license server with one customer.
pub(crate) struct World {
    pub(crate) server: TestServer,
    pub(crate) organisation: String,
    pub(crate) owner: String,
}

/// What a package says unless a test wants otherwise.
pub(crate) fn terms(servers: i64) -> Terms {
    Terms {
        name: "Acme Production".into(),
        kind: Kind::Subscription,
        tier: Tier::Enterprise,
        deployment: Deployment::OnPremises,
        environment: Environment::Production,
        state: State::Active,
        valid_from_ms: START_MS - DAY_MS,
        valid_until_ms: Some(START_MS + 730 * DAY_MS),
        seats: Seats { administrators: Some(2), designers: Some(5), viewers: None },
        limits: Limits { servers, rows: None, cores: Some(16) },
        entitlements: BTreeSet::from(["high_availability".to_owned()]),
        lease_days: 7,
        grace_days: 14,
    }
}

impl World {
    pub(crate) async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    pub(crate) async fn start_with(change: impl FnOnce(&mut Config)) -> Self {
        let server = TestServer::start_with(|config| {
            config.license_server.enabled = true;
            config.license_server.address_calls_per_minute = 0;
            config.license_server.account_calls_per_minute = 0;
            change(config);
        })
        .await;
        let organisation = organisations::create(&server.host(), "Acme").await.unwrap().id;
        let mut world = Self { server, organisation, owner: String::new() };
        world.owner = world.account(OWNER, Some(MemberRole::Owner)).await;
        world
    }

    /// Another signer takes over, as every 90 days.
    pub(crate) async fn rotate(&self) {
        let root = signing_keys::read_root(&self.server.roots_folder().join("root-current.key")).unwrap();
        signing_keys::rotate(&self.server.host(), &root).await.unwrap();
    }

    /// Whom installations trust.
    pub(crate) fn roots(&self) -> Roots {
        let folder = self.server.roots_folder();
        let keys = ["root-current.key", "root-standby.key"]
            .map(|name| signing_keys::read_root(&folder.join(name)).unwrap().public());
        Roots::new(&keys).unwrap()
    }

    /// A license account with the usual password.
    pub(crate) async fn account(&self, email: &str, role: Option<MemberRole>) -> String {
        let cx = self.server.host();
        let credential = new_user(email, "").credential;
        let Credential::Password(password) = &credential else { panic!("no password") };
        let about = crate::accounts::passwords::About::default();
        let prepared = crate::accounts::passwords::prepare(&cx, password, &about, "password").await.unwrap();
        let mut tx = cx.db.write().await.unwrap();
        let license_account = roles::license_account(&mut tx, &cx).await.unwrap();
        let new = NewUser {
            email: email.to_owned(),
            user_name: email.to_owned(),
            role: license_account.id,
            credential: Credential::None,
            active: Some(true),
            origin: Some(Origin::License),
            ..NewUser::default()
        };
        let id = users::create_in(&mut tx, &cx, new, Some(prepared)).await.unwrap().person.id;
        if let Some(role) = role {
            organisations::add_member(&mut tx, &cx, &self.organisation, &id, role).await.unwrap();
        }
        tx.commit().await.unwrap();
        id
    }

    /// The context of a license account.
    pub(crate) async fn cx_of(&self, user_id: &str) -> Cx {
        let person = users::find(&self.server.host(), user_id).await.unwrap().person;
        self.server.cx().with_caller(Caller::User(Arc::new(SignedIn::new(person, Proof::ApiKey))))
    }

    /// The context of the owner.
    pub(crate) async fn owner(&self) -> Cx {
        self.cx_of(&self.owner).await
    }

    /// Issues a package for so many servers.
    pub(crate) async fn package(&self, code: &str, servers: i64) -> Package {
        self.package_with(code, terms(servers)).await
    }

    pub(crate) async fn package_with(&self, code: &str, terms: Terms) -> Package {
        let new = NewPackage {
            organisation_id: self.organisation.clone(),
            code: code.to_owned(),
            terms,
            reason: "Order 1".into(),
        };
        packages::issue(&self.server.host(), new).await.unwrap()
    }

    /// Activates a machine as the owner.
    pub(crate) async fn activate(&self, machine: &Machine, package: &Package) -> Result<Activated> {
        activations::activate(&self.owner().await, Some(&package.code), &machine.request(self)).await
    }

    /// Renews as a machine does; it remembers its counter.
    pub(crate) async fn renew(&self, machine: &mut Machine) -> Result<Renewed> {
        let renewed = activations::renew(&self.server.cx(), &machine.renewal(self)).await?;
        machine.counter = u64::try_from(renewed.server.counter).unwrap();
        machine.license.clone_from(&renewed.server.file_id);
        Ok(renewed)
    }

    pub(crate) async fn used(&self, package: &Package) -> i64 {
        activations::usage(&self.server.host(), &package.id).await.unwrap().used
    }

    /// How many servers may run now.
    pub(crate) async fn live(&self, package: &Package) -> usize {
        let now_ms = self.server.now_ms();
        let servers = activations::servers(&self.server.host(), &package.id, "").await.unwrap();
        servers.iter().filter(|server| server.is_live(now_ms)).count()
    }
}

/// A machine with its own key.
pub(crate) struct Machine {
    pub(crate) key: PrivateKey,
    pub(crate) name: String,
    pub(crate) parts: Vec<Part>,
    /// Id of its license file, and the counter of its newest lease.
    pub(crate) license: String,
    pub(crate) counter: u64,
    /// How many files it made.
    pub(crate) made: std::cell::Cell<u32>,
    /// What it tells of its salt when it renews; only with an offline key.
    pub(crate) salt: Option<String>,
}

/// A key that is the same in every run.
pub(crate) fn key(name: &str) -> PrivateKey {
    let mut seed = [7; 32];
    for (at, byte) in name.bytes().enumerate().take(32) {
        seed[at] = byte;
    }
    PrivateKey::from_seed(&seed)
}

impl Machine {
    pub(crate) fn new(name: &str) -> Self {
        let part = |kind, value: &str| Part::new("salt", kind, value);
        Self {
            key: key(name),
            name: name.to_owned(),
            parts: vec![
                part(PartKind::OsMachineId, &format!("os {name}")),
                part(PartKind::ProductUuid, &format!("uuid {name}")),
                part(PartKind::RootVolume, &format!("disk {name}")),
            ],
            license: "none".into(),
            counter: 0,
            made: std::cell::Cell::default(),
            salt: None,
        }
    }

    /// The same machine, set up anew: the fingerprint stays, the key does not.
    pub(crate) fn set_up_anew(&self) -> Self {
        Self { key: key(&format!("{} again", self.name)), parts: self.parts.clone(), ..Self::new(&self.name) }
    }

    /// Keeps what it was given.
    pub(crate) fn install(&mut self, activated: &Activated) {
        self.license.clone_from(&activated.server.file_id);
        self.counter = 0;
    }

    fn next(&self) -> u32 {
        self.made.set(self.made.get() + 1);
        self.made.get()
    }

    pub(crate) fn request(&self, world: &World) -> String {
        self.request_at(world.server.now_ms())
    }

    pub(crate) fn request_at(&self, at_ms: i64) -> String {
        let request = Request {
            version: VERSION,
            id: format!("request-{}", self.next()),
            made_at: Time::from_ms(at_ms),
            package: None,
            name: self.name.clone(),
            program: "1.0.0".into(),
            salt: "salt".into(),
            parts: self.parts.clone(),
        };
        sign_by_device(&self.key, &request).unwrap()
    }

    pub(crate) fn renewal(&self, world: &World) -> String {
        let renewal = Renewal {
            version: VERSION,
            id: format!("renewal-{}", self.next()),
            made_at: Time::from_ms(world.server.now_ms()),
            license: self.license.clone(),
            counter: self.counter,
            bulletin: 0,
            parts: self.parts.clone(),
            salt: self.salt.clone(),
            program: "1.0.1".into(),
        };
        sign_by_device(&self.key, &renewal).unwrap()
    }

    pub(crate) fn challenge(&self, world: &World) -> String {
        let challenge = ClockChallenge {
            version: VERSION,
            id: format!("challenge-{}", self.next()),
            made_at: Time::from_ms(world.server.now_ms()),
            floor: Time::from_ms(world.server.now_ms()),
            license: self.license.clone(),
        };
        sign_by_device(&self.key, &challenge).unwrap()
    }

    pub(crate) fn receipt(&self, world: &World) -> String {
        let receipt = Return {
            version: VERSION,
            id: format!("return-{}", self.next()),
            made_at: Time::from_ms(world.server.now_ms()),
            license: self.license.clone(),
            counter: self.counter + 1,
        };
        sign_by_device(&self.key, &receipt).unwrap()
    }
}

/// The code of a refusal.
pub(crate) fn code<T>(result: Result<T>) -> &'static str {
    match result {
        Ok(_) => "",
        Err(Error::Refusal(refusal)) => refusal.code,
        Err(fault) => panic!("a fault: {fault}"),
    }
}
