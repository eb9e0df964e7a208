//! What clever customers try, and what odd orders of honest acts would do to the count.

use std::sync::Arc;

use seatwarden_license_file::{Bulletin, License, Refused, Revocations, Trust, armor, open};

use super::{
    super::{
        LIMIT, Mode, declare_destroyed, make_code, offline_key, release, reset, return_receipt, servers,
        submit_request,
    },
    world::{Machine, OWNER, World, code, terms},
};
use crate::{
    accounts::users,
    cx::{Caller, NOT_IN_SCOPE, Proof, Scopes, SignedIn, TokenKind},
    licensing::{
        organisations::MemberRole,
        packages::{self, Change, Limits, Terms},
        signing_keys,
    },
    testing::{DAY_MS, START_MS},
};

/// The only server of the package, as its mode, and in how many days its lease ends.
async fn only(world: &World) -> (Mode, i64) {
    let all = servers(&world.server.host(), "ACME", "").await.unwrap();
    assert_eq!(all.len(), 1);
    (all[0].mode, (all[0].lease_until_ms - world.server.now_ms()) / DAY_MS)
}

#[tokio::test]
async fn a_file_for_ninety_days_keeps_its_slot_though_the_machine_renews_over_the_network() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let owner = world.owner().await;
    let mut machine = Machine::new("a");
    let (server, _) = submit_request(&owner, Some("ACME"), &machine.request(&world)).await.unwrap();
    machine.license.clone_from(&server.file_id);

    world.renew(&mut machine).await.unwrap();
    assert_eq!(only(&world).await, (Mode::Offline, 90));
    assert_eq!(code(release(&owner, "ACME", &server.id).await), "activations.is_offline");
    world.activate(&machine, &package).await.unwrap();
    assert_eq!(only(&world).await, (Mode::Offline, 90));
    reset(&owner, "ACME", false).await.unwrap();
    assert_eq!(code(world.activate(&Machine::new("b"), &package).await), LIMIT.code);

    world.server.advance(85 * DAY_MS);
    world.rotate().await;
    machine.install(&world.activate(&machine, &package).await.unwrap());
    assert_eq!(only(&world).await, (Mode::Online, 7));
    world.server.finish().await;
}

#[tokio::test]
async fn an_offline_key_is_free_by_the_word_of_its_owners_only() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let owner = world.owner().await;
    let made = offline_key(&owner, Some("ACME"), "Plant").await.unwrap();
    let stranger = Machine { license: made.server.file_id.clone(), ..Machine::new("z") };

    let alone = return_receipt(&world.server.cx(), &stranger.receipt(&world)).await;
    assert_eq!(code(alone), "activations.key_not_bound");
    let viewer = world.account("v@acme.example", Some(MemberRole::Viewer)).await;
    let viewer = return_receipt(&world.cx_of(&viewer).await, &stranger.receipt(&world)).await;
    assert_eq!(code(viewer), "activations.key_not_bound");
    assert_eq!(world.used(&package).await, 1);
    return_receipt(&owner, &stranger.receipt(&world)).await.unwrap();

    assert_eq!(world.used(&package).await, 0);
    let roots = world.roots();
    let none = Trust { roots: &roots, revocations: &Revocations::NONE };
    let (_, bulletin) = signing_keys::bulletin(&owner).await.unwrap();
    let held = Revocations::new(open::<Bulletin>(&bulletin.unwrap(), &none).unwrap().claims);
    let file = armor::strip(&made.text, None).unwrap();
    assert!(open::<License>(&file, &none).is_ok());
    let told = open::<License>(&file, &Trust { roots: &roots, revocations: &held });
    assert_eq!(told.map(drop), Err(Refused::FileRevoked));
    world.server.finish().await;
}

#[tokio::test]
async fn licenses_are_given_back_by_hand_so_many_times_a_year() {
    let world = World::start().await;
    world.package("ACME", 1).await;
    let owner = world.owner().await;
    for number in 0..13 {
        let mut machine = Machine::new(&format!("m{number}"));
        let (server, _) = submit_request(&owner, Some("ACME"), &machine.request(&world)).await.unwrap();
        machine.license.clone_from(&server.file_id);
        let receipt = machine.receipt(&world);
        let given = code(return_receipt(&world.server.cx(), &receipt).await);
        assert_eq!(given, if number < 12 { "" } else { "activations.too_many_returned" });
        if number == 12 {
            return_receipt(&world.server.host(), &receipt).await.unwrap();
        }
    }
    world.server.finish().await;
}

#[tokio::test]
async fn an_offline_key_that_is_used_over_the_network_follows_its_package() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let made = offline_key(&world.owner().await, Some("ACME"), "Plant").await.unwrap();
    let salt = Some("salt".to_owned());
    let mut machine = Machine { license: made.server.file_id.clone(), salt, ..Machine::new("a") };
    let bound = world.renew(&mut machine).await.unwrap();
    assert!(bound.license.is_none());

    let wish = Change { name: Some("Plant license".into()), ..Change::default() };
    packages::change(&world.server.host(), "ACME", None, wish, "Order 2").await.unwrap();
    let renewed = world.renew(&mut machine).await.unwrap();

    let roots = world.roots();
    let trust = Trust { roots: &roots, revocations: &Revocations::NONE };
    let license = open::<License>(&renewed.license.unwrap(), &trust).unwrap().claims;
    assert_eq!(license.machine.unwrap().salt, "salt");
    assert_eq!(world.used(&package).await, 1);
    world.server.finish().await;
}

#[tokio::test]
async fn an_offline_key_on_a_machine_that_was_activated_before_is_one_slot() {
    let world = World::start().await;
    let package = world.package("ACME", 2).await;
    let mut machine = Machine::new("a");
    machine.install(&world.activate(&machine, &package).await.unwrap());
    let made = offline_key(&world.owner().await, Some("ACME"), "Plant").await.unwrap();
    machine.license.clone_from(&made.server.file_id);

    world.renew(&mut machine).await.unwrap();
    assert_eq!(world.used(&package).await, 1);
    return_receipt(&world.server.cx(), &machine.receipt(&world)).await.unwrap();
    assert_eq!(world.used(&package).await, 0);

    // Given back, and another key installed on the same machine.
    let made = offline_key(&world.owner().await, Some("ACME"), "Plant").await.unwrap();
    machine.license.clone_from(&made.server.file_id);
    machine.counter = 0;
    world.renew(&mut machine).await.unwrap();
    assert_eq!(world.used(&package).await, 1);
    world.server.finish().await;
}

#[tokio::test]
async fn numbers_that_no_server_gave_are_refused() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let mut machine = Machine::new("a");
    let activated = world.activate(&machine, &package).await.unwrap();
    machine.install(&activated);

    for counter in [u64::MAX, u64::try_from(i64::MAX).unwrap(), 1_800_000_000] {
        machine.counter = counter;
        assert_eq!(code(world.renew(&mut machine).await), "activations.file_unreadable");
    }
    let nothing = Machine { parts: Vec::new(), ..Machine::new("b") };
    assert_eq!(code(world.activate(&nothing, &package).await), "activations.file_unreadable");
    let destroyed = declare_destroyed(&world.owner().await, "ACME", &activated.server.id).await;
    assert_eq!(code(destroyed), "activations.is_online");
    world.server.finish().await;
}

#[tokio::test]
async fn whatever_terms_are_issued_can_be_signed() {
    let world = World::start().await;
    let most = Limits { servers: 2_000_000, rows: Some(i64::from(u32::MAX)), cores: Some(0) };
    let words = (0..40).map(|number| format!("part-{number}_of.{}", "x".repeat(30)));
    let all = [
        Terms { grace_days: 0, ..terms(1) },
        Terms { grace_days: 1, lease_days: 90, ..terms(1) },
        Terms { limits: most, ..terms(1) },
        Terms { name: "\u{5d0}".repeat(100), ..terms(1) },
        Terms { valid_until_ms: Some(START_MS + 1_000), lease_days: 1, grace_days: 365, ..terms(1) },
        Terms { entitlements: words.collect(), ..terms(1) },
    ];
    for (number, terms) in all.into_iter().enumerate() {
        let package = world.package_with(&format!("T-{number}"), terms.checked().unwrap()).await;
        world.activate(&Machine::new(&format!("m{number}")), &package).await.unwrap();
    }
    for word in ["sso:saml", "a/b", "\u{fc}", ""] {
        assert!(Terms { entitlements: [word.to_owned()].into(), ..terms(1) }.checked().is_err(), "{word}");
    }
    world.server.finish().await;
}

#[tokio::test]
async fn a_token_that_only_reads_activates_and_resets_nothing() {
    let world = World::start().await;
    world.package("ACME", 1).await;
    let person = users::find(&world.server.host(), OWNER).await.unwrap().person;
    let proof = Proof::Token { id: "t".into(), scope: Scopes::NARROWEST, kind: TokenKind::Named };
    let reader = world.server.cx().with_caller(Caller::User(Arc::new(SignedIn::new(person, proof))));

    assert_eq!(servers(&reader, "ACME", "").await.unwrap().len(), 0);
    assert_eq!(code(make_code(&reader, "ACME").await), NOT_IN_SCOPE.code);
    assert_eq!(code(reset(&reader, "ACME", false).await), NOT_IN_SCOPE.code);
    assert_eq!(code(offline_key(&reader, Some("ACME"), "Plant").await), NOT_IN_SCOPE.code);
    let request = Machine::new("a").request(&world);
    assert_eq!(code(submit_request(&reader, Some("ACME"), &request).await), NOT_IN_SCOPE.code);
    world.server.finish().await;
}
