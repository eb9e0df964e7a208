//! Files that were given for a slot before the one it has now, and machines with the same name.

use seatwarden_license_file::{Bulletin, Revocations, Trust, open};

use super::{
    super::{
        LIMIT, Mode, declare_destroyed, displaced, offline_key, return_receipt, servers, submit_request,
    },
    world::{Machine, OWNER, World, code},
};
use crate::{
    licensing::signing_keys,
    testing::{DAY_MS, PASSWORD},
};

/// Another machine with the same name as another one.
fn named_alike(name: &str, like: &Machine) -> Machine {
    Machine { parts: like.parts.clone(), name: like.name.clone(), ..Machine::new(name) }
}

/// Answers the request of a machine without a network, and installs the answer.
async fn carry(world: &World, machine: &mut Machine) {
    let owner = world.owner().await;
    let (server, _) = submit_request(&owner, Some("ACME"), &machine.request(world)).await.unwrap();
    machine.license = server.file_id;
}

/// How many mails the owner got about two machines.
async fn told(world: &World) -> usize {
    world.server.run_jobs().await;
    let mails = world.server.kept_mails();
    mails.iter().filter(|(to, letter)| to == OWNER && letter.subject.contains("Two machines")).count()
}

/// The files that the newest bulletin names.
async fn named(world: &World) -> Vec<String> {
    let roots = world.roots();
    let (_, bulletin) = signing_keys::bulletin(&world.server.host()).await.unwrap();
    let Some(bulletin) = bulletin else { return Vec::new() };
    let trust = Trust { roots: &roots, revocations: &Revocations::NONE };
    let files = open::<Bulletin>(&bulletin, &trust).unwrap().claims.files;
    files.into_iter().collect()
}

#[tokio::test]
async fn a_slot_is_held_for_every_machine_that_a_file_was_given_to_and_each_can_give_its_own_back() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let mut first = Machine::new("a");
    let mut second = named_alike("b", &first);
    carry(&world, &mut first).await;
    carry(&world, &mut second).await;
    let third = named_alike("c", &first);
    let owner = world.owner().await;
    let refused = submit_request(&owner, Some("ACME"), &third.request(&world)).await;
    assert_eq!(code(refused), "activations.takeover_too_soon");

    let held = return_receipt(&world.server.cx(), &second.receipt(&world)).await.unwrap();
    assert_eq!((held.slot_no, held.file_id.as_str()), (Some(1), ""));
    assert!(named(&world).await.contains(&second.license));
    assert_eq!(code(world.activate(&Machine::new("d"), &package).await), LIMIT.code);
    let again = return_receipt(&world.server.cx(), &first.receipt(&world)).await.unwrap();
    assert_eq!(again.slot_no, None);
    assert!(named(&world).await.contains(&first.license));
    world.activate(&Machine::new("d"), &package).await.unwrap();
    world.server.finish().await;
}

#[tokio::test]
async fn a_held_slot_is_free_when_the_last_file_has_ended() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let mut first = Machine::new("a");
    let mut second = named_alike("b", &first);
    carry(&world, &mut first).await;
    world.server.advance(DAY_MS);
    carry(&world, &mut second).await;
    return_receipt(&world.server.cx(), &second.receipt(&world)).await.unwrap();

    world.server.advance(88 * DAY_MS);
    world.rotate().await;
    assert_eq!(code(world.activate(&Machine::new("d"), &package).await), LIMIT.code);
    world.server.advance(DAY_MS);
    world.activate(&Machine::new("d"), &package).await.unwrap();
    world.server.finish().await;
}

#[tokio::test]
async fn all_files_of_a_machine_that_is_destroyed_are_named() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let mut machine = Machine::new("a");
    carry(&world, &mut machine).await;
    let first = machine.license.clone();
    carry(&world, &mut machine).await;
    let shown = servers(&world.owner().await, "ACME", "").await.unwrap();
    declare_destroyed(&world.owner().await, "ACME", &shown[0].id).await.unwrap();

    let named = named(&world).await;
    assert!(named.contains(&first) && named.contains(&machine.license), "{named:?}");
    assert_eq!(world.used(&package).await, 0);
    world.server.finish().await;
}

#[tokio::test]
async fn the_same_machine_gives_all_its_files_back_with_one_receipt() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let mut machine = Machine::new("a");
    carry(&world, &mut machine).await;
    let first = machine.license.clone();
    carry(&world, &mut machine).await;
    return_receipt(&world.server.cx(), &machine.receipt(&world)).await.unwrap();

    assert!(named(&world).await.contains(&first));
    assert_eq!(world.used(&package).await, 0);
    world.server.finish().await;
}

#[tokio::test]
async fn an_offline_key_made_again_does_not_free_the_one_before() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let owner = world.owner().await;
    let first = offline_key(&owner, Some("ACME"), "Plant").await.unwrap();
    let second = offline_key(&owner, Some("ACME"), "Plant").await.unwrap();
    let third = offline_key(&owner, Some("ACME"), "Plant").await;
    assert_eq!(code(third), "activations.takeover_too_soon");
    let machine = |id: &str| Machine { license: id.to_owned(), ..Machine::new("z") };

    return_receipt(&owner, &machine(&second.server.file_id).receipt(&world)).await.unwrap();
    assert_eq!(world.used(&package).await, 1);
    return_receipt(&owner, &machine(&first.server.file_id).receipt(&world)).await.unwrap();
    assert_eq!(world.used(&package).await, 0);
    world.server.finish().await;
}

#[tokio::test]
async fn a_machine_with_a_network_that_took_over_from_one_without_does_not_free_its_file() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let mut first = Machine::new("a");
    carry(&world, &mut first).await;
    let mut second = named_alike("b", &first);
    second.install(&world.activate(&second, &package).await.unwrap());
    assert!(named(&world).await.contains(&first.license));

    return_receipt(&world.server.cx(), &second.receipt(&world)).await.unwrap();
    assert_eq!(world.used(&package).await, 1);
    assert_eq!(code(world.activate(&Machine::new("d"), &package).await), LIMIT.code);
    world.server.finish().await;
}

#[tokio::test]
async fn machines_with_one_name_are_bounded_and_told_of_and_a_machine_set_up_anew_is_not() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let mut first = Machine::new("a");
    first.install(&world.activate(&first, &package).await.unwrap());
    let mut second = named_alike("b", &first);
    second.install(&world.activate(&second, &package).await.unwrap());
    let host = world.server.host();
    let seen = || async { servers(&host, "ACME", "").await.unwrap()[0].cloned_at_ms };
    assert_eq!(seen().await, None);

    // The one before shows up again.
    assert_eq!(code(world.renew(&mut first).await), "activations.unknown_server");
    assert!(seen().await.is_some());
    assert_eq!(told(&world).await, 1);
    for name in ["c", "d", "e"] {
        let refused = world.activate(&named_alike(name, &first), &package).await;
        assert_eq!(code(refused), "activations.takeover_too_soon");
    }
    assert_eq!(told(&world).await, 1);
    world.renew(&mut second).await.unwrap();

    world.server.advance(7 * DAY_MS);
    world.activate(&named_alike("c", &first), &package).await.unwrap();
    world.server.finish().await;
}

#[tokio::test]
async fn a_place_that_is_taken_again_and_again_is_told_of() {
    let world = World::start().await;
    let package = world.package("ACME", 3).await;
    let first = Machine::new("a");
    world.activate(&first, &package).await.unwrap();
    world.activate(&named_alike("b", &first), &package).await.unwrap();
    let third = world.activate(&named_alike("c", &first), &package).await.unwrap();

    assert!(third.server.cloned_at_ms.is_some());
    assert_eq!(told(&world).await, 1);
    world.activate(&named_alike("d", &first), &package).await.unwrap();
    let refused = world.activate(&named_alike("e", &first), &package).await;
    assert_eq!(code(refused), "activations.takeover_too_soon");
    world.server.finish().await;
}

#[tokio::test]
async fn a_machine_whose_place_another_took_is_listed_until_it_ends() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let mut first = Machine::new("a");
    first.install(&world.activate(&first, &package).await.unwrap());
    let second = named_alike("b", &first);
    world.activate(&second, &package).await.unwrap();
    let owner = world.owner().await;

    let listed = displaced(&owner, "ACME").await.unwrap();

    let now_ms = world.server.now_ms();
    assert_eq!(listed.len(), 1);
    assert_eq!((listed[0].name.as_str(), listed[0].mode), (first.name.as_str(), Mode::Online));
    assert_eq!((listed[0].since_ms, listed[0].until_ms), (now_ms, now_ms + 7 * DAY_MS));
    assert_eq!(servers(&owner, "ACME", "").await.unwrap().len(), 1, "the one that has the place");
    let mut browser = world.server.browser();
    browser.sign_in(OWNER, PASSWORD).await;
    let page = browser.get("/portal/packages/ACME").await;
    assert!(page.says("Machines whose place another took"), "{}", page.body);
    world.server.advance(7 * DAY_MS);
    assert!(displaced(&world.owner().await, "ACME").await.unwrap().is_empty());
    world.server.finish().await;
}
