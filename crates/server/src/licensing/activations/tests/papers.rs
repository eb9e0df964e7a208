//! What goes by hand.

use seatwarden_license_file::{Bulletin, License, Refused, Revocations, Roots, Trust, armor, compact, open};

use super::{
    super::{
        DESTROYED_A_YEAR_MAX, LIMIT, Mode, declare_destroyed, offline_key, offline_keys, release,
        return_receipt, servers, submit_request,
    },
    world::{Machine, OWNER, World, code},
};
use crate::{
    licensing::signing_keys,
    testing::{Answer, Browser, DAY_MS, PASSWORD},
};

#[tokio::test]
async fn a_request_takes_a_slot_once_and_gets_its_answer_again() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let owner = world.owner().await;
    let request = Machine::new("a").request(&world);

    let (server, answer) = submit_request(&owner, Some("ACME"), &request).await.unwrap();
    let (again, _) = submit_request(&owner, Some("ACME"), &request).await.unwrap();

    assert!(answer.contains("-----BEGIN SEATWARDEN LICENSE-----"));
    assert_eq!((server.mode, server.lease_until_ms), (Mode::Offline, world.server.now_ms() + 90 * DAY_MS));
    assert_eq!((again.file_id, world.used(&package).await), (server.file_id, 1));
    assert_eq!(
        code(submit_request(&owner, Some("ACME"), &Machine::new("b").request(&world)).await),
        LIMIT.code
    );
    assert_eq!(code(release(&owner, "ACME", &server.id).await), "activations.is_offline");
    world.server.finish().await;
}

/// The drill with what people really carry away: the stolen signer goes, the files that the server handed out stay good
/// on machines without a network, and what the thief signed does not.
#[tokio::test]
async fn what_was_carried_away_stays_good_when_its_signer_is_stolen() {
    let world = World::start().await;
    world.package("ACME", 3).await;
    let owner = world.owner().await;
    let (server, answer) =
        submit_request(&owner, Some("ACME"), &Machine::new("a").request(&world)).await.unwrap();
    let key = offline_key(&owner, Some("ACME"), "vault").await.unwrap();
    let lost = offline_key(&owner, Some("ACME"), "lost").await.unwrap();
    let files = [&answer, &key.text, &lost.text].map(|text| armor::strip(text, None).unwrap());
    let kid = compact::kid(&files[0]).unwrap();
    let found = servers(&owner, "ACME", "").await.unwrap();
    let gone = found.iter().find(|server| server.file_id == lost.server.file_id).unwrap();
    declare_destroyed(&owner, "ACME", &gone.id).await.unwrap();
    assert!(found.iter().any(|it| it.file_id == server.file_id));

    let host = world.server.host();
    let kept = signing_keys::papers_to_keep(&host, &kid).await.unwrap();
    assert_eq!((kept.digests.len(), kept.beyond.len()), (2, 0));
    let root = signing_keys::read_root(&world.server.roots_folder().join("root-standby.key")).unwrap();
    signing_keys::revoke_signer(&host, &kid, Some(&root), kept.digests).await.unwrap();

    let roots = Roots::new(&[root.public()]).unwrap();
    let current = signing_keys::read_root(&world.server.roots_folder().join("root-current.key")).unwrap();
    let both = Roots::new(&[root.public(), current.public()]).unwrap();
    let (_, bulletin) = signing_keys::bulletin(&host).await.unwrap();
    let none = Revocations::NONE;
    let bulletin =
        open::<Bulletin>(&bulletin.unwrap(), &Trust { roots: &roots, revocations: &none }).unwrap();
    let held = Revocations::new(bulletin.claims);
    let read = |file: &str| open::<License>(file, &Trust { roots: &both, revocations: &held }).map(drop);
    assert_eq!([read(&files[0]), read(&files[1])], [Ok(()), Ok(())]);
    assert_eq!(read(&files[2]), Err(Refused::SignerRevoked));
    world.server.finish().await;
}

#[tokio::test]
async fn after_a_root_revoked_the_signer_before_machines_are_destroyed_and_given_back_as_always() {
    let world = World::start().await;
    let package = world.package("ACME", 2).await;
    let owner = world.owner().await;
    let mut machine = Machine::new("a");
    let (server, answer) = submit_request(&owner, Some("ACME"), &machine.request(&world)).await.unwrap();
    machine.license.clone_from(&server.file_id);
    let (lost, _) = submit_request(&owner, Some("ACME"), &Machine::new("b").request(&world)).await.unwrap();
    let old = compact::kid(&armor::strip(&answer, None).unwrap()).unwrap();
    let root = signing_keys::read_root(&world.server.roots_folder().join("root-standby.key")).unwrap();
    world.server.advance(DAY_MS);
    world.rotate().await;
    signing_keys::revoke_signer(&world.server.host(), &old, Some(&root), Vec::new()).await.unwrap();
    let by_root = signing_keys::bulletin_number(&world.server.host()).await.unwrap();

    declare_destroyed(&world.owner().await, "ACME", &lost.id).await.unwrap();
    return_receipt(&world.server.cx(), &machine.receipt(&world)).await.unwrap();

    world.server.advance(DAY_MS);
    assert_eq!(signing_keys::bulletin_number(&world.server.host()).await.unwrap(), by_root + 2);
    assert_eq!(world.used(&package).await, 0);
    world.server.finish().await;
}

#[tokio::test]
async fn while_a_signer_is_revoked_each_renewal_brings_the_file_anew() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let mut machine = Machine::new("a");
    let activated = world.activate(&machine, &package).await.unwrap();
    machine.install(&activated);
    machine.counter = u64::try_from(activated.server.counter).unwrap();
    assert!(world.renew(&mut machine).await.unwrap().license.is_none(), "nothing is different");
    let stolen = compact::kid(&activated.license).unwrap();
    let root = signing_keys::read_root(&world.server.roots_folder().join("root-standby.key")).unwrap();
    signing_keys::revoke_signer(&world.server.host(), &stolen, Some(&root), Vec::new()).await.unwrap();
    world.rotate().await;

    let renewed = world.renew(&mut machine).await.unwrap();

    let kid = renewed.license.map(|file| compact::kid(&file).unwrap());
    assert!(kid.is_some_and(|kid| kid != stolen));
    assert_eq!((renewed.server.id, renewed.server.cloned_at_ms), (activated.server.id, None));
    world.server.finish().await;
}

#[tokio::test]
async fn an_offline_slot_is_free_by_its_end_by_a_receipt_or_by_a_declaration() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let mut machine = Machine::new("a");
    let owner = world.owner().await;
    let (server, _) = submit_request(&owner, Some("ACME"), &machine.request(&world)).await.unwrap();
    machine.license.clone_from(&server.file_id);
    let receipt = machine.receipt(&world);

    let stranger = Machine { license: server.file_id.clone(), ..Machine::new("z") };
    let forged = return_receipt(&world.server.cx(), &stranger.receipt(&world)).await;
    assert_eq!(code(forged), "activations.device_mismatch");
    return_receipt(&world.server.cx(), &receipt).await.unwrap();
    return_receipt(&world.server.cx(), &receipt).await.unwrap();
    assert_eq!(world.used(&package).await, 0);
    let (server, _) = submit_request(&owner, Some("ACME"), &machine.request(&world)).await.unwrap();
    // An old receipt frees nothing new.
    return_receipt(&world.server.cx(), &receipt).await.unwrap();
    assert_eq!(world.used(&package).await, 1);
    declare_destroyed(&owner, "ACME", &server.id).await.unwrap();
    assert_eq!(world.used(&package).await, 0);
    submit_request(&owner, Some("ACME"), &Machine::new("b").request(&world)).await.unwrap();
    world.server.advance(90 * DAY_MS);
    world.rotate().await;

    assert!(world.activate(&Machine::new("c"), &package).await.is_ok());
    assert_eq!(world.used(&package).await, 1);
    world.server.finish().await;
}

#[tokio::test]
async fn machines_are_destroyed_a_few_times_a_year() {
    let world = World::start().await;
    world.package("ACME", 1).await;
    let owner = world.owner().await;
    let lose = async |name: &str| {
        let (server, _) =
            submit_request(&owner, Some("ACME"), &Machine::new(name).request(&world)).await.unwrap();
        (server.id.clone(), code(declare_destroyed(&owner, "ACME", &server.id).await))
    };

    for number in 0..DESTROYED_A_YEAR_MAX {
        assert_eq!(lose(&format!("m{number}")).await.1, "");
    }
    let (last, refused) = lose("last").await;

    assert_eq!(refused, "activations.too_many_destroyed");
    declare_destroyed(&world.server.host(), "ACME", &last).await.unwrap();
    world.server.finish().await;
}

#[tokio::test]
async fn a_receipt_of_an_online_server_frees_its_slot_at_once() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let mut machine = Machine::new("a");
    machine.install(&world.activate(&machine, &package).await.unwrap());
    world.renew(&mut machine).await.unwrap();
    let old = Machine { license: machine.license.clone(), ..Machine::new("a") }.receipt(&world);

    assert_eq!(code(return_receipt(&world.server.cx(), &old).await), "activations.counter_behind");
    return_receipt(&world.server.cx(), &machine.receipt(&world)).await.unwrap();

    assert_eq!(world.used(&package).await, 0);
    assert_eq!(code(world.renew(&mut machine).await), "activations.unknown_server");
    world.server.finish().await;
}

#[tokio::test]
async fn an_offline_key_holds_one_slot_and_the_same_label_replaces_it() {
    let world = World::start().await;
    let package = world.package("ACME", 2).await;
    let owner = world.owner().await;

    let first = offline_key(&owner, Some("ACME"), "Plant 1").await.unwrap();
    let second = offline_key(&owner, Some("ACME"), " plant 1 ").await.unwrap();
    offline_key(&owner, Some("ACME"), "Plant 2").await.unwrap();

    assert_eq!(first.install_until_ms, world.server.now_ms() + 30 * DAY_MS);
    assert_eq!((first.server.slot_no, second.server.slot_no), (Some(1), Some(1)));
    assert_ne!(first.server.file_id, second.server.file_id);
    assert_eq!(world.used(&package).await, 2);
    assert_eq!(offline_keys(&owner, "ACME").await.unwrap().len(), 2);
    assert_eq!(code(offline_key(&owner, Some("ACME"), "Plant 3").await), LIMIT.code);
    assert_eq!(code(offline_key(&owner, Some("ACME"), "").await), "activations.bad_label");
    world.server.finish().await;
}

#[tokio::test]
async fn the_first_machine_that_renews_with_an_offline_key_is_its_machine() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let made = offline_key(&world.owner().await, Some("ACME"), "Plant").await.unwrap();
    let mut machine = Machine { license: made.server.file_id.clone(), ..Machine::new("a") };
    let mut other = Machine { license: made.server.file_id.clone(), ..Machine::new("b") };

    world.renew(&mut machine).await.unwrap();

    assert_eq!(code(world.renew(&mut other).await), "activations.device_mismatch");
    let shown = servers(&world.owner().await, "ACME", "").await.unwrap();
    assert_eq!((shown.len(), shown[0].mode, world.used(&package).await), (1, Mode::Offline, 1));
    world.server.finish().await;
}

/// Pastes a file into the page for machines without a network.
async fn paste(owner: &mut Browser<'_>, text: &str) -> Answer {
    send(owner, "text", text).await
}

/// Sends the form of that page with one field, which may be the file.
async fn send(owner: &mut Browser<'_>, field: &str, text: &str) -> Answer {
    let csrf = owner.get("/portal/offline").await.csrf().unwrap();
    let part = |name: &str, text: &str| {
        let file = if name == "file" { "; filename=\"request.svg\"" } else { "" };
        format!("--x-x-x\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{text}\r\n")
    };
    let body = [part("csrf", &csrf), part(field, text), "--x-x-x--\r\n".to_owned()].concat();
    let request = owner
        .request("POST", "/portal/offline")
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "multipart/form-data; boundary=x-x-x")
        .text(&body);
    owner.send(request).await
}

#[tokio::test]
async fn the_page_for_machines_without_a_network_takes_receipts_and_questions_about_the_time() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let mut owner = world.server.browser();
    owner.sign_in(OWNER, PASSWORD).await;
    let mut machine = Machine::new("vault");

    let answered = paste(&mut owner, &machine.request(&world)).await;
    assert!(answered.body.contains("BEGIN SEATWARDEN LICENSE"), "{}", answered.body);
    let servers = servers(&world.server.host(), &package.id, "").await.unwrap();
    machine.license.clone_from(&servers[0].file_id);
    let told = paste(&mut owner, &machine.challenge(&world)).await;
    assert!(told.body.contains("BEGIN SEATWARDEN CLOCK ANSWER"), "{}", told.body);
    let freed = paste(&mut owner, &machine.receipt(&world)).await;
    assert!(freed.status == 200 && freed.says("The slot of vault is free."), "{}", freed.body);
    assert_eq!(world.used(&package).await, 0);
    let stranger = paste(&mut owner, &Machine::new("z").receipt(&world)).await;
    assert_eq!(stranger.status, 404, "{}", stranger.body);
    world.server.finish().await;
}

#[tokio::test]
async fn a_receipt_that_leaves_the_slot_held_says_of_whom_and_until_when() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let mut owner = world.server.browser();
    owner.sign_in(OWNER, PASSWORD).await;
    let first = Machine::new("vault");
    let mut second =
        Machine { parts: first.parts.clone(), name: first.name.clone(), ..Machine::new("other") };
    paste(&mut owner, &first.request(&world)).await;
    paste(&mut owner, &second.request(&world)).await;
    second.license = servers(&world.server.host(), &package.id, "").await.unwrap()[0].file_id.clone();

    let held = paste(&mut owner, &second.receipt(&world)).await;

    assert!(held.says("This file of vault was given back. Its slot is held until "), "{}", held.body);
    world.server.finish().await;
}

#[tokio::test]
async fn the_page_for_machines_without_a_network_reads_the_code_in_a_picture() {
    let world = World::start().await;
    world.package("ACME", 1).await;
    let mut owner = world.server.browser();
    owner.sign_in(OWNER, PASSWORD).await;
    let drawn = seatwarden_activate::qr_svg(&Machine::new("vault").request(&world)).unwrap();

    let answered = send(&mut owner, "file", &drawn).await;
    assert!(answered.body.contains("BEGIN SEATWARDEN LICENSE"), "{}", answered.body);
    let empty = send(&mut owner, "file", "<svg></svg>").await;
    assert!(empty.status == 422 && empty.says("No QR code can be read in this picture."), "{}", empty.body);
    world.server.finish().await;
}

#[tokio::test]
async fn one_time_codes_are_made_and_withdrawn_in_the_portal() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let mut owner = world.server.browser();
    owner.sign_in(OWNER, PASSWORD).await;
    let page = "/portal/packages/ACME/codes";
    assert!(owner.get("/portal/packages/ACME").await.body.contains(page));

    let made = owner.submit(page, &[]).await;
    let code = made.body.split("id=\"code\"").nth(1).unwrap_or_default();
    assert!(made.status == 200 && made.says("The one-time code"), "{}", made.body);
    assert!(code.contains('-'), "{}", made.body);
    assert!(owner.get(page).await.says("One code waits to be used."));
    let withdrawn = owner.submit(page, &[("withdraw", "all")]).await;
    assert!(withdrawn.status == 200 && !withdrawn.says("waits to be used"), "{}", withdrawn.body);
    assert_eq!(world.used(&package).await, 0);
    world.server.finish().await;
}
