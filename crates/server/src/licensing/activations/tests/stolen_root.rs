//! A root was stolen: the other one revokes it, and the vendor goes on, also with installations that have no network.

use seatwarden_license_file::{
    Bulletin, License, PrivateKey, Refused, Revocations, RevokedSigner, Roots, Time, Trust, VERSION, armor,
    open, sign_bulletin_by_root,
};

use super::{
    super::{declare_destroyed, offline_key, submit_request},
    installation,
    world::{Machine, World, code},
};
use crate::{
    accounts::license_utilization::hand::Given,
    licensing::signing_keys,
    testing::{DAY_MS, TestServer},
};

/// Both roots: the one that is stolen, and the one in reserve.
fn roots(world: &World) -> [PrivateKey; 2] {
    ["root-current.key", "root-standby.key"]
        .map(|name| signing_keys::read_root(&world.server.roots_folder().join(name)).unwrap())
}

/// An installation without a network takes what somebody carries to it; the code of the refusal if it does not.
async fn install(server: &TestServer, text: &str) -> Result<bool, &'static str> {
    let text = text.to_owned();
    let done = server.app.license_hand.act(&server.host(), move |here| here.install(&text)).await;
    done.map(|done| done.took_bulletin).map_err(|error| code::<()>(Err(error)))
}

async fn number_held(server: &TestServer) -> u64 {
    let held =
        server.app.license_hand.act(&server.host(), seatwarden_activate::Installation::load).await.unwrap();
    assert!(held.license.is_some());
    held.bulletin_number()
}

async fn bulletin(world: &World) -> String {
    world.server.advance(2_000);
    signing_keys::bulletin(&world.server.host()).await.unwrap().1.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_root_was_revoked_bulletins_and_files_of_the_other_go_on_without_a_network() {
    let world = World::start().await;
    world.package("ACME", 4).await;
    let [stolen, good] = roots(&world);
    let given = Given { server_url: String::new(), ..installation::given(&world.server, "", "bi-1").await };
    let server = TestServer::start_licensed(given).await;
    let owner = world.owner().await;
    let old = offline_key(&owner, Some("ACME"), "bi-1").await.unwrap().text;
    let (gone, _) = submit_request(&owner, Some("ACME"), &Machine::new("b").request(&world)).await.unwrap();
    install(&server, &old).await.unwrap();

    // The root is revoked by the other, which vouches for the next signer.
    world.server.advance(DAY_MS);
    server.advance(DAY_MS);
    let host = world.server.host();
    signing_keys::revoke_signer(&host, &stolen.public().kid(), Some(&good), Vec::new()).await.unwrap();
    signing_keys::rotate(&world.server.host(), &good).await.unwrap();
    let by_root = bulletin(&world).await;
    let owner = world.owner().await;
    let new = offline_key(&owner, Some("ACME"), "bi-1").await.unwrap().text;
    assert_eq!(install(&server, &format!("{}\n{new}", armored(&by_root))).await, Ok(true));
    let first = number_held(&server).await;

    // The bulletins after it are a signer's.
    declare_destroyed(&owner, "ACME", &gone.id).await.unwrap();
    let later = bulletin(&world).await;
    assert_eq!(install(&server, &later).await, Ok(true));
    assert!(number_held(&server).await > first);
    let signer = signing_keys::keys(&world.server.host()).await.unwrap()[0].key.kid();
    signing_keys::rotate(&world.server.host(), &good).await.unwrap();
    world.server.advance(DAY_MS);
    server.advance(DAY_MS);
    signing_keys::revoke_signer(&world.server.host(), &signer, None, Vec::new()).await.unwrap();
    let newest = bulletin(&world).await;
    assert_eq!(install(&server, &newest).await, Ok(true));

    // Who saw none but the last knows as much.
    let pinned = Roots::new(&[stolen.public(), good.public()]).unwrap();
    let nobody = Trust { roots: &pinned, revocations: &Revocations::NONE };
    let held = Revocations::new(open::<Bulletin>(&newest, &nobody).unwrap().claims);
    let file = armor::strip(&old, None).unwrap();
    let refused = open::<License>(&file, &Trust { roots: &pinned, revocations: &held });
    assert_eq!(refused.unwrap_err(), Refused::SignerRevoked);

    // The thief cannot take it back, however high the number.
    let said = said_by_thief(&world, &stolen, Vec::new());
    assert!(install(&server, &said).await.is_err());
    let fresh = offline_key(&world.owner().await, Some("ACME"), "bi-1").await.unwrap().text;
    assert_eq!(install(&server, &fresh).await, Ok(false));
    assert!(number_held(&server).await > first);
    world.server.finish().await;
    server.finish().await;
}

/// What whoever has the stolen root says, with the highest number there is.
fn said_by_thief(world: &World, stolen: &PrivateKey, signers: Vec<RevokedSigner>) -> String {
    let said = Bulletin {
        version: VERSION,
        id: "thief".into(),
        issuer: "thief".into(),
        issued_at: Time::from_ms(world.server.now_ms()),
        number: u64::MAX,
        signers,
        files: Vec::new(),
        by_roots: Vec::new(),
    };
    sign_bulletin_by_root(stolen, &said).unwrap()
}

fn armored(compact: &str) -> String {
    armor::wrap(seatwarden_license_file::Kind::Bulletin, compact, &[])
}

#[tokio::test]
async fn a_root_is_revoked_by_a_root_only() {
    let world = World::start().await;
    let [stolen, _] = roots(&world);

    let refused =
        signing_keys::revoke_signer(&world.server.host(), &stolen.public().kid(), None, Vec::new()).await;

    assert_eq!(code(refused), "signing_keys.needs_root");
    world.server.finish().await;
}

/// The limit of revoking roots, and the way out (`docs/guide/license-server.md`).
#[tokio::test]
async fn a_thief_who_speaks_first_is_undone_by_pinning_the_stolen_root_no_more() {
    let world = World::start().await;
    world.package("ACME", 4).await;
    let [stolen, good] = roots(&world);
    world.server.advance(DAY_MS);
    signing_keys::rotate(&world.server.host(), &good).await.unwrap();
    world.server.advance(2_000);
    let file = offline_key(&world.owner().await, Some("ACME"), "bi-1").await.unwrap().text;
    let file = armor::strip(&file, None).unwrap();
    let both = Roots::new(&[stolen.public(), good.public()]).unwrap();
    let revoked = RevokedSigner { kid: good.public().kid(), keep: Vec::new() };
    let said = said_by_thief(&world, &stolen, vec![revoked]);
    let nobody = Trust { roots: &both, revocations: &Revocations::NONE };
    let held = Revocations::new(open::<Bulletin>(&said, &nobody).unwrap().claims);
    let deceived = Trust { roots: &both, revocations: &held };
    assert_eq!(open::<License>(&file, &deceived).unwrap_err(), Refused::SignerRevoked);

    let left = Roots::new(&[good.public()]).unwrap();
    let undone = Trust { roots: &left, revocations: &Revocations::NONE };

    assert_eq!(open::<Bulletin>(&said, &undone).unwrap_err(), Refused::RootUnknown);
    assert!(open::<License>(&file, &undone).is_ok());
    world.server.finish().await;
}
