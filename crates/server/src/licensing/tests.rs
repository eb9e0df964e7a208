//! A license server with a customer, for the tests of the pages around licenses.

use std::{collections::BTreeSet, sync::Arc};

use seatwarden_base::secret::Secret;

use super::{
    organisations::{self, MemberRole},
    packages::{
        self, Change, Deployment, Environment, Kind, Limits, NewPackage, Package, Seats, State, Terms, Tier,
    },
    sign_up::{self, NewAccount},
    signing_keys,
};
use crate::{
    accounts::users,
    config::Config,
    cx::{Caller, Cx, Proof, SignedIn},
    testing::{Browser, DAY_MS, PASSWORD, START_MS, TestServer},
};

pub(crate) const OWNER: &str = "owner@acme.example";
pub(crate) const ORGANISATION: &str = "Acme";

/// A license server with one customer.
pub(crate) struct World {
    pub(crate) server: TestServer,
    pub(crate) organisation: String,
}

impl World {
    pub(crate) async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    pub(crate) async fn start_with(change: impl FnOnce(&mut Config)) -> Self {
        let server = TestServer::start_with(|config| {
            config.license_server.enabled = true;
            change(config);
        })
        .await;
        let world = Self { server, organisation: String::new() };
        world.account(OWNER, MemberRole::Owner).await;
        let mut tx = world.server.app.db.read().await.unwrap();
        let organisation = organisations::named(&mut tx, ORGANISATION).await.unwrap().unwrap().id;
        drop(tx);
        Self { organisation, ..world }
    }

    /// A license account of the customer, with the usual password.
    pub(crate) async fn account(&self, email: &str, role: MemberRole) {
        let new = NewAccount { email, ..NewAccount::default() };
        let password = Secret::new(PASSWORD);
        sign_up::make_customer(&self.server.host(), ORGANISATION, &new, role, &password).await.unwrap();
    }

    /// Another revision of a package, to which the root agrees.
    pub(crate) async fn change(&self, code: &str, wish: Change) {
        let root = signing_keys::read_root(&self.server.roots_folder().join("root-current.key")).unwrap();
        packages::change_by_root(&self.server.host(), code, wish, "asked", &root).await.unwrap();
    }

    /// The context of an account.
    pub(crate) async fn cx_of(&self, email: &str) -> Cx {
        let person = users::find(&self.server.host(), email).await.unwrap().person;
        self.server.cx().with_caller(Caller::User(Arc::new(SignedIn::new(person, Proof::ApiKey))))
    }

    pub(crate) async fn owner(&self) -> Cx {
        self.cx_of(OWNER).await
    }

    /// A browser in which the owner signed in.
    pub(crate) async fn browser(&self) -> Browser<'_> {
        self.browser_of(OWNER).await
    }

    pub(crate) async fn browser_of(&self, email: &str) -> Browser<'_> {
        let mut browser = self.server.browser();
        assert_eq!(browser.sign_in(email, PASSWORD).await.location(), "/");
        browser
    }

    /// Issues a package that ends after so many days, for two servers.
    pub(crate) async fn package(&self, code: &str, days: i64) -> Package {
        let terms = Terms {
            name: format!("{code} license"),
            kind: Kind::Subscription,
            tier: Tier::Enterprise,
            deployment: Deployment::OnPremises,
            environment: Environment::Production,
            state: State::Active,
            valid_from_ms: START_MS - DAY_MS,
            valid_until_ms: Some(START_MS + days * DAY_MS),
            seats: Seats { administrators: Some(2), designers: Some(5), viewers: None },
            limits: Limits { servers: 2, rows: None, cores: None },
            entitlements: BTreeSet::new(),
            lease_days: 7,
            grace_days: 14,
        };
        let new = NewPackage {
            organisation_id: self.organisation.clone(),
            code: code.to_owned(),
            terms,
            reason: "Order 1".into(),
        };
        packages::issue(&self.server.host(), new).await.unwrap()
    }
}
