//! What two programs do at once on one folder, and what a lost answer leaves. Somebody else plays the license server.

use std::{
    fs,
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    os::unix::fs::PermissionsExt,
    sync::mpsc,
    thread,
    time::Duration,
};

use seatwarden_activate::{GivenSlot, Installation, Text, Verdict};
use seatwarden_license_file::{Renewal, Return, armor, open_by_device};
use serde_json::{Value, json};

use crate::support::{START, Vendor, World, time};

/// One answer of the license server: a status and a body.
pub(crate) type Answer = (u16, Value);

/// Plays the license server on a port of this machine until the test ends: `answer` is told the call and the body.
pub(crate) fn license_server(
    mut answer: impl FnMut(&str, &Value) -> Option<Answer> + Send + 'static,
) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let Some((call, body)) = asked(&mut stream) else { continue };
            let Some((status, body)) = answer(&call, &body) else { continue };
            let body = body.to_string();
            let kind = if status < 400 { "application/json" } else { "application/problem+json" };
            let head = format!(
                "HTTP/1.1 {status} Said\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                body.len()
            );
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes()));
        }
    });
    format!("http://{address}")
}

/// The name of the call and its body.
fn asked(stream: &mut TcpStream) -> Option<(String, Value)> {
    let mut bytes = Vec::new();
    let mut part = [0; 4096];
    loop {
        let count = stream.read(&mut part).ok().filter(|count| *count > 0)?;
        bytes.extend_from_slice(&part[..count]);
        let text = String::from_utf8_lossy(&bytes);
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.to_lowercase().split_once("content-length: ").map_or(0, |(_, rest)| {
            rest.split("\r\n").next().and_then(|length| length.parse().ok()).unwrap_or_default()
        });
        if body.len() >= length {
            let call = head.split(' ').nth(1)?.rsplit('/').next()?.to_owned();
            return Some((call, serde_json::from_str(body).unwrap_or_default()));
        }
    }
}

pub(crate) fn refusal(status: u16, code: &str) -> Answer {
    (
        status,
        json!({ "type": "urn:seatwarden:problem:test", "code": code, "detail": "No.", "status": status }),
    )
}

/// The same installation as another program sees it that calls this license server.
fn calling(world: &World, server: &str) -> Installation {
    let mut here = world.here.clone();
    server.clone_into(&mut here.connection.server_url);
    here.connection.proxy = "none".into();
    here.connection.timeout_seconds = 10;
    here
}

#[test]
fn a_license_that_was_never_given_back_is_not_removed_by_an_older_receipt() {
    let vendor = Vendor::new();
    let world = World::licensed(&vendor);
    world.here.give_back().unwrap();
    let second =
        vendor.license(&world.here.request(None).unwrap().text, |license| license.id = "license-2".into());
    world.here.install(&second).unwrap();
    let key = world.here.folder.key_path();
    let set_mode = |mode: u32| fs::set_permissions(&key, fs::Permissions::from_mode(mode)).unwrap();
    set_mode(0o644);

    let open = world.here.give_back().unwrap_err();
    set_mode(0o600);
    let damaged = damaged(&world, "license.txt");

    assert_eq!((open.code().as_ref(), damaged.as_str()), ("activate.key_open", "license_file.armor_open"));
    assert_eq!(world.here.load().unwrap().verdict(), Verdict::Good);
    assert_eq!(world.here.give_back().unwrap().license, "license-2");
}

/// Why giving back is refused while this file is cut off; it is whole again afterwards.
fn damaged(world: &World, name: &str) -> String {
    let path = world.here.folder.path().join(name);
    let whole = fs::read_to_string(&path).unwrap();
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    let refused = world.here.give_back().unwrap_err();
    fs::write(&path, whole).unwrap();
    refused.code().into_owned()
}

#[test]
fn a_license_that_lies_ready_is_not_removed_by_an_older_receipt() {
    let vendor = Vendor::new();
    let world = World::licensed(&vendor);
    let path = world.here.folder.path().join("license.txt");
    world.here.give_back().unwrap();
    let next =
        vendor.license(&world.here.request(None).unwrap().text, |license| license.id = "license-2".into());
    world.here.install(&next).unwrap();
    fs::rename(&path, world.here.folder.path().join("next-license.txt")).unwrap();

    let refused = damaged(&world, "next-license.txt");

    assert_eq!(refused, "license_file.armor_open");
    assert_eq!(world.here.load().unwrap().verdict(), Verdict::Good);
}

#[test]
fn a_deactivation_whose_answer_was_lost_is_finished_by_the_same_receipt() {
    let vendor = Vendor::new();
    let world = World::licensed(&vendor);
    let (told, said) = mpsc::channel();
    let mut tries = 0;
    let server = license_server(move |_, body| {
        told.send(body["receipt"].as_str().unwrap().to_owned()).unwrap();
        tries += 1;
        (tries > 1).then(|| (200, json!({})))
    });
    let here = calling(&world, &server);

    let lost = here.deactivate().unwrap_err();
    let given = here.deactivate().unwrap();

    let (first, second) = (said.recv().unwrap(), said.recv().unwrap());
    assert!(lost.is_unreachable() && given.slot == GivenSlot::Free);
    assert_eq!(first, second);
    assert!(armor::strip(&given.receipt, None).unwrap().contains(&first));
    assert_eq!(world.code(), ["activate.trouble_nothing"]);
    assert!(!world.here.folder.path().join("return.txt").exists());
    let carried = world.here.give_back().unwrap_err();
    assert_eq!(carried.code(), "activate.nothing_installed", "nobody needs to carry what arrived");
}

#[test]
fn a_slot_that_is_free_already_ends_a_deactivation_that_was_begun_and_no_other() {
    let vendor = Vendor::new();
    let (begun, other) = (World::licensed(&vendor), World::licensed(&vendor));
    let mut tries = 0;
    let server = license_server(move |_, _| {
        tries += 1;
        (tries > 1).then(|| refusal(404, "NOT_ACTIVATED"))
    });

    assert!(calling(&begun, &server).deactivate().unwrap_err().is_unreachable());
    let done = calling(&begun, &server).deactivate().unwrap();
    let refused = [calling(&other, &server).deactivate(), calling(&other, &server).deactivate()];

    assert!(done.slot == GivenSlot::Free && begun.here.load().unwrap().license.is_none());
    for refused in refused {
        assert_eq!(refused.unwrap_err().code(), "NOT_ACTIVATED");
    }
    assert_eq!(other.here.load().unwrap().verdict(), Verdict::Good);
}

#[test]
fn a_deactivation_without_an_answer_can_be_finished_by_hand_with_the_same_receipt() {
    let vendor = Vendor::new();
    let world = World::licensed(&vendor);
    let (told, said) = mpsc::channel();
    let server = license_server(move |_, body| {
        told.send(body["receipt"].as_str().unwrap().to_owned()).unwrap();
        None
    });

    assert!(calling(&world, &server).deactivate().unwrap_err().is_unreachable());
    let given = world.here.give_back().unwrap();

    let sent = open_by_device::<Return>(&said.recv().unwrap()).unwrap().claims;
    assert_eq!(open_by_device::<Return>(&given.receipt).unwrap().claims, sent);
}

#[test]
fn a_slot_that_another_file_holds_still_is_not_said_to_be_free() {
    let vendor = Vendor::new();
    let world = World::licensed(&vendor);
    let until = "2031-02-03T04:05:06Z";
    let server = license_server(move |_, _| {
        Some((200, json!({ "server": "s", "state": "offline", "freesAt": until })))
    });

    let given = calling(&world, &server).deactivate().unwrap();

    assert_eq!(given.slot, GivenSlot::HeldUntil(until.into()));
}

/// What the license server answers to a renewal: the next lease and a file with another id.
fn renewed(vendor: &Vendor, request: &str, renewal: &Value) -> Answer {
    let asked = open_by_device::<Renewal>(renewal["renewal"].as_str().unwrap()).unwrap();
    let license = vendor.license(request, |license| {
        license.id = "license-1.2".into();
        license.package.revision = 2;
    });
    let lease = vendor.lease(&asked.device, |lease| {
        lease.license = "license-1.2".into();
        lease.counter = asked.claims.counter + 1;
    });
    (200, json!({ "lease": lease, "license": armor::strip(&license, None).unwrap() }))
}

#[test]
fn a_license_that_is_given_back_while_its_renewal_waits_does_not_come_back() {
    let vendor = Vendor::new();
    let world = World::new(&vendor);
    let request = world.here.request(None).unwrap().text;
    world.here.install(&vendor.license(&request, |_| {})).unwrap();
    let (asked, is_asked) = mpsc::channel();
    let (gave, is_given) = mpsc::channel();
    let server = license_server(move |_, body| {
        asked.send(()).unwrap();
        // Whoever gives back waits for this answer; one who did not would be done long before.
        let _ = is_given.recv_timeout(Duration::from_millis(500));
        Some(renewed(&vendor, &request, body))
    });
    let here = calling(&world, &server);

    let (renewed, given) = thread::scope(|scope| {
        let renewing = scope.spawn(|| here.renew());
        is_asked.recv().unwrap();
        let given = world.here.give_back();
        let _ = gave.send(());
        (renewing.join().unwrap(), given)
    });

    assert_eq!(renewed.unwrap().license.id, "license-1.2");
    assert_eq!(given.unwrap().license, "license-1.2");
    assert_eq!(world.code(), ["activate.trouble_nothing"]);
}

/// A machine with a license and its seventh lease, and the text of its request.
fn leased(vendor: &Vendor) -> (World, String) {
    let world = World::new(vendor);
    let request = world.here.request(None).unwrap().text;
    world.here.install(&vendor.license(&request, |_| {})).unwrap();
    let device = world.here.load().unwrap().device().unwrap();
    world.here.install(&vendor.lease(&device, |lease| lease.counter = 7)).unwrap();
    (world, request)
}

#[test]
fn a_machine_whose_signer_was_revoked_by_hand_gets_a_file_of_the_next_one() {
    let vendor = Vendor::new();
    let (world, request) = leased(&vendor);
    let (next, bulletin) = vendor.after_theft();

    world.here.install(&bulletin).unwrap();

    let held = world.here.load().unwrap();
    assert!(held.license.is_none() && held.lease.is_none() && held.needs_new_file());
    assert!(world.code().contains(&"license_file.signer_revoked"));
    let (asked, is_asked) = mpsc::channel();
    let server = license_server(move |call, body| {
        if call != "renew" {
            return Some((404, json!({})));
        }
        let sent = open_by_device::<Renewal>(body["renewal"].as_str().unwrap()).unwrap().claims;
        asked.send((sent.license, sent.counter)).unwrap();
        Some(renewed(&next, &request, body))
    });
    let renewed = calling(&world, &server).renew().unwrap();

    assert_eq!(is_asked.recv().unwrap(), ("license-1.1".to_owned(), 7), "the same machine, not a copy");
    assert_eq!(renewed.license.id, "license-1.2");
    assert_eq!(world.here.load().unwrap().claims().unwrap().id, "license-1.2");
}

#[test]
fn a_lease_that_is_lost_or_damaged_makes_no_copy_of_the_machine() {
    let vendor = Vendor::new();
    let (world, request) = leased(&vendor);
    let (asked, is_asked) = mpsc::channel();
    let server = license_server(move |_, body| {
        let sent = open_by_device::<Renewal>(body["renewal"].as_str().unwrap()).unwrap();
        asked.send(sent.claims.counter).unwrap();
        Some(renewed(&vendor, &request, body))
    });
    let here = calling(&world, &server);
    let lease = world.here.folder.path().join("lease.txt");

    let whole = here.load().unwrap().has_lost_lease();
    fs::remove_file(&lease).unwrap();
    let gone = (here.load().unwrap().has_lost_lease(), world.code());
    here.renew().unwrap();
    let renewed_gone = here.load().unwrap().has_lost_lease();
    fs::write(&lease, "nonsense").unwrap();
    let mut held = here.load().unwrap();
    let trouble = held.troubles.remove(0);
    here.renew().unwrap();

    assert_eq!((is_asked.recv().unwrap(), is_asked.recv().unwrap()), (7, 8));
    assert_eq!((whole, renewed_gone, held.has_lost_lease()), (false, false, true));
    assert!(gone.0 && gone.1.contains(&"activate.trouble_lease_gone"), "{gone:?}");
    assert_eq!(Text::default().of_trouble(&trouble).1.as_deref(), Some("Run `renew`"));
}

#[test]
fn a_renewal_without_a_new_file_does_not_bring_a_revoked_one_back() {
    let vendor = Vendor::new();
    let world = World::new(&vendor);
    let request = world.here.request(None).unwrap().text;
    world.here.install(&vendor.license(&request, |_| {})).unwrap();
    let (next, bulletin) = vendor.after_theft();
    world.here.install(&bulletin).unwrap();
    let server = license_server(move |_, body| {
        let (status, mut answer) = renewed(&next, &request, body);
        answer.as_object_mut().unwrap().remove("license");
        Some((status, answer))
    });

    let refused = calling(&world, &server).renew().unwrap_err();

    assert_eq!(refused.code(), "license_file.signer_revoked");
    assert!(world.here.load().unwrap().license.is_none());
}

#[test]
fn a_renewal_whose_license_was_replaced_meanwhile_leaves_the_new_one_alone() {
    let vendor = Vendor::new();
    let world = World::new(&vendor);
    let request = world.here.request(None).unwrap().text;
    world.here.install(&vendor.license(&request, |_| {})).unwrap();
    let other = world.here.clone();
    let server = license_server(move |_, body| {
        let bought = vendor.license(&request, |license| {
            license.id = "license-9".into();
            license.package.id = "package-9".into();
            license.valid_from = time(START);
        });
        other.install(&bought).unwrap();
        Some(renewed(&vendor, &request, body))
    });

    let refused = calling(&world, &server).renew().unwrap_err();

    assert_eq!(refused.code(), "activate.changed_meanwhile");
    let held = world.here.load().unwrap();
    assert_eq!((held.claims().unwrap().id.as_str(), held.lease.is_none()), ("license-9", true));
}
