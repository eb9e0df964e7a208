//! The newcomer's walk, from an order to three servers.

use seatwarden_base::secret::Secret;

use super::installation::{between, given};
use crate::{
    accounts::license_utilization::{self, Account},
    accounts::{
        seats::NONE_LEFT,
        users::{Credential, NewUser, create},
    },
    cx::BaseRole,
    licensing::{
        activations, organisations,
        packages::{self, Deployment, Environment, Kind, Limits, NewPackage, Seats, State, Terms, Tier},
    },
    testing::{DAY_MS, NEW_PASSWORD, START_MS, TestServer, assert_refused, new_user},
};

const CUSTOMER: &str = "grace@acme.example";

fn terms() -> Terms {
    Terms {
        name: "Acme Production".into(),
        kind: Kind::Subscription,
        tier: Tier::Enterprise,
        deployment: Deployment::OnPremises,
        environment: Environment::Production,
        state: State::Active,
        valid_from_ms: START_MS - DAY_MS,
        valid_until_ms: Some(START_MS + 365 * DAY_MS),
        seats: Seats { administrators: Some(2), designers: Some(2), viewers: Some(3) },
        limits: Limits { servers: 2, ..Limits::default() },
        entitlements: ["big_data".to_owned()].into(),
        lease_days: 7,
        grace_days: 14,
    }
}

/// Signs up on the page, and replaces the password of the welcome mail.
async fn sign_up(vendor: &TestServer) {
    let mut browser = vendor.browser();
    let fields =
        [("organisation", "Acme"), ("first_name", "Grace"), ("last_name", "Hopper"), ("email", CUSTOMER)];
    browser.submit("/portal/sign-up", &fields).await;
    vendor.run_jobs().await;
    let letter = vendor.mail_to(CUSTOMER);
    let password = letter.text.lines().find(|line| line.len() == 19 && line.matches('-').count() == 3);
    let first = vendor.browser().sign_in(CUSTOMER, password.unwrap()).await;
    let chosen = [("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];
    let mut browser = vendor.browser();
    browser.get(first.location()).await;
    assert_eq!(browser.submit(first.location(), &chosen).await.status, 303);
}

fn plain(email: &str, role: &str) -> NewUser {
    NewUser { credential: Credential::None, ..new_user(email, role) }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newcomer_gets_from_an_order_to_three_servers() {
    let vendor = TestServer::start_with(|config| config.license_server.enabled = true).await;
    let url = vendor.listen().await;

    // The customer signs up, and the vendor issues what was ordered.
    sign_up(&vendor).await;
    let mut tx = vendor.app.db.read().await.unwrap();
    let organisation_id = organisations::named(&mut tx, "Acme").await.unwrap().unwrap().id;
    drop(tx);
    let new = NewPackage { organisation_id, code: "ACME".into(), terms: terms(), reason: "Order 1".into() };
    packages::issue(&vendor.host(), new).await.unwrap();
    let mut portal = vendor.browser();
    portal.sign_in(CUSTOMER, NEW_PASSWORD).await;
    let page = portal.get("/portal/packages/ACME").await;
    assert!(page.says("Acme Production"), "{}", page.body);

    // The first server is activated on its first page, and the Sys. Admin signs in with the license password.
    let first = TestServer::start_empty_licensed(given(&vendor, &url, "bi-1").await).await;
    let secret = first.setup_secret.reveal().to_owned();
    let fields =
        [("secret", secret.as_str()), ("license_email", CUSTOMER), ("license_password", NEW_PASSWORD)];
    let set_up = first.browser().submit_to("/setup", "/setup/activate", &fields).await;
    assert_eq!(set_up.status, 303, "{}", set_up.body);
    let mut sysadmin = first.browser();
    assert_eq!(sysadmin.sign_in(CUSTOMER, NEW_PASSWORD).await.status, 303);

    // Users are added until the seats are used.
    for number in 0..3 {
        create(&first.host(), vec![plain(&format!("v{number}@acme.example"), "consumer")]).await.unwrap();
    }
    assert_refused(create(&first.host(), vec![plain("v3@acme.example", "consumer")]).await, &NONE_LEFT);
    let page = sysadmin.get("/admin/license").await;
    assert!(page.says("3 of 3 used") && page.says("Expiration Date"), "{}", page.body);

    // A second server takes the other slot; a third one needs a reset, which leaves the running ones alone.
    let owner = Account {
        email: CUSTOMER.into(),
        password: Secret::new(NEW_PASSWORD),
        package: "ACME".into(),
        ..Account::default()
    };
    let second = TestServer::start_licensed(given(&vendor, &url, "bi-2").await).await;
    license_utilization::activate(&second.host(), &owner).await.unwrap();
    let third = TestServer::start_licensed(given(&vendor, "", "bi-3").await).await;
    let mut browser = third.browser_of(BaseRole::Super).await;
    let made = browser.submit_to("/admin/license", "/admin/license/request", &[("package", "ACME")]).await;
    let request = between(&made.body, "-----BEGIN", "-----END");
    let full = portal
        .send_form("/portal/offline", "/portal/offline", &[("package", "ACME"), ("text", &request)])
        .await;
    assert!(full.says("Your license has exceeded its user limit"), "{}", full.body);
    let reset = portal.submit("/portal/packages/ACME/reset", &[("confirmed", "yes")]).await;
    assert_eq!(reset.status, 303, "{}", reset.body);

    // The third server is activated by files.
    let answer = portal
        .send_form("/portal/offline", "/portal/offline", &[("package", "ACME"), ("text", &request)])
        .await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    let license = between(&answer.body, "-----BEGIN", "-----END");
    let applied = browser.send_form("/admin/license", "/admin/license/install", &[("key", &license)]).await;
    assert_eq!(applied.location(), "/admin/license?done=applied", "{}", applied.body);
    assert_eq!(third.app.in_force().seats().unwrap(), [Some(2), Some(2), Some(3)]);
    // More are used than there are, and nobody was locked out.
    assert!(browser.get("/admin/license").await.says("Administrators: one over"));
    assert_eq!(activations::usage(&vendor.host(), "ACME").await.unwrap().used, 1);
    for server in [vendor, first, second, third] {
        server.finish().await;
    }
}
