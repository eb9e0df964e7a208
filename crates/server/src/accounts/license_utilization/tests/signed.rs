//! What is signed counts, and nothing that stands beside it in the database; and who may change it from a browser.

use seatwarden_activate::Author;
use seatwarden_license_file::{
    Kind, Lease, License, Machine, Numbers, PrivateKey, Request, Roots, Signer, SignerStatement, Time,
    VERSION, armor, fingerprint::usual_need, open_by_device, sign_statement,
};
use serde_json::json;

use super::{
    super::{actions, hand::Given},
    in_force, license, take_up,
};
use crate::{
    common::settings::{self, CACHED_MS, CHANGED_MEANWHILE, Versioned},
    cx::{BaseRole, Cx},
    license::{Ended, InForce},
    testing::{DAY_MS, PASSWORD, START_MS, TestServer, assert_refused},
};

/// How long a password counts as given, in milliseconds.
const CONFIRMED_MS: i64 = 15 * 60_000;

/// Whoever sells licenses.
struct Vendor {
    signer: Signer,
    roots: Roots,
}

impl Vendor {
    fn new() -> Self {
        let (root, key) = (PrivateKey::from_seed(&[1; 32]), PrivateKey::from_seed(&[2; 32]));
        let roots = Roots::new(&[root.public()]).unwrap();
        let statement = SignerStatement {
            version: VERSION,
            id: "signer-1".into(),
            issuer: "https://vendor.example".into(),
            issued_at: Time::from_ms(START_MS - 20 * DAY_MS),
            valid_from: Time::from_ms(START_MS - 20 * DAY_MS),
            valid_until: Time::from_ms(START_MS + 60 * DAY_MS),
            key: key.public(),
            scope: SignerStatement::USUAL_SCOPE.iter().map(|kind| kind.word().to_owned()).collect(),
            renew_days_max: 200,
            bulletins: Some(Numbers { first: 1, last: 100 }),
        };
        let statement = sign_statement(&root, &statement).unwrap();
        Self { signer: Signer::new(key, &statement, &roots).unwrap(), roots }
    }

    fn given(&self) -> Given {
        Given {
            roots: self.roots.clone(),
            server_url: String::new(),
            machine_id: "bi-1".into(),
            is_clock_own: true,
        }
    }

    /// The answer to the request of a machine, with so many designers.
    fn answer(&self, request: &str, designers: u32) -> String {
        let asked = open_by_device::<Request>(request).unwrap();
        let machine = Machine {
            device: asked.device.kid(),
            name: asked.claims.name,
            salt: asked.claims.salt,
            need: usual_need(&asked.claims.parts),
            parts: asked.claims.parts,
        };
        let license = License { machine: Some(machine), ..license([5, designers, 20]) };
        armor::wrap(Kind::License, &self.signer.sign(&license).unwrap(), &[])
    }
}

async fn licensed(vendor: &Vendor) -> TestServer {
    let server = TestServer::start_licensed(vendor.given()).await;
    let request = actions::request(&server.host(), "").await.unwrap().text;
    actions::install(&server.host(), &vendor.answer(&request, 10)).await.unwrap();
    server
}

async fn row(cx: &Cx) -> Versioned<InForce> {
    settings::get_versioned(&mut cx.db.read().await.unwrap()).await.unwrap()
}

/// Writes the row behind the server's back, as somebody with the database's password can.
async fn tamper(server: &TestServer, row: &InForce) {
    let cx = server.host();
    let mut tx = cx.db.write().await.unwrap();
    settings::set(&mut tx, row, cx.now_ms).await.unwrap();
    tx.commit().await.unwrap();
    server.advance(CACHED_MS);
    server.app.license.get(&server.host()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_believes_what_was_signed_and_not_what_stands_beside_it() {
    let vendor = Vendor::new();
    let server = licensed(&vendor).await;
    let written = row(&server.host()).await.value;
    let mut more = written.clone();
    let claims = more.license.as_mut().unwrap();
    claims.seats.designers = 9_999;
    claims.entitlements.push("white_labeling".into());
    more.lease_until = Some(Time::from_ms(START_MS + 90 * DAY_MS));

    tamper(&server, &more).await;
    let beside = server.app.in_force();
    let forged = InForce { text: written.text.replace('A', "B"), ..more };
    tamper(&server, &forged).await;
    let doubted = server.app.in_force();

    assert_eq!(beside.seats().unwrap(), [Some(5), Some(10), Some(20)]);
    assert!(!beside.bought(&server.app.config).has("white_labeling") && beside.lease_until.is_none());
    assert_eq!(beside.state(server.now_ms()), written.state(server.now_ms()));
    assert_eq!(doubted.state(server.now_ms()), Some(seatwarden_license_file::State::Limited));
    assert!(!doubted.bought(&server.app.config).has("big_data"));
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lease_counts_if_it_was_signed_for_this_license() {
    let vendor = Vendor::new();
    let server = licensed(&vendor).await;
    let written = row(&server.host()).await.value;
    let until = Time::from_ms(START_MS + 30 * DAY_MS);
    let lease = |device: &str| {
        let lease = Lease {
            version: VERSION,
            id: "lease-1".into(),
            issuer: "https://vendor.example".into(),
            issued_at: Time::from_ms(START_MS),
            lease_until: until,
            package: "package-1".into(),
            license: "file-1.1".into(),
            device: device.into(),
            counter: 1,
            displaced: false,
            bulletin: 0,
        };
        vendor.signer.sign(&lease).unwrap()
    };
    let stranger = PrivateKey::from_seed(&[9; 32]).public().kid();

    tamper(&server, &InForce { lease_text: lease(&stranger), lease_until: Some(until), ..written.clone() })
        .await;
    let of_another = server.app.in_force().lease_until;
    tamper(&server, &InForce { lease_text: lease(&written.device), lease_until: None, ..written }).await;

    assert_eq!((of_another, server.app.in_force().lease_until), (None, Some(until)));
    server.finish().await;
}

#[tokio::test]
async fn what_came_in_between_is_not_overwritten_by_what_was_seen_before() {
    let server = TestServer::start().await;
    let cx = server.host();
    let known = row(&cx).await;
    take_up(&cx, in_force(&license([5, 10, 20]))).await.unwrap();
    let ended = InForce {
        ended: Some(Ended::Revoked),
        ended_at_ms: Some(cx.now_ms),
        ..in_force(&license([5, 10, 20]))
    };
    take_up(&cx, ended.clone()).await.unwrap();

    let late = actions::take_up(&cx, &known, in_force(&license([1, 1, 1])), &Author::default()).await;

    assert_refused(late, &CHANGED_MEANWHILE);
    assert_eq!(row(&cx).await.value, ended);
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_browser_changes_the_license_only_with_the_password_given_a_short_while_ago() {
    let vendor = Vendor::new();
    let server = licensed(&vendor).await;
    let mut browser = server.browser_of(BaseRole::Super).await;
    let token = server.token_of(BaseRole::Super).await;
    server.advance(CONFIRMED_MS);

    for (path, body) in [
        ("/api/v1/license/return", json!({ "offline": true })),
        ("/api/v1/license/change", json!({ "code": "ABCD" })),
        ("/api/v1/license/install", json!({ "key": "no key" })),
        ("/api/v1/account/set_new_license", json!({ "email": "a@b.example", "password": "c" })),
        ("/api/v1/account/set_offline_license", json!({ "key": "no key" })),
    ] {
        let request = browser.request("POST", path).header("sec-fetch-site", "same-origin").json(&body);
        let refused = browser.send(request).await;
        let is_asked = refused.body.contains("sessions.confirm_first");
        assert!(refused.status == 403 && is_asked, "{path}: {} {}", refused.status, refused.body);
    }
    assert!(server.app.in_force().ended.is_none() && server.app.license_hand.folder().device_key().is_ok());

    let back =
        server.request("POST", "/api/v1/license/return").bearer(&token).json(&json!({ "offline": true }));
    let back = back.send().await;

    assert_eq!((back.status, &back.json()["free"]), (200, &json!(false)), "{}", back.body);
    assert_eq!(server.app.in_force().ended, Some(Ended::GivenBack));
    server.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_asks_for_the_password_in_the_form_and_takes_what_was_typed() {
    let vendor = Vendor::new();
    let server = licensed(&vendor).await;
    let request = actions::request(&server.host(), "").await.unwrap().text;
    let mut next = license([5, 30, 20]);
    next.id = "file-1.2".into();
    next.package.revision = 2;
    let asked = open_by_device::<Request>(&request).unwrap();
    next.machine = Some(Machine {
        device: asked.device.kid(),
        name: asked.claims.name,
        salt: asked.claims.salt,
        need: usual_need(&asked.claims.parts),
        parts: asked.claims.parts,
    });
    let key = armor::wrap(Kind::License, &vendor.signer.sign(&next).unwrap(), &[]);
    let mut browser = server.browser_of(BaseRole::Super).await;
    let fresh = browser.get("/admin/license").await;
    server.advance(CONFIRMED_MS);
    let install = async |browser: &mut crate::testing::Browser<'_>, password: &str| {
        let fields = [("key", key.as_str()), ("current_password", password)];
        browser.send_form("/admin/license", "/admin/license/install", &fields).await
    };

    let page = browser.get("/admin/license").await;
    let without = install(&mut browser, "").await;
    let wrong = install(&mut browser, "not that one").await;
    assert_eq!(server.app.in_force().seats().unwrap()[1], Some(10));
    let right = install(&mut browser, PASSWORD).await;

    let asks = |page: &crate::testing::Answer| page.body.matches("name=\"current_password\"").count();
    assert_eq!((asks(&fresh), asks(&page)), (0, 2));
    assert!(
        without.status == 403 && without.says("This needs your password"),
        "{} {}",
        without.status,
        without.body
    );
    assert!(wrong.body.contains("#field-key_password"), "{} {}", wrong.status, wrong.body);
    assert_eq!((right.status, right.location()), (303, "/admin/license?done=applied"), "{}", right.body);
    assert_eq!(server.app.in_force().seats().unwrap()[1], Some(30));
    server.finish().await;
}
